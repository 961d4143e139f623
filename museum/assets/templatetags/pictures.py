"""Pictures in templates."""

from django import template

from museum.assets.renditions import PRINT_SPEC, picture_filters

register = template.Library()

_TYPES = (("avif", "image/avif"), ("webp", "image/webp"), ("jpeg", "image/jpeg"))


@register.simple_tag
def responsive(image) -> dict:
    """The sizes of an image for ``<picture>``: ``sources`` (pairs of media type and srcset) and a JPEG ``fallback``.

    An image smaller than a size is not enlarged; each width is offered once, as the HTML standard wants it.
    """
    filters = picture_filters()
    renditions = image.get_renditions(*filters)
    by_type = {}
    for name, media_type in _TYPES:
        by_width = {
            renditions[spec].width: renditions[spec] for spec in reversed(filters) if spec.startswith(f"format-{name}|")
        }
        by_type[media_type] = [by_width[width] for width in sorted(by_width)]
    sources = [
        (media_type, ", ".join(f"{rendition.url} {rendition.width}w" for rendition in found))
        for media_type, found in by_type.items()
    ]
    return {"sources": sources, "fallback": by_type["image/jpeg"][-1]}


@register.simple_tag
def print_picture(image):
    """The rendition that is printed: a JPEG of middle size."""
    return image.get_rendition(PRINT_SPEC)
