"""Original pictures as libvips reads them: upright, in sRGB, eight bits a channel, on white where they were transparent.

Knows nothing of the museum, so that a large picture can be cut into its pyramid by a process of its own, whose memory
goes back to the machine when it ends: ``python -m museum.iiif.sources ORIGINAL PYRAMID``.
"""

from __future__ import annotations

import contextlib
import os
import sys

import pyvips
from PIL import Image, ImageOps, UnidentifiedImageError
from pillow_heif import register_heif_opener

from museum.iiif.parameters import TILE


class Unreadable(ValueError):
    """No decoder here reads the file."""


def read(path: str) -> pyvips.Image:
    """The whole picture in memory, ready to be cut: for small ones. Raises ``Unreadable``."""
    try:
        # A decoder that is missing is missed only when pixels are asked for, so all of them are.
        return _presentable(pyvips.Image.new_from_file(path).autorot()).copy_memory()
    except pyvips.Error:
        return _presentable(_by_pillow(path)).copy_memory()


def write_pyramid(original: str, target: str) -> None:
    """Write the pyramid of a picture: a tiled TIFF with a page for each half of its size; raises ``Unreadable``."""
    options = {"tile": True, "pyramid": True, "tile_width": TILE, "tile_height": TILE, "compression": "jpeg", "Q": 90}
    try:
        picture = pyvips.Image.new_from_file(original, access="sequential")
        if picture.get_typeof("orientation") and picture.get("orientation") != 1:
            # A picture that is turned is not written in the order in which it is read.
            picture = pyvips.Image.new_from_file(original).autorot()
        _presentable(picture).tiffsave(target, keep="none", **options)
    except pyvips.Error:
        _presentable(_by_pillow(original)).tiffsave(target, keep="none", **options)


def _by_pillow(path: str) -> pyvips.Image:
    """What libvips as it is packaged does not read: HEIC."""
    register_heif_opener()
    try:
        with Image.open(path) as picture:
            profile = picture.info.get("icc_profile")
            upright = ImageOps.exif_transpose(picture).convert("RGBA" if picture.has_transparency_data else "RGB")
    except (OSError, SyntaxError, ValueError, UnidentifiedImageError) as error:
        raise Unreadable(str(error)) from error
    bands = len(upright.getbands())
    found = pyvips.Image.new_from_memory(upright.tobytes(), upright.width, upright.height, bands, "uchar")
    found = found.copy(interpretation="srgb")
    if profile:
        found = found.copy()
        found.set_type(pyvips.GValue.blob_type, "icc-profile-data", profile)
    return found


def _presentable(picture: pyvips.Image) -> pyvips.Image:
    if picture.get_typeof("icc-profile-data"):
        # A profile that is broken or belongs to another kind of picture says nothing: the numbers stand as they are.
        with contextlib.suppress(pyvips.Error):
            picture = picture.icc_transform("srgb", embedded=True, intent="relative")
    if picture.interpretation not in ("srgb", "b-w"):
        picture = picture.colourspace("srgb")
    if picture.hasalpha():
        picture = picture.flatten(background=[255] * (picture.bands - 1))
    return picture if picture.format == "uchar" else picture.cast("uchar")


if __name__ == "__main__":
    os.nice(5)
    try:
        write_pyramid(*sys.argv[1:3])
    except (Unreadable, pyvips.Error) as error:
        sys.exit(str(error))
