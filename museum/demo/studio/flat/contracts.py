"""A mine's work contract and a miner's pay slip: the promise, and what was counted."""

from __future__ import annotations

import random

from museum.demo.drawings.objects.lettering import thumbprint
from museum.demo.drawings.svg import Sheet

from . import Stock, flat
from .paper import PENCIL, Page

CONTRACT_SIZE = (4500, 6200)
CONTRACT_BOX = (240, 250, 4000, 5660)
PRINT = "#2c2a2c"
VIOLET, RED = "#5d3a86", "#a8322b"
#: What the form prints, article by article: title, French, Arabic. The terms are those that the convention of 1 June 1963
#: and the recruitment of miners are known for; the wording is ours.
ARTICLES = (
    (
        "Durée",
        "Le présent contrat est conclu pour une durée de dix-huit mois, à compter de la première descente. "
        "Il prend fin de plein droit à cette date, sauf renouvellement accepté par l’employeur.",
        "المدة",
        "أبرم هذا العقد لمدة ثمانية عشر شهرا تبتدئ من أول نزول إلى المنجم، وينتهي بحكم القانون عند انقضائها ما لم يقبل المشغل تجديده.",
    ),
    (
        "Emploi",
        "L’ouvrier est engagé comme ouvrier du fond. Il ne peut changer ni d’employeur, ni de métier, ni de "
        "département pendant la durée du contrat.",
        "الشغل",
        "يشغل العامل في قاع المنجم، ولا يجوز له أن يغير المشغل ولا المهنة ولا العمالة طوال مدة العقد.",
    ),
    (
        "Salaire",
        "À travail égal, l’ouvrier reçoit le salaire et bénéficie des conditions de travail de l’ouvrier français de la "
        "même catégorie (convention de main-d’œuvre du 1er juin 1963).",
        "الأجرة",
        "عند تساوي العمل يتقاضى العامل أجرة العامل الفرنسي من نفس الصنف ويستفيد من نفس شروط الشغل (اتفاقية اليد العاملة، فاتح يونيو 1963).",
    ),
    (
        "Accueil et formation",
        "À son arrivée au centre d’accueil, l’ouvrier reçoit une avance sur son salaire et des vêtements de travail. "
        "Il suit quatre semaines de formation avant de descendre.",
        "الاستقبال والتكوين",
        "يتسلم العامل عند وصوله إلى مركز الاستقبال تسبيقا على الأجرة وثياب العمل، ويتابع تكوينا مدته أربعة أسابيع قبل النزول.",
    ),
    (
        "Logement",
        "L’employeur loge l’ouvrier dans un foyer, à plusieurs par chambre. La retenue pour le logement est portée au "
        "bulletin de paie.",
        "السكن",
        "يسكن المشغل العامل في دار جماعية يتقاسم فيها الغرفة مع غيره، ويقيد اقتطاع السكن في ورقة الأداء.",
    ),
    (
        "Voyage",
        "Les frais du voyage d’aller sont avancés par l’employeur. L’ouvrier qui rompt le contrat sans motif valable "
        "supporte les frais de son retour.",
        "السفر",
        "يسبق المشغل مصاريف سفر الذهاب، ويتحمل العامل مصاريف رجوعه إذا فسخ العقد بدون سبب مقبول.",
    ),
    (
        "Santé",
        "Le contrat n’est valable qu’après la visite médicale, au départ et à l’arrivée. L’inapte est renvoyé.",
        "الصحة",
        "لا يصح العقد إلا بعد الفحص الطبي قبل السفر وعند الوصول، ومن ثبت عدم أهليته يرجع إلى بلده.",
    ),
)


@flat(
    "work-contract",
    seed=1963,
    size=CONTRACT_SIZE,
    stock=Stock(
        box=CONTRACT_BOX,
        tone="#f0e5cb",
        folds=(("h", 0.335, 0.9), ("h", 0.668, 1.0), ("v", 0.502, 0.9)),
        turn=-0.7,
        age=0.55,
    ),
    details={"work-contract-detail": (2150, 4330, 1600, 1300)},
)
def work_contract(rng: random.Random) -> str:
    """A form in two languages, typed, stamped, signed with a name and with a thumb, folded in six."""
    page = Page(*CONTRACT_SIZE, rng)
    left, right, middle = 560, 3930, 2245
    page.stain(900, 5350, 620, opacity=0.1)
    page.stain(3700, 900, 420, opacity=0.08)
    page.foxing(CONTRACT_BOX, 46)
    # heading
    page.text(left, 560, "MODÈLE C. T. — 3", 44, "serif-400", colour=PRINT)
    page.text(left, 622, "Exemplaire de l’ouvrier", 44, "serif-italic", colour=PRINT)
    page.text(right, 640, "نسخة العامل", 58, "naskh-400", "end", PRINT)
    page.text(middle, 790, "CONTRAT DE TRAVAIL", 190, "serif-800", "middle", PRINT, 16)
    page.text(middle, 905, "pour ouvrier marocain des mines", 92, "serif-italic", "middle", PRINT)
    page.text(middle, 1050, "عقد شغل لعامل مغربي بالمناجم", 128, "naskh-700", "middle", PRINT)
    page.rule(left, 1130, right, 1130, 9, PRINT)
    page.rule(left, 1146, right, 1146, 3, PRINT)
    # the parties, typed on dotted lines
    rows = (
        ("Entre l’employeur :", "EXPLOITATION MINIERE (SPECIMEN), bassin du Nord", "بين المشغل"),
        ("et l’ouvrier, NOM :", "SPECIMEN   (personnage fictif)", "والعامل، الاسم"),
        ("né le :", "présumé 1941          à : cercle de TINGHIR", "المولود في"),
        ("Province :", "OUARZAZATE     sait signer :  oui  non", "الإقليم"),
        ("Lieu de travail :", "NOYELLES-SOUS-LENS (P.-de-C.)", "مكان العمل"),
        ("Emploi :", "ouvrier du fond       Matricule : 1247", "المهنة"),
    )
    y = 1290
    for french, answer, arabic in rows:
        page.text(left, y, french, 66, "serif-400", colour=PRINT)
        page.text(right, y, arabic, 72, "naskh-400", "end", PRINT)
        page.rule(1240, y + 14, 3420, y + 14, 4, PRINT, 0.7, "1 13")
        page.typed(1270, y - 6 + rng.uniform(-6, 6), answer, 72, "#2a2738")
        y += 128
    page.typed(1270 + 30 * 72 * 0.62, 1290 + 3 * 128 - 4, "xxx", 72, "#2a2738")
    # the articles, two columns
    y = 2120
    page.rule(left, y - 90, right, y - 90, 3, PRINT)
    for number, (title, french, heading, arabic) in enumerate(ARTICLES, 1):
        page.text(left, y, f"ART. {number}.  —  {title}", 64, "serif-600", colour=PRINT)
        low = page.paragraph(left, y + 84, 1590, french, 62, 1.32, colour=PRINT)
        page.text(right, y, f"الفصل {number} - {heading}", 70, "naskh-600", "end", PRINT)
        other = page.arabic(right, y + 98, 1600, arabic, 68, 1.42, colour=PRINT)
        y = max(low, other) + 46
    page.rule(middle, 2060, middle, y - 90, 2, PRINT, 0.7)
    page.rule(left, y - 70, right, y - 70, 3, PRINT)
    page.text(left, y + 14, "Fait à", 62, "serif-400", colour=PRINT)
    page.typed(left + 180, y + 8, "CASABLANCA, le 14 OCT. 1963", 70, "#2a2738")
    page.text(right, y + 14, "حرر بالدار البيضاء", 66, "naskh-400", "end", PRINT)
    foot = y + 130
    for x, french, arabic in (
        (left, "L’employeur ou son représentant", "المشغل أو من ينوب عنه"),
        (1790, "Vu et enregistré", "نظر وسجل"),
        (2950, "L’ouvrier (signature ou empreinte)", "العامل (الإمضاء أو البصمة)"),
    ):
        page.text(x, foot, french, 50, "serif-italic", colour=PRINT)
        page.text(x, foot + 72, arabic, 54, "naskh-400", "start", PRINT)
    page.signature(left + 60, foot + 360, 820, 78, "#1f2c63", 9)
    page.round_stamp(2130, foot + 300, 330, "MISSION DE RECRUTEMENT  ✶  CASABLANCA  ✶".replace("✶", "·"),
                     ["VISÉ", "14 OCT. 1963", "SPÉCIMEN"], VIOLET, -16)  # fmt: skip
    prints = Sheet(*CONTRACT_SIZE, seed=7)
    thumbprint(prints, 3260, foot + 320, 190, "#3a2f6e", 9)
    page.raw(prints.svg())
    page.hand(3530, foot + 410, "t. SPÉCIMEN", 30, "#1f2c63")
    page.box_stamp(3180, 380, 640, 190, ["18 MOIS"], RED, -5)
    page.box_stamp(700, 5560, 760, 180, ["APTE AU FOND"], VIOLET, 6, 0.6)
    # what others wrote on it later
    page.hand(1640, 480, "arrivé Noyelles le 21 octobre", 46, PENCIL, 5.5, opacity=0.75, turn=-1.5)
    page.hand(2940, foot + 640, "lu à haute voix à l’intéressé", 38, PENCIL, 4.5, opacity=0.7, turn=2)
    page.text(
        760,
        470,
        "احتفظ بهذه الورقة",
        84,
        "naskh-400",
        "start",
        PENCIL,
        opacity=0.7,
        more='transform="rotate(-3 760 470)"',
    )
    page.path("M560 3085c-60 40-70 190 0 260", "none", PENCIL, 6, 0.6)
    page.hand(375, 3240, "?", 62, PENCIL, 6, opacity=0.7)
    page.coffee_ring(3420, 2330, 400)
    page.staple(470, 420, 150, -38)
    page.hole(330, 2250, 62)
    page.hole(330, 3790, 62)
    small = "Rihla — fac-similé de démonstration, dessiné d’après des documents du même type ; aucune personne réelle."
    page.text(middle, 5830, small, 36, "serif-italic", "middle", PRINT, opacity=0.75)
    return page.svg()
