"""Maps of roads in templates."""

from django import template

from museum.collection.models import Place
from museum.core.languages import current_language
from stories.routes.drawing import draw
from stories.routes.query import RoadQuery
from stories.routes.rows import Stop
from stories.routes.statistics import series_of

register = template.Library()


@register.inclusion_tag("stories/routes/map.html")
def road_map(roads, frame=None, drawing=None, rows: str = "", point_rows: str = "", kind: str = "journeys"):
    """The map of ``roads`` (:class:`stories.routes.drawing.Road`) as inline SVG; nothing without any.

    Its links are named by the rows of a list where there is one beside it: ``rows`` and ``point_rows`` are what the
    ids of its rows begin with (``road-`` for ``road-1``, ``road-2`` …), in the order of the roads and of their ends.
    ``drawing`` is one that is made already; ``kind`` is ``statistics`` where numbers are drawn, which look otherwise.
    """
    roads = list(roads or ())
    if drawing is None and roads:
        drawing = draw(roads, frame)
    return {"drawing": drawing, "rows": rows, "point_rows": point_rows, "kind": kind}


@register.simple_tag(takes_context=True)
def roads_asked(context, value) -> RoadQuery:
    """The roads of a block's value (:class:`stories.blocks.RoadMapBlock`); none where it asks for what is not public. A
    page may hold several: each has ids of its own, numbered as they come."""
    request = context.get("request")
    number = getattr(request, "_road_maps", 0) + 1
    if request is not None:
        request._road_maps = number
    start, end = value.get("start"), value.get("end")
    chosen = {name: record for name, record in _chosen(value).items() if record}
    hidden = any(not record.live for record in chosen.values())
    asked = {
        **{name: record.slug for name, record in chosen.items()},
        "show": value.get("show") or "",
        "years": f"{start or ''}-{end or ''}" if start or end else "",
    }
    nothing = (lambda stop: False) if hidden else None
    query = RoadQuery(asked, current_language(), through=nothing, prefix=f"map-{number}-")
    # What was chosen need not be looked up again by its address; what is not published is nothing to the query.
    public = {name: record for name, record in chosen.items() if record.live}
    query.origin, query.destination, query.theme = (public.get(name) for name in ("from", "to", "theme"))
    return query


def _chosen(value) -> dict:
    return {"from": value.get("origin"), "to": value.get("destination"), "theme": value.get("theme")}


@register.simple_tag
def roads_through(record, places_within=()) -> RoadQuery:
    """The journeys that begin or end at a place or in ``places_within``, or those of a theme's stories."""
    if not isinstance(record, Place):
        query = RoadQuery({"theme": record.slug}, current_language())
        query.theme = record
        return query
    inside = {record.pk, *(place.pk for place in places_within or ())}
    country = record.country if record.kind == Place.Kind.COUNTRY else ""

    def through(stop: Stop) -> bool:
        return stop.key in inside or (country != "" and country == (stop.place.country if stop.place else stop.country))

    return RoadQuery({}, current_language(), through=through)


@register.simple_tag
def statistics_of(query: RoadQuery) -> list:
    """The series from which the numbers of a query come; none for journeys."""
    return series_of(query) if query.show == "statistics" else []
