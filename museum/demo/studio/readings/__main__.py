"""`python -m museum.demo.studio.readings [KEY…]`: speak the readings, or those named. Needs espeak-ng, ffmpeg, PyYAML."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np
import yaml

from ..masters import DEMO, record, say
from ..sounds.publish import SOUNDS, publish
from ..sounds.waves import RATE
from .timing import webvtt
from .voice import in_a_room, spoken

SEED = 1416
PAUSE, LONG_PAUSE = 0.75, 1.8  # seconds after a passage, and before a chapter
NOTE = "Lecture de synthèse · قراءة آلية · Synthetic reading. Rihla, CC BY 4.0"


def timed(reading: dict) -> tuple[np.ndarray, list[tuple[float, float]]]:
    """The whole reading as mono samples, and the start and end of each passage in seconds."""
    chapters = {chapter["at"] for chapter in reading["chapters"]}
    pieces, times, at = [np.zeros(int(0.6 * RATE))], [], 0.6
    for number, passage in enumerate(reading["passages"]):
        if number and number in chapters:
            pieces.append(np.zeros(int((LONG_PAUSE - PAUSE) * RATE)))
            at += LONG_PAUSE - PAUSE
        sound = spoken(passage[reading["language"]], reading["language"])
        times.append((at, at + len(sound) / RATE))
        pieces += [sound, np.zeros(int(PAUSE * RATE))]
        at += len(sound) / RATE + PAUSE
    return np.concatenate(pieces), times


def make(path: Path) -> None:
    """Speak the reading whose words stand in the file at ``path``, and write its timed text."""
    reading = yaml.safe_load(path.read_text(encoding="utf-8"))
    sound, times = timed(reading)
    publish(path.stem, in_a_room(sound, np.random.default_rng(SEED)), __package__, SEED)
    ends = [*(times[chapter["at"]][0] for chapter in reading["chapters"][1:]), len(sound) / RATE]
    for language in ("fr", "ar", "en"):
        cues = [(*span, passage[language]) for span, passage in zip(times, reading["passages"], strict=True)]
        marks = zip([0.0, *ends[:-1]], ends, reading["chapters"], strict=True)
        chapters = [(start, end, chapter[language]) for start, end, chapter in marks]
        for kind, content in (("text", cues), ("chapters", chapters)):
            file = SOUNDS / f"{path.stem}.{kind}.{language}.vtt"
            file.write_text(webvtt(content, NOTE), encoding="utf-8")
            record(file, __package__, SEED)
    say(f"{path.stem}: {len(sound) / RATE:.0f} s")


def texts() -> dict[str, Path]:
    """The files of the readings' words by key."""
    return {path.stem: path for path in sorted((DEMO / "content" / "recordings").glob("reading-*.yaml"))}


def main() -> int:
    """Speak each reading asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("keys", nargs="*", metavar="KEY", choices=[[], *texts()])
    for key in parser.parse_args().keys or texts():
        make(texts()[key])
    return 0


if __name__ == "__main__":
    sys.exit(main())
