"""Roads to a drawing: arcs, markers, labels and the names of the seas, placed in the units of one SVG.

Everything is computed here and shaped by the browser: a label is text in the reader's script, never an outline. What
is drawn keeps the order of the roads given, so that the links of the drawing follow the list beside it.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import hypot, sqrt
from statistics import median

from stories.routes import basemap
from stories.routes.periods import UNDATED, Period
from stories.routes.projection import WIDTH, Frame

#: Stroke widths in pixels of the screen: the thinnest line, one journey, and the widest that a map bears.
THINNEST, ONE, WIDEST = 1.25, 1.75, 11.0
#: The size of labels in units, on a phone and on a wide screen; the style sheet says the same (routes.css).
LARGE, SMALL, SEA = 62, 32, 58
#: How far an arc leaves the straight line, as a part of its length, and how much more each further arc between two ends.
_BEND, _MORE = 0.17, 0.1
#: A letter is about this wide, as a part of its size.
_LETTER = {"ar": 0.5, "zgh": 0.75}
_GAP = 14
#: Of many places a few that lie far off stand at the edge of the map: at least so many places, at most such a part of
#: all coming and going, and only where the map of the others is so much smaller.
_MANY, _FEW, _SMALLER = 12, 0.12, 0.5
#: How far inside the edge they stand.
_INSIDE = 60


@dataclass(frozen=True)
class Point:
    """An end of a road: a place by its name in the reader's language, and where it is if that may be shown."""

    key: str
    name: str
    language: str
    latitude: float | None
    longitude: float | None
    url: str

    @property
    def is_located(self) -> bool:
        return self.latitude is not None and self.longitude is not None


@dataclass(frozen=True)
class Road:
    """So many travelled from one place to another in one period for one reason. ``certainty`` is that of a leg
    (``documented``, ``probable``, ``disputed``); ``label`` says it in words, ``url`` opens its story or source."""

    origin: Point
    destination: Point
    count: int
    period: Period = UNDATED
    motive: str = "unknown"
    certainty: str = "documented"
    label: str = ""
    url: str = ""

    @property
    def is_located(self) -> bool:
        """Whether both ends are known well enough to draw it."""
        return self.origin.is_located and self.destination.is_located


@dataclass(frozen=True)
class Arc:
    """A drawn road: path data, the head of its arrow, the stroke in pixels, its number among the roads given."""

    road: Road
    number: int
    path: str
    head: str
    width: float


@dataclass(frozen=True)
class Label:
    """Text at a point: ``anchor`` as SVG's ``text-anchor``, ``dy`` in em; ``minor`` where a phone has no room for it."""

    text: str
    x: int
    y: int
    anchor: str = "middle"
    dy: float = 0.35
    minor: bool = False


@dataclass(frozen=True)
class Marker:
    """A place on the map, with its label where there is room for one; ``is_beyond`` where it lies off the map and its
    marker stands at the edge, in its direction."""

    point: Point
    number: int
    x: int
    y: int
    label: Label | None
    is_beyond: bool = False


@dataclass
class Drawing:
    """Everything that a template needs to write one SVG."""

    frame: Frame
    arcs: list[Arc] = field(default_factory=list)
    markers: list[Marker] = field(default_factory=list)
    seas: list[Label] = field(default_factory=list)

    width = WIDTH

    @property
    def height(self) -> int:
        return self.frame.height

    @cached_property
    def land(self) -> str:
        """The land as the data of one path."""
        return basemap.land(self.frame)

    @property
    def has_beyond(self) -> bool:
        """Whether any place lies beyond the edge."""
        return any(marker.is_beyond for marker in self.markers)

    @property
    def is_tall(self) -> bool:
        return self.height > self.width


def draw(roads: Sequence[Road], frame: Frame | None = None, points: Sequence[Point] | None = None) -> Drawing:
    """The drawing of ``roads`` in a frame that fits them; ``points`` are its markers, by default every end in order.

    A road with an end that is nowhere is not drawn; whoever lists the roads says so.
    """
    points = list(points) if points is not None else ends_of(roads)
    located = [(number, point) for number, point in enumerate(points, 1) if point.is_located]
    traffic: Counter = Counter()
    for road in roads:
        traffic.update([road.origin.key, road.destination.key])
    frame = frame or _frame([point for _number, point in located], traffic)
    drawing = Drawing(frame, _arcs(roads, frame))
    _place_markers(drawing, located, traffic)
    return drawing


def _frame(points: Sequence[Point], traffic: Counter) -> Frame:
    """The frame of the points; of many, without the few that lie so far off that the others could not be told apart."""
    places = [(point.latitude, point.longitude) for point in points]
    whole = Frame.around(places)
    if len(points) < _MANY:
        return whole
    middle = median(latitude for latitude, _east in places), median(longitude for _north, longitude in places)
    nearest = sorted(points, key=lambda point: hypot(point.latitude - middle[0], point.longitude - middle[1]))
    left_out, most = 0, _FEW * sum(traffic[point.key] for point in points)
    while len(nearest) > 2 and left_out + traffic[nearest[-1].key] <= most:
        left_out += traffic[nearest.pop().key]
    core = Frame.around((point.latitude, point.longitude) for point in nearest)
    return core if core.area <= _SMALLER * whole.area else whole


def _placed(frame: Frame, point: Point) -> tuple[float, float, bool]:
    """(x, y, whether it lies beyond) of a point: at the edge, on the way to it from the middle, where it is off the map."""
    x, y = frame.xy(point.latitude, point.longitude)
    if 0 <= x <= WIDTH and 0 <= y <= frame.height:
        return x, y, False
    cx, cy = WIDTH / 2, frame.height / 2
    part = min((cx - _INSIDE) / (abs(x - cx) or 1), (cy - _INSIDE) / (abs(y - cy) or 1))
    return cx + (x - cx) * part, cy + (y - cy) * part, True


def ends_of(roads: Sequence[Road]) -> list[Point]:
    """Every place at an end of the roads, once, in the order in which the roads name them."""
    return list({point.key: point for road in roads for point in (road.origin, road.destination)}.values())


def stroke_unit(largest: int) -> float:
    """Pixels of stroke for the root of one: the widest road is never wider than a map bears."""
    return min(ONE, WIDEST / sqrt(max(largest, 1)))


def _arcs(roads: Sequence[Road], frame: Frame) -> list[Arc]:
    unit = stroke_unit(max((road.count for road in roads), default=1))
    ranks: Counter = Counter()
    arcs = []
    for number, road in enumerate(roads, 1):
        if not road.is_located:
            continue
        ends = (road.origin.key, road.destination.key)
        start, end = _placed(frame, road.origin)[:2], _placed(frame, road.destination)[:2]
        width = round(max(unit * sqrt(road.count), THINNEST), 2)
        path, head = _bow(start, end, ranks[ends], width)
        ranks[ends] += 1
        arcs.append(Arc(road, number, path, head, width))
    return arcs


def _bow(start, end, rank: int, width: float) -> tuple[str, str]:
    """(path, arrow head) of an arc that leaves to the left of the way travelled: there and back never coincide."""
    (ax, ay), (bx, by) = start, end
    dx, dy = bx - ax, by - ay
    if hypot(dx, dy) < 2:
        reach = 90 + 40 * rank
        return f"M{_numbers(ax, ay)}c{_numbers(reach, -reach, -reach, -reach, 0, 0)}", ""
    bend = _BEND + _MORE * rank
    cx, cy = (ax + bx) / 2 + dy * bend, (ay + by) / 2 - dx * bend
    path = f"M{_numbers(ax, ay)}q{_numbers(cx - ax, cy - ay, dx, dy)}"
    # The head stands a little beyond the middle, where few arcs meet, and looks along the curve.
    t = 0.56
    x = (1 - t) ** 2 * ax + 2 * (1 - t) * t * cx + t * t * bx
    y = (1 - t) ** 2 * ay + 2 * (1 - t) * t * cy + t * t * by
    tx, ty = (1 - t) * (cx - ax) + t * (bx - cx), (1 - t) * (cy - ay) + t * (by - cy)
    size = min(8 + 1.5 * width, hypot(dx, dy) / 3) / (hypot(tx, ty) or 1)
    ux, uy = tx * size, ty * size
    corners = _numbers(-1.9 * ux + 0.75 * uy, -1.9 * uy - 0.75 * ux, -1.5 * uy, 1.5 * ux)
    return path, f"M{_numbers(x + ux, y + uy)}l{corners}z"


def _numbers(*values: float) -> str:
    """Whole numbers as path data, written short."""
    return " ".join(str(round(value)) for value in values).replace(" -", "-")


Box = tuple[float, float, float, float]


class _Room:
    """Boxes already taken on the drawing."""

    def __init__(self, height: int):
        self.height = height
        self.taken: list[Box] = []

    def has(self, box: Box) -> bool:
        """Whether ``box`` lies on the drawing and touches nothing."""
        left, top, right, bottom = box
        if left < 6 or right > WIDTH - 6 or top < 6 or bottom > self.height - 6:
            return False
        return not any(left < r and right > x and top < b and bottom > y for x, y, r, b in self.taken)


def _place_markers(drawing: Drawing, located: list[tuple[int, Point]], traffic: Counter) -> None:
    """Markers and labels: the busiest places choose first, large letters before small ones; then the seas."""
    room = _Room(drawing.height)
    at = {point.key: _placed(drawing.frame, point) for _number, point in located}
    room.taken += [(x - _GAP, y - _GAP, x + _GAP, y + _GAP) for x, y, _beyond in at.values()]
    labels: dict[str, Label] = {}
    busiest = sorted((point for _number, point in located), key=lambda point: (-traffic[point.key], point.key))
    for size, minor in ((LARGE, False), (SMALL, True)):
        for point in busiest:
            if point.key not in labels and (found := _label(room, point, *at[point.key][:2], size, minor)):
                labels[point.key] = found
    drawing.markers = [
        Marker(point, number, round(x), round(y), labels.get(point.key), beyond)
        for number, point in located
        for x, y, beyond in [at[point.key]]
    ]
    drawing.seas = list(_seas(drawing, room))


def text_width(text: str, language: str, size: float) -> float:
    """About how wide a text is in units; generous, for the letters are the browser's."""
    return len(text) * size * _LETTER.get(language, 0.56)


def _label(room: _Room, point: Point, x: float, y: float, size: int, minor: bool) -> Label | None:
    wide = text_width(point.name, point.language, size)
    off, near = _GAP + 4, _GAP
    for anchor, dx, dy, em in (
        ("start", off, 0, 0.35), ("end", -off, 0, 0.35), ("middle", 0, -off, -0.3), ("middle", 0, off, 0.85),
        ("start", near, -near, -0.1), ("start", near, near, 0.75), ("end", -near, -near, -0.1), ("end", -near, near, 0.75),
    ):  # fmt: skip
        left = x + dx - {"start": 0, "middle": wide / 2, "end": wide}[anchor]
        base = y + dy + em * size
        box = (left, base - 0.8 * size, left + wide, base + 0.28 * size)
        if room.has(box):
            room.taken.append(box)
            return Label(point.name, round(x + dx), round(y + dy), anchor, em, minor)
    return None


def _seas(drawing: Drawing, room: _Room):
    for name, places in basemap.SEAS:
        for latitude, longitude in places:
            x, y = drawing.frame.xy(latitude, longitude)
            wide = text_width(str(name), "", SEA) * 1.1
            box = (x - wide / 2, y - SEA / 2, x + wide / 2, y + SEA / 2)
            if room.has(box):
                room.taken.append(box)
                yield Label(str(name), round(x), round(y))
                break
