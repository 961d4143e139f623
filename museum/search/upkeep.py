"""What follows for the search when anything is published, withdrawn, moved, closed to the public or deleted: at once."""

import threading

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move, published, unpublished

from museum.assets.models import MuseumImage
from museum.collection.appearances import page_ids_showing
from museum.collection.models import GuidedLook, ObjectName
from museum.search import index
from museum.search.documents import KINDS, SOURCES
from stories.models import Journey

_saved_here = threading.local()


def connect() -> None:
    """Called once, when the app is ready."""
    for model in KINDS:
        if issubclass(model, Page):
            page_published.connect(
                _page_changed, sender=model, dispatch_uid=f"museum.search.published.{model.__name__}"
            )
            page_unpublished.connect(
                _page_changed, sender=model, dispatch_uid=f"museum.search.withdrawn.{model.__name__}"
            )
        else:
            published.connect(_record_changed, sender=model, dispatch_uid=f"museum.search.published.{model.__name__}")
            unpublished.connect(_withdrawn, sender=model, dispatch_uid=f"museum.search.withdrawn.{model.__name__}")
            post_delete.connect(_deleted, sender=model, dispatch_uid=f"museum.search.deleted.{model.__name__}")
        post_save.connect(_saved, sender=model, dispatch_uid=f"museum.search.saved.{model.__name__}")
    post_delete.connect(_page_deleted, sender=Page, dispatch_uid="museum.search.page_deleted")
    post_page_move.connect(_moved, dispatch_uid="museum.search.moved")
    post_save.connect(_restricted, sender=PageViewRestriction, dispatch_uid="museum.search.restricted")
    post_delete.connect(_restricted, sender=PageViewRestriction, dispatch_uid="museum.search.opened")
    post_save.connect(_image_saved, sender=MuseumImage, dispatch_uid="museum.search.image")
    for signal in (published, unpublished):
        signal.connect(_kind_of_object_changed, sender=ObjectName, dispatch_uid="museum.search.object_name")
        signal.connect(_journey_changed, sender=Journey, dispatch_uid="museum.search.journey")


def _record_changed(sender, instance, **kwargs):
    _waiting().discard((KINDS[sender], instance.pk))
    index.refresh_records(KINDS[sender], [instance.pk])


def _withdrawn(sender, instance, **kwargs):
    """A record that is withdrawn takes with it what pages say of it."""
    index.refresh_records(KINDS[sender], [instance.pk])
    index.refresh_pages_by_id(page_ids_showing(instance))


def _deleted(sender, instance, **kwargs):
    index.remove([f"{KINDS[sender]}:{instance.pk}"])


def _saved(sender, instance, raw=False, **kwargs):
    """A row saved: its child rows come after, and often its publication, which indexes it; what is left is indexed when
    the decision stands."""
    if not raw:
        _waiting().add((KINDS[sender], _key_of(instance)))
        transaction.on_commit(_refresh_waiting)


def _key_of(instance):
    return instance.translation_key if isinstance(instance, Page) else instance.pk


def _waiting() -> set[tuple]:
    """What this thread has saved and not indexed yet."""
    if not hasattr(_saved_here, "things"):
        _saved_here.things = set()
    return _saved_here.things


def _refresh_waiting() -> None:
    things = _waiting().copy()
    _waiting().clear()
    for kind in sorted({kind for kind, _key in things}):
        keys = [key for other, key in things if other == kind]
        (index.refresh_pages if SOURCES[kind].is_page else index.refresh_records)(kind, keys)


def _page_changed(sender, instance, **kwargs):
    _waiting().discard((KINDS[sender], instance.translation_key))
    index.refresh_pages(KINDS[sender], [instance.translation_key])


def _page_deleted(sender, instance, **kwargs):
    if kind := KINDS.get(instance.cached_content_type.model_class()):
        index.refresh_pages(kind, [instance.translation_key])


def _moved(sender, instance, **kwargs):
    _refresh_below(instance)


def _restricted(sender, instance, **kwargs):
    _refresh_below(instance.page)


def _refresh_below(page: Page) -> None:
    """A page that is moved or closed takes everything below it with it."""
    index.refresh_pages_by_id(Page.objects.descendant_of(page, inclusive=True).values_list("pk", flat=True))


def _image_saved(sender, instance, **kwargs):
    """A guided look is public as long as its image is."""
    looks = list(GuidedLook.objects.filter(image=instance).values_list("pk", flat=True))
    if looks:
        index.refresh_records("look", looks)


def _kind_of_object_changed(sender, instance, **kwargs):
    """What artefacts are called follows the word for it."""
    index.refresh_records("artefact", instance.artefacts.values_list("pk", flat=True))


def _journey_changed(sender, instance, **kwargs):
    """Where a story went follows the legs of its journey."""
    index.refresh_pages_by_id(instance.stories.values_list("pk", flat=True))
