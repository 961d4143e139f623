"""Tifinagh read in Latin letters, for readers who know the language better than its script.

The mapping is IRCAM's standard transliteration, letter by letter (https://www.unicode.org/charts/PDF/U2D30.pdf
names the letters).
"""

_LETTERS = {
    "ⴰ": "a", "ⴱ": "b", "ⴳ": "g", "ⴳⵯ": "gʷ", "ⴷ": "d", "ⴹ": "ḍ", "ⴻ": "e", "ⴼ": "f", "ⴽ": "k", "ⴽⵯ": "kʷ",
    "ⵀ": "h", "ⵃ": "ḥ", "ⵄ": "ɛ", "ⵅ": "x", "ⵇ": "q", "ⵉ": "i", "ⵊ": "j", "ⵍ": "l", "ⵎ": "m", "ⵏ": "n",
    "ⵓ": "u", "ⵔ": "r", "ⵕ": "ṛ", "ⵖ": "ɣ", "ⵙ": "s", "ⵚ": "ṣ", "ⵛ": "c", "ⵜ": "t", "ⵟ": "ṭ", "ⵡ": "w",
    "ⵢ": "y", "ⵣ": "z", "ⵥ": "ẓ", "ⵯ": "ʷ",
}  # fmt: skip

_TABLE = str.maketrans({letter: latin for letter, latin in _LETTERS.items() if len(letter) == 1})


def has_tifinagh(text: str) -> bool:
    """Whether ``text`` holds a letter of the Tifinagh block (U+2D30 to U+2D7F)."""
    return any("\u2d30" <= character <= "\u2d7f" for character in text)


def to_latin(text: str) -> str:
    """``text`` with every Tifinagh letter in Latin; everything else stays as it is."""
    return text.translate(_TABLE)
