"""Whether the museum lives, and whether it can serve: for load balancers, which ask often and know no language."""

from collections.abc import Callable

from django.core.cache import cache
from django.core.files.storage import storages
from django.db import connection
from django.http import HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from museum.core.schema import waiting_migrations


@require_safe
def alive(request) -> HttpResponse:
    """``ok``: the process answers. Asks nobody else, so that a database that is away does not have it restarted."""
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8", headers={"Cache-Control": "no-store"})


class Alive:
    """Answers ``/health/`` before Django: whoever asks from beside it knows neither the museum's name nor https."""

    def __init__(self, application):
        self.application = application

    def __call__(self, environ, start_response):
        if environ.get("PATH_INFO") != "/health/":
            return self.application(environ, start_response)
        start_response(
            "200 OK",
            [("Content-Type", "text/plain; charset=utf-8"), ("Content-Length", "3"), ("Cache-Control", "no-store")],
        )
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [b"ok\n"]


@require_safe
def ready(request) -> JsonResponse:
    """``{"database": "ok", …}`` with 200, or with 503 what is amiss: whether this process can serve visitors.

    A cache that is away is told and costs time alone.
    """
    found = {name: _tried(attempt) for name, attempt in ATTEMPTS.items()}
    status = 200 if {found[name] for name in found if name not in OPTIONAL} <= {"ok"} else 503
    return JsonResponse(found, status=status, headers={"Cache-Control": "no-store"})


def _tried(attempt: Callable[[], bool]) -> str:
    try:
        return "ok" if attempt() else "behind"
    except Exception as fault:
        # The kind alone: messages name hosts and users.
        return type(fault).__name__


def _database() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return cursor.fetchone() == (1,)


def _migrations() -> bool:
    """Whether the database knows every record of this version of the museum; one that is ahead of it serves too."""
    return not waiting_migrations(connection)


def _files() -> bool:
    for name in ("default", "private"):
        storages[name].exists("health")
    return True


def _cache() -> bool:
    cache.set("health", "ok", 5)
    return cache.get("health") == "ok"


#: Told, but no reason to send visitors elsewhere.
OPTIONAL = {"cache"}
ATTEMPTS: dict[str, Callable[[], bool]] = {
    "database": _database, "migrations": _migrations, "files": _files, "cache": _cache,
}  # fmt: skip
