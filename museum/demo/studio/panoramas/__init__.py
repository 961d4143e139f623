"""Panoramas: places to stand in, modelled, lit and rendered all round, with the directions of what is to be found there."""

from __future__ import annotations

import importlib
import pkgutil
import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

Point = tuple[float, float, float]


@dataclass(frozen=True)
class Find:
    """Something to be found: its key in the panorama's YAML file and where it stands, in metres."""

    key: str
    at: Point


@dataclass(frozen=True)
class Outlook:
    """The ordinary picture taken in the same place: degrees right of the panorama's middle and above the horizon, the
    width of the field in degrees."""

    yaw: float = 0.0
    pitch: float = -4.0
    field: float = 74.0
    size: tuple[int, int] = (1800, 1200)


@dataclass(frozen=True)
class PanoramaWork:
    """A panorama: what builds the place, what is to be found, where one stands, whither the middle of the picture looks.

    ``facing`` is counted in degrees from +Y, clockwise seen from above (90 looks to +X).
    """

    key: str
    build: Callable[[random.Random], Iterable[Find]]
    seed: int
    finds: tuple[str, ...]
    eye: Point
    facing: float
    outlook: Outlook
    exposure: float
    samples: int

    @property
    def script(self) -> str:
        """The module that models the place, as written in the manifest."""
        return self.build.__module__


PANORAMAS: dict[str, PanoramaWork] = {}


def panorama(
    key: str,
    *,
    seed: int,
    finds: Sequence[str],
    eye: Point = (0.0, 0.0, 1.6),
    facing: float = 0.0,
    outlook: Outlook | None = None,
    exposure: float = 0.0,
    samples: int = 12,
):
    """Register a function that models a place in the empty scene, in metres, and returns a `Find` for each of ``finds``."""

    def register(build: Callable[[random.Random], Iterable[Find]]) -> Callable[[random.Random], Iterable[Find]]:
        PANORAMAS[key] = PanoramaWork(
            key, build, seed, tuple(finds), eye, facing, outlook or Outlook(), exposure, samples
        )
        return build

    return register


def load_panoramas() -> dict[str, PanoramaWork]:
    """Import every module of this package, so that all panoramas are registered."""
    package = importlib.import_module(__name__)
    for module in sorted(found.name for found in pkgutil.iter_modules(package.__path__)):
        if module != "__main__":
            importlib.import_module(f"{__name__}.{module}")
    return PANORAMAS
