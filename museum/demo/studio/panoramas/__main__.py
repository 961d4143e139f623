"""`python -m museum.demo.studio.panoramas [--draft] KEY …`: render places all round, and one ordinary picture of each.

A draft is small and goes to the state folder. The full run writes the panorama and the directions of its finds to
``museum/demo/panoramas/`` and the ordinary picture to ``museum/demo/images/``.
"""

from __future__ import annotations

import argparse
import io
import json
import math
import random
import sys
import time
from pathlib import Path

from PIL import Image

from .. import masters, stage
from ..masters import DEMO, STATE, say
from . import Find, PanoramaWork, load_panoramas

FULL = (4096, 2048)
DRAFT = (1024, 512)
LARGEST = 800_000  # bytes of a published panorama


def directions(work: PanoramaWork, finds: list[Find]) -> dict[str, dict[str, float]]:
    """Where each find is seen from the eye: yaw to the right of the picture's middle, pitch above the horizon."""
    seen = {}
    for find in finds:
        x, y, z = (there - here for there, here in zip(find.at, work.eye, strict=True))
        yaw = (math.degrees(math.atan2(x, y)) - work.facing + 180) % 360 - 180
        seen[find.key] = {"yaw": round(yaw, 1), "pitch": round(math.degrees(math.atan2(z, math.hypot(x, y))), 1)}
    return {key: seen[key] for key in work.finds}


def take(work: PanoramaWork, path: Path, size: tuple[int, int], samples: int, all_round: bool) -> None:
    """Render the standing scene from the eye, all round or as an ordinary picture."""
    import bpy

    camera = bpy.data.objects.get("eye") or bpy.data.objects.new("eye", bpy.data.cameras.new("eye"))
    scene = bpy.context.scene
    if camera.name not in scene.collection.all_objects:
        scene.collection.objects.link(camera)
    scene.camera = camera
    camera.location = work.eye
    camera.data.clip_start, camera.data.clip_end = 0.02, 60_000
    yaw, pitch = (0.0, 0.0) if all_round else (work.outlook.yaw, work.outlook.pitch)
    camera.rotation_euler = (math.radians(90 + pitch), 0, -math.radians(work.facing + yaw))
    if all_round:
        camera.data.type = "PANO"
        camera.data.panorama_type = "EQUIRECTANGULAR"
    else:
        camera.data.type = "PERSP"
        camera.data.sensor_fit = "HORIZONTAL"
        camera.data.angle = math.radians(work.outlook.field)
    stage.render_settings(size, samples)
    scene.cycles.max_bounces = 4
    scene.cycles.diffuse_bounces = 2
    scene.cycles.glossy_bounces = 2
    scene.cycles.transmission_bounces = 4
    scene.view_settings.exposure = work.exposure
    scene.render.filepath = str(path)
    bpy.ops.render.render(write_still=True)


def publish_panorama(master: Path, path: Path, work: PanoramaWork) -> None:
    """Write the panorama as WebP, of lower quality where it would be heavier than `LARGEST`, and record it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with Image.open(master) as picture:
        for quality in (76, 70, 64, 58, 52, 46):
            data = io.BytesIO()
            picture.convert("RGB").save(data, "WEBP", quality=quality, method=6)
            if data.tell() <= LARGEST:
                break
    path.write_bytes(data.getvalue())
    masters.record(path, work.script, work.seed)


def make(work: PanoramaWork, draft: bool) -> None:
    """Build the place and take both pictures."""
    begun = time.monotonic()
    stage.empty_scene()
    finds = list(work.build(random.Random(work.seed)))
    placed = directions(work, finds)
    say(f"{work.key} built, {time.monotonic() - begun:.0f} s")
    size = work.outlook.size
    if draft:
        for key, where in placed.items():
            say(f"  {key:<24} yaw {where['yaw']:7.1f}  pitch {where['pitch']:6.1f}")
        take(work, STATE / "draft" / f"{work.key}.png", DRAFT, 8, True)
        take(work, STATE / "draft" / f"{work.key}-view.png", (size[0] // 3, size[1] // 3), 8, False)
    else:
        master = STATE / "masters" / f"{work.key}-all-round.png"
        take(work, master, FULL, work.samples, True)
        path = DEMO / "panoramas" / f"{work.key}.webp"
        publish_panorama(master, path, work)
        path.with_suffix(".json").write_text(json.dumps(placed, indent=1) + "\n", encoding="utf-8")
        masters.record(path.with_suffix(".json"), work.script, work.seed)
        say(f"{path}  {path.stat().st_size // 1000} kB, {time.monotonic() - begun:.0f} s")
        master = STATE / "masters" / f"{work.key}.png"
        take(work, master, size, work.samples, False)
        masters.publish(master, DEMO / "images" / f"{work.key}.webp", work.script, work.seed)
    say(f"{work.key} done, {time.monotonic() - begun:.0f} s")


def main() -> int:
    """Make what was asked for; returns the process's exit status."""
    parser = argparse.ArgumentParser(prog="panoramas", description=__doc__)
    parser.add_argument("keys", nargs="*", metavar="KEY", help="the panoramas to make; all of them by default")
    parser.add_argument("--draft", action="store_true", help="small and quick, into the state folder")
    asked = parser.parse_args()
    works = load_panoramas()
    unknown = sorted(set(asked.keys) - set(works))
    if unknown:
        say(f"No such panorama: {', '.join(unknown)}. There are: {', '.join(sorted(works))}")
        return 2
    for key in asked.keys or sorted(works):
        make(works[key], asked.draft)
    return 0


if __name__ == "__main__":
    sys.exit(main())
