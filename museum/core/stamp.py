"""One version stamp for all that a visitor may see: it changes in the same transaction as whatever changes that.

A page kept anywhere is kept under the stamp of the moment before it was made, and asked for under the stamp of now, so
that a decision (a publication, a withdrawal, a name in the menu) shows on the next request, on every machine that
shares the database. What is written is watched where all of it passes, in the database's cursor: a table counts unless
it is known to be unseen. The stamp is two numbers of the table of decisions, the newest and how many there are: two
transactions add a row each without waiting for one another, and each shows when it is committed and not before.
"""

from __future__ import annotations

import math
import re
import threading
import time
from functools import lru_cache

from django.apps import apps
from django.db import DEFAULT_DB_ALIAS, DatabaseError, InterfaceError, connections, transaction

from museum.core import front_caches
from museum.core.schema import has_table

#: So many decisions are kept, and twice as many at most; the stamp is two numbers of them.
KEPT = 256
_WRITE = re.compile(
    r'\s*(INSERT\b.*?\bINTO|REPLACE\s+INTO|UPDATE|DELETE\s+FROM)\s+["`]?(\w+)["`]?(?:\s+SET\s+(.*?)\s+WHERE\b)?',
    re.IGNORECASE | re.DOTALL,
)
_COLUMN = re.compile(r'"(\w+)" = ')
#: What an editor's draft changes on the page or record itself.
_DRAFT_COLUMNS = {
    "draft_title", "go_live_at", "expire_at", "has_unpublished_changes", "latest_revision_id",
    "latest_revision_created_at", "locked", "locked_at", "locked_by_id",
}  # fmt: skip
#: Tables of other packages that nothing a visitor sees is made from. Models of the museum say ``seen_by_visitors = False``.
_UNSEEN = re.compile(
    r"django_(session|admin_log|migrations|content_type|site)$|django_tasks|django_cache|auth_|wagtailusers_|wagtailadmin_|axes_"
    r"|wagtailcore_(revision|modellogentry|pagelogentry|comment|commentreply|pagesubscription|workflow|task|groupapproval"
    r"|editingsession|uploadedfile|groupcollection|grouppage|groupsite)"
    r"|wagtailsearch_|sqlite_|pg_"
)
_QUESTION = "SELECT MAX(id), COUNT(*) FROM core_decision"
#: What a database that is away raises.
_AWAY = (DatabaseError, InterfaceError, OSError)


class StampUnknown(Exception):
    """The database does not answer."""


def is_seen(sql: str) -> bool:
    """Whether a statement may change what a visitor sees: a write to a table that is not known to be unseen."""
    found = _WRITE.match(sql)
    if not found:
        return False
    act, table, columns = found.groups()
    if table in _unseen_tables() or _UNSEEN.match(table):
        return False
    if columns and set(_COLUMN.findall(f"{columns} ")) <= _DRAFT_COLUMNS and _COLUMN.search(columns):
        return False
    # A size of a picture that is made leaves every page as it was; one that is deleted must be on none.
    return not (table.endswith("rendition") and not act.upper().startswith("DELETE"))


@lru_cache(maxsize=1)
def _unseen_tables() -> frozenset[str]:
    return frozenset(
        model._meta.db_table
        for model in apps.get_models(include_auto_created=True)
        if not getattr(model, "seen_by_visitors", True)
    )


def watch(connection, **_signal) -> None:
    """Watch what a new connection writes; a receiver of Django's ``connection_created``."""
    if _watched not in connection.execute_wrappers:
        connection.execute_wrappers.append(_watched)


def _watched(execute, sql, params, many, context):
    result = execute(sql, params, many, context)
    if is_seen(sql):
        decided(context["connection"].alias)
    return result


def decided(using: str = DEFAULT_DB_ALIAS) -> None:
    """Change the stamp: with the transaction that is open, else at once. Once a transaction is enough."""
    connection = connections[using]
    is_noted = any(work is front_caches.empty for _savepoints, work, _robust in connection.run_on_commit)
    # The first migrations write before the table is made.
    if is_noted or not has_table(connection, "core_decision"):
        return
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO core_decision (made_at) VALUES (CURRENT_TIMESTAMP)")
        cursor.execute(_QUESTION)
        newest, number = cursor.fetchone()
        if number >= 2 * KEPT:
            cursor.execute("DELETE FROM core_decision WHERE id <= %s", [newest - KEPT])
    transaction.on_commit(front_caches.empty, using=using)


def stamp(using: str = DEFAULT_DB_ALIAS) -> str:
    """The stamp of now, as the open transaction sees it."""
    with connections[using].cursor() as cursor:
        cursor.execute(_QUESTION)
        return _written(cursor.fetchone())


def _written(row: tuple) -> str:
    newest, number = row
    return f"{newest or 0}-{number}"


class StampReader:
    """Reads the stamp on a connection of its own, which the threads of a process share: as little work as can be.

    A database that did not answer is left alone for a second, so that those who wait do not wait one after the other.
    """

    def __init__(self, using: str = DEFAULT_DB_ALIAS):
        self._using = using
        self._lock = threading.Lock()
        self._connection = None
        self._failed_at = -math.inf

    def __call__(self) -> str:
        """The stamp of now; raises ``StampUnknown``."""
        with self._lock:
            if time.monotonic() - self._failed_at < 1:
                raise StampUnknown
            try:
                return self._read()
            except _AWAY:
                # A connection may have been closed while nobody used it.
                self._drop()
            try:
                return self._read()
            except _AWAY as fault:
                self._drop()
                self._failed_at = time.monotonic()
                raise StampUnknown from fault

    def _read(self) -> str:
        if self._connection is None:
            self._connection = connections[self._using].copy()
            # Held for as long as the process lives, so none of the pool's.
            self._connection.settings_dict.get("OPTIONS", {}).pop("pool", None)
            self._connection.inc_thread_sharing()
        with self._connection.wrap_database_errors:
            if self._connection.connection is None:
                self._connection.connect()
            # Asked of the driver itself: Django's cursor would take longer than the database.
            return _written(self._connection.connection.execute(_QUESTION).fetchone())

    def _drop(self) -> None:
        if self._connection is not None:
            try:
                self._connection.close()
            except _AWAY:
                self._connection.connection = None
