"""A knotted carpet seen from straight above, knot by knot: lozenges, a border of steps, the abrash of several dyeings."""

from __future__ import annotations

from random import Random

import numpy as np

from ...drawings.svg import n
from . import flat
from .sheets import chance, ground, noise, picture, rough_edge, shade, shadow

COLUMNS, ROWS = 264, 408  # knots
KNOT = 13  # pixels
WIDTH, LENGTH = 120.0, 185.0  # centimetres
#: Dyed wool, and the undyed.
WOOL = {
    "undyed": (226, 211, 180),
    "brown": (70, 49, 36),
    "madder": (150, 47, 36),
    "rose": (190, 96, 74),
    "saffron": (212, 150, 52),
    "indigo": (40, 58, 104),
    "sky": (104, 132, 160),
    "green": (74, 96, 62),
}
NAMES = list(WOOL)


def _design() -> np.ndarray:
    """The number of a wool for each knot: a field of lozenges in lozenges, two borders, bands at both ends."""
    y, x = np.mgrid[0:ROWS, 0:COLUMNS]
    knots = np.full((ROWS, COLUMNS), NAMES.index("madder"))
    edge = np.minimum(np.minimum(x, COLUMNS - 1 - x), np.minimum(y, ROWS - 1 - y))
    # the field: a lattice of lozenges, each a nest of smaller ones
    step_x, step_y = 60, 76
    u = (x - COLUMNS // 2 + step_x * 20) % step_x - step_x // 2
    v = (y - ROWS // 2 + step_y * 20) % step_y - step_y // 2
    cell = (x - COLUMNS // 2 + step_x * 20 + step_x // 2) // step_x + (
        y - ROWS // 2 + step_y * 20 + step_y // 2
    ) // step_y
    reach = np.abs(u) / (step_x / 2) + np.abs(v) / (step_y / 2)
    steps = np.floor(reach * 15) / 15
    rings = (
        (0.94, "undyed"), (0.86, "brown"), (0.8, "indigo"), (0.62, "undyed"), (0.55, "saffron"),
        (0.4, "brown"), (0.34, "rose"), (0.18, "undyed"),
    )  # fmt: skip
    for limit, name in rings:
        knots[steps < limit] = NAMES.index(name)
    other = (cell % 2 == 1) & (steps < 0.8) & (steps >= 0.62)
    knots[other] = NAMES.index("green")
    knots[(cell % 2 == 1) & (steps < 0.34) & (steps >= 0.18)] = NAMES.index("sky")
    # hooks that grow from the points of the lozenges, and small stars between them
    hooks = (np.abs(u) < 2) & (np.abs(v) > step_y * 0.36) | (np.abs(np.abs(u) - 5) < 1.5) & (
        np.abs(np.abs(v) - step_y * 0.42) < 2
    )
    knots[hooks & (steps >= 0.8)] = NAMES.index("saffron")
    a, b = np.abs(u) - step_x // 2, np.abs(v) - step_y // 2
    star = np.abs(a) + np.abs(b)
    knots[star < 9] = NAMES.index("undyed")
    knots[star < 6] = NAMES.index("indigo")
    knots[star < 3] = NAMES.index("saffron")
    # borders, from the field outwards
    along = np.where(np.minimum(x, COLUMNS - 1 - x) < np.minimum(y, ROWS - 1 - y), y, x)
    main = (edge >= 7) & (edge < 31)
    knots[main] = NAMES.index("indigo")
    tooth = np.abs((along % 24) - 12) + np.abs(edge - 19)
    for limit, name in ((11, "undyed"), (9, "madder"), (5, "saffron"), (2, "brown")):
        knots[main & (tooth < limit)] = NAMES.index(name)
    for low, high, first, second, run in ((31, 35, "undyed", "brown", 4), (3, 7, "saffron", "madder", 6)):
        band = (edge >= low) & (edge < high)
        knots[band] = np.where((along // run) % 2 == 0, NAMES.index(first), NAMES.index(second))[band]
    knots[edge < 3] = NAMES.index("brown")
    ends = (y < 14) | (y >= ROWS - 14)
    stripes = (np.where(y < 14, y, ROWS - 1 - y) // 3) % 3
    for k, name in enumerate(("madder", "undyed", "indigo")):
        knots[ends & (stripes == k) & (x >= 3) & (x < COLUMNS - 3)] = NAMES.index(name)
    # where the weaver lost count: a column slips by a knot
    for column, start in ((71, 120), (180, 250), (118, 300)):
        knots[start:, column] = np.roll(knots[start:, column], 1)
    return knots


def _knots(generator: np.random.Generator) -> np.ndarray:
    """The pile as RGBA pixels: each knot a small swelling of its own tone, lit from the top left."""
    design = _design()
    tones = np.array([WOOL[name] for name in NAMES], np.float32)
    colours = tones[design]
    # abrash: every few rows another dyeing; each colour changes by itself
    for k in range(len(NAMES)):
        at = 0
        while at < ROWS:
            rows = int(generator.integers(9, 60))
            drift = generator.normal(0, 0.075)
            band = design[at : at + rows] == k
            colours[at : at + rows][band] *= 1 + drift
            at += rows
    colours *= (1 + generator.normal(0, 0.07, (ROWS, COLUMNS, 1))).astype(np.float32)
    worn = np.clip(noise(generator, ROWS, COLUMNS, 120) * 0.5 + 0.2, 0, 0.5)[..., None]
    colours = colours * (1 - worn * 0.35) + np.array((196, 178, 150), np.float32) * worn * 0.35
    out = np.kron(colours, np.ones((KNOT, KNOT, 1), np.float32))
    y, x = np.mgrid[0:KNOT, 0:KNOT] / (KNOT - 1) - 0.5
    # a symmetrical knot shows as two leaning tufts side by side
    tuft = 0.5 + 0.5 * np.cos(2 * np.pi * (np.abs(x) - 0.25) * 1.9)
    swell = (1 - (2 * np.abs(y)) ** 2.6) * (0.55 + 0.45 * tuft)
    light = 0.46 + 0.62 * swell - 0.2 * y - 0.12 * x
    out *= np.tile(light, (ROWS, COLUMNS))[..., None]
    fibres = (
        noise(generator, ROWS * KNOT, COLUMNS * KNOT, 5, 2) * 0.055
        + noise(generator, ROWS * KNOT, COLUMNS * KNOT, 900) * 0.03
    )
    out *= 1 + fibres[..., None]
    return np.dstack([out, np.full(out.shape[:2], 255)])


def _waved(pixels: np.ndarray, generator: np.random.Generator) -> np.ndarray:
    """The carpet a little out of true, as a loom of poles leaves it."""
    rows, columns = pixels.shape[:2]
    shift = np.cumsum(generator.normal(0, 0.12, rows))
    shift = np.convolve(shift - np.linspace(shift[0], shift[-1], rows), np.ones(301) / 301, "same") * 1.4
    out = np.zeros((rows, columns + 160, 4), pixels.dtype)
    for row in range(rows):
        at = 80 + int(np.clip(shift[row], -78, 78))
        out[row, at : at + columns] = pixels[row]
    return out


def _fringe(rng: Random, y: float, side: int, x: float, w: float) -> str:
    """Warp ends knotted in bunches: undyed wool, uneven."""
    parts = []
    bunches = 96
    for k in range(bunches):
        foot = x + (k + 0.5) * w / bunches
        knot = foot + rng.gauss(0, 0.12), y + side * (1.3 + rng.gauss(0, 0.15))
        for _ in range(7):
            tone = rng.choice(("#d9c8a4", "#cbb88f", "#e4d6b6", "#b8a27a"))
            length = rng.uniform(5.5, 9.5)
            end = knot[0] + rng.gauss(0, 0.9), knot[1] + side * length
            middle = (knot[0] + end[0]) / 2 + rng.gauss(0, 0.5), (knot[1] + end[1]) / 2
            parts.append(
                f'<path d="M{n(foot + rng.gauss(0, 0.22))} {n(y)}L{n(knot[0])} {n(knot[1])}Q{n(middle[0])} {n(middle[1])} '
                f'{n(end[0])} {n(end[1])}" fill="none" stroke="{tone}" stroke-width="{n(rng.uniform(0.14, 0.24))}" '
                'stroke-linecap="round"/>'
            )
        parts.append(
            f'<circle cx="{n(knot[0])}" cy="{n(knot[1])}" r=".42" fill="#c9b68e" stroke="#9c885f" stroke-width=".1"/>'
        )
    return "".join(parts)


@flat("carpet", seed=190, size=(4200, 6200))
def carpet(rng: Random) -> str:
    """A carpet of 120 × 185 cm lying on the plaster: 107,712 knots, two fringes."""
    generator = chance(rng)
    wide, high = 142.0, 142.0 * 6200 / 4200
    pixels = _waved(_knots(generator), generator)
    scale = WIDTH / (COLUMNS * KNOT)
    w, h = pixels.shape[1] * scale, pixels.shape[0] * scale
    x, y = (wide - w) / 2, (high - h) / 2
    body = [ground(rng, wide, high, "#dcd3c3")]
    outline = rough_edge(rng, (wide - WIDTH) / 2, y, WIDTH, h, 0.3)
    body.append(shadow(outline, wide, high, 1.5, 0.75))
    left = (wide - WIDTH) / 2
    body += [_fringe(rng, y + 0.2, -1, left, WIDTH), _fringe(rng, y + h - 0.2, 1, left, WIDTH)]
    body.append(picture(pixels, x, y, w, h))
    rows, columns = 900, 610
    down, across = np.mgrid[0:rows, 0:columns]
    tone = 0.07 - 0.17 * (down / rows * 0.6 + across / columns * 0.5) + noise(generator, rows, columns, 200) * 0.03
    body.append(picture(shade(tone), 0, 0, wide, high))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="4200" height="6200" viewBox="0 0 {n(wide)} {n(high)}">'
        f"{''.join(body)}</svg>"
    )
