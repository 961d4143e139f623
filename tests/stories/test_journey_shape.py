"""Which legs follow one another, which lead back, and the road in a few words."""

import pytest
from hypothesis import given, settings

from stories.journeys.shape import Course, roads, runs
from stories.models import Leg
from tests.stories import journey_worlds as worlds


def legs(*ends):
    """Legs told between places that are called by their numbers; 0 is withheld."""
    numbers = {n for pair in ends for n in pair if n}
    places = {n: worlds.place(n, "town") for n in {*numbers, 99}}
    recorded = [
        Leg(
            from_place_id=a or 99,
            to_place_id=b or 99,
            from_precision="exact" if a else "withheld",
            to_precision="exact" if b else "withheld",
            mode="train",
            motive="labour",
            certainty="documented",
        )
        for a, b in ends
    ]
    return worlds.told(places, recorded)


def keys(road):
    return [tuple(end.key for end in stop.ends) for stop in road.stops]


@pytest.mark.parametrize(
    ("ends", "courses"),
    [
        ([(1, 2), (2, 3)], [Course.ONWARD]),
        ([(1, 2), (2, 1)], [Course.RETURN]),
        ([(1, 2), (2, 3), (3, 2), (2, 1)], [Course.RETURN]),
        ([(1, 2), (2, 3), (3, 1)], [Course.CIRCULAR]),
        ([(1, 2), (3, 1)], [Course.ONWARD, Course.ONWARD]),
        ([(1, 0), (0, 1)], [Course.ONWARD, Course.ONWARD]),
        ([(0, 2), (2, 0)], [Course.ONWARD]),
    ],
)
def test_the_course_of_a_run_is_recognised(ends, courses):
    assert [run.course for run in runs(legs(*ends))] == courses


def test_legs_that_lead_back_are_known():
    [run] = runs(legs((1, 2), (2, 3), (3, 2), (2, 4)))
    assert run.returning == {3}


@pytest.mark.parametrize(
    ("ends", "said"),
    [
        ([(1, 2), (2, 3)], [[(1,), (2,), (3,)]]),
        ([(1, 9), (2, 9), (3, 9)], [[(1, 2, 3), (9,)]]),
        ([(1, 9), (2, 9), (9, 4)], [[(1, 2), (9,), (4,)]]),
        ([(1, 2), (1, 3)], [[(1,), (2, 3)]]),
        ([(1, 2), (3, 4)], [[(1,), (2,)], [(3,), (4,)]]),
        ([(1, 2), (2, 1), (3, 1)], [[(1,), (2,), (1,)], [(3,), (1,)]]),
        ([(1, 0), (2, 0)], [[(1,), (None,)], [(2,), (None,)]]),
    ],
)
def test_the_road_in_a_few_words(ends, said):
    assert [keys(road) for road in roads(legs(*ends))] == said


@settings(max_examples=150, deadline=None)
@given(worlds.journeys())
def test_every_leg_is_in_one_run_and_every_end_on_a_road(world):
    shown = worlds.told(*world)
    assert [leg for run in runs(shown) for leg in run.legs] == shown
    on_roads = {end.key for road in roads(shown) for stop in road.stops for end in stop.ends}
    assert on_roads == {end.key for leg in shown for end in (leg.origin, leg.destination)}
