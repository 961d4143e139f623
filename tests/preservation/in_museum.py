"""What the tests do inside a museum that is not their own: ``python -m tests.preservation.in_museum TASK …``."""

import hashlib
import json
import re
import sys
from pathlib import Path

import django


def build() -> None:
    """One of everything, with drafts, a history, tags, a planted draft of a published page, and the search's index."""
    from django.core.management import call_command
    from django.utils import translation

    from museum.offline.tasks import pack_all
    from tests import builders
    from tests.pages.conftest import build_museum

    translation.activate("fr")
    call_command("setup_museum", verbosity=0)
    museum = build_museum()
    museum.artefact.image.tags.add("valise", "été")
    museum.story.title = "Un titre qui attend"
    museum.story.save_revision()
    builders.story(publish=False, title="Un brouillon")
    builders.image(title="Grande", file=_large())
    call_command("index_search", restart=True, verbosity=0)
    call_command("make_renditions", verbosity=0)
    pack_all.call()


def _large():
    from django.core.files.base import ContentFile

    from tests import builders

    return ContentFile(builders.picture_bytes(2600, 40), name="grande.png")


def go_on() -> None:
    """Curators work on: new rows are numbered after those that were there."""
    from django.db.models import Max

    from museum.assets.models import MuseumImage
    from museum.collection.models import Theme
    from tests import builders

    last = {model: model.objects.aggregate(last=Max("pk"))["last"] for model in (MuseumImage, Theme)}
    assert all(last.values())
    assert builders.image(title="Plus tard").pk > last[MuseumImage]
    assert builders.theme(slug="plus-tard").pk > last[Theme]


def look(file: str, pages_too: str) -> None:
    """Write every public page by address and every file by name, each with its checksum and (pages) its bytes."""
    from django.test import Client

    client, pages, files = Client(SERVER_NAME="localhost"), {}, {}
    waiting = [
        "/sitemap.xml",
        "/robots.txt",
        "/fr/search/?q=Valise",
        "/ar/search/?q=قطار",
        "/fr/road/?from=agadir&to=lens",
    ]
    waiting += [f"/{code}/feeds/{name}.xml" for code in ("fr", "ar") for name in ("stories", "exhibits", "artefacts")]
    while waiting and pages_too == "True":
        address = waiting.pop()
        if address in pages or address.endswith("/pdf/"):
            continue
        answer = client.get(address)
        assert answer.status_code < 500, address
        body = b"".join(answer) if answer.streaming else answer.content
        text = body.decode("latin-1")
        # A feed without entries says that it was built now.
        text = re.sub("<lastBuildDate>[^<]*", "", text)
        pages[address] = [answer.status_code, text]
        found = re.findall(r"<loc>https?://localhost(/[^<]*)</loc>", text)
        found += re.findall(r'href="(/(?:fr|ar|en|zgh)/[^"?#]*)"', text) if address.startswith(("/fr", "/ar")) else []
        waiting += [one for one in found if not one.startswith(("/admin", "/documents"))]
    for stored in media().all_files():
        with stored.storage.open(stored.name, "rb") as stream:
            files[stored.path] = hashlib.sha256(stream.read()).hexdigest()
    Path(file).write_text(json.dumps({"pages": pages, "files": files, "rows": rows()}, default=str))


def broken_off(after: str, command: str, *arguments: str) -> None:
    """Run a command that is killed in the middle of a file, the moment it has read so many."""
    import os

    from django.core.management import call_command

    from museum.preservation import bags, restoring

    left, target = int(after), bags.Hashing if command == "backup" else restoring._Watched
    read = target.read

    def read_and_die(self, *size):
        nonlocal left
        left -= 1
        if left < 0:
            os._exit(137)
        return read(self, *size)

    target.read = read_and_die
    call_command(command, *arguments)


def media():
    from museum.preservation import media

    return media


def rows() -> dict[str, str]:
    """A checksum of every kept table, in the words of Django's own serializer."""
    from django.apps import apps
    from django.core import serializers

    from museum.preservation.rows import is_kept

    found = {}
    for model in apps.get_models(include_auto_created=True):
        if is_kept(model) and model._meta.label not in (
            "contenttypes.ContentType",
            "auth.Permission",
            "preservation.Run",
            "offline.ExhibitPackage",
        ):
            text = serializers.serialize("jsonl", model._base_manager.order_by("pk"), use_natural_foreign_keys=False)
            lines = [json.dumps(_sorted(json.loads(line)), sort_keys=True) for line in text.splitlines()]
            found[model._meta.label] = [len(lines), hashlib.sha256("\n".join(lines).encode()).hexdigest()]
    return found


def _sorted(row: dict) -> dict:
    """PostgreSQL keeps the keys of JSON in an order of its own."""
    for name, value in row["fields"].items():
        if isinstance(value, str) and value[:1] in "[{":
            try:
                row["fields"][name] = json.loads(value)
            except ValueError:
                continue
    return row


if __name__ == "__main__":
    django.setup()
    from django.conf import settings

    settings.ALLOWED_HOSTS = ["localhost", "testserver"]
    {"build": build, "go_on": go_on, "look": look, "broken_off": broken_off}[sys.argv[1]](*sys.argv[2:])
