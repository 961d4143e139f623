"""A row of telephone booths in the evening."""

from __future__ import annotations

import math

from ..registry import plate
from ..svg import Sheet, ellipse, line, polygon, rect, smooth
from .staging import Camera, block, grain


def telephone(sheet: Sheet, eye: Camera, x: float, z: float, off_hook: bool = False) -> None:
    """A wall telephone for coins: case, keys, slot, handset on its side, cord."""
    s = eye.scale(z)

    def at(px: float, py: float) -> tuple[float, float]:
        return eye(x + px, py, z)

    (ax, ay), (bx, by) = at(-0.16, 1.72), at(0.16, 1.2)
    sheet.path(rect(ax + 10, ay + 10, bx - ax, by - ay, 8), "#5c3a18", opacity=0.4)
    sheet.path(rect(ax, ay, bx - ax, by - ay, 8), "#39434f")
    sheet.path(rect(ax, ay, (bx - ax) * 0.18, by - ay, 8), "#5d6b79")
    kx, ky = at(0.0, 1.56)
    for row in range(4):
        for column in range(3):
            sheet.path(
                rect(kx + column * 0.04 * s, ky + row * 0.045 * s, 0.029 * s, 0.032 * s, 2),
                "#e9e2cf",
            )
    sx, sy = at(0.0, 1.67)
    sheet.path(rect(sx, sy, 0.11 * s, 0.05 * s, 2), "#9fc0a8")
    cx, cy = at(0.1, 1.33)
    sheet.path(rect(cx - 0.05 * s, cy, 0.08 * s, 0.07 * s, 3), "#c2c7c9")
    hx, hy = at(-0.1, 1.66)
    if not off_hook:
        sheet.path(rect(hx - 0.035 * s, hy, 0.07 * s, 0.36 * s, 0.03 * s), "#14171d")
        sheet.path(
            rect(hx - 0.05 * s, hy - 0.02 * s, 0.1 * s, 0.09 * s, 0.03 * s)
            + rect(hx - 0.05 * s, hy + 0.29 * s, 0.1 * s, 0.09 * s, 0.03 * s),
            "#14171d",
        )
        sheet.path(rect(hx - 0.028 * s, hy + 0.02 * s, 0.014 * s, 0.3 * s, 2), "#525a66")
        points = [
            (hx, hy + 0.38 * s),
            (hx - 0.02 * s, hy + 0.6 * s),
            (hx + 0.1 * s, hy + 0.72 * s),
            (hx + 0.18 * s, hy + 0.5 * s),
        ]
    else:
        gx, gy = hx - 0.03 * s, hy + 0.72 * s
        sheet.path(rect(gx - 0.035 * s, gy, 0.07 * s, 0.34 * s, 0.03 * s), "#14171d")
        sheet.path(
            rect(gx - 0.05 * s, gy - 0.02 * s, 0.1 * s, 0.09 * s, 0.03 * s)
            + rect(gx - 0.05 * s, gy + 0.27 * s, 0.1 * s, 0.09 * s, 0.03 * s),
            "#14171d",
        )
        points = [
            (gx, gy + 0.3 * s),
            (gx + 0.05 * s, gy + 0.44 * s),
            (gx + 0.14 * s, gy + 0.2 * s),
            (hx + 0.2 * s, hy + 0.46 * s),
        ]
    sheet.path(smooth(points), stroke="#14171d", width=max(2, 0.016 * s))


@plate("scene-booths", 2000, 1250, 212)
def booths(sheet: Sheet) -> None:
    """A teleboutique in the evening: five lit booths, one door open, the receiver of the third still hanging."""
    eye = Camera(1000, 690, 1560, 1.42)
    sheet.path("M0 0h2000v1250H0Z", "#182745")
    front, back = 5.2, 6.5
    sheet.path(eye.face((-6, 0, 2), (6, 0, 2), (6, 0, front), (-6, 0, front)), "#7d6f62")
    for j in range(26):  # floor tiles
        for i in range(-14, 14):
            if (i + j) % 2:
                z = 2 + j * 0.3
                if z < front:
                    x0, z1 = i * 0.36, min(z + 0.3, front)
                    sheet.path(
                        eye.face((x0, 0, z), (x0 + 0.36, 0, z), (x0 + 0.36, 0, z1), (x0, 0, z1)),
                        "#a8977f",
                    )
    sheet.path(eye.face((-6, 2.45, front), (6, 2.45, front), (6, 4, front), (-6, 4, front)), "#1f6152")
    sheet.path(
        eye.face((-6, 2.45, front), (6, 2.45, front), (6, 2.52, front), (-6, 2.52, front)),
        "#e0bb66",
    )
    for y in (2.86, 3.42):
        sheet.path(line(*eye(-6, y, front), *eye(6, y, front)), stroke="#2f7f6c", width=5)
    px, py = eye(0, 3.12, front)  # the clock on the fascia: ten past eight
    sheet.path(ellipse(px + 8, py + 8, 74), "#0f3b33")
    sheet.path(ellipse(px, py, 74), "#e0bb66")
    sheet.path(ellipse(px, py, 65), "#fbf6ea")
    for k in range(12):
        a = k * math.pi / 6
        sheet.path(
            line(
                px + 52 * math.cos(a),
                py + 52 * math.sin(a),
                px + 60 * math.cos(a),
                py + 60 * math.sin(a),
            ),
            stroke="#1f2a40",
            width=5 if k % 3 == 0 else 3,
        )
    for a, reach, thick in ((-30, 46, 5), (155, 32, 7)):
        sheet.path(
            line(
                px,
                py,
                px + reach * math.cos(math.radians(a)),
                py + reach * math.sin(math.radians(a)),
            ),
            stroke="#1f2a40",
            width=thick,
        )
    sheet.path(ellipse(px, py, 6), "#c8402c")
    width, first = 1.16, -2.9
    for i in range(5):
        x0, x1 = first + i * width, first + (i + 1) * width
        xm = (x0 + x1) / 2
        tone = ("#f3c976", "#f6d28a", "#f9dc9c", "#f6d28a", "#f3c976")[i]
        sheet.path(eye.face((x0, 0, back), (x1, 0, back), (x1, 2.4, back), (x0, 2.4, back)), tone)
        sheet.path(eye.face((x0, 0, front), (x0, 2.4, front), (x0, 2.4, back), (x0, 0, back)), "#c08a45")
        sheet.path(eye.face((x1, 0, front), (x1, 2.4, front), (x1, 2.4, back), (x1, 0, back)), "#dda65a")
        sheet.path(
            eye.face((x0, 2.4, front), (x1, 2.4, front), (x1, 2.4, back), (x0, 2.4, back)),
            "#fff1c6",
        )
        sheet.path(eye.face((x0, 0, front), (x1, 0, front), (x1, 0, back), (x0, 0, back)), "#a9824e")
        sheet.path(eye.face((x0, 0, back), (x1, 0, back), (x1, 0.9, back), (x0, 0.9, back)), "#b7793a")
        for k in range(1, 12):
            px = x0 + k * width / 12
            sheet.path(line(*eye(px, 0, back), *eye(px, 0.9, back)), stroke="#8f5a28", width=2, opacity=0.6)
        sheet.path(
            eye.face(
                (x0 + 0.24, 2.39, front + 0.4),
                (x1 - 0.24, 2.39, front + 0.4),
                (x1 - 0.24, 2.39, back - 0.3),
                (x0 + 0.24, 2.39, back - 0.3),
            ),
            "#ffffff",
        )
        telephone(sheet, eye, xm + 0.04, back - 0.02, i == 2)
        block(
            sheet,
            eye,
            (x0 + 0.1, 1.0, back - 0.3),
            (x1 - 0.1, 1.04, back),
            "#8a5636",
            "#5b3320",
            "#5b3320",
            "#5b3320",
        )
        if i in (0, 2, 4):  # a stool
            sx, sy = eye(xm + 0.1, 0.48, back - 0.55)
            fx, fy = eye(xm + 0.1, 0, back - 0.55)
            s = eye.scale(back - 0.55)
            for dx in (-0.13, 0, 0.13):
                sheet.path(
                    line(sx + dx * 0.5 * s, sy, fx + dx * s, fy + (6 if dx == 0 else 0)),
                    stroke="#4b3a2e",
                    width=7,
                )
            sheet.path(ellipse(sx, sy, 0.17 * s, 0.05 * s), "#9f392a")
            sheet.path(ellipse(sx, sy - 5, 0.17 * s, 0.045 * s), "#c75b42")
        sheet.path(
            eye.face(
                (x0, 0, front),
                (x1, 0, front),
                (x1 + 0.15 * (i - 2), 0, front - 1.4),
                (x0 + 0.15 * (i - 2), 0, front - 1.4),
            ),
            "#f3c976",
            opacity=0.34,
        )
    for i in range(5):  # doors, framed in wood; the second stands open towards us
        x0, x1 = first + i * width, first + (i + 1) * width
        if i == 1:
            hinge, z1 = x0 + 0.06, front - 0.86
            door = (
                (hinge, 0.03, front),
                (hinge - 0.3, 0.03, z1),
                (hinge - 0.3, 2.36, z1),
                (hinge, 2.36, front),
            )
        else:
            door = (
                (x0 + 0.06, 0.03, front),
                (x1 - 0.06, 0.03, front),
                (x1 - 0.06, 2.36, front),
                (x0 + 0.06, 2.36, front),
            )
            (ax, ay), (bx, by) = eye(x0 + 0.06, 2.36, front), eye(x1 - 0.06, 0.03, front)
            sheet.path(
                polygon(
                    [
                        (ax + (bx - ax) * 0.1, by),
                        (ax + (bx - ax) * 0.5, ay),
                        (ax + (bx - ax) * 0.72, ay),
                        (ax + (bx - ax) * 0.32, by),
                    ]
                ),
                "#ffffff",
                opacity=0.16,
            )
            sheet.path(
                eye.face(
                    (x0 + 0.06, 0.03, front),
                    (x1 - 0.06, 0.03, front),
                    (x1 - 0.06, 0.62, front),
                    (x0 + 0.06, 0.62, front),
                ),
                "#2b7866",
            )
            sheet.path(
                eye.face(
                    (x0 + 0.18, 0.13, front),
                    (x1 - 0.18, 0.13, front),
                    (x1 - 0.18, 0.52, front),
                    (x0 + 0.18, 0.52, front),
                ),
                "#1f6152",
            )
        if i == 1:
            a, b = door[:2]
            low = [a, b, (b[0], 0.62, b[2]), (a[0], 0.62, a[2])]
            sheet.path(eye.face(*door), "#f7e2ae", opacity=0.28)
            sheet.path(eye.face(*low), "#23695a")
        sheet.path(eye.face(*door), stroke="#1b4f45", width=20, join="miter")
        sheet.path(eye.face(*door), stroke="#3f9280", width=5, join="miter")
        hx = door[0][0] + 0.12 if i != 1 else door[1][0] + 0.03
        gx, gy = eye(hx, 1.12, front if i != 1 else door[1][2])
        sheet.path(rect(gx - 5, gy - 36, 10, 72, 5), "#e0bb66")
    for i in range(6):
        x = first + i * width
        block(
            sheet,
            eye,
            (x - 0.06, 0, front - 0.04),
            (x + 0.06, 2.45, front),
            "#2b7866",
            "#1b4f45",
            "#2b7866",
            "#14403a",
        )
        if i < 5:  # a lamp over each door instead of a number
            px, py = eye(x + width / 2, 2.62, front)
            sheet.path(rect(px - 30, py - 22, 60, 34, 6), "#fbf6ea")
            sheet.path(ellipse(px, py - 5, 9), ("#226e59", "#226e59", "#c8402c", "#c48522", "#226e59")[i])
    # The counter at the right: the meter, a bell of coins, a ledger; and a bench for those who wait.
    block(sheet, eye, (1.55, 0, 3.0), (3.4, 1.02, 3.8), "#c08a54", "#6f4027", "#8a5636", "#4c3120")
    for k in range(5):
        block(
            sheet,
            eye,
            (1.66 + k * 0.34, 0.12, 2.99),
            (1.92 + k * 0.34, 0.88, 3.0),
            "#7d4a2d",
            "#804c2e",
            "#804c2e",
            "#804c2e",
        )
    block(
        sheet,
        eye,
        (1.48, 1.02, 2.94),
        (3.4, 1.08, 3.86),
        "#d9a56a",
        "#8a5636",
        "#a06a40",
        "#4c3120",
    )
    block(sheet, eye, (1.95, 1.08, 3.2), (2.4, 1.3, 3.5), "#7d8790", "#39434f", "#56616c", "#2a323c")
    for k in range(5):
        px, py = eye(1.99 + k * 0.08, 1.24, 3.2)
        sheet.path(rect(px, py, 26, 20, 2), "#14171d")
        sheet.path(rect(px + 5, py + 5, 16, 10, 1), "#c8402c" if k in (2,) else "#5d2a24")
    sheet.path(
        eye.face((1.58, 1.085, 3.1), (1.86, 1.085, 3.06), (1.9, 1.085, 3.34), (1.62, 1.085, 3.4)),
        "#fbf6ea",
    )
    block(sheet, eye, (-3.1, 0.44, 3.4), (-1.5, 0.5, 3.85), "#c75b42", "#8f2f22", "#9f392a", "#74251c")
    for x in (-3.0, -1.66):
        block(
            sheet,
            eye,
            (x, 0, 3.45),
            (x + 0.06, 0.44, 3.5),
            "#3b3f44",
            "#23272d",
            "#23272d",
            "#3b3f44",
        )
    block(sheet, eye, (-2.5, 0.5, 3.5), (-2.08, 0.72, 3.7), "#4d7a8c", "#215263", "#215263", "#377688")
    px, py = eye(-2.29, 0.72, 3.5)
    sheet.path(f"M{px - 34:.0f} {py:.0f}q34 -62 68 0", stroke="#12323e", width=8)
    grain(sheet, 2400, strength=0.1)
