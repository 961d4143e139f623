"""Cloth that travelled: the prayer rug."""

from __future__ import annotations

import math
import random

from mathutils import Vector, noise

from .. import forms, materials
from ..registry import View, modelled
from .cloth_prints import COLUMNS, ROWS, rug_print

RUG = (0.68, 1.10)
PILE = 0.006


def _rug_surface(pile: bool):
    """The rug's wool from its picture: cut pile on the face, ribs of knots and weft on the back."""
    nodes = materials.Nodes("pile" if pile else "rug-back")
    colour = nodes.picture(materials.sheet_print("prayer-rug", rug_print(), 1360))["Color"]
    parts = nodes.add("ShaderNodeSeparateXYZ", {0: nodes.uv((COLUMNS * (2 if pile else 1), ROWS))})
    across, along = (
        nodes.math("ABSOLUTE", nodes.math("SINE", nodes.math("MULTIPLY", parts.outputs[k], math.pi))) for k in (0, 1)
    )
    knots = nodes.math("MULTIPLY", across, along)
    if not pile:
        shade = nodes.mix(nodes.ramp(along, 0.45, 0.1, 0, 0.75), colour, "#c9b894")
        shade = nodes.mix(0.12, shade, "#cdbd9c")
        return nodes.finish(shade, 0.95, 0.0, nodes.bump(knots, 0.9, 0.0016), Sheen_Weight=0.2)
    tufts = nodes.noise(0.002, 3, 0.75)
    height = nodes.math("ADD", nodes.math("MULTIPLY", knots, 0.22), nodes.math("MULTIPLY", tufts, 1.0))
    deep = nodes.ramp(nodes.math("MULTIPLY", nodes.math("POWER", knots, 0.5), tufts), 0.1, 0.42, 0.5, 0)
    shade = nodes.mix(deep, colour, "#2a1a16", "MULTIPLY")
    dust = nodes.ramp(nodes.noise(0.07, 5, 0.6), 0.45, 0.8, 0, 0.22)
    shade = nodes.mix(dust, shade, "#a08c70")
    return nodes.finish(shade, 0.95, 0.0, nodes.bump(height, 0.85, 0.003), Sheen_Weight=0.35, Sheen_Roughness=0.5)


def _lie(x: float, y: float) -> tuple[float, float, float]:
    """Where a point of the rug lies, (x, y) being metres from its middle: flat but for the memory of having been
    rolled, its near right corner turned over."""
    rise = 0.0028 * (1 + noise.noise((x * 5, y * 6, 3.1))) + 0.002 * (1 + math.sin(y * 21 + 0.6)) * (0.4 + abs(y))
    rise += 0.012 * max(0.0, noise.noise((x * 2.2, y * 2.6, 8.0))) * min(1.0, abs(y) / 0.55) ** 2
    normal = (math.cos(math.radians(-50)), math.sin(math.radians(-50)))
    reach = (x - RUG[0] / 2) * normal[0] + (y + RUG[1] / 2) * normal[1]
    beyond = reach + 0.185
    if beyond <= 0:
        return (x, y, rise * min(1.0, -beyond / 0.05 + 0.2))
    radius = 0.017
    if beyond < math.pi * radius:
        along, z = radius * math.sin(beyond / radius), radius * (1 - math.cos(beyond / radius))
    else:
        over = beyond - math.pi * radius
        along = -over
        z = 2 * radius - (2 * radius - 0.011) * (1 - math.exp(-over / 0.07)) + 0.004 * noise.noise((x * 9, y * 9, 1))
        z += 0.05 * max(0.0, over - 0.09) ** 1.2
    shift = along - beyond
    return (x + shift * normal[0], y + shift * normal[1], z + 0.0012)


def _worn(x: float, y: float) -> float:
    """How far the pile is worn down at (x, y), 0 to 1: two knees, two hands and the brow."""
    places = ((-0.1, -0.2, 0.075, 1.0), (0.1, -0.2, 0.075, 1.0), (0.0, 0.21, 0.07, 0.75))
    places += ((-0.17, 0.13, 0.05, 0.4), (0.17, 0.13, 0.05, 0.4))
    return max(0.0, min(1.0, sum(deep * math.exp(-((x - a) ** 2 + (y - b) ** 2) / r**2) for a, b, r, deep in places)))


def _fringe(rng: random.Random, end: int, material, loose) -> None:
    """Knotted warp ends along one end of the rug: a knot and two strands each."""
    count = 34
    edge = end * RUG[1] / 2
    for k in range(count):
        x = (k + 0.5) / count * RUG[0] - RUG[0] / 2 + rng.uniform(-0.002, 0.002)
        lean, length = rng.gauss(0, 0.006), rng.uniform(0.042, 0.062)
        knot = 0.013 + rng.uniform(-0.003, 0.003)

        def put(across: float, out: float, lift: float) -> tuple[float, float, float]:
            fx, fy, fz = _lie(x + across, edge + end * out)  # noqa: B023
            return (fx, fy, max(fz, 0.0) + lift)

        forms.tube(
            f"knot-{end}-{k}",
            [put(0, -0.004, 0.003), put(0, knot - 0.004, 0.0026), put(0, knot, 0.0035), put(0, knot + 0.005, 0.0025)],
            lambda t: 0.0017 + 0.0021 * math.exp(-(((t - 0.66) / 0.16) ** 2)),
            material,
            4,
            steps=1,
        )
        for side in (-1, 1):
            spread = lean + side * rng.uniform(0.001, 0.0055)
            line = forms.curve_points(
                [
                    put(side * 0.0008, knot + 0.004, 0.0022),
                    put(spread * 0.45 + rng.gauss(0, 0.0012), knot + length * 0.4, 0.0016),
                    put(spread, knot + length * rng.uniform(0.8, 1.0), 0.0012),
                ],
                2,
            )
            _strand(f"strand-{end}-{k}-{side}", line, 0.0017, loose)


def _strand(name: str, line, radius: float, material) -> None:
    """A strand of wool lying on the table: only its upper half is modelled."""
    last = len(line) - 1

    def ridge(u: float, v: float) -> tuple[float, float, float]:
        point = line[round(v * last)]
        ahead = line[min(round(v * last) + 1, last)] - line[max(round(v * last) - 1, 0)]
        across = ahead.cross((0, 0, 1)).normalized() * radius * (1.15 - 0.6 * v)
        return tuple(point + across * (u - 0.5) * 2 + Vector((0, 0, radius if u == 0.5 else -0.6 * radius)))

    forms.sheet(name, (1, 1), (2, last), material, ridge)


@modelled(
    "prayer-rug",
    seed=6,
    view=View(azimuth=-11, elevation=54, lens=85, size=(1500, 1800), margin=-0.02),
    detail=View(azimuth=-30, elevation=38, lens=100, target=(0.16, -0.4, 0.01), width=0.42, aperture=11),
)
def prayer_rug(rng: random.Random) -> None:
    """A knotted wool prayer rug, 110 by 68 cm, its near right corner turned over on the knots of the back."""
    face, back = _rug_surface(True), _rug_surface(False)

    def at(u: float, v: float) -> tuple[float, float, float]:
        x, y = (u - 0.5) * RUG[0], (v - 0.5) * RUG[1]
        x += 0.004 * noise.noise((0.0, y * 6, 2.0 if u > 0.5 else 5.0)) * abs(u - 0.5) * 2
        lain = _lie(x, y)
        return (lain[0], lain[1], lain[2] - 0.0022 * _worn(x, y))

    rug = forms.sheet("rug", RUG, (30, 48), face, at)
    rug.data.materials.append(back)
    thickness = forms.thicken(rug, PILE, 1.0).modifiers["thicken"]
    thickness.material_offset = 1
    thickness.material_offset_rim = 0
    forms.applied(rug)
    wool = materials.string("warp", "#d8c8a6", 0.007)
    loose = materials.Nodes("loose-warp")
    shade = loose.mix(loose.ramp(loose.noise(0.004, 3), 0.35, 0.7), "#cbb994", "#9d8862")
    loose.finish(shade, 0.95, 0.0, loose.bump(loose.noise(0.0012, 2), 0.5, 0.0006), Sheen_Weight=0.3)
    for end in (-1, 1):
        _fringe(rng, end, wool, loose.material)
    overcast = materials.string("selvedge", "#3a4468", 0.006)
    for side in (-1, 1):
        line = [at(0.5 + side * 0.5, k / 32) for k in range(33)]
        forms.tube(f"selvedge-{side}", [(x, y, z + 0.003) for x, y, z in line], 0.0042, overcast, 5, steps=1)
