"""A crawler puts naughty strings into every parameter, every piece of every address and every form: never a 500.

What there is to fill is not listed by hand: addresses come from the resolver, parameters and forms from the pages themselves.
A sample in the suite; all ten thousand on each with ``-m bench``, in parts that several processes can share (``-n``): some
hour and a half of one core. The languages of an address share its strings.
"""

import re
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urlsplit

import pytest
from django.test import Client
from django.urls import URLPattern, get_resolver

from museum.core.stamped import STAMP
from tests.pages import naughty
from tests.pages.conftest import PAGE_TYPES, addresses

ALL = naughty.strings()
#: So many strings an address has in the suite; each address has others.
FEW = 8
#: In so many parts all strings are tried.
PARTS = 20
#: Parameters that no page of the small museum links to, and some that there are none of.
KNOWN = {
    "/fr/collection/": ("theme", "place", "decade", "object", "media", "sort", "page"),
    "/ar/collection/": ("theme", "place", "sort", "page"),
    "/fr/stories/": ("theme", "from", "to", "page"),
    "/en/exhibits/": ("page",),
    "/ar/road/": ("from", "to", "when"),
    "/fr/timeline/": ("theme", "decade", "place", "kind", "page"),
    "/fr/routes/": ("from", "to", "show", "year", "period", "theme", "series"),
    "/fr/search/": ("q", "type", "theme", "place", "period", "language", "medium", "sort", "page"),
    "/fr/search/suggest/": ("q",),
    "/zgh/places/": ("script", "unknown"),
    "/sitemap.xml": ("p",),
    "/robots.txt": ("x",),
}
FORMS = {
    "/admin/login/": ("username", "password", "next", "remember", "csrfmiddlewaretoken"),
    "/admin/password_reset/": ("email",),
}
HEADERS = (
    "accept-language",
    "accept",
    "referer",
    "range",
    "if-none-match",
    "if-modified-since",
    "x-forwarded-for",
    "cookie",
    "save-data",
)
#: What pages of all kinds take, and one piece of the house answers.
EVERYWHERE = {"data"}
LANGUAGE = re.compile(r"^/(fr|ar|en|zgh)/")
NOT_PUBLIC = ("admin/", "static/", "styleguide/")


@pytest.fixture
def crawler(museum):
    """A client to which an exception is an answer of 500, as to a browser. Its requests carry a stamp, as behind the server:
    what all pages have in common is not made for each."""
    return Client(raise_request_exception=False, **{STAMP: "of the crawler"})


class Fillable(HTMLParser):
    """The forms of a page, and the parameters that its links have."""

    def __init__(self):
        super().__init__()
        self.found: dict[tuple[str, str], set[str]] = {}
        self.form = None

    def handle_starttag(self, tag, attributes):
        named = dict(attributes)
        if tag == "form":
            self.form = (named.get("method", "get").lower(), named.get("action") or "")
            self.found.setdefault(self.form, set())
        elif tag in ("input", "select", "textarea", "button") and self.form and named.get("name"):
            self.found[self.form].add(named["name"])
        elif tag == "a" and "?" in (named.get("href") or ""):
            parts = urlsplit(named["href"])
            if not parts.netloc:
                self.found.setdefault(("get", parts.path), set()).update(
                    name for name, _value in parse_qsl(parts.query)
                )

    def handle_endtag(self, tag):
        if tag == "form":
            self.form = None


def fillable(client, museum) -> dict[tuple[str, str], set[str]]:
    """(method, address) of all forms of ours and linked parameters of every page type, with the names that they have."""
    found: dict[tuple[str, str], set[str]] = {}
    for address in (addresses(museum)[kind] for kind in PAGE_TYPES):
        parser = Fillable()
        parser.feed(client.get(address).content.decode(errors="replace"))
        for (method, action), names in parser.found.items():
            if not urlsplit(action).netloc and not urlsplit(action).scheme:
                found.setdefault((method, urlsplit(action).path or urlsplit(address).path), set()).update(names)
    for address, names in KNOWN.items():
        found.setdefault(("get", address), set()).update(names)
    return {key: names for key, names in found.items() if names and key[1].startswith("/")}


def doors(found: dict[tuple[str, str], set[str]]) -> dict[tuple[str, str], tuple[list[str], list[str]]]:
    """What is fillable, once for all languages: ``{(method, address without its language): (addresses, names)}``. What
    every page takes is one door of all of them."""
    gathered: dict[tuple[str, str], tuple[set[str], set[str]]] = {}
    for (method, address), names in found.items():
        own = names - EVERYWHERE
        for key, those in ((LANGUAGE.sub("/", address), own), ("any page", names & EVERYWHERE)):
            if those:
                addresses_of, names_of = gathered.setdefault((method, key), (set(), set()))
                addresses_of.add(address)
                names_of.update(those)
    return {key: (sorted(these), sorted(those)) for key, (these, those) in sorted(gathered.items())}


def public_patterns(resolver=None, before: str = "/") -> list[str]:
    """Every public address as a pattern with ``{}`` where a piece of it is chosen by who asks."""
    found = []
    for entry in (resolver or get_resolver()).url_patterns:
        prefix = str(entry.pattern)
        if before == "/" and prefix.startswith(NOT_PUBLIC):
            continue
        part = re.sub(r"<[^>]+>", "{}", prefix)
        if "(" in part:
            part = re.sub(r"\(\?P<\w+>[^)]*\)\)?|\([^)]*\)\)?", "{}", part)
        whole = before + re.sub(r"\\Z|[\^$\\]", "", part)
        found += [whole] if isinstance(entry, URLPattern) else public_patterns(entry, whole)
    return sorted(set(found))


def some(place: int) -> list[str]:
    """A few of all the strings, from another place for each address."""
    return [ALL[(place * 37 + step * (len(ALL) // FEW)) % len(ALL)] for step in range(FEW)]


def failures(client, museum, chosen) -> list[str]:
    """What was answered with 500 or worse; ``chosen`` gives the strings for the address of a number."""
    bad = []

    def note(answer, where, text):
        if answer.status_code >= 500 and answer.status_code != 503:
            bad.append(f"{answer.status_code} {where} {text[:80]!r}")

    for place_of_door, ((method, _key), (asked, names)) in enumerate(doors(fillable(client, museum)).items()):
        strings = chosen(place_of_door)
        for number, text in enumerate(strings):
            # Another string in each parameter, so that every parameter has had each of them.
            values = [(name, strings[(number + place * 7) % len(strings)]) for place, name in enumerate(names)]
            query = "&".join(f"{name}={naughty.quoted(value)}" for name, value in values)
            kind = "application/x-www-form-urlencoded"
            address = asked[number % len(asked)]
            answer = (
                client.get(f"{address}?{query}") if method == "get" else client.post(address, query, content_type=kind)
            )
            note(answer, f"{method} {address}", text)
    for place_of_address, pattern in enumerate(public_patterns()):
        for text in chosen(place_of_address) if "{}" in pattern else ():
            note(client.get(pattern.replace("{}", naughty.quoted(text))), pattern, text)
    return bad


def form_failures(client, strings) -> list[str]:
    """What the forms that stand before the admin answered with 500."""
    bad = []
    for address, names in FORMS.items():
        for number, text in enumerate(strings):
            values = {name: strings[(number + place * 7) % len(strings)] for place, name in enumerate(names)}
            body = "&".join(f"{name}={naughty.quoted(value)}" for name, value in values.items())
            answer = client.post(address, body, content_type="application/x-www-form-urlencoded")
            bad += [f"{address} {text[:80]!r}"] if answer.status_code >= 500 else []
    return bad


def header_failures(client, museum, strings) -> list[str]:
    """What headers were answered with 500; a server passes on no line breaks."""
    bad = []
    for address in (addresses(museum)["home"], "/", f"/iiif/image/3/{museum.artefact.image.pk}/info.json"):
        for text in strings:
            sent = text.replace("\r", "").replace("\n", "").encode("utf-8", "surrogatepass").decode("latin-1")
            answer = client.get(address, headers=dict.fromkeys(HEADERS, sent))
            bad += [f"{address} {text[:80]!r}"] if answer.status_code >= 500 else []
    return bad


def test_there_are_ten_thousand_different_strings():
    assert len(set(ALL)) == naughty.COUNT


def test_the_crawler_finds_what_there_is(crawler, museum):
    found = fillable(crawler, museum)
    assert {"q"} <= found["get", "/fr/search/"]
    assert {"from", "to", "when"} <= {name for names in found.values() for name in names}
    patterns = public_patterns()
    assert any(pattern.startswith("/iiif/image/3/{}") for pattern in patterns)
    assert any(pattern.startswith("/documents/{}/{}") for pattern in patterns)
    assert len([pattern for pattern in patterns if "{}" in pattern]) > 20


def test_the_crawler_notices_a_failure(crawler, museum, monkeypatch):
    from museum.search import views

    def broken(*args, **kwargs):
        raise ValueError("broken")

    monkeypatch.setattr(views, "render", broken)
    assert failures(crawler, museum, lambda place: ALL[:1])


def test_no_string_breaks_an_address_or_a_parameter(crawler, museum):
    assert failures(crawler, museum, some) == []


def test_no_string_breaks_a_form(crawler):
    assert form_failures(crawler, ALL[:: len(ALL) // 40]) == []


def test_no_string_breaks_a_header(crawler, museum):
    assert header_failures(crawler, museum, ALL[:: len(ALL) // 20]) == []


@pytest.mark.bench
@pytest.mark.parametrize("part", range(PARTS))
def test_ten_thousand_strings_break_nothing(crawler, museum, part):
    strings = ALL[part::PARTS]
    assert failures(crawler, museum, lambda place: strings) == []
    assert form_failures(crawler, strings) == []
    assert header_failures(crawler, museum, strings) == []
