"""The open deck of a ferry between Algeciras and Tangier at dawn; the ship steers south-west, +Y is south."""

from __future__ import annotations

import math
import random

import bpy
from mathutils import noise

from .. import forms, materials
from . import Find, Outlook, panorama, room

PORT, STARBOARD, SEA = -6.0, 9.0, -13.0
SUN = (-84.0, 6.5)  # degrees from +Y clockwise (the east is to port), degrees high


def _dawn() -> None:
    """The sky: indigo above, rose opposite the sun, a warm band and a veil of cloud towards it."""
    world = bpy.data.worlds.new("dawn")
    bpy.context.scene.world = world
    world.use_nodes = True
    nodes = materials.Nodes.__new__(materials.Nodes)
    nodes.tree = world.node_tree
    way = nodes.add("ShaderNodeTexCoord").outputs["Generated"]
    up = nodes.add("ShaderNodeSeparateXYZ", {0: way}).outputs[2]
    turn, high = (math.radians(angle) for angle in SUN)
    towards = (math.sin(turn) * math.cos(high), math.cos(turn) * math.cos(high), math.sin(high))
    near = nodes.add("ShaderNodeVectorMath", {0: way, 1: towards}, operation="DOT_PRODUCT").outputs["Value"]
    facing = nodes.ramp(near, -0.7, 1.0)
    horizon = nodes.mix(facing, "#b7a3ae", "#f2b27a")
    middle = nodes.mix(facing, "#8c99b8", "#cfc0b4")
    low = nodes.math("POWER", nodes.ramp(up, 0.0, 0.28), 0.7)
    sky = nodes.mix(nodes.ramp(up, 0.18, 0.9), nodes.mix(low, horizon, middle), "#4a669c")
    flat = nodes.add("ShaderNodeVectorMath", {0: way, 1: (1.0, 1.0, 6.0)}, operation="MULTIPLY").outputs[0]
    veil = nodes.math("MULTIPLY", nodes.ramp(nodes.noise(0.7, 7, 0.62, flat), 0.47, 0.72), nodes.ramp(up, 0.02, 0.12))
    sky = nodes.mix(nodes.math("MULTIPLY", veil, 0.55), sky, nodes.mix(facing, "#b9b4c4", "#ffd2a4"))
    glow = nodes.math("POWER", nodes.ramp(near, 0.75, 1.0), 3.0)
    sky = nodes.mix(nodes.math("MULTIPLY", glow, 0.8), sky, "#ffdca6")
    sky = nodes.mix(nodes.ramp(near, 0.99955, 0.9998), sky, "#fff6de")
    background = next(node for node in nodes.tree.nodes if node.type == "BACKGROUND")
    nodes.feed(background.inputs["Color"], sky)
    nodes.feed(background.inputs["Strength"], 0.95)


def _sea(rng: random.Random) -> None:
    """The strait to the horizon: waves as relief near the ship and as a grain far off, the wake behind."""
    waves = []
    for _ in range(14):
        heading, length = rng.uniform(-0.9, 0.9) + 2.2, rng.uniform(5, 34)
        waves.append(
            (
                math.cos(heading) * 6.283 / length,
                math.sin(heading) * 6.283 / length,
                rng.uniform(0, 6.28),
                length * 0.0052,
            )
        )
    rings, sides = 190, 240
    vertices, faces = [], []
    for ring in range(rings):
        reach = 4.0 * (30_000 / 4.0) ** (ring / (rings - 1))
        calm = 1 / (1 + (reach / 260) ** 2)
        for side in range(sides):
            angle = 2 * math.pi * side / sides
            x, y = reach * math.cos(angle), reach * math.sin(angle)
            lift = sum(a * math.sin(kx * x + ky * y + phase) for kx, ky, phase, a in waves) if calm > 0.02 else 0.0
            vertices.append((x, y, lift * calm))
    for ring in range(rings - 1):
        for side in range(sides):
            a, b = ring * sides + side, ring * sides + (side + 1) % sides
            faces.append((a, a + sides, b + sides, b))
    mesh = bpy.data.meshes.new("sea")
    mesh.from_pydata(vertices, [], faces)
    nodes = materials.Nodes("sea")
    where = nodes.position()
    parts = nodes.add("ShaderNodeSeparateXYZ", {0: where})
    ripple = nodes.bump(nodes.noise(14.0, 6, 0.62), 0.9, 2.2)
    ripple = nodes.bump(nodes.noise(1.6, 5, 0.6), 0.55, 0.22, ripple)
    beam = nodes.math("ABSOLUTE", nodes.math("SUBTRACT", parts.outputs[0], 1.5))
    behind = nodes.math("MULTIPLY", nodes.ramp(parts.outputs[1], -38, -60), nodes.ramp(parts.outputs[1], -900, -200))
    broad = nodes.math("ADD", 9.0, nodes.math("MULTIPLY", parts.outputs[1], -0.03))
    wake = nodes.math("MULTIPLY", nodes.ramp(nodes.math("SUBTRACT", broad, beam), 0, 4), behind)
    foam = nodes.math("MULTIPLY", nodes.ramp(nodes.noise(3.0, 8, 0.7), 0.44, 0.62), wake)
    caps = nodes.ramp(nodes.noise(9.0, 9, 0.72), 0.665, 0.7, 0, 0.75)
    foam = nodes.math("MAXIMUM", foam, caps)
    shade = nodes.mix(foam, "#0d2733", "#dfe3e4")
    material = nodes.finish(shade, nodes.ramp(foam, 0, 1, 0.14, 0.8), 0.0, ripple, IOR=1.333)
    mesh.materials.append(material)
    mesh.shade_smooth()
    sea = bpy.data.objects.new("sea", mesh)
    sea.location.z = SEA
    bpy.context.collection.objects.link(sea)


def _coast(name: str, start: float, end: float, distance: float, profile, colour: str, light: float, seed: int) -> None:
    """A coast as a silhouette in haze from heading ``start`` to ``end``; ``profile`` gives metres for 0 to 1."""
    steps = 160
    vertices, faces = [], []
    for k in range(steps + 1):
        t = k / steps
        turn = math.radians(start + (end - start) * t)
        rough = (
            noise.noise((t * 9, seed, 0)) * 0.16
            + noise.noise((t * 31, seed, 4)) * 0.07
            + noise.noise((t * 90, seed, 8)) * 0.03
        )
        tall = max(0.0, profile(t) * (1 + rough)) * min(1.0, 14 * t, 14 * (1 - t))
        x, y = distance * math.sin(turn), distance * math.cos(turn)
        vertices += [(x, y, SEA - 30), (x, y, SEA + tall)]
    faces = [(2 * k, 2 * k + 1, 2 * k + 3, 2 * k + 2) for k in range(steps)]
    mesh = bpy.data.meshes.new(name)
    mesh.from_pydata(vertices, [], faces)
    nodes = materials.Nodes(name)
    up = nodes.add("ShaderNodeSeparateXYZ", {0: nodes.position()}).outputs[2]
    folds = nodes.ramp(nodes.noise(900, 6, 0.6), 0.35, 0.7, 0, 0.22)
    haze = nodes.mix(nodes.ramp(up, SEA, SEA + 260, 0.5, 0.0), nodes.mix(folds, colour, "#2f3c58"), "#b9a9ac")
    mesh.materials.append(
        nodes.finish("#000000", 1.0, Emission_Color=haze, Emission_Strength=light, Specular_IOR_Level=0.0)
    )
    coast = bpy.data.objects.new(name, mesh)
    coast.visible_shadow = False
    bpy.context.collection.objects.link(coast)


def _peak(at: float, width: float, tall: float):
    return lambda t: tall * math.exp(-(((t - at) / width) ** 2))


def _coasts() -> None:
    """Morocco ahead and to port with Jebel Musa, Spain astern and to starboard, the Rock astern to port."""
    musa, east, ridge = _peak(0.33, 0.07, 640), _peak(0.16, 0.1, 300), _peak(0.7, 0.28, 330)
    _coast("morocco-far", -40, 76, 15_500, lambda t: 230 + 180 * math.sin(3 * t + 0.5) ** 2, "#7f86a3", 0.62, 2)
    _coast("morocco", -58, 52, 11_500, lambda t: 60 + musa(t) + east(t) + ridge(t), "#5d6887", 0.56, 5)
    _coast("spain-far", 96, 196, 12_500, lambda t: 300 + 160 * math.sin(5 * t) ** 2, "#8a8aa2", 0.64, 9)
    _coast("spain", 104, 178, 7_800, lambda t: 90 + 190 * math.sin(2.6 * t + 0.4) ** 2, "#5f6781", 0.58, 12)

    def rock(t: float) -> float:
        return 400 * min(1.0, max(0.0, (t - 0.1) * 6)) * (1 - 0.45 * max(0.0, t - 0.3)) * min(1.0, (1 - t) * 5)

    _coast("the-rock", 202, 215, 9_800, rock, "#59617e", 0.6, 17)


def _rail(points, white, timber) -> None:
    """A ship's rail along ``points``: stanchions, three bars, a wooden top rail."""
    for (x, y), (to_x, to_y) in zip(points, points[1:], strict=False):
        length = math.hypot(to_x - x, to_y - y)
        turn = math.degrees(math.atan2(to_y - y, to_x - x))
        made = [forms.box("top-rail", (length + 0.1, 0.1, 0.045), timber, 0.015, 3, (length / 2, 0, 1.08))]
        for height in (0.28, 0.55, 0.82):
            bar = forms.tube(
                "rail-bar", [(0, 0, height), (length / 2, 0, height), (length, 0, height)], 0.016, white, 8, steps=1
            )
            made.append(bar)
        count = max(1, round(length / 1.5))
        for k in range(count + 1):
            made.append(forms.box("stanchion", (0.045, 0.02, 1.08), white, 0.004, 1, (length * k / count, 0, 0)))
            made.append(forms.box("knee", (0.12, 0.1, 0.015), white, 0.003, 1, (length * k / count, 0, 0)))
        forms.moved_together(made, (x, y, 0), (0, 0, turn))


def _bench(white, timber) -> list:
    """A slatted double bench, 2.2 m long along x, at the origin."""
    made = []
    for side in (-1, 1):
        for k in range(4):
            made.append(forms.box("slat", (2.2, 0.085, 0.025), timber, 0.008, 2, (0, side * (0.12 + 0.1 * k), 0.42)))
        for k in range(3):
            back = forms.box("back-slat", (2.2, 0.02, 0.085), timber, 0.008, 2)
            made.append(forms.place(back, (0, side * (0.06 - 0.018 * k), 0.5 + 0.12 * k), (side * 8, 0, 0)))
    for x in (-0.9, 0.0, 0.9):
        for y in (-0.34, 0.34):
            made.append(forms.box("leg", (0.05, 0.05, 0.4), white, 0.006, 2, (x, y, 0)))
        made.append(forms.box("arm", (0.05, 0.9, 0.04), white, 0.006, 2, (x, 0, 0.385)))
        made.append(forms.box("spine", (0.04, 0.04, 0.85), white, 0.006, 2, (x, 0, 0)))
    return made


def _life_ring(orange, white) -> list:
    """A life ring facing -Y at the origin, 75 cm across, with its white bands and its line."""
    circle = [(0.28 * math.cos(a * math.pi / 8), 0, 0.28 * math.sin(a * math.pi / 8)) for a in range(16)]
    made = [forms.tube("life-ring", circle, 0.075, orange, 16, closed=True, steps=4)]
    for quarter in range(4):
        middle = math.pi / 4 + quarter * math.pi / 2
        arc = [(0.28 * math.cos(middle + d), 0, 0.28 * math.sin(middle + d)) for d in (-0.16, 0, 0.16)]
        made.append(forms.tube("band", arc, 0.078, white, 16, steps=4))
    line = []
    for k in range(16):
        angle, reach = k * math.pi / 8 + math.pi / 4, 0.36 if k % 4 == 0 else 0.385 + 0.012 * (k % 4 == 2)
        line.append((reach * math.cos(angle), -0.02, reach * math.sin(angle) - (0.0 if k % 4 == 0 else 0.02)))
    made.append(forms.tube("grab-line", line, 0.007, white, 8, closed=True, steps=3))
    return made


def _raft(white, dark) -> list:
    """A life raft in its capsule on a cradle, 1.5 m long along y, at the origin."""
    profile = [(0, 0), (0.2, 0.01), (0.33, 0.08), (0.36, 0.2), (0.36, 0.72), (0.375, 0.72), (0.375, 0.78), (0.36, 0.78)]
    profile += [(0.36, 1.3), (0.33, 1.42), (0.2, 1.49), (0, 1.5)]
    made = [forms.place(forms.turned("raft", profile, white, 36), (0, 0.75, 0.62), (90, 0, 0))]
    for y in (-0.4, 0.4):
        made.append(forms.box("cradle", (0.8, 0.08, 0.3), dark, 0.01, 2, (0, y, 0)))
        band = [(0.372 * math.cos(a * 0.5236), y, 0.62 + 0.372 * math.sin(a * 0.5236)) for a in range(12)]
        made.append(forms.tube("strap", band, 0.012, dark, 6, closed=True, steps=2))
    return made


def _house(white, dark) -> None:
    """The deckhouse astern with doors and round windows, the funnel above it, a mast, ladders, a lamp."""
    teal, madder = room.plain("funnel", "#e4dccb", 0.45, grain=0.05), room.plain("funnel-band", "#8a2f2a", 0.45)
    left, right, back, front, high = -3.2, 6.4, -17.0, -6.2, 2.9
    forms.box("house", (right - left, front - back, high), white, 0.06, 2, ((left + right) / 2, (front + back) / 2, 0))
    forms.box(
        "house-roof",
        (right - left + 0.5, front - back + 0.5, 0.12),
        white,
        0.03,
        2,
        ((left + right) / 2, (front + back) / 2, high),
    )
    lit = room.emitter("cabin", "#ffc98a", 1.1)
    brass = room.plain("port-frame", "#8f836a", 0.35, 1.0)
    ring = [(0.19, 0.0), (0.25, 0.0), (0.25, 0.03), (0.2, 0.04)]
    for k, x in enumerate((-2.3, -1.2, 3.2, 4.4, 5.5)):
        forms.place(forms.turned(f"port-{k}", ring, brass, 32), (x, front, 1.75), (-90, 0, 0))
        forms.place(
            forms.turned(f"port-glass-{k}", [(0, 0.012), (0.2, 0.012)], lit if k in (1, 3) else dark, 32),
            (x, front, 1.75),
            (-90, 0, 0),
        )
    forms.box("door", (0.95, 0.06, 1.95), room.plain("deck-door", "#3f5f6b", 0.4), 0.08, 3, (0.7, front + 0.02, 0.2))
    forms.box("door-sill", (1.15, 0.12, 0.2), white, 0.03, 2, (0.7, front + 0.03, 0))
    forms.box("door-handle", (0.14, 0.06, 0.03), brass, 0.01, 2, (0.38, front + 0.08, 1.15))
    outline = [(-1.5, -2.6), (1.5, -2.6), (1.7, -1.8), (1.45, 2.2), (0.9, 2.8), (-0.9, 2.8), (-1.45, 2.2), (-1.7, -1.8)]
    forms.place(forms.extruded("funnel", outline, 5.6, teal, 0.05), (1.6, -11.5, high))
    forms.place(
        forms.extruded("funnel-band", [(x * 1.01, y * 1.01) for x, y in outline], 1.3, madder), (1.6, -11.5, high + 3.4)
    )
    forms.place(
        forms.extruded("funnel-cap", [(x * 1.03, y * 1.03) for x, y in outline], 0.5, dark, 0.04),
        (1.6, -11.5, high + 5.5),
    )
    for k, (x, y) in enumerate(((1.2, -10.6), (2.0, -10.6), (1.6, -12.3))):
        forms.place(
            forms.turned(f"exhaust-{k}", [(0.22, 0), (0.22, 0.7), (0.18, 0.7), (0.18, 0.1)], dark, 20),
            (x, y, high + 5.9),
        )
    for side in (-0.22, 0.22):
        forms.box("ladder-side", (0.04, 0.03, 3.3), white, 0.005, 1, (-2.75 + side, front + 0.12, 0))
    for k in range(10):
        forms.box("rung", (0.44, 0.03, 0.03), white, 0.005, 1, (-2.75, front + 0.12, 0.3 + 0.3 * k))
    roof_rail = [(left, back), (left, front + 0.1), (right, front + 0.1), (right, back)]
    for (x, y), (to_x, to_y) in zip(roof_rail, roof_rail[1:], strict=False):
        for height in (high + 0.55, high + 1.05):
            forms.tube("roof-rail", [(x, y, height), (to_x, to_y, height)], 0.018, white, 8, steps=1)
        count = max(2, round(math.hypot(to_x - x, to_y - y) / 1.6))
        for k in range(count + 1):
            at = (x + (to_x - x) * k / count, y + (to_y - y) * k / count, high + 0.1)
            forms.box("roof-post", (0.035, 0.035, 0.95), white, 0.004, 1, at)
    for k, x in enumerate((-1.75, 2.2)):
        lamp = room.emitter(f"deck-lamp-{k}", "#ffcf8f", 9.0)
        forms.place(
            forms.turned(f"deck-lamp-{k}", [(0, -0.09), (0.06, -0.06), (0.07, 0.02), (0, 0.03)], lamp, 20),
            (x, front + 0.12, 2.45),
        )
        light = bpy.data.lights.new(f"deck-light-{k}", "POINT")
        light.energy, light.color, light.shadow_soft_size = 28, (1.0, 0.76, 0.46), 0.08
        stand = bpy.data.objects.new(f"deck-light-{k}", light)
        stand.location = (x, front + 0.3, 2.4)
        bpy.context.collection.objects.link(stand)


def _bundle(rng: random.Random) -> list:
    """A rolled blanket tied with string, 70 cm long, at the origin."""
    wool = materials.cloth("rolled-blanket", "#8a4a36", "#c9a368", 0.02)
    turns = []
    for k in range(60):
        angle = k * 0.42
        turns.append(((0.03 + 0.0019 * k) * math.cos(angle), (0.03 + 0.0019 * k) * math.sin(angle)))

    def roll(u: float, v: float):
        x, z = turns[round(u * 59)]
        return (x, (v - 0.5) * (0.7 + 0.02 * math.sin(9 * u)), z + 0.15)

    made = [forms.thicken(forms.sheet("blanket-roll", (1, 1), (59, 10), wool, roll), 0.008)]
    for y in (-0.2, 0.2):
        tie = [
            (0.153 * math.cos(a * 0.628), y + rng.uniform(-0.01, 0.01), 0.152 + 0.153 * math.sin(a * 0.628))
            for a in range(10)
        ]
        made.append(forms.tube("tie", tie, 0.005, materials.string(), 8, closed=True, steps=3))
    return made


def _luggage(rng: random.Random) -> dict[str, tuple[float, float, float]]:
    """What was carried up from the car; returns where it stands."""
    plaid = room.plain("plastic-weave", "#2f5f9c", 0.4, grain=0.004)
    bag, case = (-1.45, 1.75, 0.0), (-0.62, 2.62, 0.0)
    if not room.bring("woven-bag", bag, (0, 0, 28)):
        forms.place(forms.box("bag", (0.6, 0.28, 0.46), plaid, 0.06, 4), bag, (0, 0, 28))
    if not room.bring("suitcase", case, (0, 0, -16)):
        forms.place(forms.box("case", (0.6, 0.38, 0.18), materials.fibreboard(), 0.02, 3), case, (0, 0, -16))
    forms.moved_together(_bundle(rng), (-2.15, 1.95, 0), (0, 0, 74))
    seat = 0.446
    player, steamer = (-2.3, 0.92, seat), (-1.5, 0.88, seat)
    if not room.bring("radio-cassette-player", player, (0, 0, 62)):
        forms.place(
            forms.box("player", (0.4, 0.11, 0.24), room.plain("player", "#8c8d8f", 0.35), 0.015, 3), player, (0, 0, 12)
        )
    if not room.bring("couscous-steamer", steamer, (0, 0, 20), 0.8):
        forms.place(
            forms.turned(
                "pot", [(0, 0), (0.13, 0), (0.14, 0.2), (0.1, 0.22), (0.14, 0.36), (0, 0.37)], materials.aluminium()
            ),
            steamer,
        )
    ticket = (-1.92, 0.78, seat + 0.001)
    if not room.bring("ferry-ticket", ticket, (0, 0, 40)):
        paper = room.plain("ticket", "#e7d9b4", 0.85)
        sheet = forms.sheet(
            "ticket", (1, 1), (12, 4), paper, lambda u, v: ((u - 0.5) * 0.2, (v - 0.5) * 0.09, 0.02 * max(0.0, u - 0.6))
        )
        forms.place(sheet, ticket, (0, 0, 40))
    return {"bag": bag, "case": case, "player": player, "steamer": steamer, "ticket": ticket}


@panorama(
    "panorama-ferry-deck",
    seed=47,
    finds=("bag", "case", "player", "steamer", "ticket", "life-ring", "morocco", "wake"),
    eye=(-2.6, -0.6, 1.6),
    facing=-28,
    outlook=Outlook(yaw=12, pitch=-10, field=82),
    exposure=0.1,
    samples=7,
)
def ferry_deck(rng: random.Random) -> list[Find]:
    """The deck forward of the funnel at sunrise, the two shores, what one carries up from the car for the crossing."""
    white = materials.painted("ship-white", "#dcd8cc", "#7f5a3c", 0.35, 0.35)
    dark = room.plain("ship-dark", "#2b3338", 0.4)
    timber = materials.wood("deck-timber", "#9a7650", "#62462b")
    orange = room.plain("ring-orange", "#c9501f", 0.5)
    _dawn()
    room.sun(SUN[1] + 2, SUN[0], 4.2, (1.0, 0.72, 0.44), 0.9)
    _sea(rng)
    _coasts()
    boards = room.tiling("deck", "#6f7a70", "#66716a", (2.4, 1.5), 0.5, joint="#4d564f", gloss=0.3, wet=0.45)
    room.level("deck", (PORT, -18.0), (STARBOARD, 12.0), boards, thickness=0.4)
    forms.box("hull", (STARBOARD - PORT, 40, 12.5), white, 0.2, 2, ((STARBOARD + PORT) / 2, -6.0, SEA - 0.0))
    for x in (PORT + 0.1, STARBOARD - 0.1):
        forms.box("gutter", (0.12, 30, 0.1), white, 0.02, 2, (x, -3.0, 0))
    _rail(
        [
            (PORT + 0.2, -18),
            (PORT + 0.2, 9.0),
            (PORT + 2.2, 11.6),
            (STARBOARD - 2.2, 11.6),
            (STARBOARD - 0.2, 9.0),
            (STARBOARD - 0.2, -18),
        ],
        white,
        timber,
    )
    _house(white, dark)
    bench = [forms.applied(piece) for piece in _bench(white, timber)]
    for x, y in (
        (-1.9, 0.6 + 3.4),
        (1.6, 0.6),
        (1.6, 4.0),
        (5.0, 0.6),
        (5.0, 4.0),
        (-1.9, 7.4),
        (1.6, 7.4),
        (5.0, 7.4),
    ):
        room.copies(bench, (x, y, 0))
    forms.moved_together(bench, (-1.9, 0.6, 0))
    ring = [forms.applied(piece) for piece in _life_ring(orange, white)]
    for y in (-3.2, 5.6):
        room.copies(ring, (PORT + 0.32, y, 0.62), (0, 0, 90))
    for y in (-2.5, 4.5):
        room.copies(ring, (STARBOARD - 0.32, y, 0.62), (0, 0, -90))
    forms.moved_together(ring, (PORT + 0.32, 2.1, 0.62), (0, 0, 90))
    raft = [forms.applied(piece) for piece in _raft(white, dark)]
    for y in (-6.6, -8.5, -10.4):
        room.copies(raft, (PORT + 0.85, y, 0))
    for y in (-4.6, -6.5, -8.4):
        room.copies(raft, (STARBOARD - 0.85, y, 0))
    forms.moved_together(raft, (PORT + 0.85, -4.7, 0))
    for x, y in ((PORT + 1.2, 8.4), (STARBOARD - 1.2, 8.4)):
        vent = [(0.22, 0), (0.22, 0.9), (0.26, 0.95), (0.34, 1.05), (0.36, 1.2), (0.26, 1.34), (0, 1.38)]
        forms.place(forms.turned("vent", vent, white, 32), (x, y, 0))
    mast = forms.tube(
        "mast", [(1.5, 11.0, 0), (1.5, 11.0, 3), (1.5, 11.0, 6.5)], lambda t: 0.09 - 0.05 * t, white, 14, steps=2
    )
    mast.name = "bow-mast"
    placed = _luggage(rng)
    heights = {"bag": 0.3, "case": 0.15, "player": 0.12, "steamer": 0.18, "ticket": 0.0}
    found = [Find(key, (x, y, z + heights[key])) for key, (x, y, z) in placed.items()]
    turn = math.radians(-22)
    return [
        *found,
        Find("life-ring", (PORT + 0.32, 2.1, 0.62)),
        Find("morocco", (11_500 * math.sin(turn), 11_500 * math.cos(turn), 330)),
        Find("wake", (PORT - 1.0, -60.0, SEA + 3)),
    ]
