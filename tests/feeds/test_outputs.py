"""What machines read: structured data, cards, canonical addresses, sitemaps, feeds."""

import json
import re
import xml.etree.ElementTree as ElementTree

import pytest

from tests.pages.conftest import PAGE_TYPES, addresses, built_museum, museum  # noqa: F401

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


def json_ld(html: str) -> dict:
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)[1])


def meta(html: str) -> dict[str, str]:
    return dict(re.findall(r'<meta (?:property|name)="([\w:]+)" content="([^"]*)"', html))


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("home", "WebSite"), ("story", "Article"), ("exhibit", "ExhibitionEvent"), ("artefact", "CreativeWork"),
        ("person", "Organization"), ("place", "Place"), ("theme", "DefinedTerm"), ("story index", "CollectionPage"),
        ("recording", "AudioObject"),
    ],
)  # fmt: skip
def test_each_kind_describes_itself_in_schema_org(client, museum, kind, expected):  # noqa: F811
    graph = json_ld(client.get(addresses(museum)[kind]).content.decode())
    assert graph["@context"] == "https://schema.org"
    assert graph["@type"] == expected
    assert graph["name"]
    assert graph["@id"].startswith("http://testserver/fr/")


def test_an_artefact_states_rights_material_and_number(client, museum):  # noqa: F811
    graph = json_ld(client.get(addresses(museum)["artefact"]).content.decode())
    assert graph["identifier"] == museum.artefact.object_number
    assert graph["license"] == museum.artefact.rights
    assert graph["temporalCoverage"] == "1963~"


def test_a_hostile_title_cannot_leave_its_script(client, museum):  # noqa: F811
    museum.story.title = "</script><script>alert(1)</script>"
    museum.story.save_revision().publish()
    html = client.get(museum.story.url).content.decode()
    assert "<script>alert" not in html
    assert json_ld(html)["name"] == "</script><script>alert(1)</script>"


@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_each_page_has_one_canonical_address_without_query(client, museum, kind):  # noqa: F811
    html = client.get(addresses(museum)[kind]).content.decode()
    found = re.findall(r'<link rel="canonical" href="([^"]+)"', html)
    assert len(found) == 1
    assert "?" not in found[0]
    # Other ways to see an exhibit's works have the reading page as their canonical address.
    own = museum.exhibit.url if kind in ("room", "projector", "catalogue") else addresses(museum)[kind].split("?")[0]
    assert found[0] == f"http://testserver{own}"


@pytest.mark.parametrize("kind", ["home", "story", "exhibit", "artefact", "collection"])
def test_each_page_has_a_card(client, museum, kind):  # noqa: F811
    found = meta(client.get(addresses(museum)[kind]).content.decode())
    assert found["og:title"]
    assert found["og:url"].startswith("http://testserver/")
    if kind in ("story", "exhibit", "artefact"):
        assert client.get(found["og:image"].removeprefix("http://testserver")).headers["Content-Type"] == "image/jpeg"
        assert found["og:image:alt"]


def test_the_sitemap_lists_each_page_once_with_alternates(client, museum):  # noqa: F811
    index = ElementTree.fromstring(client.get("/sitemap.xml").content)
    sections = [entry.text for entry in index.iter(f"{SITEMAP}loc")]
    locations = []
    for section in sections:
        tree = ElementTree.fromstring(client.get(section.replace("http://testserver", "")).content)
        for entry in tree.iter(f"{SITEMAP}url"):
            locations.append(entry.find(f"{SITEMAP}loc").text)
            assert entry.findall(f"{XHTML}link"), locations[-1]
    assert len(locations) == len(set(locations))
    for expected in (museum.story.url, museum.exhibit.url, "/ar/places/agadir/", "/zgh/timeline/"):
        assert f"http://testserver{expected}" in locations


@pytest.mark.parametrize(
    ("language", "section", "expected"),
    [
        ("fr", "stories", 2),
        ("ar", "stories", 1),
        ("fr", "exhibits", 1),
        ("en", "artefacts", 1),
        ("fr", "recordings", 2),
    ],
)
def test_a_feed_a_language_and_section(client, museum, language, section, expected):  # noqa: F811
    tree = ElementTree.fromstring(client.get(f"/{language}/feeds/{section}.xml").content)
    assert len(tree.findall("./channel/item")) == expected
    assert tree.find("./channel/language").text == language


def test_robots_keep_to_the_museum(client, museum):  # noqa: F811
    text = client.get("/robots.txt").content.decode()
    assert "Disallow: /admin/" in text
    assert "Sitemap: http://testserver/sitemap.xml" in text
