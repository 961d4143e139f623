"""The deck of a ferry: two low notes of the horn, gulls, the throb of the engines, water along the hull, a chain."""

from __future__ import annotations

import numpy as np

from . import soundscape
from .room import Stage, answer
from .waves import RATE, band, clock, curve, glide, noise, normal, plate, resonant, softened, struck, wander

SECONDS = 56.0


def horn(rng: np.random.Generator, seconds: float) -> np.ndarray:
    """Two diaphragms blown together: the notes swell, hold with a slight beating, and sag as the air goes."""
    swell = curve(seconds, (0, 0), (0.35, 1), (seconds - 0.5, 0.95), (seconds, 0))
    bend = curve(seconds, (0, 0.93), (0.4, 1), (seconds - 0.4, 1), (seconds, 0.95))
    out = np.zeros(int(seconds * RATE))
    for base, share in ((92.5, 1.0), (116.5, 0.8)):
        pitch = base * bend * (1 + 0.0015 * (wander(rng, seconds, 5) - 0.5))
        for k in range(1, 26):
            f = base * k
            out += share * glide(pitch * k, rng.uniform(0, 6)) * k**-0.55 / (1 + (f / 900) ** 2)
    breath = normal(band(noise(rng, seconds), 200, 2400)) * 0.35
    return (out * 0.3 + breath) * swell


def gull(rng: np.random.Generator, calls: int) -> np.ndarray:
    """A herring gull's laugh, not any bird's in particular: harmonic cries that leap up, crack and fall."""
    out = np.zeros(int((calls * 0.55 + 1.2) * RATE))
    at = 0.0
    height = rng.uniform(0.9, 1.15)
    for number in range(calls):
        length = rng.uniform(0.24, 0.34) if number else rng.uniform(0.5, 0.75)
        t = clock(length) / length
        pitch = height * (720 + 640 * np.sin(np.pi * np.clip(t * 1.15, 0, 1)) ** 0.7 - 190 * t)
        pitch *= 1 + 0.015 * glide(np.full(len(t), 38.0))
        cry = sum(glide(pitch * k) * a for k, a in ((1, 0.55), (2, 1.0), (3, 0.75), (4, 0.4), (5, 0.22), (6, 0.12)))
        cry = resonant(cry + 0.15 * rng.standard_normal(len(t)), [(1700, 1300, 1), (3200, 1400, 0.7)])
        cry *= np.sin(np.pi * np.clip(t, 0, 1)) ** 0.6 * rng.uniform(0.7, 1)
        first = int(at * RATE)
        out[first : first + len(cry)] += cry[: len(out) - first]
        at += length + rng.uniform(0.05, 0.12)
    return out


@soundscape("sound-ferry", seed=340)
def departure(rng: np.random.Generator) -> np.ndarray:
    """The horn, the chain coming in, the engines that rise, and a last call of the horn from the open water."""
    stage = Stage(SECONDS)

    # Engines below the deck: a slow beat felt more than heard, and the plates that answer it.
    pace = curve(SECONDS, (0, 4.6), (24, 4.6), (34, 7.2), (SECONDS, 7.4))
    beat = 0.35 + 0.65 * (0.5 + 0.5 * glide(pace)) ** 2.5
    for pan in (-0.5, 0.5):
        low = normal(band(noise(rng, SECONDS), 38, 130, 3)) * beat
        tones = sum(glide(pace * k, rng.uniform(0, 6)) * a for k, a in ((10, 0.5), (13, 0.4), (20, 0.3), (30, 0.12)))
        rattle = normal(band(noise(rng, SECONDS), 700, 2600)) * beat**4
        stage.place(0, low + tones * 0.14 + rattle * 0.08, 0.5, pan=pan, distance=0.1)

    # Water: the wash along the hull in slow swells, and slaps that break on it.
    for pan in (-0.95, 0.95):
        swell = wander(rng, SECONDS, 0.34, 0.15, 1) ** 1.6
        wash = normal(band(noise(rng, SECONDS), 300, 5200, 1)) * swell
        hiss = normal(band(noise(rng, SECONDS), 3500, 11_000, 1)) * swell**2.5
        stage.place(0, wash * 0.75 + hiss * 0.3, 0.3, pan=pan, distance=0.15)
    for at in np.sort(rng.uniform(0, SECONDS - 2, 17)):
        length = rng.uniform(0.7, 1.5)
        slap = normal(band(noise(rng, length), 180, rng.uniform(1400, 3600))) * np.exp(-clock(length) / 0.3)
        stage.place(float(at), softened(slap, 0.06, 0.2), rng.uniform(0.3, 0.75), pan=rng.uniform(-1, 1), distance=0.2)
    wind = normal(resonant(noise(rng, SECONDS), [(260, 150, 1), (520, 90, 0.5)])) * wander(rng, SECONDS, 0.5) ** 2
    stage.bed(wind * 0.13, np.roll(wind, RATE // 7) * 0.13)

    # The horn stands forward and high; the hills give it back late and dull.
    for at, seconds in ((5.0, 4.4), (40.5, 5.2)):
        call = horn(rng, seconds)
        stage.place(at, call, 0.62, pan=0.12, distance=0.22)
        stage.place(at + 1.7, band(call, 60, 500), 0.4, pan=-0.6, distance=0.75)
        stage.place(at + 2.9, band(call, 60, 350), 0.26, pan=0.7, distance=0.85)

    for at, calls, pan, far in (
        (1.2, 5, -0.6, 0.35), (3.6, 2, 0.7, 0.55), (11.5, 7, 0.4, 0.25), (14.8, 3, -0.8, 0.5), (22.5, 4, -0.2, 0.4),
        (26.5, 8, 0.6, 0.3), (31.0, 3, -0.7, 0.2), (35.2, 6, 0.1, 0.5), (47.5, 6, -0.4, 0.45), (51.0, 3, 0.5, 0.7),
    ):  # fmt: skip
        cry = gull(rng, calls)
        drift = pan + rng.choice((-1, 1)) * 0.35 * np.linspace(0, 1, len(cry))
        stage.place(at, cry, 0.3, pan=drift, distance=far)

    # The chain comes in over its wheel link by link, then the ramp meets its seat.
    at = 15.6
    while at < 23.6:
        link = struck(rng, plate(rng, rng.uniform(340, 520), 0.12, 12), click=0.8, hardness=0.002)
        stage.place(at, link, rng.uniform(0.16, 0.36), pan=-0.45 + rng.uniform(-0.1, 0.1), distance=0.18)
        grind = normal(band(noise(rng, 0.12), 250, 3000)) * np.exp(-clock(0.12) / 0.04)
        stage.place(at + 0.02, grind, 0.35, pan=-0.45, distance=0.2)
        at += rng.uniform(0.1, 0.19)
    for after, lowest, level in ((0.0, 48, 1.0), (0.22, 75, 0.5), (0.6, 110, 0.25)):
        blow = struck(rng, plate(rng, lowest, 0.7, 16), click=1.2, hardness=0.009)
        stage.place(24.4 + after, blow, 0.75 * level, pan=-0.3, distance=0.2)
    creak = softened(glide(300 + 70 * wander(rng, 1.8, 3)) * wander(rng, 1.8, 40) ** 3, 0.3, 0.4)
    for at in (9.8, 29.4, 38.2):
        stage.place(at, creak, 0.16, pan=0.5, distance=0.2)
    return stage.mixed(answer(rng, 2.2, bright=0.25, before=0.03), 0.3, fall=3.5)
