"""The first logins: made once, kept in a file only this account can read, never changed afterwards."""

import stat

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command

pytestmark = pytest.mark.django_db


@pytest.fixture
def state(settings, tmp_path):
    """An installation's own folder, and a museum with its roles."""
    settings.STATE_DIR = tmp_path / "state"
    call_command("setup_museum")
    return settings.STATE_DIR


def logins(state):
    """What the file says, by user name."""
    lines = (state / "logins.txt").read_text().splitlines()
    return dict(line.split(maxsplit=1) for line in lines if not line.startswith("#"))


def authenticate(username, password):
    """The user whose password this is."""
    user = get_user_model().objects.get(username=username)
    return user if user.check_password(password) else None


def test_both_logins_work_with_the_passwords_of_the_file(state):
    call_command("create_curator")
    kept = logins(state)
    assert set(kept) == {"admin", "curator"}
    assert authenticate(username="admin", password=kept["admin"]).is_superuser
    curator = authenticate(username="curator", password=kept["curator"])
    assert not curator.is_superuser
    assert curator.has_perm("wagtailadmin.access_admin")


def test_only_this_account_can_read_them(state):
    call_command("create_curator")
    assert stat.S_IMODE((state / "logins.txt").stat().st_mode) == 0o600


def test_a_second_time_changes_nothing(state):
    call_command("create_curator")
    kept = logins(state)
    user = get_user_model().objects.get(username="curator")
    user.set_password("chosen-by-the-curator")
    user.save()
    call_command("create_curator")
    assert logins(state) == kept
    assert authenticate(username="curator", password="chosen-by-the-curator")


def test_a_new_database_gets_the_same_passwords(state):
    call_command("create_curator")
    kept = logins(state)
    get_user_model().objects.all().delete()
    call_command("create_curator")
    assert logins(state) == kept
    assert authenticate(username="admin", password=kept["admin"])
