"""A picture cut, scaled, turned, coloured and written as asked; kept where it is one of the announced ones."""

from __future__ import annotations

import contextlib
import threading

import pyvips
from django.core.files.base import ContentFile
from django.core.files.storage import storages

from museum.iiif.parameters import Asked, is_announced
from museum.iiif.pyramids import folder, make_pyramid, opened, version
from museum.iiif.visibility import Withdrawn, visible_image

#: So many pictures at once in a worker: a bound on memory. Others wait.
AT_ONCE = threading.BoundedSemaphore(3)
#: A picture of more pixels than this is made alone among its like: an encoder holds all of it.
LARGE_AREA = 1_500_000
_ONE_LARGE = threading.BoundedSemaphore(1)
WAIT_SECONDS = 20
_OPTIONS = {
    "jpg": (".jpg", {"Q": 82, "strip": True, "optimize_coding": True}),
    "png": (".png", {"compression": 6, "strip": True}),
    "webp": (".webp", {"Q": 78, "effort": 2, "strip": True}),
}


class Busy(Exception):
    """Too many pictures are being made; the reader may ask again."""


def kept_name(image, asked: Asked) -> str:
    """Where a kept picture lies in the private storage: by version, then by its canonical path."""
    return f"{folder(image.pk)}/{version(image)}/{asked.canonical.replace('/', '_').replace(':', '-')}"


def kept(image, asked: Asked) -> bytes | None:
    """The bytes of a picture that was made before and kept; None where it was not."""
    if not is_announced(asked):
        return None
    try:
        with storages["private"].open(kept_name(image, asked), "rb") as file:
            return file.read()
    except FileNotFoundError:
        return None


def made(image, asked: Asked) -> bytes:
    """Make a picture and give its bytes; raises ``Busy`` after waiting in vain for a turn, ``Unreadable``."""
    # An image can be asked for before its turn in the background came.
    make_pyramid(image)
    with _turn(asked):
        return draw(image, asked)


def keep(image, asked: Asked, data: bytes) -> None:
    """Keep a picture for the next who asks, where it is one of the announced ones and its image is still public."""
    if not is_announced(asked):
        return
    storage, name = storages["private"], kept_name(image, asked)
    saved = storage.save(name, ContentFile(data))
    try:
        # The image may have been withdrawn, and all its pictures deleted, while this one was being made.
        visible_image(image.pk)
    except (image.DoesNotExist, Withdrawn):
        storage.delete(saved)
        return
    if saved != name:
        # Somebody else had made the same picture at the same moment.
        storage.delete(saved)


@contextlib.contextmanager
def _turn(asked: Asked):
    """Wait for one's turn; raises ``Busy`` where it does not come. The large wait first, without keeping tiles from it."""
    limits = [_ONE_LARGE] if asked.out_width * asked.out_height > LARGE_AREA else []
    with contextlib.ExitStack() as turn:
        for limit in [*limits, AT_ONCE]:
            if not limit.acquire(timeout=WAIT_SECONDS):
                raise Busy
            turn.callback(limit.release)
        yield


def draw(image, asked: Asked) -> bytes:
    """Make the picture from the level of the pyramid that is just large enough."""
    factor = 1
    while asked.width // (factor * 2) >= asked.out_width and asked.height // (factor * 2) >= asked.out_height:
        factor *= 2
    source, factor = opened(image, factor)
    left, top = min(asked.x // factor, source.width - 1), min(asked.y // factor, source.height - 1)
    wide = min(max(round(asked.width / factor), 1), source.width - left)
    high = min(max(round(asked.height / factor), 1), source.height - top)
    picture = source.crop(left, top, wide, high)
    if (wide, high) != (asked.out_width, asked.out_height):
        picture = picture.thumbnail_image(asked.out_width, height=asked.out_height, size="force")
    if asked.mirrored:
        picture = picture.fliphor()
    if asked.rotation:
        picture = picture.rot(f"d{asked.rotation}")
    if asked.quality == "gray":
        picture = picture.colourspace("b-w")
    elif asked.quality == "bitonal":
        picture = (picture.colourspace("b-w") > 128).cast("uchar")
    return _written(picture, asked.kind)


def _written(picture: pyvips.Image, kind: str) -> bytes:
    suffix, options = _OPTIONS[kind]
    return picture.write_to_buffer(suffix, **options)
