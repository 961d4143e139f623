"""The ground, the shadow and the contour that all plates share."""

from __future__ import annotations

from ..svg import INK, TONES, Sheet, flecks, gouges, n, polygon, rect, smooth

SHADOW = "#d5c7b1"
SHADOW_DEEP = "#b5a38a"


def ground(sheet: Sheet, floor: float | None = None) -> None:
    """Lime plaster with its trowel marks; `floor` is the y of a shelf's back edge, if one is wanted."""
    w, h, rng = sheet.width, sheet.height, sheet.rng
    light, base, tone, *_ = TONES["plaster"]
    sheet.path(rect(0, 0, w, h), fill=base)
    for _ in range(22):
        x, y, reach = rng.uniform(-100, w), rng.uniform(-50, h), rng.uniform(260, 700)
        lift = rng.uniform(-40, 40)
        top = [(x + reach * k / 4, y + lift * k / 4 + rng.uniform(-14, 14)) for k in range(5)]
        low = [(px, py + rng.uniform(14, 60)) for px, py in reversed(top)]
        sheet.path(smooth(top + low, True), fill=rng.choice((light, tone)), opacity=0.2)
    if floor is not None:
        sheet.path(rect(0, floor, w, h - floor), fill=tone)
        sheet.path(
            gouges(rng, (0, floor + 12, w, h - floor - 16), 60, 0, 150, 1.1, 1),
            fill=TONES["plaster"][3],
            opacity=0.5,
        )
        sheet.path(rect(0, floor, w, 3), fill=TONES["plaster"][3])
        sheet.path(rect(0, floor - 4, w, 4), fill=light)
    sheet.path(flecks(rng, (0, 0, w, h), 420, 0.7, 1.9), fill=TONES["plaster"][3], opacity=0.75)
    sheet.path(flecks(rng, (0, 0, w, h), 260, 0.7, 2.2), fill=light)


def lay(sheet: Sheet, d: str, lift: float = 14) -> None:
    """The shadow of a thing lying flat, `lift` pixels deep, cast to the right and down."""
    sheet.path(
        d,
        fill=SHADOW,
        stroke=SHADOW,
        width=lift * 0.9,
        transform=f"translate({n(lift * 1.5)} {n(lift * 1.7)})",
    )
    sheet.path(d, fill=SHADOW_DEEP, transform=f"translate({n(lift * 0.75)} {n(lift * 0.9)})")


def stand(sheet: Sheet, left: float, right: float, y: float, depth: float, reach: float) -> None:
    """The shadow of a standing thing: a long flat tongue to the right, and a dark seam where it touches."""
    sheet.path(
        polygon(
            [
                (left + 6, y - depth),
                (right + reach * 0.4, y - depth * 1.5),
                (right + reach, y - depth * 0.9),
                (right + reach * 0.86, y + depth * 0.55),
                (right - 4, y + depth),
                (left + depth, y + depth),
            ]
        ),
        fill=SHADOW,
        stroke=SHADOW,
        width=14,
    )
    sheet.path(
        smooth(
            [
                (left + 16, y),
                (left + (right - left) * 0.3, y + depth * 1.02),
                (right - 30, y + depth * 0.95),
                (right + reach * 0.24, y + depth * 0.1),
                (right, y - depth * 0.5),
                (left + 16, y - depth * 0.4),
            ],
            True,
            0.35,
        ),
        fill=SHADOW_DEEP,
    )


def contour(sheet: Sheet, d: str, colour: str = INK, width: float = 4, dx: float = 2.5, dy: float = 3.5) -> None:
    """A printed outline under the object: thin towards the light, thicker away from it."""
    sheet.path(d, fill=colour, stroke=colour, width=width, transform=f"translate({n(dx)} {n(dy)})")
    sheet.path(d, fill=colour, stroke=colour, width=width)
