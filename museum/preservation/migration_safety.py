"""Which migrations break the code that is still serving while they run, or cannot be taken back.

An upgrade runs ``migrate`` before the new code is started: until then the old code reads and writes the new tables. So a
column may be added but not taken away, may grow but not shrink, and must not want a value that the old code does not give.
What is dangerous in this sense needs a written reason in its migration:

    class Migration(migrations.Migration):
        safe_because = {"RemoveField story.motto": "No release since 1.4 reads or writes it."}

django-migration-linter was considered: it reads the SQL of one server, has no place for a reason, and cannot see that a
Python step has no way back. https://docs.djangoproject.com/en/5.2/ref/migration-operations/
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.contrib.postgres.operations import AddConstraintNotValid, AddIndexConcurrently
from django.db import models
from django.db.migrations import operations
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState
from django.db.models import NOT_PROVIDED

#: The last migration of each app that was made before this check: it and those before it have run everywhere.
BASELINE = {
    "assets": "0006_sizes_of_public_files",
    "collection": "0003_guided_looks",
    "core": "0002_worker",
    "demo": "0001_initial",
    "entrance": "0003_contact_page",
    "exhibits": "0005_road_maps",
    "museum_search": "0003_words_of_the_same_meaning",
    "offline": "0001_packages",
    "preservation": "0001_initial",
    "stories": "0007_road_maps",
}
#: A reason shorter than this says nothing.
SHORTEST_REASON = 20

#: Attribute of a migration: what is dangerous in it (as the check names it) → why it is safe all the same.
REASONS = "safe_because"

_HARMLESS = (
    operations.AlterModelManagers,
    operations.AlterModelOptions,
    operations.AlterModelTableComment,
    operations.CreateModel,
    operations.RemoveConstraint,
    operations.RemoveIndex,
    operations.RenameIndex,
)
_ALWAYS = {
    operations.AddConstraint: "rows that the old code writes may break it, and the table is locked while it is checked",
    operations.AlterModelTable: "the old code looks for the table under its old name",
    operations.AlterOrderWithRespectTo: "it adds a column that the old code gives no value",
    operations.AlterUniqueTogether: "rows that the old code writes may break it, and the table is locked while it is checked",
    operations.AlterIndexTogether: "writing waits while the index is built; use museum.core.online_index.AddIndexOnline",
    operations.DeleteModel: "the old code still reads and writes the table",
    operations.RemoveField: "the old code still reads and writes the column",
    operations.RenameField: "the old code looks for the column under its old name",
    operations.RenameModel: "the old code looks for the table under its old name",
    operations.RunSQL: "nothing can be known about it here",
}
#: A column of the first kind may become one of the second without being written anew.
_WIDER = {
    ("CharField", "TextField"),
    ("SlugField", "TextField"),
    ("SlugField", "CharField"),
    ("CharField", "SlugField"),
    ("EmailField", "CharField"),
    ("URLField", "CharField"),
    ("CharField", "FileField"),
    ("FileField", "CharField"),
}


@dataclass(frozen=True)
class Danger:
    """Something in a migration that needs a reason; ``name`` is how ``safe_because`` refers to it."""

    name: str
    why: str


def dangers(migration, state: ProjectState) -> Iterator[Danger]:
    """What is dangerous in ``migration``, which begins at ``state`` (left as it is)."""
    state = state.clone()
    new: set[str] = set()
    for operation in migration.operations:
        yield from _of_operation(operation, migration.app_label, state, new)
        operation.state_forwards(migration.app_label, state)


def _of_operation(operation, app: str, state: ProjectState, new: set[str]) -> Iterator[Danger]:
    if isinstance(operation, operations.SeparateDatabaseAndState):
        inner = state.clone()
        for part in operation.database_operations:
            yield from _of_operation(part, app, inner, new)
            part.state_forwards(app, inner)
        return
    if isinstance(operation, operations.CreateModel):
        new.add(operation.name_lower)
        return
    if _model_of(operation) in new:
        # Nobody knows the table yet.
        return
    why = _why(operation, app, state)
    if why:
        yield Danger(name_of(operation), why)


def _model_of(operation) -> str | None:
    for attribute in ("model_name_lower", "old_name_lower", "name_lower"):
        if found := getattr(operation, attribute, None):
            return found
    return None


def name_of(operation) -> str:
    """``RemoveField story.motto``, ``DeleteModel story``, ``RunPython fill_mottos``."""
    kind, model = type(operation).__name__, _model_of(operation)
    if isinstance(operation, operations.RunPython):
        return f"{kind} {operation.code.__name__}"
    if not hasattr(operation, "model_name_lower"):
        return f"{kind} {model}" if model else kind
    part = getattr(operation, "index", None) or getattr(operation, "constraint", None)
    return f"{kind} {model}.{part.name if part else getattr(operation, 'old_name', None) or operation.name}"


def _why(operation, app: str, state: ProjectState) -> str:
    """Why an operation is dangerous; empty where it is not."""
    for kind, why in _ALWAYS.items():
        if isinstance(operation, kind) and not _is_online(operation):
            return why
    if isinstance(operation, operations.AddField):
        return _adding(operation.field)
    if isinstance(operation, operations.AlterField):
        old = state.models[app, operation.model_name_lower].fields[operation.name]
        return _altering(old, operation.field)
    if isinstance(operation, operations.AddIndex):
        if _is_online(operation):
            return ""
        return "writing waits while the index is built; use museum.core.online_index.AddIndexOnline"
    if isinstance(operation, operations.RunPython):
        return "" if operation.reverse_code else "it has no reverse_code, so that the upgrade cannot be taken back"
    if isinstance(operation, _HARMLESS):
        return ""
    return "this check does not know it"


def _is_online(operation) -> bool:
    """Django's own operations of PostgreSQL that take no lock."""
    return isinstance(operation, (AddIndexConcurrently, AddConstraintNotValid))


def _adding(field) -> str:
    if field.many_to_many or field.null or field.db_default is not NOT_PROVIDED or getattr(field, "generated", False):
        return "" if not field.unique else "the table is locked while the rule that no two are alike is checked"
    return "the old code gives it no value: let it be null or give it a db_default"


def _altering(old, new) -> str:
    if old.many_to_many or new.many_to_many:
        return "" if old.deconstruct()[1:] == new.deconstruct()[1:] or _same_through(old, new) else "its table changes"
    if old.null and not new.null:
        return "rows may be null, and the old code may write more of them"
    if old.get_internal_type() != new.get_internal_type():
        pair = (old.get_internal_type(), new.get_internal_type())
        if pair not in _WIDER:
            return "the column changes its type: the table is written anew, and the old code expects the old type"
    longest = (getattr(old, "max_length", None), getattr(new, "max_length", None))
    if new.get_internal_type() != "TextField" and longest[1] and (longest[0] or longest[1] + 1) > longest[1]:
        return "it becomes shorter than what the old code may write"
    if any(after < before for before, after in zip(_digits(old), _digits(new), strict=True)):
        return "it holds fewer digits than what the old code may write"
    if new.unique and not old.unique:
        return "rows that the old code writes may break it, and the table is locked while it is checked"
    if new.db_index and not old.db_index and not new.unique:
        return "writing waits while the index is built; use museum.core.online_index.AddIndexOnline"
    if old.db_default is not NOT_PROVIDED and new.db_default is NOT_PROVIDED and not new.null:
        return "the old code gives it no value and leans on the db_default that goes"
    if old.db_column != new.db_column:
        return "the old code looks for the column under its old name"
    if old.remote_field and _target(old) != _target(new):
        return "it points at another table"
    return ""


def _digits(field) -> tuple[int, int]:
    """(digits before the point, digits after it) of a decimal number; the same for all others."""
    if not isinstance(field, models.DecimalField):
        return (0, 0)
    return (field.max_digits - field.decimal_places, field.decimal_places)


def _target(field) -> str:
    model = field.remote_field.model
    return (model if isinstance(model, str) else model._meta.label_lower).lower()


def _same_through(old, new) -> bool:
    return old.many_to_many and new.many_to_many and _target(old) == _target(new)


def problems(loader: MigrationLoader | None = None, baseline: dict[str, str] | None = None) -> list[str]:
    """One line for each danger without a reason, and for each reason that belongs to no danger, after the baseline."""
    loader = loader or MigrationLoader(None)
    baseline = BASELINE if baseline is None else baseline
    found = []
    for key in _after(loader, baseline):
        found += _problems_of(loader.graph.nodes[key], loader.project_state([key], at_end=False))
    return found


def _problems_of(migration, state: ProjectState) -> list[str]:
    reasons = dict(getattr(migration, REASONS, {}))
    where = f"{migration.app_label}.{migration.name}"
    found = []
    for danger in dangers(migration, state):
        reason = reasons.pop(danger.name, None)
        if reason is None:
            found.append(f"{where}: {danger.name}: {danger.why}.")
        elif len(reason.strip()) < SHORTEST_REASON:
            found.append(f"{where}: {danger.name}: its reason says too little.")
    return [
        *found,
        *(f"{where}: {name}: a reason for something that is not there or not dangerous." for name in reasons),
    ]


def _after(loader: MigrationLoader, baseline: dict[str, str]) -> list[tuple[str, str]]:
    """The museum's own migrations after the baseline, in the order in which they run."""
    ours = {config.label for config in apps.get_app_configs() if _is_ours(config)}
    old = {
        key for app, name in baseline.items() if (app, name) in loader.graph.nodes
        for key in loader.graph.forwards_plan((app, name))
    }  # fmt: skip
    plan: dict[tuple[str, str], None] = {}
    for leaf in loader.graph.leaf_nodes():
        plan.update(dict.fromkeys(loader.graph.forwards_plan(leaf)))
    return [key for key in plan if key[0] in ours and key not in old]


def _is_ours(config) -> bool:
    return config.name.split(".")[0] in ("museum", "stories", "exhibits")
