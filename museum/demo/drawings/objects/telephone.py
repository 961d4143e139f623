"""Prepaid telephone cards and a token."""

from __future__ import annotations

import math

from ..registry import plate
from ..svg import (
    INK,
    TONES,
    Sheet,
    ellipse,
    gouges,
    line,
    polygon,
    rect,
    smooth,
    star,
)
from .lettering import capitals
from .studio import contour, ground, lay

PAPER = TONES["paper"]
MADDER, INDIGO, SAFFRON, GREEN = (TONES[k] for k in ("madder", "indigo", "saffron", "zellige"))


@plate("phone-card", 1600, 1200, seed=37)
def phone_card(sheet: Sheet) -> None:
    """Two prepaid cards with chips, and a grooved token from an older box."""
    rng = sheet.rng
    ground(sheet)
    with sheet.group(transform="rotate(-11 640 480)"):
        _card(sheet, 190, 150, GREEN, "50", 0)
    with sheet.group(transform="rotate(5 900 700)"):
        _card(sheet, 540, 510, INDIGO, "120", 1)
    brass = TONES["brass"]
    cx, cy, r = 300, 960, 122
    lay(sheet, ellipse(cx, cy, r), 11)
    contour(sheet, ellipse(cx, cy, r), width=5)
    sheet.path(ellipse(cx, cy, r), fill=brass[1])
    with sheet.group(clip=ellipse(cx, cy, r)):
        sheet.path(gouges(rng, (cx - r, cy - r, 2 * r, 2 * r), 110, -30, 80, 2.6, 8), fill=brass[2])
        sheet.path(gouges(rng, (cx - r, cy - r, r * 1.3, r * 1.2), 60, -30, 80, 2.6, 8), fill=brass[0])
        sheet.path(ellipse(cx, cy, r - 7), stroke=brass[3], width=5)
        for dx in (-16, 16):
            sheet.path(line(cx + dx + 3, cy - r, cx + dx + 3, cy + r), stroke=brass[0], width=8)
            sheet.path(line(cx + dx, cy - r, cx + dx, cy + r), stroke=brass[4], width=9)
        for s in (-1, 1):
            sheet.path(star(cx + s * 66, cy, 8, 26, 17), fill=brass[3])
            sheet.path(star(cx + s * 66, cy, 8, 14, 9), fill=brass[0])


def _card(sheet: Sheet, x: float, y: float, tones, units: str, design: int) -> None:
    """One plastic card, 85 x 54 mm at ten pixels a millimetre."""
    rng = sheet.rng
    w, h = 856, 540
    d = rect(x, y, w, h, 32)
    lay(sheet, d, 10)
    contour(sheet, d, width=5, dx=2, dy=3)
    sheet.path(d, fill=tones[2])
    with sheet.group(clip=d):
        if design:  # A dialled call as waves crossing from one shore to the other.
            for k in range(17):
                yy = y - 60 + k * 40
                pts = [(x - 20 + q * 64, yy + 34 * math.sin(q * 0.8 + k * 0.42) + k * 2) for q in range(16)]
                sheet.path(
                    smooth(pts),
                    stroke=(tones[1], tones[3], SAFFRON[1], tones[1], tones[0])[k % 5],
                    width=(22, 26, 7, 12, 5)[k % 5],
                )
        else:  # Rays of a sixteen-fold star.
            cx, cy = x + 600, y + 290
            for k in range(32):
                a, b = math.radians(k * 11.25), math.radians(k * 11.25 + 5.6)
                sheet.path(
                    polygon(
                        [
                            (cx, cy),
                            (cx + 900 * math.cos(a), cy + 900 * math.sin(a)),
                            (cx + 900 * math.cos(b), cy + 900 * math.sin(b)),
                        ]
                    ),
                    fill=tones[1],
                )
            for rr, inner, colour in (
                (230, 190, tones[4]),
                (206, 160, SAFFRON[1]),
                (150, 104, MADDER[2]),
                (92, 60, PAPER[0]),
                (48, 30, tones[3]),
            ):
                sheet.path(star(cx, cy, 16, rr, inner), fill=colour)
        sheet.path(rect(x, y, w, 96), fill=PAPER[0])
        sheet.path(rect(x, y + 96, w, 9), fill=SAFFRON[1])
        left = x + 46
        for width in (56, 120, 34, 150, 80):
            sheet.path(rect(left, y + 36, width, 28), fill=tones[3])
            left += width + 16
        sheet.path(capitals(units, x + w - 60 - 38 * len(units), y + 26, 48), stroke=MADDER[2], width=10)
        sheet.path(gouges(rng, (x, y, w, h), 70, 12, 150, 1.4, 60), fill=PAPER[0], opacity=0.6)
        sheet.path(polygon([(x + 8, y + 8), (x + w - 8, y + 8)], False), stroke="#ffffff", width=4)
        sheet.path(rect(x, y + h - 9, w, 9), fill=tones[4], opacity=0.6)
    _chip(sheet, x + 92, y + 190)


def _chip(sheet: Sheet, x: float, y: float) -> None:
    """The contact plate: eight gilt pads round a centre, scratched by the reader."""
    brass = TONES["brass"]
    d = rect(x, y, 130, 118, 18)
    sheet.path(d, fill=INK, stroke=INK, width=6)
    sheet.path(d, fill=brass[1])
    with sheet.group(clip=d):
        sheet.path(gouges(sheet.rng, (x, y, 130, 118), 46, 0, 60, 2, 3), fill=brass[0])
        sheet.path(gouges(sheet.rng, (x, y, 130, 118), 30, 0, 70, 1.6, 3), fill=brass[2])
    lines = "".join(
        line(x, y + 118 * k / 4, x + 42, y + 118 * k / 4) + line(x + 88, y + 118 * k / 4, x + 130, y + 118 * k / 4)
        for k in (1, 2, 3)
    )
    sheet.path(
        lines
        + rect(x + 42, y + 16, 46, 86, 12)
        + line(x + 65, y, x + 65, y + 16)
        + line(x + 65, y + 102, x + 65, y + 118),
        stroke=brass[4],
        width=4.5,
    )
