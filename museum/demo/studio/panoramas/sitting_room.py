"""The sitting room of a Moroccan family abroad, about 1980: banquettes, tea, a brick street in the window."""

from __future__ import annotations

import math
import random

import bpy

from .. import forms, materials
from ..objects import radios, table
from . import Find, Outlook, panorama, room
from . import furniture as fit
from . import sitting_room_prints as prints
from . import sitting_room_things as things
from .furniture import put

WIDE, DEEP, HIGH = 5.0, 4.4, 2.55
SOUTH = ((-WIDE / 2, -DEEP / 2), (WIDE / 2, -DEEP / 2))
EAST = ((WIDE / 2, -DEEP / 2), (WIDE / 2, DEEP / 2))
NORTH = ((WIDE / 2, DEEP / 2), (-WIDE / 2, DEEP / 2))
WEST = ((-WIDE / 2, DEEP / 2), (-WIDE / 2, -DEEP / 2))
WINDOW = (1.65, 0.92, 1.9, 1.35)
DOOR = (0.3, 0.0, 0.86, 2.05)


def _shell(wood, dark) -> None:
    """Floor, ceiling, papered walls, skirting, cornice, window and door."""
    corner, far = (-WIDE / 2, -DEEP / 2), (WIDE / 2, DEEP / 2)
    paper = fit.repeated("sitting-room-wallpaper", prints.wallpaper(), 0.34, 0.9, relief=0.1)
    white = fit.plain("woodwork", "#e4dcc9", 0.4, 0.15, 0.3)
    boards = room.tiling("boards", "#8a6038", "#6d4826", (1.4, 0.11), 0.4, "#2f2013", 0.3)
    room.level("floor", corner, far, boards)
    room.level("ceiling", corner, far, room.plaster("ceiling-plaster", "#efe8da", stained=0.12), HIGH, up=False)
    room.wall("south", *SOUTH, HIGH, paper, [DOOR])
    room.wall("east", *EAST, HIGH, paper, [WINDOW])
    room.wall("north", *NORTH, HIGH, paper)
    room.wall("west", *WEST, HIGH, paper)
    for start, end in (SOUTH, EAST, NORTH, WEST):
        length = math.dist(start, end)
        for low, high, out in ((0.0, 0.1, 0.02), (HIGH - 0.07, 0.07, 0.05)):
            runs = [(0.0, length)] if low or start != SOUTH[0] else [(0.0, DOOR[0]), (DOOR[0] + DOOR[2], length)]
            for begin, stop in runs:
                board = forms.box("skirting", (stop - begin, out, high), white, 0.004, 2)
                room.against([board], start, end, ((begin + stop) / 2, out / 2, low))
    room.window("window", *EAST, WINDOW, white, fit.pane(), (2, 1), 0.12, 0.05)
    sill = forms.box("window-sill", (WINDOW[2] + 0.16, 0.24, 0.03), white, 0.006)
    room.against([sill], *EAST, (WINDOW[0] + WINDOW[2] / 2, 0.0, WINDOW[1] - 0.03))
    forms.box("landing", (1.4, 0.02, 2.4), fit.plain("landing", "#4a4038", 0.9), 0, at=(-1.75, -DEEP / 2 - 0.3, -0.02))
    leaf = put(_door, white, materials.Nodes("door-handle").finish("#c9a968", 0.25, 1.0))
    room.against(leaf, *SOUTH, (DOOR[0] + DOOR[2] / 2, -0.06, 0))
    for x, size in ((-0.04, 0.08), (DOOR[2] - 0.04, 0.08)):
        jamb = forms.box("architrave", (size, 0.03, DOOR[3] + 0.04), white, 0.006)
        room.against([jamb], *SOUTH, (DOOR[0] + x + 0.04, 0.012, 0))
    top = forms.box("architrave", (DOOR[2] + 0.16, 0.03, 0.08), white, 0.006)
    room.against([top], *SOUTH, (DOOR[0] + DOOR[2] / 2, 0.012, DOOR[3]))


def _door(white, brass) -> None:
    """A panelled door, closed."""
    forms.box("door", (DOOR[2], 0.04, DOOR[3]), white, 0.004)
    for x in (-0.2, 0.2):
        for z, tall in ((0.18, 0.62), (0.95, 0.98)):
            forms.box("door-panel", (0.3, 0.02, tall), white, 0.008, 3, (x, -0.016, z))
            forms.box("door-field", (0.24, 0.02, tall - 0.06), white, 0.01, 3, (x, -0.024, z + 0.03))
    forms.box("plate", (0.04, 0.004, 0.2), brass, 0.002, at=(-0.37, -0.021, 0.93))
    forms.tube(
        "handle",
        [(-0.37, -0.02, 1.05), (-0.37, -0.06, 1.05), (-0.33, -0.065, 1.05), (-0.26, -0.065, 1.045)],
        0.009,
        brass,
        10,
    )


def _light() -> None:
    """Grey daylight from the window, a warm lamp on the sideboard and another over the table."""
    room.sky("#aeb7c0", "#d5d8d8", 1.5, seen=1.0, clouds=0.6)
    y = WINDOW[0] + WINDOW[2] / 2 - DEEP / 2
    # inside the curtains: a light behind them would burn them out
    inside = WIDE / 2 - 0.2
    room.soft_light("daylight", (inside, y, 1.62), (0, y, 1.2), (1.8, 1.3), 120.0, (0.84, 0.92, 1.0), glossy=False)
    room.soft_light(
        "street-light", (inside + 1.6, y, 7.5), (inside + 9.5, y, 2.0), (8.0, 3.0), 1600.0, (0.95, 0.97, 1.0)
    )
    bulb = bpy.data.lights.new("table-lamp", "POINT")
    bulb.energy, bulb.color, bulb.shadow_soft_size = 24.0, (1.0, 0.68, 0.38), 0.1
    lit = bpy.data.objects.new("table-lamp", bulb)
    lit.location = (2.05, -1.96, 1.4)
    bpy.context.collection.objects.link(lit)
    room.soft_light("bounce", (0, 0, HIGH - 0.04), (0, 0, 0), (3.4, 3.0), 6.0, (1.0, 0.9, 0.76), glossy=False)


@panorama(
    "panorama-sitting-room",
    seed=61,
    finds=("tea", "radio", "cassettes", "television", "window", "notebook", "bag", "carpet", "geometry"),
    eye=(0.0, -0.25, 1.45),
    facing=0.0,
    outlook=Outlook(yaw=24.0, pitch=-20.0, field=100.0),
    exposure=0.0,
    samples=12,
)
def sitting_room(rng: random.Random) -> list[Find]:
    """Build the sitting room; its window looks to +X, its door is behind."""
    wood = materials.wood("walnut", "#6e4527", "#3c2313")
    veneer = materials.wood("veneer", "#8a5a33", "#54331b")
    dark = fit.plain("dark-wood", "#3a2417", 0.35, 0.3)
    brass = fit.plain("brass", "#c9a968", 0.28, metallic=1.0)
    _shell(wood, dark)
    velvet = fit.repeated(
        "sitting-room-velvet",
        fit.stripes(
            "#7c2730",
            [
                ("#5a1a24", 0, 90),
                ("#d1a75a", 98, 10),
                ("#27406b", 150, 84),
                ("#d1a75a", 276, 10),
                ("#93343a", 330, 120),
            ],
        ),
        0.62,
        0.85,
        0.5,
    )
    starred = fit.repeated("sitting-room-stars", fit.stars("#7c2730", "#d1a75a", "#27406b", "#efe0bd"), 0.21, 0.85, 0.4)
    second = fit.repeated(
        "sitting-room-stars-blue", fit.stars("#1f4a5c", "#e6cf96", "#8c3a30", "#e6cf96"), 0.17, 0.8, 0.3
    )
    plain = fit.plain("cushion-saffron", "#c98f35", 0.85, 0.1)
    fringe = fit.plain("valance", "#b98c46", 0.8, 0.15)
    cushions = (starred, second, plain)
    put(things.banquette, WIDE - 0.02, velvet, fringe, wood, cushions, at=(0, DEEP / 2, 0))
    side = DEEP - things.SEAT - 1.15
    for x, turn in ((-WIDE / 2, 90), (WIDE / 2, -90)):
        put(
            things.banquette,
            side,
            velvet,
            fringe,
            wood,
            cushions,
            at=(x, DEEP / 2 - things.SEAT - side / 2 - 0.01, 0),
            turn=turn,
        )
    carpet = materials.Nodes("carpet")
    colour = carpet.picture(materials.sheet_print("sitting-room-carpet", prints.carpet(), 1400))["Color"]
    carpet.finish(colour, 0.95, 0.0, carpet.bump(carpet.noise(0.006, 2), 0.5, 0.004), Sheen_Weight=0.3)
    forms.thicken(forms.sheet("carpet", (3.2, 2.06), (8, 6), carpet.material), 0.012, 1).location = (0, 0.35, 0.004)
    middle = (0.0, 0.72)
    put(things.tea_table, wood, dark, at=(*middle, 0.012))
    thin, brew = fit.pane("thin-glass", "#fafcfa"), fit.plain("brew", "#b06a1e", 0.1, 0.0)
    for thing in put(things.tea, rng, at=(*middle, 0.45)):
        # refracting glass this small comes out black without caustics
        kind = thing.data.materials[0].name.partition(".")[0]
        if kind in {"tea-glass", "tea"}:
            thing.data.materials[0] = thin if kind == "tea-glass" else brew
    # the south wall: television, sideboard, lamp
    room.against(put(things.television, veneer, dark), *SOUTH, (1.95, 0.02, 0))
    room.against(put(things.sideboard, veneer, dark, brass), *SOUTH, (3.55, 0.02, 0))
    room.against(put(things.lace_mat), *SOUTH, (3.4, 0.02, 0))
    radio = put(radios.radio_cassette, rng)
    room.against(radio, *SOUTH, (3.25, 0.24, 0.787))
    room.against(put(things.cassettes, rng), *SOUTH, (3.72, 0.24, 0.786))
    put(things.table_lamp, at=(2.05, -1.96, 0.78))
    put(fit.clock, "sitting-room-clock", 16.62 % 12, 0.15, brass, at=(0.0, DEEP / 2 - 0.002, 1.98))
    put(fit.framed, "sitting-room-geometry", prints.geometry(), 0.62, 0.62, dark, at=(-1.25, DEEP / 2 - 0.002, 1.6))
    put(
        fit.framed,
        "sitting-room-geometry-small",
        fit.stars("#1f4a5c", "#e6cf96", "#8c3a30", "#efe5cf"),
        0.34,
        0.34,
        dark,
        0.025,
        at=(1.4, DEEP / 2 - 0.002, 1.62),
    )
    # the window: net, curtains, rail, and the street behind
    y = WINDOW[0] + WINDOW[2] / 2 - DEEP / 2
    veil = fit.net("sitting-room-net", prints.lace(), (9, 5))
    put(fit.curtain, 0.98, 1.42, veil, 11, 0.022, "net", at=(WIDE / 2 - 0.07, y + 0.47, 0.9), turn=-90)
    put(fit.curtain, 0.5, 1.42, veil, 6, 0.022, "net", at=(WIDE / 2 - 0.07, y - 0.7, 0.9), turn=-90)
    drape = fit.repeated(
        "sitting-room-drape",
        fit.stripes("#9c6a2e", [("#b98c46", 0, 60), ("#7c4a22", 200, 40), ("#b98c46", 330, 70)]),
        0.5,
        0.85,
        0.3,
    )
    for end in (-1, 1):
        put(fit.curtain, 0.42, 1.9, drape, 5, 0.045, "drape", at=(WIDE / 2 - 0.12, y + end * 1.1, 0.5), turn=-90)
    rail = forms.tube(
        "rail", [(WIDE / 2 - 0.12, y - 1.38, 2.41), (WIDE / 2 - 0.12, y + 1.38, 2.41)], 0.014, brass, 12, steps=1
    )
    rail.name = "rail"
    put(fit.brick_street, at=(WIDE / 2 + 9.5, y, -0.5), turn=-90)
    # on the seats, by the door
    put(things.satchel, at=(-1.62, -0.02, 0.012), turn=70)
    put(things.notebook, at=(-2.08, 0.55, 0.432), turn=72)
    put(things.bag, at=(-2.12, -1.5, 0.0), turn=58)
    put(things.pouf, at=(1.2, -0.2, 0.012))
    put(things.pouf, at=(-0.95, 1.02, 0.012), turn=20)
    put(things.mint, rng, at=(WIDE / 2 + 0.03, y - 0.24, WINDOW[1]))
    platter = table.tray(rng, 0.24)
    forms.moved_together(platter, (0, 0, 0), (90, 0, 0))
    room.against(platter, *SOUTH, (2.75, 0.02, 1.62))
    room.pendant("ceiling-lamp", (0.0, 0.72, HIGH), 0.42, fit.plain("lamp-enamel", "#d9c9a2", 0.4), 14.0, radius=0.2)
    _light()
    return [
        Find("tea", (*middle, 0.55)),
        Find("radio", room.on_wall(*SOUTH, 3.25, 0.9, 0.3)),
        Find("cassettes", room.on_wall(*SOUTH, 3.8, 0.84, 0.24)),
        Find("television", room.on_wall(*SOUTH, 1.95, 0.75, 0.4)),
        Find("window", room.on_wall(*EAST, 2.6, 1.6)),
        Find("notebook", (-2.08, 0.55, 0.45)),
        Find("bag", (-2.12, -1.5, 0.3)),
        Find("carpet", (0.95, 0.75, 0.0)),
        Find("geometry", (-1.25, DEEP / 2, 1.6)),
    ]
