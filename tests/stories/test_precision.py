"""The end of a leg is told as precisely as its teller allows, and no output of any kind says more."""

import json

import pytest
from django.utils.translation import override
from hypothesis import given, settings

from museum.collection.models import Place
from museum.core.readiness import NotReady
from museum.search.facet_numbers import number_of
from museum.search.models import SearchDocument, SearchFacet
from museum.search.query import Search
from stories.journeys import linked_data
from stories.journeys.drawn import as_roads
from stories.journeys.geojson import feature_collection
from stories.journeys.naming import name_of
from stories.journeys.precision import Containers, End, told
from stories.journeys.shape import roads
from stories.journeys.timeline import timeline
from stories.models import Leg
from tests import builders
from tests.stories import journey_worlds as worlds


def _chain():
    return {
        1: worlds.place(1, "country"),
        2: worlds.place(2, "region", 1),
        3: worlds.place(3, "town", 2),
        4: worlds.place(4, "street", 3),
    }


@pytest.mark.parametrize(
    ("recorded", "precision", "tells"),
    [
        (4, "exact", 4), (4, "town", 3), (4, "region", 2), (4, "country", 1), (4, "withheld", None),
        (3, "town", 3), (3, "region", 2), (2, "town", 2), (2, "country", 1), (1, "region", 1), (4, "nonsense", None),
    ],
)  # fmt: skip
def test_the_nearest_place_that_is_coarse_enough_is_told(recorded, precision, tells):
    places = _chain()
    end = told(places[recorded], precision, worlds.containers(places))
    assert (end.place.pk if end.place else None) == tells
    assert end.is_withheld == (tells is None)


def test_where_no_record_is_coarse_enough_the_country_is_told():
    places = {3: worlds.place(3, "town", country="BE")}
    end = told(places[3], "region", worlds.containers(places))
    with override("fr"):
        assert (end.place, end.heading()) == (None, ("Belgique", "fr"))
    nowhere = told(worlds.place(5, "town", country=""), "country", worlds.containers({}))
    assert nowhere == End()


def test_a_coarser_place_that_is_not_published_is_passed_over_for_a_coarser_one():
    places = _chain()
    places[2].live = False
    assert told(places[4], "region", worlds.containers(places)).place.pk == 1
    places[4].live = False
    assert told(places[4], "exact", worlds.containers(places)) is None
    assert told(places[4], "town", worlds.containers(places)).place.pk == 3


def test_places_that_lie_in_one_another_end():
    places = {1: worlds.place(1, "town", 2, country=""), 2: worlds.place(2, "village", 1, country="")}
    assert told(places[1], "region", worlds.containers(places)) == End()


@settings(max_examples=150, deadline=None)
@given(worlds.journeys())
def test_nothing_made_of_a_journey_names_a_place_that_is_kept_back(world):
    places, legs = world
    shown = worlds.told(places, legs)
    with override("fr"):
        outputs = [
            json.dumps(feature_collection(shown, "https://m/j", str), ensure_ascii=False),
            json.dumps(
                linked_data.activity(shown, {"fr": name_of(shown), "en": ""}, [], "https://m/j", str),
                ensure_ascii=False,
            ),
            repr([(r.origin, r.destination, r.label, r.url) for r in as_roads(shown)]),
            name_of(shown),
            repr([(e.heading(), e.labels(), e.url, e.point) for leg in shown for e in (leg.origin, leg.destination)]),
            repr([(e.heading(), e.url) for road in roads(shown) for stop in road.stops for e in stop.ends]),
            repr([span.leg.origin.heading() for span in getattr(timeline(shown), "spans", ())]),
        ]
    for hidden in worlds.kept_back(places, legs):
        for token in worlds.tokens(hidden):
            for output in outputs:
                assert token not in output


@settings(max_examples=150, deadline=None)
@given(worlds.journeys())
def test_an_end_is_never_finer_than_allowed_and_never_another_place(world):
    places, legs = world
    around = worlds.containers(places)
    for leg in legs:
        place, precision = places[leg.from_place_id], leg.from_precision
        end = told(place, precision, around)
        if end is not None and end.place is not None:
            assert end.place.live
            assert worlds.FINENESS[end.place.kind] >= worlds.LEVEL[precision]
            lies_in = [place, *around.above(place)]
            codes = [each.country for each in lies_in if each.country]
            assert end.place in lies_in or (end.place.kind == "country" and end.place.country == codes[0])


def test_coordinates_are_those_of_a_town_and_never_of_a_house():
    place = Place(pk=1, live=True, latitude="33.57318", longitude="-7.58984")
    assert End(place).point == (-7.59, 33.57)


# The whole museum


KINDS = ("street", "town", "region", "country")


@pytest.fixture
def museum(db):
    """A country, a region in it, a town, a street; stories and journeys; nothing else."""
    builders.all_homes()
    for language in ("fr", "ar"):
        builders.story_index(language)
    places, above = {}, None
    for number, kind in enumerate(reversed(KINDS)):
        names = {"fr": f"Zqx{kind}wk", "ar": f"زقق{kind}وك", "en": f"Zqx{kind}wk"}
        above = places[kind] = builders.place(
            names=names,
            slug=f"zqx-{kind}",
            kind=kind,
            within=above,
            latitude=f"7{number}.7{number}531",
            longitude=f"-17{number}.8{number}642",
        )
    places["other end"] = builders.place(names={"fr": "Lens", "ar": "لنس"}, slug="lens", country="FR")
    return places


def _outputs(client, journey, story, artefact) -> dict[str, str]:
    paths = [
        story.url, story.get_parent().url, "/fr/", "/fr/feeds/stories.xml", "/sitemap-pages.xml", "/sitemap-journeys.xml", "/sitemap.xml",
        *(f"/{code}/journeys/{journey.slug}/" for code in ("fr", "ar", "en", "zgh")),
        f"/journeys/{journey.slug}.geojson", f"/journeys/{journey.slug}.jsonld", artefact.get_absolute_url(), "/fr/places/lens/",
        "/fr/routes/", "/ar/routes/", "/fr/routes/?from=lens", "/fr/timeline/?kind=story", "/fr/routes/roads.csv", "/fr/routes/roads.geojson",
    ]  # fmt: skip
    return {path: client.get(path).content.decode() for path in paths}


@pytest.mark.parametrize("precision", ["town", "region", "country", "withheld"])
def test_no_page_feed_or_file_tells_more_than_is_allowed(museum, client, precision):
    artefact = builders.artefact()
    journey = builders.journey(
        (museum["street"], museum["other end"]), (museum["other end"], museum["street"]), publish=False
    )
    for leg, end in zip(journey.legs.all(), ("from", "to"), strict=True):
        setattr(leg, f"{end}_precision", precision)
        leg.documents = [("artefact", artefact)]
        leg.save()
    journey = type(journey).objects.get(pk=journey.pk)
    journey.save_revision().publish()
    story = builders.story(journey=journey, road=[museum["street"], museum["town"]], themes=[builders.theme()])
    builders.story(road=[museum["other end"]])
    level = worlds.LEVEL.get(precision, 4)
    hidden = [kind for kind in KINDS if worlds.FINENESS[kind] < level]
    shown = [kind for kind in KINDS if worlds.FINENESS[kind] == level]
    outputs = _outputs(client, journey, story, artefact)
    for path, output in outputs.items():
        assert output, path
        for kind in hidden:
            assert f"zqx{kind}" not in output.lower(), (path, kind)
            assert f"zqx-{kind}" not in output, (path, kind)
            assert f"زقق{kind}" not in output, (path, kind)
            place = museum[kind]
            for coordinate in (place.latitude, place.longitude):
                assert f"{coordinate:.2f}" not in output, (path, kind)
    for kind in shown:
        assert f"Zqx{kind}wk" in outputs[story.url]
        assert f"Zqx{kind}wk" in outputs[f"/journeys/{journey.slug}.geojson"]
    # A place leads to the story where the story may name it, and never from inside of what may be told; what lies
    # around it may.
    for kind in (*hidden, *shown):
        for path in (
            f"/fr/places/zqx-{kind}/",
            f"{story.get_parent().url}?from=zqx-{kind}",
            f"/fr/timeline/?place=zqx-{kind}&kind=story",
            f"/fr/routes/?from=zqx-{kind}",
        ):
            assert (story.url in client.get(path).content.decode()) == (kind in shown), path


def _searched_places(story) -> set[int]:
    """The places by which the search narrows to a story."""
    facets = SearchFacet.objects.filter(document__reference=f"story:{story.translation_key}")
    numbers = set(facets.values_list("number", flat=True))
    return {place.pk for place in Place.objects.all() if number_of("place", place.pk) in numbers}


def test_the_search_narrows_by_what_is_told_and_follows_the_journey(museum):
    journey = builders.journey((museum["street"], museum["other end"]), publish=False)
    journey.legs.update(from_precision="region")
    journey = type(journey).objects.get(pk=journey.pk)
    journey.save_revision().publish()
    story = builders.story(journey=journey, road=[museum["street"]])
    # What a place lies in finds it too.
    assert _searched_places(story) == {museum[kind].pk for kind in ("region", "country", "other end")}
    journey.legs.update(from_precision="country")
    type(journey).objects.get(pk=journey.pk).save_revision().publish()
    assert _searched_places(story) == {museum["country"].pk, museum["other end"].pk}
    type(journey).objects.get(pk=journey.pk).unpublish()
    assert _searched_places(story) == set()


@pytest.mark.parametrize("precision", ["town", "region", "country", "withheld"])
def test_the_words_of_a_journey_find_its_story_and_name_nothing_that_is_kept_back(museum, precision):
    journey = builders.journey((museum["street"], museum["other end"]), publish=False)
    told_of_it = {"note_fr": "Avec une malle verte.", "companions_ar": "مع ابنة خالتها", "motive": "study"}
    journey.legs.update(from_precision=precision, **told_of_it)
    type(journey).objects.get(pk=journey.pk).save_revision().publish()
    story = builders.story(journey=journey)
    document = SearchDocument.objects.get(reference=f"story:{story.translation_key}")
    for language, text in (("fr", "malle verte"), ("ar", "خالتها"), ("fr", "études"), ("en", "studies")):
        with override(language):
            assert document in Search({"q": text}).documents, text
    level = worlds.LEVEL.get(precision, 4)
    held = str([document.names, document.texts, document.title, document.body]).lower()
    assert [kind for kind in KINDS if worlds.FINENESS[kind] < level and f"zqx{kind}" in held] == []
    type(journey).objects.get(pk=journey.pk).unpublish()
    with override("fr"):
        assert document not in Search({"q": "malle verte"}).documents


def test_a_draft_of_a_journey_is_told_nowhere(museum, client):
    journey = builders.journey((museum["town"], museum["other end"]), publish=False)
    story = builders.story(journey=journey, road=[museum["town"]])
    assert "Zqxtownwk" not in client.get(story.url).content.decode()
    for path in (
        f"/fr/journeys/{journey.slug}/",
        f"/journeys/{journey.slug}.geojson",
        f"/journeys/{journey.slug}.jsonld",
    ):
        assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("note_fr", "Il venait de Zqxtownwk."),
        ("companions_ar", "أبناء زققtownوك"),
        ("source", "Archives de Zqxstreetwk"),
    ],
)
def test_words_that_name_what_is_kept_back_keep_a_journey_from_publication(museum, field, text):
    journey = builders.journey((museum["street"], museum["other end"]), publish=False)
    leg = journey.legs.get()
    leg.from_precision = "region"
    setattr(leg, field, text)
    if field == "note_fr":
        leg.from_place = museum["town"]
    if field == "companions_ar":
        leg.from_place = museum["town"]
    leg.save()
    journey = type(journey).objects.get(pk=journey.pk)
    with pytest.raises(NotReady):
        journey.save_revision().publish()
    Leg.objects.filter(pk=leg.pk).update(**{field: "Un livre"})
    journey = type(journey).objects.get(pk=journey.pk)
    journey.save_revision().publish()


def test_an_address_that_names_what_is_kept_back_keeps_it_from_publication(museum):
    journey = builders.journey((museum["town"], museum["other end"]), slug="zqxtownwk-lens", publish=False)
    journey.legs.update(from_precision="country")
    journey = type(journey).objects.get(pk=journey.pk)
    with pytest.raises(NotReady):
        journey.save_revision().publish()


def test_containers_are_asked_for_only_when_needed(museum, django_assert_num_queries):
    around = Containers()
    with django_assert_num_queries(0):
        told(museum["town"], "exact", around)
    with django_assert_num_queries(2):
        told(museum["town"], "region", around)
        told(museum["street"], "country", around)
