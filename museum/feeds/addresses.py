"""Every public address as other machines need it: absolute, in each language, canonical."""

from django.utils.translation import override
from wagtail.models import Page

from museum.core.languages import INTERFACE_LANGUAGES, fallbacks
from museum.core.translations import versions_of


def absolute(request, path: str) -> str:
    """``path`` with the scheme and host of the request."""
    return request.build_absolute_uri(path)


def alternates_of_page(page: Page, request=None) -> dict[str, str]:
    """Paths of the live versions of a page by language code."""
    versions = versions_of(page)
    return {code: url for code in INTERFACE_LANGUAGES if code in versions and (url := versions[code].get_url(request))}


def alternates_of_record(record) -> dict[str, str]:
    """Paths of a record's page by language code: a record has one in every interface language."""
    found = {}
    for code in INTERFACE_LANGUAGES:
        with override(code):
            found[code] = record.get_absolute_url()
    return found


def alternates_of_path(path: str) -> dict[str, str]:
    """Paths of a view's page by language code, by exchanging the prefix."""
    first, slash, rest = path.lstrip("/").partition("/")
    return {code: f"/{code}/{rest}" for code in INTERFACE_LANGUAGES} if first in INTERFACE_LANGUAGES and slash else {}


def default_of(alternates: dict[str, str]) -> str:
    """The ``x-default``: the version that serves a reader of French, or the nearest."""
    return next((alternates[code] for code in fallbacks("fr") if code in alternates), "")
