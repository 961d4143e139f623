"""Addresses of the image service in templates."""

import re

from django import template

from museum.assets.carrying import note_picture
from museum.iiif import addresses
from museum.iiif.parameters import parse

register = template.Library()

#: A cut-out on a page, and the same for screens with more pixels: within these boxes.
CROP_SIZES = ("!640,640", "!1280,1280")

register.simple_tag(addresses.image_service, name="image_service")


@register.simple_tag
def cut_out(image, region=None, size: str = "!960,960", kind: str = "webp") -> str:
    """The address of a region (x, y, width, height in percent; the whole where none is given), no larger than ``size``."""
    return addresses.picture(image, region=addresses.region_of(*region) if region else "full", size=size, kind=kind)


@register.simple_tag(takes_context=True)
def cropped(context, image, region: tuple[float, float, float, float]) -> dict:
    """A region (x, y, width, height in percent) as a picture of the page: ``url``, ``width``, ``height``, and ``larger`` for
    sharp screens with its ``larger_width``."""
    cut = addresses.region_of(*region)
    small, large = (parse(cut, size, "0", "default.webp", image.width, image.height) for size in CROP_SIZES)
    url = addresses.picture(image, region=cut, size=CROP_SIZES[0])
    note_picture(context.get("request"), url, small.out_width, small.out_height)
    return {
        "url": url,
        "width": small.out_width,
        "height": small.out_height,
        "larger": addresses.picture(image, region=cut, size=CROP_SIZES[1]),
        "larger_width": large.out_width,
    }


#: What OpenSeadragon weighs on the way, compressed; tests/browser/test_lean_in.py holds it.
LEAN_IN_BYTES = 88 * 1024


@register.simple_tag
def lean_in_bytes() -> int:
    """How much a visitor fetches to lean into a picture, before its tiles."""
    return LEAN_IN_BYTES


_NUMBER = r"(\d{1,3}(?:\.\d{1,2})?)"


@register.simple_tag(takes_context=True)
def shared_view(context, image) -> dict | None:
    """``{text, address}`` of the part of this image that a shared link names (``?view=key,x,y,width,height`` in percent,
    and degrees where it is turned).

    Anything else than a region of this image is no view; the page shows the picture as it always does.
    """
    request = context.get("request")
    asked = request.GET.get("view", "") if request else ""
    found = re.fullmatch(rf"(\d{{1,9}}),{_NUMBER},{_NUMBER},{_NUMBER},{_NUMBER}(?:,(90|180|270))?", asked)
    if not found or int(found[1]) != image.pk:
        return None
    *numbers, turned = found.groups()[1:]
    x, y, width, height = map(float, numbers)
    if x >= 100 or y >= 100 or not 0 < width <= 100 or not 0 < height <= 100:
        return None
    region = addresses.region_of(x, y, min(width, 100 - x), min(height, 100 - y))
    return {
        "text": f"{x:g},{y:g},{width:g},{height:g}" + (f",{turned}" if turned else ""),
        "address": addresses.picture(image, region=region, size="!1280,1280", rotation=turned or "0"),
    }
