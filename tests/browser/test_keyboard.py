"""By keyboard alone: every link and button in order, where one is always in sight, menus that open and close."""

import pytest

from tests.browser.addresses import addresses, every_page, name

TABBABLE = "a[href], button:not([disabled]), summary, input, select, textarea, audio[controls], [tabindex]"
ARABIC = every_page("ar", types=("home", "story", "exhibit", "collection", "artefact", "availability"))
WATCH = """
(selector) => {
  const wanted = [...document.querySelectorAll(selector)].filter((element) =>
    element.tabIndex >= 0 && element.checkVisibility({ visibilityProperty: true }));
  const log = { wanted: wanted.length, reached: [], faults: [] };
  const inSight = (element) => {
    const style = getComputedStyle(element);
    const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    // A drawn line may be short, and seldom runs through the middle of its box: it is in sight where its drawing is.
    const drawing = element.ownerSVGElement;
    const boxes = [...element.getClientRects()].filter((box) => drawing || (box.width > 1 && box.height > 1));
    const seen = boxes.some((box) => {
      const x = box.left + box.width / 2, y = box.top + box.height / 2;
      const above = document.elementFromPoint(x, y);
      return above && (element.contains(above) || above.contains(element) || (drawing && drawing.contains(above)));
    });
    const box = boxes[0];
    const above = box && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return { ring, seen, by: above ? above.outerHTML.slice(0, 60) : "the edge of the window" };
  };
  window.addEventListener("keydown", () => {
    const element = document.activeElement;
    const index = wanted.indexOf(element);
    if (index < 0 || log.reached.at(-1) === index) { return; }
    log.reached.push(index);
    const { ring, seen, by } = inSight(element);
    const words = `${element.tagName} ${element.className} ${element.textContent.trim().slice(0, 40)}`;
    if (!ring) { log.faults.push(`no focus ring: ${words}`); }
    if (!seen) { log.faults.push(`focus out of sight: ${words}, behind ${by}`); }
  }, true);
  window.keyboardLog = log;
  return wanted.map((element) => `${element.tagName} ${element.textContent.trim().slice(0, 40)}`);
}
"""


def walk(page) -> tuple[list[str], dict]:
    """Press Tab through the whole page; what should be reached, and what was reached in which order."""
    wanted = page.evaluate(WATCH, TABBABLE)
    for _press in range(len(wanted) * 2 + 20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body && keyboardLog.reached.length > 1"):
            break
    page.keyboard.press("Tab")
    return wanted, page.evaluate("keyboardLog")


@pytest.mark.parametrize(("kind", "language", "path"), every_page("fr") + ARABIC, ids=name)
def test_tab_reaches_everything_in_order_and_in_sight(visit, untranslated, kind, language, path):
    page = visit(motion=False)
    page.goto(path)
    page.wait_for_load_state("networkidle")
    wanted, log = walk(page)
    missed = [wanted[index] for index in range(len(wanted)) if index not in log["reached"]]
    assert missed == []
    # Having gone round, the focus may come back to the first.
    assert log["reached"][: len(wanted)] == list(range(len(wanted)))
    assert log["faults"] == []


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_the_first_tab_offers_to_skip_to_the_content(visit, language):
    page = visit(motion=False)
    page.goto(f"/{language}/collection/")
    page.keyboard.press("Tab")
    skip = page.locator("a.skip")
    assert skip.evaluate("element => element === document.activeElement")
    box = skip.bounding_box()
    assert box["x"] >= 0
    assert box["y"] >= 0
    assert box["height"] >= 24
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.getElementById('main').contains(document.activeElement)")


@pytest.mark.parametrize("language", ["fr", "ar"])
@pytest.mark.parametrize("kind", ["home", "exhibit", "collection"])
def test_menus_open_and_close_by_keyboard(visit, kind, language):
    page = visit(motion=False)
    page.goto(addresses(language)[kind])
    menus = page.locator("details:has(> summary)")
    assert menus.count()
    for menu in menus.all():
        is_open = "element => element.open"
        before = menu.evaluate(is_open)
        summary = menu.locator("> summary")
        if not summary.is_visible():
            continue
        summary.focus()
        page.keyboard.press("Enter")
        assert menu.evaluate(is_open) is not before
        page.keyboard.press("Space")
        assert menu.evaluate(is_open) is before


def test_escape_closes_the_language_menu_and_returns_to_its_button(visit):
    page = visit(motion=False)
    page.goto("/ar/")
    menu = page.locator("details.languages").first
    menu.locator("summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert menu.evaluate("element => element.open && element.contains(document.activeElement)")
    page.keyboard.press("Escape")
    assert not menu.evaluate("element => element.open")
    assert menu.locator("summary").evaluate("element => element === document.activeElement")


def test_the_language_menu_leads_to_the_same_page(visit):
    page = visit(motion=False)
    page.goto(addresses("fr")["story"])
    page.locator("details.languages summary").first.focus()
    page.keyboard.press("Enter")
    while page.evaluate("document.activeElement.getAttribute('hreflang') || document.activeElement.lang") != "ar":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: address.endswith(addresses("ar")["story"]))
