"""Production starts with secrets of its own or not at all, and says what to do."""

import os
import secrets
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from museum.settings.secrets import read_secret_files, refuse_known_passwords, refuse_weak_hosts, refuse_weak_key


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("", "missing"),
        ("short", "50"),
        ("a" * 80, "example"),
        ("ab" * 40, "example"),
        ("django-insecure-Zq7Xw2Lk9Vb4Nn8Rt6Yp3Hs5Jd1Gf0CmAa2Ss4Dd6Ff8Gg0Hh", "example"),
        ("changeme-Zq7Xw2Lk9Vb4Nn8Rt6Yp3Hs5Jd1Gf0Cm-Aa2Ss4Dd6Ff8Gg0Hh", "example"),
    ],
)
def test_a_weak_key_is_refused_with_what_to_do(key, said):
    with pytest.raises(ImproperlyConfigured, match=said) as refusal:
        refuse_weak_key(key)
    assert "token_urlsafe" in str(refusal.value)


def test_a_key_made_by_chance_is_taken():
    for _ in range(200):
        refuse_weak_key(secrets.token_urlsafe(64))


@pytest.mark.parametrize("hosts", [[], ["*"], ["museum.example", "*"]])
def test_hosts_are_named(hosts):
    with pytest.raises(ImproperlyConfigured, match="ALLOWED_HOSTS"):
        refuse_weak_hosts(hosts)


@pytest.mark.parametrize("password", ["postgres", "password", "change%2Dme", "museum", ""])
def test_a_password_that_everybody_knows_is_refused(password):
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL"):
        refuse_known_passwords({"DATABASE_URL": f"postgresql://museum:{password}@db/museum"})
    refuse_known_passwords({"DATABASE_URL": f"postgresql://museum:{password}-of-our-own@db/museum"})
    refuse_known_passwords({"DATABASE_URL": "postgresql:///museum"})


def test_the_storages_first_password_is_refused():
    with pytest.raises(ImproperlyConfigured, match="S3_SECRET_KEY"):
        refuse_known_passwords({"S3_PUBLIC_BUCKET": "p", "S3_SECRET_KEY": "minioadmin"})


def test_a_secret_may_lie_in_a_file(tmp_path):
    file = tmp_path / "key"
    file.write_text("from a file\n")
    environ = {"SECRET_KEY_FILE": str(file), "S3_SECRET_KEY_FILE": str(file), "HOME_FILE": str(file)}
    read_secret_files(environ)
    assert environ["SECRET_KEY"] == environ["S3_SECRET_KEY"] == "from a file"
    assert "HOME" not in environ


@pytest.mark.parametrize("case", ["both", "missing", "empty"])
def test_a_file_that_says_nothing_is_told(tmp_path, case):
    file = tmp_path / "key"
    if case != "missing":
        file.write_text("" if case == "empty" else "x")
    with pytest.raises(ImproperlyConfigured, match="SECRET_KEY_FILE"):
        read_secret_files({"SECRET_KEY_FILE": str(file), **({"SECRET_KEY": "y"} if case == "both" else {})})


def checked(**environ):
    """``check --deploy`` in production, with this environment."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG")}
    return subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        cwd=settings.BASE_DIR,
        env={**kept, "DJANGO_SETTINGS_MODULE": "museum.settings.production", **environ},
        capture_output=True,
        text=True,
        check=False,
    )


def test_production_does_not_start_without_a_key_and_is_clean_with_one(tmp_path):
    refused = checked(ALLOWED_HOSTS="museum.example")
    assert refused.returncode
    assert "Make one for this installation alone" in refused.stderr
    file = tmp_path / "key"
    file.write_text(secrets.token_urlsafe(64))
    clean = checked(SECRET_KEY_FILE=str(file), ALLOWED_HOSTS="museum.example", ADMIN_HOST="desk.museum.example")
    assert clean.returncode == 0, clean.stderr
