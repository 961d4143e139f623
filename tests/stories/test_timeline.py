"""The timeline: events, stories and artefacts in one ordered list, by decade, theme and place."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stories.timeline import listing as timeline
from stories.timeline.listing import TimelineListing
from tests import builders


@pytest.fixture
def sixties(db):
    """A strike, a story that lasts, a suitcase of the sixties; a law of 1912; a thing of the forties; all in one theme and place."""
    builders.all_homes()
    builders.story_index("fr")
    theme = builders.theme(labels={"fr": "Travail", "ar": "العمل"})
    place = builders.place(names={"fr": "Agadir", "ar": "أكادير", "zgh": "ⴰⴳⴰⴷⵉⵔ"}, slug="agadir")
    return {
        "theme": theme,
        "place": place,
        "strike": builders.event(date="1963-05-21", titles={"fr": "Une grève"}, themes=[theme], places=[place]),
        "law": builders.event(date="1912-03-30", titles={"fr": "Un traité"}),
        "story": builders.story(period="1956/1977", title="Un long voyage", themes=[theme], road=[(place, "1956")]),
        "suitcase": builders.artefact(production_date="1964~", titles={"fr": "Une valise"}, themes=[theme]),
        "draft": builders.event(publish=False, date="1965", titles={"fr": "Un secret"}),
        "old": builders.event(date="1863", titles={"fr": "Un prédécesseur"}),
    }


def shown(parameters, language="fr"):
    """The titles of what a listing shows, in order."""
    listing = TimelineListing(parameters, language)
    if listing.decade:
        return [str(entry.shown) for entry in [*listing.under_way, *listing.page.object_list]]
    return [str(entry.shown) for decade in listing.decades for entry in decade.entries]


def test_the_whole_timeline_tells_events_and_stories_in_the_order_of_time_and_counts_artefacts(sixties):
    assert shown({}) == ["Un prédécesseur", "Un traité", "Un long voyage", "Une grève"]
    decades = {decade.value: decade.counts for decade in TimelineListing({}, "fr").decades}
    assert decades["1960"] == {"event": 1, "artefact": 1}
    assert decades["1950"] == {"story": 1}
    assert decades["1930"] == {}
    assert decades["earlier"] == {"event": 1}


def test_a_decade_shows_all_that_began_in_it_after_what_was_under_way(sixties):
    assert shown({"decade": "1960"}) == ["Un long voyage", "Une grève", "Une valise"]


def test_a_narrowed_decade_leads_back_to_all_decades_as_narrow(client, sixties):
    slug = sixties["theme"].slug
    page = client.get("/fr/timeline/", {"decade": "1960", "theme": slug}).content.decode()
    assert f'<p><a href="/fr/timeline/?theme={slug}">' in page


def test_what_came_before_1900_has_a_list_of_its_own(sixties):
    assert shown({"decade": "earlier"}) == ["Un prédécesseur"]


def test_without_anything_older_the_timeline_begins_in_1900(sixties):
    sixties["old"].unpublish()
    assert TimelineListing({}, "fr").decades[0].value == "1900"


@pytest.mark.parametrize("place", ["agadir", "Agadir", "أكادير", "اكادير", "ⴰⴳⴰⴷⵉⵔ"])
def test_a_place_is_asked_for_by_any_of_its_names(sixties, place):
    assert shown({"place": place}) == ["Un long voyage", "Une grève"]


def test_a_theme_and_a_kind_narrow_the_timeline(sixties):
    assert shown({"theme": sixties["theme"].slug, "kind": "event"}) == ["Une grève"]
    assert shown({"decade": "1960", "kind": "artefact"}) == ["Une valise"]


@pytest.mark.parametrize(
    "parameters",
    [{"place": "Nulle-part"}, {"theme": "rien"}, {"kind": "dragon"}, {"decade": "1965"}, {"decade": "9990"}],
)
def test_what_nobody_knows_narrows_nothing_and_is_told(client, sixties, parameters):
    listing = TimelineListing(parameters, "fr")
    assert listing.unknown == list(parameters.values())
    assert shown(parameters) == shown({})
    page = client.get("/fr/timeline/", parameters).content.decode()
    (told,) = re.findall(r'<p class="field__error">(.*?)</p>', page)
    assert list(parameters.values())[0] in told


def test_a_draft_is_absent(client, sixties):
    for address in ("/fr/timeline/", "/fr/timeline/?decade=1960"):
        assert "Un secret" not in client.get(address).content.decode()


def test_an_event_has_its_address_in_the_list_of_its_decade(client, sixties):
    for event in (sixties["strike"], sixties["old"]):
        address, fragment = event.get_absolute_url().split("#")
        assert f'id="{fragment}"' in client.get(address.replace("/en/", "/fr/")).content.decode()


def test_each_date_is_drawn_as_it_is_known(client, sixties):
    page = client.get("/fr/timeline/?decade=1960").content.decode()
    assert page.count('class="lane lane--exact"') == 2
    assert page.count('class="lane lane--approximate"') == 1
    # The story began before the decade and went on after it.
    assert page.count("lane__open") == 2


def test_every_decade_is_reached_by_a_link_and_says_what_it_holds(client, sixties):
    page = client.get("/fr/timeline/").content.decode()
    links = re.findall(
        r'<a href="\?decade=(\w+)"',
        page[page.index('class="decades"') : page.index("</nav>", page.index('class="decades"'))],
    )
    assert links[0] == "earlier"
    assert links[1:] == [str(year) for year in range(1900, int(links[-1]) + 1, 10)]
    assert "1 événement, 1 objet" in page


def test_the_whole_timeline_shows_the_first_of_a_full_decade_and_leads_to_the_rest(client, sixties, monkeypatch):
    monkeypatch.setattr(timeline, "SHOWN_A_DECADE", 1)
    builders.event(date="1968", titles={"fr": "Un printemps"})
    page = client.get("/fr/timeline/").content.decode()
    assert "Un printemps" not in page
    assert page.count("timeline__more") == 1
    assert "Un printemps" in client.get("/fr/timeline/?decade=1960").content.decode()


def test_more_on_the_timeline_adds_no_query(client, sixties):
    def queries(address):
        client.get(address)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address).status_code == 200
        return len(captured)

    addresses = ("/fr/timeline/", "/fr/timeline/?decade=1960")

    def grow(*years):
        for year in years:
            builders.event(date=str(year), themes=[sixties["theme"]], places=[sixties["place"]])
            builders.story(period=str(year))
            builders.artefact(production_date=str(year))

    grow(1966)
    before = [queries(address) for address in addresses]
    grow(*range(1960, 1965))
    assert [queries(address) for address in addresses] == before
    assert max(before) <= 25


def test_a_passage_hangs_in_an_exhibit_in_each_of_its_renderings(client, sixties):
    builders.exhibit_index("fr")
    passage = {
        "heading": "Les années longues",
        "start": 1960,
        "end": 1969,
        "kinds": ["event", "story"],
        "theme": None,
        "place": None,
        "label": "",
    }
    exhibit = builders.exhibit(
        works=[("timeline", passage), ("artefact", {"artefact": sixties["suitcase"], "label": ""})]
    )
    for rendering in ("", "room/", "projector/", "catalogue/"):
        page = client.get(f"{exhibit.url}{rendering}").content.decode()
        assert "Les années longues" in page
        assert page.index("Un long voyage") < page.index("Une grève")


def test_a_passage_written_before_there_were_kinds_shows_events(client, sixties):
    old = {"heading": "", "start": 1960, "end": 1969, "theme": None}
    story = builders.story(body=[("timeline", old)])
    page = client.get(story.url).content.decode()
    assert "Une grève" in page
    assert "Un long voyage" not in page[page.index("passage") :].split("</section>")[0]
