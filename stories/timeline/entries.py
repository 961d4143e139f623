"""What stands on the timeline: events, stories and artefacts that have a date, oldest first.

A timeline first asks for ``rows`` (kind and key, in the order of time, as many as it shows), then for the ``entries`` of those.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import CharField, Prefetch, Q, QuerySet, Value
from django.utils.translation import gettext_lazy as _

from museum.collection.models import Artefact, AssociatedPlace, Event, Place, Theme
from museum.collection.prefetch import WORDS, as_cards, published_places, published_themes, with_card_data
from museum.core.prepared import Prepared, ask
from museum.core.translations import nearest_translation
from stories.journeys.passing import stories_through
from stories.models import StoryPage

KINDS = {"event": _("Events"), "story": _("Stories"), "artefact": _("Artefacts")}
_MODELS = {"event": Event, "story": StoryPage, "artefact": Artefact}
#: The field that holds the date of each kind, in EDTF.
_DATES = {"event": "date", "story": "period", "artefact": "production_date"}


@dataclass(frozen=True)
class Entry:
    """One thing on the timeline; ``date`` is EDTF, ``shown`` the event, story or artefact itself."""

    kind: str
    date: str
    shown: Any


@dataclass(frozen=True)
class Selection:
    """What is asked for: some kinds, a theme, a place; ``None`` narrows nothing. ``language`` is the reader's."""

    language: str
    kinds: tuple[str, ...] = tuple(KINDS)
    theme: Theme | None = None
    place: Place | None = None

    def dated(self, kind: str) -> QuerySet:
        """The published things of a kind that have a beginning in time."""
        found = getattr(self, f"_{kind}")().filter(earliest__isnull=False)
        return found.filter(themes=self.theme) if self.theme else found

    def _event(self) -> QuerySet:
        events = Event.objects.filter(live=True)
        return events.filter(places=self.place) if self.place else events

    def _story(self) -> QuerySet:
        stories = nearest_translation(StoryPage.objects.all(), self.language)
        if not self.place:
            return stories
        passing = stories_through([self.place], StoryPage.objects.all())
        there = StoryPage.objects.filter(Q(pk__in=passing.values("pk")) | Q(places=self.place))
        return stories.filter(pk__in=there.values("pk"))

    def _artefact(self) -> QuerySet:
        artefacts = Artefact.objects.filter(live=True)
        if not self.place:
            return artefacts
        return artefacts.filter(pk__in=AssociatedPlace.objects.filter(place=self.place).values("artefact"))

    def rows(self, **lookups) -> QuerySet:
        """Rows (earliest, kind, key) of all kinds asked for, oldest first; ``lookups`` narrow each. May be sliced."""
        parts = [
            self.dated(kind)
            .filter(**lookups)
            .order_by()
            .annotate(entry_kind=Value(kind, output_field=CharField()))
            .values_list("earliest", "entry_kind", "pk")
            for kind in self.kinds
        ]
        if not parts:
            return Event.objects.none().values_list("earliest", "slug", "pk")
        return parts[0].union(*parts[1:], all=True).order_by("earliest", "entry_kind", "pk")


def first_entries(selection: Selection, limit: int, begun_by: date, lasting_to: date) -> list[Entry]:
    """The first ``limit`` entries of a selection that had begun by a day and lasted to another or longer, oldest first, with
    no more than their titles."""
    if selection.kinds in (("event",), ("artefact",)):
        (kind,) = selection.kinds
        narrowed = {name: thing.pk for name in ("theme", "place") if (thing := getattr(selection, name))}
        values, shape = (begun_by, lasting_to, *narrowed.values()), {"kind": kind, "by": (*narrowed,), "limit": limit}
        things, words = ask(_FIRST(*values, **shape), _THEIR_WORDS(*values, **shape))
        WORDS.of(_MODELS[kind]).hang(things, words)
        return [_entry(kind, thing) for thing in things]
    rows = selection.rows(earliest__lte=begun_by, latest__gte=lasting_to)
    return entries(list(rows[:limit]), selection.language, brief=True)


def _first(begun_by, lasting_to, *narrowing, kind: str, by: tuple[str, ...], limit: int) -> QuerySet:
    dated = Selection("", (kind,), **dict(zip(by, narrowing, strict=True))).dated(kind)
    return dated.filter(earliest__lte=begun_by, latest__gte=lasting_to).order_by("earliest", "pk")[:limit]


def _words_of_first(*values, kind: str, **shape) -> QuerySet:
    return WORDS.of(_MODELS[kind]).queryset(_first(*values, kind=kind, **shape).values("pk"))


_FIRST, _THEIR_WORDS = Prepared(_first), Prepared(_words_of_first)


def entries(rows: list[tuple], language: str, pictures: bool = False, brief: bool = False) -> list[Entry]:
    """The entries of ``rows``, in their order, in a fixed number of queries: with their pictures, or ``brief`` with no
    more than their titles."""
    found = {}
    for kind in {kind for _earliest, kind, _pk in rows}:
        pks = [pk for _earliest, of_kind, pk in rows if of_kind == kind]
        for thing in _with_words(kind, _MODELS[kind].objects.filter(pk__in=pks), language, pictures, brief):
            found[kind, thing.pk] = _entry(kind, thing)
    return [found[kind, pk] for _earliest, kind, pk in rows if (kind, pk) in found]


def _entry(kind: str, thing) -> Entry:
    return Entry(kind, getattr(thing, _DATES[kind]), thing)


def _with_words(kind: str, things: QuerySet, language: str, pictures: bool, brief: bool) -> QuerySet:
    """``things`` of a kind with what a list shows of them."""
    if kind == "story":
        return as_cards(things, language, pictures)
    if kind == "artefact":
        return with_card_data(things) if pictures else things.prefetch_related("texts")
    things = things.prefetch_related("texts")
    if brief:
        return things
    return things.prefetch_related(Prefetch("places", published_places()), Prefetch("themes", published_themes()))
