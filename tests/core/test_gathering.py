"""What is gathered hangs on things as if it had been prefetched."""

import pytest
from django.db import connection
from django.db.models import prefetch_related_objects
from django.test.utils import CaptureQueriesContext

from museum.collection.models import Artefact, AssociatedPlace, ObjectName, Place, Theme
from museum.core.gathering import Part, gather, gathering, prefetched
from museum.core.prepared import run_together
from tests import builders

pytestmark = pytest.mark.django_db
WORDS = Part("texts")
PARTS = (
    WORDS,
    Part("object_name", ObjectName.objects.all, [WORDS]),
    Part("themes", lambda: Theme.objects.filter(live=True), [WORDS]),
    Part("associated_places", AssociatedPlace.objects.all, [Part("place", Place.objects.all, [Part("names")])]),
)


@pytest.fixture
def artefacts():
    """Two artefacts that share a theme; the second has nothing else."""
    shared, withdrawn = builders.theme(), builders.theme(publish=False)
    name = builders.object_name()
    first = builders.artefact(themes=[shared, withdrawn], object_name=name)
    AssociatedPlace.objects.create(artefact=first, place=builders.place(), role="used")
    second = builders.artefact(themes=[shared])
    return [Artefact.objects.get(pk=artefact.pk) for artefact in (first, second)]


def hung(artefact) -> list:
    """Everything that ``PARTS`` hang on an artefact."""
    name = artefact.object_name
    return [
        list(artefact.texts.all()),
        [text.artefact for text in artefact.texts.all()],
        name and (name, list(name.texts.all())),
        [(theme, list(theme.texts.all())) for theme in artefact.themes.all()],
        [(link.artefact, link.place, list(link.place.names.all())) for link in artefact.associated_places.all()],
    ]


def test_it_hangs_as_if_prefetched(artefacts, django_assert_num_queries):
    again = list(Artefact.objects.filter(pk__in=[artefact.pk for artefact in artefacts]).order_by("pk"))
    prefetch_related_objects(again, *(part.prefetch() for part in PARTS))
    gather(artefacts, *PARTS)
    with django_assert_num_queries(0):
        assert [hung(artefact) for artefact in artefacts] == [hung(artefact) for artefact in again]
        assert hung(artefacts[0])[4]
        assert hung(artefacts[0])[2]


def test_what_may_not_be_seen_is_not_there(artefacts):
    first, second = artefacts
    gather(artefacts, *PARTS)
    assert len(first.themes.all()) == 1
    assert second.object_name is None
    assert not second.associated_places.all()
    hidden = Artefact.objects.get(pk=first.pk)
    gather([hidden], Part("object_name", lambda: ObjectName.objects.filter(slug="none")))
    assert hidden.object_name is None


def test_a_level_is_a_turn(artefacts):
    gather([Artefact.objects.get(pk=artefacts[0].pk)], *PARTS)
    with CaptureQueriesContext(connection) as asked:
        gather(artefacts, *PARTS)
    assert len(asked) == (3 if connection.vendor == "postgresql" else 8)


def test_what_was_fetched_is_left_and_its_parts_are_fetched(artefacts, django_assert_num_queries):
    first = artefacts[0]
    gather([first], Part("themes"))
    theme = first.themes.all()[0]
    with django_assert_num_queries(1):
        gather([first], Part("themes", Theme.objects.all, [WORDS]))
    assert len(first.themes.all()) == 2
    assert first.themes.all()[0] is theme
    with django_assert_num_queries(0):
        assert list(theme.texts.all())


def test_nothing_is_asked_for_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        gather([], *PARTS)
        gather([None], *PARTS)
        run_together(gathering(([], PARTS), ([None], PARTS)))


def test_a_queryset_brings_the_same(artefacts):
    found = prefetched(Artefact.objects.order_by("pk"), *PARTS)
    gather(artefacts, *PARTS)
    assert [hung(artefact) for artefact in found] == [hung(artefact) for artefact in artefacts]


def test_a_part_with_parts_says_of_what_rows():
    with pytest.raises(ValueError, match="names its rows"):
        Part("themes", parts=[WORDS])
