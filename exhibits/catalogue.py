"""The printed catalogue of an exhibit as a PDF, made by WeasyPrint from the catalogue's own page.

https://doc.courtbouillon.org/weasyprint/stable/
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import mimetypes
import time
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage, storages

logger = logging.getLogger(__name__)

_SECONDS = 120
STYLES = ("css/walls.css", "css/catalogue.css")
#: Where printed catalogues lie in the private storage, one folder a page.
FOLDER = "catalogues"


class NoPrinter(Exception):
    """No PDF can be made: pango is missing (Debian: libpango-1.0-0, libpangoft2-1.0-0), or the printer broke over the page."""


class Busy(Exception):
    """The same catalogue is being made just now."""


def catalogue_pdf(page_pk: int, html: str) -> bytes:
    """The PDF of a catalogue's page; made once for the same page and kept in the private storage until it changes.

    Raises ``NoPrinter`` or ``Busy``.
    """
    storage = storages["private"]
    folder = f"{FOLDER}/{page_pk}"
    made_from = b"".join([html.encode(), *map(_static_file, STYLES)])
    name = f"{folder}/{hashlib.sha256(made_from).hexdigest()[:32]}.pdf"
    until = time.monotonic() + _SECONDS / 4
    while not storage.exists(name):
        if cache.add(f"printing-{name}", True, _SECONDS):
            try:
                data = printed(html)
                _delete_all(storage, folder)
                storage.save(name, ContentFile(data))
                return data
            finally:
                cache.delete(f"printing-{name}")
        if time.monotonic() > until:
            raise Busy
        time.sleep(0.2)
    with storage.open(name, "rb") as file:
        return file.read()


def forget_catalogues() -> None:
    """Take away every PDF that is kept; each is printed again when it is next asked for."""
    storage = storages["private"]
    with contextlib.suppress(FileNotFoundError):
        for page_pk in storage.listdir(FOLDER)[0]:
            _delete_all(storage, f"{FOLDER}/{page_pk}")


def _delete_all(storage, folder: str) -> None:
    with contextlib.suppress(FileNotFoundError):
        for old in storage.listdir(folder)[1]:
            storage.delete(f"{folder}/{old}")


def printed(html: str) -> bytes:
    """A page as a tagged PDF. Its pictures, letters and styles come from the museum's own files; nothing else is read."""
    try:
        import weasyprint
        from weasyprint.urls import URLFetcher, URLFetcherResponse
    except OSError as missing:
        raise NoPrinter(str(missing)) from missing

    class OwnFiles(URLFetcher):
        """Answers addresses of static files and public media; every other is refused."""

        def fetch(self, url, headers=None):
            data = own_file(url)
            kind = mimetypes.guess_type(urlsplit(url).path)[0] or "application/octet-stream"
            return URLFetcherResponse(url, data, headers={"Content-Type": kind})

    try:
        document = weasyprint.HTML(string=html, base_url="https://museum.invalid/", url_fetcher=OwnFiles())
        return document.write_pdf(pdf_tags=True, optimize_images=False)
    except Exception as broken:  # What a layout engine may stumble over is without end; the page for paper remains.
        logger.exception("A catalogue could not be printed")
        raise NoPrinter(str(broken)) from broken


def own_file(url: str) -> bytes:
    """The bytes of a static file or of public media by its address; raises ``ValueError`` for anything else."""
    path = unquote(urlsplit(url).path)
    if ".." in path:
        raise ValueError(url)
    if path.startswith(settings.STATIC_URL):
        return _static_file(path.removeprefix(settings.STATIC_URL))
    public = urlsplit(default_storage.url("x")).path.removesuffix("x")
    if path.startswith(public):
        with default_storage.open(path.removeprefix(public), "rb") as file:
            return file.read()
    raise ValueError(url)


def _static_file(name: str) -> bytes:
    storage = storages["staticfiles"]
    with contextlib.suppress(FileNotFoundError, NotImplementedError, ValueError):
        with storage.open(name) as file:
            return file.read()
    found = finders.find(name)
    if not found:
        raise ValueError(name)
    with open(found, "rb") as file:
        return file.read()
