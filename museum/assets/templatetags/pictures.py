"""Pictures in templates."""

from functools import cache
from html import escape

from django import template
from django.utils.safestring import mark_safe

from museum.assets.carrying import note_picture
from museum.assets.renditions import Size, picture_filters, public_sizes
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
def picture(context, image, sizes: str = "100vw", decorative=False, eager=False, alternative: str = "") -> str:
    """The ``<picture>`` of an image, or in low-data mode what stands for it until it is asked for; nothing without an image.

    ``sizes`` is what HTML calls so. A ``decorative`` one says nothing to those who do not see it, an ``eager`` one is fetched
    at once, ``alternative`` is a text written for this use. Lists have dozens, so that no template is asked for each.
    """
    if not image or image.withdrawn:
        return ""
    sources, fallback, light = _responsive(context.get("request"), image)
    if context.get("low_data"):
        return _unshown(context, light, decorative=decorative, words=image_alt(image, alternative))
    words = 'alt=""'
    if not decorative:
        said = image_alt(image, alternative)
        words = f'alt="{escape(said["text"])}" lang="{escape(said["language"])}"'
    sizes, loading = escape(sizes or "100vw"), 'fetchpriority="high"' if eager else 'loading="lazy"'
    offered = "".join([f'<source srcset="{escape(srcset)}" sizes="{sizes}" type="{kind}">' for kind, srcset in sources])
    return mark_safe(  # noqa: S308 (all that is not ours is escaped)
        f'<picture>{offered}<img src="{escape(fallback.url)}" width="{fallback.width}" height="{fallback.height}" {words}'
        f' {loading} decoding="async"></picture>'
    )


def _responsive(request, image) -> tuple[list[tuple[str, str]], Size, Size]:
    """The sizes of an image: pairs of media type and srcset, a JPEG to fall back to, and the one for low-data mode.

    An image smaller than a size is not enlarged; each width is offered once, as the HTML standard wants it.
    """
    renditions = public_sizes(image, *picture_filters())
    kept = renditions[KEPT_SPEC]
    note_picture(request, kept.url, kept.width, kept.height, kept.byte_size)
    sources, widest = [], kept
    for name, media_type, specs in _filters_by_type():
        sizes = [renditions[spec] for spec in specs]
        if name == "avif" and not all(size.made for size in sizes):
            continue
        by_width = {size.width: size for size in sizes}
        offered = [by_width[width] for width in sorted(by_width)]
        sources.append((media_type, ", ".join([f"{size.url} {size.width}w" for size in offered])))
        widest = offered[-1]
    return sources, widest, renditions[LIGHT_SPEC]


def _unshown(context, light: Size, **how) -> str:
    template = context.template.engine.get_template("includes/picture_unshown.html")
    with context.push(url=light.url, width=light.width, height=light.height, bytes=light.byte_size, **how):
        return template.render(context)


@register.simple_tag
def print_picture(image):
    """What is printed: a JPEG of middle size."""
    return public_sizes(image, PRINT_SPEC)[PRINT_SPEC]
