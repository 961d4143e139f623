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
