"""Chooser blocks whose choices a page fetches together, at once, before it is shown.

Wagtail resolves the choosers of a StreamField one block type at a time: two pictures of a pair, a gallery and an image are
four queries. ``primed`` hands all of them what has been fetched at once; outside it they behave as Wagtail's.
"""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from wagtail import blocks
from wagtail.images import blocks as image_blocks
from wagtail.snippets import blocks as snippet_blocks

_fetched: ContextVar[dict | None] = ContextVar("fetched", default=None)


class _Primed:
    """Takes its values from what was fetched before, where anything was."""

    def bulk_to_python(self, values):
        """The chosen things in the order of ``values``; ``None`` for those that are gone."""
        known = (_fetched.get() or {}).get(self.model_class)
        if known is None and any(value is not None for value in values):
            return super().bulk_to_python(values)
        known = known or {}
        return [known.get(value) for value in values]


class ImageChooserBlock(_Primed, image_blocks.ImageChooserBlock):
    """Wagtail's image chooser, primed."""


class SnippetChooserBlock(_Primed, snippet_blocks.SnippetChooserBlock):
    """Wagtail's snippet chooser, primed."""


class PageChooserBlock(_Primed, blocks.PageChooserBlock):
    """Wagtail's page chooser, primed."""


def choices_in(block: blocks.Block, raw) -> Iterator[tuple[type, int]]:
    """Pairs (model, primary key) of every choice in the stored JSON of a block, at any depth."""
    if raw is None:
        return
    if isinstance(block, blocks.StreamBlock):
        for child in raw:
            if child["type"] in block.child_blocks:
                yield from choices_in(block.child_blocks[child["type"]], child["value"])
    elif isinstance(block, blocks.StructBlock):
        for name, child in block.child_blocks.items():
            yield from choices_in(child, raw.get(name))
    elif isinstance(block, blocks.ListBlock):
        for item in raw:
            is_block = isinstance(item, dict) and "type" in item and "value" in item
            yield from choices_in(block.child_block, item["value"] if is_block else item)
    elif isinstance(block, _Primed):
        yield block.model_class, raw


@contextmanager
def primed(stream, fetch, also=()):
    """Inside, the choosers of ``stream`` (a StreamField value) take their things from what ``fetch`` found.

    ``fetch`` is given all keys by model and gives the things by model and key, with whatever they should bring along.
    ``also`` are further pairs (model, primary key) to fetch on the way. Yields what was found.
    """
    wanted = defaultdict(set)
    for model, pk in [*choices_in(stream.stream_block, list(stream.raw_data)), *also]:
        if pk is not None:
            wanted[model].add(pk)
    found = fetch(wanted)
    token = _fetched.set(found)
    try:
        yield found
    finally:
        _fetched.reset(token)
