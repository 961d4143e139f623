"""Soundscapes made by code from a seed.

Nothing is recorded and nothing is sampled. Each module of this package registers the soundscapes it makes.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Soundscape:
    """A stereo piece: what makes it, and from which seed."""

    key: str
    make: Callable[[np.random.Generator], np.ndarray]
    seed: int

    @property
    def script(self) -> str:
        """The module that makes the sound, as written in the manifest."""
        return self.make.__module__


SOUNDSCAPES: dict[str, Soundscape] = {}


def soundscape(key: str, *, seed: int):
    """Register a function from a random generator to a stereo array of shape (samples, 2)."""

    def register(make: Callable[[np.random.Generator], np.ndarray]) -> Callable[[np.random.Generator], np.ndarray]:
        SOUNDSCAPES[key] = Soundscape(key, make, seed)
        return make

    return register


def load_soundscapes() -> dict[str, Soundscape]:
    """Import the modules that make soundscapes, so that all of them are registered."""
    for module in ("pit", "crossing", "tea", "station", "cassette"):
        importlib.import_module(f"{__name__}.{module}")
    return SOUNDSCAPES
