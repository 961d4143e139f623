"""Caches in front are told of each decision once, and again in the background where they did not answer."""

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from django.db import DatabaseError, connection, transaction

from museum.core import front_caches, stamp
from museum.core.tasks import tell_front_cache


@pytest.fixture
def front(settings):
    """A cache that notes what it is told; ``status`` is what it answers."""

    class Handler(BaseHTTPRequestHandler):
        def do_PURGE(self):
            self.server.told.append(self.headers["Stamp"])
            self.send_response(self.server.status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *arguments):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    server.told, server.status = [], 200
    server.address = f"http://127.0.0.1:{server.server_port}/"
    settings.FRONT_CACHES = [server.address]
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def again(monkeypatch) -> list[str]:
    """Addresses that the background is to tell again."""
    found = []
    monkeypatch.setattr(type(tell_front_cache), "enqueue", lambda self, address: found.append(address))
    return found


@pytest.mark.django_db
def test_a_decision_tells_when_it_stands_and_each_time_something_new(front, django_capture_on_commit_callbacks):
    for _time in range(2):
        connection.run_on_commit.clear()
        with django_capture_on_commit_callbacks(execute=True):
            stamp.decided()
            told = len(front.told)
        assert len(front.told) == told + 1
    assert len(set(front.told)) == 2
    assert all(len(token) == 16 for token in front.told)


@pytest.mark.django_db
def test_a_decision_that_is_taken_back_tells_nothing(front, django_capture_on_commit_callbacks):
    connection.run_on_commit.clear()
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        stamp.decided()
        transaction.set_rollback(True)
    assert front.told == []


def test_many_decisions_of_one_click_are_told_once_before_the_answer(front):
    def view(request):
        for _number in range(5):
            front_caches.empty()
        assert front.told == []
        return "answer"

    assert front_caches.FrontCacheMiddleware(view)(None) == "answer"
    assert len(front.told) == 1


def test_a_click_that_fails_after_its_decision_still_tells(front):
    def view(request):
        front_caches.empty()
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        front_caches.FrontCacheMiddleware(view)(None)
    assert len(front.told) == 1


@pytest.mark.django_db
def test_a_cache_that_refuses_or_is_away_is_told_again_in_the_background(front, again, caplog):
    front.status = 405
    front_caches.tell_all()
    assert again == [front.address]
    assert "405" in caplog.text
    with pytest.raises(front_caches.Unreachable):
        front_caches.tell("http://127.0.0.1:1/")


@pytest.mark.django_db
def test_a_decision_stands_where_nothing_can_be_done_later(front, monkeypatch, caplog):
    def no_queue(self, address):
        raise DatabaseError("no such table")

    monkeypatch.setattr(type(tell_front_cache), "enqueue", no_queue)
    front.status = 405
    front_caches.tell_all()
    assert "cannot be told later" in caplog.text


def test_without_caches_in_front_nobody_is_told(settings, monkeypatch):
    settings.FRONT_CACHES = []
    monkeypatch.setattr(front_caches, "tell_all", lambda: pytest.fail("told"))
    front_caches.empty()


def test_the_connection_is_watched_once(db):
    stamp.watch(connection)
    assert connection.execute_wrappers.count(stamp._watched) == 1
