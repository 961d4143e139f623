"""Public pages of recordings, and their timed text.

- ``assets/recording.html``: see ``museum.assets.transcripts.page_context``; ``citation`` is the line to cite.
- ``assets/recordings.html``: ``records`` in alphabetical order of the reader's language.
"""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.cache import get_conditional_response, patch_cache_control, set_response_etag
from django.views.decorators.http import require_safe

from museum.assets.models import Recording
from museum.assets.transcripts import as_webvtt, citation_of, page_context


def _published():
    return Recording.objects.filter(live=True).prefetch_related("texts", "tracks")


@require_safe
def recordings(request):
    """Every published recording."""
    return render(request, "assets/recordings.html", {"records": sorted(_published(), key=str)})


@require_safe
def recording(request, slug):
    """One recording: player, transcript, chapters, index. ``?t=`` ``?q=`` ``?read=`` ``?beside=``."""
    found = get_object_or_404(_published(), slug=slug)
    context = page_context(found, request)
    context["citation"] = citation_of(found, context["text"], context["passage"], context["permanent_url"])
    return render(request, "assets/recording.html", context)


@require_safe
def recording_track(request, slug, kind, language):
    """Timed text as WebVTT, for players and for whoever takes it away: only what is reviewed, without what is kept back."""
    found = get_object_or_404(_published(), slug=slug)
    track = next((track for track in found.public_tracks(kind) if track.language == language), None)
    if track is None:
        raise Http404
    answer = HttpResponse(as_webvtt(track, found.passages), content_type="text/vtt; charset=utf-8")
    answer.headers["X-Content-Type-Options"] = "nosniff"
    # Asked again each time: no cache may hold words that are kept back since.
    patch_cache_control(answer, public=True, no_cache=True)
    set_response_etag(answer)
    return get_conditional_response(request, etag=answer.headers["ETag"], response=answer)
