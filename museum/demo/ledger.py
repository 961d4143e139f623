"""Adding to the museum under a key, once: the second load finds the key and leaves the thing as it is."""

from django.contrib.contenttypes.models import ContentType
from django.db import models

from museum.demo.models import DemonstrationItem


class Ledger:
    """What has been loaded, by key. ``created`` counts what this run added."""

    def __init__(self):
        self.created = 0
        self._known = {item.key: item for item in DemonstrationItem.objects.select_related("content_type")}

    def __contains__(self, key: str) -> bool:
        return key in self._known

    def get(self, key: str) -> models.Model | None:
        """The thing under ``key``, or ``None`` where it was never loaded or has been deleted since."""
        item = self._known.get(key)
        return item.item if item else None

    def add(self, key: str, thing: models.Model) -> models.Model:
        """Remember that ``thing`` was made by the demonstration under ``key``."""
        item = DemonstrationItem.objects.create(
            key=key,
            content_type=ContentType.objects.get_for_model(thing, for_concrete_model=True),
            object_id=thing.pk,
        )
        self._known[key] = item
        self.created += 1
        return thing
