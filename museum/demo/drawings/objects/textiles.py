"""Woven things: the prayer rug, the djellaba, the plastic bag."""

from __future__ import annotations

import math

from ..registry import detail, plate
from ..svg import INK, TONES, Sheet, ellipse, flecks, gouge, gouges, line, n, polygon, rect, smooth
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
            sheet.path("".join(tassels), stroke=colour, width=width, transform=f"translate({shift} {shift})")
    lay(sheet, outline, 12)
    contour(sheet, outline, width=4)
    sheet.path(outline, fill=MADDER[4])
    families = {
        "madder": MADDER[1:4], "indigo": INDIGO[2:5], "cream": (WOOL[0], WOOL[1], WOOL[2]),
        "saffron": SAFFRON[1:4], "green": GREEN[1:4], "dark": ("#3a2b2a", "#2a2021", "#1c1517"),
    }
    marks: dict[str, list[str]] = {}
    for r in range(ROWS):
        stripe = 0.22 * math.sin(r * 0.61) + 0.2 * math.sin(r * 0.173 + 1)  # abrash: each dye lot a little different
        for c in range(COLUMNS):
            wear = sum(math.exp(-(((c - wx) / 8) ** 2 + ((r - wy) / 8) ** 2)) for wx, wy in ((27, 84), (45, 84), (36, 36)))
            value = stripe + rng.uniform(-0.62, 0.62) - wear * 0.8
            tone = 0 if value < -0.28 else 1 if value < 0.5 else 2
            x, y = x0 + c * kw, y0 + r * kh
            colour = families[_knot(c, r)][tone]
            jx, jy = rng.uniform(-0.7, 0.7), rng.uniform(-0.8, 0.8)
            d = (f"M{n(x + 1 + jx)} {n(y + 1.4 + jy)}q{n(kw * .25)} {n(-2.4)} {n(kw * .47)} 0v{n(kh * .85)}q{n(-kw * .2)} 2.2 {n(-kw * .44)} 0Z"
                 f"M{n(x + kw * .52 + jx)} {n(y + 1.4 - jy)}q{n(kw * .25)} {n(-2.4)} {n(kw * .45)} 0v{n(kh * .85)}q{n(-kw * .2)} 2.2 {n(-kw * .42)} 0Z")
            marks.setdefault(colour, []).append(d)
    with sheet.group(clip=outline):
        for colour, parts in marks.items():
            sheet.path("".join(parts), fill=colour)
        lit = "".join(gouge(x0 + rng.random() * w, y0 + rng.random() * h, kh * 0.7, 1, 90) for _ in range(900))
        sheet.path(lit, fill=WOOL[0], opacity=0.35)
        sheet.path("".join(line(x0, y0 + r * kh, x0 + w, y0 + r * kh) for r in range(0, ROWS, 1)), stroke=INK, width=1, opacity=0.28)
        # Thin places, where the foundation of the weave shows.
        for wx, wy in ((27, 84), (45, 84)):
            sheet.path("".join(
                gouge(x0 + (wx + rng.gauss(0, 2.6)) * kw, y0 + (wy + rng.gauss(0, 2.4)) * kh, 10, 1.8, 0) for _ in range(60)), fill=WOOL[2])
    for x in (x0, x0 + w):
        sheet.path("".join(gouge(x, y0 + kh * r, 17, 3.6, 72) for r in range(ROWS)), fill=INDIGO[3], stroke=INK, width=0.8)


detail("prayer-rug-detail", "prayer-rug", (380, 860, 520, 390))


@plate("djellaba", 1200, 1600, seed=14)
def djellaba(sheet: Sheet) -> None:
    """A man's hooded robe in striped wool, laid flat, edged with many-coloured silk braid."""
    rng = sheet.rng
    ground(sheet)
    cx = 600
    body = polygon([(cx - 150, 330), (cx - 265, 400), (cx - 300, 620), (cx - 345, 1470), (cx - 160, 1494), (cx, 1500), (cx + 160, 1494),
                    (cx + 345, 1470), (cx + 300, 620), (cx + 265, 400), (cx + 150, 330)])
    sleeves = [polygon([(cx + s * 160, 334), (cx + s * 280, 390), (cx + s * 420, 640), (cx + s * 520, 940), (cx + s * 372, 996), (cx + s * 296, 800), (cx + s * 270, 640)]) for s in (-1, 1)]
    hood = smooth([(cx - 170, 350), (cx - 196, 250), (cx - 150, 150), (cx - 60, 100), (cx, 72), (cx + 60, 100), (cx + 150, 150), (cx + 196, 250), (cx + 170, 350), (cx + 60, 430), (cx, 452), (cx - 60, 430)], True)
    parts = [*sleeves, body, hood]
    for d in parts:
        lay(sheet, d, 13)
    for d in sleeves:
        contour(sheet, d, width=6)
    for s, d in zip((-1, 1), sleeves, strict=True):
        _cloth(sheet, d, WOOL if s < 0 else (WOOL[1], WOOL[1], WOOL[2], WOOL[3], WOOL[4]), 22 * -s, (cx + s * 340 - 260, 300, 520, 720))
        with sheet.group(clip=d):
            fold = [polygon([(cx + s * 262, 560), (cx + s * 300, 620), (cx + s * (412 + k * 26), 1000), (cx + s * (392 + k * 26), 1000)]) for k in range(0, 3)]
            sheet.path("".join(fold), fill=WOOL[3], opacity=0.75)
            _braid(sheet, [(cx + s * 520, 940), (cx + s * 372, 996)], 20)
    contour(sheet, body, width=6)
    _cloth(sheet, body, WOOL, 0, (cx - 360, 320, 720, 1190))
    with sheet.group(clip=body):
        for x, top, w, tone in ((-240, 700, 26, 3), (-150, 900, 20, 2), (130, 820, 30, 3), (235, 640, 40, 3), (180, 1060, 20, 3), (-70, 1120, 18, 2), (300, 760, 60, 3)):
            d = polygon([(cx + x, top), (cx + x * 1.16 + w, 1510), (cx + x * 1.16 - w, 1510)])
            sheet.path(d, fill=WOOL[tone], opacity=0.8)
            sheet.path(polygon([(cx + x, top + 30), (cx + x * 1.16 - w, 1510), (cx + x * 1.16 - w * 1.7, 1510)]), fill=WOOL[0], opacity=0.85)
        sheet.path(polygon([(cx - 196, 330), (cx - 70, 430), (cx, 520), (cx + 90, 470), (cx + 240, 380), (cx + 300, 560), (cx + 190, 420), (cx + 90, 540), (cx, 560), (cx - 80, 500)]), fill=WOOL[3], opacity=0.7)
        for s in (-1, 1):
            _braid(sheet, [(cx + s * 288, 1494), (cx + s * 300, 1230)], 14)
        _braid(sheet, [(cx - 350, 1482), (cx, 1506), (cx + 350, 1482)], 16)
    contour(sheet, hood, width=6)
    _cloth(sheet, hood, WOOL, 0, (cx - 210, 60, 420, 400))
    opening = smooth([(cx - 98, 300), (cx - 84, 210), (cx, 168), (cx + 84, 210), (cx + 98, 300), (cx + 50, 390), (cx, 420), (cx - 50, 390)], True)
    with sheet.group(clip=hood):
        sheet.path(smooth([(cx + 60, 90), (cx + 220, 180), (cx + 200, 380), (cx + 40, 460), (cx + 130, 360), (cx + 140, 220)], True), fill=WOOL[3], opacity=0.7)
    sheet.path(opening, fill=WOOL[4])
    with sheet.group(clip=opening):
        sheet.path(smooth([(cx - 30, 160), (cx + 120, 220), (cx + 110, 330), (cx, 430), (cx + 60, 300)], True), fill="#7d6849")
        sheet.path(gouges(rng, (cx - 100, 160, 200, 270), 90, 90, 60, 2, 8), fill="#3c301f")
    rim = [(cx, 420), (cx - 50, 390), (cx - 98, 300), (cx - 84, 210), (cx, 168), (cx + 84, 210), (cx + 98, 300), (cx + 50, 390), (cx, 420)]
    _braid(sheet, rim, 22)
    _braid(sheet, [(cx, 420), (cx, 900)], 30)
    # The row of small knotted buttons, each with its loop.
    for k in range(17):
        y = 446 + k * 27
        sheet.path(line(cx - 30, y, cx + 30, y), stroke=INK, width=7)
        sheet.path(line(cx - 30, y, cx + 30, y), stroke=(MADDER[1], SAFFRON[1], GREEN[1])[k % 3], width=4)
        sheet.path(ellipse(cx + 1.5, y + 2, 10), fill=INK)
        sheet.path(ellipse(cx, y, 8.5), fill=(MADDER[1], SAFFRON[1], GREEN[1])[k % 3])
        sheet.path(ellipse(cx - 2.5, y - 3, 3), fill=WOOL[0])
    tassel = [(cx, 78), (cx + 26, 44), (cx + 52, 62), (cx + 66, 108)]
    sheet.path(smooth(tassel), stroke=INK, width=9)
    sheet.path(smooth(tassel), stroke=SAFFRON[1], width=5)
    for k, colour in enumerate((MADDER[2], SAFFRON[1], GREEN[2], INDIGO[2], MADDER[1])):
        sheet.path(line(cx + 66, 108, cx + 54 + k * 7, 168), stroke=colour, width=6)


def _cloth(sheet: Sheet, d: str, tones, turn: float, box) -> None:
    """Striped homespun inside the shape `d`: warp stripes, nap, a lighter left side."""
    rng = sheet.rng
    x, y, w, h = box
    sheet.path(d, fill=tones[1])
    with sheet.group(clip=d):
        cx, cy = x + w / 2, y + h / 2
        with sheet.group(transform=f"rotate({n(turn)} {n(cx)} {n(cy)})"):
            reach = max(w, h)
            k, left = 0, cx - reach
            while left < cx + reach:
                width = (16, 5, 5, 26)[k % 4]
                if k % 4 in (0, 2):
                    sheet.path(rect(left, cy - reach, width, 2 * reach), fill="#6a5136" if k % 4 == 0 else "#8f6f49", opacity=0.92)
                left += width + (10, 8, 30, 12)[k % 4]
                k += 1
            sheet.path(gouges(rng, (cx - reach * .7, cy - reach * .7, reach * 1.4, reach * 1.4), int(reach * 1.3), 90, 26, 1.3, 6), fill=tones[3], opacity=0.8)
            sheet.path(gouges(rng, (cx - reach * .7, cy - reach * .7, reach * 1.4, reach * 1.4), int(reach * 1.1), 90, 22, 1.2, 6), fill=tones[0], opacity=0.8)
            sheet.path(gouges(rng, (cx - reach * .7, cy - reach * .7, reach * 1.4, reach * 1.4), int(reach * .5), 0, 16, 1, 4), fill=tones[0])


def _braid(sheet: Sheet, points, width: float) -> None:
    """Silk braid (sfifa): a dark cord with slanting stitches in four colours."""
    d = smooth(points) if len(points) > 2 else polygon(points, False)
    sheet.path(d, stroke=INK, width=width + 5, cap="butt")
    sheet.path(d, stroke=MADDER[2], width=width, cap="butt")
    colours = (SAFFRON[1], GREEN[1], WOOL[0], INDIGO[1])
    step = width * 0.42
    for k, colour in enumerate(colours):
        sheet.path(d, stroke=colour, width=width * 0.86, cap="butt", dash=f"0 {n(step * (k + 0.25))} {n(step * 0.62)} {n(step * (3.75 - k) + step * 0.63)}")
    sheet.path(d, stroke=INK, width=2, cap="butt")
    sheet.path(d, stroke=WOOL[0], width=1.6, cap="butt", transform=f"translate({n(-width * .36)} {n(-width * .2)})", opacity=0.8)


@plate("woven-bag", 1600, 1200, seed=36)
def bag(sheet: Sheet) -> None:
    """The big chequered bag of woven plastic strip, zipped, packed full, one corner mended with tape."""
    rng = sheet.rng
    ground(sheet, floor=830)
    # The bulging outline: front face, top face and right flank.
    front = smooth([(228, 392), (500, 372), (800, 366), (1040, 376), (1214, 396), (1236, 600), (1240, 820), (1220, 1004), (1000, 1022), (700, 1030), (440, 1022), (240, 1004),
                    (218, 800), (214, 590)], True, 0.4)
    top = smooth([(228, 394), (330, 300), (440, 244), (720, 226), (1040, 230), (1330, 262), (1290, 330), (1214, 398), (1040, 380), (800, 368), (500, 374)], True, 0.4)
    flank = smooth([(1214, 396), (1280, 320), (1330, 262), (1356, 420), (1362, 620), (1354, 800), (1330, 900), (1276, 962), (1220, 1004), (1240, 820), (1236, 600)], True, 0.4)
    sheet.path(polygon([(260, 1020), (1230, 1010), (1350, 900), (1520, 920), (1556, 980), (1440, 1060), (1000, 1076), (300, 1062)]), fill="#d2c3ac", stroke="#d2c3ac", width=16)
    sheet.path(polygon([(240, 1000), (1230, 1000), (1360, 890), (1420, 930), (1300, 1032), (900, 1050), (250, 1040)]), fill="#b19f86", stroke="#b19f86", width=10)
    for d in (flank, top, front):
        contour(sheet, d, width=8)
    _weave(sheet, flank, (1190, 240, 190, 780), 0.5, 1, (0.46, -0.6))
    _weave(sheet, top, (200, 210, 1160, 200), 1, 0.42, (0, 0))
    _weave(sheet, front, (200, 350, 1060, 700), 1, 1, (0, 0))
    with sheet.group(clip=flank):
        sheet.path(flank, fill=INK, opacity=0.36)
        sheet.path(gouges(rng, (1200, 300, 170, 700), 70, 84, 150, 4, 6), fill=INK, opacity=0.5)
    with sheet.group(clip=front):
        sheet.path(smooth([(1120, 360), (1260, 380), (1260, 1040), (1050, 1040), (1150, 900), (1170, 640)], True), fill=INK, opacity=0.2)
        sheet.path(smooth([(200, 940), (460, 968), (760, 950), (1240, 940), (1240, 1060), (200, 1060)], True), fill=INK, opacity=0.2)
        for pts in ([(300, 392), (330, 520), (300, 640)], [(560, 380), (540, 470), (580, 560)], [(980, 380), (1010, 500), (980, 620)], [(330, 1010), (400, 900), (380, 790)], [(900, 1020), (860, 930), (900, 850)], [(1100, 1010), (1060, 880), (1090, 740)]):
            sheet.path(smooth(pts), stroke=INK, width=6, opacity=0.42)
            sheet.path(smooth(pts), stroke="#ffffff", width=3, opacity=0.6, transform="translate(-6 1)")
    # Zip.
    zip_line = smooth([(286, 348), (520, 306), (800, 296), (1060, 302), (1274, 330)])
    for colour, w, dash in ((INK, 40, ""), (INDIGO[2], 32, ""), (INDIGO[1], 4, "")):
        sheet.path(zip_line, stroke=colour, width=w, cap="butt")
    sheet.path(zip_line, stroke=INK, width=15, cap="butt")
    sheet.path(zip_line, stroke=TONES["aluminium"][1], width=11, cap="butt", dash="5 4")
    with sheet.group(transform="translate(1010 296) rotate(3)"):
        contour(sheet, rect(-14, -16, 40, 30, 6), width=4)
        sheet.path(rect(-14, -16, 40, 30, 6), fill=TONES["aluminium"][1])
        contour(sheet, rect(24, -4, 58, 16, 7), width=4)
        sheet.path(rect(24, -4, 58, 16, 7), fill=TONES["aluminium"][2])
        sheet.path(rect(28, -2, 44, 5, 2), fill=TONES["aluminium"][0])
    # Handles: webbing stitched down the front, one loop standing, one fallen behind.
    back = smooth([(520, 300), (530, 190), (600, 128), (740, 112), (880, 128), (950, 190), (960, 296)])
    for colour, w in ((INK, 44), (INDIGO[4], 36), (INDIGO[3], 8)):
        sheet.path(back, stroke=colour, width=w, cap="butt")
    near = smooth([(470, 1010), (464, 760), (468, 500), (480, 392), (510, 300), (590, 226), (730, 204), (870, 226), (952, 300), (984, 392), (998, 500), (1002, 760), (998, 1010)], False, 0.45)
    for colour, w, dx, dy in ((INK, 58, 2, 3), (INDIGO[3], 48, 0, 0), (INDIGO[2], 34, -3, 0), (INDIGO[1], 6, -17, 0)):
        sheet.path(near, stroke=colour, width=w, cap="butt", transform=f"translate({dx} {dy})")
    sheet.path(near, stroke=INDIGO[4], width=40, cap="butt", dash="2 8", opacity=0.6)
    for x in (468, 999):
        for y in (440, 560):
            sheet.path(polygon([(x - 18, y), (x + 18, y), (x + 18, y + 70), (x - 18, y + 70)]) + line(x - 18, y, x + 18, y + 70) + line(x + 18, y, x - 18, y + 70),
                       stroke=WOOL[0], width=3, dash="8 5")
    # Corner piping, and the mend in brown tape.
    sheet.path(smooth([(228, 394), (218, 590), (218, 800), (240, 1004)]), stroke=INDIGO[3], width=11)
    sheet.path(smooth([(1214, 396), (1236, 600), (1240, 820), (1220, 1004)]), stroke=INDIGO[4], width=12)
    sheet.path(smooth([(228, 394), (500, 374), (800, 368), (1040, 378), (1214, 396)]), stroke=INDIGO[3], width=11)
    tape = [polygon([(226, 900), (352, 866), (372, 934), (232, 972)]), polygon([(256, 850), (318, 842), (348, 1012), (282, 1022)])]
    for d in tape:
        sheet.path(d, fill=TONES["fibre"][1], stroke=TONES["fibre"][3], width=3, opacity=0.96)
        with sheet.group(clip=d):
            sheet.path(gouges(rng, (220, 840, 160, 190), 26, 14, 70, 2.4, 30), fill=TONES["fibre"][0])


def _weave(sheet: Sheet, d: str, box, sx: float, sy: float, shear) -> None:
    """Plain weave of flat plastic strip in the red, white and blue check, cut to the shape `d`."""
    rng = sheet.rng
    x0, y0, w, h = box
    cell = 13.0
    red, blue, white = ("#d8402f", "#b52f23", "#8a2019"), (INDIGO[1], INDIGO[2], INDIGO[3]), ("#fbf8f0", "#ece6d9", "#cfc7b6")

    def strip(k: int):
        m = k % 24
        return red if m in (2, 3, 4, 5) else blue if m in (9, 10, 11, 12, 16) else red if m == 18 else white

    marks: dict[str, list[str]] = {}
    cols, rows = int(w / (cell * sx)) + 2, int(h / (cell * sy)) + 2
    for r in range(rows):
        for c in range(cols):
            x, y = x0 + c * cell * sx, y0 + r * cell * sy + shear[1] * c * cell * sx * shear[0] * 2
            over = (r + c) % 2 == 0
            family = strip(c) if over else strip(r + 5)
            tone = 0 if rng.random() < 0.3 else 1
            a, b = (cell * sx * 0.92, cell * sy * 0.98) if over else (cell * sx * 0.98, cell * sy * 0.92)
            marks.setdefault(family[tone], []).append(rect(x, y, a, b))
            marks.setdefault(family[2], []).append(rect(x + a * 0.82, y, a * 0.18, b) if over else rect(x, y + b * 0.82, a, b * 0.18))
    sheet.path(d, fill="#6f675c")
    with sheet.group(clip=d):
        for colour in sorted(marks, key=lambda c: c in (red[2], blue[2], white[2])):
            sheet.path("".join(marks[colour]), fill=colour)
        sheet.path(flecks(rng, box, 90, 1, 3), fill="#ffffff")


detail("woven-bag-detail", "woven-bag", (200, 640, 560, 420))
