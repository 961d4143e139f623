"""Dates as historians know them: EDTF text, two sortable bounds, and a phrase in the reader's language.

EDTF is the Extended Date/Time Format of ISO 8601-2 (https://www.loc.gov/standards/datetime/), parsed by the
``edtf`` library. ``1963~`` is about 1963, ``1956/1977`` an interval, ``196X`` the sixties, ``1963-05`` a month.
"""

import datetime
import math
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import dates as django_dates
from django.utils.translation import gettext, pgettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from edtf.parser.parser_classes import (
    Date,
    EDTFObject,
    Interval,
    Season,
    UncertainOrApproximate,
    Unspecified,
)

_SEASONS = {
    "21": pgettext_lazy("season of a year", "spring"),
    "22": pgettext_lazy("season of a year", "summer"),
    "23": pgettext_lazy("season of a year", "autumn"),
    "24": pgettext_lazy("season of a year", "winter"),
}


@dataclass(frozen=True)
class Bounds:
    """The earliest and latest day a date may mean; ``None`` where it is open or unknown."""

    earliest: datetime.date | None
    latest: datetime.date | None


def parse(text: str) -> EDTFObject:
    """The parsed date; ``ValidationError`` with a sentence where ``text`` is not EDTF."""
    message = _(
        "“%(text)s” is not a date this catalogue understands. Write 1963, 1963-05-21, 1963~ (about), "
        "1963? (uncertain), 196X (the sixties), 1956/1977 (from, to) or 1960/.. (since)."
    )
    try:
        parsed = parse_edtf(text.strip())
    except (EDTFParseException, ValueError, TypeError, AttributeError, RecursionError) as error:
        raise ValidationError(message, params={"text": text[:80]}, code="edtf") from error
    try:
        bounds_of(parsed)
    except (ValueError, OverflowError, TypeError, AttributeError) as error:
        raise ValidationError(message, params={"text": text[:80]}, code="edtf") from error
    return parsed


def _day(moment) -> datetime.date | None:
    if isinstance(moment, float):
        if math.isinf(moment):
            return None
        raise ValueError("not a day")
    return datetime.date(moment.tm_year, moment.tm_mon, moment.tm_mday)


def bounds_of(parsed: EDTFObject) -> Bounds:
    """The strict earliest and latest day of a parsed date (no padding for "about")."""
    earliest, latest = _day(parsed.lower_strict()), _day(parsed.upper_strict())
    if earliest and latest and earliest > latest:
        raise ValueError("ends before it begins")
    return Bounds(earliest, latest)


def bounds(text: str) -> Bounds:
    """The bounds of an EDTF text; both ``None`` for a blank or unreadable one."""
    if not text:
        return Bounds(None, None)
    try:
        return bounds_of(parse(text))
    except ValidationError:
        return Bounds(None, None)


def phrase(text: str) -> str:
    """The date as a reader says it, in the active language: "vers 1963", "بين 1956 و1977", "21 May 1963".

    Unreadable or blank text comes back as it is, so that nothing typed is ever lost.
    """
    if not text:
        return ""
    try:
        parsed = parse(text)
    except ValidationError:
        return text
    return _phrase(parsed)


def _phrase(parsed: EDTFObject) -> str:
    if isinstance(parsed, Interval):
        return _interval(parsed)
    if isinstance(parsed, UncertainOrApproximate):
        return _qualified(parsed)
    if isinstance(parsed, Season):
        return gettext("%(season)s %(year)s") % {
            "season": _SEASONS.get(str(parsed.season), ""),
            "year": parsed.year,
        }
    if isinstance(parsed, Unspecified):
        return _unspecified(parsed)
    if isinstance(parsed, Date):
        return _calendar_date(parsed)
    return str(parsed)


def _calendar_date(parsed: Date) -> str:
    year, month, day = parsed.year, parsed.month, parsed.day
    if not month:
        return str(int(year))
    name = django_dates.MONTHS[int(month)]
    if not day:
        return gettext("%(month)s %(year)s") % {"month": name, "year": int(year)}
    ordinal = pgettext("the first day of a month", "1") if int(day) == 1 else str(int(day))
    return gettext("%(day)s %(month)s %(year)s") % {"day": ordinal, "month": name, "year": int(year)}


def _qualified(parsed: UncertainOrApproximate) -> str:
    mark = str(parsed.ua or "")
    inner = _phrase(parsed.date)
    if "~" in mark or "%" in mark:
        inner = pgettext("approximate date", "about %(date)s") % {"date": inner}
    if "?" in mark or "%" in mark:
        inner = pgettext("uncertain date", "%(date)s (uncertain)") % {"date": inner}
    return inner


def _unspecified(parsed: Unspecified) -> str:
    year = str(parsed.year)
    if year.endswith("XX"):
        return gettext("%(century)sth century") % {"century": int(year[:2]) + 1}
    if year.endswith("X"):
        return gettext("the %(decade)ss") % {"decade": f"{year[:3]}0"}
    return year


def _interval(parsed: Interval) -> str:
    lower, upper = str(parsed.lower), str(parsed.upper)
    open_ended, unknown = {"..", "open"}, {"", "unknown", "None"}
    if lower in open_ended | unknown:
        return gettext("until %(date)s") % {"date": _phrase(parsed.upper)}
    if upper in open_ended | unknown:
        return gettext("since %(date)s") % {"date": _phrase(parsed.lower)}
    return gettext("between %(start)s and %(end)s") % {
        "start": _phrase(parsed.lower),
        "end": _phrase(parsed.upper),
    }


def validate_edtf(text: str) -> None:
    """A Django validator for EDTF text."""
    if text:
        parse(text)


class EDTFField(models.CharField):
    """A date in EDTF. ``earliest``, ``latest`` and ``decade`` name the model's fields that carry what is derived from it.

    They follow the text at every save (``pre_save``), so that they can be sorted, filtered and counted by.
    """

    _DERIVED = ("earliest", "latest", "decade")

    def __init__(self, *args, earliest: str | None = None, latest: str | None = None, decade: str | None = None, **kwargs):
        self.earliest, self.latest, self.decade = earliest, latest, decade
        kwargs.setdefault("max_length", 60)
        kwargs.setdefault("blank", True)
        kwargs.setdefault(
            "help_text", _("For example 1963, 1963-05-21, 1963~ (about), 196X (the sixties), 1956/1977 (from, to).")
        )
        super().__init__(*args, **kwargs)
        self.validators = [*self.validators, validate_edtf]

    def deconstruct(self):
        """The bounds' names belong to the field; help texts and validators do not belong to the schema."""
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("help_text", None)
        kwargs.pop("validators", None)
        kwargs.update({key: getattr(self, key) for key in self._DERIVED if getattr(self, key)})
        return name, path, args, kwargs

    def pre_save(self, model_instance, add):
        """Bring what is derived from the text in step with it."""
        value = super().pre_save(model_instance, add)
        if self.earliest and self.latest:
            found = bounds(value)
            setattr(model_instance, self.earliest, found.earliest)
            setattr(model_instance, self.latest, found.latest)
            if self.decade:
                setattr(model_instance, self.decade, decade_of(found.earliest))
        return value


def decade_of(day: datetime.date | None) -> int | None:
    """The first year of the decade of ``day``: 1960 for 1963-05-21."""
    return day.year // 10 * 10 if day else None
