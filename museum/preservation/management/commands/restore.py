"""``manage.py restore FOLDER``: a back-up into an empty museum."""

from pathlib import Path

from django.utils.translation import gettext as _

from museum.preservation import sealing
from museum.preservation.commanding import PreservationCommand
from museum.preservation.restoring import restore


class Command(PreservationCommand):
    help = (
        "Restore the package in FOLDER into an empty museum: on SQLite or PostgreSQL, in local folders or on S3, wherever "
        "it was made. Interrupted, it goes on when it is run again."
    )

    def add_arguments(self, parser):
        """The folder and the key of a sealed package."""
        super().add_arguments(parser)
        parser.add_argument("folder", type=Path)
        parser.add_argument("--key", type=Path, metavar="FILE", help="The private key of a sealed package.")

    def work(self, progress, *, folder, key, **options):
        """Restore."""
        files, octets = restore(folder, sealing.identities(key) if key else None, progress)
        progress.say(
            _("The museum is restored, after %(seconds)s s. Restart its servers and workers.")
            % {"seconds": progress.seconds}
        )
