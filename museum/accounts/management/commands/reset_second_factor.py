"""``manage.py reset_second_factor NAME``: for somebody who has lost telephone, keys and codes."""

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from wagtail.log_actions import log

from museum.accounts import audit
from museum.accounts.factors import forget_factors


class Command(BaseCommand):
    """Take away what somebody has as a second factor; at the next sign-in they add another."""

    help = "Take away every app, passkey and recovery code of an account. Make sure who is asking before you run it."

    def add_arguments(self, parser):
        """The account's name."""
        parser.add_argument("username")

    def handle(self, *args, username, **options):
        """Remove, note it in the log, and say how much it was."""
        users = get_user_model()
        user = users.objects.filter(**{users.USERNAME_FIELD: username}).first()
        if user is None:
            raise CommandError(f"There is no account “{username}”.")
        count = forget_factors(user)
        log(user, audit.FACTOR_REMOVED, data={"what": "reset_second_factor"})
        self.stdout.write(f"{username}: {count} removed; a new second factor is asked for at the next sign-in.")
