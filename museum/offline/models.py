"""Which exhibits have been packed into one file, and what that file was made from."""

from django.db import models

from museum.core.languages import INTERFACE_LANGUAGES


class ExhibitPackage(models.Model):
    """The packed exhibit in one language. The row outlives its page, so that its address says that the exhibit is gone."""

    translation_key = models.UUIDField()
    language = models.CharField(max_length=12, choices=[(code, code) for code in INTERFACE_LANGUAGES])
    digest = models.CharField(max_length=64, blank=True)
    name = models.CharField(max_length=200, blank=True)
    byte_size = models.PositiveIntegerField(null=True)
    made_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["translation_key", "language"], name="offline_one_package_a_language")
        ]

    def __str__(self):
        return f"{self.translation_key} {self.language}"
