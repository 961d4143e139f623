"""Papers that stood for the person: residence card, passport.

No face is invented: where a photograph was glued there is its empty place.
"""

from __future__ import annotations

import math

from ..registry import plate
from ..svg import (
    INK,
    TONES,
    Sheet,
    ellipse,
    flecks,
    gouges,
    line,
    n,
    polygon,
    rect,
    smooth,
    star,
)
from .lettering import capitals, centred, handwriting, stamp, typed, words
from .paper import fold, paper
from .studio import contour, ground, lay

PAPER, INDIGO, MADDER, PLUM, GREEN, SLATE = (
    TONES[k] for k in ("paper", "indigo", "madder", "plum", "zellige", "slate")
)


@plate("residence-card", 1600, 1200, seed=7)
def residence_card(sheet: Sheet) -> None:
    """A folding residence card, opened: photograph gone, two eyelets, embossed seal, renewals stamped."""
    rng = sheet.rng
    ground(sheet)
    tones = ("#f4e6dc", "#ead3c4", "#dab7a3", "#b88c75", "#6a4536")
    x, y, w, h = 170, 180, 1260, 840
    with sheet.group(transform="rotate(-3 800 600)"):
        d = rect(x, y, w, h, 22)
        paper(sheet, d, (x, y, w, h), tones, 11, 260)
        with sheet.group(clip=d):
            # Security ground: fine interlacing lines.
            for k in range(34):
                pts = [(x - 10 + q * 40, y + k * 26 + 17 * math.sin(q * 0.5 + k * 0.33)) for q in range(34)]
                sheet.path(smooth(pts), stroke=tones[2], width=1.5)
            for k in range(34):
                pts = [(x - 10 + q * 40, y + k * 26 - 17 * math.sin(q * 0.5 + k * 0.33)) for q in range(34)]
                sheet.path(smooth(pts), stroke="#d9c9c6", width=1.3)
            mid = x + w / 2
            sheet.path(centred("CARTE DE SÉJOUR", mid + 318, y + 48, 36, 1.02), stroke=tones[4], width=6.5)
            sheet.path(rect(mid + 44, y + 104, w / 2 - 88, 4), fill=tones[4])
            for k in range(7):
                yy = y + 172 + k * 64
                sheet.path(words(rng, mid + 44, yy - 34, 96 + 40 * (k % 3), 8), fill=tones[4])
                sheet.path(line(mid + 44, yy + 8, x + w - 44, yy + 8), stroke=tones[4], width=2, dash="2 6")
                sheet.path(
                    typed(rng, mid + 60, yy - 18, (380, 290, 220, 420, 330, 190, 300)[k], 22),
                    stroke=INDIGO[4],
                    width=3.2,
                )
            sheet.path(
                capitals("NO 75 063 214", mid + 60, y + h - 206, 28, 1.02),
                stroke=MADDER[2],
                width=5,
            )
            sheet.path(handwriting(rng, mid + 90, y + h - 88, 240, 32, 0.5), stroke=INK, width=4)
            sheet.path(
                smooth(
                    [
                        (mid + 80, y + h - 66),
                        (mid + 240, y + h - 84),
                        (mid + 390, y + h - 118),
                        (mid + 250, y + h - 56),
                    ]
                ),
                stroke=INK,
                width=3.6,
            )
            # Left leaf: the empty place of the photograph.
            px, py, pw, ph = x + 64, y + 64, 290, 370
            sheet.path(rect(px, py, pw, ph), fill=tones[0], stroke=tones[3], width=3)
            sheet.path(
                smooth(
                    [
                        (px + 30, py + 60),
                        (px + 140, py + 30),
                        (px + 260, py + 70),
                        (px + 270, py + 240),
                        (px + 220, py + 340),
                        (px + 80, py + 344),
                        (px + 24, py + 240),
                    ],
                    True,
                ),
                fill=tones[2],
                opacity=0.55,
            )
            sheet.path(gouges(rng, (px + 20, py + 30, pw - 40, ph - 60), 70, 50, 60, 4, 20), fill=tones[1])
            torn = [
                (px + pw, py),
                (px + pw - 74, py),
                (px + pw - 60, py + 18),
                (px + pw - 42, py + 22),
                (px + pw - 30, py + 46),
                (px + pw - 8, py + 56),
                (px + pw, py + 84),
            ]
            sheet.path(polygon(torn), fill=SLATE[1], stroke=PAPER[0], width=5)
            torn = [
                (px, py + ph),
                (px, py + ph - 70),
                (px + 20, py + ph - 52),
                (px + 30, py + ph - 28),
                (px + 62, py + ph - 18),
                (px + 70, py + ph),
            ]
            sheet.path(polygon(torn), fill=SLATE[2], stroke=PAPER[0], width=5)
            for ex, ey in ((px + 34, py + 34), (px + pw - 36, py + ph - 36)):
                for r, colour in ((20, INK), (18, "#c3c6c7"), (11, "#7b8288"), (9, INK)):
                    sheet.path(ellipse(ex, ey, r), fill=colour)
                sheet.path(ellipse(ex - 5, ey - 5, 14), stroke="#ffffff", width=3, dash="14 100")
            # Embossed seal over the corner, seen only by its light and shade.
            for o, colour in ((2.5, tones[3]), (-2.5, "#ffffff")):
                with sheet.group(transform=f"translate({o} {o})", opacity=0.75):
                    for r in (104, 92, 56):
                        sheet.path(ellipse(px + pw - 4, py + ph - 46, r), stroke=colour, width=3.5)
                    sheet.path(star(px + pw - 4, py + ph - 46, 12, 50, 32), stroke=colour, width=3.5)
            for k in range(5):
                sheet.path(words(rng, px + pw + 36, py + 14 + k * 50, 180, 8), fill=tones[4])
                sheet.path(
                    line(px + pw + 36, py + 48 + k * 50, mid - 40, py + 48 + k * 50),
                    stroke=tones[4],
                    width=2,
                    dash="2 6",
                )
            sheet.path(
                handwriting(rng, px + pw + 44, py + 44, 150, 15) + handwriting(rng, px + pw + 44, py + 144, 130, 15),
                stroke=INDIGO[4],
                width=2.8,
            )
            # Renewals.
            for k, (colour, turn) in enumerate(((INDIGO[2], -5), (PLUM[2], 3), (GREEN[2], -2))):
                bx, by = x + 60 + k * 182, y + h - 320 + (k % 2) * 34
                with sheet.group(transform=f"rotate({turn} {bx + 80} {by + 60})", opacity=0.84):
                    sheet.path(rect(bx, by, 168, 122, 6), stroke=colour, width=5)
                    sheet.path(words(rng, bx + 16, by + 18, 130, 9), fill=colour)
                    sheet.path(typed(rng, bx + 18, by + 44, 140, 24), stroke=colour, width=4)
                    sheet.path(words(rng, bx + 16, by + 88, 110, 8), fill=colour)
            stamp(sheet, x + 500, y + h - 118, 92, MADDER[2], tones[1], 18)
            fold(sheet, mid, y, mid, y + h, tones)
            sheet.path(
                polygon([(mid, y), (mid + 34, y), (mid + 22, y + h), (mid, y + h)]),
                fill=tones[3],
                opacity=0.28,
            )
        sheet.path(
            polygon([(x + w, y + h - 86), (x + w - 90, y + h), (x + w, y + h)]),
            fill=TONES["plaster"][3],
        )
        sheet.path(
            polygon([(x + w - 1, y + h - 88), (x + w - 92, y + h - 1), (x + w - 76, y + h - 74)]),
            fill=tones[0],
            stroke=tones[3],
            width=3,
        )


@plate("passport", 1600, 1200, seed=20)
def passport(sheet: Sheet) -> None:
    """A passport open at its visa pages, the green cloth boards showing round the edge."""
    rng = sheet.rng
    ground(sheet)
    x, y, w, h = 150, 150, 650, 890
    with sheet.group(transform="rotate(2 800 600)"):
        cover = rect(x - 22, y - 18, 2 * w + 44, h + 38, 34)
        lay(sheet, cover, 13)
        contour(sheet, cover, width=6)
        sheet.path(cover, fill=GREEN[3])
        with sheet.group(clip=cover):
            sheet.path(
                gouges(rng, (x - 22, y - 18, 2 * w + 44, h + 38), 260, 45, 14, 1.2, 3),
                fill=GREEN[2],
            )
            sheet.path(cover, stroke=GREEN[1], width=6, transform="translate(3 3)")
        for k in range(6, 0, -1):
            sheet.path(
                rect(x - k * 2, y + k * 1.4, 2 * w + k * 4, h, 26),
                fill=PAPER[2],
                stroke=PAPER[4],
                width=1,
            )
        for side, left in ((0, x), (1, x + w)):
            page = rect(left, y, w, h, 24) + (rect(left + w - 30, y, 30, h) if side == 0 else rect(left, y, 30, h))
            sheet.path(page, fill="#eee9d6")
            with sheet.group(clip=page):
                # Guilloche: three families of waves and a rosette of our own geometry in the middle.
                for fam, colour in ((0.0, "#cfdcc4"), (2.1, "#e4cfc0"), (4.2, "#c9d6dd")):
                    d = ""
                    for k in range(24):
                        pts = [
                            (left + q * 54, y + k * 38 + 22 * math.sin(q * 0.62 + fam + k * 0.4)) for q in range(-1, 14)
                        ]
                        d += smooth(pts)
                    sheet.path(d, stroke=colour, width=1.8)
                cx, cy = left + w / 2, y + h / 2
                for r, inner in ((230, 176), (196, 140), (150, 104), (100, 66)):
                    sheet.path(star(cx, cy, 16, r, inner), stroke="#b9cdb2", width=2.4)
                for k in range(16):
                    a = math.radians(k * 22.5)
                    sheet.path(
                        ellipse(cx + 118 * math.cos(a), cy + 118 * math.sin(a), 112),
                        stroke="#cbd8c0",
                        width=1.6,
                    )
                sheet.path(gouges(rng, (left, y, w, h), 80, 20, 30, 0.9, 60), fill=PAPER[3])
                sheet.path(centred("VISAS", cx, y + 36, 26, 1.3), stroke=GREEN[3], width=4.5)
                sheet.path(line(left + 60, y + 84, left + w - 60, y + 84), stroke=GREEN[3], width=2)
                sheet.path(
                    capitals(str(14 + side), left + (46 if side == 0 else w - 80), y + h - 60, 26),
                    stroke=GREEN[3],
                    width=4.5,
                )
                shade = (
                    [(left + w - 54, y), (left + w, y), (left + w, y + h), (left + w - 34, y + h)]
                    if side == 0
                    else [(left, y), (left + 26, y), (left + 18, y + h), (left, y + h)]
                )
                sheet.path(polygon(shade), fill="#cfc6ab", opacity=0.7)
            sheet.path(rect(left, y, w, h, 24) if side else rect(left, y, w, h, 24), stroke="none")
        _visas(sheet, x, y, w)
        for k in range(9):
            sy = y + 60 + k * 96
            sheet.path(line(x + w, sy, x + w, sy + 46), stroke=PAPER[0], width=5)
            sheet.path(line(x + w + 2, sy, x + w + 2, sy + 46), stroke=PAPER[4], width=1.6)
        sheet.path(line(x + w, y - 10, x + w, y + h + 10), stroke=PAPER[4], width=2.5)
        # The number, punched through every page.
        for k, (px, py) in enumerate(_dots("K 214806", x + w + 150, y + h - 74, 44)):
            sheet.path(ellipse(px, py, 4.2), fill=PAPER[4] if k % 5 else INK)


def _dots(text: str, x: float, y: float, height: float):
    """Centres of the punched holes that spell a number in dots."""
    from .lettering import ADVANCE, STROKES

    unit = height / 6
    for k, letter in enumerate(text):
        for stroke in filter(None, STROKES[letter].split("|")):
            pts = [(int(p[0]), int(p[1])) for p in stroke.split()]
            for (ax, ay), (bx, by) in zip(pts, pts[1:], strict=False):
                steps = max(abs(bx - ax), abs(by - ay)) or 1
                for s in range(0, steps + 1, 2):
                    yield (
                        x + (k * ADVANCE + ax + (bx - ax) * s / steps) * unit,
                        y + (ay + (by - ay) * s / steps) * unit,
                    )


def _visas(sheet: Sheet, x: float, y: float, w: float) -> None:
    """Entry and exit stamps in the shapes of several frontiers, none of them legible."""
    rng, back = sheet.rng, "#eee9d6"
    stamp(sheet, x + 190, y + 240, 116, INDIGO[2], back, -22)
    stamp(sheet, x + w + 466, y + 650, 124, MADDER[2], back, 14)
    for kind, cx, cy, colour, turn in (
        ("box", x + 430, y + 330, MADDER[2], 8),
        ("tri", x + 214, y + 588, PLUM[2], -6),
        ("hex", x + 452, y + 650, GREEN[2], 12),
        ("box", x + w + 210, y + 250, INDIGO[2], -9),
        ("oval", x + w + 450, y + 300, INK, 6),
        ("box", x + w + 208, y + 560, PLUM[2], 4),
    ):
        with sheet.group(transform=f"rotate({turn} {n(cx)} {n(cy)})", opacity=0.82):
            if kind == "box":
                shape = rect(cx - 122, cy - 78, 244, 156, 8)
                sheet.path(rect(cx - 110, cy - 66, 220, 132, 4), stroke=colour, width=2.5)
            elif kind == "tri":
                shape = polygon([(cx, cy - 120), (cx + 136, cy + 104), (cx - 136, cy + 104)])
            elif kind == "hex":
                shape = polygon(
                    [
                        (cx + 128 * math.cos(math.radians(a)), cy + 112 * math.sin(math.radians(a)))
                        for a in range(0, 360, 60)
                    ]
                )
            else:
                shape = ellipse(cx, cy, 140, 92)
                sheet.path(ellipse(cx, cy, 128, 80), stroke=colour, width=2.5)
            sheet.path(shape, stroke=colour, width=6)
            sheet.path(typed(rng, cx - 74, cy - 8, 150, 26), stroke=colour, width=4.4)
            sheet.path(
                words(rng, cx - 50, cy - 38, 100, 9) + words(rng, cx - 62, cy + 40, 124, 9),
                fill=colour,
            )
            sheet.path(
                polygon(
                    [
                        (cx + 44, cy + 60),
                        (cx + 66, cy + 60),
                        (cx + 66, cy + 54),
                        (cx + 80, cy + 64),
                        (cx + 66, cy + 74),
                        (cx + 66, cy + 68),
                        (cx + 44, cy + 68),
                    ]
                ),
                fill=colour,
            )
        sheet.path(flecks(rng, (cx - 130, cy - 110, 260, 220), 120, 0.8, 3), fill=back)
    sheet.path(handwriting(rng, x + 90, y + 790, 300, 22, 0.4), stroke=INDIGO[4], width=3.2)
