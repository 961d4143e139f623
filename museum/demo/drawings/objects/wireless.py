"""Sets that spoke and sang in the room: the radio-cassette player, the transistor radio."""

from __future__ import annotations

import math

from ..registry import plate
from ..svg import INK, TONES, Sheet, ellipse, flecks, gouges, line, n, polygon, rect, smooth, star
from .lettering import capitals, handwriting
from .studio import contour, ground, stand

BLACK, STEEL, PAPER, AL = (TONES[k] for k in ("black", "steel", "paper", "aluminium"))
MADDER, INDIGO, SAFFRON, GREEN, SEA = (TONES[k] for k in ("madder", "indigo", "saffron", "zellige", "sea"))


def _grille(sheet: Sheet, cx: float, cy: float, r: float, dots: bool) -> None:
    """A round loudspeaker: chromed ring, cloth or drilled plate, cone showing through."""
    for radius, colour in ((r + 14, INK), (r + 9, STEEL[1]), (r + 2, STEEL[3]), (r, BLACK[4])):
        sheet.path(ellipse(cx, cy, radius), fill=colour)
    sheet.path(
        ellipse(cx - 2, cy - 2, r + 8),
        stroke=STEEL[0],
        width=4,
        dash=f"{n(r * 1.6)} {n(r * 5)}",
        transform=f"rotate(190 {n(cx)} {n(cy)})",
    )
    with sheet.group(clip=ellipse(cx, cy, r - 2)):
        sheet.path(ellipse(cx, cy, r * 0.86), fill=BLACK[3])
        sheet.path(ellipse(cx + 6, cy + 8, r * 0.5), fill=INK)
        sheet.path(ellipse(cx, cy, r * 0.3), fill=BLACK[1])
        step = 15
        holes = {0: [], 1: []}
        for row in range(int(-r / step), int(r / step) + 1):
            for col in range(int(-r / step), int(r / step) + 1):
                px, py = cx + col * step + (step / 2 if row % 2 else 0), cy + row * step * 0.87
                holes[0 if (px - cx) + (py - cy) < r * 0.1 else 1].append(
                    ellipse(px, py, 4.4) if dots else line(px - 5, py, px + 5, py)
                )
        for key, colour in ((0, STEEL[2]), (1, STEEL[3])):
            sheet.path(
                "".join(holes[key]),
                **({"fill": colour} if dots else {"stroke": colour, "width": 4}),
            )


@plate("radio-cassette-player", 1600, 1200, seed=5)
def player(sheet: Sheet) -> None:
    """A mains-and-battery radio-cassette: loudspeaker left, deck right, tuning scale above, aerial up."""
    rng = sheet.rng
    ground(sheet, floor=880)
    x, y, w, h = 240, 400, 1100, 620
    stand(sheet, x, x + w, y + h - 6, 30, 180)
    aerial = [(x + w - 70, y - 6), (x + w + 130, y - 330)]
    for colour, width, sx in ((INK, 15, 2), (STEEL[2], 10, 0), (STEEL[0], 3.5, -2)):
        sheet.path(
            line(aerial[0][0] + sx, aerial[0][1], aerial[0][0] + 74 + sx, aerial[0][1] - 120),
            stroke=colour,
            width=width,
        )
        sheet.path(
            line(aerial[0][0] + 74 + sx, aerial[0][1] - 120, aerial[1][0] + sx, aerial[1][1]),
            stroke=colour,
            width=width * 0.62,
        )
    sheet.path(ellipse(aerial[1][0], aerial[1][1], 9), fill=STEEL[2], stroke=INK, width=3)
    handle = smooth(
        [
            (x + 90, y + 80),
            (x + 92, y - 60),
            (x + 130, y - 116),
            (x + 300, y - 128),
            (x + w - 300, y - 128),
            (x + w - 130, y - 116),
            (x + w - 92, y - 60),
            (x + w - 90, y + 80),
        ],
        False,
        0.4,
    )
    for colour, width, ox, oy in (
        (INK, 50, 2, 3),
        (STEEL[2], 39, 0, 0),
        (STEEL[3], 14, 3, 9),
        (STEEL[0], 8, -4, -11),
    ):
        sheet.path(handle, stroke=colour, width=width, transform=f"translate({ox} {oy})", cap="butt")
    sheet.path(line(x + 380, y - 128, x + w - 380, y - 128), stroke=INK, width=48, cap="butt")
    sheet.path(line(x + 384, y - 128, x + w - 384, y - 128), stroke=BLACK[2], width=40, cap="butt")
    sheet.path(
        "".join(line(x + 396 + k * 16, y - 146, x + 396 + k * 16, y - 110) for k in range(20)),
        stroke=BLACK[0],
        width=3,
    )
    keys = rect(x + 600, y - 34, 440, 50, 5)
    contour(sheet, keys, width=5)
    for k in range(6):
        kx = x + 604 + k * 73
        down = 10 if k == 2 else 0
        sheet.path(
            rect(kx, y - 32 + down, 66, 44 - down, 4),
            fill=STEEL[1] if k else MADDER[1],
            stroke=INK,
            width=4,
        )
        sheet.path(rect(kx + 3, y - 30 + down, 60, 9), fill=STEEL[0] if k else MADDER[0])
        sheet.path(rect(kx + 3, y - 4, 60, 14), fill=STEEL[2] if k else MADDER[2])
    body = rect(x, y, w, h, 26)
    contour(sheet, body, width=8)
    sheet.path(body, fill=BLACK[2])
    with sheet.group(clip=body):
        sheet.path(rect(x, y, w, 10) + rect(x, y, 10, h), fill=BLACK[0])
        sheet.path(rect(x, y + h - 16, w, 16) + rect(x + w - 14, y, 14, h), fill=BLACK[4])
        sheet.path(gouges(rng, (x, y, w, h), 190, 0, 80, 1.6, 2), fill=BLACK[1])
    face = rect(x + 28, y + 30, w - 56, h - 62, 12)
    sheet.path(face, fill=INK, stroke=INK, width=5)
    sheet.path(face, fill=AL[2])
    with sheet.group(clip=face):
        sheet.path(gouges(rng, (x + 28, y + 30, w - 56, h - 62), 380, 0, 190, 1.5, 1), fill=AL[1])
        sheet.path(gouges(rng, (x + 28, y + 30, w - 56, h - 62), 260, 0, 170, 1.4, 1), fill=AL[3])
        sheet.path(rect(x + 28, y + 30, w - 56, 5), fill=AL[0])
    # Tuning scale.
    sx, sy, sw, sh = x + 60, y + 58, w - 280, 120
    sheet.path(rect(sx, sy, sw, sh, 8), fill=INK, stroke=AL[4], width=5)
    for k, colour in enumerate((SAFFRON[0], PAPER[0], SEA[0])):
        yy = sy + 32 + k * 30
        sheet.path(line(sx + 90, yy, sx + sw - 26, yy), stroke=colour, width=2.4)
        ticks = "".join(
            line(sx + 90 + q * 17, yy, sx + 90 + q * 17, yy - (14 if q % 5 == 0 else 7))
            for q in range(int((sw - 116) / 17) + 1)
        )
        sheet.path(ticks, stroke=colour, width=2.2)
        sheet.path(capitals(("FM", "PO", "OC")[k], sx + 20, yy - 16, 19), stroke=colour, width=3.4)
    sheet.path(line(sx + 512, sy + 8, sx + 512, sy + sh - 8), stroke=MADDER[1], width=6)
    sheet.path(
        polygon(
            [
                (sx + 30, sy + 4),
                (sx + 150, sy + 4),
                (sx + 60, sy + sh - 4),
                (sx + 4, sy + sh - 4),
                (sx + 4, sy + 40),
            ]
        ),
        fill="#ffffff",
        opacity=0.1,
    )
    for cx, cy, r in ((x + w - 140, y + 118, 58),):
        sheet.path(ellipse(cx + 5, cy + 7, r + 3), fill=AL[4])
        sheet.path(ellipse(cx, cy, r + 3), fill=INK)
        sheet.path(ellipse(cx, cy, r), fill=AL[2])
        teeth = "".join(
            line(
                cx + (r - 8) * math.cos(a),
                cy + (r - 8) * math.sin(a),
                cx + r * math.cos(a),
                cy + r * math.sin(a),
            )
            for a in (k * math.pi / 24 for k in range(48))
        )
        sheet.path(teeth, stroke=AL[4], width=3)
        sheet.path(ellipse(cx, cy, r - 12), fill=AL[1], stroke=AL[4], width=2)
        sheet.path(ellipse(cx - 6, cy - 6, r - 26), fill=AL[0])
        sheet.path(line(cx, cy, cx + 26, cy - 34), stroke=INK, width=5)
    _grille(sheet, x + 282, y + 392, 178, True)
    _deck(sheet, x + 520, y + 214, 400, 300)
    for k in range(3):
        ky = y + 250 + k * 96
        sheet.path(rect(x + 962, ky - 32, 84, 76, 6), fill=INK)
        sheet.path(line(x + 1004, ky - 22, x + 1004, ky + 34), stroke=BLACK[0], width=4)
        pos = (10, -6, 22)[k]
        sheet.path(rect(x + 980, ky + pos - 14, 48, 26, 4), fill=AL[1], stroke=BLACK[4], width=3)
        sheet.path(line(x + 984, ky + pos - 2, x + 1024, ky + pos - 2), stroke=AL[4], width=3)
    sheet.path(ellipse(x + 974, y + 540, 10), fill=MADDER[1], stroke=INK, width=4)
    sheet.path(
        "".join(line(x + 520 + k * 12, y + 548, x + 520 + k * 12, y + 566) for k in range(32)),
        stroke=AL[4],
        width=4,
    )
    for fx in (x + 90, x + w - 170):
        sheet.path(rect(fx, y + h, 80, 14, 4), fill=INK)


def _deck(sheet: Sheet, x: float, y: float, w: float, h: float) -> None:
    """The cassette door, with a cassette behind its window."""
    sheet.path(rect(x, y, w, h, 10), fill=INK, stroke=AL[4], width=5)
    sheet.path(rect(x + 8, y + 8, w - 16, h - 16, 8), fill=BLACK[1])
    sheet.path(rect(x + 8, y + 8, w - 16, 8, 4), fill=BLACK[0])
    window = rect(x + 40, y + 50, w - 80, h - 120, 8)
    sheet.path(window, fill=INK, stroke=BLACK[4], width=6)
    with sheet.group(clip=window):
        sheet.path(rect(x + 52, y + 62, w - 104, h - 100, 8), fill=PAPER[1])
        sheet.path(rect(x + 52, y + 62, w - 104, 30), fill=GREEN[1])
        sheet.path(handwriting(sheet.rng, x + 74, y + 116, 230, 9), stroke=INDIGO[4], width=2.2)
        sheet.path(rect(x + 96, y + 128, w - 192, 50, 25), fill=INK)
        for cx in (x + 132, x + w - 132):
            sheet.path(ellipse(cx, y + 153, 20), fill=PAPER[0])
            sheet.path(star(cx, y + 153, 6, 15, 10, 12), fill=INK)
        sheet.path(
            polygon([(x + 60, y), (x + 170, y), (x + 70, y + h), (x - 40, y + h)]),
            fill="#ffffff",
            opacity=0.16,
        )
    sheet.path(rect(x + 130, y + h - 54, w - 260, 30, 4), fill=BLACK[3])
    sheet.path(
        "".join(line(x + 140 + k * 10, y + h - 48, x + 140 + k * 10, y + h - 30) for k in range(13)),
        stroke=BLACK[0],
        width=3,
    )


@plate("transistor-radio", 1600, 1200, seed=25)
def transistor(sheet: Sheet) -> None:
    """A portable set of about 1962: red shell, woven metal grille, one large tuning dial, leather strap."""
    rng = sheet.rng
    ground(sheet, floor=860)
    x, y, w, h = 300, 380, 980, 620
    stand(sheet, x, x + w, y + h - 4, 28, 190)
    strap = smooth(
        [
            (x + 60, y + 60),
            (x + 10, y - 90),
            (x + 200, y - 200),
            (x + w / 2, y - 224),
            (x + w - 200, y - 200),
            (x + w - 10, y - 90),
            (x + w - 60, y + 60),
        ],
        False,
        0.5,
    )
    hide = TONES["leather"]
    for colour, width, oy in ((INK, 54, 3), (hide[1], 44, 0), (hide[2], 18, 10), (hide[0], 7, -14)):
        sheet.path(strap, stroke=colour, width=width, transform=f"translate(0 {oy})", cap="butt")
    sheet.path(strap, stroke=SAFFRON[0], width=2.4, dash="12 9", transform="translate(0 -16)")
    sheet.path(strap, stroke=SAFFRON[0], width=2.4, dash="12 9", transform="translate(0 16)")
    shell = rect(x, y, w, h, 74)
    contour(sheet, shell, width=8)
    sheet.path(shell, fill=MADDER[2])
    with sheet.group(clip=shell):
        sheet.path(shell, stroke=MADDER[4], width=42, transform="translate(-8 -10)")
        sheet.path(shell, stroke=MADDER[1], width=34, transform="translate(10 12)")
        sheet.path(shell, stroke=MADDER[0], width=8, transform="translate(9 10)")
        sheet.path(rect(x + 30, y + 30, w - 60, h - 60, 54), fill=MADDER[2])
        sheet.path(gouges(rng, (x + 30, y + 30, w - 60, 90), 60, 0, 150, 2.6, 2), fill=MADDER[1])
        sheet.path(gouges(rng, (x + 30, y + h - 110, w - 60, 90), 80, 0, 150, 2.6, 2), fill=MADDER[3])
        sheet.path(flecks(rng, (x, y, w, h), 60, 1, 3), fill=MADDER[0])
    grille = rect(x + 62, y + 96, 520, h - 192, 22)
    sheet.path(grille, fill=INK, stroke=SAFFRON[2], width=14)
    sheet.path(grille, stroke=SAFFRON[0], width=3, transform="translate(-4 -4)")
    with sheet.group(clip=grille):
        sheet.path(grille, fill=BLACK[3])
        sheet.path(ellipse(x + 322, y + h / 2, 180), fill=BLACK[4])
        bars = {0: [], 1: [], 2: []}
        for r in range(44):
            for c in range(46):
                over = (r + c) % 2
                px, py = x + 62 + c * 11.6, y + 96 + r * 10
                bars[2 if over else (0 if c + r < 44 else 1)].append(
                    rect(px, py, 10, 4.2) if not over else rect(px + 3, py - 2, 4, 9)
                )
        for key, colour in ((2, SAFFRON[3]), (0, SAFFRON[0]), (1, SAFFRON[1])):
            sheet.path("".join(bars[key]), fill=colour)
        sheet.path(
            polygon([(x + 380, y + 60), (x + 600, y + 60), (x + 600, y + h), (x + 240, y + h)]),
            fill=INK,
            opacity=0.22,
        )
    cx, cy = x + 772, y + 270
    for r, colour in ((172, INK), (166, SAFFRON[2]), (160, SAFFRON[0]), (154, PAPER[1])):
        sheet.path(ellipse(cx, cy, r), fill=colour)
    for k in range(61):
        a = math.radians(150 + k * 4)
        inner = 112 if k % 5 == 0 else 124
        sheet.path(
            line(
                cx + inner * math.cos(a),
                cy + inner * math.sin(a),
                cx + 138 * math.cos(a),
                cy + 138 * math.sin(a),
            ),
            stroke=INK if k < 38 else MADDER[2],
            width=4 if k % 5 == 0 else 2,
        )
    for text, a in (("5", 170), ("7", 218), ("10", 268), ("14", 318), ("16", 6)):
        px, py = cx + 88 * math.cos(math.radians(a)), cy + 88 * math.sin(math.radians(a))
        sheet.path(capitals(text, px - 8 * len(text), py - 11, 22, 0.95), stroke=INK, width=4)
    sheet.path(polygon([(cx, cy), (cx - 20, cy - 148), (cx - 14, cy - 148)]), fill=MADDER[1])
    for r, colour, dx in (
        (62, INK, 4),
        (58, SAFFRON[2], 0),
        (50, SAFFRON[1], -2),
        (36, SAFFRON[0], -5),
    ):
        sheet.path(ellipse(cx + dx, cy + dx, r), fill=colour)
    sheet.path(
        "".join(
            line(
                cx + 50 * math.cos(a),
                cy + 50 * math.sin(a),
                cx + 58 * math.cos(a),
                cy + 58 * math.sin(a),
            )
            for a in (k * math.pi / 20 for k in range(40))
        ),
        stroke=SAFFRON[4],
        width=3,
    )
    for kx, turn in ((x + 690, -30), (x + 854, 60)):
        ky = y + 516
        sheet.path(ellipse(kx + 4, ky + 6, 44), fill=MADDER[4])
        sheet.path(ellipse(kx, ky, 42), fill=INK)
        sheet.path(ellipse(kx, ky, 38), fill=PAPER[1])
        sheet.path(ellipse(kx + 4, ky + 5, 30), fill=PAPER[2])
        with sheet.group(transform=f"rotate({turn} {kx} {ky})"):
            sheet.path(rect(kx - 6, ky - 36, 12, 40, 4), fill=MADDER[2])
    # A hairline crack in the shell, mended long ago.
    crack = smooth(
        [
            (x + w - 4, y + 420),
            (x + w - 70, y + 446),
            (x + w - 110, y + 432),
            (x + w - 160, y + 470),
        ]
    )
    sheet.path(crack, stroke=MADDER[0], width=4, transform="translate(2 3)")
    sheet.path(crack, stroke=INK, width=3)
