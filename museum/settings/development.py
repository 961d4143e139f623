"""For developers: debug pages, the style page, no hashed static names."""

from .base import *  # noqa: F403

DEBUG = True
SECRET_KEY = "development-only"
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
SERVE_MEDIA = True
STORAGES = {
    **STORAGES,  # noqa: F405
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
