"""The Strait at dawn from the stern of a ferry: Europe to the left, Africa to the right, the wake between them."""

from __future__ import annotations

from ..registry import plate
from ..svg import Point, Sheet, ellipse, flecks, gouge, polygon, rect, smooth
from .staging import grain, gull, mix, ramp, ripples, sky

HORIZON = 600
SUN = (1004, 592)
DAWN = (
    "#101b3c",
    "#182a57",
    "#2b3f74",
    "#56517f",
    "#93606f",
    "#c9795a",
    "#e69a4b",
    "#f3bf62",
    "#f9dc94",
)


def shore(sheet: Sheet, crest: list[Point], colour: str, base: float = HORIZON + 2) -> None:
    """Land above the water: a broken crest closed along the water's edge."""
    rough = []
    for (x0, y0), (x1, y1) in zip(crest, crest[1:], strict=False):
        steps = max(2, int(abs(x1 - x0) / 14))
        for i in range(steps):
            t = i / steps
            shake = min(6.0, (base - y0) * 0.06)
            rough.append((x0 + (x1 - x0) * t, y0 + (y1 - y0) * t + sheet.rng.uniform(-shake, shake)))
    rough.append(crest[-1])
    sheet.path(polygon([(crest[0][0], base), *rough, (crest[-1][0], base)]), colour)


def wake(left: float, right: float) -> list[tuple[float, float, float]]:
    """The wake's middle line as (x, y, half width), from the ship to where it is lost below the sun."""
    line = []
    for i in range(61):
        t = i / 60
        depth = t**2.4  # how near
        x = 1003 + 58 * depth * depth * -1 + 92 * (t * (1 - t)) * 4 * (0.25 + 0.75 * t)
        line.append((x, HORIZON + 3 + 690 * depth, left + (right - left) * depth))
    return line


def ribbon(line: list[tuple[float, float, float]], shift: float = 0, share: float = 1) -> str:
    """A closed shape along the wake: `shift` half widths to one side, `share` of its width."""
    a = [(x + w * (shift - share), y) for x, y, w in line]
    b = [(x + w * (shift + share), y) for x, y, w in line]
    return smooth(a) + "L" + smooth(b[::-1])[1:] + "Z"


def water(sheet: Sheet) -> None:
    """The sea in bands, the sun's road on it, and the ship's."""
    rng = sheet.rng
    tones = ("#e7a85f", "#b8775f", "#7b5b70", "#454d78", "#26396a", "#182a55", "#111f43", "#0d1836")
    for i in range(22):
        t = i / 22
        y = HORIZON + 660 * t**1.8
        swell = 1 + 14 * t
        edge = [(x, y + rng.uniform(-swell, swell)) for x in range(-200, 2400, 200)]
        sheet.path(smooth(edge) + "L2300 1270L-200 1270Z", ramp(tones, t**0.75))
    for i in range(46):
        t = i / 46
        y = HORIZON + 4 + 600 * t**2
        far = 36 + 260 * t
        sheet.path(
            ripples(rng, [(y, SUN[0] - far, SUN[0] + far, 26 + 150 * t, 8)]),
            mix("#ffe6a6", "#d98b55", t),
            opacity=0.85 - 0.6 * t,
        )
        sheet.path(
            ripples(rng, [(y, -60, 2060, 40 + 260 * t, 9)]),
            mix("#c98968", "#3f558c", min(1, t * 1.9)),
            opacity=0.42,
        )
        sheet.path(ripples(rng, [(y + 5, -60, 2060, 40 + 240 * t, 9)]), "#0a1430", opacity=0.16 + 0.2 * t)


def road(sheet: Sheet) -> None:
    """The wake: a thin white line that widens towards the rail, with spent foam to either side."""
    rng = sheet.rng
    line = wake(0.8, 44)
    sheet.path(ribbon(line, 0, 2.5), "#0b1733", opacity=0.26)
    sheet.path(ribbon(line), "#f7f1e2")
    for x, y, w in line[14:]:
        for _ in range(9):
            off = rng.uniform(-1, 1)
            sheet.path(
                gouge(
                    x + off * w,
                    y + rng.uniform(-7, 7),
                    w * rng.uniform(0.3, 1.1),
                    w * 0.05,
                    rng.uniform(-6, 6),
                ),
                rng.choice(("#a9bacb", "#c7d0d6", "#8097b4")),
                opacity=0.75,
            )
        for side in (-1, 1):
            for _ in range(8):
                off = side * (1 + abs(rng.gauss(0, 0.9)))
                sheet.path(
                    gouge(
                        x + off * w,
                        y + rng.uniform(-8, 8),
                        w * rng.uniform(0.2, 0.7),
                        w * 0.06,
                        rng.uniform(-8, 8),
                    ),
                    "#e9e6dc",
                    opacity=0.55,
                )


def rail(sheet: Sheet) -> None:
    """The ferry's stern: deck edge, three bars and a broad wooden handrail, worn pale where arms have leant."""
    night, edge = "#0a1226", "#2c3a63"
    sheet.path(polygon([(-10, 1216), (2010, 1216), (2010, 1260), (-10, 1260)]), "#070d1d")
    sheet.path(rect(-10, 1210, 2020, 8), edge)
    for y, thick in ((1084, 9), (1128, 9), (1172, 9)):
        sheet.path(rect(-10, y, 2020, thick), night)
        sheet.path(rect(-10, y, 2020, 2.4), "#8a6d70", opacity=0.7)
    for x in range(-90, 2200, 272):
        lean = (x + 30 - 1000) * 0.016
        sheet.path(polygon([(x, 1040), (x + 24, 1040), (x + 27 + lean, 1216), (x - 3 + lean, 1216)]), night)
        sheet.path(polygon([(x, 1040), (x + 4, 1040), (x + 2 + lean, 1216), (x - 3 + lean, 1216)]), edge)
    sheet.path(polygon([(-10, 1002), (2010, 1002), (2010, 1050), (-10, 1050)]), "#3b2118")
    sheet.path(polygon([(-10, 1002), (2010, 1002), (2010, 1024), (-10, 1024)]), "#7c4327")
    sheet.path(polygon([(-10, 1002), (2010, 1002), (2010, 1009), (-10, 1009)]), "#d98f52")
    for _ in range(150):
        x = sheet.rng.uniform(-40, 2040)
        sheet.path(
            gouge(x, sheet.rng.uniform(1011, 1046), sheet.rng.uniform(60, 240), 0.9, 0),
            sheet.rng.choice(("#4d2a1c", "#94552f", "#26140f")),
            opacity=0.6,
        )
    sheet.path(gouge(1004, 1006, 620, 5, 0), "#ffe0a0", opacity=0.85)


@plate("scene-strait", 2000, 1250, 1912)
def strait(sheet: Sheet) -> None:
    """The home page's picture; its middle third stands on its own when a phone cuts the rest away."""
    rng = sheet.rng
    sky(sheet, 0, HORIZON + 4, DAWN, 30, 3)
    sheet.path(ellipse(*SUN, 118, 96), "#ffe9ad", opacity=0.3)
    for _ in range(34):
        y = rng.random() ** 2 * 230
        sheet.path(
            ellipse(rng.uniform(0, 2000), y, rng.uniform(0.9, 2.1)),
            "#f7ecd2",
            opacity=0.75 - y / 400,
        )
    sheet.path(ellipse(1178, 168, 4.2), "#fff7df")
    for y, x, length in (
        (438, 520, 620),
        (466, 1530, 700),
        (500, 760, 420),
        (352, 1250, 520),
        (520, 1320, 360),
        (404, 300, 420),
    ):
        for _ in range(5):
            sheet.path(
                gouge(
                    x + rng.uniform(-90, 90),
                    y + rng.uniform(-7, 7),
                    length * rng.uniform(0.3, 1),
                    rng.uniform(3, 8),
                    -0.6,
                ),
                mix("#6a4a6b", "#f0a35a", rng.uniform(0, 0.55)),
                opacity=0.62,
            )
    sheet.path(ellipse(*SUN, 62), "#fff3c4")
    # Europe: far, low, folded hills that come down to a point.
    shore(
        sheet,
        [
            (-20, 470),
            (120, 442),
            (260, 468),
            (390, 450),
            (520, 498),
            (640, 512),
            (760, 556),
            (850, 584),
            (900, 600),
        ],
        "#7d5878",
    )
    shore(
        sheet,
        [(-20, 524), (140, 506), (300, 538), (420, 528), (560, 562), (690, 578), (800, 600)],
        "#3f3c68",
    )
    shore(sheet, [(-20, 566), (150, 560), (330, 576), (470, 584), (600, 600)], "#222a54")
    # Africa: nearer, the broken limestone ridge over the water.
    shore(
        sheet,
        [
            (1106, 600),
            (1180, 578),
            (1270, 556),
            (1380, 520),
            (1460, 470),
            (1560, 452),
            (1700, 430),
            (1860, 452),
            (2020, 420),
        ],
        "#83526a",
    )
    shore(
        sheet,
        [
            (1150, 600),
            (1240, 580),
            (1310, 548),
            (1352, 500),
            (1392, 428),
            (1424, 384),
            (1452, 366),
            (1484, 372),
            (1516, 356),
            (1560, 392),
            (1612, 404),
            (1662, 452),
            (1740, 476),
            (1830, 468),
            (1920, 500),
            (2020, 492),
        ],
        "#3a3564",
    )
    shore(
        sheet,
        [
            (1230, 600),
            (1330, 584),
            (1420, 560),
            (1530, 548),
            (1640, 520),
            (1760, 536),
            (1880, 528),
            (2020, 548),
        ],
        "#1d2450",
    )
    sheet.path(
        polygon(
            [
                (1352, 500),
                (1392, 428),
                (1424, 384),
                (1452, 366),
                (1446, 420),
                (1424, 470),
                (1398, 520),
                (1356, 556),
                (1318, 560),
            ]
        ),
        "#a35f5f",
        opacity=0.55,
    )
    sheet.path(
        polygon([(1516, 356), (1506, 402), (1484, 450), (1470, 508), (1454, 470), (1474, 410)]),
        "#a35f5f",
        opacity=0.35,
    )
    water(sheet)
    for x in [rng.uniform(20, 560) for _ in range(22)] + [rng.uniform(1460, 1990) for _ in range(26)]:
        y = HORIZON - rng.uniform(3, 20)
        sheet.path(ellipse(x, y, rng.uniform(1.3, 2.5)), "#ffdf94")
        sheet.path(rect(x - 1, HORIZON + 4, 2, rng.uniform(6, 26)), "#f5c77a", opacity=0.45)
    road(sheet)
    for x, y, span, tilt in (
        (812, 300, 92, -8),
        (1218, 372, 58, 6),
        (700, 420, 40, 4),
        (1120, 250, 34, -12),
        (1500, 250, 48, 8),
    ):
        sheet.path(gull(x, y, span, tilt), "#f4ead6" if y < 330 else "#2b2b52")
    rail(sheet)
    sheet.path(flecks(rng, (0, 0, 2000, 560), 500, 1, 2.4), "#0c1533", opacity=0.16)
    grain(sheet, 2400, strength=0.1)
