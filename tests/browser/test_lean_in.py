"""Leaning into a picture: nothing fetched before the press, by keyboard alone, a view that can be shared, and the plain way."""

import gzip
import re

import pytest
from django.conf import settings

from museum.iiif.templatetags.iiif import LEAN_IN_BYTES
from tests.browser.museum_server import read

OPENED = "() => document.querySelector('.lean')?.viewer?.world.getItemAt(0)"


def contract(museum: str, language: str = "fr") -> str:
    """An artefact page with a picture large enough to lean into."""
    for path in re.findall(rf'href="(/{language}/artefacts/[\w-]+/)"', read(f"{museum}/{language}/collection/")):
        if 'data-component="lean-in"' in read(museum + path):
            return path
    raise AssertionError("no large picture on the first page of the collection")


def open_viewer(page, path: str):
    page.goto(path)
    button = page.locator(".lean [data-enter]").first
    button.wait_for(state="visible")
    button.press("Enter")
    page.wait_for_function(OPENED)
    return page.locator(".lean").first


def test_the_weight_on_the_button_is_true():
    file = settings.NODE_MODULES / "openseadragon/build/openseadragon/openseadragon.min.js"
    if not file.exists():
        pytest.skip("npm packages are not installed")
    assert 0.9 * LEAN_IN_BYTES <= len(gzip.compress(file.read_bytes())) <= LEAN_IN_BYTES


def test_nothing_is_fetched_before_the_press(visit, museum):
    page = visit()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    path = contract(museum)
    page.goto(path)
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "openseadragon" in url or "/iiif/" in url]
    open_viewer(page, path)
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "openseadragon" in url]
    assert [url for url in asked if re.search(r"/iiif/image/3/\d+/.+default\.", url)]


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_by_keyboard_alone_and_escape_closes_the_innermost_first(visit, museum, language):
    page = visit(motion=False, width=1280, locale=language)
    lean = open_viewer(page, contract(museum, language))
    zoom = "document.querySelector('.lean').viewer.viewport.getZoom()"
    before = page.evaluate(zoom)
    lean.locator("[data-act=closer]").press("Enter")
    assert page.evaluate(zoom) > before
    lean.locator("[data-act=whole]").press("Enter")
    assert page.evaluate(zoom) == pytest.approx(before)
    lean.locator("[data-act=fill]").press("Enter")
    assert page.locator("[data-filled].lean__view").count() == 1
    assert lean.locator(".lean__credit").is_visible()
    page.keyboard.press("Escape")
    assert page.locator("[data-filled]").count() == 0
    assert lean.locator("[data-window]").is_visible()
    page.keyboard.press("Escape")
    assert not lean.locator("[data-window]").is_visible()
    assert lean.locator("[data-enter]").evaluate("button => button === document.activeElement")


def test_a_shared_view_opens_where_it_was(visit, museum):
    page = visit(motion=False, width=1280)
    path = contract(museum)
    lean = open_viewer(page, path)
    image = lean.get_attribute("data-image")
    page.goto(f"{path}?view={image},25,30,20,10")
    shared = page.locator(".lean__shared img")
    assert "pct:25,30,20,10" in shared.get_attribute("src")
    page.wait_for_function("() => document.querySelector('.lean__shared img').naturalWidth > 0")
    open_viewer(page, f"{path}?view={image},25,30,20,10")
    seen = page.evaluate(
        """() => {
          const { viewport, world } = document.querySelector('.lean').viewer;
          const picture = world.getItemAt(0);
          const size = picture.getContentSize();
          const box = picture.viewportToImageRectangle(viewport.getBounds(true));
          return [(box.x + box.width / 2) / size.x, (box.y + box.height / 2) / size.y, box.width / size.x, box.height / size.y];
        }"""
    )
    assert seen[0] == pytest.approx(0.35, abs=0.01)
    assert seen[1] == pytest.approx(0.35, abs=0.01)
    assert min(seen[2] / 0.2, seen[3] / 0.1) == pytest.approx(1, abs=0.05)


def test_a_turned_view_is_shared_as_it_is_seen(visit, museum):
    page = visit(motion=False, width=1280)
    path = contract(museum)
    lean = open_viewer(page, path)
    lean.locator("[data-act=turn]").press("Enter")
    for _time in range(4):
        lean.locator("[data-act=closer]").press("Enter")
    lean.locator("[data-act=share]").press("Enter")
    page.wait_for_function("() => document.querySelector('.lean [data-says]').textContent")
    view = page.locator(".lean").first.get_attribute("data-view")
    x, y, width, height, turned = map(float, view.split(","))
    window = lean.locator("[data-window]").bounding_box()
    size = page.evaluate("document.querySelector('.lean').viewer.world.getItemAt(0).getContentSize()")
    assert turned == 90
    # A wide window over a picture that lies on its side shows a tall region of it.
    seen_shape = (width * size["x"]) / (height * size["y"])
    assert seen_shape == pytest.approx(window["height"] / window["width"], rel=0.05)
    image = lean.get_attribute("data-image")
    again = f"{path}?view={image},{view}"
    open_viewer(page, again)
    assert "/90/default" in page.locator(".lean__shared img").get_attribute("src")
    page.wait_for_function("() => document.querySelector('.lean__shared img').naturalWidth > 0")
    lean.locator("[data-act=share]").press("Enter")
    page.wait_for_function("() => document.querySelector('.lean [data-says]').textContent")
    found = [float(part) for part in page.locator(".lean").first.get_attribute("data-view").split(",")]
    assert found == pytest.approx([x, y, width, height, 90], abs=0.5)
    lean.locator("[data-act=closer]").press("Enter")
    assert not page.locator(".lean [data-says]").first.text_content()


def test_the_window_fills_the_screen_and_gives_it_back(visit, museum):
    page = visit(motion=False, width=1280)
    lean = open_viewer(page, contract(museum))
    lean.locator("[data-act=fill]").press("Enter")
    page.wait_for_function("() => document.fullscreenElement?.matches('.lean__view[data-filled]')")
    assert lean.locator(".lean__credit").is_visible()
    # As a browser does it by itself when its own Escape is pressed.
    page.evaluate("document.exitFullscreen()")
    page.wait_for_function("() => !document.querySelector('[data-filled]')")
    assert lean.locator("[data-act=fill]").get_attribute("aria-pressed") == "false"
    lean.locator("[data-act=fill]").press("Enter")
    page.wait_for_function("() => document.fullscreenElement")
    lean.locator("[data-leave]").press("Enter")
    page.wait_for_function("() => !document.fullscreenElement")
    assert page.locator("html[data-filled]").count() == 0


def test_where_a_telephone_keeps_its_screen_the_window_is_filled(visit, museum):
    page = visit(motion=False)
    page.add_init_script("delete Element.prototype.requestFullscreen")
    lean = open_viewer(page, contract(museum))
    lean.locator("[data-act=fill]").press("Enter")
    box = page.locator(".lean__view[data-filled]").bounding_box()
    assert (box["x"], box["y"], box["width"]) == (0, 0, 390)
    assert page.evaluate("document.fullscreenElement") is None


@pytest.mark.parametrize(
    "view",
    [
        "",
        "x",
        "1,2",
        "999999,0,0,10,10",
        "{image},0,0,0,0",
        "{image},-1,0,5,5",
        "{image},1e9,0,5,5",
        "{image},0,0,9,9,45",
    ],
)
def test_a_view_that_is_none_is_the_page_itself(museum, view):
    path = contract(museum)
    image = re.search(r'data-image="(\d+)"', read(museum + path))[1]
    assert "lean__shared" not in read(f"{museum}{path}?view={view.format(image=image)}")


def test_without_javascript_a_link_leads_to_the_whole_picture(visit, museum):
    page = visit(javascript=False)
    page.goto(contract(museum))
    assert not page.locator(".lean [data-enter]").first.is_visible()
    answer = page.request.get(page.locator(".lean__offer a").first.get_attribute("href"))
    assert answer.status == 200
    assert answer.headers["content-type"] == "image/jpeg"
