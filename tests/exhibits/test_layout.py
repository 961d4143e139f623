"""The layout of a walkable room, by property: whatever hangs in an exhibit, one can walk through it."""

import json
import re
from itertools import combinations, pairwise
from math import cos, inf, radians, sin
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from exhibits.layout import (
    CENTRE_LINE,
    DOOR_CLEARANCE,
    DOOR_WIDTH,
    ELBOW_ROOM,
    GAP,
    LABEL_GAP,
    LABEL_WIDTH,
    WORKS_A_HALL,
    Hanging,
    halls_of,
)

BODY = 0.25
lengths = st.one_of(st.none(), st.floats(0.005, 30, allow_nan=False))
hangings = st.builds(
    Hanging,
    key=st.just(""),
    form=st.sampled_from(["picture", "object", "panel", "arch"]),
    width=lengths,
    height=lengths,
    depth=lengths,
    aspect=st.floats(0.05, 20),
)
exhibits = st.lists(hangings, max_size=60).map(
    lambda works: [Hanging(**{**work.__dict__, "key": f"work-{k}"}) for k, work in enumerate(works)]
)
#: The tall one is seen from so far that one would stand on the bench.
ROUND_A_BENCH = [
    Hanging("thin", "object", aspect=0.25),
    Hanging("tall", "picture", width=1.0, height=11.0),
    Hanging("door", "arch"),
    Hanging("thing", "object"),
    Hanging("words", "panel"),
    Hanging("one", "picture"),
    Hanging("two", "picture"),
    Hanging("three", "picture", height=4.0, aspect=0.75),
]
thousands = settings(max_examples=1000, deadline=None)


def footprint(place, *, with_label=True):
    """(west, north, east, south) of what a work takes of the floor plan."""
    out = (round(sin(radians(place.facing))), round(cos(radians(place.facing))))
    along = max(place.outer_width, place.plinth[0] if place.plinth else 0) / 2
    deep = place.plinth[2] / 2 if place.plinth else 0.02
    half_x, half_z = (deep, along) if out[0] else (along, deep)
    box = [place.x - half_x, place.z - half_z, place.x + half_x, place.z + half_z]
    if with_label:
        x, _, z = place.label
        reach = LABEL_WIDTH / 2
        label_x, label_z = (0.012, reach) if out[0] else (reach, 0.012)
        box = [
            min(box[0], x - label_x),
            min(box[1], z - label_z),
            max(box[2], x + label_x),
            max(box[3], z + label_z),
        ]
    return box


def overlap(a, b, slack=0.004):
    return a[0] < b[2] - slack and b[0] < a[2] - slack and a[1] < b[3] - slack and b[1] < a[3] - slack


def everything_in(hall):
    return [hall.wall_text, *hall.works]


@thousands
@given(exhibits, st.booleans(), st.booleans())
def test_every_work_hangs_once_in_order_and_at_most_24_in_a_hall(works, more, mirrored):
    halls = halls_of(works, more=more, right_to_left=mirrored)
    assert [place.key for hall in halls for place in hall.works] == [work.key for work in works]
    assert all(len(hall.works) <= WORKS_A_HALL for hall in halls)
    assert [hall.exit is not None for hall in halls] == [True] * (len(halls) - 1) + [more]


@thousands
@given(exhibits, st.booleans(), st.booleans())
def test_nothing_overlaps_and_all_stands_within_the_walls(works, more, mirrored):
    for hall in halls_of(works, more=more, right_to_left=mirrored):
        boxes = [footprint(place) for place in everything_in(hall)]
        for a, b in combinations(boxes, 2):
            assert not overlap(a, b)
        for west, north, east, south in boxes:
            assert -hall.width / 2 - 0.001 <= west
            assert east <= hall.width / 2 + 0.001
            assert -hall.depth / 2 - 0.001 <= north
            assert south <= hall.depth / 2 + 0.001
        for place in everything_in(hall):
            assert -0.001 <= place.y - place.outer_height / 2
            assert place.y + place.outer_height / 2 < hall.height


@thousands
@given(exhibits, st.booleans(), st.booleans())
def test_air_between_works_and_no_work_behind_a_door(works, more, mirrored):
    for hall in halls_of(works, more=more, right_to_left=mirrored):
        for wall in (0, 90, 180, 270):
            axis = 0 if wall in (0, 180) else 1
            spans = sorted(
                (box[axis], box[axis + 2])
                for place in everything_in(hall)
                if place.facing == wall
                for box in [footprint(place)]
            )
            for before, after in pairwise(spans):
                assert after[0] - before[1] >= GAP - 0.005
            if wall == 180 or (wall == 0 and hall.exit is not None):
                for start, end in spans:
                    assert end <= -DOOR_WIDTH / 2 - DOOR_CLEARANCE + 0.005 or start >= DOOR_WIDTH / 2


@thousands
@given(exhibits)
def test_pictures_hang_on_the_centre_line_and_at_their_true_size(works):
    for hall in halls_of(works):
        for place in hall.works:
            if place.form == "picture" and place.outer_height <= 2 * (CENTRE_LINE - 0.2):
                assert place.y == CENTRE_LINE
    by_key = {work.key: work for work in works}
    for hall in halls_of(works):
        for place in hall.works:
            work = by_key[place.key]
            if place.true_scale and work.width:
                assert place.width == pytest.approx(max(work.width, 0.01), abs=0.001)
            if place.true_scale and work.height:
                assert place.height == pytest.approx(max(work.height, 0.01), abs=0.001)


def walked(hall):
    """Cells of 0.25 m that a body can reach from the entrance."""
    step, obstacles = 0.25, [footprint(place, with_label=False) for place in hall.works if place.plinth]
    if hall.bench:
        x, z, width, depth = hall.bench
        obstacles.append((x - width / 2, z - depth / 2, x + width / 2, z + depth / 2))

    def free(x, z):
        inside = abs(x) <= hall.width / 2 - BODY and abs(z) <= hall.depth / 2 - BODY
        return inside and not any(
            west - BODY < x < east + BODY and north - BODY < z < south + BODY for west, north, east, south in obstacles
        )

    start = (0, round((hall.depth / 2 - 0.5) / step))
    seen, waiting = {start}, [start]
    while waiting:
        i, k = waiting.pop()
        for cell in ((i + 1, k), (i - 1, k), (i, k + 1), (i, k - 1)):
            if cell not in seen and free(cell[0] * step, cell[1] * step):
                seen.add(cell)
                waiting.append(cell)
    return {(i * step, k * step) for i, k in seen}


@settings(max_examples=250, deadline=None)
@example(ROUND_A_BENCH, False)
@given(exhibits, st.booleans())
def test_every_work_is_reached_on_foot(works, mirrored):
    for hall in halls_of(works, more=True, right_to_left=mirrored):
        cells = walked(hall)
        for place in everything_in(hall):
            x, z = place.stop
            assert min((abs(x - a) + abs(z - b) for a, b in cells), default=inf) <= 0.6, place
        assert any(z <= -hall.depth / 2 + 0.6 and abs(x) < DOOR_WIDTH / 2 for x, z in cells), "the door out"


def test_the_walk_lets_one_stand_before_the_bench():
    reach = (Path(__file__).parents[2] / "static/js/room/reach.js").read_text(encoding="utf-8")
    assert float(re.search(r"BODY = ([\d.]+)", reach)[1]) < ELBOW_ROOM


@pytest.mark.parametrize("mirrored", [False, True])
def test_nobody_stands_on_the_bench(mirrored):
    (hall,) = halls_of(ROUND_A_BENCH, more=True, right_to_left=mirrored)
    _x, _z, width, depth = hall.bench
    for place in everything_in(hall):
        x, z = place.stop
        assert abs(x) >= width / 2 + ELBOW_ROOM - 0.001 or abs(z) >= depth / 2 + ELBOW_ROOM - 0.001, place
        if place.key == "tall":
            assert x < 0 if place.facing == 90 else x > 0, "one would look at it from behind the bench"


@thousands
@given(exhibits, st.booleans())
def test_the_same_works_give_the_same_bytes(works, mirrored):
    first, second = (
        json.dumps([hall.as_json() for hall in halls_of(list(works), right_to_left=mirrored)]) for _ in range(2)
    )
    assert first == second


@thousands
@given(exhibits)
def test_read_from_right_to_left_the_hall_is_its_own_mirror(works):
    for hall, mirror in zip(halls_of(works), halls_of(works, right_to_left=True), strict=True):
        assert [(-place.x + 0.0, place.y, place.z) for place in hall.works] == [
            (place.x, place.y, place.z) for place in mirror.works
        ]


def test_a_full_hall_is_small_enough_to_send():
    works = [Hanging(f"work-{k:08x}", ("picture", "object", "panel", "arch")[k % 4], width=0.613) for k in range(24)]
    [hall] = halls_of(works)
    assert len(json.dumps(hall.as_json()).encode()) <= 20_000


def test_the_label_is_beside_its_work_not_upon_it():
    [hall] = halls_of([Hanging("a", width=1.0, height=0.7)])
    [work] = hall.works
    x, _, z = work.label
    assert abs(x - work.x) + abs(z - work.z) >= work.outer_width / 2 + LABEL_GAP
