from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AssetsConfig(AppConfig):
    name = "museum.assets"
    label = "assets"
    verbose_name = _("Media")

    def ready(self):
        """Follow the publication of recordings; let no rendition say what a camera noted."""
        from museum.assets import image_operations, signals

        image_operations.connect()
        signals.connect()
