"""The single: one song a side, half out of its sleeve."""

from __future__ import annotations

import math
import random

from ...drawings.objects.lettering import centred, words
from ...drawings.svg import Sheet, ellipse, line, rect, star
from .. import forms, materials
from ..registry import View, modelled

RADIUS, HOLE = 0.0875, 0.0191


def _sleeve() -> Sheet:
    """The printed sleeve: arcs of a rising sun of stripes, a star; ours, of no firm, with a disc-shaped opening drawn."""
    sheet = Sheet(1400, 1400, 81)
    sheet.path(rect(0, 0, 1400, 1400), fill="#e8d7ae")
    for k, tone in enumerate(("#b5402f", "#e0a53a", "#1e6a5d", "#b5402f", "#e0a53a", "#1e6a5d")):
        sheet.path(ellipse(700, 1400, 1180 - k * 150), fill=tone)
    sheet.path(ellipse(700, 1400, 290), fill="#e8d7ae")
    sheet.path(star(700, 1180, 12, 150, 96), fill="#b5402f")
    sheet.path(rect(60, 60, 1280, 118, 12), fill="#2a2522")
    sheet.path(centred("45 TOURS", 700, 88, 62, 1.25), stroke="#e8d7ae", width=12)
    for k in range(3):
        sheet.path(words(sheet.rng, 400, 214 + k * 34, 600, 13), fill="#2a2522")
    for y in (4, 1396):
        sheet.path(line(0, y, 1400, y), stroke="#9d8456", width=8)
    return sheet


def _label() -> Sheet:
    """The paper label: two colours, a star, lines too small to read, the figure of the side."""
    sheet = Sheet(900, 900, 82)
    sheet.path(rect(0, 0, 900, 900), fill="#1e6a5d")
    sheet.path(rect(0, 450, 900, 450), fill="#e4c98d")
    sheet.path(star(450, 180, 12, 92, 58), fill="#e4c98d")
    sheet.path(centred("A", 450, 560, 74), stroke="#26201b", width=11)
    for k, length in enumerate((360, 460, 280)):
        sheet.path(words(sheet.rng, 450 - length / 2, 690 + k * 44, length, 15), fill="#26201b")
    sheet.path(centred("45", 150, 470, 60) + centred("TM", 750, 470, 60), stroke="#26201b", width=9)
    return sheet


def _grooved() -> object:
    """Black vinyl: light runs round the grooves in two fans, dust lies on it, a few scratches cross it."""
    nodes = materials.Nodes("vinyl")
    where = nodes.add("ShaderNodeSeparateXYZ", {0: nodes.position()}).outputs
    squares = (nodes.math("MULTIPLY", where[k], where[k]) for k in (0, 1))
    radius = nodes.math("SQRT", nodes.math("ADD", *squares))
    ridges = nodes.math("PINGPONG", nodes.math("MULTIPLY", radius, 1 / 0.00055), 0.5)
    tracks = nodes.ramp(nodes.noise(0.006, 2, 0.5, radius), 0.35, 0.65, 0.22, 0.36)
    tangent = nodes.add("ShaderNodeTangent", direction_type="RADIAL", axis="Z").outputs[0]
    dust = nodes.ramp(nodes.noise(0.0011, 5, 0.8), 0.66, 0.78, 0, 0.4)
    material = nodes.finish(
        nodes.mix(dust, "#0f0f10", "#8f877a"), tracks, 0.0, nodes.bump(ridges, 0.35, 0.00012), Anisotropic=0.85
    )
    nodes.feed(nodes.surface.inputs["Tangent"], tangent)
    return material


def record(rng: random.Random) -> list:
    """A single lying at the origin with its label up; returns its parts."""
    before = set(forms.meshes())
    rim = materials.plastic("vinyl-rim", "#121213", 0.22, 0.05)
    profile = [
        (0.0445, 0.00105),
        (0.0865, 0.00105),
        (0.0868, 0.0014),
        (RADIUS, 0.001),
        (RADIUS, 0.0004),
        (0.0868, 0),
        (HOLE, 0),
        (HOLE, 0.0013),
    ]
    forms.turned("rim", [*profile, (0.0445, 0.0013)], rim, 128, closed=True)
    forms.turned("grooves", [(0.0445, 0.00112), (0.0862, 0.00112)], _grooved(), 128)
    path = materials.sheet_print("vinyl-label", _label(), 900)
    paper = materials.printed("vinyl-label", path, 0.55, soiled=0.25)

    def ring(u: float, v: float):
        angle = 2 * math.pi * u
        r = HOLE + (0.0435 - HOLE) * v
        return (r * math.cos(angle), r * math.sin(angle), 0.00145)

    disc = forms.sheet("label", (1, 1), (96, 2), paper, ring)
    layer = disc.data.uv_layers.active
    for loop in disc.data.loops:
        point = disc.data.vertices[loop.vertex_index].co
        layer.data[loop.index].uv = (0.5 + point.x / 0.087, 0.5 + point.y / 0.087)
    return [thing for thing in forms.meshes() if thing not in before]


@modelled(
    "vinyl-single",
    seed=20,
    view=View(azimuth=-20, elevation=40, lens=85, size=(1800, 1500), margin=-0.02),
    detail=View(azimuth=-34, elevation=30, lens=100, target=(0.06, 0.0, 0.004), width=0.115, aperture=8),
)
def vinyl_single(rng: random.Random) -> None:
    """A 45 rpm single of 17.5 cm half out of its worn paper sleeve."""
    path = materials.sheet_print("vinyl-sleeve", _sleeve(), 1400)
    front = materials.printed("sleeve", path, 0.72, soiled=0.5, relief=0.2)
    inside = materials.cloth("sleeve-inside", "#cdbd9a", thread=0.0008)
    side = 0.181

    def top(u: float, v: float):
        """Glued on three sides; at the open one it stands off the record that it holds."""
        rise = min(1.0, u / 0.05) * min(1.0, min(v, 1 - v) / 0.035)
        worn = 0.0005 * math.sin(23 * v + 4 * u) * u**6
        return ((u - 0.5) * side, (v - 0.5) * side, 0.0006 + 0.0029 * math.sin(rise * math.pi / 2) + abs(worn))

    upper = forms.sheet("sleeve-front", (1, 1), (56, 56), front, top)
    forms.thicken(upper, 0.0003)
    forms.thicken(
        forms.sheet("sleeve-back", (1, 1), (2, 2), inside, lambda u, v: ((u - 0.5) * side, (v - 0.5) * side, 0.0004)),
        0.0003,
    )
    parts = record(rng)
    forms.moved_together(parts, (0.078, 0.002, 0.0012), (0, 0, 34))
    forms.moved_together(forms.meshes(), (-0.045, 0, 0), (0, 0, 7))
