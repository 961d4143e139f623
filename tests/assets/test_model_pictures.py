"""Objects without turning: five pictures taken at the curator's desk, views in every language, words for who cannot see it."""

import io

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from museum.assets.blocks import ModelViewBlock
from museum.assets.models import ModelPicture
from museum.collection.models import ArtefactMedium
from museum.desk.roles import EDITORS, set_up_roles
from tests import builders

pytestmark = pytest.mark.django_db

SIDES = ["poster", "front", "right", "back", "left"]


def picture(side: str, kind: str = "WEBP", size=(900, 900)) -> SimpleUploadedFile:
    data = io.BytesIO()
    Image.new("RGB", size, "teal").save(data, kind)
    return SimpleUploadedFile(f"{side}.{kind.lower()}", data.getvalue())


@pytest.fixture
def curator(client):
    builders.home()
    set_up_roles()
    user = builders.user(EDITORS, language="en")
    client.force_login(user)
    return user


def address(model) -> str:
    return reverse("museum_model_pictures", args=[model.pk])


def test_five_pictures_are_kept_and_taken_again_replace_them(client, curator, django_capture_on_commit_callbacks):
    model = builders.model_3d()
    assert client.post(address(model), {side: picture(side) for side in SIDES}).status_code == 200
    first = {taken.side: taken.file.name for taken in model.pictures.all()}
    assert sorted(first) == sorted(SIDES)
    storage = model.pictures.first().file.storage
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(address(model), {side: picture(side, "PNG") for side in SIDES}).status_code == 200
    assert model.pictures.count() == 5
    kept = {taken.file.name for taken in model.pictures.all()}
    assert not any(storage.exists(name) for name in set(first.values()) - kept)
    for taken in model.pictures.all():
        with Image.open(taken.file) as image:
            assert (image.format, image.size) == ("WEBP", (taken.width, taken.height))
            assert max(image.size) <= 720


@pytest.mark.parametrize(
    "wrong",
    [
        None,
        SimpleUploadedFile("front.webp", b"<script>"),
        picture("front", size=(2400, 100)),
        SimpleUploadedFile("front.webp", b"0" * (4 * 1024 * 1024 + 1)),
    ],
    ids=["missing", "no picture", "too wide", "too heavy"],
)
def test_one_that_cannot_be_read_keeps_all_as_they_were(client, curator, wrong):
    model = builders.model_3d()
    client.post(address(model), {side: picture(side) for side in SIDES})
    before = sorted(model.pictures.values_list("pk", flat=True))
    sent = {side: picture(side) for side in SIDES} | {"front": wrong}
    response = client.post(address(model), {side: file for side, file in sent.items() if file})
    assert response.status_code == 400
    assert response.json()["error"]
    assert sorted(model.pictures.values_list("pk", flat=True)) == before


def test_only_who_may_change_models_may_take_them(client):
    model = builders.model_3d()
    assert client.post(address(model), {}).status_code == 302
    builders.home()
    set_up_roles()
    client.force_login(builders.user(language="en"))
    assert client.post(address(model), {}).status_code in (302, 403)
    assert not ModelPicture.objects.exists()


def test_another_file_loses_the_pictures_of_the_first(client, curator):
    model = builders.model_3d()
    client.post(address(model), {side: picture(side) for side in SIDES})
    model.file = SimpleUploadedFile("other.glb", model.file.open().read())
    model.save()
    assert not model.pictures.exists()


def test_a_view_needs_a_name_and_angles_that_exist():
    block = ModelViewBlock()
    value = {"turn": 30.0, "rise": 20.0, "near": 2.0, "title_ar": "القفل"}
    assert block.clean(block.to_python(value)).words("title") == ("القفل", "ar")
    for wrong in ({"title_ar": " "}, {"rise": 95.0}, {"near": 0.1}, {"turn": 400.0}):
        with pytest.raises(ValidationError):
            block.clean(block.to_python({**value, **wrong}))


def test_the_page_shows_four_sides_views_and_description_without_scripts(client):
    builders.all_homes()
    artefact, model = builders.artefact(), builders.model_3d()
    ArtefactMedium.objects.create(artefact=artefact, model_3d=model, sort_order=9)
    for side in SIDES:
        ModelPicture.objects.create(model=model, side=side, file=picture(side))
    model.description_fr = "Une caisse de carton, froide aux coins."
    model.views = [("view", {"turn": 20.0, "rise": 5.0, "near": 3.0, "title_fr": "Le coin", "text_fr": "Du métal."})]
    model.save()
    html = client.get(f"/fr/artefacts/{artefact.slug}/").content.decode()
    assert "Une caisse de carton, froide aux coins." in html
    assert 'data-turn="20.0" data-rise="5.0" data-near="3.00"' in html
    assert html.count("/models/pictures/") == 5
    assert html.index("Vu de face") < html.index("Vu de son côté droit") < html.index("Vu de dos")
