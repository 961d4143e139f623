"""Radios: the portable recorder that wrote letters in sound, and the transistor that brought the voice of home."""

from __future__ import annotations

import math
import random

from ...drawings.objects.lettering import capitals, centred
from ...drawings.svg import Sheet, line, rect
from .. import forms, materials
from ..registry import View, modelled


def _scale(width: int, bands: tuple[str, ...], ground: str, ink: str, needle: float) -> Sheet:
    """A tuning scale: a row of figures and ticks for each band, and a red needle at ``needle`` (0 to 1)."""
    sheet = Sheet(width, 190, 71)
    sheet.path(rect(0, 0, width, 190), fill=ground)
    for row, band in enumerate(bands):
        y = 22 + row * 56
        sheet.path(capitals(band, 22, y, 26), stroke=ink, width=4.5)
        for k in range(7):
            x = 170 + k * (width - 260) / 6
            sheet.path(centred(str(530 + k * 180 if row else 88 + k * 3), x, y, 24), stroke=ink, width=4)
        for k in range(49):
            x = 170 + k * (width - 260) / 48
            sheet.path(line(x, y + 34, x, y + (46 if k % 8 == 0 else 40)), stroke=ink, width=2.5)
    x = 170 + needle * (width - 260)
    sheet.path(line(x, 6, x, 184), stroke="#d5382c", width=7)
    return sheet


def _knob(name: str, radius: float, depth: float, material, ridges: int = 0) -> None:
    """A knob lying on its back at the origin, turned towards +Z, with ridges round it."""
    forms.turned(
        name,
        [
            (0, 0),
            (radius, 0),
            (radius, depth * 0.7),
            (radius * 0.93, depth),
            (radius * 0.5, depth * 0.96),
            (0, depth * 0.96),
        ],
        material,
        48,
    )
    for k in range(ridges):
        angle = 2 * math.pi * k / ridges
        ridge = forms.box(f"{name}-ridge-{k}", (0.0011, 0.0007, depth * 0.62), material, 0)
        forms.place(
            ridge, (radius * math.cos(angle), radius * math.sin(angle), 0.0006), (0, 0, math.degrees(angle) + 90)
        )


def _to_front(before: set, at: tuple[float, float, float]) -> None:
    """Turn what was made since ``before`` from facing up to facing -Y, and put it ``at``."""
    forms.moved_together([thing for thing in forms.meshes() if thing not in before], at, (90, 0, 0))


def _grille(name: str, radius: float, cloth, ring, at: tuple[float, float, float], holes: int = 9) -> None:
    """A round loudspeaker: a ring, a cloth behind, and a pierced plate of concentric holes."""
    before = set(forms.meshes())
    forms.turned(
        f"{name}-ring",
        [(radius, 0), (radius * 1.07, 0.0005), (radius * 1.07, 0.004), (radius, 0.0052), (radius * 0.97, 0.003)],
        ring,
        72,
        closed=True,
    )
    forms.turned(f"{name}-cloth", [(0, 0.0008), (radius, 0.0008)], cloth, 48)
    for k in range(1, holes):
        r = radius * k / holes
        forms.turned(
            f"{name}-rib-{k}", [(r - 0.0011, 0.0012), (r + 0.0011, 0.0012), (r, 0.0028)], ring, 64, closed=True
        )
    for k in range(4):
        bar = forms.box(f"{name}-bar-{k}", (radius * 1.96, 0.0026, 0.0012), ring, 0.0004)
        forms.place(bar, (0, 0, 0.0014), (0, 0, 45 * k + 22.5))
    _to_front(before, at)


def radio_cassette(rng: random.Random, door_open: float = 0.0) -> list:
    """A portable radio-cassette recorder of the late 1970s, 40 × 24 × 11 cm, facing -Y; returns its parts."""
    start = set(forms.meshes())
    body = materials.plastic("anthracite", "#2b2b2d", 0.4, 0.25)
    silver = materials.painted("silver-paint", "#b9b9b4", "#3a3a3b", 0.32, 0.34)
    bright = materials.chrome()
    dark = materials.plastic("black", "#161617", 0.35, 0.1)
    cloth = materials.cloth("speaker-cloth", "#1c1b1b", "#2d2b2a", 0.001)
    red = materials.plastic("record-key", "#b3322b", 0.35, 0.2)
    forms.box("body", (0.4, 0.1, 0.212), body, 0.009, 4, at=(0, 0, 0.006))
    front = -0.0505
    forms.box("front-plate", (0.384, 0.003, 0.198), silver, 0.004, at=(0, front, 0.013))
    for x in (-0.16, 0.16):
        for y in (-0.03, 0.03):
            forms.place(forms.turned("foot", [(0, 0), (0.01, 0), (0.009, 0.007), (0, 0.007)], dark, 20), (x, y, 0))
    _grille("left", 0.062, cloth, dark, (-0.113, front - 0.0015, 0.098))
    # cassette door with its window, and what is seen through it
    forms.box("well", (0.128, 0.004, 0.086), dark, 0.004, at=(0.048, front - 0.0012, 0.054))
    forms.box("door", (0.12, 0.006, 0.078), silver, 0.004, at=(0.048, front - 0.003, 0.058))
    forms.box("window-frame", (0.086, 0.003, 0.05), dark, 0.003, at=(0.048, front - 0.0062, 0.072))
    forms.box(
        "cassette-seen",
        (0.078, 0.0012, 0.042),
        materials.plastic("shell-seen", "#cfc6b0", 0.5, 0),
        0.001,
        at=(0.048, front - 0.0078, 0.076),
    )
    for side in (-1, 1):
        hub = forms.turned(
            f"hub-{side}", [(0.003, 0), (0.0062, 0), (0.0062, 0.0012), (0.003, 0.0012)], dark, 24, closed=True
        )
        forms.place(hub, (0.048 + side * 0.0212, front - 0.0084, 0.097), (90, 0, 0))
    forms.box("pane", (0.084, 0.0012, 0.048), materials.clear_plastic("pane"), 0.001, at=(0.048, front - 0.0102, 0.073))
    for k in range(6):
        key = red if k == 0 else bright
        forms.box(f"piano-key-{k}", (0.0185, 0.016, 0.014), key, 0.0022, at=(-0.004 + k * 0.0208, front - 0.008, 0.03))
    # the right side: tuning and volume
    for name, z, radius in (("tuning", 0.152, 0.0215), ("volume", 0.098, 0.0165), ("tone", 0.056, 0.0165)):
        before = set(forms.meshes())
        _knob(name, radius, 0.015, bright if name == "tuning" else dark, 36)
        pointer = forms.box(f"{name}-mark", (0.0014, radius * 0.5, 0.0006), dark if name == "tuning" else bright, 0)
        forms.place(pointer, (radius * 0.3, radius * 0.5, 0.0146), (0, 0, -38))
        _to_front(before, (0.154, front - 0.0015, z))
    path = materials.sheet_print("radio-cassette-scale", _scale(1500, ("FM", "PO", "GO"), "#12211f", "#dfe7d2", 0.36))
    dial = materials.printed("dial", path, 0.3, 0.5, soiled=0.1)
    forms.box("dial-bezel", (0.27, 0.004, 0.04), dark, 0.003, at=(-0.002, front - 0.0018, 0.164))
    forms.sheet(
        "dial", (1, 1), (1, 1), dial, lambda u, v: (-0.002 + (u - 0.5) * 0.26, front - 0.006, 0.1675 + v * 0.033)
    )
    for k in range(2):
        forms.box(f"switch-slot-{k}", (0.03, 0.001, 0.005), dark, 0.001, at=(-0.15 + k * 0.042, front - 0.002, 0.18))
        forms.box(f"switch-{k}", (0.008, 0.005, 0.0075), bright, 0.001, at=(-0.157 + k * 0.048, front - 0.0035, 0.1788))
    for k in range(5):
        forms.box(
            f"microphone-{k}", (0.011, 0.001, 0.0011), dark, 0.0003, at=(0.156, front - 0.002, 0.184 + k * 0.0028)
        )
    # handle and aerial
    forms.tube(
        "handle",
        [
            (-0.19, 0.004, 0.19),
            (-0.192, 0.004, 0.222),
            (-0.178, 0.004, 0.2365),
            (-0.1, 0.004, 0.2395),
            (0.1, 0.004, 0.2395),
            (0.178, 0.004, 0.2365),
            (0.192, 0.004, 0.222),
            (0.19, 0.004, 0.19),
        ],
        0.0075,
        dark,
        14,
        flatten=0.7,
    )
    for side in (-1, 1):
        pivot = forms.turned(f"pivot-{side}", [(0, 0), (0.011, 0), (0.0105, 0.004), (0, 0.005)], bright, 28)
        forms.place(pivot, (side * 0.2, 0.004, 0.19), (0, 90 * side, 0))
    base, lean = (0.172, 0.034, 0.218), (-1.15, 0.05)
    reach = 0.0
    for k, (length, radius) in enumerate(((0.075, 0.0034), (0.065, 0.0027), (0.055, 0.002))):
        start_at, end_at = (tuple(base[i] + (lean + (1.0,))[i] * d for i in range(3)) for d in (reach, reach + length))
        forms.tube(f"aerial-{k}", [start_at, end_at], radius, bright, 12, steps=1)
        reach += length
    tip = forms.turned("tip", [(0, 0), (0.0035, 0.001), (0.004, 0.004), (0, 0.0065)], bright, 16)
    forms.place(tip, tuple(base[i] + (lean + (1.0,))[i] * reach for i in range(3)), (0, -49, 0))
    return [thing for thing in forms.meshes() if thing not in start]


@modelled(
    "radio-cassette-player",
    seed=5,
    view=View(azimuth=-22, elevation=13, lens=85, size=(1800, 1500), margin=0.03),
    detail=View(azimuth=16, elevation=22, lens=100, target=(0.045, -0.055, 0.07), width=0.2, aperture=8),
)
def radio_cassette_player(rng: random.Random) -> None:
    """The recorder round which a family sat down to speak to those who were away."""
    radio_cassette(rng)


def transistor(rng: random.Random) -> list:
    """A transistor radio in a leather case, 25 × 16 × 7 cm, facing -Y; returns its parts."""
    start = set(forms.meshes())
    hide = materials.leather("tan-leather", "#7a4a26", 0.6)
    cream = materials.plastic("cream", "#d9cba6", 0.35, 0.3)
    gold = materials.brass(0.4)
    dark = materials.plastic("black", "#1a1918", 0.4, 0.1)
    forms.box("case", (0.25, 0.068, 0.158), hide, 0.01, 4, at=(0, 0, 0))
    front = -0.0345
    # the front: a pierced field on the left, a round dial on the right
    forms.box("pierced-field", (0.122, 0.002, 0.118), dark, 0.006, at=(-0.052, front, 0.016))
    for row in range(13):
        for column in range(13):
            hole = forms.turned(
                f"eyelet-{row}-{column}", [(0.0021, 0), (0.0033, 0.0004), (0.0021, 0.0012)], hide, 10, closed=True
            )
            forms.place(hole, (-0.052 + (column - 6) * 0.0086, front - 0.0008, 0.075 + (row - 6) * 0.0084), (90, 0, 0))
    left, right, low, high, bend = -0.117, 0.013, 0.0115, 0.1385, 0.008
    corners = [(right - bend, low + bend, -90), (right - bend, high - bend, 0), (left + bend, high - bend, 90)]
    corners.append((left + bend, low + bend, 180))
    welt = [
        (
            x + bend * math.cos(math.radians(turn + k * 22.5)),
            front - 0.001,
            z + bend * math.sin(math.radians(turn + k * 22.5)),
        )
        for x, z, turn in corners
        for k in range(5)
    ]
    forms.tube("welt", welt, 0.0019, hide, 8, closed=True, steps=2)
    path = materials.sheet_print("transistor-dial", _round_dial(), 900)
    before = set(forms.meshes())
    forms.turned(
        "bezel", [(0.043, 0), (0.047, 0.001), (0.047, 0.006), (0.0435, 0.0075), (0.042, 0.003)], gold, 72, closed=True
    )
    forms.sheet(
        "dial",
        (0.086, 0.086),
        (24, 24),
        materials.printed("round-dial", path, 0.35, 0.4, soiled=0.15),
        _disc(0.0425, 0.003),
    )
    _knob("dial-knob", 0.0175, 0.011, cream, 0)
    forms.place(forms.turned("dial-cap", [(0, 0), (0.011, 0), (0.0105, 0.0014), (0, 0.002)], gold, 40), (0, 0, 0.0105))
    _to_front(before, (0.073, front, 0.087))
    for k, x in enumerate((0.048, 0.098)):
        before = set(forms.meshes())
        _knob(f"knob-{k}", 0.0115, 0.011, cream, 24)
        _to_front(before, (x, front, 0.024))
    forms.box("plate", (0.05, 0.0014, 0.008), gold, 0.001, at=(0.073, front - 0.0008, 0.137))
    # stitches round the front, and the strap
    thread = materials.cloth("thread", "#d8c49a")
    for k in range(44):
        x = -0.117 + k * 0.00545
        for z in (0.0065, 0.1515):
            forms.place(forms.box(f"stitch-{k}-{z}", (0.0032, 0.0006, 0.0008), thread, 0), (x, front - 0.0004, z))
    forms.tube(
        "strap",
        [
            (-0.112, 0, 0.152),
            (-0.112, 0, 0.172),
            (-0.095, 0, 0.192),
            (-0.05, 0.002, 0.203),
            (0.0, 0.004, 0.206),
            (0.05, 0.002, 0.203),
            (0.095, 0, 0.192),
            (0.112, 0, 0.172),
            (0.112, 0, 0.152),
        ],
        0.0014,
        hide,
        10,
        flatten=5.0,
    )
    for side in (-1, 1):
        stud = forms.turned(f"stud-{side}", [(0, 0), (0.006, 0), (0.0052, 0.002), (0, 0.0028)], gold, 24)
        forms.place(stud, (side * 0.125, 0, 0.144), (0, 90 * side, 0))
    return [thing for thing in forms.meshes() if thing not in start]


def _disc(radius: float, height: float):
    """A square grid drawn together into a disc, for a picture that fills a circle."""

    def at(u: float, v: float):
        x, y = 2 * u - 1, 2 * v - 1
        return (radius * x * math.sqrt(1 - y * y / 2), radius * y * math.sqrt(1 - x * x / 2), height)

    return at


def _round_dial() -> Sheet:
    """A round scale of medium and short waves; the picture's corners fall outside the disc."""
    sheet = Sheet(900, 900, 72)
    sheet.path(rect(0, 0, 900, 900), fill="#efe5c9")
    for radius, count, low, step, tone in ((375, 11, 55, 10, "#3b2b1c"), (275, 9, 6, 1, "#8a2f26")):
        for k in range(count):
            angle = math.radians(140 + 260 * k / (count - 1))
            x, y = _on_disc(450 + radius * math.cos(angle), 450 + radius * math.sin(angle))
            sheet.path(centred(str(low + k * step), x, y - 16, 32), stroke=tone, width=5.5)
        for k in range(count * 6 - 5):
            angle = math.radians(140 + 260 * k / (count * 6 - 6))
            ends = [_on_disc(450 + r * math.cos(angle), 450 + r * math.sin(angle)) for r in (radius + 28, radius + 42)]
            sheet.path(line(*ends[0], *ends[1]), stroke=tone, width=3)
    angle = math.radians(236)
    ends = [_on_disc(450 + r * math.cos(angle), 450 + r * math.sin(angle)) for r in (190, 430)]
    sheet.path(line(*ends[0], *ends[1]), stroke="#c0342a", width=8)
    return sheet


def _on_disc(x: float, y: float) -> tuple[float, float]:
    """Where a point of the round dial lies on the square picture that `_disc` draws together."""
    u, v = (x - 450) / 450, (y - 450) / 450
    two = 2 * math.sqrt(2)
    a, b = u * u - v * v + 2, v * v - u * u + 2
    square = [0.5 * (math.sqrt(max(c + two * w, 0)) - math.sqrt(max(c - two * w, 0))) for c, w in ((a, u), (b, v))]
    return 450 + 450 * square[0], 450 + 450 * square[1]


@modelled(
    "transistor-radio",
    seed=19,
    view=View(azimuth=-22, elevation=12, lens=85, size=(1800, 1500), margin=0.06),
    detail=View(azimuth=20, elevation=12, lens=100, target=(0.06, -0.036, 0.08), width=0.15, aperture=8),
)
def transistor_radio(rng: random.Random) -> None:
    """A transistor radio in its stitched leather case, with a round dial and a strap."""
    transistor(rng)
