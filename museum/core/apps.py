from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    name = "museum.core"
    label = "core"
    verbose_name = _("Museum core")

    def ready(self):
        """Put the rules of the house among the system checks, and watch what may change what visitors see."""
        from django.db.backends.signals import connection_created
        from django.db.models.signals import post_migrate

        from museum.core import checks, stamp  # noqa: F401

        connection_created.connect(stamp.watch, dispatch_uid="museum.core.stamp")
        # A new version of the museum writes its pages anew.
        post_migrate.connect(lambda using, **_signal: stamp.decided(using), sender=self, weak=False)
