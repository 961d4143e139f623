"""What was done to keep the museum: noted by the commands, shown at the desk."""

from museum.preservation.models import Run

#: So many problems are kept of a run; their number is always said.
KEPT_PROBLEMS = 200
#: So many runs are kept.
KEPT_RUNS = 400


def note(kind: str, *, seconds: int, files: int = 0, octets: int = 0, place="", problems: list | None = None) -> Run:
    """Note that something ended; it was good where nothing is wrong."""
    problems = problems or []
    run = Run.objects.create(
        kind=kind,
        seconds=seconds,
        files=files,
        octets=octets,
        place=str(place)[:400],
        is_good=not problems,
        problems=problems[:KEPT_PROBLEMS],
    )
    old = Run.objects.values_list("pk", flat=True)[KEPT_RUNS:]
    Run.objects.filter(pk__in=list(old)).delete()
    return run


def last(kind: str) -> Run | None:
    """The last run of a kind."""
    return Run.objects.filter(kind=kind).first()
