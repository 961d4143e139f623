"""The Image API as a viewer, a crawler and an attacker ask it (https://iiif.io/api/image/3.0/)."""

import io
import json

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage, storages
from PIL import Image
from wagtail.models import CollectionViewRestriction

from museum.collection.models import ArtefactMedium
from museum.desk.roles import EDITORS, set_up_roles
from museum.iiif.addresses import image_service, picture, region_of
from museum.iiif.parameters import MAX_AREA, MAX_SIDE, TILE, levels, parse, sizes
from museum.iiif.pyramids import needs_pyramid, pyramid_name
from tests import builders

WIDTH, HEIGHT = 2_600, 1_300


@pytest.fixture
def shown(db, django_capture_on_commit_callbacks):
    """A large image that a published artefact shows: the left half red, the right half blue."""
    canvas = Image.new("RGB", (WIDTH, HEIGHT), (200, 20, 20))
    canvas.paste((20, 20, 200), (WIDTH // 2, 0, WIDTH, HEIGHT))
    buffer = io.BytesIO()
    canvas.save(buffer, "PNG")
    with django_capture_on_commit_callbacks(execute=True):
        image = builders.image(file=ContentFile(buffer.getvalue(), name="halves.png"))
    artefact = builders.artefact(with_image=False)
    ArtefactMedium.objects.create(artefact=artefact, image=image, sort_order=0)
    artefact.save()
    image.artefact = artefact
    return image


def asked(client, image, path: str, **headers):
    return client.get(f"{image_service(image)}/{path}", headers=headers)


def drawn(response) -> Image.Image:
    assert response.status_code == 200, response.content
    return Image.open(io.BytesIO(response.content))


def kept(image) -> list[str]:
    storage = storages["private"]
    try:
        folders, _files = storage.listdir(f"iiif/{image.pk}")
        return [name for folder in folders for name in storage.listdir(f"iiif/{image.pk}/{folder}")[1]]
    except FileNotFoundError:
        return []


def test_an_upload_gets_its_pyramid_and_a_small_one_needs_none(shown, django_capture_on_commit_callbacks):
    assert storages["private"].exists(pyramid_name(shown))
    with django_capture_on_commit_callbacks(execute=True):
        small = builders.image()
    assert not needs_pyramid(small)
    assert not storages["private"].exists(pyramid_name(small))


def test_info_describes_the_image(client, shown):
    response = asked(client, shown, "info.json")
    document = json.loads(response.content)
    assert response.headers["Content-Type"] == "application/json"
    assert document["id"] == f"http://testserver{image_service(shown)}"
    assert (document["width"], document["height"]) == (WIDTH, HEIGHT)
    assert document["profile"] == "level2"
    assert document["rights"] == "http://creativecommons.org/licenses/by/4.0/"
    assert document["tiles"] == [{"width": TILE, "height": TILE, "scaleFactors": levels(WIDTH, HEIGHT)}]
    assert [(size["width"], size["height"]) for size in document["sizes"]] == sizes(WIDTH, HEIGHT)
    assert document["maxArea"] == MAX_AREA
    linked = asked(client, shown, "info.json", accept="application/ld+json")
    assert linked.headers["Content-Type"].startswith("application/ld+json")
    assert "Accept" in linked.headers["Vary"]


def test_the_base_address_leads_to_the_description(client, shown):
    response = client.get(image_service(shown))
    assert response.status_code == 303
    assert response.url == f"http://testserver{image_service(shown)}/info.json"


@pytest.mark.parametrize(
    ("path", "size"),
    [
        ("full/max/0/default.jpg", (WIDTH, HEIGHT)),
        ("square/max/0/default.png", (HEIGHT, HEIGHT)),
        ("0,0,512,512/512,512/0/default.webp", (512, 512)),
        ("2300,1000,9000,9000/max/0/default.jpg", (300, 300)),
        ("pct:50,50,25,50/max/0/default.jpg", (650, 650)),
        ("full/260,/0/default.jpg", (260, 130)),
        ("full/,130/0/default.jpg", (260, 130)),
        ("full/pct:10/0/default.jpg", (260, 130)),
        ("full/100,100/0/default.jpg", (100, 100)),
        ("full/!100,100/0/default.jpg", (100, 50)),
        ("0,0,100,100/!400,400/0/default.jpg", (100, 100)),
        ("0,0,100,100/^!400,400/0/default.jpg", (400, 400)),
        ("0,0,100,100/^200,/0/default.jpg", (200, 200)),
        ("full/260,/90/default.jpg", (130, 260)),
        ("full/260,/!180/default.jpg", (260, 130)),
    ],
)
def test_sizes_are_as_asked(client, shown, path, size):
    assert drawn(asked(client, shown, path)).size == size


def test_a_box_larger_than_the_image_returns_the_image_at_its_own_size(client, shown):
    assert drawn(asked(client, shown, "full/!4000,4000/0/default.jpg")).size == (WIDTH, HEIGHT)


@pytest.mark.parametrize(
    ("path", "left", "right"),
    [
        ("full/260,/0/default.png", "red", "blue"),
        ("full/260,/!0/default.png", "blue", "red"),
        ("full/260,/180/default.png", "blue", "red"),
        ("pct:0,0,50,100/130,/0/default.png", "red", "red"),
        ("1300,0,1300,1300/130,/0/default.png", "blue", "blue"),
    ],
)
def test_the_right_part_is_shown_the_right_way(client, shown, path, left, right):
    found = drawn(asked(client, shown, path)).convert("RGB")
    for x, name in ((3, left), (found.width - 4, right)):
        red, _green, blue = found.getpixel((x, found.height // 2))
        assert (red > blue) == (name == "red")


def test_gray_and_bitonal(client, shown):
    assert drawn(asked(client, shown, "full/100,/0/gray.png")).mode == "L"
    values = set(drawn(asked(client, shown, "full/100,/0/bitonal.png")).convert("L").tobytes())
    assert values <= {0, 255}


@pytest.mark.parametrize(
    "path",
    [
        "nowhere/max/0/default.jpg", "1,2,3/max/0/default.jpg", "-1,0,5,5/max/0/default.jpg",
        "0,0,0,0/max/0/default.jpg", "2600,0,5,5/max/0/default.jpg", "pct:101,0,5,5/max/0/default.jpg",
        "full/big/0/default.jpg", "full/0,/0/default.jpg", "full/,/0/default.jpg", "full/!0,9/0/default.jpg",
        "full/2601,/0/default.jpg", "full/^999999999,/0/default.jpg", "full/^5000,5000/0/default.jpg",
        "full/pct:101/0/default.jpg", "full/pct:0/0/default.jpg", "full/max/361/default.jpg",
        "full/max/-1/default.jpg", "full/max/x/default.jpg", "full/max/0/lovely.jpg", "full/max/0/default.gif",
        "full/max/0/default", "full/max/0", "full", "%00/max/0/default.jpg", "full/max/0/default.jpg/more",
        "pct:1e3,0,1,1/max/0/default.jpg", "full/9999999999999,/0/default.jpg",
    ],
)  # fmt: skip
def test_nonsense_is_answered_with_a_sentence(client, shown, path):
    response = asked(client, shown, path, accept_language="fr")
    assert response.status_code == 400
    assert response.headers["Content-Type"].startswith("text/plain")
    assert len(response.content.decode().split()) > 3
    assert response.headers["Access-Control-Allow-Origin"] == "*"


def test_a_turn_by_something_else_than_quarters_is_not_implemented(client, shown):
    assert asked(client, shown, "full/max/22.5/default.jpg").status_code == 501


def test_headers_for_other_viewers(client, shown):
    response = asked(client, shown, "pct:0,0,50,100/130,/0/default.jpg")
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    link = response.headers["Link"]
    assert f'<http://testserver{image_service(shown)}/0,0,1300,1300/130,130/0/default.jpg>;rel="canonical"' in link
    assert '<http://iiif.io/api/image/3/level2.json>;rel="profile"' in link
    assert "max-age=86400" in response.headers["Cache-Control"]
    again = asked(client, shown, "0,0,1300,1300/130,130/0/default.jpg", if_none_match=response.headers["ETag"])
    assert again.status_code == 304
    assert not again.content
    options = client.options(f"{image_service(shown)}/info.json")
    assert options.status_code == 204
    assert options.headers["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert client.post(f"{image_service(shown)}/info.json").status_code == 405
    assert "Set-Cookie" not in response.headers


def test_tiles_and_announced_sizes_are_kept_and_nothing_else(client, shown):
    before = len(kept(shown))
    asked(client, shown, "512,0,512,512/512,512/0/default.webp")
    asked(client, shown, "2560,1024,40,276/40,276/0/default.webp")
    asked(client, shown, "full/650,325/0/default.webp")
    assert len(kept(shown)) == before + 3
    for path in ("513,0,512,512/512,512/0/default.webp", "full/651,/0/default.webp", "full/650,325/90/default.webp"):
        drawn(asked(client, shown, path))
    assert len(kept(shown)) == before + 3


def test_a_kept_tile_is_the_same_picture(client, shown):
    path = "1024,0,1024,1024/512,512/0/default.png"
    first, second = (asked(client, shown, path).content for _ in range(2))
    assert first == second


def test_an_image_that_nothing_public_shows_is_not_there(client, shown):
    tile = "0,0,512,512/512,512/0/default.webp"
    assert asked(client, shown, tile).status_code == 200
    shown.artefact.unpublish()
    assert asked(client, shown, tile).status_code == asked(client, shown, "info.json").status_code == 404
    shown.artefact.latest_revision and shown.artefact.latest_revision.publish()
    unused = builders.image()
    assert asked(client, unused, "info.json").status_code == 404
    assert client.get("/iiif/image/3/999999/info.json").status_code == 404


def test_a_draft_page_shows_nothing_and_its_publication_does(client, db):
    image = builders.image()
    page = builders.story(publish=False, lead_image=image)
    assert asked(client, image, "info.json").status_code == 404
    page.save_revision().publish()
    assert asked(client, image, "info.json").status_code == 200
    page.refresh_from_db()
    page.unpublish()
    assert asked(client, image, "info.json").status_code == 404


def test_who_previews_a_draft_in_the_admin_sees_its_image_and_nobody_keeps_it(client, db):
    builders.home()
    set_up_roles()
    image = builders.image()
    client.force_login(builders.user(EDITORS))
    for path in ("info.json", "full/max/0/default.jpg"):
        response = asked(client, image, path)
        assert response.status_code == 200
        assert response.headers["Cache-Control"] == "private, no-store"
    client.force_login(builders.user())
    assert asked(client, image, "info.json").status_code == 404
    client.force_login(builders.user(EDITORS))
    image.withdrawn = True
    image.save()
    assert asked(client, image, "info.json").status_code == 410


def test_a_private_collection_closes_its_images(client, shown):
    CollectionViewRestriction.objects.create(collection=shown.collection, restriction_type="login")
    assert asked(client, shown, "info.json").status_code == 404


def test_a_withdrawn_image_is_gone_everywhere_at_once(client, shown, django_capture_on_commit_callbacks):
    address = shown.artefact.get_absolute_url()
    page = client.get(f"/fr{address[3:]}" if address.startswith("/fr") else address).content.decode()
    assert f"/iiif/image/3/{shown.pk}/" in page
    asked(client, shown, "0,0,512,512/512,512/0/default.webp")
    with django_capture_on_commit_callbacks(execute=True):
        shown.withdrawn = True
        shown.save()
    for path in ("info.json", "0,0,512,512/512,512/0/default.webp", "full/max/0/default.jpg"):
        response = asked(client, shown, path)
        assert response.status_code == 410
        assert response.content
    assert f"/iiif/image/3/{shown.pk}/" not in client.get(address).content.decode()
    assert kept(shown) == []
    assert not storages["private"].exists(pyramid_name(shown))
    assert not shown.renditions.exists()


def test_a_deleted_image_leaves_nothing(client, shown, django_capture_on_commit_callbacks):
    asked(client, shown, "0,0,512,512/512,512/0/default.webp")
    assert kept(shown)
    name = pyramid_name(shown)
    pk = shown.pk
    with django_capture_on_commit_callbacks(execute=True):
        shown.delete()
    shown.pk = pk
    assert not storages["private"].exists(name)
    assert kept(shown) == []


def test_a_storage_without_paths_serves_the_same_tiles(client, shown, monkeypatch):
    tile = "1024,0,512,512/512,512/0/default.png"
    here = asked(client, shown, tile).content
    for path, right in ((tile, lambda data: data == here), ("full/325,/0/default.png", lambda data: data)):
        # Each time an empty storage elsewhere: the pyramid is made there, fetched from there and cut here.
        elsewhere = InMemoryStorage()
        monkeypatch.setitem(storages._storages, "private", elsewhere)
        assert right(asked(client, shown, path).content)
        assert elsewhere.exists(pyramid_name(shown))


def test_no_request_makes_a_picture_larger_than_announced():
    for path in ("full/max", "full/^max", "square/^max", "0,0,1,1/^max", "full/^!5000,5000"):
        region, size = path.split("/")
        found = parse(region, size, "0", "default.jpg", 30_000, 20_000)
        assert found.out_width * found.out_height <= MAX_AREA
        assert max(found.out_width, found.out_height) <= MAX_SIDE


def test_addresses_of_pieces(db):
    image = builders.image()
    assert picture(image, region=region_of(12.5, 0, 33.333, 50)).endswith("/pct:12.5,0,33.33,50/max/0/default.webp")
