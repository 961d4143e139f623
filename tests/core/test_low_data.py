"""Low-data mode: what asks for it, and what an address says is kept from link to link."""

import pytest
from django.http import HttpResponse, HttpResponseRedirect

from museum.core.low_data import LowDataMiddleware, kept_in_links, switch_address, wants_low_data


@pytest.mark.parametrize(
    ("query", "header", "wanted"),
    [
        ("", "", False),
        ("?data=low", "", True),
        ("?data=full", "on", False),
        ("", "on", True),
        ("", " ON ", True),
        ("", "off", False),
        ("?data=nonsense", "on", True),
        ("?data=nonsense", "", False),
        ("?data=low&data=full", "", False),
    ],
)
def test_the_address_decides_then_the_browser(rf, query, header, wanted):
    assert wants_low_data(rf.get(f"/fr/{query}", headers={"Save-Data": header})) is wanted


@pytest.mark.parametrize(
    ("address", "header", "other"),
    [
        ("/fr/", "", "/fr/?data=low"),
        ("/fr/collection/?theme=labour", "", "/fr/collection/?theme=labour&data=low"),
        ("/fr/collection/?theme=labour&data=low", "", "/fr/collection/?theme=labour"),
        ("/fr/", "on", "/fr/?data=full"),
        ("/fr/?data=full", "on", "/fr/?data=low"),
    ],
)
def test_the_switch_leads_to_the_same_page_in_the_other_mode(rf, address, header, other):
    request = rf.get(address, headers={"Save-Data": header})
    assert switch_address(request) == other
    if not header:
        assert wants_low_data(rf.get(other)) is not wants_low_data(request)


@pytest.mark.parametrize(
    ("link", "kept"),
    [
        ('<a href="/fr/stories/">', '<a href="/fr/stories/?data=low">'),
        ('<a class="x" href="/ar/#main" lang="ar">', '<a class="x" href="/ar/?data=low#main" lang="ar">'),
        ('<a href="/fr/search/?q=a">', '<a href="/fr/search/?q=a&amp;data=low">'),
        ('<a href="/fr/?data=low">', '<a href="/fr/?data=low">'),
        ('<a href="/fr/?q=a&amp;data=full">', '<a href="/fr/?q=a&amp;data=full">'),
        # Not a page, not of the museum, or a choice of its own.
        ('<a href="/fr/feeds/stories.xml">', '<a href="/fr/feeds/stories.xml">'),
        ('<a href="/media/images/a.webp">', '<a href="/media/images/a.webp">'),
        ('<a href="https://example.org/fr/">', '<a href="https://example.org/fr/">'),
        ('<a href="#top">', '<a href="#top">'),
        ('<a href="/fr/" data-mode="full">', '<a href="/fr/" data-mode="full">'),
        ('<link rel="alternate" href="/fr/">', '<link rel="alternate" href="/fr/">'),
        ('<form action="/fr/search/">', '<form action="/fr/search/"><input type="hidden" name="data" value="low">'),
        ('<form method="post" action="/fr/a/">', '<form method="post" action="/fr/a/?data=low">'),
    ],
)
def test_links_to_pages_and_forms_keep_the_mode(link, kept):
    assert kept_in_links(link, "low") == kept


def sent(rf, address, response, **headers):
    return LowDataMiddleware(lambda request: response)(rf.get(address, headers=headers))


def test_a_light_page_is_not_for_robots_and_every_page_says_what_it_depends_on(rf):
    light = sent(rf, "/fr/?data=low", HttpResponse('<a href="/fr/">'))
    assert light.content == b'<a href="/fr/?data=low">'
    assert light["X-Robots-Tag"] == "noindex, nofollow"
    assert light["Vary"] == "Save-Data"
    for headers in ({}, {"Save-Data": "on"}):
        plain = sent(rf, "/fr/", HttpResponse('<a href="/fr/">'), **headers)
        assert plain.content == b'<a href="/fr/">'
        assert plain["Vary"] == "Save-Data"
        assert not plain.has_header("X-Robots-Tag")


@pytest.mark.parametrize("address", ["/admin/?data=low", "/sitemap.xml?data=low", "/?data=low"])
def test_what_is_no_page_of_a_language_is_left_alone(rf, address):
    answer = sent(rf, address, HttpResponse('<a href="/fr/">'))
    assert answer.content == b'<a href="/fr/">'
    assert not answer.has_header("Vary")


def test_a_redirect_keeps_the_mode(rf):
    assert sent(rf, "/fr/a/?data=low", HttpResponseRedirect("/fr/b/?q=1"))["Location"] == "/fr/b/?q=1&data=low"
    assert (
        sent(rf, "/fr/a/?data=low", HttpResponseRedirect("https://example.org/"))["Location"] == "https://example.org/"
    )
