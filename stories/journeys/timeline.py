"""A journey in time: its dated legs along one axis of years, as far as their dates are known."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from stories.journeys.shown import ShownLeg

#: Units of the axis; the template draws in them and the style sheet stretches them.
WIDTH = 1000
#: What the bar of a single day is still wide.
_NARROWEST = 8


@dataclass(frozen=True)
class Span:
    """A leg on the axis: where its bar begins and how wide it is; ``vague`` where the date is about, uncertain or only
    known to lie between two others, ``open`` where nobody knows since or until when."""

    leg: ShownLeg
    start: int
    width: int
    vague: bool
    open: bool


@dataclass(frozen=True)
class Timeline:
    """``spans`` in order of time, ``undated`` legs in order of travel, and the years at both ends of the axis."""

    spans: tuple[Span, ...]
    undated: tuple[ShownLeg, ...]
    first: int
    last: int


def timeline(legs: Sequence[ShownLeg]) -> Timeline | None:
    """The legs in time; ``None`` where no leg has a date."""
    dated = [leg for leg in legs if leg.bounds.earliest or leg.bounds.latest]
    if not dated:
        return None
    known = [day for leg in dated for day in (leg.bounds.earliest, leg.bounds.latest) if day]
    first, last = min(known).year, max(known).year
    begin, end = datetime.date(first, 1, 1).toordinal(), datetime.date(last, 12, 31).toordinal() + 1

    def at(day: datetime.date, after: int = 0) -> int:
        return round((day.toordinal() + after - begin) / (end - begin) * WIDTH)

    spans = []
    for leg in sorted(
        dated, key=lambda leg: (leg.bounds.earliest or datetime.date.min, leg.bounds.latest or datetime.date.max)
    ):
        start = at(leg.bounds.earliest) if leg.bounds.earliest else 0
        width = (at(leg.bounds.latest, 1) if leg.bounds.latest else WIDTH) - start
        width = max(width, _NARROWEST)
        spans.append(
            Span(
                leg=leg,
                start=min(start, WIDTH - width),
                width=width,
                vague=any(mark in leg.date for mark in "~?%X/"),
                open=leg.bounds.earliest is None or leg.bounds.latest is None,
            )
        )
    undated = tuple(leg for leg in legs if leg not in dated)
    return Timeline(tuple(spans), undated, first, last)
