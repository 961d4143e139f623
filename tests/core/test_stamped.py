"""What pages have in common is made once a stamp, and never shown past it."""

import pytest
from django.template import Context, Template, TemplateSyntaxError
from django.test import RequestFactory
from django.utils.translation import override

from museum.core.stamped import KEPT, STAMP, forget, once_a_stamp

PART = Template(
    "{% load museum language %}{% once 'part' %}{% translate 'Sources' %} {{ number }}{% endonce %} {{ number }}"
)


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


def rendered(number: int, stamp: str | None = "1-1") -> str:
    return PART.render(Context({"request": asked(stamp), "number": number}))


def test_a_part_of_a_page_is_made_once_a_stamp_for_each_language():
    forget()
    assert [rendered(1), rendered(2), rendered(3, "2-2")] == ["Sources 1 1", "Sources 1 2", "Sources 3 3"]
    with override("ar"):
        assert rendered(4, "2-2") == "المصادر 4 4"
    assert rendered(5, "2-2") == "Sources 3 5"


def test_a_part_is_made_each_time_where_nothing_tells_the_stamp():
    assert [rendered(1, None), rendered(2, None)] == ["Sources 1 1", "Sources 2 2"]
    assert PART.render(Context({"number": 6})) == "Sources 6 6"


def test_a_part_that_a_page_has_more_than_once_is_made_once_for_the_page():
    part = Template("{% load museum %}{% once 'list' for page %}{{ number }}{% endonce %}")
    request = asked("1-1")
    assert [part.render(Context({"request": request, "number": number})) for number in (1, 2)] == ["1", "1"]
    with override("ar"):
        assert part.render(Context({"request": request, "number": 3})) == "3"
    assert part.render(Context({"request": asked("1-1"), "number": 4})) == "4"
    assert part.render(Context({"number": 5})) == "5"


def test_a_part_without_an_end_is_told():
    with pytest.raises(TemplateSyntaxError):
        Template("{% load museum %}{% once 'part' %}")


def test_a_part_for_something_else_is_told():
    with pytest.raises(TemplateSyntaxError, match="for page"):
        Template("{% load museum %}{% once 'part' for record %}{% endonce %}")
