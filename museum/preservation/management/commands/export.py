"""``manage.py export FOLDER``: leave with everything, in formats that need no museum."""

from pathlib import Path

from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from museum.preservation import history
from museum.preservation.commanding import PreservationCommand
from museum.preservation.exporting import PUBLIC, WHOLE, export
from museum.preservation.models import Run


class Command(PreservationCommand):
    help = (
        "Write two packages (BagIt) into FOLDER: public, which anyone may have, with a copy of the site that opens from a "
        "disk; whole, for the institution alone, with originals, all records, languages and revisions."
    )

    def add_arguments(self, parser):
        """The folder."""
        super().add_arguments(parser)
        parser.add_argument("folder", type=Path)

    def work(self, progress, *, folder, **options):
        """Export."""
        left = export(folder, progress)
        history.note(Run.Kind.EXPORT, seconds=progress.seconds, files=left.files, octets=left.octets, place=folder)
        for address in left.failed:
            progress.say(_("“%(address)s” did not answer and is not in the copy.") % {"address": address})
        told = {
            "pages": left.pages,
            "files": left.files,
            "size": filesizeformat(left.octets),
            "seconds": progress.seconds,
        }
        progress.say(_("%(pages)s pages, %(files)s files, %(size)s, after %(seconds)s s.") % told)
        progress.say(_("Anyone may have this: %(folder)s") % {"folder": folder / PUBLIC})
        progress.say(_("For the institution alone: %(folder)s") % {"folder": folder / WHOLE})
