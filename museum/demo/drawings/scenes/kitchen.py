"""A kitchen table with a letter being recorded."""

from __future__ import annotations

from ..registry import plate
from ..svg import Sheet, arc, gouge, line, polygon, rect
from .staging import Camera, block, disc, grain, shadow


def tea_glass(sheet: Sheet, eye: Camera, x: float, z: float, y: float, full: float = 0.72) -> None:
    """A tea glass with its gilt band, mint in the tea."""
    tall = 0.115  # metres; a large glass, as for guests
    low, high, foot, lip = y, y + tall, 0.028, 0.039
    sheet.path(
        polygon(
            [
                eye(x + 0.03, y, z - 0.02),
                eye(x + 0.2, y, z - 0.04),
                eye(x + 0.2, y, z + 0.01),
                eye(x + 0.02, y, z + 0.02),
            ]
        ),
        "#1d2233",
        opacity=0.3,
    )
    sheet.path(
        polygon(
            [
                eye(x + 0.06, y, z - 0.02),
                eye(x + 0.17, y, z - 0.032),
                eye(x + 0.17, y, z - 0.008),
                eye(x + 0.06, y, z + 0.004),
            ]
        ),
        "#e8a948",
        opacity=0.55,
    )
    ax, ay = eye(x - lip, high, z)
    bx, by = eye(x + lip, high, z)
    cx, cy = eye(x + foot, low, z)
    dx, dy = eye(x - foot, low, z)
    sheet.path(polygon([(ax, ay), (bx, by), (cx, cy), (dx, dy)]), "#e4ece4", opacity=0.8)
    level = low + tall * full
    half = foot + (lip - foot) * full
    ex, ey = eye(x - half, level, z)
    fx, fy = eye(x + half, level, z)
    sheet.path(disc(eye, x, low, z, foot), "#a86c1f")
    sheet.path(polygon([(ex, ey), (fx, fy), (cx, cy), (dx, dy)]), "#c98a2b")
    sheet.path(
        polygon([(ex, ey), (ex + (fx - ex) * 0.4, ey), (dx + (cx - dx) * 0.4, dy), (dx, dy)]),
        "#ecb957",
    )
    sheet.path(disc(eye, x, level, z, half), "#e5ac48")
    for k in range(4):
        px, py = eye(x + sheet.rng.uniform(-0.014, 0.014), level, z + sheet.rng.uniform(-0.01, 0.01))
        sheet.path(gouge(px, py, 34, 13, sheet.rng.uniform(-60, 60)), ("#2f6a3d", "#4d8a4c")[k % 2])
    sheet.path(disc(eye, x, high, z, lip), stroke="#fbfaf2", width=3.5)
    for share in (0.84, 0.78):
        half = foot + (lip - foot) * share
        gx, gy = eye(x, low + tall * share, z)
        rx = (fx - ex) / 2 * half / (foot + (lip - foot) * full)
        sheet.path(arc(gx, gy, rx, rx * 0.42, 8, 172), stroke="#d9a441", width=4)
    sheet.path(line(ax + 9, ay + 26, dx + 8, dy - 14), stroke="#ffffff", width=5, opacity=0.8)


@plate("scene-kitchen-table", 2000, 1250, 1977)
def kitchen_table(sheet: Sheet) -> None:
    """A Sunday: the recorder is running, the tea is poured, the envelope is already stamped."""
    eye = Camera(1000, 640, 1700, 0.62, 27)
    sheet.path("M0 0h2000v1250H0Z", "#e6d3ad")
    sheet.path(rect(0, 300, 2000, 400), "#2b6f60")
    sheet.path(rect(0, 292, 2000, 12), "#f2dfb6")
    for x in range(0, 2000, 88):
        sheet.path(line(x, 304, x, 700), stroke="#1f574c", width=2)
    sheet.path(line(0, 392, 2000, 392) + line(0, 480, 2000, 480), stroke="#1f574c", width=2)
    # A window on the roofs of another country.
    sheet.path(rect(180, -20, 640, 300), "#fbf6ea")
    sheet.path(rect(204, -20, 592, 276), "#a9bfcb")
    sheet.path(
        polygon(
            [
                (204, 170),
                (300, 120),
                (380, 168),
                (460, 116),
                (560, 172),
                (640, 120),
                (740, 178),
                (796, 140),
                (796, 256),
                (204, 256),
            ]
        ),
        "#a2553d",
    )
    sheet.path(
        polygon(
            [
                (204, 200),
                (340, 160),
                (470, 206),
                (600, 158),
                (730, 210),
                (796, 190),
                (796, 256),
                (204, 256),
            ]
        ),
        "#753726",
    )
    for x, y in ((312, 70), (470, 66), (650, 78)):
        sheet.path(rect(x, y, 34, 80), "#753726")
        sheet.path(rect(x, y, 12, 80), "#a2553d")
        for k in (3, 19):
            sheet.path(rect(x + k, y - 20, 10, 22), "#c98a62")
    sheet.path(rect(492, -20, 16, 280) + rect(204, 92, 592, 12), "#fbf6ea")
    sheet.path(rect(164, 256, 672, 30), "#f6f0e6")
    sheet.path(rect(164, 280, 672, 8), "#b7a37e")
    sheet.path(polygon([(820, -20), (960, -20), (930, 120), (968, 280), (850, 280), (826, 120)]), "#b9432f")
    sheet.path(polygon([(820, -20), (866, -20), (856, 120), (884, 280), (850, 280), (826, 120)]), "#d9694d")
    # An empty chair on the far side.
    sheet.path(rect(1160, 150, 40, 500) + rect(1560, 150, 40, 500), "#5b3320")
    sheet.path(rect(1160, 150, 14, 500) + rect(1560, 150, 14, 500), "#8c5633")
    for y in (170, 290):
        sheet.path(rect(1150, y, 460, 62, 8), "#6f4027")
        sheet.path(rect(1150, y, 460, 20, 8), "#a5683d")
    # The wax cloth: a check of madder on cream, hanging over the near edge.
    y0, near, far, half = 0.0, 0.34, 1.42, 1.0
    sheet.path(eye.face((-half, y0, near), (half, y0, near), (half, y0, far), (-half, y0, far)), "#f4ead2")
    step = 0.09
    count = int(2 * half / step) + 1
    for i in range(0, count, 2):
        x = -half + i * step
        sheet.path(
            eye.face((x, y0, near), (x + step, y0, near), (x + step, y0, far), (x, y0, far)),
            "#c2503a",
            opacity=0.42,
        )
    rows = int((far - near) / step)
    for j in range(0, rows, 2):
        z = near + j * step
        sheet.path(
            eye.face((-half, y0, z), (half, y0, z), (half, y0, z + step), (-half, y0, z + step)),
            "#c2503a",
            opacity=0.42,
        )
    sheet.path(line(*eye(-half, y0, far), *eye(half, y0, far)), stroke="#8f3426", width=5)
    sheet.path(
        eye.face((-1.2, 0.001, 1.12), (-0.1, 0.001, 0.66), (0.12, 0.001, 0.8), (-0.92, 0.001, 1.34)),
        "#fff3c8",
        opacity=0.5,
    )
    sheet.path(
        eye.face((-0.8, 0.001, 0.5), (0.5, 0.001, 0.3), (0.72, 0.001, 0.46), (-0.55, 0.001, 0.7)),
        "#fff3c8",
        opacity=0.42,
    )
    # The recorder, lying on its back as it was used on a table.
    x0, x1, z0, z1, top = -0.27, 0.21, 0.78, 1.06, 0.085
    tea_glass(sheet, eye, -0.42, 0.86, 0, 0.5)
    shadow(sheet, eye, x0, x1, z0, z1, 0, top)
    block(
        sheet,
        eye,
        (x0 + 0.04, 0.03, z1),
        (x1 - 0.04, 0.055, z1 + 0.03),
        "#aeb4bb",
        "#6d737c",
        "#6d737c",
        "#4e545d",
    )
    block(sheet, eye, (x0, 0, z0), (x1, top, z1), "#3a4150", "#232834", "#4d5568", "#191d27")

    def plan(a: float, b: float, c: float, d: float, colour: str) -> None:
        """A rectangle on the recorder's upper face: from (a, b) to (c, d), in metres from its near left corner."""
        sheet.path(
            eye.face(*[(x0 + px, top + 0.001, z0 + pz) for px, pz in ((a, b), (c, b), (c, d), (a, d))]),
            colour,
        )

    plan(0, 0, 0.48, 0.006, "#aeb4bb")
    plan(0.006, 0.075, 0.226, 0.272, "#c9ccca")
    for i in range(17):
        plan(0.014, 0.083 + i * 0.0111, 0.218, 0.0885 + i * 0.0111, "#4b505a")
    plan(0.24, 0.1, 0.47, 0.272, "#aeb4bb")
    plan(0.252, 0.112, 0.458, 0.26, "#12151d")
    plan(0.268, 0.13, 0.442, 0.24, "#e9dcb9")
    plan(0.268, 0.2, 0.442, 0.224, "#9f392a")
    plan(0.31, 0.155, 0.4, 0.192, "#2b2f38")
    for px in (0.326, 0.384):
        sheet.path(disc(eye, x0 + px, top + 0.002, z0 + 0.173, 0.013), "#f3ead7")
        sheet.path(disc(eye, x0 + px, top + 0.002, z0 + 0.173, 0.006), "#2b2f38")
    for k in range(6):
        a = 0.236 + k * 0.039
        drop = 0.004 if k in (0, 1) else 0.014
        block(
            sheet,
            eye,
            (x0 + a, top, z0 + 0.02),
            (x0 + a + 0.034, top + drop, z0 + 0.07),
            "#c8402c" if k == 0 else "#e6e2d6",
            "#8f2a1e" if k == 0 else "#a9a69c",
            "#777",
            "#8a877e",
        )
    for k in range(2):
        sheet.path(disc(eye, x0 + 0.045 + k * 0.06, top + 0.006, z0 + 0.04, 0.02), "#8b9198")
        sheet.path(disc(eye, x0 + 0.045 + k * 0.06, top + 0.012, z0 + 0.042, 0.017), "#d7dadb")
    for px in (0.16, 0.166, 0.172, 0.178, 0.184, 0.19):
        plan(px, 0.03, px + 0.003, 0.05, "#0e1118")
    # Two glasses, the sugar, the cassette's box and the envelope.
    tea_glass(sheet, eye, 0.37, 1.0, 0)

    def sheet_of(points: list[tuple[float, float]], colour: str, y: float = 0.002) -> None:
        sheet.path(eye.face(*[(px, y, pz) for px, pz in points]), colour)

    ax, az, ux, uz, vx, vz = (
        0.27,
        0.7,
        0.215,
        -0.03,
        0.028,
        0.14,
    )  # the envelope's near left corner and sides

    def on(a: float, b: float) -> tuple[float, float]:
        return ax + a * ux + b * vx, az + a * uz + b * vz

    sheet_of([(p[0] + 0.012, p[1] - 0.008) for p in (on(0, 0), on(1, 0), on(1, 1), on(0, 1))], "#6d4a33")
    sheet_of([on(0, 0), on(1, 0), on(1, 1), on(0, 1)], "#fbf6ea")
    for k in range(14):
        colour = ("#b7382a", "#31508c")[k % 2]
        a, b = k / 14 + 0.012, k / 14 + 0.048
        sheet_of([on(a, 0), on(b, 0), on(b + 0.02, 0.07), on(a + 0.02, 0.07)], colour)
        sheet_of([on(a, 0.93), on(b, 0.93), on(b + 0.02, 1), on(a + 0.02, 1)], colour)
    for k, colour in ((0, "#226e59"), (1, "#c48522")):
        a = 0.68 + k * 0.14
        sheet_of([on(a, 0.58), on(a + 0.11, 0.58), on(a + 0.11, 0.86), on(a, 0.86)], colour)
    for b, end in ((0.5, 0.52), (0.4, 0.6), (0.3, 0.44)):
        (p, q), (r, s) = on(0.16, b), on(end, b)
        sheet.path(line(*eye(p, 0.003, q), *eye(r, 0.003, s)), stroke="#2c3f6e", width=4)
    block(
        sheet,
        eye,
        (-0.44, 0, 0.66),
        (-0.33, 0.016, 0.73),
        "#dfe6e4",
        "#9fb0ae",
        "#c3d0cd",
        "#8a9b99",
    )
    sheet_of([(-0.433, 0.666), (-0.337, 0.666), (-0.337, 0.69), (-0.433, 0.69)], "#c48522", 0.017)
    sheet_of([(-0.433, 0.695), (-0.337, 0.695), (-0.337, 0.725), (-0.433, 0.725)], "#f3ead7", 0.017)
    sheet.path(disc(eye, 0.62, 0.001, 1.12, 0.085), "#1d2233", opacity=0.25)
    sheet.path(disc(eye, 0.6, 0.012, 1.13, 0.085), "#f6f0e6")
    sheet.path(disc(eye, 0.6, 0.014, 1.13, 0.06), "#d8cab4")
    for px, pz, y in (
        (0.58, 1.14, 0.012),
        (0.605, 1.12, 0.012),
        (0.62, 1.145, 0.012),
        (0.595, 1.13, 0.03),
    ):
        block(
            sheet,
            eye,
            (px, y, pz - 0.012),
            (px + 0.024, y + 0.018, pz + 0.008),
            "#ffffff",
            "#e4d8c2",
            "#fbf6ea",
            "#c9bba0",
        )
    grain(sheet, 2400, strength=0.1)
