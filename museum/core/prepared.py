"""Questions that pages ask the database again and again: their SQL is written once, and several are asked at once.

Django puts a queryset together and writes its SQL anew each time, which takes longer than PostgreSQL takes to answer, and
each question waits for the answer before it. Here a queryset is made once a process with marks in the place of its
values; the rows are read by Django as they always are.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Generator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from operator import attrgetter
from types import SimpleNamespace
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connections
from django.db.models import QuerySet
from psycopg.types.numeric import Int8

from museum.core.pipelines import Bound, asked_at_once, written_out

#: Marks that no constant of a query looks like, by the type of the value whose place they keep.
_MARKS: dict[type, Callable[[int], Any]] = {
    int: lambda number: number - 2_000_000_000,
    str: "\ue000{}".format,
    date: lambda number: date(1, 1, 1) + timedelta(number),
    UUID: lambda number: UUID(int=number),
}
#: What Django makes of such a value for a database that has no type for it.
_PLAINER: dict[type, Callable] = {date: str, UUID: attrgetter("hex")}


#: No 64 bits hold this number.
_MOST = 1 << 63


class _Place(NamedTuple):
    """Where a value stands in a statement: that of the argument, or one of it, maybe made ``plainer``."""

    argument: int
    item: int | None
    plainer: Callable | None = None

    def filled(self, values: tuple):
        """What takes the place."""
        value = values[self.argument] if self.item is None else values[self.argument][self.item]
        return self.plainer(value) if self.plainer else value

    def bound(self, values: tuple):
        """What takes the place in ``bound_sql``: numbers all of one type, or each size would make another statement."""
        value = self.filled(values)
        return Int8(value) if type(value) is int and abs(value) < _MOST else value


@dataclass(frozen=True)
class _Statement:
    """A queryset's SQL, what stands in the place of each parameter, and what reads its rows."""

    sql: str
    parameters: tuple
    compiler: Any
    queryset: QuerySet

    @cached_property
    def bound_sql(self) -> str:
        """The SQL for a server that keeps it: no constant beside it, only values."""
        return written_out(self.sql, self.parameters, lambda one: isinstance(one, _Place))


class Prepared:
    """A queryset that is made once by ``make``: what differs each time are its values, by position.

    A value is a whole number, a text, a date, a UUID, or a collection of such for an ``__in``, and goes to the database as
    it is: not as a pattern of ``__contains``. What changes the question itself, such as a language, is given by name.
    Calling it gives a :class:`Question`; one with an empty collection asks nothing and has no rows::

        names = Prepared(lambda keys: PlaceName.objects.filter(place__in=keys))
        first, second = ask(names({1, 2}), names({3}))
    """

    def __init__(self, make: Callable[..., QuerySet]):
        self._make = make
        self._statements: dict[tuple, _Statement] = {}

    def __call__(self, *values, **shape) -> Question:
        values = tuple(_widened(value) for value in values)
        key = (*map(_kind, values), *sorted(shape.items()))
        statement = self._statements.get(key)
        if statement is None and () not in values:
            statement = self._statements[key] = self._written(values, shape)
        return Question(statement, values)

    def _written(self, values: tuple, shape: dict) -> _Statement:
        marks: dict = {}
        queryset = self._make(*(_marked(number, value, marks) for number, value in enumerate(values)), **shape)
        compiler = queryset.query.get_compiler(using=queryset.db)
        sql, parameters = compiler.as_sql()
        places = tuple(marks.get(one, one) if type(one) in _MARKS else one for one in parameters)
        if len({one[:2] for one in places if isinstance(one, _Place)}) < len({place[:2] for place in marks.values()}):
            raise ValueError("A value of a prepared question is no plain parameter of its SQL.")
        # Asked of each field of each row's model anew, they would take a third of the time that reading takes.
        converters = compiler.get_converters([column for column, *_rest in compiler.select[: compiler.col_count]])
        compiler.get_converters = lambda expressions: converters
        compiler.connection = None
        return _Statement(sql, places, compiler, queryset)


@dataclass(frozen=True)
class Question:
    """A prepared queryset with its values; one without a statement, for there is nothing to ask for, has no rows."""

    statement: _Statement | None
    values: tuple

    def rows(self) -> list:
        """What the database answers, as the queryset would have it."""
        return ask(self)[0]

    @property
    def parameters(self) -> list:
        """What takes the places of the statement."""
        return [one.filled(self.values) if isinstance(one, _Place) else one for one in self.statement.parameters]

    @property
    def bound_values(self) -> list:
        """What takes the places of ``bound_sql``."""
        return [one.bound(self.values) for one in self.statement.parameters if isinstance(one, _Place)]

    def read(self, rows: list) -> list:
        """Rows of the database as the queryset gives them: objects, tuples."""
        compiler = copy.copy(self.statement.compiler)
        queryset = self.statement.queryset
        compiler.connection = connections[queryset.db]
        if compiler.has_extra_select:
            rows = [row[: compiler.col_count] for row in rows]
        compiler.execute_sql = lambda *args, **kwargs: [rows]
        query = SimpleNamespace(
            get_compiler=lambda *args, **kwargs: compiler,
            extra_select=queryset.query.extra_select,
            values_select=queryset.query.values_select,
            annotation_select=queryset.query.annotation_select,
        )
        asked = SimpleNamespace(
            db=queryset.db, query=query, model=queryset.model, _fields=queryset._fields, _known_related_objects={}
        )
        return list(queryset._iterable_class(asked))


#: Something to find out in steps: a generator that yields the questions of a step, is sent their rows, and returns.
Errand = Generator[list[Question], list[list], Any]


def together(*errands: Errand) -> Errand:
    """The errands as one that returns what each of them returns: the questions of their first steps make its first step…"""
    returned: list = [None] * len(errands)
    answers: dict[int, list | None] = dict.fromkeys(range(len(errands)))
    while answers:
        steps = {}
        for number, rows in answers.items():
            try:
                steps[number] = errands[number].send(rows)
            except StopIteration as ended:
                returned[number] = ended.value
        if steps:
            rows = iter((yield [question for step in steps.values() for question in step]))
        answers = {number: [next(rows) for _question in step] for number, step in steps.items()}
    return returned


def run_together(*errands: Errand) -> list:
    """What each of ``errands`` returns; what all of them ask in a step is asked at once."""
    errand, rows = together(*errands), None
    while True:
        try:
            rows = ask(*errand.send(rows))
        except StopIteration as ended:
            return ended.value


def ask(*questions: Question) -> list[list]:
    """The rows of each question, in order: on PostgreSQL in one turn, whatever their number."""
    asked = [question for question in questions if question.statement is not None]
    if not asked:
        return [[] for _question in questions]
    connection = connections[asked[0].statement.queryset.db]
    answers = iter((_asked_at_once if connection.vendor == "postgresql" else _asked_in_turn)(connection, asked))
    return [[] if question.statement is None else question.read(next(answers)) for question in questions]


def _asked_at_once(connection, questions: list[Question]) -> list[list]:
    return asked_at_once(
        connection, [Bound(question.statement.bound_sql, question.bound_values) for question in questions]
    )


def _asked_in_turn(connection, questions: list[Question]) -> list[list]:
    answers = []
    with connection.cursor() as cursor:
        for question in questions:
            cursor.execute(question.statement.sql, question.parameters)
            answers.append(cursor.fetchall())
    return answers


def _widened(value):
    """A collection as a tuple of 1, 2, 4, 8… values, the last of them repeated: few statements serve all lengths."""
    if type(value) in _MARKS:
        return value
    keys = tuple(sorted(set(value)))
    return keys + keys[-1:] * ((1 << (len(keys) - 1).bit_length()) - len(keys)) if keys else ()


def _kind(value) -> tuple:
    return (type(value[0]), len(value)) if isinstance(value, tuple) and value else (type(value), None)


def _marked(number: int, value, marks: dict):
    """A mark, or as many different ones as ``value`` has, noted in ``marks`` with their places."""
    if not isinstance(value, tuple):
        return _mark(value, _Place(number, None), marks)
    return [_mark(one, _Place(number, item), marks) for item, one in enumerate(value)]


def _mark(value, place: _Place, marks: dict):
    kind = type(value)
    mark = _MARKS[kind](len(marks))
    marks[mark] = place
    if plainer := _PLAINER.get(kind):
        marks[plainer(mark)] = place._replace(plainer=plainer)
    return mark
