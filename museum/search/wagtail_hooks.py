"""The search's place in the admin: a report, from which results are put first, and words of the same meaning."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from museum.search import desk_views
from museum.search.viewsets import ConceptViewSet

register_snippet(ConceptViewSet)


@hooks.register("register_admin_urls")
def addresses():
    """The report, one query, and what changes it."""
    return [
        path("searches/", desk_views.report, name="museum_search_report"),
        path("searches/first/", desk_views.first, name="museum_search_first"),
        path("searches/first/change/", desk_views.change, name="museum_search_change"),
    ]


@hooks.register("register_reports_menu_item")
def menu_item():
    """Beside Wagtail's reports."""
    return MenuItem(_("What visitors look for"), reverse("museum_search_report"), icon_name="search", order=900)
