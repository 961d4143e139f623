"""``make run``: the production server on this machine alone, over plain http."""

import os

from .base import STATE_DIR

_secret = STATE_DIR / "secret_key"
if "SECRET_KEY" not in os.environ and _secret.exists():
    os.environ["SECRET_KEY"] = _secret.read_text().strip()

from .production import *  # noqa: E402, F403

ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
CSRF_TRUSTED_ORIGINS = [f"http://{host}:{os.environ.get('PORT', '8000')}" for host in ("localhost", "127.0.0.1")]
WAGTAILADMIN_BASE_URL = f"http://127.0.0.1:{os.environ.get('PORT', '8000')}"
SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 0
SECURE_PROXY_SSL_HEADER = None
SESSION_COOKIE_SECURE = False
CSRF_COOKIE_SECURE = False
SERVE_MEDIA = True
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
