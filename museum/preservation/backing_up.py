"""The whole museum into one bag: database, files, the settings that matter and no secret of the installation.

A run that was interrupted goes on: rows are written anew, because they are few and must be of one moment; files that were
copied before stay as long as they are the same.
"""

import platform
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path

import django
from django.conf import settings
from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from museum.preservation import media, rows
from museum.preservation.bags import BagWriter
from museum.preservation.progress import Progress

#: The first file of every back-up: what is in it, and of which museum.
CONTENTS = "museum.json"
#: Counted up where a back-up is made in another way, so that older code refuses it.
FORMAT = 1
BASE_MAP = "settings/base-map.json"
SETTINGS = ("LANGUAGE_CODE", "LANGUAGES", "TIME_ZONE", "MEDIA_URL", "WAGTAIL_SITE_NAME", "WAGTAILADMIN_BASE_URL")


@dataclass
class Made:
    """What a back-up holds: payload files and octets, and the files that rows name and no storage has."""

    files: int = 0
    octets: int = 0
    rows: int = 0
    missing: list[str] = field(default_factory=list)


def back_up(folder: Path, recipients: list | None = None, progress: Progress | None = None) -> Made:
    """Make a back-up in ``folder``, sealed for ``recipients`` if there are any; raises ``Refused`` or what a disk raises."""
    progress, made = progress or Progress(), Made()
    bag = BagWriter(folder, recipients)
    try:
        if bag.goes_on:
            progress.say(_("Going on with the back-up in “%(folder)s”.") % {"folder": folder})
        nodes = rows.applied()
        tables = _add_rows(bag, nodes, progress)
        made.rows = sum(table["rows"] for table in tables)
        _add_files(bag, made, progress)
        if has_own_map():
            with Path(settings.BASE_MAP).open("rb") as file:
                bag.add(BASE_MAP, file)
        bag.add_json(CONTENTS, _contents(nodes, tables, made))
        made.files, made.octets = bag.finish(_information(bag))
    finally:
        bag.close()
    return made


def _add_rows(bag: BagWriter, nodes, progress: Progress) -> list[dict]:
    progress.say(_("The database:"))
    found = []
    tables = rows.Tables(nodes)
    with rows.Snapshot():
        for number, model in enumerate(tables.kept(), 1):
            label, counted = model._meta.label_lower, []
            name = f"database/{number:03}-{label}.jsonl"
            bag.add_written(
                name, lambda stream, model=model, counted=counted: counted.append(rows.write(model, stream))
            )
            found.append({"table": label, "file": name, "rows": counted[0]})
    total = sum(table["rows"] for table in found)
    progress.say("  " + _("%(rows)s rows in %(tables)s tables") % {"rows": total, "tables": len(found)})
    return found


def _add_files(bag: BagWriter, made: Made, progress: Progress) -> None:
    progress.say(_("The files:"))
    media.copy_all(bag, progress, lambda file: file.path)
    for model, pk, _field, file in media.named_in_rows():
        if not bag.has(file.path):
            made.missing.append(f"{model._meta.label} {pk}: {file.side}/{file.name}")


def has_own_map() -> bool:
    """Whether the land of the maps is a file of this installation's own."""
    chosen = Path(settings.BASE_MAP)
    return chosen.is_file() and settings.NODE_MODULES not in chosen.parents


def _contents(nodes, tables: list[dict], made: Made) -> dict:
    return {
        "format": FORMAT,
        "made": timezone.now().isoformat(),
        "database": connection.vendor,
        "migrations": nodes,
        "tables": tables,
        "settings": {name: getattr(settings, name) for name in SETTINGS},
        "storages": {side: settings.STORAGES[alias]["BACKEND"] for side, alias in media.STORAGES.items()},
        "versions": {
            "python": platform.python_version(),
            "django": django.__version__,
            "wagtail": metadata.version("wagtail"),
        },
        "missing": made.missing,
    }


def _information(bag: BagWriter) -> dict[str, str]:
    told = {
        "Source-Organization": settings.WAGTAIL_SITE_NAME,
        "External-Description": "Back-up of a museum: data/museum.json says what is in it; docs/preservation.md how to restore it.",
        "Bag-Software-Agent": "Rihla, museum.preservation",
    }
    if bag.recipients:
        told["External-Description"] = "Back-up of a museum, sealed with age (https://age-encryption.org/v1)."
    return told
