"""The voice: eSpeak NG (https://github.com/espeak-ng/espeak-ng), softened, in a small dry room."""

from __future__ import annotations

import io
import subprocess
import wave

import numpy as np

from ..sounds.room import answer, convolve
from ..sounds.waves import RATE, band

#: Voice, words a minute and pitch (0 to 99) by language.
VOICES = {"fr": ("fr-fr", 142, 38), "ar": ("ar", 128, 36), "en": ("en-gb", 142, 40)}


def spoken(text: str, language: str) -> np.ndarray:
    """The text as mono samples at `RATE`, without the silence at its ends."""
    voice, speed, pitch = VOICES[language]
    command = ["espeak-ng", "-v", voice, "-s", str(speed), "-p", str(pitch), "-g", "3", "--stdout", text]
    with wave.open(io.BytesIO(subprocess.run(command, capture_output=True, check=True).stdout)) as recorded:
        rate = recorded.getframerate()
        samples = np.frombuffer(recorded.readframes(10**9), dtype="<i2").astype(float) / 32768
    at = np.arange(0, len(samples) - 1, rate / RATE)
    samples = np.interp(at, np.arange(len(samples)), samples)
    loud = np.flatnonzero(np.abs(samples) > 0.004)
    return samples[loud[0] : loud[-1] + 1]


def in_a_room(sound: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """The voice less sharp and a little way off, as an array of one channel."""
    soft = band(sound, 90, 5200, 1)
    wet = convolve(np.stack([soft, soft], axis=1), answer(rng, 0.28, 0.3))[:, 0]
    return (soft + 0.12 * wet)[:, None]
