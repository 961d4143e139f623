"""Where a record is shown: every published page that points to it, by whatever block or field."""

from collections.abc import Callable

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, ReferenceIndex

from museum.core.translations import nearest_versions

#: The kinds of pages in which a record is said to be shown.
SHOWN = ("storypage", "exhibitpage")

_known_better: dict[str, Callable] = {}


def known_better(path: str) -> Callable:
    """A decorator for a function from a record to the ids of pages, which is asked in place of Wagtail's reference index
    for what points along ``path`` (its ``model_path``); for apps above that show less than they point to."""

    def remember(finder: Callable) -> Callable:
        _known_better[path] = finder
        return finder

    return remember


def references_to(record) -> list[tuple[str, str, str]]:
    """(app label, key, path) of everything that points to ``record`` by a block or a key; asked once of one record."""
    if not hasattr(record, "_references"):
        found = ReferenceIndex.get_references_to(record)
        rows = found.values_list("base_content_type__app_label", "object_id", "model_path")
        record._references = list(rows)
    return record._references


def page_ids_showing(record) -> set[int]:
    """The ids of the pages, live or not, that point to ``record`` by a block, a key or a many-to-many field."""
    references = references_to(record)
    found = {
        int(key)
        for app, key, path in references
        if app == "wagtailcore" and path not in _known_better and key.isdigit()
    }
    relations = [
        getattr(record, relation.get_accessor_name()).order_by().values_list("pk", flat=True)
        for relation in record._meta.related_objects
        if relation.many_to_many and issubclass(relation.related_model, Page)
    ]
    if relations:
        found.update(relations[0].union(*relations[1:]))
    for finder in _known_better.values():
        found.update(finder(record))
    return found


def appearances(record, language: str | None = None, limit: int = 60) -> dict[str, list[Page]]:
    """Published pages that show ``record``, one a translation key, by kind: ``{"storypage": [...], "exhibitpage": [...]}``.

    Their images come without renditions, which are fetched with those of the rest of the page (``fetch_renditions``).
    """
    pointing = page_ids_showing(record)
    kinds = {
        pk: ContentType.objects.get_for_id(content_type)
        for pk, content_type in nearest_versions(Page.objects.filter(pk__in=pointing), language).items()
        if pk in pointing
    }
    shown = [pk for pk, kind in kinds.items() if kind.model in SHOWN][:limit]
    by_kind: dict[str, list[Page]] = {kind: [] for kind in SHOWN}
    for kind in {kinds[pk] for pk in shown}:
        pages = kind.model_class().objects.filter(pk__in=[pk for pk in shown if kinds[pk] == kind])
        by_kind[kind.model] = sorted(pages.select_related("lead_image"), key=lambda page: shown.index(page.pk))
    return by_kind
