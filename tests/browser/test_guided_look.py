"""A guided look: crops and viewer agree, by keyboard alone, whole without scripts; regions drawn in the admin."""

import io
import re

import pytest
from PIL import Image

from tests.browser.addresses import addresses

OPENED = "() => document.querySelector('.look').viewer?.world.getItemAt(0)"


def look(language: str) -> str:
    return addresses(language)["guided look"]


def enter(page, path: str) -> None:
    page.goto(path)
    button = page.locator(".look [data-enter]")
    button.wait_for(state="visible")
    button.press("Enter")
    page.wait_for_function(OPENED)


def bounds(page) -> list[float]:
    """What the viewer shows, in percent of the image: x, y, width, height."""
    return page.evaluate(
        """() => {
          const { viewport, world } = document.querySelector('.look').viewer;
          const picture = world.getItemAt(0), size = picture.getContentSize();
          const box = picture.viewportToImageRectangle(viewport.getBounds(true));
          return [100 * box.x / size.x, 100 * box.y / size.y, 100 * box.width / size.x, 100 * box.height / size.y];
        }"""
    )


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_the_viewer_shows_the_region_of_each_crop_in_order(visit, language):
    page = visit(motion=False, width=1280, locale=language)
    enter(page, look(language))
    rows = page.locator(".look__step")
    said = rows.locator("[data-said]").all_text_contents()
    assert len(said) > 3
    for number, words in enumerate(said):
        assert page.locator("[data-words]").text_content().strip() == words.strip()
        assert f"{number + 1} / {len(said)}" in page.locator("[data-count]").text_content()
        x, y, width, height = map(float, rows.nth(number).get_attribute("data-region").split(","))
        crop = rows.nth(number).locator("img").get_attribute("src")
        assert [float(part) for part in re.search(r"pct:([\d.,]+)/", crop)[1].split(",")] == [x, y, width, height]
        left, top, wide, high = bounds(page)
        assert abs(left + wide / 2 - x - width / 2) < 0.5
        assert abs(top + high / 2 - y - height / 2) < 0.5
        assert left <= x
        assert top <= y
        assert left + wide >= x + width
        assert top + high >= y + height
        # As near as the window allows: one of the two sides is filled.
        assert wide < width * 1.3 or high < height * 1.3
        if number + 1 < len(said):
            assert page.locator("[data-act=next]").evaluate("button => button === document.activeElement")
            page.keyboard.press("Enter")
    assert page.locator("[data-act=previous]").evaluate("button => button === document.activeElement")
    assert page.url.endswith(f"-{len(said)}")


def test_escape_closes_the_innermost_first(visit):
    page = visit(motion=False)
    enter(page, look("fr"))
    page.locator("[data-act=fill]").press("Enter")
    assert page.locator(".look__view[data-filled]").count() == 1
    page.keyboard.press("Escape")
    assert page.locator(".look__view[data-filled]").count() == 0
    page.keyboard.press("Escape")
    assert page.locator(".look__view").is_hidden()
    assert page.locator(".look [data-enter]").evaluate("button => button === document.activeElement")


def test_a_link_to_a_step_opens_there(visit):
    page = visit(motion=False)
    page.goto(look("fr"))
    step = page.locator(".look__step").nth(2).get_attribute("id")
    enter(page, f"{look('fr')}#{step}")
    assert "3 / " in page.locator("[data-count]").text_content()


def test_where_the_viewer_cannot_be_fetched_the_steps_remain_and_a_sentence_says_so(visit):
    page = visit()
    page.route("**/openseadragon*", lambda route: route.abort())
    page.goto(look("fr"))
    button = page.locator(".look [data-enter]")
    button.wait_for(state="visible")
    button.press("Enter")
    plain = page.locator(".look [data-plain]")
    plain.wait_for(state="visible")
    assert page.locator(".look__view").is_hidden()
    assert page.locator(".look__step").first.is_visible()


def test_without_scripts_every_crop_comes_with_its_words(visit):
    page = visit(javascript=False)
    page.goto(look("ar"))
    rows = page.locator(".look__step")
    for number in range(rows.count()):
        picture = rows.nth(number).locator("img")
        picture.scroll_into_view_if_needed()
        answer = page.request.get(picture.get_attribute("src"))
        assert answer.status == 200
        with Image.open(io.BytesIO(answer.body())) as image:
            assert image.size == (int(picture.get_attribute("width")), int(picture.get_attribute("height")))
        assert rows.nth(number).locator(".look__text").text_content().strip()
    assert page.locator(".look [data-enter]").is_hidden()


def test_a_curator_draws_regions_on_the_picture(signed_in):
    page = signed_in(width=1280)
    page.goto("/admin/snippets/collection/guidedlook/")
    page.locator("table a", has_text="contrat").first.click()
    board = page.locator(".museum-regions")
    board.wait_for()
    frames = board.locator("button:visible")
    before = frames.count()
    assert before > 3
    picture = board.locator("img")
    picture.scroll_into_view_if_needed()
    page.wait_for_function("() => document.querySelector('.museum-regions img').naturalWidth > 0")
    box = picture.bounding_box()

    def drag(x, y, right, bottom):
        page.mouse.move(box["x"] + box["width"] * x, box["y"] + box["height"] * y)
        page.mouse.down()
        page.mouse.move(box["x"] + box["width"] * right, box["y"] + box["height"] * bottom, steps=4)
        page.mouse.up()

    drag(0.2, 0.1, 0.6, 0.3)
    page.wait_for_function(
        f"() => document.querySelectorAll('.museum-regions button:not([hidden])').length === {before + 1}"
    )
    value = lambda name: float(page.locator(f"[name=steps-{before}-value-{name}]").input_value())  # noqa: E731
    for name, wanted in (("x", 20), ("y", 10), ("width", 40), ("height", 20)):
        assert abs(value(name) - wanted) < 1.5, name
    frame = frames.nth(before)
    frame.focus()
    x, width = value("x"), value("width")
    page.keyboard.press("ArrowRight")
    assert value("x") == pytest.approx(x + 1, abs=0.11)
    page.keyboard.press("Shift+ArrowLeft")
    assert value("width") == pytest.approx(width - 1, abs=0.11)
