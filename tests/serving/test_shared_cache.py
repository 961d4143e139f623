"""Two servers share the pages they made through a real Redis; one that stops or hangs only costs time."""

import json
import os
import re
import shutil
import signal
import subprocess
import time

import pytest

from tests.browser.museum_server import free_port
from tests.servers import fetch

TOKEN = "a token of the tests"


class Redis:
    """Debian's redis-server, in memory alone."""

    def __init__(self, port: int, folder):
        self.port, self.folder = port, folder
        self.start()

    def start(self) -> None:
        command = ["redis-server", "--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
        self.process = subprocess.Popen([*command, "--dir", str(self.folder)], stdout=subprocess.DEVNULL)
        for _attempt in range(100):
            done = subprocess.run(["redis-cli", "-p", str(self.port), "ping"], capture_output=True, check=False)
            if done.stdout == b"PONG\n":
                return
            time.sleep(0.1)
        raise AssertionError("Redis does not answer")

    def stop(self) -> None:
        self.process.send_signal(signal.SIGCONT)
        self.process.kill()
        self.process.wait()


@pytest.fixture(scope="module")
def redis(tmp_path_factory):
    if not shutil.which("redis-server"):
        pytest.skip("redis-server is not installed: the shared cache is left untried")
    server = Redis(free_port(), tmp_path_factory.mktemp("redis"))
    yield server
    server.stop()


@pytest.fixture(scope="module")
def two(opened, redis) -> list[int]:
    environ = {"CACHE_URL": f"redis://127.0.0.1:{redis.port}/0", "METRICS_TOKEN": TOKEN, "WEB_CONCURRENCY": "2"}
    return [opened.start(**environ), opened.start(**environ)]


def pages(port: int, kind: str) -> float:
    """How many public pages a server has kept, shared or made, all its processes together."""
    text = fetch(port, "/metrics/", Authorization=f"Bearer {TOKEN}").text
    found = re.search(rf'museum_public_pages_total{{page="{kind}"}} (\S+)', text)
    return float(found[1]) if found else 0


def test_what_one_server_made_the_other_finds(two):
    made, shared = pages(two[1], "made"), pages(two[1], "shared")
    first = fetch(two[0], "/fr/?shared=1")
    second = fetch(two[1], "/fr/?shared=1")
    assert (first.status, second.status) == (200, 200)
    assert first.body == second.body
    assert pages(two[1], "shared") == shared + 1
    assert pages(two[1], "made") == made


def test_without_redis_pages_are_made_here(two, redis):
    redis.stop()
    try:
        for port in two:
            assert fetch(port, "/fr/?without=1").status == 200
            assert fetch(port, "/admin/login/").status == 200
            ready = fetch(port, "/ready/")
            assert ready.status == 200
            assert json.loads(ready.body)["cache"] != "ok"
    finally:
        redis.start()
    assert [fetch(port, "/fr/?again=1").status for port in two] == [200, 200]
    until = time.monotonic() + 20
    while json.loads(fetch(two[0], "/ready/").body)["cache"] != "ok":
        assert time.monotonic() < until, "Redis is back and not asked again"
        time.sleep(0.5)


def test_a_redis_that_hangs_only_costs_time(two, redis):
    os.kill(redis.process.pid, signal.SIGSTOP)
    try:
        begun = time.monotonic()
        assert fetch(two[0], "/fr/?hangs=1").status == 200
        assert time.monotonic() - begun < 15
    finally:
        os.kill(redis.process.pid, signal.SIGCONT)
