"""Every page type in low-data mode: descriptions instead of pictures, and nothing of the mode where machines read."""

import re

import pytest

from museum.assets.renditions import make_renditions
from tests.pages.conftest import PAGE_TYPES, addresses

LINK = re.compile(r'<a\b[^>]*\shref="([^"]*)"[^>]*>')


def light(address: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}data=low"


def page(client, address: str, **headers) -> str:
    response = client.get(address, headers=headers)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("kind", [kind for kind in PAGE_TYPES if kind != "catalogue"])
@pytest.mark.parametrize("language", ["fr", "ar"])
def test_a_light_page_shows_no_picture_and_leads_to_light_pages(client, museum, kind, language):
    html = page(client, light(addresses(museum, language)[kind]))
    assert re.findall(r"<(?:img|picture|iframe|object)\b", html) == []
    assert re.search(r"<html [^>]*\sdata-low", html)
    to_pages = [
        link[1] for link in LINK.finditer(html)
        if re.match(r"/(?:fr|ar|en|zgh)/([^?#]*/)?([?#]|$)", link[1]) and "data-mode" not in link[0]
    ]  # fmt: skip
    assert to_pages
    assert [url for url in to_pages if "data=low" not in url] == []
    forms = re.findall(r"<form\b[^>]*>(.{60})", html, re.DOTALL)
    assert [form for form in forms if not form.startswith('<input type="hidden" name="data" value="low">')] == []
    machines = re.findall(r"<(?:link|meta)\b[^>]*>", html)
    assert [tag for tag in machines if "data=" in tag] == []


def test_a_description_stands_with_the_size_of_the_picture_it_describes(client, museum):
    image = museum.story.lead_image
    make_renditions(image)
    html = page(client, light(museum.story.url))
    rendition = image.renditions.get(filter_spec="format-webp|width-640")
    assert rendition.byte_size == rendition.file.size > 0
    assert image.alt_fr in html
    assert re.search(
        rf'href="{re.escape(rendition.url)}"[^>]*>Afficher l’image \({rendition.byte_size}\soctets\)', html
    )


def test_a_browser_that_saves_data_is_answered_alike_until_its_reader_says_otherwise(client, museum):
    assert "<picture" not in page(client, museum.story.url, **{"Save-Data": "on"})
    assert "<picture" in page(client, f"{museum.story.url}?data=full", **{"Save-Data": "on"})
    assert "<picture" in page(client, museum.story.url)


def test_the_switch_stands_on_every_page_and_says_the_state(client, museum):
    for kind, address in addresses(museum).items():
        if kind in PAGE_TYPES and kind not in ("catalogue", "projector"):
            assert 'data-mode="low"' in page(client, address), kind
            assert 'data-mode="full"' in page(client, light(address)), kind


def test_pictures_without_a_known_size_ask_no_storage(client, museum, monkeypatch):
    make_renditions(museum.story.lead_image)
    museum.story.lead_image.renditions.update(byte_size=None)
    monkeypatch.setattr("django.core.files.storage.FileSystemStorage.size", lambda *args: pytest.fail("asked"))
    assert "Afficher l’image</a>" in page(client, light(museum.story.url))


def test_crawlers_are_told_to_leave_light_pages_out(client):
    assert "Disallow: /*?data=" in client.get("/robots.txt").content.decode()
