"""Shapes: turned, boxed, bent, sewn. All sizes in metres, Z up; each function returns the new Blender object."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterable, Sequence

import bmesh
import bpy
from mathutils import Matrix, Vector, noise

Point = tuple[float, float, float]


def _linked(name: str, mesh: bpy.types.Mesh, material=None, smooth: bool = True) -> bpy.types.Object:
    made = bpy.data.objects.new(name, mesh)
    bpy.context.collection.objects.link(made)
    if material is not None:
        mesh.materials.append(material)
    if smooth:
        mesh.shade_smooth()
    return made


def _from_bmesh(name: str, shape: bmesh.types.BMesh, material=None, smooth: bool = True) -> bpy.types.Object:
    mesh = bpy.data.meshes.new(name)
    shape.to_mesh(mesh)
    shape.free()
    return _linked(name, mesh, material, smooth)


def place(
    thing: bpy.types.Object, at: Point = (0, 0, 0), turn: Point = (0, 0, 0), scale: Point = (1, 1, 1)
) -> bpy.types.Object:
    """Move, turn (degrees round x, y, z) and scale an object; returns it."""
    thing.location = at
    thing.rotation_euler = [math.radians(angle) for angle in turn]
    thing.scale = scale
    return thing


def bevel(thing: bpy.types.Object, width: float, segments: int = 3, angle: float = 35.0) -> bpy.types.Object:
    """Round the edges sharper than ``angle`` degrees: nothing made by hand has a perfect corner."""
    modifier = thing.modifiers.new("bevel", "BEVEL")
    modifier.width = width
    modifier.segments = segments
    modifier.limit_method = "ANGLE"
    modifier.angle_limit = math.radians(angle)
    modifier.harden_normals = True
    return thing


def thicken(thing: bpy.types.Object, thickness: float, offset: float = -1.0) -> bpy.types.Object:
    """Give a surface a thickness."""
    modifier = thing.modifiers.new("thicken", "SOLIDIFY")
    modifier.thickness = thickness
    modifier.offset = offset
    return thing


def soften(thing: bpy.types.Object, levels: int = 1) -> bpy.types.Object:
    """Subdivide smoothly, ``levels`` times."""
    modifier = thing.modifiers.new("soften", "SUBSURF")
    modifier.levels = levels
    modifier.render_levels = levels
    return thing


def box(
    name: str, size: Point, material=None, rounding: float = 0.002, segments: int = 3, at: Point = (0, 0, 0)
) -> bpy.types.Object:
    """A box of ``size`` with rounded edges, standing on its base at ``at``; its faces carry box UVs in metres."""
    shape = bmesh.new()
    bmesh.ops.create_cube(shape, size=1.0, matrix=Matrix.Translation((0, 0, 0.5)))
    bmesh.ops.scale(shape, vec=size, verts=shape.verts)
    thing = _from_bmesh(name, shape, material, smooth=True)
    box_uv(thing)
    if rounding:
        bevel(thing, rounding, segments)
    thing.location = at
    return thing


def turned(
    name: str, profile: Sequence[tuple[float, float]], material=None, segments: int = 64, closed: bool = False
) -> bpy.types.Object:
    """A form turned on the lathe: ``profile`` is a list of (radius, height), from the bottom up and, where the form is
    hollow, down again inside. ``closed`` joins the last point to the first."""
    shape = bmesh.new()
    rings = []
    for radius, height in profile:
        if radius <= 1e-6:
            rings.append([shape.verts.new((0, 0, height))])
            continue
        rings.append(
            [
                shape.verts.new((radius * math.cos(angle), radius * math.sin(angle), height))
                for angle in (2 * math.pi * k / segments for k in range(segments))
            ]
        )
    pairs = list(zip(rings, rings[1:], strict=False))
    if closed:
        pairs.append((rings[-1], rings[0]))
    for lower, upper in pairs:
        for k in range(segments):
            following = (k + 1) % segments
            if len(lower) == 1 and len(upper) == 1:
                break
            if len(lower) == 1:
                corners = (lower[0], upper[following], upper[k])
            elif len(upper) == 1:
                corners = (lower[k], lower[following], upper[0])
            else:
                corners = (lower[k], lower[following], upper[following], upper[k])
            shape.faces.new(corners)
    bmesh.ops.recalc_face_normals(shape, faces=shape.faces)
    thing = _from_bmesh(name, shape, material)
    crease(thing, 50)
    return thing


def crease(thing: bpy.types.Object, angle: float = 40.0) -> bpy.types.Object:
    """Shade smooth except over edges sharper than ``angle`` degrees."""
    thing.data.shade_smooth()
    thing.data.set_sharp_from_angle(angle=math.radians(angle))
    return thing


def curve_points(points: Iterable[Point], steps: int = 8, closed: bool = False) -> list[Vector]:
    """A smooth line through ``points`` (Catmull-Rom), ``steps`` pieces between two of them."""
    given = [Vector(point) for point in points]
    count = len(given)
    found = []
    for k in range(count if closed else count - 1):
        before, start, end, after = (
            given[(k + d) % count] if closed else given[min(max(k + d, 0), count - 1)] for d in (-1, 0, 1, 2)
        )
        for step in range(steps):
            t = step / steps
            found.append(
                0.5
                * (
                    2 * start
                    + (end - before) * t
                    + (2 * before - 5 * start + 4 * end - after) * t * t
                    + (3 * start - before - 3 * end + after) * t**3
                )
            )
    if not closed:
        found.append(given[-1])
    return found


def tube(
    name: str,
    points: Iterable[Point],
    radius: float | Callable[[float], float],
    material=None,
    sides: int = 10,
    closed: bool = False,
    steps: int = 8,
    flatten: float = 1.0,
) -> bpy.types.Object:
    """A wire, string, handle or spout along a smooth line through ``points``.

    ``radius`` may vary along the way (a function of 0 to 1); ``flatten`` below 1 makes a strap of it. The UVs run along
    the length in metres (u) and once round (v), so that a twist can be drawn.
    """
    line = curve_points(points, steps, closed)
    count = len(line)
    width = radius if callable(radius) else (lambda _: radius)
    shape = bmesh.new()
    uv = shape.loops.layers.uv.new("UVMap")
    normal = None
    rings, lengths, length = [], [], 0.0
    for k, point in enumerate(line):
        following = line[(k + 1) % count] if closed else line[min(k + 1, count - 1)]
        previous = line[k - 1] if closed or k else line[0]
        along = (following - previous).normalized()
        if normal is None:
            normal = along.orthogonal().normalized()
        normal = (normal - along * normal.dot(along)).normalized()
        across = along.cross(normal)
        r = width(k / max(count - 1, 1))
        rings.append(
            [
                shape.verts.new(point + normal * (r * math.cos(angle)) + across * (r * flatten * math.sin(angle)))
                for angle in (2 * math.pi * side / sides for side in range(sides))
            ]
        )
        if k:
            length += (point - line[k - 1]).length
        lengths.append(length)
    for k in range(count if closed else count - 1):
        lower, upper = rings[k], rings[(k + 1) % count]
        u = lengths[k], lengths[k + 1] if k + 1 < count else length + (line[0] - line[-1]).length
        for side in range(sides):
            following = (side + 1) % sides
            face = shape.faces.new((lower[side], lower[following], upper[following], upper[side]))
            v = side / sides, (side + 1) / sides
            for loop, at in zip(face.loops, ((u[0], v[0]), (u[0], v[1]), (u[1], v[1]), (u[1], v[0])), strict=True):
                loop[uv].uv = at
    if not closed:
        shape.faces.new(list(reversed(rings[0])))
        shape.faces.new(rings[-1])
    bmesh.ops.recalc_face_normals(shape, faces=shape.faces)
    return _from_bmesh(name, shape, material)


def sheet(
    name: str,
    size: tuple[float, float],
    cells: tuple[int, int],
    material=None,
    shape_at: Callable[[float, float], Point] | None = None,
) -> bpy.types.Object:
    """A sheet of cloth, paper or metal: a grid whose point at (u, v), 0 to 1, stands where ``shape_at`` says, by
    default flat and centred. Its UVs are u and v, so that a picture lies on it whole."""
    across, along = cells
    put = shape_at or (lambda u, v: ((u - 0.5) * size[0], (v - 0.5) * size[1], 0.0))
    made = bmesh.new()
    uv = made.loops.layers.uv.new("UVMap")
    grid = [[made.verts.new(put(i / across, j / along)) for i in range(across + 1)] for j in range(along + 1)]
    for j in range(along):
        for i in range(across):
            face = made.faces.new((grid[j][i], grid[j][i + 1], grid[j + 1][i + 1], grid[j + 1][i]))
            for loop, (a, b) in zip(face.loops, ((i, j), (i + 1, j), (i + 1, j + 1), (i, j + 1)), strict=True):
                loop[uv].uv = (a / across, b / along)
    return _from_bmesh(name, made, material)


def extruded(
    name: str, outline: Sequence[tuple[float, float]], height: float, material=None, rounding: float = 0.0
) -> bpy.types.Object:
    """A flat outline (x, y) given a height: a plate, a token, a letter."""
    shape = bmesh.new()
    face = shape.faces.new([shape.verts.new((x, y, 0)) for x, y in outline])
    raised = bmesh.ops.extrude_face_region(shape, geom=[face])
    bmesh.ops.translate(
        shape, vec=(0, 0, height), verts=[v for v in raised["geom"] if isinstance(v, bmesh.types.BMVert)]
    )
    bmesh.ops.recalc_face_normals(shape, faces=shape.faces)
    thing = _from_bmesh(name, shape, material)
    box_uv(thing)
    crease(thing, 30)
    return bevel(thing, rounding, 2) if rounding else thing


def lettering(
    name: str, text: str, height: float, depth: float, material=None, at: Point = (0, 0, 0), turn: Point = (0, 0, 0)
) -> bpy.types.Object:
    """Raised or cut Latin letters and figures (Blender's own face): capitals ``height`` metres tall, centred on x."""
    curve = bpy.data.curves.new(name, "FONT")
    curve.body = text
    curve.size = height / 0.7
    curve.extrude = depth / 2
    curve.align_x = "CENTER"
    curve.resolution_u = 3
    curve.bevel_depth = min(depth * 0.2, height * 0.02)
    written = bpy.data.objects.new(name, curve)
    bpy.context.collection.objects.link(written)
    bpy.context.view_layer.update()
    mesh = bpy.data.meshes.new_from_object(written.evaluated_get(bpy.context.evaluated_depsgraph_get()))
    bpy.data.objects.remove(written)
    thing = _linked(name, mesh, material, smooth=False)
    return place(thing, at, turn)


def cut(thing: bpy.types.Object, tool: bpy.types.Object) -> bpy.types.Object:
    """Take ``tool`` out of ``thing`` (a slot, a grille, a hole); the tool disappears."""
    bpy.context.view_layer.update()
    modifier = thing.modifiers.new("cut", "BOOLEAN")
    modifier.operation = "DIFFERENCE"
    modifier.solver = "EXACT"
    modifier.object = tool
    applied(thing)
    bpy.data.objects.remove(tool)
    return thing


def applied(thing: bpy.types.Object) -> bpy.types.Object:
    """Turn all modifiers into geometry."""
    bpy.context.view_layer.update()
    depsgraph = bpy.context.evaluated_depsgraph_get()
    evaluated = thing.evaluated_get(depsgraph)
    mesh = bpy.data.meshes.new_from_object(evaluated, preserve_all_data_layers=True, depsgraph=depsgraph)
    for index in reversed(range(len(mesh.materials))):
        if mesh.materials[index] is None:
            mesh.materials.pop(index=index)
    thing.modifiers.clear()
    thing.data = mesh
    return thing


def disturb(
    thing: bpy.types.Object, amount: float, grain: float, seed: int, along_normal: bool = True
) -> bpy.types.Object:
    """Push the points about by a smooth noise of ``grain`` metres and ``amount`` metres: dents, sag, the hand."""
    mesh = thing.data
    origin = Vector((seed * 7.13, seed * 3.77, seed * 1.91))
    normals = [vertex.normal.copy() for vertex in mesh.vertices]
    for vertex, normal in zip(mesh.vertices, normals, strict=True):
        at = vertex.co / grain + origin
        if along_normal:
            vertex.co += normal * (noise.noise(at) * amount)
        else:
            vertex.co += noise.noise_vector(at) * amount
    mesh.update()
    return thing


def dent(thing: bpy.types.Object, at: Point, radius: float, depth: float) -> bpy.types.Object:
    """A blow at ``at`` (object's own coordinates): the points within ``radius`` give way by up to ``depth``."""
    centre = Vector(at)
    for vertex in thing.data.vertices:
        distance = (vertex.co - centre).length
        if distance < radius:
            fall = 0.5 + 0.5 * math.cos(math.pi * distance / radius)
            vertex.co -= vertex.normal * depth * fall
    thing.data.update()
    return thing


def box_uv(thing: bpy.types.Object, scale: float = 1.0) -> bpy.types.Object:
    """UVs in metres, each face from the side it looks at most."""
    mesh = thing.data
    layer = mesh.uv_layers.active or mesh.uv_layers.new(name="UVMap")
    for face in mesh.polygons:
        axis = max(range(3), key=lambda k: abs(face.normal[k]))
        first, second = ((1, 2), (0, 2), (0, 1))[axis]
        for index in face.loop_indices:
            point = mesh.vertices[mesh.loops[index].vertex_index].co
            layer.data[index].uv = (point[first] * scale, point[second] * scale)
    return thing


def scattered(rng: random.Random, count: int, spread: float) -> list[tuple[float, float]]:
    """``count`` offsets within ``spread``, for things that do not stand in a row."""
    return [(rng.uniform(-spread, spread), rng.uniform(-spread, spread)) for _ in range(count)]


def moved_together(
    things: Iterable[bpy.types.Object], at: Point = (0, 0, 0), turn: Point = (0, 0, 0)
) -> list[bpy.types.Object]:
    """Turn (degrees round x, y, z, about the origin) and then move several objects as one; returns them."""
    from mathutils import Euler

    whole = Matrix.Translation(at) @ Euler([math.radians(angle) for angle in turn]).to_matrix().to_4x4()
    moved = list(things)
    for thing in moved:
        thing.matrix_basis = whole @ thing.matrix_basis
    return moved


def meshes() -> list[bpy.types.Object]:
    """The meshes standing in the scene so far, in the order of their making."""
    return [thing for thing in bpy.context.scene.objects if thing.type == "MESH"]
