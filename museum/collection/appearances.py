"""Where a record is shown: every published page that points to it, by whatever block or field."""

from django.db.models import QuerySet, prefetch_related_objects
from wagtail.models import Page, ReferenceIndex

from museum.core.translations import nearest_translation


def page_ids_showing(record) -> set[int]:
    """The ids of the pages, live or not, that point to ``record`` by a block, a key or a many-to-many field."""
    references = ReferenceIndex.get_references_to(record).filter(base_content_type__app_label="wagtailcore")
    found = {int(object_id) for object_id in references.values_list("object_id", flat=True) if object_id.isdigit()}
    relations = [
        getattr(record, relation.get_accessor_name()).order_by().values_list("pk", flat=True)
        for relation in record._meta.related_objects
        if relation.many_to_many and issubclass(relation.related_model, Page)
    ]
    if relations:
        found.update(relations[0].union(*relations[1:]))
    return found


def appearances(record, language: str | None = None, limit: int = 60) -> dict[str, list[Page]]:
    """Published pages that show ``record``, one a translation key, by kind: ``{"storypage": [...], "exhibitpage": [...]}``."""
    pages: QuerySet = Page.objects.filter(pk__in=page_ids_showing(record))
    shown = list(nearest_translation(pages, language).order_by("title")[:limit].specific())
    with_image = [page for page in shown if getattr(page, "lead_image_id", None)]
    prefetch_related_objects(with_image, "lead_image__renditions")
    by_kind: dict[str, list[Page]] = {"storypage": [], "exhibitpage": []}
    for page in shown:
        by_kind.setdefault(page._meta.model_name, []).append(page)
    return by_kind
