"""Decisions while 64 lines load pages, and ten minutes of mixed load: no error, no past, no growing memory."""

import os
import re
import subprocess
import threading
import time
from pathlib import Path

import pytest

from tests import servers
from tests.bench.load import needs_wrk
from tests.serving.conftest import FURNISH
from tests.serving.test_decisions_show_at_once import Curator

pytestmark = [pytest.mark.bench, needs_wrk]
SOAK_SECONDS = int(os.environ.get("SOAK_SECONDS") or 600)
SCRIPT = Path(__file__).with_name("mixed.lua")
IMAGE = """
from stories.models import StoryPage
print("image", StoryPage.objects.filter(locale__language_code="fr").order_by("pk").first().lead_image_id)
"""


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    with servers.museum(tmp_path_factory.mktemp("load") / "museum", FURNISH, pages=True) as museum:
        number = museum.manage("shell", "-c", IMAGE).split()[-1]
        museum.paths = [
            "/fr/", "/ar/", "/fr/collection/", "/fr/timeline/", "/fr/routes/", "/fr/search/?q=valise", "/ar/search/?q=agadir",
            f"/iiif/image/3/{number}/full/max/0/default.jpg", f"/iiif/image/3/{number}/0,0,160,120/160,120/0/default.webp",
        ]  # fmt: skip
        yield museum


class Load:
    """wrk with 64 lines on the mixed addresses, until it is over."""

    def __init__(self, port: int, seconds: int, paths: list[str]):
        self.process = subprocess.Popen(
            ["wrk", "-t1", "-c64", f"-d{seconds}s", "--timeout", "30s", "-s", str(SCRIPT), "-H", "Host: localhost",
             f"http://127.0.0.1:{port}/"],
            env={**os.environ, "PATHS": " ".join(paths)}, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip

    def over(self) -> str:
        """What wrk said; asserts that no answer was an error and no line was lost."""
        said, _nothing = self.process.communicate()
        assert "Non-2xx" not in said, said
        assert "Socket errors" not in said, said
        return said


def memory(parent: int) -> float:
    """Megabytes that a server's processes hold for themselves (PSS of Linux's /proc)."""
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    total = 0
    for process in (str(parent), *children):
        try:
            rollup = Path(f"/proc/{process}/smaps_rollup").read_text()
        except OSError:
            continue
        total += int(re.search(r"^Pss:\s+(\d+)", rollup, re.MULTILINE)[1])
    return total / 1024


def test_decisions_while_64_lines_load_pages(opened):
    port = opened.start(WEB_CONCURRENCY="2")
    curator = Curator(opened)
    load = Load(port, 24, [curator.address, "/fr/", "/ar/"])
    seen, stop = [], threading.Event()

    def watch():
        while not stop.is_set():
            asked = time.monotonic()
            page = servers.fetch(port, curator.address)
            seen.append(
                (asked, time.monotonic(), page.status, "Titre" in page.text and re.search(r"Titre (\d+)", page.text)[1])
            )

    curator.decide("title Titre 0")
    decided = [(time.monotonic(), 0)]
    watcher = threading.Thread(target=watch)
    watcher.start()
    for number in range(1, 5):
        time.sleep(4)
        curator.decide(f"title Titre {number}")
        decided.append((time.monotonic(), number))
    time.sleep(4)
    stop.set()
    watcher.join(60)
    curator.close()
    load.over()
    assert {status for _asked, _answered, status, _title in seen} == {200}
    for asked, _answered, _status, title in seen:
        assert int(title) >= max(number for at, number in decided if at <= asked)
    # Answers a second just before a decision, and from two seconds after it on.
    for at, number in decided[1:]:
        before = sum(at - 2 <= answered < at for _asked, answered, _status, _title in seen) / 2
        after = sum(at + 2 <= answered < at + 3.5 for _asked, answered, _status, _title in seen) / 1.5
        print(f"\ndecision {number}: {before:.0f}/s before, {after:.0f}/s from two seconds after")
        assert after >= 0.7 * before


def test_ten_minutes_of_mixed_load(opened):
    port = opened.start(WEB_CONCURRENCY="4")
    server = opened.processes[-1].pid
    load = Load(port, SOAK_SECONDS, opened.paths)
    held, started = [], time.monotonic()
    while load.process.poll() is None:
        time.sleep(2)
        held.append((time.monotonic() - started, memory(server)))
    said = load.over()
    first = [amount for at, amount in held if 50 <= at <= 80] or [held[len(held) // 10][1]]
    last = [amount for at, amount in held if SOAK_SECONDS - 40 <= at <= SOAK_SECONDS - 3]
    before, after = sum(first) / len(first), sum(last) / len(last)
    rate = re.search(r"Requests/sec:\s+([\d.]+)", said)[1]
    print(
        f"\nsoak of {SOAK_SECONDS} s: {rate}/s, {before:.0f} MB after a minute, {after:.0f} MB at the end (x {after / before:.3f})"
    )
    assert after <= 1.05 * before
