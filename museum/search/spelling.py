"""Words like a misspelt one: trigrams bring candidates on every database, the distance in letters decides."""

from collections import defaultdict

from django.db.models import Count

from museum.core.terms import distance
from museum.search.models import SearchGram
from museum.search.vocabulary import SHORTEST, grams_of

#: Candidates looked at for one word; words offered for it.
LOOKED_AT, OFFERED = 60, 3


def most_wrong(word: str) -> int:
    """How many letters of a word may be wrong: none of three, one of up to five, two of more."""
    if len(word) <= SHORTEST:
        return 0
    return 1 if len(word) <= 5 else 2


def nearest(misspelt: list[str], more_wrong: int = 0) -> dict[str, list[tuple[str, str, int]]]:
    """For each word the nearest of the vocabulary, best first: (word, how it is written, documents). One query a word.

    ``more_wrong`` letters may be wrong beyond what is forgiven.
    """
    limits = {word: limit for word in misspelt[:4] if (limit := most_wrong(word) + more_wrong)}
    return {word: found for word, limit in limits.items() if (found := _nearest(word, limit))}


def _nearest(misspelt: str, limit: int) -> list[tuple[str, str, int]]:
    grams = grams_of(misspelt)
    rows = (
        SearchGram.objects.filter(gram__in=grams, word__frequency__gt=0)
        .values_list("word__word", "word__shown", "word__frequency")
        .annotate(shared=Count("pk"))
        .order_by("-shared", "-word__frequency", "word__word")[:LOOKED_AT]
    )
    found = defaultdict(list)
    for word, shown, frequency, _shared in rows:
        if word != misspelt and (letters := distance(misspelt, word, limit)) is not None:
            found[letters].append((word, shown, frequency))
    if not found:
        return []
    best = found[min(found)]
    same_start = [row for row in best if row[0][0] == misspelt[0]]
    return sorted(same_start or best, key=lambda row: (-row[2], row[0]))[:OFFERED]
