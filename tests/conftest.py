"""Shared by all tests. The database is SQLite in memory, or the server of TEST_DATABASE_URL (museum.settings.test)."""

import pytest
from django.conf import settings
from django.db import connection


def pytest_report_header(config):
    """Say in the first lines on which database the tests run."""
    return f"museum: {settings.DATABASES['default']['ENGINE'].rsplit('.', 1)[-1]}"


@pytest.fixture
def on_postgresql() -> bool:
    """Whether this run is on PostgreSQL, for what only one of the two databases can do."""
    return connection.vendor == "postgresql"
