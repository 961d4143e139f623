"""Leaving with everything: a bag that anyone may have, and one for the institution alone.

The public bag is what an anonymous visitor could fetch, written down: a copy of the site that opens from a disk, and what
its pages say for machines as JSON-LD and CSV. Nothing is asked of the database for it. The whole bag holds originals, every
table with every language version and every revision as CSV and as JSON lines, and all that the public bag holds.
"""

import csv
import io
import json
import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from museum.preservation import media, rows
from museum.preservation.bags import BagWriter
from museum.preservation.progress import Progress
from museum.preservation.public_site import Site, StaticMuseum

PUBLIC, WHOLE = "public", "whole"
#: What nobody needs who leaves: proof of who somebody is.
SECRETS = {
    "auth.user": {"password": ""},
    "otp_totp.totpdevice": {"key": ""},
    "otp_static.statictoken": {"token": ""},
}

_README = """\
{name}: what is in this package

A bag after RFC 8493 (https://www.rfc-editor.org/rfc/rfc8493): manifest-sha512.txt lists every file with its checksum.

data/site/index.html       the public museum, to be opened in a browser; it needs no server and no network
data/records/json-ld/      what each page says for machines (https://schema.org, https://linked.art), one document a page
data/records/csv/          the same as tables, one a kind
"""
_MORE = """\
data/originals/            every file as it was uploaded
data/media/                what visitors are served
data/tables/csv/           every table of the database
data/tables/json-lines/    the same with its types, revisions and all languages; tables.json says which column points where

This package holds what is not public: drafts, places and passages kept back, names and addresses of people. Keep it safe.
"""


@dataclass
class Left:
    """What an export made."""

    files: int = 0
    octets: int = 0
    pages: int = 0
    failed: tuple[str, ...] = ()


def export(folder: Path, progress: Progress | None = None) -> Left:
    """Write both bags below ``folder``; raises ``Refused`` where they are there already."""
    progress = progress or Progress()
    left = Left()
    public = BagWriter(Path(folder) / PUBLIC)
    whole = BagWriter(Path(folder) / WHOLE)
    try:
        progress.say(_("The public museum, page by page:"))
        site = StaticMuseum(public, progress=progress).write()
        left.pages, left.failed = len(site.pages), tuple(site.failed)
        _add_documents(public, site)
        public.add_text("README.txt", _README.format(name=settings.WAGTAIL_SITE_NAME))
        progress.say(_("Originals, tables, and all that the public package holds:"))
        for entry in public.entries():
            if entry.name != "README.txt":
                with (public.folder / "data" / entry.path).open("rb") as stream:
                    whole.add(entry.name, stream)
        media.copy_all(whole, progress, _name_of)
        _add_tables(whole)
        whole.add_text("README.txt", _README.format(name=settings.WAGTAIL_SITE_NAME) + _MORE)
        for bag, words in ((public, "what anyone may have"), (whole, "everything, for the institution alone")):
            files, octets = bag.finish(_information(words))
            left.files, left.octets = left.files + files, left.octets + octets
    finally:
        public.close()
        whole.close()
    return left


def _information(words: str) -> dict[str, str]:
    return {
        "Source-Organization": settings.WAGTAIL_SITE_NAME,
        "External-Description": f"A museum to leave with: {words}. data/README.txt says what is in it.",
        "Bag-Software-Agent": "Rihla, museum.preservation",
    }


def _add_documents(bag: BagWriter, site: Site) -> None:
    """Every JSON-LD document of the pages, and of each kind a table."""
    tables = defaultdict(list)
    for number, (address, document) in enumerate(site.documents, 1):
        name = re.sub(r"[^\w-]+", "-", address.strip("/")) or "home"
        bag.add_json(f"records/json-ld/{name}-{number}.jsonld", document)
        tables[str(document.get("@type", "Thing"))].append({"address": address, **_flat(document)})
    for kind, lines in tables.items():
        columns = list(dict.fromkeys(column for line in lines for column in line))
        text = io.StringIO()
        writer = csv.DictWriter(text, columns, lineterminator="\r\n")
        writer.writeheader()
        writer.writerows({key: _cell(value) for key, value in line.items()} for line in lines)
        bag.add_text(f"records/csv/{re.sub(r'[^A-Za-z]', '', kind)}.csv", "\ufeff" + text.getvalue())


def _flat(document: dict) -> dict:
    return {
        key: value if isinstance(value, str | int | float) else json.dumps(value, ensure_ascii=False)
        for key, value in document.items()
    }


def _cell(value):
    """A cell that begins like a formula would be one in a spreadsheet."""
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@") else value


def _name_of(file: media.StoredName) -> str:
    """Where a file lies in the whole bag."""
    return f"{'originals' if file.storage.is_original(file.name) else 'media'}/{file.name}"


def _add_tables(bag: BagWriter) -> None:
    tables, described = rows.Tables(rows.applied()), {}
    with rows.Snapshot():
        for model in tables.kept():
            label = model._meta.label_lower
            hidden = SECRETS.get(label, {})
            bag.add_written(
                f"tables/json-lines/{label}.jsonl", lambda stream, m=model, h=hidden: _write_lines(m, h, stream)
            )
            bag.add_written(f"tables/csv/{label}.csv", lambda stream, m=model, h=hidden: _write_csv(m, h, stream))
            described[label] = {
                field.name: field.related_model._meta.label_lower if field.remote_field else field.get_internal_type()
                for field in model._meta.local_concrete_fields
            }
    bag.add_json("tables/tables.json", described)


def _write_lines(model, hidden: dict, stream) -> None:
    if not hidden:
        rows.write(model, stream)
        return
    plain = io.BytesIO()
    rows.write(model, plain)
    for line in plain.getvalue().decode().splitlines():
        row = json.loads(line)
        row["fields"] |= hidden
        stream.write(json.dumps(row, ensure_ascii=False).encode() + b"\n")


def _write_csv(model, hidden: dict, stream) -> None:
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text)
    names = [field.attname for field in model._meta.local_concrete_fields]
    writer.writerow(names)
    for row in model._base_manager.order_by("pk").values_list(*names).iterator(chunk_size=rows.BATCH):
        values = [hidden.get(name, value) for name, value in zip(names, row, strict=True)]
        writer.writerow(json.dumps(v, ensure_ascii=False) if isinstance(v, dict | list) else _cell(v) for v in values)
    text.flush()
    text.detach()
