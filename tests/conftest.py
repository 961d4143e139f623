"""Shared by all tests. The database is SQLite in memory, or the server of TEST_DATABASE_URL (museum.settings.test)."""

import gc
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.utils import translation

from museum.core import stamped
from museum.core.catalogues import catalogue_files, compile_catalogue

#: Folders whose tests take longest: they come first, so that in the end no worker waits for another.
LONG = ("serving", "preservation", "search")


def pytest_collection_modifyitems(items):
    """Begin with what takes longest."""
    items.sort(key=lambda item: item.path.parent.name not in LONG)


def pytest_collection_finish():
    """Look seldom for what can be thrown away, and never in what was loaded: it would take a fifth of the tests' time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 10, 10)


def pytest_configure(config):
    """Compile the message catalogues that are not, or are older than their source; once, before any worker starts."""
    if hasattr(config, "workerinput"):
        return
    for folder in settings.LOCALE_PATHS:
        for file in catalogue_files(Path(folder)).values():
            compiled = file.with_suffix(".mo")
            if not compiled.exists() or compiled.stat().st_mtime < file.stat().st_mtime:
                compile_catalogue(file)


def pytest_report_header(config):
    """Say in the first lines on which database the tests run."""
    return f"museum: {settings.DATABASES['default']['ENGINE'].rsplit('.', 1)[-1]}"


@pytest.fixture
def on_postgresql() -> bool:
    """Whether this run is on PostgreSQL, for what only one of the two databases can do."""
    return connection.vendor == "postgresql"


@pytest.fixture(autouse=True)
def nothing_remembered():
    """An empty cache and the default language for every test: SQLite gives a row's key again, and Wagtail remembers
    renditions by key; Django's middleware leaves the language of a test's last request active."""
    cache.clear()
    stamped.forget()
    translation.deactivate()
