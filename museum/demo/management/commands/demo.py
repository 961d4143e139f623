"""``manage.py demo load`` and ``manage.py demo remove``: the demonstration collection, in and out."""

import time

from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils.translation import override

from museum.demo import pages, records, statistics
from museum.demo.ledger import Ledger
from museum.demo.removal import remove

STEPS = (
    ("images", records.load_images),
    ("recordings", records.load_recordings),
    ("themes", records.load_themes),
    ("places", records.load_places),
    ("persons", records.load_persons),
    ("events", records.load_events),
    ("artefacts", records.load_artefacts),
    ("guided looks", records.load_looks),
    ("journeys", pages.load_journeys),
    ("stories", pages.load_stories),
    ("statistics", statistics.load_statistics),
    ("panoramas", pages.load_panoramas),
    ("exhibits", pages.load_exhibits),
    ("plain pages", pages.load_plain_pages),
    ("home pages", pages.load_home),
)


class Command(BaseCommand):
    """Load or remove the demonstration collection."""

    help = "Load the demonstration collection, or take all of it out again. Loading twice changes nothing."

    def add_arguments(self, parser):
        """``load`` or ``remove``."""
        parser.add_argument("action", choices=["load", "remove"])

    def handle(self, *args, action, **options):
        """Run the action and show progress."""
        with override("fr"):
            self._load() if action == "load" else self._remove()

    def _load(self):
        ledger = Ledger()
        for name, step in STEPS:
            started, before = time.monotonic(), ledger.created
            with transaction.atomic():
                step(ledger)
            self.stdout.write(f"  {name}: {ledger.created - before} new, {time.monotonic() - started:.1f} s")
            self.stdout.flush()
        self.stdout.write(f"Demonstration collection: {ledger.created} things added.")

    @transaction.atomic
    def _remove(self):
        self.stdout.write(f"Demonstration collection: {remove()} things taken out.")
