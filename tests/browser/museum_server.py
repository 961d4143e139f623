"""The whole museum, as ``make run`` opens it, for the browser: hashed static files, the demonstration collection.

Preparing takes a while, so the prepared database is kept in ``.state/browser`` until the museum's code or
content changes; every test process serves a copy of its own.
"""

import contextlib
import fcntl
import hashlib
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PREPARED = ROOT / ".state" / "browser"
SOURCES = ("museum", "stories", "exhibits", "static", "templates")
ALSO = ("requirements.txt", "package-lock.json")
START_SECONDS = 90


def fingerprint(*folders: str) -> str:
    """Changes with any source in the folders, and with what is installed."""
    digest = hashlib.sha256()
    files = [ROOT / name for name in ALSO]
    for folder in folders:
        files += sorted(file for file in (ROOT / folder).rglob("*") if file.is_file())
    for file in files:
        if file.suffix not in (".pyc", ".mo"):
            status = file.stat()
            digest.update(f"{file.relative_to(ROOT)} {status.st_size} {status.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def environment(state: Path, port: int = 8000) -> dict[str, str]:
    """The environment of a museum whose database, static files and uploads are all under ``state``."""
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return {
        **kept,
        "DJANGO_SETTINGS_MODULE": "museum.settings.local",
        "SECRET_KEY": "for-the-browser-tests-of-this-machine-alone-0123456789abcdef",
        "STATE_DIR": str(state),
        "MEDIA_DIR": str(state / "media"),
        "PORT": str(port),
        "BIND": f"127.0.0.1:{port}",
        "WEB_CONCURRENCY": "1",
    }


def manage(state: Path, *arguments: str) -> None:
    """Run a management command; its output is shown only where it fails."""
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=environment(state),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"manage.py {' '.join(arguments)} failed:\n{done.stdout}\n{done.stderr}")


def fill(state: Path, module: str, function: str) -> None:
    """Call a function of the tests in a museum, to put things into it."""
    code = f"import django; django.setup(); from {module} import {function}; {function}()"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment(state), check=True)


def made_once(name: str, wanted: str, make: Callable[[Path], None]) -> Path:
    """The folder ``name`` among the prepared ones, made anew where it was made from something else than ``wanted``.

    One process at a time makes it, the others wait.
    """
    PREPARED.mkdir(parents=True, exist_ok=True)
    with (PREPARED / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        mark, ready = PREPARED / f"{name}.made-from", PREPARED / name
        if not (mark.exists() and mark.read_text() == wanted):
            mark.unlink(missing_ok=True)
            shutil.rmtree(ready, ignore_errors=True)
            ready.mkdir()
            make(ready)
            mark.write_text(wanted)
        return ready


def prepare_static() -> Path:
    """A folder whose ``static`` holds the static files, hashed and compressed."""
    return made_once("files", fingerprint("static", "museum/settings", "museum/core"), _collect)


def _collect(ready: Path) -> None:
    manage(ready, "collectstatic", "--noinput", "--verbosity=0")


def prepare() -> Path:
    """The folder of the museum with its demonstration collection."""
    return made_once("museum", fingerprint(*SOURCES), _furnish)


def _furnish(ready: Path) -> None:
    (ready / "static").symlink_to(prepare_static() / "static")
    manage(ready, "compile_catalogues")
    manage(ready, "prepare_museum")
    manage(ready, "make_renditions")


def free_port() -> int:
    """A port nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def copy(ready: Path, state: Path) -> None:
    """Copy a prepared museum, sharing the static files, which no test changes."""
    shutil.copytree(ready, state, ignore=shutil.ignore_patterns("static"), dirs_exist_ok=True)
    (state / "static").symlink_to(ready / "static")


def read(address: str) -> str:
    """The HTML at an address, that of an error page too."""
    try:
        answer = urllib.request.urlopen(address, timeout=60)
    except urllib.error.HTTPError as error:
        answer = error
    with answer:
        return answer.read().decode()


@contextlib.contextmanager
def serve(state: Path) -> Iterator[str]:
    """Serve a copy of the prepared museum; gives its address without a final slash."""
    copy(prepare(), state)
    with opened(state, free_port()) as address:
        yield address


@contextlib.contextmanager
def opened(state: Path, port: int, **settings: str) -> Iterator[str]:
    """The museum of ``state`` on a port, with ``settings`` in its environment."""
    address = f"http://127.0.0.1:{port}"
    log = (state / "server.log").open("w")
    server = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "-c", "python:museum.server", "museum.wsgi"],
        cwd=ROOT,
        env={**environment(state, port), **settings},
        stdout=log,
        stderr=subprocess.STDOUT,
    )
    try:
        _wait(server, address, state / "server.log")
        yield address
    finally:
        server.terminate()
        server.wait(timeout=30)
        log.close()


def _wait(server: subprocess.Popen, address: str, log: Path) -> None:
    limit = time.monotonic() + START_SECONDS
    while time.monotonic() < limit:
        if server.poll() is not None:
            break
        try:
            urllib.request.urlopen(f"{address}/", timeout=30).close()
            return
        except urllib.error.HTTPError as error:
            if error.code < 500:
                return
            break
        except OSError:
            time.sleep(0.2)
    raise RuntimeError(f"The museum did not open at {address}:\n{log.read_text()[-4000:]}")
