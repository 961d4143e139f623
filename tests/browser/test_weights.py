"""The first view of every page type on a phone, as the production server sends it: compressed, counted on the wire.

Chromium opens each page with an empty cache, 390 pixels wide at two device pixels each, without scrolling; what it
received is asked of it (Chrome DevTools Protocol, ``Network.loadingFinished``: bytes with headers, still compressed).
1 KB is 1,024 bytes. ``-s`` prints the table.
"""

import contextlib
import tempfile
from collections import defaultdict
from pathlib import Path

import pytest

from tests.browser import museum_server
from tests.browser.addresses import every_page, name
from tests.browser.conftest import Visit

#: KB by kind of thing; "all" counts pictures too.
LIMITS = {"Document": 30, "Stylesheet": 30, "Script": 40, "Font": 90, "all": 350}
#: KB of the map page, everything together, in a museum of 500 journeys.
MAP_LIMIT = 150


def weigh(page, path: str) -> dict[str, float]:
    """KB received by kind of thing (``Network.ResourceType``) and in all."""
    kinds, weights = {}, defaultdict(float)
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    network.on("Network.responseReceived", lambda event: kinds.update({event["requestId"]: event["type"]}))

    def finished(event):
        size = event["encodedDataLength"] / 1024
        weights[kinds.get(event["requestId"], "Other")] += size
        weights["all"] += size

    network.on("Network.loadingFinished", finished)
    page.goto(path)
    page.wait_for_load_state("networkidle")
    return weights


@pytest.mark.parametrize(("kind", "language", "path"), every_page(), ids=name)
def test_first_view_is_light(visit, untranslated, kind, language, path):
    page = visit(width=390, device_scale_factor=2)
    weights = weigh(page, path)
    print(kind, language, {key: round(value, 1) for key, value in weights.items()})  # noqa: T201
    assert weights["Document"] > 1
    assert weights["Stylesheet"] > 1
    heavy = {key: weights[key] for key, limit in LIMITS.items() if weights[key] > limit}
    assert heavy == {}


def test_everything_that_can_be_compressed_is(visit):
    page = visit()
    plain = []
    page.on(
        "response",
        lambda answer: (
            plain.append(answer.url)
            if "content-encoding" not in answer.headers
            and answer.request.resource_type in ("document", "stylesheet", "script")
            and int(answer.headers.get("content-length", 9999)) > 1024
            else None
        ),
    )
    page.goto("/fr/")
    assert plain == []


@pytest.fixture(scope="module")
def crowded():
    """The address of a museum of its own with 500 journeys beside those of the demonstration collection."""
    with tempfile.TemporaryDirectory(prefix="rihla-crowd-") as folder, museum_server.serve(Path(folder)) as address:
        museum_server.fill(Path(folder), "tests.stories.crowd", "many_journeys")
        yield address


@pytest.mark.parametrize("language", ["fr", "ar"])
@pytest.mark.parametrize("width", [390, 1440])
def test_the_map_of_five_hundred_journeys_is_light(browser, crowded, language, width):
    size = {"width": width, "height": 900}
    visit = Visit(browser, crowded, locale=language, viewport=size, device_scale_factor=2)
    with contextlib.closing(visit.context):
        weights = weigh(visit.page, f"/{language}/routes/")
        print(width, language, {key: round(value, 1) for key, value in weights.items()})  # noqa: T201
        assert visit.page.locator(".arc").count() == 250
    assert weights["Document"] > 10
    assert weights["all"] <= MAP_LIMIT
