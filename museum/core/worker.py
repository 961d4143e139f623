"""The worker of the background: what django-tasks-db does not do itself.

- A task that fails waits and is tried again (museum.core.retries); when its attempts are spent it stays failed, where
  the desk shows it.
- A worker says every few seconds that it lives. A task whose worker has been silent for ``WORKER_LEASE`` seconds is
  taken up again by whichever worker notices first, on any machine: ``kill -9``, a lost machine, a database that went
  away in the middle. Silence is counted by the database's clock, so that those of the machines may differ.
- A task that hangs ends its worker, which whoever started it (systemd, a container's manager) starts anew.

So a task is done at least once, and must come to the same end when it is done twice.
"""

from __future__ import annotations

import logging
import os
import threading
import time
from contextlib import suppress
from datetime import timedelta

from django.conf import settings
from django.db import DatabaseError, InterfaceError, OperationalError, close_old_connections, connection
from django.db.models import DateTimeField, ExpressionWrapper
from django.db.models.functions import Now
from django.utils import timezone
from django_tasks import TaskContext
from django_tasks.base import TaskResultStatus
from django_tasks.signals import task_finished, task_started
from django_tasks_db.management.commands.db_worker import Worker as DatabaseWorker
from django_tasks_db.models import DBTaskResult
from django_tasks_db.utils import exclusive_transaction

from museum.core.models import Worker as Sign
from museum.core.retries import Retries, retries_of

logger = logging.getLogger("museum.worker")

#: Signs of life within a lease.
_BEATS = 6
#: Names of workers kept with a task; so many attempts are counted at most.
_NAMES_KEPT = 100
#: Seconds to wait for a database that is away, and the most.
_PAUSE, _LONGEST_PAUSE = 1, 30


class WorkerDied(Exception):
    """The worker ended in the middle of the task."""


def living():
    """The workers that gave a sign of life within the lease."""
    return Sign.objects.filter(seen_at__gt=_ago(settings.WORKER_LEASE))


def take_up(but_not: str = "") -> int:
    """Give back every task whose worker is dead, or is called ``but_not``; how many there were."""
    taken = 0
    with exclusive_transaction():
        running = DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING)
        alive = set(living().values_list("name", flat=True)) - {but_not}
        for row in running.select_for_update(skip_locked=True):
            if not row.worker_ids or row.worker_ids[-1] not in alive:
                logger.warning("The worker of the task %s (%s) is gone; it is taken up again", row.id, row.task_path)
                put_back(row, WorkerDied("The worker ended in the middle of the task."))
                taken += 1
    return taken


def put_back(row: DBTaskResult, fault: BaseException) -> None:
    """Note a failure: the task waits for its next attempt, or stays failed when they are spent."""
    retries, attempt = rules_of(row), len(row.worker_ids)
    row.set_failed(fault)
    if not retries.is_spent(attempt):
        row.status = TaskResultStatus.READY
        row.run_after = timezone.now() + timedelta(seconds=retries.pause(attempt))
        row.worker_ids = row.worker_ids[-_NAMES_KEPT:]
        row.save(update_fields=["status", "run_after", "worker_ids"])


def try_again(row: DBTaskResult) -> None:
    """Have a failed or waiting task done now, with all its attempts before it."""
    row.status, row.run_after, row.worker_ids = TaskResultStatus.READY, timezone.now(), []
    row.save(update_fields=["status", "run_after", "worker_ids"])


def enqueue_once(task, *args) -> None:
    """Enqueue a task unless the same one with the same arguments waits already."""
    waits = DBTaskResult.objects.filter(status=TaskResultStatus.READY, task_path=task.module_path)
    if not waits.filter(args_kwargs__args=list(args)).exists():
        task.enqueue(*args)


def _ago(seconds: float):
    return ExpressionWrapper(Now() - timedelta(seconds=seconds), output_field=DateTimeField())


def rules_of(row: DBTaskResult) -> Retries:
    """How a stored task is tried again."""
    # Of a task that this version of the museum does not know: another one may.
    with suppress(Exception):
        return retries_of(row.task)
    return Retries()


class Worker(DatabaseWorker):
    """A worker that lives through a restart of the database, and whose death is noticed."""

    def work(self) -> None:
        """Do what waits until told to stop. A database that is away is waited for."""
        threading.Thread(target=self._beat, name="signs of life", daemon=True).start()
        try:
            self._work_on()
        finally:
            # What it leaves behind is then taken up at once.
            with suppress(DatabaseError, InterfaceError):
                Sign.objects.filter(name=self.worker_id).delete()

    def _work_on(self) -> None:
        pause = _PAUSE
        while self.running:
            try:
                self._give_sign()
                take_up(but_not=self.worker_id)
                pause = _PAUSE
                return self.run()
            except (OperationalError, InterfaceError) as fault:
                logger.warning("The database does not answer (%s); waiting %d s", type(fault).__name__, pause)
                with suppress(DatabaseError, InterfaceError):
                    connection.close()
                time.sleep(pause)
                pause = min(pause * 2, _LONGEST_PAUSE)

    def run_task(self, row: DBTaskResult) -> None:
        """Do one task, and note what became of it, unless another worker has taken it up meanwhile."""
        self.running_task, fault, value = True, None, None
        try:
            self._limit = time.monotonic() + rules_of(row).limit
            task = row.task
            task_started.send(sender=type(task.get_backend()), task_result=row.task_result)
            context = (TaskContext(task_result=row.task_result),) if task.takes_context else ()
            value = task.call(*context, *row.args_kwargs["args"], **row.args_kwargs["kwargs"])
        except BaseException as error:
            fault = error
        finally:
            self._limit = None
        try:
            self._note(row, fault, value)
        finally:
            self.running_task = False
            self._run_tasks += 1
        if fault is not None and not isinstance(fault, Exception):
            raise fault

    def _note(self, row: DBTaskResult, fault: BaseException | None, value) -> None:
        # A task that lost the database leaves a connection on which nothing more can be written.
        close_old_connections()
        with exclusive_transaction():
            now = DBTaskResult.objects.select_for_update().filter(pk=row.pk).first()
            if now is None or now.status != TaskResultStatus.RUNNING or now.worker_ids != row.worker_ids:
                logger.warning("The task %s was taken up by another worker meanwhile", row.id)
                return
            if fault is None:
                try:
                    row.set_successful(value)
                except TypeError as error:
                    fault = error
            if fault is not None:
                logger.error("The task %s (%s) failed", row.id, row.task_path, exc_info=fault)
                put_back(row, fault)
        with suppress(Exception):
            task_finished.send(sender=type(row.task.get_backend()), task_result=row.task_result)

    def _beat(self) -> None:
        """Signs of life and care for others' tasks, beside whatever the worker does."""
        while True:
            time.sleep(settings.WORKER_LEASE / _BEATS)
            if (limit := getattr(self, "_limit", None)) and time.monotonic() > limit:
                logger.critical("The task in hand hangs; the worker ends itself and is to be started again")
                os._exit(1)
            try:
                close_old_connections()
                self._give_sign()
                take_up()
                Sign.objects.filter(seen_at__lt=_ago(60 * settings.WORKER_LEASE)).delete()
            except Exception as fault:
                # Whatever it is, a living worker must not fall silent for good.
                logger.warning("No sign of life this time: %s", type(fault).__name__)
                with suppress(Exception):
                    connection.close()

    def _give_sign(self) -> None:
        Sign.objects.update_or_create(name=self.worker_id, defaults={"seen_at": Now()})
