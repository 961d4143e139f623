"""The gate as curators meet it: asked before the create and edit views publish, and in the bulk action."""

from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.views.pages.bulk_actions.publish import PublishBulkAction
from wagtail.log_actions import LogFormatter

from museum.core.readiness import NotReady, PublicationGate, blocking
from museum.core.refusal import edit_address, refusal


def ask_gate(request, instance):
    """Wagtail's ``before_publish_page`` and ``before_publish`` hook: refuse with a list, keep the draft.

    By now the view has saved what was typed as a revision; the answer leads back to the form that shows it.
    """
    if not isinstance(instance, PublicationGate):
        return None
    missing = blocking(instance.readiness())
    if not missing:
        return None
    address = edit_address(instance, request.user)
    messages.error(request, refusal(instance, missing))
    return redirect(address or "wagtailadmin_home")


class ReadyPublishBulkAction(PublishBulkAction):
    """Wagtail's bulk publication, which publishes what is ready and names what is not."""

    aria_label = gettext_lazy("Publish selected pages that are ready")

    def get_execution_context(self):
        """Carry a list in which ``execute_action`` puts what was refused."""
        self.refused: list[NotReady] = []
        return {**super().get_execution_context(), "refused": self.refused}

    @classmethod
    def execute_action(cls, objects, include_descendants=False, user=None, refused=None, **kwargs):
        """Publish each page by itself, so that one that is not ready does not hold up the others."""
        done = [0, 0]
        for page in objects:
            cls._publish(page.specific, user, done, 0, refused)
            if include_descendants:
                for child in page.get_descendants().not_live().specific():
                    if user is None or child.permissions_for_user(user).can_publish():
                        cls._publish(child, user, done, 1, refused)
        return tuple(done)

    @staticmethod
    def _publish(page, user, done, which, refused):
        revision = page.get_latest_revision() or page.save_revision(user=user)
        try:
            revision.publish(user=user)
        except NotReady as error:
            if refused is None:
                raise
            refused.append(error)
        else:
            done[which] += 1

    def get_success_message(self, num_parent_objects, num_child_objects):
        """What was published, or nothing where nothing was; what was refused is said beside it."""
        for error in self.refused:
            address = edit_address(error.instance, self.request.user) or ""
            messages.error(self.request, refusal(error.instance, error.checks, address))
        if self.refused and not num_parent_objects + num_child_objects:
            return None
        return super().get_success_message(num_parent_objects, num_child_objects)


class SkippedFormatter(LogFormatter):
    """The line in a thing's history where its scheduled publication was left out."""

    label = gettext_lazy("Scheduled publication left out")

    def format_message(self, log_entry):
        """What was missing, as it was said then."""
        reasons = " ".join(log_entry.data.get("missing", []))
        return _("Not published on schedule: %(reasons)s") % {"reasons": reasons}
