"""Luggage: the fibreboard suitcase tied with string, and the woven bag that swallows everything."""

from __future__ import annotations

import math
import random

from ...drawings.objects.lettering import centred, handwriting, words
from ...drawings.svg import Sheet, line, rect, star
from .. import forms, materials
from ..registry import View, modelled

WIDTH, DEPTH, HEIGHT = 0.6, 0.18, 0.38
Point = tuple[float, float, float]


def _board():
    """Pressed board under brown lacquer: scuffed along its edges, scratched, stained by water from below."""
    nodes = materials.Nodes("lacquered-board")
    worn = nodes.ramp(nodes.math("ADD", nodes.edges(0.5, 0.58), nodes.noise(0.02, 6, 0.7)), 1.02, 1.25)
    stain = nodes.ramp(nodes.noise(0.16, 5, 0.6), 0.42, 0.68, 0, 0.75)
    height = nodes.add("ShaderNodeSeparateXYZ", {0: nodes.position()}).outputs[2]
    damp = nodes.math("MULTIPLY", nodes.ramp(height, 0.12, 0.02), nodes.ramp(nodes.noise(0.05, 4), 0.35, 0.6))
    scratches = nodes.ramp(nodes.noise(0.012, 3, 0.4, distortion=6.0), 0.63, 0.66, 0, 0.35)
    shade = nodes.mix(stain, "#8a5a30", "#57371c")
    shade = nodes.mix(nodes.math("MULTIPLY", damp, 0.6), shade, "#3a2616")
    shade = nodes.mix(nodes.math("MAXIMUM", worn, scratches), shade, "#c0a377")
    return nodes.finish(
        shade,
        nodes.ramp(worn, 0, 1, 0.42, 0.88),
        0.0,
        nodes.bump(nodes.cells(0.0042), 0.3, 0.0005, nodes.bump(scratches, 0.3, 0.0003)),
    )


def _sticker() -> Sheet:
    """A label of the left-luggage office, half worn off: a number, a star, lines nobody can read any more."""
    sheet = Sheet(1000, 640, 91)
    sheet.path(rect(0, 0, 1000, 640), fill="#d9c9a0")
    sheet.path(rect(34, 34, 932, 572, 16), stroke="#274a6b", width=14)
    sheet.path(rect(34, 34, 932, 120), fill="#274a6b")
    sheet.path(centred("BAGAGES", 500, 60, 66, 1.2), stroke="#d9c9a0", width=12)
    sheet.path(centred("1963", 690, 250, 120), stroke="#a6392e", width=17)
    sheet.path(star(240, 330, 8, 110, 68), fill="#274a6b")
    for k in range(3):
        sheet.path(words(sheet.rng, 120, 470 + k * 40, 760 - k * 190, 15), fill="#274a6b")
    for _ in range(60):
        x, y = sheet.rng.uniform(0, 1000), sheet.rng.uniform(0, 640)
        sheet.path(
            line(x, y, x + sheet.rng.uniform(-90, 90), y + sheet.rng.uniform(-30, 30)),
            stroke="#8a5a30",
            width=sheet.rng.uniform(2, 10),
            opacity=0.55,
        )
    return sheet


def _tag() -> Sheet:
    """A card tag: an address written by hand, with no name that can be read."""
    sheet = Sheet(420, 760, 92)
    sheet.path(rect(0, 0, 420, 760), fill="#d8c49a")
    sheet.path(rect(0, 0, 420, 760), stroke="#8c6d3c", width=14)
    for k, length in enumerate((300, 250, 320, 200)):
        sheet.path(handwriting(sheet.rng, 50, 300 + k * 100, length, 52), stroke="#2c3550", width=9)
    return sheet


def _loop(along: str, at: float, rng: random.Random, slack: float = 0.0026) -> list[Point]:
    """String round the case: ``along`` X goes round it lying, Z standing; ``at`` is where on the other axis."""
    reach = WIDTH / 2 if along == "X" else HEIGHT / 2
    half, bend = DEPTH / 2, 0.012
    corners = [
        (reach - bend, half - bend, 0),
        (bend - reach, half - bend, 90),
        (bend - reach, bend - half, 180),
        (reach - bend, bend - half, 270),
    ]
    round_corners = [
        (
            p + (bend + slack) * math.cos(math.radians(turn + 22.5 * k)),
            q + (bend + slack) * math.sin(math.radians(turn + 22.5 * k)),
        )
        for p, q, turn in corners
        for k in range(5)
    ]
    path = []
    for k, (a, b) in enumerate(round_corners):
        following = round_corners[(k + 1) % len(round_corners)]
        path.append((a, b))
        if k % 5 == 4:
            length = math.dist((a, b), following)
            for d in (0.004, 0.012, 0.035, length / 2, length - 0.035, length - 0.012, length - 0.004):
                t = d / length
                path.append((a + (following[0] - a) * t, b + (following[1] - b) * t))
    wander = [at + rng.uniform(-0.0012, 0.0012) for _ in path]
    if along == "X":
        return [(a, b, w + HEIGHT / 2) for (a, b), w in zip(path, wander, strict=True)]
    return [(w, b, a + HEIGHT / 2) for (a, b), w in zip(path, wander, strict=True)]


def suitcase(rng: random.Random, tied: bool = True) -> list:
    """A suitcase 60 × 38 × 18 cm standing on its long side at the origin, its front to -Y; returns its parts."""
    start = set(forms.meshes())
    board, steel = _board(), materials.metal("rusted-steel", "#8d8a84", "#5a3b26", 0.25, 0.4)
    torn = materials.Nodes("torn-board")
    fibres = torn.noise(0.0015, 6, 0.8)
    torn_board = torn.finish(torn.mix(fibres, "#cdb389", "#8f6a3e"), 0.95, 0.0, torn.bump(fibres, 0.9, 0.002))
    hide = materials.leather("handle-leather", "#4a2b18", 0.7)
    body = forms.box("body", (WIDTH, DEPTH, HEIGHT), board, 0, at=(0, 0, -HEIGHT / 2))
    grid = body.modifiers.new("grid", "SUBSURF")
    grid.subdivision_type, grid.levels, grid.render_levels = "SIMPLE", 5, 5
    forms.applied(forms.bevel(body, 0.014, 4))
    bite = forms.disturb(forms.soften(forms.box("bite", (0.11, 0.085, 0.095), torn_board, 0), 3), 0, 1, 1)
    forms.applied(bite)
    forms.disturb(bite, 0.007, 0.02, 5)
    forms.place(bite, (WIDTH / 2 - 0.004, -DEPTH / 2 + 0.002, HEIGHT / 2 - 0.062), (14, 24, 38))
    forms.cut(body, bite)
    forms.crease(body, 35)
    forms.place(body, (0, 0, 0))
    for k in range(4):
        u = k / 3
        flake = forms.sheet(
            f"flake-{k}",
            (1, 1),
            (5, 4),
            torn_board,
            lambda a, b, u=u: (
                (a - 0.5) * 0.024,
                -0.003 * b - 0.006 * b * b,
                b * (0.01 + 0.0025 * math.sin(5 * a + u * 9)),
            ),
        )
        forms.thicken(flake, 0.0009)
        forms.place(
            flake,
            (WIDTH / 2 - 0.058 + 0.054 * u, -DEPTH / 2 + 0.003, HEIGHT - 0.036 - 0.03 * u),
            (rng.uniform(-12, 20), rng.uniform(-50, 30), rng.uniform(-20, 20)),
        )
    forms.box("seam", (WIDTH + 0.0024, 0.005, HEIGHT + 0.0024), steel, 0.013, 4, at=(0, 0.012, -0.0012))
    for y in (-DEPTH / 2 - 0.0006, DEPTH / 2 + 0.0006):
        for inset in (0.024, 0.031):
            edge = WIDTH / 2 - inset, HEIGHT / 2 - inset
            rib = [(sx * edge[0], y, HEIGHT / 2 + sz * edge[1]) for sx, sz in ((1, -1), (-1, -1), (-1, 1))]
            if y > 0:
                rib.append((edge[0], y, HEIGHT / 2 + edge[1]))
                forms.tube(f"rib-{inset}-{y}", rib, 0.0014, board, 8, closed=True, steps=1)
            else:
                rib = [(edge[0], y, HEIGHT - 0.1), rib[0], rib[1], rib[2], (edge[0] - 0.075, y, HEIGHT / 2 + edge[1])]
                forms.tube(f"rib-{inset}-{y}", rib, 0.0014, board, 8, steps=1)
    for sx in (-1, 1):
        for sy in (-1, 1):
            for sz in (0, 1):
                if (sx, sy, sz) == (1, -1, 1):
                    continue
                _corner_cap(f"cap-{sx}-{sy}-{sz}", sx, sy, sz, steel)
    for x in (-0.185, 0.185):
        forms.box(f"lock-{x}", (0.044, 0.03, 0.004), steel, 0.0015, at=(x, -0.012, HEIGHT))
        forms.box(f"hasp-{x}", (0.02, 0.04, 0.003), steel, 0.001, at=(x, 0.004, HEIGHT + 0.0036))
        forms.place(
            forms.turned(f"keyhole-{x}", [(0, 0), (0.0045, 0), (0.004, 0.0016), (0, 0.002)], steel, 16),
            (x, -0.02, HEIGHT + 0.004),
        )
    for x in (-0.062, 0.062):
        forms.tube(
            f"ring-{x}",
            [(x, -0.03, HEIGHT), (x, -0.028, HEIGHT + 0.014), (x, -0.002, HEIGHT + 0.014), (x, 0, HEIGHT)],
            0.0026,
            steel,
            10,
        )
    handle = [
        (-0.064, -0.015, HEIGHT + 0.012),
        (-0.056, -0.016, HEIGHT + 0.03),
        (-0.03, -0.018, HEIGHT + 0.041),
        (0.03, -0.018, HEIGHT + 0.041),
        (0.056, -0.016, HEIGHT + 0.03),
        (0.064, -0.015, HEIGHT + 0.012),
    ]
    forms.tube("handle", handle, lambda t: 0.0075 + 0.0035 * math.sin(math.pi * t), hide, 14, flatten=0.75)
    path = materials.sheet_print("suitcase-sticker", _sticker(), 1000)
    sticker = forms.sheet(
        "sticker",
        (1, 1),
        (6, 4),
        materials.printed("sticker", path, 0.85, soiled=0.7, relief=0.4),
        lambda u, v: ((u - 0.5) * 0.125, 0, (v - 0.5) * 0.08),
    )
    forms.place(sticker, (-0.178, -DEPTH / 2 - 0.0009, 0.104), (0, 7, 0))
    if tied:
        _string(rng)
    return [thing for thing in forms.meshes() if thing not in start]


def _corner_cap(name: str, sx: int, sy: int, sz: int, steel) -> None:
    """A pressed cap over a corner, with three rivets."""
    size, over = 0.046, 0.0026
    cap = forms.box(name, (size, size, size), steel, 0.0145, 4)
    at = (sx * (WIDTH / 2 + over - size / 2), sy * (DEPTH / 2 + over - size / 2), HEIGHT + over - size if sz else -over)
    forms.place(cap, at)
    for dx, dz in ((0.034, 0.012), (0.012, 0.034)):
        x = sx * (WIDTH / 2 - dx)
        z = HEIGHT - dz if sz else dz
        rivet = forms.turned(f"{name}-rivet-{dx}", [(0, 0), (0.0036, 0), (0.0026, 0.0018), (0, 0.0024)], steel, 12)
        forms.place(rivet, (x, sy * (DEPTH / 2 + over), z), (90 if sy < 0 else -90, 0, 0))


def _string(rng: random.Random) -> None:
    """Sisal round the case both ways, knotted in front, with a bow and loose ends."""
    sisal = materials.string()
    forms.tube("string-long", _loop("X", 0.004, rng), 0.0027, sisal, 10, closed=True, steps=3)
    forms.tube("string-long-again", _loop("X", -0.006, rng, 0.0034), 0.0027, sisal, 10, closed=True, steps=3)
    for x in (-0.118, 0.104):
        forms.tube(f"string-{x}", _loop("Z", x, rng, 0.0052), 0.0027, sisal, 10, closed=True, steps=3)
    x, y, z = 0.104, -DEPTH / 2 - 0.0075, HEIGHT / 2
    knot = [
        (x - 0.011, y, z + 0.006),
        (x + 0.002, y - 0.0075, z + 0.008),
        (x + 0.011, y - 0.003, z - 0.002),
        (x, y - 0.0085, z - 0.008),
        (x - 0.008, y - 0.002, z - 0.002),
        (x + 0.004, y - 0.009, z + 0.002),
    ]
    forms.tube("knot", knot, 0.0036, sisal, 12)
    for side, drop, wide in ((-1, 0.052, 0.05), (1, 0.044, 0.043)):
        bow = [
            (x, y - 0.005, z),
            (x + side * wide * 0.6, y - 0.011, z + 0.012),
            (x + side * wide, y - 0.01, z - drop * 0.35),
            (x + side * wide * 0.75, y - 0.006, z - drop),
            (x + side * wide * 0.3, y - 0.008, z - drop * 0.5),
            (x, y - 0.006, z - 0.002),
        ]
        forms.tube(f"bow-{side}", bow, 0.0026, sisal, 10)
        end = [
            (x, y - 0.006, z - 0.002),
            (x + side * 0.012, y - 0.007, z - 0.035),
            (x + side * 0.007, y - 0.003, z - 0.075),
            (x + side * 0.019, y - 0.004, z - 0.105 - 0.02 * side),
        ]
        forms.tube(f"end-{side}", end, lambda t: 0.0026 + 0.0014 * max(0.0, t - 0.92) * 12, sisal, 10)
    path = materials.sheet_print("suitcase-tag", _tag(), 420)
    tag = forms.sheet(
        "tag",
        (1, 1),
        (6, 8),
        materials.printed("tag", path, 0.8, soiled=0.5),
        lambda u, v: ((u - 0.5) * 0.04, -0.004 * math.sin(math.pi * v) - 0.003 * u, (v - 1) * 0.072),
    )
    forms.thicken(tag, 0.0006)
    forms.place(tag, (0.03, -DEPTH / 2 - 0.0035, HEIGHT - 0.032), (0, -9, 4))
    forms.tube(
        "tag-string",
        [
            (0.058, -0.03, HEIGHT + 0.012),
            (0.048, -0.075, HEIGHT + 0.006),
            (0.04, -DEPTH / 2 - 0.004, HEIGHT - 0.012),
            (0.032, -DEPTH / 2 - 0.005, HEIGHT - 0.036),
        ],
        0.0012,
        sisal,
        8,
    )


@modelled(
    "suitcase",
    seed=3,
    view=View(azimuth=-24, elevation=14, lens=85, size=(1800, 1500), margin=0.01),
    detail=View(azimuth=16, elevation=14, lens=100, target=(0.215, -0.09, 0.285), width=0.28, aperture=8),
)
def tied_suitcase(rng: random.Random) -> None:
    """A fibreboard suitcase tied both ways with string, a corner broken, a label half gone."""
    suitcase(rng)


def _plaid() -> Sheet:
    """The tartan of the woven bag: blue, red and white bands crossing, the tapes of the weave over and under."""
    sheet = Sheet(1536, 1536, 93)
    sheet.path(rect(0, 0, 1536, 1536), fill="#eceae2")
    bands = ((0, 96, "#2c4f9e"), (120, 24, "#c03a34"), (168, 72, "#2c4f9e"), (264, 24, "#c03a34"), (312, 48, "#7f97cc"))
    for start in range(0, 1536, 384):
        for at, wide, tone in bands:
            sheet.path(rect(start + at, 0, wide, 1536), fill=tone, opacity=0.82)
    for start in range(0, 1536, 384):
        for at, wide, tone in bands:
            sheet.path(rect(0, start + at, 1536, wide), fill=tone, opacity=0.55)
    return sheet


def _tapes():
    """Woven polypropylene tapes, 2.5 mm wide: the plaid, the over and under of the weave, a greasy gloss."""
    nodes = materials.Nodes("woven-tapes")
    path = materials.sheet_print("woven-plaid", _plaid(), 1536)
    image = nodes.add("ShaderNodeTexImage", {"Vector": nodes.uv((2.6, 2.6))}, extension="REPEAT")
    import bpy

    image.image = bpy.data.images.load(str(path), check_existing=True)
    parts = nodes.add("ShaderNodeSeparateXYZ", {0: nodes.uv((400.0, 400.0))}).outputs
    checks = nodes.math(
        "PINGPONG", nodes.math("ADD", nodes.math("FLOOR", parts[0]), nodes.math("FLOOR", parts[1])), 1.0
    )
    across = nodes.math("PINGPONG", parts[0], 0.5)
    along = nodes.math("PINGPONG", parts[1], 0.5)
    over = nodes.mix(checks, "#000000", "#ffffff")
    weave = nodes.add("ShaderNodeMix", {0: checks, 2: across, 3: along}, data_type="FLOAT").outputs[0]
    dirt = nodes.ramp(nodes.noise(0.12, 5, 0.6), 0.45, 0.75, 0, 0.4)
    shade = nodes.mix(nodes.ramp(weave, 0.0, 0.12, 0.5, 0.0), image.outputs["Color"], "#2b2d38")
    shade = nodes.mix(dirt, shade, "#8b8273", "MULTIPLY")
    del over
    return nodes.finish(shade, 0.36, 0.0, nodes.bump(weave, 0.6, 0.0006), Specular_IOR_Level=0.6)


BAG = (0.6, 0.28, 0.47)  # width, depth, height of the body in metres


def _bag_surface(fullness: float, seed: int):
    """The skin of a packed bag: upright sides that bulge, and a top drawn together to the zip."""
    from mathutils import Vector, noise

    def at(u: float, v: float, off: float = 0.0) -> Point:
        angle = 2 * math.pi * u
        height = BAG[2]
        closing = max(0.0, (v - 0.8) / 0.2)
        base = min(1.0, v / 0.07)
        a = BAG[0] / 2 * (0.93 + 0.07 * base**0.5) * (1 - 0.05 * closing**2)
        b = BAG[1] / 2 * (0.86 + 0.14 * base**0.5) * (1 - 0.965 * (1 - math.cos(closing * math.pi / 2)))
        swell = 1 + fullness * 0.11 * math.sin(math.pi * min(v / 0.9, 1.0)) * (1 - closing)
        power = 2 / 5.5
        c, s = math.cos(angle), math.sin(angle)
        x = a * math.copysign(abs(c) ** power, c) * (1 + (swell - 1) * 0.35)
        y = b * math.copysign(abs(s) ** power, s) * swell
        z = height * (v / 0.8 * 0.83 if v < 0.8 else 0.83 + 0.17 * math.sin(closing * math.pi / 2))
        rough = (
            noise.noise(Vector((x * 9, y * 9 + seed, z * 9))) * 0.011
            + noise.noise(Vector((x * 30, y * 30, z * 30 + seed))) * 0.0035
        )
        out = Vector((x / BAG[0], y / BAG[1], 0)).normalized() * (rough * (1 - 0.7 * closing) * base + off)
        return (x + out.x, y + out.y, max(0.001, z + rough * 0.3 * base))

    return at


def woven_bag(rng: random.Random, fullness: float = 1.0) -> list:
    """A packed plaid bag about 60 × 30 × 50 cm at the origin, its front to -Y; returns its parts."""
    start = set(forms.meshes())
    skin = _bag_surface(fullness, rng.randrange(40))
    tapes = _tapes()
    body = forms.sheet("bag", (1, 1), (150, 64), tapes, lambda u, v: skin(u, v))
    steps = [math.dist(skin(k / 150, 0.4), skin((k + 1) / 150, 0.4)) for k in range(150)]
    length = [sum(steps[:k]) for k in range(151)]
    layer = body.data.uv_layers.active
    for loop in body.data.loops:
        u, v = layer.data[loop.index].uv
        layer.data[loop.index].uv = (length[round(u * 150)], v * 0.56)
    forms.sheet(
        "bottom", (1, 1), (24, 8), tapes, lambda u, v: ((u - 0.5) * BAG[0] * 0.92, (v - 0.5) * BAG[1] * 0.84, 0.003)
    )
    webbing = materials.cloth("webbing", "#26407f", "#1c3064", 0.0022)
    brass = materials.brass(0.4)
    top = BAG[2]
    zip_line = [
        (-0.27 + 0.54 * k / 14, 0.003 * math.sin(k * 1.3), top + 0.003 * math.sin(k * 0.9 + 1)) for k in range(15)
    ]
    forms.tube("zip-tape", zip_line, 0.0034, webbing, 8, flatten=3.4)
    forms.tube("zip-teeth", [(x, y, z + 0.0032) for x, y, z in zip_line], 0.0022, brass, 8)
    forms.box("zip-pull", (0.008, 0.003, 0.03), brass, 0.001, at=(0.235, -0.012, top - 0.02))
    for side in (-1, 1):
        u_of = 0.75 if side < 0 else 0.25
        left, right = (u_of - 0.058, u_of + 0.058)
        rise = 0.11 if side < 0 else 0.075
        for k, u in enumerate((left, right)):
            band = [skin(u, 0.02 + 0.8 * j / 12, 0.0025) for j in range(13)]
            forms.tube(f"band-{side}-{k}", band, 0.0016, webbing, 8, steps=3, flatten=10.0)
        low, high = skin(left, 0.82, 0.003), skin(right, 0.82, 0.003)
        lean = side * (0.035 if side < 0 else 0.0)
        arch = [
            low,
            (low[0] * 0.96, low[1] * 0.75 + lean, top + rise * 0.35),
            (low[0] * 0.6, lean * 1.2, top + rise * 0.92),
            (0, lean * 1.3, top + rise),
            (high[0] * 0.6, lean * 1.2, top + rise * 0.92),
            (high[0] * 0.96, high[1] * 0.75 + lean, top + rise * 0.35),
            high,
        ]
        forms.tube(f"handle-{side}", arch, 0.0016, webbing, 8, flatten=10.0)
    return [thing for thing in forms.meshes() if thing not in start]


@modelled(
    "woven-bag",
    seed=23,
    view=View(azimuth=-24, elevation=16, lens=85, size=(1800, 1500), margin=0.0),
    detail=View(azimuth=-12, elevation=30, lens=100, target=(0.12, -0.08, 0.42), width=0.3, aperture=8),
)
def plaid_bag(rng: random.Random) -> None:
    """A large bag of woven plastic in a blue and red plaid, packed full."""
    woven_bag(rng)
