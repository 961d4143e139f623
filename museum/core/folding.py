"""One folding of text for every search, at indexing and at query, on every database.

A reader types "أكادير", "Agadir", "ⴰⴳⴰⴷⵉⵔ" or "agadír" and means one place: marks fall, letters that stand for one
another in Moroccan spelling meet, Tifinagh is read in Latin.
"""

import re
import unicodedata

from museum.core.tifinagh import to_latin

_LETTERS = str.maketrans(
    {
        "ٱ": "ا", "ى": "ي", "ة": "ه", "ـ": None, "ء": None, "گ": "ك", "ڭ": "ك", "ݣ": "ك", "ڤ": "ف", "پ": "ب",
        "œ": "oe", "æ": "ae", "ß": "ss", "ɣ": "gh", "ɛ": "e", "ʷ": "w", "ı": "i", "ø": "o", "ł": "l",
    }
)  # fmt: skip
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_JOINERS = re.compile(r"[\u2019\u2018'`\u02bc\-\u2010-\u2015_/.,;:!?«»“”\"()\[\]]+")
_INVISIBLE = re.compile("[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


def fold(text: str) -> str:
    """``text`` in the form that is indexed and searched: folded words parted by single spaces."""
    text = to_latin(_INVISIBLE.sub(" ", text)).casefold().translate(_LETTERS)
    decomposed = unicodedata.normalize("NFKD", text)
    bare = "".join(character for character in decomposed if not unicodedata.combining(character))
    return " ".join(_JOINERS.sub(" ", bare.translate(_LETTERS).translate(_DIGITS)).split())
