"""Tasks of the tests: each notes its beginning and its end in a file, one line each."""

import os
import time
from pathlib import Path

from django_tasks import task

from museum.core.retries import retried


def note(file: str, word: str) -> None:
    with Path(file).open("a") as notes:
        notes.write(f"{word} {os.getpid()}\n")


@task(backend="background")
@retried(first=0.1)
def take_time(file: str, seconds: float) -> None:
    note(file, "begun")
    time.sleep(seconds)
    note(file, "done")


@task(backend="background")
@retried(first=0.1, attempts=3)
def fail(file: str, times: int) -> None:
    note(file, "begun")
    if Path(file).read_text().count("begun") <= times:
        raise ValueError("not yet")


@task(backend="background")
@retried(attempts=2, first=0.1, limit=1)
def hang(file: str) -> None:
    note(file, "begun")
    time.sleep(600)
