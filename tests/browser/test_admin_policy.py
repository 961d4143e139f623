"""The admin works under its own policy: previews, choosers, rich text, the museum's editors; ``visit`` fails where one is refused."""

import contextlib
import re
import sqlite3

import pytest

from tests.browser.addresses import addresses

#: Pages of the admin, each with something of its own that scripts and styles make.
PLACES = (
    "/admin/", "/admin/pages/", "/admin/images/", "/admin/documents/", "/admin/images/add/", "/admin/users/", "/admin/account/",
    "/admin/reports/site-history/", "/admin/workflows/list/", "/admin/snippets/collection/artefact/", "/admin/snippets/assets/recording/",
    "/admin/snippets/assets/model3d/", "/admin/snippets/stories/journey/", "/admin/second-factor/",
)  # fmt: skip


@pytest.fixture
def desk(signed_in):
    """A window of an administrator."""
    return signed_in(width=1280)


@pytest.fixture
def number_of(museum_state):
    """The number of a page by its address."""

    def number(path: str) -> int:
        slug = path.rstrip("/").rsplit("/", 1)[-1]
        with contextlib.closing(sqlite3.connect(museum_state / "db.sqlite3", timeout=30)) as database:
            [(found,)] = database.execute("SELECT id FROM wagtailcore_page WHERE slug = ?", [slug]).fetchall()
        return found

    return number


@pytest.mark.parametrize("place", PLACES)
def test_no_place_of_the_admin_is_refused_anything(desk, place):
    answer = desk.goto(place, wait_until="networkidle")
    assert answer.status == 200


@pytest.mark.parametrize("kind", ["story", "exhibit", "panorama", "home"])
def test_a_page_is_edited_and_previewed(desk, number_of, kind):
    path = "/fr/" if kind == "home" else addresses("fr")[kind]
    desk.goto(f"/admin/pages/{number_of(path)}/edit/", wait_until="networkidle")
    assert desk.locator(".Draftail-Editor, .w-field__input").count()
    desk.locator("[data-side-panel-toggle=preview], button[aria-label*=perçu]").first.click()
    frame = desk.frame_locator("iframe[title]").last
    frame.locator("main, h1").first.wait_for(timeout=60_000)


def test_rich_text_and_choosers_open(desk, number_of):
    desk.goto(f"/admin/pages/{number_of(addresses('fr')['story'])}/edit/", wait_until="networkidle")
    editor = desk.locator(".public-DraftEditor-content").first
    editor.click()
    desk.keyboard.type("Une phrase. ")
    assert "Une phrase." in editor.text_content()
    desk.locator("[data-chooser-action-choose]:visible").first.click()
    desk.locator(".modal.in, .modal[open], .modal-content").first.wait_for()
    desk.locator(".modal-content a, .modal-content input").first.wait_for()


def test_an_artefact_is_edited(desk, museum_state):
    desk.goto("/admin/snippets/collection/artefact/")
    desk.locator("a[href*='/edit/']").first.click()
    desk.wait_for_url(re.compile("/edit/"))
    desk.wait_for_load_state("networkidle")
    assert desk.locator("form[data-edit-form], #w-editor-form, form").count()
