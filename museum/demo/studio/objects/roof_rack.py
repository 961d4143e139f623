"""The roof rack loaded for the road home: a winter's worth of things under a tarpaulin and a rope."""

from __future__ import annotations

import math
import random

from mathutils import Vector, noise

from .. import forms, materials
from ..registry import View, modelled
from .luggage import suitcase, woven_bag

LENGTH, WIDTH, FLOOR = 1.45, 1.05, 0.11
#: What lies under the tarpaulin: middle x and y, half sizes, and height above the slats, in metres.
HIDDEN = (
    (-0.42, 0.18, 0.25, 0.3, 0.3),
    (-0.4, -0.3, 0.24, 0.17, 0.24),
    (0.02, 0.1, 0.2, 0.36, 0.36),
    (0.06, -0.34, 0.2, 0.12, 0.2),
)


def _rails(steel) -> None:
    """The rack itself: two rails on feet, slats across, a low fence round three sides."""
    for y in (-WIDTH / 2, WIDTH / 2):
        forms.tube(
            f"rail-{y}", [(-LENGTH / 2, y, 0.085), (0, y, 0.085), (LENGTH / 2, y, 0.085)], 0.012, steel, 12, steps=4
        )
        for x in (-0.5, 0, 0.5):
            forms.tube(f"foot-{x}-{y}", [(x, y, 0.085), (x, y * 1.03, 0.05), (x, y * 1.07, 0.008)], 0.011, steel, 10)
            forms.box(
                f"pad-{x}-{y}",
                (0.07, 0.05, 0.012),
                materials.plastic("pad", "#1b1b1b", 0.6, 0.1),
                0.004,
                at=(x, y * 1.07, 0),
            )
    for k in range(9):
        x = -LENGTH / 2 + 0.05 + k * (LENGTH - 0.1) / 8
        forms.box(f"slat-{k}", (0.045, WIDTH, 0.012), steel, 0.003, at=(x, 0, 0.092))
    fence = [
        (LENGTH / 2, -WIDTH / 2, 0.19),
        (-LENGTH / 2, -WIDTH / 2, 0.19),
        (-LENGTH / 2, WIDTH / 2, 0.19),
        (LENGTH / 2, WIDTH / 2, 0.19),
    ]
    for k, (start, end) in enumerate(zip(fence, fence[1:], strict=False)):
        middle = tuple((a + b) / 2 for a, b in zip(start, end, strict=True))
        forms.tube(f"fence-{k}", [start, middle, end], 0.009, steel, 12, steps=2)
    for k in range(7):
        x = -LENGTH / 2 + k * LENGTH / 6
        for y in (-WIDTH / 2, WIDTH / 2):
            forms.tube(f"post-{k}-{y}", [(x, y, 0.085), (x, y, 0.19)], 0.007, steel, 10, steps=1)


def _covered(x: float, y: float, seed: int) -> float:
    """The height of the tarpaulin over the slats at a point: drawn over what it hides, hollow between."""
    top = 0.03
    for cx, cy, half_x, half_y, height in HIDDEN:
        out = max(abs(x - cx) / half_x, abs(y - cy) / half_y)
        fall = 1 / (1 + math.exp((out - 1.06) * 13))
        top = max(top, height * fall + 0.03 * (1 - fall))
    at = Vector((x * 3.4, y * 3.4, seed))
    crease = abs(noise.noise(Vector((x * 7 + y * 3, y * 5 - x * 2, seed)))) ** 0.6
    return FLOOR + top + 0.02 * noise.noise(at) + 0.016 * crease


@modelled(
    "roof-rack",
    seed=35,
    view=View(azimuth=-27, elevation=17, lens=70, size=(1800, 1500), margin=-0.03),
    detail=View(azimuth=-10, elevation=26, lens=100, target=(0.12, -0.34, 0.34), width=0.6, aperture=8),
)
def roof_rack(rng: random.Random) -> None:
    """A steel rack of 1.45 × 1.05 m, loaded: tarpaulin and rope, suitcases, a woven bag, a rolled rug, a canister."""
    steel = materials.painted("rack-paint", "#6f7479", "#7a4a2c", 0.5, 0.4)
    canvas = materials.Nodes("tarpaulin")
    worn = canvas.ramp(canvas.noise(0.12, 6, 0.65), 0.45, 0.75, 0, 0.6)
    weave = canvas.math("MAXIMUM", canvas.wave(0.0022, "X"), canvas.wave(0.0022, "Y"))
    green = canvas.finish(canvas.mix(worn, "#3f5240", "#7c8468"), 0.62, 0.0, canvas.bump(weave, 0.25, 0.0008))
    rope = materials.string("rope", "#c3a870", 0.016)
    _rails(steel)
    seed = rng.randrange(50)
    left, right, front, back = -0.71, 0.27, -0.5, 0.5

    def sheet(u: float, v: float):
        x, y = left + (right - left) * u, front + (back - front) * v
        hem = 0.02 * math.sin(19 * u + 2) if v in (0.0, 1.0) else 0.0
        drop = max(0.0, abs(2 * v - 1) - 0.93) / 0.07
        z = _covered(x, y, seed) * (1 - drop) + (FLOOR - 0.012 + hem) * drop
        return (x, y * (1 + 0.012 * drop), z)

    forms.thicken(forms.sheet("tarpaulin", (1, 1), (84, 84), green, sheet), 0.0022)

    def over(points: list[tuple[float, float]], lift: float = 0.008) -> list[tuple[float, float, float]]:
        return [(x, y, _covered(x, y, seed) + lift) for x, y in points]

    for k, x in enumerate((-0.56, -0.3, -0.02, 0.2)):
        line = [(x + 0.03 * math.sin(5 * t + k), -0.5 + t) for t in (j / 22 for j in range(23))]
        whole = over(line)
        ends = [(x, -WIDTH / 2 - 0.004, 0.2), *whole[1:-1], (x, WIDTH / 2 + 0.004, 0.2)]
        forms.tube(f"rope-{k}", ends, 0.0065, rope, 8, steps=2)
        forms.tube(
            f"hitch-{k}",
            [
                (x - 0.016, -WIDTH / 2 - 0.01, 0.19),
                (x, -WIDTH / 2 - 0.022, 0.2),
                (x + 0.016, -WIDTH / 2 - 0.008, 0.188),
                (x + 0.004, -WIDTH / 2 - 0.02, 0.172),
                (x - 0.006, -WIDTH / 2 - 0.014, 0.12),
            ],
            0.006,
            rope,
            8,
        )
    for sign in (-1, 1):
        cross = [(-0.6 + 0.82 * t, sign * (-0.44 + 0.88 * t)) for t in (j / 22 for j in range(23))]
        forms.tube(f"cross-{sign}", over(cross, 0.016), 0.0065, rope, 8, steps=2)
    # what stands uncovered in front: a suitcase lying on another, the bag, a canister
    forms.moved_together(suitcase(rng, tied=False), (0.505, 0.18, FLOOR + 0.09), (-90, 0, 90))
    forms.moved_together(suitcase(rng), (0.5, 0.2, FLOOR + 0.275), (-90, 0, 84))
    forms.moved_together(woven_bag(rng, 1.15), (0.5, -0.325, FLOOR), (0, 0, 4))
    for k in range(2):
        line = [
            (0.3 + 0.4 * k, -0.52, 0.19),
            (0.3 + 0.4 * k, -0.46, 0.5),
            (0.3 + 0.4 * k, -0.33, 0.585),
            (0.3 + 0.4 * k, -0.15, 0.52),
            (0.31 + 0.4 * k, 0.02, 0.485),
            (0.31 + 0.38 * k, 0.3, 0.49),
            (0.31 + 0.38 * k, 0.49, 0.44),
            (0.3 + 0.4 * k, 0.53, 0.19),
        ]
        forms.tube(f"front-rope-{k}", line, 0.0065, rope, 8, steps=6)
    _rug((-0.22, -0.05, 0.475), rng)


def _rug(at: tuple[float, float, float], rng: random.Random) -> None:
    """A rolled rug on top of the tarpaulin, tied twice, its end showing the turns."""
    before = set(forms.meshes())
    wool = materials.Nodes("rug")
    bands = wool.math(
        "PINGPONG", wool.math("MULTIPLY", wool.add("ShaderNodeSeparateXYZ", {0: wool.position()}).outputs[1], 5.0), 0.5
    )
    shade = wool.mix(wool.ramp(bands, 0.2, 0.24), "#8c2f27", "#d8c49c")
    shade = wool.mix(wool.ramp(bands, 0.36, 0.4), shade, "#26365f")
    rolled = wool.finish(shade, 0.95, 0.0, wool.bump(wool.noise(0.004, 4), 0.7, 0.003))

    def roll(u: float, v: float):
        angle = u * 2 * math.pi * 4.2
        radius = 0.022 + 0.062 * u + 0.0025 * math.sin(angle * 3)
        return (radius * math.cos(angle), (v - 0.5) * 1.06, radius * math.sin(angle))

    forms.thicken(forms.sheet("roll", (1, 1), (150, 10), rolled, roll), 0.009)
    string = materials.string()
    for y in (-0.26, 0.27):
        ring = [(0.092 * math.cos(a), y, 0.092 * math.sin(a)) for a in (2 * math.pi * k / 20 for k in range(20))]
        forms.tube(f"tie-{y}", ring, 0.004, string, 8, closed=True, steps=2)
    forms.moved_together(
        [thing for thing in forms.meshes() if thing not in before], at, (0, 0, 12 + rng.uniform(-3, 3))
    )
