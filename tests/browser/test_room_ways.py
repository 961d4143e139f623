"""Ways through the rooms: the browser's own back, the plan's mark, ends, a slow line, a window that changes, a headset."""

import pytest

from tests.browser.stages import SETTLED
from tests.browser.test_room import enter, names, press, room_of, says

HALL = "location.pathname"
STILL = "document.querySelector('.walk').walk && !document.querySelector('.walk').walk.changing"
#: A browser with a headset that opens, or refuses, when asked.
HEADSET = """() => Object.defineProperty(navigator, 'xr', { value: {
  isSessionSupported: async () => true,
  requestSession: async () => { window.askedFor = true; throw new DOMException('refused', 'NotAllowedError'); },
} })"""


def go_through(page, number: int) -> None:
    """Past the last work into hall ``number``."""
    for _step in range(len(names(page)) + 2):
        page.locator("[data-act=next]").press("Enter")
    page.wait_for_function(f"() => {HALL}.endsWith('/room/{number}/') && {STILL}")


def test_the_browsers_back_leads_through_the_door_again(visit):
    page = visit(motion=False, width=1280)
    enter(page, room_of("fr", 1))
    first = names(page)
    go_through(page, 2)
    second = names(page)
    assert not set(first) & set(second)
    page.go_back()
    page.wait_for_function(f"() => {HALL}.endsWith('/room/1/') && {STILL}")
    assert names(page) == first
    page.go_forward()
    page.wait_for_function(f"() => {HALL}.endsWith('/room/2/') && {STILL}")
    assert names(page) == second


def test_outside_the_room_the_browsers_back_shows_the_page_of_its_address(visit):
    page = visit(motion=False, width=1280)
    enter(page, room_of("fr", 1))
    first = names(page)
    go_through(page, 2)
    page.locator(".walk__view [data-leave]").press("Enter")
    page.go_back()
    page.wait_for_function(f"() => {HALL}.endsWith('/room/1/') && !document.querySelector('canvas')")
    page.wait_for_load_state("load")
    assert names(page) == first


def test_the_list_of_languages_follows_through_the_door(visit):
    page = visit(motion=False, width=1280)
    enter(page, room_of("fr", 1))
    go_through(page, 2)
    assert page.locator(".header .languages a[lang=ar]").get_attribute("href").endswith("/room/2/")


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_the_plan_marks_the_one_work_one_stands_before_and_none_at_the_door(visit, language):
    page = visit(motion=False, width=1280, locale=language)
    enter(page, room_of(language, 2))
    marked = "[data-list] [data-plan] a[aria-current=location]"
    assert page.locator("[data-plan] a[aria-current]").count() == 0
    for _step in range(3):
        page.locator("[data-act=next]").press("Enter")
    anchor = page.locator("[data-list] .works > .work").nth(1).get_attribute("id")
    assert [mark.get_attribute("href") for mark in page.locator(marked).all()] == [f"#{anchor}"]
    for _step in range(3):
        page.locator("[data-act=previous]").press("Enter")
    assert page.locator("[data-plan] a[aria-current]").count() == 0


def test_at_the_end_of_the_last_room_the_focus_stays_and_escape_leaves(visit):
    page = visit(motion=False, width=1280)
    page.goto(room_of("fr", 999))
    press(page)
    for _step in range(len(names(page)) + 3):
        page.keyboard.press("Enter")
    assert names(page)[-1] in says(page)
    button = page.locator("[data-act=next]")
    assert button.get_attribute("aria-disabled") == "true"
    assert button.evaluate("button => button === document.activeElement")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('[data-enter]')")


def test_details_before_any_work_are_the_text_on_the_wall(visit):
    page = visit(motion=False, width=1280)
    enter(page, room_of("fr", 2))
    words = page.locator("[data-wall-text]").text_content().strip()
    for _stop in ("the door", "the wall"):
        page.locator("[data-act=details]").press("Enter")
        assert page.locator("[data-panel=details]").text_content().strip() == words != ""
        page.keyboard.press("Escape")
        page.locator("[data-act=next]").press("Enter")


def test_a_touch_on_the_text_leads_before_it_and_on_the_floor_there(visit):
    page = visit(motion=False, width=1280)
    enter(page, room_of("fr", 2))
    page.evaluate("document.querySelector('.walk').walk.glance(-60, 0)")
    page.evaluate(SETTLED, ".walk")
    box = page.locator("canvas").bounding_box()
    spot = page.evaluate(
        """() => {
          const { stage, walk } = document.querySelector('.walk');
          const at = stage.camera.position.clone().set(...walk.plan.text.at).project(stage.camera);
          return [(at.x + 1) / 2, (1 - at.y) / 2];
        }"""
    )
    page.mouse.click(box["x"] + spot[0] * box["width"], box["y"] + spot[1] * box["height"])
    text = page.locator("template[data-say=text]").evaluate("t => t.content.textContent.trim()")
    assert says(page) == text.replace("{name}", page.locator("h1").text_content().strip())
    page.locator("[data-act=back]").press("Enter")
    page.evaluate(SETTLED, ".walk")
    before = page.evaluate("JSON.stringify(document.querySelector('.walk').walk.at)")
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] * 0.9)
    assert page.evaluate("JSON.stringify(document.querySelector('.walk').walk.at)") != before
    assert says(page) == page.locator("template[data-say=floor]").evaluate("t => t.content.textContent.trim()")
    page.locator("[data-act=next]").press("Enter")
    assert names(page)[0] in says(page)


def test_a_door_beside_the_plan_leads_through_it(visit):
    page = visit(motion=False, width=1280)
    enter(page, room_of("fr", 1))
    page.locator("[data-act=plan]").press("Enter")
    page.locator("[data-panel=plan] a[rel=next]").press("Enter")
    page.wait_for_function(f"() => {HALL}.endsWith('/room/2/') && {STILL}")
    assert page.locator("canvas").count() == 1


def test_a_view_that_fills_the_window_lies_over_everything(visit):
    page = visit(motion=False, width=390)
    enter(page, room_of("fr", 2))
    page.locator("[data-act=fill]").press("Enter")
    corners = [(5, 5), (385, 5), (5, 839), (385, 839)]
    covering = page.evaluate(
        "corners => corners.map(([x, y]) => document.elementFromPoint(x, y)?.closest('[data-view], header')?.className)",
        corners,
    )
    assert all("walk__view" in str(name) for name in covering), covering


@pytest.mark.parametrize("way", ["Escape", "Leave"])
def test_one_may_leave_while_the_engine_is_still_on_its_way(visit, way):
    page = visit(motion=False)
    held = []
    page.route("**/three*.js", lambda route: held.append(route))
    page.goto(room_of("fr", 2))
    page.locator(".walk__head [data-enter]").press("Enter")
    page.wait_for_function("() => document.querySelector('[data-says]').textContent !== ''")
    opening = page.locator("template[data-sentence=opening]").evaluate("t => t.content.textContent.trim()")
    assert says(page) == opening != ""
    if way == "Escape":
        page.keyboard.press("Escape")
    else:
        page.locator(".walk__view [data-leave]").press("Enter")
    assert page.evaluate("document.activeElement.matches('[data-enter]')")
    page.wait_for_timeout(200)
    for route in held:
        route.continue_()
    page.unroute("**/three*.js")
    page.wait_for_load_state("networkidle")
    assert page.locator("canvas").count() == 0
    assert not page.evaluate("document.querySelector('.walk').hasAttribute('data-open')")
    press(page)
    assert page.locator("canvas").count() == 1


def test_the_work_stays_whole_when_the_window_changes_its_shape(visit):
    page = visit(motion=False, width=1280)
    enter(page, room_of("fr", 2))
    for _step in range(2):
        page.locator("[data-act=next]").press("Enter")
    page.evaluate(SETTLED, ".walk")
    page.set_viewport_size({"width": 390, "height": 844})
    page.evaluate(SETTLED, ".walk")
    stands = page.evaluate(
        """() => {
          const { walk } = document.querySelector('.walk');
          const goal = walk.before(walk.current);
          return Math.hypot(walk.at.x - goal.x, walk.at.z - goal.z);
        }"""
    )
    assert stands < 0.01


def test_details_offer_no_press_that_does_nothing(visit):
    page = visit(motion=False, width=1280)
    for number in (1, 2, 3):
        enter(page, room_of("fr", number))
        for _work in names(page):
            page.locator("[data-act=next]").press("Enter")
            page.locator("[data-act=details]").press("Enter")
            assert page.locator("[data-panel=details] [data-enter]").count() == 0
            page.keyboard.press("Escape")


def test_no_button_for_a_headset_where_there_is_none(visit):
    page = visit(motion=False, width=1280)
    enter(page, room_of("fr"))
    assert page.locator("[data-act=headset]").is_hidden()


def test_a_headset_is_an_experiment_and_a_refusal_is_said(visit):
    page = visit(motion=False, width=1280)
    page.add_init_script(f"({HEADSET})()")
    enter(page, room_of("fr"))
    button = page.locator("[data-act=headset]")
    button.wait_for(state="visible")
    assert "expérience" in button.text_content().lower()
    button.press("Enter")
    page.wait_for_function("() => window.askedFor")
    sentence = page.locator("template[data-say=no-headset]").evaluate("t => t.content.textContent.trim()")
    page.wait_for_function("words => document.querySelector('[data-says]').textContent === words", arg=sentence)
    for _step in range(2):
        page.locator("[data-act=next]").press("Enter")
    page.evaluate(SETTLED, ".walk")
    assert names(page)[0] in says(page)
