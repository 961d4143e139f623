"""Timing a transcript in the admin, by keyboard."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages

from museum.assets import timing
from museum.assets.models import Recording
from museum.core.languages import CONTENT_LANGUAGES, direction


def time_transcript(request, recording_id: int):
    """Paste, play, press Enter: lines become a draft track. What was typed stays where something is wrong."""
    stored = get_object_or_404(Recording, pk=recording_id)
    lock = stored.get_lock()
    if not request.user.has_perm("assets.change_recording") or (lock and lock.for_user(request.user)):
        raise PermissionDenied
    recording = stored.get_latest_revision_as_object()
    edit = reverse(Recording.snippet_viewset.get_url_name("edit"), args=[stored.pk])
    codes = dict(CONTENT_LANGUAGES)
    language = request.POST.get("language") or request.GET.get("language") or recording.language or "fr"
    language = language if language in codes else "fr"
    known = timing.track_in(recording, language)
    with_speakers = request.method != "POST" or "speakers" in request.POST
    pasted = request.POST.get("pasted", "")
    if request.method == "POST":
        lines = timing.lines_from(request.POST)
        cues = timing.cues_of(lines, recording.duration, with_speakers)
        if lines and not any(line.errors for line in lines):
            timing.save_draft(recording, language, cues, request.user)
            messages.success(request, _("The timed text is kept as a draft. Read it over, then set its status."))
            return redirect(edit)
        messages.error(
            request, _("Nothing is saved yet: see what is marked below. What you typed is still here.") if lines
            else _("Nothing is saved yet: there is not one line.")
        )  # fmt: skip
    else:
        lines = timing.lines_of(known.cues) if known else []
    return render(
        request,
        "assets/admin/timing.html",
        {
            "recording": stored,
            "edit_url": edit,
            "language": language,
            "direction": direction(language),
            "languages": CONTENT_LANGUAGES,
            "known": known,
            "lines": lines,
            "pasted": pasted,
            "with_speakers": with_speakers,
            "header_title": _("Time the transcript"),
            "breadcrumbs_items": [
                {"url": reverse("wagtailadmin_home"), "label": _("Home")},
                {"url": edit, "label": str(stored)},
                {"url": "", "label": _("Time the transcript")},
            ],
        },
    )
