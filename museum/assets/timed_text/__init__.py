"""Timed text: WebVTT and SRT read strictly, and WebVTT written (https://www.w3.org/TR/webvtt1/).

``parse(data, name, duration)`` gives cues or raises :class:`Refused` with a reason a line; ``write(cues)`` gives WebVTT.
"""

from museum.assets.timed_text.cues import Cue, Run, Segment, seconds, segments, stamp, timecode, write
from museum.assets.timed_text.reading import MAX_BYTES, TOLERANCE, Problem, Refused, parse

__all__ = [
    "MAX_BYTES",
    "TOLERANCE",
    "Cue",
    "Problem",
    "Refused",
    "Run",
    "Segment",
    "parse",
    "seconds",
    "segments",
    "stamp",
    "timecode",
    "write",
]
