"""Pages ask the database a fixed number of questions, whatever the museum holds."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import builders
from tests.pages.conftest import PAGE_TYPES, addresses

BUDGET = 25


def queries(client, address) -> int:
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_no_page_asks_more_than_the_budget(client, museum, kind):
    assert queries(client, addresses(museum)[kind]) <= BUDGET


def grow(museum):
    """Three more of everything that the small museum has."""
    for _ in range(3):
        theme = builders.theme()
        place = builders.place()
        person = builders.person(places=[museum.place], themes=[museum.theme])
        builders.event(places=[museum.place, place], themes=[museum.theme, theme])
        artefact = builders.artefact(themes=[museum.theme, theme], object_name=builders.object_name())
        artefact.associated_places.create(place=museum.place, role="origin")
        artefact.associated_persons.create(person=museum.person, role="subject")
        builders.story(themes=[museum.theme], persons=[museum.person, person], road=[museum.place, museum.other, place])
        builders.exhibit(themes=[museum.theme], works=[("artefact", {"artefact": artefact, "label": ""})])
        builders.plain_page()


def test_more_records_and_pages_add_no_query(client, museum):
    grow(museum)
    before = {kind: queries(client, address) for kind, address in addresses(museum).items() if kind in PAGE_TYPES}
    grow(museum)
    grow(museum)
    after = {kind: queries(client, address) for kind, address in addresses(museum).items() if kind in PAGE_TYPES}
    assert {kind: (before[kind], after[kind]) for kind in before if after[kind] > before[kind]} == {}


def test_more_works_in_an_exhibit_add_no_query(client, museum):
    def exhibit(count):
        artefacts = [builders.artefact(themes=[museum.theme]) for _ in range(count)]
        return builders.exhibit(works=[("artefact", {"artefact": each, "label": ""}) for each in artefacts])

    few, many = exhibit(3), exhibit(12)
    assert queries(client, many.url) <= queries(client, few.url)
    assert queries(client, many.url) <= BUDGET


def test_more_blocks_in_a_story_add_no_query(client, museum):
    def story(count):
        body = []
        for _ in range(count):
            body.append(("artefact", {"artefact": builders.artefact(), "note": ""}))
            body.append(("place", {"place": builders.place(), "text": ""}))
            body.append(("image", {"image": builders.image(), "caption": "", "alternative_text": ""}))
        return builders.story(body=body, themes=[museum.theme])

    few, many = story(2), story(8)
    assert queries(client, many.url) <= queries(client, few.url)
    assert queries(client, many.url) <= BUDGET
