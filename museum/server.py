"""gunicorn's settings: ``gunicorn -c python:museum.server museum.wsgi``.

Set by the environment: ``BIND`` or ``HOST`` and ``PORT``, ``WEB_CONCURRENCY`` (processes).
"""

import contextlib
import ctypes
import os

bind = os.environ.get("BIND") or (f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}")
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
# Most of a page's time is spent waiting for the database or sending files.
threads = 4
worker_class = "gthread"
timeout = 60
graceful_timeout = 20
max_requests = 2000
max_requests_jitter = 200
loglevel = "warning"
# Long enough for a shared link, short enough to refuse an address of several megabytes early.
limit_request_line = 8190
control_socket_disable = True


def post_fork(server, worker):
    """Give memory back: glibc keeps for each thread what a large picture took, and never returns it.

    Few arenas, and large blocks mapped one by one (mallopt(3): M_ARENA_MAX, M_MMAP_THRESHOLD). Elsewhere than on glibc
    there is nothing to do.
    """
    with contextlib.suppress(OSError, AttributeError):
        library = ctypes.CDLL(None)
        library.mallopt(-8, 2)
        library.mallopt(-3, 256 * 1024)
