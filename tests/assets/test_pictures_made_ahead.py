"""Sizes of pictures are made in the background when something is published; a page neither waits for them nor breaks."""

import re
from io import StringIO

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import connection

from museum.assets.models import MuseumImage, MuseumRendition
from museum.assets.renditions import make_renditions, picture_filters
from museum.assets.sizes import CARD_SPEC, PANORAMA_SPECS
from museum.assets.tasks import prepare_pictures
from museum.core import stamp
from tests import builders

SOURCES = re.compile(r'(?:src|srcset)="([^"]*(?:/media/images/|/iiif/image/)[^"]*)"')


def pictures_of(html: str) -> set[str]:
    """The addresses of pictures on a page."""
    return {part.split()[0] for value in SOURCES.findall(html) for part in value.split(", ")}


@pytest.fixture
def story(db):
    builders.home()
    return builders.story(
        body=[("text", "<p>Le train.</p>"), ("artefact", {"artefact": builders.artefact(), "note": ""})]
    )


def test_a_page_makes_no_picture_and_shows_each(client, story):
    html = client.get(story.url).content.decode()
    assert not MuseumRendition.objects.exists()
    found = pictures_of(html)
    assert found
    assert all(address.startswith("/iiif/image/3/") for address in found), found
    # What is named is there, and is a picture of the kind that is said.
    for address in found:
        answer = client.get(address)
        assert answer.status_code == 200
        assert answer.headers["Content-Type"] == ("image/jpeg" if address.endswith("jpg") else "image/webp")
    assert "image/avif" not in html


def test_what_is_published_has_its_pictures_made_in_the_background(story, client, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        story.save_revision().publish()
    image = MuseumImage.objects.get(pk=story.lead_image_id)
    made = set(image.renditions.values_list("filter_spec", flat=True))
    assert made == {*picture_filters(), CARD_SPEC}
    # The artefact's own picture comes with the artefact.
    artefact = story.body[1].value["artefact"]
    assert not artefact.image.renditions.exists()
    with django_capture_on_commit_callbacks(execute=True):
        artefact.save_revision().publish()
    assert artefact.image.renditions.count() == len(made)
    html = client.get(story.url).content.decode()
    assert not any("/iiif/" in address for address in pictures_of(html))
    assert "image/avif" in html


def test_pages_are_made_anew_when_their_pictures_are_there(story):
    before = stamp.stamp()
    connection.run_on_commit.clear()
    prepare_pictures.call("stories.StoryPage", str(story.pk))
    after = stamp.stamp()
    assert after != before
    connection.run_on_commit.clear()
    # Done again it changes nothing.
    prepare_pictures.call("stories.StoryPage", str(story.pk))
    assert stamp.stamp() == after


def test_what_was_withdrawn_meanwhile_has_none_made(story):
    story.unpublish()
    prepare_pictures.call("stories.StoryPage", str(story.pk))
    prepare_pictures.call("stories.StoryPage", "999999")
    assert not MuseumRendition.objects.exists()


def test_half_of_the_sizes_are_used_as_they_are(client, story):
    make_renditions(story.lead_image)
    MuseumRendition.objects.filter(image=story.lead_image, filter_spec="format-webp|width-320").delete()
    html = client.get(story.url).content.decode()
    found = pictures_of(html)
    assert any(address.startswith(f"/iiif/image/3/{story.lead_image_id}/full/320,") for address in found), found
    assert any("/media/images/" in address for address in found)


def test_a_picture_of_a_page_at_the_image_service_is_kept(client, story, monkeypatch):
    address = min(pictures_of(client.get(story.url).content.decode()))
    first = client.get(address)
    monkeypatch.setattr("museum.iiif.views.made", lambda *arguments: pytest.fail("made again"))
    assert client.get(address).content == first.content


def test_a_panorama_has_the_sizes_made_in_which_it_is_stood_in(db, django_capture_on_commit_callbacks):
    builders.home()
    panorama = builders.panorama()
    with django_capture_on_commit_callbacks(execute=True):
        panorama.save_revision().publish()
    specs = set(panorama.panorama.renditions.values_list("filter_spec", flat=True))
    assert {"format-webp|width-2048|webpquality-60", "format-webp|width-4096|webpquality-72"} <= specs


def test_the_command_makes_every_size_of_every_picture_once(db):
    builders.home()
    panorama = builders.panorama(
        panorama=builders.image(file=ContentFile(builders.picture_bytes(640, 320), name="w.png"))
    )
    call_command("make_renditions", verbosity=0, stdout=StringIO())
    made = set(panorama.panorama.renditions.values_list("filter_spec", flat=True))
    assert made == {*picture_filters(), CARD_SPEC, *PANORAMA_SPECS}
    said = StringIO()
    call_command("make_renditions", stdout=said)
    assert "Pictures: 0 files made." in said.getvalue()
