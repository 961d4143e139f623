"""Pictures in templates."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

from museum.assets.carrying import note_picture
from museum.assets.renditions import picture_filters, public_sizes
from museum.assets.sizes import KEPT_SPEC, LIGHT_SPEC, PRINT_SPEC

register = template.Library()

_TYPES = (("avif", "image/avif"), ("webp", "image/webp"), ("jpeg", "image/jpeg"))


@register.simple_tag(takes_context=True)
def responsive(context, image) -> dict:
    """The sizes of an image for ``<picture>``: ``sources`` (pairs of media type and srcset), a JPEG ``fallback``, and
    the ``light`` one that low-data mode offers.

    An image smaller than a size is not enlarged; each width is offered once, as the HTML standard wants it.
    """
    filters = picture_filters()
    renditions = public_sizes(image, *filters)
    kept = renditions[KEPT_SPEC]
    note_picture(context.get("request"), kept.url, kept.width, kept.height, kept.byte_size)
    by_type = {}
    for name, media_type in _TYPES:
        sizes = [renditions[spec] for spec in reversed(filters) if spec.startswith(f"format-{name}|")]
        if name == "avif" and not all(size.made for size in sizes):
            continue
        by_width = {size.width: size for size in sizes}
        by_type[media_type] = [by_width[width] for width in sorted(by_width)]
    sources = [
        (media_type, ", ".join(f"{rendition.url} {rendition.width}w" for rendition in found))
        for media_type, found in by_type.items()
    ]
    return {"sources": sources, "fallback": by_type["image/jpeg"][-1], "light": renditions[LIGHT_SPEC]}


@register.simple_tag(takes_context=True)
def picture_element(context, picture: dict, words: dict) -> str:
    """The ``<picture>`` of ``responsive`` sizes with its alternative text; ``sizes``, ``decorative`` and ``eager`` stand in
    the context. Lists have dozens, so that no template is asked for each."""
    sizes = context.get("sizes") or "100vw"
    sources = format_html_join(
        "",
        '<source srcset="{}" sizes="{}" type="{}">',
        ((srcset, sizes, media_type) for media_type, srcset in picture["sources"]),
    )
    if context.get("decorative"):
        alternative = mark_safe('alt=""')
    else:
        alternative = format_html('alt="{}" lang="{}"', words["text"], words["language"])
    return format_html(
        '<picture>{}<img src="{}" width="{}" height="{}" {} {} decoding="async"></picture>',
        sources,
        picture["fallback"].url,
        picture["fallback"].width,
        picture["fallback"].height,
        alternative,
        mark_safe('fetchpriority="high"' if context.get("eager") else 'loading="lazy"'),  # noqa: S308 (our own words)
    )


@register.simple_tag
def print_picture(image):
    """What is printed: a JPEG of middle size."""
    return public_sizes(image, PRINT_SPEC)[PRINT_SPEC]
