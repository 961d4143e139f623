"""A file is stored whole or not at all, and an editor whose file was not reads why and has lost nothing."""

import errno
import io
import os
import shutil
import subprocess
import threading

import pytest
from botocore.exceptions import EndpointConnectionError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from museum.assets.models import MuseumImage
from museum.assets.storage import PART, PublicStorage, WholeFileStorage
from museum.core.failures import reason
from tests import builders


@pytest.fixture
def storage(tmp_path):
    return WholeFileStorage(location=str(tmp_path), base_url="/media/")


class Stops(ContentFile):
    """A file of which the second half does not come."""

    def chunks(self, chunk_size=None):
        yield b"first half"
        raise OSError(errno.ENOSPC, "No space left on device")


def test_half_a_file_is_no_file(storage, tmp_path):
    with pytest.raises(OSError, match="No space"):
        storage.save("images/lamp.png", Stops(b"", name="lamp.png"))
    assert list((tmp_path / "images").iterdir()) == []


def test_a_file_has_its_name_only_when_it_is_whole(storage, tmp_path):
    seen = []

    class Watched(ContentFile):
        def chunks(self, chunk_size=None):
            yield b"first"
            seen.extend(path.name for path in (tmp_path / "images").iterdir())
            yield b"second"

    assert storage.save("images/lamp.png", Watched(b"")) == "images/lamp.png"
    assert [name.startswith(PART) for name in seen] == [True]
    assert (tmp_path / "images" / "lamp.png").read_bytes() == b"firstsecond"
    assert [path.name for path in (tmp_path / "images").iterdir()] == ["lamp.png"]


def test_many_who_want_one_name_get_one_each(storage, tmp_path):
    names = []
    threads = [
        threading.Thread(target=lambda number=number: names.append(storage.save("a.txt", ContentFile(b"%d" % number))))
        for number in range(20)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(names)) == 20
    assert {(tmp_path / name).read_bytes() for name in names} == {b"%d" % number for number in range(20)}


def test_a_file_system_without_links_serves_too(storage, tmp_path, monkeypatch):
    def refuses(*arguments):
        raise PermissionError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refuses)
    assert storage.save("a.txt", ContentFile(b"one")) == "a.txt"
    assert storage.save("a.txt", ContentFile(b"two")) != "a.txt"
    assert (tmp_path / "a.txt").read_bytes() == b"one"


@pytest.fixture
def full_disk(tmp_path):
    """A real file system of 512 KB that is full but for a little."""
    folder = tmp_path / "full"
    folder.mkdir()
    mount = shutil.which("mount")
    if not mount or subprocess.run([mount, "-t", "tmpfs", "-o", "size=512k", "tmpfs", folder], check=False).returncode:
        pytest.skip("this account may not mount a small disk: a full one is left untried")
    (folder / "filling").write_bytes(b"x" * 480 * 1024)
    yield folder
    subprocess.run(["umount", folder], check=True)


def upload(client, name="nouvelle.png"):
    noise = io.BytesIO()
    Image.effect_noise((300, 300), 90).convert("RGB").save(noise, "PNG")
    assert len(noise.getvalue()) > 64 * 1024
    picture = SimpleUploadedFile(name, noise.getvalue())
    return client.post(
        reverse("wagtailimages:add"), {"title": "Une lampe", "file": picture, "alt_fr": "Une lampe de mineur."}
    )


@pytest.mark.django_db
def test_a_full_disk_stores_nothing_and_says_so(client, full_disk, monkeypatch, settings):
    monkeypatch.setattr(MuseumImage._meta.get_field("file"), "storage", WholeFileStorage(location=str(full_disk)))
    client.force_login(builders.user(superuser=True, language="fr"))
    response = upload(client)
    assert response.status_code == 503
    assert "plus de place" in response.content.decode()
    assert response.headers["Cache-Control"] == "no-store"
    assert not MuseumImage.objects.exists()
    assert [path.name for path in full_disk.rglob("*") if path.is_file()] == ["filling"]
    # Room was made: the same upload passes, without a hand.
    (full_disk / "filling").unlink()
    assert upload(client).status_code == 302
    assert MuseumImage.objects.count() == 1


@pytest.mark.django_db
def test_a_storage_that_is_away_is_named_in_the_editors_language(client, monkeypatch):
    def away(self, name, content):
        raise EndpointConnectionError(endpoint_url="http://s3.example")

    monkeypatch.setattr(WholeFileStorage, "_save", away)
    client.force_login(builders.user(superuser=True, language="ar"))
    response = upload(client)
    assert response.status_code == 503
    assert 'dir="rtl"' in response.content.decode()
    assert "s3.example" not in response.content.decode()
    assert not MuseumImage.objects.exists()


@pytest.mark.parametrize("fault", [OSError(errno.ENOENT, "x"), ValueError("x"), OSError("x")])
def test_other_faults_are_not_taken_for_a_storages(fault):
    assert reason(fault) is None


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("images/lamp.width-320.avif", "/media/images/lamp.width-320.avif"),
        ("images/a b%.jpg", "/media/images/a%20b%25.jpg"),
        ("images/mémoire.jpg", "/media/images/m%C3%A9moire.jpg"),
        ("/images/lamp.jpg", "/media/images/lamp.jpg"),
        ("images/lamp.jpg\n", "/media/images/lamp.jpg%0A"),
    ],
)
def test_a_public_file_has_the_address_of_its_name(tmp_path, name, address):
    assert PublicStorage(location=str(tmp_path), base_url="/media/").url(name) == address
