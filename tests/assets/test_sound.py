"""Sound and film: their length, their outline, and that what is kept back is not in the file."""

import contextlib
import io

import av
import pytest

from museum.assets import sound
from museum.assets.sound import Passage
from tests import builders

KINDS = [(".opus", False), (".m4a", False), (".mp3", False), (".mp4", True), (".webm", True)]


def redacted(suffix, film, *passages):
    source = io.BytesIO(builders.sound_bytes(suffix, 6.0, film))
    target = io.BytesIO()
    sound.without(source, target, f"x{suffix}", passages)
    return target


def levels(file, suffix) -> list[float]:
    """The loudest moment of each tenth of a second."""
    found = sound.peaks(file, f"x{suffix}")
    length = sound.duration(file, f"x{suffix}")
    return [
        max(found[int(k * len(found) / length / 10) : int((k + 1) * len(found) / length / 10) + 1]) for k in range(58)
    ]


@pytest.mark.parametrize(("suffix", "film"), KINDS)
def test_length_and_outline(suffix, film):
    file = io.BytesIO(builders.sound_bytes(suffix, 6.0, film))
    assert sound.duration(file, f"x{suffix}") == pytest.approx(6.0, abs=0.15)
    peaks = sound.peaks(file, f"x{suffix}")
    assert 60 <= len(peaks) <= sound.BARS
    assert max(peaks) == pytest.approx(12000 / 32768, abs=0.2)
    assert 0 < len(sound.outline(peaks)) <= 4096


def test_the_outline_of_the_longest_recording_is_small():
    assert len(sound.outline([k % 17 / 17 for k in range(sound.BARS)])) <= 4096
    assert sound.outline([]) == ""
    assert "nan" not in sound.outline([0.0] * 200)


@pytest.mark.parametrize(("suffix", "film"), KINDS)
def test_a_passage_kept_back_is_silent_and_the_rest_is_not(suffix, film):
    file = redacted(suffix, film, Passage(2.0, 4.0))
    assert sound.duration(file, f"x{suffix}") == pytest.approx(6.0, abs=0.2)
    heard = levels(file, suffix)
    assert max(heard[21:38]) < 0.01
    assert min(heard[2:18]) > 0.2
    assert min(heard[43:56]) > 0.2


def test_a_soft_tone_stands_in_its_place():
    heard = levels(redacted(".opus", False, Passage(2.0, 4.0, tone=True)), ".opus")
    assert 0.01 < min(heard[22:37])
    assert max(heard[22:37]) < 0.1


@pytest.mark.parametrize("suffix", [".mp4", ".webm"])
def test_the_pictures_of_a_passage_are_black(suffix):
    file = redacted(suffix, True, Passage(2.0, 4.0))
    file.seek(0)
    brightness = {}
    with av.open(file) as container:
        for frame in container.decode(container.streams.video[0]):
            brightness[round(frame.time, 1)] = bytes(frame.reformat(format="gray").planes[0])[0]
    assert all(value < 24 for moment, value in brightness.items() if 2.0 <= moment < 4.0)
    assert all(value > 200 for moment, value in brightness.items() if moment < 1.8 or moment > 4.2)
    assert len(brightness) == pytest.approx(60, abs=2)


def test_titles_inside_a_file_are_left_behind():
    source, target = io.BytesIO(), io.BytesIO()
    with av.open(source, "w", format="ogg") as outgoing:
        outgoing.metadata["title"] = "Zarqaoui"
        stream = outgoing.add_stream("libopus", rate=48000, layout="mono")
        frame = av.AudioFrame(format="s16", layout="mono", samples=960)
        frame.sample_rate, frame.pts = 48000, 0
        outgoing.mux(stream.encode(frame))
        outgoing.mux(stream.encode(None))
    sound.without(source, target, "x.opus", [Passage(0, 0.01)])
    assert b"Zarqaoui" not in target.getvalue()


def test_passages_that_touch_are_one():
    found = sound.merged([Passage(5, 8), Passage(1, 3, True), Passage(2, 5, True)])
    assert found == [Passage(1, 8, False)]


@pytest.mark.parametrize("data", [b"", b"OggS", b"OggS" + bytes(400), b"#EXTM3U\n/etc/passwd\n", b"\0" * 5000])
@pytest.mark.parametrize("suffix", [".opus", ".m4a", ".mp3", ".webm"])
def test_a_file_that_is_none_is_said_to_be_none(data, suffix):
    for look in (sound.duration, sound.peaks):
        with contextlib.suppress(sound.Unplayable):
            assert look(io.BytesIO(data), f"x{suffix}") in (0, 0.0, [])
    with pytest.raises(sound.Unplayable):
        sound.without(io.BytesIO(data), io.BytesIO(), f"x{suffix}", [Passage(0, 1)])


def test_a_file_that_breaks_off_is_no_error():
    whole = builders.sound_bytes(".opus", 6.0)
    assert sound.duration(io.BytesIO(whole[: len(whole) // 2]), "x.opus") > 0


def remade(data: bytes, container: str, notes=None, turned=0, options=None, target=None) -> bytes:
    """The same packets in a new file, with ``notes`` such as a telephone or a program leaves in it."""
    target = target or io.BytesIO()
    with (
        av.open(io.BytesIO(data)) as incoming,
        av.open(target, "w", format=container, options=options or {}) as outgoing,
    ):
        outgoing.metadata.update(notes or {})
        streams = {stream.index: outgoing.add_stream_from_template(stream) for stream in incoming.streams}
        for stream in streams.values():
            stream.metadata.update({"title": "Zarqaoui"} if notes else {})
            if turned and stream.type == "video":
                stream.set_display_rotation(turned)
        for packet in incoming.demux(list(incoming.streams)):
            if packet.dts is not None:
                packet.stream = streams[packet.stream.index]
                outgoing.mux(packet)
    return target.getvalue()


NOTES = {"title": "Zarqaoui", "artist": "Zarqaoui", "comment": "Zarqaoui", "location": "+33.5731-007.5898/"}


@pytest.mark.parametrize(("suffix", "film"), KINDS)
def test_what_a_device_noted_in_a_file_is_left_behind_and_the_sound_is_the_same(suffix, film):
    told = remade(builders.sound_bytes(suffix, 6.0, film), sound._MUXERS[suffix], NOTES)
    assert b"Zarqaoui" in told
    target = io.BytesIO()
    sound.bare(io.BytesIO(told), target, f"x{suffix}")
    for mark in (b"Zarqaoui", b"33.57"):
        assert mark not in target.getvalue()
    assert sound.peaks(target, f"x{suffix}") == sound.peaks(io.BytesIO(told), f"x{suffix}")
    assert len(target.getvalue()) < len(told) + 500


class _Pipe(io.RawIOBase):
    """What a recorder writes to that cannot go back."""

    def __init__(self):
        self.data = bytearray()

    def writable(self):
        return True

    def write(self, data):
        self.data += bytes(data)
        return len(data)

    def getvalue(self):
        return bytes(self.data)


def test_a_recording_made_in_a_browser_gets_its_length():
    live = remade(builders.sound_bytes(".webm", 3.0, True), "webm", options={"live": "1"}, target=_Pipe())
    with av.open(io.BytesIO(live)) as container:
        assert container.duration is None
    target = io.BytesIO()
    sound.bare(io.BytesIO(live), target, "x.webm")
    target.seek(0)
    with av.open(target) as container:
        assert container.duration / av.time_base == pytest.approx(3.0, abs=0.1)


def without_contents(seconds: int) -> bytes:
    """An MP3 that states no length and whose bit rate changes after a third of it: what it begins with deceives."""
    return b"".join(_mp3(length, rate) for length, rate in ((seconds // 3, 32_000), (seconds - seconds // 3, 192_000)))


def _mp3(seconds: int, bit_rate: int) -> bytes:
    file = io.BytesIO()
    with av.open(file, "w", format="mp3", options={"write_xing": "0", "id3v2_version": "0"}) as outgoing:
        stream = outgoing.add_stream("libmp3lame", rate=48000)
        stream.layout, stream.bit_rate = "mono", bit_rate
        fit = av.AudioResampler(stream.codec.audio_formats[0].name, "mono", 48000, frame_size=1152)
        for second in range(seconds):
            frame = av.AudioFrame(format="s16", layout="mono", samples=48000)
            frame.planes[0].update(bytes(frame.planes[0].buffer_size))
            frame.sample_rate, frame.pts = 48000, second * 48000
            for piece in fit.resample(frame):
                outgoing.mux(stream.encode(piece))
        outgoing.mux(stream.encode(None))
    return file.getvalue()


def test_an_mp3_that_states_no_length_is_counted_and_gets_one():
    told, target = io.BytesIO(without_contents(9)), io.BytesIO()
    assert sound.misleads(told, "x.mp3")
    assert sound.duration(told, "x.mp3") == pytest.approx(9, abs=0.1)
    sound.bare(told, target, "x.mp3")
    assert not sound.misleads(target, "x.mp3")
    for suffix, film in KINDS:
        assert not sound.misleads(io.BytesIO(builders.sound_bytes(suffix, 3.0, film)), f"x{suffix}")


@pytest.mark.parametrize("suffix", [".mp4", ".webm"])
def test_an_upright_film_stays_upright_with_a_passage_kept_back(suffix):
    told = remade(builders.sound_bytes(suffix, 3.0, True), sound._MUXERS[suffix], turned=90)
    for make in (sound.bare, lambda *file: sound.without(*file, [Passage(1, 2)])):
        target = io.BytesIO()
        make(io.BytesIO(told), target, f"x{suffix}")
        target.seek(0)
        with av.open(target) as container:
            assert next(container.decode(video=0)).rotation == 90


def test_packets_that_cannot_be_taken_over_are_encoded_anew(monkeypatch):
    def refuse(*args, **kwargs):
        raise ValueError("no such packets here")

    monkeypatch.setattr(av.container.OutputContainer, "add_stream_from_template", refuse, raising=False)
    target = io.BytesIO()
    try:
        sound.bare(io.BytesIO(builders.sound_bytes(".opus", 3.0)), target, "x.opus")
    finally:
        monkeypatch.undo()
    assert sound.duration(target, "x.opus") == pytest.approx(3.0, abs=0.1)


def test_what_many_browsers_cannot_play_is_named():
    file = io.BytesIO()
    with av.open(file, "w", format="mp4") as outgoing:
        stream = outgoing.add_stream("mpeg4", rate=10)
        stream.width = stream.height = 64
        stream.pix_fmt = "yuv420p"
        for number in range(5):
            frame = av.VideoFrame(64, 64, "yuv420p")
            frame.pts = number
            outgoing.mux(stream.encode(frame))
        outgoing.mux(stream.encode(None))
    assert sound.unplayed_codecs(file, "x.mp4") == ["mpeg4"]
    for suffix, film in KINDS:
        assert sound.unplayed_codecs(io.BytesIO(builders.sound_bytes(suffix, 1.0, film)), f"x{suffix}") == []
