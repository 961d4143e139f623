"""Numbers for whoever watches the servers, in Prometheus' text (https://prometheus.io/docs/instrumenting/exposition_formats/).

Off unless ``METRICS_TOKEN`` or ``METRICS_ADDRESSES`` says who may read ``/metrics/``. The processes of a server count
together (prometheus_client's multiprocess mode, which museum.server turns on); each server is asked for itself. No number
tells anything of a visitor.
"""

from __future__ import annotations

import hmac
import os
from collections.abc import Callable, Iterator

from django.conf import settings
from django.db import DatabaseError, InterfaceError
from django.db.models import Count
from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Histogram, generate_latest, multiprocess
from prometheus_client.core import GaugeMetricFamily

from museum.core.clients import is_in, networks

METHODS = {"GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE", "PURGE"}
_counted = CollectorRegistry()
_REQUESTS = Counter(
    "museum_requests", "Requests answered, by template of their address.", ["method", "route", "status"],
    registry=_counted,
)  # fmt: skip
_SECONDS = Histogram(
    "museum_request_seconds", "Seconds until an answer begins, by template of its address.", ["route"],
    buckets=(0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10), registry=_counted,
)  # fmt: skip
_PAGES = Counter(
    "museum_public_pages",
    "Public pages, by whether they were kept, shared by another process, or made.",
    ["page"],
    registry=_counted,
)
#: What is asked of the database when the numbers are read: name, sentence, label, and values by that label.
_ASKED: dict[str, tuple[str, str, Callable[[], dict[str, float]]]] = {}


def is_on() -> bool:
    """Whether anybody may read the numbers."""
    return bool(settings.METRICS_TOKEN or settings.METRICS_ADDRESSES)


def note(method: str, route: str, status: int, seconds: float, page: str) -> None:
    """Count a request."""
    route = route or ("(kept)" if page == "kept" else "(none)")
    _REQUESTS.labels(method if method in METHODS else "OTHER", route, str(status)).inc()
    _SECONDS.labels(route).observe(seconds)
    if page:
        _PAGES.labels(page).inc()


def asked(name: str, sentence: str, label: str) -> Callable:
    """Have a function asked whenever the numbers are read; it gives values by label."""

    def register(function: Callable[[], dict[str, float]]) -> Callable:
        _ASKED[name] = (sentence, label, function)
        return function

    return register


@asked("museum_tasks", "Work in the background that is not done.", "state")
def _tasks() -> dict[str, float]:
    from django_tasks_db.models import DBTaskResult

    found = dict(DBTaskResult.objects.order_by().values_list("status").annotate(Count("pk")))
    return {"waiting": found.get("READY", 0), "running": found.get("RUNNING", 0), "failed": found.get("FAILED", 0)}


@asked("museum_workers", "Workers of the background that gave a sign of life.", "state")
def _workers() -> dict[str, float]:
    from museum.core import worker

    return {"alive": worker.living().count()}


class _Asked:
    """What prometheus_client asks when the numbers are read."""

    def collect(self) -> Iterator[GaugeMetricFamily]:
        is_there = 1
        for name, (sentence, label, function) in _ASKED.items():
            try:
                values = function() if is_there else {}
            except (DatabaseError, InterfaceError):
                is_there, values = 0, {}
            family = GaugeMetricFamily(name, sentence, labels=[label])
            for key, value in values.items():
                family.add_metric([key], value)
            yield family
        yield GaugeMetricFamily("museum_database_up", "Whether the database answers.", value=is_there)


def _may_read(request) -> bool:
    """By the token; or by the address, where no proxy stands between, which would lend everybody its own."""
    _bearer, _blank, token = request.headers.get("Authorization", "").partition("Bearer ")
    if settings.METRICS_TOKEN and hmac.compare_digest(token.encode(), settings.METRICS_TOKEN.encode()):
        return True
    if "X-Forwarded-For" in request.headers or not settings.METRICS_ADDRESSES:
        return False
    return is_in(request.META.get("REMOTE_ADDR", ""), networks(settings.METRICS_ADDRESSES))


@require_safe
def view(request) -> HttpResponse:
    """The numbers of this server; 404 for whoever may not read them."""
    if not _may_read(request):
        raise Http404
    registry = CollectorRegistry()
    if os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        multiprocess.MultiProcessCollector(registry)
    else:
        registry.register(_counted)
    registry.register(_Asked())
    return HttpResponse(
        generate_latest(registry), content_type=CONTENT_TYPE_LATEST, headers={"Cache-Control": "no-store"}
    )
