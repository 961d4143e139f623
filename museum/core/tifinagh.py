"""Tifinagh read in Latin letters, and Latin letters written in Tifinagh.

The mapping is IRCAM's standard transliteration, letter by letter (https://www.unicode.org/charts/PDF/U2D30.pdf
names the letters); after it come the letters outside IRCAM's alphabet that Tarifit and Kabyle texts use.
"""

import unicodedata

_LETTERS = {
    "ⴰ": "a", "ⴱ": "b", "ⴳ": "g", "ⴷ": "d", "ⴹ": "ḍ", "ⴻ": "e", "ⴼ": "f", "ⴽ": "k", "ⵀ": "h", "ⵃ": "ḥ",
    "ⵄ": "ɛ", "ⵅ": "x", "ⵇ": "q", "ⵉ": "i", "ⵊ": "j", "ⵍ": "l", "ⵎ": "m", "ⵏ": "n", "ⵓ": "u", "ⵔ": "r",
    "ⵕ": "ṛ", "ⵖ": "ɣ", "ⵙ": "s", "ⵚ": "ṣ", "ⵛ": "c", "ⵜ": "t", "ⵟ": "ṭ", "ⵡ": "w", "ⵢ": "y", "ⵣ": "z",
    "ⵥ": "ẓ", "ⵯ": "ʷ",
    "ⴲ": "ḇ", "ⴴ": "ḡ", "ⴵ": "ǧ", "ⴸ": "ḏ", "ⴿ": "ḵ", "ⵒ": "p", "ⵝ": "ṯ", "ⵞ": "č", "ⵠ": "v",
}  # fmt: skip

_TO_LATIN = str.maketrans(_LETTERS)
_TO_TIFINAGH = str.maketrans({latin: letter for letter, latin in _LETTERS.items()} | {"γ": "ⵖ", "ε": "ⵄ", "o": "ⵓ"})


def has_tifinagh(text: str) -> bool:
    """Whether ``text`` holds a letter of the Tifinagh block (U+2D30 to U+2D7F)."""
    return any("\u2d30" <= character <= "\u2d7f" for character in text)


def to_latin(text: str) -> str:
    """``text`` with every Tifinagh letter in Latin; everything else stays as it is."""
    return text.translate(_TO_LATIN)


def to_tifinagh(text: str) -> str:
    """``text`` in standard Latin transliteration written in Tifinagh; what has no letter there stays as it is.

    Tifinagh has no capitals, so case falls. ``to_latin`` gives back the small letters, except "o" (written ⵓ, "u")
    and the Greek γ and ε, which many write for ɣ and ɛ.
    """
    return unicodedata.normalize("NFC", text).lower().translate(_TO_TIFINAGH)
