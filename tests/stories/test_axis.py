"""Where a date lies on an axis of years."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from museum.core.dates import qualities
from stories.timeline.axis import LEAST, LENGTH, Axis

SIXTIES = Axis(1960, 1969)
days = st.dates(datetime.date(1880, 1, 1), datetime.date(2030, 12, 31))


# A machine at work may take its time over a date; what is held here is where it lies.
@settings(deadline=None)
@given(first=days, second=days)
def test_a_mark_lies_on_its_axis_and_can_be_seen(first, second):
    start, end = sorted((first, second))
    mark = SIXTIES.mark(f"{start.isoformat()}/{end.isoformat()}")
    touches = start.year <= 1969 and end.year >= 1960
    assert (mark is not None) == touches
    if mark:
        assert mark.start >= 0
        assert mark.end <= LENGTH
        assert mark.length >= LEAST
        assert (mark.before, mark.after) == (start.year < 1960, end.year > 1969)


@settings(deadline=None)
@given(first=days, second=days)
def test_what_comes_later_lies_further_on(first, second):
    axis = Axis(1880, 2030)
    earlier, later = (axis.mark(day.isoformat()) for day in sorted((first, second)))
    assert earlier.start <= later.start


@pytest.mark.parametrize(
    ("edtf", "style", "before", "after"),
    [
        ("1963", "exact", False, False),
        ("1963-05-21", "exact", False, False),
        ("1963~", "approximate", False, False),
        ("1963?", "uncertain", False, False),
        ("1963%", "uncertain", False, False),
        ("196X", "exact", False, False),
        ("1956/1977", "exact", True, True),
        ("1964/..", "exact", False, True),
        ("../1964", "exact", True, False),
        ("1956~/1963", "approximate", True, False),
    ],
)
def test_a_date_is_drawn_as_what_is_known_of_it(edtf, style, before, after):
    mark = SIXTIES.mark(edtf)
    assert (mark.style, mark.before, mark.after) == (style, before, after)


def test_a_year_takes_a_tenth_of_a_decade_and_begins_where_it_begins():
    mark = SIXTIES.mark("1965")
    assert mark.start == pytest.approx(500, abs=2)
    assert mark.length == pytest.approx(100, abs=2)


@pytest.mark.parametrize("edtf", ["", "someday", "1959", "1970"])
def test_no_mark_for_what_is_unknown_or_elsewhere(edtf):
    assert SIXTIES.mark(edtf) is None


@pytest.mark.parametrize("edtf", ["", "someday", "?~"])
def test_an_unreadable_date_has_no_qualities(edtf):
    assert qualities(edtf) == qualities("1963")
