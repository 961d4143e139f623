"""In town: a row of telephone booths in the evening, and a market street between terraces."""

from __future__ import annotations

import math

from ..registry import plate
from ..svg import TONES, Sheet, ellipse, gouge, line, polygon, rect, smooth
from .staging import Camera, block, grain, mix, ramp, sky


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
            sheet.path(rect(kx + column * 0.04 * s, ky + row * 0.045 * s, 0.029 * s, 0.032 * s, 2), "#e9e2cf")
    sx, sy = at(0.0, 1.67)
    sheet.path(rect(sx, sy, 0.11 * s, 0.05 * s, 2), "#9fc0a8")
    cx, cy = at(0.1, 1.33)
    sheet.path(rect(cx - 0.05 * s, cy, 0.08 * s, 0.07 * s, 3), "#c2c7c9")
    hx, hy = at(-0.1, 1.66)
    if not off_hook:
        sheet.path(rect(hx - 0.035 * s, hy, 0.07 * s, 0.36 * s, 0.03 * s), "#14171d")
        sheet.path(rect(hx - 0.05 * s, hy - 0.02 * s, 0.1 * s, 0.09 * s, 0.03 * s) + rect(hx - 0.05 * s, hy + 0.29 * s, 0.1 * s, 0.09 * s, 0.03 * s), "#14171d")
        sheet.path(rect(hx - 0.028 * s, hy + 0.02 * s, 0.014 * s, 0.3 * s, 2), "#525a66")
        points = [(hx, hy + 0.38 * s), (hx - 0.02 * s, hy + 0.6 * s), (hx + 0.1 * s, hy + 0.72 * s), (hx + 0.18 * s, hy + 0.5 * s)]
    else:
        gx, gy = hx - 0.03 * s, hy + 0.72 * s
        sheet.path(rect(gx - 0.035 * s, gy, 0.07 * s, 0.34 * s, 0.03 * s), "#14171d")
        sheet.path(rect(gx - 0.05 * s, gy - 0.02 * s, 0.1 * s, 0.09 * s, 0.03 * s) + rect(gx - 0.05 * s, gy + 0.27 * s, 0.1 * s, 0.09 * s, 0.03 * s), "#14171d")
        points = [(gx, gy + 0.3 * s), (gx + 0.05 * s, gy + 0.44 * s), (gx + 0.14 * s, gy + 0.2 * s), (hx + 0.2 * s, hy + 0.46 * s)]
    sheet.path(smooth(points), stroke="#14171d", width=max(2, 0.016 * s))


@plate("scene-booths", 2000, 1250, 212)
def booths(sheet: Sheet) -> None:
    """A teleboutique in the evening: five lit booths, one door open, the receiver of the third still hanging."""
    rng, eye = sheet.rng, Camera(1000, 690, 1560, 1.42)
    sheet.path("M0 0h2000v1250H0Z", "#182745")
    front, back = 5.2, 6.5
    sheet.path(eye.face((-6, 0, 2), (6, 0, 2), (6, 0, front), (-6, 0, front)), "#7d6f62")
    for j in range(26):  # floor tiles
        for i in range(-14, 14):
            if (i + j) % 2:
                z = 2 + j * 0.3
                if z < front:
                    x0, z1 = i * 0.36, min(z + 0.3, front)
                    sheet.path(eye.face((x0, 0, z), (x0 + 0.36, 0, z), (x0 + 0.36, 0, z1), (x0, 0, z1)), "#a8977f")
    sheet.path(eye.face((-6, 2.45, front), (6, 2.45, front), (6, 4, front), (-6, 4, front)), "#1f6152")
    sheet.path(eye.face((-6, 2.45, front), (6, 2.45, front), (6, 2.52, front), (-6, 2.52, front)), "#e0bb66")
    for y in (2.86, 3.42):
        sheet.path(line(*eye(-6, y, front), *eye(6, y, front)), stroke="#2f7f6c", width=5)
    px, py = eye(0, 3.12, front)  # the clock on the fascia: ten past eight
    sheet.path(ellipse(px + 8, py + 8, 74), "#0f3b33")
    sheet.path(ellipse(px, py, 74), "#e0bb66")
    sheet.path(ellipse(px, py, 65), "#fbf6ea")
    for k in range(12):
        a = k * math.pi / 6
        sheet.path(line(px + 52 * math.cos(a), py + 52 * math.sin(a), px + 60 * math.cos(a), py + 60 * math.sin(a)), stroke="#1f2a40", width=5 if k % 3 == 0 else 3)
    for a, reach, thick in ((-30, 46, 5), (155, 32, 7)):
        sheet.path(line(px, py, px + reach * math.cos(math.radians(a)), py + reach * math.sin(math.radians(a))), stroke="#1f2a40", width=thick)
    sheet.path(ellipse(px, py, 6), "#c8402c")
    width, first = 1.16, -2.9
    for i in range(5):
        x0, x1 = first + i * width, first + (i + 1) * width
        xm = (x0 + x1) / 2
        tone = ("#f3c976", "#f6d28a", "#f9dc9c", "#f6d28a", "#f3c976")[i]
        sheet.path(eye.face((x0, 0, back), (x1, 0, back), (x1, 2.4, back), (x0, 2.4, back)), tone)
        sheet.path(eye.face((x0, 0, front), (x0, 2.4, front), (x0, 2.4, back), (x0, 0, back)), "#c08a45")
        sheet.path(eye.face((x1, 0, front), (x1, 2.4, front), (x1, 2.4, back), (x1, 0, back)), "#dda65a")
        sheet.path(eye.face((x0, 2.4, front), (x1, 2.4, front), (x1, 2.4, back), (x0, 2.4, back)), "#fff1c6")
        sheet.path(eye.face((x0, 0, front), (x1, 0, front), (x1, 0, back), (x0, 0, back)), "#a9824e")
        sheet.path(eye.face((x0, 0, back), (x1, 0, back), (x1, 0.9, back), (x0, 0.9, back)), "#b7793a")
        for k in range(1, 12):
            px = x0 + k * width / 12
            sheet.path(line(*eye(px, 0, back), *eye(px, 0.9, back)), stroke="#8f5a28", width=2, opacity=0.6)
        sheet.path(eye.face((x0 + 0.24, 2.39, front + 0.4), (x1 - 0.24, 2.39, front + 0.4), (x1 - 0.24, 2.39, back - 0.3), (x0 + 0.24, 2.39, back - 0.3)), "#ffffff")
        telephone(sheet, eye, xm + 0.04, back - 0.02, i == 2)
        block(sheet, eye, (x0 + 0.1, 1.0, back - 0.3), (x1 - 0.1, 1.04, back), "#8a5636", "#5b3320", "#5b3320", "#5b3320")
        if i in (0, 2, 4):  # a stool
            sx, sy = eye(xm + 0.1, 0.48, back - 0.55)
            fx, fy = eye(xm + 0.1, 0, back - 0.55)
            s = eye.scale(back - 0.55)
            for dx in (-0.13, 0, 0.13):
                sheet.path(line(sx + dx * 0.5 * s, sy, fx + dx * s, fy + (6 if dx == 0 else 0)), stroke="#4b3a2e", width=7)
            sheet.path(ellipse(sx, sy, 0.17 * s, 0.05 * s), "#9f392a")
            sheet.path(ellipse(sx, sy - 5, 0.17 * s, 0.045 * s), "#c75b42")
        sheet.path(eye.face((x0, 0, front), (x1, 0, front), (x1 + 0.15 * (i - 2), 0, front - 1.4), (x0 + 0.15 * (i - 2), 0, front - 1.4)), "#f3c976", opacity=0.34)
    for i in range(5):  # doors, framed in wood; the second stands open towards us
        x0, x1 = first + i * width, first + (i + 1) * width
        if i == 1:
            hinge, z1 = x0 + 0.06, front - 0.86
            door = ((hinge, 0.03, front), (hinge - 0.3, 0.03, z1), (hinge - 0.3, 2.36, z1), (hinge, 2.36, front))
        else:
            door = ((x0 + 0.06, 0.03, front), (x1 - 0.06, 0.03, front), (x1 - 0.06, 2.36, front), (x0 + 0.06, 2.36, front))
            (ax, ay), (bx, by) = eye(x0 + 0.06, 2.36, front), eye(x1 - 0.06, 0.03, front)
            sheet.path(polygon([(ax + (bx - ax) * 0.1, by), (ax + (bx - ax) * 0.5, ay), (ax + (bx - ax) * 0.72, ay), (ax + (bx - ax) * 0.32, by)]), "#ffffff", opacity=0.16)
            sheet.path(eye.face((x0 + 0.06, 0.03, front), (x1 - 0.06, 0.03, front), (x1 - 0.06, 0.62, front), (x0 + 0.06, 0.62, front)), "#2b7866")
            sheet.path(eye.face((x0 + 0.18, 0.13, front), (x1 - 0.18, 0.13, front), (x1 - 0.18, 0.52, front), (x0 + 0.18, 0.52, front)), "#1f6152")
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
        block(sheet, eye, (x - 0.06, 0, front - 0.04), (x + 0.06, 2.45, front), "#2b7866", "#1b4f45", "#2b7866", "#14403a")
        if i < 5:  # a lamp over each door instead of a number
            px, py = eye(x + width / 2, 2.62, front)
            sheet.path(rect(px - 30, py - 22, 60, 34, 6), "#fbf6ea")
            sheet.path(ellipse(px, py - 5, 9), ("#226e59", "#226e59", "#c8402c", "#c48522", "#226e59")[i])
    # The counter at the right: the meter, a bell of coins, a ledger; and a bench for those who wait.
    block(sheet, eye, (1.55, 0, 3.0), (3.4, 1.02, 3.8), "#c08a54", "#6f4027", "#8a5636", "#4c3120")
    for k in range(5):
        block(sheet, eye, (1.66 + k * 0.34, 0.12, 2.99), (1.92 + k * 0.34, 0.88, 3.0), "#7d4a2d", "#804c2e", "#804c2e", "#804c2e")
    block(sheet, eye, (1.48, 1.02, 2.94), (3.4, 1.08, 3.86), "#d9a56a", "#8a5636", "#a06a40", "#4c3120")
    block(sheet, eye, (1.95, 1.08, 3.2), (2.4, 1.3, 3.5), "#7d8790", "#39434f", "#56616c", "#2a323c")
    for k in range(5):
        px, py = eye(1.99 + k * 0.08, 1.24, 3.2)
        sheet.path(rect(px, py, 26, 20, 2), "#14171d")
        sheet.path(rect(px + 5, py + 5, 16, 10, 1), "#c8402c" if k in (2,) else "#5d2a24")
    sheet.path(eye.face((1.58, 1.085, 3.1), (1.86, 1.085, 3.06), (1.9, 1.085, 3.34), (1.62, 1.085, 3.4)), "#fbf6ea")
    block(sheet, eye, (-3.1, 0.44, 3.4), (-1.5, 0.5, 3.85), "#c75b42", "#8f2f22", "#9f392a", "#74251c")
    for x in (-3.0, -1.66):
        block(sheet, eye, (x, 0, 3.45), (x + 0.06, 0.44, 3.5), "#3b3f44", "#23272d", "#23272d", "#3b3f44")
    block(sheet, eye, (-2.5, 0.5, 3.5), (-2.08, 0.72, 3.7), "#4d7a8c", "#215263", "#215263", "#377688")
    px, py = eye(-2.29, 0.72, 3.5)
    sheet.path(f"M{px - 34:.0f} {py:.0f}q34 -62 68 0", stroke="#12323e", width=8)
    grain(sheet, 2400, strength=0.1)


def terrace(sheet: Sheet, eye: Camera, side: int, z: float, deep: float, brick: str, stucco: str, haze: tuple[str, float]) -> None:
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
        block(sheet, eye, (x + side * 1.2 - 0.35, tall, cz), (x + side * 1.2 + 0.35, tall + 2.0, cz + 0.9), trim, wall, wall, wall)
        for pot in (0.1, 0.5):
            block(sheet, eye, (x + side * 1.2 - 0.12, tall + 2.0, cz + pot), (x + side * 1.2 + 0.12, tall + 2.5, cz + pot + 0.24), *[mix("#b9653f", *haze)] * 4)
    sheet.path(eye.face((x, tall, z), (x + side * 2.4, tall + 1.5, z), (x + side * 2.4, tall + 1.5, far), (x, tall, far)), roof)
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
    panel(z + 0.15, far - 0.15, 2.6, 3.2, mix(rng.choice(("#226e59", "#203566", "#74251c", "#4c2940", "#8f5d16")), *haze), 0.1)


def awning(sheet: Sheet, eye: Camera, x0: float, x1: float, z0: float, z1: float, y0: float, y1: float, tones: tuple[str, str], haze: tuple[str, float]) -> None:
    """A striped awning from its high edge at (x0, y0) to its low edge at (x1, y1), with a scalloped valance."""
    count = max(6, int((z1 - z0) / 0.42))
    step = (z1 - z0) / count
    for i in range(count):
        a, b = z0 + i * step, z0 + (i + 1) * step
        colour = mix(tones[i % 2], *haze)
        sheet.path(eye.face((x0, y0, a), (x1, y1, a), (x1, y1, b), (x0, y0, b)), colour)
        sheet.path(eye.face((x1, y1, a), (x1, y1 - 0.2, a), (x1, y1 - 0.32, (a + b) / 2), (x1, y1 - 0.2, b), (x1, y1, b)), mix(colour, "#101a33", 0.22))


def passer(sheet: Sheet, eye: Camera, x: float, z: float, coat: str, head: str, haze: tuple[str, float], bag: str = "", tall: float = 1.62) -> None:
    """Somebody walking away, as a flat shape: a coat, a headscarf or cap, perhaps a bag."""
    (px, py), s = eye(x, 0, z), eye.scale(z)

    def at(points: list[tuple[float, float]]) -> str:
        return polygon((px + a * s, py - b * s * tall / 1.62) for a, b in points)

    c, d = mix(coat, *haze), mix(mix(coat, "#10162c", 0.35), *haze)
    sheet.path(at([(-0.2, 0.0), (0.3, 0.0), (1.3, -0.16), (0.9, -0.2)]), "#1b2036", opacity=0.3)
    sheet.path(at([(-0.14, 0), (-0.03, 0), (-0.02, 0.4), (-0.13, 0.4)]) + at([(0.05, 0.04), (0.15, 0.04), (0.13, 0.4), (0.02, 0.4)]), mix("#20222c", *haze))
    sheet.path(at([(-0.12, 1.38), (0.12, 1.38), (0.23, 1.28), (0.3, 0.74), (0.25, 0.28), (-0.27, 0.28), (-0.3, 0.76), (-0.22, 1.28)]), c)
    sheet.path(at([(0.02, 1.38), (0.12, 1.38), (0.23, 1.28), (0.3, 0.74), (0.25, 0.28), (0.06, 0.28)]), d)
    sheet.path(ellipse(px, py - 1.49 * s * tall / 1.62, 0.105 * s, 0.135 * s), mix(head, *haze))
    sheet.path(at([(-0.1, 1.46), (0.1, 1.46), (0.15, 1.32), (-0.15, 1.32)]), mix(head, *haze))
    if bag:
        sheet.path(at([(0.26, 0.62), (0.46, 0.62), (0.5, 0.24), (0.22, 0.24)]), mix(bag, *haze))
        sheet.path(at([(0.3, 0.62), (0.34, 0.78), (0.38, 0.62), (0.42, 0.62), (0.35, 0.86), (0.26, 0.66)]), mix(bag, *haze))


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
        sheet.path(eye.face((side * 3.9, 0.12, 1.5), (side * 6.2, 0.12, 1.5), (side * 6.2, 0.12, 120), (side * 3.9, 0.12, 120)), "#a79f90" if side < 0 else "#c9bb9f")
        sheet.path(eye.face((side * 3.9, 0, 1.5), (side * 3.9, 0.12, 1.5), (side * 3.9, 0.12, 120), (side * 3.9, 0, 120)), "#59585a")
    sheet.path(eye.face((-6.2, 0.01, 1.5), (0.6, 0.01, 1.5), (-0.6, 0.01, 120), (-6.2, 0.01, 120)), "#2b3147", opacity=0.42)
    for k in range(2, 40):  # the broken white line along the middle of the street
        z = k * 1.6
        sheet.path(eye.face((-0.06, 0, z), (0.06, 0, z), (0.06, 0, z + 0.8), (-0.06, 0, z + 0.8)), "#e8dfc8", opacity=0.7)
    bricks = ("#b5764f", "#c9a06a", "#a9563f", "#d6c09a", "#8f5a48", "#c58a5a")
    for i in range(13, -1, -1):
        z = 3.4 + i * 5.4
        haze = ("#e9dcb6", min(0.6, z / 110))
        for side in (-1, 1):
            terrace(sheet, eye, side, z, 5.4, bricks[(i * 2 + (side > 0)) % 6], "#f3ead7", haze)
    order = (("#c8402c", "#f6efdf"), ("#226e59", "#f6efdf"), ("#203566", "#f6efdf"), ("#c48522", "#f6efdf"))
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
            block(sheet, eye, (x0, 0.15, z), (x1, 0.8, z + 2.2), *[mix(t, *haze) for t in ("#b98a58", "#7d5230", "#8a5f3a", "#5b3a24")])
            for k in range(4):
                for m in range(2):
                    bx0 = x0 + 0.06 + k * (x1 - x0 - 0.12) / 4
                    fruit = mix(rng.choice(("#d8702c", "#c8402c", "#5f8a3c", "#e5ae41", "#7a2f4a", "#8aa84c")), *haze)
                    z0 = z + 0.1 + m * 1.05
                    block(sheet, eye, (bx0, 0.8, z0), (bx0 + (x1 - x0) / 4 - 0.05, 0.92, z0 + 0.95), fruit, mix("#c9a06a", *haze), fruit, mix("#8a6a42", *haze))
                    for _ in range(9):
                        px, py = eye(bx0 + rng.uniform(0.04, 0.26), 0.95, z0 + rng.uniform(0.05, 0.85))
                        sheet.path(ellipse(px, py, 0.045 * eye.scale(z0)), mix(fruit, rng.choice(("#fff0c8", "#2a1a20")), rng.uniform(0.05, 0.3)))
            mid = (x0 + x1) / 2
            for a, b, ya, yb in ((mid, x0 - 0.3, 2.75, 2.3), (mid, x1 + 0.3, 2.75, 2.3)):
                awning(sheet, eye, a, b, z - 0.15, z + 2.4, ya, yb, stall, haze)
            lit = mix(stall[0], "#fff0cf", 0.12 if side > 0 else 0.0)
            sheet.path(eye.face((x0 - 0.3, 2.3, z - 0.15), (mid, 2.75, z - 0.15), (x1 + 0.3, 2.3, z - 0.15)), mix(lit, *haze))
        if i in (0, 1, 2, 3, 4, 6):
            who = {0: (-1.55, "#4a3b52", "#cfb98a", "#226e59"), 1: (0.7, "#31508c", "#efe3c8", "#c48522"), 2: (-1.2, "#54483f", "#2c2622", ""), 3: (1.1, "#226e59", "#c75b42", "#9f392a"), 4: (-0.4, "#6d3f5b", "#f3ead7", ""), 6: (0.5, "#38414a", "#2c2622", "")}[i]
            passer(sheet, eye, who[0], z + 1.2, who[1], who[2], haze, who[3])
    # The fishmonger's, near on the right: awning, a marble slab on trestles, ice and the morning's fish.
    clear = ("#000000", 0.0)
    awning(sheet, eye, 6.1, 3.7, 3.0, 6.6, 3.35, 2.65, ("#31508c", "#fbf6ea"), clear)
    x0, x1, z0, z1 = 2.75, 4.7, 3.5, 5.9
    block(sheet, eye, (x0 + 0.1, 0, z0 + 0.1), (x1, 0.86, z1), "#3b4250", "#2f6d80", "#3f8496", "#215263")
    for k in range(1, 9):
        px = x0 + 0.1 + k * 0.21
        sheet.path(line(*eye(px, 0, z0 + 0.1), *eye(px, 0.86, z0 + 0.1)), stroke="#215263", width=2)
    for y in (0.3, 0.58):
        sheet.path(line(*eye(x0 + 0.1, y, z0 + 0.1), *eye(x1, y, z0 + 0.1)), stroke="#215263", width=2)
    block(sheet, eye, (x0, 0.86, z0), (x1, 0.95, z1), "#f4f6f0", "#bccdc6", "#dfe8e0", "#8aa39c")
    for _ in range(170):
        px, py = eye(rng.uniform(x0 + 0.05, x1 - 0.05), 0.96, rng.uniform(z0 + 0.1, z1 - 0.1))
        sheet.path(polygon([(px - 7, py), (px + 1, py - 6), (px + 8, py - 1), (px + 1, py + 4)]), rng.choice(("#ffffff", "#dfe8ea", "#c5d6da")))
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
            sheet.path(polygon([(bx, by), (bx - size * 0.03, by - size * 0.035), (bx + size * 0.05, by - size * 0.03)]), tone)
            sheet.path(ellipse(ax + (bx - ax) * 0.14, ay + (by - ay) * 0.14, size * 0.008), "#15171d")
    # Near the left edge, a shopping trolley left by the kerb.
    block(sheet, eye, (-2.3, 0.18, 3.7), (-1.9, 0.86, 4.0), "#e0907a", "#9f392a", "#74251c", "#c75b42")
    for y in (0.4, 0.6):
        sheet.path(eye.face((-2.3, y, 3.699), (-1.9, y, 3.699), (-1.9, y + 0.05, 3.699), (-2.3, y + 0.05, 3.699)), "#e5ae41")
    for x in (-2.26, -1.94):
        sheet.path(line(*eye(x, 0.86, 4.0), *eye(x, 1.1, 4.12)), stroke="#20242c", width=7)
        px, py = eye(x, 0.1, 3.8)
        sheet.path(ellipse(px, py, 26), "#20242c")
        sheet.path(ellipse(px, py, 9), "#8b9198")
    sheet.path(line(*eye(-2.26, 1.1, 4.12), *eye(-1.94, 1.1, 4.12)), stroke="#20242c", width=9)
    grain(sheet, 2400, strength=0.1)
