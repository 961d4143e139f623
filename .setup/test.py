"""``make test``: lint, then the tests on SQLite, on PostgreSQL and in a browser. ``--bench`` measures instead."""

import os
import subprocess
import sys
import time

import environment
import lint
from steps import ROOT, main, say

NO_TESTS_COLLECTED = 5
NO_SERVER = 75
WORKERS = "2"


def pytest(*arguments, workers=WORKERS):
    parallel = ["-n", workers, "--dist", "loadfile"] if workers else ["-p", "no:xdist"]
    return [str(environment.PYTHON), "-m", "pytest", *parallel, *arguments]


def run(command, database=None):
    """Run a command in the open; only the database named here is used."""
    environ = {key: value for key, value in os.environ.items() if key != "TEST_DATABASE_URL"}
    environ.pop("DATABASE_URL", None)
    if database:
        environ["TEST_DATABASE_URL"] = database
    return subprocess.run(command, cwd=str(ROOT), env=environ, check=False).returncode


def on_postgresql(command):
    """Run a command with a PostgreSQL; None where none is to be had."""
    database = os.environ.get("TEST_DATABASE_URL")
    if database:
        return run(command, database)
    code = run([str(environment.PYTHON), ".setup/postgres.py", *command])
    if code == NO_SERVER:
        say("No PostgreSQL: set TEST_DATABASE_URL to a server where databases may be created. Going on.")
        return None
    return code


def chromium():
    """Whether the browser tests can start; they look in the same places."""
    done = subprocess.run(
        [
            str(environment.PYTHON),
            "-c",
            "from tests.browser.chromium import find; print(find() or '')",
        ],
        cwd=str(ROOT),
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout.strip()


def passes():
    """Title and result of each run of the tests, in order; a result of None means it could not be had."""
    # In the order of the collection, which begins with what takes longest (tests/conftest.py).
    plain = ["-m", "not browser and not bench", "--no-loadscope-reorder"]
    yield "on SQLite", lambda: run(pytest(*plain))
    yield "on PostgreSQL", lambda: on_postgresql(pytest(*plain))
    yield "in a browser", lambda: run(pytest("-m", "browser"))


def test():
    started = time.monotonic()
    lint.lint()
    browser = chromium()
    if not browser:
        say(
            "No Chromium: the browser tests are left out. To have them: apt-get install chromium, or "
            "set CHROMIUM to the program's path."
        )
    for title, work in passes():
        if title == "in a browser" and not browser:
            continue
        say(f"\n== Tests {title} ({(time.monotonic() - started) / 60:.1f} min so far)")
        code = work()
        # A failed run is the last: the closing lines are then those that tell what failed.
        if code not in (0, None) and not (code == NO_TESTS_COLLECTED and title == "in a browser"):
            return code
    return 0


def bench():
    environment.prepare(developing=True)
    command = pytest("-m", "bench", "-s", workers=None)
    say("== On SQLite")
    code = run(command)
    if code:
        return code
    say("== On PostgreSQL")
    return on_postgresql(command) or 0


if __name__ == "__main__":
    main(bench if "--bench" in sys.argv else test)
