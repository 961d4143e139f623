"""What is offered while somebody types."""

import pytest

from tests import builders


def offered(client, text, language="fr") -> list[dict]:
    answer = client.get(f"/{language}/search/suggest/", {"q": text})
    assert answer.status_code == 200
    assert not answer.cookies
    return answer.json()["suggestions"]


@pytest.mark.parametrize("typed", ["aga", "Agád", "أكا", "ⴰⴳⴰ"])
def test_a_place_in_any_script(client, museum, typed):
    assert "/fr/places/agadir/" in [row["url"] for row in offered(client, typed)]


def test_from_any_word_of_a_title_on(client, museum):
    builders.event(titles={"fr": "Accord de main-d’œuvre"}, slug="accord")
    assert [row for row in offered(client, "main d") if row["url"].endswith("#event-accord")]


def test_a_name_in_another_language_says_what_it_is_called(client, museum):
    [row] = [row for row in offered(client, "أكا", "fr") if row["url"] == "/fr/places/agadir/"]
    assert (row["name"], row["label"]) == ("أكادير", "Agadir")
    assert row["name_direction"] == "rtl"


def test_a_page_in_the_readers_language(client, museum):
    rows = offered(client, "قطار", "ar")
    assert museum.story_ar.url in [row["url"] for row in rows]


def test_nothing_for_a_letter_and_for_nothing(client, museum):
    assert offered(client, "a") == []
    assert offered(client, "") == []


def test_never_more_than_eight(client, museum):
    for _ in range(12):
        builders.place(names={"fr": "Tazenakht le lieu"})
    assert len(offered(client, "taze")) == 8


def test_withdrawn_things_are_not_offered(client, museum):
    museum.place.unpublish()
    assert "/fr/places/agadir/" not in [row["url"] for row in offered(client, "agad")]
