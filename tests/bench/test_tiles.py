"""Tiles of an image of 12,000 x 9,000 pixels: how long the museum takes beside libvips alone and beside a plain file."""

import random
import shutil
import time
from http.client import HTTPConnection
from pathlib import Path
from statistics import median

import pytest
import pyvips
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import storages

from museum.collection.models import ArtefactMedium
from museum.iiif.addresses import image_service
from museum.iiif.parameters import TILE, parse
from museum.iiif.pyramids import make_pyramid
from museum.iiif.rendering import draw, kept_name
from tests import builders

WIDTH, HEIGHT = 12_000, 9_000
TIMES = 60

pytestmark = pytest.mark.bench


@pytest.fixture
def large(transactional_db):
    """A noisy picture with its pyramid, published."""
    noise = pyvips.Image.perlin(WIDTH, HEIGHT, cell_size=300, uchar=True)
    picture = noise.bandjoin([noise.rot180(), noise.fliphor()]).copy(interpretation="srgb")
    image = builders.image(file=ContentFile(picture.jpegsave_buffer(Q=90), name="large.jpg"))
    artefact = builders.artefact(with_image=False)
    ArtefactMedium.objects.create(artefact=artefact, image=image, sort_order=0)
    artefact.save()
    make_pyramid(image)
    return image


def milliseconds(work) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def tiles() -> list[str]:
    """Full tiles at several depths, each once, in the same order every time."""
    found = [
        f"{x},{y},{TILE * factor},{TILE * factor}/{TILE},{TILE}/0/default.webp"
        for factor in (1, 2, 4)
        for x in range(0, WIDTH - TILE * factor, TILE * factor)
        for y in range(0, HEIGHT - TILE * factor, TILE * factor)
    ]
    return random.Random(7).sample(found, TIMES)


def test_tiles(live_server, large):
    """Asked over HTTP, both the tiles and the plain files of the same bytes, of the same server."""
    service = image_service(large)
    host = live_server.url.removeprefix("http://")

    def get(path):
        line = HTTPConnection(host)
        line.request("GET", path)
        response = line.getresponse()
        assert response.status == 200, path
        assert response.read()
        line.close()

    def fetch(path):
        get(f"{service}/{path}")

    wanted = tiles()
    asked = [parse(*path.split("/"), WIDTH, HEIGHT) for path in wanted]
    fetch("full/max/0/default.jpg")
    alone = median(milliseconds(lambda one=one: draw(large, one)) for one in asked)
    first = median(milliseconds(lambda path=path: fetch(path)) for path in wanted)
    again = median(milliseconds(lambda path=path: fetch(path)) for path in wanted * 3)

    folder = Path(settings.MEDIA_ROOT) / "images"
    folder.mkdir(parents=True, exist_ok=True)
    names = []
    for number, one in enumerate(asked):
        shutil.copy(storages["private"].path(kept_name(large, one)), folder / f"tile-{number}.webp")
        names.append(f"/media/images/tile-{number}.webp")

    plain = median(milliseconds(lambda name=name: get(name)) for name in names * 3)
    print(
        f"\ntile first {first:.1f} ms (libvips alone {alone:.1f}, x {first / alone:.2f}); "
        f"again {again:.2f} ms (plain file {plain:.2f}, x {again / plain:.2f})"
    )
    assert first <= 60
    assert first <= 1.5 * alone
    assert again <= 5
    assert again <= 1.3 * plain
