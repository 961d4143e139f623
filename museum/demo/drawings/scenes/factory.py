"""The car body line."""

from __future__ import annotations

from ..registry import plate
from ..svg import TONES, Sheet, ellipse, line, polygon
from .staging import Camera, block, grain, mix
from .vehicles import saloon


@plate("scene-factory", 2000, 1250, 1982)
def factory(sheet: Sheet) -> None:
    """The body line at the change of shift: nobody at it, everything waiting."""
    rng, eye = sheet.rng, Camera(860, 470, 1180, 3.3, 0, 0.6)
    sheet.path("M0 0h2000v1250H0Z", "#26334d")
    far, eaves = 92.0, 9.0
    sheet.path(eye.face((-16, 0, 2), (20, 0, 2), (20, 0, far), (-16, 0, far)), "#8f8a80")
    sheet.path(
        eye.face((-16, 0, far), (20, 0, far), (20, eaves + 3, far), (-16, eaves + 3, far)),
        "#cfc4a8",
    )
    sheet.path(eye.face((-16, 0, 2), (-16, eaves, 2), (-16, eaves, far), (-16, 0, far)), "#3c4b66")
    sheet.path(eye.face((20, 0, 2), (20, eaves, 2), (20, eaves, far), (20, 0, far)), "#5b6a7e")
    for step in range(14):
        z = 5 + step * 6.6
        sheet.path(
            eye.face((-15, 0, z + 1), (19, 0, z - 1), (19, 0, z + 1.4), (-15, 0, z + 3.4)),
            "#d9cba6",
            opacity=0.5,
        )
    for step in range(13, -1, -1):  # a saw-tooth roof: light, then dark, again and again
        z = 5 + step * 6.6
        haze = ("#e8cf9a", min(0.5, step / 24))
        sheet.path(
            eye.face((-16, eaves, z), (20, eaves, z), (20, eaves + 2.6, z), (-16, eaves + 2.6, z)),
            mix("#f8e6b4", *haze),
        )
        for k in range(-16, 21, 2):
            sheet.path(
                line(*eye(k, eaves, z), *eye(k, eaves + 2.6, z)),
                stroke=mix("#31405c", *haze),
                width=max(1, eye.scale(z) * 0.06),
            )
        sheet.path(
            eye.face(
                (-16, eaves + 2.6, z),
                (20, eaves + 2.6, z),
                (20, eaves, z - 6.6),
                (-16, eaves, z - 6.6),
            ),
            mix("#1c2840", *haze),
        )
        for k in (-9.5, 10.5):
            if z > 8:
                sheet.path(
                    line(*eye(k, eaves, z), *eye(k, 0, z)),
                    stroke=mix("#1a2438", *haze),
                    width=max(1.5, eye.scale(z) * 0.22),
                    cap="butt",
                )
        sheet.path(
            line(*eye(-16, eaves, z), *eye(20, eaves, z)),
            stroke=mix("#121b2f", *haze),
            width=max(1.5, eye.scale(z) * 0.22),
        )
    for x in (-5.2, -0.9, 3.0, 7.6):
        sheet.path(eye.face((x, 0, 2), (x + 0.14, 0, 2), (x + 0.14, 0, far), (x, 0, far)), "#d99a2b")
    sheet.path(eye.face((-4.6, 0, 2), (-1.4, 0, 2), (-1.4, 0, far), (-4.6, 0, far)), "#4e535d")
    sheet.path(eye.face((3.5, 0, 2), (7.1, 0, 2), (7.1, 0, far), (3.5, 0, far)), "#5a5e66")
    coats = (
        TONES["madder"],
        TONES["madder"],
        TONES["saffron"],
        TONES["madder"],
        TONES["indigo"],
        TONES["saffron"],
    )
    for i in range(14, -1, -1):
        z = 4.6 + i * 5.6
        haze = ("#d9c398", min(0.62, z / 110))
        grey = [mix(t, "#9a9689", 0.25) for t in TONES["steel"]]
        iron = [mix(t, *haze) for t in ("#59647a", "#2c3850", "#18223a", "#202c44")]
        x = 5.3  # hung line: bodies in bare metal coming from the welding shop
        for k in (z + 1.2, z + 3.0):
            for side in (-1.0, 1.0):
                block(sheet, eye, (x + side - 0.05, 2.5, k), (x + side + 0.05, 6.9, k + 0.12), *iron)
            block(sheet, eye, (x - 1.05, 2.45, k), (x + 1.05, 2.55, k + 0.12), *iron)
        saloon(sheet, eye, x, z, grey, 2.3, "#39445a", wheels=False, haze=haze)
        block(sheet, eye, (x - 1.1, 6.9, z + 1.0), (x + 1.1, 7.1, z + 3.3), *iron)
        block(sheet, eye, (x - 0.15, 7.4, z), (x + 0.15, 7.6, z + 5.6), *iron)
        x = -3.0  # floor line: painted
        block(sheet, eye, (x - 0.9, 0, z - 0.4), (x + 0.9, 0.34, z + 4.6), *iron)
        saloon(sheet, eye, x, z, coats[i % len(coats)], 0.3, "#39445a", wheels=False, haze=haze)
        if i % 2 == 0:  # a workplace: bench, bin of parts, lamp on its arm
            bx = 0.6
            wood = [mix(t, *haze) for t in ("#b3a488", "#7b6f5c", "#4b4438", "#5c5346")]
            for lx, lz in ((0.02, 2.5), (0.9, 2.5), (0.02, 0.62), (0.9, 0.62)):
                block(sheet, eye, (bx + lx, 0, z + lz), (bx + lx + 0.08, 0.8, z + lz + 0.08), *iron)
            block(sheet, eye, (bx, 0.28, z + 0.6), (bx + 1.0, 0.32, z + 2.6), *iron)
            block(sheet, eye, (bx, 0.78, z + 0.6), (bx + 1.0, 0.85, z + 2.6), *wood)
            block(
                sheet,
                eye,
                (bx + 0.15, 0.85, z + 0.9),
                (bx + 0.7, 1.1, z + 1.6),
                *[mix(t, *haze) for t in TONES["zellige"][1:]],
            )
            block(sheet, eye, (bx + 0.72, 0.85, z + 0.7), (bx + 0.8, 0.9, z + 1.2), *iron)
            block(
                sheet,
                eye,
                (bx + 0.1, 0.85, z + 1.9),
                (bx + 0.9, 0.98, z + 2.3),
                *[mix(t, *haze) for t in TONES["clay"][1:]],
            )
            lx, ly = eye(bx + 0.5, 4.4, z + 1.6)
            sheet.path(
                line(lx, eye(bx, 8.5, z + 1.6)[1], lx, ly),
                stroke=iron[2],
                width=max(1, eye.scale(z) * 0.03),
            )
            s = eye.scale(z)
            sheet.path(
                polygon(
                    [
                        (lx - 0.5 * s, ly + 0.25 * s),
                        (lx - 0.12 * s, ly),
                        (lx + 0.12 * s, ly),
                        (lx + 0.5 * s, ly + 0.25 * s),
                    ]
                ),
                iron[1],
            )
            sheet.path(ellipse(lx, ly + 0.25 * s, 0.46 * s, 0.07 * s), "#fff0c2")
    for _ in range(16):  # bolts and chalk marks left on the floor
        px, py = eye(rng.uniform(-0.6, 2.8), 0, rng.uniform(3.4, 9))
        sheet.path(ellipse(px, py, rng.uniform(2, 5), rng.uniform(1, 2)), "#4a4740", opacity=0.6)
    grain(sheet, 2600, strength=0.11)
