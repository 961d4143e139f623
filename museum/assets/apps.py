from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AssetsConfig(AppConfig):
    name = "museum.assets"
    label = "assets"
    verbose_name = _("Media")

    def ready(self):
        """Follow the publication of recordings."""
        from museum.assets import signals

        signals.connect()
