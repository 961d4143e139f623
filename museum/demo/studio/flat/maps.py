"""The road home, drawn by hand on two sheets of squared paper; the coordinates are true, the traveller is not."""

from __future__ import annotations

import math
from random import Random

from ...drawings.svg import ellipse, line, n, polygon, rect, smooth
from . import flat
from .hand import arabic, write
from .sheets import ground, outline, picture, rough_edge, shade, shadow, sheet, wear

W, H = 340.0, 453.4
BLUE, RED, BLACK, PENCIL = "#23357d", "#b2342c", "#2a2a2e", "#5a5a5c"

COAST_EUROPE = (
    "4.75,52.95 4.1,51.98 3.4,51.37 2.5,51.08 1.62,50.87 1.58,50.2 .2,49.72 .1,49.45 -1.1,49.35 -1.27,49.69 -1.92,49.7 -1.6,48.65 "
    "-2.9,48.78 -4.72,48.4 -4.35,47.85 -2.5,47.3 -2.1,46.9 -1.2,46 -1.1,45.5 -1.25,44.6 -1.5,43.5 -1.79,43.37 -2.9,43.42 -3.8,43.47 "
    "-5.8,43.65 -7.9,43.76 -9.25,43 -8.8,42.1 -8.7,41.1 -9.45,38.75 -8.95,38.45 -8.8,37.95 -8.97,37.02 -7.9,36.98 -7.4,37.18 "
    "-6.9,37.15 -6.35,36.75 -6.2,36.4 -5.6,36.01 -5.45,36.14 -5.34,36.12 -4.42,36.72 -3,36.74 -2.2,36.73 -1.6,37.4 -.7,37.6 "
    "-.48,38.34 .2,38.75 -.3,39.5 .7,40.7 2.17,41.38 3.2,41.9 3.15,42.43 3.05,43 3.7,43.4 4.6,43.4 5.37,43.3 6.2,43.05 7,43.5"
)
COAST_AFRICA = (
    "-8.1,33.3 -7.6,33.6 -6.84,34.03 -6.65,34.27 -6.16,35.2 -6.02,35.5 -5.93,35.79 -5.81,35.79 -5.61,35.83 -5.32,35.9 -5.27,35.6 "
    "-5.09,35.45 -4.67,35.21 -3.93,35.25 -3.3,35.2 -2.97,35.44 -2.93,35.29 -2.4,35.12 -2.2,35.09 -1.6,35.2 -1.1,35.55"
)
BORDERS = (
    "2.5,51.08 3.1,50.75 4.1,50 4.85,49.85 5.8,49.55",
    "3.4,51.37 4.3,51.4 5,51.45 5.8,51.15",
    "-1.79,43.37 -.7,42.9 .7,42.75 1.7,42.5 3.15,42.43",
    "-8.87,41.87 -8.1,41.85 -6.6,41.9 -6.9,41 -7,39.7 -7.3,38.4 -7.4,37.18",
    "-2.2,35.09 -1.8,34.6 -1.7,33.7",
)
TOWNS = {
    "Rotterdam": (4.478, 51.924), "Anvers": (4.402, 51.219), "Bruxelles": (4.352, 50.85), "Valenciennes": (3.523, 50.357),
    "Paris": (2.352, 48.857), "Orléans": (1.9, 47.9), "Tours": (0.69, 47.39), "Poitiers": (0.34, 46.58),
    "Angoulême": (0.16, 45.65), "Bordeaux": (-0.58, 44.84), "Bayonne": (-1.47, 43.49), "Irún": (-1.79, 43.34),
    "Vitoria": (-2.67, 42.85), "Burgos": (-3.7, 42.34), "Aranda": (-3.69, 41.67), "Madrid": (-3.704, 40.417),
    "Manzanares": (-3.37, 39.0), "Bailén": (-3.78, 38.1), "Córdoba": (-4.78, 37.88), "Séville": (-5.99, 37.39),
    "Jaén": (-3.79, 37.77), "Grenade": (-3.6, 37.18), "Málaga": (-4.42, 36.72), "Algésiras": (-5.456, 36.141),
    "Tanger": (-5.834, 35.76), "Ceuta": (-5.321, 35.889), "Tétouan": (-5.368, 35.579), "Chaouen": (-5.27, 35.17),
    "Ketama": (-4.57, 34.9), "Al Hoceïma": (-3.937, 35.252), "Nador": (-2.934, 35.168), "Fès": (-5.0, 34.033),
    "Taza": (-4.01, 34.21), "Oujda": (-1.909, 34.681), "Meknès": (-5.555, 33.895), "Ouezzane": (-5.58, 34.8),
}  # fmt: skip
MAIN = (
    "Rotterdam Anvers Bruxelles Valenciennes Paris Orléans Tours Poitiers Angoulême Bordeaux Bayonne Irún Vitoria Burgos "
    "Aranda Madrid Manzanares Bailén"
).split()
BRANCHES = (
    ["Bailén", "Córdoba", "Séville", "Algésiras"],
    ["Bailén", "Jaén", "Grenade", "Málaga", "Algésiras"],
    ["Ceuta", "Tétouan", "Chaouen", "Ketama", "Al Hoceïma", "Nador"],
    ["Tanger", "Ouezzane", "Fès", "Taza", "Oujda"],
)
CROSSINGS = (["Algésiras", "Tanger"], ["Algésiras", "Ceuta"])
#: Town, where its name stands (mm from the dot), anchor, size of the small letters.
NAMES = {
    "Rotterdam": (4, -3, "start", 2.9), "Anvers": (4, 1, "start", 2.1), "Bruxelles": (5, 3, "start", 2.9),
    "Valenciennes": (4, 2, "start", 1.9), "Paris": (5, -1, "start", 3.4), "Orléans": (5, 2, "start", 2.1), "Tours": (4, 3, "start", 2.1),
    "Poitiers": (5, 1, "start", 2.1), "Angoulême": (5, 1, "start", 2.1), "Bordeaux": (6, 1, "start", 3.0),
    "Bayonne": (5, 2, "start", 2.1), "Irún": (4, 9, "start", 2.6), "Vitoria": (5, 5, "start", 2.1), "Burgos": (-5, 1, "end", 2.7),
    "Aranda": (-5, 1, "end", 2.0), "Madrid": (-7, 1, "end", 3.6), "Manzanares": (6, 1, "start", 2.1), "Bailén": (5, -1, "start", 2.1),
    "Córdoba": (-2, -4, "end", 2.5), "Séville": (-5, -2, "end", 2.4), "Jaén": (4, 2, "start", 2.5), "Grenade": (5, 1, "start", 2.3),
    "Málaga": (3, 5, "start", 2.3), "Algésiras": (-7, -4, "end", 2.8), "Tanger": (-6, 2, "end", 3.1), "Ceuta": (5, -1.5, "start", 2.4),
    "Tétouan": (4, 3, "start", 2.0), "Chaouen": (4, 1, "start", 1.9), "Ketama": (-1, 6, "middle", 1.9), "Al Hoceïma": (0, -5, "start", 2.0),
    "Nador": (6, -3, "start", 3.0), "Fès": (-1, 8, "middle", 2.7), "Taza": (0, 8, "middle", 2.7), "Oujda": (5, 3, "start", 3.0),
}  # fmt: skip
IN_ARABIC = {
    "Tanger": ("طنجة", -9, 10, 6.4, "start"), "Nador": ("الناظور", 30, 5.5, 6.4, "start"), "Oujda": ("وجدة", 20, 12, 6.4, "start"),
    "Taza": ("تازة", 4, 16.5, 5.6, "start"), "Fès": ("فاس", 3, 17, 5.8, "start"), "Tétouan": ("تطوان", -4, 4, 4.6, "start"),
    "Algésiras": ("الجزيرة الخضراء", -8, 3.5, 5, "start"),
}  # fmt: skip
#: Kilometres along a leg, as the hand put them down: rounded, and not always what the road signs said.
LEGS = (
    ("Rotterdam", "Anvers", "100", -1), ("Anvers", "Bruxelles", "45", -1), ("Bruxelles", "Paris", "305 km – 4 h", -1),
    ("Paris", "Orléans", "130", -1), ("Orléans", "Tours", "115", -1), ("Tours", "Poitiers", "105", -1),
    ("Poitiers", "Angoulême", "110", -1), ("Angoulême", "Bordeaux", "120", -1), ("Bordeaux", "Bayonne", "185", -1),
    ("Irún", "Vitoria", "115", -1), ("Vitoria", "Burgos", "115", -1), ("Burgos", "Aranda", "80", 1), ("Aranda", "Madrid", "160", 1),
    ("Madrid", "Manzanares", "175", 1), ("Manzanares", "Bailén", "120", -1), ("Bailén", "Córdoba", "105", -1),
    ("Córdoba", "Séville", "140", -1), ("Séville", "Algésiras", "200", -1), ("Jaén", "Grenade", "95", 1),
    ("Grenade", "Málaga", "125", 1), ("Málaga", "Algésiras", "135", 1), ("Ketama", "Al Hoceïma", "115", -1),
    ("Ouezzane", "Fès", "≈ 300", -1), ("Fès", "Taza", "120", -1), ("Taza", "Oujda", "225", 1),
)  # fmt: skip


def place(lon: float, lat: float) -> tuple[float, float]:
    """Where a longitude and a latitude fall on the paper, in millimetres."""
    return 62 + (lon + 9.45) * 15.15, 30 + (52.75 - lat) * 20.4


def trace(rng: Random, text: str, steps: int = 3, shake: float = 0.7) -> list[tuple[float, float]]:
    """A line of coordinates as a hand follows it: through the points, not quite straight between them."""
    points = [place(*map(float, pair.split(","))) for pair in text.split()]
    out = []
    for (x1, y1), (x2, y2) in zip(points, points[1:], strict=False):
        for k in range(steps):
            t = k / steps
            out.append((x1 + (x2 - x1) * t + rng.gauss(0, shake), y1 + (y2 - y1) * t + rng.gauss(0, shake)))
    return [*out, points[-1]]


def crayon(rng: Random, d: str, colour: str, width: float, passes: int = 3, opacity: float = 0.4) -> str:
    """A coloured pencil's line: several light passes that leave the tooth of the paper bare."""
    out = []
    for _ in range(passes):
        dash = " ".join(n(rng.uniform(0.4, 5) if k % 2 == 0 else rng.uniform(0.05, 0.5)) for k in range(14))
        out.append(
            f'<path d="{d}" fill="none" stroke="{colour}" stroke-width="{n(width * rng.uniform(0.5, 1))}" stroke-linecap="round" '
            f'stroke-linejoin="round" stroke-dasharray="{dash}" opacity="{n(opacity * rng.uniform(0.7, 1.2))}" '
            f'transform="translate({n(rng.gauss(0, width * 0.18))} {n(rng.gauss(0, width * 0.18))})"/>'
        )
    return "".join(out)


def ink(d: str, colour: str = BLUE, width: float = 0.36, opacity: float = 0.88, fill: str = "none") -> str:
    """A pen line."""
    return (
        f'<path d="{d}" fill="{fill}" stroke="{colour}" stroke-width="{n(width)}" stroke-linecap="round" '
        f'stroke-linejoin="round" opacity="{opacity}"/>'
    )


def hatched(rng: Random, points, colour: str, out_x: float, out_y: float, reach: float, opacity: float = 0.3) -> str:
    """Short pencil strokes that run from a coast out to sea."""
    near, far = [], []
    for (x1, y1), (x2, y2) in zip(points, points[1:], strict=False):
        count = max(1, int(math.hypot(x2 - x1, y2 - y1) / 0.8))
        for k in range(count):
            x, y = x1 + (x2 - x1) * k / count, y1 + (y2 - y1) * k / count
            length = reach * rng.uniform(0.35, 1)
            side_x, side_y = (y2 - y1), -(x2 - x1)
            if side_x * out_x + side_y * out_y < 0:
                side_x, side_y = -side_x, -side_y
            size = math.hypot(side_x, side_y) or 1
            dx, dy = side_x / size * 0.45 + 0.55 * out_x, side_y / size * 0.45 + 0.55 * out_y
            (near if k % 2 else far).append(
                line(x + dx, y + dy, x + dx * length + rng.gauss(0, 0.5), y + dy * length + rng.gauss(0, 0.5))
            )
    return "".join(
        f'<path d="{"".join(part)}" stroke="{colour}" stroke-width="{w}" stroke-linecap="round" opacity="{o}"/>'
        for part, w, o in ((near, 0.75, opacity), (far, 0.5, opacity * 0.8))
    )


def leaning_car(rng: Random, x: float, y: float, s: float) -> str:
    """An estate car seen from the side, its roof loaded higher than itself, in pen and pencil."""
    body = [(0, 8), (0.4, 4.6), (7, 4.2), (10, 0.6), (23, 0.2), (29, 1.2), (31, 4.6), (31.5, 8)]
    load = [(8, 0.2), (8.4, -6), (13, -9.4), (18, -8), (22, -10), (26, -6.4), (27, 0.2)]
    move = f'<g transform="translate({n(x)} {n(y)}) scale({n(s)})">'
    out = [move]
    for k in range(22):
        out.append(
            crayon(rng, line(8.6 + k * 0.82, -0.4, 9.4 + k * 0.8, -5.5 - 2 * math.sin(k)), "#3f8f5a", 0.7, 1, 0.4)
        )
    for k in range(34):
        out.append(
            crayon(
                rng, line(0.8 + k * 0.9, 7.4, 1.6 + k * 0.9, 4.8 - (2.6 if 11 < k < 32 else 0)), "#c9a83a", 0.7, 1, 0.35
            )
        )
    out.append(
        ink(smooth(load), width=0.35) + ink(smooth(body, tension=0.4), width=0.4) + ink(line(0, 8, 31.5, 8), width=0.4)
    )
    out.append(
        ink(polygon([(11, 4), (12.6, 1.4), (17, 1.3), (17, 4)]) + polygon([(18.2, 4), (18.2, 1.3), (23, 1.3), (25, 4)]))
    )
    out.append(
        ink(
            "".join(line(9 + k * 4, 0, 12 + k * 4, -8.6) + line(12 + k * 4, 0, 9 + k * 4, -7.4) for k in range(4)),
            width=0.22,
        )
    )
    for cx in (6.5, 25):
        out.append(ink(ellipse(cx, 8.2, 2.5) + ellipse(cx, 8.2, 1.1), width=0.45, fill="#f3eddc"))
    out.append(ink(rect(13.5, -11.2, 4, 2) + line(14, -11, 17.4, -9.4), width=0.3))
    return "".join(out) + "</g>"


def small_signs(rng: Random) -> str:
    """The signs of the key, wherever the road has them: petrol, tea, a bed, a prayer place, the police."""
    out = []

    def petrol(x: float, y: float) -> None:
        out.append(crayon(rng, line(x + 1.5, y + 1, x + 1.5, y + 6), "#c6392f", 2.6, 2, 0.4))
        out.append(
            ink(
                rect(x, y, 3.2, 6.4, 0.4) + rect(x + 0.6, y + 0.8, 2, 1.5) + f"M{n(x + 3.2)} {n(y + 2)}q2 0 1.6 3t1 -3",
                width=0.32,
            )
        )

    def tea(x: float, y: float) -> None:
        out.append(crayon(rng, line(x + 1.5, y + 2, x + 1.5, y + 4.4), "#b3741f", 2.0, 2, 0.5))
        out.append(
            ink(
                f"M{n(x)} {n(y)}l.6 5h1.8l.6 -5Z"
                + smooth([(x + 1, y - 1), (x + 1.6, y - 2), (x + 0.9, y - 3), (x + 1.6, y - 4)]),
                width=0.32,
            )
        )

    def bed(x: float, y: float) -> None:
        out.append(crayon(rng, line(x + 0.4, y + 3, x + 7.4, y + 3), "#4e6fb5", 2.0, 2, 0.4))
        out.append(
            ink(
                line(x, y, x, y + 5)
                + line(x, y + 4, x + 8, y + 4)
                + line(x + 8, y + 2, x + 8, y + 5)
                + rect(x + 0.5, y + 2, 2.2, 1.8, 0.6),
                width=0.36,
            )
        )
        out.append(
            crayon(rng, f"M{n(x + 6)} {n(y - 4.6)}a2.4 2.4 0 1 0 2.4 3.2a2 2 0 0 1 -2.4 -3.2Z", "#d8a928", 0.8, 2, 0.7)
        )

    for name, dx, dy, sign in (
        ("Tours", -9, -3, petrol), ("Bordeaux", -18, -2, bed), ("Irún", -15, -9, tea), ("Burgos", -11, -11, petrol),
        ("Madrid", -10, 7, tea), ("Bailén", 36, 5, bed), ("Algésiras", -46, 18, bed), ("Orléans", -9, -9, tea), ("Taza", 15, 3, tea),
    ):  # fmt: skip
        x, y = place(*TOWNS[name])
        sign(x + dx, y + dy)
    for k, (sign, label) in enumerate(((petrol, "essence"), (tea, "thé, on s’arrête"), (bed, "dormir ici"))):
        sign(27, 352 + k * 11)
        out.append(write(rng, label, 39, 357 + k * 11, 2.0, BLUE, 0.3))
    return "".join(out)


def notes(rng: Random) -> str:
    """What the hand wrote beside the road."""
    out = []

    def note(
        x: float, y: float, lines: str, size: float = 1.9, colour: str = BLUE, lead: float = 5.4, turn: float = 0
    ) -> None:
        for k, text in enumerate(lines.split("|")):
            out.append(write(rng, text, x, y + k * lead, size, colour, size * 0.155, turn=turn))

    out.append(write(rng, "LA ROUTE DE L’ÉTÉ", 31, 43, 5.2, RED, 0.85, slant=0.08))
    out.append(ink(smooth([(31, 47.5), (60, 46.6), (96, 47.8), (116, 46.8)]), RED, 0.6))
    out.append(arabic(rng, "طريق البلاد", 114, 61, 12, RED, weight=600))
    out.append(arabic(rng, "بسم الله، والسلامة إن شاء الله", 106, 95, 6.4, BLUE))
    note(31, 73, "départ vendredi soir|après l’usine|nous sommes 7, + les valises", 2.3, BLUE, 6.2)
    note(152, 42, "de Rotterdam : ≈ 2 500 km|3 jours, 2 nuits|juillet – août", 2.3, RED, 6.4)
    note(273, 100, "chercher l’oncle|à Bruxelles à minuit", 1.9)
    note(258, 119, "attention : le périphérique !|passer avant 6 h du matin", 2.0, RED)
    note(240, 149, "pas l’autoroute, trop cher|→ la nationale", 2.0)
    note(244, 170, "pique-nique : thon, oeufs durs,|pain, olives, thermos", 2.0)
    note(112, 166, "Bordeaux : dormir|sur le parking, 4 h|(les petits dans la voiture)", 2.0)
    note(100, 194, "frontière : passeports|de TOUTE la famille|+ carte verte", 2.1, RED, 5.8)
    note(194, 246, "changer l’argent ici :|francs → pesetas", 1.9)
    note(108, 257, "froid la nuit,|même en août", 1.9)
    note(160, 262, "rien que des camions", 1.9)
    note(105, 298, "Madrid : ne PAS entrer|dans la ville, tourner", 1.8)
    note(161, 297, "40° ! rouler la nuit,|eau pour le radiateur", 1.9, RED)
    note(161, 319, "Despeñaperros : virages,|papa ne parle plus", 1.8)
    note(200, 348, "route 2 : plus belle|(Jaén, Grenade, la mer)", 2.0)
    note(26, 330, "route 1 : Cordoue,|Séville, plus plate", 2.0)
    note(26, 393, "Algésiras : la queue…|une nuit, des fois deux", 2.1, RED)
    note(206, 374, "bateau : 2 h 30 Tanger|1 h 30 Ceuta", 2.0, RED)
    note(212, 392, "la mer avant|la maison !", 2.2)
    out.append(write(rng, "mer", 262, 318, 4.4, "#4f7fb4", 0.6, slant=0.3, turn=-14))
    out.append(write(rng, "OCÉAN", 44, 172, 4.4, "#4f7fb4", 0.6, slant=0.1, spread=1.5))
    out.append(write(rng, "FRANCE", 232, 203, 4.4, PENCIL, 0.55, slant=0.05, spread=1.7, opacity=0.65))
    out.append(write(rng, "ESPAGNE", 158, 278, 3.2, PENCIL, 0.5, slant=0.05, spread=1.4, opacity=0.65))
    out.append(arabic(rng, "المغرب", 206, 430, 11, PENCIL))
    return "".join(out)


def roads(rng: Random) -> str:
    """The road itself: red pencil over blue pen, dashes over water, dots, names and kilometres."""
    out = []

    def route(names: list[str], colour: str, width: float) -> None:
        points = []
        for a, b in zip(names, names[1:], strict=False):
            (x1, y1), (x2, y2) = place(*TOWNS[a]), place(*TOWNS[b])
            points += [(x1, y1)]
            points += [
                (x1 + (x2 - x1) * t + rng.gauss(0, 0.9), y1 + (y2 - y1) * t + rng.gauss(0, 0.7))
                for t in (0.28, 0.55, 0.8)
            ]
        d = smooth([*points, place(*TOWNS[names[-1]])])
        out.append(crayon(rng, d, colour, width, 5, 0.42) + ink(d, BLUE, 0.42))

    route(MAIN, "#d2402f", 2.4)
    for branch, colour in zip(BRANCHES, ("#d2402f", "#e08a2c", "#3f8f5a", "#3f8f5a"), strict=True):
        route(branch, colour, 2.1)
    for a, b in CROSSINGS:
        (x1, y1), (x2, y2) = place(*TOWNS[a]), place(*TOWNS[b])
        d = smooth([(x1, y1), ((x1 + x2) / 2 + 1.4, (y1 + y2) / 2 - 0.6), (x2, y2)])
        out.append(
            f'<path d="{d}" fill="none" stroke="{BLUE}" stroke-width=".5" stroke-dasharray="1.4 1.2" opacity=".9"/>'
        )
    for name, (dx, dy, anchor, size) in NAMES.items():
        x, y = place(*TOWNS[name])
        out.append(
            ink(ellipse(x, y, 0.55 + size * 0.28), width=0.42, fill="#f6f0de")
            + ink(ellipse(x, y, size * 0.14), RED, 0.3, fill=RED)
        )
        big = size > 2.55
        out.append(
            write(
                rng,
                name.upper() if size > 3.2 else name,
                x + dx,
                y + dy + size * 0.4,
                size,
                BLACK if big else BLUE,
                size * 0.16,
                anchor=anchor,
            )
        )
        if big:
            length = size * len(name) * (0.8 if size <= 3.2 else 1.15)
            left = x + dx - (length if anchor == "end" else length / 2 if anchor == "middle" else 0)
            out.append(
                crayon(rng, line(left, y + dy + size * 0.8, left + length, y + dy + size * 0.7), "#e0b52e", 1.0, 2, 0.5)
            )
    for name, (text, dx, dy, size, anchor) in IN_ARABIC.items():
        x, y = place(*TOWNS[name])
        out.append(arabic(rng, text, x + dx, y + dy, size, BLUE, anchor=anchor))
    for a, b, text, side in LEGS:
        (x1, y1), (x2, y2) = place(*TOWNS[a]), place(*TOWNS[b])
        length = math.hypot(x2 - x1, y2 - y1)
        nx, ny = (y2 - y1) / length * side, -(x2 - x1) / length * side
        anchor = "end" if nx < -0.3 else "start" if nx > 0.3 else "middle"
        out.append(write(rng, text, (x1 + x2) / 2 + nx * 3, (y1 + y2) / 2 + ny * 3 + 1, 1.55, RED, 0.26, anchor=anchor))
    return "".join(out)


@flat("road-map", seed=41, size=(4500, 6000))
def road_map(rng: Random) -> str:
    """The whole road on two squared sheets taped together, folded in eight."""
    x, y, w, h = 21.0, 17.0, 298.0, 420.0
    edge = rough_edge(rng, x, y, w, h)
    paper = outline(edge)
    squares = "".join(line(x + k * 5 + 1.5, y, x + k * 5 + 1.5, y + h) for k in range(60)) + "".join(
        line(x, y + k * 5 + 3, x + w, y + k * 5 + 3) for k in range(84)
    )
    north, south = trace(rng, COAST_EUROPE), trace(rng, COAST_AFRICA)
    # The coast turns round three seas; each stretch is hatched towards its own.
    split = {"north": (0, 12 * 3), "west": (12 * 3, 34 * 3), "south": (34 * 3, len(north))}
    body = [ground(rng, W, H), shadow(edge, W, H, 3.2, 0.6), f'<path d="{paper}" fill="#f5efdf"/>']
    ruled = (
        f'<path d="{squares}" stroke="#8fa3cf" stroke-width=".16" opacity=".75"/>'
        f'<path d="{line(x + 26.5, y, x + 26.5, y + h)}" stroke="#d0717d" stroke-width=".3" opacity=".0"/>'
    )
    sea = (
        hatched(rng, north[slice(*split["north"])], "#4f86bd", -0.7, -0.7, 9)
        + hatched(rng, north[slice(*split["west"])], "#4f86bd", -0.95, -0.2, 10)
        + hatched(rng, north[slice(*split["south"])], "#3f7fb8", 0.75, 0.6, 9)
        + hatched(rng, south[:18], "#4f86bd", -0.95, -0.2, 8)
        + hatched(rng, south[27:], "#3f7fb8", 0.3, -0.9, 6)
    )
    coast = "".join(
        crayon(rng, smooth(part), "#2f6ea8", 1.0, 2, 0.5) + ink(smooth(part), BLUE, 0.34, 0.8)
        for part in (north, south)
    )
    borders = "".join(crayon(rng, smooth(trace(rng, text)), "#8c4fa0", 1.3, 2, 0.45) for text in BORDERS)
    body.append(f'<clipPath id="p"><path d="{paper}"/></clipPath><g clip-path="url(#p)">{ruled}{sea}{coast}{borders}')
    body += [roads(rng), small_signs(rng), notes(rng), leaning_car(rng, 36, 119, 1.5)]
    # A ferry in the strait, and the fence of waiting cars before it.
    fx, fy = 66, 412
    body.append(
        ink(
            f"M{fx} {fy}l3 5h18l4 -5Z M{fx + 4} {fy}v-3h14v3 M{fx + 12} {fy - 3}v-4h3v4"
            + "".join(ellipse(fx + 6 + 3 * k, fy - 1.4, 0.6) for k in range(4)),
            width=0.4,
        )
    )
    body.append(
        crayon(
            rng,
            smooth([(fx + 13, fy - 8), (fx + 18, fy - 11), (fx + 16, fy - 14), (fx + 22, fy - 16)]),
            PENCIL,
            1.0,
            2,
            0.4,
        )
    )
    body.append(crayon(rng, line(fx + 2, fy + 3, fx + 22, fy + 3), "#d2402f", 2.4, 3, 0.35))
    body.append(
        write(
            rng,
            "fac-similé de démonstration, voyageur fictif – Rihla",
            x + w - 6,
            y + h - 4,
            1.15,
            PENCIL,
            0.18,
            anchor="end",
        )
    )
    body.append("</g>")
    # The tape that joins the two sheets, yellowed, and the folds of a glove compartment.
    tape = f'<path d="{outline(rough_edge(rng, x - 1, 221, w + 2, 13, 0.3))}" fill="#c99a45" opacity=".3"/>'
    body.append(f'{tape}<path d="{line(x, 227.2, x + w, 227.4)}" stroke="#5d4724" stroke-width=".28" opacity=".55"/>')
    folds = (("v", w / 2, 1.0), ("h", 105.0, 0.9), ("h", 315.0, 0.9), ("v", w / 4, 0.5), ("v", w * 0.75, 0.5))
    stains = ((232, 132, 17, 0.09), (68, 290, 9, 0.07), (262, 372, 12, 0.06))
    body.append(f'<g clip-path="url(#p)">{picture(shade(wear(rng, w, h, folds=folds, stains=stains)), x, y, w, h)}</g>')
    return sheet((4500, 6000), W, H, "".join(body))
