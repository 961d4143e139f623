"""The words of one concept in other languages: what a term means, where the thesaurus or a curator knows it."""

from dataclasses import dataclass
from functools import lru_cache

from museum.core.prepared import Prepared
from museum.core.terms import Term
from museum.core.thesaurus import Thesaurus
from museum.core.thesaurus import thesaurus as museum_thesaurus
from museum.search.models import SearchConcept
from museum.search.models.concepts import FIELDS
from museum.search.wording import token


@dataclass(frozen=True)
class Meaning:
    """Another word of a concept, as tokens that must all be there; ``is_by_sound``: the typed word only sounds like one."""

    tokens: tuple[str, ...]
    is_by_sound: bool


def meanings_of(terms: list[Term]) -> dict[int, list[Meaning]]:
    """For the position of each term, the other words of its concepts, in an order of their own; one query."""
    found: dict[int, list[Meaning]] = {}
    for concept in thesaurus().find(terms):
        others = [tuple(token(word) for word in other.split()) for other in sorted(concept.others)]
        for place in range(concept.first, concept.last):
            found[place] = [Meaning(tokens, concept.is_by_sound) for tokens in others if tokens]
    return found


def thesaurus() -> Thesaurus:
    """The museum's thesaurus with what curators have added by now."""
    return _extended(tuple(_ADDED().rows()))


_ADDED = Prepared(lambda: SearchConcept.objects.values_list("pk", "adds_to", *FIELDS))


@lru_cache(maxsize=2)
def _extended(rows: tuple[tuple, ...]) -> Thesaurus:
    """Kept by what the rows say, so that every process sees a change with its next search."""
    names = ("pk", "adds_to", *FIELDS)
    added = [SearchConcept(**dict(zip(names, row, strict=True))).concept() for row in rows]
    return museum_thesaurus().extended(added) if added else museum_thesaurus()
