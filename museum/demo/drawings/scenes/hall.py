"""The pithead changing hall."""

from __future__ import annotations

from ..registry import plate
from ..svg import Sheet, line, polygon
from .staging import Camera, block, grain, mix


def bundle(sheet: Sheet, eye: Camera, x: float, y: float, z: float, tone: str, haze: tuple[str, float]) -> None:
    """Clothes bunched on one hook: a wire basket for soap and cup, then cloths of several lengths below it."""
    rng, (cx, cy), s = sheet.rng, eye(x, y, z), eye.scale(z)

    def at(points: list[tuple[float, float]]) -> str:
        return polygon((cx + px * s, cy + py * s) for px, py in points)

    iron = mix("#10182a", *haze)
    cloths = [
        rng.choice(("#d9cfb8", "#54483f", "#3d4653", "#8a7a5f", "#2c2f3a", "#b98f3f", "#7d3a2d")),
        tone,
        rng.choice((tone, "#6d5a49", "#33548c", "#cfc3a6")),
    ]
    rng.shuffle(cloths)
    for k, colour in enumerate(cloths):
        lean, w, long = (
            (k - 1) * rng.uniform(0.12, 0.24),
            rng.uniform(0.24, 0.36),
            rng.uniform(0.6, 1.25),
        )
        body = mix(colour, *haze)
        foot = [
            (
                lean + w * (1 - 2 * i / 4),
                long + (0.09 if i % 2 else -0.05) + rng.uniform(-0.06, 0.06),
            )
            for i in range(5)
        ]
        sheet.path(
            at(
                [
                    (-0.07, 0.05),
                    (0.07, 0.05),
                    (lean * 0.6 + w * 0.7, long * 0.45),
                    *foot,
                    (lean * 0.6 - w * 0.7, long * 0.45),
                ]
            ),
            body,
        )
        sheet.path(
            at(
                [
                    (-0.07, 0.05),
                    (-0.02, 0.05),
                    (lean * 0.7 - w * 0.25, long * 0.6),
                    foot[3],
                    foot[4],
                    (lean * 0.6 - w * 0.7, long * 0.45),
                ]
            ),
            mix(mix(colour, "#fff3d6", 0.32), *haze),
        )
        sheet.path(
            at(
                [
                    (0.03, 0.1),
                    (lean * 0.7 + w * 0.3, long * 0.5),
                    foot[1],
                    foot[0],
                    (lean * 0.6 + w * 0.7, long * 0.45),
                ]
            ),
            mix(mix(colour, "#0d1220", 0.42), *haze),
        )
    sheet.path(at([(-0.3, -0.02), (0.3, -0.02), (0.22, 0.13), (-0.22, 0.13)]), iron, opacity=0.85)
    sheet.path(at([(-0.2, -0.02), (-0.02, -0.1), (0.06, -0.02)]), mix("#e8dcc0", *haze))
    for side in (-0.3, 0.3):
        sheet.path(line(cx, cy - 0.3 * s, cx + side * s, cy), stroke=iron, width=max(0.7, 0.02 * s))


@plate("scene-hall", 2000, 1250, 1963)
def hall(sheet: Sheet) -> None:
    """The changing hall: everything that was worn to the street hangs under the roof until the shift is over."""
    rng, eye = sheet.rng, Camera(1000, 900, 1060, 1.6)
    glow, wall, deep = "#f4dfae", "#56657a", "#1e2b44"
    sheet.path("M0 0h2000v1250H0Z", deep)
    near, far, half, eaves, ridge = 2.0, 58.0, 9.0, 11.0, 15.0
    sheet.path(eye.face((-half, 0, near), (half, 0, near), (half, 0, far), (-half, 0, far)), "#6d6a66")
    sheet.path(
        eye.face((-half, 0, near), (-half, eaves, near), (-half, eaves, far), (-half, 0, far)),
        "#34435e",
    )
    sheet.path(eye.face((half, 0, near), (half, eaves, near), (half, eaves, far), (half, 0, far)), wall)
    sheet.path(
        eye.face((-half, eaves, near), (0, ridge, near), (0, ridge, far), (-half, eaves, far)),
        "#1a2640",
    )
    sheet.path(
        eye.face((half, eaves, near), (0, ridge, near), (0, ridge, far), (half, eaves, far)),
        "#2a3854",
    )
    sheet.path(
        eye.face((-half, 0, near), (-half, 2.1, near), (-half, 2.1, far), (-half, 0, far)),
        "#1c4f48",
    )
    sheet.path(eye.face((half, 0, near), (half, 2.1, near), (half, 2.1, far), (half, 0, far)), "#2f7566")
    sheet.path(
        eye.face(
            (-half, 0, far),
            (-half, eaves, far),
            (0, ridge, far),
            (half, eaves, far),
            (half, 0, far),
        ),
        "#8d8f90",
    )
    for x in (-5.6, 0, 5.6):
        sheet.path(
            eye.face(
                (x - 1.9, 2.6, far),
                (x + 1.9, 2.6, far),
                (x + 1.9, 10.2, far),
                (x, 11.4, far),
                (x - 1.9, 10.2, far),
            ),
            "#fbedc4",
        )
        for k in range(1, 4):
            sheet.path(
                eye.face(
                    (x - 1.9 + k * 0.95, 2.6, far),
                    (x - 1.86 + k * 0.95, 2.6, far),
                    (x - 1.86 + k * 0.95, 11, far),
                    (x - 1.9 + k * 0.95, 11, far),
                ),
                "#8d8f90",
            )
    for z in range(54, 3, -7):  # tall windows down the left wall, their light on the floor and the right wall
        sheet.path(eye.face((-half, 3, z), (-half, 10, z), (-half, 10, z + 3.6), (-half, 3, z + 3.6)), glow)
        for k in range(1, 6):
            y = 3 + k * 7 / 6
            sheet.path(
                eye.face(
                    (-half, y, z),
                    (-half, y + 0.12, z),
                    (-half, y + 0.12, z + 3.6),
                    (-half, y, z + 3.6),
                ),
                "#34435e",
            )
        for k in (1.2, 2.4):
            sheet.path(
                eye.face(
                    (-half, 3, z + k),
                    (-half, 10, z + k),
                    (-half, 10, z + k + 0.12),
                    (-half, 3, z + k + 0.12),
                ),
                "#34435e",
            )
        sheet.path(
            eye.face((-6, 0, z - 1), (1.2, 0, z - 2.2), (1.2, 0, z + 1.4), (-6, 0, z + 2.6)),
            "#e9cf97",
            opacity=0.75,
        )
        sheet.path(
            eye.face((half, 3.4, z - 4), (half, 8.4, z - 4), (half, 8.4, z - 0.8), (half, 3.4, z - 0.8)),
            "#d8bd8b",
            opacity=0.4,
        )
    for x in range(-9, 10):
        sheet.path(line(*eye(x, 0, 2.2), *eye(x, 0, far)), stroke="#2d3444", width=1.3, opacity=0.55)
    z = 2.4
    while z < far:
        sheet.path(line(*eye(-half, 0, z), *eye(half, 0, z)), stroke="#2d3444", width=1.2, opacity=0.5)
        z *= 1.09
    columns = [-6.6, -4.4, -2.2, 2.2, 4.4, 6.6]
    for step in range(23, -1, -1):
        z = 7.2 + step * 2.15
        haze = ("#c6b48e", min(0.72, (z - 7) / 62))
        if step % 3 == 0:
            iron = mix("#111a2e", *haze)
            for a, b in (
                ((-half, eaves), (half, eaves)),
                ((-half, eaves), (0, ridge)),
                ((0, ridge), (half, eaves)),
                ((-4.5, 13), (-4.5, eaves)),
                ((4.5, 13), (4.5, eaves)),
                ((0, ridge), (0, eaves)),
                ((-4.5, eaves), (0, ridge)),
                ((4.5, eaves), (0, ridge)),
            ):
                sheet.path(
                    line(*eye(*a, z), *eye(*b, z)),
                    stroke=iron,
                    width=max(1.2, eye.scale(z) * 0.16),
                    cap="butt",
                )
            for side in (-half, half):
                block(
                    sheet,
                    eye,
                    (side - 0.16, 0, z),
                    (side + 0.16, eaves, z + 0.3),
                    iron,
                    iron,
                    iron,
                    iron,
                )
        for column in columns:
            for _ in range(3):
                x = column + rng.uniform(-1.05, 1.05)
                y = 9.9 + rng.uniform(-1.5, 0.5)
                px, py = eye(x, y, z)
                chain = mix("#0e1526", *haze)
                sheet.path(
                    line(px, eye(x, eaves + 1.0, z)[1], px, py),
                    stroke=chain,
                    width=max(0.8, eye.scale(z) * 0.02),
                )
                home = eye(column + (0.35 if x > column else -0.35), 1.35, z)
                sheet.path(
                    line(px + 2, eye(x, eaves + 1.0, z)[1], *home),
                    stroke=chain,
                    width=max(0.5, eye.scale(z) * 0.009),
                    opacity=0.6,
                )
                tone = rng.choice(
                    (
                        "#27406f",
                        "#27406f",
                        "#33548c",
                        "#3d4653",
                        "#54483f",
                        "#6d5a49",
                        "#7d3a2d",
                        "#2c2f3a",
                        "#8a7a5f",
                    )
                )
                bundle(sheet, eye, x, y, z, tone, haze)
        for column in columns:  # a double bench with its rack of numbered hooks, left without numbers
            wood = [mix(tone, *haze) for tone in ("#c08a54", "#7d5230", "#4c3120")]
            block(
                sheet,
                eye,
                (column - 0.5, 0.42, z),
                (column + 0.5, 0.5, z + 1.9),
                wood[0],
                wood[1],
                wood[2],
                wood[2],
            )
            block(
                sheet,
                eye,
                (column - 0.06, 0, z),
                (column + 0.06, 1.35, z + 0.14),
                wood[1],
                wood[2],
                wood[2],
                wood[2],
            )
            block(
                sheet,
                eye,
                (column - 0.1, 1.25, z),
                (column + 0.1, 1.35, z + 2.1),
                wood[0],
                wood[1],
                wood[2],
                wood[1],
            )
    x, y, z = 3.0, 2.3, 7.4  # one set let down over its bench: somebody is coming up
    px, py = eye(x, y, z)
    sheet.path(line(px, -10, px, py - 30), stroke="#0e1526", width=4, dash="9 3")
    bundle(sheet, eye, x, y, z, "#33548c", ("#000000", 0))
    grain(sheet, 2600, strength=0.11)
