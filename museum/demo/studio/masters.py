"""From a studio master to the file that is published, and its line in the manifest."""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import sys
from pathlib import Path

from PIL import Image

DEMO = Path(__file__).resolve().parent.parent
MANIFEST = DEMO / "manifest.json"
#: Where drafts and masters are kept; nothing of it is committed.
STATE = Path(os.environ.get("STATE_DIR", DEMO.parent.parent / ".state")) / "studio"


def say(text: str) -> None:
    """A line of progress."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def record(path: Path, script: str, seed: int) -> None:
    """Put the file's line in the manifest: file, script, seed, size in bytes, checksum, and pixels for a picture."""
    data = path.read_bytes()
    entry = {
        "file": path.relative_to(DEMO).as_posix(),
        "script": script,
        "seed": seed,
        "bytes": len(data),
        "sha256": hashlib.sha256(data).hexdigest(),
    }
    if path.suffix == ".webp":
        with Image.open(path) as picture:
            entry["width"], entry["height"] = picture.size
    with MANIFEST.open("a+", encoding="utf-8") as stream:
        fcntl.flock(stream, fcntl.LOCK_EX)
        stream.seek(0)
        known = {line["file"]: line for line in json.loads(stream.read() or "[]")}
        known[entry["file"]] = entry
        stream.truncate(0)
        stream.write(json.dumps([known[name] for name in sorted(known)], indent=1, ensure_ascii=False) + "\n")


def publish(master: Path, path: Path, script: str, seed: int, quality: int = 84) -> None:
    """Write the lossless ``master`` as WebP at ``path`` and record it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with Image.open(master) as picture:
        picture.convert("RGB").save(path, "WEBP", quality=quality, method=6)
    record(path, script, seed)
