"""The timeline for a request: all decades with what was told of each, or one decade with everything."""

import datetime
from collections import Counter
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import Count
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from museum.collection.gazetteer import place_called
from museum.collection.models import Place, Theme
from museum.core.date_phrases import decade_phrase
from museum.core.paging import page_number
from museum.core.text import asked
from stories.timeline.axis import Axis
from stories.timeline.entries import KINDS, Entry, Selection, entries, first_entries

FIRST_YEAR = 1900
#: How many events and stories of a decade the whole timeline shows; the decade's own list has them all.
SHOWN_A_DECADE = 12
PAGE_SIZE = 48
#: How many things that began before a decade and went on in it are named at its head.
UNDER_WAY_SHOWN = 24
#: The value of ``?decade=`` for everything before ``FIRST_YEAR``.
EARLIER = "earlier"
#: What people wrote; artefacts may be tens of thousands, so the whole timeline only counts them.
AUTHORED = ("event", "story")


@dataclass(frozen=True)
class Decade:
    """Ten years of the timeline (or all before it): its value in the address, its name, how many things of each kind."""

    value: str
    label: str
    counts: dict[str, int]
    url: str
    chosen: bool
    #: The height of its column in the drawing, in hundredths of the tallest.
    height: int = 0
    entries: list[Entry] = field(default_factory=list)

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def has_more(self) -> bool:
        return self.total > len(self.entries)


class TimelineListing:
    """``?decade=1960&theme=…&place=…&kind=event&page=…``; values nobody knows narrow nothing and are told.

    ``parameters`` is any mapping of the query string, ``language`` the reader's. The number of queries does not depend on how
    much there is.
    """

    NAMES = ("decade", "theme", "place", "kind")

    def __init__(self, parameters, language: str):
        self.language = language
        self.parameters = {name: asked(parameters, name) for name in self.NAMES}
        self._page = parameters.get("page")

    @cached_property
    def theme(self) -> Theme | None:
        return next((theme for theme in self.themes if theme.slug == self.parameters["theme"]), None)

    @cached_property
    def themes(self) -> list[Theme]:
        """All published themes, by name."""
        return sorted(Theme.objects.filter(live=True).prefetch_related("texts"), key=str)

    @cached_property
    def place(self) -> Place | None:
        """The place asked for, by its address or by any of its names in any script."""
        return place_called(self.parameters["place"])

    @property
    def kind(self) -> str:
        """The one kind asked for, or an empty string."""
        return self.parameters["kind"] if self.parameters["kind"] in KINDS else ""

    @property
    def kinds(self) -> list[tuple[str, str]]:
        """(value, label) of each kind, for the form."""
        return [(value, str(label)) for value, label in KINDS.items()]

    @cached_property
    def decade(self) -> str:
        """The decade asked for: ``"1960"``, ``EARLIER``, or an empty string for all."""
        text = self.parameters["decade"]
        if text == EARLIER:
            return text
        known = text.isascii() and text.isdigit() and len(text) == 4
        return text if known and text.endswith("0") and FIRST_YEAR <= int(text) <= _this_year() else ""

    @property
    def unknown(self) -> list[str]:
        """The values that were asked for and that nobody knows, as typed."""
        chosen = {name: getattr(self, name) for name in self.NAMES}
        return [text for name, text in self.parameters.items() if text and not chosen[name]]

    @property
    def is_narrowed(self) -> bool:
        return bool(self.theme or self.place or self.kind)

    @property
    def is_demonstration(self) -> bool:
        """Whether anything shown belongs to the demonstration collection."""
        shown = self.page.object_list if self.decade else [entry for decade in self.decades for entry in decade.entries]
        return any(entry.shown.is_demonstration for entry in shown)

    @cached_property
    def selection(self) -> Selection:
        kinds = (self.kind,) if self.kind else tuple(KINDS)
        return Selection(self.language, kinds, self.theme, self.place)

    @cached_property
    def _authored(self) -> Selection:
        """What people wrote of what is asked for."""
        return replace(self.selection, kinds=tuple(kind for kind in self.selection.kinds if kind in AUTHORED))

    @cached_property
    def axis(self) -> Axis:
        """The years that are shown: the decade's, or the whole timeline's."""
        if self.decade == EARLIER:
            return Axis(FIRST_YEAR - 100, FIRST_YEAR - 1)
        first = int(self.decade) if self.decade else FIRST_YEAR
        return Axis(first, first + 9 if self.decade else _this_year() // 10 * 10 + 9)

    def url(self, **changes) -> str:
        """The query string of this listing with ``changes``; an empty value drops a parameter, the page starts anew."""
        kept = {name: self.parameters[name] for name in self.NAMES if getattr(self, name)} | changes
        if kept.get("place") == self.parameters["place"] and self.place:
            kept["place"] = self.place.slug
        query = urlencode({name: value for name, value in kept.items() if value})
        return f"?{query}" if query else "?"

    @property
    def all_decades(self) -> str:
        """The query string of the same question put to the whole timeline; empty where it narrows nothing."""
        query = self.url(decade="")
        return "" if query == "?" else query

    @property
    def page_query(self) -> str:
        """The query string to put before ``page=…`` in the links of the pagination."""
        query = self.url().lstrip("?")
        return f"?{query}&" if query else "?"

    @cached_property
    def decades(self) -> list[Decade]:
        """Every decade from ``FIRST_YEAR`` to today, after what came before if anything did."""
        counts = self._counts()
        values = [str(year) for year in range(FIRST_YEAR, _this_year() + 1, 10)]
        if counts.get(EARLIER):
            values.insert(0, EARLIER)
        most = max((sum(kinds.values()) for kinds in counts.values()), default=0) or 1
        shown = {} if self.decade else self._shown_by_decade()
        return [
            Decade(
                value,
                _decade_label(value),
                dict(counts.get(value, {})),
                self.url(decade=value),
                value == self.decade,
                round(100 * sum(counts.get(value, {}).values()) / most),
                shown.get(value, []),
            )
            for value in values
        ]

    @property
    def chosen_decade(self) -> Decade | None:
        return next((decade for decade in self.decades if decade.chosen), None)

    @cached_property
    def page(self):
        """The current page of what began in the decade; its ``object_list`` are entries with pictures."""
        rows = self.selection.rows(**self._began_in())
        paged = Paginator(rows, PAGE_SIZE).get_page(page_number(self._page))
        paged.object_list = entries(list(paged.object_list), self.language, pictures=True)
        return paged

    @cached_property
    def under_way(self) -> list[Entry]:
        """Events and stories that began before the decade and went on in it."""
        if self.decade in ("", EARLIER):
            return []
        first = self.axis.days.earliest
        before = first - datetime.timedelta(days=1)
        return first_entries(self._authored, UNDER_WAY_SHOWN, begun_by=before, lasting_to=first)

    def _began_in(self) -> dict:
        days = self.axis.days
        if self.decade == EARLIER:
            return {"earliest__lte": days.latest}
        return {"earliest__gte": days.earliest, "earliest__lte": days.latest}

    def _counts(self) -> dict[str, Counter]:
        """How many things of each kind began in each decade, in one query a kind."""
        found: dict[str, Counter] = {}
        for kind in self.selection.kinds:
            years = (
                self.selection.dated(kind).order_by().values_list("earliest__year").annotate(Count("pk", distinct=True))
            )
            for year, count in years:
                found.setdefault(_decade_of(year), Counter())[kind] += count
        return found

    def _shown_by_decade(self) -> dict[str, list[Entry]]:
        """The first events and stories of each decade."""
        kept: dict[str, list] = {}
        for row in self._authored.rows():
            rows = kept.setdefault(_decade_of(row[0].year), [])
            if len(rows) < SHOWN_A_DECADE:
                rows.append(row)
        found = entries([row for rows in kept.values() for row in rows], self.language)
        by_key = {(entry.kind, entry.shown.pk): entry for entry in found}
        return {
            decade: [by_key[kind, pk] for _earliest, kind, pk in rows if (kind, pk) in by_key]
            for decade, rows in kept.items()
        }


def _this_year() -> int:
    return datetime.date.today().year


def _decade_of(year: int) -> str:
    return EARLIER if year < FIRST_YEAR else str(year // 10 * 10)


def _decade_label(value: str) -> str:
    return _("before %(year)s") % {"year": FIRST_YEAR} if value == EARLIER else decade_phrase(int(value))
