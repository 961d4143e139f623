"""What is known of every original, and what was done to keep the museum."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class StoredFile(models.Model):
    """An original as it was uploaded: where it lies, how long it is, its SHA-256; and how it was found last."""

    class State(models.TextChoices):
        GOOD = "good", _("as it was uploaded")
        CHANGED = "changed", _("changed")
        MISSING = "missing", _("missing")

    side = models.CharField(max_length=8, choices=[("public", _("public")), ("private", _("private"))])
    name = models.CharField(max_length=400)
    octets = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    noted_at = models.DateTimeField(default=timezone.now)
    checked_at = models.DateTimeField(null=True)
    state = models.CharField(max_length=8, choices=State, default=State.GOOD)

    #: No visitor sees it (museum.core.stamp).
    seen_by_visitors = False
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("checksum of an original")
        verbose_name_plural = _("checksums of originals")
        constraints = [models.UniqueConstraint(fields=["side", "name"], name="preservation_one_checksum_a_file")]

    def __str__(self):
        return f"{self.side}/{self.name}"


class Run(models.Model):
    """Something that was done to keep the museum, and how it ended."""

    class Kind(models.TextChoices):
        CHECK = "check", _("files checked")
        BACKUP = "backup", _("back-up")
        RESTORE = "restore", _("restored")
        EXPORT = "export", _("export")

    kind = models.CharField(max_length=8, choices=Kind)
    ended_at = models.DateTimeField(default=timezone.now)
    seconds = models.PositiveIntegerField(default=0)
    files = models.PositiveBigIntegerField(default=0)
    octets = models.PositiveBigIntegerField(default=0)
    place = models.CharField(max_length=400, blank=True)
    is_good = models.BooleanField()
    #: ``{"state", "file", "named_by": [{"model", "pk", "title", "url"}]}`` of each broken file.
    problems = models.JSONField(default=list)

    seen_by_visitors = False
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("work of preservation")
        verbose_name_plural = _("works of preservation")
        ordering = ["-ended_at", "-pk"]

    def __str__(self):
        return self.get_kind_display()
