"""What a glTF 2.0 binary holds, read from its JSON chunk: triangles and true size.

Whoever wrote the file may have meant harm: nothing is followed twice, counted past its limit or believed unseen.

https://registry.khronos.org/glTF/specs/2.0/glTF-2.0.html#binary-gltf-layout
"""

from __future__ import annotations

import json
import math
import struct
from dataclasses import dataclass
from io import BytesIO
from itertools import product

from PIL import Image

_JSON_CHUNK = 0x4E4F534A
_TRIANGLES = 4

Point = tuple[float, float, float]
#: Sixteen numbers, column by column, as glTF writes them.
Matrix = tuple[float, ...]
_IDENTITY: Matrix = (1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1)


#: Parts that stand in the scene: each is drawn by itself.
MOST_NODES = 2_000
MOST_IMAGES = 16
#: Pixels a side of a texture: what every telephone's graphics can hold; and of all of them, which it unpacks one after another.
MOST_TEXTURE = 4_096
MOST_TEXTURES_AREA = 4 * MOST_TEXTURE**2
_WIDTHS = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4, "MAT4": 16}
_BYTES = {5120: 1, 5121: 1, 5122: 2, 5123: 2, 5125: 4, 5126: 4}


class NotGltf(ValueError):
    """The bytes are not a glTF 2.0 binary that can be read."""


class Unshowable(ValueError):
    """A glTF 2.0 binary with something in it that the museum's viewer does not read; ``reason`` names it in a word.

    One of "external" (files elsewhere), "extension" (one that the file requires), "sparse", "range" (it points outside
    itself), "mode" (made of something else than triangles), "nodes" and "images" (too many), "texture" (a picture that is
    none, or too large).
    """

    def __init__(self, reason: str):
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Contents:
    """The triangles of a model, and its two corners in metres (glTF's axes: y is up)."""

    triangles: int
    low: Point
    high: Point

    @property
    def size(self) -> Point:
        """Width, height and depth in metres."""
        return tuple(high - low for low, high in zip(self.low, self.high, strict=True))


def read(data: bytes) -> Contents:
    """The contents of a .glb file; raises `NotGltf` where it is none or is cut short, `Unshowable` where it is more.

    A part counts for at least as many triangles as its points would make: points without triangles weigh as much.
    """
    try:
        graph = _graph(data)
        _check_whole(graph, data)
        corners, triangles, parts = [], 0, 0
        for matrix, mesh in _placed_meshes(graph):
            for part in _at(graph["meshes"], mesh)["primitives"]:
                parts += 1
                if parts > MOST_NODES:
                    raise Unshowable("nodes")
                position = _position(graph, part)
                count = _at(graph["accessors"], part["indices"])["count"] if "indices" in part else 0
                triangles += max(count, position["count"]) // 3
                limits = zip(_limit(position, "min"), _limit(position, "max"), strict=True)
                corners += [_moved(matrix, corner) for corner in product(*limits)]
        if not corners:
            raise NotGltf("no mesh")
        low, high = (tuple(end(corner[k] for corner in corners) for k in range(3)) for end in (min, max))
        if not all(map(math.isfinite, (*low, *high))) or low == high:
            raise NotGltf("no size")
        return Contents(triangles, low, high)
    except (NotGltf, Unshowable):
        raise
    # Any of these says that the file has another shape than glTF's: a list where a name belongs, a text for a number.
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError, struct.error) as fault:
        raise NotGltf(str(fault)) from fault


def _at(things: list, number: int):
    """One of a list by its number; Python's own counting from the end is not glTF's."""
    if not isinstance(things, list) or type(number) is not int or number < 0:
        raise NotGltf("a number that names nothing")
    return things[number]


def _position(graph: dict, part: dict) -> dict:
    """Where the points of a part are; raises ``Unshowable`` where they make no triangles."""
    if part.get("mode", _TRIANGLES) != _TRIANGLES:
        raise Unshowable("mode")
    position = _at(graph["accessors"], part["attributes"]["POSITION"])
    if position["type"] != "VEC3":
        raise NotGltf("points that are no points")
    return position


def _graph(data: bytes) -> dict:
    magic, version, length = struct.unpack_from("<4sII", data)
    if magic != b"glTF" or version != 2 or length != len(data):
        raise NotGltf("not a glTF 2.0 binary, or cut short")
    size, kind = struct.unpack_from("<II", data, 12)
    if kind != _JSON_CHUNK:
        raise NotGltf("the first chunk is not JSON")
    graph = json.loads(data[20 : 20 + size], parse_constant=_no_number)
    if not isinstance(graph, dict) or not str(graph["asset"]["version"]).startswith("2."):
        raise NotGltf("not glTF 2")
    return graph


def _no_number(word: str):
    """NaN and Infinity, which Python reads and JSON does not know."""
    raise NotGltf(f"{word} is no number")


def _check_whole(graph: dict, data: bytes) -> None:
    """Refuse what points elsewhere, outside itself, or to what the viewer (static/js/engine/glb.js) does not read."""
    if any("uri" in part for kind in ("buffers", "images") for part in graph.get(kind, [])):
        raise Unshowable("external")
    if graph.get("extensionsRequired"):
        raise Unshowable("extension")
    if len(graph.get("nodes", [])) > MOST_NODES:
        raise Unshowable("nodes")
    if len(graph.get("images", [])) > MOST_IMAGES:
        raise Unshowable("images")
    json_size = struct.unpack_from("<I", data, 12)[0]
    start = 20 + json_size + 8
    binary = max(len(data) - start, 0)
    views = graph.get("bufferViews", [])
    for view in views:
        if not (0 <= view.get("byteOffset", 0) and 1 <= view["byteLength"]):
            raise Unshowable("range")
        if view.get("byteOffset", 0) + view["byteLength"] > binary:
            raise Unshowable("range")
    area = 0
    for image in graph.get("images", []):
        view = _at(views, image["bufferView"])
        first = start + view.get("byteOffset", 0)
        area += _texture_area(data[first : first + view["byteLength"]])
    if area > MOST_TEXTURES_AREA:
        raise Unshowable("images")
    for accessor in graph.get("accessors", []):
        if "sparse" in accessor or "bufferView" not in accessor:
            raise Unshowable("sparse")
        one = _WIDTHS[accessor["type"]] * _BYTES[accessor["componentType"]]
        view = _at(views, accessor["bufferView"])
        step, first = view.get("byteStride", one), accessor.get("byteOffset", 0)
        if type(accessor["count"]) is not int or accessor["count"] < 1 or first < 0 or step < one:
            raise Unshowable("range")
        if first + step * (accessor["count"] - 1) + one > view["byteLength"]:
            raise Unshowable("range")


def _texture_area(data: bytes) -> int:
    """Pixels of a picture; what is none, or would not fit, is refused. Only its head is read."""
    try:
        with Image.open(BytesIO(data), formats=["JPEG", "PNG", "WEBP"]) as image:
            if max(image.size) > MOST_TEXTURE:
                raise Unshowable("texture")
            return image.width * image.height
    except (OSError, Image.DecompressionBombError) as fault:
        raise Unshowable("texture") from fault


def _limit(accessor: dict, end: str) -> Point:
    """A corner of an accessor; whole numbers that stand for fractions are brought to them."""
    scale = {5120: 127, 5121: 255, 5122: 32767, 5123: 65535}.get(accessor["componentType"], 1)
    scale = scale if accessor.get("normalized") else 1
    x, y, z = (value / scale for value in accessor[end])
    return x, y, z


def _placed_meshes(graph: dict):
    """Pairs (matrix, mesh) of everything that stands in the scene; a part hangs in one place, or the walk would not end."""
    nodes, seen = graph["nodes"], set()

    def walk(number: int, matrix: Matrix):
        node = _at(nodes, number)
        if number in seen:
            raise NotGltf("a part that hangs in two places")
        seen.add(number)
        matrix = _product(matrix, _matrix(node))
        if "mesh" in node:
            yield matrix, node["mesh"]
        for child in node.get("children", []):
            yield from walk(child, matrix)

    for root in _at(graph["scenes"], graph.get("scene", 0))["nodes"]:
        yield from walk(root, _IDENTITY)


def _matrix(node: dict) -> Matrix:
    if "matrix" in node:
        return tuple(node["matrix"])
    x, y, z, w = node.get("rotation", (0, 0, 0, 1))
    sx, sy, sz = node.get("scale", (1, 1, 1))
    tx, ty, tz = node.get("translation", (0, 0, 0))
    return (
        (1 - 2 * (y * y + z * z)) * sx, 2 * (x * y + z * w) * sx, 2 * (x * z - y * w) * sx, 0,
        2 * (x * y - z * w) * sy, (1 - 2 * (x * x + z * z)) * sy, 2 * (y * z + x * w) * sy, 0,
        2 * (x * z + y * w) * sz, 2 * (y * z - x * w) * sz, (1 - 2 * (x * x + y * y)) * sz, 0,
        tx, ty, tz, 1,
    )  # fmt: skip


def _product(a: Matrix, b: Matrix) -> Matrix:
    return tuple(sum(a[k * 4 + row] * b[column * 4 + k] for k in range(4)) for column in range(4) for row in range(4))


def _moved(matrix: Matrix, point: Point) -> Point:
    x, y, z = (sum(matrix[column * 4 + row] * value for column, value in enumerate((*point, 1.0))) for row in range(3))
    return x, y, z
