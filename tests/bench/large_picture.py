"""The museum's own server, as ``make run`` starts it, with one published picture of 12,000 x 9,000 pixels."""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest

from tests import servers

WIDTH, HEIGHT = 12_000, 9_000
#: Run inside the museum under test: one large picture that a published artefact shows.
FURNISH = f"""
import pyvips
from django.core.files.base import ContentFile
from museum.collection.models import ArtefactMedium
from tests import builders
noise = pyvips.Image.perlin({WIDTH}, {HEIGHT}, cell_size=300, uchar=True)
picture = noise.bandjoin([noise.rot180(), noise.fliphor()]).copy(interpretation="srgb")
image = builders.image(file=ContentFile(picture.jpegsave_buffer(Q=90, interlace=True), name="large.jpg"))
artefact = builders.artefact(with_image=False)
ArtefactMedium.objects.create(artefact=artefact, image=image, sort_order=0)
artefact.save()
print("image", image.pk)
"""


def fetch(port: int, path: str) -> tuple[int, int]:
    """(status, bytes) of a path."""
    answer = servers.fetch(port, path, Accept_Encoding="gzip")
    return answer.status, len(answer.body)


@pytest.fixture
def running(tmp_path) -> Iterator[SimpleNamespace]:
    """``port``, ``service`` (address of the image), ``log``, ``process``, and ``state`` (its folder) of a running museum."""
    with servers.museum(tmp_path / "museum", WEB_CONCURRENCY="2") as opened:
        number = opened.manage("shell", "-c", FURNISH).rsplit("image", 1)[1].strip()
        service = f"/iiif/image/3/{number}"
        port = opened.start(wait_for=f"{service}/info.json")
        yield SimpleNamespace(
            port=port, service=service, log=opened.log, process=opened.processes[0], state=opened.state
        )
