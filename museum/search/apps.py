from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "museum.search"
    label = "museum_search"
    verbose_name = _("Search")

    def ready(self):
        """Follow what is published, withdrawn, moved and deleted."""
        from museum.search import upkeep

        upkeep.connect()
