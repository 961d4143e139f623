"""Whatever is asked, a page that helps: never an error of ours, never a reader without a way back."""

import pytest

from tests.pages.conftest import addresses

NAUGHTY = [
    "'", '"><script>alert(1)</script>', "%00", "\x00", "\u202egnp.exe", "😀" * 50, "-1", "0", "9" * 400, "1e9", "NaN",
    "../../../etc/passwd", "أكادير", "ⴰⴳⴰⴷⵉⵔ", "x" * 5000, "1960/..", "null", "[]", "{{7*7}}", "%d%s%n", "\u0000\uffff", " ",
]  # fmt: skip
PARAMETERS = {
    "/fr/collection/": ["theme", "place", "decade", "object", "media", "sort", "page"],
    "/ar/road/": ["from", "to", "when"],
    "/ar/timeline/": ["theme", "decade", "place", "kind", "page"],
    "/fr/stories/": ["theme", "from", "to", "page"],
    "/en/exhibits/": ["page"],
    "/zgh/places/": ["script", "unknown"],
    "/fr/search/": ["q", "type", "theme", "place", "period", "language", "medium", "sort", "page"],
}


@pytest.mark.parametrize(
    ("address", "parameter"), [(address, name) for address, names in PARAMETERS.items() for name in names]
)
def test_no_parameter_breaks_a_list(client, museum, address, parameter):
    for value in NAUGHTY:
        answer = client.get(address, {parameter: value})
        assert answer.status_code == 200, value[:40]
        assert "<script>alert" not in answer.content.decode()


def test_repeated_and_bracketed_parameters_are_harmless(client, museum):
    for query in ("theme=a&theme=b", "theme[]=a", "page=1&page=2", "&&&=", "=&=", "theme=" + "a&theme=" * 300):
        assert client.get(f"/fr/collection/?{query}").status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/fr/nowhere/", "/nowhere/", "/fr/artefacts/none/", "/ar/places/none/", "/fr/people/%00/", "/fr/themes/" + "x" * 5000 + "/",
        "/fr/%D8%A3%D9%83%D8%A7%D8%AF%D9%8A%D8%B1/", "/fr/stories/%E2%80%AEgnp/", "/fr/a/b/c/d/e/f/g/", "/de/", "/fr/collection/sets/x/",
        "/fr/in-other-languages/00000000-0000-0000-0000-000000000000/", "/fr/%ff%fe/", "/fr/../../etc/passwd",
    ],
)  # fmt: skip
def test_an_unknown_page_helps(client, museum, path):
    answer = client.get(path)
    assert answer.status_code == 404, path
    html = answer.content.decode()
    assert "<h1" in html
    assert 'href="/' in html


def test_a_five_megabyte_address_is_refused_politely(client, museum):
    assert client.get("/fr/" + "x" * 5_000_000).status_code in (400, 404, 414)


def test_the_404_page_speaks_the_readers_language(client, museum):
    assert 'lang="ar"' in client.get("/ar/nowhere/").content.decode()
    assert 'lang="en"' in client.get("/en/nowhere/").content.decode()


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_pages_are_only_read(client, museum, method):
    for kind in ("collection", "artefact", "timeline", "places"):
        assert getattr(client, method)(addresses(museum)[kind]).status_code == 405


def test_a_huge_page_number_shows_the_last_page(client, museum):
    for page in ("2", "999999", "99999999999"):
        answer = client.get("/fr/collection/", {"page": page})
        assert answer.status_code == 200


def test_an_unknown_facet_value_is_told_and_narrows_nothing(client, museum):
    html = client.get("/en/collection/", {"theme": "no-such-theme"}).content.decode()
    assert "no-such-theme" in html
    assert museum.artefact.slug in html


def test_an_unknown_place_is_told_among_the_stories(client, museum):
    html = client.get("/en/stories/", {"from": "atlantis"}).content.decode()
    assert "atlantis" in html
    assert museum.french_only.title in html


def test_the_500_page_needs_neither_database_nor_request(settings):
    from django.template import loader

    html = loader.get_template("500.html").render({})
    for language in ("fr", "ar", "en"):
        assert f'lang="{language}"' in html
