"""Thesaurus: one concept in every language; its file is well formed; a curator adds to it."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from museum.core.arabic import without_article
from museum.core.languages import CONTENT_LANGUAGES
from museum.core.stop_words import STOP_WORDS
from museum.core.terms import fold, index_forms, query_terms
from museum.core.thesaurus import ASKED, Concept, Thesaurus, concepts, expansions, read, thesaurus

CONCEPTS = read()

SAME = """
exile: غربة | الغربة | exil | exile | ghorba | exilés | L’exil
longing: الحنين | nostalgie | homesick | 7anin | mal du pays
letter: رسالة | رسائل | lettres | letter | bra | ⵜⴰⴱⵔⴰⵜ | الرسالة
suitcase: valise | suitcases | حقيبة | الحقائب | شنطة | valiza | 7a9iba
mine: mineurs | colliery | مناجم | lmanjam | charbonnage
tea: thé | tea | شاي | أتاي | atay | mint tea
summer: été | summer | الصيف
family-reunification: regroupement familial | le regroupement familial | family reunification | لم شمل الأسرة | التجمع العائلي
first-world-war: Première Guerre mondiale | WW1 | First World War | الحرب العالمية الأولى
residence-permit: carte de séjour | residence permit | bita9at l2i9ama | بطاقة الإقامة
railway: railroad | chemins de fer | السكك الحديدية
strike: grèves | strikes | الإضراب | idrab
football: soccer | كرة القدم | koura
remittance: money transfer | mandats | envoyer de l'argent | الحوالة
"""


@pytest.mark.parametrize("line", SAME.strip().splitlines(), ids=lambda line: line.split(":")[0])
def test_a_concept_is_asked_for_in_any_language(line):
    key, asked = line.split(": ")
    for query in asked.split(" | "):
        found = thesaurus().find(query_terms(query, "fr"))
        assert key in set().union(*(one.concepts for one in found)), query


def test_a_concept_gives_its_words_in_the_other_languages():
    assert {"exil", "exile", "ghorba"} <= expansions("غربه")
    assert "غربه" in expansions("exil")
    assert "exil" not in expansions("exil")
    assert "family reunification" in expansions("regroupement familial")
    [term] = query_terms("valises", "fr")
    assert {"حقيبه", "suitcase"} <= expansions(term)
    assert expansions("zzz") == concepts(["zzz"]) == set()
    assert concepts(["exil", "regroupement familial"]) == {"exile", "family-reunification"}


def test_the_longest_entry_counts_and_the_rest_of_the_query_stays():
    [strike, mines] = thesaurus().find(query_terms("grève de la faim dans les mines", "fr"))
    assert (strike.first, strike.last, strike.concepts) == (0, 2, {"hunger-strike"})
    assert (mines.first, mines.last) == (2, 3)
    [strikes] = thesaurus().find(query_terms("grèves de la faim", "fr"))
    assert strikes.concepts == {"hunger-strike"}
    assert "mine" in mines.concepts


def test_the_word_itself_counts_before_its_stems():
    [found] = thesaurus().find(query_terms("chanta", "fr"))
    assert found.concepts == {"suitcase"}
    for query in ("chant", "chants"):
        [found] = thesaurus().find(query_terms(query, "fr"))
        assert found.concepts == {"song"}


def test_sound_joins_only_what_letters_do_not():
    [found] = thesaurus().find(query_terms("lghourbaa", "fr"))
    assert found.is_by_sound
    assert "exile" in found.concepts
    [found] = thesaurus().find(query_terms("ghorba", "fr"))
    assert not found.is_by_sound
    [found] = thesaurus().find(query_terms("l7o9o9", "fr"))
    assert (found.is_by_sound, found.concepts) == (True, {"rights"})
    assert thesaurus().find(query_terms("italy august town quatre gens", "en")) == []


def test_what_means_too_much_leads_to_a_concept_and_is_not_looked_for():
    for word in ("été", "thé", "the", "ام"):
        assert all(fold(word) not in thesaurus().expansions(other) for other in ("summer", "tea", "mother"))
    assert concepts(["ete"]) == {"summer"}


def test_a_curator_adds_words_and_concepts():
    added = Thesaurus(
        [*CONCEPTS, Concept("exile", {"nl": ["ballingschap"]}), Concept("olive", {"fr": ["olive"], "ar": ["زيتون"]})]
    )
    assert "غربه" in added.expansions("ballingschap")
    assert "ballingschap" in added.expansions("exil")
    assert added.expansions("olives") == {"olive", "زيتون"} - added.expansions("zzz") - {"olive"}
    assert expansions("ballingschap") == set()


def test_a_word_that_a_curator_adds_is_not_looked_for_where_it_says_nothing():
    added = Thesaurus([Concept("tea", {"fr": ["thé", "infusion"], "ar": ["شاي"]})])
    assert added.expansions("شاي") == {"infusion"}
    assert added.expansions("the") == {"infusion", "شاي"}


def test_the_file_is_well_formed():
    languages = {code for code, _name in CONTENT_LANGUAGES} | {ASKED}
    assert len(CONCEPTS) >= 100
    for concept in CONCEPTS:
        assert set(concept.words) <= languages, concept.key
        assert len(set(concept.words) & {"fr", "ar", "en"}) >= 2, concept.key
        for language, words in concept.words.items():
            twice = [word for word, count in Counter(map(fold, words)).items() if count > 1]
            assert not twice, (concept.key, language, twice)
            for word in words:
                folded = fold(word)
                assert folded, concept.key
                assert (
                    language == ASKED or len(folded) > 2 or folded.isdigit() or not folded.isascii() or folded == "tv"
                ), word
                assert language == ASKED or folded not in STOP_WORDS, (concept.key, word)


def test_arabic_words_stand_without_their_article_unless_they_need_it():
    with_article = {
        word
        for c in CONCEPTS
        for word in c.words.get("ar", [])
        if " " not in word and without_article(fold(word)) != fold(word)
    }
    assert with_article == {"الأم"}


def test_every_word_is_found_in_a_text_that_has_it():
    """What a concept looks for must be among the forms that the index has of that very word."""
    for concept in CONCEPTS:
        for language, words in concept.words.items():
            for word in words:
                for part in fold(word).split():
                    assert part in index_forms(part, language)


def test_a_file_of_another_shape_says_which_concept_is_wrong(tmp_path):
    path = tmp_path / "more.yaml"
    path.write_text("exile:\n  fr: exil\n")
    with pytest.raises(ValueError, match="exile"):
        read(path)
    path.write_text("")
    assert read(path) == []


@given(st.text(st.characters(exclude_categories=()), max_size=80))
def test_any_query_is_safe(text):
    terms = query_terms(text, "fr")
    at = 0
    for found in thesaurus().find(terms):
        assert at <= found.first < found.last <= len(terms)
        assert found.concepts
        at = found.last
