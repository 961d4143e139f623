"""Papers one had to carry: passport, cards, savings book, money orders, class book, telegram.

None bears a state emblem, a name or a face: the field of a photograph is a blank marked « photo ».
"""

from __future__ import annotations

import math
import random

from ...drawings.objects.lettering import capitals, centred, handwriting, stamp, thumbprint, typed, words
from ...drawings.svg import Sheet, ellipse, line, polygon, rect, star
from .. import forms, materials
from ..registry import View, modelled

INK, VIOLET, RED, GREEN = "#2a3a63", "#5c3f86", "#a8332b", "#27664a"


def _paper(name: str, sheet: Sheet, width: int = 900, coat: float = 0.0, soiled: float = 0.35):
    """The material of a printed paper."""
    return materials.printed(name, materials.sheet_print(name, sheet, width), 0.7 - coat * 0.5, coat, soiled)


def _blank(name: str, colour: str = "#e6dcc4"):
    """Plain paper or card, seen at the edge or from behind."""
    return materials.Nodes(name).finish(colour, 0.85)


def _cloth_paper(name: str, colour: str):
    """Paper pressed to look like cloth, rubbed a little pale in patches."""
    nodes = materials.Nodes(name)
    rubbed = nodes.ramp(nodes.noise(0.025, 6, 0.65), 0.5, 0.8, 0, 0.3)
    weave = nodes.math("MAXIMUM", nodes.wave(0.0007, "X"), nodes.wave(0.0007, "Y"))
    return nodes.finish(nodes.mix(rubbed, colour, "#a9a083"), 0.62, 0.0, nodes.bump(weave, 0.25, 0.0003))


def _leaf(name, size, angle, material, off=0.0, curl=0.0, lift=0.0, reverse=False, thick=0.0, at=(0.0, 0.0)):
    """A leaf standing on its edge, its spine upright at ``at``, running out at ``angle`` degrees.

    ``off`` shifts it along its normal (which lies 90° anticlockwise of ``angle``), ``curl`` bows it that way;
    ``reverse`` lays the picture from the outer edge to the spine.
    """
    turn = math.radians(angle)
    along, normal = (math.cos(turn), math.sin(turn)), (-math.sin(turn), math.cos(turn))

    def put(u: float, v: float):
        reach = (1 - u if reverse else u) * size[0]
        bow = off + curl * math.sin(math.pi * reach / size[0])
        return (
            at[0] + along[0] * reach + normal[0] * bow,
            at[1] + along[1] * reach + normal[1] * bow,
            lift + v * size[1],
        )

    made = forms.sheet(name, size, (10 if curl else 2, 2), material, put)
    return forms.thicken(made, thick, 0) if thick else made


def _open_standing(cover, edges, left, right, size, opening, at=(0.0, 0.0), pages=0.0016):
    """A booklet standing open towards the viewer: two boards, two blocks of pages, their upper faces printed."""
    width, height = size
    for angle, inside, face, name in ((180 + opening, 1, left, "left"), (-opening, -1, right, "right")):
        _leaf(f"board-{name}", (width, height), angle, cover, thick=0.0009, at=at)
        inner = (width - 0.003, height - 0.004)
        if pages:
            block = 0.0005 + pages / 2
            _leaf(f"block-{name}", inner, angle, edges, inside * block, 0.0012 * inside, 0.002, thick=pages, at=at)
        shown = inside * (0.0006 + pages + (0.0002 if pages else 0.0))
        _leaf(f"page-{name}", inner, angle, face, shown, 0.0012 * inside if pages else 0, 0.002, name == "left", at=at)


def _closed(cover, edges, size, thickness):
    """A booklet lying closed, its spine at the left; returns its parts, lying at the origin."""
    before = len(forms.meshes())
    width, height = size
    forms.box("back-board", (width, height, 0.0009), cover, 0.0004, 2)
    forms.box("block", (width - 0.004, height - 0.004, thickness - 0.0016), edges, 0, at=(-0.0005, 0, 0.0008))
    forms.box("front-board", (width, height, 0.0009), cover, 0.0004, 2, at=(0, 0, thickness - 0.0009))
    forms.box("spine", (0.0016, height, thickness), cover, 0.0007, 2, at=(-width / 2, 0, 0))
    return forms.meshes()[before:]


def _edges(name: str = "page-edges"):
    """The edge of a block of pages: fine lines, a little grey."""
    nodes = materials.Nodes(name)
    return nodes.finish(nodes.mix(nodes.noise(0.0006, 2), "#efe6d0", "#c9bc9d"), 0.85)


def _photo_field(sheet: Sheet, x: float, y: float, w: float, h: float) -> None:
    """Where a photograph was or will be: a blank with four marks and the word."""
    sheet.path(rect(x, y, w, h), fill="#d9d2c2", stroke="#8a8170", width=2.5)
    sheet.path(line(x, y, x + w, y + h) + line(x + w, y, x, y + h), stroke="#c3baa6", width=2)
    sheet.path(rect(x + w * 0.16, y + h * 0.42, w * 0.68, h * 0.16), fill="#d9d2c2")
    sheet.path(centred("PHOTO", x + w / 2, y + h * 0.45, h * 0.1), stroke="#6d6455", width=h * 0.018)


def _visas(seed: int, number: str) -> Sheet:
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


@modelled("passport", seed=20, view=View(azimuth=-14, elevation=24, lens=95, margin=0.07))
def passport(rng: random.Random) -> None:
    """A passport of 9 × 13 cm standing half open at its visas; another, closed, lies before it."""
    cover = _cloth_paper("green-cloth-paper", "#1d5a40")
    edges, gold = _edges(), materials.metal("gold-leaf", "#d6b465", "#8f7436", 0.4, 0.3, 0.004)
    spine = (-0.01, 0.052)
    left, right = _paper("passport-left", _visas(5, "14")), _paper("passport-right", _visas(9, "15"))
    _open_standing(cover, edges, left, right, (0.09, 0.13), 38, spine)
    turning = _paper("passport-turning", _visas(12, "16"))
    _leaf("turning", (0.086, 0.125), -62, turning, -0.001, -0.008, 0.0025, at=spine)
    parts = _closed(cover, edges, (0.09, 0.13), 0.0046)
    points = [
        (
            (0.026 if k % 2 == 0 else 0.0192) * math.cos(math.radians(22.5 * k)),
            (0.026 if k % 2 == 0 else 0.0192) * math.sin(math.radians(22.5 * k)),
        )
        for k in range(16)
    ]
    inner = [(x * 0.84, y * 0.84) for x, y in points]
    small = [(x * 0.42, y * 0.42) for x, y in points]
    for name, outline, material, z in (
        ("star", points, gold, 0.0),
        ("star-field", inner, cover, 0.00006),
        ("star-heart", small, gold, 0.00012),
    ):
        made = forms.extruded(name, outline, 0.00022, material)
        made.location = (0.001, 0.008, 0.0045 + z)
        parts.append(made)
    for y in (-0.038, -0.041):
        parts.append(forms.box("rule", (0.046, 0.0008, 0.0002), gold, 0, at=(0.001, y, 0.0045)))
    forms.moved_together(parts, (0.012, -0.055, 0), (0, 0, -64))


def _residence_left() -> Sheet:
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


def _residence_right() -> Sheet:
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


@modelled("residence-card", seed=7, view=View(azimuth=-8, elevation=20, lens=95, margin=0.18))
def residence_card(rng: random.Random) -> None:
    """A residence card, 10.5 × 7.4 cm folded, standing open in its laminate; the photograph's field is blank."""
    back = _blank("card-back", "#d3a19d")
    laminate = materials.Nodes("laminate").finish("#dcd9cf", 0.12, 0.0, Coat_Weight=0.6)
    left = _paper("residence-left", _residence_left(), 900, 0.55, 0.2)
    right = _paper("residence-right", _residence_right(), 900, 0.55, 0.2)
    for angle, inside, face, reverse in ((208, 1, left, True), (-30, -1, right, False)):
        _leaf("pocket", (0.0765, 0.11), angle, laminate, thick=0.0004)
        _leaf("card", (0.074, 0.105), angle, back, inside * 0.0003, 0, 0.0025, thick=0.0004)
        _leaf("face", (0.074, 0.105), angle, face, inside * 0.00056, 0, 0.0025, reverse)


def _identity() -> Sheet:
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


@modelled("identity-card", seed=41, view=View(azimuth=-18, elevation=22, lens=95, margin=0.2))
def identity_card(rng: random.Random) -> None:
    """An identity card of 12 × 9 cm, creased once, leaning on a block; its photograph's field is blank."""
    face, back = _paper("identity-card", _identity(), 1100, 0.0, 0.55), _blank("identity-back", "#c9b98f")

    def bent(lift: float):
        return lambda u, v: (
            (u - 0.5) * 0.12,
            (v - 0.5) * 0.09,
            lift + 0.0035 * abs(2 * u - 1) + 0.0006 * math.sin(5 * v),
        )

    card = forms.sheet("card", (0.12, 0.09), (24, 8), back, bent(0.0))
    forms.thicken(card, 0.0007, -1)
    forms.sheet("face", (0.12, 0.09), (24, 8), face, bent(0.00012))
    lean, height = 66.0, 0.0455
    rise = height * math.sin(math.radians(lean))
    forms.moved_together(forms.meshes(), (0, 0, rise), (lean, 0, 0))
    block = forms.box("block", (0.07, 0.026, 0.034), materials.wood("block", "#8f6a42", "#5b3f24"), 0.002)
    block.location = (0, (0.034 - rise) / math.tan(math.radians(lean)) + 0.0145, 0)


def _ledger(seed: int, title: str, rows: int, balance: int, month: int) -> tuple[Sheet, int]:
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


@modelled("savings-book", seed=31, view=View(azimuth=-20, elevation=42, lens=95, margin=0.05))
def savings_book(rng: random.Random) -> None:
    """A savings book, 9 × 13 cm closed, lying open at its columns of figures."""
    cover, edges = _cloth_paper("blue-card", "#27497a"), _edges()
    first, carried = _ledger(31, "LIVRET D'ÉPARGNE", 20, 0, 2)
    second, _ = _ledger(32, "DIRHAMS", 13, carried, 22)
    left, right = _paper("savings-left", first), _paper("savings-right", second)
    width, height = 0.09, 0.13
    for side, face in ((-1, left), (1, right)):

        def put(lift: float, inset: float, side: int = side):
            def at(u: float, v: float):
                out = 1 - u if side < 0 else u
                swell = 0.0062 * math.sin(math.pi * min(1.0, out * 1.06) ** 0.55) * (1 if lift else 0)
                x = side * out * (width - inset)
                return (
                    x,
                    (v - 0.5) * (height - 2 * inset),
                    lift + swell + (0.0012 * out if side < 0 else 0.003 * out**3) * (1 if lift else 0),
                )

            return at

        board = forms.sheet("board", (1, 1), (12, 2), cover, put(0.0, 0.0))
        forms.thicken(board, 0.0011, 1)
        forms.sheet("page", (1, 1), (24, 6), face, put(0.0026, 0.0025))
        under = forms.sheet("under", (1, 1), (24, 2), edges, put(0.0024, 0.0029))
        forms.thicken(under, 0.0014, -1 if side > 0 else -1)
    ribbon = materials.cloth("ribbon", "#8f3329")
    forms.tube(
        "ribbon",
        [
            (0.0, 0.066, 0.002),
            (0.001, 0.03, 0.0056),
            (0.004, -0.02, 0.0072),
            (0.009, -0.062, 0.0068),
            (0.013, -0.078, 0.0012),
            (0.017, -0.09, 0.0008),
        ],
        0.0024,
        ribbon,
        6,
        flatten=0.12,
    )


def _stub(seed: int, paper: str = "#e9d9a8") -> Sheet:
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


@modelled("money-order", seed=30, view=View(azimuth=-24, elevation=36, lens=95, margin=0.07))
def money_order(rng: random.Random) -> None:
    """A bundle of money-order stubs, 15 × 10 cm each, tied crosswise with string."""
    tones = ("#e3d3a4", "#d9c796", "#e6dab4", "#d3bd8a", "#dcb9a4")
    cards = [_blank(f"stub-{k}", tone) for k, tone in enumerate(tones)]
    top = 0.0
    for k in range(17):
        thick = 0.00075
        bow = 0.0016 * (k % 3 == 1)
        card = forms.sheet(
            f"stub-{k}",
            (0.15, 0.1),
            (8, 2),
            cards[k % 5] if k < 16 else _paper("money-order", _stub(30), 1200, 0, 0.5),
            lambda u, v, bow=bow: ((u - 0.5) * 0.15, (v - 0.5) * 0.1, bow * abs(2 * u - 1) ** 3 * 0.5),
        )
        forms.thicken(card, thick * 0.7, -1)
        last = k == 16
        card.location = (
            0 if last else rng.uniform(-0.0032, 0.0032),
            0 if last else rng.uniform(-0.003, 0.003),
            top + thick,
        )
        card.rotation_euler.z = 0.0 if last else math.radians(rng.uniform(-2.6, 2.6))
        top += thick
    top += 0.0011
    cord = materials.string("string", "#b8965f", 0.004)
    for name, reach, across in (("long", 0.0784, True), ("short", 0.0534, False)):
        ring = [
            (-reach, 0.004),
            (-reach + 0.003, top),
            (-reach / 2, top + 0.0006),
            (reach / 2, top + 0.0006),
            (reach - 0.003, top),
            (reach, 0.004),
        ]
        ring += [(reach - 0.004, 0.0008), (-reach + 0.004, 0.0008)]
        points = [(a, 0.006, z) if across else (-0.02, a, z) for a, z in ring]
        forms.tube(f"string-{name}", points, 0.0011, cord, 7, closed=True, steps=4)
    x, y, z = -0.02, 0.006, top + 0.002
    for k, loop in enumerate(
        (
            [
                (x, y, z),
                (x + 0.016, y + 0.014, z + 0.007),
                (x + 0.03, y + 0.013, z + 0.003),
                (x + 0.024, y + 0.003, z + 0.002),
                (x, y, z + 0.001),
            ],
            [
                (x, y, z),
                (x - 0.015, y + 0.015, z + 0.007),
                (x - 0.028, y + 0.018, z + 0.003),
                (x - 0.025, y + 0.006, z + 0.002),
                (x, y, z + 0.001),
            ],
            [
                (x, y, z + 0.001),
                (x + 0.012, y - 0.014, z + 0.002),
                (x + 0.02, y - 0.03, z),
                (x + 0.032, y - 0.036, z - 0.0008),
            ],
            [
                (x, y, z + 0.001),
                (x - 0.012, y - 0.012, z + 0.003),
                (x - 0.014, y - 0.026, z),
                (x - 0.025, y - 0.033, z - 0.0008),
            ],
        )
    ):
        forms.tube(f"bow-{k}", loop, 0.001, cord, 7, steps=7)
    forms.tube(
        "knot", [(x - 0.003, y - 0.002, z), (x, y + 0.002, z + 0.001), (x + 0.003, y - 0.001, z)], 0.0022, cord, 8
    )


def _class_cover() -> Sheet:
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


@modelled("class-book", seed=28, view=View(azimuth=-10, elevation=16, lens=95, size=(1500, 1800)))
def class_book(rng: random.Random) -> None:
    """A child's class book, 16 × 24 cm, standing a little open, letters of two alphabets on its cover."""
    face = _paper("class-book", _class_cover(), 1100, 0.15, 0.4)
    board, edges = _blank("class-board", "#c67c34"), _edges()
    width, height, spine = 0.16, 0.24, (-0.075, -0.012)
    _leaf("front-board", (width, height), -3, board, thick=0.0008, at=spine)
    _leaf("front-face", (width, height), -3, face, -0.00055, at=spine)
    for k in range(9):
        angle = 3 + k * 3.1
        _leaf(
            f"page-{k}",
            (width - 0.005, height - 0.006),
            angle,
            edges,
            0.0004 + 0.0002 * k,
            rng.uniform(0.001, 0.005),
            0.003,
            thick=0.00035,
            at=spine,
        )
    _leaf("back-board", (width, height), 34, board, 0.003, 0.002, thick=0.0008, at=spine)
    cloth = materials.cloth("spine-cloth", "#7c2f28")
    strip = [(-0.0755, -0.0135), (-0.0785, -0.0125), (-0.0785, -0.0085), (-0.0765, -0.0075)]
    forms.extruded("spine", [(-0.063, -0.0131), (-0.063, -0.01355), *strip, (-0.0745, -0.0095)], height, cloth)


def _telegram_sheet() -> Sheet:
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


STRIPS = ("BIEN ARRIVÉ STOP", "TRAVAIL TROUVÉ STOP", "LETTRE SUIT", "SPÉCIMEN")


@modelled("telegram", seed=22, view=View(azimuth=-16, elevation=42, lens=95, margin=0.05))
def telegram(rng: random.Random) -> None:
    """A telegram, 21 × 15 cm, unfolded on its envelope, its words on pasted strips of paper."""

    def fold(lift: float, x0: float = 0.0, y0: float = 0.0, w: float = 0.21, h: float = 0.15):
        def at(u: float, v: float):
            x, y = x0 + (u - 0.5) * w, y0 + (v - 0.5) * h
            third = abs(((x / 0.21 + 0.5) * 3) % 2 - 1)
            return (x, y, 0.0042 + lift + 0.010 * third + 0.0016 * math.sin(3 + y * 30) * abs(x) * 8)

        return at

    made = [forms.sheet("form", (0.21, 0.15), (36, 8), _paper("telegram", _telegram_sheet(), 1200, 0, 0.3), fold(0.0))]
    for k, text in enumerate(STRIPS):
        sheet = Sheet(round(60 + len(text) * 52), 86, k)
        sheet.path(rect(0, 0, sheet.width, 86), fill="#f4eedd")
        sheet.path(capitals(text, 28, 24, 42, 1, 1.18), stroke="#26221e", width=5.5)
        w = sheet.width * 0.000142
        x = -0.092 + w / 2 + (0.0, 0.003, 0.001, 0.004)[k]
        made.append(
            forms.sheet(
                f"strip-{k}",
                (w, 0.0105),
                (24, 2),
                _paper(f"telegram-strip-{k}", sheet, 900, 0, 0.25),
                fold(0.0004, x, 0.0135 - k * 0.0155, w, 0.0105),
            )
        )
    forms.moved_together(made, (0.0, -0.012, 0), (0, 0, -4))
    envelope = Sheet(1620, 1140, 3)
    envelope.path(rect(0, 0, 1620, 1140), fill="#a9b9bf")
    envelope.path(line(0, 1140, 810, 420) + line(1620, 1140, 810, 420), stroke="#8797a0", width=7)
    envelope.path(polygon([(0, 0), (810, 620), (1620, 0)]), fill="#b6c5ca", stroke="#8191a0", width=7)
    face = _paper("telegram-envelope", envelope, 900, 0, 0.4)
    under = _blank("envelope", "#a3b2b8")
    parts = [forms.box("envelope", (0.162, 0.114, 0.0012), under, 0.0004, 2)]
    parts.append(forms.place(forms.sheet("envelope-face", (0.161, 0.113), (1, 1), face), (0, 0, 0.00125)))
    forms.moved_together(parts, (0.047, 0.062, 0), (0, 0, 13))
