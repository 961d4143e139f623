"""The cage of a pit going down: bell, gate, winding engine, rattling guides, the wind of the shaft, the brake."""

from __future__ import annotations

import numpy as np

from . import soundscape
from .room import Stage, answer
from .waves import RATE, band, clock, curve, glide, noise, normal, plate, resonant, softened, struck, wander

SECONDS = 52.0
BELL = [(1046, 1.0, 0.9), (1570, 0.3, 0.5), (2790, 0.7, 0.45), (5150, 0.45, 0.22), (7900, 0.25, 0.1), (523, 0.3, 0.7)]


def gate(rng: np.random.Generator) -> np.ndarray:
    """A lattice gate drawn along its rail and thrown against its stop."""
    out = np.zeros(int(3.2 * RATE))
    at, gap = 0.0, 0.11
    while at < 1.25:
        blow = struck(rng, plate(rng, 620, 0.07, 10), click=0.5)
        first = int(at * RATE)
        out[first : first + len(blow)] += blow[: len(out) - first] * (0.12 + 0.2 * at)
        at += gap * rng.uniform(0.7, 1.2)
        gap = max(0.035, gap * 0.93)
    for after, lowest, level in ((1.3, 150, 1.0), (1.33, 310, 0.8), (1.47, 240, 0.35), (1.6, 420, 0.18)):
        blow = struck(rng, plate(rng, lowest, 0.5, 16), click=1.2, hardness=0.004)
        first = int(after * RATE)
        out[first : first + len(blow)] += (blow * level)[: len(out) - first]
    return out * 0.4


def drop(rng: np.random.Generator) -> np.ndarray:
    """A drop of water falling into a puddle: a short note that rises."""
    t = clock(0.12)
    f = rng.uniform(900, 1900)
    return np.sin(2 * np.pi * f * t * (1 + 2.2 * t)) * np.exp(-t / 0.022)


@soundscape("sound-lift-cage", seed=1956)
def descent(rng: np.random.Generator) -> np.ndarray:
    """Signals and gate, nearly half a minute of descent, the brake, the gate again at the bottom."""
    stage = Stage(SECONDS)
    speed = curve(SECONDS, (0, 0), (11.5, 0), (18, 1), (34, 1), (41, 0.08), (42.5, 0), (SECONDS, 0))
    for at in (1.2, 2.1, 3.0, 8.2, 9.1, 47.0):
        stage.place(at, struck(rng, BELL, click=0.5, spread=0.002), 0.34, pan=-0.45, distance=0.3)
    stage.place(4.5, gate(rng), 0.75, pan=0.25, distance=0.08)
    stage.place(10.9, struck(rng, plate(rng, 70, 0.4, 14), click=1.0, hardness=0.006), 0.6, distance=0.15)

    # The engine: a motor far above, heard down the rope, with the hum of its gears.
    pitch = 24 + 68 * speed
    hum = sum(glide(pitch * k, rng.uniform(0, 6)) / k**0.8 for k in (1, 2, 3, 4, 6, 9))
    whine = glide(pitch * 13.5) * 0.16 + glide(pitch * 13.5 * 1.503) * 0.08
    running = np.clip(speed * 4, 0, 1) * (0.45 + 0.55 * speed)
    stage.place(0, (hum * 0.16 + whine) * running, 0.75, pan=0.1, distance=0.25)
    idle = band(noise(rng, SECONDS), 30, 90)
    stage.place(0, normal(idle), 0.22, distance=0.3)

    # The wind: a low roar that opens with the speed, whistling at the corners of the cage.
    for pan in (-0.8, 0.8):
        low = normal(band(noise(rng, SECONDS), 70, 420)) * wander(rng, SECONDS, 1.6, 0.6, 1)
        high = normal(band(noise(rng, SECONDS), 500, 2600)) * wander(rng, SECONDS, 2.5, 0.4, 1)
        whistle = (
            normal(resonant(noise(rng, SECONDS), [(690, 26, 1), (1130, 40, 0.5)])) * wander(rng, SECONDS, 0.7) ** 2
        )
        wind = low * (0.1 + 0.9 * speed) + high * speed**2 * 0.55 + whistle * speed**3 * 0.4
        stage.place(0, wind, 0.62, pan=pan, distance=0.1)

    # The guides: shoes strike each joint twice, the faster the cage the closer; loose sheets buzz between.
    at, steps = 11.6, np.cumsum(speed) / RATE
    travelled = 0.0
    while travelled < steps[-1]:
        at = float(np.searchsorted(steps, travelled) / RATE)
        now = float(speed[min(int(at * RATE), len(speed) - 1)])
        side = 0.55 if rng.random() < 0.5 else -0.55
        for late, share in ((0.0, 1.0), (0.055 + 0.05 * (1 - now), 0.7)):
            blow = struck(rng, plate(rng, 130, 0.09, 12), click=0.9, hardness=0.003)
            stage.place(at + late, blow, share * (0.1 + 0.16 * now) * rng.uniform(0.6, 1.2), pan=side, distance=0.12)
        travelled += rng.uniform(0.26, 0.4)
    loose = normal(band(noise(rng, SECONDS), 1800, 6500)) * (np.maximum(0, glide(9 + 17 * speed)) ** 4)
    stage.place(0, loose * speed * wander(rng, SECONDS, 3), 0.4, pan=0.3, distance=0.1)

    # Half way down the other cage goes by: a gust from one side to the other.
    pass_by = normal(band(noise(rng, 2.4), 180, 3200)) * np.exp(-(((clock(2.4) - 1.1) / 0.28) ** 2))
    stage.place(25.3, pass_by, 3.2, pan=np.linspace(0.9, -0.9, len(pass_by)), distance=0.02)
    for k in range(7):
        stage.place(26.1 + k * 0.085, struck(rng, plate(rng, 200, 0.12, 12), click=1), 0.3, pan=0.5 - k * 0.16)

    # The brake: blocks on the drum, a squeal that sinks, then the stop and the rope that gives.
    squeal = glide(1900 + 300 * wander(rng, 7.2, 4) - 60 * clock(7.2)) + 0.5 * glide(3170 + 240 * wander(rng, 7.2, 5))
    rub = squeal * 0.16 * wander(rng, 7.2, 9) + normal(resonant(noise(rng, 7.2), [(480, 160, 1), (1300, 300, 0.7)]))
    stage.place(34.6, softened(rub * curve(7.2, (0, 0), (2.5, 0.7), (6.4, 1), (7.2, 0)), 0.2, 0.2), 0.36, distance=0.4)
    for after, level in ((0.0, 1.0), (0.5, 0.4), (0.95, 0.2)):
        stage.place(42.3 + after, struck(rng, plate(rng, 62, 0.3, 12), click=1.1, hardness=0.008), 0.8 * level)
    creak = glide(260 + 60 * np.sin(6 * clock(1.4))) * (np.maximum(0, glide(np.full(int(1.4 * RATE), 31.0))) ** 6)
    stage.place(42.9, softened(creak, 0.1, 0.4), 0.14, distance=0.25)
    stage.place(44.0, gate(rng), 0.8, pan=-0.2, distance=0.1)
    for at in np.concatenate([rng.uniform(42.5, 51, 15), rng.uniform(0, 10, 5)]):
        stage.place(float(at), drop(rng), 0.16, pan=rng.uniform(-0.9, 0.9), distance=rng.uniform(0.3, 0.7))
    return stage.mixed(answer(rng, 2.6, bright=0.3), 0.55, fall=2.5)
