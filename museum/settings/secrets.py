"""Secrets come from the environment alone: by name, or from a file that ``NAME_FILE`` points to, as containers have them."""

import os
from collections.abc import MutableMapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

#: What may be in a file.
SECRETS = (
    "SECRET_KEY", "DATABASE_URL", "CACHE_URL", "S3_ACCESS_KEY", "S3_SECRET_KEY", "EMAIL_HOST_PASSWORD", "EMAIL_URL", "METRICS_TOKEN",
)  # fmt: skip
SHORTEST_KEY = 50
#: Different characters that a key made by chance has at the very least.
LEAST_VARIETY = 15
#: Parts of keys and whole passwords that stand in examples and manuals.
EXAMPLES = ("insecure", "development", "changeme", "change-me", "example", "secret_key", "your-")
KNOWN_PASSWORDS = {
    "", "admin", "changeme", "change-me", "django", "example", "minioadmin", "museum", "password", "postgres", "rihla", "root",
    "secret", "wagtail",
}  # fmt: skip
MAKE_ONE = 'python3 -c "import secrets; print(secrets.token_urlsafe(64))"'


def read_secret_files(environ: MutableMapping[str, str] = os.environ) -> None:
    """Put the content of each ``NAME_FILE`` where ``NAME`` is looked for; ``ImproperlyConfigured`` where that cannot be."""
    for name in SECRETS:
        path = environ.get(f"{name}_FILE")
        if not path:
            continue
        if environ.get(name):
            raise ImproperlyConfigured(f"Both {name} and {name}_FILE are set. Keep one of them.")
        try:
            environ[name] = Path(path).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise ImproperlyConfigured(f"{name}_FILE points to {path}, which cannot be read ({error}).") from None
        if not environ[name]:
            raise ImproperlyConfigured(f"{name}_FILE points to {path}, which is empty. Write the secret into it.")


def refuse_weak_key(key: str) -> None:
    """``ImproperlyConfigured`` for a key that is missing, short, monotonous or out of a manual."""
    if not key:
        raise ImproperlyConfigured(
            f"SECRET_KEY is missing. Make one for this installation alone ({MAKE_ONE}) and set SECRET_KEY, or SECRET_KEY_FILE."
        )
    if len(key) < SHORTEST_KEY:
        raise ImproperlyConfigured(
            f"SECRET_KEY has {len(key)} characters; it needs {SHORTEST_KEY} or more. Make another: {MAKE_ONE}"
        )
    if len(set(key)) < LEAST_VARIETY or any(part in key.lower() for part in EXAMPLES):
        raise ImproperlyConfigured(f"SECRET_KEY looks like an example and not like chance. Make another: {MAKE_ONE}")


def refuse_weak_hosts(hosts: list[str]) -> None:
    """``ImproperlyConfigured`` where no host is named, or any would do."""
    if not hosts:
        raise ImproperlyConfigured(
            "ALLOWED_HOSTS is missing. Set it to the museum's host names, parted by commas: ALLOWED_HOSTS=museum.example.org"
        )
    if "*" in hosts:
        raise ImproperlyConfigured(
            "ALLOWED_HOSTS is “*”, so anybody may say what the museum is called. Name its hosts."
        )


def refuse_known_passwords(environ: MutableMapping[str, str] = os.environ) -> None:
    """``ImproperlyConfigured`` where the database or the storage opens with a password that everybody knows."""
    database = urlsplit(environ.get("DATABASE_URL", ""))
    # Without a password, and without a host, PostgreSQL asks the operating system who is there.
    if database.password is not None and unquote(database.password).lower() in KNOWN_PASSWORDS:
        raise ImproperlyConfigured(
            "The password in DATABASE_URL is one that everybody knows. Give the database another and set DATABASE_URL anew."
        )
    if environ.get("S3_PUBLIC_BUCKET") and environ.get("S3_SECRET_KEY", "?").lower() in KNOWN_PASSWORDS:
        raise ImproperlyConfigured(
            "S3_SECRET_KEY is one that everybody knows. Make another at your storage and set it anew."
        )
