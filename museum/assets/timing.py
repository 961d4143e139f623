"""A transcript that gets its times: lines with a beginning and an end, typed or pressed, become timed text."""

import re
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from museum.assets.models import Recording, RecordingTrack
from museum.assets.timed_text import MAX_BYTES, TOLERANCE, Cue, Run, markup, seconds, timecode

_SPEAKER = re.compile(r"\s*([^:：<>\n]{1,60})\s*[:：]\s+(?=\S)")


@dataclass
class Line:
    """One passage as it was typed, with what is wrong with it."""

    start: str
    end: str
    text: str
    errors: list[str] = field(default_factory=list)


def lines_of(cues: list[Cue]) -> list[Line]:
    """Cues as lines to correct; a speaker stands before a colon."""
    found = []
    for cue in cues:
        speaker = f"{cue.speaker}: " if cue.speaker else ""
        words = "".join(_typed(run) for run in cue.runs)
        found.append(Line(timecode(cue.start, tenths=True), timecode(cue.end, tenths=True), speaker + words))
    return found


def _typed(run: Run) -> str:
    text = run.text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", " ")
    for style in reversed(run.styles):
        text = f"<{style}>{text}</{style}>"
    return f"<lang {run.language}>{text}</lang>" if run.language else text


def lines_from(data) -> list[Line]:
    """The lines that a form sent."""
    triples = zip(data.getlist("start"), data.getlist("end"), data.getlist("text"), strict=False)
    return [Line(start[:20], end[:20], text) for start, end, text in triples if text.strip()]


def cues_of(lines: list[Line], duration: int | None, with_speakers: bool) -> list[Cue]:
    """The cues that ``lines`` make; each line that makes none is told why in its ``errors``."""
    cues, latest = [], 0.0
    for line in lines:
        start, end = seconds(line.start), seconds(line.end)
        if start is None or end is None:
            line.errors.append(_("Press Enter as it begins, or write its times, as in 12:31.5."))
            continue
        if end <= start:
            line.errors.append(_("The passage ends before it begins."))
        if start < latest:
            line.errors.append(_("This passage begins before the one above it: put them in order."))
        if duration and end > duration + TOLERANCE:
            line.errors.append(
                _("This passage goes beyond the end of the recording (%(end)s).") % {"end": timecode(duration)}
            )
        latest = max(latest, start)
        cues += _spoken(line, start, end, with_speakers)
    if sum(len(cue.text.encode()) for cue in cues) > MAX_BYTES // 2 and lines:
        lines[-1].errors.append(_("This is longer than timed text may be."))
    return cues


def _spoken(line: Line, start: float, end: float, with_speakers: bool) -> list[Cue]:
    found = _SPEAKER.match(line.text) if with_speakers else None
    words = line.text[found.end() :] if found else line.text
    try:
        voices = markup.read(" ".join(words.split()))
    except markup.Unreadable as error:
        line.errors.append(str(error))
        return []
    if not voices:
        line.errors.append(_("There are no words under these times."))
    return [Cue(start, end, speaker or (found[1].strip() if found else ""), runs) for speaker, runs in voices]


def kind_for(recording: Recording, language: str) -> str:
    """Captions in the language that is spoken, a translation in any other."""
    is_spoken = language == recording.language or not recording.language
    return RecordingTrack.Kind.CAPTIONS if is_spoken else RecordingTrack.Kind.SUBTITLES


def track_in(recording: Recording, language: str) -> RecordingTrack | None:
    """The timed text that the newest draft has in ``language``."""
    kind = kind_for(recording, language)
    return next((track for track in recording.tracks.all() if (track.kind, track.language) == (kind, language)), None)


def save_draft(recording: Recording, language: str, cues: list[Cue], user) -> None:
    """Keep the cues as a draft track of a new draft of the recording; what visitors read is as it was."""
    tracks = list(recording.tracks.all())
    track = next((t for t in tracks if (t.kind, t.language) == (kind_for(recording, language), language)), None)
    if track is None:
        track = RecordingTrack(kind=kind_for(recording, language), language=language, sort_order=len(tracks))
        tracks.append(track)
    track.replace(cues)
    track.status, track.origin = RecordingTrack.Status.DRAFT, RecordingTrack.Origin.HUMAN
    recording.tracks.set(tracks)
    recording.save_revision(user=user, log_action=True)
