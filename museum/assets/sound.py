"""What is heard in a file: its length and outline, and copies without what devices note in it or without some passages.

FFmpeg's libraries by PyAV (https://pyav.org).
"""

import math
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import BinaryIO

import av
from av.stream import Disposition

#: Containers that may be uploaded, by suffix. Given by name, so that no other demuxer looks at an upload.
_CONTAINERS = {".opus": "ogg", ".ogg": "ogg", ".m4a": "mp4", ".mp4": "mp4", ".webm": "matroska", ".mp3": "mp3"}
_MUXERS = {".opus": "ogg", ".ogg": "ogg", ".m4a": "ipod", ".mp4": "mp4", ".webm": "webm", ".mp3": "mp3"}
_AUDIO_CODECS = {
    ".opus": "libopus",
    ".ogg": "libopus",
    ".m4a": "aac",
    ".mp4": "aac",
    ".webm": "libopus",
    ".mp3": "libmp3lame",
}
_VIDEO_CODECS = {".mp4": "libx264", ".webm": "libvpx"}
#: What browsers in use play of each container (https://developer.mozilla.org/docs/Web/Media/Guides/Formats/Containers).
_PLAYED = {
    "ogg": {"opus", "vorbis", "flac"},
    "mp4": {"aac", "mp3", "opus", "flac", "h264", "av1", "vp9"},
    "matroska": {"opus", "vorbis", "vp8", "vp9", "av1"},
    "mp3": {"mp3"},
}
_BAD = (av.FFmpegError, ValueError, IndexError, TypeError, MemoryError)

BARS = 200
HALF_HEIGHT = 16
TONE_HERTZ, TONE_LEVEL = 440.0, 0.04
_PEAKS_A_SECOND = 20
_OUTLINE_RATE = 8000
_FLOAT = 4
_MISLED_SECONDS = 0.3
#: Luma and chroma of black, as ITU-R BT.601 has them.
_BLACK = (16, 128, 128)


class Unplayable(ValueError):
    """A file in which no sound or film can be read."""


@dataclass(frozen=True)
class Passage:
    """Seconds ``start`` to ``end`` that are kept back; a soft ``tone`` or silence stands in their place."""

    start: float
    end: float
    tone: bool = False


def _open(file, name: str):
    file.seek(0)
    try:
        return av.open(file, format=_CONTAINERS[PurePath(name).suffix.lower()])
    except (*_BAD, KeyError) as error:
        raise Unplayable(name) from error


def duration(file: BinaryIO, name: str) -> float:
    """Seconds that ``file`` lasts; :class:`Unplayable` where nothing in it can be played."""
    stated = _stated(file, name)
    # What an MP3 states is a guess from its first moments unless it has a table of contents.
    return stated if stated and not name.lower().endswith(".mp3") else _counted(file, name)


def misleads(file: BinaryIO, name: str) -> bool:
    """Whether a player would not know how long ``file`` is, and so miss the moments that it is sent to."""
    stated = _stated(file, name)
    return not stated or (name.lower().endswith(".mp3") and abs(stated - _counted(file, name)) > _MISLED_SECONDS)


def _stated(file: BinaryIO, name: str) -> float:
    with _open(file, name) as container:
        if not any(stream.type in ("audio", "video") for stream in container.streams):
            raise Unplayable(name)
        return (container.duration or 0) / av.time_base


def _counted(file: BinaryIO, name: str) -> float:
    with _open(file, name) as container:
        streams = [stream for stream in container.streams if stream.type in ("audio", "video")]
        try:
            ends = (
                float((packet.pts + (packet.duration or 0)) * packet.time_base)
                for packet in container.demux(streams)
                if packet.pts
            )
            return max(ends, default=0.0)
        except _BAD as error:
            raise Unplayable(name) from error


def unplayed_codecs(file: BinaryIO, name: str) -> list[str]:
    """Names of the compressions in ``file`` that many browsers cannot play, such as "hevc"; empty where all is well."""
    played = _PLAYED[_CONTAINERS[PurePath(name).suffix.lower()]]
    with _open(file, name) as container:
        found = [stream.codec.canonical_name for stream in _heard_and_seen(container)]
    return sorted({codec for codec in found if codec not in played})


def _heard_and_seen(container) -> list:
    """The first sound and the first film; a cover picture is neither."""
    films = [stream for stream in container.streams.video if not stream.disposition & Disposition.attached_pic]
    return [*films[:1], *container.streams.audio[:1]]


def peaks(file: BinaryIO, name: str) -> list[float]:
    """The loudest moment (0 to 1) of each of :data:`BARS` equal parts; empty where there is no sound."""
    with _open(file, name) as container:
        if not container.streams.audio:
            return []
        resampler = av.AudioResampler("s16", "mono", _OUTLINE_RATE)
        found: list[int] = []
        rest = array("h")
        window = _OUTLINE_RATE // _PEAKS_A_SECOND
        try:
            for frame in container.decode(container.streams.audio[0]):
                for piece in resampler.resample(frame):
                    rest.frombytes(memoryview(piece.planes[0])[: piece.samples * rest.itemsize])
                whole = len(rest) // window * window
                for start in range(0, whole, window):
                    part = rest[start : start + window]
                    found.append(max(max(part), -min(part)))
                del rest[:whole]
        except _BAD as error:
            raise Unplayable(name) from error
    count = min(BARS, len(found))
    edges = [number * len(found) // count for number in range(count + 1)] if count else []
    return [max(found[start:end]) / 32768 for start, end in zip(edges, edges[1:], strict=False)]


def outline(levels: Sequence[float]) -> str:
    """The peaks as the data of an SVG path in a box of :data:`BARS` by 32, at most 4 KB; blank without peaks."""
    if not levels:
        return ""
    loudest = max(max(levels), 0.05)
    step = BARS / len(levels)
    bars = []
    for number, level in enumerate(levels):
        half = max(1, round(HALF_HEIGHT * level / loudest))
        bars.append(f"M{number * step + step / 2:g} {HALF_HEIGHT - half}v{2 * half}")
    return "".join(bars)


def merged(passages: Sequence[Passage]) -> list[Passage]:
    """The passages in order, those that touch joined; a tone stands where all that were joined ask for one."""
    found: list[Passage] = []
    for passage in sorted(passages, key=lambda passage: passage.start):
        if found and passage.start <= found[-1].end:
            last = found.pop()
            passage = Passage(last.start, max(last.end, passage.end), last.tone and passage.tone)
        found.append(passage)
    return found


def bare(source: BinaryIO, target: BinaryIO, name: str, with_notes: bool = False) -> None:
    """Write ``source`` to ``target`` as it sounds and looks, without what a device or a program noted in it.

    Titles, names, the place of recording, cover pictures, chapters and further streams are left behind; length and index
    are written anew, so that a player knows the one and goes by the other. Nothing is encoded again, unless the packets
    cannot be taken over. ``with_notes`` keeps titles and names. :class:`Unplayable` where nothing can be read.
    """
    suffix = PurePath(name).suffix.lower()
    try:
        with _open(source, name) as incoming, av.open(target, "w", format=_MUXERS[suffix]) as outgoing:
            outgoing.metadata.update(incoming.metadata if with_notes else {})
            streams = {stream.index: outgoing.add_stream_from_template(stream) for stream in _heard_and_seen(incoming)}
            for packet in incoming.demux([incoming.streams[index] for index in streams]):
                if packet.dts is not None:
                    packet.stream = streams[packet.stream.index]
                    outgoing.mux(packet)
    except _BAD:
        target.seek(0)
        target.truncate()
        without(source, target, name, ())


def without(source: BinaryIO, target: BinaryIO, name: str, passages: Sequence[Passage]) -> None:
    """Write ``source`` to ``target``, of the same length and kind, without the sound and pictures of ``passages``.

    Everything is decoded and encoded again; titles, comments, chapters and text inside the file are left behind, so
    that nothing said of the passages remains. ``name`` gives the kind. :class:`Unplayable` where that fails.
    """
    suffix = PurePath(name).suffix.lower()
    passages, turned = merged(passages), _turned(source, name)
    with _open(source, name) as incoming:
        try:
            with av.open(target, "w", format=_MUXERS[suffix]) as outgoing:
                _copy_without(incoming, outgoing, suffix, passages, turned)
        except (*_BAD, KeyError, StopIteration) as error:
            raise Unplayable(name) from error


def _turned(source: BinaryIO, name: str) -> int:
    """Degrees by which players turn the pictures of a film: telephones write upright films lying on their side."""
    with _open(source, name) as container:
        films = [stream for stream in _heard_and_seen(container) if stream.type == "video"]
        try:
            return next((frame.rotation for frame in container.decode(films[0])), 0) if films else 0
        except _BAD as error:
            raise Unplayable(name) from error


def _copy_without(incoming, outgoing, suffix: str, passages: list[Passage], turned: int) -> None:
    streams = {stream.type: stream for stream in _heard_and_seen(incoming)}
    audio = streams.get("audio")
    film = streams.get("video") if suffix in _VIDEO_CODECS else None
    if audio is None and film is None:
        raise Unplayable(suffix)
    writers = {}
    if film is not None:
        writers[film.index] = _FilmWriter(outgoing, film, _VIDEO_CODECS[suffix], passages, turned)
    if audio is not None:
        writers[audio.index] = _SoundWriter(
            outgoing, audio, _AUDIO_CODECS[suffix], passages, audio.bit_rate or incoming.bit_rate or 64_000
        )
    for packet in incoming.demux([stream for stream in (film, audio) if stream is not None]):
        for frame in packet.decode():
            writers[packet.stream.index].take(frame)
    for writer in writers.values():
        writer.finish()


class _SoundWriter:
    def __init__(self, outgoing, source, codec: str, passages: list[Passage], bit_rate: int):
        rate = 48000 if codec == "libopus" else source.rate
        layout = "mono" if source.layout.nb_channels == 1 else "stereo"
        self.outgoing, self.passages, self.rate = outgoing, passages, rate
        self.stream = outgoing.add_stream(codec, rate=rate)
        self.stream.layout = layout
        self.stream.bit_rate = min(64_000 if layout == "mono" else 112_000, max(bit_rate, 24_000))
        self.layout = layout
        self.resampler = av.AudioResampler("fltp", layout, rate)
        kind = self.stream.codec.audio_formats[0].name
        self.to_codec = av.AudioResampler(kind, layout, rate, frame_size=self.stream.codec_context.frame_size or None)
        self.samples: int | None = None

    def take(self, frame) -> None:
        """Silence what is kept back and encode the rest."""
        # A film's sound may begin after its pictures, or pause.
        position = round(max(float(frame.time or 0), 0) * self.rate)
        if self.samples is None or position > self.samples + self.rate // 20:
            self.samples = position
        for piece in self.resampler.resample(frame):
            start, count = self.samples, piece.samples
            planes = [bytearray(memoryview(plane)[: count * _FLOAT]) for plane in piece.planes]
            for passage in self.passages:
                first = max(int(passage.start * self.rate) - start, 0)
                last = min(int(passage.end * self.rate) + 1 - start, count)
                if first < last:
                    instead = self._in_place(passage, start + first, last - first)
                    for plane in planes:
                        plane[first * _FLOAT : last * _FLOAT] = instead
            self.samples += count
            self._encode(planes, start, count)

    def _in_place(self, passage: Passage, first: int, count: int) -> bytes:
        if not passage.tone:
            return bytes(count * _FLOAT)
        step = 2 * math.pi * TONE_HERTZ / self.rate
        return array("f", (TONE_LEVEL * math.sin(step * (first + number)) for number in range(count))).tobytes()

    def _encode(self, planes: list[bytearray], start: int, count: int) -> None:
        clean = av.AudioFrame(format="fltp", layout=self.layout, samples=count)
        for plane, values in zip(clean.planes, planes, strict=True):
            plane.update(bytes(values).ljust(plane.buffer_size, b"\0"))
        clean.sample_rate = self.rate
        clean.pts = start
        for piece in self.to_codec.resample(clean):
            self.outgoing.mux(self.stream.encode(piece))

    def finish(self) -> None:
        """What the encoder still holds."""
        for piece in self.to_codec.resample(None):
            self.outgoing.mux(self.stream.encode(piece))
        self.outgoing.mux(self.stream.encode(None))


class _FilmWriter:
    def __init__(self, outgoing, source, codec: str, passages: list[Passage], turned: int):
        self.outgoing, self.passages = outgoing, passages
        self.stream = outgoing.add_stream(codec, rate=source.average_rate or 25)
        if turned:
            self.stream.set_display_rotation(turned)
        self.stream.width, self.stream.height = source.width - source.width % 2, source.height - source.height % 2
        self.stream.pix_fmt = "yuv420p"
        self.stream.time_base = source.time_base
        self.stream.codec_context.time_base = source.time_base
        self.stream.options = {"crf": "24", "preset": "veryfast"} if codec == "libx264" else {"crf": "18", "b": "1M"}

    def take(self, frame) -> None:
        """Black in place of what is kept back; a frame that reaches into a passage counts as in it."""
        moment = float(frame.time or 0)
        length = float((frame.duration or 0) * frame.time_base) if frame.time_base else 0.0
        picture = frame.reformat(width=self.stream.width, height=self.stream.height, format="yuv420p")
        if any(moment < passage.end and moment + max(length, 0.04) > passage.start for passage in self.passages):
            picture = av.VideoFrame(self.stream.width, self.stream.height, "yuv420p")
            for plane, level in zip(picture.planes, _BLACK, strict=True):
                plane.update(bytes([level]) * plane.buffer_size)
        picture.pts, picture.time_base = frame.pts, frame.time_base
        picture.pict_type = av.video.frame.PictureType.NONE
        self.outgoing.mux(self.stream.encode(picture))

    def finish(self) -> None:
        """What the encoder still holds."""
        self.outgoing.mux(self.stream.encode(None))
