"""Whether a thing is ready to be published: what is missing, said in plain words.

Every route to publication ends in one ``save`` that makes a new revision live, whatever called it: edit view, bulk
action, workflow, schedule, API, copy. The gate stands there (``PublicationGate``); models say what they need in
``readiness()``.
"""

import logging
from dataclasses import dataclass

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.log_actions import registry as log_registry

logger = logging.getLogger("museum.publication")

#: What Wagtail calls a publication made by ``manage.py publish_scheduled``.
SCHEDULED = "wagtail.publish.scheduled"
#: What the history of a thing shows when a scheduled publication was left out.
SKIPPED = "museum.publish.skipped"


@dataclass(frozen=True)
class Check:
    """One thing looked at. ``blocking`` keeps the thing from publication; ``field`` is where to mend it."""

    code: str
    message: str
    field: str = ""
    blocking: bool = True


class NotReady(ValidationError):
    """Publication refused; ``checks`` are the blocking ones, ``instance`` what was to be published."""

    def __init__(self, checks: list[Check], instance=None):
        self.checks = checks
        self.instance = instance
        messages = [ValidationError(check.message, code=check.code) for check in checks]
        super().__init__({NON_FIELD_ERRORS: messages})


def blocking(checks: list[Check]) -> list[Check]:
    """Only the checks that keep a thing from publication, each once."""
    return list(dict.fromkeys(check for check in checks if check.blocking))


class PublicationGate:
    """A mixin for pages and records: nothing goes live that does not pass ``readiness()``.

    Stands before ``DraftStateMixin`` or ``Page`` in the bases. ``publish()`` is the door most routes take; the edit
    view and the admin API build Wagtail's publish action themselves and meet the gate in ``save()``.
    """

    def readiness(self) -> list[Check]:
        """What is missing or doubtful; models extend the list of their bases."""
        return []

    def publish(self, revision, user=None, changed=True, log_action=True, **options):
        """Publish ``revision``, or raise ``NotReady``; a scheduled run leaves it out and says so, and goes on."""
        candidate = revision.as_object()
        missing = blocking(candidate.readiness())
        if not missing:
            return super().publish(revision, user=user, changed=changed, log_action=log_action, **options)
        if log_action == SCHEDULED:
            _report_skipped(candidate, revision, missing)
            return None
        raise NotReady(missing, candidate)

    def save(self, *args, **kwargs):
        """Save; what would go live by this without being ready is refused, or kept as a draft if it is new."""
        if self.live:
            self._pass_gate()
        elif self.live_revision_id:
            self.live_revision = None
        return super().save(*args, **kwargs)

    def _pass_gate(self) -> None:
        stored = None
        if self.pk:
            manager = type(self)._base_manager
            stored = manager.filter(pk=self.pk).values_list("live", "live_revision_id").first()
        is_alias = bool(getattr(self, "alias_of_id", None))
        if stored == (True, self.live_revision_id) and not is_alias:
            return
        missing = blocking(self.readiness())
        if not missing:
            return
        if stored is None or is_alias:
            # Wagtail's create view and page copy insert the row as live before they publish it, and an alias
            # follows a page whose own publication has already been decided: none of them can be answered "no" here.
            self.live = False
            self.live_revision = None
            self.has_unpublished_changes = True
            return
        raise NotReady(missing, self)


def _report_skipped(instance, revision, missing: list[Check]) -> None:
    """Say in the log and once in the thing's history that its scheduled publication was left out."""
    reasons = [check.message for check in missing]
    logger.warning("Left out of the scheduled publication: %s (%s)", instance, "; ".join(reasons))
    known = log_registry.get_logs_for_instance(instance).filter(action=SKIPPED, revision=revision)
    if not known.exists():
        log(instance, SKIPPED, revision=revision, data={"missing": reasons})


def image_checks(image, language: str, field: str = "", name: str = "") -> list[Check]:
    """What an image still needs before something in ``language`` may show it: alternative text and rights.

    Tamazight pages, which fall back visibly, are content with alternative text in any interface language.
    """
    if image is None:
        return []
    found = []
    label = name or image.title
    described = image.words("alt", language)[0] if language == "zgh" else image.alt_in(language)
    if not described:
        found.append(
            Check("alt", _("The image “%(image)s” has no alternative text in this language.") % {"image": label}, field)
        )
    if not image.rights:
        found.append(Check("rights", _("The image “%(image)s” has no rights statement.") % {"image": label}, field))
    return found
