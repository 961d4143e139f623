"""The museum's own server, as ``make run`` starts it, with one published picture of 12,000 x 9,000 pixels."""

import subprocess
import sys
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from types import SimpleNamespace

import pytest

from tests.browser.museum_server import ROOT, environment, free_port

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
    line = HTTPConnection("127.0.0.1", port, timeout=120)
    line.request("GET", path, headers={"Accept-Encoding": "gzip"})
    response = line.getresponse()
    size = len(response.read())
    line.close()
    return response.status, size


@pytest.fixture
def running(tmp_path) -> Iterator[SimpleNamespace]:
    """``port``, ``service`` (address of the image), ``log``, ``process``, and ``state`` (its folder) of a running museum."""
    (tmp_path / "static").mkdir()
    port = free_port()
    environ = {**environment(tmp_path, port), "WEB_CONCURRENCY": "2"}

    def manage(*arguments):
        command = [sys.executable, "manage.py", *arguments]
        return subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, check=True).stdout

    manage("migrate", "--verbosity=0")
    number = manage("shell", "-c", FURNISH).rsplit("image", 1)[1].strip()
    log = tmp_path / "server.log"
    with log.open("w") as file:
        server = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "-c", "python:museum.server", "museum.wsgi"],
            cwd=ROOT, env=environ, stdout=file, stderr=subprocess.STDOUT,
        )  # fmt: skip
    try:
        service = f"/iiif/image/3/{number}"
        until = time.monotonic() + 60
        while time.monotonic() < until:
            try:
                assert fetch(port, f"{service}/info.json")[0] == 200, log.read_text()
                break
            except OSError:
                time.sleep(0.2)
        yield SimpleNamespace(port=port, service=service, log=log, process=server, state=tmp_path)
    finally:
        server.terminate()
        server.wait(timeout=30)
