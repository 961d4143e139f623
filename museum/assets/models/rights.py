"""What every medium carries: who made it, where it comes from, what may be done with it; and where originals lie."""

from django.core.files.storage import storages
from django.db import models
from django.utils.translation import gettext_lazy as _

from museum.core.rights import RightsField, RightsStatement, statement_for


def private_storage():
    """Where originals are kept; nothing in it has a public address."""
    return storages["private"]


class CreditMixin(models.Model):
    """Who made a medium, where it comes from, and what may be done with it."""

    creator = models.CharField(_("creator"), max_length=200, blank=True)
    credit = models.CharField(
        _("credit line"), max_length=200, blank=True, help_text=_("Printed beside it, exactly so.")
    )
    source = models.CharField(
        _("source"), max_length=300, blank=True, help_text=_("The archive, album or person it comes from.")
    )
    rights = RightsField()

    class Meta:
        abstract = True

    @property
    def rights_statement(self) -> RightsStatement | None:
        """The statement with its plain words, or ``None`` while rights are unknown."""
        return statement_for(self.rights)
