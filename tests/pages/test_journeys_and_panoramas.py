"""Journeys leg by leg on their stories, and panoramas with what is to be found in them."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile

from museum.core.readiness import NotReady
from tests import builders


def test_a_story_shows_the_legs_of_its_journey_with_source_and_certainty(museum, client):
    page = client.get(museum.story.url).content.decode()
    assert page.count('class="journey__leg ') == 2
    for words in ("Un livre, p. 3", "en train", "attesté", "1963"):
        assert words in page


def test_a_leg_to_a_place_that_is_not_published_is_passed_over(museum, client):
    museum.other.unpublish()
    page = client.get(museum.story.url).content.decode()
    assert "journey__leg " not in page


def test_an_unpublished_journey_is_not_shown(museum, client):
    museum.journey.unpublish()
    assert "journey__leg " not in client.get(museum.story.url).content.decode()


def test_a_journey_without_source_is_not_published(museum):
    draft = builders.journey((museum.place, museum.other), publish=False)
    for leg in draft.legs.all():
        leg.source = ""
        leg.save()
    draft = type(draft).objects.get(pk=draft.pk)
    with pytest.raises(NotReady):
        draft.save_revision().publish()


def test_a_panorama_lists_its_finds_in_order_and_what_they_open(museum, client):
    page = client.get(museum.panorama.url).content.decode()
    assert page.index("La valise") < page.index("Le son")
    assert museum.artefact.get_absolute_url() in page
    assert "<audio" in page
    assert 'tabindex="0"' in page


def test_a_find_whose_artefact_is_unpublished_stays_and_opens_nothing(museum, client):
    museum.artefact.unpublish()
    page = client.get(museum.panorama.url).content.decode()
    assert "La valise" in page
    assert museum.artefact.get_absolute_url() not in page


def test_a_panorama_hangs_in_a_room_and_stands_on_the_index(museum, client):
    assert museum.panorama.url in client.get(museum.exhibit.url).content.decode()
    assert museum.panorama.url in client.get(museum.exhibit.get_parent().url).content.decode()


def test_a_panorama_is_twice_as_wide_as_high(db):
    page = builders.panorama(publish=False)
    page.panorama = builders.image(file=ContentFile(builders.picture_bytes(300, 200), name="no.png"))
    with pytest.raises(ValidationError) as caught:
        page.full_clean()
    assert "panorama" in caught.value.message_dict


def test_an_artefact_offers_its_model_with_size_and_triangles(museum, client):
    page = client.get(museum.artefact.get_absolute_url()).content.decode()
    assert ".glb" in page
    assert "12 triangles" in page
