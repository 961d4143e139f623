"""Reading text out of pages: paragraphs of rich text, and the words of a StreamField that visitors are shown."""

import html
import re
from collections.abc import Iterator

from django.db import models
from django.utils.html import strip_tags
from wagtail import blocks
from wagtail.blocks import StreamValue, StructValue
from wagtail.blocks.list_block import ListValue
from wagtail.rich_text import RichText

from museum.core.languages import INTERFACE_LANGUAGES

_ENDS = re.compile(r"</(?:p|li|h[1-6]|blockquote|td)>|<br\s*/?>|\n\n", re.IGNORECASE)
_WRITTEN = (blocks.CharBlock, blocks.TextBlock, blocks.RichTextBlock)


def paragraphs(text: str) -> list[str]:
    """The paragraphs of rich or plain text, without tags."""
    parts = (" ".join(html.unescape(strip_tags(part)).split()) for part in _ENDS.split(text or ""))
    return [part for part in parts if part]


def is_shown(thing: models.Model) -> bool:
    """Whether visitors may see what was chosen: it is published, and not withdrawn."""
    return getattr(thing, "live", True) and not getattr(thing, "withdrawn", False)


def passages_in(value, language: str, block=None) -> Iterator[tuple[str, str]]:
    """Pairs (paragraph, language) of a StreamField value in the order of the page.

    A block that shows a thing which visitors may not see is passed over with all its words, as on the page. Fields whose
    name ends in a language (``text_ar``) are in that, a quotation in its own, all others in ``language``.
    """
    if isinstance(value, StreamValue):
        for child in value:
            yield from passages_in(child.value, language, child.block)
    elif isinstance(value, ListValue):
        for child in value.bound_blocks:
            yield from passages_in(child.value, language, child.block)
    elif isinstance(value, StructValue):
        if all(_can_be_shown(child) for child in value.bound_blocks.values()):
            for name, child in value.bound_blocks.items():
                yield from passages_in(child.value, _language_of(name, value, language), child.block)
    elif isinstance(block, _WRITTEN) and value and not isinstance(block, blocks.URLBlock):
        text = value.source if isinstance(value, RichText) else str(value)
        for part in paragraphs(text):
            yield part, language


def _can_be_shown(child) -> bool:
    if isinstance(child.block, blocks.ChooserBlock) and child.value is None:
        # Its public ``required`` builds a form field, which needs the admin's addresses.
        return not child.block._required
    return not isinstance(child.value, models.Model) or is_shown(child.value)


def _language_of(name: str, struct: StructValue, language: str) -> str:
    suffix = name.rpartition("_")[2]
    if suffix in INTERFACE_LANGUAGES:
        return suffix
    return struct.get("language") or language if name == "text" else language
