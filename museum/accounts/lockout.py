"""What somebody reads who has typed wrong passwords too often (django-axes counts, in the database, for every server)."""

from django.conf import settings
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def locked_out(request, original_response=None, credentials=None, *args, **kwargs):
    """The sign-in page with a sentence, 429, and when to come back."""
    seconds = int(settings.AXES_COOLOFF_TIME.total_seconds())
    minutes = seconds // 60
    sentence = ngettext(
        "Too many wrong passwords. Wait %(minutes)d minute, then try again or reset your password.",
        "Too many wrong passwords. Wait %(minutes)d minutes, then try again or reset your password.",
        minutes,
    ) % {"minutes": minutes}
    context = {"heading": _("Locked for a while"), "sentence": sentence}
    response = render(request, "accounts/admin/locked_out.html", context, status=429)
    response.headers["Retry-After"] = str(seconds)
    return response
