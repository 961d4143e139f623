"""Dates as historians know them: EDTF text, two sortable bounds, and a phrase in the reader's language.

EDTF is the Extended Date/Time Format of ISO 8601-2 (https://www.loc.gov/standards/datetime/), parsed by the
``edtf`` library. ``1963~`` is about 1963, ``1956/1977`` an interval, ``196X`` the sixties, ``1963-05`` a month.
"""

import datetime
import math
from dataclasses import dataclass
from functools import lru_cache

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from edtf.parser.parser_classes import EDTFObject

from museum.core import date_phrases


@dataclass(frozen=True)
class Bounds:
    """The earliest and latest day a date may mean; ``None`` where it is open or unknown."""

    earliest: datetime.date | None
    latest: datetime.date | None


@lru_cache(maxsize=8192)
def parse(text: str) -> EDTFObject:
    """The parsed date, not to be changed; ``ValidationError`` with a sentence where ``text`` is not EDTF.

    Kept, since the library takes milliseconds for each and a timeline shows a hundred dates.
    """
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


@dataclass(frozen=True)
class Qualities:
    """How surely and how wholly a date is known: about, uncertain, without a known beginning, without a known end."""

    approximate: bool = False
    uncertain: bool = False
    open_start: bool = False
    open_end: bool = False


def qualities(text: str) -> Qualities:
    """What qualifies an EDTF text (``~``, ``?``, ``%`` on it or on an end of it, ``..`` for an end); none for a blank one."""
    found = bounds(text)
    if found == Bounds(None, None):
        return Qualities()
    return Qualities(
        approximate="~" in text or "%" in text,
        uncertain="?" in text or "%" in text,
        open_start=found.earliest is None,
        open_end=found.latest is None,
    )


def phrase(text: str) -> str:
    """The date as a reader says it, in the active language: "vers 1963", "بين 1956 و1977", "21 May 1963".

    Unreadable or blank text comes back as it is, so that nothing typed is ever lost.
    """
    return _said(text, get_language()) if text else ""


@lru_cache(maxsize=4096)
def _said(text: str, language: str | None) -> str:
    """The phrase in the active ``language``, which is part of the question for the memory's sake."""
    try:
        parsed = parse(text)
    except ValidationError:
        return text
    return date_phrases.of(parsed)


def validate_edtf(text: str) -> None:
    """A Django validator for EDTF text."""
    if text:
        parse(text)


class EDTFField(models.CharField):
    """A date in EDTF. ``earliest``, ``latest`` and ``decade`` name the model's fields that carry what is derived from it.

    They follow the text at every save (``pre_save``), so that they can be sorted, filtered and counted by.
    """

    _DERIVED = ("earliest", "latest", "decade")

    def __init__(
        self,
        *args,
        earliest: str | None = None,
        latest: str | None = None,
        decade: str | None = None,
        **kwargs,
    ):
        self.earliest, self.latest, self.decade = earliest, latest, decade
        kwargs.setdefault("max_length", 60)
        kwargs.setdefault("blank", True)
        kwargs.setdefault(
            "help_text",
            _("For example 1963, 1963-05-21, 1963~ (about), 196X (the sixties), 1956/1977 (from, to)."),
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
