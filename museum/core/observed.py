"""Each request has a number, and is noted in the log and in the numbers when its answer begins.

The outermost WSGI application, so that pages which are kept whole are noted too. What is inside adds to
``environ["museum.noted"]``: ``route`` (the template of the address, never the address itself) and ``page`` (``kept``,
``shared`` by another process, or ``made``).
"""

from __future__ import annotations

import logging
import re
import secrets
import time
from collections.abc import Iterable

from museum.core import metrics
from museum.core.logs import request_number

NOTED = "museum.noted"
logger = logging.getLogger("museum.requests")
_NUMBER = re.compile(r"[0-9A-Za-z-]{8,64}")


class Observed:
    """A WSGI application that notes how another answers (https://peps.python.org/pep-3333/)."""

    def __init__(self, application):
        self.application = application

    def __call__(self, environ, start_response) -> Iterable[bytes]:
        begun = time.perf_counter()
        noted = environ[NOTED] = {"status": 500}
        given = environ.get("HTTP_X_REQUEST_ID", "")
        number = given if _NUMBER.fullmatch(given) else secrets.token_hex(8)
        request_number.set(number)

        def say(status, headers, exc_info=None):
            noted["status"] = int(status[:3])
            if noted["status"] >= 400:
                # What a visitor can tell whoever looks after the museum.
                headers = [*headers, ("X-Request-ID", number)]
            return start_response(status, headers, *([exc_info] if exc_info else []))

        try:
            # Passed on as it is: the server sends a file without reading it.
            return self.application(environ, say)
        finally:
            self._note(environ, noted, time.perf_counter() - begun)
            request_number.set("")

    @staticmethod
    def _note(environ, noted: dict, seconds: float) -> None:
        method = environ["REQUEST_METHOD"]
        if metrics.is_on():
            metrics.note(method, noted.get("route", ""), noted["status"], seconds, noted.get("page", ""))
        if logger.isEnabledFor(logging.INFO):
            data = {
                "method": method if method in metrics.METHODS else "OTHER",
                "path": environ.get("PATH_INFO", "")[:300],
                "status": noted["status"],
                "milliseconds": round(seconds * 1000, 1),
                **({"page": noted["page"]} if "page" in noted else {}),
            }
            logger.info("answered", extra={"data": data})


class RouteMiddleware:
    """Notes which template of an address answers."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, arguments, named):
        """Note it before the view is asked."""
        if (noted := request.META.get(NOTED)) is not None:
            noted["route"] = request.resolver_match.route
