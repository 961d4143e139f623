"""The map of roads in a browser: by keyboard, on the slider, played when asked to, in Arabic, without scripts, on paper."""

import pytest

ROUTES = "/fr/routes/"


def test_the_form_answers_without_a_reload_and_the_address_is_the_state(visit):
    page = visit(width=1280)
    page.goto(ROUTES)
    page.evaluate("window.stays = true")
    page.fill("#place-from", "Tinghir")
    page.press("#place-from", "Enter")
    page.wait_for_url("**/routes/?from=Tinghir")
    assert page.evaluate("window.stays") is True
    page.wait_for_function("() => document.querySelectorAll('.roads > li').length < 10")
    assert page.locator(".arc").count() == page.locator(".roads > li").count()
    page.reload()
    assert page.input_value("#place-from") == "Tinghir"


def test_the_years_are_two_fields_and_a_slider_that_agree(visit):
    page = visit(width=1280)
    page.goto(ROUTES)
    first = page.locator('input[data-year="first"]')
    assert first.is_visible()
    first.focus()
    before = page.input_value("#years-first")
    page.keyboard.press("ArrowRight")
    assert page.input_value("#years-first") != before
    page.wait_for_url("**years=1901-**")
    page.fill("#years-first", "1963")
    assert first.input_value() == "1963"


def test_the_axis_of_years_turns_in_arabic_and_the_map_does_not(visit):
    places = {}
    for language in ("fr", "ar"):
        page = visit(width=1280, locale=language)
        page.goto(f"/{language}/routes/")
        ticks = [page.locator(".years__ticks li").nth(k).bounding_box()["x"] for k in (0, 12)]
        assert (ticks[0] < ticks[1]) == (language == "fr")
        at_the_end = page.locator('input[data-year="last"]')
        at_the_end.focus()
        page.keyboard.press("Home")
        places[language] = page.locator(".marker__dot").first.get_attribute("d")
        markers = page.evaluate(
            """() => Object.fromEntries([...document.querySelectorAll('.marker')].map((marker) =>
                [marker.getAttribute('href').split('/').at(-2), marker.querySelector('.marker__dot').getBoundingClientRect().x]))"""
        )
        assert markers["montreal"] < markers["casablanca"] < markers["doha"]
    assert places["fr"] == places["ar"]


def test_nothing_moves_until_play_is_pressed_and_pause_stops_it(visit):
    page = visit(width=1280)
    page.goto(ROUTES)
    page.wait_for_timeout(700)
    assert page.locator("[data-playing]").count() == 0
    assert page.locator(".arc").count() <= 60
    play = page.locator("[data-act=play]")
    play.click()
    page.wait_for_selector(".arc[data-run]")
    assert play.get_attribute("aria-pressed") == "true"
    play.click()
    assert play.get_attribute("aria-pressed") == "false"
    said = page.locator("[data-says]").inner_text()
    page.wait_for_timeout(500)
    assert page.locator("[data-says]").inner_text() == said


def test_who_asks_for_less_motion_is_offered_none(visit):
    page = visit(width=1280, motion=False)
    page.goto(ROUTES)
    assert page.locator("[data-act=play]").is_hidden()


def test_the_keyboard_stops_once_at_the_map_and_goes_on_by_arrows_in_the_order_of_the_list(visit):
    page = visit(width=1280)
    page.goto(ROUTES)
    page.wait_for_selector('svg a[tabindex="0"]')
    assert page.locator('svg a[tabindex="0"]').count() == 1
    page.locator('svg a[tabindex="0"]').focus()
    names = []
    for _press in range(4):
        names.append(page.evaluate("document.activeElement.getAttribute('aria-labelledby')"))
        page.keyboard.press("ArrowRight")
    assert names == ["road-1", "road-2", "road-3", "road-4"]
    assert page.locator("[data-says]").inner_text()
    page.keyboard.press("End")
    assert page.evaluate("document.activeElement.getAttribute('aria-labelledby')").startswith("place-")


@pytest.mark.parametrize("view", ["", "?view=table"])
def test_without_scripts_everything_is_there(visit, view):
    page = visit(width=390, javascript=False)
    page.goto(ROUTES + view)
    rows = page.locator(".roads > li" if not view else ".roads-table table >> nth=0 >> tbody tr")
    assert rows.count() == page.locator(".arc").count() > 20
    assert page.locator("[data-act=play]").is_hidden()
    assert page.locator(".years__axis").is_hidden()
    page.fill("#years-first", "1963")
    page.fill("#years-last", "1974")
    page.click(".ask-roads button")
    assert "years=1963&years=1974" in page.url
    assert 0 < page.locator(".arc").count() < 60


def test_on_paper_the_map_and_its_list_stand_without_the_form(visit):
    page = visit(width=1280)
    page.goto(ROUTES)
    page.emulate_media(media="print")
    assert page.locator(".road-map").is_visible()
    assert page.locator(".roads").is_visible()
    assert page.locator(".ask-roads").is_hidden()
