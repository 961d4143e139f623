"""What was printed to be handed out: an association's newspaper, and a tract in two languages."""

from __future__ import annotations

from random import Random

from ...drawings.svg import polygon, star
from . import Stock, flat
from .paper import PENCIL, Page

BLACK = "#211e1c"
RED = "#a8322a"
VIOLET = "#4b3a78"

NEWSPAPER = (4300, 6100)
NEWS_BOX = (150, 140, 4000, 5820)

LEAD = (
    "Depuis le début de l’année 1975, des résidents de foyers ont cessé de payer la redevance. Ce n’est pas qu’ils "
    "refusent de payer un logement : ils refusent de payer un lit sans contrat, une visite interdite, une clef que le "
    "gérant garde. Foyer après foyer, la grève s’étend.",
    "Le résident paie comme un locataire et n’en a pas les droits. Le gérant entre quand il veut. On ne choisit pas son "
    "voisin de chambre. Un homme de quarante ans demande la permission de recevoir son frère.",
    "Les comités de résidents demandent trois choses : le statut de locataire, la fin des expulsions, des gérants qui "
    "respectent la porte fermée.",
)
SECOND = (
    "À Amsterdam, le 13 septembre 1975, environ cent cinquante personnes ont fondé un comité de travailleurs marocains, "
    "le KMAN. Il publie un journal, De Marokkaanse Arbeider. Quelques semaines plus tard, des hommes sans papiers sont "
    "entrés dans une église pour demander les leurs.",
    "Leur demande tient en deux mots, et tient sur une banderole : des papiers.",
)
THIRD = (
    "L’Association des Marocains en France a été autorisée le 23 janvier 1961. En 1977 comme alors, un étranger ne peut "
    "pas fonder d’association sans permission du ministre. Nous demandons la liberté de tous les autres.",
    "En attendant, on se réunit dans une arrière-salle, et l’on commence par compter les chaises.",
)
ARABIC_LEAD = (
    "منذ بداية سنة 1975 توقف سكان عدد من المساكن الجماعية عن أداء الواجب الشهري. لا يرفضون أداء ثمن السكن، بل يرفضون أداء "
    "ثمن سرير بلا عقد، وزيارة ممنوعة، ومفتاح يحتفظ به المسير. وامتد الإضراب من مسكن إلى آخر.",
    "يطلب السكان ثلاثة أشياء: صفة المكتري، ووقف الطرد، ومسيرين يحترمون الباب المغلق.",
)


@flat(
    "association-newspaper",
    seed=1977,
    size=NEWSPAPER,
    stock=Stock(
        box=NEWS_BOX,
        tone="#e9dfc6",
        folds=(("h", 0.5, 1.0), ("v", 0.5, 0.6)),
        turn=0.6,
        age=0.9,
        fibre=0.8,
        ink_wear=0.26,
    ),
)
def newspaper(rng: Random) -> str:
    """The front page of a newspaper that never was: its facts are the museum's, its title is ours."""
    page = Page(*NEWSPAPER, rng)
    left, right, middle = 380, 3920, 2150
    page.foxing(NEWS_BOX, 30)
    page.text(left, 420, "N° 12 — MARS 1977 — 1 FRANC", 58, "sans-600", colour=BLACK)
    page.text(right, 420, "العدد 12 - مارس 1977", 70, "naskh-600", "end", BLACK)
    page.rule(left, 460, right, 460, 10, BLACK)
    page.text(left, 800, "LA CLEF", 340, "serif-800", colour=RED)
    page.text(right, 790, "المفتاح", 330, "kufi-700", "end", RED)
    page.text(
        middle,
        930,
        "journal des résidents et des travailleurs marocains, en deux langues",
        74,
        "serif-italic",
        "middle",
        BLACK,
    )
    page.rule(left, 985, right, 985, 10, BLACK)
    page.rule(left, 1006, right, 1006, 3, BLACK)
    page.text(left, 1250, "On ne loue pas un lit,", 190, "serif-800", colour=BLACK)
    page.text(left, 1450, "on loge un homme", 190, "serif-800", colour=BLACK)
    page.text(right, 1330, "السرير لا يُكرى", 150, "naskh-700", "end", BLACK)
    page.text(right, 1500, "البيت هو الذي يُكرى", 120, "naskh-700", "end", BLACK)
    gap, columns = 70, 4
    width = (right - left - gap * (columns - 1)) / columns
    xs = [left + k * (width + gap) for k in range(columns)]
    y = 1660
    for text in LEAD:
        y = page.paragraph(xs[0], y, width, text, 68, 1.36, colour=BLACK) + 34
    _keys(page, xs[1], 1620, width * 2 + gap, 1330)
    page.paragraph(
        xs[1],
        3030,
        width * 2 + gap,
        "Une clef par porte, une porte par homme. Gravure dessinée pour ce journal.",
        42,
        1.3,
        colour=BLACK,
    )
    other = 1690
    for text in ARABIC_LEAD:
        other = page.arabic(right, other, width, text, 78, 1.62, colour=BLACK) + 40
    for x in xs[1:]:
        page.rule(x - gap / 2, 1620 if x != xs[2] else 3180, x - gap / 2, 5560, 2, BLACK, 0.6)
    page.rule(xs[1], 3150, xs[2] + width, 3150, 5, BLACK)
    page.text(xs[1], 3290, "Amsterdam : une église", 92, "serif-800", colour=BLACK)
    page.text(xs[1], 3390, "pour demander des papiers", 92, "serif-800", colour=BLACK)
    low = 3490
    for text in SECOND:
        low = page.paragraph(xs[1], low, width, text, 68, 1.36, colour=BLACK) + 34
    low = 3490
    page.text(xs[2], low, "Se réunir sans permission", 66, "serif-600", colour=BLACK)
    low += 90
    for text in THIRD:
        low = page.paragraph(xs[2], low, width, text, 68, 1.36, colour=BLACK) + 34
    bottom = max(y, 3200)
    page.rule(xs[0], bottom, xs[0] + width, bottom, 5, BLACK)
    page.text(xs[0], bottom + 110, "Avril 1977", 96, "serif-800", colour=RED)
    dates = (
        ("Mardi", "permanence juridique, 18 h à 20 h"),
        ("Jeudi", "cours d’alphabétisation, deux groupes"),
        ("Samedi", "assemblée des résidents, 15 h"),
        ("Dimanche", "thé et cassette : on répond aux lettres"),
    )
    at = bottom + 210
    for day, what in dates:
        page.text(xs[0], at, day, 68, "serif-600", colour=BLACK)
        at = page.paragraph(xs[0], at + 84, width, what, 64, 1.32, colour=BLACK) + 40
    other = max(other + 60, 3180)
    page.rule(xs[3], other - 80, right, other - 80, 5, BLACK)
    page.text(right, other + 60, "حساب بسيط", 100, "naskh-700", "end", RED)
    sums = "إذا أدى الساكن ثمن السرير اثني عشر شهرا في السنة، وقضى أحدها عند أهله، فقد أدى شهرا عن سرير فارغ. اسألوا المسير: لمن كان السرير؟"
    page.arabic(right, other + 180, width, sums, 78, 1.62, colour=BLACK)
    page.rule(left, 5600, right, 5600, 5, BLACK)
    page.text(left, 5680, "Imprimé par nous-mêmes. Faites circuler, ne jetez pas.", 56, "serif-italic", colour=BLACK)
    page.text(right, 5690, "اقرأه ثم أعطه لغيرك", 66, "naskh-600", "end", BLACK)
    note = (
        "Rihla — fac-similé de démonstration : journal fictif ; les faits et les dates sont ceux des sources du musée."
    )
    page.text(middle, 5860, note, 36, "serif-italic", "middle", BLACK, opacity=0.75)
    page.hand(3050, 560, "à faire lire au foyer", 34, PENCIL, 5, opacity=0.7, turn=-3)
    page.coffee_ring(1130, 4890, 330)
    return page.svg()


def _keys(page: Page, x: float, y: float, w: float, h: float) -> None:
    """A linocut: a rack of numbered keys, one hook empty, a hand's shadow of stars behind."""
    page.frame(x, y, w, h, 8, BLACK, BLACK)
    for k in range(15):
        cx, cy = x + w * ((k % 5) + 0.5) / 5, y + h * ((k // 5) + 0.3) / 3
        page.path(star(cx, cy - 40, 8, 92, 60), "#e9dfc6", opacity=0.16)
        page.path(f"M{cx - 26} {cy - 92}a26 26 0 1 1 52 0", "none", "#e9dfc6", 12)
        if k == 8:
            page.text(cx, cy + 150, "?", 190, "serif-800", "middle", RED)
            continue
        tone = RED if k in (3, 11) else "#e9dfc6"
        page.path(f"M{cx} {cy - 78}a52 52 0 1 0 .1 0Z M{cx} {cy - 48}a22 22 0 1 1 -.1 0Z", tone)
        page.path(polygon([(cx - 11, cy + 20), (cx + 11, cy + 20), (cx + 11, cy + 190), (cx - 11, cy + 190)]), tone)
        for tooth in range(3):
            reach = 34 + 14 * ((k * 7 + tooth * 5) % 3)
            page.path(f"M{cx + 8} {cy + 100 + tooth * 32}h{reach}v16h-{reach}Z", tone)
        page.text(cx - 80, cy + 60, str(k + 1), 46, "sans-700", "middle", tone)


TRACT = (4300, 6100)
TRACT_BOX = (170, 150, 3960, 5800)


@flat(
    "tract",
    seed=1982,
    size=TRACT,
    stock=Stock(
        box=TRACT_BOX, tone="#e8dcb4", folds=(("h", 0.5, 1.0), ("v", 0.33, 0.5)), turn=-1.1, age=0.6, ink_wear=0.26
    ),
)
def tract(rng: Random) -> str:
    """A leaflet cut on a stencil and run off by hand, French on the left, Arabic on the right, for a car factory's gates."""
    page = Page(*TRACT, rng)
    left, right, middle = 400, 3900, 2150
    page.text(middle, 560, "OUVRIERS, OUVRIÈRES DE L’USINE", 150, "sans-700", "middle", VIOLET)
    page.text(middle, 770, "أيها العمال، أيتها العاملات", 190, "kufi-700", "middle", VIOLET)
    page.rule(left, 860, right, 860, 12, VIOLET)
    page.text(middle, 1120, "LIBERTÉ !", 270, "serif-800", "middle", VIOLET)
    page.text(middle, 1330, "الحرية", 230, "kufi-700", "middle", VIOLET)
    french = (
        "NOUS DEMANDONS",
        "— de choisir notre syndicat, sans que le chef regarde;",
        "— d’avoir des délégués élus librement, en secret;",
        "— la fin des brimades et des mutations punitives;",
        "— une salle pour la prière, comme il y a un vestiaire;",
        "— des interprètes, pour comprendre ce qu’on signe;",
        "— l’égalité du travail, de la paie et du respect.",
    )
    arabic = (
        "نطالب",
        "أن نختار نقابتنا من غير أن يراقبنا الرئيس؛",
        "بمندوبين ننتخبهم بحرية وفي سرية؛",
        "بوقف الإهانات والتنقيل العقابي؛",
        "بقاعة للصلاة كما توجد قاعة للثياب؛",
        "بمترجمين حتى نفهم ما نوقّعه؛",
        "بالمساواة في الشغل والأجر والاحترام.",
    )
    y = 1640
    for k, (one, other) in enumerate(zip(french, arabic, strict=True)):
        if k == 0:
            page.typed(left, y, one, 104, VIOLET, wear=0.45)
            page.text(right, y, other, 130, "naskh-700", "end", VIOLET)
            y += 190
            continue
        low = y
        for line in _lines(one, 28):
            page.typed(left, low, line, 94, VIOLET, wear=0.45)
            low += 140
        end = page.arabic(right, y, 1560, f"- {other}", 122, 1.5, "naskh-600", VIOLET)
        y = max(low, end) + 74
    page.rule(middle + 30, 1560, middle + 30, y - 60, 4, VIOLET, 0.7)
    page.rule(left, y, right, y, 12, VIOLET)
    page.typed(left, y + 190, "RASSEMBLEMENT DEVANT LA PORTE A", 108, VIOLET, wear=0.45)
    page.typed(left, y + 350, "a la sortie de l'equipe du matin", 92, VIOLET, wear=0.45)
    page.text(right, y + 540, "لنجتمع أمام الباب عند خروج فريق الصباح", 132, "naskh-700", "end", VIOLET)
    _hands(page, middle, y + 990)
    page.text(middle, 5760, "Ne pas jeter sur la voie publique", 52, "sans-400", "middle", VIOLET)
    note = "Rihla — fac-similé de démonstration, rédigé d’après les revendications rapportées pour 1982 ; ce tract n’a pas existé."
    page.text(middle, 5860, note, 36, "serif-italic", "middle", "#3b352c", opacity=0.8)
    page.hand(3000, 5640, "pris à 5 h 30", 44, PENCIL, 5.5, opacity=0.8, turn=-5)
    page.staple(430, 330, 150, 20)
    page.stain(3300, 3100, 520, opacity=0.1)
    return page.svg()


def _lines(text: str, most: int) -> list[str]:
    """Typewriter lines of at most ``most`` cells."""
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > most:
            lines.append(line)
            line = "  " + word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, line]


def _hands(page: Page, cx: float, cy: float) -> None:
    """Seven raised arms cut out of the stencil with a knife, a star in the palm of the middle one."""
    for k in range(7):
        x = cx + (k - 3) * 330
        top = cy - 210 - 70 * (3 - abs(k - 3))
        arm = [(x - 70, cy + 260), (x - 58, top + 250), (x - 100, top + 130), (x - 92, top + 40), (x - 66, top + 40)]
        arm += [(x - 60, top + 110), (x - 50, top - 30), (x - 26, top - 30), (x - 20, top + 90), (x - 8, top - 60)]
        arm += [(x + 18, top - 60), (x + 22, top + 90), (x + 36, top - 34), (x + 60, top - 30), (x + 58, top + 120)]
        arm += [(x + 96, top + 60), (x + 116, top + 84), (x + 70, top + 220), (x + 62, top + 260), (x + 74, cy + 260)]
        page.path(polygon(arm), VIOLET, opacity=0.92)
    page.path(star(cx, cy - 270, 8, 46, 26), "#e8dcb4")
