"""An exhibit walked through: the same works as the reading page, in the same order, under the same fragments."""

import contextlib
import json
import re
import zlib

import pytest
from django.core.exceptions import SuspiciousOperation
from django.core.files.storage import storages
from django.db import connection
from django.test.utils import CaptureQueriesContext

from exhibits import catalogue
from tests import builders


def anchors(html: str) -> list[str]:
    return re.findall(r'id="(work-\w+)"', html)


def plan_of(html: str) -> dict:
    return json.loads(re.search(r'id="walk-plan" type="application/json">(.*?)</script>', html, re.S)[1])


def test_the_rooms_hang_the_works_of_the_reading_page_in_its_order(client, museum):
    reading = client.get(museum.exhibit.url).content.decode()
    room = client.get(f"{museum.exhibit.url}room/").content.decode()
    wall = client.get(f"{museum.exhibit.url}projector/").content.decode()
    paper = client.get(f"{museum.exhibit.url}catalogue/").content.decode()
    assert anchors(room) == anchors(wall) == anchors(paper) == anchors(reading) != []
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


def test_the_catalogue_asks_little_of_the_database(client, museum):
    client.get(f"{museum.exhibit.url}catalogue/")
    with CaptureQueriesContext(
        connection,
    ) as captured:
        client.get(f"{museum.exhibit.url}catalogue/")
    assert len(captured) <= 25


def test_no_rendering_of_an_unpublished_exhibit(client, museum):
    museum.exhibit.unpublish()
    for way in ("room/", "projector/", "catalogue/", "catalogue/pdf/"):
        assert client.get(f"{museum.exhibit.url}{way}").status_code == 404, way


@pytest.fixture
def printer():
    """Skips where this machine cannot make PDFs."""
    try:
        import weasyprint  # noqa: F401
    except OSError as missing:
        pytest.skip(f"WeasyPrint needs pango (Debian: libpango-1.0-0 libpangoft2-1.0-0): {missing}")


def test_the_pdf_is_made_once_and_again_when_something_changed(client, museum, printer, monkeypatch):
    made = []
    monkeypatch.setattr(catalogue, "printed", lambda html: made.append(html) or b"%PDF-1.7 once")
    address = f"{museum.exhibit.url}catalogue/pdf/"
    for _time in range(2):
        answer = client.get(address)
        assert answer.headers["Content-Type"] == "application/pdf"
    assert len(made) == 1
    museum.exhibit.title = "Un autre titre"
    museum.exhibit.save_revision().publish()
    client.get(address)
    assert len(made) == 2
    assert len(storages["private"].listdir(f"catalogues/{museum.exhibit.pk}")[1]) == 1


def unpacked(pdf: bytes):
    """A PDF's own bytes and those of its packed streams (ISO 32000-2, 7.3.8)."""
    yield pdf
    for packed in re.findall(rb"stream\n(.*?)\nendstream", pdf, re.S):
        with contextlib.suppress(zlib.error):
            yield zlib.decompress(packed)


def test_the_pdf_is_tagged_and_says_its_language_and_title(client, museum, printer):
    data = client.get(f"{museum.exhibit.url}catalogue/pdf/").content
    assert data.startswith(b"%PDF-")
    told = b"".join(unpacked(data))
    assert b"/StructTreeRoot" in told
    assert b"/Lang (fr)" in told
    assert len(data) > 10_000


def test_where_no_pdf_can_be_made_a_page_leads_to_the_paper(client, museum, monkeypatch):
    def none(html):
        raise catalogue.NoPrinter("no pango")

    catalogue.forget_catalogues()
    monkeypatch.setattr(catalogue, "printed", none)
    answer = client.get(f"{museum.exhibit.url}catalogue/pdf/")
    assert answer.status_code == 503
    assert f"{museum.exhibit.url}catalogue/" in answer.content.decode()


def test_where_the_printer_breaks_over_a_page_the_page_for_paper_remains(client, museum, printer, monkeypatch):
    import weasyprint

    def broken(*args, **options):
        raise AssertionError("a box that cannot be laid out")

    catalogue.forget_catalogues()
    monkeypatch.setattr(weasyprint.HTML, "write_pdf", broken)
    answer = client.get(f"{museum.exhibit.url}catalogue/pdf/")
    assert answer.status_code == 503
    assert f"{museum.exhibit.url}catalogue/" in answer.content.decode()


def test_the_pdf_is_made_in_arabic(client, museum, printer):
    arabic = museum.exhibit.copy_for_translation(builders.locale("ar"))
    arabic.slug = "maarid-al-waraq"
    arabic.save_revision().publish()
    arabic = type(arabic).objects.get(pk=arabic.pk)
    answer = client.get(f"{arabic.url}catalogue/pdf/")
    assert answer.headers["Content-Type"] == "application/pdf"
    assert b"/Lang (ar)" in b"".join(unpacked(answer.content))


@pytest.mark.parametrize(
    "address",
    [
        "https://elsewhere.example/x.png",
        "/admin/",
        "file:///etc/passwd",
        "/static/../manage.py",
        "/media/../private/x",
        "/x",
    ],
)
def test_the_printer_reads_the_museums_own_public_files_only(address):
    with pytest.raises((ValueError, FileNotFoundError, SuspiciousOperation)):
        catalogue.own_file(address)
