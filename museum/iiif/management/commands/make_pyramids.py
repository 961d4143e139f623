"""``manage.py make_pyramids``: the pyramids of all large images that have none yet."""

from django.core.management.base import BaseCommand

from museum.assets.models import MuseumImage
from museum.iiif.pyramids import make_pyramid, needs_pyramid


class Command(BaseCommand):
    help = "Make the tiled copies of large images that are still missing."

    def handle(self, *args, **options):
        images = [image for image in MuseumImage.objects.filter(withdrawn=False) if needs_pyramid(image)]
        made = sum(make_pyramid(image) for image in images)
        self.stdout.write(f"Pyramids: {made} made, {len(images) - made} were there.")
