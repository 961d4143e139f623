"""The miner's helmet with its cap lamp."""

from __future__ import annotations

from ..registry import plate
from ..svg import INK, TONES, Sheet, ellipse, flecks, gouges, line, polygon, rect, smooth
from .studio import contour, ground, stand

STEEL = TONES["steel"]


@plate("miners-helmet", 1600, 1200, seed=12)
def helmet(sheet: Sheet) -> None:
    """A boiled-leather helmet with its cap lamp and cable, seen from the left."""
    rng, hide, black = sheet.rng, TONES["leather"], TONES["black"]
    ground(sheet, floor=830)
    stand(sheet, 290, 1270, 956, 34, 170)
    cable = smooth(
        [
            (420, 520),
            (560, 470),
            (760, 430),
            (960, 436),
            (1130, 520),
            (1230, 700),
            (1300, 860),
            (1280, 985),
            (1130, 1050),
            (980, 1038),
            (930, 1010),
        ]
    )
    shell = (
        smooth(
            [
                (296, 850),
                (330, 690),
                (410, 520),
                (540, 390),
                (700, 318),
                (870, 312),
                (1030, 372),
                (1150, 490),
                (1226, 640),
                (1262, 800),
                (1270, 850),
            ]
        )
        + "L1270 870L296 870Z"
    )
    brim = smooth(
        [
            (206, 940),
            (236, 892),
            (300, 850),
            (520, 824),
            (800, 814),
            (1080, 824),
            (1262, 844),
            (1334, 880),
            (1356, 920),
            (1316, 952),
            (1120, 962),
            (800, 956),
            (480, 962),
            (300, 976),
            (222, 968),
        ],
        True,
    )
    contour(sheet, shell, width=8)
    sheet.path(shell, fill=hide[2])
    with sheet.group(clip=shell):
        sheet.path(
            smooth(
                [
                    (250, 900),
                    (330, 690),
                    (420, 500),
                    (560, 370),
                    (720, 310),
                    (860, 330),
                    (700, 400),
                    (560, 540),
                    (480, 700),
                    (450, 900),
                ],
                True,
            ),
            fill=hide[1],
        )
        sheet.path(
            smooth(
                [
                    (372, 700),
                    (440, 540),
                    (560, 420),
                    (700, 356),
                    (640, 440),
                    (540, 540),
                    (470, 680),
                    (440, 800),
                    (370, 820),
                ],
                True,
            ),
            fill=hide[0],
        )
        sheet.path(
            smooth(
                [
                    (1000, 300),
                    (1130, 420),
                    (1240, 600),
                    (1320, 900),
                    (1060, 900),
                    (1080, 700),
                    (1050, 520),
                ],
                True,
            ),
            fill=hide[3],
        )
        sheet.path(
            smooth([(1150, 420), (1280, 620), (1320, 900), (1190, 900), (1210, 720)], True),
            fill=hide[4],
        )
        for box, colour, count in (
            ((420, 360, 240, 480), hide[1], 130),
            ((620, 320, 460, 520), hide[3], 150),
            ((1010, 420, 200, 420), hide[2], 70),
            ((440, 330, 420, 470), hide[0], 70),
        ):
            sheet.path(gouges(rng, box, count, 100 if box[0] > 900 else 64, 60, 3, 10), fill=colour)
        # Ribs moulded into the crown, front to back.
        for dy, w in ((0, 20), (78, 14)):
            rib = smooth(
                [
                    (350, 800),
                    (430, 590 + dy),
                    (590, 430 + dy),
                    (790, 372 + dy),
                    (990, 424 + dy),
                    (1140, 590 + dy * 0.8),
                    (1230, 830),
                ]
            )
            sheet.path(rib, stroke=hide[4], width=w + 8, transform="translate(3 8)")
            sheet.path(rib, stroke=hide[2], width=w)
            sheet.path(
                rib,
                stroke=hide[0],
                width=w * 0.35,
                transform="translate(-2 -5)",
                dash="300 14 160 10 60 700",
            )
        sheet.path(gouges(rng, (330, 340, 900, 500), 40, 20, 60, 2, 80), fill=hide[0], opacity=0.8)
        sheet.path(flecks(rng, (300, 320, 960, 530), 220, 1, 3.4), fill=hide[4])
    contour(sheet, brim, width=8)
    sheet.path(brim, fill=hide[2])
    with sheet.group(clip=brim):
        sheet.path(
            smooth(
                [
                    (140, 960),
                    (200, 890),
                    (420, 832),
                    (800, 812),
                    (1140, 824),
                    (1300, 850),
                    (1100, 862),
                    (800, 858),
                    (480, 872),
                    (290, 912),
                ],
                True,
            ),
            fill=hide[0],
        )
        sheet.path(
            smooth(
                [
                    (190, 960),
                    (300, 932),
                    (800, 914),
                    (1200, 920),
                    (1440, 900),
                    (1400, 1010),
                    (150, 1020),
                ],
                True,
            ),
            fill=hide[3],
        )
        sheet.path(gouges(rng, (160, 830, 1240, 150), 170, 1, 110, 2.6, 5), fill=hide[4])
        sheet.path(gouges(rng, (200, 830, 900, 80), 60, -3, 90, 2.6, 5), fill=hide[1])
        sheet.path(
            smooth([(236, 946), (480, 940), (800, 934), (1120, 940), (1330, 926)]),
            stroke=hide[0],
            width=3.5,
            dash="17 12",
        )
    band = smooth([(300, 846), (520, 818), (800, 806), (1080, 816), (1270, 842)])
    for colour, w, dy in ((INK, 34, -10), (black[1], 26, -10), (black[0], 4, -19)):
        sheet.path(band, stroke=colour, width=w, transform=f"translate(0 {dy})", cap="butt")
    for colour, w, dx, dy in (("#c4b398", 20, 12, 16),):
        with sheet.group(clip=rect(150, 1000, 1300, 200)):
            sheet.path(cable, stroke=colour, width=w, transform=f"translate({dx} {dy})")
    for colour, w, dx, dy in ((INK, 27, 2, 3), (black[1], 19, 0, 0), (black[0], 5, -3, -4)):
        sheet.path(cable, stroke=colour, width=w, transform=f"translate({dx} {dy})")
    for x, y, a in ((800, 434, 3), (1196, 640, 62)):
        with sheet.group(transform=f"rotate({a} {x} {y})"):
            contour(sheet, rect(x - 13, y - 30, 26, 60, 5), width=4)
            sheet.path(rect(x - 13, y - 30, 26, 60, 5), fill=STEEL[2])
            sheet.path(rect(x - 13, y - 30, 8, 60, 4), fill=STEEL[0])
    _cap_lamp(sheet, 330, 560)


def _cap_lamp(sheet: Sheet, x: float, y: float) -> None:
    """The electric lamp on the brow: bracket, dark housing, ribbed rim, glass."""
    black = TONES["black"]
    with sheet.group(transform=f"rotate(-16 {x} {y})"):
        contour(
            sheet,
            polygon([(x + 70, y - 60), (x + 150, y - 40), (x + 166, y + 140), (x + 60, y + 120)]),
            width=6,
        )
        sheet.path(
            polygon([(x + 70, y - 60), (x + 150, y - 40), (x + 166, y + 140), (x + 60, y + 120)]),
            fill=STEEL[3],
        )
        sheet.path(
            polygon([(x + 70, y - 60), (x + 90, y - 56), (x + 84, y + 124), (x + 60, y + 120)]),
            fill=STEEL[1],
        )
        body = smooth(
            [
                (x - 62, y - 104),
                (x + 20, y - 92),
                (x + 92, y - 54),
                (x + 112, y),
                (x + 92, y + 54),
                (x + 20, y + 92),
                (x - 62, y + 104),
            ],
            True,
            0.4,
        )
        contour(sheet, body, width=8)
        sheet.path(body, fill=black[1])
        with sheet.group(clip=body):
            sheet.path(
                smooth(
                    [
                        (x - 80, y - 110),
                        (x + 40, y - 90),
                        (x + 110, y - 30),
                        (x + 40, y - 50),
                        (x - 80, y - 66),
                    ],
                    True,
                ),
                fill=black[0],
            )
            sheet.path(
                smooth(
                    [
                        (x - 80, y + 110),
                        (x + 60, y + 90),
                        (x + 120, y),
                        (x + 70, y + 30),
                        (x - 80, y + 50),
                    ],
                    True,
                ),
                fill=black[3],
            )
        for dx, w, colour in (
            (-62, 40, INK),
            (-64, 32, STEEL[2]),
            (-70, 10, STEEL[0]),
            (-54, 8, STEEL[4]),
        ):
            sheet.path(ellipse(x + dx, y, w / 2 + 8, 112 if w > 20 else 104), fill=colour)
        sheet.path(ellipse(x - 74, y, 22, 96), fill=INK)
        sheet.path(ellipse(x - 76, y, 19, 90), fill="#f2dfa8")
        sheet.path(ellipse(x - 75, y + 6, 12, 60), fill=TONES["saffron"][1])
        sheet.path(ellipse(x - 76, y + 4, 6, 26), fill="#fffaf0")
        sheet.path(
            "".join(line(x - 58, y + k * 16, x - 46, y + k * 16) for k in range(-6, 7)),
            stroke=STEEL[4],
            width=3,
        )
