"""The collection at 10,000 artefacts takes at most twice the time of the collection at 100."""

import statistics
import time

import pytest

from museum.collection.management.commands.make_artefacts import make_artefacts
from tests import builders

SMALL, LARGE, ROUNDS, BAR = 100, 10_000, 15, 2.0
PAGES = {"index": "/fr/collection/", "one facet": "/fr/collection/?theme=trial-theme-3"}


def median_ms(client, address: str) -> float:
    """The median time of a page in milliseconds, after two visits that warm it."""
    times = []
    for visit in range(ROUNDS + 2):
        started = time.perf_counter()
        assert client.get(address).status_code == 200
        if visit > 1:
            times.append((time.perf_counter() - started) * 1000)
    return statistics.median(times)


@pytest.mark.bench
@pytest.mark.django_db
def test_ten_thousand_artefacts_cost_at_most_twice_a_hundred(client):
    builders.all_homes()
    builders.image()
    make_artefacts(SMALL)
    small = {name: median_ms(client, address) for name, address in PAGES.items()}
    make_artefacts(LARGE - SMALL)
    large = {name: median_ms(client, address) for name, address in PAGES.items()}
    for name in PAGES:
        print(
            f"\n  {name}: {small[name]:.1f} ms at {SMALL}, {large[name]:.1f} ms at {LARGE}: x {large[name] / small[name]:.2f}"
        )
    assert {name: large[name] / small[name] for name in PAGES if large[name] > BAR * small[name]} == {}
