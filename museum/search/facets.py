"""Narrowing the answer: facets as plain links with counts, in the manner of the collection's (museum.collection.facets)."""

from urllib.parse import urlencode

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy

from museum.collection.facets import VALUES_SHOWN, Facet, FacetValue
from museum.core.date_phrases import decade_phrase
from museum.core.languages import CONTENT_LANGUAGES, INTERFACE_LANGUAGES
from museum.core.prepared import Prepared
from museum.core.text import asked
from museum.search.facet_numbers import FACETS, LANGUAGES, MEDIA, TYPES, number_of, value_of
from museum.search.models import SearchDocument
from museum.search.results import heading_of

HEADINGS = {
    "type": gettext_lazy("Kind of thing"),
    "theme": gettext_lazy("Theme"),
    "place": gettext_lazy("Place"),
    "period": gettext_lazy("Decade"),
    "language": gettext_lazy("Language"),
    "medium": gettext_lazy("Kind of media"),
}
MEDIUM_LABELS = {
    "image": gettext_lazy("Image"),
    "recording": gettext_lazy("Recording"),
    "film": gettext_lazy("Film"),
    "document": gettext_lazy("Document"),
    "model": gettext_lazy("3D model"),
}
_LISTS = {"type": TYPES, "language": LANGUAGES, "medium": MEDIA}


def _is_decade(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) == 4 and text.endswith("0")


class Narrowing:
    """The facets of a request: ``?type=&theme=&place=&period=&language=&medium=``; values nobody knows are told.

    ``chosen`` are facet numbers by facet. Themes and places are asked by their slug, in one query.
    """

    def __init__(self, parameters):
        self._asked = {name: asked(parameters, name) for name in FACETS}

    @property
    def asked(self) -> dict[str, str]:
        """What was asked for, known or not, by facet."""
        return {name: value for name, value in self._asked.items() if value}

    @cached_property
    def _records(self) -> dict[str, SearchDocument]:
        slugs = {name: self._asked[name] for name in ("theme", "place") if self._asked[name]}
        rows = SearchDocument.objects.filter(kind__in=slugs, slug__in=slugs.values()).defer("body", "texts", "title")
        by_kind = {(row.kind, row.slug): row for row in rows} if slugs else {}
        return {name: by_kind[name, slug] for name, slug in slugs.items() if (name, slug) in by_kind}

    @cached_property
    def chosen(self) -> dict[str, int]:
        found = {}
        for name, text in self.asked.items():
            if name in self._records:
                found[name] = number_of(name, self._records[name].reference.partition(":")[2])
            elif text in _LISTS.get(name, ()) or (name == "period" and _is_decade(text)):
                found[name] = number_of(name, text)
        return found

    @property
    def unknown(self) -> list[str]:
        """The values that nobody knows, as typed."""
        return [text for name, text in self.asked.items() if name not in self.chosen]

    def kept(self) -> dict[str, str]:
        """The known values as they stand in an address."""
        return {name: text for name, text in self.asked.items() if name in self.chosen}


def facets_of(counts: dict[int, int], narrowing: Narrowing, address) -> list[Facet]:
    """All facets that have something to offer; ``address`` makes a query string of changes. One query for all names."""
    by_facet: dict[str, list[tuple]] = {name: [] for name in FACETS}
    for number, count in sorted(counts.items(), key=lambda row: (-row[1], row[0])):
        facet, value = value_of(number)
        by_facet[facet].append((number, value, count))
    shown = {name: _shown(name, rows, narrowing) for name, rows in by_facet.items()}
    records = _records_of(shown)
    facets = []
    for name, rows in shown.items():
        values = [made for row in rows if (made := _value(name, row, narrowing, records, address))]
        if name == "period":
            values.sort(key=lambda value: value.value)
        if len(values) > 1 or any(value.chosen for value in values):
            facets.append(Facet(name, str(HEADINGS[name]), values, next((v for v in values if v.chosen), None)))
    return facets


def _shown(name: str, rows: list[tuple], narrowing: Narrowing) -> list[tuple]:
    """The commonest values, always with the chosen one."""
    chosen = narrowing.chosen.get(name)
    kept = rows if name == "period" else rows[:VALUES_SHOWN]
    if chosen and all(number != chosen for number, _value, _count in kept):
        kept = [*kept, *([row for row in rows if row[0] == chosen] or [(chosen, value_of(chosen)[1], 0)])]
    return kept


def _records_of(shown) -> dict[str, SearchDocument]:
    references = [f"{name}:{value}" for name in ("theme", "place") for _number, value, _count in shown[name]]
    return {row.reference: row for row in _NAMED(references).rows()}


_NAMED = Prepared(
    lambda references: SearchDocument.objects.filter(reference__in=references).only(
        "reference", "kind", "slug", "names"
    )
)


def _value(name: str, row: tuple, narrowing: Narrowing, records, address) -> FacetValue | None:
    number, value, count = row
    language = ""
    if name in ("theme", "place"):
        record = records.get(f"{name}:{value}")
        if record is None:
            return None
        label, language = heading_of(record)
        value = record.slug
    elif name == "type":
        label = str(SearchDocument.Kind(value).label)
    elif name == "period":
        label = decade_phrase(value)
    elif name == "language":
        label = str(dict(CONTENT_LANGUAGES)[value])
        if value not in INTERFACE_LANGUAGES and count == 0:
            return None
    else:
        label = str(MEDIUM_LABELS[value])
    chosen = narrowing.chosen.get(name) == number
    return FacetValue(str(value), label, language, count, address(**{name: None if chosen else value}), chosen)


def query_string(parameters: dict) -> str:
    """A query string of what is not blank."""
    return f"?{urlencode({name: value for name, value in parameters.items() if value not in (None, '')})}"
