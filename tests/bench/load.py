"""Load on a server by wrk (https://github.com/wg/wrk), which Debian has; a machine without it leaves these benches out."""

import re
import shutil
import subprocess
from dataclasses import dataclass
from statistics import median

import pytest

needs_wrk = pytest.mark.skipif(not shutil.which("wrk"), reason="wrk is not installed: nothing makes the load")
_SECONDS = {"us": 1e-6, "ms": 1e-3, "s": 1.0, "m": 60.0}


@dataclass(frozen=True)
class Measured:
    """What one run of wrk saw: requests a second, the 99th percentile in seconds, answers of 400 and more, lost lines."""

    rate: float
    p99: float
    refused: int
    lost: int


def load(address: str, connections: int, seconds: int, *options: str, encoding: str = "br") -> Measured:
    """Ask an address over and over."""
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", "--timeout", "20s", *options]
    done = subprocess.run(
        [*command, "-H", "Host: localhost", "-H", f"Accept-Encoding: {encoding}", address],
        capture_output=True,
        text=True,
        check=True,
    )
    said = done.stdout
    amount, unit = re.search(r"99%\s+([\d.]+)(us|ms|s|m)\b", said).groups()
    refused = re.search(r"Non-2xx or 3xx responses: (\d+)", said)
    lost = re.search(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", said)
    return Measured(
        rate=float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1]),
        p99=float(amount) * _SECONDS[unit],
        refused=int(refused[1]) if refused else 0,
        lost=sum(map(int, lost.groups())) if lost else 0,
    )


def beside(one: str, other: str, connections: int, rounds: int = 5, seconds: int = 3) -> tuple[Measured, Measured]:
    """Two addresses asked in turn, so that whatever else the machine does touches both: the medians of each."""
    runs = [(load(one, connections, seconds), load(other, connections, seconds)) for _round in range(rounds)]
    assert all(run.refused == run.lost == 0 for pair in runs for run in pair), runs
    return tuple(
        Measured(median(run.rate for run in column), median(run.p99 for run in column), 0, 0)
        for column in zip(*runs, strict=True)
    )
