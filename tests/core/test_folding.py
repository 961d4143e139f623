"""Folding: what is the same to a reader is the same to the search, and every word keeps its place."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from museum.core.folding import fold, words
from museum.core.tifinagh import to_latin, to_tifinagh

SAME = {
    "Latin case and accents": ["Kénitra", "KÉNITRA", "kenitra", "Ke\u0301nitra"],
    "apostrophes": ["l’argentière", "l'argentiere", "L‘Argentière", "lʼargentière", "l`argentière", "l argentiere"],
    "hyphens and dashes": ["Saint-Étienne", "saint etienne", "Saint‑Étienne", "Saint – Étienne", "Saint_Étienne"],
    "ligatures": ["cœur", "coeur", "CŒUR"],
    "compatibility forms": ["ﬁlature", "filature"],
    "Tamazight letters": ["Aḍar n uẓekka", "adar n uzekka", "AḌAR N UẒEKKA"],
    "gamma": ["amaziɣ", "amaziγ", "AMAZIƔ", "amazigh"],
    "epsilon": ["taɛrabt", "taεrabt", "taerabt"],
    "emphatics": ["ḥ ṭ ṣ ṛ ḍ ẓ", "h t s r d z"],
    "Tifinagh": ["ⴰⴳⴰⴷⵉⵔ", "Agadir"],
    "Tifinagh with labialisation": ["ⴰⵙⴳⴳⵯⴰⵙ", "asggʷas", "asggwas"],
    "Arabic marks": ["سُوسٌ", "سوس"],
    "tatweel": ["هجـــرة", "هجرة"],
    "hamza seats": ["أمل", "امل", "إمل", "آمل", "ٱمل"],
    "hamza on waw and ya": ["مسؤول", "مسوول", "مسوءول"],
    "alef maqsura": ["ذكرى", "ذكري", "ذكری"],
    "ta marbuta": ["مدرسة", "مدرسه"],
    "Moroccan gaf": ["أڭادير", "أكادير", "أگادير", "اݣادير", "أکادير"],
    "v and p": ["ڤيزا پاسبور", "فيزا باسبور"],
    "Arabic punctuation": ["رحلة، غربة؛ وطن؟", "رحلة غربة وطن"],
    "digits": ["١٩٦٣", "۱۹۶۳", "1963"],
    "invisible characters": ["ca\u00adfé", "ca\u200dfé", "\ufeffcafé", "cafe"],
    "guillemets and points": ["« Café. »", "“café!”", "café…"],
    "symbols": ["thé + pain = 2 €", "thé & pain | 2", "(thé) pain* ~2^"],
}


@pytest.mark.parametrize("spellings", SAME.values(), ids=SAME)
def test_spellings_that_mean_the_same_fold_to_the_same(spellings):
    assert len({fold(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("Fès", "Fez"), ("بركان", "بركات"), ("غربة", "قربة"), ("حال", "خال"), ("amaziɣ", "amazig"), ("mer", "mère et")],
)
def test_different_words_stay_apart(one, other):
    assert fold(one) != fold(other)


def test_every_character_folds_once_and_for_all_and_as_in_words():
    """Letters, digits and spaces only come out, and a second folding changes nothing; planes without letters left out."""
    for code in [*range(0x20000), *range(0xE0000, sys.maxunicode, 0x101)]:
        folded = fold(chr(code))
        assert fold(folded) == folded, hex(code)
        assert all(part.isalnum() for part in folded.split()), hex(code)
        assert " ".join(word.folded for word in words(chr(code))) == folded, hex(code)


@given(st.text(st.characters(exclude_categories=())))
def test_words_are_the_folding_with_places(text):
    found = words(text)
    assert " ".join(word.folded for word in found) == fold(text)
    for word, following in zip(found, found[1:], strict=False):
        assert word.end <= following.start or (word.start, word.end) == (following.start, following.end)
    for word in found:
        assert 0 <= word.start < word.end <= len(text)
        assert word.folded in fold(text[word.start : word.end]).split()


def test_a_word_keeps_its_marks_and_loses_its_neighbours():
    text = "قالت: «الغُرْبَةُ، سماء» l’École…"
    assert [text[word.start : word.end] for word in words(text)] == ["قالت", "الغُرْبَةُ", "سماء", "l", "École"]


def test_a_direction_override_is_in_no_word():
    text = "ab\u202ecd\u2066ef"
    assert [text[word.start : word.end] for word in words(text)] == ["ab", "cd", "ef"]


@pytest.mark.parametrize(
    "tifinagh", ["ⵜⴰⵎⴰⵣⵉⵖⵜ", "ⴰⵙⴳⴳⵯⴰⵙ", "ⴰⵥⴰⵡⴰⵏ", "ⵜⴰⵎⵟⵟⵓⵜ", "ⵕⵕⴱⴰⵟ", "ⵍⵃⵓⵙⵉⵎⴰ", "ⵅⵔⵉⴱⴳⴰ", "ⵜⴰⵄⵔⴰⴱⵜ, 1963"]
)
def test_tifinagh_goes_to_latin_and_back(tifinagh):
    assert to_tifinagh(to_latin(tifinagh)) == tifinagh


@given(st.text("ⴰⴱⴳⴷⴹⴻⴼⴽⵀⵃⵄⵅⵇⵉⵊⵍⵎⵏⵓⵔⵕⵖⵙⵚⵛⵜⵟⵡⵢⵣⵥⵯ 1,"))
def test_every_tifinagh_text_comes_back(text):
    assert to_tifinagh(to_latin(text)) == text


@pytest.mark.parametrize(
    ("latin", "tifinagh"),
    [
        ("Tamaziɣt", "ⵜⴰⵎⴰⵣⵉⵖⵜ"),
        ("tamaziγt", "ⵜⴰⵎⴰⵣⵉⵖⵜ"),
        ("taεrabt", "ⵜⴰⵄⵔⴰⴱⵜ"),
        ("AḌAR", "ⴰⴹⴰⵔ"),
        ("ad\u0323ar", "ⴰⴹⴰⵔ"),
    ],
)
def test_latin_is_written_in_tifinagh(latin, tifinagh):
    assert to_tifinagh(latin) == tifinagh
