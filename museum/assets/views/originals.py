"""Originals, for those who may edit them and for nobody else."""

from pathlib import PurePath

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe
from wagtail.images import permissions

from museum.assets.handing_out import redirected
from museum.assets.models import MuseumImage, Recording
from museum.core.ranges import ranged


@require_safe
def download_original(request, image_id: int):
    """The original file of an image, as a download, for who may change the image."""
    image = get_object_or_404(MuseumImage, pk=image_id)
    if not permissions.permission_policy.user_has_permission_for_instance(request.user, "change", image):
        raise PermissionDenied
    if answer := redirected(image.file, PurePath(image.file.name).name):
        return answer
    try:
        file = image.file.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    response = FileResponse(file, as_attachment=True, filename=PurePath(image.file.name).name)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-store"
    return response


@require_safe
def play_original(request, recording_id: int):
    """The uploaded sound or film of a recording, nothing kept back, for who may change the recording."""
    recording = get_object_or_404(Recording, pk=recording_id)
    if not request.user.has_perm("assets.change_recording"):
        raise PermissionDenied
    source = (recording.get_latest_revision_as_object().original or recording.original) or recording.file
    if not source:
        raise Http404
    try:
        file, size = source.storage.open(source.name), source.storage.size(source.name)
        modified = source.storage.get_modified_time(source.name).timestamp()
    except FileNotFoundError as error:
        raise Http404 from error
    answer = ranged(request, file, size, source.name, modified)
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
