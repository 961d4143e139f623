"""For a public museum: https, hashed static files, every secret from the environment."""

import os

from museum.core.logs import logging_settings

from .base import *  # noqa: F403
from .secrets import refuse_known_passwords, refuse_weak_hosts, refuse_weak_key

SECRET_KEY = os.environ.get("SECRET_KEY", "")
refuse_weak_key(SECRET_KEY)
refuse_known_passwords()
ALLOWED_HOSTS = [host.strip() for host in os.environ.get("ALLOWED_HOSTS", "").split(",") if host.strip()]
refuse_weak_hosts(ALLOWED_HOSTS)
if ADMIN_HOST and ADMIN_HOST not in ALLOWED_HOSTS:  # noqa: F405
    ALLOWED_HOSTS.append(ADMIN_HOST)  # noqa: F405
if ADMIN_HOST:  # noqa: F405
    WAGTAILADMIN_BASE_URL = f"https://{ADMIN_HOST}"  # noqa: F405
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS if not host.startswith(".")]

SECURE_SSL_REDIRECT = True
# Asked from beside the server, without a proxy that ends TLS.
SECURE_REDIRECT_EXEMPT = [r"^(health|ready|metrics)/$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
PAGE_POLICY = {**PAGE_POLICY, "upgrade-insecure-requests": True}  # noqa: F405
ADMIN_POLICY = {**ADMIN_POLICY, "upgrade-insecure-requests": True}  # noqa: F405
# A browser takes such names from this host alone, by https alone (RFC 6265bis, 4.1.3.2).
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-museum", "__Host-museum-csrf"
SECOND_FACTOR_REQUIRED = True
# The desk shows previews in a frame of the museum's own.
SILENCED_SYSTEM_CHECKS = [*SILENCED_SYSTEM_CHECKS, "security.W019"]  # noqa: F405

LOGGING = logging_settings(LOG_FORMAT, requests=LOG_REQUESTS)  # noqa: F405
