"""The sizes and formats in which pages show pictures (templates/includes/picture.html), made before anyone asks."""

from wagtail.images.models import Filter

#: As written in the template: three formats, four widths in pixels.
PICTURE_SPEC = "format-{avif,webp,jpeg}|width-{320,640,960,1280}"
#: For shared links (museum.feeds.structured_data).
CARD_SPEC = "width-1200|format-jpeg"


def picture_filters() -> list[str]:
    """Every filter specification that pages ask for."""
    return [*Filter.expand_spec(PICTURE_SPEC), CARD_SPEC]


def make_renditions(image) -> int:
    """Make what is missing of an image's renditions; how many that were."""
    filters = picture_filters()
    existing = set(image.renditions.values_list("filter_spec", flat=True))
    missing = [spec for spec in filters if spec not in existing]
    if missing:
        image.get_renditions(*missing)
    return len(missing)
