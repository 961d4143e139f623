"""Preservation's place in the admin: a report, a line on the dashboard."""

from django.contrib.auth.models import Permission
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from museum.preservation import desk_views


@hooks.register("register_admin_urls")
def addresses():
    """The report."""
    return [path("preservation/", desk_views.report, name="museum_preservation")]


@hooks.register("register_permissions")
def permissions():
    """Who may read it is chosen with the other permissions of a group."""
    return Permission.objects.filter(content_type__app_label="preservation", codename="view_run")


class ReportMenuItem(MenuItem):
    """Shown to who may read the report."""

    def is_shown(self, request):
        return request.user.has_perm(desk_views.PERMISSION)


@hooks.register("register_reports_menu_item")
def menu_item():
    """Beside Wagtail's reports."""
    return ReportMenuItem(_("Preservation"), reverse("museum_preservation"), icon_name="history", order=910)


@hooks.register("construct_homepage_panels")
def panel(request, panels):
    """After what waits."""
    panels.append(desk_views.PreservationPanel())
