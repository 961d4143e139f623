"""Motor cars as a few flat faces in space: an ordinary saloon of the 1970s, of no make."""

from __future__ import annotations

import math
from collections.abc import Sequence

from ..svg import Sheet, line
from .staging import Camera, block, mix, solid

Tones = Sequence[str]


def saloon(
    sheet: Sheet,
    eye: Camera,
    x: float,
    z: float,
    tones: Tones,
    y: float = 0,
    glass: str = "#22304a",
    wheels: bool = True,
    haze: tuple[str, float] = ("#000000", 0),
) -> None:
    """A saloon seen from behind, its rear at `z`, standing `y` metres above the ground.

    `tones` run from lit to deep shadow; `haze` is a colour and how far all tones go towards it.
    """
    c = [mix(tone, *haze) for tone in tones]
    pane, black = mix(glass, *haze), mix("#15161b", *haze)
    w, sill, belt, roof = 0.8, y + 0.3, y + 0.86, y + 1.4
    if wheels:
        for along in (0.85, 3.35):
            for side in (-w, w - 0.16):
                block(
                    sheet,
                    eye,
                    (x + side, y, z + along - 0.3),
                    (x + side + 0.16, y + 0.6, z + along + 0.3),
                    black,
                    black,
                    black,
                    black,
                )
    a, b, d, e = (
        z,
        z + 4.2,
        z + 0.75,
        z + 3.05,
    )  # rear, front, foot of the rear window, foot of the windscreen
    f, g, v = z + 1.3, z + 2.55, w - 0.14  # roof from f to g, half width v

    def ring(level: float, near: float, far: float, half: float) -> list[tuple[float, float, float]]:
        return [
            (x - half, level, near),
            (x + half, level, near),
            (x + half, level, far),
            (x - half, level, far),
        ]

    low, mid, foot, top = (
        ring(sill, a + 0.05, b - 0.05, w),
        ring(belt, a, b, w),
        ring(belt, d, e, w - 0.03),
        ring(roof, f, g, v),
    )
    body = [([low[0], low[1], mid[1], mid[0]], c[2]), ([low[2], low[3], mid[3], mid[2]], c[2])]
    body += [
        ([low[0], low[3], mid[3], mid[0]], c[3]),
        ([low[1], low[2], mid[2], mid[1]], c[1]),
        (mid, c[1]),
    ]
    solid(sheet, eye, body)
    cabin = [([foot[0], foot[1], top[1], top[0]], c[2]), ([foot[2], foot[3], top[3], top[2]], c[2])]
    cabin += [
        ([foot[0], foot[3], top[3], top[0]], c[3]),
        ([foot[1], foot[2], top[2], top[1]], c[1]),
        (top, c[0]),
    ]
    solid(sheet, eye, cabin)

    def inner(q: Sequence[tuple[float, float, float]], m: float) -> list[tuple[float, float, float]]:
        """The quadrilateral drawn in from its edges by the share `m`."""
        s = [(1 - m) ** 2, m * (1 - m), m * m]
        return [
            tuple(
                q[i][k] * s[0] + (q[(i + 1) % 4][k] + q[i - 1][k]) * s[1] + q[(i + 2) % 4][k] * s[2] for k in range(3)
            )
            for i in range(4)
        ]

    sheet.path(eye.face(*inner([foot[0], foot[1], top[1], top[0]], 0.12)), pane)
    if eye.x < x - w:
        sheet.path(eye.face(*inner([foot[0], foot[3], top[3], top[0]], 0.12)), pane)
    if eye.x > x + w:
        sheet.path(eye.face(*inner([foot[1], foot[2], top[2], top[1]], 0.12)), mix(pane, "#ffffff", 0.12))
    side = -w if eye.x < x else w
    shade, gap = mix("#161a26", *haze), mix(tones[4], *haze)
    for along in (0.85, 3.35):
        arch = [
            (
                x + side * 1.004,
                sill - 0.02 + 0.37 * math.sin(math.pi * k / 8),
                z + along + 0.37 * math.cos(math.pi * k / 8),
            )
            for k in range(9)
        ]
        sheet.path(eye.face(*arch), shade)
        if wheels:
            hub = [
                (
                    x + side * 1.006,
                    y + 0.3 + 0.28 * math.sin(math.pi * k / 8),
                    z + along + 0.28 * math.cos(math.pi * k / 8),
                )
                for k in range(17)
            ]
            sheet.path(eye.face(*hub), black)
            hub = [
                (
                    x + side * 1.008,
                    y + 0.3 + 0.13 * math.sin(math.pi * k / 6),
                    z + along + 0.13 * math.cos(math.pi * k / 6),
                )
                for k in range(13)
            ]
            sheet.path(eye.face(*hub), mix("#a9adb0", *haze))
    seam = max(0.8, eye.scale(z + 2) * 0.012)
    for along in (1.35, 2.15, 3.0):
        sheet.path(
            line(*eye(x + side, sill + 0.06, z + along), *eye(x + side, belt, z + along)),
            stroke=gap,
            width=seam,
        )
    sheet.path(
        line(*eye(x + side, belt - 0.17, z + 0.1), *eye(x + side, belt - 0.17, b - 0.1)),
        stroke=gap,
        width=seam,
    )
    sheet.path(
        line(*eye(x - w + 0.1, belt, a + 0.35), *eye(x + w - 0.1, belt, a + 0.35)),
        stroke=gap,
        width=seam,
    )
    lamp, plate = mix("#c8402c", *haze), mix("#e8e0cc", *haze)
    for side in (-w + 0.06, w - 0.36):
        sheet.path(
            eye.face(
                (x + side, sill + 0.3, a - 0.01),
                (x + side + 0.3, sill + 0.3, a - 0.01),
                (x + side + 0.3, sill + 0.44, a - 0.01),
                (x + side, sill + 0.44, a - 0.01),
            ),
            lamp,
        )
    sheet.path(
        eye.face(
            (x - 0.26, sill + 0.1, a - 0.01),
            (x + 0.26, sill + 0.1, a - 0.01),
            (x + 0.26, sill + 0.22, a - 0.01),
            (x - 0.26, sill + 0.22, a - 0.01),
        ),
        plate,
    )
    block(
        sheet,
        eye,
        (x - w, sill - 0.05, a - 0.12),
        (x + w, sill + 0.05, a),
        mix("#d9d8d2", *haze),
        mix("#96999c", *haze),
        black,
        black,
    )


def roof_load(
    sheet: Sheet,
    eye: Camera,
    x: float,
    z: float,
    tones: Tones,
    rope: str,
    height: float,
    straps: int = 3,
) -> None:
    """A tarpaulin over cases on a roof rack; `z` is the rear of the car that carries it."""
    half, base, near, far = 0.72, 1.47, z + 0.95, z + 2.95
    for bar in (near + 0.2, far - 0.2):
        block(
            sheet,
            eye,
            (x - half, 1.4, bar),
            (x + half, 1.46, bar + 0.06),
            "#8b8f92",
            "#63686c",
            "#3b3f44",
            "#3b3f44",
        )
    shapes = [
        (x - half, base),
        (x + half, base),
        (x + half * 0.86, base + height),
        (x - half * 0.9, base + height * 0.94),
    ]
    near_face, far_face = (
        [(px, py, near) for px, py in shapes],
        [(px, py, far) for px, py in shapes],
    )
    faces = [(near_face, tones[2]), (far_face, tones[2])]
    for i in range(4):
        j = (i + 1) % 4
        faces.append(
            (
                [near_face[i], near_face[j], far_face[j], far_face[i]],
                (tones[4], tones[2], tones[1], tones[3])[i],
            )
        )
    solid(sheet, eye, faces)
    for i in range(straps):
        t = near + (far - near) * (i + 0.6) / straps
        pts = [eye(shapes[k][0], shapes[k][1], t) for k in (0, 3, 2, 1)]
        sheet.path(
            "M" + "L".join(f"{px:.1f} {py:.1f}" for px, py in pts),
            stroke=rope,
            width=max(1.2, eye.scale(t) * 0.022),
        )
    ends = [near_face[3], near_face[1], near_face[2], near_face[0]]
    pts = [eye(*p) for p in ends]
    sheet.path(
        f"M{pts[0][0]:.1f} {pts[0][1]:.1f}L{pts[1][0]:.1f} {pts[1][1]:.1f}M{pts[2][0]:.1f} {pts[2][1]:.1f}L{pts[3][0]:.1f} {pts[3][1]:.1f}",
        stroke=rope,
        width=max(1.2, eye.scale(near) * 0.018),
    )
