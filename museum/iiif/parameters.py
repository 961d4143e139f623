"""What an address of the Image API asks for: parsed, judged, made canonical. Nothing here touches a picture.

https://iiif.io/api/image/3.0/#4-image-requests
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from museum.assets.sizes import PAGE_WIDTHS, scaled

#: The largest picture that is sent: what fills the largest screen, in little memory.
MAX_SIDE = 5_000
MAX_AREA = 9_000_000
TILE = 512

FORMATS = {"jpg": "image/jpeg", "png": "image/png", "webp": "image/webp"}
QUALITIES = ("default", "color", "gray", "bitonal")
_NUMBER = r"\d{1,9}"
_FRACTION = r"\d{1,3}(?:\.\d{1,10})?|\.\d{1,10}"


class Refused(ValueError):
    """A request that cannot be met: a sentence for the reader and the status (400 or 501) that says why."""

    def __init__(self, sentence: str, status: int = 400):
        super().__init__(sentence)
        self.status = status


@dataclass(frozen=True)
class Asked:
    """A request against an image: region in its pixels, size in pixels of the answer, and how it is turned and coloured."""

    x: int
    y: int
    width: int
    height: int
    out_width: int
    out_height: int
    mirrored: bool
    rotation: int
    quality: str
    kind: str
    image_width: int
    image_height: int

    @property
    def canonical(self) -> str:
        """The path in its canonical form (https://iiif.io/api/image/3.0/#47-canonical-uri-syntax)."""
        whole = (self.x, self.y, self.width, self.height) == (0, 0, self.image_width, self.image_height)
        region = "full" if whole else f"{self.x},{self.y},{self.width},{self.height}"
        enlarged = self.out_width > self.width or self.out_height > self.height
        size = f"{'^' if enlarged else ''}{self.out_width},{self.out_height}"
        if (self.out_width, self.out_height) == largest(self.width, self.height):
            size = "max"
        turned = f"{'!' if self.mirrored else ''}{self.rotation}"
        return f"{region}/{size}/{turned}/{self.quality}.{self.kind}"


def parse(region: str, size: str, rotation: str, last: str, image_width: int, image_height: int) -> Asked:
    """What is asked of an image of this size; raises ``Refused`` with a sentence."""
    x, y, width, height = _region(region, image_width, image_height)
    out_width, out_height = _size(size, width, height)
    mirrored, degrees = _rotation(rotation)
    quality, _dot, kind = last.partition(".")
    if quality not in QUALITIES:
        raise Refused(_("The quality is one of default, color, gray and bitonal."))
    if kind not in FORMATS:
        raise Refused(_("The format is one of jpg, png and webp."), 400)
    return Asked(
        x, y, width, height, out_width, out_height, mirrored, degrees, quality, kind, image_width, image_height
    )


def largest(width: int, height: int) -> tuple[int, int]:
    """The largest size at which a region of this size is sent."""
    scale = min(1.0, _most(width, height))
    return _at_least_one(width * scale, height * scale)


def _most(width: int, height: int) -> float:
    """The largest scale at which a region of this size keeps within what is sent."""
    return min(MAX_SIDE / max(width, height), (MAX_AREA / (width * height)) ** 0.5)


def _region(text: str, image_width: int, image_height: int) -> tuple[int, int, int, int]:
    if text == "full":
        return 0, 0, image_width, image_height
    if text == "square":
        side = min(image_width, image_height)
        return (image_width - side) // 2, (image_height - side) // 2, side, side
    if found := re.fullmatch(rf"({_NUMBER}),({_NUMBER}),({_NUMBER}),({_NUMBER})", text):
        x, y, width, height = map(int, found.groups())
    elif found := re.fullmatch(rf"pct:({_FRACTION}),({_FRACTION}),({_FRACTION}),({_FRACTION})", text):
        left, top, wide, high = (float(part) / 100 for part in found.groups())
        x, y = round(left * image_width), round(top * image_height)
        width, height = round(wide * image_width), round(high * image_height)
    else:
        raise Refused(_("The region is full, square, x,y,width,height in pixels, or pct: and four percentages."))
    width, height = min(width, image_width - x), min(height, image_height - y)
    if width <= 0 or height <= 0:
        raise Refused(_("This region is empty or lies outside the image."))
    return x, y, width, height


def _size(text: str, width: int, height: int) -> tuple[int, int]:
    enlarging = text.startswith("^")
    wanted = text.removeprefix("^")
    if wanted == "max":
        if not enlarging:
            return largest(width, height)
        scale = _most(width, height)
        return _at_least_one(width * scale, height * scale)
    if found := re.fullmatch(rf"pct:({_FRACTION})", wanted):
        scale = float(found[1]) / 100
        out = _at_least_one(width * scale, height * scale) if scale > 0 else (0, 0)
    elif found := re.fullmatch(rf"!({_NUMBER}),({_NUMBER})", wanted):
        wide, high = int(found[1]), int(found[2])
        # A box larger than the region is filled only where enlarging was asked for.
        scale = min(wide / width, high / height, *(() if enlarging else (1.0,)))
        scale = min(scale, _most(width, height))
        out = _at_least_one(width * scale, height * scale) if scale > 0 else (0, 0)
    elif found := re.fullmatch(rf"({_NUMBER}),({_NUMBER})", wanted):
        out = int(found[1]), int(found[2])
    elif found := re.fullmatch(rf"({_NUMBER}),", wanted):
        out = int(found[1]), max(round(int(found[1]) * height / width), 1)
    elif found := re.fullmatch(rf",({_NUMBER})", wanted):
        out = max(round(int(found[1]) * width / height), 1), int(found[1])
    else:
        raise Refused(_("The size is max, w, or ,h or w,h or !w,h in pixels, or pct: and a percentage; ^ enlarges."))
    out_width, out_height = out
    if out_width <= 0 or out_height <= 0:
        raise Refused(_("This size is empty."))
    if not enlarging and (out_width > width or out_height > height):
        raise Refused(_("This is larger than the region itself; ^ before the size enlarges it."))
    if max(out) > MAX_SIDE or out_width * out_height > MAX_AREA:
        raise Refused(_("This is larger than the museum sends: info.json says how large."))
    return out


def _at_least_one(width: float, height: float) -> tuple[int, int]:
    return max(int(width + 1e-6), 1), max(int(height + 1e-6), 1)


def _rotation(text: str) -> tuple[bool, int]:
    mirrored = text.startswith("!")
    found = re.fullmatch(rf"(?:{_FRACTION})", text.removeprefix("!"))
    degrees = float(found[0]) if found else -1.0
    if not 0 <= degrees <= 360:
        raise Refused(_("The rotation is a number of degrees from 0 to 360; ! before it mirrors first."))
    if degrees % 90:
        raise Refused(_("The museum turns images by quarters only: 0, 90, 180 or 270."), 501)
    return mirrored, int(degrees) % 360


def levels(width: int, height: int) -> list[int]:
    """The scale factors at which an image is kept: 1, 2, 4 … until it fits one tile."""
    found = [1]
    while max(width, height) / found[-1] > TILE:
        found.append(found[-1] * 2)
    return found


def sizes(width: int, height: int) -> list[tuple[int, int]]:
    """The sizes of the whole image that are announced, smallest first."""
    found = []
    for factor in reversed(levels(width, height)):
        size = (-(-width // factor), -(-height // factor))
        if max(size) <= MAX_SIDE and size[0] * size[1] <= MAX_AREA:
            found.append(size)
    return found


def is_announced(asked: Asked) -> bool:
    """Whether this is a tile, a size that info.json names or one that pages show: of these there are so many and no more,
    and they are kept."""
    if asked.mirrored or asked.rotation or asked.quality != "default":
        return False
    whole_size = asked.image_width, asked.image_height
    whole = (asked.width, asked.height) == whole_size
    out = asked.out_width, asked.out_height
    if whole and out in (*sizes(*whole_size), *(scaled(*whole_size, width) for width in PAGE_WIDTHS)):
        return True
    for factor in levels(asked.image_width, asked.image_height):
        step = TILE * factor
        if asked.x % step or asked.y % step:
            continue
        wide, high = min(step, asked.image_width - asked.x), min(step, asked.image_height - asked.y)
        out = (-(-wide // factor), -(-high // factor))
        if (asked.width, asked.height) == (wide, high) and (asked.out_width, asked.out_height) == out:
            return True
    return False
