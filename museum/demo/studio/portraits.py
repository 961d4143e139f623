"""Portraits of stories and exhibits: their objects, cut out of the studio photographs, before their theme's own pattern.

No face is invented and no scene pretended: it is a still life on a coloured ground. The cut-outs are the studio's masters
(``<key>.png`` with ``<key>-alpha.png``); run the photographs first.
"""

from __future__ import annotations

import io
import random
from pathlib import Path

import numpy as np
import resvg_py
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from museum.core import patterns

from . import masters

SIZE = (2000, 1250)
SEED = 1956
TABLE = 0.62  # where the table's far edge lies, as a share of the height
#: Ground, fold and seed of the pattern by theme; the same as in ``content/themes.yaml``, the grounds as on the walls.
THEMES = {
    "labour": ("#3b464f", 8, 1963),
    "women": ("#8a2f2a", 10, 2004),
    "soldiers": ("#8b4226", 16, 1914),
    "letters-and-voices": ("#22346b", 12, 1993),
    "road-home": ("#1d5b76", 12, 1984),
    "struggles": ("#5b2b50", 10, 1982),
    "jewish-moroccans": ("#c58a24", 8, 1961),
    "music-food-football": ("#12594e", 16, 1970),
}
#: What stands in each portrait, from left to right, with its height as a share of the picture's.
PORTRAITS = {
    "mora-miners": ("labour", [("miners-helmet", 0.42), ("miners-lamp", 0.86), ("lamp-token", 0.34)]),
    "oujda-selection-1969": ("labour", [("passport", 0.5), ("suitcase", 0.62)]),
    "aulnay-1982": ("struggles", [("union-badge", 0.4), ("residence-card", 0.46)]),
    "women-of-golborne-road": ("women", [("tea-glasses", 0.42), ("woven-bag", 0.74), ("couscous-steamer", 0.66)]),
    "road-home-n340": ("road-home", [("roof-rack", 0.66), ("couscous-steamer", 0.54)]),
    "teleboutique-years": ("letters-and-voices", [("telephone", 0.86), ("phone-card", 0.4)]),
    "goumiers-1944": ("soldiers", [("medal", 0.8), ("identity-card", 0.46)]),
    "powder-works-1915": ("soldiers", [("identity-card", 0.52), ("medal", 0.72)]),
    "ben-barek-1938": ("music-food-football", [("transistor-radio", 0.5), ("football-shirt", 0.82)]),
    "leaving-1961": ("jewish-moroccans", [("suitcase", 0.66), ("vinyl-single", 0.5)]),
    "duesseldorf-1963": ("labour", [("suitcase", 0.6), ("teapot-and-tray", 0.5), ("miners-helmet", 0.36)]),
    "brussels-1964": ("labour", [("miners-helmet", 0.44), ("couscous-steamer", 0.72), ("cassette-letter", 0.36)]),
    "nass-el-ghiwane-1970": ("music-food-football", [("vinyl-single", 0.56), ("transistor-radio", 0.56)]),
    "church-marocains-1975": ("struggles", [("passport", 0.5), ("tract", 0.74)]),
    "chibanis-sncf": ("struggles", [("savings-book", 0.5), ("pay-slip", 0.7)]),
    "light-for-villages": ("road-home", [("money-order", 0.46), ("house-plan", 0.72)]),
    "doha-2022": ("music-food-football", [("football-shirt", 0.82), ("mobile-phone", 0.56)]),
    "the-mine-and-the-factory": ("labour", [("lamp-token", 0.36), ("miners-lamp", 0.88), ("miners-helmet", 0.44)]),
    "women-on-the-road": ("women", [("woven-bag", 0.76), ("class-book", 0.46), ("mobile-phone", 0.5)]),
    "the-road-home": ("road-home", [("suitcase", 0.56), ("woven-bag", 0.74), ("teapot-and-tray", 0.44)]),
    "voices-across-the-sea": (
        "letters-and-voices",
        [("radio-cassette-player", 0.58), ("cassette-letter", 0.36), ("telegram", 0.4)],
    ),
    "soldiers-of-two-wars": ("soldiers", [("identity-card", 0.44), ("medal", 0.84), ("telegram", 0.4)]),
    "the-right-to-stay": ("struggles", [("union-badge", 0.4), ("residence-card", 0.44), ("passport", 0.48)]),
    "leaving-and-staying": ("jewish-moroccans", [("djellaba", 0.9), ("suitcase", 0.54), ("vinyl-single", 0.42)]),
    "a-table-a-song-a-shirt": (
        "music-food-football",
        [("couscous-steamer", 0.7), ("vinyl-single", 0.46), ("football-shirt", 0.78)],
    ),
}


def mixed(colour: str, other: str, share: float) -> tuple[int, int, int]:
    """``share`` of the second colour in the first."""
    first, second = ([int(text[k : k + 2], 16) for k in (1, 3, 5)] for text in (colour, other))
    return tuple(round(a + (b - a) * share) for a, b in zip(first, second, strict=True))


def _shaded(colour: str, shade: float, tint: float, light: np.ndarray) -> Image.Image:
    """The colour from its ``shade`` (share of black) to its ``tint`` (share of white) as ``light`` rises from 0 to 1."""
    dark, bright = np.array(mixed(colour, "#000000", shade)), np.array(mixed(colour, "#ffffff", tint))
    return Image.fromarray((dark + (bright - dark) * light[..., None]).round().astype("uint8"))


def ground(theme: str) -> Image.Image:
    """The theme's colour, lit from the left, with its end paper drawn in a lighter tone and a table below."""
    colour, fold, seed = THEMES[theme]
    width, height = SIZE
    y, x = np.mgrid[0:height, 0:width]
    light = np.clip(1.08 - np.hypot((x / width - 0.3) * 1.15, (y / height - 0.34) * 0.9), 0, 1) ** 1.4
    picture = _shaded(colour, 0.52, 0.1, light)
    drawing = patterns.endpaper_svg(fold, seed, 1000, 625).replace("currentColor", "#ffffff")
    png = bytes(resvg_py.svg_to_bytes(svg_string=drawing, width=width, height=height))
    lines = np.asarray(Image.open(io.BytesIO(png)).convert("RGBA").getchannel("A").resize(SIZE)) / 255
    lines = Image.fromarray((lines * (20 + 70 * light)).round().astype("uint8"))
    picture.paste(Image.new("RGB", SIZE, mixed(colour, "#fff3dc", 0.8)), mask=lines)
    table = Image.new("L", SIZE, 0)
    ImageDraw.Draw(table).rectangle([0, round(height * TABLE), width, height], fill=255)
    picture.paste(_shaded(colour, 0.62, 0.0, light), mask=table)
    return picture


def cut_out(key: str, folder: Path) -> Image.Image:
    """An object without the table it was photographed on, cropped to itself."""
    picture = Image.open(folder / f"{key}.png").convert("RGB")
    outline = Image.open(folder / f"{key}-alpha.png")
    alpha = (outline.getchannel("A") if outline.mode == "RGBA" else outline.convert("L")).resize(picture.size)
    picture.putalpha(alpha)
    return picture.crop(alpha.point(lambda level: 255 if level > 24 else 0).getbbox())


def portrait(key: str, folder: Path) -> Image.Image:
    """The still life of a story or an exhibit."""
    theme, cast = PORTRAITS[key]
    rng = random.Random(f"{SEED}-{key}")
    picture = ground(theme)
    width, height = SIZE
    things = []
    for name, share in cast:
        thing = cut_out(name, folder)
        scale = min(share * height / thing.height, 0.56 * width / thing.width)
        things.append(thing.resize((round(thing.width * scale), round(thing.height * scale)), Image.LANCZOS))
    gap = 0.035 * width
    total = sum(thing.width for thing in things) + gap * (len(things) - 1)
    if total > 0.88 * width:
        shrink = 0.88 * width / total
        things = [t.resize((round(t.width * shrink), round(t.height * shrink)), Image.LANCZOS) for t in things]
        gap *= shrink
        total *= shrink
    at = (width - total) / 2
    places = []
    for thing in things:
        places.append((thing, round(at), round(height * rng.uniform(0.915, 0.955)) - thing.height))
        at += thing.width + gap
    for thing, x, y in sorted(places, key=lambda place: place[2] + place[0].height):
        _stand(picture, thing, x, y)
    return picture


def _stand(picture: Image.Image, thing: Image.Image, x: int, y: int) -> None:
    """Put a cut-out on the table, with the shadow it throws to the right and the dark line where it touches."""
    alpha = thing.getchannel("A")
    cast = Image.new("L", picture.size, 0)
    low = alpha.resize((thing.width, max(1, thing.height // 3)))
    cast.paste(low, (x + thing.width // 9, y + thing.height - low.height + thing.height // 40))
    cast = cast.filter(ImageFilter.GaussianBlur(26)).point(lambda level: round(level * 0.5))
    picture.paste(Image.new("RGB", picture.size, (8, 6, 10)), mask=cast)
    foot = Image.new("L", picture.size, 0)
    foot.paste(alpha, (x, y + 5))
    clip = Image.new("L", picture.size, 0)
    ImageDraw.Draw(clip).rectangle([0, y + round(thing.height * 0.86), picture.width, picture.height], fill=255)
    foot = ImageChops.multiply(foot, clip).filter(ImageFilter.GaussianBlur(7)).point(lambda level: round(level * 0.7))
    picture.paste(Image.new("RGB", picture.size, (8, 6, 10)), mask=foot)
    picture.paste(thing, (x, y), alpha)


def make(key: str) -> None:
    """Compose a portrait and publish it as ``portrait-<key>.webp``."""
    master = masters.STATE / "masters" / f"portrait-{key}.png"
    portrait(key, masters.STATE / "masters").save(master)
    masters.publish(master, masters.DEMO / "images" / f"portrait-{key}.webp", __name__, SEED)
    masters.say(f"portrait-{key}")
