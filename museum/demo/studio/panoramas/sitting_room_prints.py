"""What is printed, woven or written in the sitting room: wallpaper, carpet, lace, picture, exercise book, plaid."""

from __future__ import annotations

import math

from ...drawings.svg import Sheet, ellipse, line, polygon, rect, smooth, star


def wallpaper() -> Sheet:
    """One repeat of the wallpaper: small ogees in ochre on cream, as sold by the roll in the 1970s."""
    sheet = Sheet(512, 512, 3)
    sheet.path(rect(0, 0, 512, 512), fill="#dfcea8")
    for cx, cy in ((128, 128), (384, 384)):
        for scale, colour in ((1.0, "#d3bd8c"), (0.66, "#dfcea8"), (0.5, "#bf9a5c"), (0.22, "#dfcea8")):
            points = [(0, -118), (62, -58), (84, 0), (62, 58), (0, 118), (-62, 58), (-84, 0), (-62, -58)]
            sheet.path(smooth([(cx + x * scale, cy + y * scale) for x, y in points], True), fill=colour)
    for cx, cy in ((384, 128), (128, 384)):
        sheet.path(ellipse(cx, cy, 30), fill="#d3bd8c")
        sheet.path(ellipse(cx, cy, 13), fill="#dfcea8")
    return sheet


def carpet() -> Sheet:
    """A woven carpet of lozenges in a stepped border, madder, indigo and saffron."""
    sheet = Sheet(1400, 900, 5)
    sheet.path(rect(0, 0, 1400, 900), fill="#5e2320")
    for inset, colour in ((26, "#d8b36a"), (38, "#27365f"), (104, "#d8b36a"), (114, "#8c342a")):
        sheet.path(rect(inset, inset, 1400 - 2 * inset, 900 - 2 * inset), fill=colour)
    for k in range(19):
        x = 71 + k * 69.9
        for y in (71, 829):
            sheet.path(star(x, y, 4, 27, 11), fill="#e6d3a6" if k % 2 else "#c0563c")
    for k in range(1, 11):
        for x in (71, 1329):
            sheet.path(star(x, 71 + k * 68.9, 4, 27, 11), fill="#e6d3a6" if k % 2 else "#c0563c")
    for row in range(3):
        for column in range(5):
            cx, cy = 220 + column * 240, 225 + row * 225
            tones = ("#27365f", "#d8b36a", "#5e2320", "#e6d3a6", "#c0563c")
            for step, colour in enumerate(tones if (row + column) % 2 else tones[::-1]):
                w, h = 116 - step * 23, 108 - step * 22
                sheet.path(polygon([(cx, cy - h), (cx + w, cy), (cx, cy + h), (cx - w, cy)]), fill=colour)
            if row < 2 and column < 4:
                sheet.path(star(cx + 120, cy + 112, 8, 34, 16), fill="#d8b36a")
    for _ in range(500):
        x, y = sheet.rng.random() * 1400, sheet.rng.random() * 900
        sheet.path(line(x, y, x + sheet.rng.uniform(8, 60), y), stroke="#3a1815", width=1.2, opacity=0.25)
    return sheet


def geometry() -> Sheet:
    """The picture on the wall: a rosette of twelve drawn with rule and compasses, in three blues and gold."""
    sheet = Sheet(700, 700, 2)
    sheet.path(rect(0, 0, 700, 700), fill="#efe5cf")
    sheet.path(rect(46, 46, 608, 608), fill="#1f3a63")
    for radius, colour in ((286, "#d6b365"), (272, "#f0e7d2"), (258, "#2f6a78")):
        sheet.path(star(350, 350, 12, radius, radius * 0.8), fill=colour)
    for k in range(12):
        angle = math.radians(30 * k + 15)
        cx, cy = 350 + 158 * math.sin(angle), 350 - 158 * math.cos(angle)
        sheet.path(star(cx, cy, 4, 62, 24, 30 * k + 15), fill="#f0e7d2")
        sheet.path(star(cx, cy, 4, 40, 15, 30 * k + 15), fill="#b5482f")
    for radius, colour in ((138, "#d6b365"), (124, "#1f3a63"), (84, "#f0e7d2"), (58, "#b5482f"), (26, "#d6b365")):
        sheet.path(star(350, 350, 12, radius, radius * 0.66), fill=colour)
    return sheet


def lace() -> Sheet:
    """The crocheted mat: rings of loops, white on black; black is where the holes are."""
    sheet = Sheet(900, 420, 4)
    sheet.path(rect(0, 0, 900, 420), fill="#000000")
    sheet.path(rect(26, 26, 848, 368, 20), fill="#ffffff")
    for k in range(36):
        for y in (24, 396):
            sheet.path(ellipse(24 + k * 24.3, y, 14), fill="#ffffff")
            sheet.path(ellipse(24 + k * 24.3, y, 6), fill="#000000")
    for row in range(9):
        for column in range(21):
            x, y = 52 + column * 39.8, 50 + row * 40
            if (row + column) % 3:
                sheet.path(star(x, y, 4, 17, 6), fill="#000000")
            else:
                sheet.path(ellipse(x, y, 9), fill="#000000")
    return sheet


def page() -> Sheet:
    """Two pages of an exercise book: ruled, a row of letters repeated in blue, a red margin."""
    sheet = Sheet(900, 640, 9)
    sheet.path(rect(0, 0, 900, 640), fill="#f5efdf")
    for page in (0, 450):
        for k in range(19):
            sheet.path(line(page + 14, 60 + k * 30, page + 436, 60 + k * 30), stroke="#9db4cf", width=1.6)
        sheet.path(line(page + 84, 10, page + 84, 630), stroke="#c4584a", width=2.4)
        for k in range(2, 15, 2):
            for n in range(9):
                x, y = page + 104 + n * 36, 56 + k * 30
                bend = [(x, y - 18), (x + 9, y), (x + 20, y - 4), (x + 26, y - 16 - (k % 4) * 2), (x + 31, y - 2)]
                sheet.path(smooth(bend), stroke="#24407c", width=3.2)
    sheet.path(rect(447, 0, 6, 640), fill="#c9bda2")
    return sheet


def plaid() -> Sheet:
    """The big plaid of the woven bag."""
    sheet = Sheet(512, 512, 6)
    sheet.path(rect(0, 0, 512, 512), fill="#e9e6dd")
    for start, wide, colour in (
        (30, 110, "#b2392f"),
        (180, 26, "#26407c"),
        (300, 110, "#3460a0"),
        (450, 26, "#b2392f"),
    ):
        sheet.path(rect(start, 0, wide, 512), fill=colour, opacity=0.72)
        sheet.path(rect(0, start, 512, wide), fill=colour, opacity=0.72)
    return sheet
