"""Whole museums for the tests of back-ups: each with a database and uploads of its own, run by its own processes."""

import contextlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Museum:
    """A museum that lives under ``folder``; ``environment`` says where its database and buckets are."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)

    def __post_init__(self):
        self.folder.mkdir(parents=True, exist_ok=True)

    @property
    def database(self) -> Path:
        return self.folder / "state" / "db.sqlite3"

    @property
    def media(self) -> Path:
        return self.folder / "media"

    def _environment(self) -> dict[str, str]:
        foreign = ("DATABASE_URL", "TEST_DATABASE_URL", "S3_", "PYTEST_")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(foreign)}
        return {
            **kept,
            "DJANGO_SETTINGS_MODULE": "museum.settings.development",
            "STATE_DIR": str(self.folder / "state"),
            "MEDIA_DIR": str(self.media),
            "PYTHONPATH": str(ROOT),
            **self.environment,
        }

    def begin(self, *arguments: str, **options) -> subprocess.Popen:
        """Start ``manage.py`` and do not wait for it."""
        (self.folder / "state").mkdir(exist_ok=True)
        command = [sys.executable, *arguments]
        return subprocess.Popen(
            command, cwd=ROOT, env=self._environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **options
        )  # fmt: skip

    def manage(self, *arguments: str, fails: bool = False) -> str:
        """Run ``manage.py``; returns what it said."""
        return self._run("manage.py", *arguments, fails=fails)

    def inside(self, task: str, *arguments: str, fails: bool = False) -> str:
        """Run a task of ``in_museum``."""
        return self._run("-m", "tests.preservation.in_museum", task, *arguments, fails=fails)

    def _run(self, *arguments: str, fails: bool = False) -> str:
        process = self.begin(*arguments)
        said, _nothing = process.communicate(timeout=570)
        assert bool(process.returncode) == fails, said[-6000:]
        return said

    def seen(self, pages: bool = True) -> dict:
        """Every public page, file and table, as ``in_museum.look`` describes them."""
        file = self.folder / f"seen-{uuid.uuid4().hex}.json"
        self.inside("look", str(file), str(pages))
        return json.loads(file.read_text())

    def dump(self) -> str:
        """Everything in its local database."""
        with contextlib.closing(sqlite3.connect(self.database)) as database:
            return "\n".join(database.iterdump())

    def twin(self, folder: Path) -> "Museum":
        """Another museum with the same local database and files."""
        shutil.copytree(self.folder, folder)
        return Museum(folder)


@contextlib.contextmanager
def postgresql_database() -> Iterator[str]:
    """The address of a new, empty database on the server of TEST_DATABASE_URL; dropped afterwards."""
    server = os.environ["TEST_DATABASE_URL"]
    name = f"kept_{uuid.uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        host, port = connection.info.host, connection.info.port
        user, password = connection.info.user, connection.info.password
    query = f"?host={host}" if host.startswith("/") else ""
    place = "" if query else host
    try:
        yield f"postgresql://{user}:{password}@{place}:{port}/{name}{query}"
    finally:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
