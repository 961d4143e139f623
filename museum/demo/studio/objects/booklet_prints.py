"""What is printed and written on the papers of `booklets`: no emblem, no name, no face."""

from __future__ import annotations

from ...drawings.objects.lettering import capitals, centred, handwriting, stamp, thumbprint, typed, words
from ...drawings.svg import Sheet, ellipse, line, polygon, rect, star

INK, VIOLET, RED, GREEN = "#2a3a63", "#5c3f86", "#a8332b", "#27664a"


def _photo_field(sheet: Sheet, x: float, y: float, w: float, h: float) -> None:
    """Where a photograph was or will be: a blank with four marks and the word."""
    sheet.path(rect(x, y, w, h), fill="#d9d2c2", stroke="#8a8170", width=2.5)
    sheet.path(line(x, y, x + w, y + h) + line(x + w, y, x, y + h), stroke="#c3baa6", width=2)
    sheet.path(rect(x + w * 0.16, y + h * 0.42, w * 0.68, h * 0.16), fill="#d9d2c2")
    sheet.path(centred("PHOTO", x + w / 2, y + h * 0.45, h * 0.1), stroke="#6d6455", width=h * 0.018)


def visa_page(seed: int, number: str) -> Sheet:
    """A page of visas: a ground of fine arcs, stamps of several shapes, a page number."""
    sheet = Sheet(880, 1260, seed)
    rng = sheet.rng
    sheet.path(rect(0, 0, 880, 1260), fill="#ece6d0")
    for k in range(26):
        sheet.path(ellipse(440, 640, 60 + k * 34), stroke="#b9c9a8", width=3, opacity=0.75)
    sheet.path(star(440, 640, 8, 150, 108), stroke="#9db78d", width=5, opacity=0.8)
    sheet.path(centred("VISAS", 440, 44, 40), stroke="#3c6a4c", width=6)
    sheet.path(centred(number, 440, 1184, 32), stroke="#3c6a4c", width=5)
    paper = "#ece6d0"
    stamp(sheet, 250, 330, 150, VIOLET, paper, -18)
    stamp(sheet, 640, 930, 165, INK, paper, 12)
    for cx, cy, w, h, colour, turn in (
        (630, 340, 300, 190, RED, 9),
        (250, 700, 330, 170, GREEN, -7),
        (270, 1030, 260, 170, RED, 5),
    ):
        with sheet.group(transform=f"rotate({turn} {cx} {cy})", opacity=0.8):
            sheet.path(rect(cx - w / 2, cy - h / 2, w, h, 16), stroke=colour, width=7)
            sheet.path(typed(rng, cx - w * 0.4, cy - h * 0.28, w * 0.85, 26), stroke=colour, width=4)
            sheet.path(typed(rng, cx - w * 0.3, cy + 0.02 * h, w * 0.7, 34), stroke=colour, width=5)
            sheet.path(words(rng, cx - w * 0.38, cy + h * 0.33, w * 0.76, 8), fill=colour)
    sheet.path(handwriting(rng, 420, 620, 330, 24), stroke=INK, width=4)
    return sheet


def residence_left() -> Sheet:
    """The left leaf of the residence card: the blank for a photograph, lines in ink, revenue stamps."""
    sheet = Sheet(740, 1050, 7)
    rng = sheet.rng
    sheet.path(rect(0, 0, 740, 1050), fill="#e6b9b4")
    for k in range(40):
        sheet.path(line(0, k * 28, 740, k * 28 + 40), stroke="#d99c99", width=3, opacity=0.6)
    sheet.path(centred("CARTE DE SÉJOUR", 370, 58, 42, 1, 0.86), stroke="#5b2630", width=6)
    _photo_field(sheet, 60, 150, 300, 390)
    for k in range(6):
        sheet.path(words(rng, 400, 170 + k * 64, 130, 9), fill="#7b4148")
        sheet.path(line(400, 212 + k * 64, 690, 212 + k * 64), stroke="#7b4148", width=2)
        sheet.path(handwriting(rng, 405, 206 + k * 64, 240, 15), stroke=INK, width=3)
    stamp(sheet, 350, 560, 130, VIOLET, "#e6b9b4", -16)
    for k, tone in enumerate(("#4c7d6a", "#b0843a", "#51659b")):
        x = 60 + k * 215
        sheet.path(rect(x, 740, 190, 240), fill="#f1e6d4")
        sheet.path(rect(x + 12, 752, 166, 216), fill=tone)
        sheet.path(star(x + 95, 840, 8, 64, 44), stroke="#f1e6d4", width=5)
        sheet.path(centred("50", x + 95, 918, 34), stroke="#f1e6d4", width=5)
    sheet.path(handwriting(rng, 90, 880, 560, 26), stroke=INK, width=4, opacity=0.8)
    return sheet


def residence_right() -> Sheet:
    """Its right leaf: a number of noughts, the word « spécimen », lines in ink, a signature."""
    sheet = Sheet(740, 1050, 8)
    rng = sheet.rng
    sheet.path(rect(0, 0, 740, 1050), fill="#e6b9b4")
    for k in range(40):
        sheet.path(line(0, k * 28 + 40, 740, k * 28), stroke="#d99c99", width=3, opacity=0.6)
    sheet.path(capitals("N 000 000", 330, 54, 40), stroke=RED, width=6)
    sheet.path(centred("SPÉCIMEN", 370, 150, 46), stroke="#5b2630", width=6)
    for k in range(8):
        y = 270 + k * 72
        sheet.path(words(rng, 56, y - 30, 170, 9), fill="#7b4148")
        sheet.path(line(56, y + 20, 684, y + 20), stroke="#7b4148", width=2)
        if k < 6:
            sheet.path(handwriting(rng, 250, y + 14, rng.uniform(220, 400), 18), stroke=INK, width=3.4)
    stamp(sheet, 520, 850, 120, RED, "#e6b9b4", 11)
    sheet.path(handwriting(rng, 70, 930, 330, 34), stroke=INK, width=5)
    return sheet


def identity_face() -> Sheet:
    """The identity card: the blank for a photograph, lines in ink, two stamps, a thumbprint."""
    sheet = Sheet(1200, 900, 41)
    rng = sheet.rng
    paper = "#d9cba6"
    sheet.path(rect(0, 0, 1200, 900), fill=paper)
    sheet.path(rect(24, 24, 1152, 852), stroke="#5a4a2e", width=4)
    sheet.path(centred("CARTE D'IDENTITÉ", 600, 64, 52), stroke="#3b2f1c", width=8)
    sheet.path(line(60, 160, 1140, 160), stroke="#5a4a2e", width=3)
    _photo_field(sheet, 70, 200, 290, 370)
    for k in range(6):
        y = 232 + k * 62
        sheet.path(words(rng, 410, y - 10, 130, 11), fill="#4c3d25")
        sheet.path(line(560, y + 10, 1130, y + 10), stroke="#6d5c3c", width=2)
        if k != 3:
            sheet.path(handwriting(rng, 570, y + 4, rng.uniform(260, 480), 17), stroke=INK, width=3.6)
    sheet.path(rect(870, 610, 250, 240), stroke="#5a4a2e", width=3)
    thumbprint(sheet, 995, 730, 102, "#3f3568", 8)
    stamp(sheet, 370, 560, 128, VIOLET, paper, -15)
    stamp(sheet, 660, 740, 112, RED, paper, 9)
    sheet.path(handwriting(rng, 80, 800, 300, 32), stroke=INK, width=5)
    sheet.path(words(rng, 80, 690, 200, 11) + words(rng, 880, 862, 220, 8), fill="#4c3d25")
    sheet.path(line(600, 0, 600, 900), stroke="#a8966c", width=5, opacity=0.7)
    sheet.path(polygon([(0, 0), (46, 0), (0, 38)]) + polygon([(1200, 900), (1140, 900), (1200, 862)]), fill="#b7a478")
    return sheet


def ledger_page(seed: int, title: str, rows: int, balance: int, month: int) -> tuple[Sheet, int]:
    """A page of the savings book: four ruled columns of figures, and the balance to carry over."""
    sheet = Sheet(900, 1300, seed)
    rng = sheet.rng
    sheet.path(rect(0, 0, 900, 1300), fill="#eee6cf")
    sheet.path(centred(title, 450, 50, 32), stroke="#2f4a63", width=5)
    for x in (40, 235, 450, 665, 860):
        sheet.path(line(x, 120, x, 1240), stroke="#a4584e", width=3)
    sheet.path(line(40, 120, 860, 120) + line(40, 190, 860, 190), stroke="#2f4a63", width=3)
    for x, head in ((137, "DATE"), (342, "VERSÉ"), (557, "RETIRÉ"), (762, "SOLDE")):
        sheet.path(centred(head, x, 146, 22), stroke="#2f4a63", width=3.4)
    for k in range(20):
        y = 242 + k * 50
        sheet.path(line(40, y, 860, y), stroke="#9fb2bd", width=2)
        if k >= rows:
            continue
        amount = rng.choice((50, 100, 150, 200, 300))
        out = balance > 700 and rng.random() < 0.25
        amount = rng.choice((200, 400, 500)) if out else amount
        balance += -amount if out else amount
        ink = rng.choice((INK, "#33302c", INK))
        text = f"{amount}.00"
        sheet.path(
            capitals(f"{rng.randint(1, 28):02} {(month + k) % 12 + 1:02}", 62, y - 34, 24, 1, 0.8), stroke=ink, width=4
        )
        sheet.path(capitals(text, 470 if out else 258, y - 34, 24, 1, 0.9), stroke=ink, width=4)
        sheet.path(capitals(f"{balance}.00", 680, y - 34, 24, 1, 0.86), stroke=ink, width=4)
        if rng.random() < 0.3:
            sheet.path(handwriting(rng, 560 if not out else 300, y - 8, 70, 10), stroke=ink, width=2.6)
    return sheet, balance


def order_stub(seed: int, paper: str = "#e9d9a8") -> Sheet:
    """The stub of a money order: a box for the sum, lines in ink, a postmark."""
    sheet = Sheet(1500, 1000, seed)
    rng = sheet.rng
    sheet.path(rect(0, 0, 1500, 1000), fill=paper)
    sheet.path(rect(36, 36, 1428, 928), stroke="#7a4a2e", width=5)
    sheet.path(capitals("MANDAT", 90, 84, 84), stroke="#7a3a26", width=13)
    sheet.path(capitals("TALON", 92, 212, 44), stroke="#7a3a26", width=7)
    sheet.path(rect(800, 84, 600, 150), fill="#f2e8c9", stroke="#7a4a2e", width=5)
    sheet.path(capitals("300.00", 860, 116, 86), stroke=INK, width=11)
    for k in range(5):
        y = 370 + k * 104
        sheet.path(words(rng, 92, y - 30, 200, 16), fill="#7a4a2e")
        sheet.path(line(320, y, 1380, y), stroke="#9a7a55", width=4)
        if k < 4:
            sheet.path(handwriting(rng, 340, y - 8, rng.uniform(420, 760), 30), stroke=INK, width=6)
    stamp(sheet, 1180, 700, 190, "#33302c", paper, -13)
    return sheet


def class_cover() -> Sheet:
    """The cover: three letters of each alphabet, plain, over a band of squares."""
    sheet = Sheet(960, 1440, 28)
    sheet.path(rect(0, 0, 960, 1440), fill="#d98a3a")
    sheet.path(rect(56, 56, 848, 1328, 26), fill="#f3e6c8")
    for row in range(2):
        for k in range(8):
            sheet.path(
                rect(96 + k * 98, 1220 + row * 70, 82, 54),
                fill=("#c2452f", "#1f6a57", "#28508a", "#d9a441")[(k + row) % 4],
            )
    for k, letter in enumerate("ABC"):
        sheet.path(capitals(letter, 140 + k * 250, 150, 250, 1, 1), stroke="#28508a", width=40)
    # alif, ba and ta: a stem; a bowl with a point below; a bowl with two points above
    ink, y = "#a8332b", 790
    sheet.path(f"M 770 {y - 190} C 764 {y - 90} 770 {y} 776 {y + 70}", stroke=ink, width=42)
    for left, points in ((470, ((560, y + 150),)), (140, ((200, y - 90), (272, y - 90)))):
        sheet.path(
            f"M {left} {y - 20} C {left - 16} {y + 60} {left + 30} {y + 82} {left + 92} {y + 80} "
            f"C {left + 170} {y + 78} {left + 206} {y + 50} {left + 190} {y - 34}",
            stroke=ink,
            width=38,
        )
        for cx, cy in points:
            sheet.path(polygon([(cx - 28, cy), (cx, cy - 28), (cx + 28, cy), (cx, cy + 28)]), fill=ink)
    sheet.path(rect(180, 1030, 600, 130, 12), fill="#fbf6ea", stroke="#28508a", width=5)
    sheet.path(line(220, 1082, 740, 1082) + line(220, 1128, 740, 1128), stroke="#9fb2bd", width=3)
    sheet.path(handwriting(sheet.rng, 250, 1078, 330, 22), stroke=INK, width=5)
    return sheet


def telegram_form() -> Sheet:
    """The form: a heading, ruled boxes, four pasted strips, a postmark."""
    sheet = Sheet(1470, 1050, 22)
    rng = sheet.rng
    paper = "#b7c7cf"
    sheet.path(rect(0, 0, 1470, 1050), fill=paper)
    sheet.path(rect(34, 34, 1402, 982), stroke="#39536b", width=4)
    sheet.path(centred("TÉLÉGRAMME", 735, 74, 72), stroke="#2b4560", width=11)
    sheet.path(
        line(34, 190, 1436, 190) + line(34, 330, 1436, 330) + line(480, 190, 480, 330) + line(960, 190, 960, 330),
        stroke="#39536b",
        width=3,
    )
    for x in (60, 506, 986):
        sheet.path(words(rng, x, 212, 260, 14), fill="#39536b")
        sheet.path(typed(rng, x, 262, 300, 30), stroke="#33302c", width=4)
    sheet.path(words(rng, 60, 968, 700, 12), fill="#39536b")
    stamp(sheet, 1210, 840, 150, "#33302c", paper, -12)
    sheet.path(handwriting(rng, 90, 900, 420, 26), stroke=VIOLET, width=5)
    return sheet
