"""The base map: land and coast out of one data file, and the names of the seas. No political border is ever drawn.

The file is the setting ``BASE_MAP``: land polygons as TopoJSON (https://github.com/topojson/topojson-specification) or
GeoJSON (RFC 7946). docs/maps.md says why there are no borders and how another file is supplied.
"""

import json
import logging
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from stories.routes.projection import WIDTH, Frame, equal_earth

Ring = list[tuple[float, float]]

logger = logging.getLogger(__name__)

#: What is nearer than this to a straight line, in units of the drawing, is drawn as one.
_TOLERANCE = 1.0
#: Islands smaller than this many square units are a blot.
_LEAST_AREA = 10
#: Land is cut off this far outside the frame, so that the cut is never seen.
_BEYOND = 40

#: Each sea with the points (latitude, longitude) where its name may stand, best first.
SEAS = (
    (_("Mediterranean"), ((37.9, 5.6), (34.6, 18.5), (33.7, 28.5))),
    (_("Atlantic Ocean"), ((41.5, -15.5), (33.5, -13.5), (37.5, -38.0), (30.0, -52.0))),
    (_("North Sea"), ((56.3, 3.2),)),
    (_("Black Sea"), ((43.3, 34.5),)),
    (_("Red Sea"), ((21.5, 38.0),)),
    (_("Indian Ocean"), ((-12.0, 74.0),)),
    (_("Pacific Ocean"), ((8.0, -140.0), (8.0, 160.0))),
)


class BaseMapError(ValueError):
    """The data file of the base map cannot be read; the message says why."""


def read_land(path: Path) -> list[list[Ring]]:
    """The polygons of a file (each a list of rings of longitude, latitude); ``BaseMapError`` where it has none."""
    try:
        document = json.loads(Path(path).read_text(encoding="utf-8"))
        if document.get("type") == "Topology":
            objects = document["objects"]
            arcs = [_decoded(arc, document.get("transform")) for arc in document["arcs"]]
            found = objects.get("land") or next(iter(objects.values()))
            polygons = [_joined(polygon, arcs) for polygon in _polygons(found, "arcs")]
        else:
            polygons = [
                [[tuple(position[:2]) for position in ring] for ring in polygon]
                for polygon in _polygons(document, "coordinates")
            ]
    except (OSError, ValueError, KeyError, IndexError, TypeError, AttributeError, StopIteration) as error:
        raise BaseMapError(f"{path}: {error or type(error).__name__}") from error
    if not polygons:
        raise BaseMapError(f"{path}: no polygon of land")
    return polygons


def _polygons(thing: dict, key: str) -> Iterator[list]:
    """The polygons of a geometry, feature or collection, as the file's own lists."""
    kind = thing.get("type")
    if kind == "Polygon":
        yield thing[key]
    elif kind == "MultiPolygon":
        yield from thing[key]
    elif kind == "Feature":
        yield from _polygons(thing["geometry"] or {}, key)
    for inner in thing.get("geometries") or thing.get("features") or ():
        yield from _polygons(inner, key)


def _decoded(arc: list, transform: dict | None) -> Ring:
    if not transform:
        return [tuple(position[:2]) for position in arc]
    (kx, ky), (dx, dy) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for step in arc:
        x, y = x + step[0], y + step[1]
        points.append((x * kx + dx, y * ky + dy))
    return points


def _joined(polygon: list[list[int]], arcs: list[Ring]) -> list[Ring]:
    rings = []
    for numbers in polygon:
        ring: Ring = []
        for number in numbers:
            arc = arcs[number] if number >= 0 else arcs[~number][::-1]
            ring += arc[1:] if ring else arc
        rings.append(ring)
    return rings


@lru_cache(maxsize=2)
def _land(path: Path, _changed: float) -> list[tuple[Ring, tuple[float, float, float, float]]]:
    """Every ring of the file with its bounds (west, south, east, north)."""
    rings = (_unrolled(ring) for polygon in read_land(path) for ring in polygon if len(ring) > 3)
    return [(ring, _bounds(ring)) for ring in rings if ring[0] == ring[-1]]


def _unrolled(ring: Ring) -> Ring:
    """A ring whose longitudes run on past 180° instead of jumping to -180°. One round a pole does not close."""
    turn, points = 0, ring[:1]
    for (before, _y), (x, y) in zip(ring, ring[1:], strict=False):
        turn += 360 if x - before < -180 else -360 if x - before > 180 else 0
        points.append((x + turn, y))
    return points


def _bounds(ring: Ring) -> tuple[float, float, float, float]:
    xs, ys = [x for x, _y in ring], [y for _x, y in ring]
    return min(xs), min(ys), max(xs), max(ys)


def land(frame: Frame) -> str:
    """The land inside ``frame`` as the data of one SVG path; empty (and logged) where the file cannot be read."""
    path = Path(settings.BASE_MAP)
    try:
        return _drawn(path, path.stat().st_mtime, frame)
    except (OSError, BaseMapError) as error:
        logger.error("The base map is drawn without land: %s", error)
        return ""


@lru_cache(maxsize=128)
def _drawn(path: Path, changed: float, frame: Frame) -> str:
    edges = (-_BEYOND, -_BEYOND, WIDTH + _BEYOND, frame.height + _BEYOND)
    west, south, east, north = frame.degrees(_BEYOND)
    parts = []
    for ring, bounds in _land(path, changed):
        for turn in (-360 - frame.meridian, -frame.meridian, 360 - frame.meridian):
            if bounds[0] + turn > east or bounds[2] + turn < west or bounds[1] > north or bounds[3] < south:
                continue
            around = [(x + turn, y) for x, y in ring]
            for axis, edge, side in ((1, south, 1), (1, north, -1), (0, west, 1), (0, east, -1)):
                around = _clipped(around, axis, edge, side)
            parts.append(_outline([_placed(frame, y, x) for x, y in around], edges))
    return "".join(parts)


def _placed(frame: Frame, latitude: float, longitude: float) -> tuple[float, float]:
    x, y = equal_earth(latitude, longitude)
    return (x - frame.left) * frame.scale, (frame.top - y) * frame.scale


def _outline(ring: Ring, edges: tuple[float, float, float, float]) -> str:
    """One closed ring inside ``edges``, simplified, in whole units and relative steps."""
    if not ring:
        return ""
    west, north, east, south = _bounds(ring)
    if west > edges[2] or east < edges[0] or north > edges[3] or south < edges[1]:
        return ""
    for axis, edge, side in ((0, edges[0], 1), (1, edges[1], 1), (0, edges[2], -1), (1, edges[3], -1)):
        ring = _clipped(ring, axis, edge, side)
    points = [(round(x), round(y)) for x, y in simplified(ring, _TOLERANCE)]
    if len(points) < 4 or _area(points) < _LEAST_AREA:
        return ""
    steps, before = [], points[0]
    for point in points[1:-1]:
        step = (point[0] - before[0], point[1] - before[1])
        before = point
        if step != (0, 0):
            steps.append(f"{step[0]}{step[1]:+d}".replace("+", " "))
    return f"M{points[0][0]} {points[0][1]}l{' '.join(steps).replace(' -', '-')}z"


def _clipped(ring: Ring, axis: int, edge: float, side: int) -> Ring:
    """The part of a ring on one side of a line parallel to an axis (Sutherland and Hodgman 1974)."""
    kept: Ring = []
    for start, end in zip(ring, [*ring[1:], *ring[:1]], strict=True):
        inside, will_be = (start[axis] - edge) * side >= 0, (end[axis] - edge) * side >= 0
        if inside:
            kept.append(start)
        if inside != will_be:
            part = (edge - start[axis]) / (end[axis] - start[axis])
            kept.append(tuple(a + (b - a) * part for a, b in zip(start, end, strict=True)))
    return [*kept, kept[0]] if kept and kept[0] != kept[-1] else kept


def simplified(points: Ring, tolerance: float) -> Ring:
    """The points of a line that matter (Douglas and Peucker 1973): no other lies further than ``tolerance`` from it."""
    near = points[:1]
    for point in points[1:-1]:
        if abs(point[0] - near[-1][0]) + abs(point[1] - near[-1][1]) >= tolerance:
            near.append(point)
    near += points[-1:] if len(points) > 1 else []
    if len(near) < 3:
        return near
    keep, open_parts = {0, len(near) - 1}, [(0, len(near) - 1)]
    if near[0] == near[-1]:
        far = max(range(len(near)), key=lambda k: _apart(near[k], near[0]))
        keep.add(far)
        open_parts = [(0, far), (far, len(near) - 1)]
    while open_parts:
        first, last = open_parts.pop()
        farthest, at = tolerance, None
        (ax, ay), (bx, by) = near[first], near[last]
        length = _apart(near[first], near[last]) or 1.0
        for k in range(first + 1, last):
            distance = abs((bx - ax) * (ay - near[k][1]) - (ax - near[k][0]) * (by - ay)) / length
            if distance > farthest:
                farthest, at = distance, k
        if at is not None:
            keep.add(at)
            open_parts += [(first, at), (at, last)]
    return [near[k] for k in sorted(keep)]


def _apart(one: tuple[float, float], other: tuple[float, float]) -> float:
    return ((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5


def _area(points: Iterable[tuple[float, float]]) -> float:
    points = list(points)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, points[1:], strict=False))) / 2
