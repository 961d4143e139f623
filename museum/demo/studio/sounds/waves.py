"""Raw sound: noise, filters, struck bodies, slow curves. Mono arrays at `RATE`, amplitude about 1."""

from __future__ import annotations

import numpy as np

RATE = 48_000


def clock(seconds: float) -> np.ndarray:
    """The time of each sample, in seconds."""
    return np.arange(int(seconds * RATE)) / RATE


def noise(rng: np.random.Generator, seconds: float) -> np.ndarray:
    """White noise."""
    return rng.standard_normal(int(seconds * RATE))


def shaped(sound: np.ndarray, response) -> np.ndarray:
    """The sound through a zero-phase filter: ``response`` maps frequencies in hertz to gains."""
    size = 1 << int(np.ceil(np.log2(len(sound) + 2048)))
    spectrum = np.fft.rfft(sound, size)
    spectrum *= response(np.maximum(np.fft.rfftfreq(size, 1 / RATE), 1.0))
    return np.fft.irfft(spectrum, size)[: len(sound)]


def band(sound: np.ndarray, low: float, high: float, order: int = 2) -> np.ndarray:
    """Keep what lies between two frequencies, with soft slopes."""
    return shaped(sound, lambda f: 1 / np.sqrt((1 + (low / f) ** (2 * order)) * (1 + (f / high) ** (2 * order))))


def resonant(sound: np.ndarray, peaks: list[tuple[float, float, float]]) -> np.ndarray:
    """The sound through resonances given as (hertz, width in hertz, gain)."""
    return shaped(sound, lambda f: sum(g / np.sqrt(1 + ((f - c) / (w / 2)) ** 2) for c, w, g in peaks))


def normal(sound: np.ndarray) -> np.ndarray:
    """The sound scaled to a root mean square of 0.2, for beds that are mixed by ear and meter."""
    return sound * (0.2 / max(1e-9, float(np.sqrt(np.mean(sound**2)))))


def wander(rng: np.random.Generator, seconds: float, rate: float, low: float = 0.0, high: float = 1.0) -> np.ndarray:
    """A slow random curve between two values, with ``rate`` turning points a second."""
    knots = rng.uniform(low, high, int(seconds * rate) + 4)
    where = clock(seconds) * rate
    index = where.astype(int)
    ease = 0.5 - 0.5 * np.cos(np.pi * (where - index))
    return knots[index] * (1 - ease) + knots[index + 1] * ease


def curve(seconds: float, *points: tuple[float, float]) -> np.ndarray:
    """A curve through (second, value) points, eased between them."""
    t = clock(seconds)
    out = np.full(len(t), float(points[0][1]))
    for (start, first), (end, last) in zip(points, points[1:], strict=False):
        part = (t >= start) & (t < end)
        out[part] = first + (last - first) * (0.5 - 0.5 * np.cos(np.pi * (t[part] - start) / (end - start)))
    out[t >= points[-1][0]] = points[-1][1]
    return out


def glide(frequency: np.ndarray, phase: float = 0.0) -> np.ndarray:
    """A sine whose frequency follows a curve in hertz."""
    return np.sin(phase + 2 * np.pi * np.cumsum(frequency) / RATE)


def softened(sound: np.ndarray, rise: float = 0.01, fall: float = 0.05) -> np.ndarray:
    """The sound with its ends faded, in seconds."""
    t = np.arange(len(sound)) / RATE
    ends = np.minimum(1.0, t / rise) * np.minimum(1.0, t[::-1] / fall)
    return sound * np.sin(0.5 * np.pi * np.clip(ends, 0, 1))


def struck(
    rng: np.random.Generator,
    partials: list[tuple[float, float, float]],
    click: float = 0.3,
    hardness: float = 0.0015,
    spread: float = 0.01,
) -> np.ndarray:
    """A body struck once: partials as (hertz, amplitude, decay in seconds), behind a click of noise.

    No two blows are alike: each partial is detuned by up to ``spread`` and its amplitude varies by a quarter.
    """
    t = clock(min(8.0, max(0.05, 6 * max(d for _, _, d in partials))))
    out = click * rng.standard_normal(len(t)) * np.exp(-t / hardness)
    for hertz, amplitude, decay in partials:
        f = hertz * rng.uniform(1 - spread, 1 + spread)
        out += (
            amplitude * rng.uniform(0.75, 1.25) * np.exp(-t / decay) * np.sin(2 * np.pi * f * t + rng.uniform(0, 6.28))
        )
    return out * np.minimum(1.0, t / 0.0004)


def plate(rng: np.random.Generator, lowest: float, decay: float, count: int = 14, stretch: float = 1.0) -> list:
    """The partials of a sheet or bar of metal: inharmonic, the high ones dying first."""
    out = []
    for k in range(1, count + 1):
        f = lowest * (k**1.35) * stretch * rng.uniform(0.93, 1.07)
        if f < 15_000:
            out.append((f, rng.uniform(0.4, 1.0) / k**0.7, decay / k**0.75))
    return out
