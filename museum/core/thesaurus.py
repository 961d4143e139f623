"""A thesaurus of concepts that joins the languages: غربة, exil, exile and ghorba are one question.

The museum's own concepts stand in ``thesaurus.yaml``; a curator's come as further :class:`Concept` objects, which add
words to a concept of the same key or make a new one. Entries may have several words ("regroupement familial"), which
are found where they stand together in a query.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from museum.core.stop_words import STOP_WORDS
from museum.core.terms import Term, distance, fold, query_forms, sounds

PATH = Path(__file__).with_suffix(".yaml")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # safe either way, ten times as fast in C
#: The key, beside languages, of words that lead to a concept and are never looked for in texts.
ASKED = "asked"
#: Languages whose words people spell by ear when they type them in Latin letters.
_BY_EAR = frozenset({"ar", "ary", "ary-Latn", "zgh", "zgh-Latn"})
_ARABIZI = re.compile("[a-z][23579]|[23579][a-z]{2}")


@dataclass(frozen=True, slots=True)
class Concept:
    """The words of a concept by language (BCP 47, or ``ASKED``), as a dictionary has them."""

    key: str
    words: Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Found:
    """Concepts in a query: ``terms[first:last]`` named them, by letters or only by sound; ``others`` are their other words."""

    first: int
    last: int
    concepts: frozenset[str]
    others: frozenset[str]
    is_by_sound: bool = False


def read(path: Path = PATH) -> list[Concept]:
    """The concepts of a YAML file; :class:`ValueError` says which concept is not a mapping of languages to lists."""
    concepts = []
    for key, words in (yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER) or {}).items():
        lists = words.values() if isinstance(words, dict) else [None]
        if not all(isinstance(listed, list) and all(isinstance(word, str) for word in listed) for listed in lists):
            raise ValueError(f"{path.name}: the concept “{key}” must have a list of words for each language")
        concepts.append(Concept(str(key), words))
    return concepts


@dataclass(frozen=True, slots=True)
class _Entry:
    """A word or phrase of a concept: the forms of each of its words, any of which a query may have."""

    key: str
    words: tuple[str, ...]
    forms: tuple[frozenset[str], ...]

    def stands_in(self, forms: Sequence[frozenset[str]]) -> bool:
        """Whether the words with these forms begin with the entry."""
        return len(forms) >= len(self.forms) and all(
            own & others for own, others in zip(self.forms, forms, strict=False)
        )


class Thesaurus:
    """Concepts to look words up in. Building one takes a good part of a second; keep it."""

    def __init__(self, concepts: Iterable[Concept]):
        self._entries: dict[str, list[_Entry]] = defaultdict(list)
        self._by_sound: dict[str, set[tuple[str, str]]] = defaultdict(set)
        self._words: dict[str, set[str]] = defaultdict(set)
        self._include(concepts)

    def _include(self, concepts: Iterable[Concept]) -> None:
        for concept in concepts:
            for language, words in concept.words.items():
                for word in words:
                    self._add(concept.key, language, fold(word).split())

    def extended(self, concepts: Iterable[Concept]) -> "Thesaurus":
        """A thesaurus of these concepts too, without building anew what stands here."""
        longer = Thesaurus(())
        longer._entries.update((form, list(entries)) for form, entries in self._entries.items())
        longer._by_sound.update((sound, set(entries)) for sound, entries in self._by_sound.items())
        longer._words.update((key, set(words)) for key, words in self._words.items())
        longer._include(concepts)
        return longer

    def _add(self, key: str, language: str, words: list[str]) -> None:
        if not words:
            return
        if language != ASKED and (len(words) > 1 or words[0] not in STOP_WORDS):
            self._words[key].add(" ".join(words))
        telling = [word for word in words if word not in STOP_WORDS]
        for spelt in {tuple(words), tuple(telling if len(telling) > 1 else words)}:
            # A stem of another language's grammar would be an accident: "chanta" is no form of "chanter".
            forms = (frozenset({word}) if language.endswith("-Latn") else query_forms(word) for word in spelt)
            entry = _Entry(key, spelt, tuple(forms))
            for form in entry.forms[0]:
                self._entries[form].append(entry)
        if language in _BY_EAR and len(words) == 1:
            for sound in sounds(words[0]):
                self._by_sound[sound].add((key, words[0]))

    def concepts(self, forms: Iterable[str]) -> set[str]:
        """The keys of the concepts that any of the folded words or phrases names."""
        phrases = [form.split() for form in forms]
        return {key for words in phrases for key in self._named(words, [frozenset({word}) for word in words])}

    def expansions(self, term: Term | str) -> set[str]:
        """The other words, folded, of the concepts that a term or a folded word or phrase names; phrases have spaces."""
        words = [term.folded] if isinstance(term, Term) else term.split()
        forms = [term.forms] if isinstance(term, Term) else [query_forms(word) for word in words]
        return self._others(self._named(words, forms), forms)

    def find(self, terms: Sequence[Term]) -> list[Found]:
        """The concepts in a query, in its order, longest entries first; by sound only where letters name none."""
        found, at = [], 0
        words, forms = [term.folded for term in terms], [term.forms for term in terms]
        while at < len(terms):
            last, by_sound = at + 1, False
            if entries := self._longest(words[at:], forms[at:]):
                keys = {entry.key for entry in entries}
                last = at + len(entries[0].words)
            else:
                keys = {key for key, word in self._sounding_like(terms[at]) if _is_meant(terms[at].folded, word)}
                by_sound = True
            if keys:
                others = self._others(keys, forms[at:last])
                found.append(Found(at, last, frozenset(keys), frozenset(others), by_sound))
            at = last
        return found

    def _sounding_like(self, term: Term) -> set[tuple[str, str]]:
        """(key, word) of the entries that sound like a term."""
        return {entry for sound in term.sounds if len(sound) > 2 for entry in self._by_sound.get(sound, ())}

    def _named(self, words: Sequence[str], forms: Sequence[frozenset[str]]) -> set[str]:
        return {entry.key for entry in self._longest(words, forms) if len(entry.words) == len(words)}

    def _longest(self, words: Sequence[str], forms: Sequence[frozenset[str]]) -> list[_Entry]:
        """Of the entries that the words begin with, those with most words, and of these the literal ones if any are."""
        if not forms:
            return []
        standing = [entry for form in forms[0] for entry in self._entries.get(form, ()) if entry.stands_in(forms)]
        most = max((len(entry.words) for entry in standing), default=0)
        longest = [entry for entry in standing if len(entry.words) == most]
        return [entry for entry in longest if entry.words == tuple(words[:most])] or longest

    def _others(self, keys: Iterable[str], forms: Sequence[frozenset[str]]) -> set[str]:
        others = {word for key in keys for word in self._words.get(key, ())}
        return others - forms[0] if len(forms) == 1 else others


def _is_meant(typed: str, word: str) -> bool:
    """Whether a word that sounds like an entry may be taken for it: spelt nearly so, or in Arabizi, digits and all.

    Sound alone would make concepts of French and English words ("italy" of عطلة, a holiday).
    """
    if _ARABIZI.search(typed):
        return True
    return word.isascii() and len(typed) > 4 and distance(typed, word, 1 if len(typed) < 7 else 2) is not None


@cache
def thesaurus() -> Thesaurus:
    """The museum's own thesaurus, without a curator's additions."""
    return Thesaurus(read())


def concepts(forms: Iterable[str]) -> set[str]:
    """The keys of the museum's concepts that any of the folded words or phrases names."""
    return thesaurus().concepts(forms)


def expansions(term: Term | str) -> set[str]:
    """The other words of the museum's concepts that a term or a folded word or phrase names."""
    return thesaurus().expansions(term)
