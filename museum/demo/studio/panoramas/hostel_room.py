"""A room in a workers' hostel of the 1970s: nine square metres, a bed, a basin, a window on the factory."""

from __future__ import annotations

import math
import random

import bpy

from .. import forms, materials
from ..objects.table import tea_glass, teapot
from . import Find, Outlook, panorama, room

WEST, EAST, NORTH, SOUTH, HIGH = -1.25, 1.25, 2.1, -1.5, 2.5
CORNERS = [(WEST, SOUTH), (EAST, SOUTH), (EAST, NORTH), (WEST, NORTH)]
WINDOW = (0.5, 0.95, 1.5, 1.25)  # in the north wall, counted from its east end
DOOR = (1.45, 0.0, 0.85, 2.05)  # in the south wall, counted from its west end


def _checked(name: str, ground: str, stripe: str, line: str):
    """Blanket wool: broad checks over object metres, with a nap."""
    nodes = materials.Nodes(name)
    parts = nodes.add("ShaderNodeSeparateXYZ", {0: nodes.position()})
    shade = ground
    for axis in (0, 1):
        across = nodes.math("PINGPONG", parts.outputs[axis], 0.16)
        shade = nodes.mix(nodes.math("MULTIPLY", nodes.math("LESS_THAN", across, 0.055), 0.55), shade, stripe)
        shade = nodes.mix(nodes.math("MULTIPLY", nodes.math("GREATER_THAN", across, 0.15), 0.8), shade, line)
    return nodes.finish(
        shade, 0.97, 0.0, nodes.bump(nodes.noise(0.006, 4), 0.6, 0.003), Sheen_Weight=0.5, Sheen_Roughness=0.6
    )


def _bed(rng: random.Random) -> None:
    """An iron bed along the west wall, its head under the window: mattress, sheet, pillow, blanket drawn over."""
    iron = materials.painted("bed-iron", "#566159", "#3a332c", 0.5)
    x, y, wide, long = WEST + 0.5, 0.75, 0.84, 1.94
    for end in (-1, 1):
        high = 0.98 if end > 0 else 0.74
        where = y + end * long / 2
        left, right = x - wide / 2, x + wide / 2
        hoop = [(left, where, 0), (left, where, high - 0.1), (left + 0.1, where, high), (right - 0.1, where, high)]
        forms.tube(f"bed-hoop-{end}", [*hoop, (right, where, high - 0.1), (right, where, 0)], 0.017, iron, 12)
        for k in range(5):
            bar = left + wide * (k + 1) / 6
            forms.tube(f"bed-bar-{end}-{k}", [(bar, where, 0.32), (bar, where, high)], 0.008, iron, 8, steps=1)
    for side in (-1, 1):
        forms.box(f"bed-side-{side}", (0.03, long, 0.05), iron, 0.004, 2, (x + side * wide / 2, y, 0.28))
    linen = room.plain("linen", "#e3ddcf", 0.95, grain=0.008)
    ticking = materials.cloth("ticking", "#d3c9b4", "#6f7f99", 0.02)
    forms.box("mattress", (wide - 0.04, long - 0.06, 0.16), ticking, 0.05, 4, (x, y, 0.33))
    crease = rng.uniform(0, 6)

    def blanket(u: float, v: float):
        across, along = (u - 0.5) * 1.24, -0.92 + v * 1.42
        over = max(0.0, abs(across) - 0.4)
        fall = math.copysign(min(abs(across), 0.4 + 0.3 * min(over, 0.06)), across)
        ripple = 0.006 * math.sin(9 * along + 4 * across + crease) + 0.004 * math.sin(17 * along - crease)
        return (
            fall + math.copysign(0.012 * math.sin(8 * along + crease) * over * 6, across),
            along,
            0.168 - over + ripple,
        )

    wool = _checked("blanket", "#7d3a2c", "#4c2a24", "#d5b178")
    cover = forms.sheet("blanket", (1, 1), (44, 48), wool, blanket)
    forms.place(forms.thicken(cover, 0.012, 1.0), (x, y, 0.335))

    def turned_down(u: float, v: float):
        across = (u - 0.5) * 1.2
        over = max(0.0, abs(across) - 0.41)
        fall = math.copysign(min(abs(across), 0.42), across)
        return (fall, 0.44 + v * 0.22, 0.186 - over + 0.004 * math.sin(20 * v + 5 * across))

    fold = forms.sheet("turned-down", (1, 1), (36, 10), linen, turned_down)
    forms.place(forms.thicken(fold, 0.01, 1.0), (x, y, 0.335))
    pillow = forms.box("pillow", (0.62, 0.4, 0.13), linen, 0.06, 5)
    forms.place(forms.disturb(forms.applied(forms.soften(pillow, 1)), 0.02, 0.18, 4), (x, y + 0.72, 0.49), (12, 0, 2))


def _wardrobe(at: tuple[float, float]) -> float:
    """A plywood wardrobe with two doors; returns its height."""
    board = materials.wood("wardrobe", "#a57d4f", "#7d5935", "Z")
    x, y = at
    wide, deep, high = 0.84, 0.52, 1.78
    forms.box("wardrobe", (wide, deep, high), board, 0.006, 2, (x, y, 0))
    brass = room.plain("wardrobe-handle", "#b59a5e", 0.3, 1.0)
    for side in (-1, 1):
        forms.box(
            f"wardrobe-door-{side}",
            (wide / 2 - 0.012, 0.02, high - 0.12),
            board,
            0.004,
            2,
            (x + side * wide / 4, y + deep / 2 + 0.008, 0.08),
        )
        forms.box(
            f"wardrobe-handle-{side}",
            (0.015, 0.02, 0.1),
            brass,
            0.004,
            2,
            (x + side * 0.04, y + deep / 2 + 0.024, 0.95),
        )
    return high


def _basin(at: tuple[float, float, float]) -> None:
    """A washbasin on the east wall with its tap, pipe, tiles, shelf, mirror and towel."""
    china = room.plain("china", "#e9e7df", 0.12)
    plated = materials.chrome()
    x, y, z = at
    bowl = [
        (0.02, -0.13),
        (0.1, -0.125),
        (0.17, -0.08),
        (0.2, 0.0),
        (0.235, 0.0),
        (0.235, -0.03),
        (0.19, -0.12),
        (0.1, -0.16),
        (0.02, -0.16),
    ]
    basin = forms.turned("basin", bowl, china, 48, closed=True)
    forms.place(basin, (x - 0.25, y, z), scale=(0.9, 1.05, 1.0))
    forms.box("basin-back", (0.1, 0.5, 0.07), china, 0.02, 3, (x - 0.05, y, z - 0.045))
    curve = [(x - 0.05, y, z + 0.02), (x - 0.05, y, z + 0.12), (x - 0.1, y, z + 0.16), (x - 0.17, y, z + 0.12)]
    forms.tube("tap", curve, 0.012, plated, 12)
    forms.place(
        forms.turned("tap-wheel", [(0, 0), (0.024, 0), (0.024, 0.014), (0, 0.02)], plated, 8),
        (x - 0.05, y + 0.09, z + 0.03),
    )
    forms.tube(
        "waste",
        [(x - 0.25, y, z - 0.15), (x - 0.25, y, z - 0.32), (x - 0.12, y, z - 0.36), (x, y, z - 0.34)],
        0.018,
        plated,
        10,
    )
    glass = materials.Nodes("mirror").finish("#d5dbd8", 0.03, 1.0)
    forms.box("mirror", (0.012, 0.36, 0.46), glass, 0.003, 1, (x - 0.012, y, z + 0.42))
    forms.box(
        "mirror-frame",
        (0.008, 0.39, 0.49),
        room.plain("mirror-edge", "#7d7668", 0.4),
        0.003,
        1,
        (x - 0.005, y, z + 0.405),
    )
    forms.box("shelf", (0.11, 0.44, 0.012), china, 0.004, 2, (x - 0.06, y, z + 0.32))
    tumbler = forms.turned(
        "tumbler",
        [(0, 0), (0.03, 0), (0.034, 0.09), (0.031, 0.09), (0.028, 0.005), (0, 0.005)],
        room.plain("tumbler", "#3f7d86", 0.2),
        24,
    )
    forms.place(tumbler, (x - 0.06, y + 0.13, z + 0.332))
    brush = room.plain("brush", "#c2483a", 0.3)
    forms.tube("toothbrush", [(x - 0.06, y + 0.125, z + 0.34), (x - 0.05, y + 0.15, z + 0.5)], 0.005, brush, 6, steps=2)
    forms.box("soap", (0.06, 0.09, 0.03), room.plain("soap", "#c7b25c", 0.4), 0.012, 3, (x - 0.06, y - 0.12, z + 0.332))
    forms.tube("towel-rail", [(x - 0.07, y - 0.62, z + 0.28), (x - 0.07, y - 0.3, z + 0.28)], 0.007, plated, 8, steps=1)
    towel = _checked("towel", "#c9b27e", "#8f4636", "#efe6cf")

    def hang(u: float, v: float):
        down = abs(v - 0.42) * 1.1
        return (
            (-0.012 if v < 0.42 else 0.012) * min(1, down * 9) - 0.014 * math.sin(9 * u) * down,
            (u - 0.5) * 0.27,
            -down,
        )

    forms.place(
        forms.thicken(forms.sheet("towel", (1, 1), (20, 30), towel, hang), 0.005), (x - 0.07, y - 0.46, z + 0.29)
    )


def _table(at: tuple[float, float], rng: random.Random) -> float:
    """A table of steel tube and laminate, and its chair; returns the height of its top."""
    x, y = at
    wide, deep, high = 0.9, 0.56, 0.75
    laminate = room.plain("laminate", "#a9b5a3", 0.3, grain=0.003)
    tube = materials.painted("tube", "#2f2e2c", "#6b655c", 0.4)
    forms.box("table-top", (wide, deep, 0.025), laminate, 0.005, 3, (x, y, high - 0.025))
    for dx in (-1, 1):
        for dy in (-1, 1):
            forms.tube(
                f"table-leg-{dx}-{dy}",
                [(x + dx * 0.4, y + dy * 0.23, high - 0.03), (x + dx * 0.43, y + dy * 0.25, 0)],
                0.013,
                tube,
                10,
                steps=1,
            )
    forms.box("apron", (0.8, 0.02, 0.06), tube, 0.003, 1, (x, y - 0.22, high - 0.085))
    ply = materials.wood("ply", "#b48a58", "#8b6238", "X")
    cx, cy = x + 0.06, y - 0.52
    seat = forms.box("seat", (0.4, 0.38, 0.016), ply, 0.006, 3, (0, 0, 0.45))
    back = forms.place(forms.box("back", (0.4, 0.014, 0.2), ply, 0.006, 3), (0, -0.2, 0.64), (8, 0, 0))
    frame = []
    for side in (-1, 1):
        frame.append(
            forms.tube(
                f"chair-{side}",
                [
                    (side * 0.18, 0.17, 0),
                    (side * 0.17, 0.14, 0.44),
                    (side * 0.17, -0.16, 0.45),
                    (side * 0.17, -0.22, 0.84),
                ],
                0.011,
                tube,
                10,
            )
        )
        frame.append(
            forms.tube(
                f"chair-back-leg-{side}",
                [(side * 0.17, -0.12, 0.44), (side * 0.19, -0.22, 0)],
                0.011,
                tube,
                10,
                steps=1,
            )
        )
    forms.moved_together([seat, back, *frame], (cx, cy, 0), (0, 0, -14))
    return high


def _hotplate(at: tuple[float, float, float]) -> tuple[float, float, float]:
    """A single electric ring on a box by the wall, with its cord; returns where a pot stands on it."""
    x, y, z = at
    enamel = materials.painted("hotplate", "#e0dccf", "#4a423a", 0.5)
    forms.box("hotplate", (0.26, 0.26, 0.075), enamel, 0.02, 3, (x, y, z))
    ring = room.plain("ring", "#221f1d", 0.5, 0.6)
    forms.place(
        forms.turned("ring", [(0, 0), (0.09, 0), (0.09, 0.014), (0.082, 0.024), (0, 0.016)], ring, 40),
        (x, y, z + 0.073),
    )
    forms.place(
        forms.turned("knob", [(0, 0), (0.02, 0), (0.017, 0.02), (0, 0.02)], ring, 16),
        (x - 0.131, y - 0.06, z + 0.038),
        (0, -90, 0),
    )
    forms.tube(
        "cord",
        [
            (x + 0.12, y + 0.05, z + 0.03),
            (x + 0.2, y + 0.12, z + 0.01),
            (x + 0.21, y + 0.1, z - 0.25),
            (x + 0.215, y - 0.05, z - 0.4),
        ],
        0.005,
        ring,
        6,
    )
    return (x, y, z + 0.091)


def _calendar(at: tuple[float, float, float]) -> None:
    """A tear-off wall calendar: a card without a picture and a block of days."""
    card = room.plain("calendar-card", "#2f5a4c", 0.7)
    paper = room.plain("calendar-paper", "#efe8d6", 0.85)
    ink, red = room.plain("calendar-ink", "#26221e", 0.7), room.plain("calendar-red", "#a3352a", 0.7)
    x, y, z = at
    made = [
        forms.box("calendar", (0.26, 0.004, 0.38), card, 0.002, 1, (0, 0, -0.19)),
        forms.box("calendar-block", (0.19, 0.014, 0.22), paper, 0.002, 1, (0, -0.008, -0.15)),
        forms.lettering("year", "1974", 0.045, 0.001, paper, (0, -0.003, 0.11), (90, 0, 0)),
        forms.lettering("month", "AOUT", 0.022, 0.001, red, (0, -0.016, 0.035), (90, 0, 0)),
        forms.lettering("day", "16", 0.08, 0.001, ink, (0, -0.016, -0.075), (90, 0, 0)),
        forms.lettering("weekday", "VENDREDI", 0.017, 0.001, ink, (0, -0.016, -0.125), (90, 0, 0)),
    ]
    forms.moved_together(made, (x, y, z), (0, 0, 90))


def _skyline(rng: random.Random) -> None:
    """The factory beyond the window: sheds with toothed roofs, chimneys, lit panes, dusk haze between the rows."""
    shades = [room.emitter(f"haze-{k}", colour, 0.55) for k, colour in enumerate(("#39434f", "#5a626c", "#848a90"))]
    lit = room.emitter("lit-pane", "#ffc77a", 2.2)
    for row, (distance, tall) in enumerate(((70, -4.5), (120, -1.5), (200, 4))):
        x = -distance
        while x < distance:
            wide = rng.uniform(10, 24)
            high = tall + rng.uniform(-2.0, 2.0)
            if rng.random() < 0.5:
                teeth = [(x, -40)]
                for k in range(4):
                    teeth += [
                        (x + wide * k / 4, high - 1.6),
                        (x + wide * k / 4 + 0.1, high),
                        (x + wide * (k + 1) / 4, high - 1.6),
                    ]
                thing = forms.extruded(f"shed-{row}-{x:.0f}", [*teeth, (x + wide, -40)], 1.0, shades[row])
                forms.place(thing, (0, distance, 0), (90, 0, 0))
            else:
                forms.box(
                    f"block-{row}-{x:.0f}", (wide, 2, high + 40), shades[row], 0, 1, (x + wide / 2, distance, -40)
                )
            if row < 2:
                for k in range(int(wide / 1.6)):
                    if rng.random() < 0.45:
                        forms.box(
                            "lit",
                            (0.9, 0.1, 0.7),
                            lit,
                            0,
                            1,
                            (x + 1 + k * 1.6, distance - 1.6, high - rng.choice((3.0, 5.2))),
                        )
            x += wide + rng.uniform(0, 5)
    for x, distance, high in ((-20, 110, 15), (3, 130, 22), (8.5, 130, 19), (46, 160, 20), (-52, 170, 24)):
        stack = forms.turned(
            f"chimney-{x}", [(1.9, -40), (1.1, high), (1.3, high), (1.3, high + 0.8), (0.9, high + 0.8)], shades[1], 20
        )
        forms.place(stack, (x, distance, 0))


@panorama(
    "panorama-hostel-room",
    seed=43,
    finds=("radio", "suitcase", "prayer-rug", "teapot", "cassette", "calendar", "basin"),
    eye=(0.22, -0.35, 1.6),
    facing=-6,
    outlook=Outlook(yaw=-2, pitch=-15, field=92),
    exposure=0.15,
    samples=7,
)
def hostel_room(rng: random.Random) -> list[Find]:
    """Nine square metres at dusk: blue light from the window over the factory, a lamp over the table."""
    paint = room.dado("room-wall", "#8fa090", "#d8cfb8", 1.25, band="#5d6e60", gloss=0.4, stained=0.35)
    openings = {0: [DOOR], 2: [WINDOW]}
    for k in range(4):
        room.wall(f"wall-{k}", CORNERS[k], CORNERS[(k + 1) % 4], HIGH, paint, openings.get(k, ()), 0.22)
    lino = room.tiling("lino", "#7b5f4a", "#8a7058", (0.3, 0.3), joint="#5e4a3a", gloss=0.28)
    room.level("floor", (WEST, SOUTH), (EAST, NORTH), lino)
    room.level("ceiling", (WEST, SOUTH), (EAST, NORTH), room.plaster("ceiling", "#e2dccb"), HIGH, up=False)
    skirting = room.plain("skirting", "#5c4a39", 0.4)
    for x in (WEST + 0.008, EAST - 0.008):
        forms.box(f"skirting-{x}", (0.016, NORTH - SOUTH, 0.08), skirting, 0.003, 1, (x, (NORTH + SOUTH) / 2, 0))
    white = materials.painted("window-paint", "#e0dacb", "#8a6f50", 0.4)
    start, end = CORNERS[2], CORNERS[3]
    room.window("window", start, end, WINDOW, white, room.pane(dirt=0.08), (2, 1), 0.1)
    forms.box("sill", (1.62, 0.2, 0.035), white, 0.006, 2, (EAST - WINDOW[0] - 0.75, NORTH - 0.02, WINDOW[1] - 0.035))
    room.window_light("dusk", start, end, WINDOW, 80, (0.62, 0.75, 1.0), fall=0.5)
    curtain = materials.cloth("curtain", "#b0793c", "#8c5a2a", 0.004)
    for side in (-1, 1):

        def fall(u: float, v: float, side: int = side):
            return ((u - 0.5) * (0.26 + 0.05 * v) * side, 0.028 * math.sin(30 * u) * (0.6 + 0.4 * v), -v * 1.5)

        middle = EAST - WINDOW[0] - 0.75
        forms.place(
            forms.sheet(f"curtain-{side}", (1, 1), (48, 16), curtain, fall), (middle + side * 0.82, NORTH - 0.07, 2.3)
        )
    forms.tube("curtain-rod", [(-1.15, NORTH - 0.07, 2.31), (1.2, NORTH - 0.07, 2.31)], 0.009, white, 8, steps=1)
    heater = materials.painted("radiator", "#d3cbb7", "#6f5b45", 0.5)
    for k in range(9):
        forms.box(f"rib-{k}", (0.045, 0.11, 0.56), heater, 0.02, 3, (-0.28 + k * 0.056 - 0.2, NORTH - 0.1, 0.14))

    _bed(rng)
    wardrobe = (WEST + 0.45, SOUTH + 0.28)
    top = _wardrobe(wardrobe)
    case = (wardrobe[0], wardrobe[1], top)
    if not room.bring("suitcase", case, (0, 0, 172)):
        forms.box("case", (0.6, 0.38, 0.18), materials.fibreboard(), 0.02, 3, case)
    _basin((EAST, -0.75, 0.84))
    table = (0.72, NORTH - 0.42)
    high = _table(table, rng)
    radio = (table[0] + 0.16, table[1] + 0.1, high)
    if not room.bring("transistor-radio", radio, (0, 0, 24)):
        forms.box("radio", (0.25, 0.07, 0.16), materials.plastic("radio", "#7a2f26"), 0.012, 3, radio)
    cassette = (table[0] - 0.17, table[1] - 0.08, high)
    if not room.bring("cassette-letter", cassette, (0, 0, -12)):
        forms.box("cassette", (0.1, 0.064, 0.012), room.plain("cassette", "#c9c2b2", 0.4), 0.003, 2, cassette)
    paper = room.plain("letter", "#ece5d2", 0.9)
    for k, (dx, dy, turn) in enumerate(((-0.02, -0.12, 8), (-0.03, -0.115, 3))):
        forms.place(
            forms.box(f"letter-{k}", (0.148, 0.21, 0.001), paper, 0, 1),
            (table[0] + dx, table[1] + dy, high + k * 0.0012),
            (0, 0, turn),
        )
    forms.tube(
        "pen",
        [(table[0] + 0.0, table[1] - 0.16, high + 0.007), (table[0] + 0.09, table[1] - 0.06, high + 0.007)],
        0.004,
        room.plain("pen", "#1f3f7a", 0.3),
        8,
        steps=1,
    )
    box = materials.wood("crate", "#a8875a", "#7a5c36", "Y")
    forms.box("crate", (0.36, 0.4, 0.52), box, 0.006, 2, (EAST - 0.2, 0.42, 0))
    pot = _hotplate((EAST - 0.2, 0.42, 0.52))
    forms.moved_together(teapot(rng), pot, (0, 0, 60))
    plank = materials.wood("shelf", "#a57d4f", "#7d5935", "Y")
    forms.box("glass-shelf", (0.2, 0.8, 0.02), plank, 0.004, 2, (EAST - 0.1, 0.5, 1.34))
    for k, colour in enumerate(("#2f7d5b", "#8a2f2a", "#d9cfae")):
        forms.moved_together(tea_glass(rng, colour), (EAST - 0.1, 0.3 + k * 0.1, 1.36))
    tin = forms.turned(
        "tin",
        [(0, 0), (0.05, 0), (0.05, 0.13), (0.052, 0.13), (0.052, 0.145), (0, 0.147)],
        room.plain("tin", "#2f5a4c", 0.35),
        32,
    )
    forms.place(tin, (EAST - 0.1, 0.68, 1.36))
    sugar = room.plain("sugar", "#5a6d9c", 0.9)
    forms.place(
        forms.turned("sugar-loaf", [(0, 0), (0.055, 0), (0.03, 0.2), (0.012, 0.25), (0, 0.252)], sugar, 24),
        (EAST - 0.1, 0.82, 1.36),
    )
    rug = (WEST + 0.52, 0.05, 0.535)
    pile = _checked("rug", "#27446e", "#8a2f2a", "#d9b566")
    for k in range(4):
        layer = forms.box(
            f"rug-{k}",
            (0.36 - 0.006 * k, 0.31 - 0.008 * k, 0.024),
            pile,
            0.008,
            3,
            (rug[0], rug[1], rug[2] + 0.024 * k - 0.02),
        )
        layer.rotation_euler.z = 0.16 + 0.02 * (k % 2)
    calendar = (WEST + 0.004, 0.95, 1.72)
    _calendar(calendar)
    jacket = room.plain("jacket", "#40506e", 0.95, grain=0.004)
    coat = forms.sheet(
        "jacket",
        (1, 1),
        (34, 18),
        jacket,
        lambda u, v: (
            (0.05 + 0.17 * min(1, v * 5) + 0.03 * v) * math.cos(6.283 * u) * (1 + 0.08 * v * math.sin(31 * u)),
            (0.05 + 0.04 * v) * math.sin(6.283 * u),
            -0.8 * v,
        ),
    )
    forms.place(forms.disturb(coat, 0.02, 0.13, 5, False), (0.02, SOUTH + 0.09, 1.72))
    forms.box("hook-rail", (0.5, 0.02, 0.08), box, 0.004, 2, (-0.1, SOUTH + 0.012, 1.7))
    leaf = room.plain("door", "#7f8f80", 0.4)
    door = WEST + DOOR[0] + DOOR[2] / 2
    forms.box("door", (DOOR[2] - 0.01, 0.045, DOOR[3] - 0.01), leaf, 0.004, 2, (door, SOUTH - 0.05, 0.005))
    forms.box("door-handle", (0.11, 0.04, 0.016), materials.chrome(), 0.006, 2, (door - 0.31, SOUTH + 0.0, 1.03))
    room.pendant(
        "lamp", (0.42, 1.15, HIGH), 0.42, materials.painted("shade", "#d9cba6", gloss=0.3), 48, (1.0, 0.76, 0.48), 0.19
    )
    room.soft_light("bounce", (0.1, -0.6, HIGH - 0.03), (0.1, -0.6, 0), (1.2, 1.2), 5, (1.0, 0.85, 0.66), glossy=False)
    _skyline(rng)
    room.sky("#44608f", "#e2a779", 0.3, 0.75, 0.25)
    bpy.context.view_layer.update()
    return [
        Find("radio", (radio[0], radio[1], radio[2] + 0.09)),
        Find("suitcase", (case[0], case[1], case[2] + 0.12)),
        Find("prayer-rug", (rug[0], rug[1], rug[2] + 0.05)),
        Find("teapot", (pot[0], pot[1], pot[2] + 0.09)),
        Find("cassette", cassette),
        Find("calendar", calendar),
        Find("basin", (EAST - 0.25, -0.75, 0.84)),
    ]
