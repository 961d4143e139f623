"""The page of the search: what it says of what it found, and how it helps when it found nothing."""

import re

import pytest

from museum.collection.models import Place, PlaceName
from tests import builders


def page(client, language="fr", **parameters) -> str:
    answer = client.get(f"/{language}/search/", parameters)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def essaouira(museum) -> Place:
    place = builders.place(names={"fr": "Essaouira", "ar": "الصويرة"}, slug="essaouira")
    place.names = [*place.names.all(), PlaceName(text="Mogador", language="fr", kind="former")]
    place.save_revision().publish()
    return place


def test_a_former_name_finds_and_says_so(client, essaouira):
    html = page(client, "en", q="mogador")
    assert "Also known as" in html
    assert "<mark>Mogador</mark>" in html
    assert "/en/places/essaouira/" in html


def test_words_are_marked_in_the_original_with_their_marks(client, museum):
    builders.place(names={"fr": "Ville", "ar": "المَدِينَةُ"}, slug="ville")
    html = page(client, "ar", q="مدينة")
    assert "<mark>المَدِينَةُ</mark>" in html


def test_markup_in_words_and_titles_stays_text(client, museum):
    builders.place(names={"fr": 'Rue <b>"Hassan" & Cie</b>'}, slug="rue")
    html = page(client, q="hassan")
    assert "&lt;b&gt;" in html
    assert "<b>" not in html
    assert "<mark>Hassan</mark>" in html


def test_the_readers_language_comes_first_and_others_are_marked(client, museum):
    builders.place(names={"ar": "كمنجة"}, slug="only-arabic")
    html = page(client, "fr", q="كمنجة")
    assert re.search(r'<a href="/fr/places/only-arabic/" lang="ar" dir="rtl">', html)


def test_a_transcript_is_found_at_its_second(client, museum):
    recording = museum.interview
    track = recording.public_tracks("captions")[0]
    cue = track.public_cues([])[1]
    word = max(cue.text.split(), key=len).strip(".,;:")
    html = page(client, q=word)
    assert re.search(rf"/fr/recordings/{recording.slug}/\?read=\w+&amp;t={int(cue.start)}", html)


def test_misspelt_words_are_understood_and_it_is_said(client, essaouira):
    html = page(client, "en", q="Esaouirra")
    assert "Showing results for" in html
    assert "/en/places/essaouira/" in html


def test_no_result_helps(client, museum):
    html = page(client, "en", q="qqqqwwww")
    assert "/en/themes/" in html
    assert "/en/timeline/" in html


def test_facets_narrow_with_right_counts(client, museum):
    html = page(client, "en", q="agadir")
    counts = dict(re.findall(r'<a href="\?q=agadir&amp;type=(\w+)"[^>]*>.*?facets__count">(\d+)<', html))
    assert counts
    for kind, count in counts.items():
        narrowed = page(client, "en", q="agadir", type=kind)
        assert narrowed.count('class="result"') == int(count), kind


def test_the_counts_beside_a_chosen_value_are_what_choosing_another_gives(client, museum):
    html = page(client, "en", q="agadir", type="person", theme=museum.theme.slug)
    for kind, count in re.findall(r'type=(\w+)[^"]*"[^>]*>.*?facets__count">(\d+)<', html):
        shown = page(client, "en", q="agadir", type=kind, theme=museum.theme.slug)
        assert shown.count('class="result"') == int(count), kind


def test_an_unknown_facet_value_is_told_and_narrows_nothing(client, museum):
    html = page(client, "en", q="agadir", theme="no-such-theme")
    assert "no-such-theme" in html
    assert 'class="result"' in html


def test_order_by_date(client, museum):
    html = page(client, "fr", type="event", sort="date")
    assert 'aria-current="true">Par date' in html or "sort=date" in html


def test_machines_are_kept_out_of_the_endless_space(client, museum):
    plain, asked = client.get("/fr/search/"), client.get("/fr/search/", {"q": "agadir"})
    assert "X-Robots-Tag" not in plain
    assert 'rel="canonical"' in plain.content.decode()
    assert asked["X-Robots-Tag"] == "noindex, nofollow"
    assert 'name="robots" content="noindex, nofollow"' in asked.content.decode()
    assert "Disallow: /*/search/?" in client.get("/robots.txt").content.decode()


def test_a_machine_deep_in_facets_is_refused_without_a_question(client, museum, django_assert_num_queries):
    parameters = {"q": "a", "type": "story", "theme": "x", "place": "y", "page": "21"}
    assert client.get("/fr/search/", parameters).status_code == 404


def test_facet_links_are_not_followed(client, museum):
    html = page(client, q="agadir")
    for link in re.findall(r"<a [^>]*href=\"\?[^\"]*\"[^>]*>", html):
        assert "nofollow" in link or 'rel="next"' in link or 'rel="prev"' in link, link


def test_every_page_has_the_field(client, museum):
    html = client.get("/fr/collection/").content.decode()
    assert 'action="/fr/search/"' in html
    assert 'rel="search"' in html


def test_browsers_can_take_it_in(client, museum):
    answer = client.get("/ar/search/opensearch.xml")
    assert answer["Content-Type"].startswith("application/opensearchdescription+xml")
    assert b"http://testserver/ar/search/?q={searchTerms}" in answer.content


def test_a_search_that_finds_nothing_names_the_page_by_which_the_museum_is_reached(client, museum):
    asked = "qwxqwx"
    assert "page-contact" not in page(client, q=asked)
    contact = builders.plain_page(title="Nous écrire", slug="page-contact", is_contact=True)
    builders.plain_page(title="Autre", slug="page-autre", show_in_footer=False)
    assert 'href="/fr/page-contact/">Nous écrire</a></p>' in page(client, q=asked)
    # It exists in no other language: readers of Arabic are offered it as French.
    assert 'href="/fr/page-contact/" lang="fr" dir="ltr">Nous écrire</a></p>' in page(client, "ar", q=asked)
    builders.plain_page("ar", translation_of=contact, title="راسلونا", slug="page-contact")
    assert 'href="/ar/page-contact/">راسلونا</a></p>' in page(client, "ar", q=asked)
    contact.unpublish()
    assert "page-contact/" not in page(client, q=asked).split("</form>")[-1].split("<footer")[0]
