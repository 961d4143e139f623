"""Where the works of an exhibit hang when it is walked through: a pure function, the same for the same input.

A hall is a rectangle seen from above, its entrance in the south wall and the door to the next hall opposite in the north
wall. Works follow the wall text from the entrance along the west wall, the north wall, the east wall and back to the door;
where one reads from right to left the plan is mirrored, so that the walk begins on the other side. Nothing is placed by hand.

Lengths are metres, rounded to the millimetre; x runs east from the middle of the hall, z runs south from it, y up from the
floor; ``facing`` is the direction in degrees in which a wall looks into the hall (0 south, 90 east, 180 north, 270 west).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from math import cos, radians, sin

CENTRE_LINE = 1.5
GAP = 0.8
WORKS_A_HALL = 24
DOOR_WIDTH = 1.6
DOOR_HEIGHT = 2.4
DOOR_CLEARANCE = 0.4
EYE = 1.55
#: So far from a bench one stands before it: a little more than the walk keeps free (``BODY`` of static/js/room/reach.js).
ELBOW_ROOM = 0.36

#: What is not known to be larger or smaller hangs this wide or high, whichever is more.
USUAL_SIDE = 0.8
LARGEST_WIDTH, LARGEST_HEIGHT, LARGEST_DEPTH = 6.0, 4.0, 2.0
FRAME = 0.04
#: A small thing is framed with a mount, so that it can be found from the door.
LEAST_OUTER = 0.45
LABEL_WIDTH, LABEL_HEIGHT, LABEL_GAP = 0.26, 0.18, 0.1
PANEL_WIDTH, PANEL_HEIGHT = 1.2, 1.0
ARCH_WIDTH, ARCH_HEIGHT = 1.8, 2.3
PLINTH_MARGIN = 0.08
LEAST_WALL_HEIGHT = 3.6
LEAST_SIDE = 6.0
_STEP = 0.5
_BEHIND = 0.25


@dataclass(frozen=True)
class Hanging:
    """A work as the layout needs it: its key, its ``form``, its true size in metres where known, its picture's aspect.

    ``form`` is "picture" (on the wall), "object" (on a plinth), "panel" (text, sound) or "arch" (a panorama).
    ``aspect`` is width by height of the picture that stands for it.
    """

    key: str
    form: str = "picture"
    width: float | None = None
    height: float | None = None
    depth: float | None = None
    aspect: float = 1.0


@dataclass(frozen=True)
class Placed:
    """A work in its place.

    ``x, y, z`` is the middle of what is seen; ``width, height`` its size; ``outer_width, outer_height`` with frame and
    mount; ``facing`` as the wall; ``plinth`` (width, height, depth) or ``None``; ``label`` the middle of its label
    (x, y, z); ``stop`` where one stands to see it (x, z); ``true_scale`` whether it has the size of the real thing.
    """

    key: str
    form: str
    x: float
    y: float
    z: float
    width: float
    height: float
    outer_width: float
    outer_height: float
    facing: int
    plinth: tuple[float, float, float] | None
    label: tuple[float, float, float]
    stop: tuple[float, float]
    true_scale: bool


@dataclass(frozen=True)
class Hall:
    """One hall: size, works in order, the wall text's place, doors (x of the middle) and the bench."""

    width: float
    depth: float
    height: float
    works: tuple[Placed, ...]
    wall_text: Placed
    entrance: float
    exit: float | None
    bench: tuple[float, float, float, float] | None

    def as_json(self) -> dict:
        """For the script that builds it, and for the plan: lists and numbers only."""
        return {
            "size": [self.width, self.depth, self.height],
            "door": [DOOR_WIDTH, DOOR_HEIGHT],
            "exit": self.exit is not None,
            "bench": list(self.bench) if self.bench else None,
            "text": _as_json(self.wall_text),
            "works": [_as_json(work) for work in self.works],
        }


def _as_json(work: Placed) -> dict:
    return {
        "key": work.key,
        "form": work.form,
        "at": [work.x, work.y, work.z],
        "size": [work.width, work.height],
        "outer": [work.outer_width, work.outer_height],
        "facing": work.facing,
        "plinth": list(work.plinth) if work.plinth else None,
        "label": list(work.label),
        "stop": list(work.stop),
    }


@dataclass(frozen=True)
class _Item:
    """A work measured: what it takes of a wall (``along``), its parts, and how far it stands out of the wall."""

    work: Hanging
    width: float
    height: float
    outer_width: float
    outer_height: float
    plinth: tuple[float, float, float] | None
    true_scale: bool

    @property
    def along(self) -> float:
        return self.body + LABEL_GAP + LABEL_WIDTH

    @property
    def body(self) -> float:
        return max(self.outer_width, self.plinth[0] if self.plinth else 0)

    @property
    def reach(self) -> float:
        return self.plinth[2] + _BEHIND if self.plinth else 0.1

    @property
    def centre(self) -> float:
        """Height of its middle: the centre line, unless it is too tall for it or stands on a plinth."""
        if self.plinth:
            return self.plinth[1] + self.height / 2
        if self.work.form == "arch":
            return self.outer_height / 2
        return max(CENTRE_LINE, self.outer_height / 2 + 0.2)


@dataclass
class _Wall:
    """A stretch of wall: where it begins, which way it runs and looks, how long it is, what hangs there."""

    x: float
    z: float
    facing: int
    length: float
    items: list[_Item] = field(default_factory=list)


def halls_of(works: Sequence[Hanging], *, more: bool = False, right_to_left: bool = False) -> list[Hall]:
    """The halls that a room's works need, at most 24 in each; one hall at least, so that its wall text has a place.

    ``more`` tells whether another room follows, so that the last hall has a door out; ``right_to_left`` mirrors the walk.
    """
    groups = [works[k : k + WORKS_A_HALL] for k in range(0, len(works), WORKS_A_HALL)] or [()]
    last = len(groups) - 1
    return [_hall(group, more or k < last, right_to_left) for k, group in enumerate(groups)]


def _hall(works: Sequence[Hanging], has_exit: bool, right_to_left: bool) -> Hall:
    text = _measured(Hanging("text", "panel"))
    items = [text, *(_measured(work) for work in works)]
    reach = max(item.reach for item in items)
    margin = max(1.0, reach + 0.2)
    width, depth, cuts = _room_for(items, margin, has_exit, least=2 * reach + 2.6)
    walls = _walls(width, depth, margin, has_exit)
    for wall, (start, end) in zip(walls, cuts, strict=True):
        wall.items = items[start:end]
    placed = [place for wall in walls for place in _hung(wall, width, depth, reach)]
    if right_to_left:
        placed = [_mirrored(place) for place in placed]
    top = max((place.y + place.outer_height / 2 for place in placed), default=0)
    bench = _bench(width, depth, margin)
    if bench:
        placed = [_off_the_bench(place, bench) for place in placed]
    return Hall(
        width=_mm(width),
        depth=_mm(depth),
        height=_mm(max(LEAST_WALL_HEIGHT, 3.2 + 0.04 * (width + depth), top + 0.7)),
        works=tuple(placed[1:]),
        wall_text=placed[0],
        entrance=0.0,
        exit=0.0 if has_exit else None,
        bench=bench,
    )


def _measured(work: Hanging) -> _Item:
    """The size at which a work is shown: its own where that is known and fits in a building."""
    if work.form == "panel":
        return _Item(work, PANEL_WIDTH, PANEL_HEIGHT, PANEL_WIDTH, PANEL_HEIGHT, None, False)
    if work.form == "arch":
        return _Item(work, ARCH_WIDTH, ARCH_HEIGHT, ARCH_WIDTH, ARCH_HEIGHT, None, False)
    aspect = min(max(work.aspect, 0.1), 10.0)
    known = bool(work.width or work.height)
    if work.width and work.height:
        width, height = work.width, work.height
    elif work.width:
        width, height = work.width, work.width / aspect
    elif work.height:
        width, height = work.height * aspect, work.height
    else:
        width, height = USUAL_SIDE * min(1.0, aspect), USUAL_SIDE / max(1.0, aspect)
    shrink = min(1.0, LARGEST_WIDTH / width, LARGEST_HEIGHT / height)
    width, height = max(width * shrink, 0.01), max(height * shrink, 0.01)
    true_scale = known and shrink == 1.0
    if work.form == "object":
        depth = min(max((work.depth or width) * shrink, 0.05), LARGEST_DEPTH)
        base = (
            _mm(max(width, 0.3) + 2 * PLINTH_MARGIN),
            _mm(min(max(CENTRE_LINE - 0.2 - height / 2, 0.12), 1.05)),
            _mm(max(depth, 0.3) + 2 * PLINTH_MARGIN),
        )
        return _Item(work, width, height, width, height, base, true_scale)
    outer_width, outer_height = max(width + 2 * FRAME, LEAST_OUTER), max(height + 2 * FRAME, LEAST_OUTER)
    return _Item(work, width, height, outer_width, outer_height, None, true_scale)


def _stretches(width: float, depth: float, margin: float, has_exit: bool) -> list[float]:
    """Usable lengths of the walls in walking order: west, north (in two parts where there is a door), east, south."""
    side = depth - 2 * margin
    half = (width - DOOR_WIDTH) / 2 - DOOR_CLEARANCE - margin
    north = [half, half] if has_exit else [width - 2 * margin]
    return [side, *north, side, half]


def _room_for(
    items: Sequence[_Item], margin: float, has_exit: bool, least: float
) -> tuple[float, float, list[tuple[int, int]]]:
    """The smallest pleasant hall for the works, and which of them hang on which wall (as start and end).

    ``least`` is the least side that leaves room to walk between the deepest works.
    """
    size = LEAST_SIDE
    while True:
        for width in _sides(size):
            depth = 2 * size - width
            if min(width, depth) < least:
                continue
            lengths = _stretches(width, depth, margin, has_exit)
            if _fits(items, lengths):
                return width, depth, _shared_out(items, lengths)
        size += _STEP


def _sides(size: float) -> list[float]:
    """Widths to try for a hall of this half circumference: square first, then a little wider or deeper."""
    return [size + turn * _STEP for turn in (0, 1, -1, 2, -2, 3, -3) if size + turn * _STEP >= LEAST_SIDE - 1]


def _used(items: Sequence[_Item]) -> float:
    return sum(item.along for item in items) + GAP * max(len(items) - 1, 0)


def _fits(items: Sequence[_Item], lengths: Sequence[float]) -> bool:
    """Whether the works go on the walls in order, each wall filled before the next."""
    start = 0
    for length in lengths:
        end = start
        while end < len(items) and _used(items[start : end + 1]) <= length:
            end += 1
        start = end
    return start == len(items)


def _shared_out(items: Sequence[_Item], lengths: Sequence[float]) -> list[tuple[int, int]]:
    """The division over the walls that leaves most air: the least sum of squares of how full each is."""
    count = len(items)
    # best[k]: the least cost of hanging the first k works on the walls so far, and where each wall begins.
    best: dict[int, tuple[float, list[int]]] = {0: (0.0, [])}
    for length in lengths:
        reached: dict[int, tuple[float, list[int]]] = {}
        for start, (cost, starts) in best.items():
            for end in range(start, count + 1):
                used = _used(items[start:end])
                if end > start and used > length:
                    break
                total = cost + ((used / length) ** 2 if end > start else 0.0)
                if end not in reached or total < reached[end][0] - 1e-9:
                    reached[end] = (total, [*starts, start])
        best = reached
    starts = best[count][1]
    return list(zip(starts, [*starts[1:], count], strict=True))


def _walls(width: float, depth: float, margin: float, has_exit: bool) -> list[_Wall]:
    west, east, north, south = -width / 2, width / 2, -depth / 2, depth / 2
    lengths = _stretches(width, depth, margin, has_exit)
    walls = [_Wall(west, south - margin, 90, lengths[0])]
    walls.append(_Wall(west + margin, north, 0, lengths[1]))
    if has_exit:
        walls.append(_Wall(DOOR_WIDTH / 2 + DOOR_CLEARANCE, north, 0, lengths[2]))
    walls.append(_Wall(east, north + margin, 270, lengths[-2]))
    walls.append(_Wall(east - margin, south, 180, lengths[-1]))
    return walls


def _hung(wall: _Wall, width: float, depth: float, reach: float) -> list[Placed]:
    """The works of one wall with the air between them shared out evenly; never less than the gap.

    ``reach`` is how far the deepest work of the hall stands out of its wall: one does not step back into it.
    """
    if not wall.items:
        return []
    spare = wall.length - _used(wall.items)
    air = spare / (len(wall.items) + 1)
    out_x, out_z = round(sin(radians(wall.facing))), round(cos(radians(wall.facing)))
    # Seen by someone who looks at it, a wall runs to the right.
    run_x, run_z = out_z, -out_x
    at, found = air, []
    for item in wall.items:
        middle = at + item.body / 2
        forth = item.plinth[2] / 2 + _BEHIND if item.plinth else 0.02
        label_at = at + item.body + LABEL_GAP + LABEL_WIDTH / 2
        half = item.plinth[2] / 2 if item.plinth else 0
        across = width if wall.facing in (90, 270) else depth
        away = forth + min(max(_distance(item), half + 0.6), max(across - forth - reach - 0.4, half + 0.4))
        found.append(
            Placed(
                key=item.work.key,
                form=item.work.form,
                x=_mm(wall.x + run_x * middle + out_x * forth),
                y=_mm(item.centre),
                z=_mm(wall.z + run_z * middle + out_z * forth),
                width=_mm(item.width),
                height=_mm(item.height),
                outer_width=_mm(item.outer_width),
                outer_height=_mm(item.outer_height),
                facing=wall.facing,
                plinth=item.plinth,
                label=(
                    _mm(wall.x + run_x * label_at + out_x * 0.012),
                    1.35,
                    _mm(wall.z + run_z * label_at + out_z * 0.012),
                ),
                stop=(_mm(wall.x + run_x * middle + out_x * away), _mm(wall.z + run_z * middle + out_z * away)),
                true_scale=item.true_scale,
            )
        )
        at += item.along + GAP + air
    return found


def _distance(item: _Item) -> float:
    """How far one stands off to see a thing whole, in metres: nearer to what is small, never with one's nose on it."""
    return min(max(1.5 * item.height, 1.2 * item.width, 0.7), 4.5)


def _bench(width: float, depth: float, margin: float) -> tuple[float, float, float, float] | None:
    """(x, z, width, depth) of a bench in the middle of a hall that is large enough to walk round it."""
    if width < 7.5 or depth < 7.5 or width - 2 * margin < 5 or depth - 2 * margin < 5:
        return None
    return (0.0, 0.0, 0.45, 1.8)


def _off_the_bench(place: Placed, bench: tuple[float, float, float, float]) -> Placed:
    """The same place, seen from before the bench where one would stand on it: it hangs far enough from the middle."""
    x, z = place.stop
    far_x, far_z = bench[2] / 2 + ELBOW_ROOM, bench[3] / 2 + ELBOW_ROOM
    if abs(x - bench[0]) >= far_x or abs(z - bench[1]) >= far_z:
        return place
    if place.facing in (90, 270):
        x = bench[0] + (far_x if place.facing == 270 else -far_x)
    else:
        z = bench[1] + (far_z if place.facing == 180 else -far_z)
    return replace(place, stop=(_mm(x), _mm(z)))


def _mirrored(place: Placed) -> Placed:
    """The same place in a hall that is walked the other way round; labels go to the other side with it."""
    turned = {90: 270, 270: 90}.get(place.facing, place.facing)
    x, y, z = place.label
    return Placed(
        **{
            **place.__dict__,
            "x": _mm(-place.x),
            "facing": turned,
            "label": (_mm(-x), y, z),
            "stop": (_mm(-place.stop[0]), place.stop[1]),
        }
    )


def _mm(length: float) -> float:
    """To the millimetre, without a negative zero."""
    return round(length, 3) + 0.0
