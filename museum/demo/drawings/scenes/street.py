"""A market street between terraces."""

from __future__ import annotations

import math

from ..registry import plate
from ..svg import Sheet, ellipse, gouge, line, polygon, rect
from .staging import Camera, block, grain, mix, sky


def terrace(
    sheet: Sheet,
    eye: Camera,
    side: int,
    z: float,
    deep: float,
    brick: str,
    stucco: str,
    haze: tuple[str, float],
) -> None:
    """One house of a terrace, along the street's left (-1) or right (1): shop below, three rows of sashes, chimney."""
    rng = sheet.rng
    x, tall = side * 6.2, 10.6
    lit = side > 0
    wall = mix(mix(brick, "#fff0cf", 0.16) if lit else mix(brick, "#141a30", 0.3), *haze)
    trim = mix(stucco if lit else mix(stucco, "#3a4260", 0.4), *haze)
    dark, roof = mix("#1f2a40", *haze), mix("#3c4354", *haze)
    far = z + deep

    def panel(z0: float, z1: float, y0: float, y1: float, colour: str, out: float = 0) -> None:
        px = x - side * out
        sheet.path(eye.face((px, y0, z0), (px, y1, z0), (px, y1, z1), (px, y0, z1)), colour)

    for k in (0.12, 0.78):  # stack and pots
        cz = z + deep * k
        block(
            sheet,
            eye,
            (x + side * 1.2 - 0.35, tall, cz),
            (x + side * 1.2 + 0.35, tall + 2.0, cz + 0.9),
            trim,
            wall,
            wall,
            wall,
        )
        for pot in (0.1, 0.5):
            block(
                sheet,
                eye,
                (x + side * 1.2 - 0.12, tall + 2.0, cz + pot),
                (x + side * 1.2 + 0.12, tall + 2.5, cz + pot + 0.24),
                *[mix("#b9653f", *haze)] * 4,
            )
    sheet.path(
        eye.face(
            (x, tall, z),
            (x + side * 2.4, tall + 1.5, z),
            (x + side * 2.4, tall + 1.5, far),
            (x, tall, far),
        ),
        roof,
    )
    panel(z, far, 0, tall, wall)
    panel(z, far, tall - 0.5, tall, trim, 0.18)
    panel(z, far, 3.2, 3.6, trim, 0.14)
    for row, y in enumerate((4.2, 6.6, 8.6)):
        high = (1.75, 1.55, 1.1)[row]
        for k in (0.14, 0.56):
            z0, z1 = z + deep * k, z + deep * (k + 0.3)
            panel(z0 - 0.16, z1 + 0.16, y - 0.16, y + high + 0.22, trim)
            panel(z0, z1, y, y + high, mix("#a9c0c4" if lit else "#33455f", *haze))
            panel(z0, z1, y + high / 2 - 0.05, y + high / 2 + 0.05, trim)
            panel((z0 + z1) / 2 - 0.04, (z0 + z1) / 2 + 0.04, y, y + high, trim)
            if rng.random() < 0.4:
                panel(z0, z0 + (z1 - z0) * 0.4, y, y + high, mix("#efe3c8", *haze))
    panel(z + 0.15, far - 0.15, 0, 3.0, dark)
    panel(z + 0.3, far - 1.6, 0.7, 2.5, mix("#e8c47e", *haze))
    panel(
        z + 0.15,
        far - 0.15,
        2.6,
        3.2,
        mix(rng.choice(("#226e59", "#203566", "#74251c", "#4c2940", "#8f5d16")), *haze),
        0.1,
    )


def awning(
    sheet: Sheet,
    eye: Camera,
    x0: float,
    x1: float,
    z0: float,
    z1: float,
    y0: float,
    y1: float,
    tones: tuple[str, str],
    haze: tuple[str, float],
) -> None:
    """A striped awning from its high edge at (x0, y0) to its low edge at (x1, y1), with a scalloped valance."""
    count = max(6, int((z1 - z0) / 0.42))
    step = (z1 - z0) / count
    for i in range(count):
        a, b = z0 + i * step, z0 + (i + 1) * step
        colour = mix(tones[i % 2], *haze)
        sheet.path(eye.face((x0, y0, a), (x1, y1, a), (x1, y1, b), (x0, y0, b)), colour)
        sheet.path(
            eye.face(
                (x1, y1, a),
                (x1, y1 - 0.2, a),
                (x1, y1 - 0.32, (a + b) / 2),
                (x1, y1 - 0.2, b),
                (x1, y1, b),
            ),
            mix(colour, "#101a33", 0.22),
        )


def passer(
    sheet: Sheet,
    eye: Camera,
    x: float,
    z: float,
    coat: str,
    head: str,
    haze: tuple[str, float],
    bag: str = "",
    tall: float = 1.62,
) -> None:
    """Somebody walking away, as a flat shape: a coat, a headscarf or cap, perhaps a bag."""
    (px, py), s = eye(x, 0, z), eye.scale(z)

    def at(points: list[tuple[float, float]]) -> str:
        return polygon((px + a * s, py - b * s * tall / 1.62) for a, b in points)

    c, d = mix(coat, *haze), mix(mix(coat, "#10162c", 0.35), *haze)
    sheet.path(at([(-0.2, 0.0), (0.3, 0.0), (1.3, -0.16), (0.9, -0.2)]), "#1b2036", opacity=0.3)
    sheet.path(
        at([(-0.14, 0), (-0.03, 0), (-0.02, 0.4), (-0.13, 0.4)])
        + at([(0.05, 0.04), (0.15, 0.04), (0.13, 0.4), (0.02, 0.4)]),
        mix("#20222c", *haze),
    )
    sheet.path(
        at(
            [
                (-0.12, 1.38),
                (0.12, 1.38),
                (0.23, 1.28),
                (0.3, 0.74),
                (0.25, 0.28),
                (-0.27, 0.28),
                (-0.3, 0.76),
                (-0.22, 1.28),
            ]
        ),
        c,
    )
    sheet.path(at([(0.02, 1.38), (0.12, 1.38), (0.23, 1.28), (0.3, 0.74), (0.25, 0.28), (0.06, 0.28)]), d)
    sheet.path(ellipse(px, py - 1.49 * s * tall / 1.62, 0.105 * s, 0.135 * s), mix(head, *haze))
    sheet.path(at([(-0.1, 1.46), (0.1, 1.46), (0.15, 1.32), (-0.15, 1.32)]), mix(head, *haze))
    if bag:
        sheet.path(at([(0.26, 0.62), (0.46, 0.62), (0.5, 0.24), (0.22, 0.24)]), mix(bag, *haze))
        sheet.path(
            at([(0.3, 0.62), (0.34, 0.78), (0.38, 0.62), (0.42, 0.62), (0.35, 0.86), (0.26, 0.66)]),
            mix(bag, *haze),
        )


@plate("scene-street", 2000, 1250, 1981)
def street(sheet: Sheet) -> None:
    """A market street in west London on a Saturday morning, towards the tower at its end."""
    rng, eye = sheet.rng, Camera(960, 690, 1120, 1.75)
    sky(sheet, 0, 700, ("#8fb4c0", "#b5cbc4", "#dcdcc0", "#f3dfae"), 14, 3)
    # The tower: a slab of flats, and its stair and lift tower joined to it by bridges.
    concrete, shade = "#a9a390", "#837f78"
    sheet.path(polygon([(820, 196), (1000, 196), (1000, 690), (820, 690)]), concrete)
    sheet.path(polygon([(1000, 196), (1016, 204), (1016, 690), (1000, 690)]), shade)
    for row in range(30):
        y = 208 + row * 15.6
        sheet.path(rect(826, y, 168, 7), "#6f7378" if row % 3 else "#5c6470")
        for column in range(0, 168, 14):
            sheet.path(rect(826 + column, y, 2, 7), concrete)
    sheet.path(rect(742, 150, 42, 540), "#b9b29c")
    sheet.path(rect(774, 150, 10, 540), shade)
    sheet.path(polygon([(726, 120), (792, 120), (792, 168), (726, 168)]), "#b9b29c")
    sheet.path(rect(732, 130, 54, 12), "#5c6470")
    sheet.path(rect(756, 84, 12, 40), "#b9b29c")
    for row in range(10):
        sheet.path(rect(784, 222 + row * 46.8, 38, 10), shade)
        sheet.path(rect(758, 190 + row * 46, 4, 26), "#5c6470")
    sheet.path(eye.face((-6.2, 0, 1.5), (6.2, 0, 1.5), (6.2, 0, 120), (-6.2, 0, 120)), "#777570")
    for side in (-1, 1):
        sheet.path(
            eye.face(
                (side * 3.9, 0.12, 1.5),
                (side * 6.2, 0.12, 1.5),
                (side * 6.2, 0.12, 120),
                (side * 3.9, 0.12, 120),
            ),
            "#a79f90" if side < 0 else "#c9bb9f",
        )
        sheet.path(
            eye.face(
                (side * 3.9, 0, 1.5),
                (side * 3.9, 0.12, 1.5),
                (side * 3.9, 0.12, 120),
                (side * 3.9, 0, 120),
            ),
            "#59585a",
        )
    sheet.path(
        eye.face((-6.2, 0.01, 1.5), (0.6, 0.01, 1.5), (-0.6, 0.01, 120), (-6.2, 0.01, 120)),
        "#2b3147",
        opacity=0.42,
    )
    for k in range(2, 40):  # the broken white line along the middle of the street
        z = k * 1.6
        sheet.path(
            eye.face((-0.06, 0, z), (0.06, 0, z), (0.06, 0, z + 0.8), (-0.06, 0, z + 0.8)),
            "#e8dfc8",
            opacity=0.7,
        )
    bricks = ("#b5764f", "#c9a06a", "#a9563f", "#d6c09a", "#8f5a48", "#c58a5a")
    for i in range(13, -1, -1):
        z = 3.4 + i * 5.4
        haze = ("#e9dcb6", min(0.6, z / 110))
        for side in (-1, 1):
            terrace(sheet, eye, side, z, 5.4, bricks[(i * 2 + (side > 0)) % 6], "#f3ead7", haze)
    order = (
        ("#c8402c", "#f6efdf"),
        ("#226e59", "#f6efdf"),
        ("#203566", "#f6efdf"),
        ("#c48522", "#f6efdf"),
    )
    for i in range(8, -1, -1):
        z = 6.2 + i * 5.4
        haze = ("#e9dcb6", min(0.55, z / 110))
        iron = [mix("#2c3444", *haze)] * 4
        # Left: shop awnings over the pavement, stalls at the kerb.
        if i % 2 == 0:
            awning(sheet, eye, -6.1, -4.5, z - 1.6, z + 2.4, 3.1, 2.45, order[(i // 2) % 4], haze)
        if i % 2 == 1:
            awning(sheet, eye, 6.1, 4.5, z - 1.6, z + 2.4, 3.1, 2.45, order[(i + 1) // 2 % 4], haze)
        for side in (-1, 1):
            if (i + (side > 0)) % 3 == 0 and i == 0:
                continue
            x0, x1 = (-3.9, -2.5) if side < 0 else (2.7, 3.9)
            stall = order[(i + (side > 0) * 2) % 4]
            for cz in (z + 2.2, z):
                for cx in (x0, x1):
                    block(sheet, eye, (cx - 0.03, 0, cz), (cx + 0.03, 2.35, cz + 0.06), *iron)
            block(
                sheet,
                eye,
                (x0, 0.15, z),
                (x1, 0.8, z + 2.2),
                *[mix(t, *haze) for t in ("#b98a58", "#7d5230", "#8a5f3a", "#5b3a24")],
            )
            for k in range(4):
                for m in range(2):
                    bx0 = x0 + 0.06 + k * (x1 - x0 - 0.12) / 4
                    fruit = mix(
                        rng.choice(("#d8702c", "#c8402c", "#5f8a3c", "#e5ae41", "#7a2f4a", "#8aa84c")),
                        *haze,
                    )
                    z0 = z + 0.1 + m * 1.05
                    block(
                        sheet,
                        eye,
                        (bx0, 0.8, z0),
                        (bx0 + (x1 - x0) / 4 - 0.05, 0.92, z0 + 0.95),
                        fruit,
                        mix("#c9a06a", *haze),
                        fruit,
                        mix("#8a6a42", *haze),
                    )
                    for _ in range(9):
                        px, py = eye(bx0 + rng.uniform(0.04, 0.26), 0.95, z0 + rng.uniform(0.05, 0.85))
                        sheet.path(
                            ellipse(px, py, 0.045 * eye.scale(z0)),
                            mix(fruit, rng.choice(("#fff0c8", "#2a1a20")), rng.uniform(0.05, 0.3)),
                        )
            mid = (x0 + x1) / 2
            for a, b, ya, yb in ((mid, x0 - 0.3, 2.75, 2.3), (mid, x1 + 0.3, 2.75, 2.3)):
                awning(sheet, eye, a, b, z - 0.15, z + 2.4, ya, yb, stall, haze)
            lit = mix(stall[0], "#fff0cf", 0.12 if side > 0 else 0.0)
            sheet.path(
                eye.face((x0 - 0.3, 2.3, z - 0.15), (mid, 2.75, z - 0.15), (x1 + 0.3, 2.3, z - 0.15)),
                mix(lit, *haze),
            )
        if i in (0, 1, 2, 3, 4, 6):
            who = {
                0: (-1.55, "#4a3b52", "#cfb98a", "#226e59"),
                1: (0.7, "#31508c", "#efe3c8", "#c48522"),
                2: (-1.2, "#54483f", "#2c2622", ""),
                3: (1.1, "#226e59", "#c75b42", "#9f392a"),
                4: (-0.4, "#6d3f5b", "#f3ead7", ""),
                6: (0.5, "#38414a", "#2c2622", ""),
            }[i]
            passer(sheet, eye, who[0], z + 1.2, who[1], who[2], haze, who[3])
    # The fishmonger's, near on the right: awning, a marble slab on trestles, ice and the morning's fish.
    clear = ("#000000", 0.0)
    awning(sheet, eye, 6.1, 3.7, 3.0, 6.6, 3.35, 2.65, ("#31508c", "#fbf6ea"), clear)
    x0, x1, z0, z1 = 2.75, 4.7, 3.5, 5.9
    block(
        sheet,
        eye,
        (x0 + 0.1, 0, z0 + 0.1),
        (x1, 0.86, z1),
        "#3b4250",
        "#2f6d80",
        "#3f8496",
        "#215263",
    )
    for k in range(1, 9):
        px = x0 + 0.1 + k * 0.21
        sheet.path(line(*eye(px, 0, z0 + 0.1), *eye(px, 0.86, z0 + 0.1)), stroke="#215263", width=2)
    for y in (0.3, 0.58):
        sheet.path(line(*eye(x0 + 0.1, y, z0 + 0.1), *eye(x1, y, z0 + 0.1)), stroke="#215263", width=2)
    block(sheet, eye, (x0, 0.86, z0), (x1, 0.95, z1), "#f4f6f0", "#bccdc6", "#dfe8e0", "#8aa39c")
    for _ in range(170):
        px, py = eye(rng.uniform(x0 + 0.05, x1 - 0.05), 0.96, rng.uniform(z0 + 0.1, z1 - 0.1))
        sheet.path(
            polygon([(px - 7, py), (px + 1, py - 6), (px + 8, py - 1), (px + 1, py + 4)]),
            rng.choice(("#ffffff", "#dfe8ea", "#c5d6da")),
        )
    for row in range(5):
        for k in range(6):
            fx, fz = x0 + 0.2 + k * 0.3, z0 + 0.22 + row * 0.46
            (ax, ay), (bx, by) = eye(fx, 0.98, fz), eye(fx + 0.1, 0.98, fz + 0.4)
            tone = ("#7d93a8", "#8f9aa2", "#c98a78", "#5f7d95", "#a9b0b5")[row]
            size = eye.scale(fz)
            turn = math.degrees(math.atan2(by - ay, bx - ax))
            reach = math.hypot(bx - ax, by - ay)
            mx, my = (ax + bx) / 2, (ay + by) / 2
            sheet.path(gouge(mx, my, reach, size * 0.1, turn), tone)
            sheet.path(gouge(mx - size * 0.012, my, reach * 0.86, size * 0.035, turn), "#eef1ea")
            sheet.path(
                polygon(
                    [
                        (bx, by),
                        (bx - size * 0.03, by - size * 0.035),
                        (bx + size * 0.05, by - size * 0.03),
                    ]
                ),
                tone,
            )
            sheet.path(ellipse(ax + (bx - ax) * 0.14, ay + (by - ay) * 0.14, size * 0.008), "#15171d")
    # Near the left edge, a shopping trolley left by the kerb.
    block(sheet, eye, (-2.3, 0.18, 3.7), (-1.9, 0.86, 4.0), "#e0907a", "#9f392a", "#74251c", "#c75b42")
    for y in (0.4, 0.6):
        sheet.path(
            eye.face((-2.3, y, 3.699), (-1.9, y, 3.699), (-1.9, y + 0.05, 3.699), (-2.3, y + 0.05, 3.699)),
            "#e5ae41",
        )
    for x in (-2.26, -1.94):
        sheet.path(line(*eye(x, 0.86, 4.0), *eye(x, 1.1, 4.12)), stroke="#20242c", width=7)
        px, py = eye(x, 0.1, 3.8)
        sheet.path(ellipse(px, py, 26), "#20242c")
        sheet.path(ellipse(px, py, 9), "#8b9198")
    sheet.path(line(*eye(-2.26, 1.1, 4.12), *eye(-1.94, 1.1, 4.12)), stroke="#20242c", width=9)
    grain(sheet, 2400, strength=0.1)
