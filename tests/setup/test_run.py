"""``make run`` says in a sentence what is wrong, before it touches anything."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def make_run(tmp_path, **environ):
    """Run the script behind ``make run`` with a state folder of its own."""
    return subprocess.run(
        [sys.executable, ".setup/run.py"],
        cwd=ROOT,
        env={**os.environ, "STATE_DIR": str(tmp_path / "state"), **environ},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize("port", ["abc", "0", "99999", "-1"])
def test_a_port_that_is_none(tmp_path, port):
    done = make_run(tmp_path, PORT=port)
    assert done.returncode == 1
    assert "PORT must be a number" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "state").exists()


def test_a_port_that_is_taken(tmp_path):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = make_run(tmp_path, PORT=str(port))
    assert done.returncode == 1
    assert f"Port {port} is taken" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "state").exists()
