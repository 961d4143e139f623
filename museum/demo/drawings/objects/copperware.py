"""Kitchen and table metal: the couscous steamer, the teapot on its tray."""

from __future__ import annotations

import math

from ..registry import detail, plate
from ..svg import INK, TONES, Sheet, arc, ellipse, flecks, gouge, polygon, rect, smooth, wedge
from .studio import contour, ground, stand
from .turned import MATT, METAL, Turned

AL = TONES["aluminium"]


def _rivet(sheet: Sheet, x: float, y: float, r: float) -> None:
    sheet.path(ellipse(x + 1.5, y + 2, r), fill=AL[4])
    sheet.path(ellipse(x, y, r), fill=AL[2])
    sheet.path(ellipse(x - r * 0.25, y - r * 0.3, r * 0.45), fill=AL[0])


def _lug(sheet: Sheet, x: float, y: float, side: int) -> None:
    """A bent aluminium handle riveted to the wall, to the left (-1) or right (1)."""
    outer = smooth(
        [
            (x, y - 62),
            (x + side * 66, y - 50),
            (x + side * 84, y + 6),
            (x + side * 62, y + 50),
            (x, y + 56),
        ]
    )
    sheet.path(outer, stroke=INK, width=36)
    sheet.path(outer, stroke=AL[3] if side > 0 else AL[2], width=27)
    sheet.path(outer, stroke=AL[1] if side < 0 else AL[2], width=9, transform=f"translate({-4} {-6})")
    sheet.path(rect(x - 30 if side > 0 else x - 6, y - 84, 36, 164, 12), fill=INK)
    sheet.path(rect(x - 27 if side > 0 else x - 3, y - 81, 30, 158, 10), fill=AL[2] if side > 0 else AL[1])
    for dy in (-60, 52):
        _rivet(sheet, x - 12 * side, y + dy, 9)


@plate("couscous-steamer", 1200, 1600, seed=34)
def steamer(sheet: Sheet) -> None:
    """Pot, steamer and lid in spun aluminium, dented where it knocked on the roof rack."""
    rng = sheet.rng
    ground(sheet, floor=1290)
    cx = 585
    stand(sheet, cx - 300, cx + 300, 1440, 34, 250)
    pot = Turned(cx, [(905, 336), (960, 352), (1120, 366), (1290, 352), (1380, 318), (1404, 290)], 0.13, True)
    basket = Turned(cx, [(470, 352), (520, 346), (700, 318), (845, 296), (880, 288)], 0.13, True)
    rim = Turned(cx, [(452, 372), (478, 372)], 0.13)
    lid = Turned(cx, [(300, 60), (318, 150), (360, 258), (410, 326), (446, 356)], 0.13, True)
    for part in (pot, basket, rim, lid):
        contour(sheet, part.outline(), width=7)
    _lug(sheet, cx - 352, 1050, -1)
    _lug(sheet, cx + 352, 1050, 1)
    pot.shade(sheet, AL, bite=0.1)
    # Lime and smoke have dulled the foot of the pot.
    with sheet.group(clip=pot.outline()):
        sheet.path(pot.patch(1352, 1404), fill=AL[4], opacity=0.5)
        for _ in range(90):
            a = rng.uniform(-0.98, 0.98)
            x, y = pot.at(a, 1352, pot.radius(1352))
            sheet.path(
                polygon([(x - 5, y + 8), (x, y - rng.uniform(8, 66)), (x + 5, y + 8)]),
                fill=AL[4],
                opacity=0.42,
            )
    for y, w, tone in ((950, 5, 3), (956, 3, 0), (1128, 3, 3), (1133, 2, 0)):
        sheet.path(pot.hoop(y), stroke=AL[tone], width=w, cap="butt")
    basket.shade(sheet, AL, bite=0.1)
    for y, w, tone in ((540, 4, 3), (545, 3, 0), (566, 3, 3), (570, 2, 0)):
        sheet.path(basket.hoop(y), stroke=AL[tone], width=w, cap="butt")
    _lug(sheet, cx - 338, 640, -1)
    _lug(sheet, cx + 338, 640, 1)
    _dent(sheet, cx + 60, 690, 92, 66)
    _cloth(sheet, Turned(cx, [(846, 306), (868, 326), (900, 344), (922, 346)], 0.13, True))
    rim.shade(sheet, AL, bite=0.05, gap=6)
    sheet.path(rim.hoop(452), stroke=AL[0], width=5, cap="butt")
    sheet.path(basket.hoop(486, 356), stroke=AL[4], width=6, cap="butt")
    lid.shade(sheet, AL, METAL, bite=0.08)
    for y in (352, 402):
        sheet.path(lid.hoop(y), stroke=AL[3], width=3, cap="butt")
        sheet.path(lid.hoop(y + 5), stroke=AL[0], width=2.5, cap="butt")
    stem = Turned(cx, [(262, 26), (306, 34)], 0.2)
    knob = Turned(cx, [(196, 34), (212, 58), (238, 62), (262, 40)], 0.2, True)
    for part in (stem, knob):
        contour(sheet, part.outline(), width=6)
    stem.shade(sheet, AL, bite=0)
    dark = TONES["black"]
    sheet.path(knob.outline(), fill=dark[2])
    knob.shade(sheet, dark, bite=0.1, gap=6)
    sheet.path(ellipse(cx, 198, 34, 8), fill=dark[1])
    sheet.path(ellipse(cx - 8, 197, 14, 3), fill=dark[0])
    # Scratches of fifty years of scouring.
    for body, y1, y2 in ((basket, 590, 750), (pot, 980, 1330), (lid, 340, 440)):
        marks = []
        for _ in range(46):
            f, y = rng.uniform(-0.85, 0.7), rng.uniform(y1, y2)
            x, py = body.at(f, y, body.radius(y))
            marks.append(gouge(x, py, rng.uniform(14, 60), 1.5, rng.uniform(-18, 10) - f * 12))
        sheet.path("".join(marks[:24]), fill=AL[0])
        sheet.path("".join(marks[24:]), fill=AL[3])


def _dent(sheet: Sheet, x: float, y: float, rx: float, ry: float) -> None:
    """A knock in the wall: the side of the hollow towards the light lies in shadow, the far side is lit."""
    rng = sheet.rng
    dark, light, deep = [], [], []
    for k in range(120):
        a = math.radians(k * 3)
        px, py = x + rx * math.cos(a), y + ry * math.sin(a)
        facing = math.cos(a - math.radians(215))  # 1 at the edge nearest the light
        reach = abs(facing) ** 0.7 * rng.uniform(0.55, 1.0)
        inward = math.degrees(math.atan2(y - py, x - px))
        if facing > 0.12:
            dark.append(wedge(px, py, rx * 0.72 * reach, 7, inward))
            deep.append(wedge(px, py, rx * 0.5 * reach * max(0, facing - 0.1), 6, inward))
        elif facing < -0.2:
            light.append(wedge(px, py, rx * 0.55 * reach, 7, inward))
    sheet.path("".join(dark), fill=AL[3])
    sheet.path("".join(deep), fill=AL[4])
    sheet.path("".join(light), fill=AL[0])
    sheet.path(arc(x, y, rx, ry, 150, 285), stroke=AL[4], width=3)
    sheet.path(arc(x, y, rx + 3, ry + 3, -25, 95), stroke=AL[4], width=2.5)
    sheet.path(arc(x, y, rx - 2, ry - 2, -20, 90), stroke=AL[0], width=4)


def _cloth(sheet: Sheet, band: Turned) -> None:
    """The strip of cloth, stiff with flour paste, that seals steamer to pot."""
    linen, rng = TONES["wool"], sheet.rng
    contour(sheet, band.strip(-1, 1), width=6)
    band.shade(sheet, linen, MATT, bite=0.05, gap=7)
    y0, y1 = band.profile[0][0], band.profile[-1][0]
    folds = []
    for k in range(38):
        f = -0.97 + k * 0.0525
        ya, yb = rng.uniform(y0, y0 + 22), rng.uniform(y1 - 22, y1)
        a, b = band.at(f, ya, band.radius(ya)), band.at(min(0.98, f + 0.09), yb, band.radius(yb))
        folds.append(
            gouge(
                (a[0] + b[0]) / 2,
                (a[1] + b[1]) / 2,
                math.dist(a, b),
                rng.uniform(2, 5),
                math.degrees(math.atan2(b[1] - a[1], b[0] - a[0])),
            )
        )
    sheet.path("".join(folds[::2]), fill=linen[3])
    sheet.path("".join(folds[1::2]), fill=linen[0], opacity=0.8)
    for y in (y0 + 20, y0 + 41):
        sheet.path(band.hoop(y), stroke=linen[4], width=2.5, cap="butt")
    x, y = band.at(0.36, y0 + 34, band.radius(y0 + 34))
    for tail in (
        [(x, y), (x + 34, y + 34), (x + 30, y + 84), (x + 52, y + 112)],
        [(x, y), (x - 8, y + 40), (x + 8, y + 74), (x - 6, y + 100)],
    ):
        d = smooth(tail)
        for colour, w in ((INK, 28), (linen[1], 20), (linen[3], 3)):
            sheet.path(d, stroke=colour, width=w, cap="butt")
    knot = smooth(
        [(x - 24, y - 10), (x + 4, y - 24), (x + 28, y - 4), (x + 18, y + 22), (x - 14, y + 22)],
        True,
    )
    contour(sheet, knot, width=5)
    sheet.path(knot, fill=linen[1])
    sheet.path(gouge(x - 4, y, 36, 6, 40), fill=linen[3])


detail("couscous-steamer-detail", "couscous-steamer", (330, 540, 640, 480))


@plate("teapot-and-tray", 1600, 1200, seed=15)
def teapot(sheet: Sheet) -> None:
    """A silver-plated teapot on its engraved tray, the plate worn to brass where the hand held it."""
    rng, steel, brass = sheet.rng, TONES["aluminium"], TONES["brass"]
    ground(sheet, floor=700)
    cx, ty = 790, 930
    sheet.path(ellipse(cx + 46, ty + 62, 606, 172), fill="#d0c1aa")
    sheet.path(ellipse(cx + 16, ty + 40, 590, 166), fill="#b3a188")
    for x in (cx - 330, cx + 330, cx):
        y = ty + 132 + (24 if x == cx else 0)
        sheet.path(ellipse(x, y, 34, 26), fill=INK)
        sheet.path(ellipse(x - 2, y - 4, 29, 22), fill=steel[3])
    for rx, ry, dy, colour in (
        (596, 168, 16, INK),
        (590, 164, 12, steel[4]),
        (590, 164, 0, steel[0]),
        (572, 156, 4, steel[3]),
        (566, 153, 8, steel[2]),
        (540, 144, 8, steel[1]),
    ):
        sheet.path(ellipse(cx, ty + dy, rx, ry), fill=colour)
    # Engraved frieze: a ring of eight-pointed stars between rules.
    ring = []
    for k in range(48):
        a = math.radians(k * 7.5)
        x, y = cx + 478 * math.cos(a), ty + 8 + 126 * math.sin(a)
        s = 15
        ring.append(
            "".join(
                polygon(
                    [
                        (x + s * 1.5 * math.cos(t), y + s * 0.62 * math.sin(t))
                        for t in (q, q + 1.571, q + 3.142, q + 4.712)
                    ]
                )
                for q in (0.0, 0.785)
            )
        )
    sheet.path("".join(ring), stroke=steel[3], width=2)
    for rx, ry, w in ((514, 137, 3), (507, 134, 1.5), (446, 117, 1.5), (438, 114, 3)):
        sheet.path(ellipse(cx, ty + 8, rx, ry), stroke=steel[3], width=w)
    tray = ellipse(cx, ty + 8, 540, 144)
    with sheet.group(clip=tray):
        sheet.path(
            "".join(
                gouge(
                    cx - 250 + rng.gauss(0, 90),
                    ty + rng.uniform(-120, 150),
                    rng.uniform(60, 220),
                    3.5,
                    rng.uniform(-3, 3),
                )
                for _ in range(60)
            ),
            fill=steel[0],
        )
        sheet.path(
            "".join(
                gouge(
                    cx + rng.uniform(-500, 500),
                    ty + rng.uniform(-120, 140),
                    rng.uniform(30, 120),
                    1.3,
                    rng.uniform(-9, 9),
                )
                for _ in range(70)
            ),
            fill=steel[2],
        )
        sheet.path(
            smooth(
                [
                    (cx - 190, ty + 40),
                    (cx, ty + 84),
                    (cx + 250, ty + 66),
                    (cx + 430, ty + 8),
                    (cx + 380, ty - 46),
                    (cx + 170, ty - 36),
                ],
                True,
            ),
            fill=steel[3],
            opacity=0.75,
        )
    body = Turned(
        cx,
        [
            (470, 96),
            (500, 128),
            (570, 196),
            (660, 246),
            (760, 256),
            (840, 214),
            (892, 158),
            (915, 138),
        ],
        0.12,
        True,
    )
    foot = Turned(cx, [(915, 130), (930, 150), (950, 168), (962, 170)], 0.12, True)
    neck = Turned(cx, [(418, 92), (440, 84), (470, 92)], 0.12, True)
    lip = Turned(cx, [(400, 104), (420, 104)], 0.12)
    lid = Turned(cx, [(236, 16), (262, 20), (290, 44), (340, 74), (384, 92), (402, 98)], 0.12, True)
    spout = smooth(
        [
            (cx - 200, 800),
            (cx - 300, 760),
            (cx - 330, 660),
            (cx - 348, 560),
            (cx - 392, 500),
            (cx - 430, 486),
            (cx - 418, 470),
            (cx - 372, 474),
            (cx - 318, 506),
            (cx - 276, 580),
            (cx - 240, 640),
            (cx - 180, 660),
        ],
        True,
    )
    contour(sheet, spout, width=8)
    sheet.path(spout, fill=steel[2])
    with sheet.group(clip=spout):
        sheet.path(
            smooth(
                [
                    (cx - 430, 470),
                    (cx - 372, 474),
                    (cx - 318, 506),
                    (cx - 268, 590),
                    (cx - 200, 640),
                    (cx - 200, 690),
                    (cx - 276, 660),
                    (cx - 316, 570),
                    (cx - 352, 510),
                    (cx - 430, 490),
                ],
                True,
            ),
            fill=steel[0],
        )
        sheet.path(
            smooth(
                [
                    (cx - 200, 700),
                    (cx - 268, 690),
                    (cx - 316, 620),
                    (cx - 336, 550),
                    (cx - 380, 500),
                    (cx - 330, 640),
                    (cx - 310, 730),
                    (cx - 260, 770),
                    (cx - 190, 790),
                ],
                True,
            ),
            fill=steel[3],
        )
        sheet.path(
            smooth(
                [
                    (cx - 190, 790),
                    (cx - 280, 778),
                    (cx - 322, 700),
                    (cx - 334, 620),
                    (cx - 344, 700),
                    (cx - 310, 820),
                    (cx - 190, 830),
                ],
                True,
            ),
            fill=steel[4],
        )
    sheet.path(ellipse(cx - 412, 479, 22, 8), fill=INK, transform=f"rotate(-6 {cx - 412} 479)")
    handle = smooth(
        [
            (cx + 120, 520),
            (cx + 220, 440),
            (cx + 340, 470),
            (cx + 376, 590),
            (cx + 350, 720),
            (cx + 270, 806),
            (cx + 216, 790),
        ]
    )
    for colour, w, dx, dy in (
        (INK, 50, 2, 3),
        (steel[3], 38, 0, 0),
        (steel[4], 14, 9, 9),
        (steel[1], 12, -6, -8),
        (steel[0], 5, -8, -11),
    ):
        sheet.path(handle, stroke=colour, width=w, transform=f"translate({dx} {dy})")
    grip = smooth([(cx + 340, 474), (cx + 372, 530), (cx + 376, 600), (cx + 362, 680)])
    for colour, w, dx in (
        (INK, 54, 1),
        (brass[3], 44, 0),
        (brass[2], 26, -5),
        (brass[1], 12, -9),
        (brass[0], 4, -12),
    ):
        sheet.path(grip, stroke=colour, width=w, transform=f"translate({dx} 0)", cap="butt")
    for part in (foot, body, neck, lip, lid):
        contour(sheet, part.outline(), width=7)
    for part in (foot, body, neck):
        part.shade(sheet, steel, bite=0.1, gap=8)
    # Chased belly: a band of lozenges, worn through to brass on the shoulder.
    for y in (600, 612, 716, 728):
        sheet.path(body.hoop(y), stroke=steel[4], width=2.5, cap="butt")
    for k in range(-8, 9):
        a = math.radians(k * 9.4)
        x, y = body.at(math.sin(a), 664, body.radius(664))
        c = math.cos(a)
        for s, w in ((1, 3), (0.5, 2)):
            sheet.path(
                polygon([(x, y - 44 * s), (x + 20 * c * s, y), (x, y + 44 * s), (x - 20 * c * s, y)]),
                stroke=steel[4],
                width=w,
            )
        sheet.path(ellipse(x, y, 4 * c, 5), fill=steel[4])
    worn, bright = [], []
    for _ in range(150):
        f, y = 0.3 + rng.gauss(0, 0.13), 545 + rng.gauss(0, 22)
        x, py = body.at(f, y, body.radius(y))
        worn.append(gouge(x, py, rng.uniform(10, 30), rng.uniform(1.5, 3.5), rng.uniform(-12, 12) + f * 20))
        bright.append(gouge(x - 4, py - 5, rng.uniform(8, 20), 1.6, rng.uniform(-12, 12) + f * 20))
    sheet.path("".join(worn), fill=brass[2])
    sheet.path("".join(bright[:60]), fill=brass[1])
    lip.shade(sheet, steel, bite=0)
    lid.shade(sheet, steel, bite=0.1, gap=7)
    for y in (292, 344, 388):
        sheet.path(lid.hoop(y), stroke=steel[4], width=2.5, cap="butt")
    finial = Turned(cx, [(170, 4), (184, 18), (204, 22), (224, 12), (238, 18)], 0.15, True)
    contour(sheet, finial.outline(), width=6)
    finial.shade(sheet, brass, bite=0)
    sheet.path(flecks(rng, (cx - 200, 520, 400, 360), 60, 0.8, 2), fill=steel[3])
