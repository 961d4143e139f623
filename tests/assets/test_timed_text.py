"""Timed text: what is taken, what is refused and on which line, and that nothing is lost on the way."""

import contextlib

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from museum.assets.timed_text import Cue, Refused, Run, parse, seconds, segments, timecode, write
from museum.core.text import without_controls

HEAD = "WEBVTT\n\n"


def refused(data, name="x.vtt", duration=None) -> list[tuple[int, str]]:
    with override("en"), pytest.raises(Refused) as error:
        parse(data, name, duration)
    return [(problem.line, problem.reason) for problem in error.value.problems]


def test_a_cue_has_its_speaker_its_languages_and_its_styles():
    [cue] = parse(
        HEAD
        + "1\n00:01.000 --> 00:04.500 align:start\n<v.loud Lalla Fatima>On dit <lang ar>سلام</lang> &amp; <i>voilà</i></v>\n"
    )
    assert (cue.start, cue.end, cue.speaker) == (1.0, 4.5, "Lalla Fatima")
    assert cue.runs == (Run("On dit "), Run("سلام", "ar"), Run(" & "), Run("voilà", "", ("i",)))
    assert cue.text == "On dit سلام & voilà"


def test_a_cue_may_be_wholly_in_another_language():
    [cue] = parse(HEAD + "00:01.000 --> 00:02.000\n<lang ary>واخا</lang>\n")
    assert cue.language == "ary"


def test_two_voices_of_one_cue_are_two_cues_of_the_same_time():
    found = parse(HEAD + "00:01.000 --> 00:02.000\n<v A>Oui.\n<v B>Non.\n")
    assert [(cue.start, cue.speaker, cue.text) for cue in found] == [(1.0, "A", "Oui."), (1.0, "B", "Non.")]


def test_notes_classes_and_ruby_are_read_over():
    text = "WEBVTT a title\n\nNOTE nothing\nof this\n\n00:01.000 --> 00:02.000\n<c.yellow>Mot</c> <ruby>ⵜⴰ<rt>ta</rt></ruby>\n"
    assert parse(text)[0].text == "Mot ⵜⴰ (ta)"


def test_a_byte_order_mark_and_windows_line_ends_are_taken():
    assert (
        parse(("\ufeff" + HEAD + "00:01.000 --> 00:02.000\nمرحبا\n").replace("\n", "\r\n").encode())[0].text == "مرحبا"
    )


def test_srt_becomes_webvtt():
    cues = parse("1\n00:00:01,500 --> 00:00:04,000\n<i>Bonjour</i>\n\n2\n0:0:5,0 --> 0:0:6,25\nMonde\n", "x.srt")
    assert write(cues) == (
        "WEBVTT\n\n1\n00:00:01.500 --> 00:00:04.000\n<i>Bonjour</i>\n\n2\n00:00:05.000 --> 00:00:06.250\nMonde\n"
    )


@pytest.mark.parametrize(
    ("body", "line", "word"),
    [
        ("00:01.000 00:02.000\nMot", 3, "times are missing"),
        ("Mot", 3, "times are missing"),
        ("1\n00:01.000 -> 00:02.000\nMot", 3, "times are missing"),
        ("00:01 --> 00:02\nMot", 3, "cannot be read"),
        ("00:99.000 --> 02:00.000\nMot", 3, "cannot be read"),
        ("00:01.000 --> 00:02.000 onclick:x\nMot", 3, "cannot be read"),
        ("00:03.000 --> 00:02.000\nMot", 3, "ends before it begins"),
        ("00:03.000 --> 00:03.000\nMot", 3, "ends before it begins"),
        ("00:05.000 --> 00:06.000\nMot\n\n00:04.000 --> 00:07.000\nMot", 6, "in order"),
        ("00:59.000 --> 01:01.500\nMot", 3, "beyond the end"),
        ("00:01.000 --> 00:02.000", 3, "no words"),
        ("00:01.000 --> 00:02.000\nMot\n00:03.000 --> 00:04.000\nMot", 5, "empty line"),
        ("00:01.000 --> 00:02.000\n<script>alert(1)</script>", 4, "not taken"),
        ("00:01.000 --> 00:02.000\nBon\n<img src=x onerror=alert(1)>", 5, "not taken"),
        ("00:01.000 --> 00:02.000\n<b onclick=x>Mot</b>", 4, "not taken"),
        ("00:01.000 --> 00:02.000\n<font color=red>Mot</font>", 4, "not taken"),
        ("00:01.000 --> 00:02.000\n<00:01.500>Mot", 4, "not taken"),
        ("00:01.000 --> 00:02.000\n<i>Mot", 4, "never closed"),
        ("00:01.000 --> 00:02.000\nMot</i>", 4, "not opened"),
        ("00:01.000 --> 00:02.000\n<v>Mot", 4, "needs the name"),
        ("00:01.000 --> 00:02.000\n<lang >Mot</lang>", 4, "needs a language"),
        ("00:01.000 --> 00:02.000\n5 < 6", 4, "stands alone"),
        ("STYLE\n::cue { background: url(//evil) }\n\n00:01.000 --> 00:02.000\nMot", 3, "Styles"),
        ("", 1, "not one passage"),
    ],
)
def test_a_wrong_line_is_named_with_its_reason(body, line, word):
    found = refused(HEAD + body + "\n", duration=60)
    assert found[0][0] == line
    assert word in found[0][1]


def test_every_wrong_line_is_named_and_twenty_are_shown():
    body = "\n\n".join(f"00:{n:02}.000 --> 00:{n - 1:02}.000\nMot" for n in range(1, 31))
    with override("en"), pytest.raises(Refused) as error:
        parse(HEAD + body)
    with override("en"):
        said = error.value.messages()
    assert len(error.value.problems) == 30
    assert len(said) == 21
    assert said[0] == "Line 3: The passage ends before it begins."
    assert "10" in said[-1]


@pytest.mark.parametrize(
    ("data", "name", "word"),
    [
        (b"", "x.vtt", "WEBVTT"),
        (b"1\n00:00 --> 00:01", "x.vtt", "WEBVTT"),
        ("WEBVTT".encode("utf-16"), "x.vtt", "UTF-8"),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\nété\n".encode("cp1252"), "x.vtt", "UTF-8"),
        (HEAD.encode() + b"00:01.000 --> 00:02.000\na\0b\n", "x.vtt", "not a text file"),
        (b"WEBVTT\n" + b"x" * 1024 * 1024, "x.vtt", "1 MB"),
        (b"<script>", "x.srt", "times are missing"),
        ("1\n00:00:01,000 --> 00:00:02,000\n{\\an8}Mot\n", "x.srt", "curly"),
    ],
)
def test_what_is_no_timed_text_is_refused(data, name, word):
    assert word in refused(data, name)[0][1]


def test_the_line_of_a_byte_that_is_not_utf8_is_named():
    assert refused(HEAD.encode() + b"00:01.000 --> 00:02.000\n\xe9t\xe9\n")[0][0] == 4


@pytest.mark.parametrize(
    ("text", "value"),
    [("751", 751), ("12:31", 751), ("1:02:03.5", 3723.5), ("12:31,5", 751.5), ("", None), ("x", None), ("1:60", None), ("-1", None), ("1e9", None), ("٧", None)],
)  # fmt: skip
def test_moments_are_read_as_people_write_them(text, value):
    assert seconds(text) == value


def test_moments_are_written_as_people_write_them():
    assert [timecode(751), timecode(3723.4), timecode(59.96, tenths=True)] == ["12:31", "1:02:03", "1:00.0"]


def test_an_index_has_title_synopsis_and_keywords():
    [segment] = segments(
        parse(HEAD + "00:01.000 --> 00:09.000\nLe départ\nUn quai,\nune valise.\n# gare, valise; 1963\n")
    )
    assert (segment.title, segment.synopsis) == ("Le départ", "Un quai, une valise.")
    assert segment.keywords == ("gare", "valise", "1963")


words = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs")), min_size=1, max_size=40).filter(
    lambda text: without_controls(text) == text and text.strip() == text and text.strip()
)
languages = st.sampled_from(["", "ar", "ary-Latn", "zgh"])
styles = st.sampled_from([(), ("i",), ("b", "u"), ("i", "b", "u")])
runs = st.lists(st.builds(Run, words, languages, styles), min_size=1, max_size=4).map(
    lambda found: tuple(run for k, run in enumerate(found) if not k or (run.language, run.styles) != (found[k - 1].language, found[k - 1].styles))
)  # fmt: skip


@given(
    st.lists(
        st.tuples(st.integers(1, 9000), runs, st.sampled_from(["", "Lalla Fatima", "A & <B>", "رحمة"])),
        min_size=1,
        max_size=6,
    )
)
def test_what_is_written_is_read_again(parts):
    start, cues = 0.0, []
    for length, spoken, speaker in parts:
        merged = _as_read(spoken)
        cues.append(Cue(start, round(start + length / 1000, 3), speaker, merged))
        start = cues[-1].end
    assert parse(write(cues)) == cues


def _as_read(spoken):
    """Neighbours of one kind stand as one run in what is read."""
    found = []
    for run in spoken:
        if found and (found[-1].language, found[-1].styles) == (run.language, run.styles):
            found[-1] = Run(found[-1].text + run.text, run.language, run.styles)
        else:
            found.append(run)
    return tuple(found)


@given(st.binary(max_size=400))
def test_no_bytes_do_more_than_be_refused(data):
    for name in ("x.vtt", "x.srt"):
        for prefix in (b"", HEAD.encode(), HEAD.encode() + b"00:01.000 --> 00:02.000\n"):
            with contextlib.suppress(Refused):
                parse(prefix + data, name, 60)
