"""From samples to the two files that browsers choose from, at one loudness, with their lines in the manifest."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import numpy as np

from ..masters import DEMO, record
from .waves import RATE

SOUNDS = DEMO / "sounds"
LOUDNESS = -20.0  # LUFS
CEILING = 0.6  # leaves room for what the encoders add to a peak
BITRATES = {2: ("48k", "64k"), 1: ("18k", "32k")}  # Opus and AAC, by number of channels
PLAIN = ["-map_metadata", "-1", "-fflags", "+bitexact", "-flags:a", "+bitexact"]


def feed(sound: np.ndarray, arguments: list[str]) -> str:
    """Hand the samples to ffmpeg and return what it writes on its error stream."""
    channels = sound.shape[1]
    command = ["ffmpeg", "-hide_banner", "-nostats", "-y", "-f", "f32le", "-ar", str(RATE), "-ac", str(channels)]
    data = np.ascontiguousarray(sound, dtype="<f4").tobytes()
    done = subprocess.run([*command, "-i", "pipe:0", *arguments], input=data, capture_output=True, check=True)
    return done.stderr.decode(errors="replace")


def loudness(sound: np.ndarray) -> float:
    """Integrated loudness by EBU R 128, in LUFS."""
    report = feed(sound, ["-af", "ebur128", "-f", "null", "-"])
    return float(re.findall(r"I:\s+(-?[\d.]+) LUFS", report)[-1])


def rounded(sound: np.ndarray) -> np.ndarray:
    """Peaks bent below the ceiling; everything under half of it is left alone."""
    knee = CEILING / 2
    over = np.abs(sound) > knee
    bent = knee + (CEILING - knee) * np.tanh((np.abs(sound) - knee) / (CEILING - knee))
    return np.where(over, np.sign(sound) * bent, sound)


def levelled(sound: np.ndarray) -> np.ndarray:
    """The sound at the house loudness; a second turn makes up for what the bent peaks took."""
    for _ in range(2):
        sound = rounded(sound * 10 ** ((LOUDNESS - loudness(sound)) / 20))
    return sound


def publish(key: str, sound: np.ndarray, script: str, seed: int) -> list[Path]:
    """Write `<key>.opus` and `<key>.m4a` from an array of shape (samples, channels) and record both."""
    SOUNDS.mkdir(exist_ok=True)
    sound = levelled(sound)
    opus, aac = BITRATES[sound.shape[1]]
    paths = []
    for suffix, codec in (
        ("opus", ["-c:a", "libopus", "-b:a", opus]),
        ("m4a", ["-c:a", "aac", "-b:a", aac, "-movflags", "+faststart"]),
    ):
        path = SOUNDS / f"{key}.{suffix}"
        feed(sound, [*codec, *PLAIN, str(path)])
        record(path, script, seed)
        paths.append(path)
    return paths
