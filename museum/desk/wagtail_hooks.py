"""What the museum adds to Wagtail's admin."""

from wagtail import hooks

from museum.core.readiness import SKIPPED
from museum.desk import publication

hooks.register("before_publish_page", publication.ask_gate)
hooks.register("before_publish", publication.ask_gate)
# After Wagtail's own, which it replaces.
hooks.register("register_bulk_action", publication.ReadyPublishBulkAction, order=100)


@hooks.register("register_log_actions")
def log_actions(actions):
    """Let histories show what a scheduled run left out."""
    actions.register_action(SKIPPED)(publication.SkippedFormatter)
