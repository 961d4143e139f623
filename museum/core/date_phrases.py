"""How a parsed date is said in the active language: "vers 1963", "بين 1956 و1977", "21 May 1963".

A date has two forms: alone ("21 mai 1963", "années 1960") and governed by a preposition, where some languages add an
article ("entre le 21 mai 1963 et…", "depuis les années 1960"). English and Arabic say both alike. The contexts of the
messages tell translators which is which; "until" comes once for every grain, for French says it differently each time.
"""

from django.utils import dates as django_dates
from django.utils.translation import gettext, pgettext, pgettext_lazy
from edtf.parser.parser_classes import (
    Date,
    EDTFObject,
    Interval,
    Season,
    UncertainOrApproximate,
)

_SEASONS = {
    "21": pgettext_lazy("season of a year", "spring"),
    "22": pgettext_lazy("season of a year", "summer"),
    "23": pgettext_lazy("season of a year", "autumn"),
    "24": pgettext_lazy("season of a year", "winter"),
}

# After a preposition: between, since, about, until.
_GOVERNED_SEASONS = {
    "21": pgettext_lazy("season of a year, after a preposition", "spring"),
    "22": pgettext_lazy("season of a year, after a preposition", "summer"),
    "23": pgettext_lazy("season of a year, after a preposition", "autumn"),
    "24": pgettext_lazy("season of a year, after a preposition", "winter"),
}

_DECADES = {
    1900: pgettext_lazy("decade", "the 1900s"),
    1910: pgettext_lazy("decade", "the 1910s"),
    1920: pgettext_lazy("decade", "the 1920s"),
    1930: pgettext_lazy("decade", "the 1930s"),
    1940: pgettext_lazy("decade", "the 1940s"),
    1950: pgettext_lazy("decade", "the 1950s"),
    1960: pgettext_lazy("decade", "the 1960s"),
    1970: pgettext_lazy("decade", "the 1970s"),
    1980: pgettext_lazy("decade", "the 1980s"),
    1990: pgettext_lazy("decade", "the 1990s"),
    2000: pgettext_lazy("decade", "the 2000s"),
    2010: pgettext_lazy("decade", "the 2010s"),
    2020: pgettext_lazy("decade", "the 2020s"),
}

_CENTURIES = {
    16: pgettext_lazy("century", "the 16th century"),
    17: pgettext_lazy("century", "the 17th century"),
    18: pgettext_lazy("century", "the 18th century"),
    19: pgettext_lazy("century", "the 19th century"),
    20: pgettext_lazy("century", "the 20th century"),
    21: pgettext_lazy("century", "the 21st century"),
}


def of(parsed: EDTFObject, governed: bool = False) -> str:
    """The phrase of a parsed date; ``governed`` where a preposition stands before it."""
    if isinstance(parsed, Interval):
        return _interval(parsed)
    inner = parsed.date if isinstance(parsed, UncertainOrApproximate) else parsed
    if _is_approximate(parsed):
        if governed:
            message = pgettext("approximate date, after another preposition", "about %(date)s")
        else:
            message = pgettext("approximate date", "about %(date)s")
        said = message % {"date": _said(inner, governed=True)}
    else:
        said = _said(inner, governed)
    if _marks(parsed) & {"?", "%"}:
        said = pgettext("uncertain date", "%(date)s (uncertain)") % {"date": said}
    return said


def decade_phrase(year: int) -> str:
    """The decade that begins with ``year``: "the 1960s", "années 1960", "ستينيات القرن العشرين"."""
    if year in _DECADES:
        return str(_DECADES[year])
    return gettext("the %(decade)ss") % {"decade": year}


def _marks(parsed: EDTFObject) -> set[str]:
    """What qualifies a date: ``~`` about, ``?`` uncertain, ``%`` both."""
    return set(str(getattr(parsed, "ua", None) or ""))


def _is_approximate(parsed: EDTFObject) -> bool:
    return bool(_marks(parsed) & {"~", "%"})


def _grain(parsed: EDTFObject) -> str:
    """How fine a date is: ``day``, ``month`` (a year too), ``season``, ``decade`` or ``century``."""
    if isinstance(parsed, Season):
        return "season"
    year = str(getattr(parsed, "year", ""))
    if year.endswith("XX"):
        return "century"
    if year.endswith("X"):
        return "decade"
    return "day" if _number(getattr(parsed, "day", None)) else "month"


def _number(part) -> int | None:
    """A year, month or day as a number; ``None`` where it is absent or unspecified ("XX")."""
    return int(part) if part and str(part).isdigit() else None


def _said(parsed: EDTFObject, governed: bool) -> str:
    if isinstance(parsed, Season):
        names = _GOVERNED_SEASONS if governed else _SEASONS
        return gettext("%(season)s %(year)s") % {
            "season": names[str(parsed.season)],
            "year": parsed.year,
        }
    grain = _grain(parsed)
    if grain in {"decade", "century"}:
        said = _long_stretch(str(parsed.year))
    elif isinstance(parsed, Date):
        said = _calendar_date(parsed)
    else:
        return str(parsed)
    if governed and grain == "day":
        return pgettext("a day, after a preposition", "%(date)s") % {"date": said}
    if governed and grain == "decade":
        return pgettext("a decade, after a preposition", "%(date)s") % {"date": said}
    if governed and grain == "century":
        return pgettext("a century, after a preposition", "%(date)s") % {"date": said}
    return said


def _calendar_date(parsed: Date) -> str:
    year, month, day = _number(parsed.year), _number(parsed.month), _number(parsed.day)
    if not year:
        return str(parsed)
    if not month:
        return str(year)
    name = django_dates.MONTHS[month]
    if not day:
        return gettext("%(month)s %(year)s") % {"month": name, "year": year}
    ordinal = pgettext("the first day of a month", "1") if day == 1 else str(day)
    return gettext("%(day)s %(month)s %(year)s") % {"day": ordinal, "month": name, "year": year}


def _long_stretch(year: str) -> str:
    """A decade ("196X") or a century ("19XX"); a century without a name of its own as its years."""
    if year[:3].isdigit():
        return decade_phrase(int(year[:3]) * 10)
    century = _number(year[:2])
    if century is None:
        return year
    return str(_CENTURIES.get(century + 1, f"{century}00–{century}99"))


def _interval(parsed: Interval) -> str:
    open_ended = {"..", "open", "", "unknown", "None"}
    if str(parsed.lower) in open_ended:
        return _until(parsed.upper)
    if str(parsed.upper) in open_ended:
        return gettext("since %(date)s") % {"date": of(parsed.lower, governed=True)}
    return gettext("between %(start)s and %(end)s") % {
        "start": of(parsed.lower, governed=True),
        "end": of(parsed.upper, governed=True),
    }


def _until(parsed: EDTFObject) -> str:
    """The end of an open interval; EDTF writes a day, a month, a year or a season there, no decade."""
    inner = parsed.date if isinstance(parsed, UncertainOrApproximate) else parsed
    grain = "approximate" if _is_approximate(parsed) else _grain(inner)
    if grain == "day":
        message = pgettext("a day", "until %(date)s")
    elif grain == "season":
        message = pgettext("a season, after a preposition", "until %(date)s")
    elif grain == "approximate":
        message = pgettext("an approximate date, with its preposition", "until %(date)s")
    else:
        message = pgettext("a month or a year", "until %(date)s")
    return message % {"date": of(parsed, governed=grain == "season")}
