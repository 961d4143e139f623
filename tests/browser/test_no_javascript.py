"""Without JavaScript: every page reads whole, facets narrow, the language switch leads to the same thing."""

import pytest
from playwright.sync_api import expect

from tests.browser.addresses import addresses, every_page, name

ARABIC = every_page("ar", types=("home", "story", "exhibit", "collection", "artefact", "availability"))
# What JavaScript adds (a button to copy, to share, to hear; the window that a press opens) is marked; all else must be
# there without it.
READ = """
() => ({
  title: document.title,
  heading: document.querySelector("h1").textContent.trim(),
  items: document.querySelectorAll("main li").length,
  pictures: [...document.querySelectorAll("main img")].map((image) => image.getAttribute("src")),
  paragraphs: [...document.querySelectorAll("main p, main h2, main h3, main td, main dd")].map((element) => element.textContent.trim()),
  links: [...document.querySelectorAll("a[href]")].map((link) => link.getAttribute("href")),
})
"""
SHOWN = """
() => [...document.querySelectorAll("main h1, main h2, main p, main li, main dd, main img")].filter((element) =>
  !element.closest("details:not([open]), .visually-hidden, .needs-script, noscript, [hidden], [data-view]") && !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
).map((element) => element.outerHTML.slice(0, 120))
"""
DEAD = """
() => [...document.querySelectorAll("button")].filter((button) => !button.form && button.checkVisibility({ visibilityProperty: true }))
  .map((button) => button.outerHTML.slice(0, 120))
"""


@pytest.mark.parametrize(("kind", "language", "path"), every_page("fr") + ARABIC, ids=name)
def test_page_reads_whole(visit, untranslated, kind, language, path):
    plain, scripted = visit(javascript=False), visit()
    plain.goto(path)
    scripted.goto(path)
    assert plain.evaluate(READ) == scripted.evaluate(READ)
    assert plain.evaluate(SHOWN) == []
    assert plain.evaluate(DEAD) == [], "a button that does nothing without JavaScript"


def test_facets_narrow_the_collection_and_can_be_taken_back(visit):
    page = visit(javascript=False, width=1280, motion=False)
    page.goto("/fr/collection/")
    cards = page.locator("main article, main .card")
    everything = cards.count()
    value = page.locator(".facets a[href*='theme=']").first
    wanted = int(value.locator(".facets__count").text_content())
    if not value.is_visible():
        value.locator("xpath=ancestor::details[1]/summary").click()
    assert 0 < wanted < everything
    value.click()
    page.wait_for_url("**theme=**")
    expect(cards).to_have_count(wanted)
    page.locator(".facets a[aria-current]").first.click()
    page.wait_for_url(lambda address: "theme=" not in address)
    expect(cards).to_have_count(everything)


@pytest.mark.parametrize("kind", ["story", "exhibit", "collection with a facet", "artefact", "plain page"])
def test_the_language_switch_leads_to_the_same_thing(visit, kind):
    page = visit(javascript=False, motion=False)
    page.goto(addresses("fr")[kind])
    page.locator("header details.languages summary").click()
    page.locator("header details.languages a[href^='/ar/']").click()
    page.wait_for_url(lambda address: address.endswith(addresses("ar")[kind]))
    assert page.locator("html").get_attribute("dir") == "rtl"
