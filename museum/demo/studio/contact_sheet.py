"""`python -m museum.demo.studio.contact_sheet`: the whole collection on one sheet, for the README."""

from __future__ import annotations

import sys

from PIL import Image

from .masters import DEMO

SHEET = DEMO.parent.parent / "docs" / "images" / "contact-sheet.webp"
COLUMNS, CELL, GAP = 10, (200, 160), 8
GROUND = "#efe7da"


def contact_sheet() -> Image.Image:
    """Objects, flat works, panoramas and portraits in small, each whole, in rows of ten."""
    models = {path.stem for path in (DEMO / "models").glob("*.glb")}
    objects = [DEMO / "images" / f"{key}.webp" for key in sorted(models)]
    portraits = sorted((DEMO / "images").glob("portrait-*.webp"))
    panoramas = sorted((DEMO / "images").glob("panorama-*.webp"))
    pictures = [*objects, *sorted((DEMO / "flat").glob("*.webp")), *panoramas, *portraits]
    rows = -(-len(pictures) // COLUMNS)
    sheet = Image.new("RGB", (COLUMNS * (CELL[0] + GAP) + GAP, rows * (CELL[1] + GAP) + GAP), GROUND)
    for number, path in enumerate(pictures):
        with Image.open(path) as picture:
            picture.thumbnail(CELL)
            x = GAP + (number % COLUMNS) * (CELL[0] + GAP) + (CELL[0] - picture.width) // 2
            y = GAP + (number // COLUMNS) * (CELL[1] + GAP) + (CELL[1] - picture.height) // 2
            sheet.paste(picture.convert("RGB"), (x, y))
    return sheet


def main() -> int:
    """Write the sheet."""
    SHEET.parent.mkdir(exist_ok=True)
    contact_sheet().save(SHEET, "WEBP", quality=78, method=6)
    sys.stdout.write(f"{SHEET.name}  {SHEET.stat().st_size // 1000} kB\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
