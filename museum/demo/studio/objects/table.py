"""The table: what tea and couscous are made and served in."""

from __future__ import annotations

import math
import random

from .. import forms, materials
from ..registry import View, modelled

Profile = list[tuple[float, float]]


def _scoured(name: str = "scoured-aluminium"):
    """Hammered aluminium scoured for years: fine rings, pale dents, grey in the hollows, a burnt foot."""
    nodes = materials.Nodes(name)
    rings = nodes.noise(0.0012, 2, 0.5, nodes.add("ShaderNodeSeparateXYZ", {0: nodes.position()}).outputs[2])
    hammered = nodes.cells(0.011)
    dull = nodes.math("MAXIMUM", nodes.hollows(0.012), nodes.ramp(nodes.noise(0.05, 6, 0.65), 0.5, 0.72, 0, 0.8))
    shade = nodes.mix(nodes.math("MULTIPLY", dull, 0.55), "#c4c5c3", "#77756f")
    height = nodes.add("ShaderNodeSeparateXYZ", {0: nodes.position()}).outputs[2]
    burnt = nodes.math("MULTIPLY", nodes.ramp(height, 0.05, 0.0), nodes.ramp(nodes.noise(0.03, 5), 0.3, 0.6))
    shade = nodes.mix(burnt, shade, "#3a332c")
    uneven = nodes.bump(hammered, 0.22, 0.0016)
    return nodes.finish(shade, nodes.ramp(dull, 0, 1, 0.3, 0.55), 1.0, nodes.bump(rings, 0.1, 0.0003, uneven))


def _ear(name: str, at: tuple[float, float, float], turn: float, metal, lean: float, span: float = 0.075) -> None:
    """A riveted handle: a bent strap standing off the wall, with a plate and two rivets at each end; ``lean`` is the
    wall's slope in degrees."""
    before = set(forms.meshes())
    half = span / 2
    line = [
        (-half, 0, 0),
        (-half, -0.022, 0.003),
        (-half * 0.7, -0.034, 0.006),
        (half * 0.7, -0.034, 0.006),
        (half, -0.022, 0.003),
        (half, 0, 0),
    ]
    forms.tube(f"{name}-strap", line, 0.0052, metal, 10, steps=4, flatten=0.75)
    slope = math.sin(math.radians(lean))
    for side in (-1, 1):
        plate = forms.box(f"{name}-plate-{side}", (0.02, 0.003, 0.028), metal, 0.001, 2)
        forms.place(plate, (side * half, 0.014 * slope, -0.014), (lean, 0, side * 17))
        for z in (-0.009, 0.009):
            rivet = forms.turned(
                f"{name}-rivet-{side}-{z}", [(0, 0), (0.0042, 0), (0.003, 0.0022), (0, 0.003)], metal, 14
            )
            forms.place(rivet, (side * half, -z * slope - 0.0014, z), (90 + lean, 0, side * 17))
    forms.moved_together([t for t in forms.meshes() if t not in before], at, (0, 0, turn))


def _pot(name: str, profile: Profile, metal, rng: random.Random, blows: int) -> object:
    """A vessel turned from ``profile``, beaten about by ``blows``."""
    made = forms.turned(name, profile, metal, 96)
    low, high = min(z for _, z in profile), max(z for _, z in profile)
    for _ in range(blows):
        angle, z = rng.uniform(0, 2 * math.pi), rng.uniform(low + 0.03, high - 0.02)
        r = max(radius for radius, height in profile if abs(height - z) < 0.06)
        forms.dent(
            made, (r * math.cos(angle), r * math.sin(angle), z), rng.uniform(0.018, 0.04), rng.uniform(0.001, 0.0032)
        )
    return forms.disturb(made, 0.0009, 0.05, rng.randrange(99))


def steamer(rng: random.Random) -> list:
    """A couscous steamer, 28 cm across and 40 cm tall: pot, strip of cloth, pierced steamer, lid; returns its parts."""
    start = set(forms.meshes())
    metal = _scoured()
    linen = materials.cloth("strip", "#cbb894", "#b39c74", 0.0016)
    dark = materials.Nodes("hole").finish("#1c1a18", 0.9)
    pot: Profile = [
        (0, 0),
        (0.098, 0),
        (0.112, 0.006),
        (0.126, 0.03),
        (0.133, 0.07),
        (0.13, 0.115),
        (0.118, 0.152),
        (0.113, 0.166),
        (0.116, 0.176),
        (0.1205, 0.179),
        (0.1185, 0.1815),
        (0.112, 0.18),
        (0.109, 0.166),
    ]
    _pot("pot", pot, metal, rng, 9)
    top: Profile = [
        (0.1, 0.168),
        (0.104, 0.176),
        (0.109, 0.186),
        (0.118, 0.2),
        (0.131, 0.24),
        (0.139, 0.286),
        (0.1405, 0.31),
        (0.144, 0.314),
        (0.1435, 0.318),
        (0.139, 0.3175),
        (0.137, 0.306),
        (0.128, 0.25),
        (0.112, 0.2),
    ]
    _pot("steamer", top, metal, rng, 8)
    for ring in range(3):
        for k in range(40):
            angle = 2 * math.pi * (k + ring * 0.5) / 40
            z = 0.2075 + ring * 0.0125
            r = 0.118 + (z - 0.2) * 0.325 + 0.0006
            hole = forms.turned("hole", [(0.0021, 0), (0, 0.0004)], dark, 10)
            forms.place(hole, (r * math.cos(angle), r * math.sin(angle), z), (0, 72, math.degrees(angle)))
    lid: Profile = [
        (0.146, 0.3175),
        (0.1465, 0.321),
        (0.13, 0.331),
        (0.09, 0.348),
        (0.04, 0.36),
        (0.012, 0.3645),
        (0, 0.365),
    ]
    _pot("lid", lid, metal, rng, 3)
    forms.turned(
        "knob",
        [
            (0, 0.364),
            (0.008, 0.364),
            (0.0075, 0.374),
            (0.017, 0.382),
            (0.021, 0.39),
            (0.0175, 0.397),
            (0.008, 0.4),
            (0, 0.4),
        ],
        metal,
        40,
    )
    for k, angle in enumerate((0, 180)):
        side = math.radians(angle)
        _ear(f"pot-ear-{k}", (0.1193 * math.cos(side), 0.1193 * math.sin(side), 0.13), angle + 90, metal, -18)
        _ear(f"top-ear-{k}", (0.1333 * math.cos(side), 0.1333 * math.sin(side), 0.283), angle + 90, metal, 9)

    def strip(u: float, v: float):
        angle = 2 * math.pi * u + 0.4
        fold = 0.0012 * math.sin(angle * 31) + 0.0009 * math.sin(angle * 13 + 1)
        r = 0.117 + 0.0035 * v + 0.0065 * math.sin(math.pi * v) ** 0.6 + fold
        return (r * math.cos(angle), r * math.sin(angle), 0.166 + 0.034 * v + 0.001 * math.sin(angle * 5))

    forms.thicken(forms.sheet("strip", (1, 1), (160, 4), linen, strip), 0.0012)
    front = -math.radians(70)
    x, y = 0.1275 * math.cos(front), 0.1275 * math.sin(front)
    forms.tube(
        "knot",
        [
            (x - 0.012, y, 0.186),
            (x - 0.002, y - 0.008, 0.178),
            (x + 0.01, y - 0.004, 0.176),
            (x + 0.006, y - 0.007, 0.187),
            (x - 0.006, y - 0.008, 0.184),
            (x - 0.004, y - 0.008, 0.172),
        ],
        0.0055,
        linen,
        12,
    )
    for k, (dx, dz) in enumerate(((-0.022, -0.05), (0.02, -0.042))):
        forms.tube(
            f"end-{k}",
            [
                (x, y - 0.006, 0.178),
                (x + dx * 0.5, y - 0.013, 0.168),
                (x + dx, y - 0.011, 0.178 + dz * 0.7),
                (x + dx * 1.2, y - 0.0125, 0.178 + dz),
            ],
            0.0022,
            linen,
            10,
            flatten=3.2,
        )
    return [thing for thing in forms.meshes() if thing not in start]


@modelled(
    "couscous-steamer",
    seed=22,
    texture=768,
    view=View(azimuth=-18, elevation=12, lens=90, size=(1500, 1800), margin=-0.02),
    detail=View(azimuth=-16, elevation=10, lens=100, target=(0.03, -0.12, 0.195), width=0.19, aperture=8),
)
def couscous_steamer(rng: random.Random) -> None:
    """A steamer in two parts of dented aluminium, the joint bound with a strip of cloth."""
    steamer(rng)


def _engraved(name: str, gold: bool = False):
    """Silver plate or brass cut with rings of small leaves and lozenges round the axis."""
    nodes = materials.Nodes(name)
    where = nodes.add("ShaderNodeSeparateXYZ", {0: nodes.position()}).outputs
    angle = nodes.math("ARCTAN2", where[1], where[0])
    radius = nodes.math("SQRT", nodes.math("ADD", *(nodes.math("MULTIPLY", where[k], where[k]) for k in (0, 1))))
    around = nodes.math("PINGPONG", nodes.math("MULTIPLY", angle, 24 / math.pi), 0.5)
    across = nodes.math("PINGPONG", nodes.math("MULTIPLY", nodes.math("ADD", radius, where[2]), 62.0), 0.5)
    leaf = nodes.ramp(nodes.math("ADD", around, across), 0.44, 0.5)
    rings = nodes.ramp(across, 0.03, 0.06)
    cut = nodes.math("MINIMUM", nodes.math("MULTIPLY", leaf, 1.0), rings)
    tarnish = nodes.math("MAXIMUM", nodes.hollows(0.006), nodes.ramp(nodes.noise(0.04, 5, 0.6), 0.5, 0.75, 0, 0.6))
    tarnish = nodes.math("MAXIMUM", tarnish, nodes.math("MULTIPLY", nodes.math("SUBTRACT", 1.0, cut), 0.75))
    bright, dull = ("#cfa85c", "#6a4a20") if gold else ("#dedbd3", "#6e675b")
    return nodes.finish(
        nodes.mix(tarnish, bright, dull), nodes.ramp(tarnish, 0, 1, 0.14, 0.42), 1.0, nodes.bump(cut, 0.35, 0.0005)
    )


def teapot(rng: random.Random) -> list:
    """A silver-plated teapot 22 cm tall at the origin, its spout to the left (-X); returns its parts."""
    start = set(forms.meshes())
    engraved, plain = _engraved("engraved-silver"), materials.silver(0.5)
    body: Profile = [
        (0, 0.018),
        (0.03, 0.018),
        (0.042, 0.024),
        (0.058, 0.042),
        (0.066, 0.066),
        (0.064, 0.092),
        (0.052, 0.116),
        (0.041, 0.13),
        (0.037, 0.138),
        (0.04, 0.142),
        (0.0405, 0.145),
    ]
    forms.turned("body", body, engraved, 96)
    forms.turned(
        "collar",
        [(0.0375, 0.136), (0.0425, 0.1385), (0.043, 0.1415), (0.0415, 0.145), (0.037, 0.1455)],
        plain,
        72,
        closed=True,
    )
    lid: Profile = [
        (0.0415, 0.1455),
        (0.042, 0.148),
        (0.036, 0.158),
        (0.026, 0.17),
        (0.0165, 0.177),
        (0.012, 0.184),
        (0.0095, 0.19),
        (0.0055, 0.1935),
    ]
    forms.turned("lid", lid, engraved, 72)
    finial: Profile = [
        (0.004, 0.1925),
        (0.0085, 0.198),
        (0.0095, 0.203),
        (0.0055, 0.208),
        (0.0035, 0.2105),
        (0.0055, 0.2135),
        (0.003, 0.2185),
        (0, 0.2205),
    ]
    forms.turned("finial", finial, plain, 36)
    for k in range(4):
        angle = math.radians(45 + 90 * k)
        x, y = math.cos(angle), math.sin(angle)
        forms.tube(
            f"foot-{k}",
            [
                (0.036 * x, 0.036 * y, 0.026),
                (0.044 * x, 0.044 * y, 0.015),
                (0.043 * x, 0.043 * y, 0.006),
                (0.05 * x, 0.05 * y, 0.0028),
            ],
            lambda t: 0.0062 - 0.0026 * t,
            plain,
            12,
        )
    spout = [
        (-0.052, 0, 0.052),
        (-0.082, 0, 0.066),
        (-0.097, 0, 0.098),
        (-0.104, 0, 0.134),
        (-0.128, 0, 0.158),
        (-0.142, 0, 0.162),
    ]
    forms.tube("spout", spout, lambda t: 0.0155 - 0.0105 * t**0.6 + 0.001 * max(0, t - 0.9) * 10, plain, 18, steps=6)
    handle = [
        (0.038, 0, 0.12),
        (0.066, 0, 0.139),
        (0.104, 0, 0.138),
        (0.118, 0, 0.108),
        (0.108, 0, 0.074),
        (0.084, 0, 0.05),
        (0.06, 0, 0.052),
    ]
    forms.tube("handle", handle, lambda t: 0.0046 + 0.0016 * math.sin(math.pi * t), plain, 14, steps=6)
    for z in (0.118, 0.06):
        forms.place(
            forms.turned(f"bead-{z}", [(0, -0.006), (0.006, 0), (0, 0.006)], plain, 20),
            (0.109 if z > 0.1 else 0.098, 0, z),
        )
    hinge = forms.box("hinge", (0.01, 0.012, 0.007), plain, 0.0015, at=(0.0425, 0, 0.1425))
    return [thing for thing in forms.meshes() if thing not in start] or [hinge]


def tray(rng: random.Random, radius: float = 0.2) -> list:
    """A round engraved tray of 40 cm with a scalloped rim, at the origin; returns its parts."""
    start = set(forms.meshes())
    engraved, plain = _engraved("engraved-brass", gold=True), materials.brass(0.5)
    r = radius
    forms.turned(
        "tray",
        [
            (0, 0.004),
            (r * 0.86, 0.004),
            (r * 0.9, 0.0055),
            (r * 0.945, 0.013),
            (r * 0.985, 0.017),
            (r * 0.985, 0.0155),
            (r * 0.94, 0.0108),
            (r * 0.9, 0.0032),
            (r * 0.86, 0.002),
            (0, 0.002),
        ],
        engraved,
        112,
    )
    rim = [
        (
            (r * 0.99 + 0.0022 * math.cos(24 * a)) * math.cos(a),
            (r * 0.99 + 0.0022 * math.cos(24 * a)) * math.sin(a),
            0.0168,
        )
        for a in (2 * math.pi * k / 144 for k in range(144))
    ]
    forms.tube("rim", rim, 0.0026, plain, 6, closed=True, steps=1)
    for k in range(3):
        angle = math.radians(30 + 120 * k)
        foot = forms.turned(
            f"tray-foot-{k}", [(0, -0.006), (0.007, -0.006), (0.009, 0), (0.007, 0.003), (0, 0.003)], plain, 20
        )
        forms.place(foot, (r * 0.6 * math.cos(angle), r * 0.6 * math.sin(angle), 0))
    return [thing for thing in forms.meshes() if thing not in start]


def tea_glass(rng: random.Random, colour: str = "#2f7d5b", tea: float = 0.0, chipped: bool = False) -> list:
    """A tea glass 8 cm tall at the origin, with gilded lines and a band of painted lozenges; ``tea`` is how full it is,
    0 to 1. Returns its parts."""
    start = set(forms.meshes())
    clear = materials.glass("tea-glass", "#f4f7f3", 0.01)
    gold = materials.gilding()
    paint = materials.plastic(f"glass-paint-{colour}", colour, 0.25, 0.2)
    outer = [(0.0195, 0.0), (0.0215, 0.004), (0.0225, 0.02), (0.0245, 0.05), (0.0275, 0.08)]
    inner = [(0.0264, 0.08), (0.0233, 0.05), (0.0212, 0.02), (0.0195, 0.009), (0, 0.0075)]
    wall = forms.turned("wall", [(0, 0), *outer, *inner], clear, 56)
    if chipped:
        for vertex in wall.data.vertices:
            apart = math.hypot(vertex.co.x - 0.014, vertex.co.y + 0.0228)
            if vertex.co.z > 0.079 and apart < 0.0075:
                vertex.co.z -= 0.0038 * (1 - (apart / 0.0075) ** 2)

    def radius(z: float) -> float:
        pairs = zip(outer, outer[1:], strict=False)
        (a, low), (b, high) = next((p, q) for p, q in pairs if z <= q[1] + 1e-9)
        return a + (b - a) * (z - low) / (high - low) + 0.00025

    for z, height in ((0.0735, 0.0022), (0.063, 0.0009), (0.0405, 0.0009)):
        band = [(radius(z), z), (radius(z + height), z + height)]
        forms.turned(f"line-{z}", band, gold, 56)
    count = 10
    for k in range(count):
        angle = 2 * math.pi * k / count

        def lozenge(u: float, v: float, angle: float = angle):
            a = (u - 0.5) * 0.42 * (1 - abs(2 * v - 1)) + angle
            z = 0.0428 + v * 0.0186
            r = radius(z)
            return (r * math.cos(a), r * math.sin(a), z)

        forms.sheet(f"lozenge-{k}", (1, 1), (2, 4), gold if k % 2 else paint, lozenge)
    if tea:
        amber = materials.Nodes("tea")
        level = 0.0085 + tea * 0.06
        brew = amber.finish("#cf7f2c", 0.02, 0.0, IOR=1.33, Transmission_Weight=0.7)
        forms.turned(
            "tea",
            [
                (0, 0.0082),
                (0.019, 0.0092),
                (0.0208, 0.02),
                (0.0229, 0.05),
                (0.0229 + (level - 0.05) * 0.1, level),
                (0, level),
            ],
            brew,
            36,
        )
    return [thing for thing in forms.meshes() if thing not in start]


@modelled(
    "teapot-and-tray",
    seed=16,
    texture=768,
    view=View(azimuth=-12, elevation=22, lens=85, size=(1800, 1500), margin=-0.09),
    detail=View(azimuth=-24, elevation=16, lens=100, target=(-0.02, 0.0, 0.1), width=0.2, aperture=8),
)
def teapot_and_tray(rng: random.Random) -> None:
    """A teapot on its engraved tray with three glasses, one of them filled."""
    tray(rng)
    forms.moved_together(teapot(rng), (0.02, 0.045, 0.0042), (0, 0, -16))
    for at, tea, colour in (
        ((-0.088, -0.058), 0.75, "#2f7d5b"),
        ((0.0, -0.108), 0.0, "#a83a32"),
        ((0.098, -0.068), 0.0, "#2b4f8c"),
    ):
        forms.moved_together(tea_glass(rng, colour, tea), (*at, 0.0042), (0, 0, rng.uniform(0, 30)))


@modelled(
    "tea-glasses",
    seed=17,
    texture=768,
    view=View(azimuth=-16, elevation=20, lens=90, size=(1800, 1500), margin=-0.05),
    detail=View(azimuth=-10, elevation=14, lens=100, target=(0.0, -0.06, 0.046), width=0.14, aperture=8),
)
def tea_glasses(rng: random.Random) -> None:
    """Six small glasses: one of them filled, one chipped, the gold worn where one drinks."""
    colours = ("#2f7d5b", "#a83a32", "#2b4f8c", "#c58a24", "#2f7d5b", "#a83a32")
    places = ((-0.076, 0.034), (0.0, 0.048), (0.078, 0.03), (-0.06, -0.05), (0.018, -0.044), (0.09, -0.058))
    for k, (colour, at) in enumerate(zip(colours, places, strict=True)):
        forms.moved_together(
            tea_glass(rng, colour, 0.8 if k == 4 else 0.0, k == 3), (*at, 0), (0, 0, rng.uniform(0, 40))
        )
