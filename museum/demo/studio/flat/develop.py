"""From the ink of a flat work to its photograph: the sheet with its fibre, creases and age, the plaster, light from the left."""

from __future__ import annotations

import io
import random

import numpy as np
import resvg_py
from PIL import Image, ImageFilter

from museum.demo.drawings.svg import gouges, polygon

from . import FlatWork, Stock
from .paper import font_files

Image.MAX_IMAGE_PIXELS = None  # our own pictures, larger than Pillow's guard against hostile ones


def rasterise(svg: str, size: tuple[int, int]) -> Image.Image:
    """SVG text as an RGBA picture of ``size`` pixels, with the museum's own fonts only."""
    data = resvg_py.svg_to_bytes(svg_string=svg, width=size[0], skip_system_fonts=True, font_files=font_files())
    picture = Image.open(io.BytesIO(bytes(data))).convert("RGBA")
    return picture.crop((0, 0, *size))


def wrap(body: str, size: tuple[int, int]) -> str:
    """SVG text around ``body`` at the work's own size."""
    w, h = size
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" viewBox="0 0 {w} {h}">{body}</svg>'


def uneven(rng: random.Random, box, rough: float) -> str:
    """A rectangle cut by a blade that was not quite straight, as path data."""
    x, y, w, h = box
    points = []
    for x1, y1, x2, y2 in ((x, y, x + w, y), (x + w, y, x + w, y + h), (x + w, y + h, x, y + h), (x, y + h, x, y)):
        points += [
            (x1 + (x2 - x1) * k / 18 + rng.uniform(-rough, rough), y1 + (y2 - y1) * k / 18 + rng.uniform(-rough, rough))
            for k in range(18)
        ]
    return polygon(points)


def field(chance: np.random.Generator, size: tuple[int, int], cell: float) -> np.ndarray:
    """Soft noise of unit spread over a picture, its blotches about ``cell`` pixels wide."""
    w, h = size
    small = chance.standard_normal((max(3, round(h / cell)), max(3, round(w / cell)))).astype(np.float32)
    return np.asarray(Image.fromarray(small, "F").resize(size, Image.Resampling.BICUBIC), dtype=np.float32)


def blurred(mask: Image.Image, radius: float) -> np.ndarray:
    """A mask softened by many pixels, worked out at a small size, from 0 to 1."""
    step = max(1, int(radius / 6))
    small = mask.resize((max(2, mask.width // step), max(2, mask.height // step)), Image.Resampling.BOX)
    small = small.filter(ImageFilter.GaussianBlur(radius / step))
    return np.asarray(small.resize(mask.size, Image.Resampling.BICUBIC), dtype=np.float32) / 255


def creases(stock: Stock, size: tuple[int, int], scale: float, chance: np.random.Generator) -> np.ndarray:
    """The light on a sheet that was folded: one side of each crease brighter, a fine broken line along it."""
    w, h = size
    x, y, bw, bh = (value * scale for value in stock.box)
    light = np.ones((h, w), dtype=np.float32)
    for way, share, strength in stock.folds:
        length, across = (w, h) if way == "h" else (h, w)
        at = (y + bh * share) if way == "h" else (x + bw * share)
        wander = np.interp(np.arange(length), np.linspace(0, length, 24), chance.normal(0, 2.2 * scale, 24))
        worn = np.interp(np.arange(length), np.linspace(0, length, 160), chance.uniform(0.15, 1, 160))
        gap = np.arange(across, dtype=np.float32)[:, None] - at - wander[None, :].astype(np.float32)
        broad = -np.tanh(gap / (26 * scale)) * np.exp(-np.abs(gap) / (190 * scale)) * 0.05
        line = (np.exp(-((gap - 3 * scale) ** 2) / (14 * scale**2)) * 0.17) - (
            np.exp(-((gap + 3 * scale) ** 2) / (12 * scale**2)) * 0.12
        )
        profile = 1 - strength * (line * worn[None, :].astype(np.float32) - broad)
        light *= profile if way == "h" else profile.T
    return light


def rgb(colour: str) -> tuple[float, float, float]:
    """A #rrggbb colour as three floats."""
    return tuple(int(colour[k : k + 2], 16) for k in (1, 3, 5))


def develop(svg: str, work: FlatWork, scale: float) -> tuple[Image.Image, Image.Image | None]:
    """The finished picture at ``scale`` of the work's size, and the silhouette of its sheet (None without a sheet)."""
    size = (round(work.size[0] * scale), round(work.size[1] * scale))
    stock = work.stock
    if stock and stock.turn:
        x, y, bw, bh = stock.box
        svg = wrap(f'<g transform="rotate({stock.turn} {x + bw / 2} {y + bh / 2})">{svg}</g>', work.size)
    ink = rasterise(svg, size)
    if stock is None:
        whole = Image.new("RGB", size, "#e4dccd")
        whole.paste(ink, mask=ink.getchannel("A"))
        return whole, None
    rng, chance = random.Random(work.seed + 1), np.random.default_rng(work.seed)
    x, y, bw, bh = stock.box
    turned = f'transform="rotate({stock.turn} {x + bw / 2} {y + bh / 2})"'
    outline = stock.outline or uneven(rng, stock.box, 2.5)
    mask = rasterise(wrap(f'<g {turned}><path fill-rule="evenodd" d="{outline}"/></g>', work.size), size).getchannel(
        "A"
    )
    count = int(5200 * stock.fibre)
    fibres = (
        f'<g {turned} opacity="0.5"><path d="{gouges(rng, stock.box, count, 20, 46, 1.5, 90)}" fill="#8a7350" opacity="0.3"/>'
        f'<path d="{gouges(rng, stock.box, count, 20, 52, 1.6, 90)}" fill="#fffdf6" opacity="0.5"/></g>'
    )
    hair = rasterise(wrap(fibres, work.size), size)
    inside = np.asarray(mask, dtype=np.float32) / 255
    across = np.linspace(0, 1, size[0], dtype=np.float32)[None, :]
    down = np.linspace(0, 1, size[1], dtype=np.float32)[:, None]
    # the ground: plaster, brighter towards the window on the left, darkened beside the sheet
    ground = (
        1.035
        - 0.1 * across
        - 0.03 * down
        + 0.008 * field(chance, size, 420 * scale)
        + 0.006 * field(chance, size, 90 * scale)
    )
    near, far = blurred(mask, 16 * scale * stock.lift), blurred(mask, 70 * scale * stock.lift)
    reach = stock.lift * scale
    near = np.roll(near, (round(10 * reach), round(12 * reach)), (0, 1))
    far = np.roll(far, (round(34 * reach), round(46 * reach)), (0, 1))
    ground *= 1 - 0.4 * near - 0.22 * far
    # the sheet: its creases, its thickness along the edges, a slight swell
    sheet = (
        1.02
        - 0.055 * across
        - 0.02 * down
        + 0.007 * field(chance, size, 520 * scale)
        + 0.006 * field(chance, size, 130 * scale)
    )
    sheet *= creases(stock, size, scale, chance)
    rim = max(1, round(5 * scale))
    sheet += 0.05 * (inside - np.roll(inside, (rim, rim), (0, 1))) + 0.09 * np.minimum(
        0, np.roll(inside, (-rim, -rim), (0, 1)) - inside
    )
    aged = (
        stock.age
        * np.clip(1 - (blurred(mask, 110 * scale) - 0.5) * 2, 0, 1)
        * (0.75 + 0.25 * field(chance, size, 210 * scale))
    )
    worn = 1 - np.clip(stock.ink_wear * (0.5 + 0.4 * field(chance, size, 34 * scale)), 0, 0.6)
    ink_alpha = np.asarray(ink.getchannel("A"), dtype=np.float32) / 255 * worn
    hair_alpha = np.asarray(hair.getchannel("A"), dtype=np.float32) / 255
    tone = rgb(stock.tone or "#efe5cf")
    plaster, yellow = rgb(stock.ground), (0.93, 0.84, 0.66)
    channels = []
    for k in range(3):
        colour = tone[k] * (1 - aged * (1 - yellow[k]) * 0.8)
        colour += (np.asarray(hair.getchannel("RGB"[k]), dtype=np.float32) - colour) * hair_alpha * 0.5
        colour += (np.asarray(ink.getchannel("RGB"[k]), dtype=np.float32) - colour) * ink_alpha
        value = colour * sheet * inside + plaster[k] * ground * (1 - inside)
        channels.append(Image.fromarray(np.clip(value, 0, 255).astype(np.uint8), "L"))
    return Image.merge("RGB", channels), mask
