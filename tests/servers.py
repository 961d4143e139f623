"""The museum's own servers for tests: one or several, as in production, that share a database and files."""

import contextlib
import os
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import psycopg

from tests.browser.museum_server import ROOT, environment, free_port, prepare_static

STARTS_WITHIN_SECONDS = 60


@dataclass
class Answer:
    """What a server answered."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


def fetch(port: int, path: str, method: str = "GET", **headers: str) -> Answer:
    """Ask a server on this machine as ``localhost``; names of headers with ``_`` for ``-``."""
    return asked(HTTPConnection("127.0.0.1", port, timeout=120), path, method, **headers)


def asked(line: HTTPConnection, path: str, method: str, **headers: str) -> Answer:
    """What is answered on a line, which is closed then."""
    said = {name.replace("_", "-"): value for name, value in headers.items()}
    try:
        line.request(method, path, headers={"Host": "localhost", **said})
        response = line.getresponse()
        return Answer(response.status, {k.lower(): v for k, v in response.getheaders()}, response.read())
    finally:
        line.close()


def patiently(question: Callable, seconds: float = 20):
    """What ``question`` gives as soon as it is true, or in the end."""
    until = time.monotonic() + seconds
    while not (found := question()) and time.monotonic() < until:
        time.sleep(0.2)
    return found


@dataclass
class Museum:
    """A museum's folder, its environment, and the application servers that were started for it."""

    state: Path
    environ: dict[str, str]
    processes: list[subprocess.Popen] = field(default_factory=list)

    @property
    def log(self) -> Path:
        return self.state / "server.log"

    def manage(self, *arguments: str, **environ: str) -> str:
        """What a management command printed."""
        command = [sys.executable, "manage.py", *arguments]
        done = subprocess.run(
            command, cwd=ROOT, env={**self.environ, **environ}, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def start(self, wait_for: str = "/fr/", **environ: str) -> int:
        """Start an application server and give its port when it answers."""
        port = free_port()
        with self.log.open("a") as log:
            server = subprocess.Popen(
                [sys.executable, "-m", "gunicorn", "-c", "python:museum.server", "museum.wsgi"],
                cwd=ROOT, env={**self.environ, "PORT": str(port), "BIND": f"127.0.0.1:{port}", **environ},
                stdout=log, stderr=subprocess.STDOUT,
            )  # fmt: skip
        self.processes.append(server)
        until = time.monotonic() + STARTS_WITHIN_SECONDS
        while time.monotonic() < until:
            assert server.poll() is None, self.log.read_text()
            with contextlib.suppress(OSError):
                assert fetch(port, wait_for).status < 500, self.log.read_text()
                return port
            time.sleep(0.2)
        raise AssertionError(f"The server did not answer in time.\n{self.log.read_text()}")

    def hire(self, *arguments: str) -> subprocess.Popen:
        """Start a worker of the background; whoever hires it ends it."""
        command = [sys.executable, "manage.py", "work", "--interval", "0.2", *arguments]
        with self.log.open("a") as log:
            return subprocess.Popen(command, cwd=ROOT, env=self.environ, stdout=log, stderr=log)

    def stop(self) -> None:
        """Stop all servers."""
        for server in self.processes:
            server.terminate()
        for server in self.processes:
            server.wait(timeout=30)


@contextlib.contextmanager
def database() -> Iterator[dict[str, str]]:
    """The environment that names a new database on the server of TEST_DATABASE_URL; none for SQLite."""
    address = os.environ.get("TEST_DATABASE_URL")
    if not address:
        yield {}
        return
    name = f"serving_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        try:
            yield {"DATABASE_URL": urlsplit(address)._replace(path=f"/{name}").geturl()}
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@contextlib.contextmanager
def museum(state: Path, furnish: str = "", pages: bool = False, **environ: str) -> Iterator[Museum]:
    """A museum with an empty database and what the Python text ``furnish`` puts into it; no server is started yet.

    Its ``pages`` can be asked for where the static files were collected.
    """
    state.mkdir(parents=True)
    if pages:
        (state / "static").symlink_to(prepare_static() / "static")
    else:
        (state / "static").mkdir()
    with database() as where:
        opened = Museum(state, {**environment(state), **where, **environ})
        try:
            opened.manage("migrate", "--verbosity=0")
            if pages:
                opened.manage("compile_catalogues")
            if furnish:
                opened.manage("shell", "-c", furnish)
            yield opened
        finally:
            opened.stop()
