"""Counting what visitors look for, so that curators see what is missing, and knowing nothing of who they are.

Counted are folded words a day and language. What looks like an address, a telephone or an identity number is never kept,
not even in memory; what few people asked is never shown, and forgotten after a month. Counts wait in the process and are
written together, so that a search writes nothing to the database.
"""

import datetime
import re
import time
from collections import Counter
from threading import Lock

from django.db import DatabaseError, connection, transaction
from django.db.models import F, Max, Q, QuerySet, Sum
from django.utils import timezone

from museum.search.models import SearchedDay

#: Searches for the same that make it a question of many; fewer may be one person's.
SHOWN_FROM = 5
#: Searches, or seconds, after which counts are written.
HELD, HELD_SECONDS = 20, 60
#: Days after which what few asked is forgotten, and everything.
RARE_DAYS, DAYS = 31, 400
LONGEST, MOST_WORDS = 60, 8
#: Milliseconds that a write waits for another on SQLite: a visitor is waiting too.
PATIENCE = 100
_PERSONAL = re.compile(r"@|\d[\d\s.()/-]{4,}\d|\b[a-z]{1,2}\d{4,}\b|https?:|www\.", re.IGNORECASE)

_held: Counter[tuple] = Counter()
_found: dict[tuple, int] = {}
_lock = Lock()
_written_at = time.monotonic()


def may_be_kept(text: str) -> bool:
    """Whether a query is words, and nothing by which a person could be known."""
    return 0 < len(text) <= LONGEST and len(text.split()) <= MOST_WORDS and not _PERSONAL.search(text)


def count(text: str, folded: str, language: str, found: int) -> None:
    """Count one search; ``text`` as typed decides whether it may be kept, ``folded`` is kept."""
    if not (may_be_kept(text) and folded and may_be_kept(folded)):
        return
    key = (timezone.localdate(), folded, language)
    with _lock:
        _held[key] += 1
        _found[key] = found
        is_due = _held.total() >= HELD or time.monotonic() - _written_at > HELD_SECONDS
    if is_due:
        write()


def write() -> None:
    """Write what is held; where the database is busy it is held on."""
    global _written_at
    with _lock:
        held, found = dict(_held), dict(_found)
        _held.clear()
        _found.clear()
        _written_at = time.monotonic()
    try:
        with _impatient(), transaction.atomic():
            for (day, query, language), times in held.items():
                row = {"day": day, "query": query, "language": language}
                answered = found[day, query, language]
                if not SearchedDay.objects.filter(**row).update(asked=F("asked") + times, found=answered):
                    SearchedDay.objects.create(**row, asked=times, found=answered)
    except DatabaseError:
        with _lock:
            _held.update(held)
            _found.update(found)


class _impatient:
    """Inside, SQLite waits only a moment for others who write."""

    def __enter__(self):
        self._set(PATIENCE)

    def __exit__(self, *error):
        self._set(10_000)

    @staticmethod
    def _set(milliseconds: int) -> None:
        if connection.vendor == "sqlite":
            with connection.cursor() as cursor:
                cursor.execute(f"PRAGMA busy_timeout = {milliseconds}")


def report(days: int = 90, missing: bool = False) -> QuerySet:
    """Rows ``{query, language, times, results, last}`` of what was asked often enough, most first.

    ``missing``: only what nothing answered the last time.
    """
    since = timezone.localdate() - datetime.timedelta(days=days)
    rows = SearchedDay.objects.filter(day__gte=since).values("query", "language")
    rows = rows.annotate(times=Sum("asked"), last=Max("day"), results=Max("found", filter=Q(day__gte=since)))
    rows = rows.filter(times__gte=SHOWN_FROM)
    if missing:
        rows = rows.filter(results=0)
    return rows.order_by("-times", "query")


def forget() -> None:
    """Forget what is old, and what few asked a month ago."""
    today = timezone.localdate()
    SearchedDay.objects.filter(day__lt=today - datetime.timedelta(days=DAYS)).delete()
    common = {(row["query"], row["language"]) for row in report(DAYS)}
    old = SearchedDay.objects.filter(day__lt=today - datetime.timedelta(days=RARE_DAYS))
    rare = [row.pk for row in old if (row.query, row.language) not in common]
    SearchedDay.objects.filter(pk__in=rare).delete()
