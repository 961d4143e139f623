"""A spreadsheet of flows read row by row: XLSX or CSV, with a reason for every row that cannot be taken.

The first row names the columns, in French, Arabic or English. Places are found by any of their names (the gazetteer);
one that is nobody's whole name is not guessed at but told, with the nearest.
"""

import csv
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from museum.collection.gazetteer import find_places, place_called
from museum.core.dates import parse
from museum.core.folding import fold
from museum.core.text import without_controls
from stories.models import Leg

MAX_BYTES = 4 * 1024 * 1024
#: A spreadsheet is a compressed archive: what it may grow to.
MAX_UNPACKED = 60 * 1024 * 1024
MAX_ROWS = 20_000
LARGEST = 2_000_000_000

#: The columns by the names under which they may stand, folded.
COLUMNS = {
    "from": ("from", "origin", "de", "origine", "depuis", "من", "الاصل", "المنطلق"),
    "to": ("to", "destination", "a", "vers", "إلى", "الوجهة"),
    "date": ("year", "years", "date", "annee", "annees", "periode", "period", "السنة", "السنوات", "الفترة"),
    "motive": ("motive", "motif", "reason", "السبب", "الدافع"),
    "number": ("number", "persons", "nombre", "personnes", "effectif", "العدد"),
    "number_to": ("number to", "up to", "jusqu a", "nombre max", "maximum", "العدد الاقصى"),
    "estimate": ("estimate", "estimation", "estime", "تقدير", "تقديري"),
}
REQUIRED = ("from", "to", "date", "number")
_YES = {"1", "yes", "oui", "x", "true", "vrai", "estimate", "estimation", "نعم", "تقدير"}
_NO = {"", "0", "no", "non", "false", "faux", "لا"}


class Unreadable(Exception):
    """The file as a whole cannot be taken; the message says why and what to do."""


@dataclass
class Reading:
    """What a file holds: ``rows`` as values of flows by field name, and ``problems`` as (line, row, reason)."""

    rows: list[dict] = field(default_factory=list)
    problems: list[list] = field(default_factory=list)


def read(name: str, content: bytes) -> Reading:
    """The rows of a file; ``Unreadable`` where it is no spreadsheet of flows."""
    if len(content) > MAX_BYTES:
        raise Unreadable(_("The file is larger than 4 MB: divide it."))
    lines = _lines_of_xlsx(content) if content[:4] == b"PK\x03\x04" else _lines_of_csv(content)
    header = next(lines, [])
    columns = _columns(header)
    reading, seen = Reading(), {}
    call = lru_cache(maxsize=4096)(place_called)
    for number, cells in enumerate(lines, 2):
        if number > MAX_ROWS + 1:
            raise Unreadable(_("The file has more than %(count)s rows: divide it.") % {"count": MAX_ROWS})
        values = {name: cells[at] if at < len(cells) else "" for name, at in columns.items()}
        if not any(values.values()):
            continue
        try:
            row = _row(values, call)
            key = cell_key(row)
            if key in seen:
                raise ValueError(_("Line %(line)s counts the same already.") % {"line": seen[key]})
            seen[key] = number
            reading.rows.append(row)
        except ValueError as error:
            reading.problems.append([number, " | ".join(cells)[:300], str(error)])
    if not reading.rows and not reading.problems:
        raise Unreadable(_("There are no rows under the first."))
    return reading


def cell_key(row: dict) -> tuple:
    """What tells one number of a series from another."""
    return row["from_place_id"], row["to_place_id"], row["date"], row["motive"]


def _columns(header: list[str]) -> dict[str, int]:
    known = {fold(word): name for name, words in COLUMNS.items() for word in words}
    found: dict[str, int] = {}
    for at, text in enumerate(header):
        if name := known.get(fold(text)):
            found.setdefault(name, at)
    if missing := [name for name in REQUIRED if name not in found]:
        raise Unreadable(
            _(
                "The first row must name the columns: from, to, year, number (and motive, up to, estimate). Missing: %(names)s."
            )
            % {"names": ", ".join(missing)}
        )
    return found


def _row(values: dict[str, str], call) -> dict:
    number = _whole(values["number"])
    most = _whole(values["number_to"]) if values.get("number_to") else None
    if most is not None and most < number:
        raise ValueError(_("The second number is smaller than the first."))
    return {
        "from_place_id": _place(values["from"], call),
        "to_place_id": _place(values["to"], call),
        "date": _date(values["date"]),
        "motive": _motive(values.get("motive", "")),
        "number": number,
        "number_to": most if most != number else None,
        "is_estimate": _is_estimate(values.get("estimate", "")),
    }


def _place(text: str, call) -> int:
    if not text:
        raise ValueError(_("A place is missing."))
    if place := call(text):
        return place.pk
    near = find_places(text, limit=1)
    if near:
        words = _("No place is called “%(text)s”. Nearest: %(place)s.")
        raise ValueError(words % {"text": text[:80], "place": near[0].place})
    raise ValueError(_("No place is called “%(text)s”. Record it first.") % {"text": text[:80]})


def _whole(text: str) -> int:
    """A whole number of persons, with or without spaces or points between the thousands."""
    bare = text.replace(" ", "").replace("\u00a0", "").replace("\u202f", "").replace("'", "")
    if bare.count(".") and all(len(part) == 3 for part in bare.split(".")[1:]):
        bare = bare.replace(".", "")
    elif bare.count(",") and all(len(part) == 3 for part in bare.split(",")[1:]):
        bare = bare.replace(",", "")
    bare = bare.removesuffix(".0")
    if not bare.isdecimal() or int(bare) > LARGEST:
        raise ValueError(_("“%(text)s” is no whole number of persons.") % {"text": text[:40]})
    if int(bare) == 0:
        raise ValueError(_("Nobody is no flow: leave the row out."))
    return int(bare)


def _date(text: str) -> str:
    date = text.removesuffix(".0").replace("–", "/").replace("-", "/") if len(text) == 9 else text.removesuffix(".0")
    if not date:
        raise ValueError(_("The year is missing."))
    if len(date) > 60:
        raise ValueError(_("The year cannot be read."))
    try:
        parse(date)
    except ValidationError as error:
        raise ValueError(error.messages[0]) from error
    return date


def _motive(text: str) -> str:
    if not text:
        return ""
    wanted = fold(text)
    for key, label in Leg.Motive.choices:
        if wanted in (fold(key), fold(str(label))):
            return key
    keys = ", ".join(Leg.Motive.values)
    raise ValueError(_("“%(text)s” is no motive. Known: %(keys)s.") % {"text": text[:40], "keys": keys})


def _is_estimate(text: str) -> bool:
    wanted = text.strip().casefold()
    if wanted in _YES | _NO:
        return wanted in _YES
    raise ValueError(_("Write yes or no for an estimate, not “%(text)s”.") % {"text": text[:40]})


def _clean(value) -> str:
    return "" if value is None else without_controls(str(value)[:400]).strip()


def _lines_of_csv(content: bytes) -> Iterator[list[str]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable(_("The file is neither XLSX nor CSV in UTF-8. Save it as one of them.")) from None
    if "\0" in text:
        raise Unreadable(_("The file is neither XLSX nor CSV in UTF-8. Save it as one of them."))
    first = text.splitlines()[0] if text.splitlines() else ""
    mark = max(",;\t", key=first.count)
    try:
        for cells in csv.reader(io.StringIO(text), delimiter=mark):
            yield [_clean(cell) for cell in cells]
    except csv.Error as error:
        raise Unreadable(_("The file cannot be read as CSV: %(reason)s.") % {"reason": error}) from error


def _lines_of_xlsx(content: bytes) -> Iterator[list[str]]:
    broken = _("The file cannot be read as XLSX. Save it anew.")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(part.file_size for part in archive.infolist()) > MAX_UNPACKED:
                raise Unreadable(_("The file is larger than 4 MB: divide it."))
        sheet = load_workbook(io.BytesIO(content), read_only=True, data_only=True).active
        for row in sheet.iter_rows(values_only=True, max_col=40):
            yield [_clean(cell) for cell in row]
    except Unreadable:
        raise
    except (
        InvalidFileException,
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        OSError,
    ) as error:
        raise Unreadable(broken) from error
    except Exception as error:  # noqa: BLE001 (an archive of somebody else's making; its XML may fail in any way)
        raise Unreadable(broken) from error
