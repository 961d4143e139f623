"""How often one client may ask for what is dear: a count in the cache for each kind, each address and each span of time.

Counting is cheap and knows nobody: what is counted by is a keyed digest of the address, forgotten when its span is over. With
a shared cache (``CACHE_URL``) all servers count together, without one each process by itself.
Answers: https://www.rfc-editor.org/rfc/rfc6585#section-4
"""

import hashlib
import hmac
import re
import time
from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache
from django.http import HttpResponse
from django.template import loader
from django.utils.translation import get_language_from_path, get_language_from_request, override
from django.utils.translation import gettext as _

from museum.core.clients import client_address
from museum.core.languages import direction


@dataclass(frozen=True)
class Limit:
    """At most ``count`` requests in ``seconds`` from one address.

    ``path`` is a pattern of the whole path; blank where a view counts by itself (``exceeded``). ``methods`` is what is counted.
    """

    count: int
    seconds: int
    path: str = ""
    methods: tuple[str, ...] = ("POST",)

    def covers(self, request) -> bool:
        """Whether a request is of this kind."""
        return bool(self.path) and request.method in self.methods and bool(re.fullmatch(self.path, request.path_info))


def exceeded(name: str, request) -> int:
    """Count a request of the kind ``name`` (``RATE_LIMITS``); seconds to wait where it was one too many, else 0."""
    limit = settings.RATE_LIMITS[name]
    now = time.time()
    span = int(now // limit.seconds)
    who = hmac.new(settings.SECRET_KEY.encode(), client_address(request).encode(), hashlib.sha256).hexdigest()[:24]
    key = f"limit:{name}:{span}:{who}"
    cache.add(key, 0, timeout=limit.seconds)
    try:
        count = cache.incr(key)
    except ValueError:
        # Forgotten between the two: a cache that is full.
        return 0
    return max(int((span + 1) * limit.seconds - now), 1) if count > limit.count else 0


def too_many(request, wait: int) -> HttpResponse:
    """A 429 in the reader's language that says when to come back; it needs no database."""
    language = get_language_from_path(request.path_info) or get_language_from_request(request)
    with override(language):
        words = _(
            "Too many requests came from your address in a short time. Please wait %(seconds)d seconds and try again."
        )
        sentence = words % {"seconds": wait}
        if "text/html" in request.headers.get("Accept", ""):
            context = {"sentence": sentence, "language": language, "direction": direction(language)}
            answer = HttpResponse(loader.render_to_string("429.html", context), status=429)
        else:
            answer = HttpResponse(f"{sentence}\n", status=429, content_type="text/plain; charset=utf-8")
    answer.headers["Retry-After"] = str(wait)
    answer.headers["Cache-Control"] = "no-store"
    return answer


class RateLimitMiddleware:
    """Refuse politely what one address asks too often (``RATE_LIMITS`` in museum/settings/security.py)."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        for name, limit in settings.RATE_LIMITS.items():
            if limit.covers(request) and (wait := exceeded(name, request)):
                return too_many(request, wait)
        return self.get_response(request)
