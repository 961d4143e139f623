"""Geometry of star patterns: rosettes, and the tilings they are set out on.

A pattern follows from two numbers only, the order of
its star (``fold``: 8, 10, 12 or 16) and a ``seed``, so the same theme is always given the same drawing.

Construction, in the order in which a maker would set it out:

1. *A tiling of regular polygons.* Regular ``fold``-gons are laid edge to edge: 8 with squares (the tiling 4.8.8),
   12 with squares and triangles (3.4.3.12; 3.12.12), 16 with eight-sided polygons and narrow triangles, 10 with the
   bow ties that ten-sided polygons leave between them, each parted at its waist.
2. *Polygons in contact.* At the middle of each edge (for 8, at two points on either side of it) two lines cross at
   a fixed contact angle and run on until they meet their neighbours: E. H. Hankin, "The Drawing of Geometric Patterns in Saracenic Art", Memoirs of the
   Archaeological Survey of India 15 (1925); C. S. Kaplan, "Islamic Star Patterns from Polygons in Contact",
   Proceedings of Graphics Interface (2005), 177-185.
3. *A rosette in each great polygon.* A smaller polygon is set inside the great one and the ring between them is
   divided by the radii through the corners; lines that cross at the contact angle 90 - 180/fold give the inner
   star and give each petal round it parallel sides: A. J. Lee, "Islamic Star Patterns", Muqarnas 4
   (1987), 182-197; J.-M. Castera, "Arabesques: Art decoratif au Maroc" (ACR Edition, 1996) for Moroccan practice.

The seed chooses, inside bounds kept by eye, the size of the inner polygon, the contact angles, and which shapes are
cut dark. Lengths inside this module are in apothems (distance from a star's centre to the edge of its polygon).
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

CUTS = 4
"""How many ways of cutting shapes dark or light the seed chooses from."""

FOLDS = (8, 10, 12, 16)
"""Orders of rotational symmetry for which a tiling is defined."""

Point = tuple[float, float]
Polygon = list[Point]


@dataclass(frozen=True)
class Proportions:
    """What the seed decides. Angles in degrees, lengths in apothems."""

    inner: float  # apothem of the inner polygon, whose edge middles are the tips of the inner star
    petal: float  # half the angle at a petal's outer tip
    ratio: float  # a petal's outer side to its parallel side; Lee's ideal is 1
    edge: float  # contact angle on the edges of the tiling; for 8 it follows from the petals
    cut: int  # which shapes are dark: one of ``CUTS`` choices


@dataclass(frozen=True)
class Face:
    """One shape between the lines: what it is, and its corners in order."""

    kind: str  # star, petal, cell (in the ring), small (star of a filling polygon), corner (round a vertex of the
    # tiling) or link (between the two contact points of an edge)
    points: tuple[Point, ...]


# Bounds by fold of inner, petal, ratio and edge. Outside them petals turn to needles, or lines miss each other in
# the narrowest filling polygon.
_BOUNDS = {
    8: ((0.48, 0.54), (55.0, 62.0), (0.90, 1.15), (0.0, 0.0)),
    10: ((0.41, 0.47), (54.0, 60.0), (0.85, 1.15), (64.0, 71.0)),
    12: ((0.42, 0.48), (50.0, 56.0), (0.85, 1.10), (67.0, 73.0)),
    16: ((0.44, 0.52), (42.0, 50.0), (0.80, 1.10), (74.0, 79.0)),
}


def proportions(fold: int, seed: int) -> Proportions:
    """Return the proportions that ``seed`` gives to the star of order ``fold``; the same numbers every time."""
    if fold not in _BOUNDS:
        raise ValueError(f"no tiling for {fold}-fold stars; choose one of {FOLDS}")
    # Text seeds are hashed by random itself with SHA-512, so they do not change between runs or versions.
    chance = random.Random(f"rihla pattern {fold} {seed}")
    inner, petal, ratio, edge = (round(chance.uniform(*bounds), 3) for bounds in _BOUNDS[fold])
    return Proportions(inner, petal, ratio, edge, chance.randrange(CUTS))


# --- plane geometry ---------------------------------------------------------------------------------------------


def polar(radius: float, turn: float) -> Point:
    """Point at ``radius`` and ``turn`` radians from the positive x axis."""
    return radius * math.cos(turn), radius * math.sin(turn)


def meet(p: Point, along: float, q: Point, across: float) -> Point:
    """Where the line through ``p`` in direction ``along`` meets the one through ``q`` in direction ``across``."""
    ux, uy = math.cos(along), math.sin(along)
    vx, vy = math.cos(across), math.sin(across)
    t = ((q[0] - p[0]) * vy - (q[1] - p[1]) * vx) / (ux * vy - uy * vx)
    return p[0] + t * ux, p[1] + t * uy


def moved(points: Iterable[Point], dx: float, dy: float) -> Polygon:
    return [(x + dx, y + dy) for x, y in points]


# --- one rosette ------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Ring:
    """Points of one rosette about the origin, each list in order of turn.

    Tips ``[i]`` face edge ``i``; the other lists lie between edges ``i`` and ``i + 1``.
    """

    valleys: Polygon  # of the inner star
    tips: Polygon  # of the inner star
    sides: list[tuple[Point, Point]]  # where the side of petal i turns towards its end, to either hand
    ends: Polygon  # outer tips of the petals
    runs: list[tuple[Polygon, Polygon]]  # from end i to the contact points on edge i and on edge i + 1
    corners: Polygon  # of the great polygon
    apart: float  # from the middle of an edge to each of its contact points; 0 when they are one
    contact: float  # angle between lines and edge at a contact point, in radians


@lru_cache(maxsize=128)
def _ring(fold: int, seed: int) -> _Ring:
    """Construct one rosette in a polygon of apothem 1 whose first edge faces the positive x axis."""
    p = proportions(fold, seed)
    step = 2 * math.pi / fold
    corner = 1 / math.cos(step / 2)
    off = step / 2  # between a line and the radius where they cross on the inner polygon: 90 - (90 - 180 / fold)
    slope = math.radians(p.petal)
    width = p.inner * math.sin(off)  # half a petal's width
    end = p.inner * math.cos(off) + width / (p.ratio * math.sin(slope)) + width / math.tan(slope)
    contact, apart = math.radians(p.edge), 0.0
    if fold == 8:  # the lines that end a petal run straight on to the edge and cross it beside its middle
        contact = math.pi / 2 + off - slope
        apart = math.tan(off) - (corner - end) * math.sin(slope) / math.sin(contact)
    ring = _Ring([], [], [], [], [], [], apart, contact)
    for i in range(fold):
        turn, axis, after = i * step, (i + 0.5) * step, (i + 1) * step
        tip, tip_after, end_i = polar(p.inner, turn), polar(p.inner, after), polar(end, axis)
        ring.tips.append(tip)
        ring.corners.append(polar(corner, axis))
        ring.ends.append(end_i)
        ring.valleys.append(meet(tip, turn - off, tip_after, after + off))
        ring.sides.append(
            (
                meet(tip, turn + off, end_i, axis + slope),
                meet(tip_after, after - off, end_i, axis - slope),
            )
        )
        runs = []
        for edge, hand in ((turn, 1), (after, -1)):
            at = polar(math.hypot(1, apart), edge + hand * math.atan(apart))
            inwards = edge + hand * (contact - math.pi / 2)
            runs.append([at] if apart else [meet(end_i, axis - hand * slope, at, inwards), at])
        ring.runs.append((runs[0], runs[1]))
    return ring


def rosette(fold: int, seed: int) -> list[Face]:
    """Return the shapes of one rosette in its polygon: star, petals, cells of the ring, and the clipped corners.

    The list is ordered by kind, then by turn. Points are in apothems about the centre of the star.
    """
    r = _ring(fold, seed)
    star_points = [point for pair in zip(r.tips, r.valleys, strict=True) for point in pair]
    petals, cells, links, corners = [], [], [], []
    for i in range(fold):
        before, after = i - 1, (i + 1) % fold
        petals.append([r.valleys[i], r.tips[i], r.sides[i][0], r.ends[i], r.sides[i][1], r.tips[after]])
        here, there = r.runs[i][0], r.runs[before][1]
        peak = polar(1 - r.apart * math.tan(r.contact), 2 * math.pi * i / fold)
        joint = [here[-1], peak, there[-1]] if r.apart else here[-1:]
        cells.append(
            [r.tips[i], r.sides[i][0], r.ends[i], *here[:-1], *joint, *there[-2::-1]]
            + [r.ends[before], r.sides[before][1]]
        )
        if r.apart:
            links.append(joint)
        corners.append([*here[::-1], r.ends[i], *r.runs[i][1], r.corners[i]])
    kinds = (
        ("star", [star_points]),
        ("petal", petals),
        ("cell", cells),
        ("link", links),
        ("corner", corners),
    )
    return [Face(kind, tuple(points)) for kind, shapes in kinds for points in shapes]


# --- tilings ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Tiling:
    """A rectangle that repeats: its size, the centres of its great polygons and the polygons that fill between."""

    width: float
    height: float
    centres: tuple[Point, ...]
    fillings: tuple[tuple[Point, ...], ...]


def _hull(points: list[Point]) -> tuple[Point, ...]:
    """Sort the corners of a convex polygon by turn about their middle."""
    centre = (sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points))
    return tuple(sorted(points, key=lambda p: math.atan2(p[1] - centre[1], p[0] - centre[0])))


@lru_cache(maxsize=8)
def tiling(fold: int) -> Tiling:
    """Return the tiling on which stars of order ``fold`` are set out. Lengths in apothems."""
    half = math.pi / fold
    reach = math.tan(half)  # half an edge
    if fold == 10:
        # Rhombs of ten-sided polygons; each bow tie between them is parted at its waist into two trapezoids.
        width, height = 4 * math.cos(2 * half), 4 * math.sin(2 * half)
        waist = height / 2 - 1 / math.cos(half)
        tie = _hull([(0, waist), (0, -waist), (width / 2 - 1, reach), (width / 2 - 1, -reach)])
        fillings = []
        for dx, dy in ((width / 2, 0.0), (0.0, height / 2)):
            fillings += [
                tuple((dx + x, dy + y) for x, y in tie),
                tuple((dx - x, dy - y) for x, y in tie),
            ]
        return Tiling(width, height, ((0.0, 0.0), (width / 2, height / 2)), tuple(fillings))
    # The others stand on a square grid: the gap between four of them is centred on (1, 1) and has four points.
    quarter = [polar(1 / math.cos(half), (2 * i + 1) * half) for i in range(fold // 4)]
    inside = [(x - 1, y - 1) for x, y in quarter if x < 1 - 1e-9 and y < 1 - 1e-9]
    points = _hull([(1, reach), (2 - reach, 1), (1, 2 - reach), (reach, 1)])
    if not inside:
        return Tiling(2, 2, ((0.0, 0.0),), (points,))
    hollow = _hull([(1 + sx * x, 1 + sy * y) for x, y in inside for sx in (1, -1) for sy in (1, -1)])
    triangles = [_hull([p, *sorted(hollow, key=lambda q: round(math.dist(p, q), 6))[:2]]) for p in points]
    return Tiling(2, 2, ((0.0, 0.0),), (hollow, *triangles))


def place_key(point: Point) -> tuple[int, int]:
    return round(point[0] * 10_000), round(point[1] * 10_000)


@lru_cache(maxsize=64)
def field(fold: int, seed: int) -> tuple[Face, ...]:
    """Return every shape that touches one repeat of the tiling, the rectangle centred on the first star.

    Shapes that cross an edge of the rectangle are given on each side where they show, so that the rectangle can be
    cut out and laid edge to edge. Points are in apothems; the rectangle is ``tiling(fold).width`` by ``.height``.
    """
    t, r = tiling(fold), _ring(fold, seed)
    faces: list[Face] = []
    links: dict[tuple[int, int], Face] = {}
    # Pieces of line round each vertex of the tiling, from a contact point on one edge to one on the next.
    turns: dict[tuple[int, int], dict[tuple[int, int], Polygon]] = {}
    for dx, dy in [(i * t.width, j * t.height) for i in (-1, 0, 1) for j in (-1, 0, 1)]:
        for cx, cy in t.centres:
            for face in rosette(fold, seed):
                points = moved(face.points, cx + dx, cy + dy)
                if face.kind == "corner":
                    turns.setdefault(place_key(points[-1]), {})[place_key(points[0])] = points[:-1]
                elif face.kind == "link":
                    a, peak, b = points
                    beyond = (a[0] + b[0] - peak[0], a[1] + b[1] - peak[1])
                    links[place_key(((a[0] + b[0]) / 2, (a[1] + b[1]) / 2))] = Face("link", (a, peak, b, beyond))
                else:
                    faces.append(Face(face.kind, tuple(points)))
        for filling in t.fillings:
            corners = moved(filling, dx, dy)
            pieces, peaks = _filling_lines(corners, r.contact, r.apart)
            outline = [point for piece, peak in zip(pieces, peaks, strict=True) for point in [*piece[:2], *peak]]
            faces.append(Face("small", tuple(outline)))
            for vertex, piece in zip(corners, pieces, strict=True):
                turns.setdefault(place_key(vertex), {})[place_key(piece[0])] = piece
    faces += links.values()
    for pieces_at in turns.values():
        ring: Polygon = []
        start = at = next(iter(pieces_at))
        while at in pieces_at:
            piece = pieces_at.pop(at)
            ring += piece[:-1]
            at = place_key(piece[-1])
        if at == start:  # otherwise the vertex is on the rim, where the tiling has not been laid all round it
            faces.append(Face("corner", tuple(ring)))
    return tuple(face for face in faces if _shows(face, t))


def _shows(face: Face, t: Tiling) -> bool:
    """Whether any of a shape lies inside the repeat centred on the origin (by its bounding box)."""
    xs, ys = zip(*face.points, strict=True)
    near = 1e-3
    return (
        max(xs) > near - t.width / 2
        and min(xs) < t.width / 2 - near
        and max(ys) > near - t.height / 2
        and min(ys) < t.height / 2 - near
    )


def _filling_lines(corners: Polygon, contact: float, apart: float) -> tuple[list[Polygon], list[Polygon]]:
    """Lines inside a filling polygon (corners anticlockwise): a bent piece round each corner, from a contact point on
    one edge to one on the next, and what follows each piece on the way to the next corner's."""
    pieces, follow = [], []
    for i, vertex in enumerate(corners):
        ends, turns = [], []
        for other in (corners[i - 1], corners[(i + 1) % len(corners)]):
            turns.append(math.atan2(vertex[1] - other[1], vertex[0] - other[0]))
            dx, dy = polar(math.dist(vertex, other) / 2 - apart, turns[-1])
            ends.append((vertex[0] - dx, vertex[1] - dy))
        pieces.append([ends[0], meet(ends[0], turns[0] + contact, ends[1], turns[1] - contact), ends[1]])
        onward = turns[1] + math.pi
        dx, dy = polar(apart / math.cos(contact), onward + contact)
        follow.append([ends[1], (ends[1][0] + dx, ends[1][1] + dy)] if apart else [])
    return pieces, follow
