"""`python -m museum.demo.studio.sounds [KEY…]`: make the soundscapes, or those named. Needs numpy and ffmpeg."""

from __future__ import annotations

import argparse
import sys

import numpy as np

from . import load_soundscapes
from .publish import publish


def main() -> int:
    """Make each work asked for, and say what was written."""
    parser = argparse.ArgumentParser(description="Synthesise the museum's soundscapes.")
    parser.add_argument("keys", nargs="*", metavar="KEY")
    keys = parser.parse_args().keys
    scapes = load_soundscapes()
    unknown = set(keys) - set(scapes)
    if unknown:
        parser.error(f"unknown: {', '.join(sorted(unknown))}")
    for key in keys or scapes:
        work = scapes[key]
        for path in publish(key, work.make(np.random.default_rng(work.seed)), work.script, work.seed):
            sys.stdout.write(f"{path.name:36} {path.stat().st_size // 1000:5d} kB\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
