"""What a reader asked for, as groups of tokens: every word with what else it may be written, mean or sound like.

A group is met by any of its alternatives, each worth less than the one before: the word as typed, its other forms, the
words of the same concept in other languages, things related to the place or person it names, what sounds alike, what is
spelt alike. Sounds and spellings are only asked where the word itself gives little.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass, field

from museum.core.arabic import is_arabic, light_forms, without_article
from museum.core.prepared import Prepared, ask
from museum.core.terms import Term, query_terms, sounds, words
from museum.search import concepts, spelling, vocabulary
from museum.search.models import SearchName
from museum.search.wording import LONGEST_WORD, RELATED_LETTERS, SOUND, related_token, token

#: What an alternative is worth by how it was found.
TYPED, FORM, CONCEPT, RELATED, HEARD, SPELT = 1.0, 0.9, 0.6, 0.4, 0.45, 0.55
BOLDER, FAR_COMMONER = 0.7, 2
#: Documents that have a word itself; with fewer, its sounds are asked as well.
FEW = 3
#: Words of a query that may make one name together.
LONGEST_NAME = 5

Alternative = tuple[str, ...]


@dataclass
class Group:
    """One term and its alternatives (tokens that must all be there) with what each is worth."""

    term: Term
    alternatives: dict[Alternative, float] = field(default_factory=dict)
    #: Alternatives that come of a concept, with the words that people read for them.
    concepts: dict[Alternative, str] = field(default_factory=dict)
    #: Alternatives that mean things related to a place, theme or person, with its kind and its names.
    related: dict[Alternative, tuple[str, list]] = field(default_factory=dict)
    weight: int = 10
    #: What was taken for it where nothing is written as it was typed.
    spelt: str = ""

    def add(self, alternative: Alternative, worth: float) -> None:
        if worth > self.alternatives.get(alternative, 0):
            self.alternatives[alternative] = worth

    @property
    def strong(self) -> list[Alternative]:
        """The word itself, in any of its forms, or as it is spelt rightly."""
        enough = min(max(self.alternatives.values(), default=0), FORM)
        return [alternative for alternative, worth in self.alternatives.items() if worth >= enough]


@dataclass
class Plan:
    """A query understood. ``whole`` is its folded text; ``named`` the documents that it names wholly."""

    text: str
    language: str
    whole: str = ""
    #: The same without an article and what is joined to it, as names are compared.
    bare: str = ""
    groups: list[Group] = field(default_factory=list)
    #: Terms of which nothing is known, as typed.
    unknown: list[str] = field(default_factory=list)
    named: set[int] = field(default_factory=set)

    @property
    def weight(self) -> int:
        return sum(group.weight for group in self.groups)

    @property
    def corrected(self) -> str:
        """The text with what was taken for misspelt words; empty where nothing was."""
        text = self.text
        spelt = [group for group in self.groups if group.spelt]
        for group in sorted(spelt, key=lambda group: -group.term.start):
            text = text[: group.term.start] + group.spelt + text[group.term.end :]
        return text if spelt else ""


def plan_for(text: str, language: str, documents: int) -> Plan:
    """What ``text`` asks for; ``documents`` is how many there are in all. At most five queries, whatever is typed."""
    whole = " ".join(word.folded for word in words(text[:400]))
    plan = Plan(text, language, whole, bare_name(whole))
    terms = query_terms(text, language)
    if not terms:
        return plan
    meanings = concepts.meanings_of(terms)
    asked = {token(form) for term in terms for form in term.forms | _bolder_forms(term)}
    asked |= {part for others in meanings.values() for meaning in others for part in meaning.tokens}
    asked |= {f"{SOUND}{sound}" for term in terms for sound in _sounds_of(term)}
    words_known, named = ask(vocabulary.KNOWN(asked), _NAMES(_runs_of(plan.whole, terms)))
    known = {word: frequency for word, frequency, _shown in words_known}
    shown = {word: form for word, _frequency, form in words_known}
    names = _names_among(named, plan.bare)
    for place, term in enumerate(terms):
        group = Group(term)
        _add_forms(group, known)
        _add_bolder_forms(group, known)
        for meaning in meanings.get(place, ()):
            if all(part in known for part in meaning.tokens) and meaning.tokens not in group.alternatives:
                group.add(meaning.tokens, HEARD if meaning.is_by_sound else CONCEPT)
                group.concepts[meaning.tokens] = " ".join(shown[part] or part for part in meaning.tokens)
        for found in names:
            if term.folded in found.words or term.forms & found.words:
                alternative = (related_token(found.kind, found.pk),)
                group.add(alternative, RELATED)
                group.related[alternative] = (found.kind, found.names)
        _add_sounds(group, known)
        plan.groups.append(group)
    _correct(plan, known, documents)
    plan.unknown = [group.term.typed for group in plan.groups if not group.alternatives]
    plan.groups = [group for group in plan.groups if group.alternatives]
    for group in plan.groups:
        group.weight = _weight(group, known, documents)
    plan.named = {found.document for found in names if bare_name(found.folded) == plan.bare}
    return plan


def bare_name(folded: str) -> str:
    """A folded name without the article and the prefixes of its first word: "فالدار البيضاء", "الدار البيضاء" alike."""
    first, space, rest = folded.partition(" ")
    return f"{without_article(first)}{space}{rest}" if is_arabic(first) else folded


def _add_forms(group: Group, known: dict[str, int]) -> None:
    typed = token(group.term.folded)
    for form in group.term.forms:
        if (word := token(form)) in known:
            group.add((word,), TYPED if word == typed else FORM)


def _bolder_forms(term: Term) -> frozenset[str]:
    """The forms of an Arabic word whose first letter may be joined to it: "بعقد" is "with a contract"."""
    return light_forms(term.folded) - term.forms if is_arabic(term.folded) else frozenset()


def _add_bolder_forms(group: Group, known: dict[str, int]) -> None:
    """They count where the word is far commoner without its first letter: "وجدة" is not "and a grandmother"."""
    typed = max((known.get(token(form), 0) for form in group.term.forms), default=0)
    for form in _bolder_forms(group.term):
        if known.get(token(form), 0) > FAR_COMMONER * typed:
            group.add((token(form),), BOLDER)


def _add_sounds(group: Group, known: dict[str, int]) -> None:
    direct = sum(known[part] for (part, *rest) in group.alternatives if not rest and part in known)
    is_understood = any(worth >= CONCEPT and key in group.concepts for key, worth in group.alternatives.items())
    if direct < FEW and not is_understood and len(group.term.folded) > 2:
        for sound in _sounds_of(group.term):
            if f"{SOUND}{sound}" in known:
                group.add((f"{SOUND}{sound}",), HEARD)


def _sounds_of(term: Term) -> set[str]:
    """How a term sounds; also without a last t, which ta marbuta has before another word ("bita9at l2i9ama")."""
    found = set(term.sounds)
    if term.folded.isascii() and len(term.folded) > 5 and term.folded.endswith(("at", "et")):
        found |= sounds(term.folded[:-1])
    return found


def _correct(plan: Plan, known: dict[str, int], documents: int) -> None:
    """What misspelt words may have been meant for; a word that something sounds like is left, but asked as well."""
    lost = [
        group
        for group in plan.groups
        if not any(worth > HEARD or alternative[0][:2] == "zr" for alternative, worth in group.alternatives.items())
    ]
    found = spelling.nearest([group.term.folded[:LONGEST_WORD] for group in lost]) if lost else {}
    for group in lost:
        for rank, (word, shown, frequency) in enumerate(found.get(group.term.folded[:LONGEST_WORD], ())):
            group.add((word,), SPELT - 0.05 * rank)
            known[word] = frequency
            if rank == 0 and not group.spelt and max(group.alternatives.values()) == SPELT:
                group.spelt = shown


def _weight(group: Group, known: dict[str, int], documents: int) -> int:
    """How much a word tells, from 2 (everything has it) to 20: a whole number, so that both databases add alike."""
    frequency = max([known.get(part, 1) for alternative in group.strong for part in alternative], default=1)
    share = math.log((documents + 1) / (frequency + 0.5)) / math.log(documents + 2)
    # What is only guessed tells less than what is written.
    sure = 1.0 if max(group.alternatives.values(), default=1.0) >= FORM else 0.6
    return max(2, min(20, round(20 * share * sure)))


@dataclass(frozen=True)
class Named:
    """A name, wholly or in part of the query, and what bears it."""

    folded: str
    words: frozenset[str]
    kind: str
    pk: int
    document: int
    names: list = field(default_factory=list, compare=False)


_NAMES = Prepared(
    lambda folded: SearchName.objects.filter(folded__in=folded, is_whole=True).values_list(
        "folded", "document__kind", "document__reference", "document", "document__names"
    )[:200]
)


def _runs_of(whole: str, terms: Iterable[Term]) -> set[str]:
    """Everything in the query that may be a name."""
    parts = whole.split()[:20]
    runs = {
        " ".join(parts[start : start + length])
        for length in range(1, LONGEST_NAME + 1)
        for start in range(len(parts) - length + 1)
    }
    runs |= {bare_name(run) for run in runs} | {form for term in terms for form in term.forms}
    return {*runs, whole[:120], bare_name(whole)[:120]}


def _names_among(rows: list[tuple], bare: str) -> list[Named]:
    """The names that stand in the query: of places, themes and persons anywhere in it, of anything as the whole of it."""
    found = []
    for folded, kind, reference, document, names in rows:
        if kind in RELATED_LETTERS:
            pk = int(reference.partition(":")[2])
            found.append(Named(folded, frozenset(folded.split()), kind, pk, document, names))
        elif bare_name(folded) == bare:
            found.append(Named(folded, frozenset(), kind, 0, document))
    return found
