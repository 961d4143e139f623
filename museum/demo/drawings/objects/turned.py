"""Turned and spun bodies (pots, lamps, glasses), shaded in flat bands with engraved edges."""

from __future__ import annotations

import math
from collections.abc import Sequence

from ..svg import Point, Sheet, arc, n, polygon

# Edges of the tone bands across a body, from -1 (left silhouette) to 1 (right), and each band's tone.
METAL = (
    (-1, 3),
    (-0.93, 2),
    (-0.8, 1),
    (-0.62, 0),
    (-0.3, 1),
    (0.02, 2),
    (0.42, 3),
    (0.74, 4),
    (0.93, 3),
)
MATT = ((-1, 2), (-0.9, 1), (-0.66, 0), (-0.34, 1), (0.2, 2), (0.62, 3), (0.93, 2))


class Turned:
    """A body of revolution seen from slightly above.

    `profile` is a list of (y, radius) from top to bottom in pixels, `tilt` the flattening of its
    circles (0 = seen from the side).
    """

    def __init__(self, cx: float, profile: Sequence[Point], tilt: float = 0.16, curved: bool = False) -> None:
        self.cx, self.tilt = cx, tilt
        self.profile = _curve(profile) if curved else _densify(profile)

    def at(self, across: float, y: float, r: float) -> Point:
        """The point of the near surface at `across` (-1 to 1) on the circle of radius r at height y."""
        return self.cx + across * r, y + self.tilt * r * math.sqrt(max(0.0, 1 - across * across))

    def radius(self, y: float) -> float:
        """The radius at height y."""
        for (y1, r1), (y2, r2) in zip(self.profile, self.profile[1:], strict=False):
            if y1 <= y <= y2 and y2 > y1:
                return r1 + (r2 - r1) * (y - y1) / (y2 - y1)
        return self.profile[-1][1]

    def strip(self, left: float, right: float) -> str:
        """The part of the surface between two positions across it."""
        top, low = self.profile[0], self.profile[-1]
        steps = [left + (right - left) * k / 12 for k in range(13)]
        points = [self.at(f, *top) for f in steps]
        points += [self.at(right, *p) for p in self.profile]
        points += [self.at(f, *low) for f in reversed(steps)]
        points += [self.at(left, *p) for p in reversed(self.profile)]
        return polygon(points)

    def outline(self) -> str:
        """The silhouette, the far half of the top rim included."""
        y, r = self.profile[0]
        rim = [
            (self.cx - r * math.cos(a), y - self.tilt * r * math.sin(a)) for a in (k * math.pi / 24 for k in range(25))
        ]
        yl, rl = self.profile[-1]
        foot = [
            (self.cx + rl * math.cos(a), yl + self.tilt * rl * math.sin(a))
            for a in (k * math.pi / 24 for k in range(25))
        ]
        right = [(self.cx + r_, y_) for y_, r_ in self.profile]
        left = [(self.cx - r_, y_) for y_, r_ in reversed(self.profile)]
        return polygon(rim + right + foot + left)

    def hoop(self, y: float, r: float | None = None, start: float = 180, end: float = 0) -> str:
        """The near half of the circle at height y."""
        r = self.radius(y) if r is None else r
        return arc(self.cx, y, r, r * self.tilt, start, end)

    def patch(self, y1: float, y2: float, left: float = -1, right: float = 1) -> str:
        """The part of the surface between two heights and two positions across."""
        inside = [(y1, self.radius(y1))] + [p for p in self.profile if y1 < p[0] < y2] + [(y2, self.radius(y2))]
        steps = [left + (right - left) * k / 24 for k in range(25)]
        points = [self.at(f, *inside[0]) for f in steps] + [self.at(right, *p) for p in inside]
        points += [self.at(f, *inside[-1]) for f in reversed(steps)] + [self.at(left, *p) for p in reversed(inside)]
        return polygon(points)

    def shade(self, sheet: Sheet, tones: Sequence[str], bands=METAL, bite: float = 0.09, gap: float = 9) -> None:
        """Lay the tone bands; `bite` is how far (across) the engraved teeth of a darker band reach into a lighter one."""
        edges = [b[0] for b in bands] + [1]
        for k, (left, tone) in enumerate(bands):
            sheet.path(self.strip(left, edges[k + 1]), fill=tones[tone], stroke=tones[tone], width=0.6)
        if not bite:
            return
        y0, y1 = self.profile[0][0], self.profile[-1][0]
        for k in range(1, len(bands)):
            before, here = bands[k - 1][1], bands[k][1]
            darker, side = (here, -1) if here > before else (before, 1)
            teeth, y = [], y0 + gap * 0.6
            while y < y1 - 2:
                r, f = self.radius(y), edges[k]
                reach = bite * sheet.rng.uniform(0.45, 1.25) * side
                tip = self.at(max(-0.985, min(0.985, f + reach)), y, r)
                a, b = (
                    self.at(f - side * 0.004, y - gap * 0.3, r),
                    self.at(f - side * 0.004, y + gap * 0.3, r),
                )
                teeth.append(f"M{n(a[0])} {n(a[1])}L{n(tip[0])} {n(tip[1])}L{n(b[0])} {n(b[1])}Z")
                y += gap * sheet.rng.uniform(0.85, 1.15)
            sheet.path("".join(teeth), fill=tones[darker])


def _densify(profile: Sequence[Point]) -> list[Point]:
    """The same profile with points at most twelve pixels apart."""
    out = [profile[0]]
    for (y1, r1), (y2, r2) in zip(profile, profile[1:], strict=False):
        steps = max(1, int(abs(y2 - y1) / 12))
        out += [(y1 + (y2 - y1) * k / steps, r1 + (r2 - r1) * k / steps) for k in range(1, steps + 1)]
    return out


def _curve(profile: Sequence[Point]) -> list[Point]:
    """The profile as a flowing curve through its points (monotone in y)."""
    pts, out = list(profile), []
    for i in range(len(pts) - 1):
        p0, p1, p2, p3 = pts[max(0, i - 1)], pts[i], pts[i + 1], pts[min(len(pts) - 1, i + 2)]
        for k in range(24):
            t = k / 24
            y = p1[0] + (p2[0] - p1[0]) * t
            r = 0.5 * (
                2 * p1[1]
                + (p2[1] - p0[1]) * t
                + (2 * p0[1] - 5 * p1[1] + 4 * p2[1] - p3[1]) * t * t
                + (3 * p1[1] - p0[1] - 3 * p2[1] + p3[1]) * t**3
            )
            out.append((y, max(0.5, r)))
    return [*out, pts[-1]]
