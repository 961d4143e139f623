"""Reading WebVTT and SRT strictly: every line that is not right is named with its reason, and nothing is guessed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from django.utils.translation import gettext as _

from museum.assets.timed_text import markup
from museum.assets.timed_text.cues import Cue, timecode

MAX_BYTES = 1024 * 1024
MAX_CUES = 10_000
#: A player and its file rarely agree to the last tenth of a second.
TOLERANCE = 1.0

_ARROW = "-->"
_VTT_TIME = re.compile(r"(?:(\d{2,3}):)?([0-5]\d):([0-5]\d)\.(\d{3})", re.ASCII)
_SRT_TIME = re.compile(r"(\d{1,3}):([0-5]?\d):([0-5]?\d)[,.](\d{1,3})", re.ASCII)
_SETTINGS = re.compile(r"(?:[ \t]+(?:vertical|line|position|size|align|region):\S+)*[ \t]*", re.ASCII)
_ASS = re.compile(r"\{\\[^}]*\}")
_HEADER = re.compile(r"WEBVTT(?:[ \t].*)?")


@dataclass(frozen=True)
class Problem:
    """Why a line is refused. ``line`` counts from 1."""

    line: int
    reason: str

    def __str__(self):
        return _("Line %(line)d: %(reason)s") % {"line": self.line, "reason": self.reason}


class Refused(ValueError):
    """Timed text that is not taken; ``problems`` in the order of their lines."""

    def __init__(self, problems: list[Problem]):
        super().__init__("; ".join(map(str, problems[:3])))
        self.problems = problems

    def messages(self, shown: int = 20) -> list[str]:
        """A sentence a line, at most ``shown``, and how many more there are."""
        said = [str(problem) for problem in self.problems[:shown]]
        if (more := len(self.problems) - shown) > 0:
            said.append(_("And %(count)d more.") % {"count": more})
        return said


def parse(data: bytes | str, name: str = "", duration: float | None = None) -> list[Cue]:
    """The cues of a WebVTT or SRT file; :class:`Refused` where any line is wrong.

    ``name`` decides between the two where the file does not begin with ``WEBVTT``; ``duration`` is the recording's
    length in seconds, where it is known. A cue with several voices becomes as many cues of the same time.
    """
    if len(data) > MAX_BYTES:
        raise Refused([Problem(1, _("This file is larger than 1 MB: it cannot be timed text."))])
    lines = _decoded(data).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    is_vtt = lines[0].startswith("WEBVTT")
    if not is_vtt and PurePath(name).suffix.lower() != ".srt":
        raise Refused([Problem(1, _("A WebVTT file begins with the word WEBVTT; this one does not."))])
    reader = _Reader(duration, _VTT_TIME if is_vtt else _SRT_TIME, is_vtt)
    if is_vtt and (not _HEADER.fullmatch(lines[0]) or (len(lines) > 1 and lines[1].strip())):
        reader.refuse(1, _("Only the word WEBVTT and an empty line may stand before the first passage."))
    for first, block in _blocks(lines[1:] if is_vtt else lines, 2 if is_vtt else 1):
        reader.take(first, block)
    if not reader.cues and not reader.problems:
        reader.refuse(1, _("There is not one passage in this file."))
    if reader.problems:
        raise Refused(sorted(reader.problems, key=lambda problem: problem.line))
    return reader.cues


def _decoded(data: bytes | str) -> str:
    if isinstance(data, bytes):
        try:
            data = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data[: error.start].count(b"\n") + 1
            raise Refused([Problem(line, _("This file is not written in UTF-8. Save it again as UTF-8."))]) from None
    if "\0" in data:
        line = data[: data.index("\0")].count("\n") + 1
        raise Refused([Problem(line, _("This is not a text file."))])
    return data


def _blocks(lines: list[str], first: int) -> Iterator[tuple[int, list[str]]]:
    """(number of the first line, lines) of each run of lines without an empty one."""
    block: list[str] = []
    for number, line in enumerate([*lines, ""], start=first):
        if line.strip():
            block.append(line)
        elif block:
            yield number - len(block), block
            block = []


class _Reader:
    def __init__(self, duration, time, is_vtt):
        self.duration, self.time, self.is_vtt = duration, time, is_vtt
        self.cues: list[Cue] = []
        self.problems: list[Problem] = []
        self.latest = 0.0

    def refuse(self, line: int, reason: str) -> None:
        self.problems.append(Problem(line, reason))

    def take(self, first: int, block: list[str]) -> None:
        """One block: a note, which is left out, or a passage."""
        if self.is_vtt and re.match(r"NOTE(\s|$)", block[0]):
            return
        if self.is_vtt and block[0].strip() in ("STYLE", "REGION"):
            self.refuse(first, _("Styles and regions are not taken: the museum sets the type."))
            return
        index = next((index for index, line in enumerate(block[:2]) if _ARROW in line), None)
        if index is None:
            self.refuse(
                first, _("The times are missing: write a line such as %(example)s.") % {"example": self._example()}
            )
            return
        times = self._times(first + index, block[index])
        payload = block[index + 1 :]
        for offset, line in enumerate(payload, start=first + index + 1):
            if _ARROW in line:
                self.refuse(offset, _("An empty line is missing before this passage."))
                return
        if not payload:
            self.refuse(first + index, _("There are no words under these times."))
        elif times and len(self.cues) < MAX_CUES:
            self._words(first + index + 1, "\n".join(payload), times)
        elif times:
            self.refuse(first, _("There are more than 10,000 passages."))

    def _example(self) -> str:
        return "00:01:05.000 --> 00:01:09.500" if self.is_vtt else "00:01:05,000 --> 00:01:09,500"

    def _times(self, line: int, text: str) -> tuple[float, float] | None:
        start_text, _arrow, rest = text.partition(_ARROW)
        end_text = rest.strip().split(maxsplit=1)[0] if rest.strip() else ""
        settings = rest.strip()[len(end_text) :]
        start, end = self._moment(start_text.strip()), self._moment(end_text)
        if start is None or end is None or (self.is_vtt and not _SETTINGS.fullmatch(settings)):
            self.refuse(
                line, _("These times cannot be read: write them as in %(example)s.") % {"example": self._example()}
            )
            return None
        if end <= start:
            self.refuse(line, _("The passage ends before it begins."))
            return None
        if start < self.latest:
            self.refuse(line, _("This passage begins before the one above it: put them in order."))
            return None
        self.latest = start
        if self.duration and end > self.duration + TOLERANCE:
            self.refuse(
                line,
                _("This passage goes beyond the end of the recording (%(end)s).") % {"end": timecode(self.duration)},
            )
            return None
        return start, end

    def _moment(self, text: str) -> float | None:
        found = self.time.fullmatch(text)
        if not found:
            return None
        hours, minutes, seconds, fraction = found.groups()
        return round(int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds) + float(f"0.{fraction}"), 3)

    def _words(self, line: int, payload: str, times: tuple[float, float]) -> None:
        if found := _ASS.search(payload):
            self.refuse(line + payload.count("\n", 0, found.start()), _("Marks in curly brackets are not taken."))
            return
        try:
            voices = markup.read(payload)
        except markup.Unreadable as error:
            self.refuse(line + error.offset, str(error))
            return
        if not voices:
            self.refuse(line, _("There are no words under these times."))
        self.cues += [Cue(*times, speaker, runs) for speaker, runs in voices]
