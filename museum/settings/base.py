"""What every installation of the museum shares."""

import os
from pathlib import Path

import dj_database_url
from django.utils.translation import gettext_lazy as _

from museum.core.languages import register_languages

from .s3 import s3_storages
from .secrets import read_secret_files
from .security import *  # noqa: F403

read_secret_files()

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
    "museum.offline",
    "museum.search",
    "museum.accounts",
    "museum.desk",
    "museum.demo",
    "museum.preservation",
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
    "axes",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "django_otp_webauthn",
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
    "museum.core.headers.SecurityHeadersMiddleware",
    "museum.core.observed.RouteMiddleware",
    "museum.core.front_caches.FrontCacheMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "museum.core.limits.RateLimitMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "museum.core.middleware.CompressionMiddleware",
    "museum.core.middleware.LanguageMiddleware",
    "museum.core.confinement.AdminConfinementMiddleware",
    "museum.core.middleware.TifinaghReadingMiddleware",
    "django.middleware.common.CommonMiddleware",
    "museum.core.low_data.LowDataMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "museum.accounts.middleware.SessionAgeMiddleware",
    "museum.accounts.middleware.SecondFactorMiddleware",
    "museum.accounts.middleware.ExportLogMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "museum.core.middleware.PublicationGateMiddleware",
    "museum.core.failures.StorageFailureMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "axes.middleware.AxesMiddleware",
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
else:
    # Each process holds a pool; a request borrows a connection that was found alive. One that cannot be had soon fails,
    # and is asked for afresh by the next request, so that a restart of the database needs no hand.
    DATABASES["default"]["CONN_MAX_AGE"] = 0
    DATABASES["default"].setdefault("OPTIONS", {})["pool"] = {
        "min_size": int(os.environ.get("DATABASE_POOL_MIN") or 1),
        "max_size": int(os.environ.get("DATABASE_POOL_MAX") or 6),
        "timeout": 3,
        "reconnect_timeout": 5,
        "max_idle": 120,
    }
    DATABASES["default"]["OPTIONS"].setdefault("connect_timeout", 3)
    # What pages ask for the third time on a connection is kept by the server, parsed and planned (museum.core.pipelines).
    if os.environ.get("DATABASE_STATEMENTS", "on").strip().lower() != "off":
        DATABASES["default"]["OPTIONS"].setdefault("prepare_threshold", 2)
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

# The land of every map: polygons as TopoJSON or GeoJSON, without political borders (docs/maps.md).
BASE_MAP = os.environ.get("BASE_MAP") or NODE_MODULES / "world-atlas" / "land-50m.json"

# Uploads: originals stay private; only renditions and published files are served.
MEDIA_URL = "/media/"
MEDIA_ROOT = MEDIA_DIR / "public"
PRIVATE_MEDIA_ROOT = MEDIA_DIR / "private"
STORAGES = {
    "default": {"BACKEND": "museum.assets.storage.PublicStorage"},
    "private": {
        "BACKEND": "museum.assets.storage.PrivateStorage",
        "OPTIONS": {"location": str(PRIVATE_MEDIA_ROOT)},
    },
    "staticfiles": {"BACKEND": "museum.core.staticfiles.MuseumStaticFilesStorage"},
}
# On S3 visitors fetch from one place, and originals, drafts and documents lie in another that nobody reads but the museum:
# two buckets, or two folders of one. Either may lie behind another name, such as a CDN's.
if os.environ.get("S3_PUBLIC_BUCKET"):
    STORAGES |= s3_storages(os.environ)
# Seconds for which an address of a private file is good, where whoever may have it fetches it from S3; 0: the museum sends it.
S3_SIGNED_SECONDS = int(os.environ.get("S3_SIGNED_SECONDS") or 0)
# The museum may serve its public media itself (``make run``); in production a web server or S3 does.
SERVE_MEDIA = False

# Heavy work waits in the database for ``manage.py work``, which ``make run`` starts beside the server; a worker that has
# been silent for so many seconds is dead, and its task is taken up again. Wagtail's own small tasks (indexes, deletions) are done at once: a decision must be true when it is taken.
TASKS = {
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
    "background": {"BACKEND": "django_tasks_db.DatabaseBackend"},
}
WORKER_LEASE = float(os.environ.get("WORKER_LEASE") or 60)

# Redis where there are several machines: counts of attempts and pages made are then shared. Nothing else depends on it.
SHARED_CACHE = bool(os.environ.get("CACHE_URL"))
CACHES = {
    "default": {
        "BACKEND": "museum.core.shared_cache.ForgivingRedisCache",
        "LOCATION": os.environ["CACHE_URL"],
        "OPTIONS": {"socket_timeout": 2, "socket_connect_timeout": 1},
    }
    if SHARED_CACHE
    else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    # Wagtail would remember renditions in each process for itself, also those that another has deleted.
    "renditions": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"},
}
# Public pages are kept whole by each process, in so many bytes; 0 keeps none (museum.core.page_cache).
PAGE_CACHE_BYTES = int(os.environ.get("PAGE_CACHE_MB") or 64) * 1024 * 1024
# Addresses of caches in front of the museum that are told of every decision, and seconds for which one that cannot be
# told, such as a CDN, may keep a page (docs/operations.md).
FRONT_CACHES = [address for address in os.environ.get("FRONT_CACHES", "").split(",") if address]
CDN_SECONDS = int(os.environ.get("CDN_SECONDS") or 0)
# "off" takes back what visitors' browsers keep of the museum, and offers it no more (docs/offline.md).
OFFLINE = os.environ.get("OFFLINE", "on").strip().lower() != "off"

# A line of the log for each request, as JSON or as text (museum.core.logs), and who may read the numbers at /metrics/:
# whoever shows the token, or asks from one of these addresses or networks without a proxy between.
LOG_FORMAT = os.environ.get("LOG_FORMAT") or "text"
LOG_REQUESTS = os.environ.get("LOG_REQUESTS") == "1"
METRICS_TOKEN = os.environ.get("METRICS_TOKEN", "")
METRICS_ADDRESSES = [network for network in os.environ.get("METRICS_ADDRESSES", "").split(",") if network]

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
# A document is taken away, never opened within the museum.
WAGTAILDOCS_INLINE_CONTENT_TYPES: list[str] = []
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "pdf", "txt", "vtt", "srt", "xlsx"]
WAGTAILEMBEDS_FINDERS: list[dict] = []
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
# Words are folded and stemmed by the museum (museum.core.terms), the same way on both databases.
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database", "SEARCH_CONFIG": "simple"}}
WAGTAILADMIN_COMMENTS_ENABLED = True
WAGTAILADMIN_USER_LOGIN_FORM = "museum.desk.forms.CuratorLoginForm"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
LOGIN_URL = "wagtailadmin_login"
X_FRAME_OPTIONS = "SAMEORIGIN"
