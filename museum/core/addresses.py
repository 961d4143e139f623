"""Public addresses of things that have a slug: a page has dozens, and Django looks for the pattern of each anew."""

import re
from functools import lru_cache

from django.urls import get_script_prefix, get_urlconf, reverse
from django.utils.translation import get_language

_SLUG = re.compile(r"[-\w]+\Z", re.ASCII)
#: Stands for a slug in a pattern.
_ANY = "a-slug"


def address(name: str, slug: str) -> str:
    """The address of ``slug`` under the URL pattern ``name``, whose last part it is, in the reader's language."""
    if not _SLUG.match(slug):
        return reverse(name, args=[slug])
    before, after = _around(name, get_language(), get_script_prefix(), get_urlconf())
    return f"{before}{slug}{after}"


@lru_cache(maxsize=256)
def _around(name: str, _language: str | None, _prefix: str, urlconf: str | None) -> tuple[str, str]:
    """What stands before and after the slug."""
    before, _slug, after = reverse(name, urlconf=urlconf, args=[_ANY]).rpartition(_ANY)
    return before, after
