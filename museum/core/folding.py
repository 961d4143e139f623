"""One folding of text for every search, at indexing and at query, on every database.

A reader types "أكادير", "Agadir", "ⴰⴳⴰⴷⵉⵔ" or "agadír" and means one place: marks fall, letters that stand for one
another in Moroccan spelling meet, Tifinagh is read in Latin, and whatever is neither letter nor digit parts words.

The folding goes character by character and never looks at its neighbours, so a folded word keeps its place in the
original (``words``), and folding twice changes nothing.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from museum.core.tifinagh import to_latin

_LETTERS = {
    # Arabic: alef and ya forms, ta marbuta, what Persian keyboards and Moroccan spelling write for one letter
    "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ێ": "ي", "ے": "ي", "ة": "ه", "ھ": "ه", "ہ": "ه", "ە": "ه",
    "ـ": "", "ء": "", "ک": "ك", "گ": "ك", "ڭ": "ك", "ݣ": "ك", "ڪ": "ك", "ڨ": "ق", "ڤ": "ف", "ڥ": "ف", "پ": "ب",
    "چ": "ج", "ژ": "ز", "ۋ": "و",
    # Latin: ligatures, Tamazight letters (also as Greek look-alikes), signs of transliteration
    "œ": "oe", "æ": "ae", "ɣ": "gh", "γ": "gh", "ɛ": "e", "ε": "e", "ı": "i", "ø": "o", "ł": "l", "đ": "d",
    "ð": "d", "þ": "th", "ħ": "h", "ə": "e", "ʿ": "", "ʾ": "", "ʕ": "", "ʔ": "", "ˤ": "",
    "ʼ": " ", "ʻ": " ",
}  # fmt: skip

#: Characters without a shape of their own that may stand inside a word; other invisible ones part words.
_INSIDE_WORDS = frozenset("\u00ad\u200c\u200d\u2060\ufeff")


class _Table(dict):
    """What each code point folds to, worked out when it is first met; the input cannot make it grow without bound."""

    LIMIT = 20_000

    def __missing__(self, code: int) -> str:
        folded = _fold_character(chr(code))
        if len(self) < self.LIMIT:
            self[code] = folded
        return folded


def _fold_character(character: str) -> str:
    spelt = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", to_latin(character)).casefold())
    folded = "".join(_fold_letter(letter) for letter in spelt)
    return f" {folded} " if " " in folded else folded  # "ﷺ" is words of their own


def _fold_letter(letter: str) -> str:
    if letter in _LETTERS:
        return _LETTERS[letter]
    category = unicodedata.category(letter)
    if category.startswith("M") or letter in _INSIDE_WORDS:
        return ""
    if category == "Nd":
        return str(unicodedata.digit(letter))
    return letter if category[0] in "LN" else " "


_TABLE = _Table()


def fold(text: str) -> str:
    """``text`` in the form that is indexed and searched: folded words parted by single spaces."""
    return " ".join(text.translate(_TABLE).split())


@dataclass(frozen=True, slots=True)
class Word:
    """A folded word and where it stands in the original: ``text[start:end]``, with its marks."""

    start: int
    end: int
    folded: str


_RUN = re.compile(r"\S+")
#: Longer runs without a space are not words that come again; remembering them would only take memory.
_REMEMBERED = 60


def words(text: str) -> list[Word]:
    """The folded words of ``text`` in order, with their places; joined by spaces they are ``fold(text)``."""
    found = []
    for run in _RUN.finditer(text):
        at, run = run.start(), run.group()
        pieces = _remembered_pieces(run) if len(run) <= _REMEMBERED else _pieces(run)
        found += [Word(at + start, at + end, folded) for start, end, folded in pieces]
    return found


def _pieces(run: str) -> list[tuple[int, int, str]]:
    """(start, end, folded) of each word of a run without spaces; a letter that folds to words parts there as well."""
    pieces = []
    start, letters = 0, []
    for at, character in enumerate(run + " "):
        folded = _TABLE[ord(character)]
        if " " not in folded:
            letters.append(folded)
            continue
        if any(letters):
            pieces.append((start, at, "".join(letters)))
        pieces += [(at, at + 1, word) for word in folded.split()]
        start, letters = at + 1, []
    return pieces


_remembered_pieces = lru_cache(maxsize=16_384)(_pieces)
