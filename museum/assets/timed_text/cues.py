"""What timed text is made of, and how it is written down."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_CLOCK = re.compile(r"(?:(?:(\d{1,3}):)?(\d{1,3}):)?(\d{1,6}(?:\.\d{1,3})?)", re.ASCII)


@dataclass(frozen=True)
class Run:
    """Words of one language and one style. ``language`` is blank where it is the track's; ``styles`` of "i", "b", "u"."""

    text: str
    language: str = ""
    styles: tuple[str, ...] = ()


@dataclass(frozen=True)
class Cue:
    """What is said by one voice between two moments, in seconds from the beginning."""

    start: float
    end: float
    speaker: str
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """The words alone, in one line."""
        return " ".join("".join(run.text for run in self.runs).split())

    @property
    def language(self) -> str:
        """The language of the whole cue where it has one of its own, else an empty string."""
        languages = {run.language for run in self.runs if run.text.strip()}
        return languages.pop() if len(languages) == 1 else ""


@dataclass(frozen=True)
class Segment:
    """A part of a recording in its index of subjects."""

    start: float
    end: float
    title: str
    synopsis: str = ""
    keywords: tuple[str, ...] = ()


def seconds(text: str) -> float | None:
    """Seconds of a moment as people write it ("751", "12:31", "1:02:03.5"), or ``None`` where it is none."""
    found = _CLOCK.fullmatch(text.strip().replace(",", "."))
    if not found:
        return None
    hours, minutes, rest = found.groups()
    if (minutes is not None and float(rest) >= 60) or (hours is not None and int(minutes) >= 60):
        return None
    return round(int(hours or 0) * 3600 + int(minutes or 0) * 60 + float(rest), 3)


def timecode(moment: float, tenths: bool = False) -> str:
    """A moment as people write it: "12:31", "1:02:03", with ``tenths`` "12:31.5"."""
    units = round(moment * 10) if tenths else int(moment) * 10
    whole, tenth = divmod(units, 10)
    hours, rest = divmod(whole, 3600)
    minutes, second = divmod(rest, 60)
    clock = f"{hours}:{minutes:02}:{second:02}" if hours else f"{minutes}:{second:02}"
    return f"{clock}.{tenth}" if tenths else clock


def stamp(moment: float) -> str:
    """A WebVTT timestamp: 00:12:31.500."""
    milliseconds = round(moment * 1000)
    whole, thousandth = divmod(milliseconds, 1000)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}.{thousandth:03}"


def write(cues: Iterable[Cue]) -> str:
    """The cues as a WebVTT file."""
    blocks = ["WEBVTT"]
    for number, cue in enumerate(cues, start=1):
        words = "".join(_written(run) for run in cue.runs)
        voice = f"<v {_escaped(cue.speaker)}>" if cue.speaker else ""
        blocks.append(f"{number}\n{stamp(cue.start)} --> {stamp(cue.end)}\n{voice}{words}")
    return "\n\n".join(blocks) + "\n"


def _written(run: Run) -> str:
    text = _escaped(run.text)
    for style in reversed(run.styles):
        text = f"<{style}>{text}</{style}>"
    return f"<lang {run.language}>{text}</lang>" if run.language else text


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def segments(cues: Iterable[Cue]) -> list[Segment]:
    """An index of subjects: each cue's first line is the title, lines after it the synopsis, one with # the keywords."""
    found = []
    for cue in cues:
        lines = [line.strip() for line in "".join(run.text for run in cue.runs).splitlines() if line.strip()]
        keywords = [line.lstrip("# ") for line in lines[1:] if line.startswith("#")]
        words = [word.strip() for line in keywords for word in re.split("[,;،؛]", line) if word.strip()]
        synopsis = " ".join(line for line in lines[1:] if not line.startswith("#"))
        found.append(Segment(cue.start, cue.end, lines[0] if lines else "", synopsis, tuple(words)))
    return found
