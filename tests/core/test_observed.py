"""What is written of a request says how the museum answered and nothing of who asked."""

import json
import logging
from wsgiref.util import setup_testing_defaults

import pytest

from museum.core import metrics
from museum.core.logs import JsonFormatter, impersonal
from museum.core.observed import Observed


def ask(application, **environ) -> dict:
    asked = {
        "PATH_INFO": "/fr/recherche/", "QUERY_STRING": "q=Fatima+Zahra", "REMOTE_ADDR": "203.0.113.9",
        "HTTP_USER_AGENT": "Telephone 7", "HTTP_COOKIE": "sessionid=secret", **environ,
    }  # fmt: skip
    setup_testing_defaults(asked)
    said = {}
    list(application(asked, lambda status, headers, exc_info=None: said.update(status=status, headers=dict(headers))))
    return said


def answering(status: str):
    def application(environ, start_response):
        environ["museum.noted"]["route"] = "fr/recherche/"
        start_response(status, [("Content-Type", "text/plain")])
        return [b"x"]

    return Observed(application)


@pytest.fixture
def lines(caplog):
    caplog.set_level(logging.INFO, "museum.requests")
    logging.getLogger("museum.requests").addHandler(caplog.handler)
    yield lambda: [JsonFormatter().format(record) for record in caplog.records if record.name == "museum.requests"]
    logging.getLogger("museum.requests").removeHandler(caplog.handler)


def test_a_line_says_how_it_was_answered_and_nothing_of_who_asked(lines):
    said = ask(answering("404 Not Found"), HTTP_X_REQUEST_ID="front-12345678")
    line = lines()[0]
    data = json.loads(line)
    assert data["status"] == 404
    assert (data["method"], data["path"]) == ("GET", "/fr/recherche/")
    assert data["milliseconds"] >= 0
    assert said["headers"]["X-Request-ID"] == "front-12345678"
    for personal in ("Fatima", "203.0.113.9", "Telephone", "secret"):
        assert personal not in line


def test_a_number_that_is_none_is_not_repeated(lines):
    said = ask(answering("500 Error"), HTTP_X_REQUEST_ID='"},{"x":"\r\n' * 5)
    assert said["headers"]["X-Request-ID"].isalnum()


def test_an_application_that_fails_is_noted_as_such(lines):
    def fails(environ, start_response):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        ask(Observed(fails))
    assert json.loads(lines()[0])["status"] == 500


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Key (email)=(amina@example.org) exists", "Key (email)=(…) exists"),
        ("from 192.0.2.44 and 2001:db8:0:1::7", "from … and …"),
        ("Not Found: /fr/?q=Amina", "Not Found: /fr/…"),
        ("stories 12:30:45 what? nothing", "stories 12:30:45 what? nothing"),
    ],
)
def test_what_is_personal_in_a_message_is_left_out(text, written):
    assert impersonal(text) == written


def test_a_fault_is_one_line_of_json():
    try:
        raise ValueError("amina@example.org\nfell")
    except ValueError as error:
        record = logging.LogRecord("museum", 40, "", 1, "failed", (), (type(error), error, None))
    line = JsonFormatter().format(record)
    assert "\n" not in line
    assert "amina" not in line
    assert "ValueError" in json.loads(line)["exception"]


# The numbers


def test_the_numbers_are_nobodys_unless_somebody_is_named(client, db):
    assert client.get("/metrics/").status_code == 404


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 404),
        ({"Authorization": "Bearer another"}, 404),
        ({"Authorization": "Bearer the-token"}, 200),
        ({"Authorization": "Bearer é"}, 404),
    ],
)
def test_the_numbers_are_read_with_the_token(client, db, settings, headers, status):
    settings.METRICS_TOKEN = "the-token"
    assert client.get("/metrics/", headers=headers).status_code == status


@pytest.mark.parametrize(
    ("address", "headers", "status"),
    [
        ("10.1.2.3", {}, 200),
        ("192.0.2.1", {}, 404),
        ("10.1.2.3", {"X-Forwarded-For": "10.1.2.3"}, 404),
        ("", {}, 404),
    ],
)
def test_the_numbers_are_read_from_an_address_without_a_proxy(client, db, settings, address, headers, status):
    settings.METRICS_ADDRESSES = ["10.0.0.0/8"]
    assert client.get("/metrics/", headers=headers, REMOTE_ADDR=address).status_code == status


def test_the_numbers_tell_requests_pages_and_work(client, db, settings):
    settings.METRICS_TOKEN = "the-token"
    metrics.note("GET", "fr/artefacts/<slug:slug>/", 200, 0.02, "made")
    metrics.note("BREW", "", 200, 0.001, "kept")
    text = client.get("/metrics/", headers={"Authorization": "Bearer the-token"}).content.decode()
    for line in (
        'museum_requests_total{method="GET",route="fr/artefacts/<slug:slug>/",status="200"}',
        'museum_requests_total{method="OTHER",route="(kept)",status="200"}',
        'museum_request_seconds_bucket{le="0.025",route="fr/artefacts/<slug:slug>/"}',
        'museum_public_pages_total{page="kept"}',
        'museum_tasks{state="failed"} 0.0',
        'museum_workers{state="alive"} 0.0',
        "museum_database_up 1.0",
    ):
        assert line in text


def test_numbers_of_a_database_that_is_away_are_left_out(client, settings, monkeypatch):
    from django.db import OperationalError

    def away():
        raise OperationalError

    settings.METRICS_TOKEN = "the-token"
    monkeypatch.setattr(metrics, "_ASKED", {"museum_tasks": ("Tasks.", "state", away)})
    text = client.get("/metrics/", headers={"Authorization": "Bearer the-token"}).content.decode()
    assert "museum_database_up 0.0" in text
