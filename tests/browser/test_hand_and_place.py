"""An object in the hand and a place to stand in: fetched at a press, by keyboard, still when nothing moves, gone when left."""

import re

import pytest

from tests.browser.addresses import addresses
from tests.browser.museum_server import read

KINDS = {"object": ".object-viewer", "panorama": ".panorama-stage"}
SETTLED = """async (selector) => {
  const stage = document.querySelector(selector).stage;
  for (let before = -1; before !== stage.frames; ) {
    before = stage.frames;
    await new Promise((resolve) => setTimeout(resolve, 700));
  }
}"""


def address_of(kind: str, museum: str, language: str = "fr") -> str:
    if kind == "panorama":
        return addresses(language)["panorama"]
    path = addresses(language)["artefact"]
    assert "object-viewer" in read(museum + path)
    return path


def press(page, selector: str) -> None:
    button = page.locator(f"{selector} [data-enter]")
    button.wait_for(state="visible")
    button.press("Enter")
    page.wait_for_function(f"() => document.querySelector('{selector}').stage?.frames > 0")


def says(page, selector: str) -> str:
    return page.locator(f"{selector} [data-says]").text_content()


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_fetched_before_the_press(visit, museum, kind):
    page = visit()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address_of(kind, museum))
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if re.search(r"three|\.glb|width-2048|width-4096|/js/engine/stage", url)]
    press(page, KINDS[kind])
    assert [url for url in asked if "three" in url]


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_drawn_while_nothing_moves_and_a_move_is_a_cut_for_calm(visit, museum, kind):
    page, selector = visit(motion=False, width=1280), KINDS[kind]
    page.goto(address_of(kind, museum))
    press(page, selector)
    page.evaluate(SETTLED, selector)
    frames = f"document.querySelector('{selector}').stage.frames"
    before = page.evaluate(frames)
    page.wait_for_timeout(2000)
    assert page.evaluate(frames) == before
    page.locator(f"{selector} [data-look=back], {selector} [data-act=next]").first.press("Enter")
    page.wait_for_timeout(1000)
    assert 1 <= page.evaluate(frames) - before <= 2


@pytest.mark.parametrize("kind", KINDS)
def test_leaving_gives_everything_back_ten_times(visit, museum, kind):
    page, selector = visit(motion=False, width=1280), KINDS[kind]
    page.goto(address_of(kind, museum))
    most = []
    for _time in range(10):
        press(page, selector)
        page.evaluate(SETTLED, selector)
        stage = page.evaluate_handle(f"document.querySelector('{selector}').stage")
        most.append(stage.evaluate("stage => [stage.counts.textures, stage.counts.geometries]"))
        page.keyboard.press("Escape")
        assert stage.evaluate("stage => [stage.counts.textures, stage.counts.geometries]") == [0, 0]
        assert page.locator("canvas").count() == 0
    assert most[-1] == most[0]
    assert most[0][0] >= 1


@pytest.mark.parametrize("kind", KINDS)
def test_a_lost_context_leads_back_with_a_sentence(visit, museum, kind):
    page, selector = visit(motion=False), KINDS[kind]
    page.goto(address_of(kind, museum))
    press(page, selector)
    page.evaluate(f"document.querySelector('{selector}').stage.renderer.forceContextLoss()")
    plain = page.locator(f"{selector} [data-plain]")
    plain.wait_for(state="visible")
    assert plain.evaluate("element => element === document.activeElement")
    assert page.locator("canvas").count() == 0


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_by_keyboard_every_find_is_turned_to_and_named(visit, museum, language):
    page, selector = visit(motion=False, width=1280, locale=language), KINDS["panorama"]
    page.goto(address_of("panorama", museum, language))
    press(page, selector)
    names = page.locator(".finds__list > .find").evaluate_all("rows => rows.map((row) => row.dataset.name)")
    spots = page.locator(".panorama-stage__spot").evaluate_all("spots => spots.map((spot) => spot.ariaLabel)")
    assert spots == names
    for name in names:
        page.keyboard.press("Enter")
        assert name in says(page, selector)
        page.evaluate(SETTLED, selector)
        spot = page.locator(".panorama-stage__spot[data-current]")
        assert spot.get_attribute("aria-label") == name
        window, box = page.locator(f"{selector} [data-window]").bounding_box(), spot.bounding_box()
        assert abs(box["x"] + box["width"] / 2 - window["x"] - window["width"] / 2) <= 3
        assert page.locator(f"{selector} [data-panel]").is_visible()
    assert re.search(rf"{len(names)}\D+{len(names)}", page.locator("[data-found]").text_content())


def test_the_focus_on_a_spot_behind_turns_one_round(visit, museum):
    page, selector = visit(motion=False, width=1280), KINDS["panorama"]
    page.goto(address_of("panorama", museum))
    press(page, selector)
    away = page.locator(".panorama-stage__spot.is-away").first
    name = away.get_attribute("aria-label")
    away.focus()
    page.evaluate(SETTLED, selector)
    assert page.locator(f'.panorama-stage__spot[aria-label="{name}"]:not(.is-away)').count() == 1


@pytest.mark.parametrize(("language", "unit"), [("fr", "cm"), ("ar", "سم")])
def test_an_object_is_measured_from_its_own_scale_and_said(visit, museum, language, unit):
    page, selector = visit(motion=False, width=1280, locale=language), KINDS["object"]
    page.goto(address_of("object", museum, language))
    press(page, selector)
    page.locator(f"{selector} [data-act=measure]").press("Enter")
    numbers = re.findall(r"\d+(?:[.,]\d+)?", says(page, selector))
    shown = page.locator(".object-viewer__measure").all_text_contents()
    assert len(shown) == 3
    assert [text.split()[0] for text in shown] == numbers
    assert unit in says(page, selector)
    page.keyboard.press("Escape")
    assert page.locator(".object-viewer__measure:visible").count() == 0


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_the_sides_of_an_object_are_reached_by_keyboard_and_named(visit, museum, language):
    page, selector = visit(motion=False, width=1280, locale=language), KINDS["object"]
    page.goto(address_of("object", museum, language))
    press(page, selector)
    heard = []
    for look in ("front", "right", "back", "left", "above"):
        page.locator(f"{selector} [data-look={look}]").press("Enter")
        heard.append(says(page, selector))
    assert len(set(heard)) == 5
    assert all(heard)


def test_the_lighter_panorama_is_light(visit, museum):
    page = visit()
    sizes = {}
    page.on("response", lambda answer: sizes.update({answer.url: int(answer.headers.get("content-length", 0))}))
    page.goto(address_of("panorama", museum))
    press(page, KINDS["panorama"])
    light = [size for url, size in sizes.items() if "width-2048" in url]
    assert light
    assert 0 < light[0] <= 220 * 1024
