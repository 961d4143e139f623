"""Several statements in one journey to PostgreSQL and back, parsed and planned once for each connection.

Django has neither: it sends one statement at a time, with its values written into it. What is asked here goes through
Django's cursor all the same, so that it is watched, counted and told of in errors as everything else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import nullcontext
from types import SimpleNamespace
from typing import NamedTuple

from django.db import NotSupportedError
from psycopg import Cursor
from psycopg.sql import Literal

#: So many statements PostgreSQL keeps for a connection, some 50 KB each.
KEPT = 200


class Bound(NamedTuple):
    """A statement of which only what differs each time stands outside its text: ``%s`` for each of ``values``."""

    sql: str
    values: list


def written_out(sql: str, parameters: Sequence, is_value) -> str:
    """``sql`` with its parameters written into it but for those that ``is_value``. Values get the types of the columns
    beside them; constants, which Django also hands over beside the text, have nothing to get a type from."""
    remaining = iter(parameters)

    def filled(found: re.Match) -> str:
        if found[0] == "%%":
            return "%%"
        one = next(remaining)
        return "%s" if is_value(one) else Literal(one).as_string().replace("%", "%%")

    return re.sub("%%|%s", filled, sql)


def asked_at_once(connection, statements: list[Bound]) -> list[list[tuple]]:
    """The rows of each of ``statements``, asked in one journey.

    The driver prepares what is asked often (https://www.psycopg.org/psycopg3/docs/advanced/prepare.html). Where the type of
    a column was changed meanwhile, what was prepared is of no use: all is forgotten and asked once more, unless a
    transaction is open, which the error has ended.
    """
    try:
        return _asked(connection, statements)
    except NotSupportedError:
        if connection.in_atomic_block:
            raise
        with connection.cursor() as cursor:
            cursor.execute("DEALLOCATE ALL")
        return _asked(connection, statements)


def _asked(connection, statements: list[Bound]) -> list[list[tuple]]:
    with connection.cursor() as cursor:
        cursor.cursor = pipeline = _Pipeline(cursor.cursor, statements)
        # What those who watch are told.
        sql = ";\n".join([statement.sql for statement in statements])
        cursor.execute(sql, [value for statement in statements for value in statement.values])
    return pipeline.answers


class _Pipeline:
    """What stands in a cursor of Django while several statements are asked
    (https://www.psycopg.org/psycopg3/docs/advanced/pipeline.html)."""

    def __init__(self, cursor, statements: list[Bound]):
        self._cursor, self._statements = cursor, statements
        self._told: tuple[str, list] = "", []
        self.answers: list[list[tuple]] = []

    def execute(self, sql: str, parameters: list) -> None:
        """Ask the statements; ``sql`` and ``parameters`` are for those who watch."""
        self._told = sql, parameters
        connection = self._cursor.connection
        connection.prepared_max = KEPT
        cursors = [Cursor(connection) for _statement in self._statements]
        with connection.pipeline() if len(cursors) > 1 else nullcontext():
            for cursor, statement in zip(cursors, self._statements, strict=True):
                cursor.execute(statement.sql, statement.values)
        self.answers = [cursor.fetchall() for cursor in cursors]

    @property
    def _query(self) -> SimpleNamespace:
        """What Django writes into its log of queries."""
        return SimpleNamespace(query=self._cursor.mogrify(*self._told).encode())

    def __getattr__(self, name: str):
        """All else is that of the cursor in whose place it stands."""
        return getattr(self._cursor, name)
