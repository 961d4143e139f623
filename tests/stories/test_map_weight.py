"""The map page with 500 journeys stays within its weights: what a reader fetches, compressed as it is sent."""

import gzip
import re
from pathlib import Path

import pytest

from stories.routes.query import MOST_MOVING, PAGE_SIZE, RoadQuery
from tests import builders
from tests.stories.crowd import many_journeys

KB = 1024
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def crowded(db):
    builders.home()
    many_journeys()


def squeezed(text: str | bytes) -> int:
    return len(gzip.compress(text if isinstance(text, bytes) else text.encode(), 6))


def test_with_five_hundred_journeys_the_page_is_light_and_moves_no_more_than_sixty(client, crowded):
    html = client.get("/fr/routes/").content.decode()
    assert html.count('class="arc ') == PAGE_SIZE
    assert RoadQuery({}, "fr").page.paginator.count > 1400
    svg = re.search(r'<svg class="road-map.*?</svg>', html, re.S)[0]
    scripts = {name: (ROOT / "static/js/components" / name).read_bytes() for name in ("routes.js", "roads.js")}
    own = sum(squeezed(script) for script in scripts.values())
    others = [
        ROOT / "static/js" / name for name in ("main.js", "theme.js", "components/suggest.js", "components/theme.js")
    ]
    css = b"".join(
        file.read_bytes() for file in sorted((ROOT / "static/css").rglob("*.css")) if "admin" not in file.parts
    )
    page, style = squeezed(html), squeezed(css)
    script = own + sum(squeezed(file.read_bytes()) for file in others)
    print(f"page {page / KB:.1f}, of it map {squeezed(svg) / KB:.1f}; own scripts {own / KB:.1f}; "  # noqa: T201
          f"all scripts {script / KB:.1f}, style {style / KB:.1f} KB")  # fmt: skip
    assert squeezed(svg) <= 40 * KB
    assert own <= 8 * KB
    assert page + style + script <= 66 * KB, "with 84 KB of letters 150 in all"
    assert "data-moves" not in html
    few = client.get("/fr/routes/", {"years": "1963-1964"}).content.decode()
    assert 0 < few.count('class="arc ') <= MOST_MOVING
    assert "data-moves" in few
    assert 'data-act="play"' in few
