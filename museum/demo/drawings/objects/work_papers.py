"""Papers of the job: the work contract, the pay slips.

Only the printed names of forms can be read; what was typed or written stays a texture, because no
document is invented here.
"""

from __future__ import annotations

from ..registry import detail, plate
from ..svg import INK, TONES, Sheet, ellipse, flecks, line, rect, smooth
from .lettering import capitals, centred, extent, handwriting, stamp, thumbprint, typed, words
from .paper import fold, paper, torn_rect
from .studio import ground

PAPER, CARD, INDIGO, MADDER, PLUM = (TONES[k] for k in ("paper", "card", "indigo", "madder", "plum"))


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
            sheet.path(
                smooth(
                    [
                        (x + w, y + 40),
                        (x + w - 120, y + 60),
                        (x + w - 170, y + 150),
                        (x + w - 90, y + 240),
                        (x + w, y + 250),
                    ],
                    True,
                ),
                fill=PAPER[2],
            )
            sheet.path(
                rect(x + 70, y + 70, 250, 9) + rect(x + 70, y + 92, 190, 7) + rect(x + 70, y + 110, 215, 7),
                fill=INK,
            )
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
                sheet.path(
                    typed(rng, start + 12, yy - 25, (430, 260, 360, 200, 460, 310)[k], 22),
                    stroke=INDIGO[4],
                    width=3,
                )
            for k in range(3):
                block = top + 330 + k * 112
                sheet.path(rect(x + 70, block, 112, 13), fill=INK)
                for r in range(4):
                    sheet.path(
                        words(
                            rng,
                            x + 70 + (136 if r == 0 else 0),
                            block + r * 24 + 2,
                            (w - 140 - (136 if r == 0 else 0)) * (1 if r < 3 else 0.62),
                            9,
                        ),
                        fill=INK,
                    )
            sheet.path(typed(rng, x + 510, block + 66, 210, 22), stroke=INDIGO[4], width=3)
            sheet.path(line(x + 500, block + 92, x + 740, block + 92), stroke=INK, width=2)
            sign = y + h - 312
            for sx in (x + 70, x + 370, x + 660):
                sheet.path(words(rng, sx, sign, 170, 10), fill=INK)
                sheet.path(line(sx, sign + 196, sx + 190, sign + 196), stroke=INK, width=2, dash="2 6")
            sheet.path(handwriting(rng, x + 84, sign + 130, 170, 26, 0.5), stroke=INK, width=4)
            sheet.path(
                smooth(
                    [
                        (x + 80, sign + 152),
                        (x + 190, sign + 138),
                        (x + 270, sign + 120),
                        (x + 180, sign + 162),
                        (x + 110, sign + 166),
                    ]
                ),
                stroke=INK,
                width=4,
            )
            thumbprint(sheet, x + 742, sign + 116, 76, PLUM[3])
            stamp(sheet, x + 432, sign + 104, 104, MADDER[2], PAPER[1], -18)
            stamp(sheet, x + 300, y + 800, 92, INDIGO[2], PAPER[1], 12)
            with sheet.group(transform=f"rotate(-4 {x + 660} {y + 590})", opacity=0.8):
                sheet.path(rect(x + 560, y + 546, 250, 70, 6), stroke=PLUM[2], width=6)
                sheet.path(capitals("18 MOIS", x + 586, y + 563, 36, 0.95), stroke=PLUM[2], width=7)
            sheet.path(flecks(rng, (x + 540, y + 530, 300, 100), 60, 0.8, 2.6), fill=PAPER[1])
            sheet.path(
                words(rng, x + 70, y + h - 76, w - 140, 6) + words(rng, x + 70, y + h - 60, w - 300, 6),
                fill=INK,
            )
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


detail("work-contract-detail", "work-contract", (452, 985, 540, 405))


@plate("pay-slip", 1600, 1200, seed=13)
def pay_slip(sheet: Sheet) -> None:
    """Three weeks' pay slips, kept pinned together: columns, carbon figures, one underlined."""
    ground(sheet)
    for turn, dx, dy, tones in (
        (-9, -50, -90, CARD),
        (5, 40, 66, PAPER),
        (-2.5, 0, 0, ("#eef3e6", "#dde7d4", "#c3d1b8", "#9fb196", "#6d7f66")),
    ):
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
        sheet.path(
            "".join(ellipse(x + 26, y + 30 + k * 48, 9) for k in range(12)),
            fill=TONES["plaster"][3],
        )
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
        sheet.path(
            "".join(line(gx + gw * c, gy, gx + gw * c, gy + gh) for c in columns[1:-1])
            + line(gx, gy + 44, gx + gw, gy + 44),
            stroke=ink,
            width=2.5,
        )
        rows = 7
        for r in range(rows):
            yy = gy + 56 + r * (gh - 64) / rows
            sheet.path(words(rng, gx + 16, yy + 12, gw * 0.22 * rng.uniform(0.6, 1), 9), fill=ink)
            sheet.path(line(gx, yy + 36, gx + gw, yy + 36), stroke=tones[3], width=2)
            for b in columns[2:]:
                if rng.random() < 0.68 or b == 1:
                    figures = str(rng.randint(3, 480)) + "." + str(rng.randint(10, 99))
                    size = 20
                    sheet.path(
                        capitals(
                            figures,
                            gx + gw * b - extent(figures, size) - 14,
                            yy + 8 + rng.uniform(-1, 2),
                            size,
                        ),
                        stroke=INDIGO[4],
                        width=3.2,
                    )
        for k, c in enumerate(columns[:-1]):
            sheet.path(
                words(rng, gx + gw * c + 14, gy + 17, gw * (columns[k + 1] - c) - 36, 10),
                fill=tones[0],
            )
        sheet.path(
            smooth(
                [
                    (gx + gw - 150, gy + gh - 12),
                    (gx + gw - 70, gy + gh - 16),
                    (gx + gw - 6, gy + gh - 11),
                ]
            ),
            stroke=MADDER[1],
            width=6,
        )
        fold(sheet, x + w * 0.5, y, x + w * 0.5, y + h, tones)
