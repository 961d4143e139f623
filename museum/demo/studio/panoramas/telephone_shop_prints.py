"""What is printed or painted in the telephone shop: rates board, sign, calendar, cards, floor, notices."""

from __future__ import annotations

import os
from pathlib import Path

from ...drawings.svg import Sheet, ellipse, line, polygon, rect, star

BLUE, ORANGE, CREAM, INK = "#1f4f86", "#d8742a", "#f3ead7", "#221d19"
#: Round figures made up for the demonstration; no operator ever charged them.
RATES = (("Maroc", "المغرب", "2"), ("Espagne", "إسبانيا", "5"), ("France", "فرنسا", "10"), ("Belgique", "بلجيكا", "10"))
RATES += (("Pays-Bas", "هولندا", "10"), ("Allemagne", "ألمانيا", "10"), ("Italie", "إيطاليا", "10"))


class Lettered(Sheet):
    """A sheet that also takes type, in the museum's own fonts."""

    def text(self, x: float, y: float, words: str, size: float, colour: str = INK, face="sans-600", anchor="middle"):
        """One line on the baseline ``y``; Arabic is recognised and set from right to left."""
        if any("\u0600" <= letter <= "\u06ff" for letter in words):
            face, words = "kufi-700", f"\u202b{words}\u202c"
        self._body.append(
            f'<text x="{x}" y="{y}" font-family="rihla-{face}" font-size="{size}" fill="{colour}" '
            f'text-anchor="{anchor}">{words}</text>'
        )


def rasterised(name: str, sheet: Lettered, width: int) -> Path:
    """The sheet as a PNG in the state folder, its type set in our fonts."""
    import resvg_py

    from ..flat.paper import font_files

    state = Path(os.environ.get("STATE_DIR", Path(__file__).resolve().parents[4] / ".state"))
    path = state / "studio" / "prints" / f"{name}.png"
    path.parent.mkdir(parents=True, exist_ok=True)
    drawn = resvg_py.svg_to_bytes(svg_string=sheet.svg(), width=width, skip_system_fonts=True, font_files=font_files())
    path.write_bytes(bytes(drawn))
    return path


def rates_board() -> Lettered:
    """The board of rates: country in two scripts, dirhams a minute, and what the figures are."""
    sheet = Lettered(1200, 1000)
    sheet.path(rect(0, 0, 1200, 1000), fill="#f4efe2")
    sheet.path(rect(0, 0, 1200, 168), fill=BLUE)
    sheet.path(rect(0, 168, 1200, 12), fill=ORANGE)
    sheet.text(300, 116, "TARIFS", 96, CREAM, "sans-700")
    sheet.text(890, 112, "الأثمان", 96, CREAM)
    sheet.text(600, 236, "DH / minute", 44, INK)
    for k, (french, arabic, figure) in enumerate(RATES):
        y = 330 + k * 86
        if k % 2 == 0:
            sheet.path(rect(30, y - 62, 1140, 82), fill="#e6dcc3")
        sheet.text(64, y, french, 58, INK, anchor="start")
        sheet.text(1136, y, arabic, 58, INK, anchor="end")
        sheet.path(rect(520, y - 60, 160, 78, 6), fill="#fffaf0", stroke=BLUE, width=3)
        sheet.text(600, y - 2, figure, 60, "#a63d2b", "sans-700")
    sheet.path(rect(0, 912, 1200, 88), fill=ORANGE)
    sheet.text(330, 972, "Tarifs de démonstration", 46, "#2b1a0c")
    sheet.text(900, 970, "أثمان توضيحية", 46, "#2b1a0c")
    return sheet


def sign() -> Lettered:
    """The painted sign over the booths."""
    sheet = Lettered(2400, 300)
    sheet.path(rect(0, 0, 2400, 300), fill=BLUE)
    sheet.path(rect(0, 0, 2400, 22) + rect(0, 278, 2400, 22), fill=ORANGE)
    sheet.text(620, 200, "TÉLÉBOUTIQUE", 150, CREAM, "sans-700")
    sheet.text(1930, 196, "هاتف عمومي", 150, CREAM)
    for x in (1300, 1370, 1440):
        sheet.path(star(x, 150, 8, 30, 20), fill=ORANGE)
    return sheet


def number(figure: str) -> Lettered:
    """The number plate of a booth."""
    sheet = Lettered(300, 240)
    sheet.path(rect(0, 0, 300, 240), fill=CREAM)
    sheet.path(rect(12, 12, 276, 216, 16), fill=BLUE)
    sheet.text(150, 190, figure, 200, CREAM, "sans-700")
    return sheet


def label(words: str) -> Lettered:
    """A small plate under a clock."""
    sheet = Lettered(400, 110)
    sheet.path(rect(0, 0, 400, 110), fill=BLUE)
    sheet.text(200, 78, words, 64, CREAM)
    return sheet


def calendar() -> Lettered:
    """A wall calendar: a star above, thirty-one days below, no month named."""
    sheet = Lettered(600, 900)
    sheet.path(rect(0, 0, 600, 900), fill="#fbf6ea")
    sheet.path(rect(30, 30, 540, 440), fill="#1f5a4c")
    for radius, colour in ((205, "#d6b365"), (186, "#f0e7d2"), (168, "#a63d2b"), (110, "#d6b365"), (92, "#1f3a63")):
        sheet.path(star(300, 250, 16 if radius > 150 else 8, radius, radius * 0.78), fill=colour)
    sheet.path(star(300, 250, 8, 50, 28), fill="#f0e7d2")
    for k, letter in enumerate("LMMJVSD"):
        sheet.text(66 + k * 78, 546, letter, 40, "#a63d2b" if k == 6 else INK)
    for day in range(1, 32):
        column, row = (day + 2) % 7, (day + 2) // 7
        x, y = 66 + column * 78, 616 + row * 64
        sheet.text(x, y, str(day), 40, "#a63d2b" if column == 6 else INK, "sans-400")
        if day < 18:
            sheet.path(line(x - 20, y - 2, x + 20, y - 28), stroke="#27408f", width=4)
    return sheet


def card(ground: str, second: str, third: str, units: str) -> Lettered:
    """The face of a phone card: a star, a band, a number of units."""
    sheet = Lettered(510, 324)
    sheet.path(rect(0, 0, 510, 324, 20), fill=ground)
    sheet.path(star(350, 162, 8, 120, 84), fill=second)
    sheet.path(star(350, 162, 8, 70, 42), fill=third)
    sheet.path(polygon([(0, 250), (510, 200), (510, 236), (0, 290)]), fill=third)
    sheet.path(rect(40, 120, 66, 54, 8), fill="#d6b267")
    sheet.text(110, 90, units, 72, "#fbf6ea", "sans-700")
    return sheet


def cement_tiles() -> Sheet:
    """Four cement floor tiles: a star in a cross, grey, brick and cream."""
    sheet = Sheet(512, 512, 4)
    sheet.path(rect(0, 0, 512, 512), fill="#c9ba9b")
    for cx, cy in ((256, 256), (0, 0), (512, 0), (0, 512), (512, 512)):
        sheet.path(star(cx, cy, 8, 150, 116), fill="#5d6e6c")
        sheet.path(star(cx, cy, 8, 106, 74), fill="#c9ba9b")
        sheet.path(star(cx, cy, 4, 78, 30), fill="#a5583c")
    for cx, cy in ((256, 0), (0, 256), (512, 256), (256, 512)):
        sheet.path(star(cx, cy, 4, 92, 40), fill="#a5583c")
        sheet.path(ellipse(cx, cy, 20), fill="#c9ba9b")
    sheet.path(line(0, 128, 512, 128) + line(0, 384, 512, 384), stroke="#8c8270", width=3)
    sheet.path(line(128, 0, 128, 512) + line(384, 0, 384, 512), stroke="#8c8270", width=3)
    return sheet


def units(figures: str) -> Lettered:
    """The lit figures of the counter's meter."""
    sheet = Lettered(400, 90)
    sheet.path(rect(0, 0, 400, 90), fill="#140706")
    sheet.text(200, 70, figures, 66, "#ff5a38", "sans-600")
    return sheet


def directory() -> Sheet:
    """The page of a telephone directory: columns too small to read."""
    sheet = Sheet(600, 420, 8)
    sheet.path(rect(0, 0, 600, 420), fill="#efe6c4")
    for column in range(6):
        for k in range(44):
            x, y = 18 + column * 97, 16 + k * 9
            wide = sheet.rng.uniform(30, 60)
            sheet.path(rect(x, y, wide, 3.4) + rect(x + 66, y, 18, 3.4), fill="#5b564a")
    sheet.path(rect(297, 0, 6, 420), fill="#cfc39a")
    return sheet
