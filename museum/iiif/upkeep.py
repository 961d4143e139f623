"""What is made from an image follows it: a pyramid at upload, nothing public left after a new file, a withdrawal, a deletion."""

from functools import partial

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from museum.assets.models import MuseumImage
from museum.assets.renditions import delete_renditions
from museum.core.worker import enqueue_once
from museum.iiif.pyramids import forget, needs_pyramid, version
from museum.iiif.tasks import prepare_pyramid, prepare_sizes


@receiver(post_save, sender=MuseumImage)
def image_saved(instance, **kwargs):
    """After the transaction: what belongs to an older file goes, a large image gets its pyramid, a shown one its sizes."""
    if instance.withdrawn:
        transaction.on_commit(partial(delete_renditions, instance))
        transaction.on_commit(partial(forget, instance.pk))
    elif instance.file_hash:
        transaction.on_commit(partial(forget, instance.pk, but=version(instance)))
        if needs_pyramid(instance):
            transaction.on_commit(partial(enqueue_once, prepare_pyramid, instance.pk))
        transaction.on_commit(partial(enqueue_once, prepare_sizes, instance.pk))


@receiver(post_delete, sender=MuseumImage)
def image_deleted(instance, **kwargs):
    """Nothing made from it remains."""
    transaction.on_commit(partial(forget, instance.pk))
