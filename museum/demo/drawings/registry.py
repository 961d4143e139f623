"""The list of pictures that can be drawn, filled by the `@plate` decorator as modules are imported."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass

from .svg import Box, Sheet


@dataclass(frozen=True)
class Plate:
    """One picture: what draws it, from which seed, how large, and which part of the sheet it shows.

    `width` and `height` are the sheet's, in pixels; `view` is the part shown (whole when None) and
    `printed_width` the width in pixels of the file.
    """

    key: str
    draw: Callable[[Sheet], None]
    width: int
    height: int
    seed: int
    view: Box | None = None
    printed_width: int = 1600

    @property
    def script(self) -> str:
        """The module that draws the picture, as written in the manifest."""
        return self.draw.__module__

    def svg(self) -> str:
        """Draw the picture."""
        sheet = Sheet(self.width, self.height, self.seed)
        self.draw(sheet)
        return sheet.svg(self.view)


PLATES: dict[str, Plate] = {}


def plate(key: str, width: int, height: int, seed: int, printed_width: int | None = None):
    """Register a function that draws on a `Sheet` as the picture `key`."""

    def register(draw: Callable[[Sheet], None]) -> Callable[[Sheet], None]:
        PLATES[key] = Plate(key, draw, width, height, seed, None, printed_width or width)
        return draw

    return register


def load() -> dict[str, Plate]:
    """Import every module of the drawing packages, so that all pictures are registered."""
    for package in ("objects", "scenes"):
        try:
            parent = importlib.import_module(f"{__package__}.{package}")
        except ModuleNotFoundError as absent:
            if absent.name != f"{__package__}.{package}":
                raise
            continue
        for module in sorted(m.name for m in pkgutil.iter_modules(parent.__path__)):
            importlib.import_module(f"{parent.__name__}.{module}")
    return PLATES
