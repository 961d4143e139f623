"""What an administrator sees of long work: a sentence a step, a line now and then with how far it is."""

import time

from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

SECONDS_BETWEEN_LINES = 2


class Progress:
    """Writes to a command's output; ``say`` a step, ``count`` what is done of it."""

    def __init__(self, stdout=None):
        self._stdout = stdout
        self._begun = time.monotonic()
        self._last = self._begun

    def say(self, sentence: str) -> None:
        """A step begins or ended."""
        if self._stdout:
            self._stdout.write(sentence)
            self._stdout.flush()

    def count(self, number: int, total: int, octets: int) -> None:
        """So many files of so many are done; a line every other second."""
        if time.monotonic() - self._last < SECONDS_BETWEEN_LINES:
            return
        self._last = time.monotonic()
        self.say(
            "  "
            + _("%(number)s of %(total)s files, %(size)s, after %(seconds)s s")
            % {"number": number, "total": total, "size": filesizeformat(octets), "seconds": self.seconds}
        )

    @property
    def seconds(self) -> int:
        """Since the work began."""
        return round(time.monotonic() - self._begun)
