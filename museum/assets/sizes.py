"""In which sizes pages show pictures, as Wagtail writes them (https://docs.wagtail.org/en/stable/topics/images.html). Nothing here
needs Django."""

import re

#: Three formats, four widths in pixels; shown by museum.assets.templatetags.pictures.
PICTURE_SPEC = "format-{avif,webp,jpeg}|width-{320,640,960,1280}"
#: For shared links (museum.feeds.structured_data).
CARD_SPEC = "width-1200|format-jpeg"
#: On paper: one of the pages' own sizes.
PRINT_SPEC = "format-jpeg|width-1280"
#: What stands for a picture where bytes are dear: shown in low-data mode when asked for, and kept offline.
LIGHT_SPEC, KEPT_SPEC = "format-webp|width-640", "format-webp|width-960"
#: A picture as a texture: first from the door, then as one stands before it (exhibits.walking). Both are sizes of pages.
TEXTURE_SPECS = ("format-webp|width-640", "format-webp|width-1280")
#: A panorama as it is stood in: first light, then as sharp as every telephone takes (4096 pixels a side).
PANORAMA_SPECS = ("format-webp|width-2048|webpquality-60", "format-webp|width-4096|webpquality-72")


def widths(spec: str) -> list[int]:
    """The widths in pixels that a specification asks for."""
    return [int(width) for width in re.search(r"\bwidth-\{?([\d,]+)", spec)[1].split(",")]


#: The widths of everything that pages show of pictures.
PAGE_WIDTHS = frozenset(width for spec in (PICTURE_SPEC, CARD_SPEC, *PANORAMA_SPECS) for width in widths(spec))


def scaled(width: int, height: int, most: int) -> tuple[int, int]:
    """The size in which a page shows a picture of ``width`` x ``height`` that is to be ``most`` pixels wide; never enlarged."""
    shown = min(most, width)
    return shown, max(round(height * shown / width), 1)
