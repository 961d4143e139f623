"""What the museum's numbers (museum.core.metrics) say of preservation: whoever watches them hears that a back-up did not run."""

from django.db.models import Count, Max
from django.utils import timezone

from museum.core.metrics import asked
from museum.preservation.models import Run, StoredFile


@asked("museum_preserved_seconds", "Seconds since this was last done and ended well.", "kind")
def _ages() -> dict[str, float]:
    ended = Run.objects.filter(is_good=True).order_by().values_list("kind").annotate(Max("ended_at"))
    return {kind: (timezone.now() - at).total_seconds() for kind, at in ended}


@asked("museum_originals", "Originals, by how they were last found.", "state")
def _originals() -> dict[str, float]:
    found = dict(StoredFile.objects.order_by().values_list("state").annotate(Count("pk")))
    return {state: found.get(state, 0) for state in StoredFile.State.values}
