"""Fetching what pages show in a fixed number of queries, and only what is published of it."""

import itertools
from collections.abc import Callable, Iterable
from functools import cache

from django.db.models import QuerySet

from museum.assets.models import MuseumImage, Recording
from museum.assets.renditions import fetching_sizes
from museum.collection.models import (
    Artefact,
    ArtefactMedium,
    AssociatedPerson,
    AssociatedPlace,
    CollectionSet,
    GuidedLook,
    ObjectName,
    Person,
    Place,
    Theme,
)
from museum.core.chooser_blocks import primed
from museum.core.gathering import Part, gather, gathering, prefetched
from museum.core.prepared import Errand, Prepared, run_together, together
from museum.core.streams import chosen_in
from museum.core.translations import nearest_translation


def _live(model) -> Callable[[], QuerySet]:
    return lambda: model.objects.filter(live=True)


def published_themes() -> QuerySet:
    return Theme.objects.filter(live=True).prefetch_related("texts")


def published_places() -> QuerySet:
    return Place.objects.filter(live=True).prefetch_related("names")


def published_looks() -> QuerySet:
    """Guided looks that visitors may see, with their words and their image."""
    return _looks().prefetch_related("texts", "image__renditions")


def _looks() -> QuerySet:
    return GuidedLook.objects.filter(live=True, image__withdrawn=False).select_related("image")


WORDS, NAMES = Part("texts"), Part("names")
_RECORDING = WORDS, Part("tracks")
#: What is fetched of artefacts so that they can be shown, but for the renditions of their images.
_MEDIA = (
    WORDS,
    Part(
        "media",
        lambda: ArtefactMedium.objects.select_related("image", "document", "model_3d"),
        [Part("recording", Recording.objects.all, _RECORDING)],
    ),
)
#: What the page of an artefact shows beside: of its objects in three dimensions and pictures, and what it has to do with.
_ON_ITS_PAGE = (
    Part("object_name", ObjectName.objects.all, [WORDS]),
    Part("dimensions"),
    Part("themes", _live(Theme), [WORDS]),
    Part("collection_sets", _live(CollectionSet), [WORDS]),
    Part("production_place", _live(Place), [NAMES]),
    Part(
        "associated_places",
        lambda: AssociatedPlace.objects.filter(place__live=True).select_related("place"),
        [Part("place", Place.objects.all, [NAMES])],
    ),
    Part(
        "associated_persons",
        lambda: AssociatedPerson.objects.filter(person__live=True).select_related("person"),
        [Part("person", Person.objects.all, [NAMES])],
    ),
)
_LOOKED_AT = Part("guided_looks", _live(GuidedLook), [WORDS])
_SIDES = Part("pictures")
_THEMES = Part("themes", Theme.objects.all, [WORDS])


def with_card_data(artefacts: QuerySet, renditions: bool = True) -> QuerySet:
    """``artefacts`` with all that a card shows; without ``renditions`` where they are fetched with others
    (``fetch_renditions``)."""
    cards = prefetched(artefacts, *_MEDIA)
    return cards.prefetch_related("media__image__renditions") if renditions else cards


def fetching_page_data(artefact: Artefact, cards: Iterable[Artefact] = ()) -> Errand:
    """All that the page of ``artefact`` shows of it, and what ``cards`` of others on it show, but for renditions."""
    yield from gathering(([artefact, *cards], _MEDIA), ([artefact], _ON_ITS_PAGE))
    yield from gathering((artefact.models_3d, [_SIDES]), (artefact.images, [_LOOKED_AT]))


def published_themes_of(page) -> list[Theme]:
    """The published themes of a page with their words."""
    if page.pk:
        gather([page], _THEMES)
    return [theme for theme in page.themes.all() if theme.live]


def fetch_names(records: Iterable) -> None:
    """The names of records of one model in one query; ``None`` among them is passed over."""
    gather(records, NAMES)


def as_cards(pages: QuerySet, language: str, renditions: bool = True) -> QuerySet:
    """The published ones of ``pages``, each once in the language nearest to ``language``, with all that a card shows;
    without ``renditions`` where they are fetched with others (``fetch_renditions``)."""
    cards = nearest_translation(pages, language).select_related("lead_image")
    return cards.prefetch_related("lead_image__renditions") if renditions else cards


@cache
def pages_by_key(model) -> Prepared:
    """A question for pages of a model by their keys, with their lead images."""
    return Prepared(lambda keys: model.objects.filter(pk__in=keys).select_related("lead_image"))


@cache
def _shown(model) -> tuple[Prepared, tuple[Part, ...]]:
    """What a block shows of things of a model: the things by their keys, and all that hangs on them but renditions."""
    if model not in _SHOWN:
        return pages_by_key(model), ()
    rows, parts = _SHOWN[model]
    return Prepared(lambda keys: rows().filter(pk__in=keys)), tuple(parts)


_SHOWN = {
    Artefact: (
        lambda: Artefact.objects.select_related("object_name"),
        [Part("object_name", ObjectName.objects.all, [WORDS]), *_MEDIA],
    ),
    Place: (Place.objects.all, [NAMES]),
    Recording: (Recording.objects.all, _RECORDING),
    GuidedLook: (_looks, [WORDS]),
    Theme: (Theme.objects.all, [WORDS]),
    MuseumImage: (lambda: MuseumImage.objects.filter(withdrawn=False), []),
}


def fetching_chosen(wanted: dict[type, set[int]], page=None, renditions: bool = True, meanwhile=None) -> Errand:
    """Everything of ``wanted`` (keys by model) with all that a block shows of it, by model and key; the rest is as
    ``fetch_shown`` has it."""
    shown = {model: _shown(model) for model in wanted}
    answers = yield [question(wanted[model]) for model, (question, _parts) in shown.items()]
    found = {model: {one.pk: one for one in things} for model, things in zip(shown, answers, strict=True)}
    hanging = [(things, parts) for things, (_question, parts) in zip(answers, shown.values(), strict=True)]
    if page is not None and page.pk:
        hanging.append(([page], [_THEMES]))
    pictured = itertools.chain(*answers) if renditions else ()
    errands = [_fetching_what_hangs(hanging, pictured)]
    if meanwhile is not None:
        errands.append(meanwhile(found))
    yield from together(*errands)
    return found


def _fetching_what_hangs(hanging: list[tuple], pictured: Iterable) -> Errand:
    yield from gathering(*hanging)
    yield from fetching_renditions(pictured)


def fetch_shown(
    stream, also=(), renditions: bool = True, page=None, meanwhile: Callable[[dict], Errand] | None = None
) -> dict[type, dict[int, object]]:
    """Resolve everything chosen in a StreamField value, with ``also`` (pairs of model and primary key), in one query a
    model, and the themes of ``page`` on the way. Returns what was found, by model and primary key; what has been deleted
    is missing. ``renditions``: whether the sizes of all pictures are fetched too. ``meanwhile`` makes of what was found an
    errand that is run while what hangs on it is fetched, the themes of ``page`` first."""

    def fetch(wanted):
        return run_together(fetching_chosen(wanted, page, renditions, meanwhile))[0]

    with primed(stream, fetch, also) as found:
        for _chosen in chosen_in(stream):
            pass
    return found


def fetch_renditions(things: Iterable) -> None:
    """The sizes of all images that images, artefacts, looks and pages show, in one query."""
    run_together(fetching_renditions(things))


def fetching_renditions(things: Iterable) -> Errand:
    """``fetch_renditions`` as an errand, to be run together with others."""
    yield from fetching_sizes(images_of(things))


def images_of(things: Iterable) -> list[MuseumImage]:
    """All images that images, artefacts, looks and pages show."""
    return [image for thing in things for image in _images_of(thing) if image is not None]


def _images_of(thing) -> list:
    if isinstance(thing, MuseumImage):
        return [thing]
    if isinstance(thing, Artefact):
        return [medium.image for medium in thing.media.all()]
    if isinstance(thing, GuidedLook):
        return [thing.image]
    return [getattr(thing, "lead_image", None)]
