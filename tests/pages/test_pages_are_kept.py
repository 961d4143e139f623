"""Every page type is kept whole, so that a second reader costs one question to the database."""

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connection
from django.test.utils import CaptureQueriesContext

from museum.core.page_cache import PageCache
from museum.core.stamp import stamp
from tests.core.test_page_cache import fetch
from tests.pages.conftest import PAGE_TYPES, addresses

#: The search counts what is looked for, and an address may lead on.
NOT_KEPT = {"search": 200, "search begun": 200, "availability": 302}


@pytest.fixture
def whole(museum):
    """The museum itself behind the cache; its requests leave the test's connection open, as those of Django's client do."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield PageCache(WSGIHandler(), stamp=stamp)
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_every_public_page_is_kept(whole, museum, kind, django_assert_num_queries):
    address = addresses(museum)[kind]
    first = fetch(whole, address)
    assert first[0] == NOT_KEPT.get(kind, 200)
    if kind in NOT_KEPT:
        assert "etag" not in first[1]
        return
    with django_assert_num_queries(1):
        assert fetch(whole, address) == first


def test_what_pages_have_in_common_is_asked_once(whole, museum):
    found = addresses(museum)
    with CaptureQueriesContext(connection) as first:
        fetch(whole, found["artefact"])
    with CaptureQueriesContext(connection) as second:
        fetch(whole, f"{found['artefact']}?anew")
    tables = ("wagtailcore_site", "entrance_plainpage")
    assert [sum(table in query["sql"] for query in first) for table in tables] == [1, 1]
    assert [sum(table in query["sql"] for query in second) for table in tables] == [0, 0]
