"""Papers between two shores: the telegram, the ferry ticket.

Only the printed names of forms can be read; what was typed or written stays a texture, because no
document is invented here.
"""

from __future__ import annotations

import math

from ..registry import plate
from ..svg import INK, TONES, Sheet, ellipse, gouges, line, n, polygon, rect, smooth
from .lettering import capitals, centred, handwriting, stamp, typed, words
from .paper import fold, paper, torn_rect
from .studio import ground

PAPER, INDIGO, MADDER, PLUM = (TONES[k] for k in ("paper", "indigo", "madder", "plum"))


@plate("telegram", 1600, 1200, seed=22)
def telegram(sheet: Sheet) -> None:
    """A telegram: printed head, message on gummed strips, the messenger's pencil, a round date stamp."""
    rng = sheet.rng
    tones = ("#e6eef0", "#cfdfe3", "#b2c8cf", "#8aa6b0", "#4f6b76")
    ground(sheet)
    x, y, w, h = 200, 170, 1200, 850
    with sheet.group(transform="rotate(2.2 800 600)"):
        d = torn_rect(sheet, x, y, w, h, 3)
        paper(sheet, d, (x, y, w, h), tones, 9, 420)
        with sheet.group(clip=d):
            sheet.path(centred("TÉLÉGRAMME", x + w / 2, y + 54, 64, 1.25), stroke=tones[4], width=13)
            sheet.path(rect(x + 60, y + 148, w - 120, 5) + rect(x + 60, y + 158, w - 120, 2), fill=tones[4])
            sheet.path(
                words(rng, x + 60, y + 60, 110, 9) + words(rng, x + 60, y + 82, 90, 8),
                fill=tones[4],
            )
            for k, c in enumerate((0, 0.2, 0.38, 0.56, 0.76)):
                gx = x + 60 + (w - 120) * c
                sheet.path(words(rng, gx + 12, y + 176, 120, 9), fill=tones[4])
                if k:
                    sheet.path(line(gx, y + 160, gx, y + 262), stroke=tones[4], width=2.5)
                sheet.path(handwriting(rng, gx + 20, y + 236, 120, 19), stroke=INK, width=3, opacity=0.75)
            sheet.path(rect(x + 60, y + 262, w - 120, 3), fill=tones[4])
            for k in range(7):
                sheet.path(
                    line(x + 60, y + 352 + k * 62, x + w - 60, y + 352 + k * 62),
                    stroke=tones[3],
                    width=2.5,
                )
        for k, length in enumerate((960, 1000, 880, 640)):
            sx, sy = x + 88 + rng.uniform(-10, 14), y + 300 + k * 88
            with sheet.group(transform=f"rotate({n(rng.uniform(-0.9, 0.9))} {n(sx)} {n(sy)})"):
                left, right = rng.uniform(-6, 6), rng.uniform(-8, 8)
                strip = polygon(
                    [
                        (sx, sy),
                        (sx + length, sy),
                        (sx + length + right, sy + 54),
                        (sx + left, sy + 54),
                    ]
                )
                sheet.path(strip, fill=tones[4], transform="translate(3 5)", opacity=0.7)
                sheet.path(strip, fill=PAPER[0], stroke=PAPER[4], width=1.5)
                sheet.path(
                    gouges(rng, (sx + 10, sy + 4, length - 30, 46), 16, 0, 60, 1.4, 4),
                    fill=PAPER[2],
                )
                sheet.path(typed(rng, sx + 26, sy + 13, length - 50, 31), stroke=INK, width=4)
        with sheet.group(clip=d):
            stamp(sheet, x + w - 210, y + h - 178, 122, INK, tones[1], -16)
            sheet.path(
                words(rng, x + 60, y + h - 64, 620, 7) + words(rng, x + 60, y + h - 46, 540, 7),
                fill=tones[4],
            )
            sheet.path(
                handwriting(rng, x + 86, y + h - 106, 420, 28, 0.35),
                stroke="#55595c",
                width=3.4,
                opacity=0.85,
            )
            fold(sheet, x + w * 0.34, y, x + w * 0.34 + 3, y + h, tones)
            fold(sheet, x + w * 0.67, y, x + w * 0.67 - 2, y + h, tones)
            fold(sheet, x, y + h * 0.5, x + w, y + h * 0.5, tones)


@plate("ferry-ticket", 1600, 1200, seed=19)
def ferry_ticket(sheet: Sheet) -> None:
    """A carbon ticket for the crossing with its torn stub; the blue copy shows beneath."""
    rng = sheet.rng
    ground(sheet)
    blue = ("#dfe7f0", "#c4d2e2", "#a5b8cf", "#7e95b3", "#495f80")
    with sheet.group(transform="rotate(4 800 600)"):
        d = torn_rect(sheet, 170, 350, 1290, 570)
        paper(sheet, d, (170, 350, 1290, 570), blue, 8, 240)
        with sheet.group(clip=d):
            for k in range(9):
                sheet.path(words(rng, 980, 420 + k * 54, 420, 8), fill=blue[4])
    with sheet.group(transform="rotate(-3 800 600)"):
        x, y, w, h = 140, 290, 1300, 580
        right = [(x + w + (7 if k % 2 else -5), y + h * k / 40) for k in range(41)]
        d = polygon([(x, y), *right, (x, y + h)])
        paper(sheet, d, (x, y, w, h), PAPER, 8, 300)
        with sheet.group(clip=d):
            sheet.path(rect(x, y, w, 116), fill=MADDER[2])
            sheet.path(rect(x, y + 124, w, 7), fill=MADDER[2])
            sheet.path(capitals("ALGECIRAS - TANGER", x + 250, y + 34, 46, 1.04), stroke=PAPER[0], width=9)
            _ship(sheet, x + 56, y + 20)
            # Guilloche ground of the form.
            for k in range(13):
                pts = [(x + 20 + q * 40, y + 180 + k * 32 + 12 * math.sin(q * 0.9 + k)) for q in range(25)]
                sheet.path(smooth(pts), stroke="#efd3c4", width=2.4)
            gx, gy = x + 50, y + 168
            for r, cells in enumerate(((0.62, 0.38), (0.34, 0.33, 0.33), (0.25, 0.25, 0.25, 0.25))):
                left = gx
                for c, share in enumerate(cells):
                    cw = 890 * share
                    sheet.path(rect(left, gy + r * 112, cw - 12, 98), stroke=MADDER[2], width=3)
                    sheet.path(
                        words(rng, left + 12, gy + r * 112 + 12, min(150, cw - 50), 8),
                        fill=MADDER[2],
                    )
                    sheet.path(
                        handwriting(
                            rng,
                            left + 22,
                            gy + r * 112 + 76,
                            (cw - 60) * (0.9 if c % 2 == 0 else 0.6),
                            19,
                        ),
                        stroke=INDIGO[2],
                        width=3.4,
                        opacity=0.9,
                    )
                    left += cw
            px = x + 968
            sheet.path(
                "".join(ellipse(px, y + 12 + k * 20, 4.5) for k in range(30)),
                fill=TONES["plaster"][4],
            )
            sheet.path(capitals("NO 048317", px + 44, y + 172, 30, 0.95), stroke=MADDER[2], width=5)
            for k in range(3):
                sheet.path(words(rng, px + 44, y + 240 + k * 76, 120, 8), fill=MADDER[2])
                sheet.path(
                    line(px + 44, y + 292 + k * 76, x + w - 40, y + 292 + k * 76),
                    stroke=MADDER[2],
                    width=2,
                    dash="2 6",
                )
                sheet.path(
                    handwriting(rng, px + 60, y + 286 + k * 76, 190 - k * 30, 17),
                    stroke=INDIGO[2],
                    width=3.2,
                    opacity=0.9,
                )
            bars = px + 44
            while bars < x + w - 60:
                bw = rng.choice((3, 3, 6, 9))
                sheet.path(rect(bars, y + h - 92, bw, 56), fill=INK)
                bars += bw + rng.choice((4, 4, 7))
            stamp(sheet, x + 820, y + 400, 118, PLUM[3], PAPER[1], -20)
            # Where two vehicles' wheels are counted, the clerk ticked with his pen.
            sheet.path(
                smooth([(x + 70, y + 545), (x + 86, y + 558), (x + 124, y + 516)]),
                stroke=INDIGO[2],
                width=5,
            )
            sheet.path(
                words(rng, x + 140, y + 536, 430, 8) + words(rng, x + 140, y + 554, 360, 7),
                fill=MADDER[2],
            )
            fold(sheet, x + 480, y, x + 480, y + h)
            sheet.path(ellipse(x + 24, y + 300, 13), fill=TONES["plaster"][3], stroke=PAPER[4], width=2)


def _ship(sheet: Sheet, x: float, y: float) -> None:
    """A car ferry in four blocks: hull, decks, funnel, two waves."""
    sheet.path(
        polygon([(x, y + 44), (x + 150, y + 44), (x + 136, y + 68), (x + 16, y + 68)]),
        fill=PAPER[0],
    )
    sheet.path(
        rect(x + 18, y + 24, 108, 14)
        + rect(x + 34, y + 8, 70, 11)
        + polygon([(x + 76, y - 8), (x + 98, y - 8), (x + 96, y + 4), (x + 76, y + 4)]),
        fill=PAPER[0],
    )
    for k in range(2):
        sheet.path(
            smooth([(x - 6 + q * 14, y + 78 + k * 10 + (3 if q % 2 else -3)) for q in range(13)]),
            stroke=PAPER[0],
            width=3,
        )
