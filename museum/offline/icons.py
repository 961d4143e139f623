"""The museum's mark as icons for a telephone's home screen, drawn from ``static/img/star.svg``."""

import re
from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageDraw

from museum.core.staticfiles import source_of

#: Sides in pixels: what a web manifest is expected to offer, and Apple's touch icon.
SIZES = (180, 192, 512)
#: A mask may cut a tenth off every side (https://www.w3.org/TR/appmanifest/#icon-masks): the star stands within.
_WITHIN_MASK = 0.86
_FINER = 4

_STEP = re.compile(r"([MLlhz])([^MLlhz]*)")
_NUMBER = re.compile(r"-?\d*\.?\d+")


@lru_cache(maxsize=8)
def icon(size: int, maskable: bool = False) -> bytes:
    """The mark as a PNG of ``size`` pixels a side; with room for a mask all round where ``maskable``."""
    svg = source_of("img/star.svg")
    ground = re.search(r'<rect[^>]*fill="([^"]+)"', svg)[1]
    box = float(re.search(r'viewBox="0 0 (\d+)', svg)[1])
    scale = size * _FINER / box
    within = _WITHIN_MASK if maskable else 1.0
    image = Image.new("RGB", (size * _FINER,) * 2, ground)
    draw = ImageDraw.Draw(image)
    for path, colour, width in re.findall(r'<path d="([^"]+)"[^>]*stroke="([^"]+)" stroke-width="(\d+)"', svg):
        points = [((x - box / 2) * within + box / 2, (y - box / 2) * within + box / 2) for x, y in _points(path)]
        if not path.endswith("z"):
            # A line from side to side goes on to the sides.
            points = [(0 if x < box / 2 else box, y) for x, y in points]
        draw.line([(x * scale, y * scale) for x, y in points], colour, round(int(width) * within * scale), "curve")
    data = BytesIO()
    image.resize((size, size), Image.Resampling.LANCZOS).save(data, "PNG", optimize=True)
    return data.getvalue()


def _points(path: str) -> list[tuple[float, float]]:
    """The corners of a path of straight lines (M, L, l, h, z of SVG 2, 9.3)."""
    points: list[tuple[float, float]] = []
    for command, numbers in _STEP.findall(path):
        values = [float(value) for value in _NUMBER.findall(numbers)]
        if command == "z":
            points += points[:2]
        elif command == "h":
            points += [(points[-1][0] + value, points[-1][1]) for value in values]
        else:
            for x, y in zip(values[::2], values[1::2], strict=True):
                points.append((points[-1][0] + x, points[-1][1] + y) if command == "l" else (x, y))
    return points
