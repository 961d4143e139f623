"""Low-data mode: pages without pictures, fonts and engines until one is asked for.

The mode is part of the address (``?data=low``), so that a page cached whole stays right and no cookie is needed. A browser
that asks to save data (``Save-Data: on``, https://wicg.github.io/savedata/) is answered in the same way; ``?data=full``
is how its reader says otherwise. What an address says is kept by every link and form of the page.
"""

import re
from urllib.parse import urlencode

from django.http import HttpRequest, QueryDict
from django.utils.cache import patch_vary_headers

from museum.core.languages import INTERFACE_LANGUAGES

#: The parameter of an address, and what it may say.
PARAMETER, LOW, FULL = "data", "low", "full"

_PREFIXES = "|".join(INTERFACE_LANGUAGES)
# Pages end with a slash; a feed, a table, a calendar to take away does not, and is the same in every mode.
_LINK = re.compile(rf'(<a\b(?![^>]*\sdata-mode)[^>]*?\shref=")(/(?:{_PREFIXES})/(?:[^"?#]*/)?)(\?[^"#]*)?(?=["#])')
_FORM = re.compile(r"<form\b[^>]*>")
_ACTION = re.compile(rf'(\saction=")(/(?:{_PREFIXES})/[^"?#]*)(\?[^"#]*)?(?=["#])')
_LOCATION = re.compile(rf"()(/(?:{_PREFIXES})/(?:[^?#]*/)?)(\?[^#]*)?(?=#|$)")


def chosen_in_address(request: HttpRequest) -> str:
    """What the address itself says: ``low``, ``full``, or nothing."""
    chosen = request.GET.get(PARAMETER, "")
    return chosen if chosen in (LOW, FULL) else ""


def wants_low_data(request: HttpRequest) -> bool:
    """Whether the answer to ``request`` is to be in low-data mode: as its address says, else as its browser asks.

    A cache of whole pages keys on the full address and on this.
    """
    chosen = chosen_in_address(request)
    if chosen:
        return chosen == LOW
    return saves_data(request.headers.get("Save-Data", ""))


def saves_data(header: str) -> bool:
    """Whether a ``Save-Data`` header asks to save data."""
    return header.strip().lower() == "on"


def switch_address(request: HttpRequest) -> str:
    """The address of this page in the other mode."""
    query = request.GET.copy() if request.method in ("GET", "HEAD") else QueryDict(mutable=True)
    by_address = query.pop(PARAMETER, None) and chosen_in_address(request)
    if not wants_low_data(request):
        query[PARAMETER] = LOW
    elif not by_address:
        query[PARAMETER] = FULL
    return f"{request.path}?{query.urlencode()}" if query else request.path


class LowDataMiddleware:
    """Keeps what the address says from link to link, and tells caches and robots about the mode.

    Stands inside whatever stores whole pages: what is stored is what was sent.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.path_info.split("/")[1] not in INTERFACE_LANGUAGES:
            return response
        chosen = chosen_in_address(request)
        if chosen and response.has_header("Location"):
            response["Location"] = _LOCATION.sub(_keeper(chosen, "&"), response["Location"], count=1)
        if not response.headers.get("Content-Type", "").startswith("text/html"):
            return response
        patch_vary_headers(response, ["Save-Data"])
        if chosen and not response.streaming:
            # The page without the parameter is the one to be found.
            response["X-Robots-Tag"] = "noindex, nofollow"
            html = response.content.decode(response.charset)
            response.content = kept_in_links(html, chosen).encode(response.charset)
        return response


def kept_in_links(html: str, chosen: str) -> str:
    """A page whose links to pages of the museum and whose forms carry ``data=<chosen>``.

    A link that names a mode itself (``data-mode``) is left alone.
    """
    keep = _keeper(chosen, "&amp;")

    def keep_form(match: re.Match) -> str:
        if 'method="post"' in match[0].lower():
            return _ACTION.sub(keep, match[0])
        return f'{match[0]}<input type="hidden" name="{PARAMETER}" value="{chosen}">'

    return _FORM.sub(keep_form, _LINK.sub(keep, html))


def _keeper(chosen: str, separator: str):
    """A replacement that adds the parameter to a query that does not have it."""
    added = urlencode({PARAMETER: chosen})

    def keep(match: re.Match) -> str:
        query = match[3] or ""
        if re.search(rf"[?&;]{PARAMETER}=", query):
            return match[0]
        # An empty query ("?") is one already.
        return f"{match[1]}{match[2]}{query}{'' if query == '?' else separator if query else '?'}{added}"

    return keep
