"""Lamp tokens."""

from __future__ import annotations

from ..registry import detail, plate
from ..svg import INK, TONES, Sheet, ellipse, flecks, gouges, rect, smooth
from .lettering import capitals
from .studio import contour, ground, lay

BRASS, STEEL = TONES["brass"], TONES["steel"]


def _token(
    sheet: Sheet,
    outline: str,
    box,
    tones,
    number: str,
    cx: float,
    cy: float,
    size: float,
    hole,
    turn: float,
) -> None:
    """One stamped token: bevelled edge, rubbed field, punched hole, struck figures."""
    rng = sheet.rng
    with sheet.group(transform=f"rotate({turn} {cx} {cy})"):
        lay(sheet, outline, 13)
        contour(sheet, outline, width=5)
        sheet.path(outline, fill=tones[1])
        with sheet.group(clip=outline):
            sheet.path(outline, stroke=tones[3], width=30)
            sheet.path(outline, stroke=tones[0], width=16, transform="translate(7 8)", opacity=0.9)
            sheet.path(outline, stroke=tones[3], width=5, transform="translate(14 16)", opacity=0.7)
            sheet.path(outline, stroke=tones[4], width=9, transform="translate(-6 -7)")
            x, y, w, h = box
            sheet.path(gouges(rng, box, 150, -32, 150, 3.4, 7), fill=tones[2])
            sheet.path(gouges(rng, (x, y, w * 0.7, h * 0.6), 80, -32, 130, 4, 6), fill=tones[0])
            sheet.path(
                gouges(rng, (x + w * 0.45, y + h * 0.55, w * 0.55, h * 0.45), 90, -32, 120, 4, 6),
                fill=tones[3],
                opacity=0.65,
            )
            sheet.path(gouges(rng, box, 26, 20, 190, 1.6, 70), fill=tones[4])
            sheet.path(flecks(rng, box, 110, 1, 4), fill=tones[3])
        hx, hy, hr = hole
        sheet.path(ellipse(hx + 3, hy + 4, hr + 6), fill=tones[0])
        sheet.path(ellipse(hx - 1, hy - 1, hr + 5), fill=tones[4])
        sheet.path(ellipse(hx, hy, hr), fill="#b9a88f")
        sheet.path(
            f"M{hx - hr} {hy}A{hr} {hr} 0 0 1 {hx + hr * 0.7} {hy - hr * 0.7}A{hr * 1.2} {hr * 1.2} 0 0 0 {hx - hr * 0.7} {hy + hr * 0.7}Z",
            fill=INK,
        )
        # Each figure was struck alone, so no two stand quite level.
        unit = size / 6 * 5.6 * 1.15
        left = cx - unit * (len(number) - 1) / 2 - size / 3
        for k, figure in enumerate(number):
            x, lean = left + k * unit, rng.uniform(-4, 4)
            d = capitals(figure, x, cy - size / 2 + rng.uniform(-5, 5), size)
            with sheet.group(transform=f"rotate({lean:.1f} {x:.1f} {cy})"):
                sheet.path(d, stroke=tones[0], width=size * 0.15, transform="translate(4 5)")
                sheet.path(d, stroke=tones[4], width=size * 0.15)
                sheet.path(d, stroke=INK, width=size * 0.06, transform="translate(-2 -2)")


@plate("lamp-token", 1600, 1200, seed=11)
def tokens(sheet: Sheet) -> None:
    """Three tokens with one man's number: square, round and triangle for the three shifts."""
    ground(sheet)
    copper, al = TONES["copper"], TONES["aluminium"]
    side = 400
    x, y = 160, 150
    _token(
        sheet,
        rect(x, y, side, side, 26),
        (x, y, side, side),
        BRASS,
        "1247",
        x + side / 2,
        y + 236,
        84,
        (x + side / 2, y + 78, 25),
        -7,
    )
    cx, cy, r = 1150, 420, 232
    _token(
        sheet,
        ellipse(cx, cy, r),
        (cx - r, cy - r, 2 * r, 2 * r),
        al,
        "1247",
        cx,
        cy + 26,
        90,
        (cx, cy - 146, 25),
        5,
    )
    tx, ty = 690, 880
    corner = smooth(
        [
            (tx - 24, ty - 300),
            (tx, ty - 316),
            (tx + 24, ty - 300),
            (tx + 140, ty - 100),
            (tx + 252, ty + 98),
            (tx + 256, ty + 128),
            (tx + 232, ty + 144),
            (tx, ty + 146),
            (tx - 232, ty + 144),
            (tx - 256, ty + 128),
            (tx - 252, ty + 98),
            (tx - 140, ty - 100),
        ],
        True,
        0.42,
    )
    _token(
        sheet,
        corner,
        (tx - 256, ty - 316, 512, 462),
        copper,
        "1247",
        tx,
        ty + 62,
        74,
        (tx, ty - 190, 24),
        -3,
    )
    _ring(sheet)


def _ring(sheet: Sheet) -> None:
    """A loop of wire that held tokens on the lamp-room board."""
    d = smooth(
        [
            (1190, 930),
            (1250, 850),
            (1370, 838),
            (1440, 916),
            (1420, 1020),
            (1320, 1064),
            (1220, 1030),
            (1184, 950),
            (1150, 900),
            (1120, 880),
        ]
    )
    for colour, w, dx, dy in (
        ("#c9b9a0", 13, 10, 13),
        (INK, 15, 1, 2),
        (STEEL[2], 9, 0, 0),
        (STEEL[0], 3, -1, -2),
    ):
        sheet.path(d, stroke=colour, width=w, transform=f"translate({dx} {dy})")


detail("lamp-token-detail", "lamp-token", (900, 180, 520, 390))
