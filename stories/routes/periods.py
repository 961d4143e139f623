"""The periods that roads are coloured by. Their limits are dates of this history, not round numbers.

1945 ends the wars in which soldiers and workers were fetched; in 1962 Algeria, where many had worked, becomes independent;
1963 to 1974 lie the agreements with Germany, France, Belgium and the Netherlands and the stops of recruitment; in 1990
and 1991 Italy and Spain begin to ask for visas; the crisis of 2008 sends people on to other countries.
"""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy, pgettext


@dataclass(frozen=True)
class Period:
    """A stretch of years, ends included; ``None`` is open. ``colour`` is that of a wall (museum.core.walls)."""

    key: str
    start: int | None
    end: int | None
    colour: str

    def __str__(self) -> str:
        """The period as a reader says it."""
        if self.start is None and self.end is None:
            return str(_UNDATED)
        if self.start is None:
            return pgettext("period", "until %(year)s") % {"year": self.end}
        if self.end is None:
            return pgettext("period", "since %(year)s") % {"year": self.start}
        return pgettext("period", "%(start)s–%(end)s") % {"start": self.start, "end": self.end}


_UNDATED = gettext_lazy("no date known")
UNDATED = Period("undated", None, None, "slate")
PERIODS = (
    Period("wars", None, 1945, "plum"),
    Period("independence", 1946, 1962, "madder"),
    Period("agreements", 1963, 1974, "indigo"),
    Period("families", 1975, 1990, "zellige"),
    Period("visas", 1991, 2007, "saffron"),
    Period("crisis", 2008, None, "sea"),
)


def period_of(year: int | None) -> Period:
    """The period of a year."""
    if year is None:
        return UNDATED
    return next(period for period in PERIODS if period.end is None or year <= period.end)
