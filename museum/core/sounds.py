"""What a word sounds like, whichever script and habit of spelling wrote it.

"غربة", "ghorba" and "ⵖⵓⵔⴱⴰ" share the key "grba"; "الحنين" and "l7anin" share "hnn"; "ورزازات", "Ouarzazate" and
"Warzazat" share "wrzzt". A key is a skeleton of consonants, because Arabic leaves most vowels unwritten and French
and Arabizi write them as they please. The letters of keys are sounds of their own:

    b d f h j l m n p r s t w y z as in English, where d is also ذ ض ظ, t also ث ط, s also ص, h also ح
    c  ش ch sh      g  غ gh       k  ك ق گ c q      x  خ kh
    a i u           a vowel where consonants are too few to know the word by; at the end, "a" for any vowel but "e"

A word written in Latin letters can be read in two ways ("c" is one letter in French and another in Tamazight), so it
may have two keys. Two words sound alike when they share one. It is a weak sign, for when the exact forms give little.
"""

import re
from functools import lru_cache

from museum.core.arabic import without_article

#: Consonants that are enough to know a word by.
_ENOUGH = 3
_LONGEST = 12

# Words of either script are first written in one alphabet: the letters of keys, vowels a e i o u, and U and I for
# letters that are a vowel between consonants and a consonant beside a vowel.
_ARABIC = str.maketrans(
    {
        "ا": "a", "ب": "b", "ت": "t", "ث": "t", "ج": "j", "ح": "h", "خ": "x", "د": "d", "ذ": "d", "ر": "r", "ز": "z",
        "س": "s", "ش": "c", "ص": "s", "ض": "d", "ط": "t", "ظ": "d", "ع": "a", "غ": "g", "ف": "f", "ق": "k", "ك": "k",
        "ل": "l", "م": "m", "ن": "n", "ه": "h", "و": "U", "ي": "I",
    }
)  # fmt: skip
# Latin spellings of one sound, longest first; in capitals, sounds that no reading changes any more.
_ARABIZI = str.maketrans({"2": "", "3": "a", "5": "X", "6": "T", "7": "H", "8": "G", "9": "K"})
_SPELLINGS = [
    ("tch", "C"), ("sch", "C"), ("ch", "C"), ("sh", "C"), ("kh", "X"), ("gh", "G"), ("rh", "G"), ("dj", "J"), ("dh", "d"),
    ("th", "t"), ("ph", "f"), ("ck", "K"), ("qu", "K"), ("gue", "Ke"), ("gui", "Ki"), ("q", "K"), ("ou", "U"), ("oo", "U"),
    ("u", "U"), ("y", "I"), ("i", "I"), ("v", "f"),
]  # fmt: skip
_SOFT_C, _SOFT_G = re.compile("c(?=[eI])"), re.compile("g(?=[eI])")
_VOWEL_I, _VOWEL_W = re.compile("^I(?![aeoU])"), re.compile("(?<=[aeo])w(?![aeoUI])")
_SETTLED = str.maketrans("CXGKJTH", "cxgkjth")
_BEGINNING = re.compile("^ال(?=..)")
_ARTICLE = re.compile(
    r"^[aei]?l(?=(?:[bcdfghjkmnpqrstvwxz23579]|ya)..)"  # l7anin, lmghrib, alhoceima
    r"|^[aei](?=([cdlnrstz])\1..)|^[aei](?=chch|shsh)"  # errachidia, essaouira: the article takes the sound that follows
    r"|(?<=^abd)el(?=[a-z2-9]{3})"  # abdelkader, عبد القادر
)
_LONE_ARTICLES = frozenset({"al", "el", "il", "l"})
# What Arabic would not write: a passing vowel beside ʿayn, the first half of a diphthong ("beida"), a French plural
# ("chibanis"), a short vowel between two consonants ("9issa").
_PASSING = re.compile("[ieou]+(?=3)|(?<=3)[ieou]+")
_DIPHTHONG = re.compile("(?<!^)[aeo](?=[UI](?![aeo]))")
_PLURAL = re.compile("(?<=[aoI])s$")
_SHORT_VOWEL = re.compile("^([^aeoUI])[UIo](?=[^aeoUI])")
_DOUBLED = re.compile(r"([b-df-hj-np-tv-z])\1+|(Ch|Sh)\2+", re.IGNORECASE)
_READABLE = re.compile("^(?=.*[a-z])[a-z2356789]+$")
_HEARD_AT_THE_END = frozenset("aoUI")
_OPEN, _VOWELS = frozenset("aeo"), frozenset("aeoUI")


@lru_cache(maxsize=16_384)
def sounds(text: str) -> frozenset[str]:
    """The one or two keys of how a folded word sounds, or a name of several words, which sounds as one ("beni mellal").

    None for what is too short, a number, or in another script.
    """
    words = text.split()
    readings = [_readings(word) for word in words if word not in _LONE_ARTICLES or len(words) == 1]
    if not readings or not all(readings):
        return frozenset()
    return frozenset(key for reading in zip(*readings, strict=True) if (key := _key("".join(reading))))


def _readings(word: str) -> tuple[str, str] | None:
    if all(ord(letter) in _ARABIC for letter in word):
        return _from_arabic(word)
    return _from_latin(word) if _READABLE.match(word) else None


def _from_arabic(word: str) -> tuple[str, str]:
    """The readings of a word in Arabic letters: alone, and with its ta marbuta heard before another word."""
    word = _BEGINNING.sub("", without_article(word))
    if word.startswith("عبدال"):
        word = f"عبد{word[5:]}"
    elif word.startswith("او"):
        word = word[1:]
    elif word.startswith("اي"):
        word = f"ا{word[2:]}"
    if word.endswith("ه") and len(word) > 2:
        return f"{word[:-1]}ا".translate(_ARABIC), f"{word[:-1]}ت".translate(_ARABIC)
    return (word.translate(_ARABIC),) * 2


def _from_latin(word: str) -> tuple[str, str]:
    """The readings of a word in Latin letters: French (soft c and g, x as ks), and Tamazight or Arabizi.

    A word that reads the same in both has as its other reading what Arabic would not write of it.
    """
    word = _ARTICLE.sub("", word)
    if word.endswith("ah") and len(word) > 5:
        word = word[:-1]
    written = _spelt(word)
    french = _SOFT_C.sub("s", _SOFT_G.sub("J", written)).replace("x", "ks").replace("c", "k").replace("g", "k")
    hard = "k" if "c" in written or "x" in written else "G"
    other = _SOFT_G.sub("k", written).replace("g", hard).replace("c", "C").replace("x", "X")
    if other == written:
        other = _spelt(_PASSING.sub("", word)) if "3" in word else _PLURAL.sub("", _DIPHTHONG.sub("", written))
        if other == written:
            other = _SHORT_VOWEL.sub(r"\1a", written)
    return french.translate(_SETTLED), other.translate(_SETTLED)


def _spelt(word: str) -> str:
    """A Latin word in the alphabet of sounds, but for c, g and x, which depend on the reading."""
    word = _DOUBLED.sub(r"\1\2", word if word.isalpha() else word.translate(_ARABIZI))
    for spelling, sound in _SPELLINGS:
        word = word.replace(spelling, sound)
    return _VOWEL_W.sub("U", _VOWEL_I.sub("e", word))


def _key(written: str) -> str:
    if written[:1] in ("U", "I"):
        written = ("w" if written[0] == "U" else "y") + written[1:]
    ending = "a" if written[-1:] in _HEARD_AT_THE_END else ""
    consonants = [
        letter for at, letter in enumerate(written) if letter not in _VOWELS and (at == 0 or letter not in "wy")
    ]
    if len(consonants) >= _ENOUGH:
        return "".join(consonants)[:_LONGEST] + ending
    heard = _with_glides(written)
    consonants = [letter for letter in heard if letter not in _VOWELS]
    if len(consonants) < 2:
        return ""
    beginning = "a" if heard[0] in _VOWELS else ""
    if len(beginning) + len(consonants) >= _ENOUGH:
        return beginning + "".join(consonants) + ending
    after = heard[1] if heard[1] in _VOWELS else "a"
    return consonants[0] + {"o": "u", "U": "u", "I": "i"}.get(after, "a") + consonants[1] + ending


def _with_glides(written: str) -> str:
    """``written`` with w and y for each U and I that is a consonant: before a vowel, or after an open one."""
    heard = ""
    for at in range(len(written) - 1, -1, -1):
        letter, before = written[at], written[at - 1 : at]
        if letter in "UI" and (heard[:1] in _VOWELS and heard or before in _OPEN and before):
            letter = "w" if letter == "U" else "y"
        heard = letter + heard
    return heard
