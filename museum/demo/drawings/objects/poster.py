"""The strike poster, cut in lino and printed in two colours, in two scripts.

The French word is set in block capitals drawn on a grid, the Arabic one (idrab, strike) in square
Kufic drawn on the same grid: no font is used.
"""

from __future__ import annotations

from ..registry import plate
from ..svg import INK, TONES, Sheet, ellipse, flecks, gouge, gouges, polygon, rect, smooth
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

# Square Kufic for the word, read from the right: alif with hamza below, dad joined to ra, alif, ba.
KUFIC = (
    "......................",
    ".............#........",
    "......................",
    ".......#..........#...",
    ".......#...#####..#...",
    ".......#...#...#..#...",
    ".......#...#...#..#...",
    "#....#.#.#.#...#..#...",
    "######.#.#########....",
)


def _cells(rows, x: float, y: float, cw: float, ch: float, on: str) -> str:
    """The filled cells of a grid as one path, slightly overlapping so that no seam shows."""
    return "".join(rect(x + c * cw, y + r * ch, cw + 0.8, ch + 0.8) for r, row in enumerate(rows) for c, v in enumerate(row) if v == on)


@plate("strike-poster", 1200, 1600, seed=28)
def poster(sheet: Sheet) -> None:
    """Hands of a stopped line, a saw-tooth roof, one word twice."""
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
        tear = [(x + w + 6, y - 6), (x + w - 96, y - 6), (x + w - 84, y + 16), (x + w - 58, y + 24), (x + w - 46, y + 52), (x + w - 20, y + 62), (x + w + 6, y + 98)]
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
    field = rect(x, y, w, 700)
    sheet.path(field, fill=RED)
    with sheet.group(clip=field):
        # A stopped wheel of light behind the roof, cut in rays.
        cx, cy = x + w / 2, y + 430
        for k in range(28):
            sheet.path(gouge(cx, cy, 1700, 15, k * 180 / 28 + 3), fill=PAPER[1])
        sheet.path(ellipse(cx, cy, 250), fill=RED)
        sheet.path(ellipse(cx, cy, 226), fill=PAPER[1])
        for k in range(40):
            sheet.path(gouges(rng, (cx - 250, cy - 260, 500, 60), 1, k * 9, 60, 4), fill=RED)
        # Saw-tooth factory roof, chimney without smoke.
        roof = [(x - 4, y + 704)]
        for k in range(5):
            left = x - 4 + k * (w + 8) / 5
            roof += [(left, y + 520), (left, y + 430), (left + (w + 8) / 5, y + 520)]
        roof += [(x + w + 4, y + 704)]
        sheet.path(polygon([(cx + 90, y + 470), (cx + 104, y + 150), (cx + 166, y + 150), (cx + 180, y + 470)]), fill=BLACK, transform="translate(4 3)")
        sheet.path(rect(cx + 94, y + 172, 84, 16) + rect(cx + 98, y + 202, 78, 7), fill=PAPER[1])
        sheet.path(polygon(roof), fill=BLACK, transform="translate(4 3)")
        for k in range(5):
            left = x + k * (w + 8) / 5
            for q in range(3):
                sheet.path(polygon([(left + 16 + q * 38, y + 470 + q * 17), (left + 40 + q * 38, y + 481 + q * 17), (left + 40 + q * 38, y + 516), (left + 16 + q * 38, y + 516)]), fill=PAPER[1])
        _hands(sheet, x, y + 704, w)
        sheet.path(gouges(rng, (x, y + 430, w, 270), 60, 90, 60, 2.4, 6), fill=PAPER[1], opacity=0.9)
        sheet.path(gouges(rng, (x, y, w, 420), 60, 0, 40, 1.6, 60), fill=PAPER[1])
    # The word, twice.
    letters = "GREVE"
    unit_w, unit_h = w / 28.2, 24
    for k, letter in enumerate(letters):
        left = x + k * unit_w * 5.8
        d = _cells(BLOCKS[letter], left, y + 772, unit_w, unit_h, "1")
        sheet.path(d, fill=BLACK)
        if k == 2:  # The grave accent.
            sheet.path(polygon([(left + unit_w * 1.2, y + 726), (left + unit_w * 2.5, y + 726), (left + unit_w * 3.6, y + 758), (left + unit_w * 2.5, y + 758)]), fill=BLACK)
    sheet.path(gouges(rng, (x, y + 772, w, 168), 70, 0, 46, 1.5, 30), fill=PAPER[1])
    cell = (w * 0.86) / 22
    kx, ky = x + w * 0.09, y + 946
    sheet.path(_cells(KUFIC, kx, ky - cell * 0.4, cell, 22, "#"), fill=RED)
    _marks(sheet, kx, ky - cell * 0.4, cell)
    sheet.path(gouges(rng, (x, y + 946, w, 200), 50, 0, 40, 1.4, 30), fill=PAPER[1])
    sheet.path(rect(x, y + h - 34, w, 8), fill=BLACK)
    sheet.path(words(rng, x, y + h - 16, w * 0.46, 11) + words(rng, x + w * 0.56, y + h - 16, w * 0.44, 11), fill=BLACK)


def _marks(sheet: Sheet, x: float, y: float, cell: float) -> None:
    """The dot of dad and of ba, and the hamza under the first alif."""


def _hands(sheet: Sheet, x: float, base: float, w: float) -> None:
    """Open hands raised in a vote, in black with cut light: many, none alone."""
    for row, (count, lift, scale) in enumerate(((7, 168, 0.78), (6, 92, 0.98))):
        for k in range(count):
            cx = x + w * (k + 0.5) / count + (10 if k % 2 else -12)
            top = base - lift - (26 if (k + row) % 2 else 0)
            with sheet.group(transform=f"translate({cx:.1f} {top:.1f}) scale({scale}) rotate({(k % 3 - 1) * 6})"):
                hand = smooth([(-30, 240), (-28, 90), (-44, 40), (-74, 2), (-64, -14), (-38, 6), (-34, -58), (-22, -62), (-16, -10), (-12, -80), (2, -82), (4, -12), (12, -72), (25, -70), (22, -4),
                               (34, -46), (45, -42), (38, 30), (28, 84), (34, 240)], True, 0.38)
                sheet.path(hand, fill=PAPER[1], stroke=PAPER[1], width=13)
                sheet.path(hand, fill=BLACK if row else RED, stroke=BLACK if row else RED, width=3)
                sheet.path("".join((gouge(-20, 40, 60, 3, 80), gouge(4, 30, 46, 2.6, 20), gouge(2, 52, 50, 2.6, -12), gouge(-14, 150, 120, 3, 90), gouge(-4, 170, 90, 2.4, 90))), fill=PAPER[1])
