"""What an editor reads when a file could not be stored: that nothing was saved by halves, and that nothing typed is lost."""

import errno
import logging

from botocore.exceptions import BotoCoreError, ClientError
from django.conf import settings
from django.http import HttpResponse, JsonResponse
from django.template import loader
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from wagtail.users.models import UserProfile

from museum.core.languages import direction

logger = logging.getLogger("museum.failures")

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NO_ACCESS = {errno.EROFS, errno.EIO, errno.EACCES, errno.ESTALE}


def reason(fault: Exception) -> str | None:
    """A sentence that says why a file could not be stored; None of a fault that is no storage's."""
    if isinstance(fault, OSError) and fault.errno in _NO_ROOM:
        return _("There is no room left where the museum keeps its files.")
    if isinstance(fault, BotoCoreError | ClientError) or (isinstance(fault, OSError) and fault.errno in _NO_ACCESS):
        return _("The place where the museum keeps its files does not answer.")
    return None


def _language_of(request) -> str:
    """The language of the editor whose request failed; of anybody else that of the address."""
    user = getattr(request, "user", None)
    if user is not None and user.is_authenticated:
        return UserProfile.get_for_user(user).get_preferred_language()
    return get_language() or settings.LANGUAGE_CODE


class StorageFailureMiddleware:
    """Answers a request whose file could not be stored or read with 503 and a sentence."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        """Say what is amiss; Wagtail's upload of many files reads its sentence from JSON."""
        if reason(exception) is None:
            return None
        with override(_language_of(request)):
            return self._answer(request, exception)

    @staticmethod
    def _answer(request, exception) -> HttpResponse:
        words = reason(exception)
        logger.error("A file could not be stored or read at %s: %r", request.path, exception)
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            return JsonResponse({"success": False, "error_message": words, "error": words})
        language = get_language()
        context = {
            "language": language,
            "direction": direction(language),
            "words": words,
            "typed": request.method == "POST",
        }
        page = loader.get_template("503.html").render(context)
        return HttpResponse(page, status=503, headers={"Retry-After": "60", "Cache-Control": "no-store"})
