"""Where a curator loads the numbers of a series: a file is checked, looked at, loaded, and perhaps undone."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages

from stories.models import FlowBatch, StatisticSeries
from stories.routes import batches
from stories.routes.spreadsheet import MAX_BYTES, Unreadable

_SHOWN = 200


def _allowed(user, series: StatisticSeries) -> bool:
    """Whoever may edit the series; where it is published already, whoever may publish it, for numbers show at once."""
    verb = "publish" if series.live else "change"
    return user.has_perm(f"stories.{verb}_statisticseries")


def _series(request, pk: int) -> StatisticSeries:
    series = get_object_or_404(StatisticSeries, pk=pk)
    if not _allowed(request.user, series):
        raise PermissionDenied
    return series


def _batch(request, pk: int) -> FlowBatch:
    batch = get_object_or_404(FlowBatch.objects.select_related("series"), pk=pk)
    if not _allowed(request.user, batch.series):
        raise PermissionDenied
    return batch


def load(request, series_id: int):
    """Choose a file and have it checked; below, the files loaded before."""
    series, error = _series(request, series_id), ""
    if request.method == "POST":
        file = request.FILES.get("file")
        if not file:
            error = _("Choose a file.")
        elif file.size > MAX_BYTES:
            error = _("The file is larger than 4 MB: divide it.")
        else:
            try:
                batch = batches.check(series, file.name, file.read(), request.user)
                return redirect("flow_batch", batch.pk)
            except Unreadable as unreadable:
                error = str(unreadable)
    context = {"series": series, "error": error, "batches": series.batches.select_related("made_by")[:50]}
    context |= {"page_title": _("Load numbers"), "header_icon": "table", "numbers": series.flows.count()}
    return TemplateResponse(request, "stories/admin/load_flows.html", context, status=422 if error else 200)


@require_safe
def show(request, batch_id: int):
    """The dry run of a file, or what was made of it."""
    batch = _batch(request, batch_id)
    context = {
        "batch": batch,
        "series": batch.series,
        "preview": batches.preview(batch) if batch.state == FlowBatch.State.CHECKED else None,
        "problems": batch.problems[:_SHOWN],
        "page_title": batch.file_name,
        "header_icon": "table",
    }
    return TemplateResponse(request, "stories/admin/flow_batch.html", context)


@require_safe
def report(request, batch_id: int):
    """The rows that could not be taken, to be mended in a spreadsheet."""
    answer = HttpResponse(batches.report(_batch(request, batch_id)), content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="rows-to-mend-{batch_id}.csv"'
    return answer


@require_POST
def confirm(request, batch_id: int):
    """Load a checked file."""
    batch = _batch(request, batch_id)
    batches.apply(batch)
    messages.success(request, _("The numbers are loaded."))
    return redirect("flow_batch", batch.pk)


@require_POST
def undo(request, batch_id: int):
    """Give back what stood before a file was loaded."""
    batch = _batch(request, batch_id)
    left = batches.undo(batch)
    messages.success(request, _("The numbers stand as before this file."))
    if left:
        words = _("%(count)s were changed by another file since and were left as they are.")
        messages.warning(request, words % {"count": left})
    return redirect("flow_batch", batch.pk)
