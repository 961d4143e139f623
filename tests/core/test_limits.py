"""Who asks is taken right behind proxies; who asks too often is told when to come back; the admin keeps to its place."""

import pytest
from django.test import Client, RequestFactory

from museum.core import limits
from museum.core.clients import client_address
from museum.core.limits import Limit


@pytest.mark.parametrize(
    ("peer", "forwarded", "trusted", "expected"),
    [
        ("203.0.113.7", "", [], "203.0.113.7"),
        ("203.0.113.7", "198.51.100.1", [], "203.0.113.7"),
        ("127.0.0.1", "198.51.100.1", ["127.0.0.1"], "198.51.100.1"),
        ("127.0.0.1", "6.6.6.6, 198.51.100.1", ["127.0.0.1"], "198.51.100.1"),
        ("127.0.0.1", "198.51.100.1, 10.1.2.3", ["127.0.0.1", "10.0.0.0/8"], "198.51.100.1"),
        ("127.0.0.1", "10.9.9.9, 10.1.2.3", ["127.0.0.1", "10.0.0.0/8"], "10.9.9.9"),
        ("127.0.0.1", "nonsense", ["127.0.0.1"], "127.0.0.1"),
        ("127.0.0.1", "198.51.100.1:4711", ["127.0.0.1"], "198.51.100.1"),
        ("::1", '"[2001:db8::1]:4711"', ["::1"], "2001:db8::1"),
        ("::ffff:127.0.0.1", "198.51.100.1", ["127.0.0.1"], "198.51.100.1"),
        ("", "198.51.100.1", ["unix"], "198.51.100.1"),
        ("", "198.51.100.1", [], "0.0.0.0"),
    ],
)
def test_the_client_is_whom_a_trusted_proxy_names(settings, peer, forwarded, trusted, expected):
    settings.TRUSTED_PROXIES = trusted
    request = RequestFactory().get("/", REMOTE_ADDR=peer, HTTP_X_FORWARDED_FOR=forwarded)
    assert client_address(request) == expected


@pytest.fixture
def narrow(settings, monkeypatch):
    """Two visits a minute, in one and the same minute."""
    now = limits.time.time()
    monkeypatch.setattr(limits.time, "time", lambda: now)
    settings.RATE_LIMITS = {"search": Limit(2, 60, r"/\w+/search/", ("GET",))}


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "word"), [("fr", "secondes"), ("ar", "ثانية"), ("en", "seconds")])
def test_one_too_many_is_told_when_to_come_back(client, narrow, language, word):
    address = f"/{language}/search/"
    assert [client.get(address, {"q": "x"}).status_code for _ in range(3)] == [200, 200, 429]
    answer = client.get(address, headers={"accept": "text/html"})
    html = answer.content.decode()
    assert 0 < int(answer.headers["Retry-After"]) <= 60
    assert word in html
    assert f'lang="{language}"' in html
    assert answer.headers["Cache-Control"] == "no-store"
    assert not answer.cookies


@pytest.mark.django_db
def test_another_address_and_another_page_are_not_counted(client, narrow):
    for _ in range(3):
        client.get("/fr/search/")
    assert client.get("/fr/search/", REMOTE_ADDR="198.51.100.9").status_code == 200
    assert client.get("/fr/nowhere/").status_code == 404


@pytest.mark.django_db
def test_a_span_that_is_over_is_forgotten(client, narrow, monkeypatch):
    for _ in range(3):
        client.get("/fr/search/")
    real = limits.time.time
    monkeypatch.setattr(limits.time, "time", lambda: real() + 61)
    assert client.get("/fr/search/").status_code == 200


def test_no_address_is_written_down(narrow, monkeypatch):
    keys = []
    monkeypatch.setattr(limits.cache, "add", lambda key, *args, **options: keys.append(key))
    limits.exceeded("search", RequestFactory().get("/", REMOTE_ADDR="203.0.113.7"))
    assert keys
    assert "203.0.113.7" not in keys[0]


@pytest.mark.django_db
def test_signing_in_is_limited(client, settings):
    settings.RATE_LIMITS = {**settings.RATE_LIMITS, "sign-in": Limit(1, 60, settings.RATE_LIMITS["sign-in"].path)}
    codes = [client.post("/admin/login/", {"username": "x", "password": "y"}).status_code for _ in range(2)]
    assert codes == [200, 429]


@pytest.mark.django_db
def test_the_admin_is_on_its_own_host(settings):
    settings.ADMIN_HOST = "desk.museum.example"
    settings.ALLOWED_HOSTS = ["desk.museum.example", "museum.example"]
    client = Client()
    for address in ("/admin/", "/admin/login/", "/admin"):
        assert client.get(address, headers={"host": "museum.example"}).status_code == 404
    assert client.get("/admin/login/", headers={"host": "desk.museum.example"}).status_code == 200


@pytest.mark.django_db
def test_the_admin_is_for_some_addresses_alone(settings):
    settings.ADMIN_ADDRESSES = ["192.0.2.0/24", "2001:db8::/32"]
    client = Client()
    assert client.get("/admin/login/", REMOTE_ADDR="192.0.2.44").status_code == 200
    assert client.get("/admin/login/", REMOTE_ADDR="2001:db8::7").status_code == 200
    refused = client.get("/admin/login/", REMOTE_ADDR="198.51.100.1")
    assert refused.status_code == 404
    assert "wagtail" not in refused.content.decode()
