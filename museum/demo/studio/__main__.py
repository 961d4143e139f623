"""`python -m museum.demo.studio [--only KEY …] [--draft] [--models] [--photographs]`: make the collection again.

Objects, flat works, panoramas, soundscapes, readings, and last the portraits that are composed of them. A draft is small
and quick, and goes to the state folder for looking at; the real thing goes to its place under `museum/demo/` and into
the manifest. Sounds and portraits have no draft.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable
from functools import partial

import numpy as np

from . import masters
from .masters import DEMO, STATE, say
from .registry import ObjectWork, load_objects

#: Samples a pixel, denoised afterwards, and the scale of the picture. A close view is smaller: half of it lies out of focus.
WHOLE_VIEW = {"samples": 18, "scale": 1.0}
CLOSE_VIEW = {"samples": 12, "scale": 0.85}


def make_object(work: ObjectWork, draft: bool, models: bool, photographs: bool) -> None:
    """Model, export and photograph one object."""
    from . import export, stage

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


def makers(draft: bool, models: bool, photographs: bool) -> dict[str, Callable[[], None]]:
    """What makes each work of the collection, by key, in the order in which they need one another."""
    from . import portraits
    from .flat import load_flats
    from .flat.__main__ import make as make_flat
    from .panoramas import load_panoramas
    from .panoramas.__main__ import make as make_panorama
    from .readings.__main__ import make as make_reading
    from .readings.__main__ import texts
    from .sounds import Soundscape, load_soundscapes
    from .sounds.publish import publish

    def make_soundscape(work: Soundscape) -> None:
        publish(work.key, work.make(np.random.default_rng(work.seed)), work.script, work.seed)
        say(work.key)

    made: dict[str, Callable[[], None]] = {
        key: partial(make_object, work, draft, models, photographs) for key, work in load_objects().items()
    }
    if models and not photographs:
        return made
    made |= {key: partial(make_flat, work, draft) for key, work in load_flats().items()}
    made |= {key: partial(make_panorama, work, draft) for key, work in load_panoramas().items()}
    if not draft:
        made |= {key: partial(make_soundscape, work) for key, work in load_soundscapes().items()}
        made |= {key: partial(make_reading, path) for key, path in texts().items()}
        made |= {f"portrait-{key}": partial(portraits.make, key) for key in portraits.PORTRAITS}
    return made


def main() -> int:
    """Make what was asked for; returns the process's exit status."""
    parser = argparse.ArgumentParser(prog="studio", description=__doc__)
    parser.add_argument("--only", nargs="*", default=[], help="keys of the works to make; all of them by default")
    parser.add_argument("--draft", action="store_true", help="small and quick, into the state folder")
    parser.add_argument("--models", action="store_true", help="the glTF files only")
    parser.add_argument("--photographs", action="store_true", help="the photographs of objects, not their glTF files")
    asked = parser.parse_args()
    both = asked.models == asked.photographs
    works = makers(asked.draft, both or asked.models, both or asked.photographs)
    unknown = sorted(set(asked.only) - set(works))
    if unknown:
        say(f"No such work: {', '.join(unknown)}. There are: {', '.join(sorted(works))}")
        return 2
    for key in asked.only or works:
        works[key]()
    return 0


if __name__ == "__main__":
    sys.exit(main())
