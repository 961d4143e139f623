"""The Image API's answers: a picture, the description of an image, or a sentence that says what was wrong.

https://iiif.io/api/image/3.0/
"""

from __future__ import annotations

import hashlib
import json
import logging
import re

from django.conf import settings
from django.http import HttpResponse, HttpResponseNotModified, HttpResponseRedirect
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from wagtail.images.permissions import permission_policy

from museum.assets.models import MuseumImage
from museum.core.limits import exceeded, too_many
from museum.iiif.parameters import FORMATS, MAX_AREA, MAX_SIDE, TILE, Refused, levels, parse, sizes
from museum.iiif.pyramids import version
from museum.iiif.rendering import Busy, keep, kept, made
from museum.iiif.sources import Unreadable
from museum.iiif.visibility import LARGEST_NUMBER, Withdrawn, visible_image

logger = logging.getLogger("museum.iiif")

CONTEXT = "http://iiif.io/api/image/3/context.json"
PROFILE = "http://iiif.io/api/image/3/level2.json"
#: A reader's browser may keep a picture for a day without asking again; what many share asks every minute, and the answer
#: is 304 or the decision.
CACHE = "public, max-age=86400, s-maxage=60, must-revalidate"
JSON_LD = f'application/ld+json;profile="{CONTEXT}"'
METHODS = "GET, HEAD, OPTIONS"


def service(view):
    """A view of the service: open to every origin, its errors plain sentences in the reader's language."""

    @csrf_exempt
    def answer(request, pk: int, **parameters):
        if request.method == "OPTIONS":
            response = HttpResponse(status=204, headers={"Allow": METHODS})
        elif request.method not in ("GET", "HEAD"):
            response = HttpResponse(status=405, headers={"Allow": METHODS})
        else:
            response = _answered(view, request, pk, parameters)
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Access-Control-Allow-Methods"] = METHODS
        response.headers["Access-Control-Expose-Headers"] = "Link, ETag, Content-Length"
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response

    return answer


def _answered(view, request, pk: int, parameters: dict) -> HttpResponse:
    request.previews = False
    try:
        try:
            return view(request, visible_image(pk), **parameters)
        except MuseumImage.DoesNotExist:
            image = _image_of_editor(request, pk)
            request.previews = True
            response = view(request, image, **parameters)
            response.headers["Cache-Control"] = "private, no-store"
            return response
    except MuseumImage.DoesNotExist:
        return _sentence(_("There is no such image here."), 404)
    except (FileNotFoundError, Unreadable) as fault:
        logger.error("Image %s cannot be read: %s", pk, fault)
        return _sentence(_("There is no such image here."), 404)
    except Withdrawn:
        return _sentence(_("This image has been withdrawn from the museum."), 410)
    except Refused as refused:
        return _sentence(str(refused), refused.status)
    except Busy:
        return _sentence(_("Too many pictures are being made at once. Ask again in a moment."), 503)


def _image_of_editor(request, pk: int) -> MuseumImage:
    """An image that nothing public shows, for who may choose it in the admin and previews a page with it; raises
    ``MuseumImage.DoesNotExist`` for everybody else."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES or pk > LARGEST_NUMBER:
        raise MuseumImage.DoesNotExist
    image = MuseumImage.objects.get(pk=pk, withdrawn=False)
    if not permission_policy.user_has_any_permission_for_instance(request.user, ["choose", "add", "change"], image):
        raise MuseumImage.DoesNotExist
    return image


def _sentence(words: str, status: int) -> HttpResponse:
    response = HttpResponse(words + "\n", status=status, content_type="text/plain; charset=utf-8")
    response.headers["Cache-Control"] = "no-store"
    if status == 503:
        response.headers["Retry-After"] = "5"
    patch_vary_headers(response, ["Accept-Language"])
    return response


@service
def base(request, image):
    """The base address leads to the description."""
    response = HttpResponseRedirect(f"{request.build_absolute_uri(request.path.rstrip('/'))}/info.json")
    response.status_code = 303
    return response


@service
def info(request, image):
    """The description of an image: ``info.json`` (https://iiif.io/api/image/3.0/#5-image-information)."""
    address = request.build_absolute_uri(request.path.removesuffix("/info.json"))
    document = {
        "@context": CONTEXT,
        "id": address,
        "type": "ImageService3",
        "protocol": "http://iiif.io/api/image",
        "profile": "level2",
        "width": image.width,
        "height": image.height,
        "maxWidth": MAX_SIDE,
        "maxHeight": MAX_SIDE,
        "maxArea": MAX_AREA,
        "sizes": [{"width": width, "height": height} for width, height in sizes(image.width, image.height)],
        "tiles": [{"width": TILE, "height": TILE, "scaleFactors": levels(image.width, image.height)}],
        "preferredFormats": ["webp", "jpg"],
        "extraFormats": ["webp"],
        "extraQualities": ["color", "gray", "bitonal"],
        "extraFeatures": [
            "canonicalLinkHeader",
            "jsonldMediaType",
            "mirroring",
            "profileLinkHeader",
            "regionSquare",
            "rotationBy90s",
            "sizeUpscaling",
        ],
    }
    if image.rights:
        # The specification knows Creative Commons by addresses without s (https://github.com/IIIF/api/issues/2010).
        document["rights"] = image.rights.replace("https://creativecommons.org/", "http://creativecommons.org/")
    kind = JSON_LD if _wants_json_ld(request) else "application/json"
    data = json.dumps(document, ensure_ascii=False).encode()
    tag = f'"{hashlib.sha256(data + kind.encode()).hexdigest()[:16]}"'
    headers = {"ETag": tag, "Cache-Control": CACHE, "Link": _profile_link(), "Vary": "Accept"}
    if _has(request, tag):
        return HttpResponseNotModified(headers=headers)
    return HttpResponse(data, content_type=kind, headers=headers)


@service
def picture(request, image, region: str, size: str, rotation: str, last: str):
    """A picture of an image."""
    asked = parse(region, size, rotation, last, image.width, image.height)
    tag = f'"{version(image)}-{hashlib.sha256(asked.canonical.encode()).hexdigest()[:16]}"'
    address = request.build_absolute_uri(request.path)
    service_address = address.split(f"/{image.pk}/")[0] + f"/{image.pk}"
    headers = {
        "ETag": tag,
        "Cache-Control": CACHE,
        "Link": f'<{service_address}/{asked.canonical}>;rel="canonical", {_profile_link()}',
    }
    if _has(request, tag):
        return HttpResponseNotModified(headers=headers)
    kind = FORMATS[asked.kind]
    if request.previews:
        return HttpResponse(made(image, asked), content_type=kind, headers=headers)
    if (data := kept(image, asked)) is not None:
        return HttpResponse(data, content_type=kind, headers=headers)
    if wait := exceeded("pictures-made", request):
        return too_many(request, wait)
    return NewPicture(image, asked, content_type=kind, headers=headers)


class NewPicture(HttpResponse):
    """A picture made for this answer; kept for the next reader once this one has been sent it."""

    def __init__(self, image, asked, **options):
        self._picture = image, asked, made(image, asked)
        super().__init__(self._picture[-1], **options)

    def close(self):
        """Called by the server after the last byte: https://docs.djangoproject.com/en/5.2/ref/request-response/."""
        try:
            keep(*self._picture)
        except Exception:
            # The reader has the picture: that it could not be kept is the museum's concern alone.
            logger.exception("A picture of image %s could not be kept", self._picture[0].pk)
        finally:
            super().close()


def _has(request, tag: str) -> bool:
    return tag in [part.strip().removeprefix("W/") for part in request.headers.get("If-None-Match", "").split(",")]


def _profile_link() -> str:
    return f'<{PROFILE}>;rel="profile"'


def _wants_json_ld(request) -> bool:
    return "application/ld+json" in request.headers.get("Accept", "")


def unknown(request, rest: str):
    """No address here has this form: a sentence, not a page."""
    words = _("An address here is image/region/size/rotation/quality.format; info.json describes an image.")
    response = _sentence(words, 400 if re.match(r"[1-9][0-9]{0,17}(/|$)", rest) else 404)
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response
