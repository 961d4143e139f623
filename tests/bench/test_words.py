"""The words of 69,000 records are folded, with their forms and sounds, in under a minute of one processor."""

import random
import time

import pytest

from museum.core.terms import index_forms, sounds, words
from museum.demo.content import read_folder

RECORDS, SAMPLE, WORDS, BAR = 69_000, 5_000, 60, 60.0


def texts(value):
    """Every text of the demonstration content, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from texts(inner)


@pytest.mark.bench
def test_the_words_of_the_largest_collection_take_under_a_minute():
    known = " ".join(text for name in ("artefacts", "stories") for text in texts(read_folder(name))).split()
    chance = random.Random(69)
    records = [" ".join(chance.choices(known, k=WORDS)) for _record in range(SAMPLE)]
    started = time.process_time()
    for record in records:
        for word in words(record):
            index_forms(word.folded, "fr")
            sounds(word.folded)
    seconds = (time.process_time() - started) * RECORDS / SAMPLE
    print(f"\n  {RECORDS:,} records of {WORDS} words: {seconds:.1f} s")
    assert seconds < BAR
