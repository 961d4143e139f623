"""Light pages, counted on the wire: no font, no picture, and how little of the rest."""

import pytest
from playwright.sync_api import expect

from tests.browser.addresses import addresses, every_page, name
from tests.browser.test_weights import weigh

#: KB on the way, compressed. The bar is a story page of 60 in all and 25 of HTML; all pages keep it.
LIMITS = {"Document": 25, "Script": 10, "all": 60}


def light(path: str) -> str:
    return f"{path}{'&' if '?' in path else '?'}data=low"


@pytest.mark.parametrize(("kind", "language", "path"), every_page("fr", "ar"), ids=name)
def test_a_light_page_is_light(visit, untranslated, kind, language, path):
    page = visit(width=390, device_scale_factor=2)
    weights = weigh(page, light(path))
    print(kind, language, {key: round(value, 1) for key, value in weights.items()})  # noqa: T201
    assert weights["Document"] > 1
    assert {key: weights[key] for key in ("Font", "Image", "Media") if key in weights and weights[key] > 3} == {}
    assert {key: weights[key] for key, limit in LIMITS.items() if weights[key] > limit} == {}


@pytest.mark.parametrize("javascript", [True, False])
def test_a_picture_is_shown_when_it_is_asked_for(visit, javascript):
    page = visit(javascript=javascript, motion=False)
    page.goto(light(addresses("fr")["story"]))
    link = page.locator(".story-picture .unshown__show")
    words = page.locator(".story-picture .unshown__words").inner_text()
    assert page.locator("main img").count() == 0
    link.click()
    if javascript:
        picture = page.locator(".story-picture img")
        expect(picture).to_be_focused()
        assert picture.get_attribute("alt") == words
    else:
        page.wait_for_url("**/*.webp")


def test_the_switch_holds_for_the_visit_and_for_the_next(visit):
    page = visit(motion=False)
    page.goto("/fr/")
    page.locator("[data-mode='low']").click()
    page.wait_for_url("**/fr/?data=low")
    page.locator("header nav a").first.click()
    page.wait_for_url("**data=low")
    page.goto("/fr/collection/")
    page.wait_for_url("**/fr/collection/?data=low")
    page.locator("[data-mode='full']").click()
    page.wait_for_url(lambda address: address.endswith("/fr/collection/"))
    page.goto("/fr/")
    expect(page.locator("[data-mode='low']")).to_be_visible()
    assert page.context.cookies() == []


def test_the_switch_needs_no_script(visit):
    page = visit(javascript=False, motion=False)
    page.goto("/ar/")
    page.locator("[data-mode='low']").click()
    page.wait_for_url("**/ar/?data=low")
    page.locator("[data-mode='full']").click()
    page.wait_for_url(lambda address: address.endswith("/ar/"))
