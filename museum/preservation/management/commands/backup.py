"""``manage.py backup FOLDER``: the whole museum in one package."""

from pathlib import Path

from django.core.management.base import CommandError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from museum.preservation import history, sealing
from museum.preservation.backing_up import back_up
from museum.preservation.commanding import PreservationCommand
from museum.preservation.models import Run


class Command(PreservationCommand):
    help = (
        "Write database, files and settings into one package (BagIt) in FOLDER. Interrupted, it goes on when it is run "
        "again with the same folder."
    )

    def add_arguments(self, parser):
        """The folder; for whom to seal; or make a key."""
        super().add_arguments(parser)
        parser.add_argument("folder", nargs="?", type=Path)
        parser.add_argument(
            "--for", dest="recipients", action="append", default=[], metavar="AGE1…",
            help="Seal it with this public key of age; may be given several times.",
        )  # fmt: skip
        parser.add_argument(
            "--new-key", type=Path, metavar="FILE", help="Make a key pair, print the public key, and stop."
        )

    def work(self, progress, *, folder, recipients, new_key, **options):
        """Make a key, or the back-up; fail where rows name files that are not there."""
        if new_key:
            progress.say(_("The public key, for --for:"))
            progress.say(sealing.new_key(new_key))
            progress.say(
                _("“%(file)s” opens what is sealed with it. Keep it elsewhere: without it nobody can.")
                % {"file": new_key}
            )
            return
        if folder is None:
            raise CommandError(_("Say into which folder."))
        made = back_up(folder, [sealing.recipient(key) for key in recipients], progress)
        told = {"files": made.files, "size": filesizeformat(made.octets), "seconds": progress.seconds}
        progress.say(_("The back-up is whole: %(files)s files, %(size)s, after %(seconds)s s.") % told)
        missing = [{"state": "missing", "file": name, "named_by": []} for name in made.missing]
        history.note(
            Run.Kind.BACKUP,
            seconds=progress.seconds,
            files=made.files,
            octets=made.octets,
            place=folder,
            problems=missing,
        )
        if made.missing:
            raise CommandError(
                "\n".join([_("The back-up is whole, but the museum lacks files that it names:"), *made.missing[:50]])
            )
