"""Catalogues follow what they show: of a withdrawn image nothing printed is kept either."""

from django.db import transaction
from django.db.models.signals import post_save
from django.dispatch import receiver

from exhibits.catalogue import forget_catalogues
from museum.assets.models import MuseumImage


@receiver(post_save, sender=MuseumImage)
def image_saved(instance, **kwargs):
    """Printed catalogues are made anew when they are next asked for."""
    if instance.withdrawn:
        transaction.on_commit(forget_catalogues)
