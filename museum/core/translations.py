"""One list for readers of one language: each page once, in their language or the nearest that exists."""

from collections.abc import Iterable
from functools import cache
from operator import itemgetter

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

from museum.core.languages import current_language, fallbacks
from museum.core.prepared import Errand, Prepared

#: The preference of a language that readers of another are not offered.
FARTHEST = 99


@cache
def _preference(language: str) -> Case:
    return Case(
        *(When(locale__language_code=code, then=Value(rank)) for rank, code in enumerate(fallbacks(language))),
        default=Value(FARTHEST),
        output_field=IntegerField(),
    )


def published(pages: QuerySet) -> QuerySet:
    """The live pages that nobody has made private, in one query (Wagtail's ``public()`` asks twice more)."""
    return pages.live().filter(_unrestricted())


@cache
def _unrestricted() -> Exists:
    restrictions = PageViewRestriction.objects.annotate(
        shown_path=ExpressionWrapper(OuterRef("path"), output_field=CharField())
    ).filter(shown_path__startswith=F("page__path"))
    return ~Exists(restrictions)


def nearest_translation(pages: QuerySet, language: str | None = None) -> QuerySet:
    """The published ones of ``pages`` (of one model), one a translation key: the one that serves ``language`` best.

    Pages carry their ``preference`` (0: the reader's own language). One query, whatever the number of pages.
    """
    language = language or current_language()
    preferred = published(pages).annotate(preference=_preference(language))
    return preferred.filter(_no_closer_version(pages.model, language))


@cache
def _no_closer_version(model: type[Page], language: str) -> Exists:
    versions = model.objects.filter(translation_key=OuterRef("translation_key")).order_by()
    closer = published(versions).annotate(preference=_preference(language))
    return ~Exists(closer.filter(preference__lt=OuterRef("preference")))


def _all_versions(pages) -> QuerySet:
    keys = Page.objects.filter(pk__in=pages).order_by().values("translation_key")
    versions = published(Page.objects.filter(translation_key__in=keys)).order_by("title")
    return versions.values_list("translation_key", "locale_id", "pk", "content_type_id")


_NEAREST = Prepared(_all_versions)
_VERSIONS = Prepared(lambda translation_key: published(Page.objects.filter(translation_key=translation_key)))


def finding_nearest_versions(pages: Iterable[int], language: str | None = None) -> Errand:
    """Of everything that one of ``pages`` (keys) is a version of, the published version that serves ``language`` best:
    ``{primary key: key of its content type}``, in the order of their titles. A light query, for a few pages."""
    (versions,) = yield [_NEAREST(set(pages))]
    nearest: dict = {}
    for position, (translation_key, locale, pk, content_type) in enumerate(versions):
        version = _rank(locale, language), position, pk, content_type
        nearest[translation_key] = min(nearest.get(translation_key, version), version)
    return {pk: content_type for _nearness, _position, pk, content_type in sorted(nearest.values(), key=itemgetter(1))}


def _rank(locale: int, language: str | None) -> int:
    tried, code = fallbacks(language), _language_code(locale)
    return tried.index(code) if code in tried else FARTHEST


def language_of(page: Page) -> str:
    """The language tag of a page, without asking for its ``Locale`` row each time."""
    return _language_code(page.locale_id)


def _language_code(locale: int) -> str:
    if locale not in language_codes():
        language_codes.cache_clear()
    return language_codes()[locale]


def versions_of(page: Page) -> dict[str, Page]:
    """The published versions of a page by language code, itself included if published; asked once a page object."""
    if not hasattr(page, "_versions"):
        remember_versions(page, _VERSIONS(page.translation_key).rows())
    return page._versions


def remember_versions(page: Page, versions: Iterable[Page]) -> None:
    """Keep for a page object what ``versions_of`` would ask for; who fetches both fetches them in one turn."""
    page._versions = {language_of(version): version for version in versions}


@cache
def language_codes() -> dict[int, str]:
    """Language codes by the id of their ``Locale``; forgotten whenever a locale changes."""
    return dict(Locale.objects.values_list("pk", "language_code"))


@receiver([post_save, post_delete], sender=Locale)
def _forget_language_codes(**kwargs):
    language_codes.cache_clear()
