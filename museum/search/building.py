"""Building the whole index in batches: interrupted, it goes on with the batch that it was at."""

from collections.abc import Callable

from django.db import connection, transaction
from wagtail.search.models import IndexEntry

from museum.search import index, vocabulary
from museum.search.documents import SOURCES
from museum.search.models import SearchBuild, SearchDocument, SearchFacet, SearchGram, SearchName, SearchWord

#: Things indexed in one transaction; pages are long.
BATCH, PAGE_BATCH = 500, 20
_TIDY = (
    "SELECT gin_clean_pending_list(i.indexrelid) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid"
    " JOIN pg_am a ON a.oid = c.relam WHERE a.amname = 'gin' AND i.indrelid = %s::regclass"
)


def build(progress: Callable[[str, int, int], None] = lambda *_: None, restart: bool = False) -> int:
    """Index everything public; returns how many things can be found.

    Each batch leaves its mark (``SearchBuild``) in the transaction that writes it. What a finished kind no longer holds is
    taken out at its end. The vocabulary is counted last, for all at once.
    """
    number = index.current_build()
    open_build = SearchBuild.objects.filter(number=number, done=False).exists()
    if restart or not open_build:
        number += 1
        SearchBuild.objects.all().delete()
        SearchBuild.objects.bulk_create(SearchBuild(number=number, kind=kind) for kind in SOURCES)
    for kind in SOURCES:
        _build_kind(kind, number, progress)
    with transaction.atomic():
        vocabulary.rebuild()
        SearchBuild.objects.filter(number=number).update(done=True)
    tell_the_planner()
    return SearchDocument.objects.count()


def _build_kind(kind: str, number: int, progress) -> None:
    mark = SearchBuild.objects.get(number=number, kind=kind)
    keys = [str(key) for key in dict.fromkeys(index.everything_public(kind))]
    done = keys.index(mark.after) + 1 if mark.after in keys else 0
    size = PAGE_BATCH if SOURCES[kind].is_page else BATCH
    source = SOURCES[kind]
    field = "translation_key__in" if source.is_page else "pk__in"
    while done < len(keys):
        batch = keys[done : done + size]
        with transaction.atomic():
            index.put(source.entries(list(source.rows().filter(**{field: batch}))), number, count_words=False)
            mark.after = batch[-1]
            mark.save()
        done += len(batch)
        progress(kind, done, len(keys))
    stale = SearchDocument.objects.filter(kind=kind).exclude(build=number).values_list("reference", flat=True)
    index.remove(list(stale))


def tell_the_planner() -> None:
    """Have the database count what it holds now, so that the first search after a building is as quick as the later ones.

    PostgreSQL would do so by itself after a minute or more (https://www.postgresql.org/docs/current/sql-analyze.html), SQLite
    never (https://www.sqlite.org/lang_analyze.html). The words that PostgreSQL's index only noted down are put in their place
    (https://www.postgresql.org/docs/current/gin.html#GIN-FAST-UPDATE).
    """
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_TIDY, [IndexEntry._meta.db_table])
        for model in (SearchDocument, SearchName, SearchFacet, SearchWord, SearchGram, IndexEntry):
            cursor.execute(f"ANALYZE {connection.ops.quote_name(model._meta.db_table)}")
