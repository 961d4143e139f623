"""Garments: cut flat from a pattern, sewn at the sides, hung up and left to fall (Blender's cloth simulation)."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import bmesh
import bpy
from mathutils import Vector

from .forms import Point, applied


@dataclass(frozen=True)
class Cut:
    """A garment cut in one T: body and sleeves counted in cells of ``cell`` metres from the middle and the shoulder.

    ``neck`` is half the width of the neck opening, ``dips`` how deep it goes in front and behind (metres), ``flare``
    how much wider the hem is than the chest, ``taper`` how much narrower the cuff is than the armhole, ``lift`` how
    much shorter the sides are than the middle (metres), so that the hem hangs level from sloping shoulders.
    """

    cell: float
    half: int
    rows: int
    sleeve: int
    sleeve_rows: int
    neck: int
    dips: tuple[float, float] = (0.07, 0.02)
    flare: float = 0.15
    taper: float = 0.25
    lift: float = 0.0

    def has(self, i: int, j: int) -> bool:
        """Whether there is cloth at column ``i``, row ``j``."""
        return (abs(i) <= self.half and j <= self.rows) or (abs(i) <= self.half + self.sleeve and j <= self.sleeve_rows)

    def flat(self, i: float, j: float, side: int) -> tuple[float, float]:
        """The place in the pattern, in metres: across, and down from the shoulder (``side`` -1 front, 1 back)."""
        down = j * self.cell
        if abs(i) > self.half:
            down *= 1 - self.taper * (abs(i) - self.half) / self.sleeve
            return (i * self.cell, down)
        reach = abs(i) / self.neck
        if reach < 1 and down < 0.25:
            dip = self.dips[0 if side < 0 else 1]
            down += dip * (1 - reach**2) * (1 - down / 0.25)
        below = max(0.0, (j - self.sleeve_rows) / (self.rows - self.sleeve_rows))
        wide = 1 + self.flare * below
        down -= self.lift * below * (abs(i) / self.half) ** 1.7
        return (i * self.cell * wide, down)

    def swell(self, across: float, down: float, deep: float, arm: float) -> float:
        """How far front and back stand from the middle plane before the fall, so that they meet only at the seams:
        ``deep`` metres at the chest, ``arm`` in the sleeves."""
        armhole = self.sleeve_rows * self.cell
        below = max(0.0, (down - armhole) / ((self.rows - self.sleeve_rows) * self.cell))
        edge = self.half * self.cell * (1 + self.flare * below)
        share = min(1.0, max(0.0, (abs(across) / edge - 0.55) / 0.45))
        share *= share * (3 - 2 * share)
        beyond = max(0.0, abs(across) - self.half * self.cell) / (self.sleeve * self.cell)
        tube = math.sin(math.pi * min(1.0, down / (armhole * (1 - self.taper * min(1.0, beyond)))))
        chest = math.sqrt(1 - (1 - min(1.0, down / 0.14)) ** 2)
        return deep * chest * (1 - share) + arm * tube * share


class Garment:
    """A sewn garment: its Blender object, and where a place of its pattern is once it hangs."""

    def __init__(self, name: str, cut: Cut, material, put: Callable[[float, float, int], Point]) -> None:
        self.cut = cut
        #: Column, row and side of each face, in the mesh's order.
        self.cells: list[tuple[int, int, int]] = []
        shape = bmesh.new()
        uv = shape.loops.layers.uv.new("UVMap")
        made = {}
        span = cut.half + cut.sleeve
        for side in (-1, 1):
            for j in range(cut.rows + 1):
                for i in range(-span, span + 1):
                    if not cut.has(i, j):
                        continue
                    if side == 1 and self._sewn(i, j):
                        made[i, j, 1] = made[i, j, -1]
                    else:
                        made[i, j, side] = shape.verts.new(put(*cut.flat(i, j, side), side))
        shape.verts.index_update()
        self._index: dict[tuple[int, int, int], int] = {key: vertex.index for key, vertex in made.items()}
        for side in (-1, 1):
            for j in range(cut.rows):
                for i in range(-span, span):
                    corners = [(i, j), (i, j + 1), (i + 1, j + 1), (i + 1, j)]
                    if not all((*corner, side) in made for corner in corners):
                        continue
                    if j >= cut.sleeve_rows and not -cut.half <= i < cut.half:
                        continue
                    if side == 1:
                        corners.reverse()
                    self.cells.append((i, j, side))
                    face = shape.faces.new([made[(*corner, side)] for corner in corners])
                    on_sleeve = not -cut.half <= i < cut.half
                    for loop, (a, b) in zip(face.loops, corners, strict=True):
                        across, down = cut.flat(a, b, 0)
                        loop[uv].uv = (b * cut.cell, across) if on_sleeve else (across, down)
        mesh = bpy.data.meshes.new(name)
        shape.to_mesh(mesh)
        shape.free()
        mesh.materials.append(material)
        mesh.shade_smooth()
        self.thing = bpy.data.objects.new(name, mesh)
        bpy.context.collection.objects.link(self.thing)

    def _sewn(self, i: int, j: int) -> bool:
        """Whether front and back are one here: shoulder, side and the underside of the sleeve."""
        if j == 0:
            return abs(i) >= self.cut.neck
        if j == self.cut.sleeve_rows:
            return abs(i) >= self.cut.half
        return j > self.cut.sleeve_rows and abs(i) == self.cut.half

    def at(self, i: float, j: float, side: int, off: float = 0.0) -> Vector:
        """Where column ``i``, row ``j`` of the pattern hangs, ``off`` metres outside the cloth."""
        points = self.thing.data.vertices
        low_i, low_j = int(i // 1), int(j // 1)
        a, b = i - low_i, j - low_j
        found, normal = Vector(), Vector()
        for di, share in ((0, 1 - a), (1, a)):
            for dj, part in ((0, 1 - b), (1, b)):
                if share * part > 1e-6:
                    vertex = points[self._index[low_i + di, low_j + dj, side]]
                    found += vertex.co * share * part
                    normal += vertex.normal * share * part
        return found + normal.normalized() * off

    def indices(self, keys: Iterable[tuple[int, int, int]]) -> list[int]:
        """The vertices at these places of the pattern."""
        return [self._index[key] for key in keys]

    def neckline(self) -> list[tuple[int, int, int]]:
        """Once round the neck opening, from the middle of the front past the left shoulder and the back."""
        neck = self.cut.neck
        front = [(-i, 0, -1) for i in range(neck)]
        behind = [(i, 0, 1) for i in range(-neck, neck)]
        return front + behind + [(neck - i, 0, -1) for i in range(neck)]


def solid(thing: bpy.types.Object, thickness: float = 0.008, friction: float = 25.0) -> bpy.types.Object:
    """Let cloth fall on ``thing``."""
    thing.modifiers.new("solid", "COLLISION")
    thing.collision.thickness_outer = thickness
    thing.collision.cloth_friction = friction
    return thing


def fall(
    thing: bpy.types.Object,
    frames: int,
    pinned: Iterable[int] = (),
    stiffness: float = 1.0,
    weight: float = 0.3,
    apart: float = 0.007,
    damping: float = 2.5,
    slack: float = 0.0,
) -> bpy.types.Object:
    """Let the cloth ``thing`` fall for ``frames`` pictures and keep the shape it has come to; ``slack`` is how much
    larger than modelled it is cut, so that it folds between the points that hold it."""
    scene = bpy.context.scene
    scene.frame_start, scene.frame_end = 1, frames
    scene.frame_set(1)
    modifier = thing.modifiers.new("fall", "CLOTH")
    settings, meeting = modifier.settings, modifier.collision_settings
    settings.quality = 7
    settings.mass = weight
    settings.shrink_min = -slack
    settings.tension_stiffness = settings.compression_stiffness = 25.0
    settings.shear_stiffness = 10.0
    settings.bending_stiffness = stiffness
    settings.tension_damping = settings.compression_damping = 12.0
    settings.air_damping = damping
    meeting.distance_min = apart
    meeting.use_self_collision = True
    meeting.self_distance_min = apart
    meeting.self_friction = 8.0
    held = list(pinned)
    if held:
        group = thing.vertex_groups.new(name="held")
        group.add(held, 1.0, "REPLACE")
        settings.vertex_group_mass = "held"
    modifier.point_cache.frame_start, modifier.point_cache.frame_end = 1, frames
    for frame in range(1, frames + 1):
        scene.frame_set(frame)
        bpy.context.view_layer.update()
    applied(thing)
    scene.frame_set(1)
    return thing
