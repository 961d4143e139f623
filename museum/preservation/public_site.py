"""The public museum as a folder of files: what any visitor could fetch, and nothing else.

It is asked for page by page as an anonymous visitor would, so that what is not public cannot get into it. Links lead from
file to file; what only a server can answer (a narrowed list, a road asked for) leads to the museum's own address. Scripts
are left out, the search aside: pages are made to be read without them, and a browser loads no modules from a disk.
"""

import contextlib
import hashlib
import io
import json
import posixpath
import re
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qsl, quote, unquote, urljoin, urlsplit

from bs4 import BeautifulSoup
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.files.storage import default_storage, storages
from django.test import Client
from django.utils.translation import gettext as _
from django.utils.translation import override

from museum.core.folding import fold
from museum.core.languages import INTERFACE_LANGUAGES
from museum.preservation.bags import BagWriter
from museum.preservation.progress import Progress

#: Parts of lists that have an address of their own; every other question is for a server.
ASKED = ("page", "decade")
_NEVER = ("/admin/", "/documents/", "/django-admin/", "/iiif/", "/static/", "/media/", "/styleguide/")
_NO_PAGES = re.compile(
    r"/\w+/(?:search/(?!$)|road/\?|places/suggest|packed/|kept/$|offline/$|museum\.webmanifest|.*/pdf/$)"
)
#: Attributes that name something which the page itself shows.
_SHOWN = {
    "img": ("src",), "source": ("src",), "audio": ("src",), "video": ("src", "poster"), "track": ("src",),
    "image": ("href", "xlink:href"), "use": ("href", "xlink:href"), "object": ("data",), "embed": ("src",),
}  # fmt: skip
_STYLE_URL = re.compile(r"""url\(\s*(['"]?)([^'")]+)\1\s*\)""")
#: Latin, Arabic and Tifinagh, and the marks and signs that come with them.
_SIGNS = range(0x20, 0x2E00)
#: The script that answers the search of the copy.
_SEARCH = Path(__file__).with_name("copy_search.js")


@dataclass
class Site:
    """What was written: addresses by the file each lies in, JSON-LD documents, addresses that did not answer."""

    pages: dict[str, str] = field(default_factory=dict)
    documents: list[tuple[str, dict]] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)


class StaticMuseum:
    """Writes the public museum into a bag, below ``folder``."""

    def __init__(self, bag: BagWriter, folder: str = "site", progress: Progress | None = None):
        self.bag, self.folder, self.progress = bag, folder, progress or Progress()
        self.address = settings.WAGTAILADMIN_BASE_URL.rstrip("/")
        parts = urlsplit(self.address)
        self.origins = {f"{scheme}://{parts.netloc}" for scheme in ("http", "https")}
        self.is_secure = parts.scheme == "https" or getattr(settings, "SECURE_SSL_REDIRECT", False)
        self.client = Client(
            raise_request_exception=False,
            SERVER_NAME=parts.hostname,
            SERVER_PORT=str(parts.port or (443 if self.is_secure else 80)),
        )
        self.public = default_storage.url("x").removesuffix("x")
        self.site = Site()
        self._taken: set[str] = set()
        self._octets = 0
        self._search: dict[str, list] = {code: [] for code in INTERFACE_LANGUAGES}

    def write(self) -> Site:
        """Follow every link from the sitemap on; then the search and the front door."""
        seen = dict.fromkeys(self._beginnings())
        waiting = deque(seen)
        while waiting:
            for found in self._page(waiting.popleft()):
                if found not in seen:
                    seen[found] = None
                    waiting.append(found)
            self.progress.count(len(seen) - len(waiting), len(seen), self._octets)
        self._write_search()
        self._add("index.html", self._door().encode())
        return self.site

    def _beginnings(self) -> Iterator[str]:
        index = self._get("/sitemap.xml")
        for section in re.findall(r"<loc>([^<]+)</loc>", index.decode()):
            text = (self._get(self._own(section)) or b"").decode()
            for address in re.findall(r'<loc>([^<]+)</loc>|hreflang="[^"]*" href="([^"]+)"', text):
                if own := kept(self._own(next(filter(None, address)).replace("&amp;", "&"))):
                    yield own
        yield from (f"/{code}/search/" for code in INTERFACE_LANGUAGES)

    def _own(self, address: str) -> str:
        """The path and query of an address of this museum; empty for any other."""
        for origin in self.origins:
            if address.startswith(origin + "/"):
                address = address.removeprefix(origin)
        return address.partition("#")[0] if address.startswith("/") and not address.startswith("//") else ""

    def _answer(self, address: str):
        # The museum leaves the language of the page active.
        with override(None):
            return self.client.get(address, secure=self.is_secure, HTTP_HOST=urlsplit(self.address).netloc)

    def _get(self, address: str) -> bytes | None:
        return _body(self._answer(address))

    def _page(self, address: str) -> list[str]:
        """Write one page; the addresses that it leads to."""
        name, answer = self.file_of(address), self._answer(address)
        body = _body(answer)
        if body is None:
            return self._leads_on(address, name, answer)
        if not name.endswith(".html"):
            self._add(name, body)
            self.site.pages[address] = name
            return []
        soup = BeautifulSoup(body.decode(), "html.parser")
        self._note_documents(address, soup)
        self._note_words(address, name, soup)
        _take_scripts_away(soup)
        found = self._relink(address, name, soup)
        if re.fullmatch(r"/\w+/search/", address):
            _make_searchable(soup, name)
        self._add(name, soup.encode(formatter="minimal"))
        self.site.pages[address] = name
        return found

    def _leads_on(self, address: str, name: str, answer) -> list[str]:
        """An address that leads to another page, such as that of a page in the reader's own language."""
        page = kept(self._own(urljoin(f"{self.address}{address}", answer.headers.get("Location", ""))))
        if answer.status_code not in (301, 302, 303, 307, 308) or not page or page == address:
            self.site.failed.append(address)
            return []
        target = relative(name, self.file_of(page))
        text = f'<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0; url={target}"><a href="{target}">→</a>'
        self._add(name, text.encode())
        self.site.pages[address] = name
        return [page]

    def _note_documents(self, address: str, soup) -> None:
        for script in soup.find_all("script", type="application/ld+json"):
            with contextlib.suppress(ValueError):
                self.site.documents.append((address, json.loads(script.string or "")))

    def _note_words(self, address: str, name: str, soup) -> None:
        language, main = soup.html.get("lang", "fr"), soup.find("main")
        if (
            main is None
            or language not in self._search
            or urlsplit(address).query
            or "/search/" in address
            or "/in-other-languages/" in address
        ):
            return
        heading = soup.find("h1")
        title = " ".join((heading or soup.title).get_text(" ").split())
        summary = soup.find("meta", attrs={"name": "description"})
        words = dict.fromkeys(fold(main.get_text(" ")).split())
        said = (summary or {}).get("content", "") if summary else ""
        self._search[language].append([name, title, said, fold(title), " ".join(words)])

    def _relink(self, address: str, name: str, soup) -> list[str]:
        """Turn every address of a page into one of a file; the pages that it leads to."""
        found = []
        for tag in soup.find_all(True):
            if tag.decomposed:
                continue
            for attribute in _SHOWN.get(tag.name, ()):
                if tag.get(attribute):
                    tag[attribute] = self._shown(address, name, tag[attribute])
            if tag.get("srcset"):
                # Addresses of the image service hold commas; what parts two of them is a comma and white space.
                parts = [part.strip().split(" ", 1) for part in re.split(r",\s+", tag["srcset"].strip())]
                tag["srcset"] = ", ".join(" ".join([self._shown(address, name, one), *rest]) for one, *rest in parts)
            if "url(" in tag.get("style", ""):
                tag["style"] = _STYLE_URL.sub(lambda m: f"url({self._shown(address, name, m[2])})", tag["style"])
            if tag.name == "link":
                self._link(address, name, tag)
            elif tag.name in ("a", "area") and tag.get("href"):
                tag["href"], page = self._leads(address, name, tag["href"])
                found += [page] if page else []
            elif tag.name == "form":
                self._form(address, name, tag)
        return found

    def _link(self, address: str, name: str, tag) -> None:
        kinds = set(tag.get("rel", []))
        if kinds & {"stylesheet", "icon", "apple-touch-icon"}:
            tag["href"] = self._shown(address, name, tag["href"])
        elif not kinds & {"canonical", "license"}:
            tag.decompose()

    def _form(self, address: str, name: str, tag) -> None:
        """A form that only a server answers has no place here; the search is answered by a script."""
        target = self._own(urljoin(address, tag.get("action") or address))
        language = re.fullmatch(r"/(\w+)/search/", target)
        if not language:
            tag.decompose()
            return
        tag["action"] = relative(name, f"{language[1]}/search/index.html")

    def _leads(self, address: str, name: str, target: str) -> tuple[str, str]:
        """What a link becomes, and the page that it leads to if that is part of the copy."""
        if target.startswith("#"):
            return target, ""
        own = (
            self._own(urljoin(f"{self.address}{address}", target))
            if not target.startswith(("mailto:", "tel:", "data:"))
            else ""
        )
        if not own:
            return target, ""
        fragment = target.partition("#")[2]
        if own.startswith(("/media/", settings.STATIC_URL)) or f"{self.address}{own}".startswith(self.public):
            return self._shown(address, name, own), ""
        page = kept(own)
        if not page:
            return self.address + own + (f"#{fragment}" if fragment else ""), ""
        return relative(name, self.file_of(page)) + (f"#{fragment}" if fragment else ""), page

    def _shown(self, address: str, name: str, target: str) -> str:
        """Take a file that a page shows along; what it is called from there."""
        if target.startswith(("data:", "#")):
            return target
        fragment = target.partition("#")[2]
        whole = urljoin(f"{self.address}{address}", target.partition("#")[0])
        file = self._asset(whole)
        return (relative(name, file) if file else whole) + (f"#{fragment}" if fragment else "")

    def _asset(self, whole: str) -> str:
        """The file of a static or public address, written once; empty where it is none of these."""
        own = self._own(whole)
        address = own or whole
        if address.startswith(self.public):
            name = unquote(address.removeprefix(self.public))
            return self._take(f"media/{name}", lambda: default_storage.open(name, "rb"))
        if own.startswith(settings.STATIC_URL):
            name = unquote(urlsplit(own).path.removeprefix(settings.STATIC_URL))
            return self._take(f"static/{name}", lambda: static_file(name), is_style=name.endswith(".css"))
        if own.startswith("/iiif/image/"):
            ending = posixpath.splitext(urlsplit(own).path)[1]
            name = hashlib.sha256(own.encode()).hexdigest()[:24] + ending
            return self._take(f"iiif/{name}", lambda: self._opened(own))
        if own and kept(own) and not self.file_of(own).endswith(".html"):
            body = self._get(own)
            return self._add(self.file_of(own), body) if body is not None else ""
        return ""

    def _opened(self, address: str) -> io.BytesIO:
        body = self._get(address)
        if body is None:
            raise FileNotFoundError(address)
        return io.BytesIO(body)

    def _take(self, file: str, open_it: Callable, is_style: bool = False) -> str:
        if file in self._taken:
            return file
        self._taken.add(file)
        try:
            with open_it() as stream:
                if is_style:
                    text = stream.read().decode()
                    self._add(file, text.encode())
                    self._take_along(file, text)
                else:
                    self._octets += self.bag.add(f"{self.folder}/{file}", stream).octets
        except (FileNotFoundError, ValueError):
            self.site.failed.append(file)
            return ""
        return file

    def _take_along(self, file: str, css: str) -> None:
        """Letters and pictures of a style sheet, and the sheets that it imports, at their places beside it."""
        for match in re.finditer(r"""@import\s+(?:url\()?['"]?([^'")\s;]+)""", css):
            self._beside(file, match[1])
        for match in _STYLE_URL.finditer(css):
            self._beside(file, match[2])

    def _beside(self, file: str, target: str) -> None:
        if not target.startswith(("data:", "#", "http:", "https:")):
            path = urljoin(f"/{file}", target.partition("#")[0].partition("?")[0])
            if path.startswith("/static/"):
                name = unquote(path.removeprefix("/static/"))
                self._take(f"static/{name}", lambda: static_file(name), is_style=name.endswith(".css"))

    def _add(self, name: str, data: bytes) -> str:
        self._octets += self.bag.add(f"{self.folder}/{name}", io.BytesIO(data)).octets
        return name

    def file_of(self, address: str) -> str:
        """The file of a page: ``/fr/places/?page=2`` lies in ``fr/places/page-2/index.html``."""
        parts = urlsplit(address)
        path = unquote(parts.path).strip("/")
        if not parts.path.endswith("/"):
            return path
        asked = "/".join(f"{key}-{value}" for key, value in parse_qsl(parts.query))
        return "/".join(filter(None, (path, asked, "index.html")))

    def _write_search(self) -> None:
        table = {sign: folded for sign in map(chr, _SIGNS) if (folded := _between_letters(sign)) != sign}
        self._add("search/folding.js", f"var FOLDING = {json.dumps(table, ensure_ascii=False)};\n".encode())
        for language, entries in self._search.items():
            self._add(
                f"search/{language}.js", f"var PAGES = {json.dumps(sorted(entries), ensure_ascii=False)};\n".encode()
            )
        with _SEARCH.open("rb") as script:
            self.bag.add(f"{self.folder}/search/search.js", script)

    def _door(self) -> str:
        links = "".join(
            f'<li><a href="{code}/index.html" lang="{code}" dir="auto">{name}</a></li>'
            for code, name in settings.LANGUAGES if f"/{code}/" in self.site.pages
        )  # fmt: skip
        return (
            f'<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
            f"<title>{settings.WAGTAIL_SITE_NAME}</title></head><body><main><h1>{settings.WAGTAIL_SITE_NAME} · رحلة</h1>"
            f"<ul>{links}</ul></main></body></html>\n"
        )


def _body(answer) -> bytes | None:
    """What an answer holds; ``None`` where it is not the page that was asked for."""
    if answer.status_code != 200:
        return None
    return b"".join(answer) if answer.streaming else answer.content


def _between_letters(sign: str) -> str:
    """What a sign folds to inside a word: itself, other letters, nothing, or a space that parts two."""
    return fold(f"a{sign}a")[1:-1]


def kept(address: str) -> str:
    """The address of the page that a link leads to, as it is kept; empty where only a server can answer."""
    parts = urlsplit(address)
    if parts.path.startswith(_NEVER) or _NO_PAGES.match(address) or ".." in parts.path:
        return ""
    first = parts.path.strip("/").split("/")[0]
    if first not in INTERFACE_LANGUAGES and not re.search(r"\.(?:geojson|jsonld|json|vtt|csv)$", parts.path):
        return ""
    if not parts.query:
        return parts.path
    asked = parse_qsl(parts.query)
    is_part = len(asked) == 1 and asked[0][0] in ASKED and re.fullmatch(r"\d{1,4}", asked[0][1])
    if is_part:
        return f"{parts.path}?{asked[0][0]}={asked[0][1]}"
    return ""


def relative(file: str, target: str) -> str:
    """The address of one file from another, as a browser reads it."""
    return quote(posixpath.relpath(target, posixpath.dirname(file) or "."))


def static_file(name: str):
    """A static file, opened; raises ``FileNotFoundError`` or ``ValueError``."""
    with contextlib.suppress(FileNotFoundError, NotImplementedError, ValueError):
        return storages["staticfiles"].open(name)
    found = finders.find(name)
    if not found:
        raise FileNotFoundError(name)
    return open(found, "rb")


def _take_scripts_away(soup) -> None:
    for script in soup.find_all("script"):
        if script.get("type") != "application/ld+json":
            script.decompose()
    for words in soup.find_all("noscript"):
        words.unwrap()
    for tag in soup.find_all(class_="needs-script"):
        tag.decompose()


def _make_searchable(soup, name: str) -> None:
    """Where the search's page begins, a place for results, and the scripts that fill it."""
    language, main = name.split("/")[0], soup.find("main")
    with override(language):
        nothing = _("Nothing in this copy has all of these words.")
    place = soup.new_tag("ol", attrs={"id": "results", "aria-live": "polite", "data-nothing": nothing})
    # Misspelt words are understood by the museum alone.
    for promise in main.find_all(class_="begin__how"):
        promise.decompose()
    head = main.find(class_="page-head")
    (head.insert_after if head else main.append)(place)
    for script in ("folding", language, "search"):
        main.append(soup.new_tag("script", src=relative(name, f"search/{script}.js")))
