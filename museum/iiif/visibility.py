"""Whether the public may see an image: one question to the database, true at the moment it is asked.

An image has no page of its own. It is public as long as something public shows it: a published record, or a published
page that nobody has restricted. Wagtail's reference index knows what shows what
(https://docs.wagtail.org/en/stable/advanced_topics/reference_index.html).
"""

from __future__ import annotations

from functools import lru_cache

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models import CharField, Exists, ExpressionWrapper, F, IntegerField, OuterRef, Q
from django.db.models.functions import Cast
from wagtail.models import CollectionViewRestriction, DraftStateMixin, Page, ReferenceIndex

from museum.assets.models import MuseumImage
from museum.core.translations import published

#: Stands for the image's key while the question is composed.
NUMBER = -987_654_321
#: The largest key that a database holds.
LARGEST_NUMBER = 2**63 - 1
#: What the service needs to know of an image, in the order in which Django makes an image of it.
COLUMNS = tuple(
    field.attname
    for field in MuseumImage._meta.concrete_fields
    if field.attname in {"id", "file", "width", "height", "file_hash", "rights"}
)


class Withdrawn(Exception):
    """The image was public and has been taken back."""


def visible_image(pk: int) -> MuseumImage:
    """The image with its ``COLUMNS``, where the public may see it; raises ``MuseumImage.DoesNotExist`` or ``Withdrawn``."""
    if pk > LARGEST_NUMBER:
        raise MuseumImage.DoesNotExist
    page, records = _content_types()
    sql, parameters = _question(connection.vendor, page, records)
    asked = {NUMBER: pk, str(NUMBER): str(pk)}
    with connection.cursor() as cursor:
        cursor.execute(sql, [asked.get(value, value) for value in parameters])
        row = cursor.fetchone()
    if row is None:
        raise MuseumImage.DoesNotExist
    *values, withdrawn, is_shown, is_closed = row
    if withdrawn:
        raise Withdrawn
    if is_closed or not is_shown:
        raise MuseumImage.DoesNotExist
    # Made as from a query: a new instance would ask for the collection that new images go to.
    return MuseumImage.from_db(connection.alias, COLUMNS, values)


@lru_cache(maxsize=8)
def _question(vendor: str, page: int, records: tuple) -> tuple[str, tuple]:
    """The question in the database's language, composed once: composing it takes longer than answering it."""
    images = MuseumImage.objects.filter(pk=NUMBER).annotate(
        is_shown=Exists(_showing(page, records)), is_closed=Exists(_closed())
    )
    images = images.values_list(*COLUMNS, "withdrawn", "is_shown", "is_closed")
    return images.query.sql_with_params()


def _closed():
    """Restrictions on the image's collection, or on one that this lies in."""
    return CollectionViewRestriction.objects.annotate(
        shown_path=ExpressionWrapper(OuterRef("collection__path"), output_field=CharField())
    ).filter(shown_path__startswith=F("collection__path"))


def _showing(page: int, records: tuple):
    """References to the image from what is published."""
    number = Cast(OuterRef("object_id"), IntegerField())
    shown = Q(base_content_type=page) & Exists(published(Page.objects.filter(pk=number)))
    for content_type, model in records:
        shown |= Q(base_content_type=content_type) & Exists(model._default_manager.filter(pk=number, live=True))
    return ReferenceIndex.objects.filter(
        shown, to_content_type=ContentType.objects.get_for_model(MuseumImage), to_object_id=str(NUMBER)
    )


@lru_cache(maxsize=1)
def _records() -> list[type]:
    """The models of records that are published or not."""
    return [model for model in apps.get_models() if issubclass(model, DraftStateMixin) and not issubclass(model, Page)]


def _content_types() -> tuple[int, tuple]:
    """The number of pages' content type, and pairs (number, model) of the records'."""
    by_model = ContentType.objects.get_for_models(Page, *_records())
    return by_model[Page].pk, tuple((by_model[model].pk, model) for model in _records())
