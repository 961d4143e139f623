"""What curators put first for a query."""

from django.db.models import Max

from museum.core.prepared import Prepared
from museum.search.models import SearchDocument, SearchPromotion

_PROMOTED = Prepared(
    lambda query, language: SearchPromotion.objects.filter(query=query, language__in=["", language]).values_list(
        "reference"
    )
)


def promoted_for(whole: str, language: str) -> list[int]:
    """The keys of the documents promoted for a folded query, in the curators' order; what is withdrawn is left out."""
    references = list(dict.fromkeys(reference for (reference,) in _PROMOTED(whole[:80], language).rows()))
    if not references:
        return []
    keys = dict(SearchDocument.objects.filter(reference__in=references).values_list("reference", "pk"))
    return [keys[reference] for reference in references if reference in keys]


def promote(whole: str, language: str, reference: str) -> None:
    """Put a thing behind those that are promoted already; again changes nothing."""
    rows = SearchPromotion.objects.filter(query=whole[:80], language=language)
    last = rows.aggregate(last=Max("position"))["last"] or 0
    SearchPromotion.objects.get_or_create(
        query=whole[:80], language=language, reference=reference, defaults={"position": last + 1}
    )


def demote(whole: str, language: str, reference: str) -> None:
    """Take a promotion back."""
    SearchPromotion.objects.filter(query=whole[:80], language=language, reference=reference).delete()
