"""3D models: what a file holds is read from it, and what is none is refused with a sentence."""

import json
import math
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from museum.assets import gltf
from museum.assets.models import Model3D
from museum.assets.validators import MODEL_MAX_TRIANGLES, validate_model
from tests import builders


def test_triangles_and_size_are_read():
    contents = gltf.read(builders.glb_bytes(low=(-1, 0, -2), high=(1, 3, 2), triangles=40))
    assert contents.triangles == 40
    assert contents.size == (2, 3, 4)
    assert contents.low == (-1, 0, -2)


def test_a_node_moves_turns_and_scales_what_hangs_from_it():
    quarter = [0, math.sin(math.pi / 4), 0, math.cos(math.pi / 4)]
    data = builders.glb_bytes(low=(0, 0, 0), high=(1, 1, 4), scale=[2, 1, 1], rotation=quarter, translation=[0, 5, 0])
    contents = gltf.read(data)
    assert contents.size == pytest.approx((4, 1, 2))
    assert contents.low[1] == pytest.approx(5)


@pytest.mark.parametrize(
    "data",
    [b"", b"glTF", b"not a model at all, not even nearly", builders.glb_bytes()[:-8], builders.glb_bytes()[:40]],
)
def test_what_is_no_model_is_refused(data):
    with pytest.raises(gltf.NotGltf):
        gltf.read(data)
    with pytest.raises(ValidationError):
        validate_model(ContentFile(data, name="x.glb"))


def test_a_model_too_heavy_for_a_telephone_is_refused():
    file = ContentFile(builders.glb_bytes(triangles=MODEL_MAX_TRIANGLES + 1), name="x.glb")
    with pytest.raises(ValidationError, match="200"):
        validate_model(file)


TEN_MILLION = [
    {"bufferView": 0, "componentType": 5126, "count": 24, "type": "VEC3", "min": [0, 0, 0], "max": [1, 1, 1]},
    {"bufferView": 1, "componentType": 5125, "count": 30_000_000, "type": "SCALAR"},
]


POINTS = TEN_MILLION[0]
INDICES = {"bufferView": 1, "componentType": 5123, "count": 36, "type": "SCALAR"}


@pytest.mark.parametrize(
    ("graph", "code"),
    [
        ({"buffers": [{"byteLength": 8, "uri": "https://elsewhere.example/model.bin"}]}, "external"),
        ({"images": [{"uri": "../../etc/passwd"}]}, "external"),
        ({"extensionsRequired": ["KHR_draco_mesh_compression"]}, "extension"),
        ({"nodes": [{"mesh": 0}] * 2_001}, "nodes"),
        ({"images": [{"bufferView": 0, "mimeType": "image/png"}] * 17}, "images"),
        ({"accessors": TEN_MILLION}, "range"),
        ({"bufferViews": [{"buffer": 0, "byteLength": 288}, {"buffer": 0, "byteLength": 10**9}]}, "range"),
        ({"bufferViews": [{"buffer": 0, "byteOffset": -4, "byteLength": 8}, {"buffer": 0, "byteLength": 8}]}, "range"),
        ({"accessors": [{**TEN_MILLION[0], "sparse": {"count": 1}}]}, "sparse"),
        ({"nodes": [{"mesh": 0, "children": [0]}]}, "content"),
        # Each part hangs twice from the one above: a thousand million of them by the thirtieth.
        ({"nodes": [*({"children": [k + 1] * 2} for k in range(40)), {"mesh": 0}]}, "content"),
        ({"nodes": [{"mesh": -1}]}, "content"),
        ({"scenes": [{"nodes": [10**30]}]}, "content"),
        ({"nodes": {"0": {"mesh": 0}}}, "content"),
        ({"bufferViews": [None]}, "content"),
        ({"meshes": [{"primitives": [{"attributes": {"POSITION": 0}, "mode": 5}]}]}, "mode"),
        ({"meshes": [{"primitives": [{"attributes": {"POSITION": 0}, "indices": 1}] * 2_001}]}, "nodes"),
        ({"accessors": [{**POINTS, "max": [math.inf, 1, 1]}, INDICES]}, "content"),
        ({"accessors": [{**POINTS, "max": [math.nan, 1, 1]}, INDICES]}, "content"),
        ({"accessors": [{**POINTS, "max": POINTS["min"]}, INDICES]}, "content"),
        ({"accessors": [{**POINTS, "byteOffset": -12}, INDICES]}, "range"),
        ({"accessors": [{**POINTS, "type": "SCALAR"}, INDICES]}, "content"),
        ({"accessors": [POINTS, {**INDICES, "count": 1.5}]}, "range"),
        ({"asset": {"version": "1.0"}}, "content"),
    ],
)
def test_a_hostile_model_is_refused_with_its_reason(graph, code):
    with pytest.raises(ValidationError) as refused:
        validate_model(ContentFile(builders.glb_bytes(graph=graph), name="x.glb"))
    assert refused.value.code == code
    assert len(str(refused.value.message).split()) > 6


@pytest.mark.parametrize(("side", "is_shown"), [(64, True), (4096, True), (4097, False)])
def test_a_picture_on_a_model_fits_every_telephone(side, is_shown):
    data = BytesIO()
    Image.new("1", (side, 8)).save(data, "PNG")
    file = ContentFile(builders.glb_bytes(picture=data.getvalue()), name="x.glb")
    if is_shown:
        validate_model(file)
        return
    with pytest.raises(ValidationError) as refused:
        validate_model(file)
    assert refused.value.code == "texture"


def changed_everywhere(thing, at=()):
    """(where, a copy of a file's JSON with something absurd there), for everything in it."""
    children = thing.items() if isinstance(thing, dict) else enumerate(thing) if isinstance(thing, list) else ()
    for key, child in children:
        for absurd in (None, [], {}, "x", -1, 10**30, True, [None], [[]], {"a": 1}, 1.5):
            copy = thing.copy()
            copy[key] = absurd
            yield (*at, key, absurd), copy
        for where, inner in changed_everywhere(child, (*at, key)):
            copy = thing.copy()
            copy[key] = inner
            yield where, copy


def test_whatever_stands_in_a_file_it_is_read_or_refused():
    """A file of another shape than glTF's may be anything, but never an error page."""
    data = builders.glb_bytes(rotation=[0, 0, 0, 1], translation=[0, 0, 0], scale=[1, 1, 1], children=[])
    whole = json.loads(data[20 : 20 + int.from_bytes(data[12:16], "little")])
    refused = 0
    for where, graph in changed_everywhere(whole):
        try:
            validate_model(ContentFile(builders.glb_bytes(graph=graph), name="x.glb"))
        except ValidationError:
            refused += 1
        except Exception as fault:  # noqa: BLE001
            pytest.fail(f"{where}: {fault!r}")
    assert refused > 400


def test_points_that_many_parts_share_are_counted_for_each():
    """A few triangles of each of many parts would carry all the points a thousand times to the graphics."""
    parts = [{"attributes": {"POSITION": 0}, "indices": 1}] * 1_000
    shared = {"meshes": [{"primitives": parts}]}
    assert gltf.read(builders.glb_bytes(triangles=1, graph=shared)).triangles == 1_000 * 24 // 3


def test_a_hostile_model_in_the_admin_is_answered_in_the_form_and_nothing_is_stored(client, db):
    builders.home()
    client.force_login(builders.user(superuser=True, language="fr"))
    deep = [*({"children": [k + 1] * 2} for k in range(40)), {"mesh": 0}]
    hostile = [
        builders.glb_bytes()[:-8],
        builders.glb_bytes(graph={"buffers": [{"byteLength": 8, "uri": "https://elsewhere.example/model.bin"}]}),
        builders.glb_bytes(triangles=MODEL_MAX_TRIANGLES + 1),
        builders.glb_bytes(graph={"nodes": deep}),
        builders.glb_bytes(graph={"bufferViews": [None]}),
        b"",
    ]
    storage = Model3D._meta.get_field("file").storage

    def stored():
        return set(storage.listdir("models")[1]) if storage.exists("models") else set()

    before = stored()
    for data in hostile:
        response = client.post(
            reverse(Model3D.snippet_viewset.get_url_name("add")),
            {
                "title": "La lampe", "file": SimpleUploadedFile("lampe.glb", data), "rights": builders.CC_BY,
                "views-count": "0", "description_fr": "Froide sous la main.",
            },
        )  # fmt: skip
        assert response.status_code == 200
        html = response.content.decode()
        assert "La lampe" in html
        assert "Froide sous la main." in html
        assert "error-message" in html
        assert not Model3D.objects.exists()
        assert stored() == before


def test_the_pictures_of_a_model_fit_together(monkeypatch):
    data = BytesIO()
    Image.new("1", (40, 10)).save(data, "PNG")
    file = builders.glb_bytes(picture=data.getvalue())
    validate_model(ContentFile(file, name="x.glb"))
    monkeypatch.setattr(gltf, "MOST_TEXTURES_AREA", 399)
    with pytest.raises(ValidationError) as refused:
        validate_model(ContentFile(file, name="x.glb"))
    assert refused.value.code == "images"


def test_what_stands_for_a_picture_and_is_none_is_refused():
    with pytest.raises(ValidationError) as refused:
        validate_model(ContentFile(builders.glb_bytes(picture=b"GIF89a, or nothing"), name="x.glb"))
    assert refused.value.code == "texture"


def test_size_and_triangles_are_noted(db):
    model = builders.model_3d()
    assert (model.triangles, model.file_size) == (12, len(builders.glb_bytes()))
