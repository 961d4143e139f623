"""From latitude and longitude to the plane of a drawing.

The Equal Earth projection (Šavrič, Patterson and Jenny 2018, https://doi.org/10.1080/13658816.2018.1504949) keeps areas
in proportion, as a map on which widths are compared should, and between 25° and 55° north, where most of these roads
run, it is also nearly true to shape. Its meridian stands in the middle of what is shown.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass

_A = (1.340264, -0.081106, 0.000893, 0.003796)
_M = math.sqrt(3) / 2

#: Width of every drawing in its own units; whole numbers are fine enough and short to write.
WIDTH = 2000
#: A drawing is at least this much wider than high, and at most.
ASPECTS = (1.0, 1.9)
#: The least width of a frame in radians of the plane: less shows no coast that anyone would know.
_LEAST = 0.42
#: Frames are widened to this grid, so that few different ones are ever drawn.
_GRID = 0.05
_MARGIN = 0.07
#: From the Anti-Atlas to the North Sea: what is shown where there is nothing to fit.
HOME = ((28.0, -12.0), (53.5, 9.0))


def equal_earth(latitude: float, longitude: float) -> tuple[float, float]:
    """(x, y) in radians of the plane, y upwards; ``longitude`` is counted from the drawing's meridian."""
    theta = math.asin(_M * math.sin(math.radians(latitude)))
    square = theta * theta
    sixth = square**3
    slope = _A[0] + 3 * _A[1] * square + sixth * (7 * _A[2] + 9 * _A[3] * square)
    x = math.radians(longitude) * math.cos(theta) / (_M * slope)
    return x, theta * (_A[0] + _A[1] * square + sixth * (_A[2] + _A[3] * square))


def from_meridian(longitude: float, meridian: float) -> float:
    """Degrees east of ``meridian``, from -180 up to 180."""
    return (longitude - meridian + 180) % 360 - 180


@dataclass(frozen=True)
class Frame:
    """What a drawing shows: its meridian in degrees and its edges in radians of the plane. North is up in every
    language, and east is on the right."""

    meridian: float
    left: float
    bottom: float
    right: float
    top: float

    @classmethod
    def around(cls, points: Iterable[tuple[float, float]]) -> "Frame":
        """The frame that fits ``points`` (latitude, longitude) with air round them, widened to a grid."""
        points = list(points) or list(HOME)
        longitudes = [longitude for _latitude, longitude in points]
        meridian = 5.0 * round((min(longitudes) + max(longitudes)) / 10)
        plane = [equal_earth(latitude, from_meridian(longitude, meridian)) for latitude, longitude in points]
        left, right = _span([x for x, _y in plane])
        bottom, top = _span([y for _x, y in plane])
        left, right = _widened(left, right, max(_LEAST, (top - bottom) * ASPECTS[0]))
        bottom, top = _widened(bottom, top, (right - left) / ASPECTS[1])
        return cls(meridian, *(round(edge, 2) for edge in (left, bottom, right, top)))

    @property
    def area(self) -> float:
        """In square radians of the plane."""
        return (self.right - self.left) * (self.top - self.bottom)

    @property
    def scale(self) -> float:
        """Units of the drawing to a radian of the plane."""
        return WIDTH / (self.right - self.left)

    @property
    def height(self) -> int:
        """Height of the drawing in its own units."""
        return round((self.top - self.bottom) * self.scale)

    def degrees(self, beyond: float) -> tuple[float, float, float, float]:
        """Degrees (west, south, east, north; longitudes from the meridian) that hold the frame and ``beyond`` units more."""
        more = beyond / self.scale
        south, north = _latitude(self.bottom - more), _latitude(self.top + more)
        # A degree of longitude is narrowest where the frame reaches nearest to a pole.
        narrow = min(equal_earth(south, 1)[0], equal_earth(north, 1)[0])
        wide = equal_earth(0, 1)[0]
        west, east = self.left - more, self.right + more
        return (
            max(-180.0, min(west / narrow, west / wide)), south, min(180.0, max(east / narrow, east / wide)), north,
        )  # fmt: skip

    def xy(self, latitude: float, longitude: float) -> tuple[float, float]:
        """Where a point stands in the drawing, x to the right and y downwards."""
        x, y = equal_earth(latitude, from_meridian(longitude, self.meridian))
        return (x - self.left) * self.scale, (self.top - y) * self.scale


def _latitude(y: float) -> float:
    """The latitude that stands at ``y`` of the plane, by halving."""
    low, high = -90.0, 90.0
    while high - low > 0.01:
        middle = (low + high) / 2
        low, high = (middle, high) if equal_earth(middle, 0)[1] < y else (low, middle)
    return low if y < 0 else high


def _span(values: list[float]) -> tuple[float, float]:
    low, high = min(values), max(values)
    air = max((high - low) * _MARGIN, 0.03)
    return math.floor((low - air) / _GRID) * _GRID, math.ceil((high + air) / _GRID) * _GRID


def _widened(low: float, high: float, least: float) -> tuple[float, float]:
    """The span made as wide as ``least``, evenly on both sides."""
    more = max(0.0, least - (high - low)) / 2
    return low - more, high + more
