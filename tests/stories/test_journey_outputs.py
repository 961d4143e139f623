"""List, map, timeline, GeoJSON and Linked Art agree leg by leg: for every journey of the demonstration and by property."""

import json

import pytest
from bs4 import BeautifulSoup
from django.template import Context, Template
from django.utils.translation import override
from hypothesis import given, settings

from museum.demo.content import read_folder
from museum.demo.ledger import Ledger
from museum.demo.pages import load_journeys
from museum.demo.records import load_places
from stories.journeys import linked_data
from stories.journeys.geojson import feature_collection
from stories.models import Journey
from tests import builders
from tests.stories import journey_worlds as worlds

TEMPLATE = Template("{% load journeys %}{% journey_in_legs journey legs %}{% journey_in_time legs %}")


def fragment(address: str) -> str:
    return address.rpartition("#")[2]


def words(element) -> str:
    return " ".join(element.get_text(" ", strip=True).split()) if element else ""


def compare(page: str, geojson: dict, linked: dict, language: str) -> int:
    """Hold the page, the features and the moves against one another; returns how many legs there are."""
    soup = BeautifulSoup(page, "html.parser")
    rows, features, moves = soup.select(".journey__leg"), geojson["features"], linked["part"]
    numbers = [row["id"] for row in rows]
    assert numbers == [fragment(feature["id"]) for feature in features] == [fragment(move["id"]) for move in moves]
    drawn = [fragment(feature["id"]) for feature in features if feature["geometry"]]
    assert [fragment(arc["href"]) for arc in soup.select(".road-map .arc")] == drawn
    # The map's links are called what the rows are called.
    assert {arc["aria-labelledby"] for arc in soup.select(".road-map .arc")} <= {h["id"] for h in soup.select("h3[id]")}
    in_time = [fragment(link["href"]) for link in soup.select(".spans a")]
    assert sorted(in_time) == (sorted(numbers) if any(f["properties"]["date"] for f in features) else [])
    for row, feature, move in zip(rows, features, moves, strict=True):
        facts = feature["properties"]
        said = words(row)
        for end, key in ((facts["from"], "moved_from"), (facts["to"], "moved_to")):
            assert end["withheld"] == (key not in move)
            if not end["withheld"]:
                names = {name["content"] for name in move[key]["identified_by"]}
                assert set(end["label"].values()) == names
                assert any(name in words(row.select_one("h3")) for name in names)
        if feature["geometry"]:
            ends = [facts["from"]["coordinates"], facts["to"]["coordinates"]]
            assert feature["geometry"]["coordinates"] == ends
        assert ("hors de la carte" in said) == (bool(drawn) and feature["geometry"] is None)
        assert (facts["date"] is None) == ("timespan" not in move)
        for fact in ("mode", "motive", "certainty"):
            if facts[fact]["value"] != "unknown":
                assert facts[fact]["label"][language] in said
        assert row["class"][1] == f"journey__leg--{facts['certainty']['value']}"
        for text in (*facts["companions"].values(), *facts["note"].values()):
            assert text in {part["content"] for part in move["referred_to_by"]}
        assert [thing["id"] for thing in facts["carried"]] == [thing["id"] for thing in move.get("moved", [])]
    return len(rows)


@settings(max_examples=60, deadline=None)
@given(worlds.journeys())
def test_the_outputs_of_any_journey_agree(world):
    shown = worlds.told(*world)
    with override("fr"):
        page = TEMPLATE.render(Context({"journey": None, "legs": shown}))
        data = feature_collection(shown, "https://m/j", str)
        linked = linked_data.activity(shown, {"fr": "Voyage", "en": "Journey"}, [], "https://m/l", str)
        assert compare(page, json.loads(json.dumps(data)), linked, "fr") == len(shown)


@pytest.mark.django_db
def test_the_outputs_of_every_journey_of_the_demonstration_agree(client):
    ledger = Ledger()
    load_places(ledger)
    load_journeys(ledger)
    counted = {}
    for journey in Journey.objects.all():
        page = client.get(f"/fr/journeys/{journey.slug}/")
        geojson, linked = (client.get(f"/journeys/{journey.slug}.{kind}") for kind in ("geojson", "jsonld"))
        assert (geojson["Content-Type"], geojson["Access-Control-Allow-Origin"]) == ("application/geo+json", "*")
        counted[journey.slug] = compare(page.content.decode(), geojson.json(), linked.json(), "fr")
    recorded = {row["key"]: len(row["journey"]["legs"]) for row in read_folder("stories") if row.get("journey")}
    assert counted == recorded
    assert len(counted) == 17


@pytest.fixture
def places(db):
    builders.all_homes()
    builders.story_index("fr")
    return [builders.place(names={"fr": f"Lieu {letter}"}, slug=f"lieu-{letter}") for letter in "abcd"]


def test_a_story_shows_the_road_of_its_journey_and_not_its_old_stops(places, client):
    a, b, c, d = places
    story = builders.story(journey=builders.journey((a, b), (b, c)), road=[(d, "1950")])
    head = BeautifulSoup(client.get(story.url).content, "html.parser").select_one(".stops-lines")
    assert [words(stop.select_one("a")) for stop in head.select("li")] == ["Lieu a", "Lieu b", "Lieu c"]
    alone = builders.story(road=[(d, "1950"), (a, "")])
    head = BeautifulSoup(client.get(alone.url).content, "html.parser").select_one(".stops-lines")
    assert [words(stop.select_one("a")) for stop in head.select("li")] == ["Lieu d", "Lieu a"]


def test_a_journey_shared_by_several_stories_shows_them(places, client):
    journey = builders.journey((places[0], places[1]))
    stories = [builders.story(journey=journey) for _ in range(2)]
    builders.story(journey=journey, publish=False, title="Un brouillon caché")
    page = client.get(f"/fr/journeys/{journey.slug}/").content.decode()
    assert all(story.url in page for story in stories)
    assert "Un brouillon caché" not in page
    linked = client.get(f"/journeys/{journey.slug}.jsonld").json()
    assert [each["_label"] for each in linked["subject_of"]] == [story.title for story in stories]


def test_an_artefact_says_on_which_journeys_it_travelled(places, client):
    artefact, other = builders.artefact(), builders.artefact()
    journey = builders.journey((places[0], places[1]), (places[1], places[2]), publish=False)
    leg = journey.legs.last()
    leg.documents = [("artefact", artefact)]
    leg.save()
    journey = Journey.objects.get(pk=journey.pk)
    assert "leg-2" not in client.get(artefact.get_absolute_url()).content.decode()
    journey.save_revision().publish()
    page = client.get(artefact.get_absolute_url()).content.decode()
    assert f"/fr/journeys/{journey.slug}/#leg-2" in page
    assert f"/fr/journeys/{journey.slug}/#leg-1" not in page
    assert journey.slug not in client.get(other.get_absolute_url()).content.decode()


def test_companions_are_said_in_the_readers_language_or_marked(places, client):
    journey = builders.journey((places[0], places[1]), publish=False)
    journey.legs.update(companions_fr="son frère", companions_ar="أخوه")
    Journey.objects.get(pk=journey.pk).save_revision().publish()
    assert "son frère" in client.get(f"/fr/journeys/{journey.slug}/").content.decode()
    assert "أخوه" in client.get(f"/ar/journeys/{journey.slug}/").content.decode()
    assert '<bdi lang="fr" dir="ltr">son frère</bdi>' in client.get(f"/en/journeys/{journey.slug}/").content.decode()


def test_the_page_of_a_journey_asks_the_same_whatever_it_holds(places, client, django_assert_max_num_queries):
    a, b, c, _d = places
    journey = builders.journey(*[(a, b), (b, c)] * 10)
    client.get(f"/fr/journeys/{journey.slug}/")
    with django_assert_max_num_queries(20):
        client.get(f"/fr/journeys/{journey.slug}/")


def test_the_admins_title_is_told_nowhere(places, client):
    journey = builders.journey((places[0], places[1]), title="Zqx titre du bureau", slug="un-voyage")
    for path in ("/fr/journeys/un-voyage/", "/journeys/un-voyage.geojson", "/journeys/un-voyage.jsonld"):
        assert "Zqx" not in client.get(path).content.decode()
    assert str(journey) == "Zqx titre du bureau"
