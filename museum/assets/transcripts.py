"""What the page of a recording shows: the transcript in one language or two, a passage, what was searched for.

Everything here is built from what is public: reviewed text without the passages kept back.
"""

from dataclasses import dataclass, field

from django.utils.html import format_html, format_html_join
from django.utils.http import urlencode
from django.utils.safestring import SafeString

from museum.assets.models import Recording, RecordingTrack
from museum.assets.timed_text import Cue, seconds, timecode, write
from museum.core.folding import fold
from museum.core.languages import best, current_language, direction
from museum.core.text import asked

TRANSCRIPT = ("captions", "subtitles")
QUOTED = 280
FOUND_SHOWN = 50


def plain(moment: float) -> str:
    """Seconds as they stand in an address: 751, 751.25."""
    return f"{round(moment, 3):.10g}"


@dataclass
class Voice:
    """One cue in one language, ready for a template."""

    speaker: str
    words: SafeString
    language: str
    folded: str
    text: str

    @classmethod
    def of(cls, cue: Cue, language: str) -> "Voice":
        """A cue; the track's ``language`` holds where the cue has none of its own."""
        language = cue.language or language
        words = format_html_join("", "{}", ((_marked(run, language),) for run in cue.runs))
        return cls(cue.speaker, words, language, fold(f"{cue.speaker} {cue.text}"), cue.text)

    @property
    def direction(self) -> str:
        return direction(self.language)


def _marked(run, language: str) -> SafeString:
    """A run as HTML, marked with its style, and with its language where that is not the cue's."""
    words = format_html("{}", run.text)
    for style in reversed(run.styles):
        words = format_html("<{0}>{1}</{0}>", style, words)
    if run.language and run.language != language:
        words = format_html('<span lang="{}" dir="{}">{}</span>', run.language, direction(run.language), words)
    return words


@dataclass
class Row:
    """A moment of the transcript: what is said, and beside it the same in the other language. ``gap``: kept back."""

    start: float
    end: float
    anchor: str = ""
    voices: list[Voice] = field(default_factory=list)
    beside: list[Voice] = field(default_factory=list)
    gap: bool = False
    is_found: bool = False
    is_chosen: bool = False

    @property
    def moment(self) -> str:
        """When, as people write it."""
        return timecode(self.start)

    @property
    def query(self) -> str:
        """The moment as it stands in an address."""
        return plain(self.start)

    @property
    def until(self) -> str:
        """The end for scripts, whatever the reader's decimal mark."""
        return plain(self.end)

    @property
    def text(self) -> str:
        """What is said, in one line."""
        return " ".join(voice.text for voice in self.voices)

    @property
    def spoken(self) -> list[Voice]:
        """Everything said in this row, the other language after the first."""
        return [*self.voices, *self.beside]

    @property
    def folded(self) -> str:
        return " ".join(voice.folded for voice in self.spoken)


@dataclass
class Asked:
    """A passage that a reader's address names (``?t=751-803``)."""

    start: float
    end: float | None
    rows: list[Row]

    @property
    def query(self) -> str:
        """As it stands in an address."""
        return plain(self.start) if self.end is None else f"{plain(self.start)}-{plain(self.end)}"

    @property
    def fragment(self) -> str:
        """As a media fragment (https://www.w3.org/TR/media-frags/), for a player without our script."""
        return f"t={self.query.replace('-', ',')}"

    @property
    def moments(self) -> str:
        """When, as people write it."""
        return timecode(self.start) if self.end is None else f"{timecode(self.start)}–{timecode(self.end)}"

    @property
    def quotation(self) -> str:
        """What is said in it, in the reader's language where it is shown in that, cut at a word."""
        spoken = [voice for row in self.rows for voice in row.spoken]
        own = [voice.text for voice in spoken if voice.language == current_language()]
        text = " ".join(own or [row.text for row in self.rows if not row.gap])
        return text if len(text) <= QUOTED else f"{text[:QUOTED].rsplit(maxsplit=1)[0]}…"


def rows_of(track: RecordingTrack, beside: RecordingTrack | None, passages) -> list[Row]:
    """The transcript in order: cues that begin together share a row, with what the other language says meanwhile."""
    rows: list[Row] = []
    for cue in track.public_cues(passages):
        if rows and rows[-1].start == cue.start:
            rows[-1].voices.append(Voice.of(cue, track.language))
            rows[-1].end = max(rows[-1].end, cue.end)
        else:
            rows.append(Row(cue.start, cue.end, voices=[Voice.of(cue, track.language)]))
    if beside and rows:
        _set_beside(rows, beside, passages)
    rows += [Row(passage.start, passage.end, gap=True) for passage in passages]
    rows.sort(key=lambda row: (row.start, row.gap))
    taken: dict[str, int] = {}
    for row in rows:
        name = f"t{int(row.start)}"
        taken[name] = taken.get(name, 0) + 1
        row.anchor = name if taken[name] == 1 else f"{name}-{taken[name]}"
    return rows


def _set_beside(rows: list[Row], beside: RecordingTrack, passages) -> None:
    """Each cue of the other language stands beside the row that covers most of it, or else the nearest."""
    at = 0
    for cue in beside.public_cues(passages):
        while at + 1 < len(rows) and _fits(rows[at + 1], cue) > _fits(rows[at], cue):
            at += 1
        rows[at].beside.append(Voice.of(cue, beside.language))


def _fits(row: Row, cue: Cue) -> float:
    """Seconds that a row and a cue share; less than nothing by how far they are apart."""
    return min(row.end, cue.end) - max(row.start, cue.start)


def page_context(recording: Recording, request) -> dict:
    """What the template ``assets/recording.html`` is given, after the reader's ``read``, ``beside``, ``q`` and ``t``."""
    tracks = recording.public_tracks(*TRANSCRIPT)
    original = next((track for track in tracks if track.kind == RecordingTrack.Kind.CAPTIONS), None)
    read = _chosen(tracks, asked(request.GET, "read", 12)) or original or best(tracks)
    others = [track for track in tracks if read and track.language != read.language]
    wish = asked(request.GET, "beside", 12)
    beside = None if wish == "none" else _chosen(others, wish) or _readers(others, read)
    rows = rows_of(read, beside, recording.passages) if read else []
    query = asked(request.GET, "q")
    passage, unknown = _passage(recording, rows, asked(request.GET, "t", 40))
    text = recording.text_in()
    found = _found(rows, query)
    kept = {name: value for name in ("read", "beside") if (value := asked(request.GET, name, 12))}
    return {
        "recording": recording,
        "record": recording,
        "text": text,
        "tracks": tracks,
        "transcript_languages": _one_a_language(tracks),
        "read": read,
        "beside": beside,
        "others": _one_a_language(others),
        "rows": rows,
        "kept": f"{urlencode(kept)}&" if kept else "",
        "query": query,
        "found": found[:FOUND_SHOWN],
        "found_count": len(found),
        "passage": passage,
        "unknown_moment": unknown,
        "chapters": _segments(recording, "chapters"),
        "index": _segments(recording, "index"),
        "machine_made": [track for track in (read, beside) if track and track.is_machine_made],
        "card_description": _card(recording, passage, text),
        "card_query": f"?t={passage.query}" if passage else "",
        "permanent_url": request.build_absolute_uri(recording.get_absolute_url()),
    }


def _chosen(tracks, language: str):
    return next((track for track in tracks if track.language == language), None)


def _readers(others, read):
    """The reader's own language beside an original in another."""
    return None if read is None or read.language == current_language() else _chosen(others, current_language())


def _one_a_language(tracks) -> list:
    return list({track.language: track for track in reversed(tracks)}.values())[::-1]


def _segments(recording, kind: str):
    """Chapters or index in the language that serves the reader best: ``{language, items}``, or ``None``."""
    track = best(recording.public_tracks(kind))
    items = track.public_segments(recording.passages) if track else []
    shown = [{"moment": timecode(item.start), "query": plain(item.start), "segment": item} for item in items]
    return {"language": track.language, "items": shown, "track": track} if shown else None


def _found(rows: list[Row], query: str) -> list[Row]:
    words = fold(query).split()
    if not words:
        return []
    for row in rows:
        row.is_found = not row.gap and all(word in row.folded for word in words)
    return [row for row in rows if row.is_found]


def _passage(recording, rows: list[Row], text: str) -> tuple[Asked | None, str]:
    """The passage that the address names, and the text of an address that names none."""
    if not text:
        return None, ""
    first, dash, last = text.partition("-")
    start, end = seconds(first), seconds(last) if dash else None
    is_over = start is not None and recording.duration and start >= recording.duration
    if start is None or is_over or (dash and (end is None or end <= start)):
        return None, text
    if end is not None and recording.duration:
        end = min(end, float(recording.duration))
    until = end if end is not None else start + 0.001
    chosen = [row for row in rows if row.start < until and row.end > start]
    if not chosen and end is None:
        chosen = [row for row in rows if row.start >= start][:1]
    for row in chosen:
        row.is_chosen = True
    return Asked(start, end, chosen), ""


def _card(recording, passage: Asked | None, text) -> str:
    """What a shared link says: the passage in quotation marks, with who says it."""
    if not passage or not passage.quotation:
        return ""
    quoted = f"« {passage.quotation} »" if current_language() != "en" else f"“{passage.quotation}”"
    who = (text.narrator if text else "") or next((v.speaker for r in passage.rows for v in r.voices if v.speaker), "")
    return f"{quoted} {who}, {passage.moments}" if who else f"{quoted} {passage.moments}"


def citation_of(recording: Recording, text, passage: Asked | None, address: str) -> SafeString:
    """How to cite a recording or a passage of it: narrator's chosen name, title, date, museum, time, address.

    Each part is isolated, so that names and addresses keep their order in a line of another direction.
    """
    title = text.title if text else recording.slug
    quoted = f"“{title}”" if current_language() == "en" else f"« {title} »"
    parts = [text.narrator if text else "", quoted, recording.recorded_phrase, "Rihla"]
    if passage:
        parts.append(passage.moments)
        address = f"{address}?t={passage.query}"
    shown = format_html_join(", ", "<bdi>{}</bdi>", ((part,) for part in parts if part))
    return format_html('{}, <span class="ltr">{}</span>', shown, address)


def as_webvtt(track: RecordingTrack, passages) -> str:
    """The public text of a track as a WebVTT file; an index has its segments as it was written."""
    return write(track.public_cues(passages))
