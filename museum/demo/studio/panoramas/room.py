"""What rooms are made of: floors, walls with openings, windows, lamps, skies; and objects of the collection brought in.

A wall runs from ``start`` to ``end`` on the floor and looks to its left: go round a room against the clock, seen from
above, and every wall looks inwards.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterable, Sequence

import bmesh
import bpy
from mathutils import Matrix, Vector

from .. import forms, materials
from ..forms import Point
from ..materials import Nodes, linear

Ground = tuple[float, float]
#: A hole in a wall: metres from the wall's start, height of its sill, its width and height.
Opening = tuple[float, float, float, float]


def emitter(name: str, colour: str, strength: float) -> bpy.types.Material:
    """Something that shines: a tube, a bulb, a lit window far off."""
    nodes = Nodes(name)
    return nodes.finish("#000000", 0.6, Emission_Color=linear(colour), Emission_Strength=strength)


def pane(name: str = "pane", tint: str = "#f4f8f6", dirt: float = 0.15) -> bpy.types.Material:
    """Window glass that lets the light through without noise: clear, a little reflecting, dusty by ``dirt``."""
    nodes = Nodes(name)
    clear = nodes.add("ShaderNodeBsdfTransparent", {"Color": linear(tint)}).outputs[0]
    shine = nodes.add("ShaderNodeBsdfGlossy", {"Roughness": 0.02}).outputs[0]
    dust = nodes.add("ShaderNodeBsdfDiffuse", {"Color": linear("#b9b5aa")}).outputs[0]
    reflecting = nodes.add("ShaderNodeFresnel", {"IOR": 1.3}).outputs[0]
    both = nodes.add("ShaderNodeMixShader", {0: reflecting, 1: clear, 2: shine}).outputs[0]
    amount = nodes.ramp(nodes.noise(0.4, 4), 0.4, 0.75, dirt * 0.3, dirt)
    out = next(node for node in nodes.tree.nodes if node.type == "OUTPUT_MATERIAL")
    nodes.feed(out.inputs["Surface"], nodes.add("ShaderNodeMixShader", {0: amount, 1: both, 2: dust}).outputs[0])
    return nodes.material


def plain(
    name: str, colour: str, roughness: float = 0.6, metallic: float = 0.0, vary: float = 0.0, grain: float = 0.0
) -> bpy.types.Material:
    """A surface for things seen from afar, cheap to render: ``vary`` makes copies lighter and darker, ``grain`` metres
    roughens it."""
    nodes = Nodes(name)
    shade = colour
    if vary:
        chance = nodes.add("ShaderNodeObjectInfo").outputs["Random"]
        shade = nodes.mix(nodes.ramp(chance, 0, 1, 0, vary), colour, "#15130f")
    bump = nodes.bump(nodes.noise(grain, 3), 0.4, grain * 0.3) if grain else None
    return nodes.finish(shade, roughness, metallic, bump)


def plaster(name: str, colour: str, stain: str = "#8d806b", stained: float = 0.35) -> bpy.types.Material:
    """A painted or limewashed wall, uneven, stained in places."""
    nodes = Nodes(name)
    marks = nodes.ramp(nodes.noise(0.9, 6, 0.62), 0.48, 0.8, 0, stained)
    return nodes.finish(nodes.mix(marks, colour, stain), 0.82, 0.0, nodes.bump(nodes.noise(0.05, 5, 0.6), 0.25, 0.004))


def dado(
    name: str,
    lower: str,
    upper: str,
    height: float,
    tile: tuple[float, float] | None = None,
    band: str | None = None,
    gloss: float = 0.35,
    stained: float = 0.3,
) -> bpy.types.Material:
    """A wall of two colours parted at ``height``: below tiles of ``tile`` metres, or gloss paint; ``band`` colours the
    last 6 cm below the line. For a `wall`, whose coordinates it uses."""
    nodes = Nodes(name)
    where = nodes.add("ShaderNodeTexCoord").outputs["Object"]
    parts = nodes.add("ShaderNodeSeparateXYZ", {0: where})
    along, up = parts.outputs[0], parts.outputs[2]
    below = nodes.math("LESS_THAN", up, height)
    under = nodes.mix(nodes.ramp(nodes.noise(0.5, 5, 0.6), 0.45, 0.8, 0, stained), lower, "#5f5547")
    height_map = nodes.noise(0.05, 4)
    if tile:
        flat = nodes.add("ShaderNodeCombineXYZ", {0: along, 1: up}).outputs[0]
        laid = _tiles(nodes, flat, tile, 0.0)
        shade = nodes.mix(nodes.ramp(laid.outputs["Color"], 0, 1, 0.0, 0.3), under, "#4f4a42", "MULTIPLY")
        under = nodes.mix(laid.outputs["Fac"], shade, "#6d675c")
        height_map = nodes.math("SUBTRACT", 1.0, laid.outputs["Fac"])
    if band:
        under = nodes.mix(nodes.math("GREATER_THAN", up, height - 0.06), under, band)
    marks = nodes.ramp(nodes.noise(1.1, 6, 0.62), 0.46, 0.8, 0, stained)
    over = nodes.mix(marks, upper, "#7d735f")
    soiled = nodes.mix(nodes.ramp(up, 0.0, 0.35, 0.45, 0.0), nodes.mix(below, over, under), "#4d4438")
    rough = nodes.ramp(below, 0, 1, 0.85, gloss)
    return nodes.finish(soiled, rough, 0.0, nodes.bump(height_map, 0.25, 0.002))


def _tiles(nodes: Nodes, where, tile: tuple[float, float], offset: float):
    """Tiles of ``tile`` metres: the node whose Fac is 1 in the joints and whose Color varies from tile to tile."""
    return nodes.add(
        "ShaderNodeTexBrick",
        {
            "Vector": where,
            "Color1": (0, 0, 0, 1),
            "Color2": (1, 1, 1, 1),
            "Mortar": (0.5, 0.5, 0.5, 1),
            "Scale": 1.0,
            "Mortar Size": 0.0025,
            "Mortar Smooth": 0.2,
            "Brick Width": tile[0],
            "Row Height": tile[1],
        },
        offset=offset,
        squash=1.0,
    )


def tiling(
    name: str,
    colour: str,
    second: str,
    tile: tuple[float, float] = (0.2, 0.2),
    offset: float = 0.0,
    joint: str = "#5c564c",
    gloss: float = 0.3,
    wet: float = 0.0,
) -> bpy.types.Material:
    """A tiled floor (or boards, lino squares) between two colours; ``wet`` of it, 0 to 1, shines under standing water."""
    nodes = Nodes(name)
    where = nodes.position()
    laid = _tiles(nodes, where, tile, offset)
    shade = nodes.mix(nodes.ramp(laid.outputs["Color"], 0, 1), colour, second)
    shade = nodes.mix(nodes.ramp(nodes.noise(0.7, 6, 0.62), 0.45, 0.75, 0, 0.45), shade, "#3a342b")
    shade = nodes.mix(laid.outputs["Fac"], shade, joint)
    grain = nodes.bump(nodes.math("SUBTRACT", 1.0, laid.outputs["Fac"]), 0.3, 0.0015)
    rough = nodes.ramp(nodes.noise(0.12, 5), 0.3, 0.7, gloss, gloss + 0.2)
    if wet:
        pools = nodes.ramp(nodes.noise(1.3, 3, 0.5), 0.62 - wet * 0.3, 0.8 - wet * 0.3)
        shade = nodes.mix(nodes.math("MULTIPLY", pools, 0.5), shade, "#17150f")
        rough = nodes.math("MULTIPLY", rough, nodes.ramp(pools, 0, 1, 1.0, 0.12))
        dry = nodes.math("SUBTRACT", 1.0, pools)
        grain = nodes.bump(nodes.math("MULTIPLY", nodes.math("SUBTRACT", 1.0, laid.outputs["Fac"]), dry), 0.3, 0.0015)
    return nodes.finish(shade, rough, 0.0, grain)


def level(
    name: str, corner: Ground, far: Ground, material, height: float = 0.0, thickness: float = 0.2, up: bool = True
) -> bpy.types.Object:
    """A floor (``up``) or a ceiling at ``height`` between two corners; its coordinates are those of the room."""
    shape = bmesh.new()
    points = [(corner[0], corner[1]), (far[0], corner[1]), (far[0], far[1]), (corner[0], far[1])]
    made = [shape.verts.new((x, y, height)) for x, y in (points if up else points[::-1])]
    shape.faces.new(made)
    thing = forms._from_bmesh(name, shape, material, smooth=False)
    forms.box_uv(thing)
    return forms.thicken(thing, thickness)


def _frame(start: Ground, end: Ground) -> tuple[Matrix, float]:
    """The wall's own coordinates (x along it, y into the room, z up) and its length."""
    run = Vector((end[0] - start[0], end[1] - start[1]))
    turn = Matrix.Rotation(math.atan2(run.y, run.x), 4, "Z")
    return Matrix.Translation((start[0], start[1], 0)) @ turn, run.length


def on_wall(start: Ground, end: Ground, along: float, height: float, out: float = 0.0) -> Point:
    """The point ``along`` the wall at ``height``, ``out`` metres before it."""
    frame, _ = _frame(start, end)
    return tuple(frame @ Vector((along, out, height)))


def against(things: Iterable[bpy.types.Object], start: Ground, end: Ground, at: Point) -> list[bpy.types.Object]:
    """Move things made with their backs to the plane y = 0 and their fronts to -Y against the wall, at (along, out from
    the wall, height)."""
    frame, _ = _frame(start, end)
    whole = frame @ Matrix.Translation(at) @ Matrix.Rotation(math.pi, 4, "Z")
    moved = list(things)
    for thing in moved:
        thing.matrix_basis = whole @ thing.matrix_basis
    return moved


def wall(
    name: str,
    start: Ground,
    end: Ground,
    height: float,
    material,
    openings: Sequence[Opening] = (),
    thickness: float = 0.25,
    base: float = 0.0,
) -> bpy.types.Object:
    """A wall with holes for windows and doors."""
    frame, length = _frame(start, end)
    cuts_x = sorted({0.0, length, *(o[0] for o in openings), *(o[0] + o[2] for o in openings)})
    cuts_z = sorted({base, height, *(o[1] for o in openings), *(o[1] + o[3] for o in openings)})
    shape = bmesh.new()
    grid = {(i, k): shape.verts.new((x, 0, z)) for i, x in enumerate(cuts_x) for k, z in enumerate(cuts_z)}
    for i in range(len(cuts_x) - 1):
        for k in range(len(cuts_z) - 1):
            x, z = (cuts_x[i] + cuts_x[i + 1]) / 2, (cuts_z[k] + cuts_z[k + 1]) / 2
            if not any(o[0] < x < o[0] + o[2] and o[1] < z < o[1] + o[3] for o in openings):
                shape.faces.new((grid[i, k], grid[i, k + 1], grid[i + 1, k + 1], grid[i + 1, k]))
    thing = forms._from_bmesh(name, shape, material, smooth=False)
    forms.box_uv(thing)
    forms.thicken(thing, thickness)
    thing.matrix_basis = frame
    return thing


def window(
    name: str,
    start: Ground,
    end: Ground,
    opening: Opening,
    frame_material,
    glass=None,
    grid: tuple[int, int] = (2, 3),
    depth: float = 0.12,
    bar: float = 0.035,
) -> list[bpy.types.Object]:
    """A window's frame and bars (columns and rows of panes) set ``depth`` into the opening of a wall, with its glass."""
    frame, _ = _frame(start, end)
    along, sill, wide, tall = opening
    made = []

    def piece(kind: str, size: Point, at: Point) -> None:
        made.append(forms.box(f"{name}-{kind}", size, frame_material, 0.004, 2, at))

    thick = bar * 1.5
    for side in (0, 1):
        piece(f"jamb-{side}", (thick, 0.05, tall), (along + thick / 2 + side * (wide - thick), -depth, sill))
        piece(f"rail-{side}", (wide, 0.05, thick), (along + wide / 2, -depth, sill + side * (tall - thick)))
    for k in range(1, grid[0]):
        piece(f"upright-{k}", (bar, 0.035, tall), (along + wide * k / grid[0], -depth, sill))
    for k in range(1, grid[1]):
        piece(f"bar-{k}", (wide, 0.035, bar), (along + wide / 2, -depth, sill + tall * k / grid[1] - bar / 2))
    if glass is not None:
        shape = bmesh.new()
        corners = ((along, sill), (along, sill + tall), (along + wide, sill + tall), (along + wide, sill))
        shape.faces.new([shape.verts.new((x, -depth, z)) for x, z in corners])
        made.append(forms._from_bmesh(f"{name}-glass", shape, glass, smooth=False))
    for thing in made:
        thing.matrix_basis = frame @ thing.matrix_basis
    return made


def soft_light(
    name: str,
    at: Point,
    towards: Point,
    size: tuple[float, float],
    power: float,
    colour: tuple[float, float, float] = (1, 1, 1),
    glossy: bool = True,
    spread: float = 180.0,
) -> bpy.types.Object:
    """A rectangle of light, ``power`` in watts, which the eye does not see but (``glossy``) wet floors reflect."""
    light = bpy.data.lights.new(name, "AREA")
    light.shape = "RECTANGLE"
    light.size, light.size_y = size
    light.energy = power
    light.color = colour
    light.spread = math.radians(spread)
    made = bpy.data.objects.new(name, light)
    made.location = at
    made.rotation_euler = (Vector(towards) - Vector(at)).to_track_quat("-Z", "Y").to_euler()
    made.visible_camera = False
    made.visible_glossy = glossy
    bpy.context.collection.objects.link(made)
    return made


def window_light(
    name: str,
    start: Ground,
    end: Ground,
    opening: Opening,
    power: float,
    colour: tuple[float, float, float] = (0.92, 0.96, 1.0),
    fall: float = 0.35,
) -> bpy.types.Object:
    """Daylight entering through an opening: a soft light in it, turned into the room and by ``fall`` to the floor."""
    along, sill, wide, tall = opening
    at = on_wall(start, end, along + wide / 2, sill + tall / 2, -0.02)
    towards = on_wall(start, end, along + wide / 2, sill + tall / 2 - fall, 1.0)
    return soft_light(name, at, towards, (wide, tall), power, colour)


def sun(
    elevation: float, heading: float, strength: float, colour: tuple[float, float, float], angle: float = 1.0
) -> bpy.types.Object:
    """The sun ``elevation`` degrees high at ``heading`` (degrees from +Y, clockwise), ``angle`` degrees wide."""
    light = bpy.data.lights.new("sun", "SUN")
    light.energy = strength
    light.color = colour
    light.angle = math.radians(angle)
    made = bpy.data.objects.new("sun", light)
    high, turn = math.radians(elevation), math.radians(heading)
    towards = -Vector((math.sin(turn) * math.cos(high), math.cos(turn) * math.cos(high), math.sin(high)))
    made.rotation_euler = towards.to_track_quat("-Z", "Y").to_euler()
    bpy.context.collection.objects.link(made)
    return made


def sky(zenith: str, horizon: str, strength: float = 1.0, seen: float | None = None, clouds: float = 0.0) -> None:
    """A plain sky from ``horizon`` to ``zenith``; ``strength`` is what it lights with, ``seen`` how bright it looks (so
    that windows are not burnt out); ``clouds`` 0 to 1."""
    world = bpy.data.worlds.new("sky")
    bpy.context.scene.world = world
    world.use_nodes = True
    nodes = Nodes.__new__(Nodes)
    nodes.tree = world.node_tree
    way = nodes.add("ShaderNodeTexCoord").outputs["Generated"]
    up = nodes.add("ShaderNodeSeparateXYZ", {0: way}).outputs[2]
    colour = nodes.mix(nodes.math("POWER", nodes.ramp(up, 0.0, 0.9), 0.55), horizon, zenith)
    if clouds:
        stretched = nodes.add("ShaderNodeVectorMath", {0: way, 1: (1.0, 1.0, 4.0)}, operation="MULTIPLY").outputs[0]
        veil = nodes.ramp(nodes.noise(0.55, 7, 0.6, stretched), 0.48, 0.72, 0, clouds)
        colour = nodes.mix(veil, colour, "#f2efe9")
    background = next(node for node in nodes.tree.nodes if node.type == "BACKGROUND")
    nodes.feed(background.inputs["Color"], colour)
    looks = strength if seen is None else seen
    camera = nodes.add("ShaderNodeLightPath").outputs["Is Camera Ray"]
    nodes.feed(background.inputs["Strength"], nodes.ramp(camera, 0, 1, strength, looks))


def pendant(
    name: str,
    at: Point,
    cord: float,
    shade_material,
    power: float,
    colour: tuple[float, float, float] = (1.0, 0.82, 0.58),
    radius: float = 0.17,
) -> list[bpy.types.Object]:
    """A lamp on a cord ``cord`` metres long from the ceiling at ``at``: enamelled shade, bulb, light."""
    x, y, z = at
    low = z - cord
    made = [forms.tube(f"{name}-cord", [(x, y, z), (x, y, low)], 0.003, materials.plastic("cord", "#1d1b19"), 6)]
    profile = [(0.03, 0.13), (0.05, 0.1), (radius * 0.75, 0.05), (radius, 0.0), (radius * 0.97, 0.003), (0.048, 0.096)]
    made.append(forms.place(forms.turned(f"{name}-shade", profile, shade_material, 40), (x, y, low - 0.12)))
    bulb = [(0.0, 0.0), (0.02, 0.008), (0.03, 0.03), (0.02, 0.06), (0.012, 0.08), (0.0, 0.085)]
    shine = emitter(f"{name}-bulb", "#ffdca8", 14.0)
    made.append(forms.place(forms.turned(f"{name}-bulb", bulb, shine, 20), (x, y, low - 0.11)))
    light = bpy.data.lights.new(name, "POINT")
    light.energy, light.color, light.shadow_soft_size = power, colour, 0.04
    lit = bpy.data.objects.new(name, light)
    lit.location = (x, y, low - 0.14)
    bpy.context.collection.objects.link(lit)
    return [*made, lit]


def strip_light(
    name: str, at: Point, length: float, turn: float, power: float, shine: float = 6.0, colour: str = "#f0f6ee"
) -> list[bpy.types.Object]:
    """A fluorescent tube under its batten, hanging at ``at``, turned ``turn`` degrees; the tube along x when 0."""
    batten = forms.box(f"{name}-batten", (length, 0.07, 0.05), materials.painted("batten", "#d9d8d0"), 0.004, 2)
    glow = forms.tube(
        f"{name}-tube",
        [(-length / 2 + 0.03, 0, -0.03), (0, 0, -0.03), (length / 2 - 0.03, 0, -0.03)],
        0.014,
        emitter(f"{name}-glow", colour, shine),
        10,
        steps=1,
    )
    forms.moved_together([batten, glow], at, (0, 0, turn))
    x, y, z = at
    lit = soft_light(name, (x, y, z - 0.06), (x, y, 0), (length, 0.08), power, linear(colour)[:3], glossy=False)
    lit.rotation_euler = (0, 0, math.radians(turn))
    return [batten, glow, lit]


def copies(
    things: Iterable[bpy.types.Object], at: Point = (0, 0, 0), turn: Point = (0, 0, 0)
) -> list[bpy.types.Object]:
    """Other stands of the same things, sharing their meshes (apply modifiers first to save memory)."""
    made = []
    for thing in things:
        other = thing.copy()
        bpy.context.collection.objects.link(other)
        made.append(other)
    return forms.moved_together(made, at, turn)


def bring(
    key: str, at: Point = (0, 0, 0), turn: Point = (0, 0, 0), scale: float = 1.0, seed: int | None = None
) -> list[bpy.types.Object]:
    """An object of the collection, modelled here and set down at ``at``; an empty list where none of that key exists.

    Its own builder finds the scene empty, as on the photographer's table.
    """
    from ..registry import load_objects

    work = load_objects().get(key)
    if work is None:
        return []
    collection = bpy.context.scene.collection
    others = list(collection.objects)
    for thing in others:
        collection.objects.unlink(thing)
    work.build(random.Random(work.seed if seed is None else seed))
    made = list(collection.objects)
    for thing in others:
        collection.objects.link(thing)
    for thing in made:
        if thing.parent is None:
            thing.matrix_basis = Matrix.Scale(scale, 4) @ thing.matrix_basis
    forms.moved_together([thing for thing in made if thing.parent is None], at, turn)
    return made
