"""What pages have in common is made once a stamp, and never shown past it."""

from django.test import RequestFactory
from django.utils.translation import override

from museum.core.stamped import KEPT, STAMP, once_a_stamp


class Made:
    """Counts how often it was asked to make something."""

    def __init__(self):
        self.times = 0

    def __call__(self):
        self.times += 1
        return self.times


def asked(stamp: str | None, host: str = "museum.example"):
    """A request with or without a stamp."""
    more = {} if stamp is None else {STAMP: stamp}
    return RequestFactory().get("/fr/", HTTP_HOST=host, **more)


def test_it_is_made_once_a_stamp():
    make = Made()
    assert [once_a_stamp(asked(stamp), "menu", make) for stamp in ("1-1", "1-1", "2-2", "2-2", "3-3")] == [
        1,
        1,
        2,
        2,
        3,
    ]


def test_each_language_name_and_host_has_its_own():
    make = Made()
    found = [once_a_stamp(asked("1-1"), "menu", make), once_a_stamp(asked("1-1"), "foot", make)]
    found.append(once_a_stamp(asked("1-1", "other.example"), "menu", make))
    with override("ar"):
        found.append(once_a_stamp(asked("1-1"), "menu", make))
    assert found == [1, 2, 3, 4]
    assert once_a_stamp(asked("1-1"), "menu", make) == 1


def test_without_a_stamp_it_is_made_for_each_request():
    make = Made()
    one, other = asked(None), asked(None)
    assert [once_a_stamp(request, "menu", make) for request in (one, one, other)] == [1, 1, 2]


def test_no_more_is_kept_than_is_needed():
    make = Made()
    for number in range(KEPT + 1):
        once_a_stamp(asked("1-1", f"{number}.example"), "menu", make)
    assert once_a_stamp(asked("1-1", f"{KEPT}.example"), "menu", make) == KEPT + 1
    assert once_a_stamp(asked("1-1", "0.example"), "menu", make) == KEPT + 2, "the oldest was let go"
