"""An exhibit on a wall: every slide fits its screen, the keys go on and back, nothing plays by itself."""

import pytest

from museum.demo.content import read_folder
from museum.desk.management.commands.setup_museum import SLUGS
from tests.browser.addresses import addresses

SCREENS = [(1920, 1080), (1366, 768), (1280, 720)]
OVERFLOW = """() => [...document.querySelectorAll('.slide')].map((slide) => {
  document.querySelectorAll('.slide').forEach((other) => other.toggleAttribute('data-current', other === slide));
  const over = Math.max(slide.scrollHeight - slide.clientHeight, slide.scrollWidth - slide.clientWidth);
  return over > 2 ? `${slide.id}: ${over}` : '';
}).filter(Boolean)"""


def exhibits(language: str) -> list[str]:
    index = SLUGS[language][1]
    return [f"/{language}/{index}/{row['languages'][language]['slug']}/" for row in read_folder("exhibits")]


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_no_slide_of_any_exhibit_overflows_its_screen(visit, language):
    page = visit(locale=language, width=1280, motion=False)
    found = {}
    for path in exhibits(language):
        page.goto(f"{path}projector/")
        page.wait_for_selector(".projector[data-on]")
        for width, height in SCREENS:
            page.set_viewport_size({"width": width, "height": height})
            if over := page.evaluate(OVERFLOW):
                found[f"{path} {width}"] = over
    assert found == {}


def test_letters_are_large_enough_for_the_last_row(visit):
    page = visit(width=1280, motion=False)
    page.set_viewport_size({"width": 1920, "height": 1080})
    page.goto(f"{addresses('fr')['exhibit']}projector/")
    sizes = page.locator(".slide__text").evaluate_all(
        "texts => texts.map((text) => parseFloat(getComputedStyle(text).fontSize))"
    )
    assert min(sizes) >= 28


@pytest.mark.parametrize(
    ("language", "on", "back"), [("fr", "ArrowRight", "ArrowLeft"), ("ar", "ArrowLeft", "ArrowRight")]
)
def test_the_keys_go_on_and_back_as_one_reads(visit, language, on, back):
    page = visit(locale=language, width=1280, motion=False)
    page.goto(f"{addresses(language)['exhibit']}projector/")
    page.wait_for_selector(".projector[data-on]")
    slides = page.locator(".slide").evaluate_all("slides => slides.map((slide) => slide.id)")
    here = ".slide[data-current]"
    page.keyboard.press(on)
    page.keyboard.press(on)
    assert page.locator(here).get_attribute("id") == slides[2]
    assert page.evaluate("location.hash") == f"#{slides[2]}"
    page.keyboard.press(back)
    assert page.locator(here).get_attribute("id") == slides[1]
    page.keyboard.press("End")
    assert page.locator(here).get_attribute("id") == slides[-1]
    page.keyboard.press(on)
    assert page.locator(here).get_attribute("id") == slides[-1]
    page.keyboard.press("Home")
    assert page.locator(here).get_attribute("id") == slides[0]
    assert slides[0] not in page.locator("[data-says]").text_content()


def test_it_plays_only_when_asked_and_stops(visit):
    page = visit(width=1280, motion=False)
    page.clock.install()
    page.goto(f"{addresses('fr')['exhibit']}projector/")
    page.wait_for_selector(".projector[data-on]")
    here = ".slide[data-current]"
    first = page.locator(here).get_attribute("id")
    page.clock.run_for(120_000)
    assert page.locator(here).get_attribute("id") == first
    page.keyboard.press("p")
    page.clock.run_for(30_000)
    assert page.locator(here).get_attribute("id") == first, "a letter typed outside the bar is not for the slides"
    page.locator("[data-act=play]").focus()
    page.keyboard.press("p")
    page.clock.run_for(21_000)
    second = page.locator(here).get_attribute("id")
    assert second != first
    page.keyboard.press("p")
    page.clock.run_for(120_000)
    assert page.locator(here).get_attribute("id") == second


def test_without_javascript_the_slides_stand_one_below_another(visit):
    page = visit(javascript=False, width=1280)
    page.goto(f"{addresses('fr')['exhibit']}projector/")
    boxes = [slide.bounding_box() for slide in page.locator(".slide").all()]
    assert len(boxes) > 10
    assert all(
        after["y"] >= before["y"] + before["height"] - 1 for before, after in zip(boxes, boxes[1:], strict=False)
    )
