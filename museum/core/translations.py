"""One list for readers of one language: each page once, in their language or the nearest that exists."""

from functools import cache

from django.db.models import (
    Case,
    CharField,
    Exists,
    ExpressionWrapper,
    F,
    IntegerField,
    OuterRef,
    QuerySet,
    Value,
    When,
)
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Locale, Page, PageViewRestriction

from museum.core.languages import fallbacks


def _preference(language: str | None, field: str = "locale__language_code") -> Case:
    return Case(
        *(When(**{field: code}, then=Value(rank)) for rank, code in enumerate(fallbacks(language))),
        default=Value(99),
        output_field=IntegerField(),
    )


def published(pages: QuerySet) -> QuerySet:
    """The live pages that nobody has made private, in one query (Wagtail's ``public()`` asks twice more)."""
    restrictions = PageViewRestriction.objects.annotate(
        shown_path=ExpressionWrapper(OuterRef("path"), output_field=CharField())
    ).filter(shown_path__startswith=F("page__path"))
    return pages.live().filter(~Exists(restrictions))


def nearest_translation(pages: QuerySet, language: str | None = None) -> QuerySet:
    """The published ones of ``pages`` (of one model), one a translation key: the one that serves ``language`` best.

    Pages carry their ``preference`` (0: the reader's own language). One query, whatever the number of pages.
    """
    closer = (
        published(pages.model.objects.all())
        .filter(translation_key=OuterRef("translation_key"))
        .annotate(preference=_preference(language))
        .filter(preference__lt=OuterRef("preference"))
        .order_by()
    )
    return published(pages).annotate(preference=_preference(language)).filter(~Exists(closer))


def language_of(page: Page) -> str:
    """The language tag of a page, without asking for its ``Locale`` row each time."""
    codes = language_codes()
    if page.locale_id not in codes:
        language_codes.cache_clear()
        codes = language_codes()
    return codes[page.locale_id]


def versions_of(page: Page) -> dict[str, Page]:
    """The published versions of a page by language code, itself included if published; asked once a page object."""
    if not hasattr(page, "_versions"):
        pages = published(Page.objects.filter(translation_key=page.translation_key))
        page._versions = {language_of(version): version for version in pages}
    return page._versions


@cache
def language_codes() -> dict[int, str]:
    """Language codes by the id of their ``Locale``; forgotten whenever a locale changes."""
    return dict(Locale.objects.values_list("pk", "language_code"))


@receiver([post_save, post_delete], sender=Locale)
def _forget_language_codes(**kwargs):
    language_codes.cache_clear()
