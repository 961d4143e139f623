"""``manage.py make_renditions``: make the sizes of every picture that pages will ask for."""

from django.apps import apps
from django.core.management.base import BaseCommand

from museum.assets.models import MuseumImage
from museum.assets.renditions import make_pictures_of, make_renditions


class Command(BaseCommand):
    """Make missing renditions."""

    help = "Make the missing sizes and formats of every picture, so that no visitor waits for one."

    def handle(self, *args, **options):
        """Go through all images and say how many files were made."""
        made, images = 0, MuseumImage.objects.order_by("-pk")
        total = images.count()
        for number, image in enumerate(images.iterator(), start=1):
            made += make_renditions(image)
            self.stdout.write(f"  pictures: {number} of {total}")
        # A panorama shows its picture larger than pages do.
        for model in apps.get_models():
            if hasattr(model, "picture_specs"):
                made += sum(make_pictures_of(shown) for shown in model.objects.filter(live=True).iterator())
        self.stdout.write(f"Pictures: {made} files made.")
