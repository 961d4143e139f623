"""The desk at which people were registered for work."""

from __future__ import annotations

import math

from ..registry import plate
from ..svg import TONES, Sheet, gouge, line, polygon, rect, smooth
from .staging import Camera, block, disc, grain, mix, shadow


@plate("scene-desk", 2000, 1250, 1969)
def desk(sheet: Sheet) -> None:
    """The registration desk, seen by the clerk: forms, pad, stamp, pen, and a queue that is still outside."""
    rng, eye = sheet.rng, Camera(1000, 690, 1750, 0.78, 46)
    sheet.path("M0 0h2000v1250H0Z", "#70452c")
    for k in range(16):  # the boards of the desk
        x = -1.2 + k * 0.15
        sheet.path(
            eye.face((x, 0, 0.1), (x + 0.15, 0, 0.1), (x + 0.15, 0, 1.75), (x, 0, 1.75)),
            mix("#8a5636", "#6b3f27", rng.random()),
        )
        for _ in range(7):
            px = x + rng.uniform(0.01, 0.14)
            z = rng.uniform(0.1, 1.3)
            sheet.path(
                line(
                    *eye(px, 0, z),
                    *eye(px + rng.uniform(-0.004, 0.004), 0, z + rng.uniform(0.2, 0.5)),
                ),
                stroke="#4b2a1a",
                width=1.6,
                opacity=0.55,
            )
    sheet.path(
        eye.face((-1.3, 0.0, 1.2), (-1.3, 0.0, 1.85), (1.3, 0.0, 1.85), (1.3, 0.0, 1.2)),
        "#3a2418",
        opacity=0.35,
    )
    for z0, z1 in ((1.1, 1.38), (0.68, 0.96), (0.26, 0.54)):  # light through a blind
        sheet.path(
            eye.face(
                (-1.3, 0.001, z0),
                (1.3, 0.001, z0 - 0.42),
                (1.3, 0.001, z1 - 0.42),
                (-1.3, 0.001, z1),
            ),
            "#f2c883",
            opacity=0.26,
        )

    def leaf(cx: float, cz: float, turn: float, w: float, h: float, colour: str, y: float = 0.001):
        """Lay a sheet of paper and return what places a point on it (0 to 1 across, 0 to 1 up)."""
        c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))

        def at(a: float, b: float, lift: float = 0.0) -> tuple[float, float, float]:
            px, pz = (a - 0.5) * w, (b - 0.5) * h
            return cx + c * px - s * pz, y + lift, cz + s * px + c * pz

        corners = ((0, 0), (1, 0), (1, 1), (0, 1))
        sheet.path(
            polygon((px + 9, py + 9) for px, py in (eye(*at(*q)) for q in corners)),
            "#2a1810",
            opacity=0.5,
        )
        sheet.path(eye.face(*[at(*q) for q in corners]), colour)
        return at

    def form(cx: float, cz: float, turn: float, colour: str, filled: int, y: float = 0.001):
        """A printed form whose words are only lines: boxes, rules, and `filled` lines of handwriting."""
        at = leaf(cx, cz, turn, 0.21, 0.297, colour, y)
        ink = "#5a5148"
        sheet.path(eye.face(at(0.08, 0.88), at(0.6, 0.88), at(0.6, 0.93), at(0.08, 0.93)), ink)
        sheet.path(eye.face(at(0.08, 0.83), at(0.44, 0.83), at(0.44, 0.85), at(0.08, 0.85)), ink)
        sheet.path(
            eye.face(at(0.72, 0.72), at(0.92, 0.72), at(0.92, 0.93), at(0.72, 0.93)),
            stroke=ink,
            width=3,
        )
        for k in range(11):
            b = 0.7 - k * 0.056
            sheet.path(line(*eye(*at(0.08, b)), *eye(*at(0.92, b))), stroke=ink, width=2)
            sheet.path(
                line(*eye(*at(0.08, b + 0.016)), *eye(*at(0.08 + rng.uniform(0.1, 0.22), b + 0.016))),
                stroke=ink,
                width=4,
            )
            if k < filled:
                pts = [
                    eye(*at(0.36 + j * 0.022, b + 0.012 + rng.uniform(-0.007, 0.014)))
                    for j in range(rng.randint(9, 23))
                ]
                sheet.path(smooth(pts), stroke="#203566", width=3.4)
        return at

    for k in range(9, -1, -1):  # the pile that is done, the pile that is not
        form(
            -0.6 + rng.uniform(-0.012, 0.012),
            1.12,
            5 + rng.uniform(-4, 4),
            ("#f3ead7", "#e4d6ba")[k % 2],
            8,
            0.001 + (9 - k) * 0.006,
        )
    for k in range(5):
        form(
            0.62 + rng.uniform(-0.014, 0.014),
            1.16,
            -7 + rng.uniform(-5, 5),
            ("#e6dcc0", "#f3ead7")[k % 2],
            0,
            0.001 + k * 0.006,
        )
    leaf(0.0, 0.8, 0, 0.62, 0.46, "#24594d")
    leaf(0.0, 0.8, 0, 0.58, 0.42, "#2f7566", 0.003)
    at = form(-0.08, 0.82, 3, "#fbf6ea", 6, 0.006)

    def ring(cx: float, cz: float, r: float, width: float, share: float) -> None:
        sheet.path(disc(eye, cx, 0.008, cz, r), stroke="#7a2f6b", width=width, opacity=share)

    sx, _, sz = at(0.7, 0.2)
    for r, width in ((0.036, 7), (0.029, 3), (0.012, 5)):
        ring(sx, sz, r, width, 0.85)
    for k in range(18):
        a = k * math.pi / 9
        sheet.path(
            line(
                *eye(sx + 0.016 * math.cos(a), 0.008, sz + 0.016 * math.sin(a)),
                *eye(sx + 0.025 * math.cos(a), 0.008, sz + 0.025 * math.sin(a)),
            ),
            stroke="#7a2f6b",
            width=5,
            opacity=0.8,
        )
    at = form(0.17, 0.83, -8, "#f3ead7", 3, 0.007)
    # Pad, stamp and pen.
    shadow(sheet, eye, 0.4, 0.56, 0.62, 0.73, 0, 0.03)
    block(sheet, eye, (0.4, 0, 0.62), (0.56, 0.018, 0.73), "#3d434d", "#20242c", "#2c313a", "#171a20")
    sheet.path(
        eye.face((0.41, 0.019, 0.63), (0.55, 0.019, 0.63), (0.55, 0.019, 0.72), (0.41, 0.019, 0.72)),
        "#4c2950",
    )
    sheet.path(
        eye.face((0.41, 0.019, 0.685), (0.55, 0.019, 0.66), (0.55, 0.019, 0.72), (0.41, 0.019, 0.72)),
        "#6d3f72",
    )
    block(
        sheet,
        eye,
        (0.4, 0.0, 0.745),
        (0.56, 0.012, 0.86),
        "#8b9198",
        "#4d535c",
        "#4d535c",
        "#33383f",
    )
    bx, bz = 0.41, 0.53
    sheet.path(
        polygon(
            [
                eye(bx - 0.03, 0, bz - 0.03),
                eye(bx + 0.25, 0, bz - 0.1),
                eye(bx + 0.25, 0, bz - 0.05),
                eye(bx + 0.03, 0, bz + 0.03),
            ]
        ),
        "#24150e",
        opacity=0.55,
    )
    for y, r, tone in ((0.0, 0.04, 3), (0.014, 0.04, 2), (0.016, 0.036, 1)):
        sheet.path(disc(eye, bx, y, bz, r), TONES["clay"][tone + 1])
    profile = (
        (0.02, 0.014),
        (0.05, 0.012),
        (0.07, 0.016),
        (0.09, 0.022),
        (0.11, 0.023),
        (0.125, 0.016),
    )
    left = [(eye(bx, y, bz)[0] - r * eye.scale(bz, y), eye(bx, y, bz)[1]) for y, r in profile]
    right = [(eye(bx, y, bz)[0] + r * eye.scale(bz, y), eye(bx, y, bz)[1]) for y, r in profile]
    sheet.path(smooth(left) + "L" + smooth(right[::-1])[1:] + "Z", TONES["madder"][3])
    middle = [(p[0] + (q[0] - p[0]) * 0.45, p[1]) for p, q in zip(left, right, strict=True)]
    sheet.path(smooth(left) + "L" + smooth(middle[::-1])[1:] + "Z", TONES["madder"][2])
    sheet.path(disc(eye, bx, 0.125, bz, 0.0175), TONES["madder"][1])
    (ax, ay), (cx, cy) = eye(0.2, 0.012, 0.58), eye(0.335, 0.02, 0.72)
    turn = math.degrees(math.atan2(cy - ay, cx - ax))
    sheet.path(line(ax + 12, ay + 14, cx + 16, cy + 12), stroke="#24150e", width=13, opacity=0.45)
    sheet.path(line(ax, ay, cx, cy), stroke="#15171d", width=15)
    sheet.path(line(ax + 2, ay - 4, cx - 2, cy - 4), stroke="#5b6270", width=4)
    sheet.path(
        gouge(
            ax - 18 * math.cos(math.radians(turn)),
            ay - 18 * math.sin(math.radians(turn)),
            60,
            10,
            turn,
        ),
        "#d9a441",
    )
    # A drawer of cards and a lamp's foot at the far side.
    shadow(sheet, eye, -0.3, 0.02, 1.2, 1.42, 0, 0.12)
    block(sheet, eye, (-0.3, 0, 1.2), (0.02, 0.12, 1.46), "#4c3120", "#a5683d", "#c98a52", "#5b3320")
    for k in range(15):
        z = 1.45 - k * 0.016
        tab = ("#f3ead7", "#e6d3ad", "#efe3c8")[k % 3]
        lift = rng.uniform(0.135, 0.15)
        sheet.path(eye.face((-0.285, 0.1, z), (0.005, 0.1, z), (0.005, lift, z), (-0.285, lift, z)), tab)
        sheet.path(line(*eye(-0.285, lift, z), *eye(0.005, lift, z)), stroke="#a68b5c", width=1.6)
        if k % 4 == 0:
            px = -0.26 + rng.random() * 0.2
            sheet.path(
                eye.face(
                    (px, lift, z),
                    (px + 0.04, lift, z),
                    (px + 0.04, lift + 0.014, z),
                    (px, lift + 0.014, z),
                ),
                ("#9f392a", "#226e59", "#314d88", "#c48522")[k // 4],
            )
    block(sheet, eye, (-0.3, 0, 1.2), (0.02, 0.1, 1.2), "#a5683d", "#a5683d", "#c98a52", "#5b3320")
    px, py = eye(-0.14, 0.06, 1.2)
    sheet.path(rect(px - 34, py - 14, 68, 28, 4), "#e0bb66")
    sheet.path(rect(px - 28, py - 9, 56, 18, 2), "#f3ead7")
    sheet.path(disc(eye, -0.43, 0.004, 0.5, 0.052), "#2a1810", opacity=0.45)
    for y, r, tone in ((0.0, 0.045, 3), (0.05, 0.047, 1)):
        sheet.path(disc(eye, -0.45, y, 0.52, r), TONES["aluminium"][tone])
    sheet.path(disc(eye, -0.45, 0.051, 0.52, 0.04), "#5c3a22")
    sheet.path(disc(eye, -0.46, 0.052, 0.525, 0.02), "#7d5230")
    grain(sheet, 2400, strength=0.1)
