"""The sizes and formats in which pages show pictures, made before anyone asks."""

from wagtail.images.models import Filter

#: Three formats, four widths in pixels; shown by museum.assets.templatetags.pictures.
PICTURE_SPEC = "format-{avif,webp,jpeg}|width-{320,640,960,1280}"
#: For shared links (museum.feeds.structured_data).
CARD_SPEC = "width-1200|format-jpeg"


def picture_filters() -> list[str]:
    """Every filter specification of a picture on a page: formats from best to plainest, widths rising."""
    return list(Filter.expand_spec(PICTURE_SPEC))


def make_renditions(image) -> int:
    """Make what is missing of an image's renditions; how many that were."""
    filters = [*picture_filters(), CARD_SPEC]
    existing = set(image.renditions.values_list("filter_spec", flat=True))
    missing = [spec for spec in filters if spec not in existing]
    if missing:
        image.get_renditions(*missing)
    return len(missing)
