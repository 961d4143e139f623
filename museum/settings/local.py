"""``make run``: the production server on this machine alone, over plain http."""

import os

from . import secrets
from .base import STATE_DIR

_secret = STATE_DIR / "secret_key"
if "SECRET_KEY" not in os.environ and _secret.exists():
    os.environ["SECRET_KEY"] = _secret.read_text().strip()
os.environ.setdefault("ALLOWED_HOSTS", "localhost")
# On one's own machine a database may open with a password out of a manual.
secrets.KNOWN_PASSWORDS.clear()

from .production import *  # noqa: E402, F403

ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
CSRF_TRUSTED_ORIGINS = [f"http://{host}:{os.environ.get('PORT', '8000')}" for host in ("localhost", "127.0.0.1")]
WAGTAILADMIN_BASE_URL = f"http://127.0.0.1:{os.environ.get('PORT', '8000')}"
SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 0
SECURE_PROXY_SSL_HEADER = None
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "sessionid", "csrftoken"
SESSION_COOKIE_SECURE = False
CSRF_COOKIE_SECURE = False
PAGE_POLICY = {**PAGE_POLICY, "upgrade-insecure-requests": False}  # noqa: F405
ADMIN_POLICY = {**ADMIN_POLICY, "upgrade-insecure-requests": False}  # noqa: F405
# The demonstration on one's own machine opens by password alone, and the dashboard says so; 1 asks as in production.
SECOND_FACTOR_REQUIRED = os.environ.get("SECOND_FACTOR_REQUIRED") == "1"
SERVE_MEDIA = True
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
