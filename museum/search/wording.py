"""What a thing is found by: its names and passages in the languages they are in, and the words that are indexed of them.

The index holds folded words and their forms (``museum.core.terms``). Sounds stand beside them under a prefix that no word
begins with, so that a word written as it is heard finds them and nobody else does. What a thing is related to stands there
as a token too (``zrp12``: place 12): whether "Agadir" means place 12 is asked when somebody types it, so that a place that
was withdrawn or renamed this minute leaves no word of its own behind.
"""

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from museum.core.terms import index_forms, sounds, words

#: No word of ours is longer in the index; what is longer is a machine's.
LONGEST_WORD = 40
SOUND, RELATED = "zz", "zr"
#: Kinds that others are related to, and the letter of their tokens.
RELATED_LETTERS = {"place": "p", "theme": "t", "person": "n"}
_ARABIC_SIDE = {"ar", "ary", "zgh", "rif", "tzm", "shi"}
#: PostgreSQL's parser would take "3e8abc" for a number and a word.
_EXPONENT = re.compile(r"\d+e\d")


@dataclass(frozen=True)
class Name:
    """A name or title. ``role``: ``title`` (may head a result), ``variant``, ``former``, ``label``, ``number``."""

    text: str
    language: str
    role: str = "title"

    def stored(self) -> list:
        return [self.text, self.language, self.role, folded_words(self.text)]


@dataclass(frozen=True)
class Passage:
    """Words of a thing that are not its name. ``kind``: ``summary``, ``text``, ``transcript`` (with its ``second``)."""

    text: str
    language: str
    kind: str = "text"
    second: float | None = None

    def stored(self) -> list:
        return [self.text, self.language, self.kind, self.second, folded_words(self.text)]


@dataclass
class Entry:
    """Everything that ``museum.search.index`` makes a document of. ``related``: primary keys by kind."""

    reference: str
    kind: str
    names: list[Name]
    passages: list[Passage] = field(default_factory=list)
    slug: str = ""
    versions: dict[str, int] = field(default_factory=dict)
    languages: set[str] = field(default_factory=set)
    related: dict[str, set[int]] = field(default_factory=dict)
    media: set[str] = field(default_factory=set)
    earliest: datetime.date | None = None
    date: str = ""
    image_id: int | None = None
    is_demonstration: bool = False


def folded_words(text: str) -> str:
    """The folded words of ``text``, parted by spaces."""
    return " ".join(word.folded for word in words(text))


@lru_cache(maxsize=100_000)
def forms_of(word: str, language: str | None) -> tuple[str, ...]:
    """The tokens of one folded word: itself first, then its other forms in order."""
    word = word[:LONGEST_WORD]
    return tuple(token(form) for form in (word, *sorted(index_forms(word, language) - {word})))


def token(form: str) -> str:
    """A form as both databases take it for one word."""
    form = form[:LONGEST_WORD]
    return f"n{form}" if _EXPONENT.match(form) else form


def sounds_of(word: str) -> set[str]:
    """The tokens of how a folded word sounds."""
    return {f"{SOUND}{sound}" for sound in sounds(word[:LONGEST_WORD])}


def related_token(kind: str, pk: int) -> str:
    """The token of everything that is related to a place, theme or person."""
    return f"{RELATED}{RELATED_LETTERS[kind]}{pk}"


def title_words(names: Iterable[Name]) -> str:
    """What is indexed of names and titles."""
    found, heard = [], set()
    for name in names:
        for word in words(name.text):
            found += forms_of(word.folded, _base(name.language))
            heard |= sounds_of(word.folded)
    return " ".join([*found, *sorted(heard)])


def body_words(entry: Entry) -> str:
    """What is indexed of all the rest."""
    found, heard = [], set()
    for passage in entry.passages:
        language = _base(passage.language)
        for word in words(passage.text):
            found += forms_of(word.folded, language)
            # In French and English only names are written as they are heard.
            if language in _ARABIC_SIDE or passage.text[word.start].isupper():
                heard |= sounds_of(word.folded)
    related = {related_token(kind, pk) for kind, pks in entry.related.items() for pk in pks}
    return " ".join([*found, *sorted(heard), *sorted(related)])


def _base(language: str) -> str:
    return language.split("-")[0]


def starts_of(text: str, most: int = 6) -> list[tuple[str, bool]]:
    """The folded ``text`` from the beginning of each of its first words on, and whether that is its own beginning."""
    parts = folded_words(text).split()
    starts = [(" ".join(parts[place:])[:120], place == 0) for place in range(min(len(parts), most))]
    first = parts[0] if parts else ""
    if first.startswith("ال") and len(first) > 4:
        starts.append((" ".join([first[2:], *parts[1:]])[:120], True))
    return starts
