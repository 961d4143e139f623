"""An object in the hand and a place to stand in: fetched at a press, by keyboard, still when nothing moves, gone when left."""

import re

import pytest

from tests.browser.addresses import addresses
from tests.browser.museum_server import read
from tests.browser.stages import SETTLED

KINDS = {"object": ".object-viewer", "panorama": ".panorama-stage"}


def address_of(kind: str, museum: str, language: str = "fr") -> str:
    if kind == "panorama":
        return addresses(language)["panorama"]
    path = addresses(language)["artefact"]
    assert "object-viewer" in read(museum + path)
    return path


def press(page, selector: str) -> None:
    button = page.locator(f"{selector} [data-enter]")
    button.wait_for(state="visible")
    button.press("Enter")
    page.wait_for_function(f"() => document.querySelector('{selector}').stage?.frames > 0")


def module_address(page) -> str:
    """Where the module that reads models is served, under its hashed name."""
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    press(page, KINDS["object"])
    return next(url for url in asked if "/js/engine/glb" in url)


def says(page, selector: str) -> str:
    return page.locator(f"{selector} [data-says]").text_content()


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_fetched_before_the_press(visit, museum, kind):
    page = visit()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address_of(kind, museum))
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if re.search(r"three|\.glb|width-2048|width-4096|/js/engine/stage", url)]
    press(page, KINDS[kind])
    assert [url for url in asked if "three" in url]


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_drawn_while_nothing_moves_and_a_move_is_a_cut_for_calm(visit, museum, kind):
    page, selector = visit(motion=False, width=1280), KINDS[kind]
    page.goto(address_of(kind, museum))
    press(page, selector)
    # A picture that comes late is drawn when it comes.
    page.wait_for_load_state("networkidle")
    page.evaluate(SETTLED, selector)
    frames = f"document.querySelector('{selector}').stage.frames"
    before = page.evaluate(frames)
    page.wait_for_timeout(2000)
    assert page.evaluate(frames) == before
    page.locator(f"{selector} [data-look=back], {selector} [data-act=next]").first.press("Enter")
    page.wait_for_function(f"() => {frames} > {before}")
    page.evaluate(SETTLED, selector)
    assert page.evaluate(frames) - before <= 2


@pytest.mark.parametrize("kind", KINDS)
def test_leaving_gives_everything_back_ten_times(visit, museum, kind):
    page, selector = visit(motion=False, width=1280), KINDS[kind]
    page.goto(address_of(kind, museum))
    most = []
    for _time in range(10):
        press(page, selector)
        page.evaluate(SETTLED, selector)
        stage = page.evaluate_handle(f"document.querySelector('{selector}').stage")
        most.append(stage.evaluate("stage => [stage.counts.textures, stage.counts.geometries]"))
        page.keyboard.press("Escape")
        assert stage.evaluate("stage => [stage.counts.textures, stage.counts.geometries]") == [0, 0]
        assert page.locator("canvas").count() == 0
        assert page.evaluate(f"document.querySelector('{selector}').stage === undefined")
        assert stage.evaluate("stage => stage.asked") == 0
    assert most[-1] == most[0]
    assert most[0][0] >= 1


@pytest.mark.parametrize("kind", KINDS)
def test_a_lost_context_leads_back_with_a_sentence(visit, museum, kind):
    page, selector = visit(motion=False), KINDS[kind]
    page.goto(address_of(kind, museum))
    press(page, selector)
    page.evaluate(f"document.querySelector('{selector}').stage.renderer.forceContextLoss()")
    plain = page.locator(f"{selector} [data-plain]")
    plain.wait_for(state="visible")
    assert plain.evaluate("element => element === document.activeElement")
    assert page.locator("canvas").count() == 0


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_by_keyboard_every_find_is_turned_to_and_named(visit, museum, language):
    page, selector = visit(motion=False, width=1280, locale=language), KINDS["panorama"]
    page.goto(address_of("panorama", museum, language))
    press(page, selector)
    names = page.locator(".finds__list > .find").evaluate_all("rows => rows.map((row) => row.dataset.name)")
    spots = page.locator(".panorama-stage__spot").evaluate_all("spots => spots.map((spot) => spot.ariaLabel)")
    assert spots == [f"{number}. {name}" for number, name in enumerate(names, start=1)]
    for name, label in zip(names, spots, strict=True):
        page.keyboard.press("Enter")
        assert name in says(page, selector)
        page.evaluate(SETTLED, selector)
        spot = page.locator(".panorama-stage__spot[data-current]")
        assert spot.get_attribute("aria-label") == label
        window, box = page.locator(f"{selector} [data-window]").bounding_box(), spot.bounding_box()
        assert abs(box["x"] + box["width"] / 2 - window["x"] - window["width"] / 2) <= 3
        assert page.locator(f"{selector} [data-panel]").is_visible()
    assert re.search(rf"{len(names)}\D+{len(names)}", page.locator("[data-found]").text_content())


def test_the_focus_on_a_spot_behind_turns_one_round(visit, museum):
    page, selector = visit(motion=False, width=1280), KINDS["panorama"]
    page.goto(address_of("panorama", museum))
    press(page, selector)
    away = page.locator(".panorama-stage__spot.is-away").first
    name = away.get_attribute("aria-label")
    away.focus()
    page.evaluate(SETTLED, selector)
    assert page.locator(f'.panorama-stage__spot[aria-label="{name}"]:not(.is-away)').count() == 1


@pytest.mark.parametrize(("language", "unit"), [("fr", "cm"), ("ar", "سم")])
def test_an_object_is_measured_from_its_own_scale_and_said(visit, museum, language, unit):
    page, selector = visit(motion=False, width=1280, locale=language), KINDS["object"]
    page.goto(address_of("object", museum, language))
    press(page, selector)
    page.locator(f"{selector} [data-act=measure]").press("Enter")
    numbers = re.findall(r"\d+(?:[.,]\d+)?", says(page, selector))
    shown = page.locator(".object-viewer__measure").all_text_contents()
    assert len(shown) == 3
    assert [text.split() for text in shown] == [[number, unit] for number in numbers]
    assert unit in says(page, selector)
    page.evaluate(SETTLED, selector)
    window = page.locator(f"{selector} [data-window]").bounding_box()
    for label in page.locator(".object-viewer__measure").all():
        box = label.bounding_box()
        assert window["x"] < box["x"] < box["x"] + box["width"] < window["x"] + window["width"]
        assert window["y"] < box["y"] < box["y"] + box["height"] < window["y"] + window["height"]
    page.keyboard.press("Escape")
    assert page.locator(".object-viewer__measure:visible").count() == 0


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_the_sides_of_an_object_are_reached_by_keyboard_and_named(visit, museum, language):
    page, selector = visit(motion=False, width=1280, locale=language), KINDS["object"]
    page.goto(address_of("object", museum, language))
    press(page, selector)
    heard = []
    for look in ("front", "right", "back", "left", "above"):
        page.locator(f"{selector} [data-look={look}]").press("Enter")
        heard.append(says(page, selector))
    assert len(set(heard)) == 5
    assert all(heard)


def test_an_object_goes_back_to_how_it_lay_at_first(visit, museum):
    page, selector = visit(motion=False, width=1280), KINDS["object"]
    page.goto(address_of("object", museum))
    press(page, selector)
    at = f"document.querySelector('{selector}').hand.table.at"
    first = page.evaluate(at)
    page.locator(f"{selector} [data-look=back]").press("Enter")
    page.locator(f"{selector} [data-act=closer]").press("Enter")
    page.locator(f"{selector} [data-act=measure]").press("Enter")
    page.evaluate(SETTLED, selector)
    assert page.evaluate(at) != first
    page.locator(f"{selector} [data-act=reset]").press("Enter")
    page.evaluate(SETTLED, selector)
    now = page.evaluate(at)
    assert (now["turn"] % 360, now["rise"], now["near"]) == (first["turn"], first["rise"], first["near"])
    assert page.locator(".object-viewer__measure:visible").count() == 0
    assert says(page, selector)


def test_the_pictures_of_a_model_fit_a_telephone_together(visit, museum):
    """Sixteen of 4,096 pixels would take a gigabyte; read by the module itself, drawn by nobody."""
    page = visit()
    page.goto(address_of("object", museum))
    sides = page.evaluate(
        """async (address) => {
          const { readGlb } = await import(address);
          const board = new OffscreenCanvas(2048, 2048);
          board.getContext("2d").fillRect(0, 0, 9, 9);
          const picture = new Uint8Array(await (await board.convertToBlob({ type: "image/png" })).arrayBuffer());
          const points = new Uint8Array(new Float32Array([0, 0, 0, 1, 0, 0, 0, 1, 0]).buffer);
          const sixteen = [...Array(16).keys()];
          const graph = {
            asset: { version: "2.0" }, scene: 0, scenes: [{ nodes: [0] }], nodes: [{ mesh: 0 }],
            meshes: [{ primitives: sixteen.map((material) => ({ attributes: { POSITION: 0 }, material })) }],
            materials: sixteen.map((index) => ({ pbrMetallicRoughness: { baseColorTexture: { index } } })),
            textures: sixteen.map((source) => ({ source })),
            images: sixteen.map(() => ({ bufferView: 1, mimeType: "image/png" })),
            accessors: [{ bufferView: 0, componentType: 5126, count: 3, type: "VEC3", min: [0, 0, 0], max: [1, 1, 0] }],
            bufferViews: [{ buffer: 0, byteLength: 36 }, { buffer: 0, byteOffset: 36, byteLength: picture.length }],
            buffers: [{ byteLength: 36 + picture.length }],
          };
          let text = JSON.stringify(graph);
          text += " ".repeat((4 - (text.length % 4)) % 4);
          const words = new TextEncoder().encode(text);
          const file = new Uint8Array(28 + words.length + 36 + picture.length);
          const view = new DataView(file.buffer);
          [0x46546c67, 2, file.length, words.length, 0x4e4f534a].forEach((value, k) => view.setUint32(4 * k, value, true));
          file.set(words, 20);
          view.setUint32(20 + words.length, 36 + picture.length, true);
          view.setUint32(24 + words.length, 0x004e4942, true);
          file.set(points, 28 + words.length);
          file.set(picture, 64 + words.length);
          const group = await readGlb(file.buffer);
          const sides = [];
          group.traverse((part) => part.material && sides.push(part.material.map.image.width));
          return sides;
        }""",
        module_address(page),
    )
    assert len(sides) == 16
    assert sum(side * side for side in sides) * 4 * 4 / 3 <= 64 * 2**20


def test_the_lighter_panorama_is_light(visit, museum):
    page = visit()
    sizes = {}
    page.on("response", lambda answer: sizes.update({answer.url: int(answer.headers.get("content-length", 0))}))
    page.goto(address_of("panorama", museum))
    press(page, KINDS["panorama"])
    light = [size for url, size in sizes.items() if "width-2048" in url]
    assert light
    assert 0 < light[0] <= 220 * 1024
