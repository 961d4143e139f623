"""Asking Wagtail's index on PostgreSQL: text search vectors (https://www.postgresql.org/docs/current/datatype-textsearch.html)."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

_TABLE = "wagtailsearch_indexentry"


@contextmanager
def by_index(cursor) -> Iterator[None]:
    """Inside, words are asked of their index. The planner does not count what it costs to read long vectors from where
    PostgreSQL keeps what is long (https://www.postgresql.org/docs/current/storage-toast.html): it would read them all."""
    with transaction.atomic():
        cursor.execute("SET LOCAL enable_seqscan = off")
        yield


def match(column: str, groups) -> tuple[str, str]:
    """(SQL that gives ``entry``, its one parameter): rows that have an alternative of every group in ``column``."""
    query = " & ".join(f"({' | '.join(_all_of(tokens) for tokens in group)})" for group in groups)
    return f"SELECT id AS entry FROM {_TABLE} WHERE {column} @@ %s::tsquery", query


def _all_of(tokens) -> str:
    quoted = ["'" + token.replace("\\", "\\\\").replace("'", "''") + "'" for token in tokens]
    return quoted[0] if len(quoted) == 1 else f"({' & '.join(quoted)})"
