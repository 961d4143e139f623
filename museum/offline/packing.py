"""A whole exhibit as one ZIP that opens from a telephone's file manager or a memory stick.

Its page holds its styles and its search in itself: some file managers hand a browser that one file and nothing beside it.
Pictures and sounds lie beside it. The file is kept in the private storage under what it was made from, so that none is
served that shows what the museum no longer does.
"""

import hashlib
import re
import tempfile
import time
import zipfile
from datetime import datetime

from django.conf import settings
from django.core.cache import cache
from django.core.files import File
from django.core.files.storage import storages
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe
from django.utils.translation import override

from exhibits.models import ExhibitPage
from museum.assets.models import MuseumImage
from museum.collection.prefetch import fetch_shown
from museum.core.languages import direction
from museum.core.staticfiles import source_of
from museum.offline.carton import Carton
from museum.offline.models import ExhibitPackage

FOLDER = "packages"
_SECONDS = 120
_STYLES, _SCRIPT = ("css/walls.css", "css/packed.css"), "js/offline/packed.js"
#: The oldest moment that a ZIP can note: the same exhibit gives the same bytes.
_MOMENT = datetime(1980, 1, 1).timetuple()[:6]
_INTERNAL = re.compile(r'(\s(?:href)=")(/[^"]*)')


class Busy(Exception):
    """The same package is being made just now."""


def package_of(page: ExhibitPage) -> ExhibitPackage:
    """The package of an exhibit as it is public now, made anew where it has changed. Raises ``Busy``."""
    html, carton = written(page)
    digest = hashlib.sha256("\n".join([html, *(file.name for file in carton.files.values())]).encode()).hexdigest()
    key = {"translation_key": page.translation_key, "language": page.language}
    until = time.monotonic() + _SECONDS / 4
    while True:
        known = ExhibitPackage.objects.filter(**key).first()
        if known and known.digest == digest and known.name and storages["private"].exists(known.name):
            return known
        if cache.add(f"packing-{digest}", True, _SECONDS):
            try:
                return _made(page, key, digest, html, carton)
            finally:
                cache.delete(f"packing-{digest}")
        if time.monotonic() > until:
            raise Busy
        time.sleep(0.2)


def written(page: ExhibitPage) -> tuple[str, Carton]:
    """The page of a packed exhibit, and what lies beside it."""
    carton = Carton()
    with override(page.language):
        found = fetch_shown(page.rooms, [(MuseumImage, page.lead_image_id)])
        page.lead_image = found.get(MuseumImage, {}).get(page.lead_image_id)
        address = page.get_url() or "/"
        if address.startswith("/"):
            address = f"{settings.WAGTAILADMIN_BASE_URL.rstrip('/')}{address}"
        context = {
            "page": page,
            "halls": page.halls,
            "carton": carton,
            "language": page.language,
            "direction": direction(page.language),
            "address": address,
            "styles": mark_safe("".join(map(source_of, _STYLES))),  # noqa: S308 (our own style sheets)
            "script": mark_safe(source_of(_SCRIPT)),  # noqa: S308 (our own script)
        }
        html = render_to_string("offline/packed.html", context)
    root = "/".join(address.split("/")[:3])
    return _INTERNAL.sub(rf"\g<1>{root}\g<2>", html), carton


def forget(**which) -> None:
    """Delete the files of packages; their rows stay, and say what once was."""
    for package in ExhibitPackage.objects.filter(**which).exclude(name=""):
        storages["private"].delete(package.name)
        ExhibitPackage.objects.filter(pk=package.pk).update(name="", digest="", byte_size=None)


def _made(page, key: dict, digest: str, html: str, carton: Carton) -> ExhibitPackage:
    storage = storages["private"]
    with tempfile.TemporaryFile() as made:
        with zipfile.ZipFile(made, "w") as archive:
            folder = f"{page.slug}-{page.language}"
            _add(archive, f"{folder}/index.html", html.encode(), zipfile.ZIP_DEFLATED)
            for path, file in carton.files.items():
                with file.storage.open(file.name) as content:
                    # Pictures and sounds are compressed already.
                    _add(archive, f"{folder}/{path}", content.read(), zipfile.ZIP_STORED)
        size = made.tell()
        made.seek(0)
        wanted = f"{FOLDER}/{key['translation_key']}-{key['language']}-{digest[:16]}.zip"
        name = storage.save(wanted, File(made, name=wanted))
    before = ExhibitPackage.objects.filter(**key).first()
    package, _is_new = ExhibitPackage.objects.update_or_create(
        **key, defaults={"digest": digest, "name": name, "byte_size": size}
    )
    if before and before.name and before.name != name:
        storage.delete(before.name)
    return package


def _add(archive: zipfile.ZipFile, path: str, data: bytes, compression: int) -> None:
    entry = zipfile.ZipInfo(path, _MOMENT)
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, data, compression)
