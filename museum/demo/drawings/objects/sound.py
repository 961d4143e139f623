"""Voices on tape and on vinyl: the cassette letter, the single."""

from __future__ import annotations

import math

from ..registry import detail, plate
from ..svg import (
    INK,
    TONES,
    Sheet,
    ellipse,
    flecks,
    gouge,
    gouges,
    line,
    n,
    polygon,
    rect,
    smooth,
    star,
)
from .lettering import capitals, handwriting
from .studio import contour, ground, lay

BLACK, STEEL, PAPER = (TONES[k] for k in ("black", "steel", "paper"))
MADDER, INDIGO, SAFFRON, GREEN, SEA = (TONES[k] for k in ("madder", "indigo", "saffron", "zellige", "sea"))


def _screw(sheet: Sheet, x: float, y: float, r: float, turn: float = 30) -> None:
    """A cross-headed screw in its recess."""
    sheet.path(ellipse(x, y, r * 1.35), fill=INK)
    sheet.path(ellipse(x, y, r), fill=STEEL[1])
    sheet.path(ellipse(x + r * 0.2, y + r * 0.25, r * 0.75), fill=STEEL[2])
    with sheet.group(transform=f"rotate({n(turn)} {n(x)} {n(y)})"):
        sheet.path(
            line(x - r * 0.6, y, x + r * 0.6, y) + line(x, y - r * 0.6, x, y + r * 0.6),
            stroke=INK,
            width=r * 0.26,
        )


@plate("cassette-letter", 1600, 1200, seed=4)
def cassette(sheet: Sheet) -> None:
    """A blank cassette sent in place of a letter, its label ruled and written by hand, on its envelope."""
    rng = sheet.rng
    ground(sheet)
    with sheet.group(transform="rotate(-7 800 600)"):
        _envelope(sheet, 150, 130, 1180, 800)
    with sheet.group(transform="rotate(4 850 680)"):
        x, y, w, h = 380, 370, 1000, 640
        shell = rect(x, y, w, h, 22)
        lay(sheet, shell, 17)
        contour(sheet, shell, width=7)
        sheet.path(shell, fill=BLACK[2])
        with sheet.group(clip=shell):
            sheet.path(
                polygon([(x, y), (x + w, y), (x + w, y + 9), (x + 9, y + 9), (x + 9, y + h), (x, y + h)]),
                fill=BLACK[0],
            )
            sheet.path(
                polygon(
                    [
                        (x + w, y),
                        (x + w, y + h),
                        (x, y + h),
                        (x, y + h - 12),
                        (x + w - 12, y + h - 12),
                        (x + w - 12, y),
                    ]
                ),
                fill=BLACK[4],
            )
            sheet.path(gouges(rng, (x, y, w, h), 150, 0, 60, 1.6, 3), fill=BLACK[1])
            sheet.path(gouges(rng, (x, y, w, h), 40, 30, 130, 1.4, 60), fill=BLACK[0])
        # The thicker foot that takes the heads.
        foot = polygon([(x + 190, y + h), (x + 214, y + 486), (x + w - 214, y + 486), (x + w - 190, y + h)])
        sheet.path(foot, fill=BLACK[4], transform="translate(5 5)")
        sheet.path(foot, fill=BLACK[1], stroke=INK, width=4)
        sheet.path(polygon([(x + 214, y + 488), (x + w - 214, y + 488)], False), stroke=BLACK[0], width=5)
        for dx, r in ((280, 15), (390, 12), (500, 9), (610, 12), (720, 15)):
            sheet.path(ellipse(x + dx, y + 590, r + 4), fill=BLACK[0])
            sheet.path(ellipse(x + dx, y + 590, r), fill=INK)
        sheet.path(rect(x + 330, y + 520, 22, 22, 3) + rect(x + 648, y + 520, 22, 22, 3), fill=INK)
        for px, py, a in (
            (34, 34, 20),
            (w - 34, 34, 50),
            (34, h - 34, 75),
            (w - 34, h - 34, 10),
            (w / 2, 528, 35),
        ):
            _screw(sheet, x + px, y + py, 14, a)
        _cassette_label(sheet, x + 70, y + 62, w - 140, 400)
        _reels(sheet, x + 225, y + 232, w - 450, 134)


def _envelope(sheet: Sheet, x: float, y: float, w: float, h: float) -> None:
    """An airmail envelope, opened and flattened by its journey."""
    rng = sheet.rng
    d = rect(x, y, w, h, 6)
    lay(sheet, d, 9)
    contour(sheet, d, TONES["card"][4], 3, 1, 2)
    sheet.path(d, fill=PAPER[0])
    with sheet.group(clip=d):
        for edge, length, turn in (
            ((x, y), w, 0),
            ((x, y + h - 30), w, 0),
            ((x, y), h, 1),
            ((x + w - 30, y), h, 1),
        ):
            for k in range(int(length / 46) + 2):
                colour = (MADDER[1], None, INDIGO[2], None)[k % 4]
                if not colour:
                    continue
                ex, ey = edge
                q = k * 46
                d2 = (
                    [
                        (ex + q, ey),
                        (ex + q + 42, ey),
                        (ex + q + 28, ey + 30),
                        (ex + q - 14, ey + 30),
                    ]
                    if not turn
                    else [
                        (ex, ey + q),
                        (ex + 30, ey + q - 14),
                        (ex + 30, ey + q + 28),
                        (ex, ey + q + 42),
                    ]
                )
                sheet.path(polygon(d2), fill=colour)
        sheet.path(rect(x + 30, y + 30, w - 60, h - 60), fill=PAPER[1])
        sheet.path(gouges(rng, (x + 30, y + 30, w - 60, h - 60), 60, 24, 90, 1.2, 30), fill=PAPER[2])
        sheet.path(line(x + 30, y + h * 0.52, x + w - 30, y + h * 0.5), stroke=PAPER[3], width=3)
        for k in range(3):
            sheet.path(
                handwriting(rng, x + 100, y + 118 + k * 52, 360 - k * 30, 19),
                stroke=INDIGO[3],
                width=2.6,
            )
        # Stamp: a plain perforated block with a geometric star; postmark across it.
        sx, sy, sw, sh = x + w - 220, y + 56, 150, 180
        teeth = "".join(ellipse(sx + k * 15, py, 5) for k in range(11) for py in (sy, sy + sh)) + "".join(
            ellipse(px, sy + k * 15, 5) for k in range(13) for px in (sx, sx + sw)
        )
        sheet.path(rect(sx, sy, sw, sh), fill=PAPER[0], stroke=PAPER[3], width=2)
        sheet.path(teeth, fill=PAPER[1], stroke=PAPER[3], width=1.5)
        sheet.path(rect(sx + 14, sy + 14, sw - 28, sh - 28), fill=GREEN[2])
        sheet.path(star(sx + 75, sy + 90, 8, 48, 30), fill=SAFFRON[0])
        sheet.path(star(sx + 75, sy + 90, 8, 24, 14), fill=GREEN[3])
        for r in (92, 84, 50):
            sheet.path(ellipse(sx - 20, sy + 110, r), stroke=INK, width=4, opacity=0.7)
        for k in range(6):
            sheet.path(
                smooth([(sx - 360 + q * 45, sy + 60 + k * 20 + (8 if q % 2 else -8)) for q in range(7)]),
                stroke=INK,
                width=4,
                opacity=0.62,
            )


def _cassette_label(sheet: Sheet, x: float, y: float, w: float, h: float) -> None:
    """Paper label: a colour band, lines ruled with a biro against a book's edge, a name and a date unreadable."""
    rng = sheet.rng
    d = rect(x, y, w, h, 12)
    sheet.path(d, fill=INK, transform="translate(3 4)")
    sheet.path(d, fill=PAPER[1])
    with sheet.group(clip=d):
        sheet.path(rect(x, y + h - 96, w, 96), fill=SAFFRON[1])
        sheet.path(rect(x, y + h - 104, w, 5) + rect(x, y + h - 62, w, 3), fill=SAFFRON[3])
        sheet.path(capitals("C 60", x + w - 158, y + h - 54, 36, 0.9), stroke=SAFFRON[4], width=8)
        sheet.path(ellipse(x + 46, y + 52, 32), fill=MADDER[2])
        sheet.path(capitals("A", x + 34, y + 34, 36), stroke=PAPER[0], width=7)
        for k in range(3):
            yy = y + 62 + k * 44
            tilt = rng.uniform(-4, 4)
            sheet.path(
                line(x + 98 + rng.uniform(-6, 6), yy, x + w - 36 + rng.uniform(-14, 8), yy + tilt),
                stroke=INDIGO[2],
                width=2.4,
            )
            sheet.path(
                line(x + 100, yy + 3, x + w * rng.uniform(0.3, 0.5), yy + 2.5),
                stroke=INDIGO[1],
                width=1.2,
            )
        sheet.path(handwriting(rng, x + 116, y + 58, 560, 17, 0.3), stroke=INDIGO[4], width=2.6)
        sheet.path(handwriting(rng, x + 116, y + 102, 440, 17, 0.3), stroke=INDIGO[4], width=2.6)
        sheet.path(handwriting(rng, x + 600, y + 147, 150, 16, 0.3), stroke=MADDER[2], width=2.6)
        sheet.path(handwriting(rng, x + 26, y + h - 22, 300, 15, 0.3), stroke=INDIGO[4], width=2.4)
        sheet.path(gouges(rng, (x, y, w, h), 46, 10, 70, 1.4, 60), fill=PAPER[3])
        sheet.path(flecks(rng, (x, y, w, h), 90, 0.8, 2.6), fill=PAPER[4])
        # A thumb's grease, lower left.
        sheet.path(
            smooth(
                [
                    (x, y + 190),
                    (x + 70, y + 180),
                    (x + 110, y + 240),
                    (x + 60, y + 300),
                    (x, y + 290),
                ],
                True,
            ),
            fill=PAPER[3],
            opacity=0.4,
        )
    sheet.path(polygon([(x + w, y + 40), (x + w - 34, y), (x + w, y)]), fill=BLACK[2])
    sheet.path(
        polygon([(x + w - 34, y), (x + w - 36, y + 32), (x + w, y + 40)]),
        fill=PAPER[0],
        stroke=INK,
        width=2,
    )


def _reels(sheet: Sheet, x: float, y: float, w: float, h: float) -> None:
    """The window: two toothed hubs, the pack of brown tape thicker on the left."""
    well = rect(x, y, w, h, h / 2)
    sheet.path(well, fill=INK, stroke=INK, width=8)
    with sheet.group(clip=well):
        sheet.path(well, fill=BLACK[1])
        cy = y + h / 2
        window = rect(x + 150, y + 14, w - 300, h - 28, 6)
        for cx, r in ((x + 68, 190), (x + w - 68, 128)):
            sheet.path(ellipse(cx, cy, r), fill="#4b2d20")
            for k in range(int((r - 66) / 5)):
                sheet.path(ellipse(cx, cy, 66 + k * 5), stroke="#6b4430" if k % 3 else "#331d14", width=1.3)
            sheet.path(gouges(sheet.rng, (cx - r, cy - 60, 2 * r, 50), 26, 90, 50, 2, 8), fill="#8a5c41")
        sheet.path(window, stroke=BLACK[0], width=5)
        sheet.path(
            polygon([(x + 190, y), (x + 240, y), (x + 190, y + h), (x + 140, y + h)])
            + polygon([(x + 262, y), (x + 276, y), (x + 226, y + h), (x + 212, y + h)]),
            fill=TONES["glass"][0],
            opacity=0.28,
        )
        for k in range(5):
            sheet.path(
                line(x + 190 + k * 44, y + h - 30, x + 190 + k * 44, y + h - 16),
                stroke=PAPER[0],
                width=3,
            )
    for cx in (x + 68, x + w - 68):
        sheet.path(ellipse(cx, cy, 62), fill=INK)
        sheet.path(ellipse(cx, cy, 57), fill=PAPER[0])
        sheet.path(ellipse(cx + 4, cy + 5, 50), fill=PAPER[2])
        sheet.path(ellipse(cx, cy, 42), fill=INK)
        for k in range(6):
            a = math.radians(k * 60 + (14 if cx < x + w / 2 else 41))
            px, py = cx + 36 * math.cos(a), cy + 36 * math.sin(a)
            with sheet.group(transform=f"rotate({n(math.degrees(a))} {n(px)} {n(py)})"):
                sheet.path(rect(px - 13, py - 7, 24, 14, 2), fill=PAPER[0])
                sheet.path(rect(px - 13, py + 3, 24, 4, 2), fill=PAPER[3])


detail("cassette-letter-detail", "cassette-letter", (430, 410, 640, 480))


@plate("vinyl-single", 1600, 1200, seed=26)
def single(sheet: Sheet) -> None:
    """A 45 r.p.m. single half out of its printed sleeve; the large hole cut for the café jukebox."""
    rng = sheet.rng
    ground(sheet)
    cx, cy, r = 1010, 610, 400
    disc = ellipse(cx, cy, r)
    lay(sheet, disc, 15)
    contour(sheet, disc, width=5)
    sheet.path(disc, fill=BLACK[4])
    for k in range(56):
        rr = 186 + k * 3.75
        sheet.path(ellipse(cx, cy, rr), stroke=BLACK[2] if k % 7 else BLACK[3], width=1.7)
    with sheet.group(clip=disc):
        for a, spread, colour, count in (
            (-52, 17, BLACK[0], 44),
            (128, 15, BLACK[0], 40),
            (-20, 10, BLACK[1], 26),
            (160, 9, BLACK[1], 24),
        ):
            shine = []
            for _ in range(count):
                rr = rng.uniform(180, r - 8)
                mid, half = a + rng.gauss(0, 2.5), spread * rng.uniform(0.4, 1)
                pts = [
                    (
                        cx + rr * math.cos(math.radians(mid + q * half)),
                        cy + rr * math.sin(math.radians(mid + q * half)),
                    )
                    for q in (-1, -0.5, 0, 0.5, 1)
                ]
                shine.append(smooth(pts))
            sheet.path("".join(shine), stroke=colour, width=2.4)
    for rr in (396, 302):
        sheet.path(ellipse(cx, cy, rr), stroke=BLACK[4] if rr < 390 else BLACK[1], width=4)
    sheet.path(ellipse(cx, cy, 182), fill=INK)
    sheet.path(ellipse(cx, cy, 176), fill=SAFFRON[1])
    with sheet.group(clip=ellipse(cx, cy, 176)):
        sheet.path(rect(cx - 180, cy + 66, 360, 120), fill=MADDER[2])
        sheet.path(rect(cx - 180, cy + 58, 360, 5), fill=MADDER[2])
        for k, width in enumerate((150, 190, 120)):
            sheet.path(rect(cx - width / 2, cy - 146 + k * 20, width, 8 if k else 11), fill=SAFFRON[4])
        sheet.path(capitals("45", cx + 96, cy - 16, 32), stroke=SAFFRON[4], width=6)
        sheet.path(capitals("B", cx - 134, cy - 16, 32), stroke=SAFFRON[4], width=6)
        for k, width in enumerate((190, 140, 90)):
            sheet.path(rect(cx - width / 2, cy + 92 + k * 20, width, 7), fill=SAFFRON[0])
        sheet.path(flecks(rng, (cx - 176, cy - 176, 352, 352), 70, 1, 3), fill=SAFFRON[3])
    sheet.path(ellipse(cx, cy, 78), fill=INK)
    sheet.path(ellipse(cx + 3, cy + 4, 74), fill="#c0b097")
    sheet.path(ellipse(cx + 8, cy + 10, 66), fill=TONES["plaster"][2])
    # The sleeve: a star pattern printed in two colours, thumb cut at its mouth, ring worn through.
    with sheet.group(transform="rotate(-4 540 610)"):
        x, y, s = 150, 200, 800
        sleeve = f"M{x} {y}h{s}v{s * 0.4}q-56 {s * 0.1} 0 {s * 0.2}v{s * 0.4}h-{s}Z"
        lay(sheet, sleeve, 12)
        contour(sheet, sleeve, width=5)
        sheet.path(sleeve, fill=SEA[3])
        with sheet.group(clip=sleeve):
            pitch = 200
            for row in range(5):
                for col in range(5):
                    sx, sy = x + col * pitch, y + row * pitch
                    sheet.path(star(sx, sy, 8, 104, 80), fill=SEA[2], stroke=PAPER[1], width=4)
                    sheet.path(star(sx, sy, 8, 70, 40), fill=SAFFRON[1])
                    sheet.path(star(sx, sy, 8, 40, 22, -67.5), fill=MADDER[2])
                    sheet.path(ellipse(sx, sy, 10), fill=PAPER[0])
                    mx, my = sx + pitch / 2, sy + pitch / 2
                    sheet.path(star(mx, my, 4, 46, 22, -45), fill=PAPER[1])
                    sheet.path(star(mx, my, 4, 22, 10, -45), fill=SEA[4])
            sheet.path(rect(x, y + 52, s, 128), fill=PAPER[1])
            sheet.path(rect(x, y + 62, s, 5) + rect(x, y + 166, s, 5), fill=MADDER[2])
            left = x + 44
            for width in (120, 70, 190, 90, 160):
                sheet.path(rect(left, y + 92, width - 14, 50), fill=SEA[4])
                left += width
            wear = []
            for _ in range(250):
                a, rr = rng.uniform(0, 6.283), rng.gauss(352, 7)
                wear.append(
                    gouge(
                        x + s / 2 + rr * math.cos(a),
                        y + s / 2 + rr * math.sin(a),
                        rng.uniform(10, 36),
                        2.6,
                        math.degrees(a) + 90,
                    )
                )
            sheet.path("".join(wear), fill=PAPER[1], opacity=0.85)
            sheet.path(gouges(rng, (x, y, s, s), 50, 40, 90, 1.6, 60), fill=PAPER[1], opacity=0.6)
            edge = "".join(
                gouge(px, y + rng.random() * s, rng.uniform(20, 70), 5, 90) for px in (x, x + s) for _ in range(18)
            ) + "".join(
                gouge(x + rng.random() * s, py, rng.uniform(20, 70), 5, 0) for py in (y, y + s) for _ in range(18)
            )
            sheet.path(edge, fill=PAPER[0])
