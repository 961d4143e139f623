"""Small metal worn or carried: the lamp tokens, the miner's helmet with its cap lamp, the medal, the union badge.

No emblem of a state, a regiment or a union: a plain star, a laurel, a gear and one word.
"""

from __future__ import annotations

import math
import random

import bmesh
import bpy

from .. import forms, materials
from ..registry import View, modelled


def _rounded(corners, radius: float, steps: int = 5) -> list[tuple[float, float]]:
    """The outline of a polygon with its corners rounded."""
    found = []
    count = len(corners)
    for k, (x, y) in enumerate(corners):
        ends = []
        for near in (corners[k - 1], corners[(k + 1) % count]):
            length = math.dist((x, y), near)
            ends.append((x + (near[0] - x) * radius / length, y + (near[1] - y) * radius / length))
        for step in range(steps + 1):
            t = step / steps
            found.append(
                tuple((1 - t) ** 2 * a + 2 * t * (1 - t) * c + t * t * b for a, b, c in zip(*ends, (x, y), strict=True))
            )
    return found


def _circle(radius: float, segments: int = 64) -> list[tuple[float, float]]:
    return [
        (radius * math.cos(2 * math.pi * k / segments), radius * math.sin(2 * math.pi * k / segments))
        for k in range(segments)
    ]


def _holed(name: str, outline, hole, radius: float, height: float, material, rounding: float):
    """A plate of ``outline``, ``height`` thick above z = 0, with a round hole of ``radius`` centred on ``hole``."""
    shape = bmesh.new()
    edges = []
    for loop in (outline, [(x + hole[0], y + hole[1]) for x, y in _circle(radius, 40)]):
        points = [shape.verts.new((x, y, 0.0)) for x, y in loop]
        edges += [shape.edges.new((points[k - 1], points[k])) for k in range(len(points))]
    bmesh.ops.triangle_fill(shape, use_beauty=True, use_dissolve=False, edges=edges, normal=(0, 0, 1))
    for face in shape.faces:
        if face.normal.z < 0:
            face.normal_flip()
    mesh = bpy.data.meshes.new(name)
    shape.to_mesh(mesh)
    shape.free()
    mesh.materials.append(material)
    thing = bpy.data.objects.new(name, mesh)
    bpy.context.collection.objects.link(thing)
    forms.thicken(thing, height, 1.0)
    return forms.bevel(forms.crease(thing, 30), rounding, 2)


def _plate(name: str, outline, hole: tuple[float, float], material, figures_at: float):
    """A token: a plate 2 mm thick with a hole and the number 417 stamped into it; returns its parts."""
    before = len(forms.meshes())
    _holed(name, outline, hole, 0.0022, 0.002, material, 0.0003)
    stamped = materials.Nodes(f"{name}-struck").finish("#2a2018", 0.8, 0.3)
    forms.lettering(f"{name}-number", "417", 0.0085, 0.00012, stamped, at=(0, figures_at, 0.00203))
    return forms.meshes()[before:]


@modelled(
    "lamp-token",
    seed=9,
    view=View(azimuth=-16, elevation=46, lens=100),
    detail=View(azimuth=-24, elevation=36, lens=100, target=(0.0, 0.002, 0.002), width=0.05, aperture=16),
)
def lamp_token(rng: random.Random) -> None:
    """Three tokens of one man: round, square and triangular, in brass and aluminium, lying one upon another."""
    brass, aluminium = materials.brass(0.35), materials.aluminium(0.3)
    parts = _plate("round", _circle(0.02, 72), (0, 0.0145), brass, -0.0055)
    ring = forms.turned(
        "rim", [(0.0176, 0.0019), (0.0178, 0.00225), (0.0184, 0.00225), (0.0186, 0.0019)], brass, 72, closed=True
    )
    forms.moved_together([*parts, ring], (-0.012, 0.008, 0), (0, 0, 14))
    half = 0.0175
    square = _rounded([(-half, -half), (half, -half), (half, half), (-half, half)], 0.003)
    parts = _plate("square", square, (0, 0.0125), aluminium, -0.0065)
    forms.moved_together(parts, (0.0188, 0.006, 0.00118), (0, 4.0, 0))
    triangle = _rounded([(-0.0225, -0.013), (0.0225, -0.013), (0, 0.026)], 0.0035)
    parts = _plate("triangle", triangle, (0, 0.0155), brass, -0.0085)
    forms.moved_together(parts, (-0.0155, -0.0292, 0.00095), (4.1, 0, 0))


SHELL = (0.1, 0.122, 0.022, 0.126)


def _crown(y: float, lift: float = 0.0) -> float:
    """The height of the helmet's shell over its middle line."""
    reach = min(abs(y) / SHELL[1], 1.0)
    return SHELL[2] + SHELL[3] * (1 - reach**2.3) ** (1 / 2.3) + lift


@modelled(
    "miners-helmet",
    seed=10,
    view=View(azimuth=-42, elevation=17, lens=85, margin=0.03),
    detail=View(azimuth=-34, elevation=12, lens=100, target=(0, -0.125, 0.09), width=0.15, aperture=8),
)
def miners_helmet(rng: random.Random) -> None:
    """A miner's helmet of boiled leather with a low brim, its electric cap lamp and the cable over the crown."""
    hide = materials.leather("boiled-leather", "#4a2f1f", 0.7)
    dark, steel = materials.plastic("lamp-case", "#24231f", 0.4, 0.5), materials.steel(0.35)
    rubber = materials.plastic("rubber", "#1d1c1b", 0.6, 0.3)
    width, length, base, height = SHELL
    profile = [(1.2, base - 0.008), (1.12, base - 0.004), (1.04, base), (1.0, base + 0.004)]
    for step in range(1, 21):
        t = math.sin(math.pi / 2 * step / 20)
        profile.append((max(0.0, 1 - t**2.3) ** (1 / 2.3), base + 0.004 + (height - 0.004) * t))
    shell = forms.turned("shell", profile, hide, 96)
    for vertex in shell.data.vertices:
        x, y, z = vertex.co
        reach = math.hypot(x, y)
        if reach > 1.001:
            ahead = max(0.0, -y / reach)
            out = (reach - 1) * (0.5 + 0.75 * ahead**2 + 0.2 * max(0.0, y / reach))
            z -= 0.012 * ahead * (reach - 1) / 0.2
            x, y = x / reach * (1 + out), y / reach * (1 + out)
        rib = math.exp(-((x / 0.09) ** 2)) + 0.7 * math.exp(-(((abs(x) - 0.42) / 0.06) ** 2))
        if reach < 0.97:
            z += 0.0035 * rib * min(1.0, (0.97 - reach) * 6)
        vertex.co = (x * width, y * length, z)
    shell.data.update()
    forms.disturb(shell, 0.0012, 0.05, 3)
    forms.dent(shell, (-0.07, -0.05, 0.11), 0.03, 0.0022)
    forms.thicken(shell, 0.003)
    forms.crease(shell, 60)
    for side in (-1, 1):
        for y in (-0.06, 0.07):
            across = side * width * math.sqrt(1 - (y / length) ** 2)
            rivet = forms.turned("rivet", [(0, 0.003), (0.003, 0.0022), (0.0046, 0), (0, -0.001)][::-1], steel, 16)
            forms.place(rivet, (across * 1.0, y, base + 0.016), (0, side * 86, 0))
    front = -length * 0.93
    forms.place(
        forms.box("bracket", (0.036, 0.012, 0.044), steel, 0.0015), (0, front - 0.002, base + 0.042), (-14, 0, 0)
    )
    lamp = [
        forms.turned(
            "case",
            [
                (0, 0),
                (0.024, 0),
                (0.028, 0.004),
                (0.03, 0.016),
                (0.034, 0.02),
                (0.034, 0.03),
                (0.031, 0.03),
                (0.029, 0.012),
                (0, 0.01),
            ],
            dark,
            64,
        ),
        forms.turned(
            "bezel",
            [(0.0305, 0.027), (0.035, 0.027), (0.0358, 0.03), (0.0345, 0.034), (0.031, 0.0345), (0.0305, 0.032)],
            steel,
            64,
            closed=True,
        ),
        forms.turned(
            "reflector", [(0.004, 0.0125), (0.014, 0.016), (0.024, 0.022), (0.03, 0.0295)], materials.chrome(), 48
        ),
        forms.turned(
            "bulb", [(0, 0.012), (0.003, 0.013), (0.0042, 0.018), (0.003, 0.022), (0, 0.023)], materials.brass(), 16
        ),
        forms.turned(
            "lens",
            [(0, 0.0325), (0.02, 0.032), (0.0306, 0.03), (0.0306, 0.029), (0, 0.0305)],
            materials.glass("lens"),
            48,
        ),
        forms.place(
            forms.turned("switch", [(0, 0), (0.007, 0), (0.007, 0.006), (0, 0.0065)], rubber, 20),
            (0.03, 0, 0.018),
            (0, 90, 0),
        ),
    ]
    forms.moved_together(lamp, (0, front - 0.008, base + 0.064), (84, 0, 0))
    lift = 0.0068
    line = [(0, front - 0.014, base + 0.095), (0, front + 0.002, base + 0.106)]
    line += [(0, y, _crown(y, lift)) for y in (-0.088, -0.065, -0.04, -0.01, 0.02, 0.05, 0.08, 0.1, 0.115)]
    line += [
        (0.0, 0.131, 0.05),
        (0.003, 0.152, 0.016),
        (0.03, 0.162, 0.0032),
        (0.085, 0.135, 0.0032),
        (0.128, 0.07, 0.0032),
        (0.136, 0.0, 0.0032),
        (0.128, -0.05, 0.0032),
    ]
    forms.tube("cable", line, 0.0032, rubber, 10, steps=6)
    clip = forms.box("clip", (0.014, 0.016, 0.0022), steel, 0.0006)
    forms.place(clip, (0, 0.066, _crown(0.066, 0.0095)), (-24, 0, 0))


def _striped(name: str):
    """Ribbon: plain stripes across the width, woven, a little faded and soiled."""
    nodes = materials.Nodes(name)
    across = nodes.add("ShaderNodeSeparateXYZ", {0: nodes.uv()}).outputs[0]
    middle = nodes.math("ABSOLUTE", nodes.math("SUBTRACT", across, 0.5))
    sand = nodes.math("LESS_THAN", nodes.math("ABSOLUTE", nodes.math("SUBTRACT", middle, 0.3)), 0.055)
    madder = nodes.math("LESS_THAN", middle, 0.09)
    shade = nodes.mix(madder, nodes.mix(sand, "#3d5546", "#cdb98a"), "#a8762c")
    shade = nodes.mix(nodes.ramp(nodes.noise(0.015, 5), 0.4, 0.75, 0, 0.35), shade, "#6d6250")
    return nodes.finish(shade, 0.75, 0.0, nodes.bump(nodes.wave(0.0007, "Y"), 0.5, 0.0002), Sheen_Weight=0.3)


def _star(radius: float, inner: float, height: float, material):
    """A five-pointed star, its arms ridged."""
    ring = [
        (r * math.sin(math.pi * k / 5), r * math.cos(math.pi * k / 5), 0.0)
        for k, r in ((k, radius if k % 2 == 0 else inner) for k in range(10))
    ]
    mesh = bpy.data.meshes.new("star")
    mesh.from_pydata([*ring, (0, 0, height)], [], [((k + 1) % 10, k, 10) for k in range(10)])
    mesh.materials.append(material)
    made = bpy.data.objects.new("star", mesh)
    bpy.context.collection.objects.link(made)
    return made


@modelled(
    "medal",
    seed=38,
    view=View(azimuth=-20, elevation=44, lens=90, size=(1500, 1800), margin=0.03),
    detail=View(
        azimuth=-14, elevation=50, lens=100, target=(0.004, -0.031, 0.01), width=0.052, aperture=16, size=(1800, 1500)
    ),
)
def medal(rng: random.Random) -> None:
    """A bronze medal 3 cm across on a striped ribbon, lying on a closed service booklet; a star within a laurel."""
    bronze = materials.metal("bronze", "#9a6b3e", "#3b2817", 0.4, 0.32, 0.012)
    cover = materials.leather("booklet-cover", "#59604f", 0.35)
    leaves = materials.Nodes("leaves").finish("#d9cba8", 0.9)
    ink = materials.Nodes("ink").finish("#1e1c18", 0.8)
    thick = 0.0065
    forms.box("back", (0.1, 0.15, 0.0009), cover, 0.0004, 2)
    forms.box("block", (0.0965, 0.146, thick - 0.0016), leaves, 0, at=(-0.0007, 0, 0.0008))
    forms.box("front", (0.1, 0.15, 0.0009), cover, 0.0004, 2, at=(0, 0, thick - 0.0009))
    forms.box("spine", (0.0016, 0.15, thick), cover, 0.0007, 2, at=(-0.05, 0, 0))
    label = materials.Nodes("label")
    aged = label.ramp(label.noise(0.02, 5, 0.6), 0.4, 0.75, 0, 0.6)
    label = label.finish(label.mix(aged, "#dccfae", "#a58d62"), 0.9)
    forms.box("label", (0.07, 0.024, 0.0002), label, 0, at=(0, 0.053, thick))
    forms.lettering("title", "LIVRET", 0.0062, 0.0001, ink, at=(0, 0.0545, thick + 0.0003))
    forms.lettering("mark", "SPÉCIMEN", 0.003, 0.0001, ink, at=(0, 0.0465, thick + 0.0003))
    before = len(forms.meshes())
    forms.turned(
        "disc",
        [
            (0, 0),
            (0.0142, 0),
            (0.015, 0.0006),
            (0.015, 0.0024),
            (0.0146, 0.0028),
            (0.0138, 0.0028),
            (0.0134, 0.0021),
            (0, 0.0021),
        ],
        bronze,
        96,
    )
    forms.place(_star(0.0066, 0.0029, 0.0015, bronze), (0, 0.0006, 0.002))
    for side in (-1, 1):
        for k in range(9):
            angle = math.radians(-78 + 17.5 * k)
            for off, lean in ((-0.0008, 38), (0.0008, -38)):
                radius = 0.0107 + off
                leaf = forms.turned("leaf", [(0, -0.0018), (0.0006, -0.0004), (0.0005, 0.0008), (0, 0.0019)], bronze, 8)
                turn = math.degrees(angle) * side + (90 if side > 0 else -90) - 90 + lean * side
                forms.place(
                    leaf,
                    (side * radius * math.cos(angle), radius * math.sin(angle), 0.0022),
                    (90, 0, turn + 180),
                )
    forms.place(
        forms.turned("knot", [(0, 0), (0.0012, 0), (0.0009, 0.0007), (0, 0.0009)], bronze, 12), (0, -0.0108, 0.002)
    )
    forms.place(
        forms.turned("ball", [(0, -0.002), (0.0018, -0.001), (0.0021, 0), (0.0018, 0.001), (0, 0.002)], bronze, 16),
        (0, 0.0164, 0.0021),
    )
    forms.tube(
        "ring",
        [
            (0.0048 * math.cos(a), 0.0222 + 0.0048 * math.sin(a), 0.0016 + 0.0006 * math.sin(a))
            for a in (2 * math.pi * k / 12 for k in range(12))
        ],
        0.0007,
        bronze,
        8,
        closed=True,
        steps=4,
    )

    def lie(u: float, v: float):
        narrow = min(1.0, 0.38 + v * 3.0)
        ripple = 0.0012 * math.sin(v * 5.5 + u * 1.3) ** 2
        return ((u - 0.5) * 0.032 * narrow, 0.0252 + v * 0.044, 0.0012 + ripple + (0.0012 * (1 - v) ** 4))

    forms.thicken(forms.sheet("ribbon", (1, 1), (32, 36), _striped("ribbon"), lie), 0.0005)
    forms.box("bar", (0.035, 0.0045, 0.0022), bronze, 0.0006, at=(0, 0.0692, 0.0008))
    forms.moved_together(forms.meshes()[before:], (0.006, -0.037, thick + 0.0001), (0, 0, 12))


@modelled(
    "union-badge",
    seed=29,
    view=View(azimuth=-14, elevation=40, lens=100),
)
def union_badge(rng: random.Random) -> None:
    """An enamel badge 4 cm across, resting on its pin: a gear, a red field and a strip with the word « Dignité »."""
    gilt = materials.metal("gilt", "#c9a25a", "#6b5330", 0.35, 0.25, 0.012)

    def enamel(name: str, colour: str):
        nodes = materials.Nodes(name)
        cloud = nodes.ramp(nodes.noise(0.006, 5, 0.6), 0.35, 0.75, 0, 0.4)
        return nodes.finish(
            nodes.mix(cloud, colour, "#1a0f0d"),
            0.22,
            0.0,
            nodes.bump(nodes.noise(0.003, 3), 0.15, 0.0002),
            Coat_Weight=0.6,
        )

    red, cream = (
        enamel("red-enamel", "#a01f1c"),
        materials.Nodes("cream-enamel").finish("#e9dfc6", 0.25, 0.0, Coat_Weight=0.5),
    )
    forms.turned(
        "plate",
        [
            (0, 0),
            (0.0192, 0),
            (0.02, 0.0005),
            (0.02, 0.0018),
            (0.0196, 0.0022),
            (0.0187, 0.0022),
            (0.0184, 0.0016),
            (0, 0.0016),
        ],
        gilt,
        96,
    )
    forms.turned("field", [(0.0184, 0.0015), (0.0182, 0.0019), (0.012, 0.0022), (0, 0.0023)], red, 96)
    teeth = []
    for k in range(12):
        for part, radius in ((-0.34, 0.0126), (-0.2, 0.015), (0.2, 0.015), (0.34, 0.0126)):
            angle = 2 * math.pi * (k + part) / 12
            teeth.append((radius * math.cos(angle), radius * math.sin(angle)))
    forms.place(_holed("gear", teeth, (0, 0), 0.0092, 0.001, gilt, 0.00018), (0, 0, 0.0018))
    forms.box("strip-frame", (0.0372, 0.0088, 0.0016), gilt, 0.0005, at=(0, 0, 0.0018))
    forms.box("strip", (0.0358, 0.0074, 0.0004), cream, 0.0002, at=(0, 0, 0.0032))
    forms.lettering("word", "DIGNITÉ", 0.0044, 0.0003, gilt, at=(0, -0.0022, 0.0036))
    forms.place(
        forms.tube(
            "pin",
            [(-0.013, 0.004, -0.0022), (0, 0.0042, -0.0025), (0.013, 0.004, -0.0022)],
            0.0005,
            materials.steel(),
            8,
        )
    )
    for side in (-1, 1):
        forms.box("catch", (0.003, 0.003, 0.0028), gilt, 0.0005, at=(side * 0.0125, 0.004, -0.0027))
    forms.moved_together(forms.meshes(), (0, 0, 0.0027), (6.5, 0, 9))
