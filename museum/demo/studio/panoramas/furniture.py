"""Furniture and fittings that stand in more than one panorama, and the plain materials of large surfaces.

Everything is built at the origin with its front towards -Y and its back at y = 0 where it stands against a wall; `put`
carries it to its place. The materials leave out wear found by occlusion and curvature: a room has too many pixels for it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence

import bpy

from ...drawings.svg import Sheet, ellipse, line, polygon, rect, star
from .. import forms, materials
from ..forms import Point


def put(build: Callable[..., object], *given, at: Point = (0, 0, 0), turn: float = 0.0, **named) -> list:
    """Build something at the origin, then turn it by ``turn`` degrees and move it to ``at``; returns its meshes."""
    known = {thing.name for thing in forms.meshes()}
    build(*given, **named)
    return forms.moved_together([t for t in forms.meshes() if t.name not in known], at, (0, 0, turn))


def again(things: Iterable[bpy.types.Object], at: Point = (0, 0, 0), turn: Point = (0, 0, 0)) -> list:
    """The same things once more, sharing their meshes, moved as one from where they stand."""
    made = []
    for thing in things:
        copy = thing.copy()
        bpy.context.collection.objects.link(copy)
        made.append(copy)
    return forms.moved_together(made, at, turn)


# --- materials ------------------------------------------------------------------------------------


def plain(name: str, colour: str, roughness: float = 0.6, uneven: float = 0.12, grain: float = 0.05, metallic=0.0):
    """One colour, a little uneven: paint, lacquer, enamel."""
    nodes = materials.Nodes(name)
    noise = nodes.noise(grain, 3)
    shade = nodes.mix(nodes.ramp(noise, 0.35, 0.75, 0, uneven), colour, "#2d2721")
    return nodes.finish(shade, nodes.ramp(noise, 0.3, 0.7, roughness, min(1.0, roughness + 0.12)), metallic)


def repeated(name: str, sheet: Sheet, size: float, roughness: float = 0.9, sheen: float = 0.0, relief: float = 0.0):
    """A drawn pattern repeated every ``size`` metres over UVs in metres: cloth, wallpaper, tiles."""
    nodes = materials.Nodes(name)
    path = materials.sheet_print(name, sheet, 512)
    node = nodes.add(
        "ShaderNodeTexImage",
        {"Vector": nodes.uv((1 / size, 1 / size))},
        image=bpy.data.images.load(str(path), check_existing=True),
        extension="REPEAT",
    )
    colour = node.outputs["Color"]
    shade = nodes.mix(nodes.ramp(nodes.noise(0.35, 3), 0.4, 0.8, 0, 0.16), colour, "#3a3026")
    normal = nodes.bump(nodes.noise(0.004, 2), relief, 0.002) if relief else None
    return nodes.finish(shade, roughness, 0.0, normal, Sheen_Weight=sheen, Sheen_Roughness=0.5)


def glowing(name: str, colour: str, strength: float):
    """A surface that gives light: a lit shade, a tube, a sky."""
    nodes = materials.Nodes(name)
    return nodes.finish(colour, 0.8, 0.0, Emission_Color=materials.linear(colour), Emission_Strength=strength)


def pane(name: str = "pane", tint: str = "#f3f7f5"):
    """Window glass without refraction: it lets light pass straight and mirrors a little, so that it stays quick."""
    nodes = materials.Nodes(name)
    clear = nodes.add("ShaderNodeBsdfTransparent", {"Color": materials.linear(tint)})
    shiny = nodes.add("ShaderNodeBsdfGlossy", {"Roughness": 0.02})
    # from within, Fresnel's share would be total reflection: only the outer faces mirror
    within = nodes.add("ShaderNodeNewGeometry").outputs["Backfacing"]
    outer = nodes.math("SUBTRACT", 1.0, within)
    share = nodes.math("MULTIPLY", nodes.add("ShaderNodeFresnel", {"IOR": 1.35}).outputs[0], outer)
    mixed = nodes.add("ShaderNodeMixShader", {0: share, 1: clear.outputs[0], 2: shiny.outputs[0]})
    output = next(node for node in nodes.tree.nodes if node.type == "OUTPUT_MATERIAL")
    nodes.tree.links.new(mixed.outputs[0], output.inputs["Surface"])
    return nodes.material


def net(name: str, sheet: Sheet, repeat: tuple[float, float]):
    """Net curtain: threads where the drawing is light, holes where it is dark, light shining through the threads."""
    nodes = materials.Nodes(name)
    path = materials.sheet_print(name, sheet, 512)
    node = nodes.add(
        "ShaderNodeTexImage",
        {"Vector": nodes.uv(repeat)},
        image=bpy.data.images.load(str(path), check_existing=True),
        extension="REPEAT",
    )
    cover = nodes.ramp(node.outputs["Color"], 0.0, 1.0, 0.12, 0.62)
    clear = nodes.add("ShaderNodeBsdfTransparent")
    through = nodes.add("ShaderNodeBsdfTranslucent", {"Color": materials.linear("#f2efe6")})
    face = nodes.add("ShaderNodeBsdfDiffuse", {"Color": materials.linear("#f2efe6")})
    thread = nodes.add("ShaderNodeMixShader", {0: 0.5, 1: through.outputs[0], 2: face.outputs[0]})
    mixed = nodes.add("ShaderNodeMixShader", {0: cover, 1: clear.outputs[0], 2: thread.outputs[0]})
    output = next(node for node in nodes.tree.nodes if node.type == "OUTPUT_MATERIAL")
    nodes.tree.links.new(mixed.outputs[0], output.inputs["Surface"])
    return nodes.material


# --- cloth ----------------------------------------------------------------------------------------


def cushion(name: str, wide: float, high: float, deep: float, material, lean: float = 16.0, at: Point = (0, 0, 0)):
    """A filled cushion standing on its edge, leaning back by ``lean`` degrees, its middle at ``at`` (x, y) and its foot
    at ``at`` z."""
    made = []
    for side in (-1, 1):

        def shape(u: float, v: float, side=side):
            a, b = 2 * u - 1, 2 * v - 1
            fat = max(0.0, (1 - a**4) * (1 - b**4)) ** 0.42
            pinch = 1 - 0.07 * (1 - abs(a) ** 3) * abs(b) ** 3
            pull = 1 - 0.07 * (1 - abs(b) ** 3) * abs(a) ** 3
            return (a * wide / 2 * pull, side * deep / 2 * fat, b * high / 2 * pinch)

        half = forms.sheet(name, (1, 1), (16, 12), material, shape)
        for loop in half.data.uv_layers.active.data:
            loop.uv = (loop.uv[0] * wide, loop.uv[1] * high)
        made.append(half)
    forms.moved_together(made, (0, 0, high * 0.46), (0, 0, 0))
    return forms.moved_together(made, at, (-lean, 0, 0))


def curtain(wide: float, high: float, material, folds: int = 9, depth: float = 0.05, name: str = "curtain"):
    """A curtain hanging in folds, its top at z = ``high``; its UVs are metres of cloth."""

    def hang(u: float, v: float):
        sway = math.sin(u * folds * 2 * math.pi + 0.8 * math.sin(u * 7))
        loose = 0.55 + 0.45 * (1 - v)
        return ((u - 0.5) * wide + 0.012 * math.sin(u * 23) * (1 - v), sway * depth * loose, v * high)

    made = forms.sheet(name, (wide, high), (folds * 12, 8), material, hang)
    for loop in made.data.uv_layers.active.data:
        loop.uv = (loop.uv[0] * wide * 1.7, loop.uv[1] * high)
    return made


# --- things on walls ------------------------------------------------------------------------------


def panel(name: str, sheet: Sheet, wide: float, high: float, width: int = 1024, roughness: float = 0.6, coat=0.0):
    """A drawn picture standing upright, its middle at the origin, looking towards -Y."""
    nodes = materials.Nodes(name)
    colour = nodes.picture(materials.sheet_print(name, sheet, width))["Color"]
    surface = nodes.finish(colour, roughness, 0.0, Coat_Weight=coat)
    return forms.place(forms.sheet(name, (wide, high), (1, 1), surface), (0, 0, 0), (90, 0, 0))


def framed(name: str, sheet: Sheet, wide: float, high: float, wood, border: float = 0.03) -> None:
    """A picture in a frame hanging on the wall behind it (y = 0), its middle at the origin."""
    panel(f"{name}-picture", sheet, wide, high, coat=0.2).location = (0, -0.012, 0)
    for side in (-1, 1):
        x, z = side * (wide + border) / 2, side * (high + border) / 2
        forms.box(f"{name}-stile", (border, 0.024, high + 2 * border), wood, 0.004, 2, (x, -0.013, -high / 2 - border))
        forms.box(f"{name}-rail", (wide, 0.024, border), wood, 0.004, 2, (0, -0.013, z - border / 2))


def clock_face(hour: float, ground: str = "#f4efe2", ink: str = "#221d19") -> Sheet:
    """A clock's dial with strokes for the hours, showing ``hour`` (10.2 is twelve minutes past ten)."""
    sheet = Sheet(600, 600)
    sheet.path(rect(0, 0, 600, 600), fill=ground)
    for k in range(60):
        angle = math.radians(k * 6)
        inner = 205 if k % 15 == 0 else 225 if k % 5 == 0 else 252
        x, y = math.sin(angle), -math.cos(angle)
        width = 16 if k % 5 == 0 else 4
        sheet.path(line(300 + x * inner, 300 + y * inner, 300 + x * 266, 300 + y * 266), stroke=ink, width=width)
    for angle, reach, width in ((hour / 12, 145, 20), (hour % 1, 225, 13)):
        x, y = math.sin(angle * 2 * math.pi), -math.cos(angle * 2 * math.pi)
        sheet.path(line(300 - x * 40, 300 - y * 40, 300 + x * reach, 300 + y * reach), stroke=ink, width=width)
    sheet.path(ellipse(300, 300, 17), fill="#a63d2b")
    return sheet


def clock(name: str, hour: float, radius: float, rim) -> None:
    """A round wall clock, its middle at the origin on the wall y = 0."""
    ring = [(radius * 0.9, 0.012), (radius * 0.97, 0.03), (radius * 1.06, 0.026), (radius * 1.1, 0.0)]
    forms.place(forms.turned(f"{name}-rim", ring, rim, 48), (0, 0, 0), (90, 0, 0))
    nodes = materials.Nodes(f"{name}-dial")
    colour = nodes.picture(materials.sheet_print(f"{name}-dial", clock_face(hour), 420))["Color"]
    disc = forms.turned(f"{name}-disc", [(0, 0.0135), (radius * 0.92, 0.0135)], nodes.finish(colour, 0.4), 48)
    layer = disc.data.uv_layers.new(name="UVMap")
    for loop in disc.data.loops:
        point = disc.data.vertices[loop.vertex_index].co
        layer.data[loop.index].uv = (0.5 + point.x / radius / 1.85, 0.5 + point.y / radius / 1.85)
    forms.place(disc, (0, 0, 0), (90, 0, 0))


def stars(ground: str, first: str, second: str, third: str, seed: int = 1) -> Sheet:
    """One repeat of an eight-pointed star pattern with crosses between, for cloth and frames."""
    sheet = Sheet(512, 512, seed)
    sheet.path(rect(0, 0, 512, 512), fill=ground)
    for cx, cy in ((256, 256), (0, 0), (512, 0), (0, 512), (512, 512)):
        sheet.path(star(cx, cy, 8, 178, 128), fill=first)
        sheet.path(star(cx, cy, 8, 128, 88), fill=second)
        sheet.path(star(cx, cy, 8, 74, 42), fill=third)
        sheet.path(ellipse(cx, cy, 18), fill=ground)
    for cx, cy in ((256, 0), (0, 256), (512, 256), (256, 512)):
        sheet.path(star(cx, cy, 4, 84, 30), fill=second)
        sheet.path(star(cx, cy, 4, 44, 16, -45), fill=third)
    return sheet


def stripes(ground: str, colours: Sequence[tuple[str, float, float]], seed: int = 1) -> Sheet:
    """One repeat of a striped cloth: ``colours`` are (colour, start, width) in 512ths, with lozenges on broad bands."""
    sheet = Sheet(512, 512, seed)
    sheet.path(rect(0, 0, 512, 512), fill=ground)
    for colour, start, width in colours:
        sheet.path(rect(start, 0, width, 512), fill=colour)
        if width >= 60:
            for k in range(8):
                middle, y = start + width / 2, k * 64 + 32
                lozenge = [(middle, y - 24), (middle + width * 0.3, y), (middle, y + 24), (middle - width * 0.3, y)]
                sheet.path(polygon(lozenge), fill=ground)
    return sheet


# --- outside --------------------------------------------------------------------------------------


def brick(name: str, colour: str, second: str, mortar: str = "#a79c8c"):
    """Brickwork over UVs in metres."""
    nodes = materials.Nodes(name)
    wall = nodes.add(
        "ShaderNodeTexBrick",
        {
            "Vector": nodes.uv((1.0, 1.0)),
            "Color1": materials.linear(colour),
            "Color2": materials.linear(second),
            "Mortar": materials.linear(mortar),
            "Scale": 1.0,
            "Mortar Size": 0.008,
            "Brick Width": 0.22,
            "Row Height": 0.075,
        },
    ).outputs["Color"]
    shade = nodes.mix(nodes.ramp(nodes.noise(1.2, 4), 0.4, 0.75, 0, 0.35), wall, "#2c2522")
    return nodes.finish(shade, 0.9)


def brick_street(houses: int = 6, wide: float = 4.2) -> None:
    """A terrace of brick houses across the street: its front at y = 0 looking towards -Y, pavement and roadway before
    it at z = 0. Two storeys, a door and a window each, slate roofs, chimneys."""
    white, sill = plain("sash", "#d9d5ca", 0.5), plain("sill", "#b9b0a0", 0.8)
    dark = plain("dark-window", "#2f3b44", 0.1)
    drawn = plain("drawn-curtain", "#cfc6b4", 0.9)
    slate = plain("slates", "#545b63", 0.7, 0.4, 0.3)
    bricks = [brick("brick-red", "#8d4a38", "#a2604a"), brick("brick-brown", "#7b4a38", "#935c45")]
    doors = [plain(f"front-door-{k}", shade, 0.4) for k, shade in enumerate(("#34513f", "#5d2b26", "#2f4763"))]
    left = -houses * wide / 2
    for k in range(houses):
        x = left + (k + 0.5) * wide
        forms.box("house", (wide - 0.02, 0.6, 6.4), bricks[k % 2], 0, at=(x, 0.3, 0))
        forms.place(forms.box("roof", (wide, 2.4, 0.12), slate, 0), (x, 1.0, 6.9), (36, 0, 0))
        forms.box("gutter", (wide, 0.14, 0.1), plain("gutter", "#4b4d4c"), 0, at=(x, -0.05, 6.35))
        forms.box("stack", (0.9, 0.5, 1.6), bricks[k % 2], 0, at=(x + wide / 2, 1.6, 7.2))
        for pot in (-0.25, 0.0, 0.25):
            forms.turned("pot", [(0.11, 0), (0.09, 0.4), (0, 0.4)], bricks[0], 12).location = (
                x + wide / 2 + pot,
                1.6,
                8.8,
            )
        openings = [(x + 0.75, 0.9, 1.5, 1.5), (x + 0.85, 3.9, 1.1, 1.5), (x - 1.05, 3.9, 1.1, 1.5)]
        for wx, wz, ww, wh in openings:
            forms.box("frame", (ww, 0.06, wh), white, 0, at=(wx, -0.01, wz))
            for half in (0, 1):
                height = wh / 2 - 0.09
                forms.box("glass", (ww - 0.14, 0.06, height), dark, 0, at=(wx, -0.02, wz + 0.06 + half * wh / 2))
            forms.box("net", (ww - 0.16, 0.01, wh * 0.42), drawn, 0, at=(wx, -0.051, wz + 0.07 + (k % 2) * wh * 0.46))
            forms.box("sill", (ww + 0.2, 0.16, 0.1), sill, 0, at=(wx, -0.06, wz - 0.1))
            forms.box("lintel", (ww + 0.3, 0.04, 0.24), sill, 0, at=(wx, -0.01, wz + wh))
        forms.box("door", (0.95, 0.05, 2.1), doors[k % 3], 0.01, at=(x - 1.05, -0.02, 0.15))
        forms.box("fanlight", (0.85, 0.05, 0.35), dark, 0, at=(x - 1.05, -0.02, 2.3))
        forms.box("step", (1.2, 0.4, 0.15), sill, 0.01, at=(x - 1.05, -0.2, 0))
    wet = plain("road", "#4a4c4f", 0.28, 0.3, 0.6)
    forms.box(
        "pavement", (houses * wide, 1.8, 0.12), plain("flags", "#8b8882", 0.5, 0.3, 0.5), 0.02, at=(0, -0.9, -0.12)
    )
    forms.box("road", (houses * wide, 9.0, 0.1), wet, 0, at=(0, -6.3, -0.24))
