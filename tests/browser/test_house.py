"""The museum opens in a browser, in the reader's language, and asks no other host for anything."""

import urllib.error
import urllib.request

import pytest

from tests.browser.addresses import every_page, name


@pytest.mark.parametrize(
    ("locale", "language", "direction"),
    [("fr", "fr", "ltr"), ("ar", "ar", "rtl"), ("en", "en", "ltr")],
)
def test_root_address_opens_in_the_readers_language(visit, locale, language, direction):
    page = visit(locale=locale)
    answer = page.goto("/")
    assert answer.status == 200
    assert page.url.endswith(f"/{language}/")
    html = page.locator("html")
    assert html.get_attribute("lang") == language
    assert html.get_attribute("dir") == direction


def test_a_curator_logs_in(visit, logins):
    page = visit(locale="fr", width=1280)
    page.goto("/admin/")
    page.fill("input[name=username]", "curator")
    page.fill("input[name=password]", logins["curator"])
    page.locator("form button[type=submit]").first.click()
    page.wait_for_url("**/admin/")
    assert page.locator(".sidebar, [data-wagtail-sidebar]").count()


def test_the_window_notices_another_host_and_what_the_policy_refused(browser, museum):
    from tests.browser.conftest import Visit

    window = Visit(browser, museum)
    for address in (f"{museum}/fr/", "about:blank"):
        # The museum's own policy stops it before anything is asked; where there is none, it goes out.
        window.page.goto(address)
        window.page.evaluate("fetch('https://elsewhere.example/').catch(() => {})")
        window.page.wait_for_timeout(200)
    window.context.close()
    assert window.refused
    assert window.foreign == ["https://elsewhere.example/"]


@pytest.mark.parametrize(("kind", "language", "path"), every_page(), ids=name)
def test_the_addresses_that_the_bars_are_held_on_answer(museum, untranslated, kind, language, path):
    expected = 404 if kind == "unknown page" else 200
    try:
        answer = urllib.request.urlopen(museum + path, timeout=60)
    except urllib.error.HTTPError as error:
        answer = error
    with answer:
        assert answer.status == expected
        assert answer.url == museum + path
