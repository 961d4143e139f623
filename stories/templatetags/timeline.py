"""The timeline in templates: a passage of it, and where a date lies on an axis."""

from django import template

from museum.core.languages import current_language
from stories.timeline.axis import LENGTH, Axis, Mark
from stories.timeline.entries import KINDS, Entry, Selection, first_entries

register = template.Library()

#: How many entries a passage shows; the timeline has them all.
PASSAGE_LIMIT = 24


@register.simple_tag
def timeline_passage(value) -> dict:
    """``{entries, axis}`` for the value of a timeline block: what touches its years, oldest first."""
    start, end = value.get("start"), value.get("end")
    if not start or not end or not 1 <= start <= end <= 9999:
        return {"entries": [], "axis": None}
    axis, language = Axis(start, end), current_language()
    kinds = tuple(kind for kind in KINDS if kind in (value.get("kinds") or ["event"]))
    selection, days = Selection(language, kinds, value.get("theme"), value.get("place")), axis.days
    shown = first_entries(selection, PASSAGE_LIMIT, begun_by=days.latest, lasting_to=days.earliest)
    return {"entries": shown, "axis": axis}


@register.filter
def as_entries(events) -> list[Entry]:
    """Events as entries of a timeline."""
    return [Entry("event", event.date, event) for event in events]


@register.filter
def mark(axis: Axis | None, entry: Entry) -> Mark | None:
    """Where an entry lies on the axis; ``None`` where it has no place on it."""
    return axis.mark(entry.date) if axis else None


@register.simple_tag
def axis_length() -> int:
    """The length of an axis in the units of its drawing."""
    return LENGTH
