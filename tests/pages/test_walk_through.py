"""An exhibit walked through: the same works as the reading page, in the same order, under the same fragments."""

import json
import re

import pytest

from tests import builders


def anchors(html: str) -> list[str]:
    return re.findall(r'id="(work-\w+)"', html)


def plan_of(html: str) -> dict:
    return json.loads(re.search(r'id="walk-plan" type="application/json">(.*?)</script>', html, re.S)[1])


def test_the_rooms_hang_the_works_of_the_reading_page_in_its_order(client, museum):
    reading = client.get(museum.exhibit.url).content.decode()
    room = client.get(f"{museum.exhibit.url}room/").content.decode()
    wall = client.get(f"{museum.exhibit.url}projector/").content.decode()
    assert anchors(room) == anchors(wall) == anchors(reading) != []
    assert [work["key"] for work in plan_of(room)["works"]] == anchors(reading)
    assert f'href="{museum.exhibit.url}room/"' in reading


def test_a_picture_that_is_not_there_leaves_a_panel_of_words(client, museum):
    room = client.get(f"{museum.exhibit.url}room/").content.decode()
    forms = [work["form"] for work in plan_of(room)["works"]]
    assert "panel" in forms


@pytest.mark.parametrize("number", ["2", "999"])
def test_a_room_that_does_not_exist_leads_to_the_last(client, museum, number):
    answer = client.get(f"{museum.exhibit.url}room/{number}/")
    assert answer.status_code == 302
    assert answer.url.endswith("/room/1/")


@pytest.mark.parametrize("number", ["0", "-1", "two", "1e9"])
def test_nonsense_for_a_room_is_no_error(client, museum, number):
    assert client.get(f"{museum.exhibit.url}room/{number}/").status_code in (302, 404)


def test_an_exhibit_without_rooms_has_no_walk(client, museum):
    empty = museum.exhibit
    empty.rooms = []
    empty.save()
    assert client.get(f"{empty.url}room/").status_code == 404
    assert "/room/" not in client.get(empty.url).content.decode()


def test_the_other_language_leads_to_the_same_room(client, museum):
    arabic = museum.exhibit.copy_for_translation(builders.locale("ar"))
    arabic.slug = "maarid-al-bab"
    arabic.save_revision().publish()
    html = client.get(f"{museum.exhibit.url}room/").content.decode()
    assert "maarid-al-bab/room/1/" in html


def test_an_unpublished_exhibit_has_no_room(client, museum):
    museum.exhibit.unpublish()
    assert client.get(f"{museum.exhibit.url}room/").status_code == 404
