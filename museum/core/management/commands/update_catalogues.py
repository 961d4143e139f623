"""Bring the message catalogues in line with the sources, or say where they are not."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from museum.core import catalogues

# Sentences a language: enough to start on, few enough to read.
SHOWN = 20


class Command(BaseCommand):
    help = "Update the message catalogues from Python modules and templates; --check only looks."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument(
            "--check",
            action="store_true",
            help="change nothing; fail where a message is missing, untranslated or lost a placeholder",
        )

    def handle(self, *, check, **options):
        template = catalogues.extract(Path(settings.BASE_DIR))
        wrong = 0
        for folder in settings.LOCALE_PATHS:
            for language, file in catalogues.catalogue_files(Path(folder)).items():
                if not file.exists():
                    if check:
                        raise CommandError(f"{file.name} is missing for {language}: make messages")
                    catalogues.begin(language, file)
                if check:
                    found = catalogues.problems(language, catalogues.read(file), template)
                    wrong += len(found)
                    for sentence in found[:SHOWN]:
                        self.stderr.write(f"{language}: {sentence}")
                    if len(found) > SHOWN:
                        self.stderr.write(f"{language}: and {len(found) - SHOWN} more")
                else:
                    added, retired = catalogues.update(file, template)
                    catalogues.compile_catalogue(file)
                    self.stdout.write(f"{language}: {added} added, {retired} no longer used")
        if wrong:
            raise CommandError(f"{wrong} messages need attention.")
        if check:
            self.stdout.write(f"{len(catalogues.entries(template))} messages, catalogues in order.")
