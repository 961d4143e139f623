"""A téléboutique of the 1990s: four booths of wood and glass, a counter with its meter, the street in the door."""

from __future__ import annotations

import math
import random

import bpy

from .. import forms, materials
from ..objects import telephones
from . import Find, Outlook, panorama, room
from . import furniture as fit
from . import telephone_shop_prints as prints
from .furniture import put

WIDE, DEEP, HIGH = 5.6, 5.0, 2.9
SOUTH = ((-WIDE / 2, -DEEP / 2), (WIDE / 2, -DEEP / 2))
EAST = ((WIDE / 2, -DEEP / 2), (WIDE / 2, DEEP / 2))
NORTH = ((WIDE / 2, DEEP / 2), (-WIDE / 2, DEEP / 2))
WEST = ((-WIDE / 2, DEEP / 2), (-WIDE / 2, -DEEP / 2))
#: Along the west wall from its northern end: the shop window, then the door.
SHOP_WINDOW = (1.35, 0.75, 1.75, 1.65)
DOOR = (3.5, 0.0, 1.0, 2.4)
BOOTH, BOOTH_DEEP, BOOTH_HIGH = 0.94, 0.9, 2.12
FIRST = -2 * BOOTH - 0.1


def _printed(name: str, sheet, wide: float, high: float, pixels: int, glow: float = 0.0):
    """A lettered sheet standing upright, its middle at the origin, looking towards -Y."""
    nodes = materials.Nodes(name)
    colour = nodes.picture(prints.rasterised(f"telephone-shop-{name}", sheet, pixels))["Color"]
    shine = {"Emission_Color": colour, "Emission_Strength": glow} if glow else {}
    surface = nodes.finish(colour, 0.45, 0.0, **shine)
    return forms.place(forms.sheet(name, (wide, high), (1, 1), surface), (0, 0, 0), (90, 0, 0))


def _shell(wood) -> None:
    """Tiled floor, walls in two colours, window and door on the street."""
    corner, far = (-WIDE / 2, -DEEP / 2), (WIDE / 2, DEEP / 2)
    paint = room.dado("shop-wall", "#3f7f86", "#efe6d2", 1.15, band="#d8742a", gloss=0.3, stained=0.2)
    tiles = fit.repeated("telephone-shop-tiles", prints.cement_tiles(), 0.4, 0.42)
    room.level("floor", (corner[0] - 3.0, corner[1]), far, tiles)
    room.level("ceiling", corner, far, room.plaster("ceiling", "#f1ece0", stained=0.15), HIGH, up=False)
    for name, (start, end), openings in (
        ("south", SOUTH, []),
        ("east", EAST, []),
        ("north", NORTH, []),
        ("west", WEST, [SHOP_WINDOW, DOOR]),
    ):
        room.wall(name, start, end, HIGH, paint, openings)
    frame = fit.plain("shop-frame", "#2c5f86", 0.35, 0.2)
    room.window("shop-window", *WEST, SHOP_WINDOW, frame, fit.pane("shop-glass"), (2, 1), 0.1, 0.05)
    sill = forms.box("shop-sill", (SHOP_WINDOW[2] + 0.1, 0.3, 0.03), fit.plain("marble", "#d5d0c6", 0.3), 0.005)
    room.against([sill], *WEST, (SHOP_WINDOW[0] + SHOP_WINDOW[2] / 2, 0.0, SHOP_WINDOW[1] - 0.03))
    leaf = put(_street_door, frame)
    forms.moved_together(leaf, (0, 0, 0), (0, 0, 68))
    room.against(leaf, *WEST, (DOOR[0] + DOOR[2] - 0.02, -0.02, 0))


def _street_door(frame) -> None:
    """A glazed door hung at the origin, its leaf towards +X, standing open."""
    brass = fit.plain("door-brass", "#c9a968", 0.3, metallic=1.0)
    wide, tall = DOOR[2] - 0.04, DOOR[3] - 0.03
    for x in (0.05, wide - 0.05):
        forms.box("door-stile", (0.1, 0.045, tall), frame, 0.005, 2, (x, 0, 0.01))
    for z, high in ((0.01, 0.62), (1.5, 0.06), (tall - 0.1, 0.1)):
        forms.box("door-rail", (wide - 0.1, 0.043, high), frame, 0.005, 2, (wide / 2, 0, z))
    forms.box("door-glass", (wide - 0.18, 0.006, tall - 0.7), fit.pane("door-pane"), 0, at=(wide / 2, 0, 0.62))
    forms.tube(
        "door-pull",
        [(wide - 0.05, -0.03, 0.95), (wide - 0.05, -0.08, 1.0), (wide - 0.05, -0.08, 1.2), (wide - 0.05, -0.03, 1.25)],
        0.011,
        brass,
        10,
    )


def _side(x: float, wood, glass) -> None:
    """The wall between two booths, wood below and glass above."""
    forms.box("side", (0.036, BOOTH_DEEP, 1.0), wood, 0.004, 2, (x, -BOOTH_DEEP / 2, 0))
    forms.box("side-glass", (0.008, BOOTH_DEEP - 0.1, BOOTH_HIGH - 1.08), glass, 0, at=(x, -BOOTH_DEEP / 2, 1.0))
    for y in (-0.03, -BOOTH_DEEP + 0.03):
        forms.box("post", (0.05, 0.06, BOOTH_HIGH), wood, 0.004, 2, (x, y, 0))
    forms.box("head-side", (0.04, BOOTH_DEEP, 0.08), wood, 0.004, 2, (x, -BOOTH_DEEP / 2, BOOTH_HIGH - 0.08))


def _booth(wood, dark, glass, brass) -> None:
    """One booth without its telephone and door, its back at y = 0, its front open towards -Y, on its left wall."""
    felt = fit.plain("booth-board", "#cdb083", 0.9, 0.15)
    holes = fit.plain("booth-hole", "#3a2a1b", 0.95)
    _side(-BOOTH / 2, wood, glass)
    forms.box("back", (BOOTH - 0.04, 0.03, BOOTH_HIGH), felt, 0.002, at=(0, -0.016, 0))
    one = None
    for row in range(9):
        for column in range(12):
            at = ((column - 5.5) * 0.07, -0.0315, 1.42 + row * 0.07)
            if one is None:
                one = forms.turned("hole", [(0, 0), (0.011, 0)], holes, 10)
                forms.place(one, at, (90, 0, 0))
            else:
                fit.again([one])[0].location = at
    forms.box("header", (BOOTH, 0.05, 0.26), dark, 0.004, 2, (0, -BOOTH_DEEP + 0.025, BOOTH_HIGH))
    forms.box("roof", (BOOTH, BOOTH_DEEP, 0.03), wood, 0.002, at=(0, -BOOTH_DEEP / 2, BOOTH_HIGH - 0.01))
    forms.box("shelf", (BOOTH - 0.05, 0.4, 0.03), wood, 0.006, 2, (0, -0.22, 0.96))
    forms.box(
        "lamp-box",
        (0.3, 0.12, 0.03),
        room.emitter("booth-lamp", "#ffe3b0", 2.6),
        0.004,
        at=(0, -0.45, BOOTH_HIGH - 0.045),
    )


def _booth_door(wood, glass, brass) -> None:
    """A folding-wide booth door hung at the origin, its leaf towards +X: panel below, glass above."""
    wide, tall = BOOTH - 0.08, BOOTH_HIGH - 0.06
    for x in (0.04, wide - 0.04):
        forms.box("stile", (0.075, 0.036, tall), wood, 0.004, 2, (x, 0, 0.02))
    for z, high in ((0.02, 0.78), (tall - 0.07, 0.09)):
        forms.box("rail", (wide - 0.08, 0.034, high), wood, 0.004, 2, (wide / 2, 0, z))
    forms.box("field", (wide - 0.26, 0.046, 0.52), wood, 0.012, 3, (wide / 2, 0, 0.15))
    forms.box("leaf-glass", (wide - 0.15, 0.006, tall - 0.86), glass, 0, at=(wide / 2, 0, 0.8))
    pull = [
        (wide - 0.04, -0.02, 0.92),
        (wide - 0.04, -0.06, 0.95),
        (wide - 0.04, -0.06, 1.1),
        (wide - 0.04, -0.02, 1.13),
    ]
    forms.tube("pull", pull, 0.009, brass, 10)


def _booths(wood, dark, glass, brass, rng: random.Random) -> None:
    """The row of four booths, the second and the fourth ajar, each with its telephone, stool and number."""
    before = set(forms.meshes())
    _booth(wood, dark, glass, brass)
    shell = [thing for thing in forms.meshes() if thing not in before]
    put(_side, FIRST + 4 * BOOTH, wood, glass, at=(0, DEEP / 2 - 0.01, 0))
    leaf = put(_booth_door, wood, glass, brass)
    phone = put(telephones.telephone, rng)
    for thing in phone:
        forms.applied(thing)
    seat = put(_stool, brass)
    for k in range(4):
        x = FIRST + (k + 0.5) * BOOTH
        make = (lambda things, *where: forms.moved_together(things, *where)) if k == 3 else room.copies
        make(shell, (x, DEEP / 2 - 0.01, 0))
        make(phone, (x, DEEP / 2 - 0.06, 0.99))
        make(seat, (x + 0.08, DEEP / 2 - 0.56, 0), (0, 0, 30 * k))
        opened = (-102.0, 0.0, -3.0, -12.0)[k]
        make(leaf, (x - BOOTH / 2 + 0.04, DEEP / 2 - BOOTH_DEEP + 0.01, 0), (0, 0, opened))
        plate = _printed(f"number-{k + 1}", prints.number(str(k + 1)), 0.25, 0.2, 300)
        plate.location = (x, DEEP / 2 - BOOTH_DEEP - 0.017, BOOTH_HIGH + 0.13)
        lamp = bpy.data.lights.new(f"booth-light-{k}", "POINT")
        lamp.energy, lamp.color, lamp.shadow_soft_size = 26.0, (1.0, 0.82, 0.58), 0.1
        lit = bpy.data.objects.new(f"booth-light-{k}", lamp)
        lit.location = (x, DEEP / 2 - 0.45, BOOTH_HIGH - 0.12)
        bpy.context.collection.objects.link(lit)
    board = _printed("sign", prints.sign(), 2.6, 0.325, 1400)
    board.location = (FIRST + 2 * BOOTH, DEEP / 2 - BOOTH_DEEP + 0.12, BOOTH_HIGH + 0.46)
    back = forms.box("sign-board", (2.64, 0.03, 0.36), dark, 0.005)
    back.location = (FIRST + 2 * BOOTH, DEEP / 2 - BOOTH_DEEP + 0.14, BOOTH_HIGH + 0.28)


def _stool(metal) -> None:
    """A stool: round seat of red leathercloth, four steel legs."""
    cover, steel = fit.plain("stool-cover", "#8c2f2a", 0.4, 0.2), fit.plain("stool-steel", "#a9abab", 0.3, metallic=0.9)
    profile = [(0, 0.42), (0.15, 0.42), (0.165, 0.43), (0.165, 0.455), (0.14, 0.475), (0, 0.48)]
    forms.turned("seat", profile, cover, 40)
    for k in range(4):
        a = math.radians(45 + 90 * k)
        points = [(0.11 * math.cos(a), 0.11 * math.sin(a), 0.43), (0.19 * math.cos(a), 0.19 * math.sin(a), 0)]
        forms.tube("stool-leg", points, 0.011, steel, 8, steps=1)
    ring = [(0.157 * math.cos(a), 0.157 * math.sin(a), 0.18) for a in (math.pi * k / 16 for k in range(32))]
    forms.tube("stool-ring", ring, 0.007, steel, 8, closed=True, steps=1)


def _counter(wood, dark, top) -> None:
    """The counter, 230 × 60 × 104 cm, front towards -Y, panelled, its middle at the origin."""
    forms.box("counter", (2.2, 0.5, 1.0), wood, 0.006, at=(0, 0, 0))
    forms.box("counter-top", (2.3, 0.62, 0.04), top, 0.01, at=(0, -0.02, 1.0))
    for k in range(4):
        forms.box("counter-panel", (0.46, 0.03, 0.72), dark, 0.012, 3, ((k - 1.5) * 0.54, -0.255, 0.16))
    forms.box("plinth", (2.16, 0.46, 0.09), fit.plain("plinth", "#2b221b", 0.6), 0, at=(0, -0.01, 0))


def _meter() -> None:
    """The meter on the counter: a row of lit figures for each booth, towards -Y."""
    case = fit.plain("meter-case", "#c9c3b4", 0.4, 0.15)
    forms.box("meter", (0.44, 0.16, 0.2), case, 0.012, 3)
    forms.box("meter-face", (0.41, 0.01, 0.17), fit.plain("meter-face", "#2a2c2f", 0.3), 0.004, at=(0, -0.08, 0.015))
    for k, figures in enumerate(("1   12.00", "2   00.00", "3   47.50", "4   05.00")):
        shown = _printed(f"meter-{k}", prints.units(figures), 0.18, 0.0405, 300, 1.1)
        shown.location = ((k % 2 - 0.5) * 0.195, -0.0865, 0.135 - (k // 2) * 0.07)


def _bowl(rng: random.Random) -> None:
    """A wooden bowl of change."""
    wood, coin = materials.wood("bowl", "#a87443", "#6d4526"), materials.brass(0.4)
    silver = fit.plain("coin-silver", "#c9c7c0", 0.25, metallic=1.0)
    profile = [(0, 0), (0.05, 0), (0.085, 0.03), (0.095, 0.06), (0.09, 0.06), (0.078, 0.034), (0.045, 0.012), (0, 0.01)]
    forms.turned("bowl", profile, wood, 48)
    kinds = [
        forms.turned("coin", [(0, 0), (0.012, 0), (0.0124, 0.001), (0.012, 0.002), (0, 0.002)], m, 20)
        for m in (coin, silver)
    ]
    for k in range(46):
        angle, reach = rng.uniform(0, 6.3), 0.062 * rng.random() ** 0.5
        thing = kinds[k] if k < 2 else fit.again([kinds[k % 2]])[0]
        turn = (rng.uniform(-25, 25), rng.uniform(-25, 25), 0)
        forms.place(thing, (reach * math.cos(angle), reach * math.sin(angle), 0.022 + k * 0.0005), turn)


def _card_rack(dark) -> None:
    """A board of twelve phone cards for sale, its back at y = 0, its middle at the origin."""
    forms.box("rack", (0.46, 0.02, 0.5), dark, 0.005, at=(0, -0.011, -0.25))
    ledge = fit.plain("rack-ledge", "#d9dad6", 0.3)
    tones = (("#24497f", "#5f86bd", "#e9c46a", "50"), ("#1f6a57", "#6fb39b", "#f0dfb4", "120"))
    tones += (("#8c2f2a", "#d07b5c", "#f0dfb4", "20"), ("#c07a1c", "#e9c46a", "#24497f", "60"))
    for row in range(4):
        forms.box("ledge", (0.43, 0.016, 0.012), ledge, 0.002, at=(0, -0.028, 0.107 - row * 0.115))
        for column in range(3):
            shade = tones[(row + column * 3) % 4]
            face = _printed(f"card-{(row + column * 3) % 4}", prints.card(*shade), 0.115, 0.073, 510)
            face.location = ((column - 1) * 0.138, -0.026, 0.158 - row * 0.115)


def _street() -> None:
    """Across the street: limewashed house fronts with shutters and awnings, their front at y = 0 towards -Y."""
    walls = [room.plaster(f"front-{k}", shade) for k, shade in enumerate(("#e9e0cc", "#dcc9a6", "#e6d8c4"))]
    shutter = [fit.plain(f"shutter-{k}", shade, 0.6) for k, shade in enumerate(("#2f6f86", "#3f7a5a", "#6d4a30"))]
    dark, cloth = fit.plain("shadow", "#2c2a28", 0.8), fit.plain("awning", "#c2643c", 0.9)
    for k in range(6):
        x, tall = (k - 2.5) * 4.0, 5.2 + (k % 3) * 0.6
        forms.box("front", (3.98, 0.5, tall), walls[k % 3], 0.02, at=(x, 0.25, 0))
        forms.box("shop-hole", (2.4, 0.1, 2.3), dark if k % 2 else shutter[k % 3], 0, at=(x, -0.01, 0.02))
        if k % 2:
            forms.place(forms.box("awning", (2.7, 1.2, 0.03), cloth, 0), (x, -0.55, 2.55), (16, 0, 0))
            for c in range(5):
                forms.box("crate", (0.42, 0.4, 0.3), shutter[2], 0.01, at=(x - 0.95 + c * 0.47, -0.35, 0.3))
                forms.box("crate-foot", (0.42, 0.4, 0.3), walls[1], 0.01, at=(x - 0.95 + c * 0.47, -0.35, 0))
        for wx in (-0.9, 0.9):
            forms.box("upper", (0.9, 0.06, 1.5), dark, 0, at=(x + wx, -0.005, 3.4))
            for side in (-1, 1):
                forms.box("leaf", (0.46, 0.05, 1.5), shutter[k % 3], 0.01, at=(x + wx + side * 0.66, -0.03, 3.4))
    forms.box("kerb", (26, 1.6, 0.14), fit.plain("kerb", "#b3a893", 0.8), 0.02, at=(0, -0.8, -0.15))
    forms.box("roadway", (26, 9.0, 0.1), fit.plain("roadway", "#8a8378", 0.8, 0.3, 0.6), 0, at=(0, -6.0, -0.22))


def _light() -> None:
    """Sun from the street, its reflection in the room, a tube overhead."""
    room.sky("#6f9ccb", "#dfe6e8", 0.9, seen=0.95, clouds=0.25)
    room.sun(45.0, 250.0, 12.0, (1.0, 0.88, 0.7), 0.8)
    for opening, power in ((SHOP_WINDOW, 48.0), (DOOR, 30.0)):
        room.window_light("daylight", *WEST, opening, power, (0.95, 0.97, 1.0), 0.5)
    room.strip_light("tube", (0.4, 0.1, HIGH - 0.1), 1.5, 90, 50.0, 4.0)
    room.soft_light(
        "street-light", (-WIDE / 2 - 2.5, 0.2, 8.0), (-WIDE / 2 - 8.5, 0.2, 1.5), (14.0, 2.0), 2600.0, (1.0, 0.93, 0.82)
    )


@panorama(
    "panorama-telephone-shop",
    seed=62,
    finds=("telephone", "booths", "rates", "meter", "cards", "clocks", "calendar", "door"),
    eye=(-0.15, -0.1, 1.6),
    facing=0.0,
    outlook=Outlook(yaw=-12.0, pitch=-5.0, field=94.0),
    exposure=0.0,
    samples=7,
)
def telephone_shop(rng: random.Random) -> list[Find]:
    """Build the shop; the booths stand before one, the street is on the left, the counter on the right."""
    wood = materials.wood("booth-wood", "#94653a", "#5b391d", "Z")
    dark = materials.wood("dark-wood", "#6d4526", "#452a16", "Z")
    brass = fit.plain("brass", "#c9a968", 0.3, metallic=1.0)
    _shell(wood)
    _booths(wood, dark, fit.pane("booth-glass"), brass, rng)
    # the counter on the right, and what stands on it
    put(_counter, wood, dark, fit.plain("counter-top", "#d8cfba", 0.25), at=(1.75, -0.55, 0), turn=-90)
    put(_meter, at=(1.82, -0.1, 1.04), turn=-84)
    put(_bowl, rng, at=(1.62, -0.62, 1.04))
    room.bring("phone-card", (1.58, -0.95, 1.04), (0, 0, -80))
    book = put(fit.panel, "telephone-shop-directory", prints.directory(), 0.36, 0.25, 600, 0.9)
    forms.moved_together(book, (0, 0, 0), (-90, 0, -70))
    forms.moved_together(book, (1.7, -1.3, 1.078))
    pages = forms.box("directory", (0.37, 0.26, 0.036), fit.plain("directory-pages", "#e3d8b0", 0.9), 0.006)
    forms.place(pages, (1.7, -1.3, 1.04), (0, 0, -70))
    # the wall behind it
    wall = EAST
    board = [_printed("rates", prints.rates_board(), 1.2, 1.0, 1200)]
    room.against(board, *wall, (1.95, 0.032, 1.72))
    room.against([forms.box("rates-board", (1.26, 0.028, 1.06), dark, 0.006)], *wall, (1.95, 0.016, 1.19))
    for k, (town, hour) in enumerate((("Rabat", 11.17), ("Paris", 12.17 % 12))):
        dial = put(fit.clock, f"telephone-shop-clock-{k}", hour, 0.15, fit.plain(f"clock-rim-{k}", "#2b2b2d", 0.3))
        room.against(dial, *wall, (1.65 + k * 0.62, 0.002, 2.56))
        room.against(
            [_printed(f"label-{k}", prints.label(town), 0.2, 0.055, 400)], *wall, (1.65 + k * 0.62, 0.006, 2.345)
        )
    room.against(put(_card_rack, dark), *wall, (3.15, 0.002, 1.72))
    shelf = forms.box("shelf", (2.3, 0.24, 0.03), dark, 0.005)
    room.against([shelf], *wall, (2.3, 0.12, 0.94))
    radio = room.bring("transistor-radio")
    if radio:
        room.against(radio, *wall, (2.9, 0.14, 0.97))
    # behind: stools along the wall, calendar
    seats = put(_stool, brass, at=(-1.9, -DEEP / 2 + 0.32, 0))
    for along in (0.62, 1.24):
        room.copies(seats, (along, 0, 0))
    bench = put(_bench, wood, dark)
    room.against(bench, *SOUTH, (3.7, 0.28, 0))
    room.against([_printed("calendar", prints.calendar(), 0.44, 0.66, 600)], *SOUTH, (2.45, 0.006, 1.75))
    poster = put(
        fit.framed, "telephone-shop-stars", fit.stars("#1f3a63", "#d6b365", "#2f6a78", "#f0e7d2"), 0.7, 0.7, dark
    )
    room.against(poster, *SOUTH, (3.7, 0.002, 1.75))
    put(_plant, rng, at=(2.4, 1.35, 0))
    put(_street, at=(-WIDE / 2 - 8.5, 0.2, -0.12), turn=90)
    _light()
    return [
        Find("telephone", (FIRST + 0.5 * BOOTH, DEEP / 2 - 0.15, 1.16)),
        Find("booths", (FIRST + 2.5 * BOOTH, DEEP / 2 - BOOTH_DEEP, BOOTH_HIGH + 0.13)),
        Find("rates", room.on_wall(*EAST, 1.95, 1.72)),
        Find("meter", (1.75, -0.1, 1.16)),
        Find("cards", room.on_wall(*EAST, 3.15, 1.72)),
        Find("clocks", room.on_wall(*EAST, 1.96, 2.56)),
        Find("calendar", room.on_wall(*SOUTH, 2.45, 1.75)),
        Find("door", room.on_wall(*WEST, DOOR[0] + 0.5, 1.5)),
    ]


def _bench(wood, dark) -> None:
    """A slatted bench, 150 cm long, for those who wait."""
    for k in range(4):
        forms.box("slat", (1.5, 0.085, 0.025), wood, 0.006, 2, (0, -0.15 + k * 0.1, 0.43))
    for x in (-0.62, 0.62):
        forms.box("bench-leg", (0.05, 0.38, 0.43), dark, 0.006, 2, (x, 0, 0))


def _plant(rng: random.Random) -> None:
    """A tall plant in an oil tin, long leaves bending over."""
    tin, leaf = fit.plain("tin", "#b3452f", 0.35, 0.25), fit.plain("long-leaf", "#3f7038", 0.4, 0.3, 0.1)
    forms.turned("tin", [(0, 0), (0.13, 0), (0.13, 0.3), (0.122, 0.3), (0.122, 0.27), (0, 0.27)], tin, 40)
    for k in range(22):
        turn, reach, tall = k * 137.5, rng.uniform(0.14, 0.42), rng.uniform(0.45, 0.95)

        def blade(u: float, v: float, reach=reach, tall=tall):
            wide = 0.03 * math.sin(math.pi * min(1.0, v * 0.9 + 0.08)) ** 0.7
            along = reach * v**1.7
            return ((2 * u - 1) * wide, along, 0.26 + tall * math.sin(v * 1.9) / 0.95 + 0.01 * abs(2 * u - 1))

        forms.place(forms.sheet("leaf", (1, 1), (2, 10), leaf, blade), (0, 0, 0), (0, 0, turn))
