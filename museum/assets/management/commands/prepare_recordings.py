"""Make what is served of published recordings, where it is missing."""

from django.core.management.base import BaseCommand

from museum.assets import preparation
from museum.assets.models import Recording


class Command(BaseCommand):
    help = "Make the public files, lengths and outlines of published recordings that lack them. Safe to run again."

    def handle(self, *args, **options):
        for recording in Recording.objects.filter(live=True):
            preparation.withhold(recording)
            preparation.prepare(recording)
            if not recording.file:
                self.stderr.write(f"{recording.slug}: nothing can be served; see the log.")
