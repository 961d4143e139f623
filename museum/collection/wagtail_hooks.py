"""The catalogue's place in the admin."""

from wagtail.snippets.models import register_snippet

from museum.collection.viewsets import CatalogueGroup

register_snippet(CatalogueGroup)
