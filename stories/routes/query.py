"""The one query behind map, list, table and data: ``?from=&to=&years=&motive=&theme=&show=``.

The address is the whole state. A place is asked for by any name in any script and stands for every place in it; a
journey is shown from where it passes ``from`` and up to where it reaches ``to``. What nobody knows narrows nothing and
is told.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from museum.collection.gazetteer import Match, find_places, place_called
from museum.collection.models import Place, Theme
from museum.core.paging import page_number
from museum.core.text import asked, without_controls
from stories.models import Leg, StoryPage
from stories.routes.drawing import Drawing, Point, Road, draw, ends_of
from stories.routes.rows import Row, Stop, Travelled, joined, journeys, numbered
from stories.routes.statistics import counted

JOURNEYS, STATISTICS = "journeys", "statistics"
SHOWS = (JOURNEYS, STATISTICS)
#: How the rows stand beside the map.
LIST, TABLE = "list", "table"
VIEWS = (LIST, TABLE)
#: The years that the time slider spans.
FIRST_YEAR, LAST_YEAR = 1900, 2030
#: A map of more roads than this moves none.
MOST_MOVING = 60
#: More roads than this no map makes out: the rest stands on further pages.
PAGE_SIZE = 250

_YEARS = re.compile(r"\s*(\d{4})?\s*(?:[-–—/]|\s)\s*(\d{4})?\s*$|\s*(\d{4})\s*$")


class RoadQuery:
    """What a reader asked of the map of roads. ``parameters`` is any mapping of the query string.

    ``through`` is a test that one end of a road must pass; ``prefix`` begins the ids of its list where a
    page has several.
    """

    NAMES = ("from", "to", "motive", "theme", "show", "view")

    def __init__(self, parameters, language: str, through: Callable[[Stop], bool] | None = None, prefix: str = ""):
        self.language, self.through, self.prefix = language, through, prefix
        self._page = parameters.get("page")
        self.parameters = {name: asked(parameters, name) for name in self.NAMES}
        listed = parameters.getlist("years") if hasattr(parameters, "getlist") else [parameters.get("years", "")]
        self.typed_years = [without_controls(str(text)[:40]).strip() for text in listed[:2]]

    # What was asked for

    @property
    def show(self) -> str:
        return STATISTICS if self.parameters["show"] == STATISTICS else JOURNEYS

    @property
    def view(self) -> str:
        """Whether the rows stand beside the map in a list or in a table."""
        return TABLE if self.parameters["view"] == TABLE else LIST

    @cached_property
    def origin(self) -> Place | None:
        """Where the road begins, if the reader said."""
        return self._place("from")

    @cached_property
    def destination(self) -> Place | None:
        """Where the road leads, if the reader said."""
        return self._place("to")

    @cached_property
    def _called(self) -> dict[str, Place | None]:
        """The places whose whole name or address was typed, by field."""
        return {name: place_called(self.parameters[name]) for name in ("from", "to")}

    def _place(self, name: str) -> Place | None:
        if not self.parameters[name]:
            return None
        return self._called[name] or next((match.place for match in self._near(name)), None)

    @cached_property
    def guessed(self) -> list[tuple[str, Match]]:
        """What was typed and is no place's whole name, with the place it was taken for."""
        found = []
        for name in ("from", "to"):
            text = self.parameters[name]
            if text and not self._called[name] and (near := self._near(name)):
                found.append((text, near[0]))
        return found

    def _near(self, name: str) -> list[Match]:
        return find_places(self.parameters[name], limit=1)

    @cached_property
    def theme(self) -> Theme | None:
        slug = self.parameters["theme"]
        return Theme.objects.filter(live=True, slug=slug).prefetch_related("texts").first() if slug else None

    @property
    def motive(self) -> str:
        """The key of the motive asked for; empty for any."""
        return self.parameters["motive"] if self.parameters["motive"] in Leg.Motive.values else ""

    @cached_property
    def years(self) -> tuple[int | None, int | None]:
        """The first and last year asked for; ``None`` where open. In two fields, or in one as ``1956-1977``."""
        first, last = self._read_years() or (None, None)
        return (last, first) if first and last and first > last else (first, last)

    def _read_years(self) -> tuple[int | None, int | None] | None:
        """The years as they were written, or ``None`` where they are none."""
        if len(self.typed_years) == 2:
            read = [int(text) if re.fullmatch(r"\d{4}", text) else None for text in self.typed_years]
            known = all(year or not text for year, text in zip(read, self.typed_years, strict=True))
            return tuple(read) if known else None
        text = self.typed_years[0] if self.typed_years else ""
        found = _YEARS.match(text)
        if not text or not found:
            return None if text else (None, None)
        only = found[3]
        return tuple(int(year) if year else None for year in ((only, only) if only else (found[1], found[2])))

    @cached_property
    def unknown(self) -> list[str]:
        """What was asked for and nobody knows, as typed."""
        known = {
            "from": self.origin,
            "to": self.destination,
            "motive": self.motive,
            "theme": self.theme,
            "show": self.parameters["show"] in SHOWS,
            "view": self.parameters["view"] in VIEWS,
        }
        found = [text for name, text in self.parameters.items() if text and not known[name]]
        return found + ([" ".join(filter(None, self.typed_years))] if self._read_years() is None else [])

    @property
    def is_narrowed(self) -> bool:
        """Whether anything but the plain page was asked for."""
        return any(self.parameters.values()) or any(self.typed_years) or bool(self._page)

    @property
    def narrows(self) -> bool:
        """Whether what was asked leaves anything out."""
        return bool(self.origin or self.destination or self.theme or self.motive or any(self.years))

    # Addresses

    @property
    def state(self) -> dict[str, str]:
        """What is known of the question, as parameters in their canonical form."""
        first, last = self.years
        state = {
            "from": self.origin.slug if self.origin else "",
            "to": self.destination.slug if self.destination else "",
            "years": f"{first or ''}-{last or ''}" if first or last else "",
            "motive": self.motive,
            "theme": self.theme.slug if self.theme else "",
            "show": STATISTICS if self.show == STATISTICS else "",
            "view": TABLE if self.view == TABLE else "",
        }
        return {name: value for name, value in state.items() if value}

    def url(self, **changes) -> str:
        """The address of the page with ``changes`` (``origin`` is ``from``); ``None`` drops a part of the question."""
        changes = {{"origin": "from", "destination": "to"}.get(name, name): value for name, value in changes.items()}
        query = urlencode({name: value for name, value in {**self.state, **changes}.items() if value})
        return reverse("routes:index") + (f"?{query}" if query else "")

    @property
    def data_query(self) -> str:
        """The query string of the data of this question."""
        query = urlencode({name: value for name, value in self.state.items() if name != "view"})
        return f"?{query}" if query else ""

    @property
    def list_url(self) -> str:
        """The address of the same roads in a list."""
        return self.url(view=None)

    @property
    def table_url(self) -> str:
        """The address of the same roads in a table."""
        return self.url(view=TABLE)

    @property
    def asked_origin(self) -> str:
        """What stands in the field "from": the place as the reader calls it, else what was typed."""
        return str(self.origin) if self.origin else self.parameters["from"]

    @property
    def asked_destination(self) -> str:
        """What stands in the field "to"."""
        return str(self.destination) if self.destination else self.parameters["to"]

    @property
    def wider(self) -> list[tuple[str, str]]:
        """(label, address) of the questions that ask for one thing less, for an answer that is empty."""
        parts = {
            "years": (_("in all years"), {"years": None}),
            "motive": (_("for any reason"), {"motive": None}),
            "theme": (_("of all themes"), {"theme": None}),
            "from": (_("from anywhere"), {"origin": None}),
            "to": (_("to anywhere"), {"destination": None}),
        }
        return [(label, self.url(**change)) for name, (label, change) in parts.items() if name in self.state]

    # What answers

    @property
    def road_ids(self) -> str:
        """What the ids of the rows of its list begin with."""
        return f"{self.prefix}road-"

    @property
    def place_ids(self) -> str:
        """What the ids of the rows of its places begin with."""
        return f"{self.prefix}place-"

    @cached_property
    def _within(self) -> dict[int, int]:
        return dict(Place.objects.exclude(within=None).values_list("pk", "within_id"))

    def region(self, place: Place) -> set[int]:
        """A place and every place in it, however deep."""
        inside = {place.pk}
        while more := {pk for pk, within in self._within.items() if within in inside} - inside:
            inside |= more
        return inside

    @cached_property
    def travelled(self) -> tuple[list[Travelled], dict[int, list[StoryPage]], int]:
        """The legs that answer, the stories that tell each journey, and how many undated legs the years left out."""
        found, told = journeys(self.language, self.theme)
        legs, undated = self.in_time([leg for journey in found for leg in self.part_of(journey)])
        return legs, told, undated

    @cached_property
    def _answer(self) -> tuple[list[Row], int]:
        """The rows, and how many undated legs the years left out."""
        if self.show == STATISTICS:
            return counted(self)
        legs, told, undated = self.travelled
        return joined(legs, told), undated

    def part_of(self, journey: Sequence[Travelled]) -> list[Travelled]:
        """The legs of a journey that lie on the way asked for, of the motive asked for."""
        part = list(journey)
        if self.origin:
            part = onward(part, self.region(self.origin))
        if self.destination:
            part = towards(part, self.region(self.destination))
        if self.through:
            part = [leg for leg in part if self.through(leg.origin) or self.through(leg.destination)]
        return [leg for leg in part if not self.motive or leg.motive == self.motive]

    def in_time(self, legs: Sequence[Travelled]) -> tuple[list[Travelled], int]:
        """The legs that may have been travelled in the years asked for, and how many are left out for want of a date."""
        first, last = self.years
        if not first and not last:
            return list(legs), 0
        dated = [leg for leg in legs if leg.years != (None, None)]
        kept = [leg for leg in dated if overlaps(leg.years, (first, last))]
        return kept, len(legs) - len(dated)

    @property
    def all_rows(self) -> list[Row]:
        """Every road that answers, on whatever page."""
        return self._answer[0]

    @cached_property
    def page(self) -> Page:
        """The page of the roads that was asked for, or the nearest that there is."""
        return Paginator(self.all_rows, PAGE_SIZE).get_page(page_number(self._page))

    @cached_property
    def rows(self) -> list[Row]:
        """The roads of this page, as list, table, map and data show them; each known by its number on the page."""
        return numbered(list(self.page), self.road_ids)

    @property
    def asked_rows(self) -> list[Row]:
        """The roads of the page that was asked for; all where none was, for whoever takes them home as data."""
        return self.rows if self._page else self.all_rows

    @property
    def page_query(self) -> str:
        """The query string to put before ``page=…`` in the links of the pagination."""
        query = self.url().partition("?")[2]
        return f"?{query}&" if query else "?"

    @property
    def said(self) -> str:
        """How much was found, in a sentence."""
        total = len(self.all_rows)
        roads = ngettext("%(count)s road", "%(count)s roads", total) % {"count": total}
        if self.show == STATISTICS:
            return _("%(roads)s counted by official statistics") % {"roads": roads}
        told = len({link.url for row in self.all_rows for link in row.links})
        stories = ngettext("told in %(count)s story", "told in %(count)s stories", told) % {"count": told}
        return pgettext("between two facts", ", ").join([roads, stories])

    @property
    def undated(self) -> int:
        """How many are left out because nobody knows when they were travelled, where years were asked for."""
        return self._answer[1]

    @property
    def roads(self) -> list[Road]:
        """The roads of the rows."""
        return [row.road for row in self.rows]

    @cached_property
    def points(self) -> list[Point]:
        """The places at the ends of the roads, in the order of the roads."""
        return ends_of(self.roads)

    @cached_property
    def places(self) -> list["PlaceRow"]:
        """The same places with the number of roads that leave and reach each."""
        leaving = Counter(road.origin.key for road in self.roads)
        arriving = Counter(road.destination.key for road in self.roads)
        return [PlaceRow(point, leaving[point.key], arriving[point.key]) for point in self.points]

    @property
    def unlocated(self) -> list[Row]:
        """The roads that are listed but cannot be drawn."""
        return [row for row in self.rows if not row.road.is_located]

    @cached_property
    def drawing(self) -> Drawing:
        """The map of the rows."""
        return draw(self.roads, points=self.points)


@dataclass(frozen=True)
class PlaceRow:
    """A place on the roads shown, and how many of them leave and reach it."""

    point: Point
    leaving: int
    arriving: int

    @property
    def said(self) -> str:
        """Both numbers in words; a number of none is left out."""
        parts = []
        if self.leaving:
            parts.append(
                ngettext("%(count)s road leaves", "%(count)s roads leave", self.leaving) % {"count": self.leaving}
            )
        if self.arriving:
            words = ngettext("%(count)s road arrives", "%(count)s roads arrive", self.arriving)
            parts.append(words % {"count": self.arriving})
        return pgettext("between two facts", ", ").join(parts)


def onward(legs: Sequence[Travelled], places: set) -> list[Travelled]:
    """The legs that lead on from ``places``, directly or by way of others."""
    reached, part = set(places), []
    for leg in legs:
        if leg.origin.key in reached:
            part.append(leg)
            reached.add(leg.destination.key)
    return part


def towards(legs: Sequence[Travelled], places: set) -> list[Travelled]:
    """The legs that lead to ``places``, directly or by way of others."""
    needed, part = set(places), []
    for leg in reversed(legs):
        if leg.destination.key in needed:
            part.append(leg)
            needed.add(leg.origin.key)
    return part[::-1]


def overlaps(one: tuple[int | None, int | None], other: tuple[int | None, int | None]) -> bool:
    """Whether two stretches of years meet; an open end reaches everywhere."""
    return (one[1] is None or other[0] is None or one[1] >= other[0]) and (
        one[0] is None or other[1] is None or one[0] <= other[1]
    )
