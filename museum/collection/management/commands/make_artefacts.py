"""``manage.py make_artefacts 10000``: a large collection of plain records, to try lists, facets and search at scale."""

import random

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from wagtail.images import get_image_model

from museum.collection.models import (
    Artefact,
    ArtefactMedium,
    ArtefactText,
    AssociatedPlace,
    ObjectName,
    ObjectNameText,
    Place,
    PlaceName,
    Theme,
    ThemeText,
)

PREFIX = "TRIAL"
BATCH = 1000


class Command(BaseCommand):
    """Make or remove trial artefacts; everything they are made of is marked as demonstration."""

    help = "Make COUNT published trial artefacts with themes, places, dates and kinds; --remove takes all of them out."

    def add_arguments(self, parser):
        """How many, or ``--remove``."""
        parser.add_argument("count", nargs="?", type=int, default=0)
        parser.add_argument("--remove", action="store_true")

    def handle(self, *args, count, remove, **options):
        """Make or remove."""
        if remove:
            self._remove()
        elif count < 1:
            raise CommandError("Say how many: manage.py make_artefacts 10000")
        else:
            make_artefacts(count, progress=lambda made: self.stdout.write(f"  {made}"))
        self.stdout.write(f"Trial artefacts: {Artefact.objects.filter(object_number__startswith=PREFIX).count()}")

    @transaction.atomic
    def _remove(self):
        Artefact.objects.filter(object_number__startswith=PREFIX).delete()
        for model in (ObjectName, Place, Theme):
            model.objects.filter(slug__startswith="trial-").delete()


def make_artefacts(count: int, progress=lambda made: None) -> None:
    """Add ``count`` trial artefacts, the same ones at every call on an empty collection (seeded)."""
    chance = random.Random(1963)
    themes, places, names = _vocabulary()
    image = get_image_model().objects.order_by("pk").first()
    start = Artefact.objects.filter(object_number__startswith=PREFIX).count()
    for first in range(start, start + count, BATCH):
        numbers = range(first, min(first + BATCH, start + count))
        with transaction.atomic():
            artefacts = Artefact.objects.bulk_create(
                Artefact(
                    object_number=f"{PREFIX}.{number:06d}",
                    slug=f"trial-{number:06d}",
                    object_name=chance.choice(names),
                    production_date=str(chance.randrange(1900, 2025)),
                    is_demonstration=True,
                    live=True,
                )
                for number in numbers
            )
            ArtefactText.objects.bulk_create(
                ArtefactText(artefact=artefact, language=language, title=f"{title} {artefact.object_number}")
                for artefact in artefacts
                for language, title in (("fr", "Objet d’essai"), ("ar", "قطعة تجريبية"), ("en", "Trial object"))
            )
            through = Artefact.themes.through
            through.objects.bulk_create(
                through(artefact=artefact, theme=theme)
                for artefact in artefacts
                for theme in chance.sample(themes, chance.randrange(1, 3))
            )
            AssociatedPlace.objects.bulk_create(
                AssociatedPlace(artefact=artefact, place=place, role="used", sort_order=order)
                for artefact in artefacts
                for order, place in enumerate(chance.sample(places, 2))
            )
            if image:
                ArtefactMedium.objects.bulk_create(
                    ArtefactMedium(artefact=artefact, image=image) for artefact in artefacts if chance.random() < 0.8
                )
        progress(numbers[-1] + 1)


def _vocabulary() -> tuple[list, list, list]:
    """Eight themes, sixty places and thirty object names of trial, made if they are missing."""

    def some(model, words, number, label, field, **defaults):
        made = []
        for position in range(number):
            thing, created = model.objects.get_or_create(
                slug=f"trial-{label.lower()}-{position}", defaults={"live": True, "is_demonstration": True, **defaults}
            )
            if created:
                owner = model._meta.model_name.replace("objectname", "object_name")
                words.objects.create(**{owner: thing, "language": "fr", field: f"{label} {position}"})
            made.append(thing)
        return made

    return (
        some(Theme, ThemeText, 8, "Theme", "label"),
        some(Place, PlaceName, 60, "Place", "text"),
        some(ObjectName, ObjectNameText, 30, "Object", "label"),
    )
