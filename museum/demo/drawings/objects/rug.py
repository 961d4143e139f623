"""The prayer rug, knot by knot."""

from __future__ import annotations

import math

from ..registry import detail, plate
from ..svg import INK, TONES, Sheet, gouge, line, n, polygon, rect, smooth
from .studio import contour, ground, lay

MADDER, INDIGO, WOOL, SAFFRON, GREEN = (TONES[k] for k in ("madder", "indigo", "wool", "saffron", "zellige"))
ROWS, COLUMNS = 118, 73


def _knot(c: int, r: int) -> str:
    """The colour family of one knot of the rug: borders of lozenges round a stepped niche."""
    edge = min(c, COLUMNS - 1 - c, r, ROWS - 1 - r)
    along = r if min(c, COLUMNS - 1 - c) <= min(r, ROWS - 1 - r) else c
    if edge < 2:
        return "dark"
    if edge < 3:
        return "cream"
    if edge < 10:
        u, v = abs((along + 2) % 10 - 5), abs(edge - 6)
        return "cream" if u + v < 2 else "saffron" if u + v < 3 else "indigo" if u + v < 5 else "madder"
    if edge < 11:
        return "cream"
    if edge < 14:
        return "dark" if (along + edge) % 4 < 2 else "green"
    if edge < 15:
        return "cream"
    x, y = abs(c - COLUMNS // 2), r - 15
    step = 3 * (y // 4) if y > 2 else -1
    if x > min(step, 16) and y < 78:
        # Spandrels and jambs: indigo with a scatter of small crosses.
        u, v = (c + 1) % 7 - 3, r % 8 - 4
        return "saffron" if abs(u) + abs(v) < 2 else "indigo"
    if x >= min(step, 16) - 1 and y < 78:
        return "cream"
    if y >= 78:
        if y in (78, 79):
            return "cream"
        u, v = abs((c - COLUMNS // 2 + 70) % 14 - 7), abs(y - 85)
        return "indigo" if u + v > 7 else "cream" if u + v > 5 else "saffron" if u + v > 2 else "dark"
    # A ladder of lozenges up the field of the niche.
    u, v = x, abs((y - 6) % 18 - 9)
    if u + v < 2:
        return "cream"
    if u + v in (3, 4):
        return "dark"
    if u + v in (6,) and u > 0:
        return "saffron"
    return "madder"


@plate("prayer-rug", 1200, 1600, seed=6)
def rug(sheet: Sheet) -> None:
    """A small knotted rug, row by row: each knot its own mark, worn where knees and brow touch it."""
    _weave(sheet)


def _close(sheet: Sheet) -> None:
    """The same rug for the closer view, with the strands of each tuft."""
    _weave(sheet, tufts=(int((860 - 150) / 10.9) - 1, int((1250 - 150) / 10.9) + 2))


def _weave(sheet: Sheet, tufts: tuple[int, int] | None = None) -> None:
    """Draw the rug; `tufts` is the range of rows whose strands are drawn one by one."""
    rng = sheet.rng
    ground(sheet)
    x0, y0, kw, kh = 162, 150, 12.0, 10.9
    w, h = COLUMNS * kw, ROWS * kh
    edge = [(x0 + rng.uniform(-4, 4), y0 + h * k / 16) for k in range(17)]
    far = [(x0 + w + rng.uniform(-4, 4), y0 + h * (16 - k) / 16) for k in range(17)]
    outline = polygon(edge + far)
    for y, s in ((y0, -1), (y0 + h, 1)):
        for colour, shift, width in (("#cdbda5", 9, 7), (WOOL[3], 2, 5.5), (WOOL[0], 0, 4)):
            tassels = []
            for k in range(COLUMNS):
                x = x0 + kw * (k + 0.5)
                seed = math.sin(k * 12.9 + s) * 9
                reach = 52 + math.cos(k * 7.3 + s * 2) * 12
                tassels.append(smooth([(x, y), (x + seed * 0.4, y + s * reach * 0.5), (x + seed, y + s * reach)]))
            sheet.path(
                "".join(tassels),
                stroke=colour,
                width=width,
                transform=f"translate({shift} {shift})",
            )
    lay(sheet, outline, 12)
    contour(sheet, outline, width=4)
    sheet.path(outline, fill=MADDER[4])
    families = {
        "madder": MADDER[1:4],
        "indigo": INDIGO[2:5],
        "cream": (WOOL[0], WOOL[1], WOOL[2]),
        "saffron": SAFFRON[1:4],
        "green": GREEN[1:4],
        "dark": ("#3a2b2a", "#2a2021", "#1c1517"),
    }
    marks: dict[str, list[str]] = {}
    strands: list[tuple[int, str, str]] = []
    for r in range(ROWS):
        stripe = 0.22 * math.sin(r * 0.61) + 0.2 * math.sin(r * 0.173 + 1)  # abrash: each dye lot a little different
        for c in range(COLUMNS):
            wear = sum(
                math.exp(-(((c - wx) / 8) ** 2 + ((r - wy) / 8) ** 2)) for wx, wy in ((27, 84), (45, 84), (36, 36))
            )
            value = stripe + rng.uniform(-0.62, 0.62) - wear * 0.8
            tone = 0 if value < -0.28 else 1 if value < 0.5 else 2
            x, y = x0 + c * kw, y0 + r * kh
            colour = families[_knot(c, r)][tone]
            jx, jy = rng.uniform(-0.7, 0.7), rng.uniform(-0.8, 0.8)
            d = (
                f"M{n(x + 1 + jx)} {n(y + 1.4 + jy)}q{n(kw * 0.25)} {n(-2.4)} {n(kw * 0.47)} 0v{n(kh * 0.85)}q{n(-kw * 0.2)} 2.2 {n(-kw * 0.44)} 0Z"
                f"M{n(x + kw * 0.52 + jx)} {n(y + 1.4 - jy)}q{n(kw * 0.25)} {n(-2.4)} {n(kw * 0.45)} 0v{n(kh * 0.85)}q{n(-kw * 0.2)} 2.2 {n(-kw * 0.42)} 0Z"
            )
            marks.setdefault(colour, []).append(d)
            if tufts and tufts[0] <= r < tufts[1]:
                shades = families[_knot(c, r)]
                for k in range(7):
                    shade = shades[min(2, max(0, tone + rng.choice((-1, -1, 0, 1))))]
                    lean = 90 + rng.gauss(0, 9)
                    tuft = gouge(x + kw * (0.1 + 0.13 * k), y + kh * 0.66, kh * 1.25, 1.15, lean)
                    strands.append((r, shade, tuft))
    with sheet.group(clip=outline):
        for colour, parts in marks.items():
            sheet.path("".join(parts), fill=colour)
        for r in sorted({row for row, _, _ in strands}):
            row = [(shade, d) for row, shade, d in strands if row == r]
            shadow = rect(x0, y0 + r * kh + kh * 0.82, w, kh * 0.3)
            for shade in sorted({shade for shade, _ in row}):
                sheet.path("".join(d for s, d in row if s == shade), fill=shade)
            sheet.path(shadow, fill=INK, opacity=0.2)
        lit = "".join(gouge(x0 + rng.random() * w, y0 + rng.random() * h, kh * 0.7, 1, 90) for _ in range(900))
        sheet.path(lit, fill=WOOL[0], opacity=0.35)
        sheet.path(
            "".join(line(x0, y0 + r * kh, x0 + w, y0 + r * kh) for r in range(0, ROWS, 1)),
            stroke=INK,
            width=1,
            opacity=0.28,
        )
        # Thin places, where the foundation of the weave shows.
        for wx, wy in ((27, 84), (45, 84)):
            sheet.path(
                "".join(
                    gouge(
                        x0 + (wx + rng.gauss(0, 2.6)) * kw,
                        y0 + (wy + rng.gauss(0, 2.4)) * kh,
                        10,
                        1.8,
                        0,
                    )
                    for _ in range(60)
                ),
                fill=WOOL[2],
            )
    for x in (x0, x0 + w):
        sheet.path(
            "".join(gouge(x, y0 + kh * r, 17, 3.6, 72) for r in range(ROWS)),
            fill=INDIGO[3],
            stroke=INK,
            width=0.8,
        )


detail("prayer-rug-detail", "prayer-rug", (400, 880, 440, 330), draw=_close)
