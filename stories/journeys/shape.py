"""The shape of a journey: which legs follow one another, which lead back, and the road in a few words.

Two legs follow one another where readers know that one ends where the next begins; of a place that is withheld, nobody
knows that.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from django.utils.translation import pgettext_lazy

from stories.journeys.precision import End
from stories.journeys.shown import ShownLeg


class Course(StrEnum):
    """Where a run of legs leads."""

    ONWARD = "onward"
    RETURN = "return"
    CIRCULAR = "circular"

    @property
    def label(self):
        return _COURSES[self]


_COURSES = {
    Course.ONWARD: pgettext_lazy("course of a road", "one way"),
    Course.RETURN: pgettext_lazy("course of a road", "there and back"),
    Course.CIRCULAR: pgettext_lazy("course of a road", "a circle"),
}


@dataclass(frozen=True)
class Run:
    """Legs that follow one another."""

    legs: tuple[ShownLeg, ...]

    @property
    def ends(self) -> list[End]:
        """The places passed, in order."""
        return [self.legs[0].origin, *(leg.destination for leg in self.legs)]

    @property
    def course(self) -> Course:
        """One way, there and back by the same places, or a circle by others."""
        keys = [end.key for end in self.ends]
        if len(keys) < 3 or keys[0] is None or keys[0] != keys[-1]:
            return Course.ONWARD
        return Course.RETURN if keys == keys[::-1] else Course.CIRCULAR

    @property
    def returning(self) -> set[int]:
        """The numbers of the legs that lead back to a place this run has left before."""
        left, back = set(), set()
        for leg in self.legs:
            left.add(leg.origin.key)
            if leg.destination.key is not None and leg.destination.key in left and not leg.is_within_one_place:
                back.add(leg.number)
        return back


def runs(legs: list[ShownLeg]) -> list[Run]:
    """``legs`` in the runs they form, in order; every leg is in one run."""
    found: list[list[ShownLeg]] = []
    for leg in legs:
        last = found[-1][-1].destination.key if found else None
        if last is not None and last == leg.origin.key:
            found[-1].append(leg)
        else:
            found.append([leg])
    return [Run(tuple(run)) for run in found]


@dataclass(frozen=True)
class Stop:
    """A stop on the road in a few words: one place, or several from which or to which one road leads; ``date`` is EDTF."""

    ends: tuple[End, ...]
    date: str = ""


@dataclass(frozen=True)
class Road:
    """The stops of one road and where it leads."""

    stops: tuple[Stop, ...]
    course: Course = Course.ONWARD


def roads(legs: list[ShownLeg]) -> list[Road]:
    """A journey in a few words: its runs as lines of stops, runs from several places to one (or from one to several)
    drawn together."""
    found: list[Road] = []
    for run in runs(legs):
        stops = (Stop((run.legs[0].origin,)), *(Stop((leg.destination,), leg.date) for leg in run.legs))
        road = Road(stops, run.course)
        joined = _joined(found[-1], road) if found else None
        if joined:
            found[-1] = joined
        else:
            found.append(road)
    return found


def _joined(first: Road, second: Road) -> Road | None:
    """Two roads as one, where they differ in their first stop only, or in their last."""
    if Course.ONWARD != first.course or Course.ONWARD != second.course:
        return None
    one, two = first.stops, second.stops
    if _same(one[1:], two[1 : len(one)]):
        return Road(
            (
                _together(one[0], two[0]),
                *(_dated(a, b) for a, b in zip(one[1:], two[1:], strict=False)),
                *two[len(one) :],
            )
        )
    if len(one) == len(two) and _same(one[:-1], two[:-1]):
        return Road((*one[:-1], _together(one[-1], two[-1])))
    return None


def _same(one: tuple[Stop, ...], two: tuple[Stop, ...]) -> bool:
    keys = [[end.key for end in stop.ends] for stop in one]
    return keys == [[end.key for end in stop.ends] for stop in two] and None not in sum(keys, [])


def _together(one: Stop, two: Stop) -> Stop:
    known = [end.key for end in one.ends]
    return replace(
        _dated(one, two), ends=(*one.ends, *(end for end in two.ends if end.key is None or end.key not in known))
    )


def _dated(one: Stop, two: Stop) -> Stop:
    """``one`` with its date, where both have the same."""
    return one if one.date == two.date else replace(one, date="")
