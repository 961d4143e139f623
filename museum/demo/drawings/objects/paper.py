"""Sheets of paper and their creases, shared by all the documents."""

from __future__ import annotations

import math

from ..svg import TONES, Sheet, flecks, gouge, gouges, line, polygon
from .studio import contour, lay

PAPER = TONES["paper"]


def torn_rect(sheet: Sheet, x: float, y: float, w: float, h: float, rough: float = 2) -> str:
    """A sheet of paper: nearly straight edges, softened corners."""
    rng, pts = sheet.rng, []
    for x1, y1, x2, y2 in (
        (x, y, x + w, y),
        (x + w, y, x + w, y + h),
        (x + w, y + h, x, y + h),
        (x, y + h, x, y),
    ):
        steps = 14
        pts += [
            (
                x1 + (x2 - x1) * k / steps + rng.uniform(-rough, rough) * 0.5,
                y1 + (y2 - y1) * k / steps + rng.uniform(-rough, rough) * 0.5,
            )
            for k in range(steps)
        ]
    return polygon(pts)


def paper(sheet: Sheet, d: str, box, tones=PAPER, lift: float = 8, grain: int = 200) -> None:
    """Lay a sheet of paper with its shadow, edge, fibres and foxing."""
    x, y, w, h = box
    lay(sheet, d, lift)
    contour(sheet, d, tones[4], 3, 1.2, 2)
    sheet.path(d, fill=tones[1])
    with sheet.group(clip=d):
        sheet.path(gouges(sheet.rng, box, grain, 20, 26, 0.8, 60), fill=tones[2])
        sheet.path(gouges(sheet.rng, box, grain // 2, 20, 26, 0.8, 60), fill=tones[0])
        sheet.path(flecks(sheet.rng, box, grain // 3, 0.8, 2.2), fill=tones[3])
        edge = "".join(
            gouge(x + sheet.rng.random() * w, y + h * s, 60, 7, 0) for s in (0, 1) for _ in range(14)
        ) + "".join(gouge(x + w * s, y + sheet.rng.random() * h, 60, 7, 90) for s in (0, 1) for _ in range(16))
        sheet.path(edge, fill=tones[2])


def fold(sheet: Sheet, x1: float, y1: float, x2: float, y2: float, tones=PAPER) -> None:
    """A crease: a dark line with a lit lip, cracked here and there."""
    rng = sheet.rng
    length, angle = math.hypot(x2 - x1, y2 - y1), math.degrees(math.atan2(y2 - y1, x2 - x1))
    upright = abs(y2 - y1) > abs(x2 - x1)
    sheet.path(line(x1, y1, x2, y2), stroke=tones[3], width=3)
    sheet.path(
        line(x1, y1, x2, y2),
        stroke=tones[0],
        width=3,
        transform="translate(-3 0)" if upright else "translate(0 -3)",
    )
    cracks = []
    for _ in range(int(length / 26)):
        t = rng.random()
        cracks.append(
            gouge(
                x1 + (x2 - x1) * t,
                y1 + (y2 - y1) * t,
                rng.uniform(8, 34),
                2,
                angle + rng.uniform(-16, 16),
            )
        )
    sheet.path("".join(cracks), fill=tones[4])
