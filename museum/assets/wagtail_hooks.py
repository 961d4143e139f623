"""Media in the admin: originals for editors, none for the public."""

from django.urls import path
from wagtail import hooks

from museum.assets.image_operations import LargestPublicOperation
from museum.assets.views import download_original


@hooks.register("register_admin_urls")
def admin_urls():
    """Where those who may edit an image fetch its original."""
    return [path("images/<int:image_id>/original/", download_original, name="museum_image_original")]


@hooks.register("register_image_operations", order=100)
def image_operations():
    """After Wagtail's own: ``original`` is the largest that the public may see."""
    return [("original", LargestPublicOperation)]
