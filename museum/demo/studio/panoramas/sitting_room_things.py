"""What stands in the sitting room: banquettes, table and tea, sideboard, television, satchel, bag."""

from __future__ import annotations

import math
import random

from .. import forms, materials
from ..objects import table
from . import furniture as fit
from . import sitting_room_prints as prints
from .furniture import put

SEAT = 0.7


def banquette(length: float, cloth, valance, wood, cushions) -> None:
    """A banquette ``length`` metres long, its back at y = 0, looking towards -Y: a chest, a mattress, a row of back
    cushions in ``cushions``."""
    forms.box("base", (length, SEAT - 0.06, 0.2), wood, 0.008, at=(0, -SEAT / 2 + 0.01, 0))
    seat = forms.box("mattress", (length, SEAT, 0.23), cloth, 0.055, 5, at=(0, -SEAT / 2, 0.2))
    seat.name = "mattress"
    forms.place(forms.sheet("valance", (length, 0.16), (1, 1), valance), (0, -SEAT + 0.026, 0.12), (90, 0, 0))
    strip = forms.meshes()[-1]
    for loop in strip.data.uv_layers.active.data:
        loop.uv = (loop.uv[0] * length, loop.uv[1] * 0.16)
    for side in (0, 1):
        forms.tube(
            "piping",
            [
                (-length / 2 + 0.03, -SEAT + 0.006, 0.212 + side * 0.208),
                (length / 2 - 0.03, -SEAT + 0.006, 0.212 + side * 0.208),
            ],
            0.007,
            valance,
            6,
            steps=1,
        )
    count = max(1, round(length / 0.66))
    for k in range(count):
        x = (k + 0.5) * length / count - length / 2
        fit.cushion("back-cushion", length / count - 0.015, 0.42, 0.17, cushions[0], 14, (x, -0.17, 0.44))
    for k, (x, turn) in enumerate(((-length * 0.38, 9), (length * 0.36, -12))):
        put(fit.cushion, "small-cushion", 0.42, 0.34, 0.14, cushions[1 + k % 2], 26, at=(x, -0.36, 0.44), turn=turn)


def tea_table(wood, dark) -> None:
    """A low round table, 90 cm across, on a turned foot."""
    profile = [(0, 0.4), (0.42, 0.4), (0.445, 0.405), (0.45, 0.418), (0.445, 0.43), (0.43, 0.432), (0, 0.432)]
    forms.turned("table-top", profile, wood, 96)
    forms.turned("table-edge", [(0.36, 0.34), (0.39, 0.345), (0.39, 0.4), (0.36, 0.4)], dark, 64)
    for k in range(6):
        angle = math.radians(60 * k + 30)
        leg = [(0.022, 0), (0.03, 0.04), (0.02, 0.1), (0.032, 0.2), (0.022, 0.3), (0.03, 0.36)]
        forms.place(forms.turned("leg", leg, dark, 16), (0.35 * math.cos(angle), 0.35 * math.sin(angle), 0))


def tea(rng: random.Random) -> None:
    """Tray, teapot and six glasses, standing on z = 0; two glasses are full, one of them has left the tray."""
    table.tray(rng, 0.23)
    forms.moved_together(table.teapot(rng), (0.0, 0.06, 0.0042), (0, 0, -24))
    colours = ("#2f7d5b", "#a83a32", "#2b4f8c")
    for k, angle in enumerate((188, 222, 258, 296, 334)):
        at = (0.165 * math.cos(math.radians(angle)), 0.16 * math.sin(math.radians(angle)), 0.0042)
        forms.moved_together(table.tea_glass(rng, colours[k % 3], 0.75 if k == 1 else 0.0), at)
    forms.moved_together(table.tea_glass(rng, colours[2], 0.7), (0.31, -0.16, -0.006))


def mint(rng: random.Random) -> None:
    """Mint growing in a clay pot."""
    clay, soil = fit.plain("clay-pot", "#a8603a", 0.8, 0.2), fit.plain("soil", "#2e2219", 0.95)
    stalk, leaf = fit.plain("mint-stalk", "#5d7a3a", 0.7), fit.plain("mint-leaf", "#4f8a3c", 0.6, 0.3, 0.02)
    forms.turned(
        "clay-pot", [(0, 0), (0.055, 0), (0.075, 0.11), (0.084, 0.112), (0.084, 0.14), (0.076, 0.14)], clay, 40
    )
    forms.turned("soil", [(0.076, 0.128), (0, 0.128)], soil, 24)
    blade = None
    for _ in range(16):
        x, y, lean = rng.uniform(-0.04, 0.04), rng.uniform(-0.04, 0.04), rng.uniform(0.1, 0.22)
        top = (x * 2.6, y * 2.6, 0.13 + lean)
        forms.tube("mint-stalk", [(x, y, 0.12), (x * 1.4, y * 1.4, 0.13 + lean * 0.6), top], 0.0016, stalk, 5, steps=3)
        for step in range(6):
            share = 0.35 + step * 0.12
            at = (x + (top[0] - x) * share, y + (top[1] - y) * share, 0.125 + lean * share)
            if blade is None:

                def lens(u: float, v: float):
                    wide = 0.014 * math.sin(math.pi * min(v + 0.02, 1.0)) ** 0.8
                    return ((2 * u - 1) * wide, v * 0.042, 0.008 * math.sin(v * 3) - 0.006 * abs(2 * u - 1))

                blade = forms.sheet("mint-leaf", (1, 1), (4, 6), leaf, lens)
                other = blade
            else:
                other = fit.again([blade])[0]
            forms.place(other, at, (rng.uniform(-10, 35), 0, rng.uniform(0, 360)), (1.1 - share * 0.4,) * 3)


def pouf() -> None:
    """A round leather pouffe with a stitched star on its top."""
    hide, pale = fit.plain("pouf-hide", "#8c4a2a", 0.45, 0.3, 0.08), fit.plain("pouf-stitch", "#d9b981", 0.6)
    side = [(0.0, 0.0), (0.2, 0.0), (0.255, 0.05), (0.275, 0.13), (0.262, 0.2), (0.215, 0.255), (0.1, 0.285), (0, 0.29)]
    forms.soften(forms.turned("pouf", side, hide, 32), 1)
    for k in range(8):
        angle = 2 * math.pi * k / 8
        points = [(0.0, 0.0, 0.292), (0.1 * math.cos(angle), 0.1 * math.sin(angle), 0.287)]
        points += [
            (0.21 * math.cos(angle), 0.21 * math.sin(angle), 0.259),
            (0.268 * math.cos(angle), 0.268 * math.sin(angle), 0.16),
        ]
        forms.tube("pouf-seam", points, 0.004, pale, 6, steps=5)
    for radius, height in ((0.1, 0.288), (0.205, 0.262)):
        ring = [(radius * math.cos(a), radius * math.sin(a), height) for a in (math.pi * k / 16 for k in range(32))]
        forms.tube("pouf-ring", ring, 0.004, pale, 6, closed=True, steps=1)


def sideboard(wood, dark, brass) -> None:
    """A low sideboard, 170 × 45 × 78 cm, its back at y = 0."""
    forms.box("carcass", (1.7, 0.44, 0.6), wood, 0.006, at=(0, -0.22, 0.16))
    forms.box("top", (1.74, 0.46, 0.025), wood, 0.006, at=(0, -0.23, 0.755))
    for k in range(4):
        x = (k - 1.5) * 0.415
        forms.box("door", (0.4, 0.02, 0.54), dark if k in (0, 3) else wood, 0.006, at=(x, -0.445, 0.19))
        knob = forms.turned(
            "knob", [(0, 0), (0.006, 0), (0.005, 0.012), (0.012, 0.018), (0.01, 0.026), (0, 0.028)], brass, 20
        )
        forms.place(knob, (x + (0.15 if k % 2 == 0 else -0.15), -0.456, 0.5), (90, 0, 0))
    for x in (-0.76, 0.76):
        for y in (-0.06, -0.38):
            forms.turned("foot", [(0.014, 0), (0.026, 0.16)], dark, 16).location = (x, y, 0)


def lace_mat() -> None:
    """A crocheted mat lying on the sideboard, its front edge hanging over."""
    nodes = materials.Nodes("lace")
    cover = nodes.picture(materials.sheet_print("sitting-room-lace", prints.lace(), 900))["Color"]
    surface = nodes.finish("#f1ebdd", 0.95, 0.0, Alpha=cover)

    def lie(u: float, v: float):
        along = v * 0.56
        if along < 0.14:
            return ((u - 0.5) * 1.2, -0.468 - 0.004 * math.sin(u * 40), 0.787 - (0.14 - along))
        return ((u - 0.5) * 1.2, -0.466 + (along - 0.14), 0.784)

    forms.sheet("lace", (1, 1), (60, 24), surface, lie)


def cassettes(rng: random.Random) -> None:
    """A pile of cassettes in their boxes, and two out of them."""
    tones = ("#b5482f", "#e0bb66", "#2f6a78", "#efe5cf", "#27365f", "#7a4b6a", "#3d7355")
    for k in range(7):
        tone = fit.plain(f"cassette-{k}", tones[k], 0.35)
        box = forms.box(
            "cassette-box", (0.109, 0.069, 0.016), tone, 0.002, at=(rng.uniform(-0.006, 0.006), 0, k * 0.0166)
        )
        box.rotation_euler[2] = rng.uniform(-0.14, 0.14)
    shell, label = fit.plain("cassette-shell", "#2a2a2c", 0.35), fit.plain("cassette-label", "#efe5cf", 0.7)
    hole = fit.plain("cassette-hole", "#d8d2c4", 0.5)
    for x, turn in ((0.19, 18), (0.3, -32)):

        def cassette() -> None:
            forms.box("cassette", (0.1, 0.064, 0.012), shell, 0.002, at=(0, 0, 0))
            forms.box("label", (0.088, 0.036, 0.0006), label, 0, at=(0, 0.006, 0.012))
            for side in (-1, 1):
                forms.turned("hub", [(0, 0.0128), (0.006, 0.0128)], hole, 16).location = (side * 0.021, 0.004, 0)

        put(cassette, at=(x, -0.03, 0), turn=turn)


def television(wood, dark) -> None:
    """A television of the 1970s in a veneered case, 68 × 50 × 44 cm, on four splayed legs, its back at y = 0."""
    screen = fit.plain("screen", "#2b332f", 0.08, 0.0)
    cream, chrome = fit.plain("tv-front", "#d9cfb8", 0.4), fit.plain("tv-chrome", "#bfc1c1", 0.25, metallic=1.0)
    forms.box("case", (0.7, 0.4, 0.5), wood, 0.012, 4, at=(0, -0.24, 0.46))
    forms.box("hood", (0.5, 0.12, 0.36), dark, 0.03, at=(0, -0.04, 0.53))
    forms.box("mask", (0.67, 0.01, 0.47), cream, 0.02, at=(0, -0.443, 0.475))

    def bulge(u: float, v: float):
        a, b = 2 * u - 1, 2 * v - 1
        x, z = a * (1 - 0.035 * b * b) * 0.235, b * (1 - 0.04 * a * a) * 0.185
        return (x, -0.022 * (1 - (a * a + b * b) / 2), z)

    forms.sheet("tube", (1, 1), (24, 18), screen, bulge).location = (-0.075, -0.452, 0.715)
    forms.box("panel", (0.13, 0.008, 0.42), dark, 0.004, at=(0.255, -0.446, 0.5))
    for z, r in ((0.86, 0.028), (0.78, 0.028)):
        knob = forms.turned("knob", [(r, 0), (r * 0.9, 0.02), (r * 0.3, 0.022), (0, 0.022)], chrome, 28)
        forms.place(knob, (0.255, -0.45, z), (90, 0, 0))
    for k in range(9):
        forms.box("slat", (0.1, 0.006, 0.008), cream, 0, at=(0.255, -0.452, 0.53 + k * 0.021))
    for x, y in ((-0.28, -0.1), (0.28, -0.1), (-0.28, -0.38), (0.28, -0.38)):
        forms.tube(
            "leg",
            [(x, y, 0.47), (x * 1.18, y - 0.02 if y < -0.2 else y, 0.0)],
            lambda t: 0.02 - 0.008 * t,
            dark,
            12,
            steps=1,
        )
    forms.turned("aerial-foot", [(0, 0), (0.05, 0), (0.04, 0.03), (0, 0.035)], dark, 24).location = (0.05, -0.22, 0.96)
    for lean in (-0.22, 0.26):
        forms.tube("aerial", [(0.05, -0.22, 0.99), (0.05 + lean, -0.2, 1.48)], 0.003, chrome, 8, steps=1)


def table_lamp() -> None:
    """A turned lamp with a pleated cloth shade, lit."""
    ceramic = fit.plain("lamp-ceramic", "#2f6a5a", 0.2, 0.2)
    shape = [
        (0, 0),
        (0.07, 0),
        (0.075, 0.012),
        (0.05, 0.03),
        (0.085, 0.11),
        (0.07, 0.19),
        (0.028, 0.24),
        (0.02, 0.3),
        (0, 0.3),
    ]
    forms.turned("lamp-foot", shape, ceramic, 48)
    nodes = materials.Nodes("lamp-shade")
    nodes.finish("#e6bf83", 0.9, 0.0, Emission_Color=materials.linear("#f0a95c"), Emission_Strength=1.25)
    count = 96
    profile = [(0.17, 0.27), (0.105, 0.5)]
    shade = forms.turned("shade", profile, nodes.material, count)
    for vertex in shade.data.vertices:
        if vertex.index % 2:
            vertex.co.x *= 0.965
            vertex.co.y *= 0.965


def satchel() -> None:
    """A child's school satchel of tan leathercloth, 36 × 28 × 11 cm, with a flap and two buckles, standing at the origin."""
    hide, strap = fit.plain("satchel-hide", "#8a5a32", 0.5, 0.35, 0.06), fit.plain("satchel-strap", "#4f3120", 0.5)
    brass = fit.plain("satchel-brass", "#c9a968", 0.3, metallic=1.0)
    forms.box("satchel", (0.36, 0.11, 0.27), hide, 0.02, 4, at=(0, 0, 0))

    def flap(u: float, v: float):
        x = (u - 0.5) * (0.368 - 0.03 * max(0.0, 0.35 - v) ** 1.0)
        if v > 0.62:
            return (x, 0.06 - (1 - v) / 0.38 * 0.12, 0.276 - 0.006 * abs(u - 0.5))
        return (x, -0.062 - 0.006 * math.sin(v * 5), 0.276 - (0.62 - v) * 0.3)

    forms.thicken(forms.sheet("flap", (1, 1), (12, 20), hide, flap), 0.004, 1)
    for x in (-0.1, 0.1):
        forms.box("strap", (0.026, 0.005, 0.16), strap, 0.002, at=(x, -0.071, 0.05))
        forms.box("buckle", (0.036, 0.006, 0.03), brass, 0.003, at=(x, -0.074, 0.085))
        forms.tube(
            "shoulder-strap",
            [(x, 0.056, 0.25), (x * 1.2, 0.1, 0.2), (x * 1.2, 0.1, 0.08), (x, 0.056, 0.03)],
            0.012,
            strap,
            8,
            flatten=0.25,
        )
    forms.tube("grip", [(-0.05, 0, 0.28), (-0.035, 0, 0.31), (0.035, 0, 0.31), (0.05, 0, 0.28)], 0.007, strap, 10)


def notebook() -> None:
    """An exercise book lying open, a pencil on it."""
    nodes = materials.Nodes("exercise-book")
    colour = nodes.picture(materials.sheet_print("sitting-room-notebook", prints.page(), 900))["Color"]

    def open_pages(u: float, v: float):
        x = (u - 0.5) * 0.34
        return (x, (v - 0.5) * 0.22, 0.004 + 0.016 * math.exp(-((abs(x) - 0.04) ** 2) / 0.0018) * min(1, abs(x) / 0.02))

    forms.thicken(forms.sheet("notebook", (1, 1), (32, 2), nodes.finish(colour, 0.85), open_pages), 0.003, -1)
    pencil = forms.tube(
        "pencil", [(0.03, -0.06, 0.016), (0.13, 0.03, 0.014)], 0.004, fit.plain("pencil", "#b5402c", 0.4), 6, steps=1
    )
    pencil.name = "pencil"


def bag() -> None:
    """The plastic-weave bag, packed full, 60 × 50 × 28 cm, zipped and tied."""
    weave = fit.repeated("sitting-room-plaid", prints.plaid(), 0.24, 0.45)
    grip = fit.plain("bag-grip", "#26407c", 0.6)
    body = forms.box("bag", (0.6, 0.28, 0.48), weave, 0.0)
    forms.bevel(body, 0.05, 4)
    forms.soften(body, 2)
    forms.applied(body)
    forms.disturb(body, 0.022, 0.16, 4)
    for y in (-0.13, 0.13):
        forms.tube(
            "grip",
            [(-0.14, y, 0.4), (-0.12, y * 0.9, 0.56), (0.0, y * 0.6, 0.62), (0.12, y * 0.9, 0.56), (0.14, y, 0.4)],
            0.014,
            grip,
            8,
            flatten=0.3,
        )
    forms.tube(
        "cord",
        [
            (0.0, -0.15, 0.02),
            (0.005, -0.165, 0.25),
            (0.0, -0.12, 0.47),
            (0.0, 0.12, 0.47),
            (0, 0.16, 0.25),
            (0, 0.15, 0.02),
        ],
        0.005,
        fit.plain("cord", "#b09468", 0.8),
        6,
    )
