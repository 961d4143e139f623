"""A decision shows on the next request, on every application server and in the cache in front of them."""

import re
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from itertools import count

import pytest

from tests.browser.museum_server import ROOT, free_port
from tests.servers import fetch
from tests.serving.varnish import in_front

TITLE = re.compile(r"<h1[^>]*>.*?Titre (\d+)", re.DOTALL)


class Curator:
    """Somebody who decides, in a process of their own."""

    def __init__(self, museum):
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.serving.curator"],
            cwd=ROOT, env=museum.environ, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        self.address, self.picture = self.process.stdout.readline().split()

    def decide(self, act: str) -> None:
        self.process.stdin.write(f"{act}\n")
        self.process.stdin.flush()
        assert self.process.stdout.readline() == "done\n"

    def close(self):
        self.process.stdin.close()
        self.process.wait(timeout=30)


@pytest.fixture
def curator(opened):
    somebody = Curator(opened)
    yield somebody
    somebody.close()


@pytest.fixture(scope="module")
def two(opened) -> list[int]:
    """The ports of two application servers of one museum."""
    return [opened.start(), opened.start()]


def test_two_servers_show_a_decision_on_their_next_request(two, curator):
    curator.decide("title Titre 1")
    for port in two:
        assert TITLE.search(fetch(port, curator.address).text)[1] == "1"
    curator.decide("title Titre 2")
    for port in two:
        assert TITLE.search(fetch(port, curator.address).text)[1] == "2"
    tags = {fetch(port, curator.address).headers["etag"] for port in two}
    assert len(tags) == 1
    for port in two:
        assert fetch(port, curator.address, If_None_Match=tags.copy().pop()).status == 304
    curator.decide("unpublish")
    assert [fetch(port, curator.address).status for port in two] == [404, 404]
    curator.decide("publish")
    assert [fetch(port, curator.address).status for port in two] == [200, 200]


def test_what_stands_round_every_page_shows_it_too(two, curator):
    for title in ("Écrire au musée", "Nous écrire"):
        curator.decide(f"foot {title}")
        for port in two:
            assert f">{title}</a>" in fetch(port, curator.address).text


def test_a_withdrawn_photograph_is_gone_from_every_server(two, curator):
    picture = re.compile(rf"/media/images/{curator.picture}\.[^\s\"]+")
    shown = [picture.findall(fetch(port, curator.address).text) for port in two]
    assert all(shown)
    curator.decide("withdraw")
    try:
        for port, before in zip(two, shown, strict=True):
            page = fetch(port, curator.address)
            assert page.status == 200
            assert not picture.search(page.text)
            assert fetch(port, before[0]).status == 404
    finally:
        curator.decide("restore")


def read_while_deciding(ports: list[int], curator, rounds: int, readers: int = 8):
    """(decisions, answers): when each title stood, and what each reader was shown from when on."""
    answers, done = [], threading.Event()

    def read(port):
        while not done.is_set():
            asked = time.monotonic()
            page = fetch(port, curator.address, Accept_Encoding="identity")
            found = TITLE.search(page.text)
            answers.append((asked, page.status, int(found[1]) if found else 0))

    curator.decide("title Titre 100")
    stood = [(time.monotonic(), 100)]
    threads = [threading.Thread(target=read, args=(ports[number % len(ports)],)) for number in range(readers)]
    for thread in threads:
        thread.start()
    numbers = count(101)
    for _round in range(rounds):
        time.sleep(0.3)
        number = next(numbers)
        curator.decide(f"title Titre {number}")
        stood.append((time.monotonic(), number))
    time.sleep(0.3)
    done.set()
    for thread in threads:
        thread.join(60)
    return stood, answers


def assert_nobody_saw_the_past(stood, answers):
    assert len(answers) > 50
    assert {status for _asked, status, _number in answers} == {200}
    for asked, _status, number in answers:
        newest = max(decided for at, decided in stood if at <= asked)
        assert number >= newest


def test_nobody_is_shown_the_past_while_many_read(two, curator):
    assert_nobody_saw_the_past(*read_while_deciding(two, curator, rounds=6))


@pytest.fixture(scope="module")
def varnish(opened) -> Iterator[int]:
    """The port of Debian's Varnish with the configuration of ``docs/deployment`` before one application server."""
    if not shutil.which("varnishd"):
        pytest.skip("Varnish is not installed: the cache in front is left untried")
    front = free_port()
    back = opened.start(FRONT_CACHES=f"http://127.0.0.1:{front}/")
    opened.environ["FRONT_CACHES"] = f"http://127.0.0.1:{front}/"
    with in_front(back, front):
        yield front


def test_the_cache_in_front_is_told_before_the_click_returns(varnish, curator):
    curator.decide("title Titre 11")
    assert TITLE.search(fetch(varnish, curator.address).text)[1] == "11"
    again = fetch(varnish, curator.address)
    assert int(again.headers["age"]) >= 0
    assert "cdn-cache-control" not in again.headers
    for encoding in ("br", "gzip"):
        assert fetch(varnish, curator.address, Accept_Encoding=encoding).headers["content-encoding"] == encoding
    curator.decide("title Titre 12")
    assert TITLE.search(fetch(varnish, curator.address).text)[1] == "12"


def test_nobody_is_shown_the_past_by_the_cache_in_front(varnish, curator):
    assert_nobody_saw_the_past(*read_while_deciding([varnish], curator, rounds=6))


def test_a_stranger_cannot_empty_the_cache_without_a_stamp(varnish):
    assert fetch(varnish, "/", method="PURGE").status == 405


#: Outside a transaction, where each statement stands by itself.
ALONE = """
from museum.collection.models import ObjectName
one = ObjectName.objects.create()
print([ObjectName.objects.filter(pk=one.pk).exists()])
"""
WAITING = """
from django_tasks_db.models import DBTaskResult
print([row.task_path.rsplit('.', 1)[-1] for row in DBTaskResult.objects.filter(status='READY')])
"""


def test_what_is_decided_outside_a_transaction_stands_while_the_front_cache_is_away(opened):
    away = {"FRONT_CACHES": f"http://127.0.0.1:{free_port()}/"}
    assert "[True]" in opened.manage("shell", "-c", ALONE, **away)
    assert "tell_front_cache" in opened.manage("shell", "-c", WAITING)
