"""The rows of a query as data: GeoJSON (RFC 7946) and CSV (RFC 4180), the same rows in the same order."""

import csv
import io
from collections.abc import Callable

from stories.routes.drawing import Point, ends_of
from stories.routes.query import RoadQuery

COLUMNS = (
    "from", "from_latitude", "from_longitude", "to", "to_latitude", "to_longitude", "when", "first_year", "last_year",
    "period", "motive", "certainty", "count", "counted", "definition", "sources",
)  # fmt: skip

Absolute = Callable[[str], str]


def geojson(query: RoadQuery, absolute: Absolute) -> dict:
    """A feature a road and a feature a place, of all pages unless one was asked for. What is nowhere has the geometry
    ``null`` (RFC 7946, 3.2)."""
    roads = [
        {
            "type": "Feature",
            "id": f"road-{number}",
            "geometry": _line(row.road.origin, row.road.destination) if row.road.is_located else None,
            "properties": {
                "kind": "road",
                "from": row.road.origin.key,
                "to": row.road.destination.key,
                "label": row.road.label,
                "when": row.years,
                "first_year": row.earliest,
                "last_year": row.latest,
                "period": row.road.period.key,
                "motive": row.road.motive,
                "certainty": row.road.certainty,
                "count": row.shown_count,
                "counted": row.number,
                "definition": row.definition,
                "sources": [{"title": link.title, "url": absolute(link.url)} for link in row.links],
            },
        }
        for number, row in enumerate(query.asked_rows, 1)
    ]
    places = [
        {
            "type": "Feature",
            "id": f"place-{number}",
            "geometry": _spot(point) if point.is_located else None,
            "properties": {"kind": "place", "key": point.key, "name": point.name, "url": absolute(point.url)},
        }
        for number, point in enumerate(ends_of([row.road for row in query.asked_rows]), 1)
    ]
    return {"type": "FeatureCollection", "features": roads + places}


def _spot(point: Point) -> dict:
    return {"type": "Point", "coordinates": [point.longitude, point.latitude]}


def _line(start: Point, end: Point) -> dict:
    ends = [[point.longitude, point.latitude] for point in (start, end)]
    return {"type": "LineString", "coordinates": ends}


def table(query: RoadQuery, absolute: Absolute) -> str:
    """One line a road under ``COLUMNS``, with a mark that tells spreadsheets it is UTF-8."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(COLUMNS)
    for row in query.asked_rows:
        start, end = row.road.origin, row.road.destination
        sources = " ; ".join(f"{link.title} <{absolute(link.url)}>" for link in row.links)
        writer.writerow(
            map(
                harmless,
                (
                    start.name, start.latitude, start.longitude, end.name, end.latitude, end.longitude, row.years,
                    row.earliest, row.latest, str(row.road.period), row.motive, row.certainty, row.shown_count,
                    row.number, row.definition, sources,
                ),
            )
        )  # fmt: skip
    return "\ufeff" + written.getvalue()


def harmless(value):
    """A cell that no spreadsheet takes for a formula (https://owasp.org/www-community/attacks/CSV_Injection)."""
    if value is None:
        return ""
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return "'" + value
    return value
