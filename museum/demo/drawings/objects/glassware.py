"""Tea glasses."""

from __future__ import annotations

import math

from ..registry import plate
from ..svg import INK, TONES, Sheet, ellipse, gouge, line, polygon, smooth, star
from .studio import contour, ground
from .turned import Turned

GILT = TONES["brass"]


@plate("tea-glasses", 1600, 1200, seed=16)
def glasses(sheet: Sheet) -> None:
    """Three moulded glasses with gilt friezes, from three sets; one still holds tea, one has a chip."""
    ground(sheet, floor=800)
    with sheet.group(transform="translate(770 1030) scale(1.17) translate(-800 -1000)"):
        _set(sheet)


def _set(sheet: Sheet) -> None:
    """The three glasses side by side, their shadows first."""
    green, madder, indigo = TONES["zellige"], TONES["madder"], TONES["indigo"]
    for cx in (366, 800, 1234):
        base = 1000
        sheet.path(
            polygon(
                [
                    (cx - 90, base - 30),
                    (cx + 120, base - 46),
                    (cx + 330, base - 40),
                    (cx + 352, base + 2),
                    (cx + 240, base + 30),
                    (cx - 60, base + 26),
                ]
            ),
            fill="#d2c3ac",
            stroke="#d2c3ac",
            width=14,
        )
    _glass(sheet, 366, green, "stars", None)
    _glass(sheet, 1234, indigo, "arcs", None, chipped=True)
    _glass(sheet, 800, madder, "lozenges", "tea")


def _glass(sheet: Sheet, cx: float, tones, frieze: str, tea: str | None, chipped: bool = False) -> None:
    """One glass: 8 cm tall, wider at the lip, thick at the foot, coloured below and gilt above."""
    rng, t = sheet.rng, 0.15
    top, foot = 400, 990
    body = Turned(cx, [(top, 176), (top + 200, 158), (top + 420, 134), (foot - 20, 126), (foot, 116)], t, True)
    # The light that passes through the coloured wall, thrown on the shelf.
    sheet.path(
        smooth(
            [
                (cx + 90, foot + 6),
                (cx + 210, foot - 34),
                (cx + 310, foot - 24),
                (cx + 286, foot + 12),
                (cx + 170, foot + 26),
            ],
            True,
        ),
        fill=tones[0],
        opacity=0.75,
    )
    sheet.path(
        smooth(
            [
                (cx + 150, foot + 4),
                (cx + 220, foot - 20),
                (cx + 276, foot - 14),
                (cx + 226, foot + 8),
            ],
            True,
        ),
        fill=tones[1],
        opacity=0.55,
    )
    sheet.path(ellipse(cx + 6, foot + 8, 124, 24), fill="#a8967d")
    contour(sheet, body.outline(), width=6)
    sheet.path(body.outline(), fill=tones[1])
    # Inside of the far wall, seen through the mouth.
    mouth = ellipse(cx, top, 176, 176 * t)
    for left, right, tone in (
        (-1, -0.9, 3),
        (-0.9, -0.74, 1),
        (-0.74, -0.5, 0),
        (-0.5, -0.34, 1),
        (-0.34, 0.3, 1),
        (0.3, 0.62, 2),
        (0.62, 0.86, 3),
        (0.86, 0.95, 2),
        (0.95, 1, 4),
    ):
        sheet.path(body.strip(left, right), fill=tones[tone])
    teeth = []
    for k in range(58):
        y = top + 16 + k * 10
        for f, reach, tone in (
            (-0.34, -0.09, 1),
            (0.3, -0.12, 2),
            (0.62, -0.1, 3),
            (-0.74, -0.07, 1),
        ):
            r = body.radius(y)
            a, b, c = (
                body.at(f, y - 3, r),
                body.at(f + reach * rng.uniform(0.4, 1.2), y, r),
                body.at(f, y + 3, r),
            )
            teeth.append((tone, polygon([a, b, c])))
    for tone in (1, 2, 3):
        sheet.path("".join(d for q, d in teeth if q == tone), fill=tones[tone])
    if tea:
        amber = ("#e8b85c", "#c98a2b", "#a4661b", "#774414", "#4c2a0e")
        level = top + 96
        for left, right, tone in (
            (-0.97, -0.8, 3),
            (-0.8, -0.5, 1),
            (-0.5, -0.36, 0),
            (-0.36, 0.3, 1),
            (0.3, 0.66, 2),
            (0.66, 0.97, 3),
        ):
            sheet.path(body.patch(level, foot - 62, left, right), fill=amber[tone], opacity=0.86)
        r = body.radius(level) * 0.97
        sheet.path(ellipse(cx, level, r, r * t), fill=amber[1], stroke=amber[3], width=3)
        sheet.path(ellipse(cx - 20, level + 3, r * 0.7, r * t * 0.55), fill=amber[0])
        for k in range(26):
            a = math.radians(150 + k * 8)
            sheet.path(
                ellipse(
                    cx + r * 0.93 * math.cos(a),
                    level + r * t * 0.86 * math.sin(a),
                    rng.uniform(4, 8),
                    rng.uniform(2.5, 4),
                ),
                fill="#f3dca6",
                stroke=amber[2],
                width=1,
            )
        # A sprig of mint.
        mint = TONES["zellige"]
        for dx, dy, length, angle in (
            (30, -16, 92, -58),
            (64, -4, 84, -24),
            (4, -10, 74, -96),
            (52, 14, 70, 10),
        ):
            d = gouge(cx + dx, level + dy, length, 23, angle)
            sheet.path(d, fill=mint[1], stroke=mint[4], width=3)
            sheet.path(gouge(cx + dx - 3, level + dy - 4, length * 0.8, 8, angle), fill=mint[0])
            sheet.path(gouge(cx + dx, level + dy, length * 0.86, 1.5, angle), fill=mint[3])
    # Fluting of the lower half, moulded.
    for k in range(-7, 8):
        a = math.radians(k * 12)
        f = math.sin(a)
        p1, p2 = (
            body.at(f, top + 380, body.radius(top + 380)),
            body.at(f, foot - 30, body.radius(foot - 30)),
        )
        sheet.path(line(*p1, *p2), stroke=tones[4] if f > -0.1 else tones[2], width=3)
        sheet.path(line(p1[0] - 4, p1[1], p2[0] - 4, p2[1]), stroke=tones[0], width=2.5)
    sheet.path(body.hoop(foot - 40), stroke=tones[4], width=4, cap="butt")
    sheet.path(body.patch(foot - 34, foot - 8, -0.8, -0.3), fill=tones[0])
    _frieze(sheet, body, top + 176, frieze)
    # Lip: gilt ring, far side seen inside.
    with sheet.group(clip=mouth):
        if not tea:
            sheet.path(mouth, fill=tones[2])
            sheet.path(ellipse(cx + 20, top + 12, 160, 18), fill=tones[1])
            sheet.path(ellipse(cx + 40, top + 18, 120, 12), fill=tones[0])
        else:
            sheet.path(ellipse(cx, top - 2, 176, 176 * t), stroke=tones[3], width=10)
    sheet.path(mouth, stroke=INK, width=12)
    sheet.path(mouth, stroke=GILT[1], width=8)
    sheet.path(mouth, stroke=GILT[0], width=3, transform="translate(-2 -2)")
    if chipped:
        d = polygon(
            [
                (cx + 52, top + 14),
                (cx + 66, top + 40),
                (cx + 84, top + 46),
                (cx + 104, top + 32),
                (cx + 112, top + 6),
                (cx + 80, top + 12),
            ]
        )
        sheet.path(d, fill=tones[0], stroke=INK, width=3.5)
        sheet.path(
            polygon(
                [
                    (cx + 66, top + 36),
                    (cx + 84, top + 42),
                    (cx + 100, top + 30),
                    (cx + 82, top + 26),
                ]
            ),
            fill="#ffffff",
        )
        sheet.path(
            polygon(
                [
                    (cx + 54, top + 10),
                    (cx + 82, top + 16),
                    (cx + 110, top + 6),
                    (cx + 108, top - 2),
                    (cx + 60, top + 2),
                ]
            ),
            fill=tones[2],
        )
    # Window light: one tall reflection, one short.
    for y1, y2, a, b in (
        (top + 46, top + 160, -0.66, -0.56),
        (top + 330, foot - 70, -0.68, -0.58),
        (top + 46, top + 120, -0.5, -0.47),
    ):
        sheet.path(body.patch(y1, y2, a, b), fill="#ffffff", opacity=0.88)


def _frieze(sheet: Sheet, body: Turned, y: float, kind: str) -> None:
    """The gilt band, its ornament foreshortened round the glass and worn where lips and fingers come."""
    rng = sheet.rng
    half = 74
    for dy, width in ((-half, 12), (half, 12), (-half + 17, 4), (half - 17, 4)):
        sheet.path(body.hoop(y + dy), stroke=GILT[3], width=width + 3, cap="butt")
        sheet.path(body.hoop(y + dy), stroke=GILT[1], width=width, cap="butt")
        sheet.path(body.hoop(y + dy - 1, None, 150, 95), stroke=GILT[0], width=width * 0.5, cap="butt")
    for k in range(-5, 6):
        a = math.radians(k * 17)
        c, f = math.cos(a), math.sin(a)
        px, py = body.at(f, y, body.radius(y))
        tone = GILT[0] if -0.75 < f < -0.3 else GILT[1] if f < 0.45 else GILT[2]
        with sheet.group(transform=f"translate({px:.1f} {py:.1f}) scale({max(c, 0.08):.3f} 1)"):
            if kind == "stars":
                sheet.path(star(0, 0, 8, 42, 29), fill=tone, stroke=GILT[4], width=2.5)
                sheet.path(star(0, 0, 8, 22, 13), fill=GILT[3])
            elif kind == "lozenges":
                sheet.path(
                    polygon([(0, -46), (22, 0), (0, 46), (-22, 0)]),
                    fill=tone,
                    stroke=GILT[4],
                    width=2.5,
                )
                sheet.path(polygon([(0, -22), (10, 0), (0, 22), (-10, 0)]), fill=GILT[3])
                for s in (-1, 1):
                    sheet.path(ellipse(24, s * 34, 6), fill=tone)
            else:
                sheet.path(
                    smooth([(-24, 44), (-22, -6), (0, -44), (22, -6), (24, 44)]),
                    stroke=GILT[4],
                    width=12,
                )
                sheet.path(
                    smooth([(-24, 44), (-22, -6), (0, -44), (22, -6), (24, 44)]),
                    stroke=tone,
                    width=8,
                )
                sheet.path(ellipse(0, 18, 9, 16), fill=tone, stroke=GILT[4], width=2)
    wear = []
    for _ in range(70):
        f, yy = rng.gauss(0.2, 0.25), y + rng.uniform(-half - 6, half + 6)
        if abs(f) < 0.92:
            x, py = body.at(f, yy, body.radius(yy))
            wear.append(gouge(x, py, rng.uniform(5, 16), 1.6, rng.uniform(-30, 30)))
    sheet.path("".join(wear), fill=GILT[4], opacity=0.7)
