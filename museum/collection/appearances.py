"""Where a record is shown: every published page that points to it, by whatever block or field."""

from collections.abc import Callable

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, ReferenceIndex

from museum.collection.prefetch import pages_by_key
from museum.core.prepared import Errand, Prepared, run_together
from museum.core.translations import finding_nearest_versions

#: The kinds of pages in which a record is said to be shown.
SHOWN = ("storypage", "exhibitpage")

_known_better: dict[str, Callable] = {}
_REFERENCES = Prepared(
    lambda key, *, model: ReferenceIndex.get_references_to(model(pk=key)).values_list(
        "base_content_type__app_label", "object_id", "model_path"
    )
)


def known_better(path: str) -> Callable:
    """A decorator for a function from a record to the ids of pages, which is asked in place of Wagtail's reference index
    for what points along ``path`` (its ``model_path``); for apps above that show less than they point to."""

    def remember(finder: Callable) -> Callable:
        _known_better[path] = finder
        return finder

    return remember


def references_to(record) -> list[tuple[str, str, str]]:
    """(app label, key, path) of everything that points to ``record`` by a block or a key; asked once of one record."""
    return run_together(_finding_references(record))[0]


def _finding_references(record) -> Errand:
    if not hasattr(record, "_references"):
        (record._references,) = yield [_REFERENCES(str(record.pk), model=type(record))]
    return record._references


def page_ids_showing(record) -> set[int]:
    """The ids of the pages, live or not, that point to ``record`` by a block, a key or a many-to-many field."""
    return _pages_among(references_to(record), record)


def _pages_among(references: list[tuple[str, str, str]], record) -> set[int]:
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
    return run_together(finding_appearances(record, language, limit))[0]


def finding_appearances(record, language: str | None = None, limit: int = 60) -> Errand:
    """``appearances`` as an errand, to be run together with others."""
    references = yield from _finding_references(record)
    pointing = _pages_among(references, record)
    nearest = yield from finding_nearest_versions(pointing, language)
    kinds = {pk: ContentType.objects.get_for_id(kind) for pk, kind in nearest.items() if pk in pointing}
    shown = [pk for pk, kind in kinds.items() if kind.model in SHOWN][:limit]
    models = {kind.model: kind.model_class() for kind in kinds.values() if kind.model in SHOWN}
    found = yield [
        pages_by_key(model)({pk for pk in shown if kinds[pk].model == name}) for name, model in models.items()
    ]
    by_kind = dict(zip(models, found, strict=True))
    return {name: sorted(by_kind.get(name, []), key=lambda page: shown.index(page.pk)) for name in SHOWN}
