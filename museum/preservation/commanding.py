"""What the commands share: sentences in a chosen language, refusals and broken disks as errors that say what to do."""

from botocore.exceptions import BotoCoreError, ClientError
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils.translation import gettext as _
from django.utils.translation import override

from museum.preservation.progress import Progress
from museum.preservation.refusal import Refused


class PreservationCommand(BaseCommand):
    """A command that speaks ``--language``; its work is in ``work``."""

    def add_arguments(self, parser):
        """``--language``: in which the sentences are."""
        parser.add_argument("--language", default=settings.LANGUAGE_CODE, choices=["fr", "ar", "en"])

    def handle(self, *args, language, **options):
        """Do the work; every failure ends in a sentence and an exit status that is not 0."""
        with override(language):
            try:
                self.work(Progress(self.stdout), **options)
            except Refused as refused:
                raise CommandError(str(refused)) from refused
            except (OSError, BotoCoreError, ClientError, DatabaseError) as error:
                message = _("Interrupted: %(why)s. Nothing is lost: run the same command again, and it goes on.")
                raise CommandError(message % {"why": error}) from error

    def work(self, progress: Progress, **options) -> None:
        """What the command does."""
        raise NotImplementedError
