"""What is withheld follows where places lie: a number may become part of a sum when a place is put into a region."""

from django.db.models import Q
from django.db.models.signals import post_save
from django.dispatch import receiver

from museum.collection.models import Place
from stories.models import StatisticSeries
from stories.routes.batches import withhold


@receiver(post_save, sender=Place)
def place_saved(instance, created, raw=False, **kwargs):
    """Look again at every series that counts from or to the place or what lies in it."""
    if created or raw:
        return
    region = Q()
    for end in ("flows__from_place", "flows__to_place"):
        for depth in ("", "__within", "__within__within", "__within__within__within"):
            region |= Q(**{end + depth: instance.pk})
    for series in StatisticSeries.objects.filter(region).distinct():
        withhold(series)
