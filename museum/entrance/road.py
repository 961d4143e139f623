"""Find your road: from where, to where, when; any of them may stay empty.

The question is that of the map of roads (:class:`stories.routes.query.RoadQuery`). The answer gathers round it what the museum holds
of that road: stories along it, what travelled it, exhibits where it stands, what happened in those years; and where there
is nothing yet, the roads that come nearest.
"""

import re
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from urllib.parse import urlencode

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Q
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.models import ReferenceIndex

from exhibits.models import ExhibitPage
from museum.collection.models import Artefact, AssociatedPlace, Event, Place
from museum.collection.prefetch import as_cards, fetch_renditions, with_card_data
from museum.core.text import asked
from stories.models import Leg, StoryPage
from stories.routes.query import RoadQuery
from stories.routes.rows import Row, joined, journeys

STORIES_SHOWN = 6
ARTEFACTS_SHOWN = 8
EXHIBITS_SHOWN = 4
EVENTS_SHOWN = 12
#: How many of the nearest roads are offered where none answers.
NEAREST_SHOWN = 5
#: How many roads are offered before anything was asked.
COMMONEST_SHOWN = 8

_KILOMETRES_OF_RADIUS = 6371
_DECADE = re.compile(r"(?<!\d)(\d{3})(?:[xX]|0s)(?!\d)")


@dataclass(frozen=True)
class NearRoad:
    """A road that comes near the one asked for, and how far its ends lie from it, in kilometres (``None``: not measured)."""

    row: Row
    kilometres: int | None


class FoundRoad:
    """The answer to ``?from=&to=&when=``. ``parameters`` is any mapping of the query string, ``language`` the reader's."""

    def __init__(self, parameters, language: str):
        self.language = language
        self.when = asked(parameters, "when", 40).strip()
        self.query = RoadQuery(
            {"from": parameters.get("from"), "to": parameters.get("to"), "years": years_meant(self.when)}, language
        )

    @property
    def is_asked(self) -> bool:
        """Whether anything was asked at all."""
        return self.query.is_narrowed

    @cached_property
    def title(self) -> str:
        """The road in a line: "From Nador to Rotterdam, 1968"."""
        origin, destination = self.query.origin, self.query.destination
        names = {"origin": str(origin or ""), "destination": str(destination or "")}
        if origin and destination:
            ends = _("From %(origin)s to %(destination)s") % names
        elif origin:
            ends = _("The roads from %(origin)s") % names
        elif destination:
            ends = _("The roads to %(destination)s") % names
        else:
            ends = _("Find your road")
        years = self.years_said
        return _("%(road)s, %(years)s") % {"road": ends, "years": years} if years else ends

    @property
    def years_said(self) -> str:
        """The years asked for, as they stand in the title; empty without any."""
        first, last = self.query.years
        return "" if not first and not last else str(first) if first == last else f"{first or ''}–{last or ''}"

    @property
    def _state(self) -> dict[str, str]:
        state = self.query.state
        return {"from": state.get("from"), "to": state.get("to"), "when": state.get("years")}

    def url(self, **changes) -> str:
        """The address of this answer in its shortest form, to be shared; with ``changes`` that of another question."""
        query = urlencode({name: value for name, value in {**self._state, **changes}.items() if value})
        return reverse("entrance:road") + (f"?{query}" if query else "")

    @property
    def wider(self) -> list[tuple[str, str]]:
        """(label, address) of the questions that ask for one thing less, for an answer that is empty."""
        parts = {"when": _("in all years"), "from": _("from anywhere"), "to": _("to anywhere")}
        asked_for = [name for name, value in self._state.items() if value]
        return [(parts[name], self.url(**{name: ""})) for name in asked_for] if len(asked_for) > 1 else []

    @property
    def rows(self) -> list[Row]:
        """The roads that answer, as the map of roads shows them."""
        return self.query.rows if self.is_asked else []

    @cached_property
    def _journeys(self) -> dict[int, list[StoryPage]]:
        """The journeys that take the road, by key, each with the stories that tell it."""
        legs, told, _undated = self.query.travelled
        return {leg.identity: told[leg.identity] for leg in legs}

    @cached_property
    def _regions(self) -> list[set[int]]:
        """The places that the ends asked for stand for: each with every place in it."""
        return [self.query.region(place) for place in (self.query.origin, self.query.destination) if place]

    @cached_property
    def stories(self) -> list[StoryPage]:
        """Stories along the road: those whose journey takes it, then those that name all the places asked for."""
        if not self.is_asked:
            return []
        keys = {story.translation_key for stories in self._journeys.values() for story in stories}
        naming = StoryPage.objects.all() if self._regions else StoryPage.objects.none()
        for region in self._regions:
            there = StoryPage.objects.filter(Q(places__in=region) | Q(journey=None, road__place__in=region))
            naming = naming.filter(pk__in=there.values("pk"))
        wanted = StoryPage.objects.filter(Q(translation_key__in=keys) | Q(pk__in=naming.values("pk")))
        stories = as_cards(wanted, self.language, renditions=False).order_by("earliest", "title")
        first, last = self.query.years
        if first:
            stories = stories.filter(Q(latest__isnull=True) | Q(latest__year__gte=first))
        if last:
            stories = stories.filter(Q(earliest__isnull=True) | Q(earliest__year__lte=last))
        return sorted(stories[: STORIES_SHOWN * 4], key=lambda story: story.translation_key not in keys)[:STORIES_SHOWN]

    @cached_property
    def artefacts(self) -> list[Artefact]:
        """Things of the road: what was carried on its journeys, then what is tied to both the places asked for."""
        keys = list(self._journeys) if self.is_asked else []
        carried = {pk for leg in Leg.objects.filter(journey__in=keys) for pk in leg.carried_ids} if keys else set()
        tied = Artefact.objects.none()
        if len(self._regions) == 2:
            tied = Artefact.objects.all()
            for region in self._regions:
                links = AssociatedPlace.objects.filter(place__in=region).values("artefact")
                tied = tied.filter(pk__in=links)
        wanted = Artefact.objects.filter(live=True).filter(Q(pk__in=carried) | Q(pk__in=tied.values("pk")))
        found = with_card_data(wanted).order_by("object_number")[: ARTEFACTS_SHOWN * 4]
        return sorted(found, key=lambda artefact: artefact.pk not in carried)[:ARTEFACTS_SHOWN]

    @cached_property
    def exhibits(self) -> list[ExhibitPage]:
        """Exhibits where one of these stories or things hangs."""
        if not self.stories and not self.artefacts:
            return []
        versions = StoryPage.objects.filter(translation_key__in=[story.translation_key for story in self.stories])
        wanted = Q()
        for model, shown in (
            (StoryPage, versions),
            (Artefact, Artefact.objects.filter(pk__in=[each.pk for each in self.artefacts])),
        ):
            kinds = ContentType.objects.get_for_models(model, *model._meta.get_parent_list()).values()
            keys = shown.order_by().values_list(Cast("pk", CharField()))
            wanted |= Q(to_content_type__in=list(kinds), to_object_id__in=keys)
        exhibit = ContentType.objects.get_for_model(ExhibitPage)
        showing = ReferenceIndex.objects.filter(wanted, content_type=exhibit).values_list("object_id", flat=True)
        found = as_cards(
            ExhibitPage.objects.filter(pk__in={int(pk) for pk in showing}), self.language, renditions=False
        )
        return list(found.order_by("title")[:EXHIBITS_SHOWN])

    def fetch_pictures(self) -> None:
        """The pictures of stories and exhibits, in one query."""
        fetch_renditions([*self.stories, *self.exhibits])

    @cached_property
    def span(self) -> tuple[int | None, int | None]:
        """The years that the answer is about: those asked for, else those of its roads."""
        if any(self.query.years):
            return self.query.years
        years = [year for row in self.rows for year in (row.earliest, row.latest) if year]
        return (min(years), max(years)) if years else (None, None)

    @cached_property
    def events(self) -> list[Event]:
        """What happened at the places asked for in those years; without places, in those years."""
        first, last = self.span
        if not self._regions and not (first and last):
            return []
        events = Event.objects.filter(live=True)
        if self._regions:
            events = events.filter(places__in=set().union(*self._regions)).distinct()
        if first:
            events = events.filter(Q(latest__isnull=True) | Q(latest__year__gte=first))
        if last:
            events = events.filter(earliest__year__lte=last)
        return list(events.prefetch_related("texts").order_by("earliest", "latest", "slug")[:EVENTS_SHOWN])

    @cached_property
    def commonest(self) -> list[Row]:
        """The roads that most journeys took, for a reader who has asked nothing yet."""
        found, told = journeys(self.language)
        return joined([leg for journey in found for leg in journey], told)[:COMMONEST_SHOWN]

    @cached_property
    def nearest(self) -> list[NearRoad]:
        """The roads whose ends lie nearest to those asked for, whatever the years; for an answer that is empty."""
        found, told = journeys(self.language)
        rows = joined([leg for journey in found for leg in journey], told)
        ends = [(self.query.origin, "origin"), (self.query.destination, "destination")]
        asked_for = [(place, name) for place, name in ends if place and place.latitude is not None]
        if not asked_for:
            return []
        near = [
            NearRoad(row, max(_kilometres(place, getattr(row.road, name)) for place, name in asked_for))
            for row in rows
            if all(getattr(row.road, name).is_located for _place, name in asked_for)
        ]
        return sorted(near, key=lambda each: each.kilometres)[:NEAREST_SHOWN]


def years_meant(text: str) -> str:
    """What a reader wrote into "when", as the map of roads understands years: ``196X`` and ``1960s`` are ten of them."""
    decade = _DECADE.search(text)
    return f"{decade[1]}0-{decade[1]}9" if decade else text


def _kilometres(place: Place, point) -> int:
    """The great circle between a place and the end of a road (https://en.wikipedia.org/wiki/Haversine_formula)."""
    lat1, lon1, lat2, lon2 = (
        radians(float(degrees)) for degrees in (place.latitude, place.longitude, point.latitude, point.longitude)
    )
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return round(2 * _KILOMETRES_OF_RADIUS * asin(sqrt(half)))
