"""The chequered bag of woven plastic strip."""

from __future__ import annotations

from ..registry import detail, plate
from ..svg import INK, TONES, Sheet, flecks, gouges, line, polygon, rect, smooth
from .studio import contour, ground

INDIGO, WOOL = (TONES[k] for k in ("indigo", "wool"))


@plate("woven-bag", 1600, 1200, seed=36)
def bag(sheet: Sheet) -> None:
    """The big chequered bag of woven plastic strip, zipped, packed full, one corner mended with tape."""
    rng = sheet.rng
    ground(sheet, floor=830)
    # The bulging outline: front face, top face and right flank.
    front = smooth(
        [
            (228, 392),
            (500, 372),
            (800, 366),
            (1040, 376),
            (1214, 396),
            (1236, 600),
            (1240, 820),
            (1220, 1004),
            (1000, 1022),
            (700, 1030),
            (440, 1022),
            (240, 1004),
            (218, 800),
            (214, 590),
        ],
        True,
        0.4,
    )
    top = smooth(
        [
            (228, 394),
            (330, 300),
            (440, 244),
            (720, 226),
            (1040, 230),
            (1330, 262),
            (1290, 330),
            (1214, 398),
            (1040, 380),
            (800, 368),
            (500, 374),
        ],
        True,
        0.4,
    )
    flank = smooth(
        [
            (1214, 396),
            (1280, 320),
            (1330, 262),
            (1356, 420),
            (1362, 620),
            (1354, 800),
            (1330, 900),
            (1276, 962),
            (1220, 1004),
            (1240, 820),
            (1236, 600),
        ],
        True,
        0.4,
    )
    sheet.path(
        polygon(
            [
                (260, 1020),
                (1230, 1010),
                (1350, 900),
                (1520, 920),
                (1556, 980),
                (1440, 1060),
                (1000, 1076),
                (300, 1062),
            ]
        ),
        fill="#d2c3ac",
        stroke="#d2c3ac",
        width=16,
    )
    sheet.path(
        polygon(
            [
                (240, 1000),
                (1230, 1000),
                (1360, 890),
                (1420, 930),
                (1300, 1032),
                (900, 1050),
                (250, 1040),
            ]
        ),
        fill="#b19f86",
        stroke="#b19f86",
        width=10,
    )
    for d in (flank, top, front):
        contour(sheet, d, width=8)
    _weave(sheet, flank, (1190, 240, 190, 780), 0.5, 1, (0.46, -0.6))
    _weave(sheet, top, (200, 210, 1160, 200), 1, 0.42, (0, 0))
    _weave(sheet, front, (200, 350, 1060, 700), 1, 1, (0, 0))
    with sheet.group(clip=flank):
        sheet.path(flank, fill=INK, opacity=0.36)
        sheet.path(gouges(rng, (1200, 300, 170, 700), 70, 84, 150, 4, 6), fill=INK, opacity=0.5)
    with sheet.group(clip=front):
        sheet.path(
            smooth(
                [(1120, 360), (1260, 380), (1260, 1040), (1050, 1040), (1150, 900), (1170, 640)],
                True,
            ),
            fill=INK,
            opacity=0.2,
        )
        sheet.path(
            smooth([(200, 940), (460, 968), (760, 950), (1240, 940), (1240, 1060), (200, 1060)], True),
            fill=INK,
            opacity=0.2,
        )
        for pts in (
            [(300, 392), (330, 520), (300, 640)],
            [(560, 380), (540, 470), (580, 560)],
            [(980, 380), (1010, 500), (980, 620)],
            [(330, 1010), (400, 900), (380, 790)],
            [(900, 1020), (860, 930), (900, 850)],
            [(1100, 1010), (1060, 880), (1090, 740)],
        ):
            sheet.path(smooth(pts), stroke=INK, width=6, opacity=0.42)
            sheet.path(smooth(pts), stroke="#ffffff", width=3, opacity=0.6, transform="translate(-6 1)")
    # Zip.
    zip_line = smooth([(286, 348), (520, 306), (800, 296), (1060, 302), (1274, 330)])
    for colour, w in ((INK, 40), (INDIGO[2], 32), (INDIGO[1], 4)):
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
    near = smooth(
        [
            (470, 1010),
            (464, 760),
            (468, 500),
            (480, 392),
            (510, 300),
            (590, 226),
            (730, 204),
            (870, 226),
            (952, 300),
            (984, 392),
            (998, 500),
            (1002, 760),
            (998, 1010),
        ],
        False,
        0.45,
    )
    for colour, w, dx, dy in (
        (INK, 58, 2, 3),
        (INDIGO[3], 48, 0, 0),
        (INDIGO[2], 34, -3, 0),
        (INDIGO[1], 6, -17, 0),
    ):
        sheet.path(near, stroke=colour, width=w, cap="butt", transform=f"translate({dx} {dy})")
    sheet.path(near, stroke=INDIGO[4], width=40, cap="butt", dash="2 8", opacity=0.6)
    for x in (468, 999):
        for y in (440, 560):
            sheet.path(
                polygon([(x - 18, y), (x + 18, y), (x + 18, y + 70), (x - 18, y + 70)])
                + line(x - 18, y, x + 18, y + 70)
                + line(x + 18, y, x - 18, y + 70),
                stroke=WOOL[0],
                width=3,
                dash="8 5",
            )
    # Corner piping, and the mend in brown tape.
    sheet.path(smooth([(228, 394), (218, 590), (218, 800), (240, 1004)]), stroke=INDIGO[3], width=11)
    sheet.path(smooth([(1214, 396), (1236, 600), (1240, 820), (1220, 1004)]), stroke=INDIGO[4], width=12)
    sheet.path(
        smooth([(228, 394), (500, 374), (800, 368), (1040, 378), (1214, 396)]),
        stroke=INDIGO[3],
        width=11,
    )
    tape = [
        polygon([(226, 900), (352, 866), (372, 934), (232, 972)]),
        polygon([(256, 850), (318, 842), (348, 1012), (282, 1022)]),
    ]
    for d in tape:
        sheet.path(d, fill=TONES["fibre"][1], stroke=TONES["fibre"][3], width=3, opacity=0.96)
        with sheet.group(clip=d):
            sheet.path(gouges(rng, (220, 840, 160, 190), 26, 14, 70, 2.4, 30), fill=TONES["fibre"][0])


def _weave(sheet: Sheet, d: str, box, sx: float, sy: float, shear) -> None:
    """Plain weave of flat plastic strip in the red, white and blue check, cut to the shape `d`."""
    rng = sheet.rng
    x0, y0, w, h = box
    cell = 13.0
    red, blue, white = (
        ("#d8402f", "#b52f23", "#8a2019"),
        (INDIGO[1], INDIGO[2], INDIGO[3]),
        ("#fbf8f0", "#ece6d9", "#cfc7b6"),
    )

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
            marks.setdefault(family[2], []).append(
                rect(x + a * 0.82, y, a * 0.18, b) if over else rect(x, y + b * 0.82, a, b * 0.18)
            )
    sheet.path(d, fill="#6f675c")
    with sheet.group(clip=d):
        for colour in sorted(marks, key=lambda c: c in (red[2], blue[2], white[2])):
            sheet.path("".join(marks[colour]), fill=colour)
        sheet.path(flecks(rng, box, 90, 1, 3), fill="#ffffff")


detail("woven-bag-detail", "woven-bag", (200, 640, 560, 420))
