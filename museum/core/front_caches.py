"""Caches in front of the museum are told of every decision before the curator's click returns.

Each address in ``FRONT_CACHES`` is sent ``PURGE`` with a ``Stamp`` that was never used before; the cache makes it part of
every key (docs/operations.md has Varnish's own configuration). What it fetched before lies under another key, also
where it arrives after the decision.
"""

from __future__ import annotations

import logging
import secrets
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlsplit

from django.conf import settings
from django.db import DatabaseError, connection, transaction

logger = logging.getLogger("museum.front_caches")

#: A front cache that does not answer so soon is told again in the background.
SECONDS = 2
_request = threading.local()


class Unreachable(Exception):
    """A front cache did not take the new stamp."""


def empty() -> None:
    """Have every front cache forget what it holds: at the end of the request that is being answered, else at once."""
    if not settings.FRONT_CACHES:
        return
    if getattr(_request, "is_open", False):
        _request.is_pending = True
    else:
        tell_all()


class FrontCacheMiddleware:
    """Tells the front caches once, before the answer to a request that decided something goes out."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        _request.is_open, _request.is_pending = True, False
        try:
            return self.get_response(request)
        finally:
            _request.is_open = False
            if _request.is_pending:
                tell_all()


def tell_all() -> None:
    """Tell every front cache; one that does not answer is logged, and told again in the background until it does."""
    token = secrets.token_hex(8)
    addresses = settings.FRONT_CACHES
    with ThreadPoolExecutor(max_workers=len(addresses)) as pool:
        for address, fault in zip(addresses, pool.map(lambda address: _fault(address, token), addresses), strict=True):
            if fault:
                logger.error("The front cache %s was not told of a decision: %s", address, fault)
                _tell_later(address)


def _tell_later(address: str) -> None:
    from museum.core.tasks import tell_front_cache
    from museum.core.worker import enqueue_once

    # What is open stays sound when the queue is not there yet. Where nothing is open none is begun: SQLite may be in the
    # middle of the very statement that decided, and cannot commit before its end.
    guard = transaction.atomic() if connection.in_atomic_block else nullcontext()
    try:
        with guard:
            enqueue_once(tell_front_cache, address)
    except DatabaseError:
        # The decision stands; while the first migrations run there is no queue yet.
        logger.exception("The front cache %s cannot be told later either", address)


def _fault(address: str, token: str) -> Exception | None:
    try:
        tell(address, token)
    except Unreachable as fault:
        return fault
    return None


def tell(address: str, token: str = "") -> None:
    """Send one front cache a new stamp; raises ``Unreachable``."""
    parts = urlsplit(address)
    line = HTTPConnection(parts.hostname, parts.port or 80, timeout=SECONDS)
    try:
        line.request("PURGE", parts.path or "/", headers={"Stamp": token or secrets.token_hex(8)})
        status = line.getresponse().status
    except (OSError, HTTPException) as fault:
        raise Unreachable(str(fault)) from fault
    finally:
        line.close()
    if status != 200:
        raise Unreachable(f"it answered {status}")
