"""Middleware of the whole museum."""

import re

from django.http import JsonResponse
from django.middleware.gzip import GZipMiddleware
from django.middleware.locale import LocaleMiddleware
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import override
from wagtail.admin import messages
from wagtail.users.models import UserProfile

from museum.core.languages import INTERFACE_LANGUAGES
from museum.core.readiness import NotReady
from museum.core.refusal import edit_address, refusal
from museum.core.tifinagh import to_latin

_ZGH_LINK = re.compile(r'(href="/zgh/[^"?#]*)(\?[^"#]*)?')


class LanguageMiddleware(LocaleMiddleware):
    """The language of the address decides; Django's redirects to a guessed prefix are not made.

    ``LocaleMiddleware`` redirects ``/x`` to ``/fr/x`` when that exists and sets ``Vary``; the museum negotiates at
    ``/`` alone and answers a 404 with a page that helps.
    """

    def process_response(self, request, response):
        """Say the language of the answer."""
        if request.path_info.split("/")[1:2] and request.path_info.split("/")[1] in INTERFACE_LANGUAGES:
            response.headers.setdefault("Content-Language", request.path_info.split("/")[1])
        return response


class CompressionMiddleware(GZipMiddleware):
    """Django's compression, which leaves alone what is compressed already and what was asked for in parts.

    A part of a file is counted in its own bytes: compressed, a player would wait for bytes that never come.
    """

    def process_response(self, request, response):
        """Compress text; pass sound, film, pictures and parts of files on."""
        kind = response.headers.get("Content-Type", "")
        is_binary = kind.startswith(("audio/", "video/", "image/")) and not kind.startswith("image/svg")
        if is_binary or response.status_code in (206, 416):
            return response
        return super().process_response(request, response)


class TifinaghReadingMiddleware:
    """``/zgh/…?script=latn`` reads the same page in Latin letters, and keeps to it from link to link."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if (
            request.path_info.startswith("/zgh/")
            and request.GET.get("script") == "latn"
            and response.headers.get("Content-Type", "").startswith("text/html")
            and not response.streaming
        ):
            if hasattr(response, "render") and not response.is_rendered:
                response.render()
            html = to_latin(response.content.decode(response.charset))
            html = html.replace('lang="zgh"', 'lang="zgh-Latn"')
            html = _ZGH_LINK.sub(self._keep_script, html)
            response.content = html.encode(response.charset)
            # CommonMiddleware has counted the Tifinagh letters; a browser would wait for the difference.
            response.headers["Content-Length"] = str(len(response.content))
        return response

    @staticmethod
    def _keep_script(match: re.Match) -> str:
        query = match[2] or ""
        if "script=" in query:
            return match[0]
        return f"{match[1]}{query}{'&amp;' if query else '?'}script=latn"


class PublicationGateMiddleware:
    """Turn a publication refused by the gate into a sentence with what is missing, never an error page.

    The create and edit views ask before they publish (museum.desk.publication); this answers for every other route:
    approval in a workflow, a modal of the dashboard, whatever comes later.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        """Say what is missing and lead to where it is mended."""
        if not isinstance(exception, NotReady):
            return None
        address = edit_address(exception.instance, request.user) or request.META.get("HTTP_REFERER")
        address = address or reverse("wagtailadmin_home")
        with override(UserProfile.get_for_user(request.user).get_preferred_language()):
            messages.error(request, refusal(exception.instance, exception.checks))
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            return JsonResponse({"step": "success", "redirect": address})
        return redirect(address)
