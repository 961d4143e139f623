"""What the worker in a visitor's browser is told: which files make a page readable without network, and its limits."""

import hashlib
import json
from functools import lru_cache
from urllib.parse import urlsplit

from django.conf import settings
from django.core.files.storage import default_storage
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import override

from museum.core.languages import INTERFACE_LANGUAGES

#: What one visitor's browser keeps at most, in bytes.
LIMIT_BYTES = 50 * 1024 * 1024
#: What a page itself takes beside its pictures and sounds, about: its text; said with them before it is kept.
PAGE_BYTES = 70 * 1024

#: Scripts of a page that reads whole without network; what opens three-dimensional views is not among them.
_COMPONENTS = ("compare", "copy", "journey", "keep", "kept", "kept-here", "recording", "roads", "share", "theme")
FILES = (
    "css/museum.css",
    "img/star.svg",
    "js/theme.js",
    "js/main.js",
    *(f"js/components/{name}.js" for name in _COMPONENTS),
)


@lru_cache(maxsize=1)
def worker_settings() -> str:
    """The settings as JSON; another version of any file is another worker."""
    offline = {}
    for language in INTERFACE_LANGUAGES:
        with override(language):
            offline[language] = reverse("offline:offline")
    shell = [static(name) for name in FILES]
    told = {
        "languages": list(INTERFACE_LANGUAGES),
        "offline": offline,
        "shell": [*shell, *offline.values()],
        "static": urlsplit(settings.STATIC_URL).path,
        "media": [urlsplit(default_storage.url("x")).path.removesuffix("x"), "/iiif/image/3/"],
        "hashed": not settings.DEBUG,
        "limit": LIMIT_BYTES,
    }
    told["version"] = hashlib.sha256(json.dumps(told).encode()).hexdigest()[:12]
    return json.dumps(told)
