"""Media in the admin: originals for editors, none for the public."""

from django.urls import path
from wagtail import hooks

from museum.assets.handing_out import redirected
from museum.assets.image_operations import LargestPublicOperation
from museum.assets.views.originals import download_original, play_original
from museum.assets.views.pictures import take_pictures
from museum.assets.views.timing import time_transcript


@hooks.register("register_admin_urls")
def admin_urls():
    """Where those who may edit a medium fetch its original, time what is said, and
    take pictures of a model."""
    return [
        path("images/<int:image_id>/original/", download_original, name="museum_image_original"),
        path("models/<int:model_id>/pictures/", take_pictures, name="museum_model_pictures"),
        path("recordings/<int:recording_id>/original/", play_original, name="museum_recording_original"),
        path("recordings/<int:recording_id>/timing/", time_transcript, name="museum_recording_timing"),
    ]


@hooks.register("before_serve_document", order=100)
def hand_out_document(document, request):
    """After Wagtail has asked whether the reader may have it."""
    return redirected(document.file, document.filename, document.content_type)


@hooks.register("register_image_operations", order=100)
def image_operations():
    """After Wagtail's own: ``original`` is the largest that the public may see."""
    return [("original", LargestPublicOperation)]
