"""Compile every message catalogue of the museum; needs no GNU gettext."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from museum.core.catalogues import catalogue_files, compile_catalogue


class Command(BaseCommand):
    help = "Compile the message catalogues (.po to .mo) without GNU gettext."
    requires_system_checks = []

    def handle(self, **options):
        for folder in settings.LOCALE_PATHS:
            for language, file in catalogue_files(Path(folder)).items():
                compile_catalogue(file)
                self.stdout.write(f"{language}: {file.name} compiled")
