"""Where sounds stand: left and right, near and far, in a room that answers."""

from __future__ import annotations

import numpy as np

from .waves import RATE, band, noise


def answer(rng: np.random.Generator, seconds: float, bright: float = 0.35, before: float = 0.012) -> np.ndarray:
    """A stereo impulse response: a few early echoes, then a tail of ``seconds`` whose treble dies sooner.

    ``bright`` is the share of the low decay time that the treble keeps.
    """
    length = seconds * 1.25 + before
    t = np.arange(int(length * RATE)) / RATE
    out = np.zeros((len(t), 2))
    for side in (0, 1):
        for low, high, share in (
            (60, 400, 1.0),
            (400, 2000, 0.85),
            (2000, 6000, (1 + bright) / 2),
            (6000, 14_000, bright),
        ):
            tail = band(noise(rng, length), low, high)[: len(t)] * np.exp(-6.9 * t / (seconds * share))
            out[: len(tail), side] += tail
        out[t < before, side] = 0
        for _ in range(9):
            at = int((before * rng.uniform(0.4, 1.0) + rng.uniform(0, 0.03 + seconds * 0.02)) * RATE)
            out[at, side] += rng.choice((-1, 1)) * rng.uniform(2, 6)
    return out / np.sqrt((out**2).sum(axis=0)).mean()


def convolve(sound: np.ndarray, response: np.ndarray) -> np.ndarray:
    """The stereo sound as the room returns it, cut to the sound's length."""
    size = 1 << int(np.ceil(np.log2(len(sound) + len(response))))
    spectrum = np.fft.rfft(sound, size, axis=0) * np.fft.rfft(response, size, axis=0)
    return np.fft.irfft(spectrum, size, axis=0)[: len(sound)]


class Stage:
    """A stereo piece under construction: what is heard directly, and what is sent to the room."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.direct = np.zeros((int(seconds * RATE), 2))
        self.sent = np.zeros_like(self.direct)

    def place(self, at: float, sound: np.ndarray, level: float = 1.0, pan=0.0, distance=0.2) -> None:
        """Put a mono sound at a second; ``pan`` from -1 to 1 and ``distance`` from 0 to 1 may be curves.

        What is far is duller, softer, and mostly heard through the room.
        """
        far = float(np.mean(distance))
        if far > 0.05:
            sound = band(sound, 20, 18_000 * (1 - 0.85 * min(1.0, far)) + 700, 1)
        pan = np.broadcast_to(np.clip(pan, -1, 1), sound.shape)
        distance = np.broadcast_to(distance, sound.shape)
        first = max(0, int(at * RATE))
        count = min(len(sound), len(self.direct) - first)
        if count <= 0:
            return
        angle = (pan + 1) * np.pi / 4
        near = level * (1 - distance) ** 1.5 + 0.04 * level
        sent = level * (0.25 + 0.75 * distance) * (1 - 0.45 * distance)
        delay = int(abs(float(np.mean(pan))) * 0.0006 * RATE)
        for side, gain, late in (
            (0, np.cos(angle), delay if np.mean(pan) > 0 else 0),
            (1, np.sin(angle), delay if np.mean(pan) < 0 else 0),
        ):
            upto = min(count, len(self.direct) - first - late)
            if upto <= 0:
                continue
            self.direct[first + late : first + late + upto, side] += (sound * gain * near)[:upto]
            self.sent[first + late : first + late + upto, side] += (sound * (0.4 + 0.6 * gain) * sent)[:upto]

    def bed(self, left: np.ndarray, right: np.ndarray, level=1.0, sent: float = 0.0) -> None:
        """Lay a wide stereo layer under the whole piece."""
        wide = np.stack([left, right], axis=1)[: len(self.direct)] * np.reshape(level, (-1, 1))[: len(self.direct)]
        self.direct[: len(wide)] += wide
        self.sent[: len(wide)] += wide * sent

    def mixed(self, response: np.ndarray, wet: float, rise: float = 0.6, fall: float = 2.0) -> np.ndarray:
        """Everything with its room, faded in and out."""
        out = self.direct + wet * convolve(self.sent, response)
        t = np.arange(len(out)) / RATE
        ends = np.clip(np.minimum(t / rise, t[::-1] / fall), 0, 1)
        return out * np.sin(0.5 * np.pi * ends)[:, None]
