"""What the scenes share: mixing colour, a camera, skies in flat bands, solids lit from one side, grain."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from random import Random

from ..svg import Point, Sheet, flecks, gouge, polygon, smooth

Point3 = tuple[float, float, float]  # metres: x to the right, y up, z away from the eye


def mix(first: str, second: str, share: float) -> str:
    """A colour between two colours; `share` 0 is the first and 1 the second."""
    share = min(1.0, max(0.0, share))
    parts = ((int(first[i : i + 2], 16), int(second[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in parts)


def ramp(colours: Sequence[str], share: float) -> str:
    """A colour along a row of colours spaced evenly from 0 to 1."""
    place = min(0.9999, max(0.0, share)) * (len(colours) - 1)
    return mix(colours[int(place)], colours[int(place) + 1], place % 1)


class Camera:
    """A pinhole at `height` metres, looking along z and tipped down by `pitch` degrees.

    `focal` is in pixels and (cx, cy) is the middle of the picture, where a level eye sees the horizon.
    """

    def __init__(self, cx: float, cy: float, focal: float, height: float, pitch: float = 0, x: float = 0) -> None:
        self.cx, self.cy, self.focal, self.height, self.x = cx, cy, focal, height, x
        self.cos, self.sin = math.cos(math.radians(pitch)), math.sin(math.radians(pitch))

    def __call__(self, x: float, y: float, z: float) -> Point:
        """Where a point in metres falls on the sheet."""
        up = y - self.height
        depth = max(0.05, z * self.cos - up * self.sin)
        return self.cx + self.focal * (x - self.x) / depth, self.cy - self.focal * (
            up * self.cos + z * self.sin
        ) / depth

    def scale(self, z: float, y: float | None = None) -> float:
        """Pixels to a metre at distance `z` (at the eye's height unless `y` is given)."""
        up = 0 if y is None else y - self.height
        return self.focal / max(0.05, z * self.cos - up * self.sin)

    def face(self, *points: Point3) -> str:
        """A flat shape in space, as path data."""
        return polygon(self(*point) for point in points)


def block(
    sheet: Sheet,
    eye: Camera,
    low: Point3,
    high: Point3,
    top: str,
    front: str,
    left: str,
    right: str,
) -> None:
    """A box between two corners in metres; only the faces that the camera can see are laid."""
    (x0, y0, z0), (x1, y1, z1) = low, high
    if eye.x < x0:
        sheet.path(eye.face((x0, y0, z0), (x0, y1, z0), (x0, y1, z1), (x0, y0, z1)), left)
    if eye.x > x1:
        sheet.path(eye.face((x1, y0, z0), (x1, y1, z0), (x1, y1, z1), (x1, y0, z1)), right)
    if eye.height > y1:
        sheet.path(eye.face((x0, y1, z0), (x1, y1, z0), (x1, y1, z1), (x0, y1, z1)), top)
    if eye.height < y0:
        sheet.path(eye.face((x0, y0, z0), (x1, y0, z0), (x1, y0, z1), (x0, y0, z1)), left)
    sheet.path(eye.face((x0, y0, z0), (x1, y0, z0), (x1, y1, z0), (x0, y1, z0)), front)


def sky(sheet: Sheet, top: float, bottom: float, colours: Sequence[str], count: int, swell: float = 5) -> None:
    """Flat bands of colour with gently uneven edges, like a split fountain printed in one pull."""
    for i in range(count):
        y = top + (bottom - top) * (i / count) ** 0.9
        edge = [(x, y + sheet.rng.uniform(-swell, swell) * (i > 0)) for x in range(-120, int(sheet.width) + 240, 120)]
        body = smooth(edge) + f"L{sheet.width + 120} {bottom + 2}L-120 {bottom + 2}Z"
        sheet.path(body, ramp(colours, i / max(1, count - 1)))


def grain(
    sheet: Sheet,
    count: int = 2600,
    light: str = "#fff6e2",
    dark: str = "#14161f",
    strength: float = 0.1,
) -> None:
    """The tooth of the paper over the whole print, light flecks and dark ones."""
    whole = (0, 0, sheet.width, sheet.height)
    sheet.path(flecks(sheet.rng, whole, count, 0.8, 2.0), light, opacity=strength)
    sheet.path(flecks(sheet.rng, whole, count, 0.8, 2.2), dark, opacity=strength)


def ripples(rng: Random, rows: Iterable[tuple[float, float, float, float, int]]) -> str:
    """Water as lens-shaped strokes; each row is (y, x from, x to, longest stroke, how many)."""
    out = []
    for y, x0, x1, longest, count in rows:
        for _ in range(count):
            length = longest * rng.uniform(0.3, 1)
            out.append(gouge(rng.uniform(x0, x1), y + rng.uniform(-2, 2), length, max(0.8, length * 0.035), 0))
    return "".join(out)


def gull(x: float, y: float, span: float, tilt: float = 0) -> str:
    """A gull in flight, seen from a little below: two bent wings and a body."""
    shape = [
        (-1, -0.1),
        (-0.62, -0.34),
        (-0.16, -0.1),
        (0, -0.14),
        (0.2, -0.1),
        (0.6, -0.4),
        (1, -0.22),
    ]
    under = [(0.62, -0.27), (0.24, 0.02), (0.02, 0.1), (-0.22, 0.02), (-0.6, -0.23)]
    c, s = math.cos(math.radians(tilt)) * span / 2, math.sin(math.radians(tilt)) * span / 2
    return polygon((x + c * a - s * b, y + s * a + c * b) for a, b in shape + under)


def disc(eye: Camera, x: float, y: float, z: float, r: float) -> str:
    """A level circle in space."""
    return polygon(eye(x + r * math.cos(k * math.pi / 24), y, z + r * math.sin(k * math.pi / 24)) for k in range(48))


def shadow(sheet: Sheet, eye: Camera, x0: float, x1: float, z0: float, z1: float, y: float, height: float) -> None:
    """What a box on a table keeps from the light of a window on the left."""
    dx, dz = height * 1.5, -height * 0.35
    spots = [(x0, z0), (x0 + dx, z0 + dz), (x1 + dx, z0 + dz), (x1 + dx, z1 + dz), (x1, z1)]
    sheet.path(eye.face(*[(px, y + 0.001, pz) for px, pz in spots]), "#1d2233", opacity=0.34)


def solid(sheet: Sheet, eye: Camera, faces: Sequence[tuple[Sequence[Point3], str]]) -> None:
    """Flat faces of a convex thing, laid from the farthest to the nearest."""

    def distance(points: Sequence[Point3]) -> float:
        middle = [sum(p[i] for p in points) / len(points) for i in range(3)]
        return math.dist(middle, (eye.x, eye.height, 0))

    for points, colour in sorted(faces, key=lambda face: -distance(face[0])):
        sheet.path(eye.face(*points), colour, stroke=colour, width=0.6)
