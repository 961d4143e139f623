"""What a StreamField shows: the images, records and pages that were chosen in it, at any depth."""

from collections.abc import Iterator

from django.db import models
from wagtail.blocks import StreamValue, StructValue
from wagtail.blocks.list_block import ListValue


def chosen_in(value) -> Iterator[models.Model]:
    """Every model instance chosen in a StreamField value, in order; a thing may come more than once."""
    if isinstance(value, models.Model):
        yield value
    elif isinstance(value, StructValue):
        for child in value.values():
            yield from chosen_in(child)
    elif isinstance(value, StreamValue):
        for child in value:
            yield from chosen_in(child.value)
    elif isinstance(value, ListValue):
        for child in value:
            yield from chosen_in(child)
