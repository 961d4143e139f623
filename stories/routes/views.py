"""The map of roads at ``/<language>/routes/`` and its data. The address is the whole state; nothing else is remembered.

``stories/routes/routes.html`` gets ``query`` (:class:`stories.routes.query.RoadQuery`), ``motives`` and ``themes`` for
its form and ``legend``: the periods that are shown, each with its number of roads and the address that asks for it.
"""

from collections import Counter

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from museum.collection.models import Theme
from museum.core.languages import current_language
from stories.models import Leg
from stories.routes.data import geojson, table
from stories.routes.periods import PERIODS, UNDATED
from stories.routes.query import FIRST_YEAR, LAST_YEAR, MOST_MOVING, STATISTICS, RoadQuery
from stories.routes.statistics import series_of

# Kept by caches, and asked for again by them: what was taken back is shown no longer.
shared = cache_control(public=True, no_cache=True)


@require_safe
@shared
def index(request):
    """The roads as map, list and table."""
    query = RoadQuery(request.GET, current_language())
    themes = Theme.objects.filter(live=True, stories__journey__live=True).distinct().prefetch_related("texts")
    counts = Counter(row.road.period for row in query.all_rows)
    legend = [
        {
            "period": period,
            "count": counts[period],
            "url": "" if period == UNDATED else query.url(years=f"{period.start or ''}-{period.end or ''}"),
        }
        for period in (*PERIODS, UNDATED)
        if counts[period]
    ]
    return render(
        request,
        "stories/routes/routes.html",
        {
            "query": query,
            "legend": legend,
            "motives": Leg.Motive.choices,
            "themes": sorted(themes, key=str),
            "span": {"first": FIRST_YEAR, "last": LAST_YEAR, "ticks": range(FIRST_YEAR, LAST_YEAR + 1, 10)},
            "series": series_of(query) if query.show == STATISTICS else [],
            "moves": len(query.rows) <= MOST_MOVING,
        },
    )


@require_safe
@shared
def as_csv(request):
    """The same roads, a line each."""
    query = RoadQuery(request.GET, current_language())
    answer = HttpResponse(table(query, request.build_absolute_uri), content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = 'attachment; filename="rihla-roads.csv"'
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer


@require_safe
@shared
def as_geojson(request):
    """The same roads and their places, a feature each."""
    query = RoadQuery(request.GET, current_language())
    document = geojson(query, request.build_absolute_uri)
    answer = JsonResponse(document, json_dumps_params={"ensure_ascii": False}, content_type="application/geo+json")
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer
