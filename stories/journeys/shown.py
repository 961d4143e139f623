"""The legs of a journey as they may be told: what every list, map, timeline, document and feed of it is made from.

A ``ShownLeg`` holds no leg and no place but those that may be told, so that nothing made from it can say more.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.functional import cached_property

from museum.collection.models import Artefact, Place
from museum.collection.prefetch import fetch_names
from museum.core.dates import Bounds, bounds, phrase
from museum.core.languages import INTERFACE_LANGUAGES, best_text
from museum.core.prepared import Prepared
from stories.journeys.precision import Containers, End, told
from stories.models.journey import Journey, Leg


@dataclass(frozen=True)
class ShownLeg:
    """One leg. ``number`` counts the legs shown, from 1; ``words`` are texts by kind and language; ``date`` is EDTF."""

    number: int
    origin: End
    destination: End
    date: str
    mode: str
    motive: str
    certainty: str
    source: str
    words: dict[str, dict[str, str]] = field(hash=False)
    carried: tuple[Artefact, ...] = ()

    @property
    def date_phrase(self) -> str:
        """The date in the reader's language."""
        return phrase(self.date)

    @cached_property
    def bounds(self) -> Bounds:
        """The earliest and latest day that the date may mean."""
        return bounds(self.date)

    @property
    def get_mode_display(self) -> str:
        return Leg.Mode(self.mode).label

    @property
    def get_motive_display(self) -> str:
        return Leg.Motive(self.motive).label

    @property
    def get_certainty_display(self) -> str:
        return Leg.Certainty(self.certainty).label

    @property
    def note(self) -> tuple[str, str]:
        """(note, language tag) that serves the reader best; maybe empty."""
        return best_text(lambda code: self.words["note"].get(code, ""))

    @property
    def companions(self) -> tuple[str, str]:
        """(who travelled along, language tag) that serves the reader best; maybe empty."""
        return best_text(lambda code: self.words["companions"].get(code, ""))

    @property
    def is_within_one_place(self) -> bool:
        """Whether both its ends are told as one place: a road inside a region."""
        return self.origin.key is not None and self.origin.key == self.destination.key


def chosen_by(legs: Iterable[Leg]) -> list[tuple[type, int]]:
    """Pairs (model, primary key) of the places and artefacts that legs name, to be fetched together."""
    ends = [(Place, pk) for leg in legs for pk in (leg.from_place_id, leg.to_place_id)]
    return ends + [(Artefact, pk) for leg in legs for pk in leg.carried_ids]


def as_told(legs: Iterable[Leg], found: dict[type, dict], containers: Containers | None = None) -> list[ShownLeg]:
    """``legs`` as they may be told. ``found`` are their places (with names) and artefacts by model and key.

    A leg to or from a place that may be told but is not published is passed over, as are artefacts that are not.
    """
    containers = containers or Containers()
    places, artefacts = found.get(Place, {}), found.get(Artefact, {})
    shown = []
    for leg in legs:
        if leg.from_place_id not in places or leg.to_place_id not in places:
            continue
        origin = told(places[leg.from_place_id], leg.from_precision, containers)
        destination = told(places[leg.to_place_id], leg.to_precision, containers)
        if origin is None or destination is None:
            continue
        shown.append(
            ShownLeg(
                number=len(shown) + 1,
                origin=origin,
                destination=destination,
                date=leg.date,
                mode=leg.mode,
                motive=leg.motive,
                certainty=leg.certainty,
                source=leg.source,
                words={kind: _by_language(leg, kind) for kind in ("note", "companions")},
                carried=tuple(artefacts[pk] for pk in leg.carried_ids if pk in artefacts and artefacts[pk].live),
            )
        )
    return shown


def _by_language(leg: Leg, kind: str) -> dict[str, str]:
    texts = {code: getattr(leg, f"{kind}_{code}") for code in INTERFACE_LANGUAGES}
    return {code: text for code, text in texts.items() if text}


def public_legs(journey_id: int | None) -> list[Leg]:
    """The legs of a published journey in order, with their journey; none where there is no such journey."""
    return _LEGS(journey_id).rows() if journey_id else []


_LEGS = Prepared(lambda journey: Leg.objects.filter(journey=journey, journey__live=True).select_related("journey"))


def journeys_told(keys: Iterable[int], carried: dict | None = None) -> list[tuple[Journey, list[ShownLeg]]]:
    """The published journeys among ``keys`` that have legs, by title, with what may be told of these, in a fixed number of queries.

    ``carried`` are the artefacts by key that legs may have carried, where a page needs no others; by default all are fetched.
    """
    by_journey = defaultdict(list)
    legs = Leg.objects.filter(journey__in=list(keys), journey__live=True)
    for leg in legs.select_related("journey", "from_place", "to_place"):
        by_journey[leg.journey].append(leg)
    found = fetched([leg for legs in by_journey.values() for leg in legs], carried)
    containers = Containers()
    journeys = sorted(by_journey, key=lambda journey: journey.title)
    return [(journey, as_told(by_journey[journey], found, containers)) for journey in journeys]


def shown_legs(journeys: Iterable[Journey], carried: dict | None = None) -> dict[int, list[ShownLeg]]:
    """The told legs of published ``journeys`` by the journey's key, in a fixed number of queries; those of a draft are none."""
    keys = [journey.pk for journey in journeys]
    return dict.fromkeys(keys, []) | {journey.pk: legs for journey, legs in journeys_told(keys, carried)}


def fetched(legs: Iterable[Leg], carried: dict | None = None) -> dict[type, dict]:
    """The places and artefacts of ``legs`` with their names and words, by model and key; of ``carried`` nothing is fetched."""
    legs = list(legs)
    keys = defaultdict(set)
    for model, pk in chosen_by(legs):
        keys[model].add(pk)
    known = {place.pk: place for leg in legs for place in _places_with(leg)}
    places = known | Place.objects.in_bulk(keys[Place] - known.keys())
    fetch_names(places.values())
    if carried is None:
        carried = Artefact.objects.prefetch_related("texts").in_bulk(keys[Artefact])
    return {Place: places, Artefact: carried}


def _places_with(leg: Leg) -> list[Place]:
    """The places of a leg that were fetched with it."""
    return [getattr(leg, name) for name in ("from_place", "to_place") if Leg._meta.get_field(name).is_cached(leg)]


def drafted_legs(journey: Journey) -> list[ShownLeg]:
    """The legs of a journey as it is being edited, told as readers would see them, for previews."""
    legs = list(journey.legs.all())
    return as_told(legs, fetched(legs))
