"""Work of the image service that nobody waits for."""

from django_tasks import task

from museum.assets.models import MuseumImage
from museum.iiif.pyramids import make_pyramid


@task(backend="background")
def prepare_pyramid(pk: int) -> None:
    """Make the pyramid of an image, unless it has gone meanwhile."""
    if image := MuseumImage.objects.filter(pk=pk).first():
        make_pyramid(image)
