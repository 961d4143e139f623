"""What templates ask of recordings."""

from django import template
from django.urls import reverse

from museum.assets.carrying import note_sound
from museum.core.ranges import media_type

register = template.Library()


@register.simple_tag(takes_context=True)
def recording_streams(context, recording) -> list[dict]:
    """``url`` and ``type`` of each file to play; in a preview the private upload, for who may see it."""
    request = context.get("request")
    if not recording.streams and recording.original and recording.pk and getattr(request, "is_preview", False):
        address = reverse("museum_recording_original", args=[recording.pk])
        return [{"url": address, "type": media_type(recording.original.name)}]
    note_sound(request, recording)
    return recording.streams
