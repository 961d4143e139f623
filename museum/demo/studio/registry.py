"""The list of works the studio can make, filled by decorators as the modules are imported."""

from __future__ import annotations

import importlib
import pkgutil
import random
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True)
class View:
    """Where the camera stands: degrees round the object, degrees above the horizon, lens in millimetres.

    ``target`` (metres, from the object's origin) and ``width`` (metres seen across the picture) make a close view;
    without them the whole object is framed with ``margin`` of its size left round it. ``aperture`` is the f-number of
    the depth of field, None for everything sharp.
    """

    azimuth: float = -28.0
    elevation: float = 14.0
    lens: float = 85.0
    target: tuple[float, float, float] | None = None
    width: float | None = None
    margin: float = 0.16
    aperture: float | None = None
    size: tuple[int, int] = (1800, 1500)


@dataclass(frozen=True)
class ObjectWork:
    """A modelled object: what builds it, from which seed, how it is photographed, the size of its baked texture."""

    key: str
    build: Callable[[random.Random], None]
    seed: int
    view: View
    details: dict[str, View] = field(default_factory=dict)
    texture: int = 1024
    relief: bool = False

    @property
    def script(self) -> str:
        """The module that models the object, as written in the manifest."""
        return self.build.__module__


OBJECTS: dict[str, ObjectWork] = {}


def modelled(
    key: str,
    *,
    seed: int,
    view: View | None = None,
    detail: View | None = None,
    texture: int = 1024,
    relief: bool = False,
):
    """Register a function that models the object ``key`` in the empty scene, in metres, standing on z = 0.

    ``detail`` registers its close view as ``<key>-detail``; ``relief`` also bakes a normal map into the glTF file.
    """

    def register(build: Callable[[random.Random], None]) -> Callable[[random.Random], None]:
        details = {f"{key}-detail": detail} if detail else {}
        OBJECTS[key] = ObjectWork(key, build, seed, view or View(), details, texture, relief)
        return build

    return register


def load_objects() -> dict[str, ObjectWork]:
    """Import every module of `objects`, so that all of them are registered."""
    package = importlib.import_module(f"{__package__}.objects")
    for module in sorted(found.name for found in pkgutil.iter_modules(package.__path__)):
        importlib.import_module(f"{package.__name__}.{module}")
    return OBJECTS
