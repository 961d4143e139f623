"""What the flat works share: type in the museum's own fonts, a typewriter, a hand, rubber stamps, stains and holes.

`Page` collects SVG; every length is in the picture's pixels. The paper itself, its creases and light are `develop`'s.
"""

from __future__ import annotations

import functools
import math
import random
from html import escape
from pathlib import Path

from fontTools.merge import Merger
from fontTools.ttLib import TTFont

from museum.demo.drawings.svg import flecks, n, smooth

from ..masters import DEMO, STATE
from . import hand

INK = "#26221f"
PENCIL = "#5b5a5c"
BALLPOINT = "#27408f"
#: Our name of a face, and the file it comes from. Latin and Arabic of one face stand in two files.
FACES = {
    "serif-300": "newsreader/files/newsreader-latin-300-normal",
    "serif-400": "newsreader/files/newsreader-latin-400-normal",
    "serif-600": "newsreader/files/newsreader-latin-600-normal",
    "serif-800": "newsreader/files/newsreader-latin-800-normal",
    "serif-italic": "newsreader/files/newsreader-latin-400-italic",
    "sans-400": "reem-kufi/files/reem-kufi-latin-400-normal",
    "sans-600": "reem-kufi/files/reem-kufi-latin-600-normal",
    "sans-700": "reem-kufi/files/reem-kufi-latin-700-normal",
    "naskh-400": "noto-naskh-arabic/files/noto-naskh-arabic-arabic-400-normal",
    "naskh-600": "noto-naskh-arabic/files/noto-naskh-arabic-arabic-600-normal",
    "naskh-700": "noto-naskh-arabic/files/noto-naskh-arabic-arabic-700-normal",
    "kufi-400": "reem-kufi/files/reem-kufi-arabic-400-normal",
    "kufi-700": "reem-kufi/files/reem-kufi-arabic-700-normal",
    "tifinagh-400": "noto-sans-tifinagh/files/noto-sans-tifinagh-tifinagh-400-normal",
}


def _whole(source: Path, name: str, folder: Path) -> TTFont:
    """A face; to an Arabic one are added the figures and marks that its maker keeps in a Latin file."""
    parts = [name] if "-arabic-arabic-" not in name and "kufi-arabic-" not in name else [name, _latin(name)]
    files = []
    for part in parts:
        font = TTFont(source / f"{part}.woff2")
        font.flavor = None
        files.append(folder / f"{Path(part).name}.ttf")
        font.save(files[-1])
    return TTFont(files[0]) if len(files) == 1 else Merger().merge([str(file) for file in files])


def _latin(name: str) -> str:
    """The file of an Arabic face's Latin part."""
    return "-latin-".join(name.rsplit("-arabic-", 1))


@functools.cache
def font_files() -> list[str]:
    """The faces as TrueType files in the state folder, made on the first call: under our own names, and under theirs."""
    folder, source = STATE / "fonts", DEMO.parent.parent / "node_modules" / "@fontsource"
    folder.mkdir(parents=True, exist_ok=True)
    for face, name in FACES.items():
        if not (folder / f"{face}.ttf").exists():
            font = _whole(source, name, folder)
            font.save(folder / f"{face}-original.ttf")
            for entry in list(font["name"].names):
                if entry.nameID in (16, 17, 21, 22):
                    font["name"].removeNames(nameID=entry.nameID)
                elif entry.nameID in (1, 4, 6):
                    font["name"].setName(f"rihla-{face}", entry.nameID, entry.platformID, entry.platEncID, entry.langID)
            font["OS/2"].usWeightClass = 400
            font["OS/2"].fsSelection = 64
            font["head"].macStyle = 0
            font.save(folder / f"{face}.ttf")
    return [str(folder / f"{face}{kind}.ttf") for kind in ("", "-original") for face in FACES]


@functools.cache
def metrics(face: str) -> tuple[dict[int, str], dict, int]:
    """The letters, advances and units of a face."""
    font_files()
    font = TTFont(Path(STATE / "fonts" / f"{face}.ttf"))
    return font.getBestCmap(), font["hmtx"].metrics, font["head"].unitsPerEm


def extent(text: str, size: float, face: str = "serif-400", spacing: float = 0) -> float:
    """The width of Latin text, without kerning."""
    letters, advances, units = metrics(face)
    return sum(advances[letters.get(ord(c), ".notdef")][0] * size / units + spacing for c in text)


def wrapped(text: str, width: float, size: float, face: str = "serif-400") -> list[str]:
    """Text cut into lines no wider than ``width``."""
    lines, line = [], ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and extent(longer, size, face) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line]


class Page:
    """A sheet on which ink is laid back to front; `rng` is its only source of chance."""

    def __init__(self, width: int, height: int, rng: random.Random) -> None:
        self.width, self.height, self.rng = width, height, rng
        self.body: list[str] = []
        self.defs: list[str] = []

    def raw(self, markup: str) -> None:
        """Any SVG."""
        self.body.append(markup)

    def path(
        self, d: str, fill: str = "none", stroke: str = "none", width: float = 0, opacity: float = 1, more=""
    ) -> None:
        """A shape, filled or stroked with round ends."""
        line = (
            f' stroke="{stroke}" stroke-width="{n(width)}" stroke-linecap="round" stroke-linejoin="round"'
            if width
            else ""
        )
        self.body.append(f'<path d="{d}" fill="{fill}"{line} opacity="{n(opacity)}" {more}/>')

    def rule(self, x1, y1, x2, y2, width: float = 3, colour: str = INK, opacity: float = 0.9, dash: str = "") -> None:
        """A printed rule; ``dash`` as in SVG, for dotted lines."""
        self.path(f"M{n(x1)} {n(y1)}L{n(x2)} {n(y2)}", "none", colour, width, opacity, f'stroke-dasharray="{dash}"')

    def frame(self, x, y, w, h, width: float = 3, colour: str = INK, fill: str = "none", opacity: float = 0.9) -> None:
        """A printed frame or, with ``fill``, a panel."""
        self.path(f"M{n(x)} {n(y)}h{n(w)}v{n(h)}h{n(-w)}Z", fill, colour, width, opacity)

    def text(
        self,
        x,
        y,
        text: str,
        size: float,
        face="serif-400",
        anchor="start",
        colour=INK,
        spacing=0.0,
        opacity=0.92,
        more="",
    ) -> None:
        """One printed line on the baseline ``y``. Arabic faces are set from right to left: ``anchor`` "end" = right edge."""
        if face.startswith(("naskh", "kufi")):
            family, text = f"rihla-{face}, rihla-serif-400", f"\u202b{text}\u202c"
        else:
            family = f"rihla-{face}, rihla-serif-400, rihla-naskh-400"
        self.body.append(
            f'<text x="{n(x)}" y="{n(y)}" font-family="{family}" font-size="{n(size)}" text-anchor="{anchor}" fill="{colour}" '
            f'letter-spacing="{n(spacing)}" opacity="{n(opacity)}" {more}>{escape(text)}</text>'
        )

    def paragraph(
        self, x, y, width, text: str, size: float, leading=1.35, face="serif-400", colour=INK, justify=True
    ) -> float:
        """Printed text in a measure, justified word by word; returns the next line's baseline."""
        lines = wrapped(text, width, size, face)
        for k, line in enumerate(lines):
            parts = line.split()
            if justify and k < len(lines) - 1 and len(parts) > 1:
                gap = (width - sum(extent(p, size, face) for p in parts)) / (len(parts) - 1)
                left = x
                for part in parts:
                    self.text(left, y, part, size, face, colour=colour)
                    left += extent(part, size, face) + gap
            else:
                self.text(x, y, line, size, face, colour=colour)
            y += size * leading
        return y

    def arabic(self, right, y, width, text: str, size: float, leading=1.55, face="naskh-400", colour=INK) -> float:
        """Arabic in a measure, from its right edge, ragged; returns the next line's baseline. Widths are estimated."""
        lines, line = [], ""
        for word in text.split():
            longer = f"{line} {word}".strip()
            if line and len(longer) * size * 0.415 > width:
                lines.append(line)
                line = word
            else:
                line = longer
        for each in [*lines, line]:
            self.text(right, y, each, size, face, "end", colour)
            y += size * leading
        return y

    def typed(self, x, y, text: str, size: float, colour="#2b2a33", pitch=0.62, wear=0.3) -> float:
        """A typewritten line: even cells, uneven strokes, letters a little off their line; returns where it ends."""
        letters, advances, units = metrics("serif-300")
        cell, out = size * pitch, []
        for k, letter in enumerate(text):
            if letter == " ":
                continue
            wide = advances[letters.get(ord(letter), ".notdef")][0] * size / units
            fit = max(0.62, min(1.75, cell * 0.94 / wide))
            left = x + k * cell + (cell - wide * fit) / 2 + self.rng.gauss(0, size * 0.012)
            base = y + self.rng.gauss(0, size * 0.014)
            out.append(
                f'<text transform="translate({n(left)} {n(base)}) scale({fit:.3f} 1) rotate({self.rng.gauss(0, 0.7):.2f})" '
                f'opacity="{n(1 - wear * self.rng.random() ** 2)}">{escape(letter)}</text>'
            )
        self.body.append(
            f'<g font-family="rihla-serif-300" font-size="{n(size)}" fill="{colour}" stroke="{colour}" '
            f'stroke-width="{n(size * 0.045)}" stroke-linejoin="round">{"".join(out)}</g>'
        )
        return x + len(text) * cell

    def hand(
        self, x, y, text: str, size: float, colour=BALLPOINT, width=0.0, opacity=0.85, wobble=0.04, turn=0.0
    ) -> float:
        """Legible handwriting; ``size`` is the height of small letters, ``turn`` degrees round the start. Returns its end."""
        width = width or size * 0.13
        self.raw(
            hand.write(
                self.rng, text, x, y, size, colour, width, wobble=wobble, turn=turn, opacity=opacity, spread=1.04
            )
        )
        return x + hand.measure(text, size, 1.04)

    def signature(self, x, y, length: float, size: float, colour=BALLPOINT, width=0.0, opacity=0.85) -> None:
        """A name nobody can read: loops of handwriting and a flourish under them."""
        rng, points, left = self.rng, [], x
        while left < x + length * 0.8:
            height = size * rng.choice((1, 1, 1.2, 2.4, 0.8))
            points += [(left, y), (left + size * 0.3, y - height), (left + size * 0.75, y - height * 0.2)]
            left += size * rng.uniform(0.5, 1.0)
        points += [
            (x + length, y - size * 0.6),
            (x + length * 0.6, y + size * 0.9),
            (x + length * 0.1, y + size * 0.55),
            (x + length * 0.9, y + size * 0.2),
        ]
        self.path(smooth(points), "none", colour, width or size * 0.1, opacity)

    def worn(self, markup: str, box, grains: int, opacity=0.8) -> None:
        """Markup as a rubber stamp leaves it: multiplied into what is below, broken by grains and a lighter side."""
        x, y, w, h = box
        name = f"w{len(self.defs)}"
        side = self.rng.uniform(0, 360)
        self.defs.append(
            f'<linearGradient id="{name}g" gradientTransform="rotate({n(side)} 0.5 0.5)"><stop offset="0" stop-color="#fff"/>'
            f'<stop offset="0.6" stop-color="#ddd"/><stop offset="1" stop-color="#6a6a6a"/></linearGradient>'
            f'<mask id="{name}" maskUnits="userSpaceOnUse" x="{n(x)}" y="{n(y)}" width="{n(w)}" height="{n(h)}">'
            f'<rect x="{n(x)}" y="{n(y)}" width="{n(w)}" height="{n(h)}" fill="url(#{name}g)"/>'
            f'<path d="{flecks(self.rng, box, grains, w * 0.002, w * 0.011)}" fill="#000" opacity="0.75"/></mask>'
        )
        self.body.append(f'<g style="mix-blend-mode:multiply" opacity="{n(opacity)}" mask="url(#{name})">{markup}</g>')

    def round_stamp(
        self, cx, cy, r, ring: str, lines: list[str], colour="#7a2f6d", turn=-12.0, arabic="", opacity=0.8
    ) -> None:
        """A round rubber stamp: words round the ring, short lines in the middle, Arabic under them if given."""
        inner = Page(self.width, self.height, self.rng)
        for radius, width in ((r, 0.035), (r * 0.94, 0.012), (r * 0.63, 0.016)):
            inner.raw(
                f'<circle cx="{n(cx)}" cy="{n(cy)}" r="{n(radius)}" fill="none" stroke="{colour}" stroke-width="{n(r * width)}"/>'
            )
        size = r * 0.21
        around = extent(ring, size, "sans-600")
        gap = (2 * math.pi * r * 0.715 - around) / max(1, len(ring))
        gap, angle = min(gap, size * 0.34), 0.0
        angle = -math.pi / 2 - (around + gap * len(ring)) / (r * 0.715) / 2
        for letter in ring:
            step = extent(letter, size, "sans-600") + gap
            middle = angle + step / 2 / (r * 0.715)
            px, py = cx + r * 0.715 * math.cos(middle), cy + r * 0.715 * math.sin(middle)
            spin = f'transform="rotate({n(math.degrees(middle) + 90)} {n(px)} {n(py)})"'
            inner.text(px, py, letter, size, "sans-600", "middle", colour, more=spin)
            angle += step / (r * 0.715)
        count = len(lines) + bool(arabic)
        for k, line in enumerate(lines):
            small = min(r * 0.2, r * 1.08 / max(1, extent(line, 1, "sans-600")))
            inner.text(
                cx, cy + (k - (count - 1) / 2) * r * 0.25 + small * 0.35, line, small, "sans-600", "middle", colour
            )
        if arabic:
            inner.text(cx, cy + (count - 1) / 2 * r * 0.25 + r * 0.08, arabic, r * 0.22, "naskh-700", "middle", colour)
        spun = f'<g transform="rotate({n(turn)} {n(cx)} {n(cy)})">{"".join(inner.body)}</g>'
        self.worn(spun, (cx - r * 1.1, cy - r * 1.1, r * 2.2, r * 2.2), 420, opacity)

    def box_stamp(
        self, x, y, w, h, lines: list[str], colour="#9c2f2a", turn=-3.0, opacity=0.78, face="sans-700"
    ) -> None:
        """A rectangular rubber stamp with its lines filling it."""
        inner = Page(self.width, self.height, self.rng)
        inner.frame(x, y, w, h, h * 0.035, colour)
        for k, line in enumerate(lines):
            size = min(h * 0.72 / len(lines), w * 0.88 / max(0.1, extent(line, 1, face)))
            inner.text(x + w / 2, y + h * (k + 0.5) / len(lines) + size * 0.34, line, size, face, "middle", colour)
        spun = f'<g transform="rotate({n(turn)} {n(x + w / 2)} {n(y + h / 2)})">{"".join(inner.body)}</g>'
        pad = w * 0.08
        self.worn(spun, (x - pad, y - pad, w + 2 * pad, h + 2 * pad), 300, opacity)

    def coffee_ring(self, cx, cy, r, colour="#7c4f24", opacity=0.34) -> None:
        """Where a glass stood: a soft ring, darker on its outer edge, open on one side."""
        rng, name = self.rng, f"k{len(self.defs)}"
        self.defs.append(
            f'<radialGradient id="{name}"><stop offset="0.8" stop-color="{colour}" stop-opacity="0.05"/>'
            f'<stop offset="0.9" stop-color="{colour}" stop-opacity="0.2"/><stop offset="0.955" stop-color="{colour}" '
            f'stop-opacity="0.75"/><stop offset="0.985" stop-color="{colour}" stop-opacity="0.9"/>'
            f'<stop offset="1" stop-color="{colour}" stop-opacity="0"/></radialGradient>'
        )
        for _ in range(3):
            dx, dy, stretch = rng.gauss(0, r * 0.008), rng.gauss(0, r * 0.008), rng.uniform(0.99, 1.012)
            self.body.append(
                f'<ellipse cx="{n(cx + dx)}" cy="{n(cy + dy)}" rx="{n(r * stretch)}" ry="{n(r / stretch)}" fill="url(#{name})" '
                f'opacity="{n(opacity * rng.uniform(0.35, 0.75))}" style="mix-blend-mode:multiply"/>'
            )

    def stain(self, cx, cy, r, colour="#a0702f", opacity=0.12) -> None:
        """A soft blot with no edge: grease, damp, old water."""
        name = f"s{len(self.defs)}"
        self.defs.append(
            f'<radialGradient id="{name}"><stop offset="0" stop-color="{colour}"/><stop offset="0.7" stop-color="{colour}" '
            f'stop-opacity="0.7"/><stop offset="1" stop-color="{colour}" stop-opacity="0"/></radialGradient>'
        )
        self.body.append(
            f'<ellipse cx="{n(cx)}" cy="{n(cy)}" rx="{n(r)}" ry="{n(r * self.rng.uniform(0.6, 1))}" fill="url(#{name})" '
            f'opacity="{n(opacity)}" transform="rotate({n(self.rng.uniform(0, 180))} {n(cx)} {n(cy)})"/>'
        )

    def foxing(self, box, count: int, largest: float = 26) -> None:
        """Rust-coloured spots of old damp, more of them near the edges."""
        x, y, w, h = box
        for _ in range(count):
            u, v = self.rng.betavariate(0.6, 0.6), self.rng.betavariate(0.7, 0.7)
            self.stain(
                x + u * w, y + v * h, self.rng.uniform(0.2, 1) ** 2 * largest, "#9a6430", self.rng.uniform(0.12, 0.34)
            )

    def hole(self, cx, cy, r) -> None:
        """A punched hole through which the plaster shows, shaded on the side of the light."""
        self.raw(
            f'<circle cx="{n(cx)}" cy="{n(cy)}" r="{n(r)}" fill="#cfc5b3"/><path d="M{n(cx - r)} {n(cy)}A{n(r)} {n(r)} 0 0 1 '
            f'{n(cx + r * 0.6)} {n(cy - r * 0.8)}A{n(r * 1.15)} {n(r * 1.15)} 0 0 0 {n(cx - r)} {n(cy)}" fill="#7d705c" opacity="0.7"/>'
            f'<circle cx="{n(cx)}" cy="{n(cy)}" r="{n(r * 1.04)}" fill="none" stroke="#b7a582" stroke-width="{n(r * 0.07)}"/>'
        )

    def staple(self, x, y, length=150, turn=8.0, rust=True) -> None:
        """Two staple holes with the trace that the wire left; ``rust`` browns them."""
        colour = "#8a5a2b" if rust else "#8d8675"
        turned = f'transform="rotate({n(turn)} {n(x)} {n(y)})"'
        self.path(f"M{n(x)} {n(y)}h{n(length)}", "none", colour, 12, 0.16, turned)
        self.path(f"M{n(x)} {n(y)}h{n(length)}", "none", "#fff8e6", 4, 0.5, turned)
        for dx in (0, length):
            self.raw(
                f'<g {turned}><circle cx="{n(x + dx)}" cy="{n(y)}" r="15" fill="{colour}" opacity="0.35"/>'
                f'<circle cx="{n(x + dx)}" cy="{n(y)}" r="7" fill="#4a3a28"/></g>'
            )

    def svg(self) -> str:
        """The ink as SVG text."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{self.width}" height="{self.height}" '
            f'viewBox="0 0 {self.width} {self.height}"><defs>{"".join(self.defs)}</defs>{"".join(self.body)}</svg>'
        )
