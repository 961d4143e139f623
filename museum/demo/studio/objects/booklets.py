"""Papers one had to carry: passport, cards, savings book, money orders, class book, telegram.

None bears a state emblem, a name or a face: the field of a photograph is a blank marked « photo ».
"""

from __future__ import annotations

import math
import random

from ...drawings.objects.lettering import capitals
from ...drawings.svg import Sheet, line, polygon, rect
from .. import forms, materials
from ..registry import View, modelled
from .booklet_prints import (
    class_cover,
    identity_face,
    ledger_page,
    order_stub,
    residence_left,
    residence_right,
    telegram_form,
    visa_page,
)


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


@modelled("passport", seed=20, view=View(azimuth=-14, elevation=24, lens=95, margin=0.07))
def passport(rng: random.Random) -> None:
    """A passport of 9 × 13 cm standing half open at its visas; another, closed, lies before it."""
    cover = _cloth_paper("green-cloth-paper", "#1d5a40")
    edges, gold = _edges(), materials.metal("gold-leaf", "#d6b465", "#8f7436", 0.4, 0.3, 0.004)
    spine = (-0.01, 0.052)
    left, right = _paper("passport-left", visa_page(5, "14")), _paper("passport-right", visa_page(9, "15"))
    _open_standing(cover, edges, left, right, (0.09, 0.13), 38, spine)
    turning = _paper("passport-turning", visa_page(12, "16"))
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


@modelled("residence-card", seed=7, view=View(azimuth=-8, elevation=20, lens=95, margin=0.18))
def residence_card(rng: random.Random) -> None:
    """A residence card, 10.5 × 7.4 cm folded, standing open in its laminate; the photograph's field is blank."""
    back = _blank("card-back", "#d3a19d")
    laminate = materials.Nodes("laminate").finish("#dcd9cf", 0.12, 0.0, Coat_Weight=0.6)
    left = _paper("residence-left", residence_left(), 900, 0.55, 0.2)
    right = _paper("residence-right", residence_right(), 900, 0.55, 0.2)
    for angle, inside, face, reverse in ((208, 1, left, True), (-30, -1, right, False)):
        _leaf("pocket", (0.0765, 0.11), angle, laminate, thick=0.0004)
        _leaf("card", (0.074, 0.105), angle, back, inside * 0.0003, 0, 0.0025, thick=0.0004)
        _leaf("face", (0.074, 0.105), angle, face, inside * 0.00056, 0, 0.0025, reverse)


@modelled("identity-card", seed=41, view=View(azimuth=-18, elevation=22, lens=95, margin=0.2))
def identity_card(rng: random.Random) -> None:
    """An identity card of 12 × 9 cm, creased once, leaning on a block; its photograph's field is blank."""
    face, back = _paper("identity-card", identity_face(), 1100, 0.0, 0.55), _blank("identity-back", "#c9b98f")

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


@modelled("savings-book", seed=31, view=View(azimuth=-20, elevation=42, lens=95, margin=0.05))
def savings_book(rng: random.Random) -> None:
    """A savings book, 9 × 13 cm closed, lying open at its columns of figures."""
    cover, edges = _cloth_paper("blue-card", "#27497a"), _edges()
    first, carried = ledger_page(31, "LIVRET D'ÉPARGNE", 20, 0, 2)
    second, _ = ledger_page(32, "DIRHAMS", 13, carried, 22)
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
            cards[k % 5] if k < 16 else _paper("money-order", order_stub(30), 1200, 0, 0.5),
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


@modelled("class-book", seed=28, view=View(azimuth=-10, elevation=16, lens=95, size=(1500, 1800)))
def class_book(rng: random.Random) -> None:
    """A child's class book, 16 × 24 cm, standing a little open, letters of two alphabets on its cover."""
    face = _paper("class-book", class_cover(), 1100, 0.15, 0.4)
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


STRIPS = ("BIEN ARRIVÉ STOP", "TRAVAIL TROUVÉ STOP", "LETTRE SUIT", "SPÉCIMEN")


@modelled("telegram", seed=22, view=View(azimuth=-16, elevation=42, lens=95, margin=0.05))
def telegram(rng: random.Random) -> None:
    """A telegram, 21 × 15 cm, unfolded on its envelope, its words on pasted strips of paper."""

    def fold(lift: float, x0: float = 0.0, y0: float = 0.0, w: float = 0.21, h: float = 0.15):
        def at(u: float, v: float):
            x, y = x0 + (u - 0.5) * w, y0 + (v - 0.5) * h
            third = abs(((x / 0.21 + 0.5) * 3) % 2 - 1)
            over_envelope = 0.0016 * min(1.0, max(0.0, (y + 0.02) / 0.03))
            slack = 0.0013 * abs(math.sin(3 + y * 30) * x * 8)
            return (x, y, 0.0003 + lift + over_envelope + 0.0095 * third + slack)

        return at

    made = [forms.sheet("form", (0.21, 0.15), (36, 8), _paper("telegram", telegram_form(), 1200, 0, 0.3), fold(0.0))]
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
