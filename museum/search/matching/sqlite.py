"""Asking Wagtail's index on SQLite: an FTS5 table (https://www.sqlite.org/fts5.html#full_text_query_syntax)."""

from museum.search.models import SearchDocument

_TABLE = "wagtailsearch_indexentry_fts"


def match(column: str, groups, but_not=()) -> tuple[str, str]:
    """(SQL that gives ``found_by``, its one parameter): documents that have an alternative of every group in ``column``, and
    none of the alternatives ``but_not``.

    A row of the index knows no more than its own key.
    """
    query = " AND ".join(map(_any_of, groups)) + (f" NOT {_any_of(but_not)}" if but_not else "")
    return f"SELECT rowid AS found_by FROM {_TABLE} WHERE {_TABLE} MATCH %s", f"{column} : ({query})"


def named(key: int) -> tuple[str, str]:
    """(SQL that gives ``found_by`` of a document, its one parameter)."""
    return f"SELECT entry AS found_by FROM {SearchDocument._meta.db_table} WHERE id = %s", str(key)


def hits(found: str) -> str:
    """SQL for the documents of the rows ``found`` (``found_by, points``): ``id, points`` and what they are ordered by."""
    document = SearchDocument._meta.db_table
    return (
        f"SELECT d.id, p.points, d.weight, d.reference, d.earliest FROM ({found}) p"
        f" JOIN {document} d ON d.entry = p.found_by"
    )


def ordered(hits: str) -> str:
    """SQL for the rows of ``hits`` with what they are ordered by, which they have."""
    return f"SELECT * FROM {hits}"


def _any_of(group) -> str:
    return f"({' OR '.join(_all_of(tokens) for tokens in group)})"


def _all_of(tokens) -> str:
    quoted = [f'"{token.replace(chr(34), chr(34) * 2)}"' for token in tokens]
    return quoted[0] if len(quoted) == 1 else f"({' AND '.join(quoted)})"
