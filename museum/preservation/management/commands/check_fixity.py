"""``manage.py check_fixity``: whether every original is still what was uploaded. For a nightly run."""

from django.core.management.base import CommandError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from museum.preservation import fixity, history
from museum.preservation.commanding import PreservationCommand
from museum.preservation.models import Run


class Command(PreservationCommand):
    help = (
        "Read every original and compare its checksum with the one of its upload; say which files changed or are gone, "
        "and which records name them. Fails where there is one, so that a nightly run is noticed."
    )

    def add_arguments(self, parser):
        """Only note what has no checksum yet."""
        super().add_arguments(parser)
        parser.add_argument("--note-only", action="store_true", help="Note checksums that are missing, and stop.")

    def work(self, progress, *, note_only, **options):
        """Check, note the result, fail where something is wrong."""
        if note_only:
            progress.say(_("Checksums noted: %(number)s") % {"number": fixity.note_missing()})
            return
        found = fixity.check(progress)
        history.note(
            Run.Kind.CHECK,
            seconds=progress.seconds,
            files=found.files,
            octets=found.octets,
            problems=found.problems,
        )
        if found.noted:
            progress.say(_("Checksums noted: %(number)s") % {"number": found.noted})
        told = {"files": found.files, "size": filesizeformat(found.octets), "seconds": progress.seconds}
        progress.say(_("%(files)s originals read, %(size)s, after %(seconds)s s.") % told)
        if found.problems:
            number = len(found.problems)
            message = ngettext(
                "%(number)s original is not as it was:", "%(number)s originals are not as they were:", number
            )
            raise CommandError("\n".join([message % {"number": number}, *fixity.sentences(found.problems)]))
        progress.say(_("Every original is as it was uploaded."))
