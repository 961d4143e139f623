"""`python -m museum.demo.studio.flat [--draft] KEY…`: draw flat works; all of them when no key is given."""

from __future__ import annotations

import argparse
import random
import sys
import time
from pathlib import Path

from PIL import Image

from .. import masters
from ..masters import DEMO, STATE, say
from . import FlatWork, develop, load_flats

DRAFT_PIXELS = 1500
PAGE_PIXELS = 2000
#: The published large picture is tried at these qualities until it is light enough.
QUALITIES = (74, 66, 58, 50, 42, 34)
MOST_BYTES = 650_000


def publish(picture: Image.Image, path: Path, work: FlatWork, qualities: tuple[int, ...]) -> int:
    """Write ``picture`` as WebP at the first quality that is light enough, record it, and return its size in bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    for quality in qualities:
        picture.save(path, "WEBP", quality=quality, method=5)
        if path.stat().st_size <= MOST_BYTES:
            break
    masters.record(path, work.script, work.seed)
    say(f"{path.name}  {picture.width} x {picture.height}  q{quality}  {path.stat().st_size // 1000} kB")
    return path.stat().st_size


def reduced(picture: Image.Image, longest: int) -> Image.Image:
    """The picture with its long side at ``longest`` pixels."""
    share = longest / max(picture.size)
    return picture.resize((round(picture.width * share), round(picture.height * share)), Image.Resampling.LANCZOS)


def make(work: FlatWork, draft: bool) -> None:
    """Draw one work: a draft into the state folder, or the large picture and the close views."""
    begun = time.monotonic()
    svg = work.draw(random.Random(work.seed))
    if draft:
        path = STATE / "draft" / f"{work.key}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        develop.develop(svg, work, DRAFT_PIXELS / max(work.size))[0].save(path)
        say(f"{path}  {time.monotonic() - begun:.0f} s")
        return
    picture, silhouette = develop.develop(svg, work, 1.0)
    publish(picture, DEMO / "flat" / f"{work.key}.webp", work, QUALITIES)
    page = reduced(picture, PAGE_PIXELS)
    # The portraits of stories cut the sheet out of its ground, as they do with the modelled objects.
    (STATE / "masters").mkdir(parents=True, exist_ok=True)
    page.save(STATE / "masters" / f"{work.key}.png")
    if silhouette:
        silhouette.resize(page.size, Image.Resampling.LANCZOS).save(STATE / "masters" / f"{work.key}-alpha.png")
    for key, (x, y, w, h) in work.details.items():
        publish(picture.crop((x, y, x + w, y + h)), DEMO / "images" / f"{key}.webp", work, (82,))
    say(f"{work.key}  {time.monotonic() - begun:.0f} s")


def main() -> int:
    """Make what was asked for; returns the process's exit status."""
    parser = argparse.ArgumentParser(prog="flat", description=__doc__)
    parser.add_argument("keys", nargs="*", help="keys of the works to make; all of them by default")
    parser.add_argument("--draft", action="store_true", help="small, into the state folder")
    asked = parser.parse_args()
    works = load_flats()
    unknown = sorted(set(asked.keys) - set(works))
    if unknown:
        say(f"No such work: {', '.join(unknown)}. There are: {', '.join(sorted(works))}")
        return 2
    for key in asked.keys or sorted(works):
        make(works[key], asked.draft)
    return 0


if __name__ == "__main__":
    sys.exit(main())
