"""Marks that stand for writing, drawn as paths: engraved capitals, typed lines, handwriting, stamps.

Readable words are only the printed names of a form or places; everything personal stays unreadable.
"""

from __future__ import annotations

import math
from random import Random

from ..svg import Sheet, arc, ellipse, flecks, line, n, polygon, rect, smooth

# Strokes on a grid 4 wide and 6 high, y downwards.
STROKES = {
    "A": "06 02 11 20 31 42 46|04 44",
    "B": "06 00 30 41 42 33 03|33 44 45 36 06",
    "C": "41 30 10 01 05 16 36 45",
    "D": "06 00 30 41 45 36 06",
    "E": "40 00 06 46|03 33",
    "F": "40 00 06|03 33",
    "G": "41 30 10 01 05 16 36 45 43 23",
    "H": "00 06|40 46|03 43",
    "I": "20 26",
    "J": "40 45 36 16 05",
    "K": "00 06|40 03 46",
    "L": "00 06 46",
    "M": "06 00 23 40 46",
    "N": "06 00 46 40",
    "O": "10 30 41 45 36 16 05 01 10",
    "P": "06 00 30 41 42 33 03",
    "Q": "10 30 41 45 36 16 05 01 10|24 46",
    "R": "06 00 30 41 42 33 03|23 46",
    "S": "41 30 10 01 02 13 33 44 45 36 16 05",
    "T": "00 40|20 26",
    "U": "00 05 16 36 45 40",
    "V": "00 26 40",
    "W": "00 16 22 36 40",
    "X": "00 46|40 06",
    "Y": "00 23 40|23 26",
    "Z": "00 40 06 46",
    "0": "10 30 41 45 36 16 05 01 10",
    "1": "11 20 26|16 36",
    "2": "01 10 30 41 42 06 46",
    "3": "01 10 30 41 42 33 13|33 44 45 36 16 05",
    "4": "36 30 04 44",
    "5": "40 00 02 32 43 45 36 06",
    "6": "40 20 02 05 16 36 45 44 33 03",
    "7": "00 40 16",
    "8": "10 30 41 42 33 13 02 01 10|13 04 05 16 36 45 44 33",
    "9": "43 13 02 01 10 30 41 44 26 06",
    "-": "13 33",
    ".": "26 26",
    "/": "06 40",
    ":": "22 22|25 25",
    "'": "20 21",
    "+": "23 63|41 45",
    " ": "",
}
ADVANCE = 5.6


def capitals(text: str, x: float, y: float, height: float, spacing: float = 1, narrow: float = 1) -> str:
    """Capitals and figures as open strokes, their top left at (x, y)."""
    unit, out = height / 6, []
    for k, letter in enumerate(text):
        left = x + k * ADVANCE * unit * spacing * narrow
        if letter == "É":
            out.append(
                line(
                    left + 1.4 * unit * narrow,
                    y - 0.9 * unit,
                    left + 2.8 * unit * narrow,
                    y - 1.8 * unit,
                )
            )
        for stroke in filter(None, STROKES["E" if letter == "É" else letter].split("|")):
            pts = [(left + int(p[0]) * unit * narrow, y + int(p[1]) * unit) for p in stroke.split()]
            out.append(polygon(pts, False))
    return "".join(out)


def extent(text: str, height: float, spacing: float = 1, narrow: float = 1) -> float:
    """The width in pixels that `capitals` takes."""
    return ((len(text) - 1) * ADVANCE * spacing + 4) * height / 6 * narrow


def centred(text: str, cx: float, y: float, height: float, spacing: float = 1, narrow: float = 1) -> str:
    """Capitals centred on cx."""
    return capitals(text, cx - extent(text, height, spacing, narrow) / 2, y, height, spacing, narrow)


def words(rng: Random, x: float, y: float, length: float, size: float) -> str:
    """One printed line too small to read: word-shaped bars `size` high."""
    out, end = [], x + length
    while x < end - size:
        w = min(rng.uniform(1.2, 7) * size, end - x)
        out.append(rect(x, y, w, size))
        x += w + size * 0.9
    return "".join(out)


def typed(rng: Random, x: float, y: float, length: float, size: float) -> str:
    """One typewritten line, unreadable: uneven stems and arms in even cells."""
    out, end = [], x + length
    stems = (
        ((0, 0), (0, 4)),
        ((3, 0), (3, 4)),
        ((0, 0), (0, 4), (3, 4)),
        ((0, 4), (0, 0), (3, 0)),
        ((1.5, 0), (1.5, 4)),
        ((0, 4), (1.5, 0), (3, 4)),
        ((3, 0.6), (1, 0), (0, 2), (1, 4), (3, 3.4)),
    )
    arms = (
        ((0, 2), (3, 2)),
        ((0, 0), (3, 0)),
        ((0, 4), (3, 4)),
        ((0, 2), (3, 4)),
        ((3, 0), (0, 2.4)),
        ((3, 2), (3, 4)),
    )
    while x < end - size * 4:
        for _ in range(rng.randint(2, 9)):
            if x > end - size:
                break
            lift = rng.uniform(-0.05, 0.05) * size
            for stroke in (rng.choice(stems), rng.choice(arms)):
                out.append(
                    polygon(
                        [(x + px * size * 0.17, y + lift + py * size * 0.25) for px, py in stroke],
                        False,
                    )
                )
            x += size * 0.8
        x += size * 0.7
    return "".join(out)


# Letter-like loops on a unit grid: x to the right, y up to -1 for small letters, below 0 for tails.
LOOPS = (
    ((0.1, -0.85), (0.3, -1.0), (0.46, -0.75), (0.5, -0.1), (0.72, 0)),
    (
        (0.5, -0.95),
        (0.15, -0.75),
        (0.12, -0.15),
        (0.42, -0.02),
        (0.62, -0.5),
        (0.55, -0.98),
        (0.85, -0.75),
    ),
    ((0.38, -0.5), (0.42, -0.95), (0.16, -0.85), (0.14, -0.15), (0.4, 0.02), (0.7, -0.2)),
    ((0.25, -0.92), (0.3, -0.12), (0.55, -0.02)),
    ((0.24, -0.9), (0.26, -0.08), (0.5, -0.3), (0.56, -0.9), (0.58, -0.1), (0.8, 0)),
    (
        (0.12, -0.9),
        (0.2, 0),
        (0.3, -0.85),
        (0.46, -0.95),
        (0.5, 0),
        (0.6, -0.85),
        (0.76, -0.95),
        (0.8, -0.08),
        (1.0, 0),
    ),
    ((0.42, -1.3), (0.56, -2.1), (0.4, -2.35), (0.28, -1.6), (0.3, -0.15), (0.6, 0)),
    ((0.4, -1.4), (0.36, -1.9), (0.34, -0.1), (0.5, -0.8), (0.7, -0.8), (0.74, -0.1), (0.95, 0)),
    (
        (0.52, -0.9),
        (0.16, -0.75),
        (0.2, -0.12),
        (0.5, -0.4),
        (0.56, -0.9),
        (0.52, 0.7),
        (0.28, 1.1),
        (0.14, 0.7),
        (0.8, -0.1),
    ),
)


def handwriting(rng: Random, x: float, y: float, length: float, size: float, slope: float = 0.25) -> str:
    """A line of joined handwriting, unreadable, on the baseline y; `size` is the height of small letters."""
    out, end = [], x + length
    while x < end - size:
        pts: list[tuple[float, float]] = [(x, y)]
        for _ in range(rng.randint(2, 8)):
            loop = LOOPS[rng.choices(range(9), (4, 5, 6, 4, 4, 2, 2, 1, 1.2))[0]]
            stretch, rise = size * rng.uniform(0.85, 1.1), size * rng.uniform(0.88, 1.06)
            pts += [(x + px * stretch - py * slope * size, y + py * rise) for px, py in loop]
            x += loop[-1][0] * stretch
            if x > end:
                break
        out.append(smooth(pts))
        x += size * rng.uniform(0.6, 0.95)
    return "".join(out)


def stamp(sheet: Sheet, cx: float, cy: float, r: float, colour: str, paper: str, turn: float = -14) -> None:
    """A round rubber stamp, unevenly inked; its words and date cannot be read."""
    rng = sheet.rng
    with sheet.group(transform=f"rotate({n(turn)} {n(cx)} {n(cy)})", opacity=0.82):
        sheet.path(ellipse(cx, cy, r), stroke=colour, width=r * 0.055)
        sheet.path(ellipse(cx, cy, r * 0.64), stroke=colour, width=r * 0.028)
        ring = "".join(
            line(
                cx + r * 0.73 * math.cos(a),
                cy + r * 0.73 * math.sin(a),
                cx + r * 0.89 * math.cos(a),
                cy + r * 0.89 * math.sin(a),
            )
            for a in (math.radians(k * 7.5) for k in range(48) if rng.random() > 0.22 and k not in (11, 12, 13))
        )
        sheet.path(ring, stroke=colour, width=r * 0.042, cap="butt")
        sheet.path(
            line(cx - r * 0.6, cy - r * 0.22, cx + r * 0.6, cy - r * 0.22)
            + line(cx - r * 0.6, cy + r * 0.22, cx + r * 0.6, cy + r * 0.22),
            stroke=colour,
            width=r * 0.025,
        )
        sheet.path(typed(rng, cx - r * 0.5, cy - r * 0.1, r * 1.1, r * 0.2), stroke=colour, width=r * 0.04)
        sheet.path(
            words(rng, cx - r * 0.3, cy - r * 0.42, r * 0.6, r * 0.05)
            + words(rng, cx - r * 0.34, cy + r * 0.34, r * 0.68, r * 0.05),
            fill=colour,
        )
    sheet.path(flecks(rng, (cx - r, cy - r, 2 * r, 2 * r), int(r * 1.1), r * 0.008, r * 0.03), fill=paper)


def thumbprint(sheet: Sheet, cx: float, cy: float, r: float, colour: str, turn: float = 8) -> None:
    """A thumb's print in stamp ink: a whorl, arches over it, waves under it, broken by pores.

    It stood for the signature of those who had not been taught to write.
    """
    rng = sheet.rng
    oval, top, step = ellipse(cx, cy, r * 0.68, r), cy - r * 0.12, r * 0.078
    whorl = [arc(cx, top, step * 0.62 * k, step * k, 96, 96 + 352) for k in range(1, 7)]
    arches = []
    for k in range(7, 15):
        rx, ry, low = step * 0.62 * k, step * k, top + r * 0.3 + (k - 7) * step * 0.4
        arches.append(
            smooth(
                [(cx - rx * 1.1, low + ry * 0.3), (cx - rx, top), (cx - rx * 0.66, top - ry * 0.75)]
                + [(cx, top - ry), (cx + rx * 0.66, top - ry * 0.75), (cx + rx, top)]
                + [(cx + rx * 1.1, low + ry * 0.3)]
            )
        )
    waves = []
    for k in range(9):
        low, lift = top + step * (7 + k), step * max(0.2, 3.4 - k * 0.45)
        waves.append(
            smooth(
                [(cx - r * 0.7, low), (cx - r * 0.46, low - lift), (cx - r * 0.2, low - lift * 0.3)]
                + [
                    (cx + r * 0.2, low - lift * 0.2),
                    (cx + r * 0.46, low - lift),
                    (cx + r * 0.7, low),
                ]
            )
        )
    turned = f"rotate({n(turn)} {n(cx)} {n(cy)})"
    with sheet.group(transform=turned, clip=oval, opacity=0.88):
        for k, d in enumerate(whorl + arches + waves):
            gaps = [rng.uniform(0.12, 0.7) * r if q % 2 == 0 else r * 0.035 for q in range(8)]
            width = r * (0.042 if k % 3 else 0.034)
            dash = " ".join(n(g) for g in gaps)
            sheet.path(d, stroke=colour, width=width, dash=dash, cap="butt")
