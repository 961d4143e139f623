"""The short way to an address gives what Django's own way gives."""

import pytest
from django.urls import NoReverseMatch, reverse, set_script_prefix
from django.utils.translation import override

from museum.core.addresses import address
from museum.core.languages import INTERFACE_LANGUAGES

NAMES = ("collection:artefact", "collection:place", "collection:theme", "recordings:recording", "journeys:journey")


@pytest.mark.parametrize("name", NAMES)
def test_it_is_the_address_in_each_language(name):
    for language in (*INTERFACE_LANGUAGES, "fr"):
        with override(language):
            for slug in ("valise", "a-slug", "a-slug-a-slug", "2", "_x-9"):
                assert address(name, slug) == reverse(name, args=[slug])
                assert address(name, slug).startswith(f"/{language}/")


def test_a_museum_below_another_address_keeps_its_place():
    set_script_prefix("/museum/")
    try:
        assert address(NAMES[0], "valise") == reverse(NAMES[0], args=["valise"])
        assert address(NAMES[0], "valise").startswith("/museum/")
    finally:
        set_script_prefix("/")
    assert address(NAMES[0], "valise") == reverse(NAMES[0], args=["valise"])


@pytest.mark.parametrize("slug", ["", "a/b", "été", "a b", "a\n"])
def test_what_is_no_slug_is_refused_or_quoted_as_ever(slug):
    try:
        expected = reverse(NAMES[0], args=[slug])
    except NoReverseMatch:
        with pytest.raises(NoReverseMatch):
            address(NAMES[0], slug)
    else:
        assert address(NAMES[0], slug) == expected
