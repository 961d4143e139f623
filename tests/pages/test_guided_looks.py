"""Guided looks: their steps in every language, only as public as their image, and crops that are what their numbers say."""

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override
from PIL import Image

from museum.collection.blocks import LookStepBlock
from museum.core.readiness import blocking
from museum.iiif.templatetags.iiif import cropped
from tests import builders

pytestmark = pytest.mark.django_db

STEP = {"x": 10.0, "y": 20.0, "width": 30.0, "height": 40.0, "text_fr": "Un coin."}


def step(**changes):
    block = LookStepBlock()
    return block.clean(block.to_python({**STEP, **changes}))


def test_a_region_lies_within_its_image():
    assert step().region == (10, 20, 30, 40)
    assert step(x=70.0).region[0] == 70
    for wrong in ({"x": 80.0}, {"y": 70.0}, {"width": 0.0}, {"x": -1.0}, {"height": 101.0}):
        with pytest.raises(ValidationError):
            step(**wrong)


def test_a_step_speaks_the_readers_language_or_the_nearest():
    value = step(text_ar="ركن.")
    with override("ar"):
        assert value.words("text") == ("ركن.", "ar")
    with override("en"):
        assert value.words("text") == ("Un coin.", "fr")


def test_it_is_ready_once_every_step_is_written_in_every_language_of_its_titles(db):
    look = builders.guided_look(publish=False)
    assert blocking(look.readiness()) == []
    look.steps[1].value["text_ar"] = " "
    [check] = blocking(look.readiness())
    assert check.field == "steps"
    assert "2" in check.message
    look.steps = [("step", STEP)]
    assert "steps" in {check.code for check in blocking(look.readiness())}


def test_the_page_shows_each_step_in_order_with_its_crop(client, museum):
    html = client.get(f"/ar/looks/{museum.look.slug}/").content.decode()
    service = f"/iiif/image/3/{museum.look.image_id}/"
    first, second = html.index(f"{service}pct:10,5,40,20/"), html.index(f"{service}pct:55,60,30,35/")
    assert first < second
    assert html.count('class="look__text"') == 2
    assert "نظرة" in html[first:second]


def test_the_crop_is_the_region(client, museum, tmp_path):
    crop = cropped({}, museum.look.image, museum.look.steps[0].value.region)
    response = client.get(crop["url"])
    assert response.status_code == 200
    (tmp_path / "crop").write_bytes(response.content)
    with Image.open(tmp_path / "crop") as picture:
        assert picture.size == (crop["width"], crop["height"])
    image = museum.look.image
    assert crop["width"] == round(image.width * 0.4)
    assert crop["height"] == round(image.height * 0.2)


def test_its_artefact_leads_to_it_and_it_leads_to_its_artefact(client, museum):
    address = museum.look.get_absolute_url()
    assert address in client.get(museum.artefact.get_absolute_url()).content.decode()
    assert museum.artefact.get_absolute_url() in client.get(address).content.decode()


def test_a_look_without_its_image_or_withdrawn_is_nowhere(client, museum):
    address, artefact = museum.look.get_absolute_url(), museum.artefact.get_absolute_url()
    museum.look.unpublish()
    assert client.get(address).status_code == 404
    assert address not in client.get(artefact).content.decode()
    assert address not in client.get(museum.story.url).content.decode()


def test_a_look_at_a_withdrawn_image_is_nowhere(client, museum):
    address = museum.look.get_absolute_url()
    image = museum.look.image
    image.withdrawn = True
    image.save()
    assert client.get(address).status_code == 404
    assert address not in client.get("/fr/looks/").content.decode()
    assert f"/iiif/image/3/{image.pk}/" not in client.get(museum.story.url).content.decode()


def test_its_words_are_found_in_the_admin(museum):
    assert museum.look.steps[0].value["text_fr"] in museum.look.folded_words()
