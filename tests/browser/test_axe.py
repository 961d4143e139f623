"""axe finds no breach of WCAG 2.2 AA on any page type, by day and by night, in both directions, on a phone and a desk."""

from pathlib import Path

import pytest

from tests.browser.addresses import addresses, every_page, name
from tests.browser.test_lean_in import contract

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN = """
(tags) => axe.run(document, {
  runOnly: { type: "tag", values: tags },
  rules: { "target-size": { enabled: true } },
  resultTypes: ["violations"],
}).then((found) => found.violations.flatMap(
  (rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")} | ${node.failureSummary}`)
))
"""
IN_BOTH_DIRECTIONS = every_page("fr", "ar")
AT_A_DESK = every_page("en", types=("home", "story", "exhibit", "artefact", "collection", "timeline"))
IN_TIFINAGH = every_page("zgh", types=("home", "collection", "place", "availability"))
WITH_MENUS = every_page("fr", "ar", types=("home", "exhibit", "collection", "artefact"))


def violations(page, theme: str) -> list[str]:
    """What axe finds on the open page in a theme, one line an element."""
    page.emulate_media(color_scheme=theme)
    return page.evaluate(RUN, TAGS)


def open_page(visit, path: str, width: int = 390):
    """The page at ``path`` with axe loaded, nothing moving."""
    page = visit(width=width, motion=False)
    page.goto(path)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    return page


@pytest.mark.parametrize(("kind", "language", "path"), IN_BOTH_DIRECTIONS + IN_TIFINAGH, ids=name)
def test_page_breaks_no_rule_by_day_or_night(visit, untranslated, kind, language, path):
    page = open_page(visit, path)
    for theme in ("light", "dark"):
        assert violations(page, theme) == [], theme


@pytest.mark.parametrize(("kind", "language", "path"), AT_A_DESK, ids=name)
def test_page_breaks_no_rule_at_a_desk(visit, kind, language, path):
    page = open_page(visit, path, width=1280)
    assert violations(page, "light") == []


@pytest.mark.parametrize(("kind", "language", "path"), WITH_MENUS, ids=name)
def test_page_breaks_no_rule_with_everything_unfolded(visit, kind, language, path):
    page = open_page(visit, path)
    page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })")
    for theme in ("light", "dark"):
        assert violations(page, theme) == [], theme


@pytest.mark.parametrize("language", ["fr", "ar"])
@pytest.mark.parametrize(
    ("kind", "component"),
    [("artefact", "lean-in"), ("artefact", "object"), ("guided look", "look"), ("panorama", "panorama")],
)
def test_page_breaks_no_rule_with_its_skin_on(visit, museum, language, kind, component):
    path = contract(museum, language) if component == "lean-in" else addresses(language)[kind]
    page = open_page(visit, path)
    skin = page.locator(f'[data-component="{component}"]').first
    skin.locator("[data-enter]").press("Enter")
    skin.locator("canvas").first.wait_for()
    skin.locator("[data-leave]").first.wait_for(state="visible")
    for theme in ("light", "dark"):
        assert violations(page, theme) == [], theme


#: A view in three dimensions: where it is, its element, what is pressed in it one after the other.
VIEWS = {
    "room": (".walk", ["next", "details", "plan", "walk", "fill"]),
    "panorama": (".panorama-stage", ["next", "fill"]),
    "artefact": (".object-viewer", ["measure", "fill"]),
}


@pytest.mark.parametrize("language", ["fr", "ar"])
@pytest.mark.parametrize("kind", VIEWS)
@pytest.mark.parametrize("width", [390, 1280])
def test_no_rule_is_broken_inside_a_view(visit, kind, language, width):
    selector, acts = VIEWS[kind]
    page = open_page(visit, addresses(language)[kind], width=width)
    page.locator(f"{selector} [data-enter]").first.press("Enter")
    page.wait_for_function(f"() => document.querySelector('{selector}').stage?.frames > 0")
    found = {"opened": violations(page, "light")}
    for act in acts:
        page.locator(f"{selector} [data-act={act}]").press("Enter")
        found[act] = violations(page, "light")
    assert {act: lines for act, lines in found.items() if lines} == {}


def test_axe_would_notice(visit):
    page = open_page(visit, "/fr/")
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<a href=\"/fr/\"></a>')")
    assert any(line.startswith("link-name:") for line in violations(page, "light"))
