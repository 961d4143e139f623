from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "museum.accounts"
    label = "accounts"
    verbose_name = _("Accounts and what they did")

    def ready(self):
        """Listen for sign-ins and for changes that the log keeps."""
        from museum.accounts import audit

        audit.connect()
