"""Tiles of an image of 12,000 x 9,000 pixels: how long the museum takes beside libvips alone and beside a plain file.

All three of the same machine at the same time; the plain files have the bytes of the tiles and are sent by the same
server.
"""

import random
import time
from statistics import median

import pytest
import pyvips

from museum.iiif.parameters import TILE
from tests.bench.large_picture import HEIGHT, WIDTH, fetch, running  # noqa: F401

TIMES = 60
PASSES = 5

pytestmark = pytest.mark.bench


def milliseconds(work) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def tiles() -> list[tuple[int, int, int]]:
    """(scale factor, x, y) of full tiles at several depths, each once, in the same order every time."""
    found = [
        (factor, x, y)
        for factor in (1, 2, 4)
        for x in range(0, WIDTH - TILE * factor, TILE * factor)
        for y in range(0, HEIGHT - TILE * factor, TILE * factor)
    ]
    return random.Random(7).sample(found, TIMES)


def test_tiles(running):  # noqa: F811
    wanted = tiles()
    paths = [
        f"{running.service}/{x},{y},{TILE * factor},{TILE * factor}/{TILE},{TILE}/0/default.webp"
        for factor, x, y in wanted
    ]
    # The pyramid is made, and every worker has started, before anything is measured.
    for number in range(20):
        assert fetch(running.port, f"{running.service}/0,0,64,64/{number + 1},/0/default.webp")[0] == 200
    private = running.state / "media" / "private" / "iiif"
    (pyramid,) = private.rglob("*.tif")

    def alone(tile):
        factor, x, y = tile
        level = pyvips.Image.new_from_file(str(pyramid), page=factor.bit_length() - 1)
        piece = level.crop(x // factor, y // factor, TILE, TILE)
        return piece.write_to_buffer(".webp", Q=78, effort=2, strip=True)

    def get(path):
        assert fetch(running.port, path)[0] == 200, path

    bare, first = [], []
    for tile, path in zip(wanted, paths, strict=True):
        bare.append(milliseconds(lambda tile=tile: alone(tile)))
        first.append(milliseconds(lambda path=path: get(path)))

    folder = running.state / "media" / "public" / "images"
    folder.mkdir(parents=True, exist_ok=True)
    # A tile is kept once it has been sent.
    until = time.monotonic() + 5
    while len(kept := sorted(private.rglob("*.webp"))) < TIMES and time.monotonic() < until:
        time.sleep(0.05)
    assert len(kept) == TIMES
    plain_paths = []
    for number, file in enumerate(kept):
        (folder / f"tile-{number}.webp").write_bytes(file.read_bytes())
        plain_paths.append(f"/media/images/tile-{number}.webp")
    again, plain = [], []
    for path, other in zip(paths * PASSES, plain_paths * PASSES, strict=True):
        again.append(milliseconds(lambda path=path: get(path)))
        plain.append(milliseconds(lambda other=other: get(other)))

    bare, first, again, plain = map(median, (bare, first, again, plain))
    print(
        f"\ntile first {first:.1f} ms (libvips alone {bare:.1f}, x {first / bare:.2f}); "
        f"again {again:.2f} ms (plain file {plain:.2f}, x {again / plain:.2f})"
    )
    assert first <= 60
    assert first <= 1.5 * bare
    assert again <= 5
    assert again <= 1.3 * plain
