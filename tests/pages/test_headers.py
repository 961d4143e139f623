"""What browsers are told: full marks by the rules of Mozilla's HTTP Observatory, under production's own settings."""

import importlib

import pytest
from django.test import Client

from museum.core.headers import media_origin
from tests.pages import observatory
from tests.pages.conftest import addresses

HOST = "museum.example"


@pytest.fixture
def production(settings, monkeypatch):
    """Production's security settings, and a client for them that asks by https."""
    monkeypatch.setenv("SECRET_KEY", "a test's own key, 0123456789 abcdefghijklmnopqrstuvwxyz")
    monkeypatch.setenv("ALLOWED_HOSTS", HOST)
    # The password of the tests' own server is one that production refuses.
    monkeypatch.delenv("DATABASE_URL", raising=False)
    module = importlib.reload(importlib.import_module("museum.settings.production"))
    for name in dir(module):
        if name.startswith(("SECURE_", "SESSION_", "CSRF_", "X_FRAME")) or name.endswith("_POLICY"):
            setattr(settings, name, getattr(module, name))
    settings.ALLOWED_HOSTS = [HOST]
    return Client(headers={"host": HOST})


def marks(client, address: str) -> dict[str, int]:
    return observatory.points(client.get(address, secure=True), client.get(address), HOST)


@pytest.mark.parametrize("kind", ["home", "story", "exhibit", "collection", "artefact", "search", "timeline"])
def test_a_page_has_full_marks(production, museum, kind):
    found = marks(production, addresses(museum).get(kind, f"/fr/{kind}/"))
    assert found == {**observatory.BEST, "cookies": 0}
    assert observatory.score(found) == 130


def test_an_unknown_page_has_full_marks(production, museum):
    assert marks(production, "/fr/nowhere/") == {**observatory.BEST, "cookies": 0}


def test_the_admin_loses_marks_for_wagtails_own_scripts_alone(production, museum):
    found = marks(production, "/admin/login/")
    assert {name: value for name, value in found.items() if value < 0} == {"content-security-policy": -20}
    assert found["cookies"] == 5


@pytest.mark.parametrize("broken", ["Content-Security-Policy", "Strict-Transport-Security", "Referrer-Policy"])
def test_the_judgement_notices_what_is_missing(production, museum, broken):
    answer = production.get("/fr/", secure=True)
    del answer.headers[broken]
    assert observatory.score(observatory.points(answer, production.get("/fr/"), HOST)) < 130


def test_no_policy_of_pages_allows_what_is_written_into_them(client, museum):
    policy = observatory.directives(client.get("/fr/").headers["Content-Security-Policy"])
    assert "'unsafe-inline'" not in str(policy)
    assert "nonce" not in str(policy)
    assert policy["default-src"] == ["'none'"]
    assert policy["frame-ancestors"] == ["'self'"]


def test_pages_set_no_cookie_and_add_no_vary(client, museum):
    answer = client.get("/fr/")
    assert not answer.cookies
    assert "Cookie" not in answer.headers.get("Vary", "")


def test_what_is_open_stays_open(client, museum):
    for address in ("/iiif/image/3/999999/info.json", "/media/images/none.jpg"):
        assert client.get(address).headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert client.get("/fr/").headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_a_file_opened_by_itself_may_do_nothing(client, museum):
    for address in ("/media/images/none.jpg", "/documents/1/none.pdf"):
        policy = observatory.directives(client.get(address).headers["Content-Security-Policy"])
        assert policy["sandbox"] == []
        assert policy["default-src"] == ["'none'"]


def test_pictures_may_come_from_where_uploads_are_kept(settings, museum):
    assert media_origin() == ""
    settings.MEDIA_URL = "https://files.museum.example/media/"
    policy = observatory.directives(Client().get("/fr/").headers["Content-Security-Policy"])
    assert "https://files.museum.example" in policy["img-src"]
    assert "https://files.museum.example" not in policy["script-src"]


def test_a_device_is_asked_for_little(client, museum):
    permissions = client.get("/fr/").headers["Permissions-Policy"]
    assert "geolocation=()" in permissions
    assert "publickey-credentials-get=()" in permissions
    assert "publickey-credentials-get=(self)" in client.get("/admin/login/").headers["Permissions-Policy"]
