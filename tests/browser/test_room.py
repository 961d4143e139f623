"""The walkable room: the same works as the list, by keyboard, within its budgets, and gone when left."""

import json
import re

import pytest

from exhibits.layout import Hanging, halls_of
from tests.browser.addresses import addresses
from tests.browser.stages import SETTLED

ENTERED = "() => document.querySelector('.walk').stage?.frames > 0"
TEXTURES = """() => {
  const found = new Set();
  document.querySelector('.walk').stage.scene.traverse((part) => {
    for (const value of Object.values(part.material ?? {})) { if (value?.isTexture && value.image) { found.add(value); } }
  });
  return [...found].reduce((sum, { image }) => sum + image.width * image.height * 4 * 4 / 3, 0) / 1024 / 1024;
}"""


def room_of(language: str, number: int | None = None) -> str:
    return f"{addresses(language)['exhibit']}room/" + (f"{number}/" if number else "")


def enter(page, path: str) -> None:
    page.goto(path)
    press(page)


def press(page) -> None:
    button = page.locator(".walk__head [data-enter]")
    button.wait_for(state="visible")
    button.press("Enter")
    page.wait_for_function(ENTERED)


def says(page) -> str:
    return page.locator("[data-says]").text_content()


def names(page) -> list[str]:
    return page.locator("[data-list] .works > .work").evaluate_all("rows => rows.map((row) => row.dataset.name)")


def test_nothing_is_fetched_for_the_room_before_the_press(visit):
    page = visit()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(room_of("fr"))
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "three" in url or "/js/room/" in url or url.endswith(".glb")]
    press(page)
    assert [url for url in asked if "three" in url]


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_rows_of_the_list_works_hung_and_stops_are_one(visit, language):
    page = visit(motion=False, width=1280, locale=language)
    enter(page, room_of(language, 2))
    hung = page.evaluate("document.querySelector('.walk').walk.plan.works.map((work) => work.key)")
    rows = page.locator("[data-list] .works > .work").evaluate_all("rows => rows.map((row) => row.id)")
    marks = page.locator("[data-list] [data-plan] a").evaluate_all(
        "marks => marks.map((a) => a.getAttribute('href').slice(1))"
    )
    assert hung == rows == marks
    assert len(rows) > 3


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_by_keyboard_alone_every_work_is_visited_in_order_and_named(visit, language):
    page = visit(motion=False, width=1280, locale=language)
    enter(page, room_of(language, 2))
    heard, here = [], []
    page.keyboard.press("Enter")
    assert page.locator("h1").text_content().strip() in says(page), "the text on the wall comes before the works"
    for _work in names(page):
        page.keyboard.press("Enter")
        heard.append(says(page))
        here.append(page.evaluate("location.hash.slice(1)"))
    assert all(name in words for name, words in zip(names(page), heard, strict=True))
    assert len(set(heard)) == len(heard)
    assert here == page.locator("[data-list] .works > .work").evaluate_all("rows => rows.map((row) => row.id)")


def test_the_arabic_walk_is_the_mirror_of_the_french(visit):
    page = visit()
    found = {}
    for language in ("fr", "ar"):
        page.goto(room_of(language, 2))
        plan = json.loads(page.locator("#walk-plan").text_content())
        found[language] = [work["at"][0] for work in plan["works"]]
    assert found["ar"] == [-x for x in found["fr"]]


def test_a_shared_fragment_opens_before_its_work(visit):
    page = visit(motion=False)
    page.goto(room_of("fr", 2))
    anchor = page.locator("[data-list] .works > .work").nth(2).get_attribute("id")
    page.goto("about:blank")
    enter(page, f"{room_of('fr', 2)}#{anchor}")
    assert names(page)[2] in says(page)


def test_plan_details_and_back(visit):
    page = visit(motion=False, width=1280)
    enter(page, room_of("fr", 2))
    page.locator("[data-act=plan]").press("Enter")
    page.locator("[data-panel=plan] a").nth(3).press("Enter")
    assert names(page)[3] in says(page)
    page.locator("[data-act=next]").press("Enter")
    page.locator("[data-act=details]").press("Enter")
    assert page.locator("[data-panel=details] .label").count() == 1
    page.locator("[data-act=back]").press("Enter")
    assert names(page)[3] in says(page)


def test_escape_closes_the_innermost_thing_first(visit):
    page = visit(motion=False, width=1280)
    enter(page, room_of("fr", 2))
    page.locator("[data-act=fill]").press("Enter")
    page.locator("[data-act=walk]").press("Enter")
    page.locator("[data-act=next]").press("Enter")
    page.locator("[data-act=details]").press("Enter")
    state = """() => ({
      details: !document.querySelector('[data-panel=details]').hidden,
      walking: document.querySelector('[data-act=walk]').getAttribute('aria-pressed') === 'true',
      filled: document.querySelector('[data-view]').hasAttribute('data-filled'),
      open: document.querySelector('.walk').hasAttribute('data-open'),
    })"""
    seen = []
    for _press in range(4):
        seen.append([key for key, value in page.evaluate(state).items() if value])
        page.keyboard.press("Escape")
    assert seen == [
        ["details", "walking", "filled", "open"],
        ["walking", "filled", "open"],
        ["filled", "open"],
        ["open"],
    ]
    assert page.evaluate("document.activeElement.matches('[data-enter]')")


def test_the_arrow_keys_belong_to_the_page_until_walking_is_asked_for(visit):
    page = visit(width=1280)
    enter(page, room_of("fr", 2))
    where = "JSON.stringify(document.querySelector('.walk').walk.at)"
    page.evaluate(SETTLED, ".walk")
    before = page.evaluate(where)
    page.keyboard.press("ArrowUp")
    assert page.evaluate(where) == before
    page.locator("[data-act=walk]").press("Enter")
    page.keyboard.down("ArrowUp")
    page.wait_for_function(f"before => {where} !== before", arg=before)
    page.keyboard.up("ArrowUp")


def test_nothing_is_drawn_while_nothing_moves(visit):
    page = visit(width=1280)
    enter(page, room_of("fr", 2))
    page.evaluate(SETTLED, ".walk")
    frames = page.evaluate("document.querySelector('.walk').stage.frames")
    page.wait_for_timeout(2000)
    assert page.evaluate("document.querySelector('.walk').stage.frames") == frames > 0


def test_a_move_is_a_cut_for_a_reader_who_asks_for_calm(visit):
    page = visit(motion=False, width=1280)
    enter(page, room_of("fr", 2))
    page.evaluate(SETTLED, ".walk")
    drawn = page.evaluate(
        """async () => {
          const { walk } = document.querySelector('.walk');
          walk.hanging.near = async () => {};
          const before = walk.stage.frames;
          walk.go(2);
          do {
            await new Promise((resolve) => setTimeout(resolve, 1000));
          } while (walk.stage.asked);
          return walk.stage.frames - before;
        }"""
    )
    assert 1 <= drawn <= 2


def test_leaving_gives_everything_back_and_ten_visits_cost_no_more_than_one(visit):
    page = visit(motion=False, width=1280)
    page.goto(room_of("fr", 2))
    most = []
    for _time in range(10):
        page.evaluate("history.replaceState(null, '', location.pathname)")
        press(page)
        # A picture takes memory once it has been seen: all of them are there before one goes on.
        page.evaluate(SETTLED, ".walk")
        page.locator("[data-act=next]").click()
        page.evaluate(SETTLED, ".walk")
        stage = page.evaluate_handle("document.querySelector('.walk').stage")
        most.append(stage.evaluate("stage => [stage.counts.textures, stage.counts.geometries]"))
        page.locator(".walk__view [data-leave]").click()
        assert stage.evaluate("stage => [stage.counts.textures, stage.counts.geometries]") == [0, 0]
        assert page.locator("canvas").count() == 0
    assert most[-1] == most[0]
    assert most[0][0] > 3


def test_a_lost_context_leads_back_to_the_list_with_a_sentence(visit):
    page = visit(motion=False)
    enter(page, room_of("fr", 2))
    page.evaluate("document.querySelector('.walk').stage.renderer.forceContextLoss()")
    plain = page.locator("[data-plain]")
    plain.wait_for(state="visible")
    assert "liste" in plain.text_content()
    assert plain.evaluate("element => element === document.activeElement")
    assert page.locator("[data-list]").is_visible()
    assert page.locator("canvas").count() == 0


@pytest.mark.parametrize(
    ("script", "sentence"),
    [
        (
            "HTMLCanvasElement.prototype.getContext = new Proxy(HTMLCanvasElement.prototype.getContext, "
            "{ apply: (f, self, args) => args[0].startsWith('webgl') ? null : Reflect.apply(f, self, args) })",
            "webgl",
        ),
        ("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })", "data"),
        ("sessionStorage.setItem('rihla-room', 'starting')", "crashed"),
    ],
)
def test_where_the_room_cannot_or_should_not_open_a_sentence_says_so(visit, script, sentence):
    page = visit(motion=False)
    page.add_init_script(script)
    page.goto(room_of("fr"))
    if sentence == "webgl":
        page.locator(".walk__head [data-enter]").click()
    plain = page.locator("[data-plain]")
    plain.wait_for(state="visible")
    expected = page.locator(f"template[data-sentence={sentence}]").evaluate("t => t.content.textContent.trim()")
    assert plain.text_content() == expected != ""
    assert page.locator("[data-list]").is_visible()


def test_through_the_door_into_the_next_room_and_back(visit):
    page = visit(motion=False, width=1280)
    enter(page, room_of("fr"))
    first = names(page)
    for _step in range(len(first) + 2):
        page.locator("[data-act=next]").press("Enter")
    page.wait_for_function("() => location.pathname.endsWith('/room/2/')")
    page.wait_for_function("() => !document.querySelector('.walk').walk.changing")
    second = names(page)
    assert not set(first) & set(second)
    for _step in range(2):
        page.locator("[data-act=next]").press("Enter")
    assert second[0] in says(page)
    page.reload()
    assert names(page) == second


def test_the_first_room_is_usable_within_a_megabyte_and_a_half(visit):
    page = visit(width=390, device_scale_factor=2)
    sizes = []
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    network.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    enter(page, room_of("fr"))
    page.evaluate(SETTLED, ".walk")
    assert 0.15 < sum(sizes) / 1024 / 1024 <= 1.5


def test_a_room_of_24_works_keeps_its_budgets(visit):
    """The page of a room is sent with its works repeated to 24, hung by the museum's own layout."""
    page = visit(width=1280, motion=False)

    def fill(route):
        html = route.fetch().text()
        items = re.findall(r'<li class="work .*?</li>(?=\s*(?:<li class="work|</ol>))', html, re.S)
        assert len(items) > 3
        kinds = re.findall(r'"form": "(\w+)"', html)
        works, rows = [], []
        for k in range(24):
            form = kinds[k % len(items)]
            works.append(Hanging(f"work-{k:08x}", form, width=0.9, aspect=1.2))
            rows.append(re.sub(r'id="work-\w+"', f'id="work-{k:08x}"', items[k % len(items)]))
        [hall] = halls_of(works)
        start, end = html.index(items[0]), html.index(items[-1]) + len(items[-1])
        html = html[:start] + "".join(rows) + html[end:]
        html = re.sub(
            r'(id="walk-plan" type="application/json">).*?(</script>)',
            lambda match: match[1] + json.dumps(hall.as_json()) + match[2],
            html,
            flags=re.S,
        )
        route.fulfill(body=html, content_type="text/html")

    page.route("**/room/2/", fill)
    enter(page, room_of("fr", 2))
    worst = {"calls": 0, "triangles": 0, "megabytes": 0.0}
    for step in range(24):
        page.evaluate(f"document.querySelector('.walk').walk.go({step})")
        if step % 4 == 0:
            page.evaluate(SETTLED, ".walk")
        # From where one stands, look back over the whole room.
        page.evaluate("document.querySelector('.walk').walk.glance(180, 0)")
        page.wait_for_timeout(80)
        counts = page.evaluate("document.querySelector('.walk').stage.counts")
        worst["calls"] = max(worst["calls"], counts["calls"])
        worst["triangles"] = max(worst["triangles"], counts["triangles"])
        worst["megabytes"] = max(worst["megabytes"], page.evaluate(TEXTURES))
    print(worst)  # noqa: T201
    assert 20 < worst["calls"] <= 60
    assert worst["triangles"] <= 50_000
    assert worst["megabytes"] <= 64


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_without_javascript_the_page_is_the_list_and_its_plan(visit, language):
    page = visit(javascript=False, locale=language)
    page.goto(room_of(language))
    assert page.locator("[data-list] .works > .work").count() > 3
    assert page.locator("[data-list] [data-plan] a").first.is_visible()
    assert not page.locator(".walk__head [data-enter]").is_visible()
