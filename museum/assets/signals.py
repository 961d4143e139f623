"""What follows when a recording is published, withdrawn or deleted, and when pictures of a model are."""

from functools import partial

from django.db import transaction
from django.db.models.signals import post_delete
from wagtail.signals import page_published, published, unpublished

from museum.assets import preparation
from museum.assets.models import ModelPicture, Recording, RecordingTrack
from museum.assets.models.recordings import SERVED
from museum.assets.tasks import prepare_pictures, prepare_recording
from museum.core.worker import enqueue_once


def connect() -> None:
    """Called once, when the app is ready."""
    for signal in (published, page_published):
        signal.connect(_pictures_wanted, dispatch_uid="museum.pictures.published")
    published.connect(_published, sender=Recording, dispatch_uid="museum.recording.published")
    unpublished.connect(_unpublished, sender=Recording, dispatch_uid="museum.recording.unpublished")
    post_delete.connect(_deleted, sender=Recording, dispatch_uid="museum.recording.deleted")
    post_delete.connect(_track_deleted, sender=RecordingTrack, dispatch_uid="museum.track.deleted")
    post_delete.connect(_picture_deleted, sender=ModelPicture, dispatch_uid="museum.picture.deleted")


def _pictures_wanted(sender, instance, **kwargs):
    """The sizes of its pictures are made in the background, so that no visitor waits for one."""
    transaction.on_commit(partial(enqueue_once, prepare_pictures, instance._meta.label, str(instance.pk)))


def _published(sender, instance, **kwargs):
    """What must no longer be served goes at once; what is served instead is made when the decision stands."""
    if instance.live:
        preparation.withhold(instance)
        transaction.on_commit(partial(_prepare, instance))


def _prepare(recording) -> None:
    """A short one at once, so that the curator hears it; a long one by the background worker."""
    if preparation.takes_long(recording):
        enqueue_once(prepare_recording, recording.pk)
    else:
        prepare_recording.call(recording.pk)
    if stored := Recording.objects.filter(pk=recording.pk).first():
        for name in (*SERVED.values(), "waveform", "duration"):
            setattr(recording, name, getattr(stored, name))


def _unpublished(sender, instance, **kwargs):
    preparation.withdraw(instance)


def _deleted(sender, instance, **kwargs):
    _delete_files([getattr(instance, name) for pair in SERVED.items() for name in pair])


def _track_deleted(sender, instance, **kwargs):
    """A track that a new edition replaces keeps its file while a row still names it."""
    others = RecordingTrack.objects.filter(file=instance.file.name) if instance.file else None
    if others is not None and not others.exists():
        _delete_files([instance.file])


def _picture_deleted(sender, instance, **kwargs):
    _delete_files([instance.file])


def _delete_files(files) -> None:
    for file in files:
        if file:
            transaction.on_commit(partial(file.storage.delete, file.name))
