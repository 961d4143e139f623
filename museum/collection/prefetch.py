"""Fetching what pages show in a fixed number of queries, and only what is published of it."""

from collections.abc import Iterable

from django.db.models import Prefetch, QuerySet, prefetch_related_objects

from museum.assets.models import MuseumImage, Recording
from museum.assets.renditions import fetch_sizes
from museum.collection.models import (
    Artefact,
    ArtefactMedium,
    AssociatedPerson,
    AssociatedPlace,
    CollectionSet,
    GuidedLook,
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


def published_looks() -> QuerySet:
    """Guided looks that visitors may see, with their words and their image."""
    return _looks().prefetch_related("image__renditions")


def _looks() -> QuerySet:
    looks = GuidedLook.objects.filter(live=True, image__withdrawn=False)
    return looks.select_related("image").prefetch_related("texts")


def _media() -> tuple:
    """What is fetched of artefacts so that they can be shown, but for the renditions of their images."""
    recordings = Recording.objects.prefetch_related("texts", "tracks")
    media = ArtefactMedium.objects.select_related("image", "document", "model_3d")
    return "texts", Prefetch("media", media.prefetch_related(Prefetch("recording", recordings)))


def with_card_data(artefacts: QuerySet, renditions: bool = True) -> QuerySet:
    """``artefacts`` with all that a card shows; without ``renditions`` where they are fetched with others
    (``fetch_renditions``)."""
    cards = artefacts.prefetch_related(*_media())
    return cards.prefetch_related("media__image__renditions") if renditions else cards


def fetch_page_data(artefact: Artefact, cards: Iterable[Artefact] = ()) -> None:
    """All that the page of ``artefact`` shows of it, and what ``cards`` of others on it show, but for renditions."""
    prefetch_related_objects([artefact, *cards], *_media())
    prefetch_related_objects(
        [artefact],
        "object_name__texts",
        "dimensions",
        "media__model_3d__pictures",
        Prefetch("media__image__guided_looks", GuidedLook.objects.filter(live=True).prefetch_related("texts")),
        Prefetch("themes", published_themes()),
        Prefetch("collection_sets", CollectionSet.objects.filter(live=True).prefetch_related("texts")),
        Prefetch("associated_places", AssociatedPlace.objects.filter(place__live=True).select_related("place")),
        Prefetch(
            "associated_persons",
            AssociatedPerson.objects.filter(person__live=True)
            .select_related("person")
            .prefetch_related("person__names"),
        ),
    )
    if artefact.production_place and not artefact.production_place.live:
        Artefact._meta.get_field("production_place").set_cached_value(artefact, None)
    places = [artefact.production_place, *(link.place for link in artefact.associated_places.all())]
    fetch_names(places)


def fetch_names(records: Iterable) -> None:
    """The names of records of one model in one query; ``None`` among them is passed over."""
    prefetch_related_objects([record for record in records if record is not None], "names")


def as_cards(pages: QuerySet, language: str, renditions: bool = True) -> QuerySet:
    """The published ones of ``pages``, each once in the language nearest to ``language``, with all that a card shows;
    without ``renditions`` where they are fetched with others (``fetch_renditions``)."""
    cards = nearest_translation(pages, language).select_related("lead_image")
    return cards.prefetch_related("lead_image__renditions") if renditions else cards


def _shown(model) -> QuerySet:
    """The queryset of a model with all that a block shows of one but the renditions of its images."""
    if model is Artefact:
        return Artefact.objects.select_related("object_name").prefetch_related("object_name__texts", *_media())
    if model is Place:
        return Place.objects.prefetch_related("names")
    if model is Recording:
        return Recording.objects.prefetch_related("texts", "tracks")
    if model is GuidedLook:
        return _looks()
    if model is Theme:
        return Theme.objects.prefetch_related("texts")
    if model is MuseumImage:
        return MuseumImage.objects.filter(withdrawn=False)
    return model.objects.select_related("lead_image")


def fetch_shown(stream, also=(), renditions: bool = True) -> dict[type, dict[int, object]]:
    """Resolve everything chosen in a StreamField value, with ``also`` (pairs of model and primary key), in one query a
    model. Returns what was found, by model and primary key; what has been deleted is missing. Without ``renditions``
    the caller fetches them, with others (``fetch_renditions``)."""
    with primed(stream, _shown, also) as found:
        for _chosen in chosen_in(stream):
            pass
    if renditions:
        fetch_renditions(thing for things in found.values() for thing in things.values())
    return found


def fetch_renditions(things: Iterable) -> None:
    """The sizes of all images that images, artefacts, looks and pages show, in one query."""
    fetch_sizes(image for thing in things for image in _images_of(thing) if image is not None)


def _images_of(thing) -> list:
    if isinstance(thing, MuseumImage):
        return [thing]
    if isinstance(thing, Artefact):
        return [medium.image for medium in thing.media.all()]
    if isinstance(thing, GuidedLook):
        return [thing.image]
    return [getattr(thing, "lead_image", None)]
