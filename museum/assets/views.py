"""Originals, for those who may edit them and for nobody else."""

from pathlib import PurePath

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe
from wagtail.images import permissions

from museum.assets.models import MuseumImage


@require_safe
def download_original(request, image_id: int):
    """The original file of an image, as a download, for who may change the image."""
    image = get_object_or_404(MuseumImage, pk=image_id)
    if not permissions.permission_policy.user_has_permission_for_instance(request.user, "change", image):
        raise PermissionDenied
    try:
        file = image.file.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    response = FileResponse(file, as_attachment=True, filename=PurePath(image.file.name).name)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-store"
    return response
