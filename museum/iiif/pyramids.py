"""Pyramids: each large image kept once more, in tiles and at every half of its size, so that a piece of it is quick.

A pyramid is a tiled TIFF with a page for each level (https://www.libvips.org/API/current/VipsForeignSave.html). It lies
in the private storage, beside the original that it is made from.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
import time
from pathlib import Path

import pyvips
from django.conf import settings
from django.core.cache import cache
from django.core.files import File
from django.core.files.storage import storages

from museum.iiif.parameters import TILE

# One thread a picture and little kept: several workers share the machine, and tiles are small.
pyvips.cache_set_max(0)
pyvips.cache_set_max_mem(0)

#: An image whose longer side is at most this is cut from its original.
SMALL_SIDE = 2_048
_BUILD_SECONDS = 120
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
    """Make an image's pyramid unless it is there or not needed; whether one was made."""
    storage = storages["private"]
    name = pyramid_name(image)
    if not needs_pyramid(image) or storage.exists(name):
        return False
    with tempfile.TemporaryDirectory(prefix="rihla-pyramid-") as scratch:
        target = Path(scratch) / "pyramid.tif"
        with image.file.storage.open(image.file.name, "rb") as source:
            original = Path(scratch) / "original"
            with original.open("wb") as copy:
                for chunk in source.chunks():
                    copy.write(chunk)
        _upright(pyvips.Image.new_from_file(str(original), access="sequential")).tiffsave(
            str(target), tile=True, pyramid=True, tile_width=TILE, tile_height=TILE, compression="jpeg", Q=90
        )
        if not storage.exists(name):
            with target.open("rb") as made:
                storage.save(name, File(made))
    return True


def ensure_pyramid(image) -> None:
    """Make a missing pyramid while the request waits, one at a time: an image can be asked for before its turn came."""
    if not needs_pyramid(image) or storages["private"].exists(pyramid_name(image)):
        return
    lock = f"pyramid-{image.pk}-{version(image)}"
    if cache.add(lock, True, _BUILD_SECONDS):
        try:
            make_pyramid(image)
        finally:
            cache.delete(lock)
        return
    until = time.monotonic() + _BUILD_SECONDS
    while cache.get(lock) and time.monotonic() < until:
        time.sleep(0.05)


def opened(image, factor: int = 1) -> tuple[pyvips.Image, int]:
    """The image at a level, and the scale factor of that level, which is ``factor`` or the next smaller there is."""
    if not needs_pyramid(image):
        with image.file.storage.open(image.file.name, "rb") as source:
            return _upright(pyvips.Image.new_from_buffer(source.read(), "")), 1
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
    files = sorted(place.iterdir(), key=lambda file: file.stat().st_mtime, reverse=True)
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


def _upright(picture: pyvips.Image) -> pyvips.Image:
    """Turned as its camera says, in sRGB, without transparency: on the museum's plaster white."""
    picture = picture.autorot()
    if picture.interpretation not in ("srgb", "b-w"):
        picture = picture.colourspace("srgb")
    if picture.hasalpha():
        picture = picture.flatten(background=[255] * (picture.bands - 1))
    return picture if picture.format == "uchar" else picture.cast("uchar")
