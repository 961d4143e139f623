"""One list for readers of one language: each page once, in their language or the nearest that exists."""

from django.db.models import Case, Exists, IntegerField, OuterRef, QuerySet, Value, When
from wagtail.models import Locale, Page

from museum.core.languages import fallbacks


def _preference(language: str | None, field: str = "locale__language_code") -> Case:
    return Case(
        *(When(**{field: code}, then=Value(rank)) for rank, code in enumerate(fallbacks(language))),
        default=Value(99),
        output_field=IntegerField(),
    )


def nearest_translation(pages: QuerySet, language: str | None = None) -> QuerySet:
    """``pages`` (live, of one model) with one page a translation key: the one that serves ``language`` best.

    Pages carry their ``preference`` (0: the reader's own language). One query, whatever the number of pages.
    """
    closer = (
        pages.model.objects.live()
        .public()
        .filter(translation_key=OuterRef("translation_key"))
        .annotate(preference=_preference(language))
        .filter(preference__lt=OuterRef("preference"))
        .order_by()
    )
    return pages.annotate(preference=_preference(language)).filter(~Exists(closer))


def versions_of(page: Page) -> dict[str, Page]:
    """The live versions of a page by language code, itself included if live; one query."""
    pages = (
        Page.objects.live()
        .public()
        .filter(translation_key=page.translation_key)
        .select_related("locale")
        .defer_streamfields()
    )
    return {version.locale.language_code: version for version in pages}


def locale_of(language: str) -> Locale:
    """The ``Locale`` row of a language code."""
    return Locale.objects.get(language_code=language)
