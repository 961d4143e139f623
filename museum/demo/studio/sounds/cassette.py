"""A cassette on a table: its case, the player's lid and keys, hiss, a tune that wavers, stop, and the tape run back."""

from __future__ import annotations

import numpy as np

from . import soundscape
from .room import Stage, answer
from .waves import RATE, band, clock, curve, glide, noise, normal, softened, struck, wander

SECONDS = 50.0
SHELL = [(880, 0.7, 0.018), (1720, 0.8, 0.014), (2900, 0.6, 0.01), (4600, 0.5, 0.008), (340, 0.5, 0.02)]
KEY = [(210, 0.9, 0.03), (520, 0.7, 0.02), (1350, 0.6, 0.014), (2600, 0.4, 0.01), (4100, 0.2, 0.012)]
# A short tune of our own on five notes, as (beat, hertz, beats).
TUNE = (
    (0, 220.0, 1), (1, 261.6, 0.5), (1.5, 293.7, 0.5), (2, 329.6, 1.5), (3.5, 293.7, 0.5), (4, 261.6, 1), (5, 220.0, 1), (6, 196.0, 1.5),
    (8, 220.0, 0.5), (8.5, 261.6, 0.5), (9, 329.6, 1), (10, 392.0, 1.5), (11.5, 329.6, 0.5), (12, 293.7, 1), (13, 261.6, 1), (14, 220.0, 2),
)  # fmt: skip


def plucked(rng: np.random.Generator, pitch: float, seconds: float) -> np.ndarray:
    """A gut string plucked with a plectrum, by a loop of delay that loses its treble (Karplus and Strong)."""
    period = int(RATE / pitch)
    ring = band(rng.uniform(-1, 1, period * 4), 80, 5200)[:period]
    rows = [ring]
    for _ in range(int(seconds * RATE / period)):
        ring = 0.4985 * (ring + np.roll(ring, 1))
        rows.append(ring)
    return softened(np.concatenate(rows), 0.002, 0.1)


def tune(rng: np.random.Generator, seconds: float) -> np.ndarray:
    """What is on the tape: the tune twice, a low string under it, a frame drum."""
    out = np.zeros(int(seconds * RATE))
    beat = 0.44

    def add(at: float, sound: np.ndarray, level: float) -> None:
        first = int(at * RATE)
        upto = max(0, min(len(sound), len(out) - first))
        out[first : first + upto] += sound[:upto] * level

    for turn in range(3):
        for start, pitch, length in TUNE:
            add((turn * 16 + start) * beat, plucked(rng, pitch, 1.0 + length * 0.5), 1.0)
        for bar in range(8):
            add((turn * 16 + bar * 2) * beat, plucked(rng, 110.0 if bar % 4 < 2 else 98.0, 1.2), 0.8)
            for late, level, skin in ((0, 0.5, 95), (1, 0.3, 240), (1.5, 0.25, 240)):
                add((turn * 16 + bar * 2 + late) * beat, struck(rng, [(skin, 1, 0.07), (skin * 1.6, 0.5, 0.04)]), level)
    return out


def played(rng: np.random.Generator, seconds: float, stop: float) -> np.ndarray:
    """The tune as an old player gives it: slow wow, quick flutter, a start that drags and a stop that dives."""
    t = clock(seconds)
    drift = (
        1
        + 0.007 * np.sin(2 * np.pi * 0.63 * t)
        + 0.002 * np.sin(2 * np.pi * 7.3 * t)
        + 0.005 * wander(rng, seconds, 0.9, -1, 1)
    )
    run = curve(seconds, (0, 0.0), (0.3, 1), (stop, 1), (stop + 0.14, 0), (seconds, 0))
    head = np.cumsum(drift * run) / RATE
    source = tune(rng, seconds + 1)
    sound = np.interp(head * RATE, np.arange(len(source)), source)
    dull = band(sound, 150, 4200) * (0.75 + 0.25 * wander(rng, seconds, 3)) * np.minimum(1, run * 2)
    return np.tanh(1.8 * normal(dull)) / 1.8


@soundscape("sound-cassette", seed=60)
def table(rng: np.random.Generator) -> np.ndarray:
    """Case, lid, key, twenty seconds of tape, stop, the tape run back to its end, the lid again."""
    stage = Stage(SECONDS)

    def shell(at: float, level: float, pan: float, pitch: float = 1.0, far: float = 0.06) -> None:
        stage.place(
            at,
            struck(rng, [(f * pitch, a, d) for f, a, d in SHELL], click=0.8, hardness=0.001, spread=0.05),
            level,
            pan,
            far,
        )

    def key(at: float, level: float) -> None:
        for after, share, pitch in ((0, 0.45, 1.5), (0.055, 1.0, 1.0), (0.085, 0.4, 0.8)):
            parts = [(f * pitch, a, d) for f, a, d in KEY]
            stage.place(
                at + after, struck(rng, parts, click=0.9, hardness=0.002, spread=0.03), level * share, 0.12, 0.06
            )

    for pan in (-0.8, 0.8):
        stage.place(0, normal(band(noise(rng, SECONDS), 50, 500)), 0.012, pan, 0.2)
    # The case: a fingernail, the hinge that gives, the lid that knocks back, the cassette shaken out, its rattle.
    scrape = softened(normal(band(noise(rng, 0.35), 2500, 9000)) * wander(rng, 0.35, 60) ** 2, 0.05, 0.05)
    stage.place(1.0, scrape, 0.25, -0.35, 0.05)
    for at, level, pitch in ((1.5, 0.42, 1.2), (1.53, 0.3, 0.9), (1.86, 0.3, 0.7), (1.95, 0.12, 0.8)):
        shell(at, level, -0.35, pitch)
    for _ in range(16):
        shell(2.8 + rng.uniform(0, 0.85), rng.uniform(0.04, 0.15), -0.25, rng.uniform(0.8, 1.6))
    shell(4.0, 0.3, -0.45, 0.6)
    # A pencil turns the hub: the teeth, one by one.
    at = 5.0
    while at < 6.9:
        shell(at, rng.uniform(0.05, 0.1), -0.1, 1.9)
        at += rng.uniform(0.07, 0.11)
    # The lid of the player, the cassette pushed home, the lid closed, and the key.
    key(8.0, 0.4)
    stage.place(8.1, softened(normal(band(noise(rng, 0.4), 300, 2500)), 0.05, 0.3), 0.12, 0.1, 0.06)
    for at, level, pitch in ((8.5, 0.25, 0.5), (9.6, 0.22, 1.1), (9.85, 0.3, 0.8), (10.0, 0.42, 0.6)):
        shell(at, level, 0.08, pitch)
    for at, level in ((11.2, 0.55), (11.23, 0.3)):
        stage.place(at, struck(rng, KEY, click=1.0, hardness=0.004), level, 0.1, 0.06)
    key(12.6, 0.62)

    # The loudspeaker: hiss opens with the key, hum of the motor, then the tune.
    start, stop = 12.75, 32.2
    opened = curve(SECONDS, (0, 0), (start, 0), (start + 0.25, 1), (stop, 1), (stop + 0.1, 0))
    hiss = normal(band(noise(rng, SECONDS), 1800, 9000, 1)) * opened * (0.85 + 0.15 * wander(rng, SECONDS, 4))
    stage.place(0, hiss, 0.14, 0.1, 0.06)
    motor = sum(glide(np.full(int(SECONDS * RATE), f)) * a for f, a in ((50, 0.5), (100, 1), (150, 0.4), (237, 0.2)))
    stage.place(0, motor * opened, 0.035, 0.1, 0.06)
    stage.place(start + 2.2, played(rng, stop - start, stop - start - 2.2), 1.0, 0.1, 0.08)
    key(stop, 0.62)

    # Rewinding: the motor climbs, the reels whirr and squeak, faster as the reel empties, until the clutch slips.
    key(34.0, 0.55)
    length = 10.4
    rate = curve(length, (0, 4), (0.8, 30), (length - 0.3, 58), (length, 52))
    whirr = normal(band(noise(rng, length), 900, 5200)) * (0.45 + 0.55 * np.maximum(0, glide(rate)))
    turn = sum(glide(rate * k, rng.uniform(0, 6)) * a for k, a in ((6, 0.5), (12, 0.6), (18, 0.3), (31, 0.25)))
    squeak = glide(rate * 47 * (1 + 0.004 * glide(rate / 4))) * np.maximum(0, glide(rate / 5)) ** 5
    spin = (whirr * 0.7 + turn * 0.11 + squeak * 0.07) * curve(
        length, (0, 0), (0.5, 1), (length - 0.05, 1), (length, 0)
    )
    stage.place(34.1, spin, 0.55, 0.08, 0.07)
    slip = 34.1 + length
    stage.place(slip, struck(rng, KEY, click=1.0, hardness=0.004), 0.5, 0.1, 0.06)
    key(slip + 0.35, 0.6)
    key(46.6, 0.4)
    shell(47.1, 0.25, 0.08, 0.5)
    shell(47.9, 0.3, 0.0, 1.0)
    return stage.mixed(answer(rng, 0.4, bright=0.4, before=0.004), 0.35, rise=0.3, fall=1.5)
