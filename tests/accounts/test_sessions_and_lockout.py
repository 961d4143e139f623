"""Sessions end; guessing passwords is stopped, for the name and the address together; passwords are kept as Argon2."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt, AccessLog
from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import ModelLogEntry

from museum.accounts import middleware
from museum.settings import base
from tests import builders

pytestmark = pytest.mark.django_db
LOGIN = "/admin/login/"


@pytest.fixture
def curator():
    builders.all_homes()
    user = builders.user("Editors", language="en")
    user.set_password("an honest long password")
    user.save()
    return user


def attempt(client, user, password="wrong", address="198.51.100.7", language="en"):
    data = {"username": user.get_username(), "password": password}
    return client.post(LOGIN, data, REMOTE_ADDR=address, headers={"accept-language": language})


@pytest.mark.parametrize(("language", "word"), [("fr", "minutes"), ("ar", "دقيقة"), ("en", "minutes")])
def test_who_guesses_is_locked_out_with_a_sentence(client, curator, language, word):
    codes = [attempt(client, curator, language=language).status_code for _ in range(6)]
    assert codes[:5] == [200] * 5
    answer = attempt(client, curator, "an honest long password", language=language)
    assert answer.status_code == 429
    assert word in answer.content.decode()
    assert int(answer.headers["Retry-After"]) == 15 * 60


def test_from_elsewhere_the_curator_still_signs_in(client, curator):
    for _ in range(7):
        attempt(client, curator)
    assert attempt(client, curator, "an honest long password", address="192.0.2.9").status_code == 302


def test_the_lock_opens_again(client, curator, settings):
    for _ in range(7):
        attempt(client, curator)
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=16))
    assert attempt(client, curator, "an honest long password").status_code == 302


def test_little_is_kept_and_not_for_long(client, curator):
    attempt(client, curator)
    attempt(client, curator)
    [kept] = AccessAttempt.objects.all()
    assert "wrong" not in f"{kept.get_data}{kept.post_data}"
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=16))
    ModelLogEntry.objects.filter(action="museum.sign_in_refused").update(timestamp=timezone.now() - timedelta(days=91))
    call_command("forget_expired", verbosity=0)
    assert not AccessAttempt.objects.exists()
    assert not ModelLogEntry.objects.filter(action="museum.sign_in_refused").exists()
    attempt(client, curator, "an honest long password")
    assert not AccessLog.objects.exists()


def test_refusals_are_in_the_log_of_the_account_and_no_other_name_is(client, curator):
    attempt(client, curator)
    client.post(LOGIN, {"username": "my secret typed in the wrong field", "password": "x"})
    [entry] = ModelLogEntry.objects.filter(action="museum.sign_in_refused")
    assert entry.object_id == str(curator.pk)
    assert "198.51" not in str(entry.data)


def test_a_session_ends_where_nobody_is(client, curator, monkeypatch, settings):
    client.force_login(curator)
    assert client.get("/admin/").status_code == 200
    real = middleware.time.time
    monkeypatch.setattr(middleware.time, "time", lambda: real() + settings.SESSION_IDLE_SECONDS - 60)
    assert client.get("/admin/").status_code == 200
    monkeypatch.setattr(middleware.time, "time", lambda: real() + 2 * settings.SESSION_IDLE_SECONDS)
    answer = client.get("/admin/", follow=True)
    assert answer.redirect_chain[-1][0].startswith(LOGIN)
    assert "nothing happened" in answer.content.decode()


def test_a_page_that_asks_by_itself_keeps_no_session_open(client, curator, monkeypatch, settings):
    client.force_login(curator)
    client.get("/admin/")
    real = middleware.time.time
    for part in (0.4, 0.8, 1.2):
        monkeypatch.setattr(middleware.time, "time", lambda part=part: real() + part * settings.SESSION_IDLE_SECONDS)
        client.get("/admin/editing-sessions/")
    assert client.get("/admin/").status_code == 302


def test_a_session_ends_after_a_day_of_work_in_any_case(client, curator, monkeypatch, settings):
    client.force_login(curator)
    client.get("/admin/")
    settings.SESSION_IDLE_SECONDS = 10**9
    real = middleware.time.time
    monkeypatch.setattr(middleware.time, "time", lambda: real() + settings.SESSION_COOKIE_AGE + 1)
    assert client.get("/admin/").status_code == 302


def test_signing_in_gives_the_session_another_key(client, curator):
    client.get(LOGIN)
    client.session["x"] = 1
    before = client.session.session_key
    attempt(client, curator, "an honest long password")
    assert client.session.session_key != before


def test_passwords_are_kept_as_argon2(settings):
    settings.PASSWORD_HASHERS = base.PASSWORD_HASHERS
    assert make_password("x").startswith("argon2$argon2id$")


@pytest.mark.parametrize("password", ["short", "password1234", "123456789012", "museumcurator"])
def test_weak_passwords_are_refused(curator, password):
    curator.username = "museumcurator"
    with pytest.raises(ValidationError):
        validate_password(password, curator)
