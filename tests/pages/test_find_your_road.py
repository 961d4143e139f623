"""Find your road: what the museum holds of a road between two places, and what it says where it holds nothing."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from museum.entrance.road import FoundRoad, years_meant
from stories.models import Leg
from tests import builders
from tests.pages.test_query_counts import BUDGET


@pytest.fixture
def roads(db):
    """A journey from Agadir to Lens in 1963 with a passport, told in a story that hangs in an exhibit; Essaouira lies near Agadir."""
    builders.all_homes()
    builders.story_index("fr")
    builders.exhibit_index("fr")
    agadir = builders.place(
        names={"fr": "Agadir", "ar": "أكادير", "zgh": "ⴰⴳⴰⴷⵉⵔ"}, slug="agadir", latitude="30.42", longitude="-9.60"
    )
    lens = builders.place(names={"fr": "Lens", "ar": "لنس"}, slug="lens", latitude="50.43", longitude="2.83")
    essaouira = builders.place(names={"fr": "Essaouira"}, slug="essaouira", latitude="31.51", longitude="-9.77")
    essaouira.names.create(text="Mogador", language="fr", kind="former")
    essaouira.save()
    passport = builders.artefact(titles={"fr": "Un passeport"})
    journey = builders.journey((agadir, lens))
    Leg.objects.filter(journey=journey).update(
        date="1963",
        documents=[{"type": "artefact", "value": passport.pk, "id": "00000000-0000-4000-8000-000000000001"}],
    )
    story = builders.story(title="Le train de Lens", period="1963", journey=journey)
    exhibit = builders.exhibit(title="Du fond", works=[("artefact", {"artefact": passport, "label": ""})])
    strike = builders.event(date="1963-03", titles={"fr": "La grève des mineurs"}, places=[lens])
    return {
        "story": story,
        "passport": passport,
        "exhibit": exhibit,
        "strike": strike,
        "journey": journey,
        "essaouira": essaouira,
    }


def page(client, language="fr", **question):
    response = client.get(
        f"/{language}/road/", {{"origin": "from"}.get(name, name): text for name, text in question.items()}
    )
    assert response.status_code == 200
    return response.content.decode()


def test_the_answer_gathers_road_stories_things_exhibits_and_events(client, roads):
    answer = page(client, origin="agadir", to="lens")
    for words in (
        "Agadir – Lens",
        "Le train de Lens",
        "Un passeport",
        "Du fond",
        "La grève des mineurs",
        "roads-map",
    ):
        assert words in answer


@pytest.mark.parametrize("origin", ["agadir", "Agadir", "AGADIR", "أكادير", "اكادير", "ⴰⴳⴰⴷⵉⵔ", "agadyr"])
def test_a_place_is_asked_for_in_any_script_and_spelling(client, roads, origin):
    assert "Le train de Lens" in page(client, origin=origin)


@pytest.mark.parametrize(
    "question", [{"origin": "agadir"}, {"to": "lens"}, {"when": "1963"}, {"origin": "agadir", "when": "196X"}]
)
def test_one_of_the_three_is_enough(client, roads, question):
    assert "Le train de Lens" in page(client, **question)


def test_years_leave_out_what_was_not_in_them(client, roads):
    assert "Le train de Lens" not in page(client, origin="agadir", to="lens", when="1985")


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("1963", "1963"),
        ("1956-1977", "1956-1977"),
        ("196X", "1960-1969"),
        ("1960s", "1960-1969"),
        ("les 1970s", "1970-1979"),
        ("19600s", "19600s"),
        ("", ""),
    ],
)
def test_a_decade_is_ten_years(text, years):
    assert years_meant(text) == years


def test_where_nothing_is_held_the_page_says_so_and_shows_the_nearest_roads(client, roads):
    answer = page(client, origin="Mogador", to="lens")
    assert "Essaouira" in answer
    assert "Le train de Lens" not in re.sub(r'(?s)<ol class="roads">.*?</ol>', "", answer)
    nearest = answer[answer.index('id="nearest-heading"') :]
    assert re.search(r'href="/fr/road/\?from=agadir&amp;to=lens"', nearest)
    assert FoundRoad({"from": "Mogador", "to": "lens"}, "fr").nearest[0].kilometres == pytest.approx(122, abs=5)


def test_an_unknown_place_is_told_and_what_was_typed_stays(client, roads):
    answer = page(client, origin="Atlantide", to="lens")
    assert 'value="Atlantide"' in answer
    assert "Atlantide" in re.search(r'<p class="field__error" role="status">(.*?)</p>', answer)[1]


@pytest.mark.parametrize("when", ["demain", "99999", "1963-", "-1963", "1977-1956", "٠١٢", "\x00", "x" * 5000])
def test_any_time_gets_an_answer(client, roads, when):
    page(client, origin="agadir", when=when)


def test_without_a_question_the_page_offers_roads_and_may_be_indexed(client, roads):
    answer = page(client)
    assert "from=agadir&amp;to=lens" in answer
    assert "noindex" not in answer
    assert "noindex" in page(client, origin="agadir")


@pytest.mark.parametrize("name", ["story", "passport", "exhibit", "strike", "journey"])
def test_what_is_taken_back_is_not_in_the_answer(client, roads, name):
    words = {
        "story": "Le train de Lens",
        "passport": "Un passeport",
        "exhibit": "Du fond",
        "strike": "La grève des mineurs",
        "journey": 'id="road-1"',
    }
    assert words[name] in page(client, origin="agadir", to="lens")
    roads[name].unpublish()
    assert words[name] not in page(client, origin="agadir", to="lens")


def test_a_shared_link_is_short_and_says_what_it_holds(client, roads):
    answer = page(client, origin="أكادير", to="Lens", when="1963")
    assert "/fr/road/?from=agadir&amp;to=lens&amp;when=1963-1963" in answer
    assert re.search(r'property="og:description" content="[^"]*1 r', answer)


def test_more_roads_add_no_query(client, roads):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            page(client, origin="agadir", to="lens")
        return len(captured)

    queries()
    before = queries()
    for _ in range(4):
        leg = roads["journey"].legs.all()[0]
        story = builders.story(journey=builders.journey((leg.from_place, leg.to_place)), period="1964")
        builders.exhibit(works=[("story", {"story": story, "label": ""})])
    queries()
    assert queries() <= before <= BUDGET
