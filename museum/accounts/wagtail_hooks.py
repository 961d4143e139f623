"""The second factor in Wagtail's admin, and the museum's own actions in its log."""

from django.conf import settings
from django.urls import include, path, reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.ui.components import Component

from museum.accounts import audit
from museum.accounts.factors import may_decide


@hooks.register("register_admin_urls")
def urls():
    """Under the admin's address, behind its password."""
    return [path("second-factor/", include("museum.accounts.urls"))]


@hooks.register("register_account_menu_item")
def account_item(request):
    """A way there from one's account."""
    return {
        "url": reverse("second_factor:overview"),
        "label": _("Second factor"),
        "help_text": _("An app, a passkey, recovery codes: what you give besides your password."),
    }


@hooks.register("register_log_actions")
def log_actions(actions):
    """The museum's own actions, so that histories and the report can show and filter them."""
    audit.register(actions)


class WithoutSecondFactor(Component):
    """Says that a password alone opens this installation."""

    name = "museum_without_second_factor"
    template_name = "accounts/admin/off_panel.html"
    order = 40


@hooks.register("construct_homepage_panels")
def off_panel(request, panels):
    """Where the second factor is switched off, whoever may decide sees it said."""
    if not settings.SECOND_FACTOR_REQUIRED and may_decide(request.user):
        panels.append(WithoutSecondFactor())
