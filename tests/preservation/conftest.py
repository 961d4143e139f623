"""A museum with one of everything, and an empty one, each in a folder of its own."""

import contextlib
import sqlite3
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.db import connection

from tests.preservation.museums import Museum


@pytest.fixture(scope="session")
def migrated(django_db_setup, django_db_blocker, tmp_path_factory) -> Museum:
    """A museum whose SQLite database has had its migrations and nothing else."""
    museum = Museum(tmp_path_factory.mktemp("migrated") / "museum")
    museum.database.parent.mkdir()
    if connection.vendor == "sqlite":
        with django_db_blocker.unblock(), contextlib.closing(sqlite3.connect(museum.database)) as copy:
            connection.ensure_connection()
            connection.connection.backup(copy)
    else:
        museum.manage("migrate", "--verbosity=0")
    return museum


@pytest.fixture(scope="session")
def source(migrated, tmp_path_factory) -> SimpleNamespace:
    """A museum with one of everything, what visitors see of it, and a back-up of it."""
    folder = tmp_path_factory.mktemp("source")
    museum = migrated.twin(folder / "museum")
    museum.inside("build")
    seen = museum.seen()
    bag = folder / "bag"
    said = museum.manage("backup", str(bag), "--language=en")
    return SimpleNamespace(museum=museum, seen=seen, bag=bag, said=said)


@pytest.fixture
def empty(migrated, tmp_path: Path) -> Museum:
    """An empty museum."""
    return migrated.twin(tmp_path / "empty")
