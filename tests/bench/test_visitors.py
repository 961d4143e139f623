"""Ten visitors lean into one picture of 12,000 x 9,000 at the same moment, before its pyramid was made.

The museum's own server with its own settings: two workers, four threads each. Nothing fails, and no worker takes more
than 400 MB at its highest (VmHWM of Linux, https://man7.org/linux/man-pages/man5/proc_pid_status.5.html).
"""

import os
import random
import threading
import time
from pathlib import Path

import pytest

from museum.iiif.parameters import TILE
from tests.bench.large_picture import HEIGHT, WIDTH, fetch, running  # noqa: F401

pytestmark = [
    pytest.mark.bench,
    pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read from Linux's /proc"),
]

VISITORS, LOOKS = 10, 40
MEGABYTES = 400


def looks(seed: int) -> list[str]:
    """What a visitor asks for who zooms in and out and about; now and then more than a viewer would."""
    chance = random.Random(seed)
    found = []
    for number in range(LOOKS):
        side = TILE * chance.choice((1, 2, 4, 8))
        x, y = chance.randrange(0, WIDTH - side, side), chance.randrange(0, HEIGHT - side, side)
        found.append(f"{x},{y},{side},{side}/{TILE},{TILE}/0/default.webp")
        if number % 20 == 5:
            found.append(chance.choice(["full/max/0/default.webp", "full/max/90/default.png", "full/^max/0/gray.jpg"]))
        if number % 10 == 7:
            found.append(f"{x + 31},{y + 17},{side},{side}/pct:40/180/bitonal.png")
    return found


def highest_megabytes(parent: int) -> list[float]:
    """The highest memory that each child of a process has had."""
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    lines = [line for child in children for line in Path(f"/proc/{child}/status").read_text().splitlines()]
    return [int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")]


def test_ten_visitors_at_once(running):  # noqa: F811
    answers, together = [], threading.Barrier(VISITORS)

    def visit(seed):
        together.wait()
        for path in looks(seed):
            try:
                answers.append((fetch(running.port, f"{running.service}/{path}")[0], path))
            except OSError as error:
                answers.append((str(error), path))

    visitors = [threading.Thread(target=visit, args=(seed,)) for seed in range(VISITORS)]
    started = time.perf_counter()
    for visitor in visitors:
        visitor.start()
    for visitor in visitors:
        visitor.join()
    memory = highest_megabytes(running.process.pid)
    print(
        f"\n{len(answers)} pictures in {time.perf_counter() - started:.1f} s on {os.cpu_count()} cores; "
        f"workers at most {', '.join(f'{size:.0f}' for size in memory)} MB"
    )
    assert [answer for answer in answers if answer[0] != 200] == []
    assert len(memory) == 2
    assert max(memory) <= MEGABYTES
    assert running.log.read_text().strip() == ""
