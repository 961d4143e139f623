"""Asking the database: what matches, how it is ordered, and how many there are of each facet value, in one statement.

The statement is the same on both databases but for how Wagtail's index is asked (``sqlite``, ``postgresql``). Points are
whole numbers, ties end at the reference, so that both give the same things in the same order.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.db import connection

from museum.search.facet_numbers import numbers_between, value_of
from museum.search.matching import postgresql, sqlite
from museum.search.models import SearchDocument, SearchFacet
from museum.search.plan import Group, Plan

#: What a word in a title is worth beside one in the text; a whole name; what a curator promotes.
IN_TITLE, WHOLE_NAME, PROMOTED = 4, 1_000, 100_000
#: Facets that have few values, each of many things.
COMMON = ("type", "language", "medium")
#: The part of a query's weight that must be there, in percent, where not every word is.
ENOUGH_OF_IT = 45


@dataclass
class Matches:
    """``total`` things match; ``keys`` are those asked for, in order; ``counts`` by facet number.

    ``without_facets`` is how many match the words alone.
    """

    total: int = 0
    without_facets: int = 0
    keys: list[int] = field(default_factory=list)
    counts: dict[int, int] = field(default_factory=dict)


@dataclass
class _Statement:
    parts: list[str] = field(default_factory=list)
    parameters: list = field(default_factory=list)

    def add(self, sql: str, *parameters) -> None:
        self.parts.append(sql)
        self.parameters += parameters


def find(
    plan: Plan,
    chosen: dict[str, int],
    *,
    every_word: bool = True,
    promoted: Iterable[int] = (),
    by_date: bool = False,
    start: int = 0,
    stop: int = 200,
) -> Matches:
    """The things that match, those from ``start`` to ``stop`` by key, and the counts beside every facet value.

    ``chosen`` are facet numbers by facet. Beside a value of a chosen facet stands what choosing it instead would give.
    A plan without groups matches everything.
    """
    statement = _Statement()
    statement.add("WITH")
    _add_hits(statement, plan, every_word, list(promoted))
    _add_narrowed(statement, chosen, plan)
    order = "earliest IS NULL, earliest, " if by_date else "points DESC, "
    facet = SearchFacet._meta.db_table
    statement.add(
        f"SELECT 1, id, place FROM (SELECT id, ROW_NUMBER() OVER (ORDER BY {order}weight DESC, {_reference()}) AS place"
        " FROM chosen) AS ordered WHERE place > %s AND place <= %s",
        start,
        stop,
    )
    statement.add("UNION ALL SELECT 2, 0, COUNT(*) FROM chosen UNION ALL SELECT 5, 0, COUNT(*) FROM hits")
    statement.add(
        f"UNION ALL SELECT 3, f.number, COUNT(*) FROM chosen JOIN {facet} f ON f.document_id = chosen.id GROUP BY f.number"
    )
    for name in chosen:
        first, last = numbers_between(name)
        statement.add(
            f"UNION ALL SELECT 4, f.number, COUNT(*) FROM beside_{name} b JOIN {facet} f ON f.document_id = b.id"
            " WHERE f.number BETWEEN %s AND %s GROUP BY f.number",
            first,
            last,
        )
    with connection.cursor() as cursor:
        asked = " ".join(statement.parts), statement.parameters
        if connection.vendor == "postgresql" and plan.groups:
            postgresql.ask_by_index(cursor, *asked)
        else:
            cursor.execute(*asked)
        return _matches(cursor.fetchall(), chosen)


def _matches(rows, chosen) -> Matches:
    found = Matches()
    counts, beside = {}, {}
    ordered = []
    for part, key, number in rows:
        if part == 1:
            ordered.append((number, key))
        elif part == 2:
            found.total = number
        elif part == 5:
            found.without_facets = number
        else:
            (counts if part == 3 else beside)[key] = number
    found.keys = [key for _place, key in sorted(ordered)]
    found.counts = {number: count for number, count in counts.items() if value_of(number)[0] not in chosen} | beside
    return found


def _add_hits(statement: _Statement, plan: Plan, every_word: bool, promoted: list[int]) -> None:
    """``hits``: what the words match, with its points; also with what it is ordered by where that comes of itself."""
    if not plan.groups:
        # Nothing was asked: everything. Nothing is known of what was: what is promoted for it.
        only = f" WHERE id IN ({', '.join(str(int(key)) for key in promoted)})" if promoted else ""
        document = SearchDocument._meta.db_table
        statement.add(f"hits AS (SELECT id, 0 AS points, weight, reference, earliest FROM {document}{only}),")
        return
    database = _database()
    found = [
        *_words(plan.groups, plan.weight, every_word),
        *((database.named(key), 0, WHOLE_NAME) for key in sorted(plan.named)[:50]),
        *((database.named(key), plan.weight, PROMOTED) for key in promoted),
    ]
    statement.add(
        "found (found_by, base, extra) AS ( "
        + " UNION ALL ".join(
            f"SELECT found_by, {base}, {extra} FROM ({sql}) m" for (sql, _asked), base, extra in found
        ),
        *(asked for (_sql, asked), _base, _extra in found),
    )
    enough = plan.weight if every_word else max(1, plan.weight * ENOUGH_OF_IT // 100)
    together = f"SELECT found_by, SUM(base + extra) AS points FROM found GROUP BY found_by HAVING SUM(base) >= {enough}"
    statement.add(f"), hits AS MATERIALIZED ({database.hits(together)}),")


def _words(groups: list[Group], weight: int, every_word: bool) -> Iterator[tuple[tuple[str, str], int, int]]:
    """Triples (SQL with its parameter, base, extra): what has the words in its text, which makes it a hit, and more points
    for words that stand in a title or as typed.

    Every row that is found is read, so a word is asked once as it was typed, and its other forms where that is missing.
    """
    match = _database().match
    together = every_word and len(groups) > 1
    if together:
        yield match("body", [list(group.alternatives) for group in groups]), weight, 0
    for group in groups:
        strong = group.strong
        weak = [alternative for alternative in group.alternatives if alternative not in strong]
        more = group.weight if weak else 0
        if together and weak:
            others = [list(other.alternatives) for other in groups if other is not group]
            yield match("body", [strong, *others]), 0, more
        elif not together:
            yield match("body", [strong]), group.weight, more
            if weak:
                yield match("body", [weak], but_not=strong), group.weight, 0
        yield match("title", [strong]), 0, IN_TITLE * group.weight + more
        if weak:
            yield match("title", [weak], but_not=strong), 0, group.weight


def _add_narrowed(statement: _Statement, chosen: dict[str, int], plan: Plan) -> None:
    """``chosen``: the hits that all chosen facets leave; ``beside_…``: those that all but one leave.

    Whether a hit has a value is asked once, of rare values first: what lacks two is in none of these. Of rare values all
    things that have one are fetched; of common ones the few hits that are left are asked one by one.
    """
    facet = SearchFacet._meta.db_table

    def asked(names, of: str) -> str:
        """Whether each row has the value of each of ``names``."""
        one_by_one = f"EXISTS (SELECT 1 FROM {facet} f WHERE f.document_id = {of}.id AND f.number = %s)"
        all_at_once = f"{of}.id IN (SELECT document_id FROM {facet} WHERE number = %s)"
        return "".join(
            f", {one_by_one if plan.groups and name in COMMON else all_at_once} AS has_{name}" for name in names
        )

    names = sorted(chosen, key=lambda name: (name in COMMON, name))
    first, rest = (names[:2], names[2:]) if len(names) > 2 else (names, [])
    values = [chosen[name] for name in first]
    if rest:
        statement.add(f"begun AS MATERIALIZED (SELECT hits.*{asked(first, 'hits')} FROM hits),", *values)
        either = " OR ".join(f"has_{name}" for name in first)
        flagged = f"SELECT begun.*{asked(rest, 'begun')} FROM begun WHERE {either}"
        statement.add(f"flagged AS MATERIALIZED ({flagged})", *(chosen[name] for name in rest))
    else:
        statement.add(f"flagged AS MATERIALIZED (SELECT hits.*{asked(first, 'hits')} FROM hits)", *values)

    def those_with(names) -> str:
        return " AND ".join(f"has_{name}" for name in names) or "1 = 1"

    left = _database().ordered("flagged") if plan.groups else "SELECT * FROM flagged"
    statement.add(f", chosen AS MATERIALIZED ({left} WHERE {those_with(chosen)})")
    for name in chosen:
        others = those_with(other for other in chosen if other != name)
        statement.add(f", beside_{name} AS (SELECT id FROM flagged WHERE {others})")


def _database():
    return sqlite if connection.vendor == "sqlite" else postgresql


def _reference() -> str:
    return "reference" if connection.vendor == "sqlite" else 'reference COLLATE "C"'
