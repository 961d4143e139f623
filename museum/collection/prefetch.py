"""Fetching what pages show in a fixed number of queries, and only what is published of it."""

from django.db.models import Prefetch, QuerySet

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
from museum.core.chooser_blocks import primed
from museum.core.streams import chosen_in
from museum.core.translations import nearest_translation


def published_themes() -> QuerySet:
    return Theme.objects.filter(live=True).prefetch_related("texts")


def published_places() -> QuerySet:
    return Place.objects.filter(live=True).prefetch_related("names")


def published_persons() -> QuerySet:
    return Person.objects.filter(live=True).prefetch_related("names")


def _media() -> Prefetch:
    media = ArtefactMedium.objects.select_related("image", "document", "model_3d").prefetch_related(
        "image__renditions", Prefetch("recording", Recording.objects.prefetch_related("texts", "tracks"))
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
            AssociatedPerson.objects.filter(person__live=True)
            .select_related("person")
            .prefetch_related("person__names"),
        ),
        Prefetch("production_place", published_places()),
    )


def as_cards(pages: QuerySet, language: str) -> QuerySet:
    """The published ones of ``pages``, each once in the language nearest to ``language``, with all that a card shows."""
    return nearest_translation(pages, language).select_related("lead_image").prefetch_related("lead_image__renditions")


def shown(model) -> QuerySet:
    """The queryset of a model with all that a block shows of one."""
    if model is Artefact:
        return with_card_data(Artefact.objects.select_related("object_name")).prefetch_related("object_name__texts")
    if model is Place:
        return Place.objects.prefetch_related("names")
    if model is Recording:
        return Recording.objects.prefetch_related("texts", "tracks")
    if model is Theme:
        return Theme.objects.prefetch_related("texts")
    if model is MuseumImage:
        return MuseumImage.objects.filter(withdrawn=False).prefetch_related("renditions")
    return model.objects.select_related("lead_image").prefetch_related("lead_image__renditions")


def fetch_shown(stream, also=()) -> dict[type, dict[int, object]]:
    """Resolve everything chosen in a StreamField value, with ``also`` (pairs of model and primary key), in one query a
    model. Returns what was found, by model and primary key; what has been deleted is missing."""
    with primed(stream, shown, also) as found:
        for _chosen in chosen_in(stream):
            pass
    return found
