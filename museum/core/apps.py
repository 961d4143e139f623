from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    name = "museum.core"
    label = "core"
    verbose_name = _("Museum core")

    def ready(self):
        """Put the rules of the house among the system checks."""
        from museum.core import checks  # noqa: F401
