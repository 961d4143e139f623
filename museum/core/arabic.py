"""What may stand before and after an Arabic word: article, conjunction, preposition, pronoun, plural.

A light stemmer in the manner of "light10" (Larkey, Ballesteros and Connell, "Light stemming for Arabic information
retrieval", 2007), with pronouns, and giving every form instead of one stem: nothing is lost where a first letter only
looks like a prefix. It works on folded words (``fold``), in which ta marbuta is ه and all alefs are one.
"""

import re
from functools import lru_cache

_ARABIC = re.compile("[\u0621-\u064a]")
_CLEAR_PREFIX = re.compile("^(?!والد(?:ه|ها|هم|ي|نا|ين|ت.{1,2})?$)[وف]?(?:[بكف]?ال|لل)(?=.{2})")
_LOOSE = [re.compile("^[وف][بلك](?=.{3})"), re.compile("^[وفبلك](?=.{3})")]
_LIKELY = [re.compile("^[وف](?=.{5})"), re.compile("^ل(?=.{4})")]  # ل: the article as Darija writes it
_PRONOUN = re.compile("(?<=.{3})(?:هما|كما|هم|هن|ها|نا|كم|كن|ني)$|(?<=.{2}ت)[هيك]$")
_PLURAL = re.compile("(?<=.{3})(?:ات|ون|ين|ان)$")

#: Words of this museum whose first letter is their own, where taking it away leaves another word.
_WHOLE = frozenset(
    "وجده وهران ورزازات ورقه وثيقه وطن ولد ولاد ولايه والد والده والدين وادي وزان وليد وقت وصل وصول وجه وعد ورد ورده "
    "الله اللي التي الذي الذين الان المانيا البوم البومات فاس فرنسا فرن فيلم فيزا فاتوره فاطمه فقيه فقير فلاح فنان "
    "باخره بابور باب باص بحر بلد بلاد بلجيكا بلده برشلونه بركان بريد بيت بنت بنات بطاقه بدر بني بوت بن "
    "لباس لحم ليله ليل ليون لسان لجنه لغه لندن لبن لقاء لقا لحظه كتاب كتب كاس كاسيت كره كسكس كندا كبير كاتب كلام كلمه "
    "كامل كرسي كوليت كنيسه كريم كمال فضيله فريق".split()
)


def is_arabic(word: str) -> bool:
    """Whether a word is written in Arabic letters."""
    return bool(_ARABIC.search(word))


@lru_cache(maxsize=16_384)
def without_article(word: str) -> str:
    """A folded Arabic word without article and what is joined to it (ال وال بال كال فال لل); "الحسيمه" → "حسيمه"."""
    return word if word in _WHOLE else _CLEAR_PREFIX.sub("", word)


@lru_cache(maxsize=16_384)
def light_forms(word: str, loose: bool = True) -> frozenset[str]:
    """The forms a folded Arabic word may be looked for by: itself, without prefixes, without pronoun or plural ending.

    ``loose`` also takes a lone و ف ب ل ك for a prefix ("واغراضها" → "اغراض"): right for the text that is indexed;
    for a word that somebody typed it is too bold (a search for "وجدة" is not one for "جدة").
    """
    bases = {without_article(word)}
    if bases == {word} and word not in _WHOLE:
        bases |= {prefix.sub("", word) for prefix in (_LOOSE if loose else _LIKELY)}
    forms = bases | {word}
    for base in bases - _WHOLE:
        bare = _PRONOUN.sub("", base)
        forms.add(bare)
        if bare != base and bare.endswith("ت") and len(bare) > 3:
            forms.add(f"{bare[:-1]}ه")  # حقيبتها: ta marbuta is heard again before a pronoun
        for form in (base, bare):
            stem = _PLURAL.sub("", form)
            forms |= {stem, f"{stem}ه"} if form.endswith("ات") and stem != form else {stem}
    return frozenset(forms)
