"""The catalogue's place in the admin."""

from django.urls import path
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from museum.collection.views import suggest_all_places
from museum.collection.viewsets import CatalogueGroup

register_snippet(CatalogueGroup)


@hooks.register("register_admin_urls")
def admin_urls():
    """Where a place's field in a form asks for suggestions."""
    return [path("places/suggest/", suggest_all_places, name="museum_suggest_places")]
