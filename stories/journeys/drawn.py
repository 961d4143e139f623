"""A journey for the map: one road a leg, in the order of the list (stories.routes draws them)."""

from collections.abc import Sequence

from stories.journeys.precision import End
from stories.journeys.shown import ShownLeg
from stories.routes.drawing import Point, Road
from stories.routes.periods import UNDATED, period_of


def point(end: End, number: int) -> Point:
    """An end as the map knows it; what is withheld is nowhere, and the same as nothing else."""
    name, language = end.heading()
    longitude, latitude = end.point or (None, None)
    key = f"withheld-{number}" if end.is_withheld else str(end.key)
    return Point(key, name, language, latitude, longitude, end.url)


def as_roads(legs: Sequence[ShownLeg], address: str = "") -> list[Road]:
    """The roads of ``legs``, in their order; each opens its leg in the list on the page at ``address``."""
    return [
        Road(
            origin=point(leg.origin, leg.number),
            destination=point(leg.destination, -leg.number),
            count=1,
            period=period_of(leg.bounds.earliest.year) if leg.bounds.earliest else UNDATED,
            motive=leg.motive,
            certainty=leg.certainty,
            label=f"{leg.origin.heading()[0]} – {leg.destination.heading()[0]}",
            url=f"{address}#leg-{leg.number}",
        )
        for leg in legs
    ]


def is_drawn(leg: ShownLeg) -> bool:
    """Whether a leg has a line on the map and a geometry in the data: both its ends are told and located."""
    return leg.origin.point is not None and leg.destination.point is not None
