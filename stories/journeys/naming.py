"""What a journey is called for readers: by its road, as far as it may be told. Its title is the curators' own."""

from collections.abc import Sequence

from django.utils.translation import gettext, ngettext, pgettext

from stories.journeys.shape import Road, Stop, roads
from stories.journeys.shown import ShownLeg

#: Roads named before the rest are counted.
_NAMED = 2


def name_of(legs: Sequence[ShownLeg]) -> str:
    """ "Tinghir, Souss – Casablanca – Lens", in the reader's language; further roads are counted."""
    found = roads(list(legs))
    named = pgettext("between two roads", "; ").join(_road(road) for road in found[:_NAMED])
    more = len(found) - _NAMED
    if more < 1:
        return named or gettext("Journey")
    rest = ngettext("and %(count)s other road", "and %(count)s other roads", more) % {"count": more}
    return f"{named} {rest}"


def _road(road: Road) -> str:
    return " – ".join(_stop(stop) for stop in road.stops)


def _stop(stop: Stop) -> str:
    return pgettext("between two facts", ", ").join(end.heading()[0] for end in stop.ends)
