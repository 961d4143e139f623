"""The sizes and formats in which pages show pictures, made before anyone asks."""

from dataclasses import dataclass

from django.core.cache import cache
from wagtail.images.models import Filter

#: Three formats, four widths in pixels; shown by museum.assets.templatetags.pictures.
PICTURE_SPEC = "format-{avif,webp,jpeg}|width-{320,640,960,1280}"
#: For shared links (museum.feeds.structured_data).
CARD_SPEC = "width-1200|format-jpeg"
#: On paper: one of the pages' own sizes.
PRINT_SPEC = "format-jpeg|width-1280"


def picture_filters() -> list[str]:
    """Every filter specification of a picture on a page: formats from best to plainest, widths rising."""
    return list(Filter.expand_spec(PICTURE_SPEC))


def delete_renditions(image) -> None:
    """Take every public size of an image away, file and row, now and not when a task comes to it."""
    for rendition in image.renditions.all():
        rendition.file.storage.delete(rendition.file.name)
        rendition.delete()


def make_renditions(image) -> int:
    """Make what is missing of an image's renditions; how many that were. A withdrawn image has none."""
    if image.withdrawn:
        return 0
    filters = [*picture_filters(), CARD_SPEC]
    existing = set(image.renditions.values_list("filter_spec", flat=True))
    missing = [spec for spec in filters if spec not in existing]
    if missing:
        image.get_renditions(*missing)
    return len(missing)


#: A picture as a texture: first from the door, then as one stands before it (exhibits.walking). Both are sizes of pages.
TEXTURE_SPECS = ("format-webp|width-640", "format-webp|width-1280")

#: A panorama as it is stood in: first light, then as sharp as every telephone takes (4096 pixels a side).
PANORAMA_SPECS = ("format-webp|width-2048|webpquality-60", "format-webp|width-4096|webpquality-72")


@dataclass(frozen=True)
class Textures:
    """Addresses of the two sizes of a picture for a three-dimensional view, and the bytes of the smaller."""

    small: str
    large: str
    bytes: int


def textures_of(image, specs: tuple[str, str] = TEXTURE_SPECS) -> Textures:
    """Two renditions of an image for a three-dimensional view; how much the smaller weighs is remembered for a day."""
    found = image.get_renditions(*specs)
    small, large = (found[spec] for spec in specs)
    weight = cache.get_or_set(f"texture-bytes-{small.pk}-{small.file.name}", lambda: small.file.size, 24 * 60 * 60)
    return Textures(small.url, large.url, weight)
