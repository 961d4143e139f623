"""A withdrawn image is on no page, in no feed, in nothing that machines read, and nothing brings it back."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from exhibits.models import ExhibitPage
from museum.assets.renditions import make_renditions
from museum.collection.models import ArtefactMedium
from tests import builders
from tests.pages.conftest import addresses, built_museum, museum  # noqa: F401
from tests.pages.test_drafts_absent import OUTPUTS

SECRET = "Zarqaoui-XYZZY"


@pytest.fixture
def shown_everywhere(museum):  # noqa: F811
    """An image wherever an editor can put one, with words that no other image has; (image, addresses of pages)."""
    image = builders.image(
        file=ContentFile(builders.picture_bytes(640, 320), name="xyzzy-640.png"), title="xyzzy", credit=SECRET,
        **{f"{kind}_{code}": SECRET for kind in ("alt", "caption") for code in ("fr", "ar", "en", "zgh")},
    )  # fmt: skip
    other = builders.image()
    ArtefactMedium.objects.create(artefact=museum.artefact, image=image, sort_order=-1)
    museum.artefact.save()
    with_lead = builders.story(
        title="Avec image",
        lead_image=image,
        themes=[museum.theme],
        road=[museum.place, museum.other],
        body=[
            ("image", {"image": image, "caption": SECRET, "alternative_text": ""}),
            ("pair", {"first": image, "second": other, "caption": "Deux vues"}),
            ("gallery", {"images": [image, other], "caption": ""}),
        ],
    )
    builders.panorama(title="Avec image aussi", lead_image=image, panorama=image, themes=[museum.theme])
    exhibit = builders.exhibit(
        lead_image=image, themes=[museum.theme], works=[("image", {"image": image, "label": "<p>Une image.</p>"})]
    )
    panorama = builders.panorama(lead_image=image)
    builders.guided_look(image=image)
    pages = [with_lead.url, exhibit.url, panorama.url, *addresses(museum).values(), *OUTPUTS]
    return image, pages


def bodies(client, pages):
    for address in pages:
        response = client.get(address, follow=True)
        assert response.status_code == 200, address
        yield address, response.content.decode()


def test_a_withdrawn_image_is_nowhere(client, shown_everywhere, django_capture_on_commit_callbacks):
    image, pages = shown_everywhere
    file_stem = image.file.name.rsplit("/")[-1].rsplit(".")[0]
    before = [address for address, body in bodies(client, pages) if SECRET in body or file_stem in body]
    assert len(before) > 6, before
    with django_capture_on_commit_callbacks(execute=True):
        image.withdrawn = True
        image.save()
    for address, body in bodies(client, pages):
        assert SECRET not in body, address
        assert file_stem not in body, address
        assert f"/iiif/image/3/{image.pk}/" not in body, address
    assert not image.renditions.exists()
    for rendering in ("room", "projector", "catalogue"):
        for exhibit in ExhibitPage.objects.filter(lead_image=image):
            response = client.get(f"{exhibit.url}{rendering}/")
            assert response.status_code == 200
            body = response.content.decode()
            assert SECRET not in body
            assert file_stem not in body


def test_curators_lists_make_no_public_size_of_it(client, db):
    image = builders.image()
    story = builders.story(lead_image=image)
    image.withdrawn = True
    image.save()
    client.force_login(builders.user(superuser=True))
    for address in (
        reverse("wagtailimages:index"),
        reverse("wagtailimages:edit", args=[image.pk]),
        reverse("wagtailimages_chooser:choose"),
        reverse("wagtailimages_chooser:chosen", args=[image.pk]),
        reverse("wagtailadmin_pages:edit", args=[story.pk]),
    ):
        assert client.get(address).status_code == 200, address
    assert not image.renditions.exists()
    assert make_renditions(image) == 0


def test_a_curator_withdraws_and_gives_back_in_the_images_form(client, db, django_capture_on_commit_callbacks):
    image = builders.image()
    story = builders.story(lead_image=image)
    make_renditions(image)
    client.force_login(builders.user(superuser=True))
    address = reverse("wagtailimages:edit", args=[image.pk])
    fields = {"title": image.title, "tags": "", "alt_fr": image.alt_fr, "rights": image.rights}
    for withdrawn, status in (("on", 410), ("", 200)):
        with django_capture_on_commit_callbacks(execute=True):
            client.post(address, {**fields, **({"withdrawn": withdrawn} if withdrawn else {})})
        assert client.get(f"/iiif/image/3/{image.pk}/info.json").status_code == status
        assert client.get(story.url).status_code == 200
    assert image.renditions.exists()
