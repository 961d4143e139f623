"""``manage.py index_search``: the whole search anew, in parts, from where a run before stopped."""

import time

from django.core.management.base import BaseCommand

from museum.search.building import build
from museum.search.models import SearchDocument


class Command(BaseCommand):
    """Rebuild the search index; it can be interrupted and started again."""

    help = "Index everything that is public for the search. A run that was interrupted goes on where it stopped."

    def add_arguments(self, parser):
        """From the beginning, or only where nothing is indexed yet."""
        parser.add_argument("--restart", action="store_true", help="Begin anew even if a run was interrupted.")
        parser.add_argument("--if-empty", action="store_true", help="Do nothing where something is indexed already.")

    def handle(self, *args, restart, if_empty, **options):
        """Index, saying how far it is."""
        if if_empty and SearchDocument.objects.exists():
            return
        started = time.monotonic()

        def progress(kind: str, done: int, total: int) -> None:
            seconds = time.monotonic() - started
            self.stdout.write(f"  {kind:<10} {done:>7} of {total:>7}   {seconds:6.0f} s")
            self.stdout.flush()

        number = build(progress, restart=restart)
        self.stdout.write(f"{number} things can be found, after {time.monotonic() - started:.0f} s.")
