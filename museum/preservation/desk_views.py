"""The desk's report: what was done to keep the museum, and which files are not as they were."""

import datetime

from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.admin.auth import require_admin_access
from wagtail.admin.ui.components import Component

from museum.preservation import fixity, history
from museum.preservation.models import Run

PERMISSION = "preservation.view_run"
SHOWN_RUNS = 30
#: A nightly job that has not run for so long has stopped.
LATE = datetime.timedelta(days=2)


@require_admin_access
@require_safe
def report(request):
    """The last works, and everything that the last check found."""
    if not request.user.has_perm(PERMISSION):
        raise PermissionDenied
    check = history.last(Run.Kind.CHECK)
    context = {
        "check": check,
        "problems": fixity.in_words(check.problems) if check else [],
        "runs": Run.objects.all()[:SHOWN_RUNS],
        "late": late(check),
    }
    return render(request, "preservation/admin/report.html", context)


def late(check: Run | None) -> bool:
    """Whether the nightly check does not come any more, or never did."""
    return check is None or check.ended_at < timezone.now() - LATE


class PreservationPanel(Component):
    """One line on the dashboard: whether every original is as it was, and when that was looked at."""

    name = "museum_preservation"
    template_name = "preservation/admin/panel.html"
    order = 60

    def get_context_data(self, parent_context):
        """The last check and the last back-up; nothing for who may not read the report."""
        if not parent_context["request"].user.has_perm(PERMISSION):
            return {}
        check = history.last(Run.Kind.CHECK)
        return {
            "check": check,
            "broken": len(check.problems) if check else 0,
            "late": late(check),
            "backup": history.last(Run.Kind.BACKUP),
            "url": reverse("museum_preservation"),
            "heading": _("Kept"),
        }
