"""What hangs on records and pages, fetched level by level: the questions of a level are asked at once.

Django's ``prefetch_related`` asks once for each relation; a page of a record has twenty. A :class:`Part` says what is
wanted for both: ``gather`` for pages, ``prefetched`` for querysets that are paged or filtered further.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property

from django.db.models import F, Model, Prefetch, QuerySet

from museum.core.prepared import Errand, Prepared, Question, run_together


class Part:
    """What hangs on a thing under ``name`` (a key, child rows, many-to-many): of ``rows``, or of all, with ``parts`` of
    each. What ``rows`` leaves out is not there: a key then gives ``None``. The rows must not depend on who reads."""

    def __init__(self, name: str, rows: Callable[[], QuerySet] | None = None, parts: Iterable[Part] = ()):
        if parts and rows is None:
            raise ValueError("A part that has parts names its rows.")
        self.name, self.rows, self.parts = name, rows, tuple(parts)
        self._kinds: dict[type, _Kind] = {}

    def of(self, model: type[Model]) -> _Kind:
        """How it is fetched and hung on things of ``model``."""
        if model not in self._kinds:
            field = model._meta.get_field(self.name)
            kind = _ManyToMany if field.many_to_many else _Children if field.one_to_many else _Key
            self._kinds[model] = kind(field, self.rows or field.related_model._default_manager.all)
        return self._kinds[model]

    def prefetch(self) -> Prefetch | str:
        """The same for ``prefetch_related``."""
        return self.name if self.rows is None else Prefetch(self.name, prefetched(self.rows(), *self.parts))


def prefetched(queryset: QuerySet, *parts: Part) -> QuerySet:
    """``queryset`` with ``parts`` fetched when it is asked."""
    return queryset.prefetch_related(*(part.prefetch() for part in parts))


def gather(things: Iterable[Model | None], *parts: Part) -> None:
    """Fetch ``parts`` of ``things`` (of one model; ``None`` is passed over) and hang them there, as prefetching does.

    What was fetched before is left as it is, and its parts are fetched. A turn to the database a level.
    """
    run_together(gathering((things, parts)))


def gathering(*wanted: tuple[Iterable[Model | None], Iterable[Part]]) -> Errand:
    """``gather`` for several kinds of things (pairs of things of one model, and parts) as an errand: in the same turns as
    others that are run together with it."""
    level = [(part, [thing for thing in things if thing is not None]) for things, parts in wanted for part in parts]
    while level := [(part, things) for part, things in level if things]:
        kinds = [part.of(type(things[0])) for part, things in level]
        waiting = [kind.waiting(things) for kind, (_part, things) in zip(kinds, level, strict=True)]
        answers = yield [kind.question(these) for kind, these in zip(kinds, waiting, strict=True)]
        below = []
        for (part, things), kind, these, rows in zip(level, kinds, waiting, answers, strict=True):
            kind.hang(these, rows)
            hung = [one for thing in things for one in kind.hung(thing)] if part.parts else []
            below += [(further, hung) for further in part.parts]
        level = below


class _Kind:
    """One kind of relation of one model."""

    def __init__(self, field, rows: Callable[[], QuerySet]):
        self.field, self.rows = field, rows
        self.prepared = Prepared(self.queryset)

    def question(self, things: list) -> Question:
        return self.prepared({key for thing in things if (key := self.key(thing)) is not None})


class _Key(_Kind):
    """A foreign key of the things."""

    def queryset(self, keys) -> QuerySet:
        return self.rows().filter(pk__in=keys)

    def key(self, thing):
        return getattr(thing, self.field.attname)

    def waiting(self, things: list) -> list:
        return [thing for thing in things if not self.field.is_cached(thing)]

    def hang(self, things: list, rows: list) -> None:
        by_key = {row.pk: row for row in rows}
        for thing in things:
            self.field.set_cached_value(thing, by_key.get(self.key(thing)))

    def hung(self, thing) -> list:
        found = self.field.get_cached_value(thing)
        return [] if found is None else [found]


class _Many(_Kind):
    """Several rows of each thing."""

    @cached_property
    def empty(self) -> QuerySet:
        """What holds the rows of a thing, before it does."""
        return self.field.related_model._default_manager.get_queryset()

    def key(self, thing):
        return thing.pk

    @property
    def name(self) -> str:
        return self.field.name

    def waiting(self, things: list) -> list:
        return [thing for thing in things if self.name not in getattr(thing, "_prefetched_objects_cache", ())]

    def hang(self, things: list, rows: list) -> None:
        by_key = defaultdict(list)
        for row in rows:
            by_key[self.owner(row)].append(row)
        for thing in things:
            found = object.__new__(type(self.empty))
            # What is asked further of a queryset is asked of a copy of its query, so that all may have the same.
            found.__dict__ = self.empty.__dict__ | {"_result_cache": by_key[thing.pk], "_prefetch_done": True}
            thing.__dict__.setdefault("_prefetched_objects_cache", {})[self.name] = found
            self.tell(thing, by_key[thing.pk])

    def hung(self, thing) -> list:
        return list(getattr(thing, self.name).all())

    def tell(self, thing, rows: list) -> None:
        """Tell the rows whose they are."""


class _Children(_Many):
    """Rows with a key to the things."""

    @property
    def name(self) -> str:
        return self.field.get_accessor_name()

    def queryset(self, keys) -> QuerySet:
        return self.rows().filter(**{f"{self.field.field.name}__in": keys})

    def owner(self, row):
        return getattr(row, self.field.field.attname)

    def tell(self, thing, rows: list) -> None:
        for row in rows:
            self.field.field.set_cached_value(row, thing)


class _ManyToMany(_Many):
    """Rows that share a table of pairs with the things."""

    def queryset(self, keys) -> QuerySet:
        theirs = self.field.related_query_name()
        return self.rows().filter(**{f"{theirs}__in": keys}).annotate(gathered_for=F(theirs))

    def owner(self, row):
        return row.gathered_for
