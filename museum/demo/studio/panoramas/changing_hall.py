"""The changing hall of a colliery in Nord-Pas-de-Calais: the « salle des pendus », where clothes hang under the roof."""

from __future__ import annotations

import math
import random

import bpy

from .. import forms, materials
from . import Find, Outlook, panorama, room

WEST, EAST, NORTH, SOUTH, ROOF = -6.5, 6.5, 12.0, -6.0, 8.6
CORNERS = [(WEST, SOUTH), (EAST, SOUTH), (EAST, NORTH), (WEST, NORTH)]
ROWS = (-4.7, -1.9, 1.9, 4.7)
FIRST, LAST, STEP = -3.1, 10.0, 0.46
HATCH = (2.4, 0.95, 2.6, 1.25)  # in the south wall, counted from its west end
DOOR = (7.6, 0.0, 1.8, 2.5)


def _folds(name: str, rng: random.Random, outline, depth: float, material) -> bpy.types.Object:
    """A hollow piece of cloth hanging: ``outline`` is a list of (height below the hook, half width); it falls in folds."""
    count = rng.choice((5, 6, 7))
    phase, lean = rng.uniform(0, 6.28), rng.uniform(-0.12, 0.12)
    bottom = outline[-1][0]

    def put(u: float, v: float):
        down = v * bottom
        half = outline[-1][1]
        for (high, wide), (low, wider) in zip(outline, outline[1:], strict=False):
            if down <= low:
                t = (down - high) / (low - high)
                half = wide + (wider - wide) * (3 * t * t - 2 * t**3)
                break
        angle = 2 * math.pi * u
        fold = 1 + (0.08 + 0.22 * v) * math.sin(count * angle + phase + 1.3 * math.sin(3 * v + phase))
        sag = 0.03 * math.sin(2 * angle + phase) * v
        return (
            half * math.cos(angle) * (0.85 + 0.15 * fold) + lean * down * 0.3,
            depth * (0.35 + 0.65 * min(1.0, half / 0.2)) * math.sin(angle) * fold,
            -down + sag,
        )

    piece = forms.sheet(name, (1, 1), (34, 18), material, put)
    return forms.disturb(piece, 0.02, 0.14, rng.randrange(99), along_normal=False)


def _sleeve(name: str, rng: random.Random, side: int, length: float, material) -> bpy.types.Object:
    points = [
        (side * 0.17, 0, -0.16),
        (side * 0.25, rng.uniform(-0.03, 0.03), -0.3),
        (side * rng.uniform(0.22, 0.27), rng.uniform(-0.05, 0.05), -0.3 - length * 0.5),
        (side * rng.uniform(0.19, 0.25), rng.uniform(-0.07, 0.05), -0.3 - length),
    ]
    piece = forms.tube(name, points, lambda t: 0.07 - 0.012 * t, material, 10, steps=5, flatten=0.6)
    return forms.disturb(piece, 0.03, 0.09, rng.randrange(99))


def _bundles(rng: random.Random) -> list[list[bpy.types.Object]]:
    """Six hangings of clothes below a hook at the origin, made once and hung many times."""
    blue = room.plain("work-blue", "#4c5f7e", 0.95, vary=0.35, grain=0.004)
    grey = room.plain("work-grey", "#8a8983", 0.95, vary=0.35, grain=0.004)
    brown = room.plain("coat-brown", "#80664a", 0.95, vary=0.35, grain=0.005)
    pale = room.plain("shirt", "#b9b2a2", 0.95, vary=0.45, grain=0.004)
    towel = room.plain("towel", "#c4b79c", 0.98, vary=0.35, grain=0.006)
    madder = room.plain("jumper", "#8f4636", 0.98, vary=0.4, grain=0.006)
    black = room.plain("boots", "#2b2621", 0.5, vary=0.2)
    shell = room.plain("shell", "#c9c2b0", 0.4, vary=0.5)
    hook = room.plain("hook", "#5c5a55", 0.4, 1.0)
    jacket = [(0.0, 0.02), (0.06, 0.05), (0.16, 0.21), (0.45, 0.22), (0.82, 0.25)]
    trousers = [(0.0, 0.02), (0.08, 0.1), (0.2, 0.17), (0.7, 0.15), (1.12, 0.13)]
    coat = [(0.0, 0.02), (0.06, 0.05), (0.17, 0.23), (0.6, 0.24), (1.2, 0.31)]
    cloth = [(0.0, 0.015), (0.1, 0.06), (0.35, 0.13), (0.75, 0.16)]
    plans = [
        ((jacket, blue, True), (trousers, grey, False)),
        ((coat, brown, True), (cloth, towel, False)),
        ((trousers, blue, False), (jacket, pale, True)),
        ((jacket, grey, True), (cloth, madder, False), (cloth, towel, False)),
        ((coat, grey, True), (trousers, brown, False)),
        ((jacket, madder, True), (trousers, blue, False), (cloth, pale, False)),
    ]
    made = []
    for number, plan in enumerate(plans):
        pieces = []
        for k, (outline, material, sleeves) in enumerate(plan):
            name = f"bundle-{number}-{k}"
            parts = [_folds(name, rng, outline, 0.11, material)]
            if sleeves:
                parts += [_sleeve(f"{name}-sleeve-{side}", rng, side, 0.42, material) for side in (-1, 1)]
            away = (k - 0.5) * 0.15
            forms.moved_together(parts, (rng.uniform(-0.03, 0.03), away, -0.04 * k), (0, 0, rng.uniform(-35, 35)))
            pieces += parts
        if number in (0, 3, 4):
            pieces += _boots(number, black)
        if number in (1, 3, 5):
            profile = [(0.155, 0), (0.14, 0.012), (0.125, 0.02), (0.115, 0.08), (0.08, 0.12), (0.03, 0.135), (0, 0.137)]
            helmet = forms.turned(f"hung-helmet-{number}", profile, shell, 28)
            pieces.append(forms.place(helmet, (0.16, -0.14, -0.2), (70, 20, 0)))
        for turn in (0, 120, 240):
            curved = [(0, 0, 0.12), (0, 0, 0.0), (0.05, 0, -0.05), (0.1, 0, -0.02), (0.11, 0, 0.03)]
            hanger = forms.tube(f"hook-{number}-{turn}", curved, 0.005, hook, 5, steps=4)
            pieces.append(forms.place(hanger, turn=(0, 0, turn)))
        made.append(pieces)
    return made


def _boots(number: int, material) -> list[bpy.types.Object]:
    made = []
    made.append(
        forms.tube(f"laces-{number}", [(0, 0.02, -0.4), (0.01, 0.1, -0.9), (0, 0.12, -1.16)], 0.004, material, 5)
    )
    for side in (-1, 1):
        leg = [(0.0, 0.0), (0.05, 0.0), (0.055, 0.03), (0.045, 0.1), (0.052, 0.24), (0.046, 0.24), (0.0, 0.2)]
        shaft = forms.turned(f"boot-{number}-{side}", leg, material, 16)
        foot = forms.box(f"foot-{number}-{side}", (0.09, 0.2, 0.075), material, 0.03, 3, (0, -0.07, 0))
        made += forms.moved_together(
            [shaft, forms.applied(foot)], (side * 0.07, 0.12, -1.35 - 0.03 * side), (25, 0, side * 30)
        )
    return made


def _chain(length: float, material) -> bpy.types.Object:
    """``length`` metres of chain hanging down from the origin, its links turned crosswise one after the other."""
    link = [
        (0, 0, 0.022),
        (0.009, 0, 0.012),
        (0.009, 0, -0.012),
        (0, 0, -0.022),
        (-0.009, 0, -0.012),
        (-0.009, 0, 0.012),
    ]
    pattern = forms.tube("link", link, 0.0032, material, 4, closed=True, steps=1)
    count = int(length / 0.036)
    vertices, faces = [], []
    for k in range(count):
        offset = len(vertices)
        for vertex in pattern.data.vertices:
            x, y, z = vertex.co
            if k % 2:
                x, y = y, x
            vertices.append((x, y, z - 0.02 - 0.036 * k))
        faces += [[offset + index for index in face.vertices] for face in pattern.data.polygons]
    mesh = bpy.data.meshes.new("chain")
    mesh.from_pydata(vertices, [], faces)
    mesh.materials.append(material)
    mesh.shade_smooth()
    bpy.data.objects.remove(pattern)
    made = bpy.data.objects.new("chain", mesh)
    bpy.context.collection.objects.link(made)
    return made


def _bench(x: float, timber, iron) -> None:
    """A double bench along the hall with its rail of numbers in the middle."""
    long = LAST - FIRST + 0.6
    middle = (FIRST + LAST) / 2
    for side in (-1, 1):
        for k in range(3):
            forms.box(
                f"slat-{x}-{side}-{k}",
                (0.105, long, 0.03),
                timber,
                0.006,
                2,
                (x + side * (0.15 + 0.12 * k), middle, 0.43),
            )
        forms.box(f"edge-{x}-{side}", (0.03, long, 0.05), iron, 0.003, 1, (x + side * 0.38, middle, 0.38))
    for height in (0.95, 1.42):
        forms.box(f"rail-{x}-{height}", (0.045, long, 0.045), iron, 0.004, 1, (x, middle, height))
    y = FIRST - 0.25
    while y <= LAST + 0.3:
        forms.box(f"post-{x}-{y:.1f}", (0.05, 0.05, 1.45), iron, 0.004, 1, (x, y, 0))
        for side in (-1, 1):
            forms.box(f"leg-{x}-{y:.1f}-{side}", (0.04, 0.04, 0.4), iron, 0.003, 1, (x + side * 0.34, y, 0))
            forms.box(f"arm-{x}-{y:.1f}-{side}", (0.36, 0.04, 0.04), iron, 0.003, 1, (x + side * 0.19, y, 0.39))
        y += 1.9


def _hatch(rng: random.Random) -> tuple[tuple, tuple]:
    """The lamp room behind its counter: shelves of lamps, a board of tokens; returns where a lamp and the board are."""
    timber = materials.wood("counter", "#7a5a38", "#46301b")
    dark = room.plain("lamp-room", "#6d6250", 0.9)
    along, sill, wide, tall = HATCH
    left = WEST + along
    middle = left + wide / 2
    forms.box("counter", (wide + 0.3, 0.62, 0.06), timber, 0.01, 2, (middle, SOUTH - 0.05, sill - 0.03))
    for x in (left - 0.05, left + wide + 0.05):
        forms.box(f"surround-{x:.1f}", (0.1, 0.1, tall + 0.1), timber, 0.008, 2, (x, SOUTH + 0.03, sill + 0.03))
    forms.box("lintel", (wide + 0.2, 0.1, 0.12), timber, 0.008, 2, (middle, SOUTH + 0.03, sill + tall + 0.02))
    sign = room.plain("sign", "#e9e2cf", 0.5)
    forms.box("sign", (1.5, 0.03, 0.26), sign, 0.004, 2, (middle, SOUTH + 0.06, sill + tall + 0.2))
    forms.lettering(
        "lampisterie",
        "LAMPISTERIE",
        0.13,
        0.006,
        room.plain("letters", "#27332e", 0.5),
        (middle, SOUTH + 0.078, sill + tall + 0.27),
        (90, 0, 180),
    )
    for name, size, at in (
        ("back", (wide + 2, 0.1, 3.0), (middle, SOUTH - 2.0, 0)),
        ("left", (0.1, 2.0, 3.0), (left - 0.7, SOUTH - 1.1, 0)),
        ("right", (0.1, 2.0, 3.0), (left + wide + 0.7, SOUTH - 1.1, 0)),
        ("top", (wide + 2, 1.75, 0.1), (middle, SOUTH - 1.25, 3.0)),
        ("under", (wide + 2, 2.2, 0.1), (middle, SOUTH - 1.1, -0.1)),
    ):
        forms.box(f"lamp-room-{name}", size, dark, 0.0, 1, at)
    lamp = room.bring("miners-lamp", (left + 0.75, SOUTH + 0.05, sill + 0.03), (0, 0, 168))
    for thing in lamp:
        if thing.type == "MESH" and thing.modifiers:
            forms.applied(thing)
    lit = room.emitter("flame", "#ffc46a", 5.0)
    for shelf in range(3):
        height = 1.0 + shelf * 0.42
        forms.box(f"shelf-{shelf}", (wide + 0.9, 0.3, 0.03), timber, 0.004, 1, (middle, SOUTH - 1.7, height))
        for k in range(14):
            where = (left - 0.25 + k * 0.225 + rng.uniform(-0.01, 0.01), SOUTH - 1.66, height + 0.03)
            if rng.random() < 0.2:
                continue
            base = lamp[0].location
            shift = (where[0] - base.x, where[1] - base.y, where[2] - base.z)
            room.copies(lamp, shift)
            if rng.random() < 0.3:
                forms.place(
                    forms.turned("flame", [(0, 0), (0.006, 0.008), (0, 0.03)], lit, 8),
                    (where[0], where[1], where[2] + 0.08),
                )
    board = room.plain("board", "#39463f", 0.8)
    token = materials.brass(0.4)
    centre = (left + wide + 0.75, SOUTH + 0.03, 1.62)
    forms.box("token-board", (0.9, 0.03, 1.0), board, 0.005, 2, (centre[0], centre[1], centre[2] - 0.5))
    nail = room.plain("nail", "#8c8a84", 0.4, 1.0)
    shapes = (
        [(0.019 * math.cos(a * math.pi / 12), 0.019 * math.sin(a * math.pi / 12)) for a in range(24)],
        [(-0.017, -0.017), (0.017, -0.017), (0.017, 0.017), (-0.017, 0.017)],
        [(-0.021, -0.015), (0.021, -0.015), (0.0, 0.022)],
    )
    patterns = []
    for k, outline in enumerate(shapes):
        patterns.append(forms.applied(forms.extruded(f"token-{k}", outline, 0.002, token, 0.0005)))
    for row in range(9):
        for column in range(9):
            x, z = centre[0] - 0.38 + column * 0.095, centre[2] + 0.4 - row * 0.1
            forms.place(forms.box("nail", (0.005, 0.02, 0.005), nail, 0.0, 1), (x, SOUTH + 0.055, z + 0.02))
            if rng.random() < 0.72:
                room.copies([patterns[row // 3]], (x, SOUTH + 0.058, z), (90, rng.uniform(-8, 8), 0))
    for pattern in patterns:
        bpy.data.objects.remove(pattern)
    room.soft_light(
        "lamp-room", (middle, SOUTH - 1.0, 2.9), (middle, SOUTH - 1.2, 0), (2.4, 0.9), 60, (1.0, 0.76, 0.48)
    )
    return (left + 0.75, SOUTH + 0.05, sill + 0.18), centre


@panorama(
    "panorama-changing-hall",
    seed=41,
    finds=("clothes", "chain", "lamp", "token", "helmet", "pay-slip", "door"),
    eye=(0.25, -2.5, 1.6),
    outlook=Outlook(yaw=0, pitch=10, field=80),
    exposure=0.3,
    samples=7,
)
def changing_hall(rng: random.Random) -> list[Find]:
    """Four double benches under some two hundred hangings of clothes; the lamp room's hatch behind the visitor."""
    walls = room.dado("hall-wall", "#cfc9b6", "#c3b592", 2.3, (0.15, 0.15), band="#2f5a4c", stained=0.4)
    iron = room.plain("iron", "#46564d", 0.45, 0.0, grain=0.02)
    steel = room.plain("girder", "#5b6a66", 0.55)
    chain_iron = room.plain("chain-iron", "#77736b", 0.38, 1.0, vary=0.3)
    high = [(k * 3.0 + 1.0, 3.4, 1.9, 3.4) for k in range(6)]
    openings = {
        0: [HATCH, DOOR],
        1: high,
        2: [(3.0, 3.2, 2.0, 3.8), (5.6, 3.2, 2.0, 3.8), (8.2, 3.2, 2.0, 3.8)],
        3: high,
    }
    frame = room.plain("window-iron", "#39473f", 0.5)
    glass = room.pane(dirt=0.35)
    for k in range(4):
        start, end = CORNERS[k], CORNERS[(k + 1) % 4]
        room.wall(f"wall-{k}", start, end, ROOF, walls, openings[k], 0.4)
        for n, opening in enumerate(openings[k] if k else []):
            room.window(f"window-{k}-{n}", start, end, opening, frame, glass, (4, 7), 0.2, 0.03)
            room.window_light(f"daylight-{k}-{n}", start, end, opening, {1: 80, 2: 180, 3: 280}[k], fall=1.0)
    room.level(
        "floor",
        (WEST, SOUTH),
        (EAST, NORTH),
        room.tiling("floor", "#75594a", "#624a3d", (0.2, 0.2), gloss=0.32, wet=0.6),
    )
    room.level("roof", (WEST, SOUTH), (EAST, NORTH), room.plaster("roof", "#b9b3a2", "#6f6655"), ROOF, up=False)
    for k in range(7):
        y = SOUTH + 0.6 + k * 2.8
        forms.box(f"girder-{k}", (EAST - WEST, 0.18, 0.34), steel, 0.01, 1, (0, y, ROOF - 0.34))
    for x in ROWS:
        forms.box(f"runner-{x}", (0.5, LAST - FIRST + 1.4, 0.08), steel, 0.01, 1, (x, (FIRST + LAST) / 2, ROOF - 0.44))
    timber = materials.wood("bench", "#8a6a44", "#553b22", "Y")
    for x in ROWS:
        _bench(x, timber, iron)

    bundles = _bundles(rng)
    pattern = _chain(3.0, chain_iron)
    plate = forms.applied(forms.box("plate", (0.006, 0.1, 0.065), room.plain("enamel", "#e6e2d4", 0.3), 0.01, 2))
    lock = forms.applied(
        forms.box("lock", (0.022, 0.045, 0.05), room.plain("lock", "#a98d55", 0.35, 1.0, vary=0.5), 0.006, 2)
    )
    ink = room.plain("ink", "#1d2430", 0.5)
    pulley = forms.turned("pulley", [(0, 0), (0.05, 0), (0.04, 0.012), (0.05, 0.024), (0, 0.024)], chain_iron, 16)
    number, clothes, numbered = 412, None, None
    for row, x in enumerate(ROWS):
        y = FIRST
        while y <= LAST:
            inner = 1 if x < 0 else -1
            spot = y + rng.uniform(-0.03, 0.03)
            number += 1
            low = rng.random() < 0.06
            bottom = rng.uniform(2.5, 3.2) if low else rng.gauss(4.95, 0.26)
            side = x + inner * (0.24 if rng.random() < 0.5 else -0.24)
            top = ROOF - 0.5
            for px, reach, base in ((x + inner * 0.03, top - 1.46, top), (side, top - bottom - 0.1, top)):
                left, z = reach, base
                while left > 0.02:
                    piece = min(3.0, left)
                    thing = room.copies([pattern], (px, spot, z))[0]
                    thing.scale.z = piece / 3.0 if piece > 2.0 or left < 3.0 else 1.0
                    left, z = left - piece, z - piece
            room.copies([pulley], (side, spot - 0.012, top), (90, 0, 0))
            chosen = rng.randrange(len(bundles))
            if rng.random() < 0.93:
                room.copies(bundles[chosen], (side, spot, bottom), (0, 0, rng.uniform(0, 360)))
            room.copies([plate], (x + inner * 0.027, spot, 1.3))
            room.copies([lock], (x + inner * 0.04, spot, 1.4))
            if abs(x) < 2 and y < 4:
                turn = 90 if inner > 0 else -90
                forms.lettering(
                    f"number-{number}", str(number), 0.034, 0.002, ink, (x + inner * 0.031, spot, 1.316), (90, 0, turn)
                )
            if clothes is None and row == 2 and y > 1.5:
                clothes = (side, spot, bottom - 0.5)
            if numbered is None and row == 1 and y > -0.2:
                numbered = (x + 0.03, spot, 1.36)
            y += STEP
    for thing in [*(piece for bundle in bundles for piece in bundle), pattern, plate, lock, pulley]:
        bpy.data.objects.remove(thing)

    lamp, board = _hatch(rng)
    helmet = (-1.55, -0.95, 0.46)
    room.bring("miners-helmet", helmet, (0, 0, 150))
    slip = (1.58, -0.72, 0.462)
    if not room.bring("pay-slip", slip, (0, 0, 100)):
        paper = room.plain("paper", "#e9e0c8", 0.9)
        sheet = forms.sheet(
            "pay-slip",
            (1, 1),
            (12, 6),
            paper,
            lambda u, v: ((u - 0.5) * 0.21, (v - 0.5) * 0.1, 0.02 * (u - 0.5) ** 2 * 4),
        )
        forms.place(sheet, slip, (0, 0, 96))
    soap = forms.box("soap", (0.09, 0.06, 0.035), room.plain("soap", "#c9a24a", 0.4), 0.012, 3, (1.6, -0.2, 0.462))
    soap.rotation_euler.z = 0.4
    boots = _boots(9, room.plain("boots-below", "#2b2621", 0.5))
    bpy.data.objects.remove(boots.pop(0))
    forms.moved_together(boots, (-1.0, -0.45, 1.45))
    door = DOOR[0] + WEST + DOOR[2] / 2
    leaf = room.plain("door", "#3d5a4d", 0.4, grain=0.3)
    for side in (-1, 1):
        forms.box(
            f"leaf-{side}",
            (DOOR[2] / 2 - 0.01, 0.06, DOOR[3]),
            leaf,
            0.006,
            2,
            (door + side * DOOR[2] / 4, SOUTH - 0.12, 0),
        )
        forms.box(
            f"kick-{side}",
            (DOOR[2] / 2 - 0.16, 0.01, 0.3),
            room.plain("kick", "#8d8a80", 0.35, 1.0),
            0.002,
            1,
            (door + side * DOOR[2] / 4, SOUTH - 0.085, 0.08),
        )
        forms.box(
            f"handle-{side}",
            (0.03, 0.05, 0.22),
            room.plain("handle", "#a88c55", 0.3, 1.0),
            0.008,
            2,
            (door + side * 0.09, SOUTH - 0.07, 1.05),
        )
    forms.lettering(
        "to-the-shaft",
        "PUITS",
        0.16,
        0.004,
        room.plain("white", "#e9e2cf", 0.6),
        (door, SOUTH + 0.004, 2.72),
        (90, 0, 180),
    )
    for k, y in enumerate((0.5, 4.5, 8.5)):
        room.pendant(f"pendant-{k}", (0.0, y, ROOF - 0.3), 2.9, materials.painted("shade", "#2f4f45"), 55, radius=0.24)
    room.pendant(
        "pendant-hatch",
        (WEST + HATCH[0] + 1.3, SOUTH + 1.2, ROOF - 0.3),
        5.1,
        materials.painted("shade-2", "#2f4f45"),
        45,
    )
    room.pendant("pendant-door", (door, SOUTH + 1.2, ROOF - 0.3), 5.1, materials.painted("shade-3", "#2f4f45"), 35)
    room.sun(30, -72, 11.0, (1.0, 0.86, 0.66), 1.2)
    room.sky("#9fb4cc", "#dfe3e2", 0.5, 0.75, 0.5)
    return [
        Find("clothes", clothes),
        Find("chain", numbered),
        Find("lamp", lamp),
        Find("token", board),
        Find("helmet", (helmet[0], helmet[1], helmet[2] + 0.07)),
        Find("pay-slip", slip),
        Find("door", (door, SOUTH, 1.3)),
    ]
