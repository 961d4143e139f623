"""Packing exhibits, which nobody waits for."""

import contextlib
import logging

from django.utils.translation import gettext_lazy as _
from django_tasks import task

from exhibits.models import ExhibitPage
from museum.core.retries import retried
from museum.core.translations import published
from museum.offline import packing

logger = logging.getLogger("museum.offline")


@task(backend="background")
@retried(_("Pack an exhibit"))
def pack_exhibit(pk: int) -> None:
    """Pack one exhibit, unless it was withdrawn meanwhile."""
    if page := published(ExhibitPage.objects.filter(pk=pk)).first():
        with contextlib.suppress(packing.Busy):
            packing.package_of(page)


@task(backend="background")
@retried(_("Pack the exhibits again that have changed"))
def pack_all() -> None:
    """Look at every published exhibit, and pack again what has changed. One that cannot be packed stops no other."""
    for page in published(ExhibitPage.objects.all()):
        try:
            packing.package_of(page)
        except packing.Busy:
            continue
        except Exception:
            logger.exception("The exhibit %s could not be packed.", page.pk)
