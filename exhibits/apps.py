from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ExhibitsConfig(AppConfig):
    name = "exhibits"
    label = "exhibits"
    verbose_name = _("Exhibits")

    def ready(self):
        """Follow what happens to images."""
        from exhibits import upkeep  # noqa: F401
