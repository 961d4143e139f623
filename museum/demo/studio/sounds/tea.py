"""Mint tea served in a small room: the tray, the tea poured from high up into glasses, sugar, a spoon."""

from __future__ import annotations

import numpy as np

from . import soundscape
from .room import Stage, answer
from .waves import RATE, band, clock, curve, glide, noise, normal, plate, softened, struck, wander

SECONDS = 46.0
GLASS = [(2350, 1.0, 0.16), (4980, 0.6, 0.1), (6420, 0.45, 0.08), (8730, 0.3, 0.05), (11_900, 0.2, 0.03)]


def tuned(partials: list[tuple[float, float, float]], ratio: float, damp: float = 1.0) -> list:
    """The same body, smaller or fuller: every partial moved by a ratio, every decay damped."""
    return [(f * ratio, a, d * damp) for f, a, d in partials]


def pour(rng: np.random.Generator, seconds: float) -> np.ndarray:
    """A thin stream falling from a height into a glass that fills: the air above the tea sings higher and higher."""
    t = clock(seconds)
    flow = curve(seconds, (0, 0), (0.18, 1), (seconds * 0.75, 0.9), (seconds - 0.12, 0.25), (seconds, 0))
    # The air column over the surface, a quarter wave: from seven centimetres down to two.
    column = 0.074 - 0.052 * np.clip(t / seconds, 0, 1) ** 0.9
    pitch = 343 / (4 * (column + 0.012))
    out = np.zeros(len(t))
    # Bubbles: each a note that dies within milliseconds, rising a little; those near the air column ring longest.
    at = 0.05
    while at < seconds - 0.1:
        now = int(at * RATE)
        if rng.random() < 0.5:
            f = pitch[now] * rng.uniform(0.94, 1.07) * rng.choice((1, 1, 1, 3))
            decay, level = rng.uniform(0.012, 0.03), 0.5
        else:
            f = np.exp(rng.uniform(np.log(700), np.log(5200)))
            decay, level = 18 / f * rng.uniform(0.5, 1.2), 0.42
        b = clock(min(0.12, decay * 6))
        bubble = (
            np.sin(2 * np.pi * f * b * (1 + rng.uniform(0, 1.5) * b)) * np.exp(-b / decay) * np.minimum(1, b / 6e-4)
        )
        upto = min(len(bubble), len(out) - now)
        out[now : now + upto] += (bubble * level * rng.uniform(0.2, 1) * flow[now])[:upto]
        at += rng.exponential(1 / 330)
    froth = normal(band(noise(rng, seconds), 2600, 9000, 1)) * flow * wander(rng, seconds, 22, 0.55, 1)
    sing = sum(glide(pitch * k * (1 + 0.01 * wander(rng, seconds, 30, -1, 1))) * a for k, a in ((1, 1), (3, 0.3)))
    return out * 0.55 + froth * 0.5 + sing * flow * wander(rng, seconds, 26, 0.1, 1) * 0.22


@soundscape("sound-tea", seed=504)
def served(rng: np.random.Generator) -> np.ndarray:
    """The tray is set down, sugar dropped and stirred, three glasses poured, two of them raised."""
    stage = Stage(SECONDS)
    tray = plate(rng, 290, 0.4, 16)
    lid = plate(rng, 1250, 0.35, 9)

    # The room: a kettle that keeps hot over there, and air.
    kettle = normal(band(noise(rng, SECONDS), 1200, 5200)) * wander(rng, SECONDS, 1.1, 0.6, 1)
    stage.place(0, kettle, 0.055, pan=0.75, distance=0.5)
    for at in np.cumsum(rng.exponential(0.16, 300)):
        if at < SECONDS - 1:
            t = clock(0.05)
            simmer = np.sin(2 * np.pi * rng.uniform(420, 900) * t * (1 + 3 * t)) * np.exp(-t / 0.009)
            stage.place(float(at), simmer, 0.03, pan=0.75, distance=0.5)
    stage.bed(normal(band(noise(rng, SECONDS), 60, 400)) * 0.02, normal(band(noise(rng, SECONDS), 60, 400)) * 0.02)

    def clink(at: float, ratio: float, level: float, pan: float, damp: float = 1.0) -> None:
        stage.place(
            at, struck(rng, tuned(GLASS, ratio, damp), click=0.35, hardness=0.0006, spread=0.006), level, pan, 0.1
        )

    stage.place(0.9, struck(rng, tray, click=0.7, hardness=0.003), 0.2, 0.0, 0.12)
    for k in range(9):
        clink(0.92 + k * 0.07 * rng.uniform(0.8, 1.7), rng.uniform(0.92, 1.14), 0.16 * 0.82**k, rng.uniform(-0.5, 0.5))
    for at, ratio, pan in ((2.3, 0.96, -0.45), (3.0, 1.03, 0.05), (3.6, 1.09, 0.5)):
        clink(at, ratio, 0.13, pan)
        stage.place(at, struck(rng, tray, click=0.3), 0.05, pan, 0.12)

    # Sugar goes into the pot: the lid, three pieces, the lid again.
    stage.place(5.0, struck(rng, lid, click=0.4), 0.16, -0.2, 0.1)
    for at in (5.9, 6.6, 7.2):
        stage.place(
            at, struck(rng, [(340, 0.8, 0.03), (760, 0.6, 0.02), (1900, 0.2, 0.03)], click=0.5), 0.28, -0.2, 0.1
        )
        t = clock(0.14)
        stage.place(at + 0.03, np.sin(2 * np.pi * 480 * t * (1 + 4 * t)) * np.exp(-t / 0.03), 0.3, -0.2, 0.1)
    for after in (0.0, 0.05, 0.09):
        stage.place(8.1 + after, struck(rng, lid, click=0.4), 0.16 - after, -0.2, 0.1)

    # Three glasses from high up; the spout touches nothing, the stream ends in drops.
    for at, seconds, pan in ((9.6, 4.6, -0.45), (16.2, 4.3, 0.05), (22.6, 4.2, 0.5)):
        stage.place(at, pour(rng, seconds), 0.42, pan, 0.08)
        for k in range(3):
            t = clock(0.09)
            f = rng.uniform(2100, 2900)
            late = at + seconds + 0.06 + 0.17 * k * rng.uniform(0.9, 1.3)
            stage.place(late, np.sin(2 * np.pi * f * t * (1 + t)) * np.exp(-t / 0.016), 0.16, pan, 0.08)

    # The spoon: it strikes the wall of a full glass, round and round, then taps twice on the rim.
    at, turn = 28.6, 0.0
    while at < 34.0:
        clink(at, 0.84 + 0.035 * np.sin(turn), 0.1 * rng.uniform(0.6, 1.1), 0.05 + 0.08 * np.cos(turn), 0.45)
        swirl = softened(normal(band(noise(rng, 0.16), 900, 4200)), 0.04, 0.08)
        stage.place(at, swirl, 0.03, 0.05, 0.1)
        at += rng.uniform(0.145, 0.19)
        turn += 1.5
    for at in (34.5, 34.8):
        clink(at, 0.9, 0.2, 0.05, 0.8)
    stage.place(35.6, struck(rng, plate(rng, 1700, 0.16, 8), click=0.4), 0.12, 0.25, 0.1)
    stage.place(35.68, struck(rng, tray, click=0.2), 0.06, 0.2, 0.1)

    # Two glasses are taken up, a sip, one is put back.
    for at, ratio, pan in ((37.4, 0.93, -0.45), (38.3, 0.99, 0.5)):
        clink(at, ratio, 0.09, pan, 0.6)
        stage.place(at, struck(rng, tray, click=0.15), 0.035, pan, 0.1)
    sip = normal(band(noise(rng, 0.8), 1500, 6500)) * wander(rng, 0.8, 35) ** 2
    stage.place(39.7, softened(sip, 0.25, 0.12), 0.2, -0.3, 0.12)
    stage.place(42.0, struck(rng, tray, click=0.4), 0.1, -0.45, 0.12)
    clink(42.0, 0.93, 0.15, -0.45, 0.7)
    return stage.mixed(answer(rng, 0.55, bright=0.45, before=0.005), 0.4)
