"""Pictures in templates."""

from functools import cache

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

from museum.assets.carrying import note_picture
from museum.assets.renditions import picture_filters, public_sizes
from museum.assets.sizes import KEPT_SPEC, LIGHT_SPEC, PRINT_SPEC
from museum.core.templatetags.museum import image_alt

register = template.Library()

_TYPES = (("avif", "image/avif"), ("webp", "image/webp"), ("jpeg", "image/jpeg"))


@cache
def _filters_by_type() -> list[tuple[str, str, list[str]]]:
    """Format, media type, and the specifications of it, widths falling."""
    filters = picture_filters()[::-1]
    return [(name, kind, [spec for spec in filters if spec.startswith(f"format-{name}|")]) for name, kind in _TYPES]


@register.simple_tag(takes_context=True)
def responsive(context, image) -> dict:
    """The sizes of an image for ``<picture>``: ``sources`` (pairs of media type and srcset), a JPEG ``fallback``, and
    the ``light`` one that low-data mode offers.

    An image smaller than a size is not enlarged; each width is offered once, as the HTML standard wants it.
    """
    renditions = public_sizes(image, *picture_filters())
    kept = renditions[KEPT_SPEC]
    note_picture(context.get("request"), kept.url, kept.width, kept.height, kept.byte_size)
    sources, widest = [], None
    for name, media_type, specs in _filters_by_type():
        sizes = [renditions[spec] for spec in specs]
        if name == "avif" and not all(size.made for size in sizes):
            continue
        by_width = {size.width: size for size in sizes}
        offered = [by_width[width] for width in sorted(by_width)]
        sources.append((media_type, ", ".join([f"{size.url} {size.width}w" for size in offered])))
        widest = offered[-1]
    return {"sources": sources, "fallback": widest, "light": renditions[LIGHT_SPEC]}


@register.simple_tag(takes_context=True)
def picture_element(context, image, alternative: str = "") -> str:
    """The ``<picture>`` of an image; ``alternative`` is a text written for this use, ``sizes``, ``decorative`` and ``eager``
    stand in the context. Lists have dozens, so that no template is asked for each."""
    picture, sizes = responsive(context, image), context.get("sizes") or "100vw"
    sources = format_html_join(
        "",
        '<source srcset="{}" sizes="{}" type="{}">',
        ((srcset, sizes, media_type) for media_type, srcset in picture["sources"]),
    )
    if context.get("decorative"):
        words = mark_safe('alt=""')
    else:
        words = format_html('alt="{text}" lang="{language}"', **image_alt(image, alternative))
    fallback = picture["fallback"]
    return format_html(
        '<picture>{}<img src="{}" width="{}" height="{}" {} {} decoding="async"></picture>',
        sources,
        fallback.url,
        fallback.width,
        fallback.height,
        words,
        mark_safe('fetchpriority="high"' if context.get("eager") else 'loading="lazy"'),  # noqa: S308 (our own words)
    )


@register.simple_tag
def print_picture(image):
    """What is printed: a JPEG of middle size."""
    return public_sizes(image, PRINT_SPEC)[PRINT_SPEC]
