"""A database that is away costs visitors a sentence, and its return needs no hand."""

import time

import pytest

from tests.servers import fetch, patiently

WORKERS = "from museum.core.worker import living; print([living().count()])"
NOBODY = "postgresql://museum@127.0.0.1:1/none"
SESSION = "sessionid=abcdefghijklmnopqrstuvwxyz012345"
WORDS = ("Réessayer", "إعادة المحاولة", "Try again")


@pytest.fixture(scope="module")
def orphan(opened):
    """The port of a server whose database was never there."""
    return opened.start(wait_for="/health/", DATABASE_URL=NOBODY)


@pytest.mark.parametrize("path", ["/fr/", "/ar/search/?q=a", "/admin/", "/nonsense/", "/iiif/image/3/1/info.json"])
def test_without_a_database_every_address_says_so_and_none_fails(orphan, path):
    begun = time.monotonic()
    answer = fetch(orphan, path, Cookie=SESSION if "admin" in path else "")
    assert answer.status == 503
    assert int(answer.headers["retry-after"]) > 0
    assert "no-store" in answer.headers["cache-control"]
    assert all(word in answer.text for word in WORDS)
    assert time.monotonic() - begun < 15


def test_without_a_database_the_process_lives_and_is_not_ready(orphan):
    assert fetch(orphan, "/health/").status == 200
    assert fetch(orphan, "/ready/").status == 503


@pytest.fixture
def doors(opened, doors_of):
    return doors_of(opened)


def test_a_restart_of_the_database_needs_no_hand(opened, doors):
    port = opened.start()
    assert fetch(port, "/fr/").status == 200
    # Connections that died while nobody looked are noticed before they are used.
    doors(False)
    doors(True)
    assert fetch(port, "/fr/?again=1").status == 200
    assert fetch(port, "/admin/login/").status == 200
    doors(False)
    assert fetch(port, "/fr/").status == 200, "a page that is known stays for a while"
    assert fetch(port, "/fr/?unknown=1").status == 503
    assert fetch(port, "/admin/login/", Cookie=SESSION).status == 503
    doors(True)
    assert patiently(lambda: fetch(port, "/fr/?unknown=2").status == 200)
    assert patiently(lambda: fetch(port, "/admin/login/", Cookie=SESSION).status == 200)
    assert fetch(port, "/ready/").status == 200


def test_a_worker_waits_for_its_database(opened, doors, tmp_path):
    notes = tmp_path / "notes"
    notes.touch()
    worker = opened.hire()
    try:
        assert patiently(lambda: "[1]" in opened.manage("shell", "-c", WORKERS), seconds=60)
        doors(False)
        time.sleep(3)
        doors(True)
        opened.manage("shell", "-c", f"from tests.serving.tasks import take_time; take_time.enqueue({str(notes)!r}, 0)")
        assert patiently(lambda: "done" in notes.read_text(), seconds=60), opened.log.read_text()[-3000:]
        assert worker.poll() is None
    finally:
        worker.kill()
        worker.wait()


def test_a_process_holds_no_more_connections_than_it_was_given(opened, doors):
    before = doors.held()
    port = opened.start(DATABASE_POOL_MIN="1", DATABASE_POOL_MAX="2")
    for number in range(20):
        assert fetch(port, f"/fr/?number={number}").status == 200
    # Two of the pool at most, and one that reads the stamp.
    assert doors.held() - before <= 3
