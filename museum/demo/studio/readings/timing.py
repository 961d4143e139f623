"""Timed text as WebVTT (https://www.w3.org/TR/webvtt1/)."""

from __future__ import annotations

from collections.abc import Iterable


def stamp(seconds: float) -> str:
    """A time as WebVTT writes it."""
    thousandths = round(seconds * 1000)
    hours, rest = divmod(thousandths, 3_600_000)
    minutes, rest = divmod(rest, 60_000)
    return f"{hours:02}:{minutes:02}:{rest // 1000:02}.{rest % 1000:03}"


def webvtt(cues: Iterable[tuple[float, float, str]], note: str) -> str:
    """A file of cues (start and end in seconds, text), numbered, under a note."""
    parts = ["WEBVTT", f"NOTE {note}"]
    parts += [f"{number}\n{stamp(start)} --> {stamp(end)}\n{text}" for number, (start, end, text) in enumerate(cues, 1)]
    return "\n\n".join(parts) + "\n"
