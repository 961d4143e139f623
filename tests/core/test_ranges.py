"""Files answered in parts: a player goes to any moment of a recording."""

import gzip

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

BODY = bytes(range(256)) * 40


@pytest.fixture
def address(db):
    name = default_storage.save("recordings/ranges.opus", ContentFile(BODY))
    yield f"/media/{name}"
    default_storage.delete(name)


def body(answer) -> bytes:
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def test_the_whole_says_that_parts_can_be_had(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer.headers["Accept-Ranges"] == "bytes"
    assert answer.headers["Content-Length"] == str(len(BODY))
    assert answer.headers["Content-Type"] == "audio/ogg"
    assert body(answer) == BODY


@pytest.mark.parametrize(
    ("asked", "start", "end"),
    [("bytes=0-0", 0, 0), ("bytes=10-99", 10, 99), ("bytes=10000-", 10000, 10239), ("bytes=-40", 10200, 10239),
     ("bytes=10000-99999", 10000, 10239), ("bytes=-99999", 0, 10239)],
)  # fmt: skip
def test_a_part_is_sent_alone(client, address, asked, start, end):
    answer = client.get(address, headers={"range": asked, "accept-encoding": "gzip"})
    assert answer.status_code == 206
    assert answer.headers["Content-Range"] == f"bytes {start}-{end}/{len(BODY)}"
    assert answer.headers["Content-Length"] == str(end - start + 1)
    assert "Content-Encoding" not in answer.headers
    assert body(answer) == BODY[start : end + 1]


@pytest.mark.parametrize("asked", ["bytes=10240-", "bytes=99999-100000", "bytes=-0"])
def test_a_part_that_is_not_there_is_refused(client, address, asked):
    answer = client.get(address, headers={"range": asked})
    assert answer.status_code == 416
    assert answer.headers["Content-Range"] == f"bytes */{len(BODY)}"


@pytest.mark.parametrize("asked", ["bytes=5-1", "bytes=-", "bytes=a-b", "lines=1-2", "bytes=0-1,4-5", "x", "bytes=١-٢"])
def test_what_is_not_understood_is_answered_with_the_whole(client, address, asked):
    answer = client.get(address, headers={"range": asked})
    assert answer.status_code == 200
    assert body(answer) == BODY


def test_a_head_has_no_body(client, address):
    answer = client.head(address, headers={"range": "bytes=0-9"})
    assert answer.status_code == 200
    assert answer.headers["Content-Length"] == str(len(BODY))
    assert body(answer) == b""


def test_an_unchanged_file_is_not_sent_again_and_a_changed_one_is_sent_whole(client, address):
    first = client.get(address)
    assert client.get(address, headers={"if-none-match": first.headers["ETag"]}).status_code == 304
    assert client.get(address, headers={"if-modified-since": first.headers["Last-Modified"]}).status_code == 304
    part = {"range": "bytes=0-9"}
    assert client.get(address, headers={**part, "if-range": first.headers["ETag"]}).status_code == 206
    assert client.get(address, headers={**part, "if-range": '"another"'}).status_code == 200


@pytest.mark.parametrize("path", ["recordings/none.opus", "recordings/", "recordings/../../private/x", "tracks/x.vtt"])
def test_what_is_not_there_or_not_public_is_not_found(client, db, path):
    assert client.get(f"/media/{path}").status_code == 404


def test_sound_is_never_compressed_and_text_is(client, address):
    answer = client.get(address, headers={"accept-encoding": "gzip"})
    assert "Content-Encoding" not in answer.headers
    robots = client.get("/fr/collection/", headers={"accept-encoding": "gzip"})
    assert robots.headers.get("Content-Encoding") == "gzip"
    assert b"</html>" in gzip.decompress(robots.content)
