"""A journey's road runs as it is read, is stepped through by keyboard, and stands whole without motion or scripts; recording
one in the admin, by keyboard alone."""

import pytest

JOURNEY = "/{}/journeys/leaving-1961/"
RUN = "[...document.querySelectorAll('.road-map .arc')].map((arc) => getComputedStyle(arc).opacity === '1')"


def test_the_road_runs_leg_by_leg_as_it_is_read(visit):
    page = visit(width=1440)
    page.goto(JOURNEY.format("fr"))
    page.wait_for_selector(".journey--running")
    assert page.locator(".road-map .arc[data-run]").count() < 6
    page.locator("#leg-6").scroll_into_view_if_needed()
    page.mouse.wheel(0, 400)
    page.wait_for_function("() => document.querySelectorAll('.road-map .arc[data-run]').length === 6")


@pytest.mark.parametrize("options", [{"motion": False}, {"javascript": False}])
def test_the_whole_road_stands_without_motion_or_scripts(visit, options):
    page = visit(width=1440, **options)
    page.goto(JOURNEY.format("fr"))
    page.wait_for_timeout(300)
    arcs = page.locator(".road-map .arc")
    assert arcs.count() == 6
    assert page.locator(".journey--running").count() == 0
    if "javascript" not in options:
        assert all(page.evaluate(RUN))
    assert page.locator(".journey__leg").count() == 6


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_keys_step_through_the_legs_and_say_where_one_is(visit, language):
    page = visit(width=390, locale=language, motion=False)
    page.goto(JOURNEY.format(language))
    after = page.locator(".journey__steps button").nth(1)
    after.focus()
    for number in range(1, 7):
        page.keyboard.press("Enter")
        assert f"{number} / 6" in page.locator(".journey__steps [role=status]").text_content()
        assert page.locator(f"#leg-{number}").get_attribute("data-current") is not None
    page.locator(".road-map .arc").nth(2).focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "leg-3"


def test_a_broken_line_stays_broken_while_the_road_runs(visit):
    page = visit(width=1440)
    page.goto(JOURNEY.format("fr"))
    page.wait_for_selector(".journey--running")
    assert page.locator(".arc--probable path[pathLength]").count() == 0
    assert page.locator(".arc--documented path[pathLength]").count() == 5


def choose(page, name: str, typed: str) -> None:
    """Type into the place's field that has the focus, and take the first suggestion."""
    field = page.locator(f"[name='{name}']")
    field.press_sequentially(typed)
    page.wait_for_selector(f"[name='{name}'][aria-expanded=true]")
    page.keyboard.press("ArrowDown")
    assert field.get_attribute("aria-activedescendant")
    page.keyboard.press("Enter")
    assert page.locator(f"[name='{name}-key']").input_value()


def test_a_leg_that_is_added_again_carries_the_same_papers(signed_in):
    page = signed_in(width=1440)
    page.goto("/admin/snippets/stories/journey/")
    page.locator("a[href*='/journey/edit/']", has_text="Oujda").first.click()
    page.wait_for_selector(".museum-leg-tools")
    papers = "row => [...row.querySelectorAll('input[name*=-documents-][name$=-value]')].map(input => input.value)"
    rows = page.locator("#id_legs-FORMS > [data-inline-panel-child]")
    carried = next(row for row in rows.all() if row.evaluate(papers))
    before, wanted = rows.count(), carried.evaluate(papers)
    carried.locator(".museum-leg-tools button").first.press("Enter")
    page.wait_for_function(
        f"() => document.querySelectorAll('#id_legs-FORMS > [data-inline-panel-child]').length > {before}"
    )
    page.wait_for_function(
        f"() => document.querySelectorAll('#inline_child_legs-{before} input[name*=-documents-][name$=-value]').length"
    )
    assert rows.last.evaluate(papers) == wanted


def test_a_journey_is_recorded_by_keyboard(signed_in):
    page = signed_in(width=1440)
    page.goto("/admin/snippets/stories/journey/add/")
    page.fill("[name=title]", "Essai")
    page.locator("[name='legs-0-from_place']").focus()
    choose(page, "legs-0-from_place", "تنغير")
    page.keyboard.press("Tab")
    choose(page, "legs-0-to_place", "casabl")
    page.fill("[name='legs-0-source']", "Un livre")
    # The next leg begins where the last ended, and the focus is on where it goes.
    page.locator("#id_legs-ADD").press("Enter")
    page.wait_for_function("() => document.activeElement.name === 'legs-1-to_place'")
    assert page.locator("[name='legs-1-from_place']").input_value() == "Casablanca"
    choose(page, "legs-1-to_place", "Noyelles")
    page.fill("[name='legs-1-source']", "Un livre")
    # The way back is one press.
    page.locator("#inline_child_legs-1 .museum-leg-tools button").nth(1).press("Enter")
    page.wait_for_selector("[name='legs-2-to_place']")
    assert page.locator("[name='legs-2-from_place']").input_value() == "Noyelles-sous-Lens"
    assert page.locator("[name='legs-2-to_place']").input_value() == "Casablanca"
    # Moving a leg keeps the focus on its button and is said.
    page.locator("#inline_child_legs-2 [data-inline-panel-child-move-up]").press("Enter")
    said = page.locator("#id_legs-FORMS + [role=status]")
    page.wait_for_function("() => document.querySelector('#id_legs-FORMS + [role=status]').textContent")
    assert said.text_content().endswith("2 : Noyelles-sous-Lens – Casablanca")
    assert page.evaluate("'inlinePanelChildMoveUp' in document.activeElement.dataset")
