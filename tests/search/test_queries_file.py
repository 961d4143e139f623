"""The query set: well formed, varied enough, and asking only for records that the demonstration collection has."""

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml
from django.utils.text import slugify

from museum.demo.content import read, read_folder

QUERIES = yaml.safe_load((Path(__file__).parent / "queries.yaml").read_text(encoding="utf-8"))

#: How many queries of each kind there are at least.
LEAST = {
    "arabic": 35,
    "french": 30,
    "english": 25,
    "tifinagh": 15,
    "tamazight-latin": 15,
    "arabizi": 20,
    "misspelt": 25,
    "variant-name": 20,
    "concept": 15,
    "passage": 10,
    "exact": 10,
}

ARABIC, TIFINAGH, LATIN = (
    re.compile(letters) for letters in ("[\u0600-\u06ff]", "[\u2d30-\u2d7f]", "[a-zA-Z\u00c0-\u024f]")
)

#: The script that the words of a kind are in, where it has only one.
SCRIPTS = {
    "arabic": ARABIC,
    "french": LATIN,
    "english": LATIN,
    "tifinagh": TIFINAGH,
    "tamazight-latin": LATIN,
    "arabizi": LATIN,
}


def records() -> set[str]:
    """Every record of the demonstration collection as ``kind:slug``, a page by the slug of its French version."""
    kinds = {"place": "places", "person": "persons", "theme": "themes", "event": "events"}
    found = {f"{kind}:{row['key']}" for kind, name in kinds.items() for row in read(name)}
    found |= {f"recording:{row['key']}" for row in read_folder("recordings")}
    found |= {f"artefact:{slugify(row['object_number'].replace('.', '-'))}" for row in read_folder("artefacts")}
    for kind, folder in (("story", "stories"), ("exhibit", "exhibits")):
        found |= {f"{kind}:{row['languages']['fr']['slug']}" for row in read_folder(folder)}
    return found


RECORDS = records()


def faults(is_right) -> list[str]:
    """The queries for which ``is_right`` does not hold, under their kind and words."""
    return [f"{row['kind']}: {row['query']}" for row in QUERIES if not is_right(row)]


def test_every_query_has_the_five_fields():
    assert faults(lambda row: set(row) == {"query", "language", "kind", "expected", "note"}) == []


def test_every_query_says_what_it_is():
    assert faults(lambda row: row["query"] == row["query"].strip() != "") == []
    assert faults(lambda row: row["language"] in {"fr", "ar", "en", "zgh"}) == []
    assert faults(lambda row: row["kind"] in LEAST) == []
    assert faults(lambda row: row["note"].strip() != "") == []


def test_every_query_expects_one_to_four_records():
    assert faults(lambda row: 1 <= len(row["expected"]) == len(set(row["expected"])) <= 4) == []


def test_every_record_expected_exists():
    assert faults(lambda row: set(row["expected"]) <= RECORDS) == []


def test_every_query_is_in_the_script_of_its_kind():
    def in_script(row) -> bool:
        used = {script for script in (ARABIC, TIFINAGH, LATIN) if script.search(row["query"])}
        return row["kind"] not in SCRIPTS or used == {SCRIPTS[row["kind"]]}

    assert faults(in_script) == []


def test_nothing_is_asked_twice():
    asked = Counter((row["query"], row["language"]) for row in QUERIES)
    assert [query for query, times in asked.items() if times > 1] == []


@pytest.mark.parametrize("kind", LEAST)
def test_every_kind_reaches_its_number(kind):
    assert Counter(row["kind"] for row in QUERIES)[kind] >= LEAST[kind]


def test_every_kind_of_record_is_looked_for():
    expected = {record.split(":")[0] for row in QUERIES for record in row["expected"]}
    assert expected == {record.split(":")[0] for record in RECORDS}
