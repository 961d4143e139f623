"""The rows that map, list, table and data all show: roads put together from the legs of published journeys.

A journey is public when it and a story that tells it are. Its legs are counted by journeys: whoever went there and
back every summer went once. What is not published adds to no number.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from django.utils.translation import ngettext, pgettext

from museum.collection.models import Place, Theme
from museum.core.dates import bounds, phrase
from museum.core.translations import language_of, nearest_translation
from stories.journeys.precision import Containers, End
from stories.journeys.shown import as_told, fetched
from stories.models import Leg, StoryPage
from stories.routes.drawing import Point, Road
from stories.routes.periods import Period, period_of


@dataclass(frozen=True)
class Link:
    """What a road opens: the title of a story or a source, in its language."""

    title: str
    url: str
    language: str = ""


@dataclass(frozen=True)
class Row:
    """One road as every view shows it, in words and in values."""

    road: Road
    years: str
    earliest: int | None
    latest: int | None
    motive: str
    certainty: str
    number: str
    links: list[Link] = field(default_factory=list)
    definition: str = ""
    is_withheld: bool = False

    @property
    def shown_count(self) -> int | None:
        """The number, unless it is withheld."""
        return None if self.is_withheld else self.road.count


@dataclass(frozen=True)
class Stop:
    """An end of what was travelled as it may be told: a place, only a country, or neither. ``key`` tells stops apart."""

    key: Hashable
    point: Point
    place: Place | None = None
    country: str = ""


@dataclass(frozen=True)
class Travelled:
    """One thing that was travelled or counted, leg by leg: what the query narrows. ``identity`` tells journeys apart."""

    identity: int
    origin: Stop
    destination: Stop
    date: str
    motive: str
    certainty: str

    @property
    def years(self) -> tuple[int | None, int | None]:
        """The first and the last year it may mean; ``None`` where that is open."""
        return years_of(self.date)


def journeys(language: str, theme: Theme | None = None) -> tuple[list[list[Travelled]], dict[int, list[StoryPage]]]:
    """The public journeys, each as its legs in order as they may be told, and the stories that tell each, in the reader's
    language or the nearest; with ``theme`` only those of its stories."""
    stories = StoryPage.objects.filter(journey__live=True)
    if theme:
        stories = stories.filter(themes=theme)
    told = defaultdict(list)
    for story in nearest_translation(stories, language).order_by("earliest", "title"):
        told[story.journey_id].append(story)
    legs = list(Leg.objects.filter(journey__in=told).order_by("journey_id", "sort_order", "pk"))
    found, containers, stops = fetched(legs, carried={}), Containers(), _Stops()
    by_journey = defaultdict(list)
    for leg in legs:
        by_journey[leg.journey_id].append(leg)
    return [
        [
            Travelled(pk, stops.of(leg.origin), stops.of(leg.destination), leg.date, leg.motive, leg.certainty)
            for leg in as_told(of_one, found, containers)
        ]
        for pk, of_one in by_journey.items()
    ], told


@lru_cache(maxsize=4096)
def years_of(date: str) -> tuple[int | None, int | None]:
    """The first and the last year of an EDTF date; the same few dates are asked for again and again."""
    found = bounds(date)
    return (found.earliest and found.earliest.year), (found.latest and found.latest.year)


class _Stops:
    """Stops made of told ends, each place once; what is withheld is a stop of its own every time."""

    def __init__(self):
        self._known: dict[Hashable, Stop] = {}
        self._withheld = 0

    def of(self, end: End) -> Stop:
        """The stop that an end is."""
        if end.is_withheld:
            self._withheld += 1
            name, language = end.heading()
            key = f"not-told-{self._withheld}"
            return Stop(key, Point(key, name, language, None, None, ""))
        if end.key not in self._known:
            if end.place:
                self._known[end.key] = stop_at(end.place)
            else:
                name, language = end.heading()
                lower = end.country.lower()
                self._known[end.key] = Stop(end.key, Point(lower, name, language, None, None, ""), country=end.country)
        return self._known[end.key]


def stop_at(place: Place) -> Stop:
    """A published place as a stop, no more precisely than a town."""
    name, language = place.heading()
    longitude, latitude = End(place).point or (None, None)
    return Stop(place.pk, Point(place.slug, name, language, latitude, longitude, place.get_absolute_url()), place)


def published_places(keys: Iterable[int]) -> dict[int, Place]:
    """The published places among ``keys``, with their names."""
    return Place.objects.filter(live=True).prefetch_related("names").in_bulk(list(keys))


def joined(legs: Sequence[Travelled], told: dict[int, list[StoryPage]]) -> list[Row]:
    """Legs put together by their ends, period, motive and certainty: the most travelled first, then the earliest.

    A road opens its story; where there are several it has no address yet (``numbered``).
    """
    groups = defaultdict(list)
    points: dict[Hashable, Point] = {}
    for leg in legs:
        start, end = leg.years
        key = (leg.origin.key, leg.destination.key, period_of(start or end), leg.motive, leg.certainty)
        groups[key].append(leg)
        for stop in (leg.origin, leg.destination):
            points[stop.key] = stop.point
    motives, certainties = dict(Leg.Motive.choices), dict(Leg.Certainty.choices)
    found = []
    for (start, end, period, motive, certainty), group in groups.items():
        identities = list(dict.fromkeys(leg.identity for leg in group))
        stories = list({story.pk: story for identity in identities for story in told[identity]}.values())
        links = [Link(story.title, story.url, language_of(story)) for story in stories]
        earliest, latest = _extent(group)
        ends = points[start], points[end]
        years = said_years(group, earliest, latest)
        number = ngettext("%(count)s journey", "%(count)s journeys", len(identities)) % {"count": len(identities)}
        words = [ends[0].name + " → " + ends[1].name, years, str(motives[motive]), number]
        road = Road(
            *ends,
            count=len(identities),
            period=period,
            motive=motive,
            certainty=certainty,
            label=pgettext("between two facts", ", ").join(filter(None, words)),
            url=links[0].url if len(links) == 1 else "",
        )
        said = str(motives[motive]), str(certainties[certainty]), number
        found.append(Row(road, years, earliest, latest, *said, links))
    return sorted(found, key=_order)


def numbered(found: list[Row], rows: str) -> list[Row]:
    """The rows, each road without an address of its own leading to its row, whose id is ``rows`` with its number."""
    return [
        row if row.road.url else replace(row, road=replace(row.road, url=f"#{rows}{number}"))
        for number, row in enumerate(found, 1)
    ]


def _order(row: Row) -> tuple:
    return (
        -row.road.count,
        row.earliest or row.latest or 9999,
        row.road.origin.key,
        row.road.destination.key,
        row.motive,
    )


def _extent(group: Sequence[Travelled]) -> tuple[int | None, int | None]:
    """The first and last year of a group; open where one of its legs is."""
    years = [leg.years for leg in group]
    starts, ends = [start for start, _end in years], [end for _start, end in years]
    return (None if None in starts else min(starts)), (None if None in ends else max(ends))


def said_years(group: Sequence[Travelled], earliest: int | None, latest: int | None) -> str:
    """When, in the reader's language: the date itself where there is one, else the years from first to last."""
    dates = {leg.date for leg in group}
    if len(dates) == 1:
        return phrase(dates.pop())
    return between_years(earliest, latest)


def between_years(earliest: int | None, latest: int | None) -> str:
    """Two years, one of them maybe open, in the reader's language."""
    if earliest is None and latest is None:
        return ""
    if earliest == latest:
        return str(earliest)
    return str(Period("", earliest, latest, ""))
