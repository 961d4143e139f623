"""Work in the background goes on when a worker is killed in the middle, hangs, or is one of several."""

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests import servers

ASK = "from tests.serving.tasks import {name}; {name}.enqueue({arguments})"
LOOK = "from django_tasks_db.models import DBTaskResult as T; print([(t.status, len(t.worker_ids)) for t in T.objects.all()])"


@pytest.fixture(scope="module")
def museum(tmp_path_factory):
    with servers.museum(tmp_path_factory.mktemp("work") / "museum", WORKER_LEASE="3") as opened:
        yield opened


@pytest.fixture
def notes(museum, tmp_path) -> Path:
    museum.manage("shell", "-c", "from django_tasks_db.models import DBTaskResult as T; T.objects.all().delete()")
    file = tmp_path / "notes"
    file.touch()
    return file


@pytest.fixture
def hire(museum):
    """Starts a worker."""
    hired = []

    def start(*arguments: str) -> subprocess.Popen:
        hired.append(museum.hire(*arguments))
        return hired[-1]

    yield start
    for worker in hired:
        worker.kill()
        worker.wait()


def until(notes: Path, text: str, number: int = 1, seconds: float = 90) -> list[str]:
    limit = time.monotonic() + seconds
    while notes.read_text().count(text) < number:
        assert time.monotonic() < limit, notes.read_text()
        time.sleep(0.05)
    return notes.read_text().splitlines()


def ask(museum, name: str, *arguments) -> None:
    museum.manage("shell", "-c", ASK.format(name=name, arguments=", ".join(map(repr, arguments))))


def settled(museum, wanted: str) -> str:
    for _attempt in range(20):
        if wanted in (found := museum.manage("shell", "-c", LOOK)):
            return found
        time.sleep(0.3)
    raise AssertionError(found + museum.log.read_text())


def test_a_task_whose_worker_is_killed_is_done_by_another(museum, notes, hire):
    ask(museum, "take_time", str(notes), 4)
    killed = hire()
    until(notes, "begun")
    os.kill(killed.pid, signal.SIGKILL)
    killed.wait()
    other = hire()
    assert until(notes, "done") == [f"begun {killed.pid}", f"begun {other.pid}", f"done {other.pid}"]
    settled(museum, "SUCCESSFUL")
    assert len(notes.read_text().splitlines()) == 3


def test_a_living_worker_keeps_its_long_task(museum, notes, hire):
    ask(museum, "take_time", str(notes), 8)
    first = hire()
    until(notes, "begun")
    hire()
    assert until(notes, "done") == [f"begun {first.pid}", f"done {first.pid}"]


def test_a_worker_told_to_stop_finishes_what_it_holds(museum, notes, hire):
    ask(museum, "take_time", str(notes), 3)
    worker = hire()
    until(notes, "begun")
    worker.terminate()
    assert worker.wait(timeout=60) == 0
    assert "done" in notes.read_text()


def test_a_failed_task_is_tried_again_and_then_stays_failed(museum, notes, hire):
    ask(museum, "fail", str(notes), 2)
    hire()
    until(notes, "begun", 3)
    assert settled(museum, "[('SUCCESSFUL', 3)]")
    notes.write_text("")
    ask(museum, "fail", str(notes), 9)
    assert settled(museum, "FAILED")
    assert notes.read_text().count("begun") == 3


def test_a_task_that_hangs_ends_its_worker_and_stays_failed_in_the_end(museum, notes, hire):
    ask(museum, "hang", str(notes))
    assert hire().wait(timeout=60) == 1
    assert hire().wait(timeout=60) == 1
    until(notes, "begun", 2)
    hire()
    assert settled(museum, "FAILED")
