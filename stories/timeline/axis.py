"""A stretch of years as an axis, and where a date lies on it. Pure arithmetic; the page draws what comes out as SVG."""

import datetime
from dataclasses import dataclass

from museum.core.dates import Bounds, bounds, qualities

#: The length of an axis in the units of its drawing.
LENGTH = 1000
#: The least length of a mark, so that a day can still be seen on a century.
LEAST = 12


@dataclass(frozen=True)
class Mark:
    """A date on an axis: where it begins, how long it is (units of ``LENGTH``), how it is drawn, where it goes on.

    ``style`` is ``exact``, ``approximate`` or ``uncertain``. ``before`` and ``after`` say that it reaches beyond the axis or has
    no known end there.
    """

    start: int
    length: int
    style: str
    before: bool
    after: bool

    @property
    def end(self) -> int:
        return self.start + self.length


@dataclass(frozen=True)
class Axis:
    """The years ``first`` to ``last``, both included."""

    first: int
    last: int

    @property
    def years(self) -> range:
        return range(self.first, self.last + 1)

    @property
    def days(self) -> Bounds:
        """Its first and last day."""
        return Bounds(datetime.date(self.first, 1, 1), datetime.date(self.last, 12, 31))

    def mark(self, edtf: str) -> Mark | None:
        """Where a date lies; ``None`` for one that is not known or lies wholly outside."""
        found, first, last = bounds(edtf), self.days.earliest, self.days.latest
        if found == Bounds(None, None):
            return None
        known = qualities(edtf)
        earliest, latest = found.earliest or first, found.latest or last
        if latest < first or earliest > last:
            return None
        start, end = self._at(max(earliest, first)), self._at(min(latest, last) + datetime.timedelta(days=1))
        length = max(end - start, LEAST)
        start = min(start, LENGTH - length)
        style = "uncertain" if known.uncertain else "approximate" if known.approximate else "exact"
        return Mark(start, length, style, known.open_start or earliest < first, known.open_end or latest > last)

    def _at(self, day: datetime.date) -> int:
        whole = (self.days.latest - self.days.earliest).days + 1
        return round(LENGTH * (day - self.days.earliest).days / whole)
