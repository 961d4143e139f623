"""How often, and after what pause, work in the background is tried again when it fails.

A task that says nothing of its own is tried eight times within about three quarters of an hour:

    @task(backend="background")
    @retried(_("Prepare a recording"), attempts=5)
    def prepare_recording(pk): ...

Whatever is retried must come to the same end when it is done twice.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Retries:
    """``attempts`` in all (0: until it succeeds); seconds before the second one, which double up to ``longest``."""

    title: str = ""
    attempts: int = 8
    first: float = 20
    longest: float = 3600
    #: A task that works longer than this (seconds) hangs: its worker ends itself, and the task counts as failed.
    limit: float = 3600

    def pause(self, attempt: int) -> float:
        """Seconds to wait after the failure of an attempt (1 is the first), a little by chance: many that failed
        together do not come back together."""
        seconds = min(self.first * 2 ** min(attempt - 1, 30), self.longest)
        return seconds * random.uniform(0.8, 1.2)

    def is_spent(self, attempt: int) -> bool:
        """Whether the failure of this attempt is final."""
        return bool(self.attempts) and attempt >= self.attempts


def retried(title: str = "", **asked) -> Callable:
    """Say how a task is tried again, and what the desk calls it; stands below ``@task``."""

    def say(function):
        function.retries = Retries(title, **asked)
        return function

    return say


def retries_of(task) -> Retries:
    """The rule of a task (django_tasks)."""
    return getattr(task.func, "retries", Retries())
