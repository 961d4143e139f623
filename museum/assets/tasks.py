"""Work on media that nobody waits for."""

from django.apps import apps
from django.utils.translation import gettext_lazy as _
from django_tasks import task

from museum.assets import preparation
from museum.assets.models import Recording
from museum.assets.renditions import make_pictures_of
from museum.core import stamp
from museum.core.retries import retried
from museum.core.worker import enqueue_once


@task(backend="background")
@retried(_("Prepare a recording"))
def prepare_recording(pk: int) -> None:
    """Make what is served of a recording, unless it was withdrawn or has gone meanwhile."""
    if recording := Recording.objects.filter(pk=pk, live=True).first():
        preparation.withhold(recording)
        preparation.prepare(recording)


@task(backend="background")
@retried(_("Make the sizes of a picture"))
def prepare_pictures(model: str, pk: str) -> None:
    """Make the sizes of every picture that a page or record shows (``model`` is its label), unless it has gone meanwhile."""
    shown = apps.get_model(model).objects.filter(pk=pk, live=True).first()
    if shown and make_pictures_of(shown):
        enqueue_once(show_pictures)


@task(backend="background")
@retried(_("Show pictures in the sizes that were made"))
def show_pictures() -> None:
    """Have pages made anew, which showed their pictures as the image service cuts them: once for all that waited before."""
    stamp.decided()
