"""What a browser needs to keep the museum: the worker, the manifest of the app and its icons, the pages shown without
network; and packed exhibits."""

from django.conf import settings
from django.core.files.storage import storages
from django.http import FileResponse, Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from exhibits.models import ExhibitPage
from museum.core.languages import current_language, direction
from museum.core.translations import published
from museum.offline import packing
from museum.offline.icons import SIZES, icon
from museum.offline.models import ExhibitPackage
from museum.offline.shell import LIMIT_BYTES, worker_settings

#: Lime plaster and indigo, as in static/css/tokens.css.
GROUND, NIGHT = "#eee7da", "#10152c"
WEEK = 7 * 24 * 3600


@require_safe
def worker(request):
    """``/sw.js``: asked for again at every visit, so that a new version or the kill switch holds at once."""
    if settings.OFFLINE:
        body = (
            f'"use strict";\nself.MUSEUM = {worker_settings()};\nimportScripts("{static("js/offline/worker.js")}");\n'
        )
    else:
        body = f'importScripts("{static("js/offline/leave.js")}");\n'
    return HttpResponse(body, content_type="text/javascript; charset=utf-8", headers={"Cache-Control": "no-cache"})


@require_safe
def manifest(request):
    """The museum as an app, in one language (https://www.w3.org/TR/appmanifest/)."""
    language = current_language()
    icons = [
        {"src": reverse("app_icon", args=[purpose, size]), "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
        for size in (192, 512) for purpose in ("any", "maskable")
    ]  # fmt: skip
    return JsonResponse(
        {
            "id": f"/{language}/",
            "name": _("Rihla, virtual museum of Moroccan migration"),
            "short_name": _("Rihla"),
            "description": _(
                "Rihla is a virtual museum of Moroccan migration: what people carried, sent, sang and left on the road."
            ),
            "lang": language,
            "dir": direction(language),
            "start_url": f"/{language}/",
            "scope": "/",
            "display": "minimal-ui",
            "background_color": GROUND,
            "theme_color": GROUND,
            "icons": [*icons, {"src": static("img/star.svg"), "sizes": "any", "type": "image/svg+xml"}],
            "categories": ["education", "books"],
        },
        content_type="application/manifest+json",
        json_dumps_params={"ensure_ascii": False},
        headers={"Cache-Control": f"public, max-age={24 * 3600}"},
    )


@require_safe
def app_icon(request, purpose: str, size: int):
    """An icon of the app as PNG."""
    if size not in SIZES or purpose not in ("any", "maskable"):
        raise Http404
    data = icon(size, maskable=purpose == "maskable")
    return HttpResponse(data, content_type="image/png", headers={"Cache-Control": f"public, max-age={WEEK}"})


@require_safe
def offline(request):
    """What a browser that keeps something shows where there is no network and the page asked for is not kept."""
    return _listed(request, "offline/offline.html")


@require_safe
def kept(request):
    """What this browser keeps, with sizes, and how to delete it."""
    if not settings.OFFLINE:
        raise Http404
    return _listed(request, "offline/kept.html")


def _listed(request, template: str):
    response = render(request, template, {"limit": LIMIT_BYTES})
    response["X-Robots-Tag"] = "noindex"
    return response


@require_safe
def package(request, key):
    """A packed exhibit in the reader's language; 410 where it was withdrawn, 503 while it is being made."""
    language = current_language()
    page = published(ExhibitPage.objects.filter(translation_key=key, locale__language_code=language)).first()
    if page is None:
        if ExhibitPackage.objects.filter(translation_key=key, language=language).exists():
            return render(request, "offline/gone.html", status=410)
        raise Http404
    try:
        found = packing.package_of(page)
    except packing.Busy:
        return render(request, "offline/busy.html", {"page": page}, status=503)
    etag = f'"{found.digest[:32]}"'
    # Asked again each time: no cache may hold what the museum has taken back since.
    headers = {"ETag": etag, "Cache-Control": "no-cache", "X-Robots-Tag": "noindex"}
    if (unchanged := get_conditional_response(request, etag=etag)) is not None:
        return unchanged
    name = f"{page.slug}-{language}.zip"
    return FileResponse(
        storages["private"].open(found.name, "rb"),
        as_attachment=True, filename=name, content_type="application/zip", headers=headers,
    )  # fmt: skip
