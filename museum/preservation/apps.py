from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PreservationConfig(AppConfig):
    name = "museum.preservation"
    label = "preservation"
    verbose_name = _("Preservation")

    def ready(self):
        """Note the checksum of what is uploaded; say in the numbers when what was last done."""
        from museum.preservation import fixity, numbers  # noqa: F401

        fixity.connect()
