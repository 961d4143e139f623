"""Paper that lies on a plaster ground: grain, folds, stains, edges and shadows, as pictures laid inside an SVG.

Lengths are millimetres of the real thing; the seed decides every speck.
"""

from __future__ import annotations

import base64
import io
from random import Random

import numpy as np
from PIL import Image, ImageFilter

from ...drawings.svg import n


def chance(rng: Random) -> np.random.Generator:
    """A numpy generator that follows the work's own seed."""
    return np.random.default_rng(rng.getrandbits(32))


def noise(generator: np.random.Generator, height: int, width: int, cell: float, octaves: int = 3) -> np.ndarray:
    """Soft noise about 0, its largest patches ``cell`` pixels wide."""
    total = np.zeros((height, width), np.float32)
    for octave in range(octaves):
        size = max(1.0, cell / 2**octave)
        grid = generator.normal(0, 1, (int(height / size) + 3, int(width / size) + 3)).astype(np.float32)
        wide = Image.fromarray(grid).resize((width, height), Image.Resampling.BICUBIC)
        total += np.asarray(wide) * 0.5**octave
    return total / 1.4


def picture(pixels: np.ndarray, x: float, y: float, w: float, h: float, extra: str = "") -> str:
    """An RGBA array as an SVG image stretched over a box."""
    stream = io.BytesIO()
    Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8), "RGBA").save(stream, "PNG")
    data = base64.b64encode(stream.getvalue()).decode()
    return (
        f'<image x="{n(x)}" y="{n(y)}" width="{n(w)}" height="{n(h)}" preserveAspectRatio="none" {extra} '
        f'href="data:image/png;base64,{data}"/>'
    )


def shade(tone: np.ndarray, dark: tuple[int, int, int] = (62, 48, 30), light=(255, 252, 244)) -> np.ndarray:
    """Pixels that darken where the tone is below 0 and lighten where it is above."""
    out = np.zeros((*tone.shape, 4), np.float32)
    below = tone < 0
    for channel in range(3):
        out[..., channel] = np.where(below, dark[channel], light[channel])
    out[..., 3] = np.abs(tone) * 255
    return out


def ground(rng: Random, w: float, h: float, colour: str = "#ded5c5") -> str:
    """The plaster everything was photographed on, lit from the top left."""
    generator = chance(rng)
    rows, columns = 600, int(600 * w / h)
    down, across = np.mgrid[0:rows, 0:columns]
    light = 0.1 - 0.2 * (across / columns * 0.5 + down / rows * 0.6)
    tone = light + noise(generator, rows, columns, 120) * 0.016 + noise(generator, rows, columns, 5, 2) * 0.01
    return f'<rect width="{n(w)}" height="{n(h)}" fill="{colour}"/>' + picture(shade(tone), 0, 0, w, h)


def shadow(shape: list[tuple[float, float]], w: float, h: float, reach: float = 3, depth: float = 0.5) -> str:
    """The soft shadow of a flat shape on the ground of ``w`` x ``h``: a narrow one at the edge and a wide one."""
    from PIL import ImageDraw

    scale = 1000 / max(w, h)
    out = np.zeros((int(h * scale), int(w * scale)), np.float32)
    for blur, shift, strength in ((reach * 0.35, reach * 0.25, 0.5), (reach * 1.6, reach * 0.9, 0.5)):
        mask = Image.new("L", (out.shape[1], out.shape[0]), 0)
        points = [((x + shift * 0.7) * scale, (y + shift) * scale) for x, y in shape]
        ImageDraw.Draw(mask).polygon(points, fill=255)
        out += np.asarray(mask.filter(ImageFilter.GaussianBlur(blur * scale)), np.float32) / 255 * strength * depth
    return picture(shade(-out, (48, 38, 28)), 0, 0, w, h)


def rough_edge(rng: Random, x: float, y: float, w: float, h: float, rough: float = 0.12) -> list[tuple[float, float]]:
    """The outline of a cut sheet, a hair off straight, its corners a little worn."""
    corners = [(x, y), (x + w, y), (x + w, y + h), (x, y + h)]
    points = []
    for k, (x1, y1) in enumerate(corners):
        x2, y2 = corners[(k + 1) % 4]
        steps = 26
        for step in range(steps):
            t = 0.006 + 0.988 * step / (steps - 1)
            points.append(
                (x1 + (x2 - x1) * t + rng.gauss(0, rough) * 0.5, y1 + (y2 - y1) * t + rng.gauss(0, rough) * 0.5)
            )
    return points


def outline(points: list[tuple[float, float]]) -> str:
    """Path data of a closed outline."""
    return "M" + "L".join(f"{n(x)} {n(y)}" for x, y in points) + "Z"


def wear(
    rng: Random,
    w: float,
    h: float,
    *,
    folds: tuple[tuple[str, float, float], ...] = (),
    stains: tuple[tuple[float, float, float, float], ...] = (),
    grain: float = 1,
    age: float = 0.6,
) -> np.ndarray:
    """The tone of a used sheet of ``w`` x ``h`` mm: fibres, yellowed edges, folds (axis, position, depth), grease.

    A stain is (x, y, radius, strength); it darkens like grease or tea, with a harder rim.
    """
    generator = chance(rng)
    scale = 1400 / max(w, h)
    rows, columns = int(h * scale), int(w * scale)
    down, across = np.mgrid[0:rows, 0:columns].astype(np.float32) / scale
    tone = noise(generator, rows, columns, 260) * 0.022 * age + noise(generator, rows, columns, 7, 3) * 0.012 * grain
    edge = np.minimum(np.minimum(across, w - across), np.minimum(down, h - down))
    edge = edge + noise(generator, rows, columns, 60) * 3
    tone -= 0.13 * age * np.exp(-np.clip(edge, 0, None) / 5) + 0.05 * age * np.exp(-np.clip(edge, 0, None) / 22)
    for axis, where, depth in folds:
        along, distance = (down, across - where) if axis == "v" else (across, down - where)
        distance = distance + noise(generator, rows, columns, 90) * 0.15
        broken = 0.6 + 0.5 * noise(generator, rows, columns, 24)
        tone -= depth * 0.30 * np.exp(-((distance / 0.42) ** 2)) * np.clip(broken, 0.15, 1.3)
        tone += depth * 0.24 * np.exp(-(((distance + 0.9) / 0.6) ** 2))
        tone += depth * 0.055 * np.sign(-distance) * np.exp(-np.abs(distance) / 24)
        del along
    for x, y, radius, strength in stains:
        far = np.hypot(across - x, (down - y) * 1.06) + noise(generator, rows, columns, 46) * radius * 0.16
        inside = 1 / (1 + np.exp(np.clip((far - radius) / (radius * 0.05), -30, 30)))
        rim = np.exp(-(((far - radius * 0.97) / (radius * 0.07)) ** 2))
        tone -= strength * (0.55 * inside + 0.5 * rim) * (1 + 0.3 * noise(generator, rows, columns, 30))
    specks = generator.random((rows, columns)) > 1 - 0.00012 * age
    tone -= (
        np.asarray(Image.fromarray((specks * 255).astype(np.uint8)).filter(ImageFilter.GaussianBlur(1.1))) / 255 * 1.3
    )
    return np.clip(tone, -0.8, 0.6)


def sheet(size: tuple[int, int], w: float, h: float, body: str, defs: str = "") -> str:
    """A whole picture: ``size`` pixels showing ``w`` x ``h`` millimetres."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size[0]}" height="{size[1]}" viewBox="0 0 {n(w)} {n(h)}"><defs>'
        '<filter id="pen" x="-2%" y="-10%" width="104%" height="120%" color-interpolation-filters="sRGB">'
        '<feTurbulence type="fractalNoise" baseFrequency="0.55" numOctaves="2" seed="4" result="t"/>'
        '<feDisplacementMap in="SourceGraphic" in2="t" scale="0.55" xChannelSelector="R" yChannelSelector="G"/></filter>'
        f"{defs}</defs>{body}</svg>"
    )
