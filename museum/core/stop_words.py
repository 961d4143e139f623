"""Words that carry no subject, left out of a search as long as others remain."""

import unicodedata
from collections.abc import Iterable

from museum.core.folding import fold

_WORDS = {
    "fr": "a à ai au aux avec c ce ces cet cette d dans de des du elle en est et eu il ils j je l la le les leur leurs lui "
    "m ma mais me mes mon n ne nos notre nous on ont ou où par pas pour qu que qui s sa se ses si sont sur t ta te tes "
    "toi ton tu un une vos votre vous y ça était être",
    "en": "a about am an and are as at be been but by did do does for from had has have he her hers him his how i in into is it "
    "its me my no not of on or our out s she so t that the their them then there these they this those to was we were what when "
    "where which who will with you your",
    "ar": "في من على إلى عن مع هذا هذه هذان ذلك تلك هو هي هم هن أنا نحن أنت أنتم التي الذي الذين اللي ما لا لم لن قد كان كانت "
    "أن إن أو ثم حتى كل بعد قبل بين عند و ف ب ل ك ديال د",
}
#: What means something in another of the languages: left out only where the query is in the language it is listed under.
_MEANT_ELSEWHERE = frozenset("the an or me out ton sur as about no est des pour ai".split())

# As they are written and as they are folded: "où" and "ou" fall, "thé" is not "the".
_LISTED = {language: frozenset(words.split()) | frozenset(fold(words).split()) for language, words in _WORDS.items()}
#: The stop words of all languages together, folded.
STOP_WORDS = frozenset(fold(word) for listed in _LISTED.values() for word in listed)
_EVERYWHERE = frozenset().union(*_LISTED.values()) - _MEANT_ELSEWHERE
_ONLY = {
    code: listed.difference(_MEANT_ELSEWHERE, *(other for key, other in _LISTED.items() if key != code))
    for code, listed in _LISTED.items()
}


def stop_words(typed: Iterable[str], language: str | None) -> set[str]:
    """Those of the words that somebody typed which are stop words; ``language`` is the reader's.

    People search in more languages than they read in: words of the other lists fall as well, and a word that would mean
    something else ("the" is how many write "thé") is judged by its neighbours first and by the reader's language then.
    """
    words = {word: unicodedata.normalize("NFC", word).casefold() for word in typed}
    counts = {code: sum(word in only for word in words.values()) for code, only in _ONLY.items()}
    most = max(counts.values())
    spoken = [code for code, count in counts.items() if count == most]
    code = spoken[0] if most and len(spoken) == 1 else (language or "").partition("-")[0]
    return {word for word, written in words.items() if written in _EVERYWHERE or written in _LISTED.get(code, ())}
