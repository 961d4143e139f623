"""`python -m museum.demo.drawings [key …]`: redraw all pictures, or only those named.

Writes museum/demo/images/<key>.webp and the pictures' lines in museum/demo/images/manifest.json.
Needs the studio tool resvg-py beside the museum's own requirements.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import sys
from pathlib import Path

from .registry import load
from .svg import rasterise

IMAGES = Path(__file__).resolve().parent.parent / "images"


def record(entries: list[dict]) -> None:
    """Put the pictures' entries in the manifest, leaving the other pictures' lines as they are."""
    path = IMAGES / "manifest.json"
    with path.open("a+", encoding="utf-8") as stream:
        fcntl.flock(stream, fcntl.LOCK_EX)
        stream.seek(0)
        known = {entry["file"]: entry for entry in json.loads(stream.read() or "[]")}
        known.update((entry["file"], entry) for entry in entries)
        stream.truncate(0)
        stream.write(json.dumps([known[name] for name in sorted(known)], indent=1, ensure_ascii=False) + "\n")


def main(keys: list[str]) -> int:
    """Draw the pictures; returns the process's exit status."""
    plates = load()
    unknown = [key for key in keys if key not in plates]
    if unknown:
        sys.stderr.write(f"No drawing for: {', '.join(unknown)}\n")
        return 2
    IMAGES.mkdir(exist_ok=True)
    for key in keys or sorted(plates):
        plate = plates[key]
        data, width, height = rasterise(plate.svg(), plate.printed_width)
        (IMAGES / f"{key}.webp").write_bytes(data)
        record(
            [
                {
                    "file": f"{key}.webp",
                    "script": plate.script,
                    "seed": plate.seed,
                    "width": width,
                    "height": height,
                    "bytes": len(data),
                    "sha256": hashlib.sha256(data).hexdigest(),
                }
            ]
        )
        sys.stdout.write(f"{key:28} {width} x {height}  {len(data) // 1000:4d} kB\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
