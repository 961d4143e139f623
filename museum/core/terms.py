"""The words of the search: what of a text is indexed, and what of a query is looked for.

Both sides meet in folded words (``museum.core.folding``). A word is indexed in the forms of ``index_forms`` and, as a
weaker sign, in those of ``sounds``; a query is taken apart by ``query_terms``. A document has a term when one of the
term's forms is among the forms of one of its words.
"""

from dataclasses import dataclass

from rapidfuzz.distance import OSA

from museum.core import amazigh, arabic, stems
from museum.core import sounds as sounds_of
from museum.core.folding import Word, fold, words
from museum.core.stop_words import stop_words

__all__ = [
    "LONGEST_WORD",
    "MOST_TERMS",
    "Term",
    "Word",
    "distance",
    "fold",
    "index_forms",
    "query_forms",
    "query_terms",
    "sounds",
    "words",
]

#: Letters of a word that count, in documents and queries alike.
LONGEST_WORD = 40
MOST_TERMS = 12
#: Characters of a query that are read at all; twelve terms of forty letters fit well within.
_LONGEST_QUERY = 1_000

_STEMMED = {"fr": ("fr",), "en": ("en",)}
_EVERY_STEM = ("fr", "en")


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a query: ``typed`` is ``query[start:end]``; ``forms`` are looked for first, ``sounds`` after them."""

    typed: str
    start: int
    end: int
    folded: str
    forms: frozenset[str]
    sounds: frozenset[str]


def index_forms(word: str, language: str | None = None) -> frozenset[str]:
    """The forms of one folded word that are indexed: itself, and what else it may be looked for by.

    Arabic words without article, prefixes, pronoun and plural ending; French and English words without plural and
    ending (both where the language is not known); Tamazight words in free state and in French letters. ``language`` is
    a BCP 47 tag or ``None``; the script of the word decides before it does.
    """
    word = word[:LONGEST_WORD]
    primary = (language or "").partition("-")[0]
    if arabic.is_arabic(word):
        return arabic.light_forms(word)
    if primary in amazigh.LANGUAGES:
        return amazigh.spellings(word) | {word}
    return stems.stems(word, _STEMMED.get(primary, _EVERY_STEM)) | {word}


def sounds(word: str) -> frozenset[str]:
    """The one or two keys of how a folded word or name sounds, the same in every script and spelling; maybe none.

    See ``museum.core.sounds`` for what they are made of.
    """
    return sounds_of.sounds(word[:LONGEST_WORD])


def query_terms(text: str, language: str | None = None) -> list[Term]:
    """The terms of what somebody typed into a search: at most ``MOST_TERMS``, each once, in their order.

    ``language`` is the reader's; people search in other languages as well. Words without a subject fall when others
    remain. Any string is safe here: what is neither letter nor digit never reaches a term.
    """
    found: dict[str, Term] = {}
    for word in words(text[:_LONGEST_QUERY]):
        term = _term(text, word)
        found.setdefault(term.folded, term)
    without = stop_words((term.typed for term in found.values()), language)
    terms = [term for term in found.values() if term.typed not in without]
    return (terms or list(found.values()))[:MOST_TERMS]


def _term(text: str, word: Word) -> Term:
    end = min(word.end, word.start + LONGEST_WORD)
    folded = (word.folded if end == word.end else fold(text[word.start : end]))[:LONGEST_WORD]
    return Term(text[word.start : end], word.start, end, folded, query_forms(folded), sounds(folded))


def query_forms(word: str) -> frozenset[str]:
    """The forms that one folded word of a query is looked for in: closer to what was typed than ``index_forms``."""
    word = word[:LONGEST_WORD]
    if arabic.is_arabic(word):
        return arabic.light_forms(word, loose=False)
    return stems.stems(word, _EVERY_STEM) | {word}


def distance(one: str, other: str, limit: int) -> int | None:
    """How many letters two words differ by (two that changed places are one); ``None`` when more than ``limit``."""
    letters = OSA.distance(one, other, score_cutoff=limit)
    return letters if letters <= limit else None
