"""The ledger of the demonstration collection: what was loaded, so that it can leave without a trace."""

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models


class DemonstrationItem(models.Model):
    """One row or page that ``demo load`` made, under a key that never changes."""

    key = models.CharField(max_length=160, unique=True)
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.PositiveBigIntegerField()
    item = GenericForeignKey("content_type", "object_id")

    class Meta:
        indexes = [models.Index(fields=["content_type", "object_id"])]

    def __str__(self):
        return self.key
