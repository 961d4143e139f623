"""The miner's flame safety lamp."""

from __future__ import annotations

import math

from ..registry import detail, plate
from ..svg import INK, TONES, Sheet, ellipse, gouge, line, rect, smooth
from .lettering import centred
from .studio import contour, ground, stand
from .turned import METAL, Turned

BRASS, STEEL = TONES["brass"], TONES["steel"]


@plate("miners-lamp", 1200, 1600, seed=10)
def lamp(sheet: Sheet) -> None:
    """A flame safety lamp: brass oil vessel, glass, wire gauze between pillars, hood and hook."""
    rng = sheet.rng
    ground(sheet, floor=1330)
    cx, t = 590, 0.13
    stand(sheet, cx - 178, cx + 178, 1478, 26, 300)
    _hook(sheet, cx)
    base = Turned(
        cx,
        [(1196, 170), (1210, 176), (1220, 168), (1390, 168), (1404, 182), (1440, 182), (1450, 176)],
        t,
    )
    collar = Turned(cx, [(1140, 128), (1160, 150), (1196, 166)], t)
    glass = Turned(cx, [(920, 118), (940, 122), (1120, 122), (1142, 118)], t)
    ring = Turned(cx, [(880, 150), (896, 160), (918, 160), (926, 142)], t)
    gauze = Turned(cx, [(470, 94), (880, 118)], t)
    crown = Turned(cx, [(420, 150), (432, 164), (452, 164), (466, 150)], t)
    hood = Turned(cx, [(300, 54), (322, 92), (366, 132), (424, 148)], t, True)
    cap = Turned(cx, [(262, 40), (276, 52), (304, 52)], t)
    rear = ((-0.72, 1), (0.72, 1))
    for f, _ in rear:
        sheet.path(line(cx + f * 120, 440, cx + f * 130, 1150), stroke=STEEL[4], width=13)
    for part in (base, collar, ring, gauze, crown, hood, cap):
        contour(sheet, part.outline(), width=7)
    contour(sheet, glass.outline(), width=6)
    _glass(sheet, glass, cx)
    _gauze(sheet, gauze)
    collar.shade(sheet, BRASS, bite=0.08, gap=6)
    base.shade(sheet, BRASS, bite=0.1)
    for y in (1222, 1228, 1386, 1392):
        sheet.path(base.hoop(y), stroke=BRASS[4], width=3, cap="butt")
    sheet.path(base.hoop(1198, 170), stroke=BRASS[0], width=4, cap="butt")
    ring.shade(sheet, BRASS, bite=0.06, gap=6)
    crown.shade(sheet, STEEL, bite=0.06, gap=6)
    hood.shade(sheet, STEEL, bite=0.1, gap=8)
    cap.shade(sheet, BRASS, bite=0)
    for k in range(-6, 7):
        a = math.radians(k * 14)
        x, y = hood.at(math.sin(a), 392, hood.radius(392))
        sheet.path(ellipse(x, y, 8 * math.cos(a) + 0.6, 8), fill=INK)
    # Near pillars, each a rod with a lit edge, screwed into both rings.
    for f in (-0.93, -0.34, 0.34, 0.93):
        xt, yt = crown.at(f * 0.86, 452, 164)
        xb, yb = collar.at(f * 0.98, 1168, 156)
        sheet.path(line(xt, yt, xb, yb), stroke=INK, width=19, cap="butt")
        sheet.path(line(xt, yt, xb, yb), stroke=STEEL[2] if f < 0.5 else STEEL[3], width=13, cap="butt")
        sheet.path(
            line(xt - 3, yt, xb - 3, yb),
            stroke=STEEL[0] if f < 0.5 else STEEL[2],
            width=4,
            cap="butt",
        )
        for x, y in ((xt, yt), (xb, yb - 4)):
            sheet.path(ellipse(x + 1, y + 2, 14, 9), fill=INK)
            sheet.path(ellipse(x, y, 12, 7.5), fill=BRASS[1])
    for y, r in ((900, 160), (906, 160)):
        sheet.path(ring.hoop(y, r), stroke=BRASS[4], width=2.5, cap="butt")
    _number_plate(sheet, base)
    # Knocks and tarnish; the rubbed places shine.
    knocks = [base.at(rng.uniform(-0.9, 0.9), y, base.radius(y)) for y in (rng.uniform(1240, 1440) for _ in range(60))]
    sheet.path(
        "".join(gouge(x, y, rng.uniform(5, 24), 1.8, rng.uniform(-40, 40)) for x, y in knocks[:36]),
        fill=BRASS[3],
    )
    sheet.path(
        "".join(gouge(x, y, rng.uniform(5, 20), 1.6, rng.uniform(-40, 40)) for x, y in knocks[36:]),
        fill=BRASS[0],
    )
    soot = [hood.at(rng.uniform(-0.9, 0.9), y, hood.radius(y)) for y in (rng.uniform(330, 420) for _ in range(60))]
    sheet.path(
        "".join(gouge(x, y, rng.uniform(8, 26), 2.4, 90 + rng.uniform(-20, 20)) for x, y in soot),
        fill=STEEL[4],
    )


def _hook(sheet: Sheet, cx: float) -> None:
    """The swivel and the long hook by which the lamp hung from the belt or the timbering."""
    hook = smooth(
        [
            (cx, 250),
            (cx + 2, 206),
            (cx + 40, 178),
            (cx + 62, 132),
            (cx + 34, 88),
            (cx - 14, 82),
            (cx - 50, 112),
            (cx - 46, 150),
        ]
    )
    for colour, w, dx, dy in (
        (INK, 26, 2, 3),
        (STEEL[2], 17, 0, 0),
        (STEEL[4], 6, 4, 4),
        (STEEL[0], 5, -3, -4),
    ):
        sheet.path(hook, stroke=colour, width=w, transform=f"translate({dx} {dy})")
    sheet.path(rect(cx - 20, 226, 42, 40, 8), fill=INK)
    sheet.path(rect(cx - 17, 229, 34, 34, 6), fill=STEEL[2])
    sheet.path(rect(cx - 17, 229, 11, 34, 4), fill=STEEL[0])


def _glass(sheet: Sheet, glass: Turned, cx: float) -> None:
    """Thick glass: the burner and a small flame seen through it, two reflections."""
    g = TONES["glass"]
    sheet.path(glass.outline(), fill="#3b3a33")
    with sheet.group(clip=glass.outline()):
        sheet.path(ellipse(cx, 1035, 96, 128), fill="#5b4a2c")
        sheet.path(ellipse(cx, 1040, 66, 96), fill="#86642a")
        burner = Turned(cx, [(1096, 30), (1112, 46), (1170, 46)], 0.2)
        contour(sheet, burner.outline(), width=4)
        burner.shade(sheet, BRASS, bite=0)
        sheet.path(rect(cx - 13, 1074, 26, 28, 3), fill=INK)
        flame = smooth(
            [
                (cx - 19, 1072),
                (cx - 27, 1038),
                (cx - 6, 984),
                (cx + 3, 946),
                (cx + 13, 990),
                (cx + 27, 1040),
                (cx + 17, 1074),
            ],
            True,
        )
        sheet.path(flame, fill=TONES["saffron"][1])
        sheet.path(
            smooth(
                [(cx - 10, 1072), (cx - 13, 1042), (cx + 1, 998), (cx + 14, 1044), (cx + 9, 1074)],
                True,
            ),
            fill="#fbf0cf",
        )
        sheet.path(
            smooth([(cx - 10, 1076), (cx - 9, 1060), (cx, 1048), (cx + 9, 1060), (cx + 9, 1076)], True),
            fill=TONES["indigo"][1],
        )
        for left, right, colour in (
            (-0.98, -0.9, g[3]),
            (-0.82, -0.66, g[0]),
            (-0.63, -0.58, g[1]),
            (0.7, 0.76, g[2]),
            (0.9, 0.985, g[3]),
        ):
            sheet.path(glass.patch(930, 1136, left, right), fill=colour, opacity=0.85)


def _gauze(sheet: Sheet, gauze: Turned) -> None:
    """Wire gauze: dark ground, crossing wires, lit on the left, scorched above the flame."""
    gauze.shade(sheet, (STEEL[2], STEEL[3], "#4c5359", STEEL[4], "#23282d"), METAL, bite=0.06)
    y0, y1 = 472, 880
    across = "".join(gauze.hoop(y) for y in range(y0, y1, 9))
    sheet.path(across, stroke=STEEL[4], width=3.4, cap="butt")
    ups = {0: [], 1: [], 2: []}
    for k in range(-29, 30):
        a = math.radians(k * 3.05)
        f = math.sin(a)
        top, low = gauze.at(f, y0, gauze.radius(y0)), gauze.at(f, y1, gauze.radius(y1))
        ups[0 if -0.85 < f < -0.15 else 1 if f < 0.45 else 2].append(line(*top, *low))
    for group, colour in ((0, STEEL[0]), (1, STEEL[1]), (2, STEEL[2])):
        sheet.path("".join(ups[group]), stroke=colour, width=1.8, cap="butt")
    fine = "".join(gauze.hoop(y + 2, None, 172, 60) for y in range(y0, y1, 9))
    sheet.path(fine, stroke=STEEL[0], width=1.5, cap="butt", opacity=0.8)
    for y in (478, 486, 690, 698, 868):
        sheet.path(gauze.hoop(y), stroke=STEEL[1], width=4, cap="butt")
        sheet.path(gauze.hoop(y + 4), stroke=INK, width=2, cap="butt")


def _number_plate(sheet: Sheet, base: Turned) -> None:
    """The number that stood for the man: a soldered plate, rubbed bright."""
    tag = base.patch(1262, 1350, -0.62, 0.38)
    sheet.path(tag, fill=INK, stroke=INK, width=8)
    sheet.path(tag, fill=BRASS[1])
    sheet.path(base.patch(1264, 1348, -0.6, -0.36), fill=BRASS[0])
    cx = base.cx - 18
    with sheet.group():
        d = centred("417", cx, 1305, 44, 1.1)
        sheet.path(d, stroke=BRASS[0], width=8, transform="translate(2 3)")
        sheet.path(d, stroke=BRASS[4], width=8)
    for f in (-0.56, 0.32):
        x, y = base.at(f, 1306, 168)
        sheet.path(ellipse(x, y, 5), fill=BRASS[4])


detail("miners-lamp-detail", "miners-lamp", (290, 860, 600, 600), 1400)
