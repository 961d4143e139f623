"""What the search knows (a projection of what is published), and what curators tell it."""

from museum.search.models.concepts import SearchConcept
from museum.search.models.curators import SearchedDay, SearchPromotion
from museum.search.models.documents import SearchBuild, SearchDocument, SearchFacet, SearchName
from museum.search.models.words import SearchGram, SearchWord

__all__ = [
    "SearchBuild",
    "SearchConcept",
    "SearchDocument",
    "SearchFacet",
    "SearchGram",
    "SearchName",
    "SearchPromotion",
    "SearchWord",
    "SearchedDay",
]
