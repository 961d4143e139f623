"""Which journeys pass through a place, carry a thing, are told by a story: asked of what may be told, never of what is recorded."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from museum.collection.appearances import known_better, references_to
from museum.collection.models import Artefact, Place
from museum.core.prepared import Errand, Prepared, run_together
from stories.journeys.precision import Containers, Precision, told
from stories.journeys.shown import ShownLeg, journeys_told
from stories.models.journey import Journey, Leg

_AS_RECORDED = Precision.EXACT
_COARSER = (Precision.TOWN, Precision.REGION, Precision.COUNTRY)


def _passing(places) -> QuerySet:
    exactly = Q(from_place__in=places, from_precision=_AS_RECORDED) | Q(to_place__in=places, to_precision=_AS_RECORDED)
    coarsely = Q(from_precision__in=_COARSER) | Q(to_precision__in=_COARSER)
    legs = Leg.objects.filter(exactly | coarsely, journey__live=True)
    return legs.select_related("from_place", "to_place")


_PASSING = Prepared(_passing)


def _ends_told(legs: Iterable[Leg]) -> Iterable[tuple[int, int]]:
    """Pairs (journey, place) of the ends of ``legs`` that may be told."""
    containers = Containers()
    for leg in legs:
        ends = (
            told(leg.from_place, leg.from_precision, containers),
            told(leg.to_place, leg.to_precision, containers),
        )
        if None not in ends:
            yield from ((leg.journey_id, end.place.pk) for end in ends if end.place)


def journeys_through(places: Iterable[Place | int]) -> set[int]:
    """The keys of the published journeys that pass, as far as may be told, through one of ``places``."""
    return run_together(finding_journeys_through(places))[0]


def finding_journeys_through(places: Iterable[Place | int]) -> Errand:
    """``journeys_through`` as an errand, to be run together with others."""
    keys = {getattr(place, "pk", place) for place in places}
    (legs,) = yield [_PASSING(keys)]
    return {journey for journey, place in _ends_told(legs) if place in keys}


def stories_through(places: Iterable[Place | int], all_stories: QuerySet) -> QuerySet:
    """Those of ``all_stories`` whose road passes through one of ``places``: that of their journey, else their own stops."""
    places = list(places)
    return stories_on(places, journeys_through(places), all_stories)


def stories_on(places: list, journeys: Iterable[int], all_stories: QuerySet) -> QuerySet:
    """Those of ``all_stories`` that tell one of ``journeys``, or without a journey stop in one of ``places``."""
    own = all_stories.filter(journey=None, road__place__in=places).values("pk")
    return all_stories.filter(Q(pk__in=own) | Q(journey__in=journeys))


def journeys_carrying(artefact: Artefact) -> list[tuple[Journey, list[ShownLeg]]]:
    """The published journeys on which ``artefact`` travelled, each with the legs that carried it."""
    keys = {int(key) for app, key, path in references_to(artefact) if app == "stories" and path.startswith("legs.")}
    told_of = journeys_told(keys, carried={artefact.pk: artefact}) if keys else []
    carried = [(journey, [leg for leg in legs if leg.carried]) for journey, legs in told_of]
    return [(journey, those) for journey, those in carried if those]


@known_better("road.item.place")
def pages_passing(record) -> set[int]:
    """The stories whose road passes through a place; the stops of a story that tells a journey are not its road."""
    if not isinstance(record, Place):
        return set()
    stories = Journey._meta.get_field("stories").related_model.objects.order_by()
    return set(stories_through([record], stories).values_list("pk", flat=True))
