"""Every ground the style sheet offers carries legible text: WCAG 2.2 AA, by day and by night."""

import re
from pathlib import Path

import pytest

CSS = Path(__file__).resolve().parents[2] / "static" / "css"
RULE = re.compile(r"([^{}]*)\{([^{}]*--ground[^{}]*)\}")
TOKEN = re.compile(r"--([a-z]+):\s*(#[0-9a-f]{6})")


def grounds():
    for name in ("tokens.css", "walls.css"):
        for number, (selector, body) in enumerate(RULE.findall((CSS / name).read_text())):
            yield pytest.param(dict(TOKEN.findall(body)), id=f"{name}-{number}-{selector.split()[-1]}")


def luminance(colour: str) -> float:
    """Relative luminance of ``#rrggbb`` (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance)."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_black_on_white_is_twenty_one():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("tokens", list(grounds()))
def test_text_is_legible_on_every_ground(tokens):
    for ink in ("ink", "quiet", "link"):
        for ground in ("ground", "lift"):
            assert contrast(tokens[ink], tokens[ground]) >= 4.5, (ink, ground)


@pytest.mark.parametrize("tokens", list(grounds()))
def test_the_road_and_the_focus_ring_stand_out_on_every_ground(tokens):
    for line in ("road", "focus"):
        assert contrast(tokens[line], tokens["ground"]) >= 3, line


def test_every_wall_colour_has_a_wall():
    from museum.core.walls import WallColour

    css = (CSS / "walls.css").read_text()
    assert {colour for colour in WallColour.values if f".wall--{colour} " not in css} == set()
