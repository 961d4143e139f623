from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StoriesConfig(AppConfig):
    name = "stories"
    label = "stories"
    verbose_name = _("Stories")

    def ready(self):
        """Put the map's needs among the system checks; follow where places lie."""
        from stories import checks, upkeep  # noqa: F401
