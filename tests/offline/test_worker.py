"""What a browser is told to keep: the worker, its kill switch, the app, and the offer on pages."""

import gzip
import io
import json
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.template.defaultfilters import filesizeformat
from PIL import Image

from museum.assets.renditions import make_pictures_of
from museum.offline import shell
from museum.offline.icons import icon
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture
def story():
    builders.home()
    return builders.story(body=[("image", {"image": builders.image(), "caption": "", "alternative_text": ""})])


def text(client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status
    return response.content.decode()


def test_the_worker_is_asked_for_again_at_every_visit(client):
    response = client.get("/sw.js")
    assert response["Cache-Control"] == "no-cache"
    assert response["Content-Type"].startswith("text/javascript")
    body = response.content.decode()
    told = json.loads(re.search(r"self\.MUSEUM = (\{.*\});", body)[1])
    assert told["limit"] == 50 * 1024 * 1024
    assert told["offline"] == {code: f"/{code}/offline/" for code in ("fr", "ar", "en", "zgh")}
    for private in ("/admin/", "/documents/"):
        assert not any(private.startswith(prefix) for prefix in told["media"])
    assert "js/offline/worker" in body


def test_the_kill_switch_takes_the_worker_and_every_offer_away(client, settings, story):
    settings.OFFLINE = False
    body = text(client, "/sw.js")
    assert "js/offline/leave" in body
    assert "MUSEUM" not in body
    assert "data-keep" not in text(client, story.url)
    assert "/fr/kept/" not in text(client, story.url)
    text(client, "/fr/kept/", status=404)


def test_what_makes_pages_readable_without_network_is_light():
    weight = sum(len(gzip.compress(Path(finders.find(name)).read_bytes())) for name in shell.FILES)
    assert weight <= 150 * 1024


def test_the_offer_says_what_it_takes(client, story):
    make_pictures_of(story)
    html = text(client, story.url)
    assert f'data-keep="{story.url}"' in html
    renditions = [
        image.renditions.get(filter_spec="format-webp|width-960")
        for image in (story.lead_image, story.body[0].value["image"])
    ]
    # The lead image stands once on the page and is counted once.
    expected = filesizeformat(shell.PAGE_BYTES + sum(rendition.byte_size for rendition in renditions))
    assert expected in html


def test_sounds_are_offered_with_their_size(client):
    builders.home()
    recording = builders.interview()
    story = builders.story(body=[("recording", {"recording": recording, "note": ""})])
    assert recording.file_bytes == recording.file.size
    html = text(client, story.url)
    assert "data-sound" in html
    assert filesizeformat(recording.file_to_keep.byte_size) in html


def test_nothing_is_offered_of_a_draft(story, rf):
    request = rf.get("/")
    request.is_preview = True
    html = story.make_preview_request(original_request=request, preview_mode="").render().content.decode()
    assert "data-keep" not in html


@pytest.mark.parametrize(("language", "direction"), [("fr", "ltr"), ("ar", "rtl"), ("en", "ltr"), ("zgh", "ltr")])
def test_the_museum_is_an_app_in_each_language(client, language, direction):
    response = client.get(f"/{language}/museum.webmanifest")
    assert response["Content-Type"] == "application/manifest+json"
    told = response.json()
    assert (told["lang"], told["dir"], told["start_url"]) == (language, direction, f"/{language}/")
    assert {(entry["sizes"], entry.get("purpose")) for entry in told["icons"]} >= {
        ("192x192", "any"), ("512x512", "any"), ("512x512", "maskable"),
    }  # fmt: skip
    for entry in told["icons"][:-1]:
        picture = Image.open(io.BytesIO(client.get(entry["src"]).content))
        assert "{}x{}".format(*picture.size) == entry["sizes"]


def test_icons_are_drawn_from_the_mark():
    plain, masked = (Image.open(io.BytesIO(icon(192, maskable))).convert("RGB") for maskable in (False, True))
    ground, star = (0x22, 0x34, 0x6B), (0xF0, 0xC0, 0x5C)
    assert plain.getpixel((2, 2)) == masked.getpixel((2, 2)) == ground
    # The road passes through the middle; the star's uppermost point stands nearer to the middle under a mask.
    assert plain.getpixel((96, 96)) == masked.getpixel((96, 96)) == star
    tops = [next(y for y in range(192) if image.getpixel((96, y)) != ground) for image in (plain, masked)]
    assert tops[0] < tops[1]


@pytest.mark.parametrize("address", ["/icons/any-193.png", "/icons/other-192.png", "/icons/any-99999999999.png"])
def test_no_other_icon_is_drawn(client, address):
    assert client.get(address).status_code == 404


def test_pages_of_what_is_kept_are_not_for_robots(client):
    builders.home()
    for address in ("/fr/kept/", "/ar/offline/"):
        assert client.get(address)["X-Robots-Tag"] == "noindex"
