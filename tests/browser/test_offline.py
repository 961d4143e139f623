"""What a device keeps: only what was asked for, readable without network, and no longer than the museum shows it."""

import contextlib
import re
import zipfile

import pytest
from playwright.sync_api import expect

from tests.browser import museum_server
from tests.browser.addresses import addresses

KEPT = """
async () => {
  const found = {};
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const path = new URL(request.url).pathname;
      found[path] = (await (await cache.match(request)).blob()).size;
    }
  }
  return found;
}
"""
UNITS = {"K": 1024, "M": 1024 * 1024}


def keep(page, path: str, sounds: bool = False) -> int:
    """Keep a page; how many bytes its button said."""
    page.goto(path)
    button = page.locator("[data-act='keep']")
    said = button.inner_text()
    if sounds:
        page.locator("[data-sound]").check()
        said += page.locator(".keep__sound").inner_text()
    button.click()
    expect(page.locator("[data-act='drop']")).to_be_visible(timeout=30_000)
    found = re.findall(r"([\d.,]+)\s*([KM])i?[oB]", said)
    return sum(round(float(number.replace(",", ".")) * UNITS[unit]) for number, unit in found)


def is_kept(page, path: str) -> bool:
    return path in page.evaluate(KEPT)


def test_nothing_is_kept_unasked(visit):
    page = visit()
    page.goto(addresses("fr")["story"])
    expect(page.locator("[data-act='keep']")).to_be_visible()
    assert page.evaluate(KEPT) == {}
    assert page.evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length") == 0


@pytest.mark.parametrize(("kind", "sounds"), [("story", False), ("exhibit", True)])
def test_a_kept_page_is_read_without_network_and_takes_what_was_said(visit, kind, sounds):
    page, path = visit(), addresses("fr")[kind]
    said = keep(page, path, sounds)
    kept = page.evaluate(KEPT)
    shell = page.evaluate("async () => { const o = new Set(); for (const name of await caches.keys()) { if (!name.startsWith('kept ')) { for (const r of await (await caches.open(name)).keys()) { o.add(new URL(r.url).pathname); } } } return [...o]; }")  # fmt: skip
    taken = sum(size for address, size in kept.items() if address not in shell and "kept-here" not in address)
    assert abs(taken - said) <= 0.1 * said + 30_000, (taken, said)
    page.context.set_offline(True)
    page.goto(path)
    assert page.locator("h1").is_visible()
    page.evaluate("for (const image of document.images) { image.loading = 'eager'; }")
    page.wait_for_function("() => [...document.images].every((image) => image.complete)")
    assert page.evaluate("[...document.images].filter((image) => !image.naturalWidth).map((image) => image.src)") == []
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontWeight") == "400"
    if sounds:
        page.evaluate("() => { const audio = document.querySelector('audio'); audio.preload = 'auto'; audio.load(); }")
        page.wait_for_function("() => document.querySelector('audio').readyState >= 1")


def test_without_network_any_other_page_says_so_in_its_language(visit):
    page = visit()
    keep(page, addresses("fr")["story"])
    page.context.set_offline(True)
    page.goto("/ar/collection/")
    assert page.locator("html").get_attribute("dir") == "rtl"
    expect(page.locator(".kept li")).to_have_count(1)


def test_the_desk_files_and_pages_passed_are_not_kept(visit, logins):
    page = visit()
    keep(page, addresses("fr")["story"])
    before = page.evaluate(KEPT)
    for path in ("/fr/", addresses("fr")["artefact"], "/admin/login/"):
        page.goto(path)
    page.fill("[name=username]", "admin")
    page.fill("[name=password]", logins["admin"])
    page.click("button[type=submit]")
    page.wait_for_url("**/admin/")
    page.goto("/fr/kept/")
    added = set(page.evaluate(KEPT)) - set(before) - {"/kept-here/checked"}
    assert added == set()


def test_the_list_says_sizes_and_deletes(visit):
    page, path = visit(), addresses("fr")["story"]
    keep(page, path)
    page.goto("/fr/kept/")
    row = page.locator(".kept li")
    expect(row).to_have_count(1)
    assert re.search(r"\d\sKio", row.inner_text())
    row.locator("button").click()
    expect(row).to_have_count(0)
    assert not is_kept(page, path)


def test_what_does_not_fit_is_refused_with_a_sentence_and_leaves_nothing(visit):
    page, path = visit(), addresses("fr")["story"]
    page.goto(path)
    page.evaluate(
        """async () => {
          const cache = await caches.open("kept /fr/other/ 1");
          await cache.put("/kept-here/about", new Response(JSON.stringify({ path: "/fr/other/", bytes: 52428800, at: Date.now() })));
        }"""
    )
    page.locator("[data-act='keep']").click()
    expect(page.locator(".take-along [data-says]")).to_contain_text("50 Mo")
    assert not is_kept(page, path)


def test_a_browser_that_keeps_nothing_is_told_so(visit):
    page = visit()
    page.add_init_script(
        "navigator.serviceWorker.register = () => Promise.reject(new DOMException('', 'SecurityError'));"
    )
    page.goto(addresses("fr")["story"])
    page.locator("[data-act='keep']").click()
    expect(page.locator(".take-along [data-says]")).to_contain_text("ne garde rien")


@contextlib.contextmanager
def decided(state, decision: str):
    """A decision of the museum (``{}`` is whether it stands), taken back afterwards."""

    def take(stands: bool) -> None:
        imports = "from wagtail.models import Page; from museum.assets.models import MuseumImage; "
        museum_server.manage(state, "shell", "-c", imports + decision.format(stands))

    take(True)
    try:
        yield
    finally:
        take(False)


def checked(page) -> None:
    """Let the worker compare what is kept with the museum, as it does when the network comes back."""
    page.evaluate(
        """async () => {
          const { active } = await navigator.serviceWorker.ready;
          const channel = new MessageChannel();
          const done = new Promise((resolve) => { channel.port1.onmessage = resolve; });
          active.postMessage({ act: "check" }, [channel.port2]);
          await done;
        }"""
    )


def test_a_withdrawn_page_is_deleted_here_too(visit, museum_state):
    page, path = visit(), addresses("fr")["story"]
    keep(page, path)
    slug = path.rstrip("/").split("/")[-1]
    with decided(museum_state, f"assert Page.objects.filter(slug='{slug}').update(live=not {{}}) == 1"):
        page.goto("/fr/")
        checked(page)
        assert not is_kept(page, path)
        page.goto("/fr/kept/")
        expect(page.locator("[data-gone] li")).to_have_count(1)


def test_a_withdrawn_picture_is_deleted_here_too(visit, museum_state):
    page, path = visit(), addresses("fr")["story"]
    keep(page, path)
    pictures = [address for address in page.evaluate(KEPT) if address.endswith(".webp")]
    part = re.sub(r"\.format-.*", "", pictures[0].split("/")[-1])
    with decided(
        museum_state, f"assert MuseumImage.objects.filter(file__contains='/{part}').update(withdrawn={{}}) == 1"
    ):
        checked(page)
        assert pictures[0] not in page.evaluate(KEPT)
        assert is_kept(page, path)


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize("language", ["fr", "ar"])
def test_a_packed_exhibit_opens_from_a_file(browser, visit, tmp_path, language, javascript):
    page = visit(locale=language, javascript=javascript)
    page.goto(addresses(language)["exhibit"])
    with page.expect_download() as taken:
        page.locator("a[href$='.zip']").click()
    taken.value.save_as(tmp_path / "exhibit.zip")
    assert (tmp_path / "exhibit.zip").stat().st_size <= 25_000_000
    with zipfile.ZipFile(tmp_path / "exhibit.zip") as archive:
        archive.extractall(tmp_path)
    [opened] = tmp_path.glob("*/index.html")
    context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=javascript, offline=True)
    failed, errors = [], []
    file = context.new_page()
    file.on("requestfailed", lambda request: failed.append(request.url))
    file.on("pageerror", lambda error: errors.append(str(error)))
    file.goto(opened.as_uri())
    assert file.locator("html").get_attribute("dir") == ("rtl" if language == "ar" else "ltr")
    assert file.locator("article.work").count() > 5
    if javascript:
        file.evaluate("for (const image of document.images) { image.loading = 'eager'; }")
        file.wait_for_function("() => [...document.images].every((image) => image.complete)")
        assert file.evaluate("[...document.images].filter((image) => !image.naturalWidth).length") == 0
        word = file.locator("article.work h3").nth(1).inner_text().split()[-1]
        file.fill("[type=search]", word)
        assert file.locator("[data-found] li").count() > 0
        file.fill("[type=search]", "zzyzxqw")
        assert file.locator("[data-found] li").count() == 0
        assert file.locator("[data-count]").inner_text()
    else:
        assert not file.locator("[type=search]").is_visible()
    context.close()
    assert failed == []
    assert errors == []


def test_the_kill_switch_takes_everything_back(browser, tmp_path):
    museum_server.copy(museum_server.prepare(), tmp_path)
    port = museum_server.free_port()
    path = addresses("fr")["story"]
    with museum_server.opened(tmp_path, port) as address:
        context = browser.new_context(base_url=address)
        page = context.new_page()
        keep(page, path)
        assert is_kept(page, path)
    with museum_server.opened(tmp_path, port, OFFLINE="off"):
        page.goto("/fr/")
        page.evaluate(
            "async () => { const there = await navigator.serviceWorker.getRegistration(); await there?.update(); }"
        )
        page.wait_for_function(
            "async () => (await caches.keys()).length === 0 && !(await navigator.serviceWorker.getRegistration())"
        )
        page.goto(path)
        assert page.locator("[data-act='keep']").count() == 0
        context.close()
