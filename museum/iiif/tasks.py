"""Work of the image service that nobody waits for."""

from django.utils.translation import gettext_lazy as _
from django_tasks import task

from museum.assets.models import MuseumImage
from museum.assets.renditions import make_renditions
from museum.core import stamp
from museum.core.retries import retried
from museum.iiif.pyramids import make_pyramid
from museum.iiif.visibility import Withdrawn, visible_image


@task(backend="background")
@retried(_("Make the sizes of a picture"))
def prepare_sizes(pk: int) -> None:
    """Make the sizes that pages show of an image, where something public shows it: it has a new file, or was given back."""
    try:
        visible_image(pk)
    except (MuseumImage.DoesNotExist, Withdrawn):
        return
    if make_renditions(MuseumImage.objects.get(pk=pk)):
        stamp.decided()


@task(backend="background")
@retried(_("Prepare the tiles of an image"))
def prepare_pyramid(pk: int) -> None:
    """Make the pyramid of an image, unless it has gone meanwhile."""
    if image := MuseumImage.objects.filter(pk=pk).first():
        make_pyramid(image)
