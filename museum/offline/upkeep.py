"""Packed exhibits follow what they show."""

from functools import partial

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.signals import page_published, page_unpublished, unpublished

from exhibits.models import ExhibitPage
from museum.assets.models import MuseumImage
from museum.core.translations import language_of
from museum.core.worker import enqueue_once
from museum.offline import packing
from museum.offline.tasks import pack_all, pack_exhibit


@receiver(page_published, sender=ExhibitPage)
def exhibit_published(instance, **kwargs):
    """Pack it before anyone asks."""
    transaction.on_commit(partial(enqueue_once, pack_exhibit, instance.pk))


@receiver(page_unpublished, sender=ExhibitPage)
@receiver(post_delete, sender=ExhibitPage)
def exhibit_gone(instance, **kwargs):
    """Its file goes with it; its address says so."""
    forget = partial(packing.forget, translation_key=instance.translation_key, language=language_of(instance))
    transaction.on_commit(forget)


@receiver(post_save, sender=MuseumImage)
def image_saved(instance, **kwargs):
    """Of a withdrawn image nothing packed is kept either."""
    if instance.withdrawn:
        transaction.on_commit(_again)


@receiver(unpublished)
def record_unpublished(instance, **kwargs):
    """Nor of an artefact or a recording that is no longer public."""
    transaction.on_commit(_again)


def _again() -> None:
    packing.forget()
    enqueue_once(pack_all)
