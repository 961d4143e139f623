"""What is woven or printed on the works of `cloth`."""

from __future__ import annotations

import math
from functools import cache

from ...drawings.svg import Sheet, n

COLUMNS, ROWS = 136, 220
KNOT = 10
#: Three lots of each dye: the lit, the middle and the deep one.
DYES = {
    "madder": ("#a8442f", "#96382a", "#7f2c22"),
    "indigo": ("#3b5385", "#2d4271", "#22335a"),
    "cream": ("#e3d5b7", "#d8c8a6", "#c8b690"),
    "brown": ("#4d3a2c", "#3f2f24", "#33261d"),
    "saffron": ("#c99545", "#b98438", "#a5742d"),
}


def _border(along: int, edge: int) -> str:
    """The bands round the rug, counted in knots from its edge."""
    if edge < 3:
        return "brown"
    if edge < 5:
        return "cream"
    if edge < 9:
        return "madder" if (along + edge) % 8 < 4 else "indigo"
    if edge < 11:
        return "cream"
    if edge < 25:
        u, v = abs(along % 16 - 8), abs(edge - 18)
        if u + v < 2:
            return "brown"
        if u + v < 4:
            return "cream"
        if u + v < 6:
            return "madder"
        return "indigo" if u + v < 8 else "cream" if u + v < 9 else "madder"
    if edge < 27:
        return "cream"
    if edge < 30:
        return "brown" if (along // 2 + edge) % 4 < 2 else "cream"
    return "brown"


def _star(x: int, y: int, size: int) -> bool:
    """An eight-pointed star of two squares, one on its corner."""
    return max(abs(x), abs(y)) <= size or abs(x) + abs(y) <= round(size * 1.42)


def _knot(column: int, row: int) -> str:
    """The dye of one knot, row 0 at the head of the rug: borders, a frieze of stars, a stepped niche."""
    edge = min(column, COLUMNS - 1 - column, row, ROWS - 1 - row)
    if edge < 31:
        sideways = min(column, COLUMNS - 1 - column) <= min(row, ROWS - 1 - row)
        middle = row - ROWS // 2 if sideways else column - COLUMNS // 2
        return _border(middle + 400, edge)
    x, y = column - COLUMNS // 2, row - 31
    if y < 24:
        if y in (22, 23):
            return "cream"
        u, v = (x + 12) % 24 - 12, y - 11
        if 11 - abs(u) + abs(v) < 4:
            return "cream" if 11 - abs(u) + abs(v) < 2 else "madder"
        if _star(u, v, 2):
            return "saffron"
        if _star(u, v, 4):
            return "brown"
        return "cream" if _star(u, v, 5) else "indigo"
    y -= 24
    wide = -1 if y < 8 else min(4 + 3 * ((y - 8) // 4), 29)
    side = abs(x)
    if side > wide + 2:
        u, v = (side + 1) % 10 - 5, y % 10 - 5
        return "cream" if abs(u) + abs(v) < 2 else "madder" if abs(u) + abs(v) < 4 else "indigo"
    if side > wide:
        return "cream"
    if side > wide - 2:
        return "brown"
    # A tree of lozenges stands in the field of the niche, with a star at its head.
    u, v = side, abs((y - 16) % 26 - 13)
    if y > 118:
        u, v = abs(x % 12 - 6), y - 126
        return "indigo" if abs(v) + u < 6 and abs(v) + u > 2 else "saffron" if abs(v) + u < 2 else "madder"
    if u + v < 3:
        return "cream"
    if u + v < 6:
        return "brown"
    if u + v < 8:
        return "saffron"
    if u + v == 10 and u > 1:
        return "cream"
    hook = abs(u - 19) + abs(v - 6)
    return "indigo" if hook in (3, 4) else "cream" if hook < 2 else "madder"


def _wear(column: int, row: int) -> float:
    """How far the knees, the hands and the brow have worn the pile down to its warp."""
    places = ((48, 150, 15, 1.0), (88, 150, 15, 1.0), (68, 68, 14, 0.75), (34, 84, 10, 0.4), (102, 84, 10, 0.4))
    return sum(deep * math.exp(-((column - a) ** 2 + (row - b) ** 2) / r**2) for a, b, r, deep in places)


@cache
def rug_print() -> Sheet:
    """The prayer rug knot by knot, each dye uneven from row to row, worn pale where the body touches it."""
    sheet = Sheet(COLUMNS * KNOT, ROWS * KNOT, 6)
    rng = sheet.rng
    marks: dict[str, list[str]] = {}
    worn: list[str] = []
    for row in range(ROWS):
        lot = 0.3 * math.sin(row * 0.23) + 0.28 * math.sin(row * 0.071 + 1)
        for column in range(COLUMNS):
            wear = _wear(column, row)
            value = lot + rng.uniform(-0.7, 0.7) - wear * 0.9
            tone = 0 if value < -0.35 else 1 if value < 0.45 else 2
            d = f"M{column * KNOT} {row * KNOT}h{KNOT}v{KNOT}h-{KNOT}Z"
            marks.setdefault(DYES[_knot(column, row)][tone], []).append(d)
            if rng.random() < wear * 0.8 - 0.08:
                x, y = (column + rng.random() * 0.3) * KNOT, (row + rng.random() * 0.4) * KNOT
                worn.append(f"M{n(x)} {n(y)}h{n(KNOT * rng.uniform(0.5, 1.0))}v4h-{n(KNOT * 0.6)}Z")
    for colour, parts in marks.items():
        sheet.path("".join(parts), fill=colour, stroke=colour, width=0.6)
    sheet.path("".join(worn), fill="#cbb491", opacity=0.72)
    return sheet
