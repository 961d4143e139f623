"""What every installation of the museum shares."""

import os
from pathlib import Path

import dj_database_url
from django.utils.translation import gettext_lazy as _

from museum.core.languages import register_languages

BASE_DIR = Path(__file__).resolve().parent.parent.parent
STATE_DIR = Path(os.environ.get("STATE_DIR", BASE_DIR / ".state"))
MEDIA_DIR = Path(os.environ.get("MEDIA_DIR", BASE_DIR / "media"))
NODE_MODULES = BASE_DIR / "node_modules"

DEBUG = False
ALLOWED_HOSTS: list[str] = []

INSTALLED_APPS = [
    "museum.core",
    "museum.assets",
    "museum.collection",
    "stories",
    "exhibits",
    "museum.entrance",
    "museum.iiif",
    "museum.feeds",
    "museum.desk",
    "museum.demo",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.settings",
    "wagtail.contrib.simple_translation",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail.locales",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "museum.core.middleware.CompressionMiddleware",
    "museum.core.middleware.LanguageMiddleware",
    "museum.core.middleware.TifinaghReadingMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "museum.core.middleware.PublicationGateMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "museum.urls"
WSGI_APPLICATION = "museum.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "museum.entrance.context.museum",
            ],
        },
    },
]

DATABASES = {
    "default": dj_database_url.parse(
        os.environ.get("DATABASE_URL") or f"sqlite:///{STATE_DIR / 'db.sqlite3'}",
        conn_max_age=60,
        conn_health_checks=True,
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=10000;",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

# Languages: the interface and the pages. Records carry more (museum.core.languages).
register_languages()
LANGUAGE_CODE = "fr"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [
    ("fr", "Français"),
    ("ar", "العربية"),
    ("en", "English"),
    ("zgh", "ⵜⴰⵎⴰⵣⵉⵖⵜ"),
]
LANGUAGES_BIDI = ["ar", "ary", "he", "fa", "ur"]
LOCALE_PATHS = [BASE_DIR / "museum" / "locale"]
TIME_ZONE = "Africa/Casablanca"
USE_I18N = True
USE_TZ = True
# A year must never be printed as "1 963".
USE_THOUSAND_SEPARATOR = False
WAGTAIL_I18N_ENABLED = True

# Static files: sources are served as they are; browser libraries come from npm under vendor/.
STATIC_URL = "/static/"
STATIC_ROOT = STATE_DIR / "static"
STATICFILES_DIRS = [
    BASE_DIR / "static",
    *(
        (f"vendor/{package}", NODE_MODULES / package)
        for package in (
            "@fontsource/newsreader",
            "@fontsource/noto-naskh-arabic",
            "@fontsource/noto-sans-tifinagh",
            "@fontsource/reem-kufi",
        )
        if (NODE_MODULES / package).is_dir()
    ),
    *(
        (f"vendor/{name}", NODE_MODULES / folder)
        for name, folder in (("openseadragon", "openseadragon/build/openseadragon"), ("three", ".bundled/three"))
        if (NODE_MODULES / folder).is_dir()
    ),
]

# Uploads: originals stay private; only renditions and published files are served.
MEDIA_URL = "/media/"
MEDIA_ROOT = MEDIA_DIR / "public"
PRIVATE_MEDIA_ROOT = MEDIA_DIR / "private"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "private": {
        "BACKEND": "museum.assets.storage.PrivateStorage",
        "OPTIONS": {"location": str(PRIVATE_MEDIA_ROOT)},
    },
    "staticfiles": {"BACKEND": "museum.core.staticfiles.MuseumStaticFilesStorage"},
}
if os.environ.get("S3_PUBLIC_BUCKET"):
    _s3 = {
        "endpoint_url": os.environ.get("S3_ENDPOINT") or None,
        "access_key": os.environ.get("S3_ACCESS_KEY") or None,
        "secret_key": os.environ.get("S3_SECRET_KEY") or None,
        "region_name": os.environ.get("S3_REGION") or None,
        "signature_version": "s3v4",
        "addressing_style": os.environ.get("S3_ADDRESSING", "path"),
        "file_overwrite": False,
        "querystring_auth": False,
    }
    STORAGES["default"] = {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {**_s3, "bucket_name": os.environ["S3_PUBLIC_BUCKET"]},
    }
    STORAGES["private"] = {
        "BACKEND": "museum.assets.s3.PrivateS3Storage",
        "OPTIONS": {**_s3, "bucket_name": os.environ["S3_PRIVATE_BUCKET"]},
    }
# The museum may serve its public media itself (``make run``); in production a web server or S3 does.
SERVE_MEDIA = False

# Heavy work waits in the database for ``manage.py db_worker --backend background``, which ``make run`` starts beside the
# server. Wagtail's own small tasks (indexes, deletions) are done at once: a decision must be true when it is taken.
TASKS = {
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
    "background": {"BACKEND": "django_tasks_db.DatabaseBackend"},
}

CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

# Wagtail
WAGTAIL_SITE_NAME = "Rihla"
WAGTAILADMIN_BASE_URL = os.environ.get("BASE_URL", "http://127.0.0.1:8000")
WAGTAILADMIN_PERMITTED_LANGUAGES = [
    ("fr", _("French")),
    ("ar", _("Arabic")),
    ("en", _("English")),
]
WAGTAIL_AUTOSAVE_INTERVAL = 8000
WAGTAILIMAGES_IMAGE_MODEL = "assets.MuseumImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "museum.assets.forms.MuseumImageForm"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "heic", "jpeg", "jpg", "png", "webp"]
# A first view of the collection, with all its pictures, within 350 KB.
WAGTAILIMAGES_AVIF_QUALITY = 50
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 40 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 128_000_000
WAGTAILDOCS_DOCUMENT_MODEL = "assets.MuseumDocument"
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "pdf", "txt", "vtt", "srt", "xlsx"]
WAGTAILEMBEDS_FINDERS: list[dict] = []
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAILADMIN_COMMENTS_ENABLED = True
WAGTAILADMIN_USER_LOGIN_FORM = "museum.desk.forms.CuratorLoginForm"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
LOGIN_URL = "wagtailadmin_login"
X_FRAME_OPTIONS = "SAMEORIGIN"
