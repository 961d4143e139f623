"""``manage.py work``: does what waits in the background, until told to stop."""

import logging
import os
import socket

from django.core.management.base import BaseCommand
from django.utils.crypto import get_random_string

from museum.core.worker import Worker


class Command(BaseCommand):
    help = "Do the work that waits in the background; several may run, on several machines."

    def add_arguments(self, parser):
        """How often to look, and whether to end when nothing waits."""
        parser.add_argument(
            "--interval", type=float, default=2, help="seconds between two looks (default: %(default)s)"
        )
        parser.add_argument("--batch", action="store_true", help="end when nothing waits")

    def handle(self, *, interval: float, batch: bool, verbosity: int, **options):
        """Work; SIGTERM and SIGINT end it after the task in hand."""
        logger = logging.getLogger("museum.worker")
        if verbosity > 1 and not logger.hasHandlers():
            logger.addHandler(logging.StreamHandler(self.stderr))
        worker = Worker(
            queue_names=["*"],
            interval=interval,
            batch=batch,
            backend_name="background",
            startup_delay=False,
            max_tasks=None,
            # Never the same twice: what a worker of the same name left behind would look like work in hand.
            worker_id=f"{socket.gethostname()[:24]}-{os.getpid()}-{get_random_string(12)}",
            excluded_queue_names=[],
        )
        worker.configure_signals()
        worker.work()
