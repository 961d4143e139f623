"""Two pictures under a slider: one over the other with scripts, side by side without, and the keyboard moves the edge."""

import pytest

from museum.demo.content import read_folder
from tests.browser.addresses import SLUGS

[STORY] = [row for row in read_folder("stories") if row["key"] == "road-home-n340"]


def story(language: str) -> str:
    slug = STORY["languages"][language]["slug"]
    return f"/{language}/{SLUGS[language][0]}/{slug}/"


BOXES = """() => [...document.querySelectorAll('.compare__hold')].map((hold) => {
  const { left, right, top, bottom } = hold.getBoundingClientRect();
  return [left, right, top, bottom].map(Math.round);
})"""


@pytest.mark.parametrize("width", [390, 1440])
def test_one_lies_over_the_other_and_the_keys_move_the_edge(visit, width):
    page = visit(width=width)
    page.goto(story("fr"))
    slider = page.locator(".compare input")
    slider.wait_for(state="visible")
    first, second = page.evaluate(BOXES)
    assert first == second
    assert first[3] - first[2] > 100
    slider.focus()
    before = page.evaluate("getComputedStyle(document.querySelector('.compare__second picture')).clipPath")
    page.keyboard.press("ArrowRight")
    after = page.evaluate("getComputedStyle(document.querySelector('.compare__second picture')).clipPath")
    assert (before, after) == ("inset(0px 0px 0px 50%)", "inset(0px 0px 0px 51%)")


def test_without_scripts_both_are_seen_whole(visit):
    page = visit(javascript=False, width=1440)
    page.goto(story("fr"))
    first, second = page.evaluate(BOXES)
    assert first[1] <= second[0]
    assert page.locator(".compare__control").is_hidden()
    assert page.locator(".compare__label").all_text_contents() == ["La valise", "Le cabas"]
