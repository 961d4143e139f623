"""A small museum behind its own servers."""

import contextlib
import os
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import psycopg
import pytest

from tests import servers

FURNISH = """
from tests.pages.conftest import build_museum
from django.core.management import call_command
built = build_museum()
call_command("make_renditions", verbosity=0)
"""


@pytest.fixture(scope="module")
def opened(tmp_path_factory) -> Iterator[servers.Museum]:
    """The small museum of the page tests, without a server yet."""
    with servers.museum(tmp_path_factory.mktemp("serving") / "museum", FURNISH, pages=True) as museum:
        yield museum


@pytest.fixture
def doors_of() -> Iterator[Callable]:
    """Gives for a museum what closes (``False``) and opens its database to everybody, and says how many lines it ``held``."""
    with contextlib.ExitStack() as after:

        def of(museum: servers.Museum) -> Callable[[bool], None]:
            if "DATABASE_URL" not in museum.environ:
                pytest.skip("SQLite is a file: it does not go away")
            name = urlsplit(museum.environ["DATABASE_URL"]).path.strip("/")
            connection = after.enter_context(psycopg.connect(os.environ["TEST_DATABASE_URL"], autocommit=True))

            def let(in_: bool) -> None:
                connection.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS {in_}")
                if not in_:
                    connection.execute(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name]
                    )

            def held() -> int:
                return connection.execute(
                    "SELECT count(*) FROM pg_stat_activity WHERE datname = %s", [name]
                ).fetchone()[0]

            let.held = held
            after.callback(let, True)
            return let

        yield of
