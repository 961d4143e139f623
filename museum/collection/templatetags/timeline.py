"""Events of the timeline in templates."""

import datetime

from django import template

from museum.collection.models import Event

register = template.Library()

#: How many events a passage shows; the timeline has them all.
PASSAGE_LIMIT = 24


@register.simple_tag
def events_between(start: int, end: int, theme=None) -> list[Event]:
    """The published events that touch the years ``start`` to ``end``, oldest first, of one theme if given."""
    if not start or not end or not 1 <= start <= end <= 9999:
        return []
    events = Event.objects.filter(
        live=True, earliest__lte=datetime.date(end, 12, 31), latest__gte=datetime.date(start, 1, 1)
    )
    if theme:
        events = events.filter(themes=theme)
    return list(events.prefetch_related("texts").order_by("earliest", "latest", "slug")[:PASSAGE_LIMIT])
