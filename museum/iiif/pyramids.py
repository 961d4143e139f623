"""Pyramids: each large image kept once more, in tiles and at every half of its size, so that a piece of it is quick.

A pyramid is a tiled TIFF with a page for each level (https://www.libvips.org/API/current/VipsForeignSave.html). It lies
in the private storage, beside the original that it is made from.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pyvips
from django.conf import settings
from django.core.cache import cache
from django.core.files import File
from django.core.files.storage import storages

from museum.iiif import sources
from museum.iiif.sources import Unreadable

# One thread a picture and little kept: several workers share the machine, and tiles are small.
pyvips.concurrency_set(1)
pyvips.cache_set_max(0)
pyvips.cache_set_max_mem(0)

#: An image whose longer side is at most this is cut from its original.
SMALL_SIDE = 2_048
_BUILD_SECONDS = 120
#: How long a picture that no decoder could read is not tried again.
_UNREADABLE_SECONDS = 600
#: How much of pyramids is kept on this machine where the storage is elsewhere.
NEARBY_BYTES = 2 * 1024**3


def needs_pyramid(image) -> bool:
    """Whether an image is too large to be cut from its original at each request."""
    return max(image.width, image.height) > SMALL_SIDE


def version(image) -> str:
    """What changes when the file of an image does: the start of its checksum."""
    return (image.file_hash or "unknown")[:16]


def folder(pk: int) -> str:
    """The folder of everything made from an image for this service, in the private storage."""
    return f"iiif/{pk}"


def pyramid_name(image) -> str:
    """Where an image's pyramid lies in the private storage."""
    return f"{folder(image.pk)}/{version(image)}.tif"


def make_pyramid(image) -> bool:
    """Make an image's pyramid unless it is there or not needed; whether one was made. Raises ``Unreadable``.

    One at a time on a machine, whoever asks: visitor, background worker or command.
    """
    storage = storages["private"]
    name = pyramid_name(image)
    if not needs_pyramid(image) or storage.exists(name):
        return False
    failed = f"unreadable-{name}"
    if cache.get(failed):
        raise Unreadable(name)
    with _alone(), tempfile.TemporaryDirectory(prefix="rihla-pyramid-") as scratch:
        if storage.exists(name):
            return False
        target = Path(scratch) / "pyramid.tif"
        try:
            _build(_original(image, Path(scratch)), target)
        except Unreadable:
            cache.set(failed, True, _UNREADABLE_SECONDS)
            raise
        with target.open("rb") as made:
            storage.save(name, File(made))
    return True


@contextlib.contextmanager
def _alone():
    place = settings.STATE_DIR / "pyramids"
    place.mkdir(parents=True, exist_ok=True)
    with (place / "lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _build(original: str, target: Path) -> None:
    """By a process of its own: a large picture may take hundreds of megabytes, and a hostile one a decoder down."""
    command = [sys.executable, "-m", sources.__name__, original, str(target)]
    try:
        done = subprocess.run(
            command, cwd=settings.BASE_DIR, capture_output=True, text=True, timeout=_BUILD_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise Unreadable(f"not done in {_BUILD_SECONDS} s") from error
    if done.returncode:
        raise Unreadable(done.stderr.strip()[-500:])


def _original(image, scratch: Path) -> str:
    """A path on this machine of the original; fetched into ``scratch`` where the storage is elsewhere."""
    storage = image.file.storage
    with contextlib.suppress(NotImplementedError):
        return storage.path(image.file.name)
    copy = scratch / f"original{Path(image.file.name).suffix}"
    with storage.open(image.file.name, "rb") as source, copy.open("wb") as file:
        for chunk in source.chunks():
            file.write(chunk)
    return str(copy)


def opened(image, factor: int = 1) -> tuple[pyvips.Image, int]:
    """The image at a level, and the scale factor of that level, which is ``factor`` or the next smaller there is."""
    if not needs_pyramid(image):
        with tempfile.TemporaryDirectory(prefix="rihla-original-") as scratch:
            return sources.read(_original(image, Path(scratch))), 1
    path = local_path(pyramid_name(image))
    page = max(factor.bit_length() - 1, 0)
    while page:
        with contextlib.suppress(pyvips.Error):
            return pyvips.Image.new_from_file(path, page=page, access="random"), 2**page
        page -= 1
    return pyvips.Image.new_from_file(path, access="random"), 1


def local_path(name: str) -> str:
    """A path on this machine of a file in the private storage; what lies elsewhere is fetched once and kept a while."""
    storage = storages["private"]
    with contextlib.suppress(NotImplementedError):
        if os.path.exists(path := storage.path(name)):
            return path
    nearby = settings.STATE_DIR / "pyramids" / name.replace("/", "-")
    if nearby.exists():
        os.utime(nearby)
        return str(nearby)
    nearby.parent.mkdir(parents=True, exist_ok=True)
    with storage.open(name, "rb") as source, tempfile.NamedTemporaryFile(dir=nearby.parent, delete=False) as copy:
        for chunk in source.chunks():
            copy.write(chunk)
    os.replace(copy.name, nearby)
    _forget_oldest(nearby.parent)
    return str(nearby)


def _forget_oldest(place: Path) -> None:
    files = sorted(place.glob("*.tif"), key=lambda file: file.stat().st_mtime, reverse=True)
    kept = 0
    for file in files:
        kept += file.stat().st_size
        if kept > NEARBY_BYTES and file is not files[0]:
            file.unlink(missing_ok=True)


def forget(pk: int, *, but: str = "") -> None:
    """Delete all that was made from an image, except what belongs to the version ``but``."""
    storage = storages["private"]
    with contextlib.suppress(FileNotFoundError, NotADirectoryError):
        _delete_folder(storage, folder(pk), but)
    for file in (settings.STATE_DIR / "pyramids").glob(f"iiif-{pk}-*"):
        if not but or but not in file.name:
            file.unlink(missing_ok=True)


def _delete_folder(storage, path: str, but: str) -> None:
    folders, files = storage.listdir(path)
    for name in files:
        if not but or not name.startswith(but):
            storage.delete(f"{path}/{name}")
    for name in folders:
        if not but or not name.startswith(but):
            _delete_folder(storage, f"{path}/{name}", "")
    if not but:
        # A local storage keeps empty folders; S3 has none.
        with contextlib.suppress(OSError, NotImplementedError):
            storage.delete(path)
