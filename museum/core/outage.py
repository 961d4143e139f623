"""What is said while the database is away: one page in three languages that needs nothing but its own bytes.

``templates/unavailable.html`` is plain HTML without a template tag, so that the web server in front can send it too.
"""

from __future__ import annotations

import base64
import hashlib
import re
import sys
from functools import lru_cache

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpResponse

#: Seconds after which a visitor, a crawler or a load balancer may ask again.
RETRY_AFTER = 10


@lru_cache(maxsize=1)
def page() -> bytes:
    """The page, read once: a process that has shown it needs no file for it any more."""
    return (settings.BASE_DIR / "templates" / "unavailable.html").read_bytes()


@lru_cache(maxsize=1)
def policy() -> str:
    """What the page may do: show its own style and lead back (https://www.w3.org/TR/CSP3/#external-hash)."""
    style = re.search(rb"<style>(.*?)</style>", page(), re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(style).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
    )


def _headers() -> dict[str, str]:
    return {"Retry-After": str(RETRY_AFTER), "Cache-Control": "no-store", "Content-Security-Policy": policy()}


def is_outage(fault: BaseException | None = None) -> bool:
    """Whether a fault (else the one being handled) means that the database is away or overloaded, here and now."""
    return isinstance(fault or sys.exc_info()[1], OperationalError | InterfaceError)


def unavailable(request=None) -> HttpResponse:
    """503 with the page (https://www.rfc-editor.org/rfc/rfc9110#name-503-service-unavailable)."""
    return HttpResponse(page(), status=503, headers=_headers())


def application(environ, start_response) -> list[bytes]:
    """The same as a WSGI application, for where Django is not asked."""
    body = page()
    start_response(
        "503 Service Unavailable",
        [
            ("Content-Type", "text/html; charset=utf-8"),
            ("Content-Length", str(len(body))),
            *_headers().items(),
        ],
    )
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]
