"""Keeping the search in step with what is published: entries in, entries out, and the words they are made of.

Everything here works on many at a time and leaves the documents, Wagtail's index and the vocabulary saying the same.
"""

from collections.abc import Iterable

from django.db import transaction
from modelsearch.utils import get_content_type_pk
from wagtail.models import Page
from wagtail.search.backends import get_search_backend
from wagtail.search.models import IndexEntry

from museum.core.translations import published
from museum.search import vocabulary
from museum.search.documents import KINDS, SOURCES
from museum.search.facet_numbers import numbers_of
from museum.search.models import SearchBuild, SearchDocument, SearchFacet, SearchName
from museum.search.wording import Entry, body_words, starts_of, title_words

#: What stands first among things that answer alike.
WEIGHTS = {
    "place": 9, "person": 9, "theme": 8, "exhibit": 7, "story": 6, "recording": 5, "panorama": 5, "look": 4, "artefact": 3,
    "event": 3, "set": 2, "page": 1,
}  # fmt: skip
#: Of so many words of a title suggestions begin; a large collection's are long and many.
STARTS = {"artefact": 3}
_WRITTEN = [
    "kind", "slug", "versions", "names", "texts", "title", "body", "earliest", "date", "image", "weight", "is_demonstration",
    "build",
]  # fmt: skip


def refresh_records(kind: str, pks: Iterable[int]) -> None:
    """Bring the documents of these records in step with what is published of them now."""
    source, pks = SOURCES[kind], list(pks)
    records = list(source.rows().filter(pk__in=pks))
    with transaction.atomic():
        _take_out(f"{kind}:{pk}" for pk in set(pks) - {record.pk for record in records})
        put(source.entries(records))


def refresh_pages(kind: str, translation_keys: Iterable) -> None:
    """Bring the documents of these pages, in all their languages, in step with what is published of them now."""
    source, keys = SOURCES[kind], {str(key) for key in translation_keys}
    pages = list(source.rows().filter(translation_key__in=keys))
    with transaction.atomic():
        _take_out(f"{kind}:{key}" for key in keys - {str(page.translation_key) for page in pages})
        put(source.entries(pages))


def refresh_pages_by_id(pks: Iterable[int]) -> None:
    """The same for pages of any kind by their primary keys; pages that are not searched are passed over."""
    by_kind: dict[str, set] = {}
    pages = Page.objects.filter(pk__in=list(pks)).select_related("content_type")
    for page in pages.only("translation_key", "content_type"):
        if kind := KINDS.get(page.cached_content_type.model_class()):
            by_kind.setdefault(kind, set()).add(page.translation_key)
    for kind, keys in by_kind.items():
        refresh_pages(kind, keys)


def put(entries: Iterable[Entry], build: int | None = None, count_words: bool = True) -> int:
    """Write entries as documents, index their words, and return how many there were.

    Without ``count_words`` the vocabulary is left to :func:`museum.search.vocabulary.rebuild`.
    """
    entries = list(entries)
    if not entries:
        return 0
    build = current_build() if build is None else build
    known = {
        document.reference: document
        for document in SearchDocument.objects.filter(reference__in=[entry.reference for entry in entries])
    }
    documents = [_document(entry, known.get(entry.reference), build) for entry in entries]
    if count_words:
        vocabulary.change(
            [words for document in documents for words in [document.words_before] if words],
            [(document, document.body) for document in documents],
        )
    SearchDocument.objects.bulk_create([document for document in documents if document.pk is None])
    SearchDocument.objects.bulk_update([document for document in documents if document.reference in known], _WRITTEN)
    pks = [document.pk for document in documents]
    SearchName.objects.filter(document__in=pks).delete()
    SearchName.objects.bulk_create(name for document in documents for name in _name_starts(document))
    SearchFacet.objects.filter(document__in=pks).delete()
    SearchFacet.objects.bulk_create(
        SearchFacet(document=document, number=number)
        for document, entry in zip(documents, entries, strict=True)
        for number in sorted(numbers_of(entry))
    )
    _index(documents)
    return len(documents)


def _document(entry: Entry, known: SearchDocument | None, build: int) -> SearchDocument:
    document = known or SearchDocument(reference=entry.reference)
    document.words_before = document.body if known else ""
    document.kind, document.slug, document.versions = entry.kind, entry.slug, entry.versions
    document.names = [name.stored() for name in entry.names]
    document.texts = [passage.stored() for passage in entry.passages]
    document.title = title_words(entry.names)
    # The body has every word, so that one column answers whether a thing has them all.
    document.body = f"{document.title} {body_words(entry)}"
    document.earliest, document.date = entry.earliest, entry.date or ""
    document.image_id, document.is_demonstration = entry.image_id, entry.is_demonstration
    document.weight, document.build = WEIGHTS[entry.kind], build
    return document


def _name_starts(document: SearchDocument) -> Iterable[SearchName]:
    seen = set()
    most = STARTS.get(document.kind, 6)
    for position, (text, _language, role, _folded) in enumerate(document.names[:400]):
        if role == "label" and document.kind == "artefact":
            continue
        for folded, is_whole in starts_of(text, most):
            if folded not in seen:
                seen.add(folded)
                yield SearchName(
                    document=document, folded=folded, position=position, is_whole=is_whole, weight=document.weight
                )


def _index(documents: list[SearchDocument]) -> None:
    """Hand the words to Wagtail's index, and keep the key of each row there."""
    get_search_backend().add_bulk(SearchDocument, documents)
    entries = IndexEntry.objects.filter(
        content_type_id=get_content_type_pk(SearchDocument), object_id__in=[str(document.pk) for document in documents]
    )
    keys = dict(entries.values_list("object_id", "pk"))
    changed = [document for document in documents if document.entry != keys[str(document.pk)]]
    for document in changed:
        document.entry = keys[str(document.pk)]
    SearchDocument.objects.bulk_update(changed, ["entry"])


def remove(references: Iterable[str]) -> None:
    """Take things out of the search."""
    with transaction.atomic():
        _take_out(references)


def _take_out(references: Iterable[str]) -> None:
    documents = list(SearchDocument.objects.filter(reference__in=list(references)))
    if not documents:
        return
    vocabulary.change([document.body for document in documents], [])
    pks = [document.pk for document in documents]
    IndexEntry.objects.filter(
        content_type_id=get_content_type_pk(SearchDocument), object_id__in=[str(pk) for pk in pks]
    )._raw_delete(IndexEntry.objects.db)
    SearchDocument.objects.filter(pk__in=pks).delete()


def current_build() -> int:
    """The number of the newest building of the index, finished or not."""
    return SearchBuild.objects.order_by("-number").values_list("number", flat=True).first() or 0


def everything_public(kind: str) -> Iterable:
    """What of a kind has to be indexed: keys of records in their order, or translation keys."""
    source = SOURCES[kind]
    if source.is_page:
        return (
            published(source.model.objects.all()).order_by("translation_key").values_list("translation_key", flat=True)
        )
    return source.model.objects.filter(live=True).order_by("pk").values_list("pk", flat=True)
