"""A reader who asks for reduced motion sees none; pages carry no style or script of their own."""

import re

import pytest

from tests.browser.addresses import LANGUAGES, addresses, every_page, name
from tests.browser.museum_server import read

RUNNING = """
() => document.getAnimations().filter((animation) => animation.playState === "running")
  .map((animation) => `${animation.animationName || animation.transitionProperty} on ${animation.effect.target.tagName}`)
"""
MOVES = """
() => [...document.querySelectorAll("body, body *")].filter((element) => {
  if (!element.checkVisibility()) { return false; }
  const style = getComputedStyle(element);
  const longest = Math.max(...style.transitionDuration.split(",").map(parseFloat));
  return style.animationName !== "none" || longest > 0.01 || getComputedStyle(document.documentElement).scrollBehavior === "smooth";
}).map((element) => element.outerHTML.slice(0, 100))
"""


@pytest.mark.parametrize(
    ("kind", "language", "path"), every_page("fr") + every_page("ar", types=("home", "story", "exhibit")), ids=name
)
def test_nothing_moves_for_a_reader_who_asks_for_calm(visit, untranslated, kind, language, path):
    page = visit(motion=False)
    page.goto(path)
    assert page.evaluate(MOVES) == []
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    assert page.evaluate(RUNNING) == []


def test_something_moves_for_others(visit):
    page = visit()
    page.goto("/fr/")
    assert page.evaluate(MOVES) != []


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_carry_no_style_and_no_script_of_their_own(museum, untranslated, language):
    for kind, path in addresses(language).items():
        html = read(museum + path)
        assert not re.search(r"<[^>]+\sstyle\s*=", html), kind
        assert not re.search(r"<[^>]+\son[a-z]+\s*=", html), kind
        assert "<style" not in html, kind
        for script in re.findall(r"<script\b[^>]*>", html):
            assert " src=" in script or re.search(r'type="application/(ld\+)?json"', script), (kind, script)
