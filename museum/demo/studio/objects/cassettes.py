"""Cassettes: the letter that was spoken, and the music bought at a market."""

from __future__ import annotations

import math
import random

from ...drawings.objects.lettering import centred, handwriting
from ...drawings.svg import Sheet, line, polygon, rect, star
from .. import forms, materials
from ..registry import View, modelled

WIDTH, HEIGHT, DEPTH = 0.1004, 0.0638, 0.0087
HUB = 0.02125
SLOT = (0.061, 0.0125, 0.0045)  # width, height and middle of the opening in the label


def _slot_outline(grow: float = 0.0, steps: int = 8) -> list[tuple[float, float]]:
    """The oblong with round ends that the label leaves open."""
    half, radius = SLOT[0] / 2 - SLOT[1] / 2, SLOT[1] / 2 + grow
    right = [(half + radius * math.cos(a), SLOT[2] + radius * math.sin(a)) for a in _arc(-90, 90, steps)]
    left = [(-half + radius * math.cos(a), SLOT[2] + radius * math.sin(a)) for a in _arc(90, 270, steps)]
    return right + left


def _arc(start: float, end: float, steps: int) -> list[float]:
    return [math.radians(start + (end - start) * k / steps) for k in range(steps + 1)]


def _handwritten_label() -> Sheet:
    """A label ruled by hand and filled in with a ballpoint, a letter A in a box, no word that can be read."""
    sheet = Sheet(1780, 880, 61)
    sheet.path(rect(0, 0, 1780, 880), fill="#efe6cf")
    sheet.path(rect(0, 0, 1780, 120), fill="#b2453a")
    sheet.path(rect(0, 760, 1780, 120), fill="#b2453a")
    sheet.path(rect(40, 150, 110, 120, 10), stroke="#3a3430", width=9)
    sheet.path(centred("A", 95, 172, 76), stroke="#3a3430", width=11)
    for y in (238, 300, 690):
        sheet.path(line(185, y, 1730, y + 3), stroke="#7d746a", width=3)
    sheet.path(handwriting(sheet.rng, 205, 228, 1080, 46), stroke="#2b3f86", width=8)
    sheet.path(handwriting(sheet.rng, 230, 292, 760, 40), stroke="#2b3f86", width=8)
    sheet.path(handwriting(sheet.rng, 205, 680, 620, 40), stroke="#2b3f86", width=8)
    sheet.path(centred("C 60", 1590, 30, 62), stroke="#efe6cf", width=11)
    return sheet


def _market_label() -> Sheet:
    """A label printed in two colours: a band of stars, a side, no name."""
    sheet = Sheet(1780, 880, 62)
    sheet.path(rect(0, 0, 1780, 880), fill="#e9dcb9")
    sheet.path(rect(0, 0, 1780, 210), fill="#1f6a59")
    for k in range(9):
        sheet.path(star(130 + k * 190, 105, 8, 78, 44), fill="#e6b244")
    sheet.path(rect(0, 700, 1780, 180), fill="#1f6a59")
    sheet.path(centred("1", 110, 736, 100), stroke="#e9dcb9", width=16)
    return sheet


def _inlay() -> Sheet:
    """The card of the market cassette: a great star over a ground of lozenges, in four colours."""
    sheet = Sheet(1040, 1600, 63)
    sheet.path(rect(0, 0, 1040, 1600), fill="#a63a2d")
    for row in range(11):
        for column in range(8):
            cx, cy = column * 148 + (74 if row % 2 else 0), row * 150 + 40
            sheet.path(polygon([(cx, cy - 70), (cx + 66, cy), (cx, cy + 70), (cx - 66, cy)]), stroke="#d98e3c", width=7)
    sheet.path(rect(90, 250, 860, 1000, 30), fill="#f0dfb4")
    sheet.path(rect(120, 280, 800, 940, 20), stroke="#1f5a6b", width=12)
    for radius, inner, tone in (
        (380, 236, "#1f5a6b"),
        (290, 180, "#e2a637"),
        (190, 118, "#a63a2d"),
        (92, 56, "#f0dfb4"),
    ):
        sheet.path(star(520, 750, 8, radius, inner), fill=tone)
    for k in range(5):
        sheet.path(rect(0, 1340 + k * 44, 1040, 20), fill=("#e2a637", "#1f5a6b")[k % 2])
    return sheet


def cassette(rng: random.Random, label: Sheet | None = None, shell: str = "#2a2a2c", played: float = 0.7) -> list:
    """A compact cassette lying face up at the origin, its open edge towards -Y; returns its parts.

    100.4 × 63.8 mm (IEC 60094-7); ``played`` is how much of the tape is on the left hub, 0 to 1.
    """
    before = set(forms.meshes())
    plastic = materials.plastic(f"cassette-{shell}", shell, 0.32, 0.05)
    white = materials.plastic("hub", "#e7e2d4", 0.4, 0.2)
    tape = materials.Nodes("tape")
    tape_brown = tape.finish("#3b261b", 0.28, 0.1)
    steel = materials.steel(0.3)
    body = forms.box("shell", (WIDTH, HEIGHT, DEPTH), plastic, 0.0012, 2)
    forms.cut(body, _through("window", [(-0.0135, -0.0005), (0.0135, -0.0005), (0.0135, 0.0095), (-0.0135, 0.0095)]))
    for side in (-1, 1):
        hole = forms.turned("hole", [(0, -0.004), (0.0052, -0.004), (0.0052, 0.014), (0, 0.014)], None, 28)
        forms.place(hole, (side * HUB, SLOT[2], 0))
        forms.cut(body, hole)
        hub = forms.turned(
            f"hub-{side}",
            [(0.0034, 0.002), (0.0049, 0.002), (0.0049, 0.0074), (0.0034, 0.0074)],
            white,
            28,
            closed=True,
        )
        forms.place(hub, (side * HUB, SLOT[2], 0))
        for k in range(6):
            angle = math.radians(60 * k + 11 * side)
            tooth = forms.box(f"tooth-{side}-{k}", (0.0013, 0.0011, 0.005), white, 0)
            at = (side * HUB + 0.0029 * math.cos(angle), SLOT[2] + 0.0029 * math.sin(angle), 0.0022)
            forms.place(tooth, at, (0, 0, math.degrees(angle)))
        radius = 0.011 + 0.0125 * (played if side < 0 else 1 - played)
        pack = forms.turned(
            f"pack-{side}", [(0.0054, 0.003), (radius, 0.003), (radius, 0.0058), (0.0054, 0.0058)], tape_brown, 48
        )
        forms.place(pack, (side * HUB, SLOT[2], 0))
    floor = forms.box(
        "floor", (0.03, 0.012, 0.0012), materials.plastic("inside", "#1a1919", 0.5, 0), 0, at=(0, SLOT[2], 0.001)
    )
    pane = forms.box(
        "pane", (0.0268, 0.0098, 0.0008), materials.clear_plastic("window"), 0.0002, at=(0, SLOT[2], 0.0074)
    )
    trapezoid = [(-0.0325, -0.0319), (0.0325, -0.0319), (0.0295, -0.0165), (-0.0295, -0.0165)]
    swelling = forms.extruded("swelling", trapezoid, 0.0116, plastic, 0.0006)
    forms.place(swelling, (0, 0, -0.00145))
    for x, y in ((-0.0455, -0.0275), (0.0455, -0.0275), (-0.0455, 0.0275), (0.0455, 0.0275), (0, -0.0235)):
        screw = forms.turned("screw", [(0, 0), (0.0017, 0), (0.0016, 0.0004), (0, 0.0005)], steel, 14)
        forms.place(screw, (x, y, DEPTH if y > -0.024 or abs(x) > 0.01 else 0.0102))
    path = materials.sheet_print(
        "cassette-letter-label" if label is None else f"cassette-{id(label)}", label or _handwritten_label()
    )
    paper = forms.sheet(
        "label",
        (0.089, 0.044),
        (2, 2),
        materials.printed(f"label-{path.stem}", path, 0.75, soiled=0.4),
        lambda u, v: ((u - 0.5) * 0.089, -0.0155 + v * 0.044, 0.0),
    )
    forms.cut(forms.thicken(paper, 0.0003), _through("slot", _slot_outline()))
    forms.place(forms.crease(paper, 30), (0, 0, DEPTH + 0.0003))
    return [thing for thing in forms.meshes() if thing not in before] or [floor, pane]


def _through(name: str, outline: list[tuple[float, float]]):
    """A tool as tall as needed to cut an outline right through."""
    tool = forms.extruded(name, outline, 0.04)
    return forms.place(tool, (0, 0, -0.015))


def case(card: Sheet, opened: float = 104.0) -> list:
    """A clear case lying open at the origin, its lid raised ``opened`` degrees at the back with a card in it."""
    before = set(forms.meshes())
    clear = materials.clear_plastic()
    width, height, wall = 0.109, 0.0695, 0.0011
    forms.box("tray-floor", (width, height, wall), clear, 0.0003)
    for side in (-1, 1):
        forms.box(f"tray-wall-{side}", (wall, height, 0.011), clear, 0.0003, at=(side * (width - wall) / 2, 0, wall))
        peg = forms.turned(f"peg-{side}", [(0, 0), (0.0035, 0), (0.003, 0.006), (0, 0.006)], clear, 16)
        forms.place(peg, (side * HUB, 0.002, wall))
    forms.box("tray-front", (width, wall, 0.006), clear, 0.0003, at=(0, -(height - wall) / 2, wall))
    tray = [thing for thing in forms.meshes() if thing not in before]
    kept = set(forms.meshes())
    forms.box("lid", (width, wall, height), clear, 0.0003)
    for side in (-1, 1):
        forms.box(f"lid-wall-{side}", (wall, 0.012, height), clear, 0.0003, at=(side * (width + wall) / 2, -0.006, 0))
    path = materials.sheet_print(f"card-{card.rng.random():.6f}", card)
    forms.thicken(
        forms.sheet(
            "card",
            (1, 1),
            (1, 1),
            materials.printed(f"card-{path.stem}", path, 0.7),
            lambda u, v: ((u - 0.5) * 0.1015, -0.0012, 0.002 + v * 0.0655),
        ),
        0.0003,
    )
    lid = [thing for thing in forms.meshes() if thing not in kept]
    forms.moved_together(lid, (0, height / 2 + 0.001, wall), (90 - opened, 0, 0))
    return tray + lid


def _ruled_card() -> Sheet:
    """The card of a blank cassette: ruled lines, a few of them filled in."""
    sheet = Sheet(1560, 1000, 64)
    sheet.path(rect(0, 0, 1560, 1000), fill="#f1ead8")
    sheet.path(rect(0, 0, 1560, 130), fill="#b2453a")
    sheet.path(centred("A", 390, 32, 66) + centred("B", 1170, 32, 66), stroke="#f1ead8", width=11)
    for k in range(10):
        sheet.path(line(40, 230 + k * 78, 1520, 230 + k * 78), stroke="#9c9284", width=3)
    sheet.path(line(780, 150, 780, 970), stroke="#9c9284", width=3)
    for k, length in enumerate((560, 430, 610, 300)):
        sheet.path(handwriting(sheet.rng, 70, 222 + k * 78, length, 40), stroke="#2b3f86", width=7)
    return sheet


@modelled(
    "cassette-letter",
    seed=4,
    view=View(azimuth=-22, elevation=30, lens=90, size=(1800, 1500), margin=0.015),
    detail=View(azimuth=-10, elevation=46, lens=100, target=(0.012, -0.056, 0.012), width=0.085, aperture=8),
)
def cassette_letter(rng: random.Random) -> None:
    """A cassette with a label ruled and written by hand, before its open case with the ruled card."""
    forms.moved_together(case(_ruled_card()), (-0.008, 0.035, 0), (0, 0, 6))
    forms.moved_together(cassette(rng), (0.014, -0.058, 0.0016), (0, 0, -11))


@modelled(
    "music-cassette",
    seed=27,
    view=View(azimuth=-20, elevation=26, lens=90, size=(1800, 1500), margin=0.015),
)
def music_cassette(rng: random.Random) -> None:
    """A cassette bought at a market, its case standing behind it with a printed card of stars and lozenges."""
    clear = materials.clear_plastic()
    width, height, depth, wall = 0.0695, 0.109, 0.017, 0.0011
    before = set(forms.meshes())
    forms.box("front", (width, wall, height), clear, 0.0004, at=(0, -depth / 2, 0))
    forms.box("back", (width, wall, height), clear, 0.0004, at=(0, depth / 2, 0))
    for side in (-1, 1):
        forms.box(f"side-{side}", (wall, depth, height), clear, 0.0004, at=(side * (width - wall) / 2, 0, 0))
    path = materials.sheet_print("music-inlay", _inlay())
    inlay = materials.printed("inlay", path, 0.4, 0.3, soiled=0.25)
    forms.thicken(
        forms.sheet(
            "card", (1, 1), (1, 1), inlay, lambda u, v: ((u - 0.5) * 0.066, -depth / 2 + 0.0016, 0.002 + v * 0.105)
        ),
        0.0004,
    )
    forms.box("spine", (0.066, 0.013, 0.0006), materials.plastic("spine", "#a63a2d", 0.5, 0.1), 0, at=(0, 0, 0.107))
    forms.box(
        "stuffing",
        (0.064, 0.0088, 0.1),
        materials.plastic("dark-shell", "#202022", 0.4, 0.2),
        0.001,
        at=(0, 0.001, 0.004),
    )
    forms.moved_together([t for t in forms.meshes() if t not in before], (-0.034, 0.03, 0), (0, 0, 14))
    forms.moved_together(cassette(rng, _market_label(), "#d9d3c2", 0.15), (0.034, -0.03, 0.0016), (0, 0, -14))
