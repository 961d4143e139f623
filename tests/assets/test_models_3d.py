"""3D models: what a file holds is read from it, and what is none is refused with a sentence."""

import math
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from PIL import Image

from museum.assets import gltf
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


def test_what_stands_for_a_picture_and_is_none_is_refused():
    with pytest.raises(ValidationError) as refused:
        validate_model(ContentFile(builders.glb_bytes(picture=b"GIF89a, or nothing"), name="x.glb"))
    assert refused.value.code == "texture"


def test_size_and_triangles_are_noted(db):
    model = builders.model_3d()
    assert (model.triangles, model.file_size) == (12, len(builders.glb_bytes()))
