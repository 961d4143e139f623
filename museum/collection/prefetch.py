"""Fetching what pages show in a fixed number of queries, and only what is published of it."""

from collections import defaultdict

from django.db.models import Prefetch, QuerySet, prefetch_related_objects

from museum.assets.models import MuseumImage, Recording
from museum.collection.models import (
    Artefact,
    ArtefactMedium,
    AssociatedPerson,
    AssociatedPlace,
    CollectionSet,
    Person,
    Place,
    Theme,
)
from museum.core.streams import chosen_in


def published_themes() -> QuerySet:
    return Theme.objects.filter(live=True).prefetch_related("texts")


def published_places() -> QuerySet:
    return Place.objects.filter(live=True).prefetch_related("names")


def published_persons() -> QuerySet:
    return Person.objects.filter(live=True).prefetch_related("names")


def _media() -> Prefetch:
    media = ArtefactMedium.objects.select_related("image", "document").prefetch_related(
        "image__renditions", Prefetch("recording", Recording.objects.prefetch_related("texts"))
    )
    return Prefetch("media", media)


def with_card_data(artefacts: QuerySet) -> QuerySet:
    """``artefacts`` with all that a card shows."""
    return artefacts.prefetch_related("texts", _media())


def with_page_data(artefacts: QuerySet) -> QuerySet:
    """``artefacts`` with all that their own page shows."""
    return with_card_data(artefacts.select_related("object_name")).prefetch_related(
        "object_name__texts",
        "dimensions",
        Prefetch("themes", published_themes()),
        Prefetch("collection_sets", CollectionSet.objects.filter(live=True).prefetch_related("texts")),
        Prefetch(
            "associated_places",
            AssociatedPlace.objects.filter(place__live=True).select_related("place").prefetch_related("place__names"),
        ),
        Prefetch(
            "associated_persons",
            AssociatedPerson.objects.filter(person__live=True).select_related("person").prefetch_related("person__names"),
        ),
        Prefetch("production_place", published_places()),
    )


def prefetch_chosen(*streams) -> None:
    """Give everything that is chosen in StreamField values what its block shows of it."""
    by_model = defaultdict(list)
    for stream in streams:
        for chosen in chosen_in(stream):
            by_model[type(chosen)].append(chosen)
    for model, things in by_model.items():
        if model is Artefact:
            prefetch_related_objects(things, "texts", _media())
        elif model is Place:
            prefetch_related_objects(things, "names")
        elif model in (Recording, Theme):
            prefetch_related_objects(things, "texts")
        elif model is MuseumImage:
            prefetch_related_objects(things, "renditions")
        elif hasattr(model, "lead_image"):
            prefetch_related_objects(things, "locale", "lead_image__renditions")
