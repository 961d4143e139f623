"""The base map and what is drawn on it: projection, land without borders, arcs, labels that do not meet."""

import gzip
import json
import math
from itertools import combinations
from pathlib import Path

import pytest
from django.conf import settings
from django.utils.translation import override
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from stories.checks import check_base_map
from stories.routes import basemap
from stories.routes.drawing import LARGE, SEA, SMALL, THINNEST, Point, Road, draw, text_width
from stories.routes.periods import PERIODS, UNDATED, period_of
from stories.routes.projection import WIDTH, Frame, equal_earth

AGADIR = Point("agadir", "Agadir", "fr", 30.4278, -9.5981, "/fr/places/agadir/")
LENS = Point("lens", "Lens", "fr", 50.4289, 2.831, "/fr/places/lens/")
NOWHERE = Point("village", "Un village", "fr", None, None, "/fr/places/village/")


def test_the_projection_is_equal_earth():
    """Against the values of the paper's reference implementation."""
    assert equal_earth(0, 0) == (0, 0)
    assert equal_earth(0, 180)[0] == pytest.approx(2.7066299, abs=1e-6)
    assert equal_earth(90, 0)[1] == pytest.approx(1.3173628, abs=1e-6)


def test_equal_areas_stay_equal():
    def area(south, north):
        points = [(south, 0), (south, 1), (north, 1), (north, 0)]
        plane = [equal_earth(*point) for point in points]
        return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(plane, [*plane[1:], plane[0]], strict=True))) / 2

    def on_the_globe(south, north):
        return math.radians(1) * (math.sin(math.radians(north)) - math.sin(math.radians(south)))

    ratios = [area(south, south + 1) / on_the_globe(south, south + 1) for south in (0, 20, 34, 50, 70)]
    assert max(ratios) / min(ratios) < 1.001


somewhere = st.tuples(st.floats(-55, 70), st.floats(-120, 120))


@given(st.lists(somewhere, min_size=1, max_size=12))
def test_a_frame_holds_every_point_and_is_never_mirrored(points):
    frame = Frame.around(points)
    for latitude, longitude in points:
        x, y = frame.xy(latitude, longitude)
        assert 0 <= x <= WIDTH
        assert 0 <= y <= frame.height
    west, east = frame.xy(40, frame.meridian - 1), frame.xy(40, frame.meridian + 1)
    north, south = frame.xy(41, frame.meridian), frame.xy(40, frame.meridian)
    assert west[0] < east[0]
    assert north[1] < south[1]
    assert 0.95 <= WIDTH / frame.height <= 2


def test_the_drawing_is_the_same_in_arabic():
    with override("fr"):
        french = draw([Road(AGADIR, LENS, 1)])
    with override("ar"):
        arabic = draw([Road(AGADIR, LENS, 1)])
    assert arabic.arcs[0].path == french.arcs[0].path
    assert [marker.x for marker in arabic.markers] == [marker.x for marker in french.markers]
    assert arabic.land == french.land


def test_the_base_map_is_land_and_nothing_else():
    """No country, no border, no name: one thing without properties."""
    document = json.loads(Path(settings.BASE_MAP).read_text())
    assert list(document["objects"]) == ["land"]
    geometries = document["objects"]["land"]["geometries"]
    assert {geometry["type"] for geometry in geometries} <= {"Polygon", "MultiPolygon"}
    assert not any(geometry.get("properties") or geometry.get("id") for geometry in geometries)


@pytest.mark.parametrize("points", [[], [(30, -9), (45, -73)], [(0, -120), (40, 140)], [(50.4, 2.8), (50.5, 2.9)]])
def test_land_is_light_and_within_the_drawing(points):
    frame = Frame.around(points)
    path = basemap.land(frame)
    assert 300 < len(gzip.compress(path.encode())) < 12 * 1024
    starts = [part.split("l")[0].split() for part in path.split("M")[1:]]
    assert all(-60 <= int(x) <= WIDTH + 60 and -60 <= int(y) <= frame.height + 60 for x, y in starts)


def square(west, south, east, north):
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def test_geojson_and_topojson_draw_the_same_land(tmp_path, settings):
    ring = square(-20.0, 20.0, 20.0, 60.0)
    geojson = {"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {}, "geometry": {"type": "MultiPolygon", "coordinates": [[ring]]}}]}  # fmt: skip
    topojson = {
        "type": "Topology",
        "transform": {"scale": [0.5, 0.5], "translate": [-20, 20]},
        "objects": {"whatever": {"type": "GeometryCollection", "geometries": [{"type": "Polygon", "arcs": [[0, ~1]]}]}},
        "arcs": [[[0, 0], [80, 0], [0, 80]], [[0, 0], [0, 80], [80, 0]]],
    }
    drawn = []
    for name, document in (("land.geojson", geojson), ("land.json", topojson)):
        (tmp_path / name).write_text(json.dumps(document))
        settings.BASE_MAP = tmp_path / name
        drawn.append(basemap.land(Frame.around([(30, -9), (45, 3)])))
    assert drawn[0] == drawn[1] != ""


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", '{"type": "Topology"}', '{"type": "FeatureCollection", "features": []}']
)
def test_a_file_that_is_no_land_is_said_and_breaks_no_page(tmp_path, settings, text):
    settings.BASE_MAP = tmp_path / "land.json"
    assert [found.id for found in check_base_map(None)] == ["museum.W010"]
    settings.BASE_MAP.write_text(text)
    assert [found.id for found in check_base_map(None)] == ["museum.W010"]
    assert basemap.land(Frame.around([])) == ""


def test_there_and_back_are_two_arcs():
    there, back = draw([Road(AGADIR, LENS, 1), Road(LENS, AGADIR, 1)]).arcs
    middle = [sum(map(float, arc.path[1:].replace("-", " -").split("q")[0].split())) for arc in (there, back)]
    assert middle[0] != middle[1]

    def bows(arc):
        """On which side of the straight line the arc lies, seen from the south."""
        start, step = arc.path[1:].split("q")
        cx, cy, dx, dy = map(float, step.replace("-", " -").split())
        return math.copysign(1, dx * cy - dy * cx)

    assert bows(there) == bows(back)
    assert there.path != back.path


def test_several_roads_between_the_same_ends_lie_side_by_side():
    arcs = draw([Road(AGADIR, LENS, 1, period) for period in PERIODS]).arcs
    assert len({arc.path for arc in arcs}) == len(PERIODS)


def test_width_grows_with_the_root_of_the_number():
    thin, wide, widest = draw([Road(AGADIR, LENS, count) for count in (1, 4, 9)]).arcs
    assert wide.width == pytest.approx(2 * thin.width)
    assert widest.width == pytest.approx(3 * thin.width)
    few, many = draw([Road(AGADIR, LENS, 9), Road(LENS, AGADIR, 90_000)]).arcs
    assert few.width == THINNEST
    assert many.width <= 11


def test_what_is_nowhere_is_not_drawn_and_the_rest_keeps_its_number():
    drawing = draw([Road(AGADIR, NOWHERE, 1), Road(AGADIR, LENS, 1)])
    assert [arc.number for arc in drawing.arcs] == [2]
    assert [marker.point.key for marker in drawing.markers] == ["agadir", "lens"]


def test_a_road_that_ends_where_it_began_is_a_loop():
    [arc] = draw([Road(AGADIR, AGADIR, 1)]).arcs
    assert "c" in arc.path
    assert arc.path.endswith("0 0")


def crowd(*far):
    """Twenty places between Agadir and Lens with many roads, and one road from the first to each far place."""
    near = [Point(f"near-{k}", f"Lieu {k}", "fr", 30 + k, -9 + k / 2, f"/{k}/") for k in range(20)]
    away = [Point(f"far-{k}", f"Loin {k}", "fr", north, east, f"/far-{k}/") for k, (north, east) in enumerate(far)]
    roads = [Road(a, b, 1) for a, b in zip(near, near[1:], strict=False)] * 2
    return draw([*roads, *(Road(near[0], point, 1) for point in away)])


def test_a_few_far_places_stand_at_the_edge_and_the_others_are_legible():
    drawing = crowd((45.5, -73.6), (25.3, 51.5))
    beyond = {marker.point.key: marker for marker in drawing.markers if marker.is_beyond}
    assert set(beyond) == {"far-0", "far-1"}
    assert beyond["far-0"].x < 200 < WIDTH - 200 < beyond["far-1"].x
    assert len(drawing.arcs) == 40
    assert drawing.frame.area < crowd().frame.area * 1.5


def test_when_many_go_far_the_map_reaches_there():
    assert not crowd(*[(45.5, -73.6 - k) for k in range(15)]).has_beyond
    assert not draw([Road(AGADIR, LENS, 1), Road(AGADIR, Point("m", "Montréal", "fr", 45.5, -73.6, "/"), 1)]).has_beyond


@hypothesis_settings(max_examples=60, deadline=None)
@given(st.lists(somewhere, min_size=1, max_size=30))
def test_every_marker_is_on_the_map(places):
    points = [Point(str(k), str(k), "fr", lat, lon, "/") for k, (lat, lon) in enumerate(places)]
    drawing = draw([Road(points[0], point, 1) for point in points])
    assert [marker.point for marker in drawing.markers] == points
    for marker in drawing.markers:
        assert 0 <= marker.x <= WIDTH
        assert 0 <= marker.y <= drawing.height


def boxes(drawing):
    """The boxes of all labels and names of seas, in units."""
    for marker in drawing.markers:
        if text := marker.label:
            size = SMALL if text.minor else LARGE
            wide = text_width(text.text, marker.point.language, size)
            left = text.x - {"start": 0, "middle": wide / 2, "end": wide}[text.anchor]
            base = text.y + text.dy * size
            yield left, base - 0.75 * size, left + wide, base + 0.25 * size
    for sea in drawing.seas:
        wide = text_width(sea.text, "", SEA)
        yield sea.x - wide / 2, sea.y - SEA * 0.45, sea.x + wide / 2, sea.y + SEA * 0.45


@hypothesis_settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.floats(20, 58), st.floats(-15, 30), st.text("abcdefgé", min_size=2, max_size=22)),
        min_size=1,
        max_size=40,
    )
)
def test_labels_never_overlap_nor_leave_the_map(places):
    points = [Point(str(k), name, "fr", lat, lon, "/") for k, (lat, lon, name) in enumerate(places)]
    drawing = draw([Road(points[0], point, 1) for point in points])
    found = list(boxes(drawing))
    assert found
    for left, top, right, bottom in found:
        assert left >= 0
        assert right <= WIDTH
        assert top >= 0
        assert bottom <= drawing.height
    for one, other in combinations(found, 2):
        assert not (one[0] < other[2] and one[2] > other[0] and one[1] < other[3] and one[3] > other[1])


def test_every_year_has_a_period_and_periods_meet():
    assert period_of(None) == UNDATED
    for before, after in zip(PERIODS, PERIODS[1:], strict=False):
        assert before.end + 1 == after.start
    assert [period_of(year).key for year in (1914, 1946, 1963, 1974, 1991, 2026)] == [
        "wars", "independence", "agreements", "agreements", "visas", "crisis"]  # fmt: skip
