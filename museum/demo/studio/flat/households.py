"""What a household keeps: the plan of a house, a page of recipes, and the sheet on which a family left."""

from __future__ import annotations

from random import Random

from ...drawings.svg import ellipse, line, rect, star
from . import Stock, flat
from .paper import BALLPOINT, PENCIL, Page

CYAN = "#2b4c86"
RED = "#b23a2e"

PLAN = (4300, 6100)
PLAN_BOX = (140, 140, 4020, 5820)


def _room(
    page: Page, x: float, y: float, w: float, h: float, name: str, arabic: str, size: str, wall: float = 26
) -> None:
    """A room between double walls, with its name in two languages and its measures."""
    page.frame(x, y, w, h, wall, CYAN)
    page.frame(x + wall * 0.9, y + wall * 0.9, w - wall * 1.8, h - wall * 1.8, 4, CYAN)
    page.text(x + w / 2, y + h / 2 - 40, name, 66, "sans-600", "middle", CYAN)
    page.text(x + w / 2, y + h / 2 + 52, arabic, 72, "naskh-600", "middle", CYAN)
    page.text(x + w / 2, y + h / 2 + 130, size, 52, "sans-400", "middle", CYAN)


def _door(page: Page, x: float, y: float, reach: float, way: str) -> None:
    """A door: the gap in the wall, its leaf, and the quarter circle it swings through."""
    dx, dy = {"n": (1, -1), "s": (1, 1)}[way]
    page.path(f"M{x} {y}h{reach}", "none", "#d9e2ea", 40)
    page.path(
        f"M{x} {y}v{reach * dy} A{reach} {reach} 0 0 {1 if way == 'n' else 0} {x + reach * dx} {y}", "none", CYAN, 5
    )


def _measure(page: Page, x: float, y: float, length: float, text: str, upright: bool = False) -> None:
    """A measuring line with its two ticks and its figure."""
    if upright:
        page.path(
            line(x, y, x, y + length)
            + line(x - 22, y + 22, x + 22, y - 22)
            + line(x - 22, y + length + 22, x + 22, y + length - 22),
            "none",
            CYAN,
            4,
        )
        page.text(
            x - 22,
            y + length / 2,
            text,
            52,
            "sans-400",
            "middle",
            CYAN,
            more=f'transform="rotate(-90 {x - 22} {y + length / 2})"',
        )
        return
    page.path(
        line(x, y, x + length, y)
        + line(x - 22, y + 22, x + 22, y - 22)
        + line(x + length - 22, y + 22, x + length + 22, y - 22),
        "none",
        CYAN,
        4,
    )
    page.text(x + length / 2, y - 26, text, 52, "sans-400", "middle", CYAN)


@flat(
    "house-plan",
    seed=1988,
    size=PLAN,
    stock=Stock(
        box=PLAN_BOX,
        tone="#dfe6ea",
        folds=(("h", 0.25, 0.8), ("h", 0.5, 1.0), ("h", 0.75, 0.8), ("v", 0.5, 0.9)),
        turn=-0.5,
        age=0.5,
        ink_wear=0.2,
    ),
)
def house_plan(rng: Random) -> str:
    """Two floors drawn and a third in dots, with the notes of several summers."""
    page = Page(*PLAN, rng)
    left, right = 420, 3880
    page.frame(300, 300, 3700, 5500, 8, CYAN)
    page.text(left, 500, "MAISON D’HABITATION — R + 1 (+ 1)", 110, "sans-700", colour=CYAN)
    page.text(right, 500, "دار للسكنى", 130, "kufi-700", "end", CYAN)
    page.text(
        left,
        610,
        "Terrain 12,00 × 10,00 m · échelle 1/50 · propriétaire résidant à l’étranger (SPÉCIMEN)",
        62,
        "serif-italic",
        colour=CYAN,
    )
    page.rule(left, 660, right, 660, 6, CYAN)
    x, w = 700, 2900
    for top, title, arabic in ((900, "REZ-DE-CHAUSSÉE", "الطابق السفلي"), (2760, "PREMIER ÉTAGE", "الطابق الأول")):
        page.text(left, top - 90, title, 84, "sans-700", colour=CYAN)
        page.text(right, top - 90, arabic, 96, "naskh-700", "end", CYAN)
    y = 940
    _room(page, x, y, 1500, 1000, "GARAGE / MAGASIN", "مرأب أو دكان", "6,20 × 4,10")
    _room(page, x + 1500, y, 1400, 620, "CUISINE", "مطبخ", "5,80 × 2,50")
    _room(page, x + 1500, y + 620, 760, 380, "W.-C.", "مرحاض", "3,10 × 1,50")
    _room(page, x + 2260, y + 620, 640, 380, "ESCALIER", "درج", "2,60 × 1,50")
    for k in range(9):
        page.path(line(x + 2310 + k * 62, y + 660, x + 2310 + k * 62, y + 960), "none", CYAN, 3, 0.8)
    _door(page, x + 300, y + 1000, 620, "s")
    page.text(x + 640, y + 1130, "rideau de fer 3,00", 52, "serif-italic", "middle", CYAN)
    _measure(page, x, y + 1270, w, "12,00")
    _measure(page, x - 110, y, 1000, "4,10", True)
    y = 2810
    _room(page, x, y, 1750, 1060, "SALON MAROCAIN", "بيت الضيوف", "7,20 × 4,40")
    page.path(
        rect(x + 70, y + 70, 1610, 150, 20)
        + rect(x + 70, y + 220, 150, 770, 20)
        + rect(x + 1530, y + 220, 150, 770, 20),
        "none",
        CYAN,
        5,
    )
    for k in range(15):
        page.path(star(x + 140 + k * 105, y + 145, 8, 36, 20), CYAN, opacity=0.5)
    page.path(ellipse(x + 875, y + 800, 130), "none", CYAN, 5)
    _room(page, x + 1750, y, 1150, 520, "CHAMBRE 1", "غرفة 1", "4,70 × 2,10")
    _room(page, x + 1750, y + 520, 1150, 540, "CHAMBRE 2", "غرفة 2", "4,70 × 2,20")
    _door(page, x + 1250, y + 1060, 300, "n")
    _measure(page, x, y + 1170, w, "12,00 + balcon 1,20")
    _measure(page, x + w + 140, y, 1060, "4,40", True)
    y = 4280
    page.text(left, y - 60, "DEUXIÈME ÉTAGE, plus tard", 84, "sans-700", colour=CYAN)
    page.text(right, y - 60, "الطابق الثاني، إن شاء الله", 96, "naskh-700", "end", CYAN)
    page.path(
        rect(x, y, w, 820) + line(x + 1450, y, x + 1450, y + 820) + line(x + 1450, y + 400, x + w, y + 400),
        "none",
        CYAN,
        9,
        0.85,
    )
    page.path(rect(x + 14, y + 14, w - 28, 792), "none", "#dfe6ea", 12)
    for k in range(58):
        page.path(rect(x + k * 50, y - 8, 24, 16) + rect(x + k * 50, y + 812, 24, 16), "#dfe6ea")
    for cx in (x + 60, x + 1450, x + w - 60):
        for cy in (y + 60, y + 760):
            page.path(rect(cx - 34, cy - 34, 68, 68), CYAN)
    page.text(x + 725, y + 380, "aux enfants", 78, "serif-italic", "middle", CYAN)
    page.text(x + 725, y + 500, "للأولاد", 96, "naskh-600", "middle", CYAN)
    page.text(x + 2170, y + 230, "terrasse, parabole", 66, "serif-italic", "middle", CYAN)
    page.text(x + 2170, y + 640, "fers en attente", 66, "serif-italic", "middle", CYAN)
    page.rule(left, 5280, right, 5280, 6, CYAN)
    for k, (year, work) in enumerate(
        (
            ("1988", "terrain, poteaux"),
            ("1989", "rez-de-chaussée, rideau"),
            ("1991", "escalier, dalle"),
            ("1994", "salon, zellige"),
        )
    ):
        page.text(left + k * 880, 5400, year, 84, "sans-700", colour=CYAN)
        page.text(left + k * 880, 5490, work, 58, "serif-400", colour=CYAN)
    page.hand(2560, 2030, "louer au boulanger ?", 50, RED, 6, opacity=0.85, turn=-3)
    page.hand(800, 4120, "le salon : 3 banquettes de 7 m, voir le menuisier", 46, BALLPOINT, 5.5, opacity=0.85)
    page.hand(2540, 2960, "les filles", 48, RED, 6, opacity=0.85, turn=-2)
    page.hand(2540, 3480, "les garçons", 48, RED, 6, opacity=0.85, turn=-2)
    page.hand(2480, 5640, "1991 : pas d’argent, on attend", 46, PENCIL, 5, opacity=0.8, turn=-1)
    note = "Rihla — fac-similé de démonstration : maison et famille fictives, d’après un type de plan."
    page.text(left, 5740, note, 38, "serif-italic", colour=CYAN, opacity=0.85)
    page.coffee_ring(3420, 4650, 300)
    return page.svg()


RECIPE = (4500, 6000)
RECIPE_BOX = (160, 150, 4180, 5700)
FOODS = (
    ("semoule, 1 kg", "la fine, rue du marché", "سميد"),
    ("agneau, un jarret", "chez le boucher, demander l’os", "لحم غنمي"),
    ("smen, une cuiller", "beurre + sel, en attendant l’été", "سمن"),
    ("navets", "les mêmes", "لفت"),
    ("courge rouge", "potiron", "قرعة حمراء"),
    ("courgettes", "les mêmes, plus d’eau", "كورجيط"),
    ("chou", "chou blanc, il tient mieux", "كرنب"),
    ("fèves", "congelées, tant pis", "فول"),
    ("pois chiches", "en boîte : les rincer trois fois", "حمص"),
    ("ras el hanout", "NE RIEN METTRE D’AUTRE : voir le sachet de maman", "راس الحانوت"),
)
STEPS = (
    "Mouiller la semoule, la rouler à la main. Pas à la fourchette.",
    "Bande de tissu mouillée entre les deux étages, bien serrée.",
    "Première vapeur : attendre qu’elle traverse. Aérer, saler.",
    "Deuxième vapeur avec les légumes durs, troisième avec la courge.",
    "Le vendredi il en faut pour le voisin du dessous aussi.",
)


@flat(
    "recipe-notebook",
    seed=1979,
    size=RECIPE,
    stock=Stock(box=RECIPE_BOX, tone="#f2ead3", folds=(("v", 0.035, 0.8),), turn=0.8, age=0.8, ink_wear=0.12),
)
def recipe_notebook(rng: Random) -> str:
    """Couscous with seven vegetables, in blue ballpoint, with what stands in for what, and how often it was cooked."""
    page = Page(*RECIPE, rng)
    x, y, w, h = RECIPE_BOX
    for k in range(44):
        page.path(line(x + 20, y + 330 + k * 120, x + w - 20, y + 330 + k * 120), "none", "#9fb4d0", 4, 0.8)
    page.path(line(x + 560, y + 10, x + 560, y + h - 10), "none", "#d08a86", 6, 0.8)
    for k in range(3):
        page.hole(x + 190, y + 900 + k * 1950, 84)
    ink = "#26407f"
    page.hand(860, 610, "Couscous aux sept légumes", 104, RED, 13)
    page.text(4180, 690, "كسكسو بسبع خضاري", 150, "naskh-700", "end", RED)
    page.path("M860 690q500 30 1500 4", "none", RED, 9, 0.8)
    page.hand(860, 830, "là-bas", 60, PENCIL, 7)
    page.hand(2040, 830, "ici", 60, PENCIL, 7)
    page.path(line(1940, 780, 1940, 2240), "none", PENCIL, 5, 0.6)
    for k, (there, here, arabic) in enumerate(FOODS):
        row = 955 + k * 139
        page.hand(860, row, there, 52, ink, 7)
        page.hand(2040, row, here, 46 if len(here) < 34 else 37, ink, 7)
        page.text(4190, row + 4, arabic, 92, "naskh-400", "end", "#30302e")
    page.hand(860, 2560, "Comment", 66, RED, 9)
    at = 2710
    for number, step in enumerate(STEPS, 1):
        words, row = step.split(), ""
        page.hand(740, at, f"{number}", 60, RED, 8)
        for word in [*words, ""]:
            if word and len(row) + len(word) < 52:
                row = f"{row} {word}".strip()
                continue
            page.hand(860, at, row, 50, ink, 7)
            row, at = word, at + 120
        at += 20
    page.text(4190, at + 90, "القدر على قدّ الدار، والبركة للجيران", 120, "naskh-600", "end", "#30302e")
    page.hand(860, at + 260, "Pour 8. Pour 12 : une louche de plus, et un pain.", 50, ink, 7)
    page.hand(860, at + 470, "Faite :", 54, PENCIL, 7)
    for k in range(47):
        left = 1150 + (k // 5) * 250 + (k % 5) * 38
        if k % 5 == 4:
            page.path(line(left - 175, at + 470, left - 10, at + 400), "none", PENCIL, 6, 0.8)
        else:
            page.path(
                line(left, at + 395 + rng.uniform(-6, 6), left + rng.uniform(-6, 6), at + 475), "none", PENCIL, 6, 0.8
            )
    for cx, cy, r, deep in (
        (3300, 1500, 420, 0.2),
        (1500, 3500, 300, 0.16),
        (3700, 4600, 520, 0.14),
        (2500, 2400, 160, 0.24),
        (1080, 5200, 360, 0.13),
    ):
        page.stain(cx, cy, r, "#b07f2c", deep)
    page.stain(2960, 3180, 110, "#a83a1e", 0.45)
    page.stain(3080, 3290, 60, "#a83a1e", 0.4)
    note = "Rihla — fac-similé de démonstration : cahier fictif."
    page.text(900, 5790, note, 36, "serif-italic", colour="#4a463c", opacity=0.85)
    return page.svg()


SHEET = (3900, 6130)
SHEET_BOX = (140, 140, 3620, 5850)
BLACK = "#2a2724"


@flat(
    "collective-travel-sheet",
    seed=1961,
    size=SHEET,
    stock=Stock(
        box=SHEET_BOX,
        tone="#ebe2ca",
        folds=(("h", 0.333, 1.0), ("h", 0.667, 1.0), ("v", 0.5, 0.5)),
        turn=-0.6,
        age=0.8,
        ink_wear=0.2,
    ),
)
def travel_sheet(rng: Random) -> str:
    """A list that counts a family: no name is anybody's, the photograph is left blank, and only one way is printed."""
    page = Page(*SHEET, rng)
    left, right, middle = 380, 3540, 1960
    page.foxing(SHEET_BOX, 26)
    page.text(middle, 480, "TITRE DE VOYAGE COLLECTIF", 170, "serif-800", "middle", BLACK)
    page.text(middle, 640, "وثيقة سفر جماعية", 150, "naskh-700", "middle", BLACK)
    page.text(middle, 750, "valable pour un seul voyage, sans retour", 80, "serif-italic", "middle", BLACK)
    page.rule(left, 810, right, 810, 8, BLACK)
    page.rule(left, 826, right, 826, 3, BLACK)
    page.text(left, 960, "N°", 74, "serif-400", colour=BLACK)
    page.typed(left + 130, 955, "0000 / 61", 90, "#33305a", wear=0.4)
    page.text(2050, 960, "délivré à", 74, "serif-400", colour=BLACK)
    page.typed(2380, 955, "CASABLANCA", 90, "#33305a", wear=0.4)
    page.frame(left, 1060, 1800, 1150, 6, BLACK, "#d8cfb8", 0.8)
    page.path(line(left, 1060, left + 1800, 2210) + line(left, 2210, left + 1800, 1060), "none", BLACK, 3, 0.4)
    page.text(left + 900, 1610, "PHOTOGRAPHIE DE GROUPE", 78, "sans-600", "middle", BLACK)
    page.text(left + 900, 1720, "صورة جماعية", 96, "naskh-600", "middle", BLACK)
    for k, (label, value) in enumerate(
        (
            ("Chef de famille", "SPECIMEN"),
            ("Profession", "ARTISAN"),
            ("Nombre de personnes", "9 (NEUF)"),
            ("Destination", "FRANCE, transit"),
        )
    ):
        page.text(2320, 1160 + k * 270, label, 70, "serif-italic", colour=BLACK)
        page.typed(2330, 1290 + k * 270, value, 96, "#33305a", wear=0.4)
        page.rule(2320, 1320 + k * 270, right, 1320 + k * 270, 3, BLACK, 0.7, "2 16")
    heads = (("", left), ("Nom et prénom", left + 170), ("Lien", 2050), ("Né(e) en", 2620), ("Lieu", 3050))
    top = 2400
    page.frame(left, top, right - left, 1680, 6, BLACK)
    for label, x in heads:
        page.text(x + 24, top + 100, label, 64, "serif-600", colour=BLACK)
        if x != left:
            page.rule(x, top, x, top + 1680, 3, BLACK)
    people = (
        ("le chef", "1919", "FES"), ("épouse", "1924", "SEFROU"), ("mère", "vers 1895", "DEBDOU"), ("fils", "1943", "CASA"),
        ("fille", "1946", "CASA"), ("fils", "1949", "CASA"), ("fille", "1953", "CASA"), ("fils", "1957", "CASA"), ("fille", "1961", "CASA"),
    )  # fmt: skip
    for k, (link, born, where) in enumerate(people):
        y = top + 250 + k * 165
        page.rule(left, y - 120, right, y - 120, 3, BLACK, 0.8)
        page.typed(left + 40, y, str(k + 1), 80, "#33305a", wear=0.4)
        page.typed(left + 200, y, f"SPECIMEN {'ABCDEFGHI'[k]}.", 80, "#33305a", wear=0.4)
        page.typed(2075, y, link, 74, "#33305a", wear=0.4)
        page.typed(2640, y, born, 60 if len(born) > 5 else 76, "#33305a", wear=0.4)
        page.typed(3075, y, where, 72, "#33305a", wear=0.4)
    page.text(left, 4250, "Bagages : un par personne. Objets déclarés :", 70, "serif-italic", colour=BLACK)
    page.hand(left, 4400, "linge, couvertures, un plateau de cuivre, deux tapis roulés,", 46, "#2b2f57", 6)
    page.hand(left, 4530, "une machine à coudre, livres (une caisse)", 46, "#2b2f57", 6)
    page.rule(left, 4620, right, 4620, 5, BLACK)
    page.text(left, 4740, "Aller", 90, "serif-600", colour=BLACK)
    page.typed(left + 360, 4735, "AUTORISE", 100, "#33305a", wear=0.4)
    page.text(2100, 4740, "Retour", 90, "serif-600", colour=BLACK)
    page.path(line(2480, 4715, 3400, 4700), "none", "#33305a", 8, 0.85)
    page.round_stamp(
        1150, 5160, 350, "SERVICE DES VOYAGES  ·  SPÉCIMEN  ·", ["VU", "NOV. 1961", "CASABLANCA"], "#5a3a86", -12
    )
    page.signature(2250, 5200, 900, 80, "#2b2f57", 9)
    page.text(2250, 5420, "Le chef de famille", 62, "serif-italic", colour=BLACK)
    page.hand(2560, 5600, "clé laissée à la voisine", 46, PENCIL, 5.5, opacity=0.8, turn=-3)
    note = "Rihla — fac-similé de démonstration, d’après un type de document ; personne n’a porté ces noms, aucun emblème n’est reproduit."
    page.text(left, 5880, note, 36, "serif-italic", colour=BLACK, opacity=0.8)
    page.staple(330, 330, 140, 24)
    return page.svg()
