from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OfflineConfig(AppConfig):
    name = "museum.offline"
    label = "offline"
    verbose_name = _("Offline")

    def ready(self):
        """Follow what packed exhibits show."""
        from museum.offline import upkeep  # noqa: F401
