"""Asking Wagtail's index on SQLite: an FTS5 table (https://www.sqlite.org/fts5.html#full_text_query_syntax)."""

_TABLE = "wagtailsearch_indexentry_fts"


def match(column: str, groups) -> tuple[str, str]:
    """(SQL that gives ``entry``, its one parameter): rows that have an alternative of every group in ``column``."""
    query = " AND ".join(f"({' OR '.join(_all_of(tokens) for tokens in group)})" for group in groups)
    return f"SELECT rowid AS entry FROM {_TABLE} WHERE {_TABLE} MATCH %s", f"{column} : ({query})"


def _all_of(tokens) -> str:
    quoted = [f'"{token.replace(chr(34), chr(34) * 2)}"' for token in tokens]
    return quoted[0] if len(quoted) == 1 else f"({' AND '.join(quoted)})"
