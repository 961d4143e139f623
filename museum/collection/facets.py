"""Narrowing the collection: facets as plain links with counts, in the reader's language.

Each facet holds at most one value, taken from the query string; a value nobody knows narrows nothing and is told.
The count beside a value is what the reader would see on choosing it: all other facets applied, its own set aside.
"""

from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from museum.collection.models import Artefact, ArtefactMedium, AssociatedPlace, ObjectName, Place, Theme
from museum.collection.prefetch import with_card_data
from museum.core.date_phrases import decade_phrase
from museum.core.paging import page_number
from museum.core.text import asked

PAGE_SIZE = 24
#: How many values a facet shows; the rest are reached by narrowing otherwise.
VALUES_SHOWN = 14

#: What each kind of media is called, and which media of an artefact are of it and public.
MEDIA = {
    "image": (gettext_lazy("Image"), Q(image__withdrawn=False)),
    "recording": (gettext_lazy("Recording"), Q(recording__live=True)),
    "document": (gettext_lazy("Document"), Q(document__isnull=False)),
}

SORTS = {"number": ("object_number",), "date": ("earliest", "object_number")}


@dataclass(frozen=True)
class FacetValue:
    """A value a reader may choose: its label and language, how many artefacts, the address that (un)chooses it."""

    value: str
    label: str
    language: str
    count: int
    url: str
    chosen: bool


@dataclass(frozen=True)
class Facet:
    """One facet: its name in the query string, its heading, its values."""

    name: str
    heading: str
    values: list[FacetValue] = field(default_factory=list)
    chosen: FacetValue | None = None


class CollectionListing:
    """The artefacts for a request: ``?theme=&place=&decade=&object=&media=&sort=&page=``.

    ``parameters`` is any mapping of the query string. ``facets``, ``page``, ``chosen`` and ``unknown`` are what a
    template needs; the number of queries does not depend on the number of artefacts.
    """

    NAMES = ("theme", "place", "decade", "object", "media")

    def __init__(self, parameters):
        self._asked = {name: asked(parameters, name) for name in self.NAMES}
        sort = parameters.get("sort") or ""
        self.sort = sort if sort in SORTS else "number"
        self._page = parameters.get("page")

    @cached_property
    def chosen(self) -> dict:
        """The known chosen values by facet: a record, a decade, or a key of ``MEDIA``."""
        found = {}
        for name, model, words in (
            ("theme", Theme, "texts"),
            ("place", Place, "names"),
            ("object", ObjectName, "texts"),
        ):
            if self._asked[name]:
                record = model.objects.filter(slug=self._asked[name], live=True).prefetch_related(words).first()
                if record:
                    found[name] = record
        decade = self._asked["decade"]
        if decade.isascii() and decade.isdigit() and len(decade) == 4 and decade.endswith("0"):
            found["decade"] = int(decade)
        if self._asked["media"] in MEDIA:
            found["media"] = self._asked["media"]
        return found

    @property
    def unknown(self) -> list[str]:
        """The values that were asked for and that nobody knows, as typed."""
        return [text for name, text in self._asked.items() if text and name not in self.chosen]

    def _narrowed(self, without: str | None = None) -> QuerySet:
        artefacts = Artefact.objects.filter(live=True)
        for name, value in self.chosen.items():
            if name == without:
                continue
            if name == "theme":
                artefacts = artefacts.filter(
                    pk__in=value.artefacts.through.objects.filter(theme=value).values("artefact")
                )
            elif name == "place":
                artefacts = artefacts.filter(pk__in=AssociatedPlace.objects.filter(place=value).values("artefact"))
            elif name == "object":
                artefacts = artefacts.filter(object_name=value)
            elif name == "decade":
                artefacts = artefacts.filter(decade=value)
            elif name == "media":
                artefacts = artefacts.filter(pk__in=ArtefactMedium.objects.filter(MEDIA[value][1]).values("artefact"))
        return artefacts

    @cached_property
    def page(self):
        """The current page of artefacts, with all that a card shows."""
        artefacts = self._narrowed().order_by(*SORTS[self.sort])
        return Paginator(with_card_data(artefacts), PAGE_SIZE).get_page(page_number(self._page))

    @cached_property
    def facets(self) -> list[Facet]:
        """All facets that have something to offer."""
        facets = [self._themes(), self._places(), self._decades(), self._objects(), self._media()]
        return [facet for facet in facets if facet.values]

    def url(self, **changes) -> str:
        """The query string of this listing with ``changes``; ``None`` drops a parameter, the page starts anew."""
        kept = {name: self._asked[name] for name in self.NAMES if name in self.chosen}
        if self.sort != "number":
            kept["sort"] = self.sort
        kept.update(changes)
        query = urlencode({name: value for name, value in kept.items() if value not in (None, "")})
        return f"?{query}" if query else "?"

    @property
    def page_query(self) -> str:
        """The query string to put before ``page=…`` in the links of the pagination."""
        query = self.url().lstrip("?")
        return f"?{query}&" if query else "?"

    def _facet(self, name: str, heading: str, rows: list[tuple[str, str, str, int]]) -> Facet:
        """``rows``: (value, label, language, count)."""
        chosen_value = self._asked[name] if name in self.chosen else None
        values = [
            FacetValue(
                value=value,
                label=label,
                language=language,
                count=count,
                url=self.url(**{name: None if value == chosen_value else value}),
                chosen=value == chosen_value,
            )
            for value, label, language, count in rows
        ]
        return Facet(name, heading, values, next((value for value in values if value.chosen), None))

    def _counted(self, queryset: QuerySet, key: str) -> dict:
        return dict(queryset.values_list(key).annotate(total=Count("artefact", distinct=True)).order_by("-total")[:60])

    def _record_rows(self, name: str, counts: dict, records: QuerySet) -> list:
        """Rows for the commonest records of ``counts`` (id to count), always with the chosen one."""
        ids = list(counts)[:VALUES_SHOWN]
        if name in self.chosen and self.chosen[name].pk not in ids:
            ids.append(self.chosen[name].pk)
        rows = [
            (record.slug, *record.heading(), counts.get(record.pk, 0))
            for record in records.filter(pk__in=ids, live=True)
        ]
        return sorted(rows, key=lambda row: (-row[3], row[1]))

    def _themes(self) -> Facet:
        links = Artefact.themes.through.objects.filter(artefact__in=self._narrowed("theme"))
        rows = self._record_rows("theme", self._counted(links, "theme"), Theme.objects.prefetch_related("texts"))
        return self._facet("theme", _("Theme"), rows)

    def _places(self) -> Facet:
        links = AssociatedPlace.objects.filter(artefact__in=self._narrowed("place"))
        rows = self._record_rows("place", self._counted(links, "place"), Place.objects.prefetch_related("names"))
        return self._facet("place", _("Place"), rows)

    def _objects(self) -> Facet:
        counts = dict(
            self._narrowed("object")
            .exclude(object_name=None)
            .values_list("object_name")
            .annotate(total=Count("pk"))
            .order_by("-total")[:60]
        )
        rows = self._record_rows("object", counts, ObjectName.objects.prefetch_related("texts"))
        return self._facet("object", _("Kind of object"), rows)

    def _decades(self) -> Facet:
        counts = (
            self._narrowed("decade")
            .exclude(decade=None)
            .values_list("decade")
            .annotate(total=Count("pk"))
            .order_by("decade")
        )
        rows = [(str(decade), decade_phrase(decade), "", total) for decade, total in counts]
        return self._facet("decade", _("Decade"), rows)

    def _media(self) -> Facet:
        totals = ArtefactMedium.objects.filter(artefact__in=self._narrowed("media")).aggregate(
            **{
                value: Count("artefact", distinct=True, filter=condition)
                for value, (_label, condition) in MEDIA.items()
            }
        )
        rows = [(value, str(MEDIA[value][0]), "", total) for value, total in totals.items() if total]
        return self._facet("media", _("Kind of media"), rows)
