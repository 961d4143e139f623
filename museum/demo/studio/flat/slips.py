"""Slips kept in a biscuit tin: a miner's pay slip and a ferry ticket for a car and seven passengers; and a strike poster."""

from __future__ import annotations

from random import Random

from ...drawings.svg import ellipse, line, polygon, star
from . import Stock, flat
from .paper import BALLPOINT, PENCIL, Page

PRINT = "#2d4a3c"
DOTS = "#3a3440"

SLIP = (6200, 3100)
SLIP_BOX = (160, 150, 5880, 2800)

LINES = (
    ("TAUX DE BASE DU FOND", "26 j", "18,42", "478,92", ""),
    ("PRIME DE RENDEMENT", "26 j", "2,10", "54,60", ""),
    ("HEURES MAJOREES 25 %", "8 h", "2,88", "23,04", ""),
    ("PRIME DE NUIT", "12 p", "1,65", "19,80", ""),
    ("INDEMNITE DE LOGEMENT", "", "", "NEANT", ""),
    ("INDEMNITE DE CHAUFFAGE", "", "", "NEANT", ""),
    ("CAISSE DE SECOURS", "", "8,0 %", "", "46,11"),
    ("RETRAITE", "", "6,0 %", "", "34,58"),
    ("RETENUE FOYER, LIT", "1 m", "48,00", "", "48,00"),
    ("RETENUE CANTINE", "26 r", "2,40", "", "62,40"),
    ("AVANCE DU 12", "", "", "", "60,00"),
)


@flat(
    "pay-slip",
    seed=1967,
    size=SLIP,
    stock=Stock(
        box=SLIP_BOX, tone="#eee6cc", folds=(("v", 0.334, 1.0), ("v", 0.668, 1.0)), turn=0.5, age=0.7, ink_wear=0.2
    ),
)
def pay_slip(rng: Random) -> str:
    """A slip in columns: what was earned, what was kept back, and a sum that was checked in pencil at a kitchen table."""
    page = Page(*SLIP, rng)
    left, right = 340, 5880
    page.foxing(SLIP_BOX, 22)
    page.text(left, 380, "EXPLOITATION MINIÈRE (SPÉCIMEN) — SERVICE DE LA PAIE", 84, "sans-600", colour=PRINT)
    page.text(right - 1280, 380, "BULLETIN DE PAIE", 120, "serif-800", colour=PRINT)
    page.rule(left, 440, right, 440, 8, PRINT)
    for x, label, value in (
        (left, "Matricule", "0417"),
        (1250, "Nom", "SPECIMEN (fictif)"),
        (2900, "Emploi", "ABATTEUR"),
        (4050, "Poste", "MATIN"),
        (4900, "Mois", "NOV. 1967"),
    ):
        page.text(x, 540, label, 56, "serif-italic", colour=PRINT)
        page.typed(x, 640, value, 84, DOTS, wear=0.4)
    page.rule(left, 700, right, 700, 5, PRINT)
    columns = (left, 2050, 2720, 3420, 4200)
    heads = ("Désignation", "Nombre", "Taux", "À payer", "À retenir")
    for k in range(16):
        if k % 2 == 0:
            page.frame(left, 810 + k * 98, columns[4] + 760 - left, 98, 0, PRINT, "#cfe0c8", 0.32)
    for x, head in zip(columns, heads, strict=True):
        page.text(x + 20, 780, head, 58, "serif-600", colour=PRINT)
        page.rule(x, 710, x, 2380, 3, PRINT)
    page.rule(columns[4] + 760, 710, columns[4] + 760, 2380, 3, PRINT)
    page.rule(left, 806, columns[4] + 760, 806, 4, PRINT)
    for k, (what, number, rate, pay, keep) in enumerate(LINES):
        y = 885 + k * 98
        page.typed(columns[0] + 24, y, what, 70, DOTS, wear=0.4)
        for x, value in zip(columns[1:], (number, rate, pay, keep), strict=True):
            if value:
                page.typed(x + 620 - len(value) * 70 * 0.62, y, value, 70, DOTS, wear=0.4)
    page.rule(left, 2080, columns[4] + 760, 2080, 4, PRINT)
    page.typed(columns[0] + 24, 2170, "TOTAUX", 78, DOTS, wear=0.3)
    page.typed(columns[3] + 620 - 6 * 78 * 0.62, 2170, "576,36", 78, DOTS, wear=0.3)
    page.typed(columns[4] + 620 - 6 * 78 * 0.62, 2170, "251,09", 78, DOTS, wear=0.3)
    page.rule(left, 2380, columns[4] + 760, 2380, 8, PRINT)
    page.frame(5080, 1500, 800, 560, 9, PRINT)
    page.text(5480, 1600, "NET À PAYER", 84, "sans-600", "middle", PRINT)
    page.text(5480, 1700, "الصافي", 90, "naskh-600", "middle", PRINT)
    page.typed(5130, 1920, "325,27", 150, DOTS, wear=0.3)
    page.text(5480, 2020, "francs", 56, "serif-italic", "middle", PRINT)
    page.box_stamp(5080, 840, 800, 230, ["PAYÉ", "30 NOV. 1967"], "#5a3a86", -5, 0.8)
    page.text(left, 2500, "Conservez ce bulletin sans limitation de durée.", 70, "serif-600", colour=PRINT)
    page.text(right, 2510, "احتفظ بهذه الورقة دون تحديد للمدة", 84, "naskh-600", "end", PRINT)
    note = "Rihla — fac-similé de démonstration : montants fictifs, calculés pour tomber juste ; aucune entreprise, aucune personne réelle."
    page.text(left, 2860, note, 38, "serif-italic", colour=PRINT, opacity=0.8)
    page.hand(5120, 2240, "576,36 - 251,09", 42, PENCIL, 5.5, opacity=0.85)
    page.hand(5120, 2350, "= 325,27  juste", 42, PENCIL, 5.5, opacity=0.85)
    page.hand(2080, 2290, "logement : rien, et on retient le lit !", 44, PENCIL, 5.5, opacity=0.8, turn=-1)
    page.hand(2120, 2660, "mandat 200 — reste 125,27", 46, BALLPOINT, 6, opacity=0.85, turn=-1.5)
    page.path("M3400 1235c260 -40 560 -30 720 20c120 60 -40 150 -360 150s-480 -70 -360 -170", "none", PENCIL, 7, 0.7)
    page.hole(300, 880, 52)
    page.hole(300, 2080, 52)
    page.coffee_ring(4700, 2600, 300)
    return page.svg()


TICKET = (6200, 2700)
TICKET_BOX = (150, 150, 5900, 2400)
BLUE = "#23517d"


def _perforated(box: tuple[int, int, int, int], at: float, step: float = 74) -> str:
    """A ticket's outline with half-moons torn along its left edge, and two holes of a punch."""
    x, y, w, h = box
    edge = "".join(f"a{step * 0.24} {step * 0.24} 0 0 1 0 {-step * 0.48}v{-step * 0.52}" for _ in range(int(h / step)))
    rest = h - int(h / step) * step
    shape = f"M{x} {y}h{w}v{h}h{-w}{edge}v{-rest}Z"
    return shape + ellipse(at, y + 760, 62) + polygon([(at + 200, y + 700), (at + 320, y + 700), (at + 260, y + 820)])


@flat(
    "ferry-ticket",
    seed=1984,
    size=TICKET,
    stock=Stock(
        box=TICKET_BOX,
        outline=_perforated(TICKET_BOX, 4180),
        tone="#e9e4d2",
        folds=(("v", 0.5, 1.0),),
        turn=-0.8,
        age=0.4,
        ink_wear=0.3,
    ),
)
def ferry_ticket(rng: Random) -> str:
    """One crossing of the Strait on carbon paper: a car, seven passengers, a number written over another."""
    page = Page(*TICKET, rng)
    left, right = 420, 5860
    for k in range(46):
        y = 240 + k * 48
        page.path(f"M{left - 160} {y}q700 -30 1400 0t1400 0t1400 0t1400 0", "none", "#a9c3cf", 4, 0.5)
    page.frame(left, 300, right - left, 2060, 7, BLUE)
    page.path(star(700, 560, 12, 170, 118), BLUE, opacity=0.9)
    page.text(960, 520, "PASO DEL ESTRECHO", 170, "sans-700", colour=BLUE)
    page.text(960, 660, "Traversée du détroit — Billete de pasaje y vehículo", 84, "serif-italic", colour=BLUE)
    page.text(right - 60, 560, "عبور المضيق", 190, "kufi-700", "end", BLUE)
    page.text(right - 60, 690, "تذكرة الركاب والسيارة", 96, "naskh-600", "end", BLUE)
    page.rule(left, 760, right, 760, 7, BLUE)
    rows = (
        ("De / من", "ALGECIRAS", "A / إلى", "TANGER"),
        ("Fecha / Date", "31 JUL 1984", "Salida / Départ", "22.30"),
        ("Vehículo / Véhicule", "TURISMO + BACA", "Matrícula", "0000 SP 00"),
        ("Adultos", "2    NIÑOS  5", "Plazas", "7 (SIETE)"),
    )
    for k, (one, first, two, second) in enumerate(rows):
        y = 900 + k * 250
        page.text(left + 50, y, one, 66, "naskh-400" if "م" in one else "sans-400", colour=BLUE)
        page.typed(left + 60, y + 130, first, 120, "#2a2f6d", wear=0.5)
        page.text(2900, y, two, 66, "naskh-400" if "إ" in two else "sans-400", colour=BLUE)
        page.typed(2910, y + 130, second, 120, "#2a2f6d", wear=0.5)
        page.rule(left, y + 172, 4650, y + 172, 3, BLUE, 0.8)
    page.rule(2840, 760, 2840, 1780, 3, BLUE, 0.8)
    page.rule(4650, 760, 4650, 2360, 5, BLUE, 0.9, "2 22")
    page.text(4760, 900, "TALÓN", 90, "sans-700", colour=BLUE)
    page.text(5800, 910, "أرومة", 100, "naskh-700", "end", BLUE)
    page.typed(4760, 1190, "N. 045117", 130, "#a8322a", wear=0.3)
    page.typed(4760, 1420, "7 PAX", 120, "#2a2f6d", wear=0.5)
    page.typed(4760, 1590, "1 COCHE", 120, "#2a2f6d", wear=0.5)
    page.typed(left + 60, 2000, "IMPORTE TOTAL :  VEASE EL DORSO", 100, "#2a2f6d", wear=0.5)
    page.box_stamp(4760, 1760, 980, 250, ["EMBARCADO", "MUELLE"], "#5a3a86", 7, 0.75)
    page.round_stamp(3860, 1950, 330, "CONTROL DE PASAJE  ·  ESPECIMEN  ·", ["1 AGO", "1984"], "#a8322a", -14)
    small = (
        "Este billete debe presentarse con los pasaportes de todos los viajeros. Le billet doit être présenté avec les passeports de tous les voyageurs.",
        "La hora de salida puede cambiar según la afluencia. L’heure du départ peut changer selon l’affluence.",
    )
    for k, text in enumerate(small):
        page.text(left + 50, 2190 + k * 76, text, 47, "serif-400", colour=BLUE)
    page.text(4700, 2310, "يقدم مع الجوازات", 84, "naskh-600", colour=BLUE)
    note = "Rihla — fac-similé de démonstration : compagnie, numéro et passagers fictifs."
    page.text(left, 2470, note, 40, "serif-italic", colour="#4b4a44", opacity=0.85)
    page.hand(1500, 1790, "attente : arrivés le 30 à midi", 56, BALLPOINT, 7, opacity=0.85, turn=-1)
    page.hand(3560, 1150, "27 h", 66, "#a8322a", 8, opacity=0.8, turn=-8)
    page.stain(1100, 1600, 560, opacity=0.1)
    return page.svg()


POSTER = (4300, 6100)
POSTER_BOX = (150, 150, 4000, 5800)


@flat(
    "strike-poster",
    seed=1978,
    size=POSTER,
    stock=Stock(
        box=POSTER_BOX,
        tone="#e6d9b8",
        folds=(("h", 0.34, 0.9), ("h", 0.67, 1.0), ("v", 0.5, 0.8)),
        turn=0.4,
        age=0.9,
        ink_wear=0.18,
    ),
)
def strike_poster(rng: Random) -> str:
    """A poster screened by hand in red and black: a house of doors, all shut but one, and the word strike in two scripts."""
    page = Page(*POSTER, rng)
    red, black = "#b5302a", "#1e1b1a"
    x, y, w = 330, 330, 3640
    page.frame(x, y, w, 3560, 0, red, red)
    for row in range(5):
        for column in range(6):
            cx, cy = x + 190 + column * 560, y + 190 + row * 660
            opened = (row, column) == (2, 3)
            page.frame(cx, cy, 430, 560, 0, black, "#e6d9b8" if opened else black)
            if opened:
                page.path(polygon([(cx, cy), (cx + 250, cy + 80), (cx + 250, cy + 640), (cx, cy + 560)]), black)
                page.path(star(cx + 345, cy + 250, 8, 74, 42), red)
            else:
                page.path(ellipse(cx + 370, cy + 300, 22), red)
                page.text(cx + 70, cy + 130, str(101 + row * 100 + column), 84, "sans-700", colour=red)
    page.text(x + w / 2, 4560, "GRÈVE", 960, "serif-800", "middle", black)
    page.text(x + w / 2, 5190, "إضراب", 760, "kufi-700", "middle", red)
    page.text(x + w / 2, 5430, "CHAÎNE ARRÊTÉE, PORTE OUVERTE", 150, "sans-700", "middle", black)
    page.text(x + w / 2, 5590, "la dignité, et choisir son syndicat", 150, "serif-italic", "middle", black)
    page.text(x + w / 2, 5740, "الكرامة، وحرية اختيار النقابة", 150, "naskh-700", "middle", black)
    for dx, dy in ((26, 18),):
        page.path(line(x + dx, y - 40 + dy, x + 240, y - 40 + dy), "none", red, 12, 0.5)
    note = "Rihla — fac-similé de démonstration : affiche composée pour le musée."
    page.text(x + w / 2, 5860, note, 38, "serif-italic", "middle", black, opacity=0.75)
    for cx, cy in ((250, 260), (4040, 270), (250, 5850), (4050, 5840)):
        page.hole(cx, cy, 26)
    return page.svg()
