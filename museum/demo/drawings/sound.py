"""`python -m museum.demo.drawings.sound`: make the telephone call that the home page offers to listen to.

A coin telephone, about forty seconds: coins fall, the dialling tone of the French network (440 Hz), ten digits
dialled by tones, the wait, and the ringing tone (440 Hz, 1.5 s on and 3.5 s off), then the receiver put back.
Synthesised with the standard library from seed 440; nothing was recorded. ffmpeg encodes it for the web.
"""

from __future__ import annotations

import array
import hashlib
import json
import math
import random
import subprocess
import sys
import wave
from pathlib import Path
from tempfile import TemporaryDirectory

RATE = 24_000  # samples a second
SEED = 440
SOUNDS = Path(__file__).resolve().parent.parent / "sounds"
KEYS = {  # ITU-T Q.23: a low and a high frequency for each key, in hertz
    "1": (697, 1209), "2": (697, 1336), "3": (697, 1477), "4": (770, 1209), "5": (770, 1336),
    "6": (770, 1477), "7": (852, 1209), "8": (852, 1336), "9": (852, 1477), "0": (941, 1336),
}  # fmt: skip
# The international prefix and the country code of Morocco as dialled from France before 1996, then a broken-off run
# of zeros, so that the number belongs to nobody.
DIGITS = "19" + "212" + "00000"


class Tape:
    """A mono track that sounds are laid on, in seconds from its start."""

    def __init__(self, seconds: float) -> None:
        self.samples = [0.0] * int(seconds * RATE)

    def lay(self, start: float, sound: list[float], level: float = 1.0) -> None:
        """Add a sound at `start` seconds; what would run past the end is cut off."""
        first = int(start * RATE)
        for i, value in enumerate(sound[: max(0, len(self.samples) - first)]):
            self.samples[first + i] += value * level


def tone(seconds: float, *frequencies: float, fade: float = 0.008) -> list[float]:
    """Steady tones together, softened at both ends; amplitude 1 for the sum."""
    count, edge = int(seconds * RATE), fade * RATE
    turns = [2 * math.pi * f / RATE for f in frequencies]
    return [
        min(1.0, i / edge, (count - i) / edge) * sum(math.sin(turn * i) for turn in turns) / len(turns)
        for i in range(count)
    ]


def strike(rng: random.Random, seconds: float, partials: list[tuple[float, float, float]]) -> list[float]:
    """Something hard struck once: partials as (hertz, amplitude, decay in seconds) behind a short click."""
    out = []
    phases = [rng.random() * 6.28 for _ in partials]
    for i in range(int(seconds * RATE)):
        t = i / RATE
        click = rng.uniform(-1, 1) * math.exp(-t / 0.0022)
        ring = sum(
            a * math.exp(-t / d) * math.sin(6.2832 * f * t + p) for (f, a, d), p in zip(partials, phases, strict=True)
        )
        out.append(0.5 * click + ring)
    return out


def coin(rng: random.Random) -> list[tuple[float, list[float]]]:
    """A coin let go: the slot, the runway, the gong it passes and the box, as (seconds after release, sound)."""
    pitch = rng.uniform(0.94, 1.07)
    bright = [(5150 * pitch, 0.34, 0.05), (7320 * pitch, 0.22, 0.035), (9480 * pitch, 0.14, 0.02)]
    gong = [(1244 * pitch, 0.5, 0.42), (2610 * pitch, 0.2, 0.25), (3890 * pitch, 0.1, 0.14)]
    box = [(310, 0.5, 0.035), (880, 0.25, 0.03), (4700 * pitch, 0.2, 0.05)]
    events = [(0.0, strike(rng, 0.25, bright))]
    at, gap = 0.13, 0.1
    for _ in range(4):
        events.append((at, strike(rng, 0.16, [(f, a * 0.5, d * 0.7) for f, a, d in bright])))
        at += gap
        gap *= 0.72
    events.append((at, strike(rng, 1.4, gong)))
    events.append((at + 0.21, strike(rng, 0.3, box)))
    return events


def clunk(rng: random.Random) -> list[float]:
    """The receiver lifted from its hook, or put back."""
    return strike(rng, 0.3, [(140, 0.8, 0.04), (420, 0.4, 0.025), (1150, 0.2, 0.012)])


def line_noise(rng: random.Random, seconds: float) -> list[float]:
    """The hiss of a long line: noise through a one-pole low-pass, with the mains under it."""
    out, held = [], 0.0
    for i in range(int(seconds * RATE)):
        held += 0.32 * (rng.uniform(-1, 1) - held)
        out.append(0.8 * held + 0.25 * math.sin(2 * math.pi * 50 * i / RATE))
    return out


def call() -> array.array:
    """The whole call as 16-bit samples, the same on every machine that rounds sines alike."""
    rng = random.Random(SEED)
    tape = Tape(40)
    tape.lay(0, line_noise(rng, 40), 0.012)
    tape.lay(0.5, clunk(rng), 0.5)
    for release in (1.7, 3.3, 5.2):
        for after, sound in coin(rng):
            tape.lay(release + after, sound, 0.42)
    tape.lay(7.4, tone(3.4, 440), 0.2)
    at = 10.9
    for digit in DIGITS:
        tape.lay(at, tone(0.14, *KEYS[digit]), 0.34)
        at += 0.14 + rng.uniform(0.16, 0.36)
        if digit == "9":  # a second tone used to invite the caller to go on after the prefix
            tape.lay(at + 0.3, tone(1.2, 440), 0.2)
            at += 1.7
    tape.lay(at + 0.9, strike(rng, 0.1, [(900, 0.3, 0.01)]), 0.2)
    tape.lay(at + 1.5, strike(rng, 0.1, [(700, 0.3, 0.01)]), 0.2)
    for ring in range(4):
        tape.lay(at + 2.6 + ring * 5.0, tone(1.5, 440, fade=0.02), 0.2)
    tape.lay(38.4, clunk(rng), 0.55)
    tape.lay(38.7, strike(rng, 0.5, [(310, 0.4, 0.05), (4700, 0.2, 0.06)]), 0.3)
    peak = max(abs(value) for value in tape.samples)
    fade = RATE // 3
    last = len(tape.samples)
    return array.array(
        "h",
        (round(26_000 * v / peak * min(1.0, i / fade, (last - i) / fade)) for i, v in enumerate(tape.samples)),
    )


def write_wave(path: Path) -> None:
    """Write the call as a 16-bit mono WAV file."""
    samples = call()
    if sys.byteorder == "big":
        samples.byteswap()
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(samples.tobytes())


def main() -> int:
    """Write the two files that browsers choose from, and their lines in museum/demo/sounds/manifest.json."""
    SOUNDS.mkdir(exist_ok=True)
    entries = []
    with TemporaryDirectory() as folder:
        source = Path(folder) / "call.wav"
        write_wave(source)
        for suffix, codec in (
            ("opus", ["-c:a", "libopus", "-b:a", "48k"]),
            ("m4a", ["-c:a", "aac", "-b:a", "64k"]),
        ):
            target = SOUNDS / f"sound-telephone.{suffix}"
            plain = ["-map_metadata", "-1", "-fflags", "+bitexact", "-flags:a", "+bitexact"]
            subprocess.run(
                [
                    "ffmpeg",
                    "-y",
                    "-loglevel",
                    "error",
                    "-i",
                    str(source),
                    "-ac",
                    "1",
                    *codec,
                    *plain,
                    str(target),
                ],
                check=True,
            )
            data = target.read_bytes()
            entries.append(
                {
                    "file": target.name,
                    "script": "museum.demo.drawings.sound",
                    "seed": SEED,
                    "seconds": 40,
                    "bytes": len(data),
                    "sha256": hashlib.sha256(data).hexdigest(),
                }
            )
            sys.stdout.write(f"{target.name:24} {len(data) // 1000:4d} kB\n")
    (SOUNDS / "manifest.json").write_text(json.dumps(entries, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
