"""For the test suite: quick hashing, files in a temporary folder, mail in memory."""

import atexit
import os
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

# Never the database of an installation: TEST_DATABASE_URL, or SQLite in memory.
os.environ["DATABASE_URL"] = os.environ.get("TEST_DATABASE_URL", "")

from .base import *  # noqa: E402, F403

# Each test has its own transaction on one connection.
DATABASES["default"].get("OPTIONS", {}).pop("pool", None)  # noqa: F405
SECRET_KEY = "tests-only"
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
_scratch = Path(tempfile.mkdtemp(prefix="rihla-test-"))
atexit.register(shutil.rmtree, _scratch, ignore_errors=True)
MEDIA_ROOT = _scratch / "public"
STATE_DIR = _scratch / "state"
PRIVATE_MEDIA_ROOT = _scratch / "private"
LOCAL_STORAGES = {
    "default": {"BACKEND": "museum.assets.storage.PublicStorage"},
    "private": {
        "BACKEND": "museum.assets.storage.PrivateStorage",
        "OPTIONS": {"location": str(PRIVATE_MEDIA_ROOT)},
    },
}
STORAGES = {
    **(STORAGES if os.environ.get("S3_PUBLIC_BUCKET") else LOCAL_STORAGES),  # noqa: F405
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# Every test asks from one address; tests of the limits set their own.
RATE_LIMITS = {name: replace(limit, count=1_000_000) for name, limit in RATE_LIMITS.items()}  # noqa: F405
SERVE_MEDIA = True
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
TASKS = {name: {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"} for name in TASKS}  # noqa: F405
