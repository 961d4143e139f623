"""The selection doctor's card and the chest film.

No face is invented: where a photograph was glued there is its empty place.
"""

from __future__ import annotations

import math

from ..registry import plate
from ..svg import (
    TONES,
    Sheet,
    ellipse,
    flecks,
    gouge,
    gouges,
    line,
    polygon,
    rect,
    smooth,
)
from .lettering import capitals, centred, handwriting, stamp, words
from .paper import paper
from .studio import contour, ground, lay

INDIGO, MADDER, PLUM = (TONES[k] for k in ("indigo", "madder", "plum"))
FILM = ("#b9c6cb", "#7f939c", "#4a5d68", "#283843", "#121c24")


@plate("medical-card", 1200, 1600, seed=2)
def medical_card(sheet: Sheet) -> None:
    """The selection doctor's card, laid on the chest film it was clipped to."""
    rng = sheet.rng
    ground(sheet)
    with sheet.group(transform="rotate(2 600 700)"):
        x, y, w, h = 180, 90, 860, 1060
        film = rect(x, y, w, h, 22)
        lay(sheet, film, 10)
        contour(sheet, film, FILM[4], 4, 1.5, 2)
        sheet.path(film, fill=FILM[4])
        with sheet.group(clip=film):
            _chest(sheet, x + w / 2, y)
            sheet.path(film, stroke=FILM[2], width=4)
            sheet.path(
                polygon([(x, y + 330), (x + 250, y), (x + 330, y), (x, y + 440)])
                + polygon([(x, y + 470), (x + 352, y), (x + 372, y), (x, y + 498)]),
                fill=FILM[0],
                opacity=0.14,
            )
            sheet.path(rect(x + w - 250, y + 34, 210, 58, 4), fill=FILM[3])
            sheet.path(capitals("04172", x + w - 232, y + 48, 30, 1.1), stroke=FILM[0], width=5)
            sheet.path(capitals("D", x + 46, y + 46, 40), stroke=FILM[0], width=6)
            sheet.path(gouges(rng, (x, y, w, h), 40, 30, 120, 1.2, 60), fill=FILM[1])
        for cx, cy in (
            (x + 20, y + 20),
            (x + w - 20, y + 20),
            (x + 20, y + h - 20),
            (x + w - 20, y + h - 20),
        ):
            sheet.path(ellipse(cx, cy, 7), fill=TONES["plaster"][3])
    with sheet.group(transform="rotate(-5 640 1180)"):
        x, y, w, h = 350, 880, 720, 560
        tones = ("#f3e3d6", "#e8cfbb", "#d6b296", "#b58767", "#6f4a34")
        card = rect(x, y, w, h, 16)
        paper(sheet, card, (x, y, w, h), tones, 11, 220)
        with sheet.group(clip=card):
            sheet.path(centred("FICHE MÉDICALE", x + w / 2, y + 38, 38, 1.06), stroke=tones[4], width=7)
            sheet.path(rect(x + 40, y + 98, w - 80, 4), fill=tones[4])
            for k in range(4):
                yy = y + 148 + k * 46
                sheet.path(words(rng, x + 40, yy - 12, 110 + 30 * (k % 2), 9), fill=tones[4])
                sheet.path(
                    line(x + 180, yy, x + (440 if k < 3 else w - 40), yy),
                    stroke=tones[4],
                    width=2,
                    dash="2 6",
                )
                sheet.path(
                    handwriting(rng, x + 190, yy - 4, (230, 180, 210, 400)[k], 17),
                    stroke=INDIGO[4],
                    width=2.8,
                )
            # A row of boxes: weight, height, eyes, hands.
            for k in range(4):
                bx = x + 40 + k * 162
                sheet.path(rect(bx, y + 320, 150, 76), stroke=tones[4], width=3)
                sheet.path(words(rng, bx + 10, y + 330, 80, 7), fill=tones[4])
                sheet.path(handwriting(rng, bx + 26, y + 382, 90, 19), stroke=INDIGO[4], width=3)
            # The photograph has gone: glue, two rust marks, a paler rectangle.
            px, py = x + w - 210, y + 122
            sheet.path(rect(px, py, 160, 178), fill=tones[0], stroke=tones[3], width=2.5, dash="7 6")
            sheet.path(
                smooth(
                    [
                        (px + 24, py + 40),
                        (px + 80, py + 22),
                        (px + 138, py + 52),
                        (px + 128, py + 130),
                        (px + 70, py + 158),
                        (px + 26, py + 120),
                    ],
                    True,
                ),
                fill=tones[2],
                opacity=0.6,
            )
            sheet.path(gouges(rng, (px + 20, py + 30, 120, 120), 26, 40, 40, 3, 30), fill=tones[1])
            sheet.path(rect(px + 66, py - 8, 26, 5) + rect(px + 66, py + 14, 26, 5), fill="#9a5b3a")
            stamp(sheet, x + w - 190, y + 400, 94, PLUM[2], tones[1], -14)
            with sheet.group(transform=f"rotate(-3 {x + 220} {y + 470})", opacity=0.85):
                sheet.path(rect(x + 60, y + 430, 290, 82, 6), stroke=MADDER[2], width=7)
                sheet.path(capitals("APTE", x + 122, y + 448, 46, 1.12), stroke=MADDER[2], width=10)
            sheet.path(flecks(rng, (x + 50, y + 420, 310, 100), 90, 0.8, 3), fill=tones[1])


def _chest(sheet: Sheet, cx: float, y: float) -> None:
    """The film itself: lungs dark, ribs and spine pale, in five flat greys and engraved edges."""
    rng = sheet.rng
    body = smooth(
        [
            (cx - 90, y + 20),
            (cx - 120, y + 130),
            (cx - 330, y + 190),
            (cx - 420, y + 300),
            (cx - 400, y + 520),
            (cx - 350, y + 800),
            (cx - 350, y + 1080),
            (cx + 350, y + 1080),
            (cx + 350, y + 800),
            (cx + 400, y + 520),
            (cx + 420, y + 300),
            (cx + 330, y + 190),
            (cx + 120, y + 130),
            (cx + 90, y + 20),
        ],
        True,
    )
    sheet.path(body, fill=FILM[3])
    sheet.path(
        smooth(
            [
                (cx - 60, y + 30),
                (cx - 90, y + 170),
                (cx - 300, y + 240),
                (cx - 340, y + 500),
                (cx - 320, y + 900),
                (cx - 300, y + 1080),
                (cx + 300, y + 1080),
                (cx + 320, y + 900),
                (cx + 340, y + 500),
                (cx + 300, y + 240),
                (cx + 90, y + 170),
                (cx + 60, y + 30),
            ],
            True,
        ),
        fill="#34464f",
    )
    lungs = []
    for s in (-1, 1):
        lungs.append(
            smooth(
                [
                    (cx + s * 70, y + 250),
                    (cx + s * 150, y + 176),
                    (cx + s * 236, y + 250),
                    (cx + s * 290, y + 430),
                    (cx + s * 306, y + 640),
                    (cx + s * 290, y + 800),
                    (cx + s * 190, y + 742),
                    (cx + s * 90, y + 790 - (40 if s > 0 else 0)),
                    (cx + s * (64 if s < 0 else 120), y + 620),
                    (cx + s * 58, y + 430),
                ],
                True,
            )
        )
    for d in lungs:
        sheet.path(d, fill=FILM[4])
    heart = smooth(
        [
            (cx - 50, y + 440),
            (cx + 40, y + 430),
            (cx + 120, y + 560),
            (cx + 180, y + 700),
            (cx + 120, y + 770),
            (cx - 40, y + 770),
            (cx - 90, y + 690),
        ],
        True,
    )
    sheet.path(heart, fill=FILM[2])
    sheet.path(gouges(rng, (cx - 60, y + 480, 200, 270), 90, 70, 60, 3, 20), fill="#34464f")
    # Vertebrae down the middle.
    for k in range(19):
        yy, half = y + 60 + k * 55, 27 + k * 0.9
        sheet.path(rect(cx - half, yy, 2 * half, 42, 9), fill=FILM[1], opacity=0.75)
        sheet.path(rect(cx - half, yy, 2 * half, 9, 4), fill=FILM[0], opacity=0.8)
        sheet.path(ellipse(cx, yy + 26, 8, 10), fill=FILM[2])
    ribs_back, ribs_front, marks = [], [], []
    for k in range(10):
        yy = y + 216 + k * 62
        reach = 190 + 125 * math.sin(min(1.0, (k + 1) / 6.5) * 1.45)
        for s in (-1, 1):
            ribs_back.append(
                smooth(
                    [
                        (cx + s * 36, yy),
                        (cx + s * reach * 0.5, yy - 26),
                        (cx + s * reach * 0.88, yy + 22),
                        (cx + s * reach, yy + 96),
                    ]
                )
            )
            if 0 < k < 8:
                ribs_front.append(
                    smooth(
                        [
                            (cx + s * reach, yy + 90),
                            (cx + s * reach * 0.82, yy + 146),
                            (cx + s * reach * 0.48, yy + 178),
                        ]
                    )
                )
            for _ in range(16):
                t = rng.random()
                marks.append(
                    gouge(
                        cx + s * (36 + (reach - 40) * t),
                        yy - 20 * math.sin(t * 2.6) + 60 * t**3 + rng.uniform(-9, 9),
                        rng.uniform(14, 40),
                        1.8,
                        s * (-14 + 60 * t),
                    )
                )
    sheet.path("".join(ribs_front), stroke=FILM[2], width=20, opacity=0.75)
    sheet.path("".join(ribs_back), stroke=FILM[2], width=25)
    sheet.path("".join(ribs_back), stroke=FILM[1], width=15)
    sheet.path("".join(ribs_back), stroke=FILM[0], width=4, transform="translate(0 -7)")
    sheet.path("".join(marks), fill=FILM[3])
    for s in (-1, 1):
        bone = smooth(
            [
                (cx + s * 46, y + 236),
                (cx + s * 150, y + 196),
                (cx + s * 270, y + 208),
                (cx + s * 380, y + 170),
            ]
        )
        for colour, width, dy in ((FILM[2], 38, 0), (FILM[1], 28, 0), (FILM[0], 9, -8)):
            sheet.path(bone, stroke=colour, width=width, transform=f"translate(0 {dy})")
        blade = smooth(
            [
                (cx + s * 330, y + 236),
                (cx + s * 396, y + 300),
                (cx + s * 352, y + 470),
                (cx + s * 318, y + 520),
                (cx + s * 312, y + 380),
            ],
            True,
        )
        sheet.path(blade, fill=FILM[2], stroke=FILM[1], width=6, opacity=0.8)
    sheet.path(
        smooth(
            [
                (cx - 350, y + 860),
                (cx - 240, y + 776),
                (cx - 120, y + 764),
                (cx, y + 800),
                (cx + 120, y + 770),
                (cx + 260, y + 786),
                (cx + 350, y + 860),
            ]
        ),
        stroke=FILM[1],
        width=9,
    )
