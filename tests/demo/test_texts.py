"""The demonstration texts: in three languages, as long as a wall, a label or a story may be."""

import re

import pytest

from museum.demo.content import LANGUAGES, read_folder

STORIES, EXHIBITS = read_folder("stories"), read_folder("exhibits")


def words(text: str | None) -> int:
    """How many words a text has without its markup."""
    return len(re.sub(r"<[^>]+>", " ", text or "").split())


def told(block: dict) -> int:
    """How many words of a story's block are read as its text."""
    [value] = block.values()
    if isinstance(value, str):
        return words(value)
    return sum(words(str(value.get(name) or "")) for name in ("text", "caption", "note", "label", "definition"))


@pytest.mark.parametrize("row", STORIES, ids=lambda row: row["key"])
def test_a_story_has_500_to_900_words_in_each_language(row):
    assert set(row["languages"]) >= set(LANGUAGES)
    for language in LANGUAGES:
        assert 500 <= sum(map(told, row["languages"][language]["body"])) <= 900, language


@pytest.mark.parametrize("row", EXHIBITS, ids=lambda row: row["key"])
def test_an_exhibit_has_3_to_5_rooms_and_12_to_20_works_with_texts_of_their_length(row):
    assert 3 <= len(row["rooms"]) <= 5
    assert 12 <= sum(len(room["works"]) for room in row["rooms"]) <= 20
    for language in LANGUAGES:
        text = row["languages"][language]
        assert 80 <= words(text["introduction"]) <= 140, language
        for room in row["rooms"]:
            wall = text["rooms"][room["key"]]
            assert 50 <= words(wall["wall_text"]) <= 90, (language, room["key"])
            for work in room["works"]:
                assert 20 <= words(wall["works"][work["key"]]["label"]) <= 60, (language, work["key"])


def test_every_leg_of_a_journey_has_a_source():
    for row in STORIES:
        assert row["journey"]["legs"]
        assert all(leg["source"].strip() for leg in row["journey"]["legs"]), row["key"]
