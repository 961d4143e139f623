"""Garments: the djellaba on its stand."""

from __future__ import annotations

import math
import random

import bpy
from mathutils import Vector

from .. import forms, materials
from ..drape import Cut, Garment, fall, solid
from ..registry import View, modelled

SHOULDER = 1.53


def striped_wool() -> bpy.types.Material:
    """Hand-woven wool, undyed cream with brown stripes along the warp; it lies on UVs in metres."""
    nodes = materials.Nodes("striped-wool")
    place = nodes.add("ShaderNodeSeparateXYZ", {0: nodes.uv()})
    across, along = place.outputs[0], place.outputs[1]
    wander = nodes.noise(0.03, 2, 0.5)
    across = nodes.math("ADD", across, nodes.math("MULTIPLY", wander, 0.0014))
    turn = nodes.math("FRACT", nodes.math("DIVIDE", nodes.math("ADD", across, 5.021), 0.042))
    middle = nodes.math("ABSOLUTE", nodes.math("SUBTRACT", turn, 0.5))
    broad = nodes.ramp(middle, 0.15, 0.13)
    thin = nodes.math("MULTIPLY", nodes.ramp(middle, 0.225, 0.235), nodes.ramp(middle, 0.275, 0.265))
    streak = nodes.add("ShaderNodeCombineXYZ", {0: across, 1: nodes.math("MULTIPLY", along, 0.07)}).outputs[0]
    slub = nodes.noise(0.0022, 3, 0.6, streak)
    shade = nodes.mix(nodes.ramp(slub, 0.35, 0.7), "#e0d1b3", "#c9b48d")
    dark = nodes.mix(nodes.ramp(slub, 0.35, 0.7), "#5b4230", "#45301f")
    shade = nodes.mix(nodes.math("MAXIMUM", broad, nodes.math("MULTIPLY", thin, 0.85)), shade, dark)
    shade = nodes.mix(nodes.ramp(nodes.noise(0.2, 4, 0.6), 0.5, 0.8, 0, 0.18), shade, "#7d664a", "MULTIPLY")
    weft = nodes.math("ABSOLUTE", nodes.math("SINE", nodes.math("MULTIPLY", along, math.pi / 0.0018)))
    rib = nodes.math("ADD", nodes.math("MULTIPLY", slub, 0.8), nodes.math("MULTIPLY", weft, 0.35))
    return nodes.finish(shade, 0.95, 0.0, nodes.bump(rib, 0.55, 0.0012), Sheen_Weight=0.3, Sheen_Roughness=0.5)


def silk_braid(name: str, colour: str, deep: str) -> bpy.types.Material:
    """Plaited silk: a herringbone over UVs in metres, glossy on the crown of each strand."""
    nodes = materials.Nodes(name)
    place = nodes.add("ShaderNodeSeparateXYZ", {0: nodes.uv()})
    side = nodes.math("ABSOLUTE", nodes.math("SUBTRACT", place.outputs[1], 0.5))
    turn = nodes.math("ADD", nodes.math("DIVIDE", place.outputs[0], 0.0045), nodes.math("MULTIPLY", side, 1.6))
    strand = nodes.math("PINGPONG", turn, 0.5)
    return nodes.finish(
        nodes.mix(nodes.ramp(strand, 0.05, 0.35), deep, colour),
        nodes.ramp(strand, 0.0, 0.5, 0.7, 0.42),
        0.0,
        nodes.bump(strand, 0.8, 0.0014),
        Sheen_Weight=0.25,
    )


def _stand() -> list[bpy.types.Object]:
    """The dress stand: a round foot, a pole, sloping shoulders; returns what the cloth rests on."""
    wood = materials.wood("beech", "#8f6b46", "#7a5836", "Z")
    forms.turned(
        "foot",
        [(0, 0), (0.175, 0), (0.18, 0.004), (0.18, 0.016), (0.172, 0.024), (0.05, 0.03), (0.024, 0.04), (0, 0.04)],
        wood,
        64,
    )
    forms.turned(
        "pole",
        [(0, 0.03), (0.0155, 0.03), (0.0155, SHOULDER + 0.015), (0.024, SHOULDER + 0.02), (0.03, SHOULDER + 0.035)]
        + [(0.028, SHOULDER + 0.052), (0.016, SHOULDER + 0.064), (0, SHOULDER + 0.067)],
        wood,
        20,
    )
    bar = forms.tube(
        "shoulders",
        [(-0.195, 0, SHOULDER - 0.09), (-0.12, 0, SHOULDER - 0.042), (0, 0, SHOULDER - 0.02)]
        + [(0.12, 0, SHOULDER - 0.042), (0.195, 0, SHOULDER - 0.09)],
        lambda t: 0.026 - 0.01 * abs(t - 0.5) * 2,
        wood,
        16,
        steps=6,
    )
    return [bar]


def _padding() -> bpy.types.Object:
    """A padded chest that the cloth falls over, as under any costume on show; taken away afterwards."""
    rows = [
        (0.05, 0.04, 0.3),
        (0.2, 0.16, 0.32),
        (0.205, 0.16, 0.44),
        (0.19, 0.14, 0.64),
        (0.185, 0.12, 0.76),
        (0.18, 0.118, 0.84),
    ]
    rows += [(0.15, 0.1, 0.9), (0.1, 0.06, 0.945), (0.04, 0.02, 0.965)]

    def chest(u: float, v: float):
        place = v * (len(rows) - 1)
        k = min(int(place), len(rows) - 2)
        t = place - k
        wide, deep, high = (a + (b - a) * t for a, b in zip(rows[k], rows[k + 1], strict=True))
        angle = 2 * math.pi * u
        return (wide * math.cos(angle), deep * math.sin(angle), SHOULDER * high)

    return forms.sheet("padding", (1, 1), (32, 28), None, chest)


def _hood(robe: Garment, material) -> bpy.types.Object:
    """The pointed hood, sewn to the neckline and fallen back between the shoulders."""
    ring = [robe.at(i, j, side) for i, j, side in robe.neckline()]
    ring.append(ring[0])
    across, up = 32, 16
    height, depth = 0.36, 0.27
    middle = sum(ring, Vector()) / len(ring)
    tilt = math.radians(62)
    rise, ahead = Vector((0, math.sin(tilt), math.cos(tilt))), Vector((0, -math.cos(tilt), math.sin(tilt)))

    def put(u: float, v: float):
        place = u * (len(ring) - 1)
        k = min(int(place), len(ring) - 2)
        sewn = ring[k].lerp(ring[k + 1], place - k)
        w = 2 * u - 1
        wide = 0.105 * math.sin(math.pi * min(1.0, abs(w) * 1.25 + 0.0) / 2) * (1 - max(0.0, v - 0.55) ** 1.6 * 3.6)
        free = middle + rise * (0.02 + v * height) + ahead * (abs(w) * depth - depth * 0.45)
        free += Vector((math.copysign(wide, w) * -1, 0, 0)) if abs(w) > 1e-6 else Vector()
        mixed = sewn.lerp(free, min(1.0, v / 0.25))
        return tuple(mixed)

    hood = forms.sheet("hood", (1, 1), (across, up), material, put)
    mesh = hood.data
    layer = mesh.uv_layers.active
    for loop in layer.data:
        loop.uv = ((loop.uv[0] - 0.5) * 0.6, loop.uv[1] * height)
    import bmesh

    shape = bmesh.new()
    shape.from_mesh(mesh)
    shape.verts.ensure_lookup_table()
    last = up * (across + 1)
    half = across // 2
    bmesh.ops.weld_verts(shape, targetmap={shape.verts[last + k]: shape.verts[last + across - k] for k in range(half)})
    shape.to_mesh(mesh)
    shape.free()
    return fall(hood, 70, range(across + 1), stiffness=0.6)


@modelled(
    "djellaba",
    seed=12,
    view=View(azimuth=-21, elevation=10, lens=85, size=(1500, 1800), margin=0.02),
    detail=View(azimuth=-14, elevation=8, lens=100, target=(0, -0.12, 1.32), width=0.42, aperture=11),
)
def djellaba(rng: random.Random) -> None:
    """A striped wool djellaba, 140 cm from shoulder to hem, on a wooden dress stand; silk braid and knotted buttons."""
    wool = striped_wool()
    rests = [solid(part) for part in _stand()]
    padding = solid(_padding())
    cut = Cut(0.025, 14, 52, 16, 11, 4, dips=(0.075, 0.015), flare=0.3, taper=0.3, lift=0.28)

    def put(across: float, down: float, side: int) -> tuple[float, float, float]:
        wide = abs(across)
        swell = cut.swell(across, down, 0.14, 0.06)
        slope = 0.7 * wide**1.6 + 0.4 * max(0.0, wide - 0.2)
        forward = 0.42 * max(0.0, wide - 0.26) * max(0.0, min(1.0, (0.34 - down) / 0.06))
        across *= 1 - 0.2 * max(0.0, wide - 0.2)
        return (across, side * swell - forward, SHOULDER + 0.024 - down - slope)

    robe = Garment("robe", cut, wool, put)
    held = robe.indices((i, 0, -1) for k in range(4, 9) for i in (-k, k))
    fall(robe.thing, 130, held, stiffness=0.45, damping=5.0, slack=0.07)
    solid(robe.thing, 0.006)
    hood = _hood(robe, wool)
    for part in [*rests, padding, robe.thing]:
        part.modifiers.clear()
    bpy.data.objects.remove(padding)
    for part in (robe.thing, hood):
        forms.soften(part)
    _trimmings(robe, rng)


def _band(name: str, robe: Garment, column: tuple[float, float], rows: tuple[float, float], material) -> None:
    """A flat braid sewn down the front between two columns of the pattern."""
    length = (rows[1] - rows[0]) * robe.cut.cell
    steps = round(length / 0.012)

    def sewn(u: float, v: float):
        lift = 0.0032 + 0.0016 * math.sin(math.pi * u)
        i = column[0] + (column[1] - column[0]) * u
        return tuple(robe.at(i, rows[0] + (rows[1] - rows[0]) * v, -1, lift))

    band = forms.sheet(name, (1, 1), (4, steps), material, sewn)
    for loop in band.data.uv_layers.active.data:
        loop.uv = (loop.uv[1] * length, loop.uv[0])


def _trimmings(robe: Garment, rng: random.Random) -> None:
    """Silk: a braid on either side of the opening, a row of knotted buttons with their loops, cords at neck and cuffs."""
    silk = silk_braid("silk", "#a3432f", "#571d18")
    cut = robe.cut
    ends = (0.0, 21.0)
    for side in (-1, 1):
        _band(f"braid-{side}", robe, (side * 0.14, side * 0.66), ends, silk)
    neck = [robe.at(i, j, side, 0.002) for i, j, side in robe.neckline()]
    forms.tube("neck-cord", neck, 0.0042, silk, 6, closed=True, steps=2)
    span = cut.half + cut.sleeve
    for side in (-1, 1):
        cuff = [(j, -1) for j in range(cut.sleeve_rows + 1)] + [(j, 1) for j in range(cut.sleeve_rows - 1, 0, -1)]
        line = [robe.at(side * span, j, face, 0.001) for j, face in cuff]
        forms.tube(f"cuff-{side}", line, 0.0032, silk, 5, closed=True, steps=1)
    knot = [(0, -0.0045), (0.0034, -0.0035), (0.0052, 0), (0.0036, 0.0034), (0, 0.0046)]
    for k in range(22):
        row = 0.7 + k * 0.92
        at = robe.at(0.0, row, -1, 0.0062)
        button = forms.turned(f"button-{k}", knot, silk, 9)
        forms.place(button, tuple(at), (90 + rng.uniform(-12, 12), rng.uniform(-20, 20), 0))
        for side in (-1, 1):
            loop = [
                robe.at(side * 0.14, row - 0.09, -1, 0.003),
                robe.at(side * 0.02, row - 0.03, -1, 0.0055),
                robe.at(side * 0.14, row + 0.09, -1, 0.003),
            ]
            forms.tube(f"loop-{k}-{side}", loop, 0.0014, silk, 4, steps=2)
