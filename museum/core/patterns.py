"""A theme's own pattern as SVG: a seal, a frieze and an end paper.

Ornament in the museum belongs to a theme and is geometry, used once a page. The construction and its sources are
described in :mod:`museum.core.rosettes`; this module only writes it down. Documents take the colour of the text
round them (``currentColor``), are hidden from assistive technology, and are at most 6 KB.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import lru_cache
from html import escape

from .rosettes import (
    CUTS,
    FOLDS,
    Face,
    Point,
    Polygon,
    field,
    meet,
    moved,
    place_key,
    polar,
    proportions,
    rosette,
    tiling,
)

__all__ = ["FOLDS", "endpaper_svg", "frieze", "frieze_svg", "seal_svg", "star", "tile"]

UNITS = 240
"""Drawing units to one apothem in the documents that this module writes; coordinates are whole units."""

# Opacity of each kind of shape; every cut keeps neighbours apart, because shapes of the two groups
# (star, cell, small) and (petal, corner, link) only ever meet shapes of the other group.
_CUTS = (
    {"star": 1.0, "petal": 0.34, "cell": 1.0, "small": 1.0, "corner": 0.14, "link": 0.34},
    {"star": 1.0, "petal": 1.0, "cell": 0.22, "small": 0.5, "corner": 1.0, "link": 1.0},
    {"star": 0.5, "petal": 1.0, "cell": 0.12, "small": 1.0, "corner": 0.62, "link": 1.0},
    {"star": 1.0, "petal": 0.16, "cell": 0.72, "small": 1.0, "corner": 0.34, "link": 0.16},
)
assert len(_CUTS) == CUTS


def _inset(points: Polygon, gap: float) -> Polygon:
    """Move every side of a polygon inwards by ``gap``, as the joint between two cut tiles does."""
    area = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, points[1:] + points[:1], strict=True))
    inwards = math.pi / 2 if area > 0 else -math.pi / 2
    sides = []
    for a, b in zip(points, points[1:] + points[:1], strict=True):
        along = math.atan2(b[1] - a[1], b[0] - a[0])
        dx, dy = polar(gap, along + inwards)
        sides.append(((a[0] + dx, a[1] + dy), along))
    corners = []
    for before, after in zip(sides[-1:] + sides[:-1], sides, strict=True):
        straight = abs(math.sin(before[1] - after[1])) < 1e-6
        corners.append(after[0] if straight else meet(*before, *after))
    return corners


def _path(polygons: Iterable[Iterable[Point]], scale: float) -> str:
    """Write closed polygons as path data in whole units: one absolute start each, then relative lines."""
    parts = []
    for polygon in polygons:
        spots: list[tuple[int, int]] = []
        for x, y in polygon:
            spot = round(x * scale), round(y * scale)
            if not spots or spots[-1] != spot:
                spots.append(spot)
        (x, y), rest = spots[0], spots[1:]
        steps = []
        for nx, ny in rest:
            steps.append(f"{nx - x} {ny - y}")
            x, y = nx, ny
        parts.append(f"M{spots[0][0]} {spots[0][1]}l{' '.join(steps)}z")
    return "".join(parts).replace(" -", "-")


def _scaled(points: Iterable[Point], scale: float) -> Polygon:
    return [(x * scale, y * scale) for x, y in points]


def star(fold: int, seed: int, radius: float) -> str:
    """Return path data of one rosette, centred on the origin, its polygon's apothem ``radius`` units long.

    The closed lines are the inner star and the cells of the ring round it. Stroked, they draw every line of the
    rosette once; filled, they are its dark tiles.
    """
    faces = [face for face in rosette(fold, seed) if face.kind in ("star", "cell")]
    return _path((face.points for face in faces), radius)


def tile(fold: int, seed: int, width: float) -> str:
    """Return path data of one repeat of the pattern, ``width`` units wide, centred on a star at the origin.

    Cut to its rectangle (see :func:`tiling` for the proportion) it repeats without a seam. Stroked, the closed lines
    draw every line of the pattern once; filled, they are its dark tiles.
    """
    dark = [face for face in field(fold, seed) if face.kind in ("star", "cell", "small")]
    return _path((face.points for face in dark), width / tiling(fold).width)


def frieze(fold: int, seed: int, height: float, repeats: int = 1) -> str:
    """Return path data of a strip of the pattern, ``height`` units high, its first star centred on the origin.

    The strip is one repeat of the tiling high and is bounded by two of its mirror lines; cut it there.
    """
    t = tiling(fold)
    strip: dict[tuple[int, int], Polygon] = {}
    for i in range(repeats):
        for face in field(fold, seed):
            if face.kind in ("star", "cell", "small"):
                points = moved(face.points, i * t.width, 0)
                strip[place_key((sum(x for x, _ in points), sum(y for _, y in points)))] = points
    return _path(strip.values(), height / t.height)


def _tiles(faces: Iterable[Face], cut: int, scale: float, gap: float) -> str:
    """Write shapes as cut tiles with a joint of twice ``gap`` apothems between them, one path for each opacity."""
    by_opacity: dict[float, list[Polygon]] = {}
    for face in faces:
        by_opacity.setdefault(_CUTS[cut][face.kind], []).append(_inset(list(face.points), gap))
    return "".join(
        f'<path d="{_path(shapes, scale)}"' + (f' fill-opacity="{opacity:g}"' if opacity < 1 else "") + "/>"
        for opacity, shapes in by_opacity.items()
    )


def _document(box: tuple[int, int, int, int], name: str, body: str, attributes: str = 'fill="currentColor"') -> str:
    """Wrap drawn content as an inline document of its own: decoration, so hidden from assistive technology."""
    css = f' class="{escape(name)}"' if name else ""
    view = " ".join(str(part) for part in box)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}"{css} {attributes} aria-hidden="true"'
        f' focusable="false">{body}</svg>'
    )


@lru_cache(maxsize=64)
def seal_svg(fold: int, seed: int, css_class: str = "") -> str:
    """Return a theme's seal: its rosette as cut tiles inside a ruled polygon. At most 6 KB, in the text's colour."""
    cut = proportions(fold, seed).cut
    outer = 1.1 / math.cos(math.pi / fold)
    rule = [polar(outer, (2 * i + 1) * math.pi / fold) for i in range(fold)]
    side = round(outer * UNITS) + 6
    body = _tiles(rosette(fold, seed), cut, UNITS, 0.013)
    body += f'<path d="{_path([rule], UNITS)}" fill="none" stroke="currentColor" stroke-width="7"/>'
    return _document((-side, -side, 2 * side, 2 * side), css_class, body)


@lru_cache(maxsize=64)
def frieze_svg(fold: int, seed: int, repeats: int = 8, css_class: str = "", key: str = "") -> str:
    """Return a frieze of ``repeats`` repeats between two rules. At most 6 KB, in the text's colour.

    It needs an id within the page; give ``key`` a different word for each frieze of one theme on a page.
    """
    t = tiling(fold)
    scale = UNITS / 2
    width, height = round(t.width * scale), round(t.height * scale)
    name = f"frieze-{fold}-{seed}-{escape(key)}".rstrip("-")
    faces = _tiles(field(fold, seed), proportions(fold, seed).cut, scale, 0.016)
    body = (
        f'<pattern id="{name}" width="{width}" height="{height}" patternUnits="userSpaceOnUse"'
        f' viewBox="{-width // 2} {-height // 2} {width} {height}">{faces}</pattern>'
        f'<path fill="url(#{name})" d="M0 0h{width * repeats}v{height}H0z"/>'
        f'<path d="M0-10h{width * repeats}M0 {height + 10}h{width * repeats}" stroke="currentColor" stroke-width="4"/>'
    )
    return _document((0, -12, width * repeats, height + 24), css_class, body)


@lru_cache(maxsize=64)
def endpaper_svg(fold: int, seed: int, width: int, height: int, css_class: str = "", key: str = "") -> str:
    """Return an end paper of ``width`` by ``height`` units, a star every 180 or so: lines only, at most 6 KB.

    It needs an id within the page; give ``key`` a different word for each end paper of one theme on a page.
    """
    t = tiling(fold)
    wide, high = round(t.width * UNITS), round(t.height * UNITS)
    scale = 180 / UNITS / 2
    name = f"endpaper-{fold}-{seed}-{escape(key)}".rstrip("-")
    body = (
        f'<pattern id="{name}" width="{wide}" height="{high}" patternUnits="userSpaceOnUse"'
        f' patternTransform="translate({width / 2:g} {height / 2:g}) scale({scale:g}) translate({-wide / 2:g}'
        f' {-high / 2:g})" viewBox="{-wide // 2} {-high // 2} {wide} {high}">'
        f'<path d="{tile(fold, seed, wide)}" fill="none" stroke="currentColor" stroke-width="3.2"'
        f' stroke-linejoin="round"/></pattern><path fill="url(#{name})" d="M0 0h{width}v{height}H0z"/>'
    )
    return _document((0, 0, width, height), css_class, body, 'preserveAspectRatio="xMidYMid slice"')
