"""What the museum adds to Wagtail's admin."""

from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from museum.core.readiness import SKIPPED
from museum.desk import background, publication
from museum.desk.dashboard import WaitingPanel

hooks.register("before_publish_page", publication.ask_gate)
hooks.register("before_publish", publication.ask_gate)
# After Wagtail's own, which it replaces.
hooks.register("register_bulk_action", publication.ReadyPublishBulkAction, order=100)


@hooks.register("register_log_actions")
def log_actions(actions):
    """Let histories show what a scheduled run left out."""
    actions.register_action(SKIPPED)(publication.SkippedFormatter)


@hooks.register("insert_global_admin_css")
def museum_colours():
    """The museum's colours in the admin."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin/museum.css"))


@hooks.register("insert_global_admin_js")
def museum_scripts():
    """The direction of each field by its language, the way from what is missing to its field, finds and regions placed on
    the picture, views taken of an object, places typed by name, legs of a journey recorded quickly."""
    names = ("direction", "readiness", "finds", "regions", "views", "places", "journey")
    return format_html_join(
        "", '<script type="module" src="{}"></script>', ((static(f"js/admin/{name}.js"),) for name in names)
    )


@hooks.register("construct_homepage_panels")
def waiting_panel(request, panels):
    """What waits, before everything else on the dashboard."""
    panels.append(WaitingPanel())


@hooks.register("register_admin_urls")
def background_addresses():
    """The report on the work in the background."""
    return [
        path("background/", background.report, name="museum_background"),
        path("background/<uuid:pk>/again/", background.again, name="museum_background_again"),
    ]


class BackgroundMenuItem(MenuItem):
    """Shown to who may have a task tried again."""

    def is_shown(self, request):
        """Whether the user may."""
        return request.user.has_perm(background.PERMISSION)


@hooks.register("register_reports_menu_item")
def background_menu_item():
    """Beside Wagtail's reports."""
    return BackgroundMenuItem(_("Work in the background"), reverse("museum_background"), icon_name="history", order=950)
