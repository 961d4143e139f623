"""Loading flows from a spreadsheet: a dry run that changes nothing, then all or nothing, and a way back.

Loading the same file again changes nothing. Undoing gives back what stood before, except where a later file has changed
the same number; that is told.
"""

import csv
import io
from dataclasses import dataclass

from django.db import transaction

from museum.collection.models import Place
from museum.core.dates import bounds
from stories.models import Flow, FlowBatch, StatisticSeries
from stories.routes.data import harmless
from stories.routes.spreadsheet import cell_key, read
from stories.routes.withholding import Cell, withheld_of_ranges

_FIELDS = ("number", "number_to", "is_estimate")


@dataclass(frozen=True)
class Preview:
    """What loading a batch would do, in numbers of rows, and how many numbers of the series would then be withheld."""

    new: int
    changed: int
    same: int
    withheld: int


def check(series: StatisticSeries, file_name: str, content: bytes, user) -> FlowBatch:
    """Read a file and keep what was found, loading nothing. ``spreadsheet.Unreadable`` where it is no spreadsheet."""
    reading = read(file_name, content)
    return FlowBatch.objects.create(
        series=series, file_name=file_name[-200:], made_by=user, rows=reading.rows, problems=reading.problems
    )


def preview(batch: FlowBatch) -> Preview:
    """The dry run of a batch."""
    flows = _flows(batch.series)
    plan = [(flows.get(cell_key(row)), row) for row in batch.rows]
    new = sum(1 for flow, _row in plan if flow is None)
    same = sum(1 for flow, row in plan if flow and _values(flow) == {name: row[name] for name in _FIELDS})
    after = {key: _values(flow) for key, flow in flows.items()} | {cell_key(row): row for row in batch.rows}
    return Preview(new, len(plan) - new - same, same, len(_hidden(after)))


@transaction.atomic
def apply(batch: FlowBatch) -> None:
    """Load a checked batch, all its rows or none."""
    batch = FlowBatch.objects.select_for_update().get(pk=batch.pk)
    if batch.state != FlowBatch.State.CHECKED or batch.problems:
        return
    flows = _flows(batch.series)
    for row in batch.rows:
        key = cell_key(row)
        after = {name: row[name] for name in _FIELDS}
        flow = flows.get(key)
        before = _values(flow) if flow else None
        if before == after:
            continue
        _write(batch.series, key, after)
        batch.changes.append([list(key), before, after])
    batch.state = FlowBatch.State.APPLIED
    batch.save()
    withhold(batch.series)


@transaction.atomic
def undo(batch: FlowBatch) -> int:
    """Give back what stood before a loaded batch; returns how many numbers were left because they changed since."""
    batch = FlowBatch.objects.select_for_update().get(pk=batch.pk)
    if batch.state != FlowBatch.State.APPLIED:
        return 0
    flows, left = _flows(batch.series), 0
    for key, before, after in batch.changes:
        flow = flows.get(tuple(key))
        if (_values(flow) if flow else None) != after:
            left += 1
        elif before is None:
            flow.delete()
        else:
            _write(batch.series, tuple(key), before)
    batch.state = FlowBatch.State.UNDONE
    batch.save()
    withhold(batch.series)
    return left


def withhold(series: StatisticSeries) -> None:
    """Bring the marks of what is withheld in step with the numbers of a series."""
    flows = _flows(series)
    hidden = _hidden({key: _values(flow) for key, flow in flows.items()})
    for key, flow in flows.items():
        if flow.is_withheld != (key in hidden):
            flow.is_withheld = key in hidden
            flow.save(update_fields=["is_withheld"])


def report(batch: FlowBatch) -> str:
    """The rows that could not be taken as CSV: line, row, reason."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(["line", "row", "reason"])
    for problem in batch.problems:
        writer.writerow([harmless(value) for value in problem])
    return "\ufeff" + written.getvalue()


def _flows(series: StatisticSeries) -> dict[tuple, Flow]:
    return {
        (flow.from_place_id, flow.to_place_id, flow.date, flow.motive): flow
        for flow in Flow.objects.filter(series=series)
    }


def _values(flow: Flow) -> dict:
    return {name: getattr(flow, name) for name in _FIELDS}


def _write(series: StatisticSeries, key: tuple, values: dict) -> None:
    start, end, date, motive = key
    # Until the whole series has been looked at, no number of it is shown.
    Flow.objects.update_or_create(
        series=series, from_place_id=start, to_place_id=end, date=date, motive=motive,
        defaults={**values, "is_withheld": True},
    )  # fmt: skip


def _hidden(numbers: dict[tuple, dict]) -> set[tuple]:
    """The cells among ``numbers`` (values of flows by cell) whose numbers are withheld."""
    within = dict(Place.objects.exclude(within=None).values_list("pk", "within_id"))
    lower = [_cell(key, values["number"]) for key, values in numbers.items()]
    upper = [_cell(key, values["number_to"] or values["number"]) for key, values in numbers.items()]
    return withheld_of_ranges(lower, upper, within)


def _cell(key: tuple, number: int) -> Cell:
    start, end, date, motive = key
    found = bounds(date)
    years = found.earliest and found.earliest.year, found.latest and found.latest.year
    return Cell(key, start, end, years, motive, number)
