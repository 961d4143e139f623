"""Names of countries in the reader's language, from Unicode's CLDR (https://cldr.unicode.org) through Babel."""

from functools import cache

from babel import Locale, UnknownLocaleError
from django.utils.translation import gettext

from museum.core.languages import current_language


@cache
def _territories(language: str) -> dict[str, str]:
    try:
        return dict(Locale.parse(language).territories)
    except (UnknownLocaleError, ValueError):
        return {}


def country_name(code: str) -> str:
    """The name of the ISO 3166 country ``code`` for the current reader; empty for a blank code."""
    if not code:
        return ""
    code = code.upper()
    return _territories(current_language()).get(code) or _territories("fr").get(code) or gettext(code)
