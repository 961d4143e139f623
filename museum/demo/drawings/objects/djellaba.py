"""The djellaba and its braid."""

from __future__ import annotations

from ..registry import plate
from ..svg import INK, TONES, Sheet, ellipse, gouges, line, n, polygon, rect, smooth
from .studio import contour, ground, lay

MADDER, INDIGO, WOOL, SAFFRON, GREEN = (TONES[k] for k in ("madder", "indigo", "wool", "saffron", "zellige"))


@plate("djellaba", 1200, 1600, seed=14)
def djellaba(sheet: Sheet) -> None:
    """A man's hooded robe in striped wool, laid flat, edged with many-coloured silk braid."""
    rng = sheet.rng
    ground(sheet)
    cx = 600
    body = polygon(
        [
            (cx - 150, 330),
            (cx - 265, 400),
            (cx - 300, 620),
            (cx - 345, 1470),
            (cx - 160, 1494),
            (cx, 1500),
            (cx + 160, 1494),
            (cx + 345, 1470),
            (cx + 300, 620),
            (cx + 265, 400),
            (cx + 150, 330),
        ]
    )
    sleeves = [
        polygon(
            [
                (cx + s * 160, 334),
                (cx + s * 280, 390),
                (cx + s * 420, 640),
                (cx + s * 520, 940),
                (cx + s * 372, 996),
                (cx + s * 296, 800),
                (cx + s * 270, 640),
            ]
        )
        for s in (-1, 1)
    ]
    hood = smooth(
        [
            (cx - 170, 350),
            (cx - 196, 250),
            (cx - 150, 150),
            (cx - 60, 100),
            (cx, 72),
            (cx + 60, 100),
            (cx + 150, 150),
            (cx + 196, 250),
            (cx + 170, 350),
            (cx + 60, 430),
            (cx, 452),
            (cx - 60, 430),
        ],
        True,
    )
    parts = [*sleeves, body, hood]
    for d in parts:
        lay(sheet, d, 13)
    for d in sleeves:
        contour(sheet, d, width=6)
    for s, d in zip((-1, 1), sleeves, strict=True):
        _cloth(
            sheet,
            d,
            WOOL if s < 0 else (WOOL[1], WOOL[1], WOOL[2], WOOL[3], WOOL[4]),
            22 * -s,
            (cx + s * 340 - 260, 300, 520, 720),
        )
        with sheet.group(clip=d):
            fold = [
                polygon(
                    [
                        (cx + s * 262, 560),
                        (cx + s * 300, 620),
                        (cx + s * (412 + k * 26), 1000),
                        (cx + s * (392 + k * 26), 1000),
                    ]
                )
                for k in range(3)
            ]
            sheet.path("".join(fold), fill=WOOL[3], opacity=0.75)
            _braid(sheet, [(cx + s * 520, 940), (cx + s * 372, 996)], 20)
    contour(sheet, body, width=6)
    _cloth(sheet, body, WOOL, 0, (cx - 360, 320, 720, 1190))
    with sheet.group(clip=body):
        for x, top, w, tone in (
            (-240, 700, 26, 3),
            (-150, 900, 20, 2),
            (130, 820, 30, 3),
            (235, 640, 40, 3),
            (180, 1060, 20, 3),
            (-70, 1120, 18, 2),
            (300, 760, 60, 3),
        ):
            d = polygon([(cx + x, top), (cx + x * 1.16 + w, 1510), (cx + x * 1.16 - w, 1510)])
            sheet.path(d, fill=WOOL[tone], opacity=0.8)
            sheet.path(
                polygon([(cx + x, top + 30), (cx + x * 1.16 - w, 1510), (cx + x * 1.16 - w * 1.7, 1510)]),
                fill=WOOL[0],
                opacity=0.85,
            )
        sheet.path(
            polygon(
                [
                    (cx - 196, 330),
                    (cx - 70, 430),
                    (cx, 520),
                    (cx + 90, 470),
                    (cx + 240, 380),
                    (cx + 300, 560),
                    (cx + 190, 420),
                    (cx + 90, 540),
                    (cx, 560),
                    (cx - 80, 500),
                ]
            ),
            fill=WOOL[3],
            opacity=0.7,
        )
        for s in (-1, 1):
            _braid(sheet, [(cx + s * 288, 1494), (cx + s * 300, 1230)], 14)
        _braid(sheet, [(cx - 350, 1482), (cx, 1506), (cx + 350, 1482)], 16)
    contour(sheet, hood, width=6)
    _cloth(sheet, hood, WOOL, 0, (cx - 210, 60, 420, 400))
    opening = smooth(
        [
            (cx - 98, 300),
            (cx - 84, 210),
            (cx, 168),
            (cx + 84, 210),
            (cx + 98, 300),
            (cx + 50, 390),
            (cx, 420),
            (cx - 50, 390),
        ],
        True,
    )
    with sheet.group(clip=hood):
        sheet.path(
            smooth(
                [
                    (cx + 60, 90),
                    (cx + 220, 180),
                    (cx + 200, 380),
                    (cx + 40, 460),
                    (cx + 130, 360),
                    (cx + 140, 220),
                ],
                True,
            ),
            fill=WOOL[3],
            opacity=0.7,
        )
    sheet.path(opening, fill=WOOL[4])
    with sheet.group(clip=opening):
        sheet.path(
            smooth([(cx - 30, 160), (cx + 120, 220), (cx + 110, 330), (cx, 430), (cx + 60, 300)], True),
            fill="#7d6849",
        )
        sheet.path(gouges(rng, (cx - 100, 160, 200, 270), 90, 90, 60, 2, 8), fill="#3c301f")
    rim = [
        (cx, 420),
        (cx - 50, 390),
        (cx - 98, 300),
        (cx - 84, 210),
        (cx, 168),
        (cx + 84, 210),
        (cx + 98, 300),
        (cx + 50, 390),
        (cx, 420),
    ]
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
                    sheet.path(
                        rect(left, cy - reach, width, 2 * reach),
                        fill="#6a5136" if k % 4 == 0 else "#8f6f49",
                        opacity=0.92,
                    )
                left += width + (10, 8, 30, 12)[k % 4]
                k += 1
            sheet.path(
                gouges(
                    rng,
                    (cx - reach * 0.7, cy - reach * 0.7, reach * 1.4, reach * 1.4),
                    int(reach * 1.3),
                    90,
                    26,
                    1.3,
                    6,
                ),
                fill=tones[3],
                opacity=0.8,
            )
            sheet.path(
                gouges(
                    rng,
                    (cx - reach * 0.7, cy - reach * 0.7, reach * 1.4, reach * 1.4),
                    int(reach * 1.1),
                    90,
                    22,
                    1.2,
                    6,
                ),
                fill=tones[0],
                opacity=0.8,
            )
            sheet.path(
                gouges(
                    rng,
                    (cx - reach * 0.7, cy - reach * 0.7, reach * 1.4, reach * 1.4),
                    int(reach * 0.5),
                    0,
                    16,
                    1,
                    4,
                ),
                fill=tones[0],
            )


def _braid(sheet: Sheet, points, width: float) -> None:
    """Silk braid (sfifa): a dark cord with slanting stitches in four colours."""
    d = smooth(points) if len(points) > 2 else polygon(points, False)
    sheet.path(d, stroke=INK, width=width + 5, cap="butt")
    sheet.path(d, stroke=MADDER[2], width=width, cap="butt")
    colours = (SAFFRON[1], GREEN[1], WOOL[0], INDIGO[1])
    step = width * 0.42
    for k, colour in enumerate(colours):
        sheet.path(
            d,
            stroke=colour,
            width=width * 0.86,
            cap="butt",
            dash=f"0 {n(step * (k + 0.25))} {n(step * 0.62)} {n(step * (3.75 - k) + step * 0.63)}",
        )
    sheet.path(d, stroke=INK, width=2, cap="butt")
    sheet.path(
        d,
        stroke=WOOL[0],
        width=1.6,
        cap="butt",
        transform=f"translate({n(-width * 0.36)} {n(-width * 0.2)})",
        opacity=0.8,
    )
