"""The player of a recording in a real browser: it goes to the moment, follows what is heard, and obeys the keyboard."""

import io
import math
from array import array

import av
import pytest
from playwright.sync_api import expect

from museum.assets import sound
from museum.core.folding import fold
from tests.browser.museum_server import ROOT

MINE, ROAD = "/fr/recordings/reading-mine-fr/", "/ar/recordings/reading-road-ar/"
SEEK_ERROR = 0.3


def listen(page, path: str):
    """Open a recording and wait for the player's tools."""
    page.goto(path)
    page.wait_for_selector("div.listen__tools")


def state(page) -> dict:
    return page.evaluate(
        """() => { const audio = document.querySelector("audio"); return {
          time: audio.currentTime, paused: audio.paused, rate: audio.playbackRate,
          now: document.querySelector(".cue--now")?.dataset.start ?? null } }"""
    )


def wait_for_seek(page):
    page.wait_for_function("() => (audio => audio.readyState >= 1 && !audio.seeking)(document.querySelector('audio'))")


@pytest.mark.parametrize("path", [MINE, ROAD])
def test_each_time_leads_to_its_moment_and_the_player_stays_as_it_was(visit, path):
    page = visit(locale=path[1:3])
    listen(page, path)
    times = page.locator(".cue > .cue__time")
    for place in (9, 2, times.count() - 1):
        wanted = float(times.nth(place).get_attribute("data-seek"))
        times.nth(place).click()
        wait_for_seek(page)
        found = state(page)
        assert abs(found["time"] - wanted) <= SEEK_ERROR
        assert found["paused"]
        assert float(found["now"]) == wanted


def test_what_is_sought_while_it_plays_is_heard_from_there(visit):
    page = visit()
    listen(page, MINE)
    page.evaluate("document.querySelector('audio').muted = true; document.querySelector('audio').play()")
    page.wait_for_function("() => document.querySelector('audio').currentTime > 0.2")
    time = page.locator(".cue > .cue__time").nth(6)
    wanted = float(time.get_attribute("data-seek"))
    time.click()
    wait_for_seek(page)
    found = state(page)
    assert not found["paused"]
    assert wanted - SEEK_ERROR <= found["time"] <= wanted + 1.5
    page.wait_for_function(f"() => document.querySelector('audio').currentTime > {wanted + 0.5}")
    assert float(state(page)["now"]) == wanted


#: A sound that says where one is: its pitch rises by a hundred hertz a second, from 300.
LOWEST, RISE, SWEEP_SECONDS = 300, 100, 60


def sweep(suffix: str) -> bytes:
    """A minute of that sound, encoded as ``suffix``."""
    rate = 48000
    container, codec = {".opus": ("ogg", "libopus"), ".m4a": ("ipod", "aac"), ".mp3": ("mp3", "libmp3lame")}[suffix]
    buffer = io.BytesIO()
    with av.open(buffer, "w", format=container) as outgoing:
        stream = outgoing.add_stream(codec, rate=rate)
        stream.layout = "mono"
        fit = av.AudioResampler(
            stream.codec.audio_formats[0].name, "mono", rate, frame_size=stream.codec_context.frame_size or None
        )
        for second in range(SWEEP_SECONDS):
            moments = (second + n / rate for n in range(rate))
            wave = array("h", (round(9000 * math.sin(2 * math.pi * (LOWEST * t + RISE * t * t / 2))) for t in moments))
            frame = av.AudioFrame(format="s16", layout="mono", samples=rate)
            frame.planes[0].update(wave.tobytes().ljust(frame.planes[0].buffer_size, b"\0"))
            frame.sample_rate, frame.pts = rate, second * rate
            for piece in fit.resample(frame):
                outgoing.mux(stream.encode(piece))
        for piece in fit.resample(None):
            outgoing.mux(stream.encode(piece))
        outgoing.mux(stream.encode(None))
    return buffer.getvalue()


@pytest.mark.parametrize("suffix", [".opus", ".m4a", ".mp3"])
@pytest.mark.parametrize("make", ["bare", "without"])
def test_what_is_heard_is_what_the_time_promised(visit, museum_state, suffix, make):
    """The pitch that comes out of the loudspeaker, not only what the player believes."""
    made = io.BytesIO()
    passages = [sound.Passage(50, 52)] if make == "without" else []
    getattr(sound, make)(io.BytesIO(sweep(suffix)), made, f"x{suffix}", *([passages] if passages else []))
    name = f"sweep-{make}{suffix}"
    media = museum_state / "media" / "public" / "recordings"
    (media / name).write_bytes(made.getvalue())
    page = visit()
    listen(page, MINE)
    page.evaluate(
        "name => { const audio = document.querySelector('audio'); audio.src = `/media/recordings/${name}` }", name
    )
    times = page.locator(".cue > .cue__time")
    for place in (4, 1, 3):
        wanted = float(times.nth(place).get_attribute("data-seek"))
        assert wanted < SWEEP_SECONDS - 5
        times.nth(place).click()
        wait_for_seek(page)
        heard, believed = page.evaluate(
            """async ([lowest, rise]) => {
              const audio = document.querySelector("audio");
              const context = (window.ears ??= new AudioContext());
              const analyser = (window.ear ??= context.createAnalyser());
              analyser.fftSize = 8192;
              if (!window.plugged) { context.createMediaElementSource(audio).connect(analyser); window.plugged = true }
              await context.resume();
              const start = audio.currentTime;
              await audio.play();
              await new Promise((done) => {
                const look = () => (audio.currentTime > start + 0.6 ? done() : setTimeout(look, 20));
                look();
              });
              const bins = new Float32Array(analyser.frequencyBinCount);
              analyser.getFloatFrequencyData(bins);
              const believed = audio.currentTime;
              audio.pause();
              const loudest = bins.indexOf(Math.max(...bins));
              const window_ = analyser.fftSize / context.sampleRate;
              return [(loudest * context.sampleRate / analyser.fftSize - lowest) / rise + window_ / 2, believed];
            }""",
            [LOWEST, RISE],
        )
        assert abs(heard - believed) <= SEEK_ERROR, (suffix, wanted, heard, believed)


def test_the_highlight_follows_and_can_be_switched_off(visit):
    page = visit()
    listen(page, MINE)
    page.locator(".cue > .cue__time").nth(3).click()
    wait_for_seek(page)
    assert page.locator(".cue--now[aria-current=true]").count() == 1
    page.get_by_role("checkbox").first.uncheck()
    assert page.locator(".cue--now").count() == 0
    page.locator(".cue > .cue__time").nth(5).click()
    wait_for_seek(page)
    assert page.locator(".cue--now").count() == 0


def test_scrolling_can_be_switched_off(visit):
    page = visit(motion=False)
    listen(page, MINE)
    page.locator("[data-scroll]").uncheck()
    page.evaluate(
        """() => { const audio = document.querySelector("audio"); audio.muted = true; scrollTo(0, 0);
          audio.currentTime = 100; return audio.play() }"""
    )
    page.wait_for_selector(".cue--now")
    page.wait_for_timeout(600)
    assert page.evaluate("scrollY") == 0
    page.locator("[data-scroll]").check()
    page.evaluate("document.querySelector('audio').currentTime = 60")
    page.wait_for_function("() => scrollY > 100")


def test_a_chapter_and_a_link_to_a_passage_lead_to_their_moment(visit):
    page = visit(width=1280)
    listen(page, f"{MINE}?t=21-60")
    page.evaluate("document.querySelector('audio').preload = 'auto'")
    page.wait_for_function("() => document.querySelector('audio').currentTime > 20")
    assert abs(state(page)["time"] - 21) <= SEEK_ERROR
    chapter = page.locator(".listen__parts nav a").nth(2)
    chapter.click()
    wait_for_seek(page)
    assert abs(state(page)["time"] - float(chapter.get_attribute("data-seek"))) <= SEEK_ERROR


def test_the_keyboard_alone_is_enough(visit):
    page = visit()
    listen(page, MINE)
    page.evaluate("document.querySelector('audio').muted = true")
    page.locator(".cue > .cue__time").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    wait_for_seek(page)
    wanted = float(page.locator(".cue > .cue__time").nth(2).get_attribute("data-seek"))
    assert abs(state(page)["time"] - wanted) <= SEEK_ERROR
    page.keyboard.press("l")
    wait_for_seek(page)
    assert abs(state(page)["time"] - wanted - 5) <= SEEK_ERROR
    page.keyboard.press("j")
    wait_for_seek(page)
    assert abs(state(page)["time"] - wanted) <= SEEK_ERROR
    page.keyboard.press("k")
    page.wait_for_function("() => !document.querySelector('audio').paused")
    page.keyboard.press("k")
    page.wait_for_function("() => document.querySelector('audio').paused")
    page.locator("#q").focus()
    page.keyboard.type("kjl")
    assert state(page)["paused"]
    assert page.locator("#q").input_value() == "kjl"


def test_speed_is_chosen(visit):
    page = visit()
    listen(page, MINE)
    for rate in ("0.75", "1.5"):
        page.locator("[data-speed]").select_option(rate)
        assert state(page)["rate"] == float(rate)


def test_search_is_instant_and_agrees_with_the_server(visit):
    page = visit()
    listen(page, MINE)
    for words, path in (("jetons", "?q=jetons"), ("mineurs marocains", "?q=mineurs+marocains")):
        page.locator("#q").fill(words)
        shown = page.locator(".cue:visible").count()
        assert shown == page.locator(".cue--found").count() > 0
        server = visit(javascript=False)
        server.goto(MINE + path)
        assert server.locator(".cue--found").count() == shown
    page.locator("#q").fill("")
    assert page.locator(".cue:visible").count() == page.locator(".cue").count()


SPELLINGS = [
    "Agadír", "ⴰⴳⴰⴷⵉⵔ", "أكادير", "ڭلميم", "Straße Łódź Ødegård", "سنة ١٩٦٣", "مسؤول رأى", "l’été — 1963 : «œuvre»",
    "ⵜⴰⵎⴰⵣⵉⵖⵜ ⴳⵯ", "ⴹⵕⵚⵟⵥⵃ", "إلى آخر هـــذا", "Ɛ Ɣ ʷ", "پاريس ڨرطاج چاي", "ʿAyn ħut þð đ",
]  # fmt: skip


#: Latin with its extensions, Arabic, Tifinagh.
SPELLINGS += [chr(code) for block in ((0x20, 0x250), (0x600, 0x700), (0x2D30, 0x2D80)) for code in range(*block)]


def test_words_are_folded_as_the_server_folds_them(visit):
    page = visit()
    listen(page, MINE)
    folded = page.evaluate(
        """async (words) => { const { fold } = await import("/static/js/components/listen.js"); return words.map(fold) }""",
        SPELLINGS,
    )
    assert folded == [fold(words) for words in SPELLINGS]


def test_a_recording_that_does_not_know_its_length_is_gone_through_by_its_outline(visit):
    page = visit(width=1280)
    listen(page, MINE)
    page.evaluate("Object.defineProperty(document.querySelector('audio'), 'duration', { value: Infinity })")
    box = page.locator(".listen__waveform").bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + 5)
    wait_for_seek(page)
    length = float(page.locator("audio").get_attribute("data-length"))
    assert abs(state(page)["time"] - length / 2) <= 1


def test_the_passage_that_is_heard_is_cited_with_one_press(visit):
    page = visit(motion=False)
    listen(page, MINE)
    page.locator(".cue > .cue__time").nth(3).click()
    wait_for_seek(page)
    page.locator("[data-cite]").click()
    page.wait_for_url("**/fr/recordings/reading-mine-fr/?t=21-37#cite-heading")
    assert page.locator("#citation").text_content().endswith("/fr/recordings/reading-mine-fr/?t=21-37")


def test_a_link_to_the_passage_that_is_heard_is_copied(visit):
    page = visit(permissions=["clipboard-read", "clipboard-write"])
    listen(page, MINE)
    page.locator(".cue > .cue__time").nth(3).click()
    wait_for_seek(page)
    page.locator("[data-link]").click()
    page.wait_for_function("() => document.querySelector('.listen [data-said]').textContent.includes('?t=')")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith("/fr/recordings/reading-mine-fr/?t=21-37")
    page.goto(copied)
    assert page.locator(".listen__passage blockquote").count() == 1


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_without_a_script_everything_is_there(visit, language):
    page = visit(locale=language, javascript=False, motion=False)
    page.goto(f"/{language}/recordings/reading-road-ar/")
    assert page.locator("audio[controls]").is_visible()
    assert page.locator(".cue").count() == 16
    assert page.locator("div.listen__tools").count() == 0
    page.locator("#read").select_option("fr")
    page.locator("#q").fill("couscoussier")
    page.locator(".listen__choice button").click()
    page.wait_for_url("**q=couscoussier**")
    expect(page.locator(".cue--found")).to_have_count(1)
    page.locator(".cue > .cue__time").nth(4).click()
    page.wait_for_url(lambda address: "t=" in address)
    expect(page.locator(".listen__passage")).to_be_visible()


@pytest.mark.parametrize(("language", "width"), [("fr", 390), ("ar", 390), ("ar", 1280)])
def test_two_languages_stand_side_by_side_and_stacked_on_a_telephone(visit, language, width):
    page = visit(locale=language, width=width)
    other = "ar" if language == "fr" else "fr"
    page.goto(f"/{language}/recordings/reading-road-ar/?read=ar&beside={'fr' if other == 'ar' else other}")
    cue = page.locator(".cue").nth(2)
    first, second = (cue.locator(".cue__said").nth(k).bounding_box() for k in (0, 1))
    if width < 768:
        assert second["y"] >= first["y"] + first["height"]
    else:
        assert second["y"] == pytest.approx(first["y"], abs=2)
        assert second["x"] + second["width"] <= first["x"] + 1


def test_parts_of_the_sound_are_asked_for(visit):
    page = visit()
    answers = []
    page.on("response", lambda answer: "/media/recordings/" in answer.url and answers.append(answer.status))
    listen(page, MINE)
    assert answers == []
    page.locator(".cue > .cue__time").nth(8).click()
    wait_for_seek(page)
    assert answers
    assert set(answers) <= {200, 206}
    source = page.evaluate("document.querySelector('audio').currentSrc")
    part = page.request.get(source, headers={"Range": "bytes=100-199"})
    assert part.status == 206
    assert len(part.body()) == 100


def test_a_transcript_is_timed_with_the_keyboard_alone(signed_in):
    page = signed_in(width=1280)
    page.goto("/admin/snippets/assets/recording/")
    page.get_by_role("link", name="La route du retour").first.click()
    page.goto(page.locator("a[href$='/timing/']").first.get_attribute("href") + "?language=es")
    page.wait_for_function("() => document.querySelector('[data-media]').readyState >= 1")
    page.locator("[name=pasted]").focus()
    page.keyboard.insert_text("Primera frase.\n\nVoz: Segunda frase.\nTercera.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.locator("[data-line-row]").count() == 3
    page.evaluate("document.querySelector('[data-media]').muted = true")
    page.locator("[data-begin]").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Space")
    for moment in (1, 2, 3):
        page.wait_for_function(f"() => document.querySelector('[data-media]').currentTime > {moment}")
        page.keyboard.press("Enter")
    page.keyboard.press("Space")
    page.wait_for_function("() => document.querySelector('[data-media]').paused")
    starts = lambda: [field.input_value() for field in page.locator("[data-line-row] [name=start]").all()]  # noqa: E731
    ends = [field.input_value() for field in page.locator("[data-line-row] [name=end]").all()]
    before = starts()
    assert all(0 <= float(start.split(":")[1]) - moment < 0.6 for start, moment in zip(before, (1, 2, 3), strict=True))
    assert ends[:2] == before[1:]
    page.keyboard.press("ArrowRight")
    assert float(starts()[2].split(":")[1]) == pytest.approx(float(before[2].split(":")[1]) + 0.1)
    page.keyboard.press("ArrowLeft")
    assert starts() == before
    page.keyboard.press("i")
    assert page.evaluate("document.activeElement.name") == "text"
    assert page.locator("[data-line-row]").count() == 4
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.hasAttribute('data-board')")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "start"
    page.get_by_role("button", name="Keep as a draft").or_(
        page.locator("form[data-timing-form] button[type=submit]")
    ).first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/recording/edit/**")
    assert page.locator("option[value=es][selected]").count() >= 1


def test_the_player_asks_for_nothing_from_elsewhere():
    text = (ROOT / "static/js/components/listen.js").read_text(encoding="utf-8")
    assert "http" not in text
