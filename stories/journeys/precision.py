"""How precisely the end of a leg may be told, and the one function that decides what is told (``told``).

Whoever tells a journey says how precisely each place may be known. Nothing that leaves the museum is made from a leg's
own places: lists, maps, data, search and print are all made from the ``End`` that ``told`` gives.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property
from django.utils.translation import override, pgettext, pgettext_lazy

from museum.collection.models import Place
from museum.core.arabic import is_arabic
from museum.core.countries import country_name
from museum.core.languages import INTERFACE_LANGUAGES, current_language
from museum.core.terms import fold, index_forms, words


class Precision(models.TextChoices):
    """What may be told of a place, the finest first."""

    EXACT = "exact", pgettext_lazy("how precisely a place is told", "as recorded")
    TOWN = "town", pgettext_lazy("how precisely a place is told", "the town")
    REGION = "region", pgettext_lazy("how precisely a place is told", "the region")
    COUNTRY = "country", pgettext_lazy("how precisely a place is told", "the country")
    WITHHELD = "withheld", pgettext_lazy("how precisely a place is told", "nothing")


_LEVELS = {Precision.EXACT: 0, Precision.TOWN: 1, Precision.REGION: 2, Precision.COUNTRY: 3}

# How coarse a kind of place is. What "other" is nobody knows: it counts as the finest.
_COARSENESS = {
    Place.Kind.STREET: 0,
    Place.Kind.OTHER: 0,
    Place.Kind.VILLAGE: 1,
    Place.Kind.TOWN: 1,
    Place.Kind.CITY: 1,
    Place.Kind.PORT: 1,
    Place.Kind.REGION: 2,
    Place.Kind.COUNTRY: 3,
}

#: Decimals of a degree in anything given out: about a kilometre, a town and never a house.
DECIMALS = 2


@dataclass(frozen=True)
class End:
    """Where a leg begins or ends, as far as readers may know: a published place, only a country, or neither (withheld)."""

    place: Place | None = None
    country: str = ""

    @property
    def is_withheld(self) -> bool:
        return self.place is None and not self.country

    @property
    def key(self):
        """The same for two ends that readers know to be one place; ``None`` for what is withheld, which equals nothing."""
        return self.place.pk if self.place else self.country or None

    def heading(self, language: str | None = None) -> tuple[str, str]:
        """(what it is called, language tag) for a reader of ``language`` (default: the current one)."""
        if self.place:
            return self.place.heading(language)
        with override(language or current_language()):
            return (country_name(self.country) or pgettext("place", "not told")), current_language()

    def labels(self) -> dict[str, str]:
        """Its name by language: a place's preferred names, or what stands in for them in each interface language."""
        if self.place is None:
            return {code: self.heading(code)[0] for code in INTERFACE_LANGUAGES}
        names = [name for name in self.place.names.all() if name.kind == name.Kind.PREFERRED]
        return {name.language: name.text for name in names} or dict([self.heading()[::-1]])

    @property
    def url(self) -> str:
        """The page of its place; empty where no place is told."""
        return self.place.get_absolute_url() if self.place else ""

    @property
    def point(self) -> tuple[float, float] | None:
        """(longitude, latitude) in degrees of WGS 84, rounded to ``DECIMALS``; ``None`` where none is known or told."""
        if self.place is None or self.place.latitude is None or self.place.longitude is None:
            return None
        return round(float(self.place.longitude), DECIMALS), round(float(self.place.latitude), DECIMALS)


class Containers:
    """The places that others lie in, which may be told in their stead: two queries, and only when first needed."""

    @cached_property
    def _by_id(self) -> dict[int, Place]:
        places = Place.objects.filter(Q(places_within__isnull=False) | Q(kind=Place.Kind.COUNTRY)).distinct()
        return {place.pk: place for place in places.prefetch_related("names")}

    def above(self, place: Place) -> Iterator[Place]:
        """What ``place`` lies in, the nearest first."""
        seen = {place.pk}
        while place.within_id in self._by_id and place.within_id not in seen:
            place = self._by_id[place.within_id]
            seen.add(place.pk)
            yield place

    def country(self, code: str) -> Place | None:
        """The published record of the country ``code`` (ISO 3166), if there is one."""
        countries = (place for place in self._by_id.values() if place.kind == Place.Kind.COUNTRY and place.live)
        return next((place for place in countries if code and place.country == code), None)


def told(place: Place, precision: str, containers: Containers) -> End | None:
    """What may be told of ``place`` where its teller allows ``precision``: the place itself, else the nearest published
    place around it that is coarse enough, else its country, else nothing but that it is withheld.

    ``None`` where a place may be told but is not published: its leg is then not told at all.
    """
    if precision == Precision.EXACT:
        return End(place) if place.live else None
    # An unknown word is a value that nobody chose: nothing is told.
    if precision not in _LEVELS:
        return End()
    around = [place, *containers.above(place)]
    for candidate in around:
        if candidate.live and _COARSENESS.get(candidate.kind, 0) >= _LEVELS[precision]:
            return End(candidate)
    code = next((candidate.country for candidate in around if candidate.country), "")
    country = containers.country(code)
    return End(country) if country else End(country=code)


def names_kept_back(legs) -> dict[str, str]:
    """Every name, folded, of the places that ``legs`` record and do not tell, with the name as it is written.

    Names that a place which is told bears too are no secret.
    """
    containers = Containers()
    hidden, open_names = {}, set()
    for leg in legs:
        for place, precision in ((leg.from_place, leg.from_precision), (leg.to_place, leg.to_precision)):
            end = told(place, precision, containers)
            if end and end.place:
                open_names.update(fold(name.text) for name in end.place.names.all())
            if precision != Precision.EXACT and (end is None or end.place != place):
                hidden |= {fold(name.text): name.text for name in place.names.all()}
    return {folded: name for folded, name in hidden.items() if folded not in open_names and len(folded) > 2}


def named_in(text: str, names: dict[str, str]) -> str:
    """The first of ``names`` (of ``names_kept_back``) that stands in ``text`` as words of its own, in Arabic also with
    an article or a particle before it; empty where none does."""
    said = f" {fold(text)} "
    forms = {form for word in words(text) if is_arabic(word.folded) for form in index_forms(word.folded)}
    for folded, name in names.items():
        if f" {folded} " in said or (is_arabic(folded) and not forms.isdisjoint(index_forms(folded))):
            return name
    return ""
