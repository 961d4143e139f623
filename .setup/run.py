"""``make run``: from a fresh clone to an open museum, with one command; again, in a few seconds."""

import contextlib
import fcntl
import os
import secrets
import signal
import socket
import sqlite3
import subprocess
import time
import urllib.error
import urllib.request

import environment
from steps import ROOT, STATE, Stamp, Stop, checksum, main, run, say, step

HOST = "127.0.0.1"
READY_WITHIN_SECONDS = 90
PACKAGES = ("museum", "stories", "exhibits")


def port():
    """The port asked for by PORT, or 8000; stops with a sentence where it is no port or is taken."""
    text = os.environ.get("PORT") or "8000"
    if not text.isdigit() or not 0 < int(text) < 65536:
        raise Stop(f"PORT must be a number from 1 to 65535, not “{text}”.")
    with socket.socket() as probe:
        # As the server does, so that a port only just left counts as free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, int(text)))
        except PermissionError:
            raise Stop(f"This account may not open port {text}. Try: make run PORT=8001") from None
        except OSError:
            raise Stop(
                f"Port {text} is taken: another program listens there (perhaps the museum is already "
                f"open: http://{HOST}:{text}/). Choose another: make run PORT={int(text) % 65535 + 1}"
            ) from None
    return int(text)


def private_file(path, text):
    """Write a file that only this account can read."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(str(path), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(text)


def make_secret_key():
    path = STATE / "secret_key"
    if not path.exists():
        private_file(path, secrets.token_urlsafe(64) + "\n")


@contextlib.contextmanager
def alone():
    """Hold the museum while it is prepared: two preparations at once would spoil each other."""
    STATE.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (STATE / "preparing").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise Stop("Another `make run` is preparing this museum just now; let it finish.") from None
        yield


def manage(*arguments, what, environ, hints=()):
    return run([environment.PYTHON, "manage.py", *arguments], what, env=environ, hints=hints)


def compile_catalogues(environ):
    catalogues = sorted((ROOT / "museum" / "locale").rglob("*.po"))
    stamp = Stamp(STATE / "stamps" / "catalogues", checksum(*catalogues))
    if not all(file.with_suffix(".mo").exists() for file in catalogues):
        stamp.value += " again"
    step(
        "Message catalogues",
        stamp,
        lambda: manage("compile_catalogues", what="Compiling the message catalogues", environ=environ),
    )
    Stamp(stamp.file, stamp.value.split()[0]).set()


def collect_static(environ):
    sources = [
        ROOT / "static",
        ROOT / "requirements.txt",
        ROOT / "package-lock.json",
        ROOT / "museum" / "settings",
        ROOT / "museum" / "core" / "staticfiles.py",
    ]
    stamp = Stamp(STATE / "stamps" / "static", checksum(*sources))
    if not (STATE / "static" / "staticfiles.json").exists():
        stamp.file.unlink(missing_ok=True)
    step(
        "Static files, hashed and compressed",
        stamp,
        lambda: manage(
            "collectstatic",
            "--noinput",
            "--clear",
            what="Collecting the static files",
            environ=environ,
        ),
    )


def applied_migrations():
    """How many migrations the SQLite database has had; None where another database is used or there is none yet."""
    file = STATE / "db.sqlite3"
    if os.environ.get("DATABASE_URL") or not file.exists():
        return None
    try:
        connection = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
        try:
            return connection.execute("SELECT count(*) FROM django_migrations").fetchone()[0]
        finally:
            connection.close()
    except sqlite3.Error:
        return None


def prepare_database(environ):
    """Migrate, make the groups and logins and, in a new database, load the demonstration collection.

    Django is asked only where something can have changed: its start alone takes seconds.
    """
    migrations = [file for package in PACKAGES for file in (ROOT / package).rglob("migrations/*.py")]
    key = checksum(ROOT / "requirements.txt", *sorted(migrations))

    def stamp():
        return Stamp(STATE / "stamps" / "database", f"{key} {applied_migrations()}")

    if applied_migrations() and (STATE / "logins.txt").exists() and stamp().holds():
        return
    say("· Database, groups, logins and, in a new museum, the demonstration collection")
    manage(
        "prepare_museum",
        what="Preparing the database",
        environ=environ,
        hints=(
            ("OperationalError", "The database could not be opened: look at DATABASE_URL."),
            ("InconsistentMigrationHistory", "The database was made by another version."),
        ),
    )
    stamp().set()


def wait_until_open(server, address):
    """Wait for the server's first answer; stop where it ends or stays silent."""
    limit = time.monotonic() + READY_WITHIN_SECONDS
    while time.monotonic() < limit:
        if server.poll() is not None:
            raise Stop("The server stopped at once; its own words are above.")
        try:
            urllib.request.urlopen(address, timeout=30).close()
            return
        except urllib.error.HTTPError as error:
            if error.code < 500:
                return
            raise Stop(f"The server answers {address} with error {error.code}.") from None
        except OSError:
            time.sleep(0.2)
    raise Stop(f"The server did not answer within {READY_WITHIN_SECONDS} seconds.")


def tell(address):
    logins = STATE / "logins.txt"
    say()
    say(f"  The museum is open:  {address}")
    say(f"  The curators' desk:  {address}admin/")
    if logins.exists():
        for line in logins.read_text().splitlines():
            if line and not line.startswith("#"):
                name, password = line.split(maxsplit=1)
                say(f"      {name:<8} {password}")
        say(f"  These logins were made for this installation and are kept in {logins.name} beside the")
        say(f"  database ({STATE}). Ctrl-C closes the museum.")
    say()


def serve(environ, address):
    """Run the production server until it is told to stop."""
    server = subprocess.Popen(
        [str(environment.PYTHON), "-m", "gunicorn", "-c", "python:museum.server", "museum.wsgi"],
        cwd=str(ROOT),
        env={**os.environ, **environ},
    )
    # What is done in the background: pyramids of large pictures, waveforms. The museum is whole without it, only slower.
    worker = subprocess.Popen(
        ["nice", str(environment.PYTHON), "manage.py", "work"],
        cwd=str(ROOT),
        env={**os.environ, **environ},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    stopping = []

    def stop(number, frame):
        stopping.append(number)
        if server.poll() is None:
            server.terminate()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    try:
        wait_until_open(server, address)
        tell(address)
        code = server.wait()
    except Stop:
        if stopping:
            return 0
        raise
    finally:
        if server.poll() is None:
            server.terminate()
            server.wait()
        worker.terminate()
        worker.wait()
    if not stopping and code:
        raise Stop("The server stopped; its own words are above.")
    return 0


def open_museum():
    number = port()
    started = time.monotonic()
    environ = {
        "DJANGO_SETTINGS_MODULE": "museum.settings.local",
        "PORT": str(number),
        "BIND": f"{HOST}:{number}",
        "PYTHONUNBUFFERED": "1",
    }
    with alone():
        environment.prepare()
        make_secret_key()
        compile_catalogues(environ)
        collect_static(environ)
        prepare_database(environ)
    say(f"· Ready after {time.monotonic() - started:.0f} s; starting the server")
    return serve(environ, f"http://{HOST}:{number}/")


if __name__ == "__main__":
    main(open_museum)
