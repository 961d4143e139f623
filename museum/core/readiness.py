"""Whether a thing is ready to be published: what is missing, said in plain words.

Every route to publication (edit view, bulk action, workflow, schedule, API) ends in one ``save`` that makes a new
revision live; the gate stands there (``PublicationGate``). Models say what they need in ``readiness()``.
"""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Check:
    """One thing looked at. ``blocking`` keeps the thing from publication; ``field`` is where to mend it."""

    code: str
    message: str
    field: str = ""
    blocking: bool = True


class NotReady(ValidationError):
    """Publication refused; ``checks`` are the blocking ones."""

    def __init__(self, checks: list[Check]):
        self.checks = checks
        super().__init__([check.message for check in checks], code="not-ready")


def blocking(checks: list[Check]) -> list[Check]:
    """Only the checks that keep a thing from publication."""
    return [check for check in checks if check.blocking]


class PublicationGate:
    """A mixin for pages and records: a save that makes a new revision live must pass ``readiness()``.

    Stands before ``DraftStateMixin`` or ``Page`` in the bases. Wagtail's publish action, wherever it was called
    from, sets ``live`` and ``live_revision`` and saves once; that save is recognised by its new live revision.
    """

    def readiness(self) -> list[Check]:
        """What is missing or doubtful; models extend the list of their bases."""
        return []

    @classmethod
    def from_db(cls, db, field_names, values):
        """Remember which revision was live when the row was read."""
        instance = super().from_db(db, field_names, values)
        if "live_revision_id" in field_names:
            instance._live_revision_when_read = instance.live_revision_id
        return instance

    def save(self, *args, **kwargs):
        """Save, unless this would publish something that is not ready (``NotReady``)."""
        if self.live and self.live_revision_id and self._is_new_live_revision():
            missing = blocking(self.readiness())
            if missing:
                raise NotReady(missing)
        result = super().save(*args, **kwargs)
        self._live_revision_when_read = self.live_revision_id
        return result

    def _is_new_live_revision(self) -> bool:
        known = getattr(self, "_live_revision_when_read", None)
        if known is None and self.pk:
            known = type(self)._base_manager.filter(pk=self.pk).values_list("live_revision_id", flat=True).first()
        return known != self.live_revision_id


def image_checks(image, language: str, field: str = "", name: str = "") -> list[Check]:
    """What an image still needs before something in ``language`` may show it: alternative text and rights."""
    if image is None:
        return []
    found = []
    label = name or image.title
    if not image.alt_in(language):
        found.append(
            Check("alt", _("The image “%(image)s” has no alternative text in this language.") % {"image": label}, field)
        )
    if not image.rights:
        found.append(Check("rights", _("The image “%(image)s” has no rights statement.") % {"image": label}, field))
    return found
