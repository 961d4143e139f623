"""Terms: a query finds a word behind its article, its plural, its pronoun; and any string is safe."""

import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from museum.core import stems
from museum.core.terms import LONGEST_WORD, MOST_TERMS, distance, fold, index_forms, query_terms

# what is typed, in which interface language, and a word of a text that it finds
FINDS = [
    ("أخبار", "ar", "الأخبار", "ar"),
    ("أغراض", "ar", "وأغراضها", "ar"),
    ("وأغراضها", "ar", "أغراض", "ar"),
    ("الأخبار", "ar", "أخبار", "ar"),
    ("غربة", "ar", "والغُرْبَةِ", "ar"),
    ("الغربة", "ar", "غربتهم", "ar"),
    ("قطار", "ar", "بالقطار", "ar"),
    ("القطار", "ar", "للقطار", "ar"),
    ("سفينة", "ar", "كالسفينة", "ar"),
    ("مرسى", "ar", "فالمرسى", "ar"),
    ("مغرب", "ar", "للمغرب", "ar"),
    ("حقيبة", "ar", "حقيبتها", "ar"),
    ("حقيبة", "fr", "وحقيبته", "ar"),
    ("بيت", "ar", "وبيتهم", "ar"),
    ("مهاجر", "ar", "المهاجرين", "ar"),
    ("مهاجرون", "ar", "المهاجرين", "ar"),
    ("سيارة", "ar", "السيارات", "ar"),
    ("رسالة", "ar", "برسالة", "ar"),
    ("والدة", "ar", "والدتها", "ar"),
    ("lettre", "fr", "lettres", "fr"),
    ("lettres", "fr", "lettre", "fr"),
    ("travail", "fr", "travaux", "fr"),
    ("bateaux", "fr", "bateau", "fr"),
    ("journal", "fr", "journaux", "fr"),
    ("ouvrière", "fr", "ouvrières", "fr"),
    ("familial", "fr", "familiaux", "fr"),
    ("letters", "fr", "letter", "en"),
    ("valises", "en", "valise", "fr"),
    ("families", "en", "family", "en"),
    ("women", "en", "woman", "en"),
    ("working", "en", "worked", "en"),
    ("neighborhoods", "en", "neighbourhood", "en"),
    ("labor", "en", "labour", "en"),
    ("colonisation", "en", "colonization", "en"),
    ("travelers", "en", "travellers", "en"),
    ("theater", "en", "theatre", "en"),
    ("marocaine", "fr", "marocains", "fr"),
    ("المغاربة", "ar", "للمغاربة", "ar"),
    ("لمغاربة", "ar", "المغاربة", "ar"),
    ("asnubg", "zgh", "ⵓⵙⵏⵓⴱⴳ", "zgh"),
    ("tachlhit", "fr", "ⵜⴰⵛⵍⵃⵉⵜ", "zgh"),
    ("ⵜⴰⵎⴰⵣⵉⵔⵜ", "zgh", "ⵜⵎⴰⵣⵉⵔⵜ", "zgh"),
]  # fmt: skip


@pytest.mark.parametrize(("query", "language", "text", "of_text"), FINDS)
def test_a_query_finds_a_word(query, language, text, of_text):
    [term] = query_terms(query, language)
    assert term.forms & index_forms(fold(text), of_text)


@pytest.mark.parametrize(
    ("query", "text", "of_text"),
    [
        ("جدة", "وجدة", "ar"), ("وجدة", "جدة", "ar"), ("لده", "ولد", "ar"), ("mer", "mère", "fr"), ("mère", "mer", "fr"),
        ("Fès", "fe", "fr"), ("بنات", "نات", "ar"), ("بحار", "حار", "ar"), ("port", "porte", "fr"), ("دها", "والدها", "ar"),
    ],
)  # fmt: skip
def test_a_query_does_not_find_another_word(query, text, of_text):
    [term] = query_terms(query, "fr")
    assert not term.forms & index_forms(fold(text), of_text)


def test_words_without_a_subject_fall_when_others_remain():
    assert [term.typed for term in query_terms("Les lettres de ma mère", "fr")] == ["lettres", "mère"]
    assert [term.typed for term in query_terms("the letters from my mother", "fr")] == ["letters", "mother"]
    assert [term.typed for term in query_terms("الحنين إلى الوطن", "ar")] == ["الحنين", "الوطن"]
    assert [term.typed for term in query_terms("le port of Tangier", "fr")] == ["port", "Tangier"]
    assert [term.typed for term in query_terms("de la", "fr")] == ["de", "la"]
    assert [term.typed for term in query_terms("son de cloche", "en")] == ["son", "cloche"]


def test_the_without_its_accent_is_tea_among_french_words():
    assert [term.typed for term in query_terms("the a la menthe", "en")] == ["the", "menthe"]
    assert [term.typed for term in query_terms("thé vert", "en")] == ["thé", "vert"]
    assert [term.typed for term in query_terms("the menthe", "fr")] == ["the", "menthe"]
    assert [term.typed for term in query_terms("the port", "en")] == ["port"]


def test_a_term_comes_once_and_knows_its_place():
    query = "Thé, thé… THÉ à la menthe"
    terms = query_terms(query, "fr")
    assert [term.folded for term in terms] == ["the", "menthe"]
    assert [query[term.start : term.end] for term in terms] == ["Thé", "menthe"]


@given(
    st.text(st.characters(exclude_categories=()), max_size=300),
    st.sampled_from(["fr", "ar", "en", "zgh", None, "", "x"]),
)
def test_any_string_is_safe(text, language):
    terms = query_terms(text, language)
    assert len(terms) <= MOST_TERMS
    assert bool(terms) == bool(fold(text))
    for term in terms:
        assert term.typed == text[term.start : term.end]
        assert len(term.typed) <= LONGEST_WORD
        assert term.folded in term.forms
        for form in term.forms | term.sounds:
            assert 0 < len(form) <= LONGEST_WORD + 1
            assert form.isalnum()
        assert term.folded in index_forms(term.folded, language)


@pytest.mark.parametrize(
    "hostile", ["\x00", "\ud800", "\u202e", "é\u0301", "سَ", "ab-", "(a+)+", "NEAR(", "' OR 1=1 --", "\ufdfa", "7'"]
)
def test_a_hundred_kilobytes_are_answered_at_once(hostile):
    text = hostile * (100_000 // len(hostile))
    began = time.process_time()
    assert len(query_terms(text, "fr")) <= MOST_TERMS
    assert time.process_time() - began < 0.3


def test_a_long_query_is_cut_to_its_first_terms_and_letters():
    terms = query_terms(" ".join(f"mot{number}" for number in range(20_000)), "fr")
    assert [term.folded for term in terms] == [f"mot{number}" for number in range(MOST_TERMS)]
    [term] = query_terms("é" * 5_000, "fr")
    assert (term.typed, term.folded) == ("é" * LONGEST_WORD, "e" * LONGEST_WORD)
    assert term.forms & index_forms("e" * 5_000, "fr")


def test_many_readers_at_once_get_the_stems_that_one_gets():
    """The stemmers are objects with a state of their own."""
    known = [
        f"{start}{end}"
        for start in ("travaill", "ouvri", "chant", "miner", "strik")
        for end in ("ation", "eurs", "ement", "ings", "ives")
    ] * 8
    alone = [stems.stems.__wrapped__(word) for word in known]
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as readers:
            together = list(readers.map(lambda _reader: [stems.stems.__wrapped__(word) for word in known], range(8)))
    finally:
        sys.setswitchinterval(interval)
    assert all(one == alone for one in together)


def test_distance_counts_letters_and_swaps():
    assert distance("marrakech", "marakech", 2) == 1
    assert distance("agadir", "agaidr", 1) == 1
    assert distance("agadir", "oujda", 2) is None
    assert distance("غربه", "غربه", 0) == 0
