"""Other spellings of a Tamazight word: the annexed state, and how readers of French write its letters."""

from functools import lru_cache

#: The languages whose words this is about; a script subtag may follow.
LANGUAGES = frozenset({"zgh", "rif", "tzm", "shi", "ber"})
_FRENCH_LETTERS = [("ch", "c"), ("c", "ch"), ("x", "kh"), ("u", "ou")]


@lru_cache(maxsize=16_384)
def spellings(word: str) -> frozenset[str]:
    """The other forms of a folded Tamazight word: "usnubg" → "asnubg" (free state), "taclhit" → "tachlhit".

    The annexed state changes the beginning of a noun after a preposition or a verb (a- to u- or wa-, ta- to t-);
    the free state is what a catalogue calls the thing and what most people type.
    """
    found = {_in_french_letters(word)}
    if len(word) > 3:
        if word[0] == "u" and word[1] not in "aeiou":
            found.add(f"a{word[1:]}")
        elif word.startswith("wa"):
            found.add(word[1:])
        elif len(word) > 4 and word[0] == "t" and word[1] not in "aeiou" and word[-1] in "tin":
            found.add(f"ta{word[1:]}")
    return frozenset(found - {word})


def _in_french_letters(word: str) -> str:
    for french, letter in _FRENCH_LETTERS[:1]:
        word = word.replace(french, letter)
    for letter, french in _FRENCH_LETTERS[1:]:
        word = word.replace(letter, french)
    return word
