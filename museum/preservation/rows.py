"""The database as JSON lines, one file a table, the same from SQLite and from PostgreSQL.

Rows are read and written as the database holds them: by plain models built from the migrations that have run, without the
museum's code in between. So a block that the code no longer knows stays, a date keeps its microseconds, and rows go back
under their own keys: what points at them (revisions, streams, generic relations, the tree of pages, addresses of pictures)
still does, content types and permissions among them.
"""

import io
from collections.abc import Iterable, Iterator

from django.core.management.color import no_style
from django.core.serializers.json import DjangoJSONEncoder
from django.core.serializers.jsonl import Deserializer as JSONLinesDeserializer
from django.core.serializers.jsonl import Serializer as JSONLinesSerializer
from django.db import connection, models, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.models import FileField
from django.utils.translation import gettext as _

from museum.preservation.refusal import Refused

#: Made from other rows, and made anew at a restore: Wagtail's index, the museum's.
DERIVED = (
    "wagtailsearch",
    "museum_search.searchdocument",
    "museum_search.searchname",
    "museum_search.searchfacet",
    "museum_search.searchbuild",
    "museum_search.searchword",
    "museum_search.searchgram",
)
#: Of no use elsewhere: who is logged in, who failed to, who has a page open, uploads that nobody finished, work that waits.
PASSING = (
    "sessions",
    "axes",
    "wagtailadmin.editingsession",
    "wagtailadmin.formstate",
    "wagtailcore.uploadedfile",
    "django_tasks_database",
    "core.worker",
)
#: Of this installation alone: how often what visitors see has changed here (museum.core.stamp).
LOCAL = ("core.decision",)
BATCH = 500


def is_kept(model) -> bool:
    """Whether the rows of a model belong into a back-up."""
    label = model._meta.label_lower
    return not any(label == other or label.startswith(f"{other}.") for other in (*DERIVED, *PASSING, *LOCAL))


class Tables:
    """The tables of the museum as the migrations ``nodes`` leave them, as plain models."""

    def __init__(self, nodes: Iterable[tuple[str, str]]):
        state = MigrationLoader(connection).project_state(list(nodes))
        for model in state.models.values():
            for name, field in model.fields.items():
                model.fields[name] = _plain(field)
            # Managers and bases of the museum's own are not needed to read rows.
            model.managers = []
        self.apps = state.apps

    def kept(self) -> list[type[models.Model]]:
        """The models whose rows are kept, each after those it points at, as far as rows do not point in a circle."""
        wanted = [model for model in self._all() if is_kept(model)]
        order: dict[type, None] = {}

        def visit(model, above):
            if model in order or model in above or model not in wanted:
                return
            for field in model._meta.local_concrete_fields:
                if field.remote_field:
                    visit(field.related_model, (*above, model))
            order[model] = None

        for model in wanted:
            visit(model, ())
        return list(order)

    def _all(self) -> list[type[models.Model]]:
        found = self.apps.get_models(include_auto_created=True)
        return sorted((m for m in found if m._meta.managed and not m._meta.proxy), key=lambda m: m._meta.label_lower)

    def model(self, label: str) -> type[models.Model]:
        """A model by its label; raises ``Refused`` where these migrations do not make it."""
        try:
            return self.apps.get_model(label)
        except LookupError as error:
            raise Refused(
                _("The package holds rows of “%(table)s”, which is not known here.") % {"table": label}
            ) from error

    def empty(self) -> None:
        """Delete every row of every table but those of this installation alone, as a part of a transaction."""
        for model in reversed(self._all()):
            if model._meta.label_lower not in LOCAL:
                model._base_manager.all()._raw_delete(using=connection.alias)

    def reset_sequences(self) -> None:
        """Let new rows be numbered after those that were put back (PostgreSQL counts apart)."""
        with connection.cursor() as cursor:
            for statement in connection.ops.sequence_reset_sql(no_style(), self.kept()):
                cursor.execute(statement)


def _plain(field):
    """A field of Django's own with the same column; relations stay what they are."""
    if field.remote_field:
        return field
    name, _path, args, options = field.deconstruct()
    if isinstance(field, FileField):
        return models.CharField(max_length=field.max_length or 100, null=field.null, db_column=field.db_column)
    kind = getattr(models, field.get_internal_type(), None)
    if kind is None or type(field) is kind:
        return field
    known = ("null", "db_column", "max_length", "primary_key", "max_digits", "decimal_places", "db_index", "unique")
    return kind(*args, **{key: value for key, value in options.items() if key in known})


def applied() -> list[tuple[str, str]]:
    """The migrations that have run in this database; one that replaces others stands for them."""
    loader = MigrationLoader(connection)
    return sorted(key for key in loader.applied_migrations if key in loader.graph.nodes)


def migrate_to(nodes: Iterable[tuple[str, str]]) -> None:
    """Bring a database without tables to where exactly ``nodes`` have run."""
    executor, wanted = MigrationExecutor(connection), set(nodes)
    children = {node: executor.loader.graph.node_map[node].children for node in wanted}
    executor.migrate(
        [node for node in sorted(wanted) if not any(c.key[0] == node[0] and c.key in wanted for c in children[node])]
    )


class _Exact(DjangoJSONEncoder):
    """Django's encoder cuts microseconds."""

    def default(self, o):
        return o.isoformat() if hasattr(o, "isoformat") else super().default(o)


def write(model: type[models.Model], stream) -> int:
    """Write every row of a model as JSON lines in UTF-8 to a binary stream; how many there were."""
    rows = model._base_manager.order_by("pk").iterator(chunk_size=BATCH)
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="\n", write_through=True)
    counted = _Counted(rows)
    fields = [field.name for field in model._meta.local_concrete_fields]
    JSONLinesSerializer().serialize(counted, stream=text, fields=fields, cls=_Exact)
    text.flush()
    text.detach()
    return counted.number


class _Counted:
    def __init__(self, rows):
        self.rows, self.number = rows, 0

    def __iter__(self):
        for row in self.rows:
            self.number += 1
            yield row


class _Reader(JSONLinesDeserializer):
    """Rows as instances of plain models."""

    def __init__(self, lines, model, **options):
        self.model = model
        super().__init__(lines, **options)

    def _get_model_from_node(self, model_identifier):
        return self.model


def read(model: type[models.Model], lines: Iterable[str]) -> int:
    """Insert rows as they were written, under their own keys; no signal is sent. Returns how many there were."""
    fields = model._meta.local_concrete_fields
    size = min(connection.ops.bulk_batch_size(fields, [None] * BATCH), BATCH)
    number = 0
    for batch in _batches((found.object for found in _Reader(lines, model)), size):
        model._base_manager.all()._insert(batch, fields=fields, using=connection.alias, raw=True)
        number += len(batch)
    return number


def _batches(rows: Iterable, size: int) -> Iterator[list]:
    batch = []
    for row in rows:
        batch.append(row)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


class Snapshot:
    """A reading of the whole database at one moment, while others write.

    https://www.postgresql.org/docs/current/transaction-iso.html, https://www.sqlite.org/isolation.html
    """

    def __enter__(self):
        self._atomic = self._begun = None
        if connection.in_atomic_block:
            return self
        if connection.vendor == "postgresql":
            self._atomic = transaction.atomic()
            self._atomic.__enter__()
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        else:
            # Django's own transactions would keep curators from writing (transaction_mode IMMEDIATE).
            with connection.cursor() as cursor:
                cursor.execute("BEGIN DEFERRED")
            self._begun = True
        return self

    def __exit__(self, *failure):
        if self._atomic:
            self._atomic.__exit__(*failure)
        elif self._begun:
            with connection.cursor() as cursor:
                cursor.execute("ROLLBACK")
