"""A real museum's spreadsheet as artefacts: 69,000 rows of the Tate Collection (CC0), or trial artefacts where it is not there."""

import csv
import gzip
import os
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from django.conf import settings
from django.utils.text import slugify

from museum.collection.management.commands.make_artefacts import make_artefacts
from museum.collection.models import Artefact, ArtefactText, AssociatedPlace, Place, PlaceName, Theme, ThemeText

#: Beside the repository, or where the environment says.
FILE = Path(os.environ.get("SHARED_DATA", settings.BASE_DIR.parent / "shared" / "data")) / "tate-69000.csv.gz"
THEMES, PLACES, BATCH = 24, 60, 2000


def rows() -> Iterator[dict]:
    """The rows of the spreadsheet, each number once."""
    seen = set()
    with gzip.open(FILE, "rt", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            slug = slugify(row["object_number"])
            if slug and slug not in seen:
                seen.add(slug)
                yield row


def load(first: int, last: int) -> int:
    """Make published artefacts of the rows from ``first`` to ``last``; returns how many there are in all."""
    if not FILE.exists():
        make_artefacts(last - first)
        return Artefact.objects.count()
    themes, places = _themes(), _places()
    chosen = islice(rows(), first, last)
    while batch := list(islice(chosen, BATCH)):
        artefacts = Artefact.objects.bulk_create(_artefact(row) for row in batch)
        ArtefactText.objects.bulk_create(
            ArtefactText(
                artefact=artefact, language="en", title=row["title"][:200] or row["object_number"],
                brief_description=". ".join(part for part in (row["maker"], row["subjects"].replace("|", ", ")) if part),
                material=row["material"][:200], credit_line=row["credit_line"][:300],
            )
            for artefact, row in zip(artefacts, batch, strict=True)
        )  # fmt: skip
        through = Artefact.themes.through
        through.objects.bulk_create(
            through(artefact=artefact, theme=themes[subject])
            for artefact, row in zip(artefacts, batch, strict=True)
            for subject in dict.fromkeys(row["subjects"].split("|"))
            if subject in themes
        )
        AssociatedPlace.objects.bulk_create(
            AssociatedPlace(artefact=artefact, place=places[artefact.pk % PLACES], role="used")
            for artefact in artefacts
        )
    return Artefact.objects.count()


def _artefact(row: dict) -> Artefact:
    year = row["date_earliest"] if re.fullmatch(r"1[5-9]\d\d|20[0-2]\d", row["date_earliest"]) else ""
    return Artefact(
        object_number=row["object_number"][:60],
        slug=slugify(row["object_number"])[:120],
        production_date=year,
        live=True,
    )


def _themes() -> dict[str, Theme]:
    """The commonest subjects as themes."""
    counts: Counter[str] = Counter()
    for row in islice(rows(), 20_000):
        counts.update(subject for subject in row["subjects"].split("|") if subject)
    found = {}
    for subject, _count in counts.most_common(THEMES):
        theme, made = Theme.objects.get_or_create(slug=slugify(subject), defaults={"live": True})
        if made:
            ThemeText.objects.create(theme=theme, language="en", label=subject)
        found[subject] = theme
    # The gate holds back what was saved before its words were.
    Theme.objects.update(live=True)
    return found


def _places() -> list[Place]:
    found = []
    for number in range(PLACES):
        place, made = Place.objects.get_or_create(slug=f"trial-place-{number}", defaults={"live": True})
        if made:
            PlaceName.objects.create(place=place, language="en", text=f"Trial Place {number}")
        found.append(place)
    Place.objects.update(live=True)
    return found
