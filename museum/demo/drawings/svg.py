"""A small vocabulary for drawing pictures as SVG and printing them as WebP.

Shapes are SVG path data (plain strings, in pixels); a `Sheet` collects them in order, back to
front. Textures are seeded paths, never filters, so that the same seed gives the same picture.
Light comes from the top left in every picture: shadows fall to the right and down.
"""

from __future__ import annotations

import io
import math
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random

Point = tuple[float, float]
Box = tuple[float, float, float, float]  # x, y, width, height

INK = "#1f1b18"

# Five tones a material, from the lit side to the deep shadow.
TONES: dict[str, tuple[str, str, str, str, str]] = {
    "plaster": ("#f6f0e6", "#efe7da", "#e6dccb", "#d8cab4", "#c3b297"),
    "paper": ("#fbf6ea", "#f3ead7", "#e4d6ba", "#c9b58f", "#9d8760"),
    "card": ("#efe3c8", "#e0cfaa", "#c8b184", "#a68b5c", "#755e3b"),
    "brass": ("#f6e3ac", "#e0bb66", "#bb8f3e", "#8a6428", "#533a18"),
    "copper": ("#f0c3a0", "#d28f63", "#aa643d", "#793f25", "#472315"),
    "aluminium": ("#f7f6f1", "#dddcd6", "#b7b7b2", "#888a8a", "#55585a"),
    "steel": ("#e8e8e4", "#c3c6c7", "#93989c", "#636a70", "#363c42"),
    "fibre": ("#cfa474", "#b08352", "#8c613a", "#654228", "#3c2617"),
    "leather": ("#9a7256", "#6f4c38", "#4e3428", "#35231c", "#1f1512"),
    "black": ("#6b6661", "#46423f", "#302d2b", "#211f1e", "#141312"),
    "glass": ("#f4f6f0", "#dfe8e0", "#bccdc6", "#8aa39c", "#4d6660"),
    "wool": ("#f3e9d6", "#dfcfb2", "#bfa985", "#8f7856", "#594932"),
    "indigo": ("#93a6ca", "#5370a8", "#314d88", "#203566", "#131f40"),
    "zellige": ("#93c3ae", "#45937a", "#226e59", "#154d3f", "#0c2f27"),
    "madder": ("#e6a08a", "#c75b42", "#9f392a", "#74251c", "#461410"),
    "saffron": ("#f6d993", "#e5ae41", "#c48522", "#8f5d16", "#59390f"),
    "slate": ("#a9b0b5", "#77818a", "#535d66", "#38414a", "#20272e"),
    "clay": ("#e2b493", "#c98a62", "#a46543", "#75442c", "#45271a"),
    "sea": ("#a5cdd3", "#5f9fae", "#377688", "#215263", "#12323e"),
    "plum": ("#c39bb0", "#925e7c", "#6d3f5b", "#4c2940", "#2c1726"),
}


def n(value: float) -> str:
    """A coordinate as short text: two decimals, no trailing zeros."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


# --- shapes: each returns path data -------------------------------------------------------------


def polygon(points: Iterable[Point], closed: bool = True) -> str:
    """Straight lines through the points, closed unless told otherwise."""
    body = "L".join(f"{n(x)} {n(y)}" for x, y in points)
    return f"M{body}{'Z' if closed else ''}"


def line(x1: float, y1: float, x2: float, y2: float) -> str:
    """One straight line."""
    return f"M{n(x1)} {n(y1)}L{n(x2)} {n(y2)}"


def rect(x: float, y: float, w: float, h: float, r: float = 0) -> str:
    """A rectangle, with corners rounded by `r`."""
    if r <= 0:
        return f"M{n(x)} {n(y)}h{n(w)}v{n(h)}h{n(-w)}Z"
    r = min(r, w / 2, h / 2)
    a = f"a{n(r)} {n(r)} 0 0 1 "
    return (
        f"M{n(x + r)} {n(y)}h{n(w - 2 * r)}{a}{n(r)} {n(r)}v{n(h - 2 * r)}{a}{n(-r)} {n(r)}"
        f"h{n(2 * r - w)}{a}{n(-r)} {n(-r)}v{n(2 * r - h)}{a}{n(r)} {n(-r)}Z"
    )


def ellipse(cx: float, cy: float, rx: float, ry: float | None = None) -> str:
    """An ellipse, or a circle when `ry` is left out."""
    ry = rx if ry is None else ry
    a = f"a{n(rx)} {n(ry)} 0 1 0 "
    return f"M{n(cx - rx)} {n(cy)}{a}{n(2 * rx)} 0{a}{n(-2 * rx)} 0Z"


def arc(cx: float, cy: float, rx: float, ry: float, start: float, end: float) -> str:
    """An open arc of an ellipse between two angles in degrees (0 = right, clockwise)."""
    a, b = math.radians(start), math.radians(end)
    large = 1 if abs(end - start) > 180 else 0
    sweep = 1 if end > start else 0
    return (
        f"M{n(cx + rx * math.cos(a))} {n(cy + ry * math.sin(a))}"
        f"A{n(rx)} {n(ry)} 0 {large} {sweep} {n(cx + rx * math.cos(b))} {n(cy + ry * math.sin(b))}"
    )


def smooth(points: Sequence[Point], closed: bool = False, tension: float = 0.5) -> str:
    """A flowing line through every point (Catmull-Rom turned into cubic curves)."""
    pts = list(points)
    count = len(pts)
    if count < 3:
        return polygon(pts, closed)
    k = tension / 3
    out = [f"M{n(pts[0][0])} {n(pts[0][1])}"]
    for i in range(count if closed else count - 1):
        p0 = pts[i - 1] if closed or i else pts[0]
        p1, p2 = pts[i], pts[(i + 1) % count]
        p3 = pts[(i + 2) % count] if closed or i + 2 < count else p2
        out.append(
            f"C{n(p1[0] + (p2[0] - p0[0]) * k)} {n(p1[1] + (p2[1] - p0[1]) * k)} "
            f"{n(p2[0] - (p3[0] - p1[0]) * k)} {n(p2[1] - (p3[1] - p1[1]) * k)} {n(p2[0])} {n(p2[1])}"
        )
    return "".join(out) + ("Z" if closed else "")


def star(cx: float, cy: float, fold: int, outer: float, inner: float, turn: float = -90) -> str:
    """A star with `fold` points; `turn` is the angle of the first point in degrees."""
    pts = []
    for i in range(2 * fold):
        radius = outer if i % 2 == 0 else inner
        angle = math.radians(turn + 180 * i / fold)
        pts.append((cx + radius * math.cos(angle), cy + radius * math.sin(angle)))
    return polygon(pts)


def gouge(x: float, y: float, length: float, width: float, angle: float) -> str:
    """One mark of a lino gouge: a lens, thick in the middle, pointed at both ends."""
    dx, dy = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    ax, ay, bx, by = (
        x - dx * length / 2,
        y - dy * length / 2,
        x + dx * length / 2,
        y + dy * length / 2,
    )
    nx, ny = -dy * width, dx * width
    return f"M{n(ax)} {n(ay)}Q{n(x + nx)} {n(y + ny)} {n(bx)} {n(by)}Q{n(x - nx)} {n(y - ny)} {n(ax)} {n(ay)}Z"


def wedge(x: float, y: float, length: float, width: float, angle: float) -> str:
    """A stroke that starts `width` wide at (x, y) and runs out to nothing."""
    dx, dy = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    nx, ny = -dy * width / 2, dx * width / 2
    return polygon([(x + nx, y + ny), (x + dx * length, y + dy * length), (x - nx, y - ny)])


# --- textures: seeded, returned as one path -------------------------------------------------------


def flecks(rng: Random, box: Box, count: int, smallest: float = 0.8, largest: float = 2.4) -> str:
    """Small irregular grains scattered over a box: plaster, card, felt."""
    x, y, w, h = box
    out = []
    for _ in range(count):
        cx, cy, r = x + rng.random() * w, y + rng.random() * h, rng.uniform(smallest, largest)
        turn = rng.random() * 6.28
        out.append(
            polygon(
                (
                    cx + math.cos(turn + a) * r * rng.uniform(0.5, 1.2),
                    cy + math.sin(turn + a) * r * rng.uniform(0.4, 1),
                )
                for a in (0, 1.9, 3.9)
            )
        )
    return "".join(out)


def hatch(rng: Random, box: Box, angle: float, gap: float, jitter: float = 0.25) -> str:
    """Parallel open lines across a box, hand-spaced; draw them as a stroke inside a clip."""
    x, y, w, h = box
    cx, cy, reach = x + w / 2, y + h / 2, math.hypot(w, h) / 2
    dx, dy = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    out, offset = [], -reach
    while offset < reach:
        o1, o2 = (
            offset + rng.uniform(-jitter, jitter) * gap,
            offset + rng.uniform(-jitter, jitter) * gap,
        )
        out.append(
            line(
                cx - dx * reach - dy * o1,
                cy - dy * reach + dx * o1,
                cx + dx * reach - dy * o2,
                cy + dy * reach + dx * o2,
            )
        )
        offset += gap
    return "".join(out)


def gouges(rng: Random, box: Box, count: int, angle: float, length: float, width: float, spread: float = 4) -> str:
    """Gouge marks scattered over a box, all in roughly one direction: the grain of a lino print."""
    x, y, w, h = box
    return "".join(
        gouge(
            x + rng.random() * w,
            y + rng.random() * h,
            length * rng.uniform(0.4, 1.3),
            width * rng.uniform(0.5, 1.2),
            angle + rng.uniform(-spread, spread),
        )
        for _ in range(count)
    )


# --- the sheet --------------------------------------------------------------------------------------


class Sheet:
    """A sheet of `width` x `height` pixels on which shapes are laid back to front.

    `rng` is the only source of chance in a drawing.
    """

    def __init__(self, width: int, height: int, seed: int = 1) -> None:
        self.width, self.height = width, height
        self.rng = Random(seed)
        self._body: list[str] = []
        self._defs: list[str] = []

    def path(
        self,
        d: str,
        fill: str = "none",
        stroke: str = "none",
        width: float = 0,
        opacity: float = 1,
        transform: str = "",
        cap: str = "round",
        join: str = "round",
        dash: str = "",
        evenodd: bool = False,
    ) -> None:
        """Lay one shape: filled, stroked (`width` in pixels) or both."""
        parts = [f'<path d="{d}" fill="{fill}"']
        if stroke != "none" and width:
            parts.append(f'stroke="{stroke}" stroke-width="{n(width)}" stroke-linecap="{cap}" stroke-linejoin="{join}"')
            if dash:
                parts.append(f'stroke-dasharray="{dash}"')
        if opacity < 1:
            parts.append(f'opacity="{n(opacity)}"')
        if evenodd:
            parts.append('fill-rule="evenodd"')
        if transform:
            parts.append(f'transform="{transform}"')
        self._body.append(" ".join(parts) + "/>")

    @contextmanager
    def group(self, transform: str = "", clip: str = "", opacity: float = 1) -> Iterator[Sheet]:
        """Everything laid inside is moved by `transform` and cut to the shape `clip` (path data).

        The clip is in the same coordinates as what is laid inside.
        """
        attributes = f' transform="{transform}"' if transform else ""
        if opacity < 1:
            attributes += f' opacity="{n(opacity)}"'
        self._body.append(f"<g{attributes}>")
        if clip:
            name = f"c{len(self._defs)}"
            self._defs.append(f'<clipPath id="{name}"><path d="{clip}"/></clipPath>')
            self._body.append(f'<g clip-path="url(#{name})">')
        yield self
        self._body.append("</g></g>" if clip else "</g>")

    def svg(self, view: Box | None = None) -> str:
        """The whole sheet as SVG text, or the part of it inside `view`."""
        x, y, w, h = view or (0, 0, self.width, self.height)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{n(w)}" height="{n(h)}" viewBox="{n(x)} {n(y)} {n(w)} {n(h)}">'
            f"<defs>{''.join(self._defs)}</defs>{''.join(self._body)}</svg>"
        )


def rasterise(svg: str, width: int, most_bytes: int = 200_000) -> tuple[bytes, int, int]:
    """SVG text as WebP bytes, with the picture's width and height in pixels.

    Quality starts at 86 and goes down only as far as `most_bytes` asks. Drawn with resvg, which
    carries its own renderer and gives the same pixels everywhere; it is a studio tool and is
    imported only here.
    """
    import resvg_py
    from PIL import Image

    image = Image.open(
        io.BytesIO(bytes(resvg_py.svg_to_bytes(svg_string=svg, width=width, skip_system_fonts=True)))
    ).convert("RGB")
    for quality in (86, 80, 74, 68, 60, 50):
        out = io.BytesIO()
        image.save(out, "WEBP", quality=quality, method=6)
        if out.tell() <= most_bytes:
            break
    return out.getvalue(), image.width, image.height


def write_svg(svg: str, path: Path) -> None:
    """Keep a drawing as an SVG file, for the studio's own use."""
    path.write_text(svg, encoding="utf-8")
