"""What is heard in a file: how long it is, its outline, and the same without some passages. FFmpeg's libraries by PyAV."""

import math
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import BinaryIO

import av

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
_BAD = (av.FFmpegError, ValueError, IndexError, TypeError, MemoryError)

BARS = 200
HALF_HEIGHT = 16
TONE_HERTZ, TONE_LEVEL = 440.0, 0.04
_PEAKS_A_SECOND = 20
_OUTLINE_RATE = 8000
_FLOAT = 4
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
    with _open(file, name) as container:
        streams = [stream for stream in container.streams if stream.type in ("audio", "video")]
        if not streams:
            raise Unplayable(name)
        if container.duration:
            return container.duration / av.time_base
        try:
            return max(
                (
                    float((packet.pts + (packet.duration or 0)) * packet.time_base)
                    for packet in container.demux(streams)
                    if packet.pts
                ),
                default=0.0,
            )
        except _BAD as error:
            raise Unplayable(name) from error


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


def without(source: BinaryIO, target: BinaryIO, name: str, passages: Sequence[Passage]) -> None:
    """Write ``source`` to ``target``, of the same length and kind, without the sound and pictures of ``passages``.

    Everything is decoded and encoded again; titles, comments, chapters and text inside the file are left behind, so
    that nothing said of the passages remains. ``name`` gives the kind. :class:`Unplayable` where that fails.
    """
    suffix = PurePath(name).suffix.lower()
    passages = merged(passages)
    with _open(source, name) as incoming:
        try:
            with av.open(target, "w", format=_MUXERS[suffix]) as outgoing:
                _copy_without(incoming, outgoing, suffix, passages)
        except (*_BAD, KeyError, StopIteration) as error:
            raise Unplayable(name) from error


def _copy_without(incoming, outgoing, suffix: str, passages: list[Passage]) -> None:
    audio = next(iter(incoming.streams.audio), None)
    film = next(iter(incoming.streams.video), None) if suffix in _VIDEO_CODECS else None
    if audio is None and film is None:
        raise Unplayable(suffix)
    writers = {}
    if film is not None:
        writers[film.index] = _FilmWriter(outgoing, film, _VIDEO_CODECS[suffix], passages)
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
    def __init__(self, outgoing, source, codec: str, passages: list[Passage]):
        self.outgoing, self.passages = outgoing, passages
        self.stream = outgoing.add_stream(codec, rate=source.average_rate or 25)
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
