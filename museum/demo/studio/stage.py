"""The photographer's table: a plaster sweep, soft light from the left, a camera that frames what stands there."""

from __future__ import annotations

import math
from pathlib import Path

import bpy
from mathutils import Vector

from .materials import Nodes
from .registry import View

PLASTER = "#e6dac4"


def empty_scene() -> None:
    """Start from nothing, in metres, with Cycles on the processor."""
    bpy.ops.wm.read_factory_settings(use_empty=True)
    scene = bpy.context.scene
    scene.unit_settings.system = "METRIC"
    scene.render.engine = "CYCLES"
    scene.cycles.device = "CPU"


def render_settings(size: tuple[int, int], samples: int, bounces: int = 6) -> None:
    """Picture size, samples a pixel with denoising, and a film's response to light."""
    scene = bpy.context.scene
    cycles = scene.cycles
    cycles.samples = samples
    cycles.use_adaptive_sampling = True
    cycles.adaptive_threshold = 0.05
    cycles.use_denoising = True
    cycles.denoiser = "OPENIMAGEDENOISE"
    cycles.denoising_prefilter = "FAST" if samples < 16 else "ACCURATE"
    cycles.max_bounces = bounces
    cycles.diffuse_bounces = 3
    cycles.glossy_bounces = 4
    cycles.transmission_bounces = 8
    cycles.transparent_max_bounces = 8
    cycles.caustics_reflective = False
    cycles.caustics_refractive = False
    cycles.sample_clamp_indirect = 6.0
    cycles.seed = 1
    scene.render.resolution_x, scene.render.resolution_y = size
    scene.render.resolution_percentage = 100
    scene.view_settings.view_transform = "AgX"
    scene.view_settings.look = "AgX - Medium High Contrast"
    scene.render.image_settings.file_format = "PNG"
    scene.render.image_settings.color_mode = "RGB"


def extent() -> tuple[Vector, Vector]:
    """The two corners of what stands in the scene."""
    bpy.context.view_layer.update()
    corners = [
        thing.matrix_world @ Vector(corner)
        for thing in bpy.context.scene.objects
        if thing.type == "MESH" and not thing.get("stage")
        for corner in thing.bound_box
    ]
    low = Vector([min(corner[k] for corner in corners) for k in range(3)])
    high = Vector([max(corner[k] for corner in corners) for k in range(3)])
    return low, high


def _sweep(reach: float, colour: str) -> bpy.types.Object:
    """A plaster floor that bends up into a wall behind, ``reach`` metres wide."""
    nodes = Nodes("plaster")
    stains = nodes.ramp(nodes.noise(0.35 * reach, 5, 0.6), 0.35, 0.75, 0, 0.12)
    nodes.finish(
        nodes.mix(stains, colour, "#cfc4b2"),
        0.85,
        0.0,
        nodes.bump(nodes.noise(0.02 * reach, 6, 0.65), 0.12, 0.004 * reach),
    )
    profile = [(-2.2, 0.0), (0.75, 0.0)]
    profile += [
        (0.75 + 0.45 * math.sin(math.radians(a)), 0.45 - 0.45 * math.cos(math.radians(a))) for a in range(6, 91, 6)
    ]
    profile.append((1.2, 2.6))
    mesh = bpy.data.meshes.new("sweep")
    points = [(x * reach, y * reach, z * reach) for y, z in profile for x in (-3.0, 3.0)]
    faces = [(2 * k, 2 * k + 1, 2 * k + 3, 2 * k + 2) for k in range(len(profile) - 1)]
    mesh.from_pydata(points, [], faces)
    mesh.materials.append(nodes.material)
    mesh.shade_smooth()
    made = bpy.data.objects.new("sweep", mesh)
    made["stage"] = True
    bpy.context.collection.objects.link(made)
    return made


def area_light(
    name: str, at: Vector, target: Vector, size: float, power: float, colour: tuple[float, float, float] = (1, 1, 1)
) -> bpy.types.Object:
    """A soft box of ``size`` metres at ``at``, turned to ``target``; ``power`` in watts."""
    light = bpy.data.lights.new(name, "AREA")
    light.shape = "DISK"
    light.size = size
    light.energy = power
    light.color = colour
    made = bpy.data.objects.new(name, light)
    made.location = at
    made.rotation_euler = (target - at).to_track_quat("-Z", "Y").to_euler()
    made["stage"] = True
    bpy.context.collection.objects.link(made)
    return made


def _daylight(strength: float, colour: str = "#dfe6ee") -> None:
    world = bpy.data.worlds.new("world")
    bpy.context.scene.world = world
    world.use_nodes = True
    background = world.node_tree.nodes["Background"]
    from .materials import linear

    background.inputs["Color"].default_value = linear(colour)
    background.inputs["Strength"].default_value = strength


def light_object(backdrop: str = PLASTER) -> None:
    """Put the sweep and the lights round what stands in the scene: a large key from the left, a low fill from the
    right, a rim from behind that parts the object from the wall."""
    low, high = extent()
    centre = (low + high) / 2
    reach = max((high - low).length, 0.02) * 1.15
    sweep = _sweep(reach, backdrop)
    sweep.location = (centre.x, centre.y, low.z - 0.0005 * reach)
    power = 30.0 * reach * reach
    area_light("key", centre + Vector((-1.7, -0.8, 1.7)) * reach, centre, 1.3 * reach, power * 2.3, (1.0, 0.95, 0.88))
    area_light("fill", centre + Vector((2.0, -1.2, 0.7)) * reach, centre, 1.6 * reach, power * 0.2, (0.88, 0.94, 1.0))
    area_light("rim", centre + Vector((1.1, 1.0, 1.7)) * reach, centre, 0.6 * reach, power * 0.8, (1.0, 0.97, 0.93))
    _daylight(0.17)


def aim(view: View) -> bpy.types.Object:
    """Put the camera where ``view`` says; the whole object is framed unless the view names a target."""
    low, high = extent()
    scene = bpy.context.scene
    centre = Vector(view.target) if view.target else (low + high) / 2
    camera = bpy.data.objects.get("camera") or bpy.data.objects.new("camera", bpy.data.cameras.new("camera"))
    if camera.name not in scene.collection.all_objects:
        scene.collection.objects.link(camera)
    scene.camera = camera
    lens = camera.data
    lens.lens = view.lens
    lens.sensor_width = 36.0
    lens.sensor_fit = "HORIZONTAL"
    azimuth, elevation = math.radians(view.azimuth), math.radians(view.elevation)
    back = Vector(
        (math.sin(azimuth) * math.cos(elevation), -math.cos(azimuth) * math.cos(elevation), math.sin(elevation))
    )
    half = math.atan(18.0 / view.lens)
    ratio = view.size[1] / view.size[0]
    if view.width:
        distance = view.width / 2 / math.tan(half)
    else:
        right = Vector((0, 0, 1)).cross(back).normalized()
        up = back.cross(right)
        corners = [
            Vector((x, y, z)) - centre for x in (low.x, high.x) for y in (low.y, high.y) for z in (low.z, high.z)
        ]
        middle = [(max(c.dot(axis) for c in corners) + min(c.dot(axis) for c in corners)) / 2 for axis in (right, up)]
        centre = centre + right * middle[0] + up * middle[1]
        corners = [c - right * middle[0] - up * middle[1] for c in corners]
        slack = 1 + view.margin * 2
        distance = max(
            max(
                abs(c.dot(right)) * slack / math.tan(half) + c.dot(back),
                abs(c.dot(up)) * slack / (math.tan(half) * ratio) + c.dot(back),
            )
            for c in corners
        )
    camera.location = centre + back * distance
    camera.rotation_euler = back.to_track_quat("Z", "Y").to_euler()
    lens.clip_start, lens.clip_end = distance / 100, distance * 50
    lens.dof.use_dof = view.aperture is not None
    if view.aperture is not None:
        lens.dof.focus_distance = distance
        lens.dof.aperture_fstop = view.aperture
    return camera


def photograph(view: View, path: Path, samples: int = 32, scale: float = 1.0) -> None:
    """Take the picture of what stands on the table, ``scale`` of its full size, as a PNG at ``path``."""
    aim(view)
    render_settings((round(view.size[0] * scale), round(view.size[1] * scale)), samples)
    bpy.context.scene.render.filepath = str(path)
    bpy.ops.render.render(write_still=True)


def silhouette(view: View, path: Path, scale: float = 1.0) -> None:
    """The object's outline as alpha (a PNG), for pictures composed of several objects."""
    aim(view)
    render_settings((round(view.size[0] * scale), round(view.size[1] * scale)), 8, bounces=1)
    scene = bpy.context.scene
    scene.cycles.use_denoising = False
    hidden = [thing for thing in scene.objects if thing.get("stage") and thing.type in {"MESH", "LIGHT"}]
    for thing in hidden:
        thing.hide_render = True
    scene.render.film_transparent = True
    scene.render.image_settings.color_mode = "RGBA"
    scene.render.filepath = str(path)
    bpy.ops.render.render(write_still=True)
    scene.render.film_transparent = False
    for thing in hidden:
        thing.hide_render = False
