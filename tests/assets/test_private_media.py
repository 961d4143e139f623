"""What is not public cannot be guessed, kept or read; what is public says nothing of the camera; a file is what its name says.

The same on local files and on S3 (tests/iiif/test_s3.py).
"""

import io
import re
import zipfile

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage, storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from wagtail.models import Collection, CollectionViewRestriction

from museum.assets.documents import validate_document
from museum.assets.models import MuseumDocument, MuseumImage
from museum.assets.names import is_unguessable, unguessable
from museum.assets.renditions import picture_filters
from museum.assets.sizes import CARD_SPEC, PANORAMA_SPECS
from tests import builders

pytestmark = pytest.mark.django_db
NOTED = b"SECRET CAMERA"


def noted_picture(kind: str) -> bytes:
    """A picture with what a camera and a program note: maker, author, comment, XMP, and that it lies on its side."""
    exif = Image.Exif()
    exif[0x010F], exif[0x013B], exif[0x0112] = NOTED.decode(), NOTED.decode(), 6
    buffer = io.BytesIO()
    options = {"comment": NOTED} if kind == "JPEG" else {}
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>' + NOTED + b"</a></x:xmpmeta>"
    Image.new("RGB", (640, 400), "teal").save(buffer, kind, exif=exif.tobytes(), xmp=xmp, **options)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "end"),
    [
        ("Ma photo, été 1.JPG", "-ma-photo-ete-1.jpg"),
        ("صورة العائلة.png", ".png"),
        ("../../etc/passwd", "-passwd"),
        ("a\\b.png", "-b.png"),
        ("x" * 300 + ".webp", ".webp"),
        (".glb", "-glb"),
        ("evil.html.png\x00.exe", ".exe"),
    ],
)
def test_a_name_begins_with_chance(name, end):
    made = unguessable(name)
    assert re.fullmatch(r"[a-z2-7]{16}[a-z0-9.-]*", made)
    assert made.endswith(end)
    assert len(made) < 80
    assert unguessable(name) != made
    assert is_unguessable(made)
    assert not is_unguessable(name)


@pytest.mark.parametrize("spec", [*picture_filters(), *PANORAMA_SPECS, CARD_SPEC])
def test_a_rendition_keeps_the_chance_of_its_original(spec):
    image = builders.image(file=ContentFile(builders.picture_bytes(), name="portrait de famille.png"))
    chance = image.file.name.split("/")[-1][:16]
    assert is_unguessable(image.file.name)
    assert image.get_rendition(spec).file.name.startswith(f"images/{chance}")


def test_models_documents_and_recordings_are_unguessable():
    assert is_unguessable(builders.model_3d().file.name)
    assert is_unguessable(builders.document().file.name)
    recording = builders.recording()
    assert is_unguessable(recording.original.name) or not recording.original


def test_a_file_older_than_the_rule_is_still_there():
    name = storages["private"].save("original_images/old.png", ContentFile(builders.picture_bytes()))
    image = builders.image()
    MuseumImage.objects.filter(pk=image.pk).update(file=name)
    image = MuseumImage.objects.get(pk=image.pk)
    assert image.get_rendition("width-100").file.name.startswith("images/old")


@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "PNG"])
def test_no_rendition_says_what_the_camera_noted(kind):
    data = noted_picture(kind)
    assert NOTED in data
    image = builders.image(file=ContentFile(data, name=f"noted.{kind.lower()}"))
    for spec in (*picture_filters(), "width-300|format-png", "max-165x165", "original"):
        with default_storage.open(image.get_rendition(spec).file.name) as file:
            made = file.read()
        assert NOTED not in made, spec
        with Image.open(io.BytesIO(made)) as picture:
            assert not dict(picture.getexif()), spec
            assert picture.height > picture.width, f"{spec} lies on its side"


def test_no_piece_of_a_picture_says_it(client):
    image = builders.image(file=ContentFile(noted_picture("JPEG"), name="noted.jpeg"))
    builders.story(lead_image=image)
    answer = client.get(f"/iiif/image/3/{image.pk}/full/max/0/default.jpg")
    assert answer.status_code == 200
    assert NOTED not in answer.content


def test_no_picture_on_a_model_says_it():
    from museum.assets.metadata import without_camera_notes

    picture = noted_picture("JPEG")
    around = b"glTF" + picture + b"after"
    blanked = without_camera_notes(around)
    assert len(blanked) == len(around)
    assert blanked.endswith(b"after")
    with Image.open(io.BytesIO(blanked[4:-5])) as found:
        found.load()
        assert 0x010F not in found.getexif()


def packed(*members: str, content: bytes = b"x") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for member in members:
            file.writestr(member, content)
    return buffer.getvalue()


GOOD = {
    "a.pdf": b"%PDF-1.7\n...",
    "a.docx": packed("[Content_Types].xml", "word/document.xml"),
    "a.xlsx": packed("xl/workbook.xml"),
    "a.odt": packed("content.xml"),
    "a.txt": "Texte, نص".encode(),
    "a.csv": b"\xef\xbb\xbfa;b\n1;2\n",
    "a.vtt": b"WEBVTT\n",
}
BAD = {
    "html called pdf": ("a.pdf", b"<html><script>alert(1)</script>"),
    "html called txt": ("a.txt", b"\xef\xbb\xbf  <!DOCTYPE html><script>alert(1)</script>"),
    "svg called csv": ("a.csv", b"<svg onload=alert(1)>"),
    "program called txt": ("a.txt", b"MZ\x90\x00\x03"),
    "zip called docx": ("a.docx", packed("evil.exe")),
    "cut short": ("a.xlsx", packed("xl/workbook.xml")[:-20]),
    "bomb": ("a.odt", packed("content.xml", content=b"0" * 30_000_000)),
}


@pytest.mark.parametrize("name", GOOD)
def test_a_document_that_is_what_it_says_is_taken(name):
    validate_document(SimpleUploadedFile(name, GOOD[name]))


@pytest.mark.parametrize("case", BAD)
def test_a_document_that_is_something_else_is_refused(case):
    with pytest.raises(ValidationError, match="(content|contenu)"):
        validate_document(SimpleUploadedFile(*BAD[case]))


@pytest.mark.parametrize("name", ["evil.html", "evil.svg", "evil.js", "evil.xhtml"])
def test_what_browsers_run_is_refused_by_the_form(client, name):
    client.force_login(builders.user(superuser=True, language="en"))
    upload = SimpleUploadedFile(name, b"<script>alert(1)</script>")
    answer = client.post(
        reverse("wagtaildocs:add"), {"title": "x", "file": upload, "collection": Collection.get_first_root_node().pk}
    )
    assert answer.status_code == 200
    assert not MuseumDocument.objects.exists()


def test_a_document_is_taken_away_and_runs_nothing(client):
    document = builders.document(file=ContentFile(GOOD["a.pdf"], name="a.pdf"))
    answer = client.get(document.url)
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert "no-store" in answer.headers["Cache-Control"]
    assert client.get(f"/documents/{document.pk}/a.pdf").status_code == 404


def test_a_private_document_is_for_who_may(client):
    document = builders.document()
    collection = Collection.get_first_root_node().add_child(name="private")
    CollectionViewRestriction.objects.create(collection=collection, restriction_type=CollectionViewRestriction.LOGIN)
    MuseumDocument.objects.filter(pk=document.pk).update(collection=collection)
    assert client.get(document.url).status_code == 302
    client.force_login(builders.user())
    assert client.get(document.url).status_code == 200


@pytest.mark.parametrize("name", ["museum_image_original", "museum_recording_original"])
def test_an_original_is_never_kept_by_a_browser(client, name):
    thing = builders.image() if "image" in name else builders.recording()
    assert client.get(reverse(name, args=[thing.pk])).status_code == 302
    client.force_login(builders.user(superuser=True))
    answer = client.get(reverse(name, args=[thing.pk]))
    assert answer.status_code == 200
    assert "no-store" in answer.headers["Cache-Control"]


def test_what_a_draft_shows_is_not_public_by_number(client):
    image = builders.image()
    assert client.get(f"/iiif/image/3/{image.pk}/info.json").status_code == 404
    client.force_login(builders.user(superuser=True))
    answer = client.get(f"/iiif/image/3/{image.pk}/info.json")
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "private, no-store")
