"""Every page type answers in every language, with the right language, direction and links round it."""

import re

import pytest

from tests.pages.conftest import PAGE_TYPES, addresses

DIRECTIONS = {"fr": "ltr", "ar": "rtl", "en": "ltr", "zgh": "ltr"}


def opening_tag(html: str) -> str:
    return re.search(r"<html[^>]*>", html)[0]


@pytest.mark.parametrize("language", ["fr", "ar", "en", "zgh"])
def test_every_page_says_its_language_and_direction(client, museum, language):
    for kind, address in addresses(museum, language).items():
        if not address.startswith(f"/{language}/"):
            continue
        response = client.get(address, follow=kind == "availability")
        html = response.content.decode()
        assert response.status_code == 200, (kind, address)
        shown = response.redirect_chain[-1][0].split("/")[1] if getattr(response, "redirect_chain", None) else language
        assert f'lang="{shown}"' in opening_tag(html), kind
        assert f'dir="{DIRECTIONS[shown]}"' in opening_tag(html), kind
        assert html.count("<h1") == 1, (kind, address)


@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_no_page_sets_a_cookie_or_varies_by_one(client, museum, kind):
    response = client.get(addresses(museum)[kind])
    assert not response.cookies
    assert "cookie" not in response.headers.get("Vary", "").lower()


@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_no_page_carries_inline_style_or_script(client, museum, kind):
    html = client.get(addresses(museum)[kind]).content.decode()
    assert " style=" not in html
    for script in re.findall(r"<script\b[^>]*>", html):
        assert "src=" in script or "json" in script, script


@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_no_page_points_a_browser_at_another_host(client, museum, kind):
    html = client.get(addresses(museum)[kind]).content.decode()
    for loaded in re.findall(
        r"""<(?:script|img|source|iframe|audio|video)\b[^>]*?\s(?:src|srcset)=["']([^"']+)""", html
    ):
        assert not loaded.startswith(("http", "//")), loaded
    for link in re.findall(r"<link\b[^>]*>", html):
        if "stylesheet" in link or "preload" in link or "icon" in link:
            assert "http" not in link, link


def test_a_story_shows_its_blocks_its_road_and_its_neighbours(client, museum):
    html = client.get(museum.story.url).content.decode()
    for expected in ("Un départ", "Le train part à l’aube", "Regardez les coins", "Agadir", "Lens", "1963"):
        assert expected in html
    assert museum.french_only.title in html


def test_an_exhibit_lists_its_works_in_order_with_stable_addresses(client, museum):
    html = client.get(museum.exhibit.url).content.decode()
    anchors = [work.anchor for room in museum.exhibit.walk for work in room.works]
    assert len(anchors) == 5
    positions = [html.index(f'id="{anchor}"') for anchor in anchors]
    assert positions == sorted(positions)


@pytest.mark.parametrize("kind", ["artefact", "place", "theme", "person"])
def test_a_record_names_the_pages_that_show_it(client, museum, kind):
    html = client.get(addresses(museum)[kind]).content.decode()
    assert museum.story.url in html
    if kind in ("artefact", "theme"):
        assert museum.exhibit.url in html


def test_a_work_whose_record_was_withdrawn_is_not_in_the_exhibit(client, museum):
    museum.artefact.unpublish()
    html = client.get(museum.exhibit.url).content.decode()
    assert museum.artefact.slug not in html
    assert "Panneau" in html


def test_demonstration_things_say_so_and_others_do_not(client, museum):
    museum.artefact.is_demonstration = True
    museum.artefact.save()
    marked = client.get(f"/en/artefacts/{museum.artefact.slug}/").content.decode()
    plain = client.get("/en/places/agadir/").content.decode()
    assert "demonstration collection" in marked.lower()
    assert "demonstration collection" not in plain.lower()


def test_readers_of_tamazight_may_read_it_in_latin_letters(client, museum):
    html = client.get("/zgh/places/agadir/", {"script": "latn"}).content.decode()
    assert "agadir" in html
    assert not re.search(
        r"[\u2d30-\u2d7f]", re.sub(r"<nav.*?</nav>", "", html, flags=re.S).split("<h1")[1].split("</h1>")[0]
    )
    assert 'lang="zgh-Latn"' in opening_tag(html)
    assert re.search(r'href="/zgh/[^"]*script=latn"', html)
