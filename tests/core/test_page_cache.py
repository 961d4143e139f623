"""Public pages are kept whole, found under the stamp, and never keep what is somebody's alone."""

import gzip
import threading
import time
from wsgiref.util import setup_testing_defaults

import brotli
import pytest
from django.core.cache.backends.locmem import LocMemCache

from museum.core.page_cache import PageCache
from museum.core.stamp import StampUnknown

PAGE = "<!doctype html><p>" + "Une valise, une lampe. " * 200
HTML = [("Content-Type", "text/html; charset=utf-8")]


class Museum:
    """An application that counts how often it is asked, behind the cache under test."""

    def __init__(self, headers=HTML, status="200 OK", **options):
        self.headers, self.status, self.body = list(headers), status, PAGE.encode()
        self.asked = 0
        self.stamp = "1-1"
        self.wait = 0.0
        self.seen: dict = {}
        self.cache = PageCache(self, stamp=lambda: self.read(), **options)

    def read(self):
        if self.stamp is None:
            raise StampUnknown
        return self.stamp

    def __call__(self, environ, start_response):
        self.asked += 1
        self.seen = dict(environ)
        time.sleep(self.wait)
        start_response(self.status, [*self.headers, ("Content-Length", str(len(self.body)))])
        return [self.body]

    def get(self, path="/fr/", method="GET", **environ):
        return fetch(self.cache, path, method, **environ)


def fetch(application, path, method="GET", **environ):
    """(status, headers, body) of a request."""
    path, _mark, query = path.partition("?")
    asked = {"PATH_INFO": path, "QUERY_STRING": query, "REQUEST_METHOD": method, "HTTP_HOST": "testserver", **environ}
    setup_testing_defaults(asked)
    said = []
    answer = application(asked, lambda status, headers, exc_info=None: said.extend([status, headers]))
    body = b"".join(answer)
    if hasattr(answer, "close"):
        answer.close()
    return int(said[0].split()[0]), {name.lower(): value for name, value in said[1]}, body


@pytest.fixture
def museum_():
    return Museum()


def test_a_page_is_made_once_for_each_stamp(museum_):
    first = museum_.get()
    assert museum_.get() == first
    assert museum_.asked == 1
    museum_.stamp = "2-2"
    museum_.body = b"<p>Autre</p>"
    assert museum_.get()[2] == b"<p>Autre</p>"
    assert museum_.asked == 2


@pytest.mark.parametrize(
    "other",
    [
        {"path": "/fr/?a=1"},
        {"path": "/ar/"},
        {"HTTP_HOST": "ailleurs.example"},
        {"HTTP_SAVE_DATA": "on"},
        {"HTTP_X_FORWARDED_PROTO": "https"},
    ],
)
def test_another_address_or_way_of_asking_is_another_page(museum_, other):
    museum_.get()
    museum_.get(**{"path": "/fr/", **other})
    assert museum_.asked == 2


def test_a_page_that_the_reader_has_is_not_sent_again(museum_):
    _status, headers, _body = museum_.get()
    for tag in (headers["etag"], f"W/{headers['etag']}", f'"x", {headers["etag"]}', "*"):
        status, again, body = museum_.get(HTTP_IF_NONE_MATCH=tag)
        assert (status, body) == (304, b"")
        assert again["etag"] == headers["etag"]
        assert again["cache-control"] == "public, no-cache"
        assert "content-length" not in again
    assert museum_.get(HTTP_IF_NONE_MATCH='"other"')[0] == 200
    # A page that a decision left as it was keeps its tag.
    museum_.stamp = "2-2"
    assert museum_.get(HTTP_IF_NONE_MATCH=headers["etag"])[0] == 304


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("gzip;q=0", None),
        ("identity", None),
        ("", None),
        ("br;q=0.8, gzip;q=0.0", "br"),
    ],
)
def test_a_page_is_sent_in_the_best_form_that_the_reader_takes(museum_, accepted, encoding):
    _status, headers, body = museum_.get(HTTP_ACCEPT_ENCODING=accepted)
    assert headers.get("content-encoding") == encoding
    opened = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[encoding](body)
    assert opened == PAGE.encode()
    assert headers["content-length"] == str(len(body))
    assert headers["vary"] == "Accept-Encoding"
    # Compressed once: the application was asked for plain text, and the bytes are the same ones again.
    assert museum_.seen["HTTP_ACCEPT_ENCODING"] == ""
    assert museum_.get(HTTP_ACCEPT_ENCODING=accepted)[2] is body or encoding is None
    assert museum_.asked == 1


def test_forms_of_a_page_have_tags_of_their_own(museum_):
    tags = {museum_.get(HTTP_ACCEPT_ENCODING=accepted)[1]["etag"] for accepted in ("", "gzip", "br")}
    assert len(tags) == 3


def test_head_has_the_headers_and_no_body(museum_):
    _status, headers, _body = museum_.get()
    assert museum_.get(method="HEAD") == (200, headers, b"")


@pytest.mark.parametrize(
    "environ",
    [
        {"HTTP_COOKIE": "sessionid=abc"},
        {"HTTP_AUTHORIZATION": "Basic abc"},
        {"HTTP_RANGE": "bytes=0-1"},
        {"method": "POST"},
        {"path": "/admin/"},
        {"path": "/media/images/a.jpg"},
    ],
)
def test_who_is_somebody_is_answered_by_the_museum_itself(museum_, environ):
    museum_.get(**{"path": "/fr/", **environ})
    museum_.get(**{"path": "/fr/", **environ})
    assert museum_.asked == 2


@pytest.mark.parametrize(
    ("status", "headers"),
    [
        ("200 OK", [*HTML, ("Set-Cookie", "a=b")]),
        ("200 OK", [*HTML, ("Vary", "Cookie")]),
        ("200 OK", [*HTML, ("Vary", "Accept-Language")]),
        ("200 OK", [*HTML, ("Cache-Control", "private, no-store")]),
        ("200 OK", [*HTML, ("Cache-Control", "no-cache")]),
        ("200 OK", [*HTML, ("Cache-Control", "public, max-age=60")]),
        ("200 OK", [("Content-Type", "application/pdf")]),
        ("404 Not Found", HTML),
        ("302 Found", HTML),
        ("500 Internal Server Error", HTML),
        ("503 Service Unavailable", HTML),
    ],
)
def test_what_is_not_everybodys_is_passed_on_as_it_is(status, headers):
    museum_ = Museum(status=status, headers=headers)
    answer = museum_.get()
    museum_.get()
    assert museum_.asked == 2
    assert answer[0] == int(status.split()[0])
    assert answer[1]["content-type"] == headers[0][1]
    assert answer[2] == PAGE.encode()


def test_many_who_want_a_page_at_once_have_it_made_once(museum_):
    museum_.wait = 0.3
    threads = [threading.Thread(target=museum_.get) for _number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert museum_.asked == 1


def test_without_a_database_pages_stay_for_a_while_and_then_say_so_at_once(museum_, monkeypatch):
    museum_.get()
    museum_.stamp = None
    assert museum_.get()[0] == 200
    assert museum_.asked == 1
    monkeypatch.setattr("museum.core.page_cache.WITHOUT_DATABASE", -1)
    status, headers, body = museum_.get()
    assert status == 503
    assert headers["retry-after"] == "10"
    assert all(word in body.decode() for word in ("Réessayer", "إعادة المحاولة", "Try again"))
    assert museum_.asked == 1
    museum_.get("/health/")
    assert museum_.asked == 2


def test_pages_together_take_no_more_than_their_share():
    museum_ = Museum(size=3 * len(PAGE))
    for number in range(10):
        museum_.get(f"/fr/?n={number}")
    assert museum_.cache._held <= 3 * len(PAGE)
    museum_.get("/fr/?n=9")
    assert museum_.asked == 10
    museum_.get("/fr/?n=0")
    assert museum_.asked == 11


def test_what_a_page_grows_by_is_counted_and_given_back():
    museum_ = Museum(size=3 * len(PAGE))
    for number in range(40):
        for accepted in ("", "gzip", "br"):
            museum_.get(f"/fr/?n={number}", HTTP_ACCEPT_ENCODING=accepted)
        museum_.get(f"/fr/?n={number}")
    assert museum_.cache._held == sum(page.size for page in museum_.cache._pages.values())
    assert museum_.cache._held <= 3 * len(PAGE)


def test_what_one_process_made_another_finds():
    shared = LocMemCache("two-processes", {})
    one, other = Museum(shared=shared), Museum(shared=shared)
    assert one.get() == other.get()
    assert (one.asked, other.asked) == (1, 0)
    other.stamp = "2-2"
    other.get()
    assert other.asked == 1


class Broken:
    def get(self, *arguments, **options):
        raise OSError("gone")

    set = get


def test_a_shared_cache_that_is_away_only_costs_time():
    museum_ = Museum(shared=Broken())
    assert museum_.get()[2] == PAGE.encode()
    museum_.get()
    assert museum_.asked == 1


def test_a_page_is_not_kept_past_midnight(museum_, monkeypatch):
    """Dates of today stand on some pages."""
    museum_.get()
    (page,) = museum_.cache._pages.values()
    assert page.until - time.time() <= 3600
    left = time.localtime(page.until - 1)
    assert left.tm_yday == time.localtime().tm_yday
    page.until = time.time() - 1
    museum_.get()
    assert museum_.asked == 2


def test_a_front_cache_is_given_pages_for_longer(museum_, settings):
    assert "cdn-cache-control" not in museum_.get()[1]
    settings.CDN_SECONDS = 60
    assert museum_.get("/en/")[1]["cdn-cache-control"] == "max-age=60, stale-while-revalidate=60"
    assert museum_.get("/en/")[1]["cache-control"] == "public, no-cache"


def test_what_is_not_kept_is_compressed_and_compared_all_the_same(museum_):
    museum_.headers = [*HTML, ("Cache-Control", "no-cache"), ("ETag", '"a1"')]
    status, headers, body = museum_.get(HTTP_ACCEPT_ENCODING="gzip, br")
    assert headers["content-encoding"] == "br"
    assert brotli.decompress(body).decode() == PAGE
    assert int(headers["content-length"]) == len(body)
    assert museum_.get()[2].decode() == PAGE
    status, headers, body = museum_.get(HTTP_IF_NONE_MATCH='"a1"')
    assert (status, body) == (304, b"")
    assert museum_.asked == 3


def test_a_file_that_is_not_kept_is_passed_on_as_it_is(museum_):
    museum_.headers = [("Content-Type", "application/zip"), ("Cache-Control", "no-cache")]
    _status, headers, body = museum_.get(HTTP_ACCEPT_ENCODING="gzip")
    assert "content-encoding" not in headers
    assert body.decode() == PAGE
