"""320 pixels wide, a window of 640 or 1280 at 200 %, letters twice their size: nothing cut, no sideways scroll."""

import pytest

from tests.browser.addresses import every_page, name

FAULTS = """
() => {
  const root = document.documentElement, faults = [];
  if (root.scrollWidth > root.clientWidth) {
    faults.push(`the page is ${root.scrollWidth} wide in ${root.clientWidth}`);
  }
  const hidden = (element) => element.closest(".visually-hidden, [hidden], .skip") !== null;
  const scrolls = (element) => {
    for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
      if (/auto|scroll/.test(getComputedStyle(box).overflowX) && box.scrollWidth > box.clientWidth) { return true; }
    }
    return false;
  };
  const words = (element) => `${element.tagName.toLowerCase()}.${element.getAttribute("class") || ""} “${element.textContent.trim().slice(0, 40)}”`;
  for (const element of document.body.querySelectorAll("*")) {
    const text = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    if (!(text || element.matches("img, audio, input")) || element.closest("svg")) { continue; }
    if (!element.checkVisibility({ visibilityProperty: true }) || hidden(element)) { continue; }
    const box = element.getBoundingClientRect();
    if (!scrolls(element) && (box.left < -1 || box.right > root.clientWidth + 1)) {
      faults.push(`beyond the edge: ${words(element)}`);
    }
    for (let clip = element; clip && clip !== root; clip = clip.parentElement) {
      const style = getComputedStyle(clip);
      if (text && /hidden|clip/.test(style.overflowX + style.overflowY) && clip !== document.body) {
        const edge = clip.getBoundingClientRect();
        if (box.left < edge.left - 1 || box.right > edge.right + 1 || box.bottom > edge.bottom + 1 || box.top < edge.top - 1
            || (clip === element && (clip.scrollWidth > clip.clientWidth + 1 || clip.scrollHeight > clip.clientHeight + 2))) {
          faults.push(`cut: ${words(element)}`);
          break;
        }
      }
    }
  }
  return faults;
}
"""
PAGES = (
    every_page("fr", "ar")
    + every_page("zgh", types=("home", "place", "availability"))
    + every_page("en", types=("story",))
)


@pytest.mark.parametrize(("kind", "language", "path"), PAGES, ids=name)
def test_nothing_is_cut_and_nothing_scrolls_sideways(visit, untranslated, kind, language, path):
    page = visit(width=320, motion=False)
    page.goto(path)
    assert page.evaluate(FAULTS) == [], "320 pixels wide, or 640 at 200 %"
    page.set_viewport_size({"width": 640, "height": 400})
    assert page.evaluate(FAULTS) == [], "1280 pixels wide at 200 %"


@pytest.mark.parametrize(("kind", "language", "path"), every_page("fr", "ar"), ids=name)
def test_letters_twice_their_size_fit_a_phone(visit, untranslated, kind, language, path):
    page = visit(width=390, motion=False)
    page.goto(path)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), page.evaluate(
        FAULTS
    )
    tools = page.locator(".header__tools")
    if tools.count():
        assert tools.evaluate("tools => tools.scrollWidth <= tools.clientWidth")
