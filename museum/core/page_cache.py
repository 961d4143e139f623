"""Public pages kept whole, in front of Django: a page is made once for each version stamp, whoever asks.

What is kept is what every visitor gets: the answer to a ``GET`` without a session, that says of itself neither how long
it may be kept nor that it is somebody's alone. It is found under its address and the stamp (museum.core.stamp), carries
an ``ETag`` of its bytes, and is compressed once for each encoding that is asked for. A process keeps what it made in
memory; where Redis is there (``CACHE_URL``) the processes and machines share it.
"""

from __future__ import annotations

import gzip
import hashlib
import logging
import re
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import brotli
from django.conf import settings
from django.core.cache import caches

from museum.core import outage
from museum.core.low_data import saves_data
from museum.core.observed import NOTED
from museum.core.stamp import StampReader, StampUnknown
from museum.core.stamped import STAMP

logger = logging.getLogger("museum.page_cache")

#: Addresses that answer for themselves: files, pictures, and what is for curators alone.
PASSED_ON = ("/static/", "/media/", "/admin/", "/documents/", "/iiif/image/")
STATUSES = ("200 ", "301 ", "410 ")
#: A larger answer is a file and not a page.
LARGEST = 2 * 1024 * 1024
#: Dates of today stand on some pages, so none is kept longer than this (seconds), and none past midnight.
LONGEST = 3600
#: Seconds for which pages are shown as they were while the database does not answer: no decision can be taken meanwhile.
WITHOUT_DATABASE = 30
#: What answers for itself while the database is away; everything else is then not even tried.
WITHOUT_DATABASE_TOO = ("/health/", "/ready/", "/metrics/")
#: Seconds to wait for a page that another thread is making.
WAIT = 15
_KINDS = re.compile(r"text/|application/([\w.+-]*\+)?(json|xml)\b|image/svg")
_ENCODING = re.compile(r"\b(br|gzip)\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))")
_COMPRESSED = {
    "br": lambda data: brotli.compress(data, quality=5),
    "gzip": lambda data: gzip.compress(data, 6, mtime=0),
}
_VARY = {"accept-encoding", "save-data"}


@dataclass
class Kept:
    """An answer: its status, its headers without those of its form, and its bytes in each encoding made so far."""

    status: str
    headers: list[tuple[str, str]]
    stamp: str
    until: float
    bodies: dict[str, bytes]
    tag: str
    #: Headers by encoding, ready to be sent.
    ready: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    #: Bytes that the memory counts it for: it grows with each encoding that is asked for.
    counted: int = 0

    def form(self, encoding: str) -> tuple[list[tuple[str, str]], bytes]:
        """(headers, bytes) in an encoding, made when it is first asked for."""
        if encoding not in self.ready:
            if encoding not in self.bodies:
                self.bodies[encoding] = _COMPRESSED[encoding](self.bodies[""])
            body = self.bodies[encoding]
            headers = [*self.headers, ("ETag", f'"{self.tag}{encoding and "-" + encoding}"')]
            headers.append(("Content-Length", str(len(body))))
            if encoding:
                headers.append(("Content-Encoding", encoding))
            self.ready[encoding] = headers
        return self.ready[encoding], self.bodies[encoding]

    @property
    def size(self) -> int:
        return sum(map(len, self.bodies.values()))


class PageCache:
    """A WSGI application that keeps the public pages of another (https://peps.python.org/pep-3333/)."""

    def __init__(self, application, stamp: Callable[[], str] | None = None, size: int = 0, shared=None):
        self.application = application
        self.stamp = stamp or StampReader()
        self.size = size or settings.PAGE_CACHE_BYTES
        self.shared = shared or (caches["default"] if settings.SHARED_CACHE else None)
        self._pages: OrderedDict[tuple, Kept] = OrderedDict()
        self._held = 0
        self._lock = threading.Lock()
        self._making: dict[tuple, threading.Event] = {}
        self._last: tuple[str, float] = ("", 0.0)

    def __call__(self, environ, start_response) -> Iterable[bytes]:
        if not self._may_be_kept(environ):
            return self.application(environ, start_response)
        key = _key(environ)
        stamp = self._stamp()
        if stamp is None and environ.get("PATH_INFO") in WITHOUT_DATABASE_TOO:
            return self.application(environ, start_response)
        if stamp is None:
            return outage.application(environ, start_response)
        page = self._found(key, stamp)
        _note(environ, "made" if page is None else "kept")
        if page is None and environ["REQUEST_METHOD"] == "GET":
            return self._made(key, stamp, environ, start_response)
        if page is None:
            return self.application(environ, start_response)
        return _answer(page, environ, start_response)

    @staticmethod
    def _may_be_kept(environ) -> bool:
        return (
            environ["REQUEST_METHOD"] in ("GET", "HEAD")
            and not environ.get("PATH_INFO", "").startswith(PASSED_ON)
            and settings.SESSION_COOKIE_NAME not in environ.get("HTTP_COOKIE", "")
            and "HTTP_RANGE" not in environ
            and "HTTP_AUTHORIZATION" not in environ
        )

    def _stamp(self) -> str | None:
        """The stamp of now; the last one known for a while when the database is away; else None."""
        try:
            stamp = self.stamp()
        except StampUnknown:
            last, at = self._last
            return last if time.monotonic() - at < WITHOUT_DATABASE else None
        self._last = stamp, time.monotonic()
        return stamp

    def _found(self, key: tuple, stamp: str) -> Kept | None:
        with self._lock:
            page = self._pages.get(key)
            if page is not None and page.stamp == stamp and page.until > time.time():
                self._pages.move_to_end(key)
                self._count(page)
                return page
        return None

    def _made(self, key, stamp, environ, start_response):
        """Have the page made by one thread while the others that want it wait."""
        turn = (key, stamp)
        with self._lock:
            event = self._making.get(turn)
            if is_mine := event is None:
                event = self._making[turn] = threading.Event()
        if not is_mine:
            event.wait(WAIT)
            if page := self._found(key, stamp):
                return _answer(page, environ, start_response)
            return self.application(environ, start_response)
        try:
            if page := self._fetched(key, stamp):
                _note(environ, "shared")
                self._keep(key, page)
                return _answer(page, environ, start_response)
            return self._ask(key, stamp, environ, start_response)
        finally:
            with self._lock:
                self._making.pop(turn, None)
            event.set()

    def _ask(self, key, stamp, environ, start_response):
        """Have the application answer, and keep the answer if it is everybody's."""
        # The page is wanted whole and plain: it is compared and compressed here.
        plain = {**environ, "HTTP_ACCEPT_ENCODING": "", STAMP: stamp}
        plain.pop("HTTP_IF_NONE_MATCH", None)
        plain.pop("HTTP_IF_MODIFIED_SINCE", None)
        said: list = []

        def listen(status, headers, exc_info=None):
            said[:] = [status, headers]
            return said.append

        answer = self.application(plain, listen)
        if isinstance(answer, plain.get("wsgi.file_wrapper", ())) or not _is_everybodys(*said):
            return _passed_on(*said, answer, environ, start_response)
        try:
            body = b"".join(answer)
        finally:
            if hasattr(answer, "close"):
                answer.close()
        status, headers = said
        page = Kept(
            status=status,
            headers=_described(headers),
            stamp=stamp,
            until=_until(),
            bodies={"": body},
            tag=hashlib.sha256(body).hexdigest()[:24],
        )
        response = _answer(page, environ, start_response)
        self._keep(key, page)
        self._share(key, stamp, page)
        return response

    def _keep(self, key: tuple, page: Kept) -> None:
        with self._lock:
            if old := self._pages.pop(key, None):
                self._held -= old.counted
            self._pages[key] = page
            page.counted = 0
            self._count(page)
            while self._held > self.size and len(self._pages) > 1:
                _key, old = self._pages.popitem(last=False)
                self._held -= old.counted

    def _count(self, page: Kept) -> None:
        """Count a page in memory for what it has grown to."""
        self._held += page.size - page.counted
        page.counted = page.size

    def _fetched(self, key: tuple, stamp: str) -> Kept | None:
        if self.shared is None:
            return None
        try:
            return self.shared.get(_shared_key(key, stamp))
        except Exception:
            logger.warning("The shared cache did not answer; the page is made here", exc_info=True)
            return None

    def _share(self, key: tuple, stamp: str, page: Kept) -> None:
        if self.shared is None:
            return
        try:
            self.shared.set(_shared_key(key, stamp), page, timeout=max(int(page.until - time.time()), 1))
        except Exception:
            logger.warning("The shared cache did not take a page", exc_info=True)


def _note(environ, page: str) -> None:
    """Say to whoever counts whether the page was kept, shared or made."""
    if noted := environ.get(NOTED):
        noted["page"] = page


def _key(environ) -> tuple:
    return (
        environ.get("HTTP_HOST", ""),
        environ.get("HTTP_X_FORWARDED_PROTO") or environ.get("wsgi.url_scheme", ""),
        environ.get("PATH_INFO", ""),
        environ.get("QUERY_STRING", ""),
        saves_data(environ.get("HTTP_SAVE_DATA", "")),
    )


def _shared_key(key: tuple, stamp: str) -> str:
    return f"page:{stamp}:{hashlib.sha256(repr(key).encode()).hexdigest()}"


def _is_everybodys(status: str, headers: list[tuple[str, str]]) -> bool:
    """Whether an answer may be kept for all: nothing in it says that it is one visitor's or another's concern."""
    said = {name.lower(): value for name, value in headers}
    directives = {part.strip().lower() for part in said.get("cache-control", "").split(",") if part.strip()}
    vary = {part.strip().lower() for part in said.get("vary", "").split(",") if part.strip()}
    return (
        status.startswith(STATUSES)
        and "set-cookie" not in said
        and directives in (set(), {"public", "no-cache"})
        and vary <= _VARY
        and int(said.get("content-length", LARGEST)) < LARGEST
        and bool(_KINDS.match(said.get("content-type", "")))
    )


def _described(headers: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The headers that every form of the page shares."""
    form = {"content-length", "etag", "vary", "cache-control", "content-encoding", "last-modified"}
    by_mode = any(name.lower() == "vary" and "save-data" in value.lower() for name, value in headers)
    vary = "Accept-Encoding, Save-Data" if by_mode else "Accept-Encoding"
    shared = [(name, value) for name, value in headers if name.lower() not in form]
    shared += [("Vary", vary), ("Cache-Control", "public, no-cache")]
    if settings.FRONT_CACHES or settings.CDN_SECONDS:
        # https://www.rfc-editor.org/rfc/rfc9213: a browser asks each time, a front cache that is told of decisions need not.
        seconds = LONGEST if settings.FRONT_CACHES else settings.CDN_SECONDS
        shared.append(("CDN-Cache-Control", f"max-age={seconds}, stale-while-revalidate={seconds}"))
    return shared


def _until() -> float:
    now = time.time()
    today = time.localtime(now)
    left = 86_400 - (today.tm_hour * 3600 + today.tm_min * 60 + today.tm_sec)
    return now + min(LONGEST, left)


def _passed_on(status: str, headers: list[tuple[str, str]], answer, environ, start_response) -> Iterable[bytes]:
    """An answer that is not kept, as its reader asked for it: 304 where they have it, compressed where it is text.

    A stream is passed on as it comes.
    """
    said = {name.lower(): value for name, value in headers}
    tag, encoding = said.get("etag"), _encoding(environ)
    has_it = status.startswith("200 ") and tag and tag in environ.get("HTTP_IF_NONE_MATCH", "")
    is_text = _KINDS.match(said.get("content-type", "")) and int(said.get("content-length", LARGEST)) < LARGEST
    if not has_it and not (encoding and is_text and "content-encoding" not in said):
        start_response(status, headers)
        return answer
    try:
        body = [] if has_it else [_COMPRESSED[encoding](b"".join(answer))]
    finally:
        if hasattr(answer, "close"):
            answer.close()
    form = {"content-length", "content-type"} if has_it else {"content-length"}
    kept = [pair for pair in headers if pair[0].lower() not in form]
    if has_it:
        start_response("304 Not Modified", kept)
    else:
        start_response(status, [*kept, ("Content-Encoding", encoding), ("Content-Length", str(len(body[0])))])
    return body


def _encoding(environ) -> str:
    accepted = environ.get("HTTP_ACCEPT_ENCODING", "")
    found = _ENCODING.findall(accepted) if accepted else ()
    return "br" if "br" in found else "gzip" if "gzip" in found else ""


def _answer(page: Kept, environ, start_response) -> Iterable[bytes]:
    headers, body = page.form(_encoding(environ))
    if (asked := environ.get("HTTP_IF_NONE_MATCH")) and (page.tag in asked or asked.strip() == "*"):
        start_response(
            "304 Not Modified",
            [pair for pair in headers if pair[0] not in ("Content-Length", "Content-Encoding", "Content-Type")],
        )
        return []
    start_response(page.status, list(headers))
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]
