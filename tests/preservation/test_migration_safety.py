"""Upgrades while the old code serves: what is dangerous is refused without a written reason; what is not passes."""

import pytest
from django.contrib.postgres.operations import AddIndexConcurrently
from django.core.management import CommandError, call_command
from django.db import connection, migrations, models
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ModelState, ProjectState

from museum.core.online_index import AddIndexOnline
from museum.preservation import migration_safety
from museum.preservation.migration_safety import dangers, problems

APP = "collection"


def state() -> ProjectState:
    """A story and its author, as they stand before a migration."""
    project = ProjectState()
    key = ("id", models.BigAutoField(primary_key=True))
    project.add_model(ModelState(APP, "Author", [key]))
    fields = [
        key,
        ("title", models.CharField(max_length=100)),
        ("note", models.TextField(null=True)),
        ("year", models.IntegerField(db_default=0)),
        ("length", models.DecimalField(max_digits=6, decimal_places=1)),
        ("author", models.ForeignKey(f"{APP}.author", models.CASCADE)),
    ]
    project.add_model(ModelState(APP, "Story", fields))
    return project


def migration(*operations, **attributes):
    built = migrations.Migration("0099_bad", APP)
    built.operations = list(operations)
    for name, value in attributes.items():
        setattr(built, name, value)
    return built


def fill(apps, schema_editor):
    """A step without a way back."""


def found(*operations) -> list[str]:
    return [danger.name for danger in dangers(migration(*operations), state())]


INDEX = models.Index(fields=["year"], name="by_year")

BAD = [
    (migrations.RemoveField("story", "note"), "RemoveField story.note"),
    (migrations.RenameField("story", "note", "remark"), "RenameField story.note"),
    (migrations.RenameModel("Story", "Tale"), "RenameModel story"),
    (migrations.DeleteModel("Story"), "DeleteModel story"),
    (migrations.AlterModelTable("story", "tales"), "AlterModelTable story"),
    (migrations.AddField("story", "motto", models.CharField(max_length=9)), "AddField story.motto"),
    (migrations.AddField("story", "motto", models.CharField(max_length=9, default="")), "AddField story.motto"),
    (migrations.AddField("story", "code", models.CharField(max_length=9, null=True, unique=True)), "AddField story.code"),
    (migrations.AlterField("story", "title", models.CharField(max_length=99)), "AlterField story.title"),
    (migrations.AlterField("story", "note", models.CharField(max_length=50, null=True)), "AlterField story.note"),
    (migrations.AlterField("story", "note", models.TextField()), "AlterField story.note"),
    (migrations.AlterField("story", "year", models.IntegerField()), "AlterField story.year"),
    (migrations.AlterField("story", "year", models.BigIntegerField(db_default=0)), "AlterField story.year"),
    (migrations.AlterField("story", "title", models.CharField(max_length=100, unique=True)), "AlterField story.title"),
    (migrations.AlterField("story", "title", models.CharField(max_length=100, db_index=True)), "AlterField story.title"),
    (migrations.AlterField("story", "title", models.CharField(max_length=100, db_column="t")), "AlterField story.title"),
    (migrations.AlterField("story", "length", models.DecimalField(max_digits=7, decimal_places=3)), "AlterField story.length"),
    (migrations.AlterField("story", "author", models.ForeignKey(f"{APP}.story", models.CASCADE)), "AlterField story.author"),
    (migrations.AddIndex("story", INDEX), "AddIndex story.by_year"),
    (migrations.AddConstraint("story", models.UniqueConstraint(fields=["title"], name="one")), "AddConstraint story.one"),
    (migrations.AlterUniqueTogether("story", {("title", "year")}), "AlterUniqueTogether story"),
    (migrations.RunPython(fill), "RunPython fill"),
    (migrations.RunSQL("DELETE FROM story", "SELECT 1"), "RunSQL"),
    (migrations.SeparateDatabaseAndState([migrations.RemoveField("story", "note")]), "RemoveField story.note"),
]  # fmt: skip


@pytest.mark.parametrize(("operation", "name"), BAD, ids=[f"{number} {name}" for number, (_, name) in enumerate(BAD)])
def test_what_is_dangerous_is_named(operation, name):
    assert found(operation) == [name]


GOOD = [
    migrations.CreateModel("Tale", [("id", models.BigAutoField(primary_key=True))]),
    migrations.AddField("story", "motto", models.CharField(max_length=9, null=True)),
    migrations.AddField("story", "motto", models.CharField(max_length=9, db_default="")),
    migrations.AddField("story", "authors", models.ManyToManyField(f"{APP}.author")),
    migrations.AlterField("story", "title", models.CharField(max_length=200, help_text="More room.")),
    migrations.AlterField("story", "title", models.TextField()),
    migrations.AlterField("story", "title", models.CharField(max_length=100, null=True)),
    migrations.AlterField("story", "length", models.DecimalField(max_digits=8, decimal_places=2)),
    AddIndexOnline("story", INDEX),
    AddIndexConcurrently("story", INDEX),
    migrations.RunPython(fill, migrations.RunPython.noop),
    migrations.AlterModelOptions("story", {"ordering": ["title"]}),
    migrations.SeparateDatabaseAndState(state_operations=[migrations.RemoveField("story", "note")]),
]


@pytest.mark.parametrize("operation", GOOD, ids=[str(number) for number in range(len(GOOD))])
def test_what_is_safe_passes(operation):
    assert found(operation) == []


def test_a_table_made_by_the_same_migration_may_change_as_it_likes():
    key = ("id", models.BigAutoField(primary_key=True))
    made = migrations.CreateModel("Motto", [key])
    assert found(made, migrations.AddField("motto", "text", models.TextField()), migrations.DeleteModel("Motto")) == []
    assert found(made, migrations.AddField("story", "motto", models.TextField())) == ["AddField story.motto"]


def test_a_reason_lets_one_danger_pass_and_nothing_else(monkeypatch):
    removal = migrations.RemoveField("story", "note")

    def said(**attributes):
        return migration_safety._problems_of(migration(removal, **attributes), state())

    assert len(said()) == 1
    assert said(safe_because={"RemoveField story.note": "No release since 1.4 reads or writes it."}) == []
    assert "too little" in said(safe_because={"RemoveField story.note": "fine"})[0]
    stale = {"RemoveField story.other": "No release since 1.4 reads or writes it."}
    assert len(said(safe_because=stale)) == 2


def test_an_operation_that_nobody_knows_is_refused():
    class Surprise(migrations.operations.base.Operation):
        def state_forwards(self, app_label, state):
            pass

    assert found(Surprise()) == ["Surprise"]


def test_the_museums_own_migrations_pass():
    assert problems() == []


def test_migrations_after_the_baseline_are_looked_at():
    """With an empty baseline the museum's whole history is read, and it holds dangers."""
    assert any("RemoveField" in line or "AddField" in line for line in problems(MigrationLoader(None), {}))


def test_the_command_fails_where_something_is_dangerous(monkeypatch, capsys):
    call_command("check_migrations")
    monkeypatch.setattr(migration_safety, "BASELINE", {})
    with pytest.raises(CommandError, match="dangers"):
        call_command("check_migrations")
    assert "without" not in capsys.readouterr().err


@pytest.mark.django_db
def test_an_index_is_added_online_on_both_databases():
    """On a connection of its own, outside any transaction, as such a migration runs."""
    apart = connection.copy()
    if apart.vendor == "sqlite":
        apart.settings_dict = {**apart.settings_dict, "NAME": ":memory:"}
    operation, before = AddIndexOnline("story", INDEX), state()
    after = before.clone()
    operation.state_forwards(APP, after)
    tables = [before.apps.get_model(APP, name) for name in ("Author", "Story")]
    for table in tables:
        table._meta.db_table = f"kept_{table._meta.model_name}"

    def has_index():
        with apart.cursor() as cursor:
            return "by_year" in apart.introspection.get_constraints(cursor, "kept_story")

    try:
        with apart.schema_editor() as editor:
            for table in tables:
                editor.create_model(table)
        after.apps.get_model(APP, "Story")._meta.db_table = "kept_story"
        with apart.schema_editor(atomic=False) as editor:
            operation.database_forwards(APP, editor, before, after)
        assert has_index()
        with apart.schema_editor(atomic=False) as editor:
            operation.database_backwards(APP, editor, after, before)
        assert not has_index()
    finally:
        with apart.schema_editor() as editor:
            for table in reversed(tables):
                editor.delete_model(table)
        apart.close()
