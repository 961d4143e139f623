"""The suitcase."""

from __future__ import annotations

from ..registry import detail, plate
from ..svg import INK, TONES, Sheet, ellipse, flecks, gouge, gouges, line, polygon, rect, smooth
from .lettering import handwriting
from .studio import contour, ground

FIBRE, STEEL, PAPER = TONES["fibre"], TONES["steel"], TONES["paper"]


@plate("suitcase", 1600, 1200, seed=3)
def suitcase(sheet: Sheet) -> None:
    """A fibreboard case tied with string: one corner has lost its cap and shows the layers of board."""
    rng = sheet.rng
    ground(sheet, floor=800)
    x, y, w, h, dx, dy = 190, 380, 1090, 600, 150, -104
    sheet.path(
        polygon(
            [
                (x + 30, y + h + 20),
                (x + w, y + h + 20),
                (x + w + dx, y + h + dy + 6),
                (1570, y + h + dy + 36),
                (1592, y + h + 20),
                (1440, y + h + 76),
                (x + 70, y + h + 80),
            ]
        ),
        fill="#d2c3ac",
        stroke="#d2c3ac",
        width=14,
    )
    sheet.path(
        polygon(
            [
                (x + 6, y + h),
                (x + w, y + h + 8),
                (x + w + dx, y + h + dy),
                (x + w + dx + 70, y + h + dy + 40),
                (x + w + 40, y + h + 44),
                (x + 20, y + h + 40),
            ]
        ),
        fill="#ae9c83",
        stroke="#ae9c83",
        width=10,
    )
    front = rect(x, y, w, h, 30)
    top = polygon([(x + 16, y + 8), (x + dx, y + dy), (x + w + dx - 16, y + dy), (x + w - 6, y + 8)])
    side = polygon(
        [
            (x + w - 8, y + 10),
            (x + w + dx - 4, y + dy),
            (x + w + dx, y + dy + 26),
            (x + w + dx, y + h + dy - 20),
            (x + w + dx - 14, y + h + dy + 4),
            (x + w - 6, y + h - 4),
        ]
    )
    for d in (side, top, front):
        contour(sheet, d, width=8)
    sheet.path(side, fill=FIBRE[3])
    sheet.path(top, fill=FIBRE[0])
    sheet.path(front, fill=FIBRE[1])
    with sheet.group(clip=top):
        sheet.path(gouges(rng, (x, y + dy, w + dx, -dy + 8), 150, 0, 130, 2.4, 3), fill=FIBRE[1])
        sheet.path(
            polygon([(x + w * 0.5, y + 10), (x + w + dx, y + dy - 4), (x + w + 40, y + 20)]),
            fill=FIBRE[1],
            opacity=0.55,
        )
        sheet.path(polygon([(x + 6, y - 40), (x + w + 120, y - 40)], False), stroke=FIBRE[3], width=6)
        sheet.path(polygon([(x + 6, y - 46), (x + w + 120, y - 46)], False), stroke=FIBRE[0], width=3)
    with sheet.group(clip=side):
        sheet.path(gouges(rng, (x + w - 10, y + dy, dx + 20, h), 110, 84, 110, 3, 5), fill=FIBRE[4])
        sheet.path(gouges(rng, (x + w - 10, y + dy, dx * 0.5, h), 50, 84, 90, 2.4, 5), fill=FIBRE[2])
        sheet.path(line(x + w + 56, y - 40, x + w + 56, y + h - 30), stroke=FIBRE[4], width=6)
    with sheet.group(clip=front):
        sheet.path(gouges(rng, (x, y, w, h), 260, 0, 46, 1.6, 30), fill=FIBRE[2], opacity=0.75)
        sheet.path(gouges(rng, (x, y, w * 0.6, h * 0.55), 150, 0, 50, 1.8, 30), fill=FIBRE[0], opacity=0.8)
        sheet.path(
            gouges(rng, (x + w * 0.55, y + h * 0.35, w * 0.45, h * 0.65), 170, 0, 90, 3, 10),
            fill=FIBRE[2],
        )
        sheet.path(gouges(rng, (x, y + h - 100, w, 100), 120, 0, 120, 4, 3), fill=FIBRE[3], opacity=0.85)
        sheet.path(flecks(rng, (x, y, w, h), 620, 1, 3.6), fill=FIBRE[3])
        sheet.path(gouges(rng, (x, y, w, h), 34, 24, 120, 2, 60), fill=FIBRE[0])
        sheet.path(flecks(rng, (x, y, w, h), 420, 1, 3), fill=FIBRE[0])
        # Water stain from a wet hold.
        stain = smooth(
            [
                (x + 40, y + h),
                (x + 70, y + h - 96),
                (x + 190, y + h - 150),
                (x + 330, y + h - 120),
                (x + 410, y + h - 60),
                (x + 430, y + h),
            ]
        )
        sheet.path(stain, fill=FIBRE[3], opacity=0.3)
        sheet.path(stain, stroke=FIBRE[3], width=3)
    edge = rect(x + 22, y + 22, w - 44, h - 44, 18)
    sheet.path(edge, stroke=FIBRE[3], width=4, dash="16 11")
    sheet.path(edge, stroke=FIBRE[0], width=2, dash="16 11", transform="translate(-1 -2.5)")
    for yy in (y + 8,):
        sheet.path(line(x + 20, yy, x + w - 20, yy), stroke=FIBRE[0], width=5)
    _fittings(sheet, x, y, w, h)
    _label(sheet, x + 690, y + 330)
    _broken(sheet, x + w, y + h)
    _string(sheet, x, y, w, h, dx, dy)


def _fittings(sheet: Sheet, x: float, y: float, w: float, h: float) -> None:
    """Handle, two catches, three steel corner caps."""
    hx = x + w / 2
    for s in (-1, 1):
        with sheet.group(transform=f"translate({hx + s * 122} {y + 6})"):
            contour(sheet, rect(-30, -30, 60, 56, 8), width=5)
            sheet.path(rect(-30, -30, 60, 56, 8), fill=STEEL[2])
            sheet.path(rect(-30, -30, 60, 14, 6), fill=STEEL[0])
            for k in (-18, 18):
                sheet.path(ellipse(k, 12, 5), fill=STEEL[4])
    handle = smooth(
        [
            (hx - 122, y - 6),
            (hx - 116, y - 74),
            (hx - 70, y - 112),
            (hx, y - 120),
            (hx + 70, y - 112),
            (hx + 116, y - 74),
            (hx + 122, y - 6),
        ],
        False,
        0.45,
    )
    leather = TONES["leather"]
    for colour, width, ox, oy in (
        (INK, 46, 2, 3),
        (leather[2], 35, 0, 0),
        (leather[3], 14, 6, 8),
        (leather[0], 7, -5, -9),
    ):
        sheet.path(handle, stroke=colour, width=width, transform=f"translate({ox} {oy})", cap="butt")
    sheet.path(handle, stroke=leather[4], width=2.5, dash="10 8", transform="translate(0 3)")
    for cx in (x + 200, x + w - 200):
        contour(sheet, rect(cx - 52, y - 4, 104, 96, 8), width=5)
        sheet.path(rect(cx - 52, y - 4, 104, 96, 8), fill=STEEL[2])
        sheet.path(rect(cx - 52, y - 4, 104, 15, 6), fill=STEEL[0])
        sheet.path(rect(cx - 52, y - 4, 13, 96, 6), fill=STEEL[1])
        sheet.path(rect(cx - 26, y + 20, 52, 62, 6), fill=INK)
        sheet.path(rect(cx - 23, y + 22, 46, 56, 5), fill=STEEL[1])
        sheet.path(rect(cx - 23, y + 22, 46, 12, 4), fill=STEEL[0])
        sheet.path(ellipse(cx, y + 54, 8) + rect(cx - 3, y + 54, 6, 17), fill=INK)
        sheet.path(gouges(sheet.rng, (cx - 46, y + 4, 90, 80), 16, 40, 26, 2.6, 50), fill="#8a4a2b")
    for cx, cy, a in ((x, y, 0), (x + w, y, 90), (x, y + h, -90)):
        with sheet.group(transform=f"translate({cx} {cy}) rotate({a})"):
            cap = "M-7 118Q-10 -8 118 -7L124 12Q104 26 96 60Q88 92 58 98Q24 104 12 124Z"
            contour(sheet, cap, width=5)
            lit = {0: (0, 1, 2), 90: (1, 2, 3), -90: (1, 2, 3)}[a]
            sheet.path(cap, fill=STEEL[lit[1]])
            sheet.path("M-5 112Q-6 -5 112 -5L112 8Q12 14 8 112Z", fill=STEEL[lit[0]])
            sheet.path(
                "M122 14Q104 28 96 60Q88 92 58 98Q24 104 14 122L14 112Q24 92 54 86Q76 80 84 56Q92 22 112 10Z",
                fill=STEEL[lit[2]],
            )
            for px, py in ((92, 22), (28, 30), (22, 92)):
                sheet.path(ellipse(px + 1, py + 2, 7), fill=STEEL[4])
                sheet.path(ellipse(px, py, 5.5), fill=STEEL[0])
            sheet.path(flecks(sheet.rng, (4, 4, 90, 90), 26, 1.5, 5), fill="#8a4a2b")


def _label(sheet: Sheet, x: float, y: float) -> None:
    """What is left of a railway label: paste, a torn edge, a line of ink nobody can read now."""
    rng = sheet.rng
    with sheet.group(transform=f"rotate(-4 {x} {y})"):
        right = [(x + 262 + rng.uniform(-16, 12), y + k * 18) for k in range(10)]
        d = polygon([(x, y), *right, (x + 140, y + 172), (x + 90, y + 160), (x, y + 168)])
        sheet.path(d, fill=FIBRE[4], transform="translate(3 4)")
        sheet.path(d, fill=PAPER[2], stroke=PAPER[4], width=2)
        with sheet.group(clip=d):
            sheet.path(rect(x, y, 300, 38), fill=TONES["madder"][2])
            sheet.path(
                rect(x + 12, y + 12, 60, 14) + rect(x + 84, y + 12, 110, 14) + rect(x + 206, y + 12, 90, 14),
                fill=PAPER[1],
            )
            for k in (74, 112, 150):
                sheet.path(line(x + 14, y + k, x + 280, y + k), stroke=PAPER[4], width=2)
            sheet.path(
                handwriting(rng, x + 18, y + 72, 190, 13) + handwriting(rng, x + 18, y + 110, 220, 13),
                stroke=TONES["indigo"][3],
                width=1.9,
            )
            sheet.path(gouges(rng, (x, y, 280, 170), 26, -30, 60, 3, 20), fill=FIBRE[1])
            sheet.path(flecks(rng, (x, y, 280, 170), 60, 1, 3), fill=PAPER[4])


def _broken(sheet: Sheet, cx: float, cy: float) -> None:
    """The corner without its cap: frayed plies of pulp board, the rivet holes, dark inside."""
    rng = sheet.rng
    for ply, (reach, colour) in enumerate(
        (
            (150, FIBRE[4]),
            (142, "#d9c6a4"),
            (122, "#b59a74"),
            (106, "#e3d3b4"),
            (86, "#8f7654"),
            (72, INK),
        )
    ):
        pts, steps = [], 15
        for k in range(steps + 1):
            t = k / steps
            jag = rng.uniform(-9, 9) * (1 if 0 < k < steps else 0)
            bow = 1 - 0.34 * (1 - abs(2 * t - 1))
            pts.append((cx - reach * (1 - t) * bow - 4 + jag * 0.7, cy - reach * t * bow - 4 + jag))
        tail = [(cx + 10, cy - 2), (cx - 2, cy + 10)] if ply else [(cx + 5, cy - 6), (cx - 6, cy + 6)]
        sheet.path(
            polygon([*pts, *tail]),
            fill=colour,
            stroke=INK if ply in (0, 5) else FIBRE[4],
            width=2.5 if ply < 5 else 0,
        )
    fibres = []
    for _ in range(54):
        t = rng.random()
        fibres.append(
            gouge(
                cx - 128 * (1 - t) + 18 + rng.uniform(-12, 8),
                cy - 128 * t + 18 + rng.uniform(-12, 8),
                rng.uniform(14, 40),
                1.8,
                225 + rng.uniform(-40, 40),
            )
        )
    sheet.path("".join(fibres[:30]), fill="#f0e4cb")
    sheet.path("".join(fibres[30:]), fill=FIBRE[4])
    for dx, dy in ((-150, -26), (-26, -154)):
        sheet.path(ellipse(cx + dx, cy + dy, 8), fill=INK)
        sheet.path(ellipse(cx + dx, cy + dy, 14), stroke="#8a4a2b", width=4)


def _string(sheet: Sheet, x: float, y: float, w: float, h: float, dx: float, dy: float) -> None:
    """Hemp string, twice round the short way and once the long way, knotted on the front."""
    paths = [
        smooth(
            [(x + 322 + dx, y + dy), (x + 326, y + 4), (x + 332, y + 260), (x + 322, y + h)],
            False,
            0.2,
        ),
        smooth(
            [(x + 348 + dx, y + dy), (x + 350, y + 4), (x + 344, y + 260), (x + 352, y + h)],
            False,
            0.2,
        ),
        smooth(
            [
                (x - 4, y + 238),
                (x + 338, y + 262),
                (x + w - 4, y + 226),
                (x + w + dx, y + 226 + dy),
            ],
            False,
            0.2,
        ),
    ]
    for d in paths:
        _cord(sheet, d)
    kx, ky = x + 338, y + 258
    for pts in (
        [(kx, ky), (kx - 76, ky - 58), (kx - 126, ky - 14), (kx - 86, ky + 30), (kx, ky)],
        [(kx, ky), (kx + 70, ky - 46), (kx + 112, ky + 4), (kx + 66, ky + 38), (kx, ky)],
        [(kx, ky), (kx - 30, ky + 70), (kx - 16, ky + 132), (kx - 52, ky + 186)],
        [(kx, ky), (kx + 38, ky + 60), (kx + 34, ky + 124), (kx + 66, ky + 160)],
    ):
        _cord(sheet, smooth(pts))
    for ex, ey in ((kx - 52, ky + 186), (kx + 66, ky + 160)):
        sheet.path(
            "".join(gouge(ex, ey + 12, 34, 2.4, 90 + a) for a in (-34, -16, 0, 16, 34)),
            fill=TONES["wool"][1],
            stroke=TONES["wool"][4],
            width=0.8,
        )
    knot = ellipse(kx, ky, 28, 24)
    contour(sheet, knot, width=5)
    sheet.path(knot, fill=TONES["wool"][1])
    sheet.path("".join(gouge(kx + o, ky, 40, 3, 64) for o in (-14, -5, 4, 13)), fill=TONES["wool"][3])


def _cord(sheet: Sheet, d: str) -> None:
    """Twisted cord along `d`."""
    wool = TONES["wool"]
    sheet.path(d, stroke=FIBRE[4], width=17, transform="translate(4 6)", opacity=0.8)
    sheet.path(d, stroke=INK, width=16)
    sheet.path(d, stroke=wool[2], width=11)
    sheet.path(d, stroke=wool[0], width=9, dash="6 6", cap="butt")
    sheet.path(d, stroke=wool[3], width=4, dash="3 9", transform="translate(1 3)", cap="butt")


detail("suitcase-detail", "suitcase", (820, 640, 520, 390))
