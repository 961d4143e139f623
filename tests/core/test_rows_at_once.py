"""Pages and records are made of rows without what only matters to new ones, and new ones with it."""

import pytest
from django.apps import apps
from django.db.models import Model
from modelcluster.models import ClusterableModel
from wagtail.models import Page

from museum.collection.models import Theme, ThemeText
from museum.core.models import RowsAtOnce
from stories.models import StoryPage
from tests import builders

pytestmark = pytest.mark.django_db
MADE_OF_ROWS = [model for model in apps.get_models() if issubclass(model, RowsAtOnce)]


@pytest.mark.parametrize("model", MADE_OF_ROWS, ids=lambda model: model.__name__)
def test_nothing_else_is_passed_over(model):
    passed_over = {owner for owner in model.__mro__ if "__init__" in vars(owner)} - {RowsAtOnce, Model, object}
    assert passed_over <= {ClusterableModel, Page}


def test_what_is_new_gets_its_children_and_its_type():
    theme = Theme(slug="new", texts=[ThemeText(language="fr", label="Neuf")])
    assert [text.label for text in theme.texts.all()] == ["Neuf"]


def test_what_is_read_is_what_was_written():
    story = builders.story(themes=[builders.theme()])
    assert StoryPage(title="new").content_type.model == "storypage"
    read = StoryPage.objects.get(pk=story.pk)
    assert (read.title, read.content_type_id, read._state.adding) == (story.title, story.content_type_id, False)
    assert [theme.pk for theme in read.themes.all()] == [theme.pk for theme in story.themes.all()]
