"""Printed paper filled in by hand: contract, pay slips, telegram, ferry ticket, exercise book.

Only the printed names of forms can be read; what was typed or written stays a texture, because no
document is invented here.
"""

from __future__ import annotations

import math

from ..registry import detail, plate
from ..svg import INK, TONES, Sheet, ellipse, flecks, gouge, gouges, line, n, polygon, rect, smooth
from .lettering import capitals, centred, extent, handwriting, stamp, thumbprint, typed, words
from .studio import contour, ground, lay

PAPER, CARD, INDIGO, MADDER, PLUM, GREEN, SAFFRON = (TONES[k] for k in ("paper", "card", "indigo", "madder", "plum", "zellige", "saffron"))


def torn_rect(sheet: Sheet, x: float, y: float, w: float, h: float, rough: float = 2) -> str:
    """A sheet of paper: nearly straight edges, softened corners."""
    rng, pts = sheet.rng, []
    for x1, y1, x2, y2 in ((x, y, x + w, y), (x + w, y, x + w, y + h), (x + w, y + h, x, y + h), (x, y + h, x, y)):
        steps = 14
        pts += [(x1 + (x2 - x1) * k / steps + rng.uniform(-rough, rough) * 0.5, y1 + (y2 - y1) * k / steps + rng.uniform(-rough, rough) * 0.5) for k in range(steps)]
    return polygon(pts)


def paper(sheet: Sheet, d: str, box, tones=PAPER, lift: float = 8, grain: int = 200) -> None:
    """Lay a sheet of paper with its shadow, edge, fibres and foxing."""
    x, y, w, h = box
    lay(sheet, d, lift)
    contour(sheet, d, tones[4], 3, 1.2, 2)
    sheet.path(d, fill=tones[1])
    with sheet.group(clip=d):
        sheet.path(gouges(sheet.rng, box, grain, 20, 26, 0.8, 60), fill=tones[2])
        sheet.path(gouges(sheet.rng, box, grain // 2, 20, 26, 0.8, 60), fill=tones[0])
        sheet.path(flecks(sheet.rng, box, grain // 3, 0.8, 2.2), fill=tones[3])
        edge = "".join(gouge(x + sheet.rng.random() * w, y + h * s, 60, 7, 0) for s in (0, 1) for _ in range(14)) + "".join(gouge(x + w * s, y + sheet.rng.random() * h, 60, 7, 90) for s in (0, 1) for _ in range(16))
        sheet.path(edge, fill=tones[2])


def fold(sheet: Sheet, x1: float, y1: float, x2: float, y2: float, tones=PAPER) -> None:
    """A crease: a dark line with a lit lip, cracked here and there."""
    rng = sheet.rng
    length, angle = math.hypot(x2 - x1, y2 - y1), math.degrees(math.atan2(y2 - y1, x2 - x1))
    upright = abs(y2 - y1) > abs(x2 - x1)
    sheet.path(line(x1, y1, x2, y2), stroke=tones[3], width=3)
    sheet.path(line(x1, y1, x2, y2), stroke=tones[0], width=3, transform="translate(-3 0)" if upright else "translate(0 -3)")
    cracks = []
    for _ in range(int(length / 26)):
        t = rng.random()
        cracks.append(gouge(x1 + (x2 - x1) * t, y1 + (y2 - y1) * t, rng.uniform(8, 34), 2, angle + rng.uniform(-16, 16)))
    sheet.path("".join(cracks), fill=tones[4])


@plate("work-contract", 1200, 1600, seed=101)
def contract(sheet: Sheet) -> None:
    """A work contract: printed clauses, typed answers, stamps, and a thumb where a signature was asked for."""
    rng = sheet.rng
    ground(sheet)
    x, y, w, h = 150, 110, 900, 1280
    with sheet.group(transform="rotate(-1.6 600 800)"):
        d = torn_rect(sheet, x, y, w, h)
        paper(sheet, d, (x, y, w, h), grain=420)
        with sheet.group(clip=d):
            sheet.path(smooth([(x + w, y + 40), (x + w - 120, y + 60), (x + w - 170, y + 150), (x + w - 90, y + 240), (x + w, y + 250)], True), fill=PAPER[2])
            sheet.path(rect(x + 70, y + 70, 250, 9) + rect(x + 70, y + 92, 190, 7) + rect(x + 70, y + 110, 215, 7), fill=INK)
            sheet.path(rect(x + w - 300, y + 66, 230, 76), stroke=INK, width=3)
            sheet.path(typed(rng, x + w - 284, y + 96, 200, 21), stroke=INDIGO[4], width=3)
            sheet.path(centred("CONTRAT DE TRAVAIL", x + w / 2, y + 182, 46, 1.06), stroke=INK, width=8)
            sheet.path(line(x + w / 2 - 130, y + 254, x + w / 2 + 130, y + 254), stroke=INK, width=3)
            top = y + 296
            for k in range(6):
                yy = top + k * 46
                sheet.path(words(rng, x + 70, yy - 12, 130 + (k * 37) % 90, 10), fill=INK)
                start = x + 220 + (k * 37) % 90
                sheet.path(line(start, yy, x + w - 70, yy), stroke=INK, width=2, dash="2 6")
                sheet.path(typed(rng, start + 12, yy - 25, (430, 260, 360, 200, 460, 310)[k], 22), stroke=INDIGO[4], width=3)
            for k in range(3):
                block = top + 330 + k * 112
                sheet.path(rect(x + 70, block, 112, 13), fill=INK)
                for r in range(4):
                    sheet.path(words(rng, x + 70 + (136 if r == 0 else 0), block + r * 24 + 2, (w - 140 - (136 if r == 0 else 0)) * (1 if r < 3 else 0.62), 9), fill=INK)
            sheet.path(typed(rng, x + 510, block + 66, 210, 22), stroke=INDIGO[4], width=3)
            sheet.path(line(x + 500, block + 92, x + 740, block + 92), stroke=INK, width=2)
            sign = y + h - 312
            for sx in (x + 70, x + 370, x + 660):
                sheet.path(words(rng, sx, sign, 170, 10), fill=INK)
                sheet.path(line(sx, sign + 196, sx + 190, sign + 196), stroke=INK, width=2, dash="2 6")
            sheet.path(handwriting(rng, x + 84, sign + 130, 170, 26, 0.5), stroke=INK, width=4)
            sheet.path(smooth([(x + 80, sign + 152), (x + 190, sign + 138), (x + 270, sign + 120), (x + 180, sign + 162), (x + 110, sign + 166)]), stroke=INK, width=4)
            thumbprint(sheet, x + 742, sign + 116, 76, PLUM[3])
            stamp(sheet, x + 432, sign + 104, 104, MADDER[2], PAPER[1], -18)
            stamp(sheet, x + 300, y + 800, 92, INDIGO[2], PAPER[1], 12)
            with sheet.group(transform=f"rotate(-4 {x + 660} {y + 590})", opacity=0.8):
                sheet.path(rect(x + 560, y + 546, 250, 70, 6), stroke=PLUM[2], width=6)
                sheet.path(capitals("18 MOIS", x + 586, y + 563, 36, 0.95), stroke=PLUM[2], width=7)
            sheet.path(flecks(rng, (x + 540, y + 530, 300, 100), 60, 0.8, 2.6), fill=PAPER[1])
            sheet.path(words(rng, x + 70, y + h - 76, w - 140, 6) + words(rng, x + 70, y + h - 60, w - 300, 6), fill=INK)
            fold(sheet, x, y + h / 3, x + w, y + h / 3 + 4)
            fold(sheet, x, y + h * 2 / 3, x + w, y + h * 2 / 3 - 3)
            fold(sheet, x + w / 2, y, x + w / 2 + 3, y + h)
            sheet.path(ellipse(x + w / 2 + 2, y + h / 3 + 2, 8, 6), fill="#bda98b")
        # A rusted paper clip has left its mark, and the clip is still there.
        clip = "M0 0V-96Q0 -124 26 -124Q52 -124 52 -96V20Q52 50 20 50Q-14 50 -14 20V-70"
        with sheet.group(transform=f"translate({x + 96} {y + 86}) rotate(5)"):
            sheet.path(clip, stroke="#a8785a", width=7, transform="translate(7 4)", opacity=0.6)
            for colour, width, o in ((INK, 10, 1), ("#8f9498", 6.5, 0), ("#dfe1df", 2, -1.4)):
                sheet.path(clip, stroke=colour, width=width, transform=f"translate({o} {o})")


detail("work-contract-detail", "work-contract", (480, 1010, 560, 420))


@plate("pay-slip", 1600, 1200, seed=13)
def pay_slip(sheet: Sheet) -> None:
    """Three weeks' pay slips, kept pinned together: columns, carbon figures, one underlined."""
    rng = sheet.rng
    ground(sheet)
    for turn, dx, dy, tones in ((-9, -50, -90, CARD), (5, 40, 66, PAPER), (-2.5, 0, 0, ("#eef3e6", "#dde7d4", "#c3d1b8", "#9fb196", "#6d7f66"))):
        with sheet.group(transform=f"rotate({turn} 260 420) translate({dx} {dy})"):
            _slip(sheet, 150, 300, 1300, 590, tones)
    sheet.path(line(246, 398, 322, 414), stroke="#a8957a", width=7)
    for colour, width in ((INK, 9), ("#aab0b3", 5)):
        sheet.path(line(238, 388, 314, 402), stroke=colour, width=width)
    sheet.path(ellipse(236, 387, 15), fill=INK)
    sheet.path(ellipse(234, 385, 12), fill="#c3c6c7")
    sheet.path(ellipse(230, 381, 4), fill="#ffffff")


def _slip(sheet: Sheet, x: float, y: float, w: float, h: float, tones) -> None:
    rng, ink = sheet.rng, tones[4]
    d = torn_rect(sheet, x, y, w, h)
    paper(sheet, d, (x, y, w, h), tones, 7, 240)
    with sheet.group(clip=d):
        sheet.path("".join(ellipse(x + 26, y + 30 + k * 48, 9) for k in range(12)), fill=TONES["plaster"][3])
        sheet.path(capitals("BULLETIN DE PAIE", x + 200, y + 46, 36), stroke=ink, width=6.5)
        sheet.path(rect(x + w - 330, y + 38, 280, 56), stroke=ink, width=3)
        sheet.path(capitals("NO", x + w - 316, y + 54, 24), stroke=ink, width=4)
        sheet.path(capitals("1247", x + w - 220, y + 50, 32, 1.3), stroke=INDIGO[3], width=5.5)
        sheet.path(words(rng, x + 70, y + 122, 210, 9) + words(rng, x + 70, y + 144, 170, 9), fill=ink)
        sheet.path(typed(rng, x + 320, y + 118, 380, 26), stroke=INDIGO[4], width=3.2)
        gx, gy, gw, gh = x + 64, y + 178, w - 114, h - 232
        columns = (0, 0.3, 0.42, 0.55, 0.7, 0.85, 1)
        sheet.path(rect(gx, gy, gw, 44), fill=tones[3])
        sheet.path(rect(gx, gy, gw, gh), stroke=ink, width=4)
        sheet.path("".join(line(gx + gw * c, gy, gx + gw * c, gy + gh) for c in columns[1:-1]) + line(gx, gy + 44, gx + gw, gy + 44), stroke=ink, width=2.5)
        rows = 7
        for r in range(rows):
            yy = gy + 56 + r * (gh - 64) / rows
            sheet.path(words(rng, gx + 16, yy + 12, gw * 0.22 * rng.uniform(0.6, 1), 9), fill=ink)
            sheet.path(line(gx, yy + 36, gx + gw, yy + 36), stroke=tones[3], width=2)
            for a, b in zip(columns[1:-1], columns[2:], strict=True):
                if rng.random() < 0.68 or b == 1:
                    figures = str(rng.randint(3, 480)) + "." + str(rng.randint(10, 99))
                    size = 20
                    sheet.path(capitals(figures, gx + gw * b - extent(figures, size) - 14, yy + 8 + rng.uniform(-1, 2), size), stroke=INDIGO[4], width=3.2)
        for k, c in enumerate(columns[:-1]):
            sheet.path(words(rng, gx + gw * c + 14, gy + 17, gw * (columns[k + 1] - c) - 36, 10), fill=tones[0])
        sheet.path(smooth([(gx + gw - 150, gy + gh - 12), (gx + gw - 70, gy + gh - 16), (gx + gw - 6, gy + gh - 11)]), stroke=MADDER[1], width=6)
        fold(sheet, x + w * 0.5, y, x + w * 0.5, y + h, tones)


@plate("telegram", 1600, 1200, seed=22)
def telegram(sheet: Sheet) -> None:
    """A telegram: printed head, message on gummed strips, the messenger's pencil, a round date stamp."""
    rng = sheet.rng
    tones = ("#e6eef0", "#cfdfe3", "#b2c8cf", "#8aa6b0", "#4f6b76")
    ground(sheet)
    x, y, w, h = 200, 170, 1200, 850
    with sheet.group(transform="rotate(2.2 800 600)"):
        d = torn_rect(sheet, x, y, w, h, 3)
        paper(sheet, d, (x, y, w, h), tones, 9, 420)
        with sheet.group(clip=d):
            sheet.path(centred("TÉLÉGRAMME", x + w / 2, y + 54, 64, 1.25), stroke=tones[4], width=13)
            sheet.path(rect(x + 60, y + 148, w - 120, 5) + rect(x + 60, y + 158, w - 120, 2), fill=tones[4])
            sheet.path(words(rng, x + 60, y + 60, 110, 9) + words(rng, x + 60, y + 82, 90, 8), fill=tones[4])
            for k, c in enumerate((0, 0.2, 0.38, 0.56, 0.76)):
                gx = x + 60 + (w - 120) * c
                sheet.path(words(rng, gx + 12, y + 176, 120, 9), fill=tones[4])
                if k:
                    sheet.path(line(gx, y + 160, gx, y + 262), stroke=tones[4], width=2.5)
                sheet.path(handwriting(rng, gx + 20, y + 236, 120, 19), stroke=INK, width=3, opacity=0.75)
            sheet.path(rect(x + 60, y + 262, w - 120, 3), fill=tones[4])
            for k in range(7):
                sheet.path(line(x + 60, y + 352 + k * 62, x + w - 60, y + 352 + k * 62), stroke=tones[3], width=2.5)
        for k, length in enumerate((960, 1000, 880, 640)):
            sx, sy = x + 88 + rng.uniform(-10, 14), y + 300 + k * 88
            with sheet.group(transform=f"rotate({n(rng.uniform(-0.9, 0.9))} {n(sx)} {n(sy)})"):
                left, right = rng.uniform(-6, 6), rng.uniform(-8, 8)
                strip = polygon([(sx, sy), (sx + length, sy), (sx + length + right, sy + 54), (sx + left, sy + 54)])
                sheet.path(strip, fill=tones[4], transform="translate(3 5)", opacity=0.7)
                sheet.path(strip, fill=PAPER[0], stroke=PAPER[4], width=1.5)
                sheet.path(gouges(rng, (sx + 10, sy + 4, length - 30, 46), 16, 0, 60, 1.4, 4), fill=PAPER[2])
                sheet.path(typed(rng, sx + 26, sy + 13, length - 50, 31), stroke=INK, width=4)
        with sheet.group(clip=d):
            stamp(sheet, x + w - 210, y + h - 178, 122, INK, tones[1], -16)
            sheet.path(words(rng, x + 60, y + h - 64, 620, 7) + words(rng, x + 60, y + h - 46, 540, 7), fill=tones[4])
            sheet.path(handwriting(rng, x + 86, y + h - 106, 420, 28, 0.35), stroke="#55595c", width=3.4, opacity=0.85)
            fold(sheet, x + w * 0.34, y, x + w * 0.34 + 3, y + h, tones)
            fold(sheet, x + w * 0.67, y, x + w * 0.67 - 2, y + h, tones)
            fold(sheet, x, y + h * 0.5, x + w, y + h * 0.5, tones)


@plate("ferry-ticket", 1600, 1200, seed=19)
def ferry_ticket(sheet: Sheet) -> None:
    """A carbon ticket for the crossing with its torn stub; the blue copy shows beneath."""
    rng = sheet.rng
    ground(sheet)
    blue = ("#dfe7f0", "#c4d2e2", "#a5b8cf", "#7e95b3", "#495f80")
    with sheet.group(transform="rotate(4 800 600)"):
        d = torn_rect(sheet, 170, 350, 1290, 570)
        paper(sheet, d, (170, 350, 1290, 570), blue, 8, 240)
        with sheet.group(clip=d):
            for k in range(9):
                sheet.path(words(rng, 980, 420 + k * 54, 420, 8), fill=blue[4])
    with sheet.group(transform="rotate(-3 800 600)"):
        x, y, w, h = 140, 290, 1300, 580
        right = [(x + w + (7 if k % 2 else -5), y + h * k / 40) for k in range(41)]
        d = polygon([(x, y), *right, (x, y + h)])
        paper(sheet, d, (x, y, w, h), PAPER, 8, 300)
        with sheet.group(clip=d):
            sheet.path(rect(x, y, w, 116), fill=MADDER[2])
            sheet.path(rect(x, y + 124, w, 7), fill=MADDER[2])
            sheet.path(capitals("ALGECIRAS - TANGER", x + 250, y + 34, 46, 1.04), stroke=PAPER[0], width=9)
            _ship(sheet, x + 56, y + 20)
            # Guilloche ground of the form.
            for k in range(13):
                pts = [(x + 20 + q * 40, y + 180 + k * 32 + 12 * math.sin(q * 0.9 + k)) for q in range(25)]
                sheet.path(smooth(pts), stroke="#efd3c4", width=2.4)
            gx, gy = x + 50, y + 168
            for r, cells in enumerate(((0.62, 0.38), (0.34, 0.33, 0.33), (0.25, 0.25, 0.25, 0.25))):
                left = gx
                for c, share in enumerate(cells):
                    cw = 890 * share
                    sheet.path(rect(left, gy + r * 112, cw - 12, 98), stroke=MADDER[2], width=3)
                    sheet.path(words(rng, left + 12, gy + r * 112 + 12, min(150, cw - 50), 8), fill=MADDER[2])
                    sheet.path(handwriting(rng, left + 22, gy + r * 112 + 76, (cw - 60) * (0.9 if c % 2 == 0 else 0.6), 19), stroke=INDIGO[2], width=3.4, opacity=0.9)
                    left += cw
            px = x + 968
            sheet.path("".join(ellipse(px, y + 12 + k * 20, 4.5) for k in range(30)), fill=TONES["plaster"][4])
            sheet.path(capitals("NO 048317", px + 44, y + 172, 30, 0.95), stroke=MADDER[2], width=5)
            for k in range(3):
                sheet.path(words(rng, px + 44, y + 240 + k * 76, 120, 8), fill=MADDER[2])
                sheet.path(line(px + 44, y + 292 + k * 76, x + w - 40, y + 292 + k * 76), stroke=MADDER[2], width=2, dash="2 6")
                sheet.path(handwriting(rng, px + 60, y + 286 + k * 76, 190 - k * 30, 17), stroke=INDIGO[2], width=3.2, opacity=0.9)
            bars = px + 44
            while bars < x + w - 60:
                bw = rng.choice((3, 3, 6, 9))
                sheet.path(rect(bars, y + h - 92, bw, 56), fill=INK)
                bars += bw + rng.choice((4, 4, 7))
            stamp(sheet, x + 820, y + 400, 118, PLUM[3], PAPER[1], -20)
            # Where two vehicles' wheels are counted, the clerk ticked with his pen.
            sheet.path(smooth([(x + 70, y + 545), (x + 86, y + 558), (x + 124, y + 516)]), stroke=INDIGO[2], width=5)
            sheet.path(words(rng, x + 140, y + 536, 430, 8) + words(rng, x + 140, y + 554, 360, 7), fill=MADDER[2])
            fold(sheet, x + 480, y, x + 480, y + h)
            sheet.path(ellipse(x + 24, y + 300, 13), fill=TONES["plaster"][3], stroke=PAPER[4], width=2)


def _ship(sheet: Sheet, x: float, y: float) -> None:
    """A car ferry in four blocks: hull, decks, funnel, two waves."""
    sheet.path(polygon([(x, y + 44), (x + 150, y + 44), (x + 136, y + 68), (x + 16, y + 68)]), fill=PAPER[0])
    sheet.path(rect(x + 18, y + 24, 108, 14) + rect(x + 34, y + 8, 70, 11) + polygon([(x + 76, y - 8), (x + 98, y - 8), (x + 96, y + 4), (x + 76, y + 4)]), fill=PAPER[0])
    for k in range(2):
        sheet.path(smooth([(x - 6 + q * 14, y + 78 + k * 10 + (3 if q % 2 else -3)) for q in range(13)]), stroke=PAPER[0], width=3)


@plate("school-notebook", 1600, 1200, seed=17)
def notebook(sheet: Sheet) -> None:
    """An exercise book from an evening class, open: hooks, bowls and loops before the first letters."""
    rng = sheet.rng
    ground(sheet)
    x, y, w, h = 150, 160, 650, 850
    with sheet.group(transform="rotate(-1.5 800 600)"):
        cover = rect(x - 14, y - 12, 2 * w + 28, h + 26, 16)
        lay(sheet, cover, 13)
        contour(sheet, cover, width=5)
        sheet.path(cover, fill=GREEN[2])
        sheet.path(cover, stroke=GREEN[1], width=4, transform="translate(2 2)")
        for k in range(4, 0, -1):
            sheet.path(rect(x - k * 1.6, y + k * 1.2, 2 * w + k * 3.2, h), fill=PAPER[2], stroke=PAPER[4], width=1)
        for side, left in ((0, x), (1, x + w)):
            page = rect(left, y, w, h)
            sheet.path(page, fill=PAPER[0])
            with sheet.group(clip=page):
                sheet.path(gouges(rng, (left, y, w, h), 150, 20, 26, 0.8, 60), fill=PAPER[1])
                # Seyes ruling: fine blue lines, stronger every fourth, red margin.
                step = 13.0
                rows = int(h / step)
                sheet.path("".join(line(left, y + 30 + r * step, left + w, y + 30 + r * step) for r in range(rows) if r % 4), stroke="#b9c9df", width=1.3)
                sheet.path("".join(line(left, y + 30 + r * step, left + w, y + 30 + r * step) for r in range(0, rows, 4)), stroke="#8d9fc6", width=2)
                sheet.path("".join(line(left + c * 52, y, left + c * 52, y + h) for c in range(14)), stroke="#b9c9df", width=1.6)
                sheet.path(line(left + 104, y, left + 104, y + h), stroke=MADDER[1], width=3)
                for row in range(14):
                    base = y + 30 + (row * 4 + 7) * step
                    if base > y + h - 40:
                        break
                    _exercise(sheet, left + 126, base, w - 240 + 60 * side, step, row, side)
                for row in ((1, 5, 9) if side == 0 else (2, 7)):
                    base = y + 30 + (row * 4 + 7) * step
                    sheet.path(smooth([(left + 40, base - 16), (left + 52, base), (left + 82, base - 34)]), stroke=MADDER[1], width=5)
                sheet.path(flecks(rng, (left, y, w, h), 60, 0.8, 2.4), fill=PAPER[3])
                shade = [(x + w - 70, y), (x + w, y), (x + w, y + h), (x + w - 46, y + h)] if side == 0 else [(x + w, y), (x + w + 26, y), (x + w + 18, y + h), (x + w, y + h)]
                sheet.path(polygon(shade), fill=PAPER[2], opacity=0.85)
                if side == 0:
                    sheet.path(gouges(rng, (x + w - 86, y, 60, h), 150, 0, 40, 2, 3), fill=PAPER[2])
                    sheet.path(polygon([(x + w - 18, y), (x + w, y), (x + w, y + h), (x + w - 12, y + h)]), fill=PAPER[3])
            sheet.path(page, stroke=PAPER[4], width=2)
        sheet.path(line(x + w, y - 10, x + w, y + h + 12), stroke=PAPER[4], width=4)
        for sy in (y + 190, y + 640):
            sheet.path(line(x + w, sy, x + w, sy + 56), stroke=INK, width=7)
            sheet.path(line(x + w - 1, sy + 2, x + w - 1, sy + 54), stroke="#c3c6c7", width=4)
        sheet.path(polygon([(x + 2 * w, y + h - 74), (x + 2 * w - 78, y + h), (x + 2 * w, y + h)]), fill=GREEN[2])
        sheet.path(polygon([(x + 2 * w, y + h - 74), (x + 2 * w - 78, y + h), (x + 2 * w - 66, y + h - 62)]), fill=PAPER[1], stroke=PAPER[4], width=2.5)
    with sheet.group(transform="translate(900 930) rotate(-24)"):
        _pencil(sheet)


def _exercise(sheet: Sheet, x: float, base: float, length: float, step: float, row: int, side: int) -> None:
    """One ruled line of practice: the model first, then the hand trying again and again."""
    rng, out, px = sheet.rng, [], x
    kind = (row + side * 4) % 7
    body = step * (1.0 if kind != 3 else 3)
    k = 0
    while px < x + length:
        wob = lambda v: v + rng.uniform(-1, 1) * (0 if k < 2 else 2.4)  # noqa: E731
        b = base if k < 2 else base + rng.uniform(-3, 3)
        if kind == 0:
            out.append(polygon([(wob(px), b), (wob(px + 9), b - step * 2)], False))
            px += 21
        elif kind == 1:
            out.append(smooth([(px, wob(b - 24)), (px + 3, wob(b - 5)), (px + 14, b), (px + 25, wob(b - 6)), (px + 30, wob(b - 26))]))
            px += 30
        elif kind == 2:
            out.append(smooth([(wob(px + 20), b - 24), (px + 4, wob(b - 20)), (px + 1, b - 6), (wob(px + 13), b), (px + 26, wob(b - 12)), (px + 20, b - 25)]))
            px += 38
        elif kind == 3:
            out.append(smooth([(px, b), (wob(px + 18), b - body * 0.5), (px + 26, wob(b - body)), (wob(px + 14), b - body), (px + 12, wob(b - body * 0.3)), (px + 28, b)]))
            px += 28
        elif kind == 4:
            out.append(smooth([(px, b), (wob(px + 14), b - 14), (px + 16, wob(b - 25)), (px + 4, b - 20), (px + 6, wob(b - 3)), (px + 26, b)]))
            px += 26
        elif kind == 5:
            out.append(smooth([(px, b - 20), (px + 10, wob(b - 26)), (wob(px + 15), b), (px + 15, b - 18), (px + 27, wob(b - 26)), (wob(px + 32), b)]))
            px += 42
        else:
            out.append(handwriting(rng, px, b, 120, 19))
            px += 160
        k += 1
    sheet.path("".join(out[:2]), stroke=MADDER[2], width=3)
    sheet.path("".join(out[2:]), stroke=INDIGO[3] if side == 0 or row < 6 else "#4a4a4c", width=3)


def _pencil(sheet: Sheet) -> None:
    """A pencil sharpened with a knife, its end chewed."""
    for d, colour in ((polygon([(0, 0), (60, -18), (560, -18), (560, 18), (60, 18)]), "#c4b398"),):
        sheet.path(d, fill=colour, transform="translate(12 22)")
    contour(sheet, polygon([(0, 0), (66, -19), (556, -19), (562, 0), (556, 19), (66, 19)]), width=4)
    sheet.path(polygon([(0, 0), (66, -19), (92, -6), (74, 4), (94, 14), (66, 19)]), fill="#e2b98a")
    sheet.path(polygon([(0, 0), (20, -6), (22, 6)]), fill=INK)
    for dy, colour in ((-19, SAFFRON[0]), (-7, SAFFRON[1]), (7, SAFFRON[2])):
        sheet.path(polygon([(72, dy), (556, dy), (556, dy + (13 if dy < 0 else 12)), (86, dy + 12)]), fill=colour)
    sheet.path(rect(506, -19, 26, 38), fill=MADDER[2])
    sheet.path("".join(gouge(540 + k * 4, -10 + k * 6, 16, 3, 60) for k in range(4)), fill=SAFFRON[4])
