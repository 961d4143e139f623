from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class IIIFConfig(AppConfig):
    name = "museum.iiif"
    label = "iiif"
    verbose_name = _("Images for other viewers (IIIF)")

    def ready(self):
        """Follow what happens to images."""
        from museum.iiif import upkeep  # noqa: F401
