"""What a story leads to: stories alike, nearest in time, each in the reader's language or the nearest, once."""

import pytest
from wagtail.models import PageViewRestriction

from museum.core.prepared import run_together
from stories.listing import finding_read_next
from tests import builders

pytestmark = pytest.mark.django_db


def titles(story) -> list[str]:
    return [card.title for card in run_together(finding_read_next(story))[0]]


def test_stories_of_a_theme_or_on_the_road_nearest_in_time_first():
    theme, place = builders.theme(), builders.place()
    asked = builders.story(themes=[theme], road=[place], period="1963")
    builders.story(title="Loin", themes=[theme], period="1999")
    builders.story(title="Près", road=[place], period="1965")
    builders.story(title="Plus près", themes=[theme], places=[place], road=[place], period="1962")
    builders.story(title="Trop loin", themes=[theme], period="1912")
    builders.story(title="Autre chose", period="1963")
    assert titles(asked) == ["Plus près", "Près", "Loin"]


def test_each_stands_once_in_the_language_that_serves_the_reader():
    theme = builders.theme()
    asked = builders.story("ar", themes=[theme])
    french = builders.story(title="En français", themes=[theme])
    builders.story("ar", title="بالعربية", themes=[theme], translation_of=french)
    builders.story(title="Seulement en français", themes=[theme])
    assert sorted(titles(asked)) == sorted(["بالعربية", "Seulement en français"])


def test_what_is_private_or_a_draft_is_not_led_to():
    theme = builders.theme()
    asked = builders.story(themes=[theme])
    builders.story(title="Brouillon", themes=[theme], publish=False)
    private = builders.story(title="Privé", themes=[theme])
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    assert titles(asked) == []
