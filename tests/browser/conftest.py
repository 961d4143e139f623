"""A real browser on the whole museum: language, width, theme, motion and JavaScript as each test asks."""

import contextlib
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.browser import addresses, chromium, museum_server

HEIGHTS = {320: 640, 390: 844, 768: 1024, 1280: 800, 1440: 900}


def pytest_collection_modifyitems(items):
    """Every test of this folder is a browser test."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def museum_state() -> Iterator[Path]:
    """The folder with this museum's database, uploads and logins, thrown away afterwards."""
    with tempfile.TemporaryDirectory(prefix="rihla-browser-") as folder:
        yield Path(folder)


@pytest.fixture(scope="session")
def museum(museum_state) -> Iterator[str]:
    """The address of an open museum with the demonstration collection, without a final slash."""
    with museum_server.serve(museum_state) as address:
        yield address


@pytest.fixture(scope="session")
def untranslated(museum, museum_state) -> None:
    """Withdraw a page in French and another in Arabic, so that the museum has things to say where they exist."""
    slugs = addresses.withdrawn_slugs()
    with contextlib.closing(sqlite3.connect(museum_state / "db.sqlite3", timeout=30)) as database:
        marks = ", ".join("?" * len(slugs))
        changed = database.execute(f"UPDATE wagtailcore_page SET live = 0 WHERE slug IN ({marks})", slugs)
        database.commit()
        assert changed.rowcount == len(slugs)


@pytest.fixture(scope="session")
def logins(museum, museum_state) -> dict[str, str]:
    """The passwords of ``admin`` and ``curator``."""
    lines = (museum_state / "logins.txt").read_text().splitlines()
    return dict(line.split(maxsplit=1) for line in lines if not line.startswith("#"))


@pytest.fixture(scope="session")
def browser():
    """One Chromium for the test process."""
    from playwright.sync_api import sync_playwright

    executable = chromium.find()
    if not executable:
        pytest.skip("no Chromium: apt-get install chromium, or set CHROMIUM")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=executable,
            args=["--no-sandbox", "--disable-dev-shm-usage", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"],
        )
        yield started
        started.close()


#: Milliseconds until a page or a part of it is given up: the machine of the tests may have much else to do.
PATIENCE = 90_000
#: True where each component of a page is mounted or cannot be, and where a page has none of them.
MOUNTED = """() => document.documentElement.classList.contains("mounted") || !document.querySelector('script[src*="/js/main."]')"""


class Visit:
    """A browser window on the museum, and what it noticed: requests to other hosts, script errors, what a policy refused."""

    def __init__(self, browser, address: str, **options):
        self.address = address
        self.foreign: list[str] = []
        self.errors: list[str] = []
        self.refused: list[str] = []
        self.context = browser.new_context(base_url=address, **options)
        self.context.set_default_timeout(PATIENCE)
        self.context.route("**/*", self._only_the_museum)
        self.page = self.context.new_page()
        self.page.on("pageerror", self._note_error)
        self.page.on("console", self._note_refusal)
        if options.get("java_script_enabled", True):
            self.page.goto = self._then_mounted(self.page.goto)
            self.page.reload = self._then_mounted(self.page.reload)

    def _then_mounted(self, going):
        """``going``, and then a wait until each of the page's components is mounted or cannot be."""

        def go(*args, **kwargs):
            answer = going(*args, **kwargs)
            self.page.wait_for_function(MOUNTED)
            return answer

        return go

    def _note_error(self, error):
        # What the browser says of a change of pages that it does not draw is no script's error.
        if not str(error).startswith("Transition was"):
            self.errors.append(str(error))

    def _note_refusal(self, message):
        if "Content Security Policy" in message.text or "Permissions-Policy" in message.text:
            self.refused.append(message.text)

    def _only_the_museum(self, route):
        address = route.request.url
        if urlsplit(address).netloc == urlsplit(self.address).netloc:
            route.continue_()
        else:
            self.foreign.append(address)
            route.abort()


@pytest.fixture
def visit(browser, museum) -> Iterator[Callable]:
    """Open a window: ``page = visit(locale="ar", width=390, theme="dark", javascript=False)``.

    ``motion`` is False for a reader who asks for reduced motion; ``zoom`` of 2 halves the width a
    page sees, as a browser's zoom does. A test fails where a page asked another host for anything,
    one of its scripts raised, or the museum's own policy refused something of it.
    """
    visits: list[Visit] = []

    def open_window(*, locale="fr", width=390, theme="light", javascript=True, motion=True, zoom=1, **options):
        size = {"width": width // zoom, "height": HEIGHTS.get(width, 900) // zoom}
        opened = Visit(
            browser,
            museum,
            locale=locale,
            viewport=size,
            color_scheme=theme,
            reduced_motion="no-preference" if motion else "reduce",
            java_script_enabled=javascript,
            **{"device_scale_factor": zoom, **options},
        )
        visits.append(opened)
        return opened.page

    yield open_window
    for opened in visits:
        opened.context.close()
    assert [address for opened in visits for address in opened.foreign] == [], "asked another host"
    assert [error for opened in visits for error in opened.errors] == [], "a script raised"
    assert [text for opened in visits for text in opened.refused] == [], "a policy refused something of the page"


@pytest.fixture
def signed_in(visit, logins) -> Callable:
    """Opens a window on the desk, where ``admin`` has signed in; options as for ``visit``."""

    def open_desk(**options):
        page = visit(**options)
        page.goto("/admin/login/")
        page.fill("[name=username]", "admin")
        page.fill("[name=password]", logins["admin"])
        page.press("[name=password]", "Enter")
        page.wait_for_url("**/admin/")
        return page

    return open_desk
