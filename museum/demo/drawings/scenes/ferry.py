"""The ferry's deck, with the cars below."""

from __future__ import annotations

import math

from ..registry import plate
from ..svg import TONES, Sheet, ellipse, gouge, line, polygon, rect, smooth
from .staging import Camera, block, grain, gull, mix, ramp, ripples, sky
from .vehicles import roof_load, saloon


@plate("scene-ferry-deck", 2000, 1250, 1973)
def ferry_deck(sheet: Sheet) -> None:
    """From the upper deck: the cars below, the wake astern, the coast that has been left."""
    rng, eye = sheet.rng, Camera(1040, 300, 1150, 9.0, 0, 0.8)
    sky(sheet, 0, 306, ("#6fa3b4", "#9cc4c2", "#cfdcc6", "#f0dfb4"), 12, 3)
    crest = [
        (x, 300 - (58 * math.sin(x / 640) ** 2 + 16 + rng.uniform(0, 9)) * min(1, (1620 - x) / 420))
        for x in range(-20, 1620, 36)
    ]
    sheet.path(polygon([(-20, 302), *crest, (1620, 302)]), "#7d91a3")
    crest = [
        (
            x,
            303 - (28 * math.sin(x / 330 + 1) ** 2 + 6 + rng.uniform(0, 6)) * min(1, (960 - x) / 300),
        )
        for x in range(-20, 960, 30)
    ]
    sheet.path(polygon([(-20, 304), *crest, (960, 304)]), "#566c86")
    for i in range(18):
        y = 302 + 960 * (i / 18) ** 1.5
        edge = [(x, y + rng.uniform(-1, 1) * (1 + i)) for x in range(-150, 2300, 150)]
        sheet.path(
            smooth(edge) + "L2300 1300L-150 1300Z",
            ramp(("#8fb9b6", "#4f8f9f", "#2b6b85", "#1c4e70", "#163c5e"), i / 17),
        )
    sheet.path(
        ripples(rng, [(306 + 900 * (k / 40) ** 1.6, -40, 2040, 30 + 190 * k / 40, 7) for k in range(40)]),
        "#d3e5da",
        opacity=0.4,
    )
    sheet.path(polygon([(1046, 303), (1052, 303), (1400, 700), (760, 700)]), "#cfe2da", opacity=0.5)
    sheet.path(polygon([(1047, 303), (1051, 303), (1200, 700), (930, 700)]), "#f9f6ea")
    for _ in range(160):
        t = rng.random() ** 0.6
        sheet.path(
            gouge(
                1050 + rng.uniform(-190, 190) * t,
                306 + 390 * t,
                60 * t,
                2.4 * t,
                rng.uniform(-9, 9),
            ),
            rng.choice(("#ffffff", "#9cc0c4")),
            opacity=0.8,
        )
    # The open car deck: stern gate at z = 40, plating towards the eye.
    deck, stern = 0.0, 34.0
    sheet.path(
        eye.face((-7.6, deck, 6), (7.6, deck, 6), (7.6, deck, stern), (-7.6, deck, stern)),
        "#7b5546",
    )
    for lane in (-5.1, -2.55, 0, 2.55, 5.1):
        sheet.path(
            eye.face(
                (lane - 0.05, deck, 6),
                (lane + 0.05, deck, 6),
                (lane + 0.05, deck, stern),
                (lane - 0.05, deck, stern),
            ),
            "#f0c560",
        )
    for k in range(7, 34, 3):
        sheet.path(line(*eye(-7.6, deck, k), *eye(7.6, deck, k)), stroke="#5d3d33", width=1.5)
    block(
        sheet,
        eye,
        (-7.6, 0, stern),
        (7.6, 1.8, stern + 0.3),
        "#f6f0e6",
        "#d8cab4",
        "#c3b297",
        "#c3b297",
    )
    for side in (-1, 1):
        x0, x1 = (-8.1, -7.6) if side < 0 else (7.6, 8.1)
        block(
            sheet,
            eye,
            (x0, 0, 6),
            (x1, 2.3, stern),
            "#fbf6ea",
            "#efe7da",
            "#d8cab4" if side > 0 else "#efe7da",
            "#e6dccb" if side < 0 else "#d8cab4",
        )
        for k in range(8, 34, 4):
            block(
                sheet,
                eye,
                (x0 + 0.1, 2.3, k),
                (x1 - 0.1, 3.1, k + 0.1),
                "#f6f0e6",
                "#d8cab4",
                "#c3b297",
                "#c3b297",
            )
        inner = x1 if side < 0 else x0
        sheet.path(line(*eye(inner, 3.1, 6), *eye(inner, 3.1, stern)), stroke="#fbf6ea", width=7)
        sheet.path(line(*eye(inner, 2.7, 6), *eye(inner, 2.7, stern)), stroke="#fbf6ea", width=3)
    coats = (
        "plaster",
        "sea",
        "madder",
        "saffron",
        "slate",
        "zellige",
        "clay",
        "indigo",
        "paper",
        "plum",
    )
    loads = (
        ("indigo", "#f3ead7"),
        ("zellige", "#f3ead7"),
        ("saffron", "#59390f"),
        ("madder", "#f3ead7"),
        ("wool", "#59390f"),
    )
    for row in range(4, -1, -1):
        for lane in (-6.35, 6.35, -3.8, 3.8, -1.27, 1.27):
            z = 10.2 + row * 4.75 + rng.uniform(-0.15, 0.15)
            x = lane + rng.uniform(-0.08, 0.08)
            sheet.path(
                eye.face(
                    (x - 0.9, 0.01, z - 0.1),
                    (x + 1.25, 0.01, z - 0.1),
                    (x + 1.25, 0.01, z + 4.2),
                    (x - 0.9, 0.01, z + 4.2),
                ),
                "#3b2720",
                opacity=0.7,
            )
            haze = ("#c8d3c4", 0.05 * row)
            saloon(sheet, eye, x, z, TONES[rng.choice(coats)], haze=haze)
            if rng.random() < 0.8:
                tone, rope = rng.choice(loads)
                roof_load(
                    sheet,
                    eye,
                    x,
                    z,
                    [mix(t, *haze) for t in TONES[tone]],
                    rope,
                    rng.uniform(0.45, 1.0),
                )
    # The rail in front of us.
    sheet.path(rect(-10, 1186, 2020, 70), "#e6dccb")
    sheet.path(rect(-10, 1186, 2020, 12), "#fbf6ea")
    for x in range(70, 2000, 310):
        sheet.path(rect(x, 1004, 24, 190), "#d8cab4")
        sheet.path(rect(x, 1004, 9, 190), "#fbf6ea")
    for y in (1066, 1124):
        sheet.path(rect(-10, y, 2020, 12), "#efe7da")
        sheet.path(rect(-10, y + 8, 2020, 4), "#b7a78c")
    sheet.path(rect(-10, 972, 2020, 44), "#6b3b23")
    sheet.path(rect(-10, 972, 2020, 18), "#b0703f")
    sheet.path(rect(-10, 972, 2020, 5), "#e6b077")
    for gx, gy, span, tilt in (
        (520, 150, 190, -12),
        (1450, 96, 120, 10),
        (1290, 210, 70, -6),
        (820, 82, 66, 8),
        (330, 330, 84, -18),
        (1740, 240, 150, 14),
    ):
        sheet.path(gull(gx, gy, span, tilt), "#fdfaf0")
        sheet.path(gull(gx, gy + span * 0.03, span * 0.5, tilt), "#9fb0b8")
        for side in (-1, 1):
            sheet.path(
                ellipse(
                    gx + side * span * 0.47,
                    gy + side * span * 0.47 * math.sin(math.radians(tilt)) - span * 0.07,
                    span * 0.035,
                    span * 0.018,
                ),
                "#2b2f38",
            )
    grain(sheet, 2400, strength=0.1)
