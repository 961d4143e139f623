"""``manage.py forget_expired``: what need not be known any longer. For a nightly run."""

from datetime import timedelta

from axes.models import AccessAttempt
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.utils import timezone
from wagtail.models import ModelLogEntry

from museum.accounts.audit import PASSING

REFUSALS_KEPT = timedelta(days=90)


class Command(BaseCommand):
    """Sessions that are over, failed attempts whose lock is over, refusals older than ninety days."""

    help = (
        "Delete expired sessions, failed sign-ins whose lock-out is over, and refusals in the log older than 90 days."
    )

    def handle(self, *args, **options):
        """Delete, and say how much it was."""
        call_command("clearsessions")
        now = timezone.now()
        attempts, _ = AccessAttempt.objects.filter(attempt_time__lt=now - settings.AXES_COOLOFF_TIME).delete()
        refusals, _ = ModelLogEntry.objects.filter(action__in=PASSING, timestamp__lt=now - REFUSALS_KEPT).delete()
        self.stdout.write(f"Forgotten: {attempts} attempts, {refusals} refusals, and every session that is over.")
