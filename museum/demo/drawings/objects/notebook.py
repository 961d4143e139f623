"""The exercise book of an evening class."""

from __future__ import annotations

from random import Random

from ..registry import plate
from ..svg import INK, TONES, Sheet, flecks, gouge, gouges, line, polygon, rect, smooth
from .lettering import handwriting
from .studio import contour, ground, lay

PAPER, INDIGO, MADDER, GREEN, SAFFRON = (TONES[k] for k in ("paper", "indigo", "madder", "zellige", "saffron"))


@plate("school-notebook", 1600, 1200, seed=17)
def notebook(sheet: Sheet) -> None:
    """An exercise book from an evening class, open: hooks, bowls and loops before the first letters."""
    rng = sheet.rng
    ground(sheet)
    x, y, w, h = 150, 160, 650, 850
    with sheet.group(transform="rotate(-1.5 800 600)"):
        cover = rect(x - 14, y - 12, 2 * w + 28, h + 26, 16)
        lay(sheet, cover, 13)
        contour(sheet, cover, width=5)
        sheet.path(cover, fill=GREEN[2])
        sheet.path(cover, stroke=GREEN[1], width=4, transform="translate(2 2)")
        for k in range(4, 0, -1):
            sheet.path(
                rect(x - k * 1.6, y + k * 1.2, 2 * w + k * 3.2, h),
                fill=PAPER[2],
                stroke=PAPER[4],
                width=1,
            )
        for side, left in ((0, x), (1, x + w)):
            page = rect(left, y, w, h)
            sheet.path(page, fill=PAPER[0])
            with sheet.group(clip=page):
                sheet.path(gouges(rng, (left, y, w, h), 150, 20, 26, 0.8, 60), fill=PAPER[1])
                # Seyes ruling: fine blue lines, stronger every fourth, red margin.
                step = 13.0
                rows = int(h / step)
                sheet.path(
                    "".join(line(left, y + 30 + r * step, left + w, y + 30 + r * step) for r in range(rows) if r % 4),
                    stroke="#b9c9df",
                    width=1.3,
                )
                sheet.path(
                    "".join(line(left, y + 30 + r * step, left + w, y + 30 + r * step) for r in range(0, rows, 4)),
                    stroke="#8d9fc6",
                    width=2,
                )
                sheet.path(
                    "".join(line(left + c * 52, y, left + c * 52, y + h) for c in range(14)),
                    stroke="#b9c9df",
                    width=1.6,
                )
                sheet.path(line(left + 104, y, left + 104, y + h), stroke=MADDER[1], width=3)
                for row in range(14):
                    base = y + 30 + (row * 4 + 7) * step
                    if base > y + h - 40:
                        break
                    _exercise(sheet, left + 126, base, w - 240 + 60 * side, step, row, side)
                for row in (1, 5, 9) if side == 0 else (2, 7):
                    base = y + 30 + (row * 4 + 7) * step
                    sheet.path(
                        smooth([(left + 40, base - 16), (left + 52, base), (left + 82, base - 34)]),
                        stroke=MADDER[1],
                        width=5,
                    )
                sheet.path(flecks(rng, (left, y, w, h), 60, 0.8, 2.4), fill=PAPER[3])
                shade = (
                    [(x + w - 70, y), (x + w, y), (x + w, y + h), (x + w - 46, y + h)]
                    if side == 0
                    else [(x + w, y), (x + w + 26, y), (x + w + 18, y + h), (x + w, y + h)]
                )
                sheet.path(polygon(shade), fill=PAPER[2], opacity=0.85)
                if side == 0:
                    sheet.path(gouges(rng, (x + w - 86, y, 60, h), 150, 0, 40, 2, 3), fill=PAPER[2])
                    sheet.path(
                        polygon([(x + w - 18, y), (x + w, y), (x + w, y + h), (x + w - 12, y + h)]),
                        fill=PAPER[3],
                    )
            sheet.path(page, stroke=PAPER[4], width=2)
        sheet.path(line(x + w, y - 10, x + w, y + h + 12), stroke=PAPER[4], width=4)
        for sy in (y + 190, y + 640):
            sheet.path(line(x + w, sy, x + w, sy + 56), stroke=INK, width=7)
            sheet.path(line(x + w - 1, sy + 2, x + w - 1, sy + 54), stroke="#c3c6c7", width=4)
        sheet.path(
            polygon([(x + 2 * w, y + h - 74), (x + 2 * w - 78, y + h), (x + 2 * w, y + h)]),
            fill=GREEN[2],
        )
        sheet.path(
            polygon([(x + 2 * w, y + h - 74), (x + 2 * w - 78, y + h), (x + 2 * w - 66, y + h - 62)]),
            fill=PAPER[1],
            stroke=PAPER[4],
            width=2.5,
        )
    with sheet.group(transform="translate(900 930) rotate(-24)"):
        _pencil(sheet)


def _exercise(sheet: Sheet, x: float, base: float, length: float, step: float, row: int, side: int) -> None:
    """One ruled line of practice: the model first, then the hand trying again and again."""
    rng, out, px = sheet.rng, [], x
    kind = (row + side * 4) % 7
    body = step * (1.0 if kind != 3 else 3)
    k = 0
    while px < x + length:
        shake = 0 if k < 2 else 2.4
        b = base if k < 2 else base + rng.uniform(-3, 3)
        if kind == 0:
            out.append(polygon([(_near(rng, shake, px), b), (_near(rng, shake, px + 9), b - step * 2)], False))
            px += 21
        elif kind == 1:
            out.append(
                smooth(
                    [
                        (px, _near(rng, shake, b - 24)),
                        (px + 3, _near(rng, shake, b - 5)),
                        (px + 14, b),
                        (px + 25, _near(rng, shake, b - 6)),
                        (px + 30, _near(rng, shake, b - 26)),
                    ]
                )
            )
            px += 30
        elif kind == 2:
            out.append(
                smooth(
                    [
                        (_near(rng, shake, px + 20), b - 24),
                        (px + 4, _near(rng, shake, b - 20)),
                        (px + 1, b - 6),
                        (_near(rng, shake, px + 13), b),
                        (px + 26, _near(rng, shake, b - 12)),
                        (px + 20, b - 25),
                    ]
                )
            )
            px += 38
        elif kind == 3:
            out.append(
                smooth(
                    [
                        (px, b),
                        (_near(rng, shake, px + 18), b - body * 0.5),
                        (px + 26, _near(rng, shake, b - body)),
                        (_near(rng, shake, px + 14), b - body),
                        (px + 12, _near(rng, shake, b - body * 0.3)),
                        (px + 28, b),
                    ]
                )
            )
            px += 28
        elif kind == 4:
            out.append(
                smooth(
                    [
                        (px, b),
                        (_near(rng, shake, px + 14), b - 14),
                        (px + 16, _near(rng, shake, b - 25)),
                        (px + 4, b - 20),
                        (px + 6, _near(rng, shake, b - 3)),
                        (px + 26, b),
                    ]
                )
            )
            px += 26
        elif kind == 5:
            out.append(
                smooth(
                    [
                        (px, b - 20),
                        (px + 10, _near(rng, shake, b - 26)),
                        (_near(rng, shake, px + 15), b),
                        (px + 15, b - 18),
                        (px + 27, _near(rng, shake, b - 26)),
                        (_near(rng, shake, px + 32), b),
                    ]
                )
            )
            px += 42
        else:
            out.append(handwriting(rng, px, b, 120, 19))
            px += 160
        k += 1
    sheet.path("".join(out[:2]), stroke=MADDER[2], width=3)
    sheet.path("".join(out[2:]), stroke=INDIGO[3] if side == 0 or row < 6 else "#4a4a4c", width=3)


def _near(rng: Random, shake: float, value: float) -> float:
    """The value as an unpractised hand reaches it: up to `shake` pixels off."""
    return value + rng.uniform(-1, 1) * shake


def _pencil(sheet: Sheet) -> None:
    """A pencil sharpened with a knife, its end chewed."""
    for d, colour in ((polygon([(0, 0), (60, -18), (560, -18), (560, 18), (60, 18)]), "#c4b398"),):
        sheet.path(d, fill=colour, transform="translate(12 22)")
    contour(sheet, polygon([(0, 0), (66, -19), (556, -19), (562, 0), (556, 19), (66, 19)]), width=4)
    sheet.path(polygon([(0, 0), (66, -19), (92, -6), (74, 4), (94, 14), (66, 19)]), fill="#e2b98a")
    sheet.path(polygon([(0, 0), (20, -6), (22, 6)]), fill=INK)
    for dy, colour in ((-19, SAFFRON[0]), (-7, SAFFRON[1]), (7, SAFFRON[2])):
        sheet.path(
            polygon([(72, dy), (556, dy), (556, dy + (13 if dy < 0 else 12)), (86, dy + 12)]),
            fill=colour,
        )
    sheet.path(rect(506, -19, 26, 38), fill=MADDER[2])
    sheet.path("".join(gouge(540 + k * 4, -10 + k * 6, 16, 3, 60) for k in range(4)), fill=SAFFRON[4])
