"""A back-up restored into an empty museum is the same museum: every public page byte by byte, every file, every row."""

import json
import re
import shutil

import bagit
import pytest
from django.db import connection

from tests.preservation.museums import Museum, postgresql_database
from tests.s3_server import s3_server, weed

pytestmark = pytest.mark.django_db
once = pytest.mark.skipif("connection.vendor != 'sqlite'", reason="the other databases are tried in the long way round")
on_postgresql_only = pytest.mark.skipif("connection.vendor != 'postgresql'", reason="needs a PostgreSQL server")
assert connection


def assert_same(seen: dict, expected: dict) -> None:
    """Name what differs rather than print it whole; pages only where they were looked at."""
    for what in ("pages", "files", "rows") if seen["pages"] else ("files", "rows"):
        names = seen[what].keys() | expected[what].keys()
        assert [name for name in sorted(names) if seen[what].get(name) != expected[what].get(name)] == [], what


def assert_valid(bag) -> None:
    assert bagit.Bag(str(bag)).validate(processes=1)


@once
def test_the_source_is_worth_it(source):
    pages, tables = source.seen["pages"], source.seen["rows"]
    assert len(pages) > 100
    assert sum(status == 200 for status, _text in pages.values()) > 100
    assert tables["wagtailcore.Revision"][0] > 20
    assert tables["taggit.TaggedItem"][0] == 2
    assert sum(name.startswith("media/public/images/") for name in source.seen["files"]) > 50
    assert not any("brouillon" in text for _status, text in pages.values())


@once
def test_an_empty_museum_becomes_the_same(source, empty):
    assert_valid(source.bag)
    said = empty.manage("restore", str(source.bag), "--language=fr")
    assert "Le musée est rétabli" in said
    assert_same(empty.seen(), source.seen)
    # What is made from the rest is there too, the search among the pages.
    assert list(empty.media.glob("private/iiif/*/*.tif"))
    assert "/fr/search/?q=Valise" in source.seen["pages"]
    empty.inside("go_on")


@once
def test_a_database_without_tables_will_do(source, tmp_path):
    museum = Museum(tmp_path / "bare")
    museum.manage("restore", str(source.bag))
    assert_same(museum.seen(pages=False), source.seen)


@once
@pytest.mark.skipif(weed() is None, reason="no S3 server here")
def test_local_files_move_to_s3_and_back(source, empty, migrated, tmp_path):
    with s3_server() as environment:
        empty.environment = environment
        empty.manage("restore", str(source.bag))
        seen = empty.seen()
        # Only the addresses of files may differ, as the installation says where they are served from.
        served = f"{environment['S3_ENDPOINT']}/{environment['S3_PUBLIC_BUCKET']}/"
        for address, (status, text) in seen["pages"].items():
            seen["pages"][address] = [status, text.replace(served, "/media/")]
        expected = {
            **source.seen,
            "pages": {
                address: [status, text.replace("http://localhost/media/", "/media/")]
                for address, (status, text) in source.seen["pages"].items()
            },
        }
        del seen["files"]["media/public/ready"]
        assert_same(seen, expected)
        empty.manage("backup", str(tmp_path / "from-s3"))
    assert_valid(tmp_path / "from-s3")
    local = migrated.twin(tmp_path / "local")
    local.manage("restore", str(tmp_path / "from-s3"))
    seen = local.seen()
    del seen["files"]["media/public/ready"]
    assert_same(seen, source.seen)


@on_postgresql_only
def test_sqlite_to_postgresql_and_back(source, empty, tmp_path):
    with postgresql_database() as address:
        museum = Museum(tmp_path / "postgresql", {"DATABASE_URL": address})
        museum.manage("restore", str(source.bag))
        assert_same(museum.seen(), source.seen)
        museum.manage("backup", str(tmp_path / "bag"))
        museum.inside("go_on")
    assert_valid(tmp_path / "bag")
    empty.manage("restore", str(tmp_path / "bag"))
    assert_same(empty.seen(), source.seen)


@once
def test_a_museum_that_is_not_empty_is_refused(source, tmp_path):
    museum = source.museum.twin(tmp_path / "full")
    said = museum.manage("restore", str(source.bag), "--language=en", fails=True)
    assert re.search(r"This museum is not empty \(.*images: \d+.*\)\. Nothing was changed\.", said)
    assert_same(museum.seen(pages=False), source.seen)


@once
@pytest.mark.parametrize("what", ["changed", "missing", "foreign", "unfinished", "rewritten"])
def test_a_package_that_is_not_whole_is_refused_before_anything_is_written(source, empty, tmp_path, what):
    bag = shutil.copytree(source.bag, tmp_path / "bag")
    file = max((bag / "data" / "media").rglob("*.png"), key=lambda one: one.stat().st_size)
    if what == "changed":
        data = bytearray(file.read_bytes())
        data[len(data) // 2] ^= 1
        file.write_bytes(data)
    elif what == "missing":
        file.unlink()
    elif what == "foreign":
        file.with_name("stranger.png").write_bytes(b"?")
    elif what == "unfinished":
        (bag / "bagit.txt").unlink()
    else:
        manifest = bag / "manifest-sha512.txt"
        manifest.write_text(manifest.read_text().replace("a", "b", 1))
    before = empty.dump()
    said = empty.manage("restore", str(bag), "--language=en", fails=True)
    assert "CommandError" in said
    if what in ("changed", "missing"):
        assert file.name in said
    assert empty.dump() == before
    assert not empty.media.exists()


@once
def test_a_back_up_goes_on_where_it_was_killed(source, tmp_path):
    museum, bag = source.museum.twin(tmp_path / "museum"), tmp_path / "bag"
    # Of some 100 tables each is read in two bites or more: this is among the files.
    museum.inside("broken_off", "300", "backup", str(bag), fails=True)
    assert not (bag / "bagit.txt").exists()
    copied = {file: file.stat().st_mtime_ns for file in (bag / "data" / "media").rglob("*") if file.is_file()}
    assert 10 < len(copied) < len(source.seen["files"])
    gone, changed = (
        sorted(name for name in source.seen["files"] if name.startswith("media/private/documents"))[:1],
        None,
    )
    private = museum.media / "private"
    for name in gone:
        (museum.media / name.removeprefix("media/")).unlink()
    changed = next(file for file in private.glob("original_images/*.png"))
    changed.write_bytes(changed.read_bytes() + b"\0")
    said = museum.manage("backup", str(bag), "--language=en", fails=bool(gone))
    assert "Going on with the back-up" in said
    assert_valid(bag)
    kept = [file for file, time in copied.items() if file.exists() and file.stat().st_mtime_ns == time]
    assert len(kept) >= len(copied) - 2
    there = (bag / "data" / changed.relative_to(museum.media.parent)).read_bytes()
    assert there == changed.read_bytes()


@once
def test_a_restore_goes_on_where_it_was_killed(source, empty):
    empty.inside("broken_off", "100", "restore", str(source.bag), fails=True)
    there = [file for file in empty.media.rglob("*") if file.is_file()]
    assert 10 < len(there) < len(source.seen["files"])
    said = empty.manage("restore", str(source.bag), "--language=en")
    assert "comparing every checksum" not in said
    assert_same(empty.seen(pages=False), source.seen)
    assert not list((empty.folder / "state").glob("restoring-*"))


@once
def test_another_file_of_the_same_name_is_never_replaced(source, empty):
    name = next(name for name in source.seen["files"] if name.startswith("media/private/"))
    file = empty.media / name.removeprefix("media/")
    file.parent.mkdir(parents=True)
    file.write_bytes(b"of somebody else")
    said = empty.manage("restore", str(source.bag), "--language=en", fails=True)
    assert "There is another file called" in said
    assert file.read_bytes() == b"of somebody else"


@once
def test_a_sealed_package_opens_with_its_key_alone(source, empty, tmp_path):
    key, other, bag = tmp_path / "key", tmp_path / "other", tmp_path / "bag"
    public = re.search(r"age1\w+", source.museum.manage("backup", "--new-key", str(key)))[0]
    source.museum.manage("backup", "--new-key", str(other))
    assert key.stat().st_mode & 0o077 == 0
    source.museum.manage("backup", str(bag), "--for", public)
    assert_valid(bag)
    names = {name.rsplit("/", 1)[-1].rsplit(".", 1)[0] for name in source.seen["files"]}
    for file in bag.rglob("*"):
        if file.is_file():
            data = file.read_bytes()
            assert file.parent == bag or data.startswith(b"age-encryption.org/v1")
            assert b"Agadir" not in data
            assert not any(name in str(file) or name.encode() in data for name in names if len(name) > 8)
    assert "sealed" in empty.manage("restore", str(bag), "--language=en", fails=True)
    assert "cannot be opened" in empty.manage("restore", str(bag), "--key", str(other), "--language=en", fails=True)
    empty.manage("restore", str(bag), "--key", str(key))
    assert_same(empty.seen(pages=False), source.seen)


@once
def test_nothing_secret_of_the_installation_is_in_it(source):
    assert not list((source.bag / "data" / "database").glob("*sessions*"))
    contents = json.loads((source.bag / "data" / "museum.json").read_text())
    assert contents["settings"]["LANGUAGE_CODE"] == "fr"
    assert not re.search("SECRET|PASSWORD|KEY", json.dumps(contents["settings"]))
    everything = b"".join(file.read_bytes() for file in source.bag.rglob("*.json*"))
    assert b"development-only" not in everything


@once
@pytest.mark.parametrize("key", ["age1wrong", "AGE-SECRET-KEY-1", "mail@example.org"])
def test_what_is_no_public_key_is_refused(source, tmp_path, key):
    said = source.museum.manage("backup", str(tmp_path / "bag"), "--for", key, "--language=en", fails=True)
    assert "is not a public key of age" in said


@once
def test_a_package_of_a_newer_museum_is_refused(source, empty, tmp_path):
    bag = shutil.copytree(source.bag, tmp_path / "bag")
    file = bag / "data" / "museum.json"
    contents = json.loads(file.read_text())
    contents["migrations"].append(["stories", "9999_from_the_future"])
    shutil.rmtree(bag)
    from museum.preservation.bags import Bag, BagWriter

    writer = BagWriter(bag)
    for path, _checksum in Bag(source.bag).payload():
        with (source.bag / "data" / path).open("rb") as stream:
            writer.add(path, stream)
    writer.add_json("museum.json", contents)
    writer.finish({})
    said = empty.manage("restore", str(bag), "--language=en", fails=True)
    assert "newer" in said
    assert "9999_from_the_future" in said
