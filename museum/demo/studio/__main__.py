"""`python -m museum.demo.studio [--only KEY …] [--draft] [--models] [--photographs]`: make the collection again.

A draft is small and quick, and goes to the state folder for looking at; the real thing goes to its place under
`museum/demo/` and into the manifest.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import time
from pathlib import Path

from .registry import ObjectWork, load_objects

DEMO = Path(__file__).resolve().parent.parent
#: Samples a pixel, denoised afterwards, and the scale of the picture. A close view is smaller: half of it lies out of focus.
WHOLE_VIEW = {"samples": 18, "scale": 1.0}
CLOSE_VIEW = {"samples": 12, "scale": 0.85}
STATE = Path(os.environ.get("STATE_DIR", DEMO.parent.parent / ".state")) / "studio"


def say(text: str) -> None:
    """A line of progress."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def make_object(work: ObjectWork, draft: bool, models: bool, photographs: bool) -> None:
    """Model, export and photograph one object."""
    from . import export, masters, stage

    begun = time.monotonic()
    stage.empty_scene()
    work.build(random.Random(work.seed))
    if models:
        path = (STATE / "draft" if draft else DEMO / "models") / f"{work.key}.glb"
        size = export.export(work.key, path, 512 if draft else work.texture, work.relief)
        if not draft:
            masters.record(path, work.script, work.seed)
        say(f"{work.key}.glb  {size // 1000} kB")
    if photographs:
        stage.light_object()
        for key, view in {work.key: work.view, **work.details}.items():
            if draft:
                path = STATE / "draft" / f"{key}.png"
                stage.photograph(view, path, samples=10, scale=0.4)
            else:
                path = STATE / "masters" / f"{key}.png"
                stage.photograph(view, path, **(WHOLE_VIEW if key == work.key else CLOSE_VIEW))
                if key == work.key:
                    stage.silhouette(view, STATE / "masters" / f"{key}-alpha.png")
                masters.publish(path, DEMO / "images" / f"{key}.webp", work.script, work.seed)
            say(f"{path}  {time.monotonic() - begun:.0f} s")


def main() -> int:
    """Make what was asked for; returns the process's exit status."""
    parser = argparse.ArgumentParser(prog="studio", description=__doc__)
    parser.add_argument("--only", nargs="*", default=[], help="keys of the works to make; all of them by default")
    parser.add_argument("--draft", action="store_true", help="small and quick, into the state folder")
    parser.add_argument("--models", action="store_true", help="the glTF files only")
    parser.add_argument("--photographs", action="store_true", help="the photographs only")
    asked = parser.parse_args()
    works = load_objects()
    unknown = sorted(set(asked.only) - set(works))
    if unknown:
        say(f"No such work: {', '.join(unknown)}. There are: {', '.join(sorted(works))}")
        return 2
    both = asked.models == asked.photographs
    for key in asked.only or sorted(works):
        make_object(works[key], asked.draft, both or asked.models, both or asked.photographs)
    return 0


if __name__ == "__main__":
    sys.exit(main())
