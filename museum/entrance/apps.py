from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EntranceConfig(AppConfig):
    name = "museum.entrance"
    label = "entrance"
    verbose_name = _("Entrance")
