"""Originals have no public address; editors fetch them through a view that asks who they are."""

import io

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.urls import reverse
from PIL import Image

from museum.assets.image_operations import LARGEST_SIDE
from museum.desk.roles import AUTHORS, EDITORS, set_up_roles
from tests import builders

pytestmark = pytest.mark.django_db


def test_an_original_has_no_address():
    image = builders.image()
    with pytest.raises(ValueError, match="private"):
        _ = image.file.url
    assert str(settings.MEDIA_ROOT) not in image.file.path


def test_an_original_is_not_served(client):
    image = builders.image()
    for address in (f"/media/{image.file.name}", f"/media/../private/{image.file.name}"):
        assert client.get(address).status_code == 404


def test_renditions_are_served(client):
    rendition = builders.image().get_rendition("width-100")
    assert client.get(rendition.url).status_code == 200


def test_the_rendition_called_original_is_not_the_original():
    data = builders.picture_bytes(LARGEST_SIDE + 600, 40, "JPEG")
    image = builders.image(file=ContentFile(data, name="large.jpg"))
    rendition = image.get_rendition("original")
    assert rendition.width == LARGEST_SIDE
    with rendition.file.open("rb") as file:
        assert Image.open(io.BytesIO(file.read())).size[0] == LARGEST_SIDE


@pytest.mark.parametrize(("group", "status"), [(EDITORS, 200), (AUTHORS, 302), (None, 302)])
def test_only_who_may_change_an_image_fetches_its_original(client, group, status):
    set_up_roles()
    image = builders.image()
    if group:
        client.force_login(builders.user(group))
    response = client.get(reverse("museum_image_original", args=[image.pk]))
    assert response.status_code == status
    if status == 200:
        with image.file.open("rb") as file:
            assert b"".join(response.streaming_content) == file.read()
        assert response.headers["Content-Disposition"].startswith("attachment")


def test_the_edit_page_links_the_download_and_no_dead_address(client):
    client.force_login(builders.user(superuser=True, language="en"))
    image = builders.image()
    html = client.get(reverse("wagtailimages:edit", args=[image.pk])).content.decode()
    assert reverse("museum_image_original", args=[image.pk]) in html
    assert f'href="/media/{image.file.name}"' not in html
    assert 'name="alt_ar"' in html
    assert 'dir="rtl"' in html


def test_a_document_can_be_edited_and_is_served_by_its_view(client):
    client.force_login(builders.user(superuser=True, language="en"))
    document = builders.document()
    assert client.get(reverse("wagtaildocs:edit", args=[document.pk])).status_code == 200
    served = client.get(document.url)
    assert served.status_code == 200
    assert b"A document." in b"".join(served.streaming_content)
    assert client.get(f"/media/{document.file.name}").status_code == 404
