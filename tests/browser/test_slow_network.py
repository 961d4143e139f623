"""A story on a slow telephone network, as Chromium slows it (Chrome DevTools Protocol, ``Network.emulateNetworkConditions``).

Slow 3G is 400 kb/s with 400 ms for each answer, slow 4G 1.6 Mb/s with 150 ms. The cache is empty. Times are those of the
browser itself: first paint of the heading and text, Largest Contentful Paint (https://www.w3.org/TR/largest-contentful-paint/),
Cumulative Layout Shift over a scroll to the end (https://wicg.github.io/layout-instability/).
"""

import pytest

from tests.browser.addresses import addresses

NETWORKS = {"slow 3G": (400, 400), "slow 4G": (1600, 150)}
TEXT_MS, LCP_MS, SHIFT = 3000, {"slow 3G": 5000, "slow 4G": 2000}, 0.02

WATCH = """
() => {
  window.seen = { paint: 0, largest: 0, element: "", shift: 0, shifts: [] };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.name === "first-contentful-paint") { seen.paint = entry.startTime; }
    }
  }).observe({ type: "paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      seen.largest = entry.startTime;
      seen.element = entry.element ? entry.element.outerHTML.slice(0, 120) : entry.url;
    }
  }).observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (!entry.hadRecentInput) {
        seen.shift += entry.value;
        seen.shifts.push(entry.sources.map((source) => source.node && source.node.nodeName));
      }
    }
  }).observe({ type: "layout-shift", buffered: true });
}
"""
SCROLL = """
async () => {
  for (let y = 0; y < document.documentElement.scrollHeight; y += 600) {
    scrollTo({ top: y, behavior: "instant" });
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
}
"""


@pytest.mark.parametrize("language", ["fr", "ar"])
@pytest.mark.parametrize("network", NETWORKS)
def test_a_story_is_soon_there_and_does_not_jump(visit, network, language):
    path = addresses(language)["story"]
    # The server has made the page once, as for every visitor but the first.
    visit().goto(path)
    page = visit(width=390, device_scale_factor=2)
    speed, latency = NETWORKS[network]
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    rate = speed * 1000 / 8
    session.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": latency, "downloadThroughput": rate, "uploadThroughput": rate},
    )
    page.add_init_script(f"({WATCH})()")
    page.goto(path, wait_until="load")
    page.wait_for_timeout(1000)
    seen = page.evaluate("() => ({ ...window.seen })")
    page.evaluate(SCROLL)
    page.wait_for_timeout(3000)
    shift, shifts = page.evaluate("() => [window.seen.shift, window.seen.shifts]")
    print(network, language, seen, round(shift, 4))  # noqa: T201
    assert 0 < seen["paint"] <= TEXT_MS
    assert 0 < seen["largest"] <= LCP_MS[network], seen["element"]
    assert shift <= SHIFT, shifts
