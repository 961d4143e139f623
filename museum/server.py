"""gunicorn's settings: ``gunicorn -c python:museum.server museum.wsgi``.

Set by the environment: ``BIND`` or ``HOST`` and ``PORT``, ``WEB_CONCURRENCY`` (processes).
"""

import contextlib
import ctypes
import gc
import os
import shutil
import tempfile

from museum.core.logs import logging_settings

bind = os.environ.get("BIND") or (f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}")
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
# Most of a page's time is spent waiting for the database or sending files.
threads = 4
worker_class = "gthread"
timeout = 60
graceful_timeout = 20
# A worker begins anew now and then, whatever some library may have kept. It takes seconds: seldom, also in a rush.
max_requests = 50_000
max_requests_jitter = 10_000
loglevel = "warning"
# The museum writes its own line a request (museum.core.observed); this is for what the server itself has to say.
logconfig_dict = {
    **logging_settings(os.environ.get("LOG_FORMAT") or "text", requests=False),
    "loggers": {"gunicorn.error": {"level": "WARNING", "handlers": ["console"], "propagate": False}},
}
if os.environ.get("METRICS_TOKEN") or os.environ.get("METRICS_ADDRESSES"):
    # The processes of this server count together, in files of this folder.
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = tempfile.mkdtemp(prefix="rihla-metrics-")
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


def post_worker_init(worker):
    """Never look again for what could be thrown away of what was loaded: each look takes a page's time.

    https://docs.python.org/3/library/gc.html#gc.freeze
    """
    gc.collect()
    gc.freeze()


def child_exit(server, worker):
    """Have the numbers of a process that ended counted once."""
    if os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        from prometheus_client import multiprocess

        multiprocess.mark_process_dead(worker.pid)


def on_exit(server):
    """Leave nothing behind."""
    if folder := os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        shutil.rmtree(folder, ignore_errors=True)
