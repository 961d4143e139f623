"""A load balancer learns whether the museum lives and whether it can serve."""

import pytest

from museum.core import health


def test_alive_asks_nobody(client):
    response = client.get("/health/")
    assert (response.status_code, response.content) == (200, b"ok\n")
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.django_db
def test_ready_names_what_it_tried(client):
    response = client.get("/ready/")
    assert response.status_code == 200
    assert response.json() == dict.fromkeys(("database", "migrations", "files", "cache"), "ok")


@pytest.mark.django_db
@pytest.mark.parametrize("name", health.ATTEMPTS)
def test_what_is_away_is_named_and_nothing_else_is_told(client, monkeypatch, name):
    def fails():
        raise OSError("password of db.example")

    monkeypatch.setitem(health.ATTEMPTS, name, fails)
    response = client.get("/ready/")
    assert response.status_code == (200 if name == "cache" else 503)
    assert response.json()[name] == "OSError"
    assert b"password" not in response.content


@pytest.mark.django_db
def test_a_database_that_lacks_a_migration_is_behind(client, monkeypatch):
    monkeypatch.setattr("museum.core.schema.MigrationExecutor.migration_plan", lambda self, targets: [("one", False)])
    assert client.get("/ready/").json()["migrations"] == "behind"
