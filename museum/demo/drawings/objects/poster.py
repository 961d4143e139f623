"""The strike poster, cut in lino and printed in two colours, in two scripts.

The French word is set in block capitals drawn on a grid, the Arabic one (idrab, strike) in square
Kufic drawn on the same grid: no font is used.
"""

from __future__ import annotations

import math

from ..registry import plate
from ..svg import TONES, Sheet, ellipse, flecks, gouge, gouges, polygon, rect, smooth, wedge
from .lettering import words
from .paper import fold, paper, torn_rect
from .studio import ground

PAPER = ("#f8f1e0", "#efe4cb", "#dccba8", "#bda47a", "#7f683f")
RED, BLACK = "#b5301f", "#1d1917"

# Block capitals, five columns by seven rows.
BLOCKS = {
    "G": ("01110", "11011", "11000", "11011", "11001", "11011", "01111"),
    "R": ("11110", "11011", "11011", "11110", "11100", "11110", "11011"),
    "E": ("11111", "11000", "11000", "11110", "11000", "11000", "11111"),
    "V": ("11011", "11011", "11011", "11011", "11011", "01110", "00100"),
}

# Square Kufic for the word, read from the right: alif, dad joined to ra, alif, ba. The dots and the
# hamza are set apart in `_kufic`.
KUFIC = (
    "..........#...............#",
    "..........#...............#",
    "..........#...............#",
    "..........#...............#",
    "..........#......#######..#",
    "#......#..#......#.....#..#",
    "#......#..#....#.#.....#..#",
    "#......#..#..#.#.#.....#..#",
    "########..#..###########..#",
    ".............#.............",
    "...........###.............",
)


def _cells(rows, x: float, y: float, cw: float, ch: float, on: str) -> str:
    """The filled cells of a grid as one path, slightly overlapping so that no seam shows."""
    return "".join(
        rect(x + c * cw, y + r * ch, cw + 0.8, ch + 0.8)
        for r, row in enumerate(rows)
        for c, v in enumerate(row)
        if v == on
    )


@plate("strike-poster", 1200, 1600, seed=28)
def poster(sheet: Sheet) -> None:
    """A stopped clock, a saw-tooth roof, open hands, one word twice."""
    rng = sheet.rng
    ground(sheet)
    x, y, w, h = 130, 100, 940, 1300
    with sheet.group(transform="rotate(0.8 600 800)"):
        d = torn_rect(sheet, x, y, w, h, 4)
        paper(sheet, d, (x, y, w, h), PAPER, 9, 460)
        with sheet.group(clip=d):
            _print(sheet, x + 46, y + 46, w - 92, h - 92)
            fold(sheet, x, y + h / 2, x + w, y + h / 2 + 3, PAPER)
            fold(sheet, x + w / 2, y, x + w / 2 - 3, y + h, PAPER)
            sheet.path(flecks(rng, (x, y, w, h), 260, 0.8, 3), fill=PAPER[1])
        # Torn corner and the pins that held it.
        tear = [
            (x + w + 6, y - 6),
            (x + w - 96, y - 6),
            (x + w - 84, y + 16),
            (x + w - 58, y + 24),
            (x + w - 46, y + 52),
            (x + w - 20, y + 62),
            (x + w + 6, y + 98),
        ]
        sheet.path(polygon(tear), fill=TONES["plaster"][1])
        sheet.path(polygon(tear[1:], False), stroke=PAPER[0], width=9)
        sheet.path(polygon(tear[1:], False), stroke=PAPER[4], width=2.5, transform="translate(3 -3)")
        for px, py in ((x + 26, y + 26), (x + 26, y + h - 26), (x + w - 26, y + h - 26)):
            sheet.path(ellipse(px + 8, py + 10, 13), fill=PAPER[3])
            sheet.path(ellipse(px, py, 14), fill=BLACK)
            sheet.path(ellipse(px - 1, py - 1, 11.5), fill="#c3c6c7")
            sheet.path(ellipse(px - 4, py - 4, 4), fill="#ffffff")


def _print(sheet: Sheet, x: float, y: float, w: float, h: float) -> None:
    """The two printings: red first, black over it and a little out of register."""
    rng = sheet.rng
    field = rect(x, y, w, 620)
    sheet.path(field, fill=RED)
    with sheet.group(clip=field):
        # The clock of the works, stopped; the sky is cut in rings round it.
        cx, cy = x + w / 2 - 130, y + 220
        for ring in range(14):
            r = 190 + ring * 44
            d = "".join(
                gouge(cx + r * math.cos(a), cy + r * math.sin(a), r * 0.2, 6.5, math.degrees(a) + 90)
                for a in ((k + ring * 0.37) * math.tau / 22 for k in range(22))
            )
            sheet.path(d, fill=PAPER[1])
        sheet.path(ellipse(cx, cy, 172), fill=BLACK, transform="translate(4 3)")
        sheet.path(ellipse(cx, cy, 150), fill=PAPER[1])
        for k in range(12):
            sheet.path(
                wedge(
                    cx + 138 * math.cos(k * math.tau / 12),
                    cy + 138 * math.sin(k * math.tau / 12),
                    40 if k % 3 == 0 else 24,
                    15 if k % 3 == 0 else 9,
                    k * 30 + 180,
                ),
                fill=BLACK,
            )
        sheet.path(wedge(cx, cy, 124, 22, -90) + wedge(cx, cy, 86, 28, 60), fill=BLACK)
        sheet.path(ellipse(cx, cy, 17), fill=BLACK)
        sheet.path(ellipse(cx, cy, 6), fill=RED)
        cx = x + w / 2 + 110
        # Saw-tooth factory roof, chimney without smoke.
        roof = [(x - 4, y + 624)]
        for k in range(5):
            left = x - 4 + k * (w + 8) / 5
            roof += [(left, y + 440), (left, y + 350), (left + (w + 8) / 5, y + 440)]
        roof += [(x + w + 4, y + 624)]
        sheet.path(
            polygon([(cx + 90, y + 390), (cx + 104, y + 70), (cx + 166, y + 70), (cx + 180, y + 390)]),
            fill=BLACK,
            transform="translate(4 3)",
        )
        sheet.path(rect(cx + 94, y + 92, 84, 16) + rect(cx + 98, y + 122, 78, 7), fill=PAPER[1])
        sheet.path(polygon(roof), fill=BLACK, transform="translate(4 3)")
        for k in range(5):
            left = x + k * (w + 8) / 5
            for q in range(3):
                sheet.path(
                    polygon(
                        [
                            (left + 16 + q * 38, y + 390 + q * 17),
                            (left + 40 + q * 38, y + 401 + q * 17),
                            (left + 40 + q * 38, y + 436),
                            (left + 16 + q * 38, y + 436),
                        ]
                    ),
                    fill=PAPER[1],
                )
        _hands(sheet, x, y + 624, w)
        sheet.path(gouges(rng, (x, y + 350, w, 270), 60, 90, 60, 2.4, 6), fill=PAPER[1], opacity=0.9)
        sheet.path(gouges(rng, (x, y, w, 420), 60, 0, 40, 1.6, 60), fill=PAPER[1])
    # The word, twice.
    letters = "GREVE"
    unit_w, unit_h = w / 28.2, 24
    for k, letter in enumerate(letters):
        left = x + k * unit_w * 5.8
        d = _cells(BLOCKS[letter], left, y + 696, unit_w, unit_h, "1")
        sheet.path(d, fill=BLACK)
        if k == 2:  # The grave accent.
            sheet.path(
                polygon(
                    [
                        (left + unit_w * 1.2, y + 648),
                        (left + unit_w * 2.5, y + 648),
                        (left + unit_w * 3.6, y + 682),
                        (left + unit_w * 2.5, y + 682),
                    ]
                ),
                fill=BLACK,
            )
    sheet.path(gouges(rng, (x, y + 696, w, 168), 70, 0, 46, 1.5, 30), fill=PAPER[1])
    _kufic(sheet, x + w / 2, y + 896, 30, 21.5)
    sheet.path(gouges(rng, (x, y + 890, w, 260), 60, 0, 40, 1.4, 30), fill=PAPER[1])
    sheet.path(rect(x, y + h - 34, w, 8), fill=BLACK)
    sheet.path(
        words(rng, x, y + h - 16, w * 0.46, 11) + words(rng, x + w * 0.56, y + h - 16, w * 0.44, 11),
        fill=BLACK,
    )


def _kufic(sheet: Sheet, cx: float, top: float, cw: float, ch: float) -> None:
    """The Arabic word with the dot of dad above, the dot of ba and the hamza of the first alif below."""
    x = cx - len(KUFIC[0]) * cw / 2
    sheet.path(_cells(KUFIC, x, top, cw, ch, "#"), fill=RED)
    for column, row in ((20, 1.4), (3.5, 9.7)):
        mx, my = x + (column + 0.5) * cw, top + (row + 0.5) * ch
        sheet.path(polygon([(mx, my - 20), (mx + 21, my), (mx, my + 20), (mx - 21, my)]), fill=RED)
    hx, hy = x + 26.5 * cw, top + 9.7 * ch
    sheet.path(
        polygon([(hx + 14, hy), (hx - 12, hy), (hx - 12, hy + 17), (hx + 12, hy + 17)], False),
        stroke=RED,
        width=10,
        cap="butt",
        join="miter",
    )
    sheet.path(polygon([(hx - 19, hy + 36), (hx + 20, hy + 22)], False), stroke=RED, width=10, cap="butt")


def _hands(sheet: Sheet, x: float, base: float, w: float) -> None:
    """Open hands raised in a vote, in black with cut light: many, none alone."""
    for row, (count, lift, scale) in enumerate(((7, 168, 0.78), (6, 92, 0.98))):
        for k in range(count):
            cx = x + w * (k + 0.5) / count + (10 if k % 2 else -12)
            top = base - lift - (26 if (k + row) % 2 else 0)
            with sheet.group(transform=f"translate({cx:.1f} {top:.1f}) scale({scale}) rotate({(k % 3 - 1) * 6})"):
                hand = smooth(
                    [
                        (-30, 240),
                        (-28, 90),
                        (-44, 40),
                        (-74, 2),
                        (-64, -14),
                        (-38, 6),
                        (-34, -58),
                        (-22, -62),
                        (-16, -10),
                        (-12, -80),
                        (2, -82),
                        (4, -12),
                        (12, -72),
                        (25, -70),
                        (22, -4),
                        (34, -46),
                        (45, -42),
                        (38, 30),
                        (28, 84),
                        (34, 240),
                    ],
                    True,
                    0.38,
                )
                sheet.path(hand, fill=PAPER[1], stroke=PAPER[1], width=13)
                sheet.path(hand, fill=BLACK if row else RED, stroke=BLACK if row else RED, width=3)
                sheet.path(
                    "".join(
                        (
                            gouge(-20, 40, 60, 3, 80),
                            gouge(4, 30, 46, 2.6, 20),
                            gouge(2, 52, 50, 2.6, -12),
                            gouge(-14, 150, 120, 3, 90),
                            gouge(-4, 170, 90, 2.4, 90),
                        )
                    ),
                    fill=PAPER[1],
                )
