"""Flat works: documents, posters, maps and carpets drawn at six thousand pixels and more, for leaning in.

A module of this package registers functions that return SVG text; `paper` draws what they share, `develop` lays the ink
on its sheet and lights it. ``python -m museum.demo.studio.flat [--draft] KEY…`` makes them.
"""

from __future__ import annotations

import importlib
import pkgutil
import random
from collections.abc import Callable
from dataclasses import dataclass, field

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Stock:
    """What the ink lies on, in the picture's own units: where the sheet is, its outline, tone, creases and age.

    ``outline`` is path data (holes are subpaths, even-odd); without it the sheet is ``box`` with a slightly uneven edge.
    ``folds`` are ("h" or "v", share of the box's height or width, strength 0-1). ``turn`` tilts ink and sheet together,
    in degrees. ``tone`` None means that the SVG brings its own colours over the whole outline.
    """

    box: Box
    tone: str | None = "#efe5cf"
    outline: str = ""
    folds: tuple[tuple[str, float, float], ...] = ()
    turn: float = 0.0
    age: float = 0.5
    fibre: float = 0.5
    lift: float = 1.0
    ink_wear: float = 0.16
    ground: str = "#e4dccd"


@dataclass(frozen=True)
class FlatWork:
    """A flat work: what draws it, from which seed, its size in pixels, its sheet, and the close views cut from it."""

    key: str
    draw: Callable[[random.Random], str]
    seed: int
    size: tuple[int, int]
    stock: Stock | None = None
    details: dict[str, tuple[int, int, int, int]] = field(default_factory=dict)

    @property
    def script(self) -> str:
        """The module that draws the work, as written in the manifest."""
        return self.draw.__module__


FLATS: dict[str, FlatWork] = {}


def flat(
    key: str,
    *,
    seed: int,
    size: tuple[int, int],
    stock: Stock | None = None,
    details: dict[str, tuple[int, int, int, int]] | None = None,
):
    """Register a function ``(rng) -> svg`` whose viewBox is ``size``, the pixels of the full picture.

    With ``stock`` the SVG is only the ink, on nothing; paper, plaster, shadow and light come from `develop`. Without, the
    SVG is the whole picture. ``details`` are crops of the full picture by key: (x, y, width, height).
    """

    def register(draw: Callable[[random.Random], str]) -> Callable[[random.Random], str]:
        FLATS[key] = FlatWork(key, draw, seed, size, stock, details or {})
        return draw

    return register


def load_flats() -> dict[str, FlatWork]:
    """Import every module of this package, so that all flat works are registered."""
    for module in sorted(found.name for found in pkgutil.iter_modules(__path__)):
        if module != "__main__":
            importlib.import_module(f"{__name__}.{module}")
    return FLATS
