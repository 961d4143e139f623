"""The miner's flame safety lamp."""

from __future__ import annotations

import math
import random

from .. import forms, materials
from ..registry import View, modelled

BONNET = ((0.138, 0.0375), (0.15, 0.0368), (0.19, 0.0352), (0.214, 0.034))


def _bonnet_radius(height: float) -> float:
    """The bonnet's outer radius at ``height``."""
    for (low, wide), (high, narrow) in zip(BONNET, BONNET[1:], strict=False):
        if height <= high:
            return wide + (narrow - wide) * (height - low) / (high - low)
    return BONNET[-1][1]


def _louvre(name: str, angle: float, height: float, metal, soot) -> None:
    """A louvre pressed out of the bonnet: flush at its top and sides, open below over a dark slot."""
    wide, tall, out = 0.4, 0.0085, 0.0024

    def pressed(u: float, v: float):
        at = angle + (u - 0.5) * wide
        z = height + v * tall
        radius = _bonnet_radius(z) + 0.0001 + out * math.sin(math.pi * u) ** 0.55 * (1 - v) ** 1.4
        return (radius * math.cos(at), radius * math.sin(at), z)

    def slot(u: float, v: float):
        at = angle + (u - 0.5) * wide * 0.86
        z = height - 0.0006 + v * 0.0032
        radius = _bonnet_radius(z) + 0.00025
        return (radius * math.cos(at), radius * math.sin(at), z)

    forms.thicken(forms.sheet(f"louvre-{name}", (1, 1), (12, 6), metal, pressed), 0.0005)
    forms.sheet(f"slot-{name}", (1, 1), (8, 1), soot, slot)


def _sooty_steel():
    """Blackened steel sheet rubbed grey where the hand takes it, with a rest of coal dust in its hollows."""
    nodes = materials.Nodes("sooty-steel")
    rubbed = nodes.math(
        "MAXIMUM", nodes.edges(0.505, 0.56), nodes.ramp(nodes.noise(0.022, 6, 0.66), 0.55, 0.7, 0, 0.55)
    )
    rust = nodes.ramp(nodes.noise(0.011, 6, 0.7), 0.58, 0.68, 0, 0.6)
    dust = nodes.math("MAXIMUM", nodes.hollows(0.007), nodes.ramp(nodes.noise(0.03, 5, 0.6), 0.5, 0.66, 0, 0.75))
    shade = nodes.mix(rubbed, "#3f3e3c", "#85827c")
    shade = nodes.mix(rust, shade, "#54392a")
    shade = nodes.mix(dust, shade, "#1b1918")
    matt = nodes.math("MAXIMUM", dust, rust)
    return nodes.finish(
        shade,
        nodes.ramp(matt, 0, 1, 0.4, 0.92),
        nodes.ramp(matt, 0, 1, 0.95, 0.1),
        nodes.bump(nodes.noise(0.003, 5), 0.3, 0.0006),
    )


@modelled(
    "miners-lamp",
    seed=8,
    view=View(azimuth=-20, elevation=9, lens=90, size=(1500, 1800), margin=0.05),
    detail=View(azimuth=-14, elevation=6, lens=100, target=(0, -0.035, 0.058), width=0.115, aperture=5.6),
)
def miners_lamp(rng: random.Random) -> None:
    """A flame safety lamp, 28.6 cm with its hook: oil pot, glass, gauze under a bonnet, hook."""
    brass, steel, dark = (
        materials.brass(0.45),
        materials.steel(0.4),
        _sooty_steel(),
    )
    soot = materials.Nodes("soot").finish("#0d0c0b", 0.95)
    pot = forms.turned(
        "pot",
        [
            (0, 0),
            (0.038, 0),
            (0.0405, 0.002),
            (0.041, 0.005),
            (0.041, 0.009),
            (0.0395, 0.011),
            (0.0395, 0.044),
            (0.041, 0.046),
            (0.0425, 0.048),
            (0.0425, 0.054),
            (0.041, 0.056),
            (0.038, 0.058),
            (0.036, 0.061),
            (0, 0.061),
        ],
        brass,
        96,
    )
    forms.dent(pot, (0.03, -0.028, 0.03), 0.016, 0.0011)
    forms.dent(pot, (-0.036, -0.017, 0.02), 0.012, 0.0008)
    plate = forms.sheet(
        "number-plate",
        (1, 1),
        (24, 6),
        brass,
        lambda u, v: (0.0401 * math.sin((u - 0.5) * 0.95), -0.0401 * math.cos((u - 0.5) * 0.95), 0.0175 + v * 0.019),
    )
    forms.thicken(plate, 0.0008, 1.0)
    for k, figure in enumerate("417"):
        angle = (k - 1) * 0.235
        forms.lettering(
            f"figure-{figure}",
            figure,
            0.0105,
            0.0012,
            dark,
            at=(0.0412 * math.sin(angle), -0.0412 * math.cos(angle), 0.0218),
            turn=(90, 0, math.degrees(angle)),
        )
    for height in (0.061, 0.128):
        forms.turned(
            f"collar-{height}",
            [
                (0.031, height),
                (0.0395, height),
                (0.0408, height + 0.002),
                (0.0408, height + 0.006),
                (0.0395, height + 0.008),
                (0.031, height + 0.008),
            ],
            brass,
            96,
            closed=True,
        )
    forms.turned(
        "glass",
        [(0.0265, 0.068), (0.031, 0.068), (0.0315, 0.098), (0.031, 0.129), (0.0265, 0.129), (0.0268, 0.098)],
        materials.glass(tint="#f1f5ee"),
        64,
        closed=True,
    )
    burner = forms.turned(
        "burner", [(0, 0.061), (0.012, 0.061), (0.0125, 0.066), (0.006, 0.072), (0.0045, 0.08), (0, 0.08)], brass, 32
    )
    forms.place(burner)
    forms.tube(
        "wick", [(0, 0, 0.079), (0.0006, 0, 0.083), (0.0002, 0, 0.086)], 0.0022, materials.cloth("wick", "#2c251e"), 8
    )
    for k in range(5):
        angle = math.radians(36 + 72 * k)
        x, y = 0.0362 * math.cos(angle), 0.0362 * math.sin(angle)
        forms.tube(f"pillar-{k}", [(x, y, 0.066), (x, y, 0.1), (x, y, 0.131)], 0.0021, steel, 12, steps=2)
        forms.place(
            forms.turned(f"nut-{k}", [(0, 0), (0.0036, 0), (0.0036, 0.003), (0.0022, 0.0042), (0, 0.0042)], brass, 12),
            (x, y, 0.1365),
        )
    bonnet = forms.turned(
        "bonnet",
        [
            (0.036, 0.136),
            (0.0375, 0.138),
            (0.0368, 0.15),
            (0.0352, 0.19),
            (0.034, 0.214),
            (0.0352, 0.2155),
            (0.0352, 0.2185),
            (0.033, 0.222),
            (0.024, 0.2262),
            (0.012, 0.2282),
            (0, 0.2288),
        ],
        dark,
        96,
    )
    forms.dent(bonnet, (0.02, -0.03, 0.185), 0.02, 0.0016)
    for ring in range(2):
        for k in range(9):
            _louvre(f"{ring}-{k}", 2 * math.pi * (k + ring * 0.5 + 0.2) / 9, 0.149 + ring * 0.038, dark, soot)
    forms.turned("crown", [(0, 0.2285), (0.009, 0.2285), (0.0095, 0.232), (0.005, 0.2345), (0, 0.235)], brass, 32)
    for side in (-1, 1):
        forms.tube(
            f"bail-{side}",
            [(side * 0.0352, 0, 0.217), (side * 0.037, 0, 0.228), (side * 0.027, 0, 0.2465), (side * 0.004, 0, 0.2545)],
            0.0017,
            steel,
            10,
        )
    forms.tube(
        "hook",
        [
            (0, 0, 0.247),
            (0, 0, 0.262),
            (0.001, 0, 0.272),
            (0.0125, 0, 0.2845),
            (0.0245, 0, 0.276),
            (0.0225, 0, 0.264),
            (0.0175, 0, 0.26),
        ],
        lambda t: 0.0024 - 0.0011 * t,
        steel,
        12,
    )
    forms.turned("swivel", [(0, 0.248), (0.0045, 0.248), (0.0045, 0.2555), (0.003, 0.258), (0, 0.258)], brass, 20)
