"""The mine: safety lamp, lamp tokens, helmet."""

from __future__ import annotations

import math

from ..registry import detail, plate
from ..svg import INK, TONES, Sheet, ellipse, flecks, gouge, gouges, line, polygon, rect, smooth
from .lettering import capitals, centred
from .studio import contour, ground, lay, stand
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
    base = Turned(cx, [(1196, 170), (1210, 176), (1220, 168), (1390, 168), (1404, 182), (1440, 182), (1450, 176)], t)
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
        sheet.path(line(xt - 3, yt, xb - 3, yb), stroke=STEEL[0] if f < 0.5 else STEEL[2], width=4, cap="butt")
        for x, y in ((xt, yt), (xb, yb - 4)):
            sheet.path(ellipse(x + 1, y + 2, 14, 9), fill=INK)
            sheet.path(ellipse(x, y, 12, 7.5), fill=BRASS[1])
    for y, r in ((900, 160), (906, 160)):
        sheet.path(ring.hoop(y, r), stroke=BRASS[4], width=2.5, cap="butt")
    _number_plate(sheet, base)
    # Knocks and tarnish; the rubbed places shine.
    knocks = [base.at(rng.uniform(-0.9, 0.9), y, base.radius(y)) for y in (rng.uniform(1240, 1440) for _ in range(60))]
    sheet.path("".join(gouge(x, y, rng.uniform(5, 24), 1.8, rng.uniform(-40, 40)) for x, y in knocks[:36]), fill=BRASS[3])
    sheet.path("".join(gouge(x, y, rng.uniform(5, 20), 1.6, rng.uniform(-40, 40)) for x, y in knocks[36:]), fill=BRASS[0])
    soot = [hood.at(rng.uniform(-0.9, 0.9), y, hood.radius(y)) for y in (rng.uniform(330, 420) for _ in range(60))]
    sheet.path("".join(gouge(x, y, rng.uniform(8, 26), 2.4, 90 + rng.uniform(-20, 20)) for x, y in soot), fill=STEEL[4])


def _hook(sheet: Sheet, cx: float) -> None:
    """The swivel and the long hook by which the lamp hung from the belt or the timbering."""
    hook = smooth([(cx, 250), (cx + 2, 206), (cx + 40, 178), (cx + 62, 132), (cx + 34, 88), (cx - 14, 82), (cx - 50, 112), (cx - 46, 150)])
    for colour, w, dx, dy in ((INK, 26, 2, 3), (STEEL[2], 17, 0, 0), (STEEL[4], 6, 4, 4), (STEEL[0], 5, -3, -4)):
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
        flame = smooth([(cx - 19, 1072), (cx - 27, 1038), (cx - 6, 984), (cx + 3, 946), (cx + 13, 990), (cx + 27, 1040), (cx + 17, 1074)], True)
        sheet.path(flame, fill=TONES["saffron"][1])
        sheet.path(smooth([(cx - 10, 1072), (cx - 13, 1042), (cx + 1, 998), (cx + 14, 1044), (cx + 9, 1074)], True), fill="#fbf0cf")
        sheet.path(smooth([(cx - 10, 1076), (cx - 9, 1060), (cx, 1048), (cx + 9, 1060), (cx + 9, 1076)], True), fill=TONES["indigo"][1])
        for left, right, colour in ((-0.98, -0.9, g[3]), (-0.82, -0.66, g[0]), (-0.63, -0.58, g[1]), (0.7, 0.76, g[2]), (0.9, 0.985, g[3])):
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


def _token(sheet: Sheet, outline: str, box, tones, number: str, cx: float, cy: float, size: float, hole, turn: float) -> None:
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
            sheet.path(gouges(rng, (x + w * 0.45, y + h * 0.55, w * 0.55, h * 0.45), 90, -32, 120, 4, 6), fill=tones[3], opacity=0.65)
            sheet.path(gouges(rng, box, 26, 20, 190, 1.6, 70), fill=tones[4])
            sheet.path(flecks(rng, box, 110, 1, 4), fill=tones[3])
        hx, hy, hr = hole
        sheet.path(ellipse(hx + 3, hy + 4, hr + 6), fill=tones[0])
        sheet.path(ellipse(hx - 1, hy - 1, hr + 5), fill=tones[4])
        sheet.path(ellipse(hx, hy, hr), fill="#b9a88f")
        sheet.path(f"M{hx - hr} {hy}A{hr} {hr} 0 0 1 {hx + hr * 0.7} {hy - hr * 0.7}A{hr * 1.2} {hr * 1.2} 0 0 0 {hx - hr * 0.7} {hy + hr * 0.7}Z", fill=INK)
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
    _token(sheet, rect(x, y, side, side, 26), (x, y, side, side), BRASS, "1247", x + side / 2, y + 236, 84, (x + side / 2, y + 78, 25), -7)
    cx, cy, r = 1150, 420, 232
    _token(sheet, ellipse(cx, cy, r), (cx - r, cy - r, 2 * r, 2 * r), al, "1247", cx, cy + 26, 90, (cx, cy - 146, 25), 5)
    tx, ty = 690, 880
    corner = smooth([(tx - 24, ty - 300), (tx, ty - 316), (tx + 24, ty - 300), (tx + 140, ty - 100), (tx + 252, ty + 98), (tx + 256, ty + 128), (tx + 232, ty + 144),
                     (tx, ty + 146), (tx - 232, ty + 144), (tx - 256, ty + 128), (tx - 252, ty + 98), (tx - 140, ty - 100)], True, 0.42)
    _token(sheet, corner, (tx - 256, ty - 316, 512, 462), copper, "1247", tx, ty + 62, 74, (tx, ty - 190, 24), -3)
    _ring(sheet)


def _ring(sheet: Sheet) -> None:
    """A loop of wire that held tokens on the lamp-room board."""
    d = smooth([(1190, 930), (1250, 850), (1370, 838), (1440, 916), (1420, 1020), (1320, 1064), (1220, 1030), (1184, 950), (1150, 900), (1120, 880)])
    for colour, w, dx, dy in (("#c9b9a0", 13, 10, 13), (INK, 15, 1, 2), (STEEL[2], 9, 0, 0), (STEEL[0], 3, -1, -2)):
        sheet.path(d, stroke=colour, width=w, transform=f"translate({dx} {dy})")


detail("lamp-token-detail", "lamp-token", (900, 180, 520, 390))


@plate("miners-helmet", 1600, 1200, seed=12)
def helmet(sheet: Sheet) -> None:
    """A boiled-leather helmet with its cap lamp and cable, seen from the left."""
    rng, hide, black = sheet.rng, TONES["leather"], TONES["black"]
    ground(sheet, floor=830)
    stand(sheet, 290, 1270, 956, 34, 170)
    cable = smooth([(420, 520), (560, 470), (760, 430), (960, 436), (1130, 520), (1230, 700), (1300, 860), (1280, 985), (1130, 1050), (980, 1038), (930, 1010)])
    shell = smooth([(296, 850), (330, 690), (410, 520), (540, 390), (700, 318), (870, 312), (1030, 372), (1150, 490), (1226, 640), (1262, 800), (1270, 850)]) + "L1270 870L296 870Z"
    brim = smooth([(206, 940), (236, 892), (300, 850), (520, 824), (800, 814), (1080, 824), (1262, 844), (1334, 880), (1356, 920), (1316, 952),
                   (1120, 962), (800, 956), (480, 962), (300, 976), (222, 968)], True)
    contour(sheet, shell, width=8)
    sheet.path(shell, fill=hide[2])
    with sheet.group(clip=shell):
        sheet.path(smooth([(250, 900), (330, 690), (420, 500), (560, 370), (720, 310), (860, 330), (700, 400), (560, 540), (480, 700), (450, 900)], True), fill=hide[1])
        sheet.path(smooth([(372, 700), (440, 540), (560, 420), (700, 356), (640, 440), (540, 540), (470, 680), (440, 800), (370, 820)], True), fill=hide[0])
        sheet.path(smooth([(1000, 300), (1130, 420), (1240, 600), (1320, 900), (1060, 900), (1080, 700), (1050, 520)], True), fill=hide[3])
        sheet.path(smooth([(1150, 420), (1280, 620), (1320, 900), (1190, 900), (1210, 720)], True), fill=hide[4])
        for box, colour, count in (((420, 360, 240, 480), hide[1], 130), ((620, 320, 460, 520), hide[3], 150), ((1010, 420, 200, 420), hide[2], 70), ((440, 330, 420, 470), hide[0], 70)):
            sheet.path(gouges(rng, box, count, 100 if box[0] > 900 else 64, 60, 3, 10), fill=colour)
        # Ribs moulded into the crown, front to back.
        for dy, w in ((0, 20), (78, 14)):
            rib = smooth([(350, 800), (430, 590 + dy), (590, 430 + dy), (790, 372 + dy), (990, 424 + dy), (1140, 590 + dy * 0.8), (1230, 830)])
            sheet.path(rib, stroke=hide[4], width=w + 8, transform="translate(3 8)")
            sheet.path(rib, stroke=hide[2], width=w)
            sheet.path(rib, stroke=hide[0], width=w * 0.35, transform="translate(-2 -5)", dash="300 14 160 10 60 700")
        sheet.path(gouges(rng, (330, 340, 900, 500), 40, 20, 60, 2, 80), fill=hide[0], opacity=0.8)
        sheet.path(flecks(rng, (300, 320, 960, 530), 220, 1, 3.4), fill=hide[4])
    contour(sheet, brim, width=8)
    sheet.path(brim, fill=hide[2])
    with sheet.group(clip=brim):
        sheet.path(smooth([(140, 960), (200, 890), (420, 832), (800, 812), (1140, 824), (1300, 850), (1100, 862), (800, 858), (480, 872), (290, 912)], True), fill=hide[0])
        sheet.path(smooth([(190, 960), (300, 932), (800, 914), (1200, 920), (1440, 900), (1400, 1010), (150, 1020)], True), fill=hide[3])
        sheet.path(gouges(rng, (160, 830, 1240, 150), 170, 1, 110, 2.6, 5), fill=hide[4])
        sheet.path(gouges(rng, (200, 830, 900, 80), 60, -3, 90, 2.6, 5), fill=hide[1])
        sheet.path(smooth([(236, 946), (480, 940), (800, 934), (1120, 940), (1330, 926)]), stroke=hide[0], width=3.5, dash="17 12")
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
        contour(sheet, polygon([(x + 70, y - 60), (x + 150, y - 40), (x + 166, y + 140), (x + 60, y + 120)]), width=6)
        sheet.path(polygon([(x + 70, y - 60), (x + 150, y - 40), (x + 166, y + 140), (x + 60, y + 120)]), fill=STEEL[3])
        sheet.path(polygon([(x + 70, y - 60), (x + 90, y - 56), (x + 84, y + 124), (x + 60, y + 120)]), fill=STEEL[1])
        body = smooth([(x - 62, y - 104), (x + 20, y - 92), (x + 92, y - 54), (x + 112, y), (x + 92, y + 54), (x + 20, y + 92), (x - 62, y + 104)], True, 0.4)
        contour(sheet, body, width=8)
        sheet.path(body, fill=black[1])
        with sheet.group(clip=body):
            sheet.path(smooth([(x - 80, y - 110), (x + 40, y - 90), (x + 110, y - 30), (x + 40, y - 50), (x - 80, y - 66)], True), fill=black[0])
            sheet.path(smooth([(x - 80, y + 110), (x + 60, y + 90), (x + 120, y), (x + 70, y + 30), (x - 80, y + 50)], True), fill=black[3])
        for dx, w, colour in ((-62, 40, INK), (-64, 32, STEEL[2]), (-70, 10, STEEL[0]), (-54, 8, STEEL[4])):
            sheet.path(ellipse(x + dx, y, w / 2 + 8, 112 if w > 20 else 104), fill=colour)
        sheet.path(ellipse(x - 74, y, 22, 96), fill=INK)
        sheet.path(ellipse(x - 76, y, 19, 90), fill="#f2dfa8")
        sheet.path(ellipse(x - 75, y + 6, 12, 60), fill=TONES["saffron"][1])
        sheet.path(ellipse(x - 76, y + 4, 6, 26), fill="#fffaf0")
        sheet.path("".join(line(x - 58, y + k * 16, x - 46, y + k * 16) for k in range(-6, 7)), stroke=STEEL[4], width=3)
