"""Taking the museum along, in templates."""

from django import template
from django.conf import settings

from exhibits.models import ExhibitPage
from museum.assets.carrying import carried
from museum.core.prepared import Prepared
from museum.offline.models import ExhibitPackage
from museum.offline.shell import PAGE_BYTES
from museum.offline.views import GROUND, NIGHT

register = template.Library()


@register.simple_tag
def offline_offered() -> bool:
    """Whether visitors may keep pages on their devices (the setting ``OFFLINE``)."""
    return settings.OFFLINE


@register.simple_tag
def app_colours() -> dict:
    """``day`` and ``night``: the colours that a browser gives its own frame."""
    return {"day": GROUND, "night": NIGHT}


_PACKAGE = Prepared(lambda key, language: ExhibitPackage.objects.filter(translation_key=key, language=language))


@register.inclusion_tag("offline/keep.html", takes_context=True)
def take_along(context, page) -> dict:
    """The offer to keep ``page`` on this device, with what that takes; stands after all that the page shows.

    Nothing is offered of a preview, nor of what not everybody may see.
    """
    request = context.get("request")
    if request is None or getattr(request, "is_preview", False) or not page.live:
        return {}
    shown = carried(request)
    is_exhibit = isinstance(page, ExhibitPage)
    return {
        "package_key": page.translation_key if is_exhibit else None,
        "package": next(iter(_PACKAGE(page.translation_key, page.language).rows()), None) if is_exhibit else None,
        "page": page,
        "address": page.get_url(request),
        "offered": settings.OFFLINE,
        "bytes": PAGE_BYTES + shown.picture_bytes,
        "sound_bytes": shown.sound_bytes,
        "has_sounds": bool(shown.sounds),
    }


@register.simple_tag(takes_context=True)
def packed_picture(context, image) -> dict | None:
    """``path``, ``width``, ``height`` of an image in the carton that is being filled."""
    return context["carton"].picture(image)


@register.simple_tag(takes_context=True)
def packed_sound(context, recording) -> str | None:
    """The path of a sound in the carton that is being filled."""
    return context["carton"].sound(recording)


@register.simple_tag(takes_context=True)
def packed_transcript(context, recording) -> list:
    """What is heard in a recording, row by row."""
    return context["carton"].transcript(recording)
