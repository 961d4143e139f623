"""The hall of a large station: three notes of a chime, footsteps, a train that rolls in, brakes, doors, and leaves."""

from __future__ import annotations

import numpy as np

from . import soundscape
from .room import Stage, answer
from .waves import RATE, band, clock, curve, glide, noise, normal, plate, resonant, softened, struck, wander

SECONDS = 58.0
# Three notes of our own, so that no railway's call sign is imitated: B flat, F above, G.
CHIME = (466.2, 698.5, 784.0)


def bar(rng: np.random.Generator, pitch: float) -> np.ndarray:
    """One note of the chime, a struck bar with its tube."""
    return struck(
        rng,
        [(pitch, 1.0, 1.1), (pitch * 2, 0.14, 0.5), (pitch * 3.93, 0.3, 0.22), (pitch * 9.1, 0.1, 0.05)],
        click=0.05,
        spread=0,
    )


def steps(
    stage: Stage, rng: np.random.Generator, at: float, until: float, pace: float, pan: tuple, hard: float, far: float
) -> None:
    """Somebody walks across: heel and sole, from one side to the other, no two steps alike."""
    start = at
    pitch = rng.uniform(0.85, 1.2)
    while at < until:
        share = (at - start) / (until - start)
        where = pan[0] + (pan[1] - pan[0]) * share
        depth = far + 0.35 * abs(share - 0.5)
        heel = [
            (165 * pitch, 0.8, 0.03),
            (430 * pitch, 0.5, 0.022),
            (1700 * pitch, hard, 0.012),
            (3100 * pitch, hard * 0.6, 0.008),
        ]
        stage.place(at, struck(rng, heel, click=0.5 * hard + 0.1, spread=0.08), 0.3, where, depth)
        sole = normal(band(noise(rng, 0.09), 500, 3800)) * np.exp(-clock(0.09) / 0.025)
        stage.place(at + 0.085, softened(sole, 0.01, 0.03), 0.14, where, depth)
        at += pace * rng.uniform(0.95, 1.06)


def crowd(rng: np.random.Generator) -> np.ndarray:
    """Many people at a distance: syllables without words, so that no language can be made out."""
    out = np.zeros(int(SECONDS * RATE))
    for _ in range(7):
        pulse = np.clip(wander(rng, SECONDS, rng.uniform(3.5, 5.5)), 0, 1) ** 2 * wander(rng, SECONDS, 0.4) ** 1.5
        base = rng.uniform(95, 220) * (1 + 0.12 * wander(rng, SECONDS, 3, -1, 1))
        buzz = sum(glide(base * k, rng.uniform(0, 6)) / k for k in range(1, 12)) + 0.3 * rng.standard_normal(len(out))
        voice = resonant(buzz, [(rng.uniform(380, 640), 160, 1), (rng.uniform(950, 1700), 260, 0.5), (2600, 500, 0.12)])
        out += normal(voice) * pulse
    return out


@soundscape("sound-station-bells", seed=1963)
def hall(rng: np.random.Generator) -> np.ndarray:
    """A chime, people, a train in from the left, its doors, a second chime, and the train away to the right."""
    stage = Stage(SECONDS)
    murmur = crowd(rng)
    stage.place(0, murmur, 0.12, pan=-0.35, distance=0.75)
    stage.place(0, np.roll(murmur, 13 * RATE), 0.12, pan=0.4, distance=0.8)
    for pan in (-0.9, 0.9):
        stage.place(0, normal(band(noise(rng, SECONDS), 50, 320)), 0.06, pan=pan, distance=0.3)

    for start in (1.6, 40.0):
        for k, pitch in enumerate(CHIME):
            for pan, late, far in ((-0.5, 0.0, 0.3), (0.6, 0.028, 0.55)):  # two loudspeakers along the hall
                stage.place(start + 0.62 * k + late, band(bar(rng, pitch), 300, 5000), 0.5, pan, far)

    steps(stage, rng, 4.6, 13.0, 0.53, (-0.9, 0.8), 0.7, 0.1)
    steps(stage, rng, 7.2, 19.0, 0.61, (0.9, -0.5), 0.2, 0.3)
    steps(stage, rng, 27.5, 33.0, 0.36, (0.5, -0.8), 0.5, 0.15)
    steps(stage, rng, 30.0, 41.0, 0.55, (-0.6, 0.9), 0.6, 0.35)
    steps(stage, rng, 51.0, 57.5, 0.58, (0.2, -0.7), 0.6, 0.2)

    # The train: weight on rails, joints in pairs, closer together while it is fast; in from the left, out to the right.
    speed = curve(
        SECONDS, (0, 0), (8, 0.75), (14, 0.7), (23.5, 0.06), (24.5, 0), (44.5, 0), (53, 0.75), (SECONDS, 0.85)
    )
    near = curve(SECONDS, (0, 0), (7.5, 0.02), (14, 0.75), (17, 1), (44, 1), (48, 0.9), (55, 0.12), (SECONDS, 0))
    side = curve(SECONDS, (0, -0.9), (13, -0.8), (20, -0.05), (44, 0.05), (54, 0.9))
    weight = normal(band(noise(rng, SECONDS), 35, 190)) + normal(band(noise(rng, SECONDS), 250, 1500)) * 0.35
    ring = normal(resonant(noise(rng, SECONDS), [(1850, 60, 1), (2730, 80, 0.7), (940, 50, 0.8)]))
    stage.place(0, (weight * speed + ring * speed**2 * 0.3) * near * wander(rng, SECONDS, 5, 0.7, 1), 0.85, side, 0.22)
    travelled = np.cumsum(speed) / RATE
    joint = 0.4
    while joint < travelled[-1]:
        at = float(np.searchsorted(travelled, joint) / RATE)
        now = min(int(at * RATE), len(speed) - 1)
        for late in (0.0, 0.055 / max(0.2, float(speed[now]))):
            blow = struck(
                rng, [(88, 1, 0.07), (190, 0.7, 0.05), (520, 0.4, 0.04), (1480, 0.25, 0.05)], click=0.5, hardness=0.003
            )
            stage.place(
                at + late, blow, 0.75 * float(near[now]) * (0.35 + 0.6 * float(speed[now])), float(side[now]), 0.2
            )
        joint += 0.36 if rng.random() < 0.7 else 0.2
    scream = sum(
        glide(f + 25 * wander(rng, 8.5, 3, -1, 1)) * a for f, a in ((2480, 1), (3720, 0.5), (4990, 0.25), (1240, 0.2))
    )
    scream *= curve(8.5, (0, 0), (3, 0.35), (7.4, 1), (8.0, 0.7), (8.4, 0)) * wander(rng, 8.5, 6, 0.25, 1)
    stage.place(16.1, scream, 0.11, -0.05, 0.3)

    def air(at: float, seconds: float, level: float, pan: float) -> None:
        puff = normal(band(noise(rng, seconds), 1400, 9500, 1)) * np.exp(-clock(seconds) / (seconds * 0.4))
        stage.place(at, softened(puff, 0.02, 0.15), level, pan, 0.2)

    def door(at: float, pan: float, level: float) -> None:
        for after, share in ((0, 1.0), (0.06, 0.45)):
            stage.place(
                at + after, struck(rng, plate(rng, 85, 0.14, 12), click=1.3, hardness=0.007), level * share, pan, 0.2
            )
        stage.place(at - 0.2, struck(rng, plate(rng, 900, 0.05, 8), click=0.6), level * 0.35, pan, 0.2)

    air(24.6, 2.2, 1.0, -0.2)
    for at, pan, level in (
        (26.6, -0.6, 0.5),
        (27.3, 0.1, 0.6),
        (28.4, 0.7, 0.35),
        (42.4, -0.5, 0.55),
        (42.9, 0.6, 0.4),
        (43.5, 0.05, 0.7),
    ):
        door(at, pan, level)
    air(44.2, 1.3, 0.7, 0.2)
    # A suitcase put down, then its two clasps.
    stage.place(
        34.3,
        struck(rng, [(120, 1, 0.05), (260, 0.6, 0.04), (700, 0.2, 0.02)], click=0.6, hardness=0.004),
        0.5,
        0.3,
        0.08,
    )
    for at in (35.4, 35.75):
        stage.place(at, struck(rng, plate(rng, 2100, 0.05, 8), click=0.7), 0.26, 0.3, 0.08)
    return stage.mixed(answer(rng, 3.8, bright=0.3, before=0.035), 0.62, fall=3.0)
