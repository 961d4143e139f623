"""Addresses of the image service in templates."""

from django import template

from museum.iiif import addresses

register = template.Library()

register.simple_tag(addresses.image_service, name="image_service")


@register.simple_tag
def cut_out(image, region=None, size: str = "!960,960", kind: str = "webp") -> str:
    """The address of a region (x, y, width, height in percent; the whole where none is given), no larger than ``size``."""
    return addresses.picture(image, region=addresses.region_of(*region) if region else "full", size=size, kind=kind)
