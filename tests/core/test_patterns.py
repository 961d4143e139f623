"""The themes' patterns: exact symmetry, one drawing for one seed, small documents."""

import math
import re
from xml.etree import ElementTree

import pytest

from museum.core import patterns, rosettes

CASES = [(fold, seed) for fold in patterns.FOLDS for seed in range(12)]


def area(points):
    """Signed area of a polygon, positive anticlockwise."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, points[1:] + points[:1], strict=True)) / 2


def inside(point, points):
    """Whether a point lies in a polygon (ray casting)."""
    x, y = point
    crossings = 0
    for (ax, ay), (bx, by) in zip(points, points[1:] + points[:1], strict=True):
        if (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay):
            crossings += 1
    return crossings % 2 == 1


def matches(faces, turn=0.0, flip=1):
    """Whether the corners of the shapes, turned and perhaps mirrored, fall on corners of shapes of the same kind."""
    c, s = math.cos(turn), math.sin(turn)
    corners = {(face.kind, point) for face in faces for point in face.points}
    moved = [(kind, (c * x - s * flip * y, s * x + c * flip * y)) for kind, (x, y) in corners]
    return all(any(k == kind and math.dist(p, q) < 1e-9 for k, q in corners) for kind, p in moved)


@pytest.mark.parametrize(("fold", "seed"), CASES)
def test_rosette_has_exactly_its_symmetry(fold, seed):
    faces = rosettes.rosette(fold, seed)
    assert matches(faces, 2 * math.pi / fold)
    assert matches(faces, 0, flip=-1)
    assert not matches(faces, math.pi / fold)


@pytest.mark.parametrize(("fold", "seed"), CASES)
def test_petals_have_parallel_sides(fold, seed):
    for face in rosettes.rosette(fold, seed):
        if face.kind == "petal":
            _, b, c, _, e, f = face.points
            cross = (c[0] - b[0]) * (e[1] - f[1]) - (c[1] - b[1]) * (e[0] - f[0])
            assert abs(cross) < 1e-9


@pytest.mark.parametrize(("fold", "seed"), CASES)
def test_shapes_cover_the_repeat_once(fold, seed):
    """No hole and no overlap: each of a grid of points lies in exactly one shape."""
    t = rosettes.tiling(fold)
    faces = rosettes.field(fold, seed)
    for i in range(23):
        for j in range(23):
            point = ((i + 0.513) / 23 - 0.5) * t.width, ((j + 0.487) / 23 - 0.5) * t.height
            holders = [face.kind for face in faces if inside(point, face.points)]
            assert len(holders) == 1, (point, holders)


@pytest.mark.parametrize(("fold", "seed"), CASES)
def test_shapes_are_simple_and_not_slivers(fold, seed):
    whole = sum(abs(area(face.points)) for face in rosettes.rosette(fold, seed))
    assert whole == pytest.approx(fold * math.tan(math.pi / fold), rel=1e-9)  # area of the polygon of apothem 1
    assert min(abs(area(face.points)) for face in rosettes.field(fold, seed)) > 0.002


@pytest.mark.parametrize(("fold", "seed"), CASES)
def test_documents_are_small_well_formed_and_hidden(fold, seed):
    for text in (
        patterns.seal_svg(fold, seed),
        patterns.frieze_svg(fold, seed, 12),
        patterns.endpaper_svg(fold, seed, 1200, 900),
    ):
        assert len(text.encode()) <= 6 * 1024
        root = ElementTree.fromstring(text)
        assert root.get("aria-hidden") == "true"
        assert len(root.get("viewBox").split()) == 4
        assert not re.search(r"#[0-9a-f]{6}|rgb\(", text)


def test_same_seed_gives_the_same_bytes():
    first = [patterns.seal_svg(fold, seed) for fold, seed in CASES]
    for cached in (patterns.seal_svg, rosettes._ring, rosettes.tiling, rosettes.field):
        cached.cache_clear()
    assert [patterns.seal_svg(fold, seed) for fold, seed in CASES] == first


def test_other_seeds_give_other_drawings():
    for fold in patterns.FOLDS:
        assert len({patterns.seal_svg(fold, seed) for seed in range(12)}) == 12


def test_ids_can_be_told_apart():
    text = patterns.frieze_svg(12, 5, 4, key="head") + patterns.frieze_svg(12, 5, 4, key="foot")
    ids = re.findall(r' id="([^"]+)"', text)
    assert len(ids) == len(set(ids)) == 2
    assert re.findall(r"url\(#([^)]+)\)", text) == ids


def test_class_names_are_escaped():
    assert 'class="a&quot;b"' in patterns.seal_svg(8, 1, 'a"b')


def test_unknown_fold_is_refused():
    with pytest.raises(ValueError, match="7-fold"):
        patterns.seal_svg(7, 1)


def test_frieze_path_grows_by_whole_repeats():
    one, three = patterns.frieze(12, 4, 200), patterns.frieze(12, 4, 200, 3)
    assert one.count("M") < three.count("M") < 3 * one.count("M") + 1
    assert patterns.tile(12, 4, 480).count("M") == one.count("M")
