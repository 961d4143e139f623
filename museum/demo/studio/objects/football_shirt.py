"""The football shirt: no club, no federation, no maker; only a number."""

from __future__ import annotations

import math
import random

import bpy
from mathutils import Vector

from .. import forms, materials
from ..drape import Cut, Garment, fall, solid
from ..registry import View, modelled

TOP = 0.83
#: How the number is set between the folds: its width, and how far from the middle, in cells.
NARROW, ASIDE = 0.66, 0.4
CUT = Cut(0.0225, 12, 33, 9, 10, 4, dips=(0.02, 0.1), flare=0.02, taper=0.22, lift=0.1)


def _knit(name: str, colour: str, deep: str, rib: float, hem: float | None = None) -> bpy.types.Material:
    """Polyester knit, a little shiny, its wales ``rib`` metres apart; it lies on UVs in metres. ``hem`` is where a
    double row of stitches runs across."""
    nodes = materials.Nodes(name)
    place = nodes.add("ShaderNodeSeparateXYZ", {0: nodes.uv()})
    across, down = place.outputs[0], place.outputs[1]
    wale = nodes.math("ABSOLUTE", nodes.math("SINE", nodes.math("MULTIPLY", across, math.pi / rib)))
    course = nodes.math("ABSOLUTE", nodes.math("SINE", nodes.math("MULTIPLY", down, math.pi / (rib * 0.7))))
    loops = nodes.math("MULTIPLY", wale, nodes.math("ADD", nodes.math("MULTIPLY", course, 0.5), 0.5))
    shade = nodes.mix(nodes.ramp(loops, 0.05, 0.6), deep, colour)
    faded = nodes.ramp(nodes.noise(0.14, 4, 0.6), 0.48, 0.75, 0, 0.14)
    shade = nodes.mix(faded, shade, "#d98a76")
    shade = nodes.mix(nodes.ramp(nodes.noise(0.05, 5, 0.65), 0.55, 0.8, 0, 0.16), shade, "#4a2018", "MULTIPLY")
    height = loops
    if hem is not None:
        near = nodes.math("PINGPONG", nodes.math("SUBTRACT", down, hem - 0.003), 0.003)
        inside = nodes.ramp(nodes.math("ABSOLUTE", nodes.math("SUBTRACT", down, hem)), 0.0062, 0.0058)
        stitch = nodes.math("MULTIPLY", nodes.ramp(near, 0.0009, 0.0004), inside)
        dash = nodes.ramp(nodes.math("FRACT", nodes.math("DIVIDE", across, 0.0042)), 0.72, 0.76, 1, 0)
        stitch = nodes.math("MULTIPLY", stitch, dash)
        shade = nodes.mix(nodes.math("MULTIPLY", stitch, 0.6), shade, "#5d1712")
        height = nodes.math("SUBTRACT", loops, stitch)
    return nodes.finish(
        shade,
        nodes.ramp(loops, 0, 1, 0.62, 0.42),
        0.0,
        nodes.bump(height, 0.4, rib * 0.4),
        Sheen_Weight=0.25,
        Sheen_Roughness=0.4,
    )


def _felt() -> bpy.types.Material:
    """White felt yellowed by washing."""
    nodes = materials.Nodes("felt")
    shade = nodes.mix(nodes.ramp(nodes.noise(0.03, 5, 0.6), 0.4, 0.75), "#ece4d2", "#c9b795")
    return nodes.finish(shade, 0.95, 0.0, nodes.bump(nodes.noise(0.0014, 3, 0.7), 0.5, 0.0006), Sheen_Weight=0.4)


def _strip(name: str, shirt: Garment, path, material, off: float = 0.0034, cells=(4, 12)) -> None:
    """A piece of felt between two lines of the pattern: ``path`` gives its four corners in cells (i, j), down the left
    edge and then the right."""
    (a, b), (c, d) = path

    def sewn(u: float, v: float):
        left = (a[0] + (b[0] - a[0]) * v, a[1] + (b[1] - a[1]) * v)
        right = (c[0] + (d[0] - c[0]) * v, c[1] + (d[1] - c[1]) * v)
        edge = min(u, 1 - u, v, 1 - v)
        lift = off if edge > 0.01 else off * 0.35
        i, j = left[0] + (right[0] - left[0]) * u, left[1] + (right[1] - left[1]) * u
        return tuple(shirt.at(i * NARROW + ASIDE, j, -1, lift))

    forms.sheet(name, (1, 1), cells, material, sewn)


def _stitches(shirt: Garment, name: str, line, thread) -> None:
    """A row of running stitches along ``line`` of the pattern (cells), 7 mm apart."""
    for k, (start, end) in enumerate(zip(line, line[1:], strict=False)):
        length = math.dist(start, end) * shirt.cut.cell
        count = max(1, round(length / 0.0075))
        for s in range(count):
            ends = []
            for t in ((s + 0.18) / count, (s + 0.72) / count):
                i, j = (start[0] + (end[0] - start[0]) * t, start[1] + (end[1] - start[1]) * t)
                ends.append(shirt.at(i * NARROW + ASIDE, j, -1, 0.0042))
            forms.tube(f"{name}-{k}-{s}", ends, 0.0005, thread, 3, steps=1)


def _number(shirt: Garment) -> None:
    """The number 14 in felt, on the back, sewn on by hand."""
    felt = _felt()
    thread = materials.Nodes("thread").finish("#b9ab8e", 0.8)
    top, foot = 7.6, 17.4
    _strip("one", shirt, (((-4.6, top), (-4.6, foot)), ((-2.7, top), (-2.7, foot))), felt, cells=(4, 18))
    _strip("one-flag", shirt, (((-6.0, 9.4), (-6.0, 11.2)), ((-4.6, top), (-4.6, 9.3))), felt, cells=(4, 4))
    _strip("four-stem", shirt, (((3.1, top), (3.1, foot)), ((5.0, top), (5.0, foot))), felt, 0.0036, (4, 18))
    _strip("four-slant", shirt, (((2.2, top), (-1.6, 13.4)), ((3.15, top), (0.4, 13.4))), felt, 0.0033, (4, 12))
    _strip("four-bar", shirt, (((-1.6, 13.3), (-1.6, 14.9)), ((6.4, 13.3), (6.4, 14.9))), felt, 0.0039, (14, 4))
    edge = 0.22
    _stitches(
        shirt,
        "one-stitch",
        [(-4.6 + edge, 9.4), (-4.6 + edge, foot - edge), (-2.7 - edge, foot - edge), (-2.7 - edge, top + edge)],
        thread,
    )
    _stitches(
        shirt,
        "four-stitch",
        [(3.1 + edge, 14.9), (3.1 + edge, foot - edge), (5 - edge, foot - edge), (5 - edge, 14.9 - edge)],
        thread,
    )
    _stitches(shirt, "four-upper", [(5 - edge, 13.3 + edge), (5 - edge, top + edge), (2.3, top + edge)], thread)
    _stitches(shirt, "bar-stitch", [(3.1, 14.9 - edge), (-1.5, 14.9 - edge), (-1.4, 13.3 + edge)], thread)


def _collar(shirt: Garment, material) -> None:
    """A turned-down collar all round the neck, open in front."""
    keys = shirt.neckline()
    half = len(keys) // 2
    keys = keys[half:] + keys[:half] + [keys[half]]
    keys = [(i, j, side) for i, j, side in keys]
    neck = shirt.cut.neck
    middle = sum((shirt.at(*key) for key in keys), Vector()) / len(keys)

    def around(u: float, v: float):
        place = u * (len(keys) - 1)
        k = min(int(place), len(keys) - 2)
        points = []
        for i, _, side in keys[k : k + 2]:
            sewn = shirt.at(i, 0, side)
            out = Vector((sewn.x - middle.x, sewn.y - middle.y, 0)).normalized()
            crown = sewn + out * 0.001 + Vector((0, 0, 0.013))
            reach = abs(i) / neck
            fold = shirt.at(i * (1 + 0.5 * v), 2.4 * v * math.sqrt(max(0.0, 1 - reach**2)), side, 0.0045)
            if v < 0.25:
                points.append(sewn.lerp(crown, v / 0.25))
            else:
                t = (v - 0.25) / 0.75
                points.append(
                    crown.lerp(fold, t) + out * 0.006 * math.sin(math.pi * t) + Vector((0, 0, 0.004 * (1 - t)))
                )
        return tuple(points[0].lerp(points[1], place - k))

    collar = forms.sheet("collar", (1, 1), (48, 8), material, around)
    for loop in collar.data.uv_layers.active.data:
        loop.uv = (loop.uv[0] * 0.5, loop.uv[1] * 0.07)
    forms.soften(forms.thicken(collar, 0.0016, 0.0))


def _hanger() -> bpy.types.Object:
    """A wire hanger on a slim steel stand; returns the thicker, unseen bar that the cloth rests on."""
    wire, steel = materials.steel(0.3), materials.painted("stand", "#2c2b2a", worn=0.2)
    tip, drop = 0.193, 0.085
    bow = [(-0.02, 0, TOP + 0.008), (-tip + 0.012, 0, TOP - drop + 0.004), (-tip, 0, TOP - drop - 0.008)]
    bow += [(-tip + 0.014, 0, TOP - drop - 0.014), (0, 0, TOP - drop - 0.018), (tip - 0.014, 0, TOP - drop - 0.014)]
    bow += [(tip, 0, TOP - drop - 0.008), (tip - 0.012, 0, TOP - drop + 0.004), (0.02, 0, TOP + 0.008)]
    forms.tube("wire", [*bow, (0, 0, TOP + 0.02)], 0.0014, wire, 8, closed=True, steps=5)
    for side in (-1, 1):
        twist = [
            (
                0.0022 * math.cos(k * 1.3 + side * 1.57),
                0.0022 * math.sin(k * 1.3 + side * 1.57),
                TOP + 0.018 + k * 0.0028,
            )
            for k in range(12)
        ]
        forms.tube(f"twist-{side}", twist, 0.0013, wire, 6, steps=2)
    hook = [(0, 0, TOP + 0.045), (0, 0, TOP + 0.062)]
    hook += [
        (0.016 * math.sin(a) - 0.0 + 0.0, 0, TOP + 0.082 - 0.018 * math.cos(a))
        for a in (math.radians(b) for b in (60, 110, 160, 210, 260))
    ]
    forms.tube("hook", hook, 0.0014, wire, 8, steps=5)
    forms.turned("foot", [(0, 0), (0.125, 0), (0.128, 0.003), (0.126, 0.01), (0.012, 0.013), (0, 0.013)], steel, 64)
    high = TOP + 0.09
    rod = [(0, 0.09, 0.01), (0, 0.09, 0.5), (0, 0.09, high - 0.03), (0, 0.075, high - 0.004), (0, 0.03, high + 0.004)]
    forms.tube("rod", [*rod, (0, -0.012, high + 0.004)], 0.005, steel, 12, steps=5)
    rest = [(-tip, 0, TOP - drop - 0.006), (-0.1, 0, TOP - 0.035), (0, 0, TOP)]
    rest += [(0.1, 0, TOP - 0.035), (tip, 0, TOP - drop - 0.006)]
    return forms.tube("rest", rest, 0.011, None, 12, steps=5)


@modelled(
    "football-shirt",
    seed=14,
    view=View(azimuth=-9, elevation=7, lens=85, size=(1500, 1800), margin=0.0),
    detail=View(azimuth=-24, elevation=14, lens=100, target=(0.03, -0.05, 0.69), width=0.36, aperture=11),
)
def football_shirt(rng: random.Random) -> None:
    """A polyester football shirt of the 1980s cut, red with green collar and cuffs, number 14, on a wire hanger."""
    red = _knit("red-knit", "#a5231c", "#7c1713", 0.0017, CUT.rows * CUT.cell - 0.02)
    green = _knit("green-rib", "#1f6a48", "#143f2c", 0.0021)
    rest = solid(_hanger(), 0.005, 60.0)

    def put(across: float, down: float, side: int) -> tuple[float, float, float]:
        wide = abs(across)
        swell = CUT.swell(across, down, 0.06, 0.06)
        return (across * (1 - 0.1 * max(0.0, wide - 0.2)), side * swell, TOP + 0.022 - down - 0.42 * wide)

    shirt = Garment("shirt", CUT, red, put)
    shirt.thing.data.materials.append(green)
    for (i, _, _), face in zip(shirt.cells, shirt.thing.data.polygons, strict=True):
        column = i if i >= 0 else -i - 1
        face.material_index = int(column >= CUT.half + CUT.sleeve - 1)
    held = shirt.indices((i, 0, -1) for k in range(4, 10) for i in (-k, k))
    fall(shirt.thing, 110, held, stiffness=0.15, weight=0.18, apart=0.005, damping=9.0)
    bpy.data.objects.remove(rest)
    _collar(shirt, green)
    _number(shirt)
    forms.soften(shirt.thing)
