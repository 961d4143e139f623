"""A loaded car on a coast road, seen from above."""

from __future__ import annotations

import math

from ..registry import plate
from ..svg import TONES, Point, Sheet, ellipse, flecks, gouge, line, polygon, rect, smooth
from .staging import grain, gull, ramp


def course(t: float) -> Point:
    """Middle of the coast road, from the foot of the picture (t = 0) to the top (t = 1)."""
    return 1010 + 330 * math.sin(t * 5.6 + 0.35) * (1 - 0.25 * t) + 150 * t, 1330 - 1420 * t


def offset(t: float, by: float) -> Point:
    """A point `by` pixels to the right of the road's middle."""
    (x0, y0), (x1, y1) = course(t - 0.004), course(t + 0.004)
    reach = math.hypot(x1 - x0, y1 - y0)
    x, y = course(t)
    return x - (y1 - y0) / reach * by, y + (x1 - x0) / reach * by


def depth_line(t: float, by: float) -> Point:
    """A line of equal depth: it follows the cliff close in and forgets its bends farther out."""
    x, y = offset(t, -238)
    keep = math.exp((by + 238) / 190)
    bend = 330 * math.sin(t * 5.6 + 0.35) * (1 - 0.25 * t)
    straight = x - bend * (1 - math.exp((by + 238) / 560)) + (by + 238)
    fx, fy = offset(t, by)
    return fx * keep + straight * (1 - keep), fy * keep + y * (1 - keep)


def strip(left: float, right: float, start: float = -0.05, end: float = 1.08, steps: int = 70) -> str:
    """The band between two lines beside the road, as a closed shape."""
    ts = [start + (end - start) * i / steps for i in range(steps + 1)]
    return smooth([offset(t, left) for t in ts]) + "L" + smooth([offset(t, right) for t in ts[::-1]])[1:] + "Z"


def loaded_car(sheet: Sheet, x: float, y: float, turn: float, scale: float) -> None:
    """A saloon from straight above, nose towards the top before it is turned, with a roof rack piled high."""
    with sheet.group(f"translate({x:.1f} {y:.1f}) rotate({turn:.1f}) scale({scale:.3f})"):
        blue = TONES["plaster"]
        for wx in (-44, 36):
            for wy in (-74, 58):
                sheet.path(rect(wx, wy, 9, 28, 3), "#15161b")
        sheet.path(
            "M-40 -92Q-38 -108 0 -110Q38 -108 40 -92L43 -20L42 98Q40 110 0 111Q-40 110 -42 98L-43 -20Z",
            blue[1],
        )
        sheet.path("M8 -110Q38 -108 40 -92L43 -20L42 98Q40 110 8 111Z", blue[2])
        sheet.path("M-33 -50Q0 -64 33 -50L29 -28Q0 -36 -29 -28Z", "#22304a")
        sheet.path("M-30 74Q0 82 30 74L33 92Q0 99 -33 92Z", "#22304a")
        sheet.path(line(-30, -66, -27, -100) + line(30, -66, 27, -100), stroke=blue[4], width=1.6)
        for px in (-35, 24):
            sheet.path(rect(px, -108, 11, 5, 2), "#fff3cf")
            sheet.path(rect(px, 106, 11, 5, 2), "#b7382a")
        for py in (-20, 8, 36, 62):
            sheet.path(rect(-43, py, 86, 3), "#5a5f66")
        sheet.path(
            polygon([(-37, -24), (30, -30), (42, -14), (46, 58), (34, 74), (-34, 70), (-41, 40)]),
            "#131f40",
            opacity=0.55,
        )
        sheet.path(
            polygon([(-37, -28), (34, -30), (39, 22), (37, 68), (-35, 66), (-39, 18)]),
            TONES["indigo"][2],
        )
        sheet.path(polygon([(-37, -28), (0, -29), (-4, 67), (-35, 66), (-39, 18)]), TONES["indigo"][1])
        sheet.path(polygon([(-37, -28), (34, -30), (20, -12), (-24, -12)]), TONES["indigo"][0], opacity=0.6)
        sheet.path(rect(-30, 26, 30, 34, 3), TONES["clay"][2])
        sheet.path(rect(-30, 26, 30, 9, 3), TONES["clay"][1])
        sheet.path(rect(4, -24, 12, 88, 6), TONES["madder"][2])
        sheet.path(rect(4, -24, 5, 88, 3), TONES["madder"][1])
        sheet.path(rect(20, 4, 14, 52, 4), TONES["saffron"][2])
        for py in (-14, 14, 44):
            sheet.path(line(-40, py, 40, py + 4), stroke="#f3ead7", width=2)
        sheet.path(line(-38, -26, 38, 64) + line(36, -26, -36, 64), stroke="#f3ead7", width=1.6)


@plate("scene-road", 2000, 1250, 340)
def road(sheet: Sheet) -> None:
    """Early morning: the shadows still reach across the road."""
    rng = sheet.rng
    sheet.path("M0 0h2000v1250H0Z", "#d9b57a")
    for _ in range(150):  # terraces of the hill to the right, following the road at a distance
        t0, by = rng.uniform(-0.1, 1), rng.uniform(190, 1000)
        ts = [t0 + k * 0.02 for k in range(9)]
        sheet.path(
            smooth([offset(t, by + 26 * math.sin(t * 9)) for t in ts]),
            stroke=rng.choice(("#c0914f", "#ecd09a", "#b07f45", "#e3c184")),
            width=rng.uniform(2, 9),
            opacity=0.7,
        )
    for by, tone in ((420, "#cfa463"), (620, "#bf8d52"), (830, "#a9764a")):
        ts = [-0.1 + k * 0.04 for k in range(32)]
        edge = [offset(t, by + 60 * math.sin(t * 13 + by)) for t in ts]
        sheet.path(smooth(edge) + "L2100 -100L2100 1400Z", tone, opacity=0.5)
    for _ in range(210):  # olive trees, each with its morning shadow
        t, by = rng.uniform(-0.08, 1.05), rng.uniform(150, 1050)
        x, y = offset(t, by)
        r = rng.uniform(10, 22)
        sheet.path(gouge(x + r * 1.5, y + r * 0.55, r * 4, r * 0.95, 20), "#7d5836", opacity=0.7)
        sheet.path(ellipse(x, y, r, r * 0.94), rng.choice(("#2c5a49", "#3a6b52", "#4c7556", "#24503f")))
        sheet.path(ellipse(x - r * 0.25, y - r * 0.28, r * 0.55, r * 0.5), "#7f9c6a")
    for x, y, w, h in (
        (1650, 300, 96, 70),
        (1762, 352, 60, 64),
        (1600, 920, 84, 66),
    ):  # flat roofs with a parapet
        sheet.path(
            polygon(
                [
                    (x + w, y),
                    (x + w + 60, y + 30),
                    (x + w + 60, y + h + 30),
                    (x + 60, y + h + 30),
                    (x, y + h),
                ]
            ),
            "#7a5537",
            opacity=0.75,
        )
        sheet.path(rect(x, y, w, h), "#fbf6ea")
        sheet.path(rect(x + 7, y + 7, w - 14, h - 14), "#e3d6bd")
        sheet.path(
            polygon(
                [
                    (x + 7, y + 7),
                    (x + w - 7, y + 7),
                    (x + w - 7, y + 15),
                    (x + 15, y + 15),
                    (x + 15, y + h - 7),
                    (x + 7, y + h - 7),
                ]
            ),
            "#bfae90",
        )
    tones = ("#0f2148", "#163463", "#1b4f78", "#27728a", "#4d9a9c", "#8fc4b4")
    for i in range(17):  # the sea, from deep water to the foot of the cliffs
        reach = -1450 + 1210 * (i / 16) ** 0.72
        ts = [-0.4 + k * 0.035 for k in range(46)]
        edge = [depth_line(t, reach + (26 + 3 * i) * math.sin(t * 15 + 0.5 * i) + rng.uniform(-8, 8)) for t in ts]
        if i == 0:
            sheet.path(strip(-2600, -238, -0.4), tones[0])
            continue
        sheet.path(
            smooth(edge) + "L" + smooth([offset(t, -236) for t in ts[::-1]])[1:] + "Z",
            ramp(tones, i / 16),
        )
    for _ in range(420):
        t, by = rng.uniform(-0.05, 1.05), rng.uniform(-1500, -300)
        x, y = offset(t, by)
        sheet.path(
            gouge(x, y, rng.uniform(20, 90), rng.uniform(1, 2.6), rng.uniform(-34, -18)),
            "#cfe3dc" if by > -520 else "#4a77a0",
            opacity=0.45,
        )
    for lace, share in ((-300, 0.5), (-276, 0.7), (-248, 1)):
        ts = [-0.2 + k * 0.0085 for k in range(152)]
        edge = [offset(t, lace + 16 * math.sin(t * 31 + lace) + rng.uniform(-12, 12)) for t in ts]
        sheet.path(smooth(edge), stroke="#f7f3e6", width=9 * share, opacity=0.85 * share)
    ts = [-0.2 + k * 0.012 for k in range(108)]
    foot = [offset(t, -222 + rng.uniform(-24, 24)) for t in ts]
    brow = [offset(t, -92 + rng.uniform(-9, 9)) for t in ts]
    sheet.path(polygon(foot + brow[::-1]), "#a65f3f")
    for k in range(len(ts) - 1):  # facets of the cliff
        middle = offset(ts[k], rng.uniform(-170, -120))
        sheet.path(polygon([foot[k], foot[k + 1], middle]), rng.choice(("#74402c", "#5c3124", "#87492f")))
        sheet.path(polygon([brow[k], brow[k + 1], middle]), rng.choice(("#c98a58", "#b9724a", "#d79c66")))
    sheet.path(strip(-98, 112), "#e6c78d")
    sheet.path(strip(-60, 60), "#4b525e")
    sheet.path(strip(0, 60), "#444b57")
    for by in (-53, 53):
        sheet.path(strip(by - 2.2, by + 2.2), "#f7f1e2")
    for k in range(-1, 34):
        sheet.path(strip(-2, 2, k / 32, k / 32 + 0.014, 3), "#f7f1e2")
    for k in range(-2, 120):  # the low white stones along the drop
        x, y = offset(k / 112, -80)
        sheet.path(
            polygon([(x + 5, y + 3), (x + 26, y + 12), (x + 26, y + 18), (x + 5, y + 10)]),
            "#8c6440",
            opacity=0.8,
        )
        sheet.path(ellipse(x, y, 6.5, 5.5), "#fbf6ea")
    t = 0.41
    x, y = offset(t, 27)
    (ax, ay), (bx, by_) = course(t - 0.01), course(t + 0.01)
    turn = math.degrees(math.atan2(by_ - ay, bx - ax)) + 90
    c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    foot_print = [(-22, -56), (24, -56), (24, 58), (-22, 58)]
    spots = [(x + c * px - s * py, y + s * px + c * py) for px, py in foot_print]
    long = [(px + 86, py + 34) for px, py in spots]
    hull = [spots[0], spots[1], long[1], long[2], long[3], spots[3]] if c > 0 else spots + long
    sheet.path(polygon(hull), "#161c2c", opacity=0.72)
    loaded_car(sheet, x, y, turn, 0.56)
    sheet.path(flecks(rng, (0, 0, 2000, 1250), 900, 1, 2.6), "#3b2a1c", opacity=0.16)
    for gx, gy, span in ((420, 420, 74), (520, 500, 46), (330, 860, 60)):
        sheet.path(gull(gx + 60, gy + 70, span * 0.8, 24), "#0b1a38", opacity=0.5)
        sheet.path(gull(gx, gy, span, 24), "#fbf6ea")
    grain(sheet, 2200, strength=0.1)
