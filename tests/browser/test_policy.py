"""Nothing a page does is refused by the museum's own policy; what is not of the museum is (docs/security.md).

Every other browser test holds the first as well: ``visit`` fails where a policy refused something.
"""

import pytest

from tests.browser.addresses import addresses, every_page, name
from tests.browser.conftest import Visit

#: Pages on which something large is fetched at a press: a viewer, a model, a room, a place.
LIVELY = ("artefact", "exhibit", "story", "room", "panorama", "guided look")
MOST_PRESSES = 2


@pytest.mark.parametrize(("kind", "language", "path"), every_page("fr"), ids=name)
def test_no_page_is_refused_anything(visit, untranslated, kind, language, path):
    page = visit(locale=language, width=1280)
    page.goto(path, wait_until="networkidle")


@pytest.mark.parametrize("kind", LIVELY)
def test_nothing_is_refused_once_a_stage_is_entered(visit, kind):
    page = visit(width=1280)
    page.goto(addresses("fr")[kind])
    entrances = page.locator("[data-enter]:visible")
    entrances.first.wait_for()
    for _ in range(min(entrances.count(), MOST_PRESSES)):
        entrances.first.click()
        page.locator("canvas:visible").first.wait_for(timeout=60_000)
        page.wait_for_timeout(1500)
        page.keyboard.press("Escape")


def test_what_is_not_of_the_museum_is_refused(browser, museum):
    window = Visit(browser, museum)
    window.page.goto(f"{museum}/fr/")
    window.page.evaluate("""() => {
      const script = document.createElement("script");
      script.textContent = "document.title = 'taken over'";
      document.head.append(script);
      document.body.insertAdjacentHTML("beforeend", "<p style='color: red' onclick='x()'>x</p><img src='https://elsewhere.example/x.png'>");
    }""")
    window.page.wait_for_timeout(300)
    title, refused = window.page.title(), "\n".join(window.refused)
    window.context.close()
    assert title != "taken over"
    assert all(word in refused for word in ("script-src", "style-src", "img-src"))
    assert window.foreign == []
