"""The first logins of an installation: an administrator and a curator, with passwords made here."""

import os
import secrets
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management.base import BaseCommand
from django.db import transaction

from museum.desk.roles import EDITORS

# Without characters that are easily taken for one another when copied from a screen.
ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"
PASSWORD_LENGTH = 16


def read_logins(file: Path) -> dict[str, str]:
    """The passwords already made for this installation, by user name."""
    if not file.exists():
        return {}
    lines = (line.split(maxsplit=1) for line in file.read_text().splitlines())
    return {parts[0]: parts[1] for parts in lines if len(parts) == 2 and parts[0] != "#"}


def write_logins(file: Path, logins: dict[str, str]) -> None:
    """Keep the passwords in a file that only this account can read."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as stream:
        stream.write("# First logins of this installation; change them in the museum, under Account.\n")
        stream.writelines(f"{name} {password}\n" for name, password in logins.items())
    file.chmod(0o600)


class Command(BaseCommand):
    help = (
        "Create the logins 'admin' (administrator) and 'curator' (group Editors) with passwords made "
        "for this installation, kept in logins.txt beside the local database. Existing logins are "
        "left as they are."
    )

    @transaction.atomic
    def handle(self, **options):
        file = Path(settings.STATE_DIR) / "logins.txt"
        logins = read_logins(file)
        for name, is_administrator in (("admin", True), ("curator", False)):
            if self.exists(name):
                self.stdout.write(f"{name}: exists, left as it is")
                continue
            logins.setdefault(name, "".join(secrets.choice(ALPHABET) for _ in range(PASSWORD_LENGTH)))
            write_logins(file, logins)
            self.create(name, logins[name], is_administrator)
            self.stdout.write(f"{name}: created, password in {file}")

    def exists(self, name: str) -> bool:
        return get_user_model().objects.filter(username=name).exists()

    def create(self, name: str, password: str, is_administrator: bool) -> None:
        users = get_user_model().objects
        if is_administrator:
            users.create_superuser(username=name, password=password)
            return
        user = users.create_user(username=name, password=password)
        user.groups.add(Group.objects.get(name=EDITORS))
