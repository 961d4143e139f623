"""One notebook begun at both ends: a grown man learns to sign from the left, a child learns Arabic from the right."""

from __future__ import annotations

from random import Random

import numpy as np

from ...drawings.svg import ellipse, line, n, polygon, rect, smooth
from . import flat
from .hand import arabic, write
from .maps import crayon, ink
from .sheets import ground, outline, picture, rough_edge, shade, shadow, sheet, wear

W, H = 400.0, 273.3
X, Y, PAGE, TALL = 31.0, 26.0, 169.0, 221.0
PENCIL, BLUE, RED, VIOLET = "#4c4c50", "#24397f", "#bf2a2a", "#8b84b8"


def base(row: int) -> float:
    """The height of a ruled line; there are eight millimetres between two."""
    return Y + 22 + row * 8


def ruled(x: float) -> str:
    """French school ruling: a violet line each 8 mm, three pale ones between, violet uprights, a red margin."""
    strong = "".join(line(x, base(k), x + PAGE, base(k)) for k in range(25))
    pale = "".join(line(x, base(k) - 2 * j, x + PAGE, base(k) - 2 * j) for k in range(25) for j in (1, 2, 3))
    upright = "".join(line(x + 27 + 8 * k, Y, x + 27 + 8 * k, Y + TALL) for k in range(1, 18))
    return (
        f'<path d="{pale}" stroke="#a9bcd8" stroke-width=".13" opacity=".7"/>'
        f'<path d="{strong}{upright}" stroke="{VIOLET}" stroke-width=".2" opacity=".7"/>'
        f'<path d="{line(x + 27, Y, x + 27, Y + TALL)}" stroke="#cf5a66" stroke-width=".32" opacity=".8"/>'
    )


def tick(rng: Random, x: float, y: float, size: float = 5) -> str:
    """The teacher's tick."""
    return ink(smooth([(x, y - size * 0.4), (x + size * 0.3, y), (x + size * 1.2, y - size * 1.3)]), RED, 0.55)


def signing(rng: Random) -> str:
    """The left page: strokes, loops, letters, then one name copied until the pencil no longer presses."""
    left, right = X + 31, X + PAGE - 7
    out = [write(rng, "Lundi soir, 20 h", left, base(0), 2.1, BLUE, 0.36, wobble=0.02)]
    out.append(ink(line(left, base(0) + 1.4, left + 34, base(0) + 1.2), RED, 0.35))
    for row, slope in ((2, 0.0), (3, 1.6)):
        sticks = "".join(
            line(
                x + slope + rng.gauss(0, 0.35),
                base(row) - 6 + rng.gauss(0, 0.5),
                x + rng.gauss(0, 0.3),
                base(row) + rng.gauss(0, 0.4),
            )
            for x in np.arange(left, right, 4)
        )
        out.append(ink(sticks, PENCIL, 0.75, 0.8))
    for row, tall in ((4, 3.6), (5, 6.2)):
        loops = []
        for k, x in enumerate(np.arange(left, right - 6, 5)):
            grow = rng.uniform(0.85, 1.12)
            loops += [
                (x, base(row)),
                (x + 3.4, base(row) - tall * 0.6 * grow),
                (x + 2.4, base(row) - tall * grow),
                (x + 1.4, base(row) - tall * 0.5 * grow),
                (x + 3.4, base(row) + rng.gauss(0, 0.3)),
            ]
            if k % 7 == 6:
                out.append(ink(smooth(loops), PENCIL, 0.7, 0.8))
                loops = []
        out.append(ink(smooth(loops), PENCIL, 0.7, 0.8))
    for row, letters in ((6, "a a a a a a a a"), (7, "o o o o o o o o"), (8, "l l l l l l l l l")):
        out.append(write(rng, letters, left, base(row), 3.6, PENCIL, 0.62, wobble=0.06, spread=2.3 if row < 8 else 2.6))
    model = write(rng, "Spécimen", left, base(10), 3.7, RED, 0.42, wobble=0.012, slant=0.16)
    out += [model, write(rng, "votre nom", left + 74, base(10), 2.0, RED, 0.34, wobble=0.02)]
    for k in range(8):
        shaky, press = 0.08 - k * 0.008, 0.72 - k * 0.04
        for column in (0, 1):
            out.append(
                write(
                    rng,
                    "Spécimen",
                    left + column * 62 + rng.gauss(0, 1.2),
                    base(11 + k) + rng.gauss(0, 0.5),
                    3.9 + rng.gauss(0, 0.15),
                    PENCIL,
                    press,
                    wobble=shaky,
                    opacity=0.82,
                )
            )
        if k in (3, 5, 7):
            out.append(tick(rng, X + 17, base(11 + k) + 1))
    rubbed = "".join(
        line(
            left + 62 + rng.uniform(0, 24),
            base(12) - 3 + rng.gauss(0, 1.4),
            left + 62 + rng.uniform(14, 40),
            base(12) - 2 + rng.gauss(0, 1.4),
        )
        for _ in range(26)
    )
    out.append(f'<path d="{rubbed}" stroke="#8b8883" stroke-width="1.6" stroke-linecap="round" opacity=".12"/>')
    for row, text in (
        (20, "Je travaille à l’usine."),
        (21, "J’habite au foyer, chambre 12."),
        (22, "J’ai signé la lettre moi-même."),
    ):
        out.append(write(rng, text, left, base(row), 2.9, BLUE, 0.5, wobble=0.045))
    out.append(write(rng, "Très bien !", left + 78, base(19) + 3, 3.0, RED, 0.45, wobble=0.02, turn=-5))
    out.append(write(rng, "Appuyez moins", X + 3, base(12) - 1.5, 1.5, RED, 0.27, turn=-2))
    out.append(write(rng, "on respire…", X + 3, base(12) + 4.2, 1.5, RED, 0.27, turn=-2))
    name = [
        (0, 0),
        (4, -7),
        (5.5, -8),
        (3.6, -4),
        (6, 1),
        (8, -3),
        (9.5, -4),
        (10, 0),
        (13, -3.5),
        (14, 0),
        (17, -3),
        (18, 0),
        (22, -3),
        (24, 1),
        (35, -4),
        (20, 4),
        (-2, 4.6),
        (32, 2),
    ]
    out.append(ink(smooth([(left + 82 + x * 1.15, base(22) + 5 + y * 1.15) for x, y in name]), BLUE, 0.55))
    return "".join(out)


def drawing(rng: Random, x: float, y: float) -> str:
    """A child's drawing in coloured pencil: grandfather's house, a tree, the sun, the loaded car."""
    out = []

    def filled(x1: float, x2: float, top: float, low: float, colour: str, step: float = 1.1) -> None:
        for at in np.arange(x1, x2, step):
            out.append(
                crayon(
                    rng,
                    line(
                        x + at + rng.gauss(0, 0.3),
                        y + top + rng.uniform(0, 0.9),
                        x + at + rng.gauss(0, 0.8),
                        y + low - rng.uniform(0, 0.9),
                    ),
                    colour,
                    1.1,
                    1,
                    0.5,
                )
            )

    filled(10, 38, -22, 0, "#e0a96b")
    filled(20, 26, -10, 0, "#8c5a33")
    filled(50, 53, -11, 0, "#8c5a33")
    for _ in range(26):
        a, r = rng.uniform(0, 6.28), rng.uniform(0, 7)
        cx, cy = x + 51.5 + np.cos(a) * r, y - 17 + np.sin(a) * r * 0.8
        out.append(crayon(rng, line(cx - 2, cy + 1, cx + 2, cy - 1), "#3f8f4f", 1.2, 1, 0.6))
    for k in range(40):
        at = -4 + k * 2.7
        out.append(
            crayon(
                rng,
                line(x + at, y + 1 + rng.gauss(0, 0.3), x + at + 2.4, y + 3 + rng.gauss(0, 0.4)),
                "#6aa84f",
                1.0,
                1,
                0.5,
            )
        )
    out.append(
        ink(
            polygon([(x + 10, y), (x + 10, y - 22), (x + 38, y - 22.5), (x + 38, y)], False)
            + rect(x + 20, y - 10, 6, 10),
            PENCIL,
            0.5,
        )
    )
    out.append(
        ink(
            "".join(
                rect(x + a, y - 18, 5, 5)
                + line(x + a + 2.5, y - 18, x + a + 2.5, y - 13)
                + line(x + a, y - 15.5, x + a + 5, y - 15.5)
                for a in (12.5, 30)
            ),
            BLUE,
            0.42,
        )
    )
    out.append(ink("".join(line(x + a, y - 22, x + a, y - 27) for a in (11, 20, 29, 37)), PENCIL, 0.5))
    for k in range(12):
        a = k * 0.524
        out.append(
            crayon(
                rng,
                line(x + 88 + np.cos(a) * 7, y - 27 + np.sin(a) * 7, x + 88 + np.cos(a) * 11, y - 27 + np.sin(a) * 11),
                "#eab52d",
                1.0,
                2,
                0.6,
            )
        )
    for k in range(10):
        out.append(crayon(rng, line(x + 83.5, y - 31 + k * 0.9, x + 92.5, y - 31.4 + k * 0.9), "#f0c23c", 1.1, 1, 0.6))
    filled(68, 92, -6, -2.4, "#c8453a", 1.0)
    filled(73, 86, -15, -10, "#3f7fb8", 1.0)
    out.append(
        ink(
            smooth(
                [
                    (x + 66, y - 1),
                    (x + 67, y - 6),
                    (x + 72, y - 6.4),
                    (x + 75, y - 10),
                    (x + 86, y - 10),
                    (x + 89, y - 6),
                    (x + 94, y - 5),
                    (x + 94, y - 1),
                    (x + 66, y - 1),
                ],
                tension=0.25,
            ),
            PENCIL,
            0.5,
        )
    )
    out.append(ink(ellipse(x + 72, y - 0.5, 2.4) + ellipse(x + 88, y - 0.5, 2.4), PENCIL, 0.6, fill="#d9d2c4"))
    out.append(
        ink(
            smooth([(x + 73, y - 10), (x + 72, y - 15), (x + 79, y - 17), (x + 87, y - 15), (x + 86, y - 10)])
            + line(x + 76, y - 10, x + 78, y - 16)
            + line(x + 82, y - 10, x + 81, y - 16),
            PENCIL,
            0.45,
        )
    )
    out.append(arabic(rng, "دار جدّي", x + 34, y + 11, 7.4, BLUE))
    out.append(arabic(rng, "السيارة في الصيف", x + 98, y + 11, 6.6, BLUE))
    return "".join(out)


def lesson(rng: Random) -> str:
    """The right page: a letter in its four forms, words, a sentence copied, and what the teacher wrote in red."""
    left = X + PAGE
    right = left + PAGE - 9
    out = [arabic(rng, "الأربعاء – حصة العربية", right, base(0), 6.2, BLUE)]
    out.append(ink(line(right, base(0) + 2.2, right - 46, base(0) + 2), RED, 0.35))
    out.append(arabic(rng, "الدرس السابع: حرف الصاد", right - 8, base(2) - 0.5, 8.6, RED, weight=600))
    for k, form in enumerate(("ص", "صـ", "ـصـ", "ـص")):
        at = right - 14 - k * 30
        out.append(arabic(rng, form, at, base(4), 13, RED, anchor="middle"))
        for row in (5, 6, 7):
            out.append(
                arabic(
                    rng,
                    form,
                    at + 6 + rng.gauss(0, 1),
                    base(row) + rng.gauss(0, 0.5),
                    9.4 + rng.gauss(0, 0.5),
                    PENCIL,
                    anchor="middle",
                    turn=rng.gauss(0, 3),
                )
            )
            out.append(
                arabic(
                    rng,
                    form,
                    at - 6 + rng.gauss(0, 1),
                    base(row) + rng.gauss(0, 0.6),
                    9.2 + rng.gauss(0, 0.6),
                    PENCIL,
                    anchor="middle",
                    turn=rng.gauss(0, 4),
                )
            )
    for k, word in enumerate(("صديق", "قصر", "قميص", "صابون")):
        at = right - 16 - k * 32
        for row in (9, 10):
            out.append(
                arabic(
                    rng,
                    word,
                    at + rng.gauss(0, 1),
                    base(row) + rng.gauss(0, 0.4),
                    8.4 + rng.gauss(0, 0.3),
                    PENCIL if row == 10 else BLUE,
                    anchor="middle",
                    turn=rng.gauss(0, 1.6),
                )
            )
    text = "في الصيف نذهب إلى دار جدّي."
    for row, colour in ((12, RED), (13, PENCIL), (14, PENCIL)):
        out.append(
            arabic(
                rng,
                text,
                right - 2 + rng.gauss(0, 1),
                base(row) + rng.gauss(0, 0.4),
                8.0 if row == 12 else 8.3,
                colour,
                turn=0 if row == 12 else rng.gauss(0, 0.8),
            )
        )
    out += [tick(rng, left + 15, base(10)), tick(rng, left + 15, base(14))]
    out.append(arabic(rng, "أحسنت!", left + 62, base(13) + 3, 9.5, RED, weight=600, turn=-4))
    out.append(arabic(rng, "انتبه إلى السطر", left + 68, base(7) + 6.6, 5, RED, turn=-2))
    out.append(
        ink(ellipse(left + 17, base(2), 9, 7), RED, 0.5)
        + write(rng, "8/10", left + 10, base(2) + 2.4, 3.4, RED, 0.5, wobble=0.02)
    )
    out.append(ink(ellipse(right - 75, base(6) - 3, 9, 5), RED, 0.4))
    out.append(drawing(rng, left + 40, base(21)))
    return "".join(out)


def gutter(rng: Random) -> str:
    """The swell of the two pages towards the staples."""
    across = np.linspace(-PAGE, PAGE, 1200, dtype=np.float32)[None, :].repeat(3, 0)
    far = np.abs(across)
    tone = -0.4 * np.exp(-far / 1.6) - 0.2 * np.exp(-far / 9) + 0.07 * np.exp(-(((across + 26) / 16) ** 2))
    tone -= 0.05 * (across > 0) * np.exp(-far / 50)
    return picture(shade(np.clip(tone, -0.7, 0.4)), X, Y, PAGE * 2, TALL)


@flat("school-notebook", seed=12, size=(6000, 4100))
def school_notebook(rng: Random) -> str:
    """The notebook lying open at its middle, where the two beginnings meet."""
    cover = rough_edge(rng, X - 2.2, Y - 1.6, PAGE * 2 + 4.4, TALL + 3.4, 0.2)
    body = [ground(rng, W, H), shadow(cover, W, H, 4, 0.65), f'<path d="{outline(cover)}" fill="#39568c"/>']
    for k in range(3, 0, -1):
        under = rough_edge(rng, X - k * 0.45, Y - k * 0.2, PAGE * 2 + k * 0.9, TALL + k * 0.5, 0.14)
        body.append(
            f'<path d="{outline(under)}" fill="{("#e9e1cd", "#d9cfb8", "#ece5d3")[k - 1]}" stroke="#a69a80" stroke-width=".12"/>'
        )
    top = outline(rough_edge(rng, X, Y, PAGE * 2, TALL, 0.12))
    body.append(f'<clipPath id="p"><path d="{top}"/></clipPath><path d="{top}" fill="#f7f2e4"/><g clip-path="url(#p)">')
    body += [ruled(X), ruled(X + PAGE), signing(rng), lesson(rng)]
    body.append(
        write(
            rng,
            "fac-similé de démonstration, personnes fictives – Rihla",
            X + PAGE * 2 - 5,
            Y + TALL - 2.6,
            1.1,
            PENCIL,
            0.17,
            anchor="end",
        )
    )
    stains = ((X + 300, 150.0, 11.0, 0.05), (40.0, 190.0, 14.0, 0.06))
    body.append(
        picture(shade(wear(rng, PAGE * 2, TALL, stains=stains, age=0.45)), X, Y, PAGE * 2, TALL) + gutter(rng) + "</g>"
    )
    for at in (Y + 55, Y + TALL - 60):
        body.append(
            f'<path d="{rect(X + PAGE - 0.5, at, 1, 12, 0.5)}" fill="#8f8c86"/><path d="M{n(X + PAGE - 0.2)} {n(at + 0.6)}v10.6" stroke="#f0ede6" stroke-width=".28"/>'
        )
        body.append(f'<path d="{rect(X + PAGE - 1.2, at + 11.4, 2.4, 1.4, 0.6)}" fill="#8a5a2b" opacity=".35"/>')
    return sheet((6000, 4100), W, H, "".join(body))
