"""Asking Wagtail's index on PostgreSQL: text search vectors (https://www.postgresql.org/docs/current/datatype-textsearch.html)."""

from modelsearch.utils import get_content_type_pk

from museum.search.models import SearchDocument

_TABLE = "wagtailsearch_indexentry"


def ask_by_index(cursor, sql: str, parameters: list) -> None:
    """Ask words of their index. The planner does not count what it costs to read long vectors from where PostgreSQL keeps
    what is long (https://www.postgresql.org/docs/current/storage-toast.html): it would read them all.

    The setting goes with the question and holds for it alone: statements that are sent together are one transaction
    (https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-MULTI-STATEMENT).
    """
    cursor.execute(f"SET LOCAL enable_seqscan = off; {sql}", parameters)
    cursor.nextset()


def match(column: str, groups, but_not=()) -> tuple[str, str]:
    """(SQL that gives ``found_by``, its one parameter): documents that have an alternative of every group in ``column``, and
    none of the alternatives ``but_not``.

    A row of the index names its document, so that a document is looked at only where the facets leave it.
    """
    query = " & ".join(map(_any_of, groups)) + (f" & !{_any_of(but_not)}" if but_not else "")
    ours = get_content_type_pk(SearchDocument)
    sql = (
        f"SELECT object_id::bigint AS found_by FROM {_TABLE} WHERE content_type_id = {ours} AND {column} @@ %s::tsquery"
    )
    return sql, query


def named(key: int) -> tuple[str, str]:
    """(SQL that gives ``found_by`` of a document, its one parameter)."""
    return "SELECT %s::bigint AS found_by", str(key)


def hits(found: str) -> str:
    """SQL for the documents of the rows ``found`` (``found_by, points``): ``id, points``."""
    return f"SELECT p.found_by AS id, p.points FROM ({found}) p"


def ordered(hits: str) -> str:
    """SQL for the rows of ``hits`` with what they are ordered by: ``id, points, weight, reference, earliest``."""
    document = SearchDocument._meta.db_table
    return f"SELECT h.id, points, weight, reference, earliest FROM {hits} h JOIN {document} d ON d.id = h.id"


def _any_of(group) -> str:
    return f"({' | '.join(_all_of(tokens) for tokens in group)})"


def _all_of(tokens) -> str:
    quoted = ["'" + token.replace("\\", "\\\\").replace("'", "''") + "'" for token in tokens]
    return quoted[0] if len(quoted) == 1 else f"({' & '.join(quoted)})"
