"""Map, list, table and data are one query: the same roads in the same order for every question."""

import csv
import io
import json
import random
from itertools import product
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from django.http import QueryDict
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from stories.models import Leg
from stories.routes.query import RoadQuery, overlaps
from tests import builders


def leg(start, end, date="1963", motive="labour", certainty="documented", order=0):
    return Leg(from_place=start, to_place=end, date=date, mode="train", motive=motive, certainty=certainty,
               source="Un livre, p. 3", sort_order=order)  # fmt: skip


def told(*legs, publish=True, **story):
    """A journey of ``legs``, told by a published story."""
    journey = builders.journey(publish=False)
    for order, each in enumerate(legs):
        each.sort_order = order
    journey.legs = list(legs)
    journey.save()
    journey.save_revision().publish()
    return builders.story(journey=type(journey).objects.get(pk=journey.pk), publish=publish, **story)


@pytest.fixture
def roads(db):
    """A museum whose journeys differ in ends, time, motive, theme and certainty; one end is nowhere."""
    for language in ("fr", "ar"):
        builders.story_index(language)
    where = {"agadir": ("30.43", "-9.60"), "tiznit": ("29.70", "-9.73"), "casablanca": ("33.57", "-7.59"),
             "lens": ("50.43", "2.83"), "paris": ("48.86", "2.35"), "montreal": ("45.50", "-73.57")}  # fmt: skip
    places = {
        slug: builders.place(
            slug=slug, names={"fr": slug.title(), "ar": f"مكان {slug}"}, latitude=north, longitude=east
        )
        for slug, (north, east) in where.items()
    }
    souss = builders.place(slug="souss", names={"fr": "Souss"}, latitude="30.3", longitude="-8.9", kind="region")
    for slug in ("agadir", "tiznit"):
        places[slug].within = souss
        places[slug].save()
    nowhere = builders.place(slug="nowhere", names={"fr": "Un douar"}, latitude=None, longitude=None)
    theme = builders.theme(slug="mine")
    p = SimpleNamespace(**places, souss=souss, nowhere=nowhere)
    told(leg(p.agadir, p.casablanca, "1963"), leg(p.casablanca, p.lens, "1963/1964", "recruitment"), themes=[theme])
    told(leg(p.tiznit, p.casablanca, "1974~"), leg(p.casablanca, p.paris, ""), leg(p.paris, p.tiznit, "1990", "return"))
    told(leg(p.agadir, p.lens, "1963", certainty="probable"), leg(p.lens, p.agadir, "196X", "holiday"), themes=[theme])
    told(leg(p.agadir, p.lens, "1964", certainty="probable"))
    told(
        leg(p.nowhere, p.casablanca, "1915", "war-service"), leg(p.casablanca, p.nowhere, "1919", "return", "disputed")
    )
    told(leg(p.paris, p.montreal, "2008/..", "study"), leg(p.montreal, p.montreal, "2012", "study"))
    series = builders.series()
    builders.flow(series, p.agadir, p.lens, "1968", number=400)
    builders.flow(series, p.souss, p.paris, "1968", number=3)
    builders.flow(series, p.nowhere, p.paris, "1975", number=50, motive="labour", number_to=80)
    return p


FILTERS = list(
    product(
        ("", "agadir", "souss", "Casablanca", "nowhere", "zzz"),
        ("", "lens", "paris", "مكان agadir"),
        ("", "1963-1964", "1900-", "-1950", "2000-2030", "nonsense"),
        ("", "labour", "recruitment", "nonsense"),
        ("", "mine"),
        ("", "statistics"),
    )
)


def questions(count):
    """The plain page, each single filter, and ``count`` mixtures that are always the same."""
    single = [each for each in FILTERS if sum(1 for value in each if value) <= 1]
    return single + random.Random(7).sample(FILTERS, count)


def asked(question):
    names = ("from", "to", "years", "motive", "theme", "show")
    return {name: value for name, value in zip(names, question, strict=True) if value}


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_markers_and_arcs_are_list_rows_table_rows_and_features(client, roads, language):
    seen = set()
    for question in questions(16 if language == "fr" else 4)[:: 1 if language == "fr" else 4]:
        data = asked(question)
        page = BeautifulSoup(client.get(f"/{language}/routes/", data).content, "html.parser")
        document = json.loads(client.get(f"/{language}/routes/roads.geojson", data).content)
        text = client.get(f"/{language}/routes/roads.csv", data).content.decode("utf-8-sig")
        lines = list(csv.DictReader(io.StringIO(text)))

        features = [each for each in document["features"] if each["properties"]["kind"] == "road"]
        spots = [each for each in document["features"] if each["properties"]["kind"] == "place"]
        other = BeautifulSoup(client.get(f"/{language}/routes/", {**data, "view": "table"}).content, "html.parser")
        rows, tables = page.select(".roads > li"), other.select(".roads-table table")
        cells = [line.find_all(["th", "td"]) for line in tables[0].select("tbody tr")] if tables else []
        assert len(rows) == len(cells) == len(features) == len(lines), data
        names = [[link.get_text() for link in row.p.find_all("a")] for row in rows]
        assert names == [[cell.get_text() for cell in line[:2]] for line in cells]
        assert names == [[line["from"], line["to"]] for line in lines]
        assert [feature["properties"]["label"].split(" → ")[0] for feature in features] == [name[0] for name in names]

        drawn = [f"road-{n}" for n, each in enumerate(features, 1) if each["geometry"]]
        assert [arc["aria-labelledby"] for arc in page.select(".arc")] == drawn
        assert [arc["aria-labelledby"] for arc in other.select(".arc")] == drawn
        assert all(page.find(id=name) and other.find(id=name).name == "tr" for name in drawn)
        undrawn = page.select_one("[data-undrawn]")
        assert len(rows) - len(drawn) == (int(undrawn["data-undrawn"]) if undrawn else 0), data

        places = page.select(".roads-places li")
        assert len(places) == len(spots) == (len(tables[1].select("tbody tr")) if tables else 0)
        placed = [f"place-{n}" for n, each in enumerate(spots, 1) if each["geometry"]]
        for each in (page, other):
            assert [marker["aria-labelledby"] for marker in each.select(".marker")] == placed
            assert all(each.find(id=name) for name in placed)
        assert {each["properties"]["from"] for each in features} | {each["properties"]["to"] for each in features} == {
            each["properties"]["key"] for each in spots
        }
        seen.add(len(rows))
    assert 0 in seen
    assert max(seen) > 8


def test_further_pages_hold_the_rest_in_every_view(client, roads, monkeypatch):
    with override("fr"):
        everything = RoadQuery({}, "fr").all_rows
    monkeypatch.setattr("stories.routes.query.PAGE_SIZE", 4)
    seen = []
    for number in range(1, -(-len(everything) // 4) + 1):
        data = {"page": str(number)}
        page = BeautifulSoup(client.get("/fr/routes/", data).content, "html.parser")
        document = json.loads(client.get("/fr/routes/roads.geojson", data).content)
        rows = page.select(".roads > li")
        features = [each for each in document["features"] if each["properties"]["kind"] == "road"]
        assert len(rows) == len(features) <= 4
        assert len(page.select(".arc")) == sum(1 for each in features if each["geometry"])
        seen += [each["properties"]["label"] for each in features]
    assert seen == [row.road.label for row in everything]
    whole = json.loads(client.get("/fr/routes/roads.geojson").content)
    assert sum(1 for each in whole["features"] if each["properties"]["kind"] == "road") == len(everything)


def test_a_journey_is_shown_from_where_it_passes_and_up_to_where_it_arrives(roads):
    def ends(**asked):
        return {(row.road.origin.key, row.road.destination.key) for row in RoadQuery(asked, "fr").rows}

    assert ("casablanca", "lens") in ends(**{"from": "agadir"})
    assert ("paris", "montreal") not in ends(**{"from": "agadir"})
    assert ends(**{"from": "souss", "to": "paris"}) == {("tiznit", "casablanca"), ("casablanca", "paris")}
    assert ends(to="montreal") == {("paris", "montreal"), ("montreal", "montreal")}


def test_a_region_stands_for_the_places_in_it(roads):
    rows = RoadQuery({"from": "souss"}, "fr").rows
    assert {"agadir", "tiznit"} <= {row.road.origin.key for row in rows}


def test_legs_are_counted_by_journeys_and_kept_apart_by_certainty(roads):
    found = {
        (row.road.origin.key, row.road.destination.key, row.road.certainty): row for row in RoadQuery({}, "fr").rows
    }
    assert found["agadir", "lens", "probable"].road.count == 2
    assert found["agadir", "lens", "probable"].years == "1963–1964"
    assert len(found["agadir", "lens", "probable"].links) == 2


def test_a_place_told_coarsely_is_in_no_output_and_found_by_no_question(client, roads):
    """Agadir told as its region is Souss everywhere; what is withheld is nowhere and like nothing else."""
    told(leg(roads.paris, roads.tiznit, "1999", "return"))
    journey = Leg.objects.get(date="1999").journey
    journey.legs.update(from_precision="withheld", to_precision="region")
    rows = [row for row in RoadQuery({"years": "1999"}, "fr").rows if row.years == "1999"]
    [row] = rows
    assert (row.road.origin.url, row.road.origin.is_located, row.road.destination.key) == ("", False, "souss")
    assert RoadQuery({"years": "1999", "to": "tiznit"}, "fr").rows == []
    assert len(RoadQuery({"years": "1999", "to": "souss"}, "fr").rows) == 1
    for name in ("", "roads.csv", "roads.geojson"):
        text = client.get(f"/fr/routes/{name}", {"years": "1999", "motive": "return"}).content.decode()
        assert "Tiznit" not in text
        assert "-9.73" not in text
        assert "Paris" not in text


def test_undated_legs_are_left_out_of_years_and_told(client, roads):
    page = client.get("/fr/routes/", {"years": "1900-2030"}).content.decode()
    assert "Une étape sans date connue est laissée de côté" in page
    assert "sans date connue est" not in client.get("/fr/routes/").content.decode()


def test_what_nobody_knows_is_told_and_narrows_nothing(client, roads):
    everything = len(RoadQuery({}, "fr").rows)
    for data in ({"motive": "zzz"}, {"theme": "zzz"}, {"years": "zzz"}, {"from": "qwrtp"}, {"show": "zzz"}):
        assert len(RoadQuery(data, "fr").rows) == everything
        page = BeautifulSoup(client.get("/fr/routes/", data).content, "html.parser")
        assert next(iter(data.values())) in page.select_one(".roads-found__head").get_text()


def test_a_place_may_be_misspelt_and_the_page_says_for_what_it_was_taken(client, roads):
    page = client.get("/fr/routes/", {"from": "Casblanca"}).content.decode()
    assert "« Casblanca » a été compris comme Casablanca." in page


@pytest.mark.parametrize(
    ("query", "years"),
    [
        ("years=1956&years=1977", (1956, 1977)),
        ("years=1977&years=1956", (1956, 1977)),
        ("years=&years=1977", (None, 1977)),
        ("years=1956&years=", (1956, None)),
        ("years=1956-1977", (1956, 1977)),
        ("years=1956/1977", (1956, 1977)),
        ("years=١٩٥٦-١٩٧٧", (1956, 1977)),
        ("years=1963", (1963, 1963)),
        ("years=-1950", (None, 1950)),
        ("years=1950-", (1950, None)),
        ("years=", (None, None)),
        ("years=nonsense", (None, None)),
        ("years=12&years=1977", (None, None)),
        ("", (None, None)),
    ],
)
def test_years_in_two_fields_or_in_one(query, years):
    assert RoadQuery(QueryDict(query), "fr").years == years


years = st.one_of(st.none(), st.integers(1900, 2030))


@given(years, years, years, years)
def test_overlap_is_the_same_from_both_sides(a, b, c, d):
    one, other = (min(a, b) if a and b else a, max(a, b) if a and b else b), (c, d)
    assert overlaps(one, other) == overlaps(other, one)
    assert overlaps(one, (None, None))


def test_only_the_plain_page_is_for_search_engines(client, roads):
    assert "noindex" not in client.get("/fr/routes/").content.decode()
    narrowed = client.get("/fr/routes/", {"from": "agadir"}).content.decode()
    assert '<meta name="robots" content="noindex, follow">' in narrowed
    assert '<link rel="canonical" href="http://testserver/fr/routes/">' in narrowed
    for name in ("roads.csv", "roads.geojson"):
        assert client.get(f"/fr/routes/{name}").headers["X-Robots-Tag"] == "noindex"


def test_an_empty_answer_leads_on(client, roads):
    page = client.get("/fr/routes/", {"from": "agadir", "years": "1800-1801"}).content.decode()
    assert "Aucune route ne répond" in page
    assert 'href="/fr/routes/?from=agadir"' in page
    assert 'href="/fr/routes/?years=1800-1801"' in page


def test_drafts_private_and_withdrawn_things_are_on_no_road(client, roads, django_assert_max_num_queries):
    before = len(RoadQuery({}, "fr").rows)
    told(leg(roads.paris, roads.agadir, "1999"), publish=False)
    assert len(RoadQuery({}, "fr").rows) == before
    hidden = told(leg(roads.paris, roads.agadir, "1999"))
    assert len(RoadQuery({}, "fr").rows) == before + 1
    hidden.journey.unpublish()
    assert len(RoadQuery({}, "fr").rows) == before
    roads.montreal.unpublish()
    page = client.get("/fr/routes/").content.decode()
    assert "Montreal" not in page
    assert len(RoadQuery({}, "fr").rows) == before - 2


def test_a_draft_series_is_not_shown(client, roads):
    from stories.models import StatisticSeries

    assert len(RoadQuery({"show": "statistics"}, "fr").rows) == 3
    StatisticSeries.objects.get().unpublish()
    assert RoadQuery({"show": "statistics"}, "fr").rows == []


def test_a_withheld_number_is_in_no_output(client, roads):
    for name in ("", "roads.csv", "roads.geojson"):
        text = client.get(f"/fr/routes/{name}", {"show": "statistics"}).content.decode()
        assert "nombre non communiqué" in text
        assert "3 personnes" not in text
    document = json.loads(client.get("/fr/routes/roads.geojson", {"show": "statistics"}).content)
    [souss] = [each for each in document["features"] if each["properties"].get("from") == "souss"]
    assert souss["properties"]["count"] is None


def test_statistics_stand_apart_and_open_their_source(client, roads):
    journeys = client.get("/fr/routes/").content.decode()
    assert "personnes" not in BeautifulSoup(journeys, "html.parser").select_one(".roads").get_text()
    page = BeautifulSoup(client.get("/fr/routes/", {"show": "statistics"}).content, "html.parser")
    for arc in page.select(".arc"):
        assert page.find(id=arc["href"].removeprefix("#")), arc["href"]
    assert "road-map--statistics" in str(page.select_one(".road-map")["class"])
    assert "50 à 80 personnes" in page.get_text().replace("\u202f", " ")


@pytest.mark.parametrize(
    "text",
    [
        "\x00",
        "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"),
        "\u202e",
        "a" * 100_000,
        "%",
        "' OR 1=1",
        "(.*)*x",
    ],
)
def test_hostile_questions_are_answered(client, roads, text):
    for name in ("from", "to", "years", "motive", "theme", "show"):
        for path in ("", "roads.csv", "roads.geojson"):
            assert client.get(f"/fr/routes/{path}", {name: text}).status_code == 200


def test_a_formula_in_a_name_is_no_formula_in_the_spreadsheet(client, roads):
    roads.paris.names.update(text="=HYPERLINK(1)")
    text = client.get("/fr/routes/roads.csv").content.decode("utf-8-sig")
    assert "'=HYPERLINK(1)" in text
    assert ",=HYPERLINK" not in text


def test_more_journeys_add_no_query(client, roads, django_assert_max_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def count():
        client.get("/fr/routes/?from=agadir&theme=mine&years=1963")
        with CaptureQueriesContext(connection) as captured:
            client.get("/fr/routes/?from=agadir&theme=mine&years=1963")
        return len(captured)

    before = count()
    for k in range(4):
        told(leg(roads.agadir, roads.lens, f"{1963 + k}"), leg(roads.lens, roads.paris, "1970"))
    assert count() <= before


BLOCK = {"heading": "Les routes du charbon", "show": "journeys", "origin": None, "destination": None, "start": 1963,
         "end": 1974, "theme": None}  # fmt: skip


def passages(html):
    """The maps inside a page, each with the ids of the rows of its list."""
    page = BeautifulSoup(html, "html.parser")
    ids = [each["id"] for each in page.select("[id]")]
    assert len(ids) == len(set(ids))
    for arc in page.select(".arc, .marker"):
        assert arc["aria-labelledby"] in ids
    return page.select(".roads-map"), page.select(".roads > li"), page.select(".arc")


def test_a_map_hangs_in_a_story_twice_and_in_a_room_in_every_rendering(client, roads):
    for language in ("fr", "ar"):
        builders.exhibit_index(language)
    statistics = {**BLOCK, "show": "statistics", "heading": "", "start": None, "end": None}
    story = builders.story(body=[("roads", BLOCK), ("roads", {**BLOCK, "origin": roads.agadir}), ("roads", statistics)])
    maps, rows, arcs = passages(client.get(story.url).content)
    assert len(maps) == 3
    assert len(rows) > len(arcs) > 3
    exhibit = builders.exhibit(
        works=[("roads", {**BLOCK, "label": ""}), ("text", {"title": "Mur", "text": "<p>…</p>"})]
    )
    for rendering in ("", "room/", "projector/", "catalogue/"):
        html = client.get(exhibit.url + rendering).content.decode()
        assert "Les routes du charbon" in html, rendering
    assert len(passages(client.get(exhibit.url).content)[0]) == 1


def test_a_block_about_what_is_not_published_shows_nothing_of_it(client, roads):
    story = builders.story(body=[("roads", {**BLOCK, "origin": roads.montreal, "start": None, "end": None})])
    assert "Montreal" in client.get(story.url).content.decode()
    roads.montreal.unpublish()
    html = client.get(story.url).content.decode()
    assert "Montreal" not in html
    assert "road-map" not in html


def test_places_and_themes_show_their_roads(client, roads):
    for address in ("/fr/places/agadir/", "/fr/places/souss/", "/fr/themes/mine/"):
        maps, rows, arcs = passages(client.get(address).content)
        assert len(maps) == 1, address
        assert len(rows) >= len(arcs) > 0
