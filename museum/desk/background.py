"""The curators' side of the work in the background: what waits, what is being done, what failed and why."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max
from wagtail.admin import messages
from wagtail.admin.auth import require_admin_access

from museum.core import worker
from museum.core.paging import page_number

PERMISSION = "django_tasks_database.change_dbtaskresult"
PAGE_SIZE = 50
#: What has waited so long for its first attempt waits for a worker that is not there.
LATE = timedelta(hours=1)
_STATES = {
    "waiting": TaskResultStatus.READY,
    "running": TaskResultStatus.RUNNING,
    "failed": TaskResultStatus.FAILED,
    "done": TaskResultStatus.SUCCESSFUL,
}


def concerns() -> dict[str, int]:
    """How many tasks failed for good, and how many wait that should long have begun. One query."""
    late = Q(status=TaskResultStatus.READY, run_after=get_date_max(), enqueued_at__lt=timezone.now() - LATE)
    return DBTaskResult.objects.aggregate(
        failed=Count("pk", filter=Q(status=TaskResultStatus.FAILED)), late=Count("pk", filter=late)
    )


def _may(request) -> None:
    if not request.user.has_perm(PERMISSION):
        raise PermissionDenied


@require_admin_access
@require_safe
def report(request):
    """The tasks of a state (``?state=``), or all that are not done, the newest first."""
    _may(request)
    state = request.GET.get("state") or ""
    state = state if state in _STATES else ""
    tasks = DBTaskResult.objects.order_by("-enqueued_at", "pk")
    tasks = tasks.filter(status=_STATES[state]) if state else tasks.exclude(status=TaskResultStatus.SUCCESSFUL)
    page = Paginator(tasks, PAGE_SIZE).get_page(page_number(request.GET.get("page")))
    numbers = dict(DBTaskResult.objects.order_by().values_list("status").annotate(Count("pk")))
    names = {"waiting": _("Waiting"), "running": _("Being done"), "failed": _("Failed"), "done": _("Done")}
    context = {
        "page": page,
        "rows": [_row(task, names) for task in page],
        "state": state,
        "states": [(name, names[name], numbers.get(status, 0)) for name, status in _STATES.items()],
        "workers": worker.living().count(),
    }
    return render(request, "desk/admin/background.html", context)


def _row(task: DBTaskResult, names: dict[str, str]) -> dict:
    retries = worker.rules_of(task)
    lines = task.traceback.strip().splitlines()
    state = next(name for name, status in _STATES.items() if status == task.status)
    return {
        "pk": task.pk,
        "title": retries.title or task.task_name.replace("_", " "),
        "about": ", ".join(str(argument) for argument in task.args_kwargs["args"]),
        "state": names[state],
        "is_failed": state == "failed",
        "asked": task.enqueued_at,
        "next": task.run_after if state == "waiting" and task.run_after != get_date_max() else None,
        "attempts": len(task.worker_ids),
        "most": retries.attempts,
        "error": lines[-1] if lines else "",
        "may_try": state == "failed" or (state == "waiting" and bool(lines)),
    }


@require_admin_access
@require_POST
def again(request, pk):
    """Have a task that failed tried again now."""
    _may(request)
    task = get_object_or_404(DBTaskResult, pk=pk)
    if task.status in (TaskResultStatus.FAILED, TaskResultStatus.READY):
        worker.try_again(task)
        messages.success(request, _("It will be tried again in a moment."))
    else:
        messages.warning(request, _("It is being done already, or is done."))
    return redirect("museum_background")
