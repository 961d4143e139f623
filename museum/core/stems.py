"""French and English words without plural and ending, by Snowball's stemmers, with brakes on.

Words arrive folded, without accents; "mère" is "mere", and a stemmer would make "mer" (the sea) of it. So a stem
counts only when it is long enough to mean something, and a plain plural is always tried.
"""

import re
from functools import lru_cache
from threading import Lock

import snowballstemmer

_STEMMERS = {"fr": snowballstemmer.stemmer("french"), "en": snowballstemmer.stemmer("english")}
_ONE_AT_A_TIME = Lock()  # a stemmer keeps the word it is at work on
_SHORTEST = {"fr": 5, "en": 4}

_IRREGULAR = {
    "fr": {
        "travaux": "travail", "vitraux": "vitrail", "baux": "bail", "yeux": "oeil", "aieux": "aieul", "coraux": "corail",
        "messieurs": "monsieur", "mesdames": "madame",
    },
    "en": {
        "men": "man", "women": "woman", "children": "child", "feet": "foot", "wives": "wife", "lives": "life",
        "knives": "knife", "loaves": "loaf", "teeth": "tooth", "countrymen": "countryman", "grandchildren": "grandchild",
    },
}  # fmt: skip

#: British spelling to American, for the two to meet in one.
_AMERICAN = {
    "centre": "center", "theatre": "theater", "metre": "meter", "litre": "liter", "fibre": "fiber", "grey": "gray",
    "catalogue": "catalog", "dialogue": "dialog", "programme": "program", "defence": "defense", "licence": "license",
    "jewellery": "jewelry", "aeroplane": "airplane", "mum": "mom", "moustache": "mustache",
}  # fmt: skip
_AMERICAN_ENDINGS = [
    (re.compile("(?<=...)our(?=(?:ed|ing|er|hood|ite)?$)"), "or"),  # labour, neighbourhood
    (re.compile("(?<=...)is(?=(?:e|ed|ing|ation)$)"), "iz"),  # colonise
    (re.compile("(?<=.....)ll(?=(?:ed|ing|er)$)"), "l"),  # travelled
]

#: Words that a plural's rule would harm.
_WHOLE = frozenset(
    "fes meknes sous bus bras mars pays fois temps corps repas paris reims cours dans sans plus tres apres gens "
    "francais news mais pas les des mes ses nos vos autobus brussels".split()
)


@lru_cache(maxsize=16_384)
def stems(word: str, languages: tuple[str, ...] = ("fr", "en")) -> frozenset[str]:
    """The singulars and stems of a folded word in Latin letters, in each of ``languages`` ("fr", "en"); maybe none."""
    if len(word) < 3 or word in _WHOLE or not (word.isascii() and word.isalpha()):
        return frozenset()
    found = set()
    for language in languages:
        singular = _IRREGULAR[language].get(word) or _singular(word, language)
        if language == "en":
            singular = _american(singular)
        with _ONE_AT_A_TIME:
            stem = _STEMMERS[language].stemWord(singular)
        found |= {singular, stem} if len(stem) >= _SHORTEST[language] else {singular}
    return frozenset(found - {word})


def _american(word: str) -> str:
    for ending, american in _AMERICAN_ENDINGS:
        word = ending.sub(american, word)
    return _AMERICAN.get(word, word)


def _singular(word: str, language: str) -> str:
    if word.endswith(("ss", "us", "is")):
        return word
    if language == "fr":
        if word.endswith("eaux") or word.endswith("eux") and len(word) < 7:
            return word[:-1]
        return word[:-1] if word.endswith(("s", "oux")) else word
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("ches", "shes", "xes", "sses")):
        return word[:-2]
    return word[:-1] if word.endswith("s") else word
