"""A small museum: one of everything, published, in French with Arabic and English where pages have them."""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from django.db import transaction
from django.db.models import Model

from museum.collection.models import ArtefactMedium
from tests import builders


def build_museum() -> SimpleNamespace:
    """One record of each kind, two stories of one road in French, one of them also in Arabic, an exhibit, a plain page."""
    builders.all_homes()
    for language in ("fr", "ar", "en", "zgh"):
        builders.story_index(language)
        builders.exhibit_index(language)
    theme = builders.theme(labels={"fr": "Travail", "ar": "العمل", "en": "Labour"})
    place = builders.place(names={"fr": "Agadir", "ar": "أكادير", "en": "Agadir", "zgh": "ⴰⴳⴰⴷⵉⵔ"}, slug="agadir")
    other = builders.place(names={"fr": "Lens", "ar": "لنس", "en": "Lens"}, slug="lens")
    person = builders.person(places=[place], themes=[theme])
    event = builders.event(places=[place], themes=[theme])
    object_name = builders.object_name(labels={"fr": "Valise", "ar": "حقيبة", "en": "Suitcase"})
    collection_set = builders.collection_set()
    artefact = builders.artefact(themes=[theme], object_name=object_name, collection_sets=[collection_set])
    artefact.associated_places.create(place=place, role="origin")
    artefact.associated_persons.create(person=person, role="subject")
    ArtefactMedium.objects.create(artefact=artefact, model_3d=builders.model_3d(), sort_order=9)
    recording = builders.recording()
    interview = builders.interview()
    look = builders.guided_look(image=artefact.image)
    journey = builders.journey((place, other), (other, place))
    story = builders.story(
        journey=journey,
        themes=[theme],
        persons=[person],
        road=[(place, "1963"), (other, "1963")],
        body=[
            ("heading", "Un départ"),
            ("text", "<p>Le train part à l’aube.</p>"),
            ("artefact", {"artefact": artefact, "note": "Regardez les coins."}),
            ("look", {"look": look, "note": "Regardez de près."}),
            ("recording", {"recording": recording, "note": ""}),
            ("place", {"place": place, "text": "<p>Une ville.</p>"}),
            ("timeline", {"heading": "", "start": 1960, "end": 1970, "theme": None}),
        ],
    )
    story_ar = builders.story("ar", translation_of=story, title="قطار الفجر", slug="qitar", themes=[theme])
    french_only = builders.story(themes=[theme], road=[(place, ""), (other, "")])
    panorama = builders.panorama(
        themes=[theme],
        finds=[
            {"title": "La valise", "text": "Un coin.", "yaw": 3.0, "pitch": -4.0, "artefact": artefact},
            {"title": "Le son", "text": "", "yaw": 30.0, "pitch": 4.0, "recording": recording},
        ],
    )
    exhibit = builders.exhibit(
        themes=[theme],
        works=[
            ("artefact", {"artefact": artefact, "label": "<p>Un objet.</p>"}),
            ("story", {"story": story, "label": ""}),
            ("recording", {"recording": recording, "label": ""}),
            ("panorama", {"panorama": panorama, "label": ""}),
            ("text", {"title": "Panneau", "text": "<p>Un texte.</p>"}),
        ],
    )
    plain = builders.plain_page(title="À propos", slug="a-propos")
    return SimpleNamespace(**locals())


@pytest.fixture(scope="module")
def built_museum(django_db_setup, django_db_blocker) -> Iterator[SimpleNamespace]:
    """The small museum, built once for a module inside a transaction that is rolled back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield build_museum()
        transaction.set_rollback(True)


@pytest.fixture
def museum(built_museum, db) -> SimpleNamespace:
    """The small museum, its things read afresh; what a test changes is undone after it."""
    return SimpleNamespace(
        **{
            name: type(thing)._default_manager.get(pk=thing.pk)
            for name, thing in vars(built_museum).items()
            if isinstance(thing, Model)
        }
    )


def addresses(museum, language: str = "fr") -> dict[str, str]:
    """The address of one page of every type in ``language`` (pages that exist only in French stay French)."""
    record = f"/{language}"
    return {
        "home": f"/{language}/",
        "story index": museum.story.get_parent().url if language == "fr" else _index("stories", language),
        "story": museum.story_ar.url if language == "ar" else museum.story.url,
        "exhibit index": _index("exhibits", language),
        "exhibit": museum.exhibit.url,
        "room": f"{museum.exhibit.url}room/",
        "catalogue": f"{museum.exhibit.url}catalogue/",
        "projector": f"{museum.exhibit.url}projector/",
        "panorama": museum.panorama.url,
        "plain page": museum.plain.url,
        "collection": f"{record}/collection/",
        "collection narrowed": f"{record}/collection/?theme={museum.theme.slug}&media=image",
        "collection set": f"{record}/collection/sets/{museum.collection_set.slug}/",
        "artefact": f"{record}/artefacts/{museum.artefact.slug}/",
        "person": f"{record}/people/{museum.person.slug}/",
        "persons": f"{record}/people/",
        "place": f"{record}/places/agadir/",
        "places": f"{record}/places/",
        "theme": f"{record}/themes/{museum.theme.slug}/",
        "themes": f"{record}/themes/",
        "timeline": f"{record}/timeline/",
        "decade": f"{record}/timeline/?decade=1960",
        "road": f"{record}/road/?from=agadir&to=lens",
        "road unasked": f"{record}/road/",
        "routes": f"{record}/routes/",
        "routes narrowed": f"{record}/routes/?from=agadir&years=1960-1970&motive=labour",
        "statistics": f"{record}/routes/?show=statistics",
        "guided look": f"{record}/looks/{museum.look.slug}/",
        "guided looks": f"{record}/looks/",
        "recording": f"{record}/recordings/{museum.interview.slug}/",
        "recordings": f"{record}/recordings/",
        "search": f"{record}/search/?q=Valise",
        "search begun": f"{record}/search/",
        "journey": f"{record}/journeys/{museum.journey.slug}/",
        "availability": f"{record}/in-other-languages/{museum.french_only.translation_key}/",
    }


def _index(slug: str, language: str) -> str:
    return f"/{language}/{slug}/"


PAGE_TYPES = [
    "home", "story index", "story", "exhibit index", "exhibit", "room", "projector", "catalogue", "panorama", "plain page", "collection", "collection narrowed",
    "collection set", "artefact", "person", "persons", "place", "places", "theme", "themes", "timeline", "decade", "road", "road unasked", "guided look", "guided looks",
    "recording", "recordings", "search", "search begun", "journey", "routes", "routes narrowed", "statistics",
]  # fmt: skip
