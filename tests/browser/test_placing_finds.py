"""A curator places what is to be found in a panorama by clicking on its picture, or with the arrow keys."""

import contextlib
import sqlite3

import pytest

from tests.browser.addresses import addresses


@pytest.fixture
def editing(signed_in, museum_state):
    """The edit page of the panorama, its picture shown."""
    slug = addresses("fr")["panorama"].rstrip("/").rsplit("/", 1)[-1]
    with contextlib.closing(sqlite3.connect(museum_state / "db.sqlite3", timeout=30)) as database:
        [(number,)] = database.execute("SELECT id FROM wagtailcore_page WHERE slug = ?", [slug]).fetchall()
    page = signed_in(width=1280)
    page.goto(f"/admin/pages/{number}/edit/")
    page.locator(".museum-finds button").first.wait_for()
    page.wait_for_function("() => document.querySelector('.museum-finds img').naturalWidth > 0")
    return page


def value(page, find: int, name: str) -> float:
    return float(page.locator(f"[name=finds-{find}-value-{name}]").input_value())


def test_a_click_on_the_picture_places_the_find_one_works_on(editing):
    page = editing
    marks = page.locator(".museum-finds button")
    assert marks.count() == page.locator("[name^=finds-][name$=-value-yaw]").count() > 3
    others = [value(page, k, "yaw") for k in (0, 2)]
    marks.nth(1).click()
    box = page.locator(".museum-finds img").bounding_box()
    page.mouse.click(box["x"] + box["width"] * 0.75, box["y"] + box["height"] * 0.25)
    assert abs(value(page, 1, "yaw") - 90) < 1
    assert abs(value(page, 1, "pitch") - 45) < 1
    assert [value(page, k, "yaw") for k in (0, 2)] == others
    mark = marks.nth(1).bounding_box()
    assert abs(mark["x"] + mark["width"] / 2 - box["x"] - box["width"] * 0.75) < 3


def test_the_arrow_keys_move_a_mark_by_a_degree(editing):
    page = editing
    mark = page.locator(".museum-finds button").nth(2)
    mark.focus()
    yaw, pitch = value(page, 2, "yaw"), value(page, 2, "pitch")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowUp")
    assert value(page, 2, "yaw") == pytest.approx(yaw + 1, abs=0.06)
    assert value(page, 2, "pitch") == pytest.approx(pitch + 1, abs=0.06)
    assert page.evaluate("document.activeElement.matches('.museum-finds button')")
