"""A curator adds a second factor and signs in with it, in a real browser: an app, a recovery code, a passkey; by keyboard."""

import re
import time

import pytest
from django_otp.oath import TOTP

from tests.browser import museum_server
from tests.browser.conftest import Visit
from tests.browser.test_axe import AXE, violations


@pytest.fixture(scope="module")
def guarded(tmp_path_factory):
    """A museum that asks for a second factor, by name: a passkey is bound to a name. Gives its address and logins."""
    state = tmp_path_factory.mktemp("guarded")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SECOND_FACTOR_REQUIRED", "1")
        with museum_server.serve(state) as address:
            lines = (state / "logins.txt").read_text().splitlines()
            logins = dict(line.split(maxsplit=1) for line in lines if not line.startswith("#"))
            yield address.replace("127.0.0.1", "localhost"), logins


@pytest.fixture
def window(browser, guarded):
    opened = Visit(browser, guarded[0], locale="fr", viewport={"width": 390, "height": 844})
    yield opened
    opened.context.close()
    assert (opened.foreign, opened.errors, opened.refused) == ([], [], [])


def sign_in(page, guarded, name):
    page.goto("/admin/")
    page.fill("[name=username]", name)
    page.fill("[name=password]", guarded[1][name])
    page.press("[name=password]", "Enter")
    page.wait_for_url("**/second-factor/**")


def sign_out(window):
    window.context.clear_cookies()


def code_of(secret: str) -> str:
    from base64 import b32decode

    totp = TOTP(b32decode(secret + "=" * (-len(secret) % 8)))
    totp.time = time.time()
    return f"{totp.token():06d}"


def tab_to(page, selector: str, most: int = 25) -> None:
    for _ in range(most):
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{selector} cannot be reached by Tab")


def breaks_no_rule(page) -> None:
    """axe finds nothing, by day and by night."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    for theme in ("light", "dark"):
        # Wagtail's buttons change their colours in a moment, not at once.
        page.emulate_media(color_scheme=theme)
        page.wait_for_timeout(500)
        assert violations(page, theme) == [], (page.url, theme)


def test_an_app_by_keyboard_then_a_recovery_code(window, guarded):
    page = window.page
    sign_in(page, guarded, "curator")
    assert page.url.split("?")[0].endswith("/second-factor/begin/")
    breaks_no_rule(page)
    tab_to(page, "a[href$='/second-factor/app/']")
    page.keyboard.press("Enter")
    secret = page.locator("code").first.text_content()
    assert page.locator(".museum-factor__code svg").bounding_box()["width"] > 100
    tab_to(page, "[name=code]")
    page.keyboard.type("000000")
    page.keyboard.press("Enter")
    page.locator(".w-field__errors, .error-message").first.wait_for()
    breaks_no_rule(page)
    page.wait_for_timeout(1100)
    page.fill("[name=code]", "")
    page.focus("[name=code]")
    page.keyboard.type(code_of(secret))
    page.keyboard.press("Enter")
    page.locator(".museum-factor__codes").wait_for()
    codes = page.locator(".museum-factor__codes code").all_text_contents()
    assert len(codes) == 10
    breaks_no_rule(page)
    page.locator("main a.button").click()
    page.wait_for_url("**/admin/")
    sign_out(window)
    sign_in(page, guarded, "curator")
    breaks_no_rule(page)
    assert page.evaluate("document.activeElement.name") == "code"
    page.keyboard.type(codes[3].upper())
    page.keyboard.press("Enter")
    page.wait_for_url("**/admin/")
    assert re.search(r"\b9\b", page.locator(".messages").text_content())


def test_a_passkey(window, guarded):
    page = window.page
    devtools = window.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    options |= {"isUserVerified": True, "automaticPresenceSimulation": True}
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    sign_in(page, guarded, "admin")
    page.click("a[href$='/second-factor/passkey/']")
    page.locator("[data-passkey] button").click()
    page.wait_for_url("**/second-factor/codes/")
    page.locator("main form button").first.click()
    page.locator(".museum-factor__codes").wait_for()
    assert page.locator(".museum-factor__codes code").count() == 10
    page.locator("main a.button").click()
    page.wait_for_url("**/admin/")
    sign_out(window)
    sign_in(page, guarded, "admin")
    page.locator("[data-passkey] button").click()
    page.wait_for_url("**/admin/")
    page.goto("/admin/second-factor/")
    breaks_no_rule(page)
    assert page.locator(".museum-factor__devices li").count() == 1
    assert page.locator(".museum-factor__devices form").count() == 0, "the last one stays"


def test_a_passkey_that_is_not_there_is_told(window, guarded):
    page = window.page
    devtools = window.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasUserVerification": True, "isUserVerified": False}
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": {**options, "hasResidentKey": True}})
    sign_in(page, guarded, "admin")
    page.evaluate(
        "() => { navigator.credentials.get = navigator.credentials.create = async () => { throw Error('no'); }; }"
    )
    page.locator("[data-passkey] button").click()
    alert = page.locator("[data-passkey] [role=alert]")
    page.wait_for_function("() => document.querySelector('[data-passkey] [role=alert]').textContent")
    assert "navigateur" in alert.text_content()
    assert page.evaluate("document.activeElement.closest('[data-passkey]') !== null")
