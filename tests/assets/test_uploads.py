"""Bad files are refused with a sentence in the editor's language, and the form keeps what was typed."""

import io
import struct
import zlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from museum.assets.models import MuseumImage
from tests import builders

pytestmark = pytest.mark.django_db


def jpeg(width=400, height=300) -> bytes:
    buffer = io.BytesIO()
    Image.effect_noise((width, height), 80).convert("RGB").save(buffer, "JPEG", quality=90)
    return buffer.getvalue()


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def bomb(width=20_000, height=10_000) -> bytes:
    """A PNG of 200 megapixels in less than a megabyte: one bit a pixel, all white."""
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress((b"\x00" + b"\xff" * (width // 8)) * height, 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


SVG = b"""<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>"""
ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    + b']><svg xmlns="http://www.w3.org/2000/svg"><text>&j;</text></svg>'
)
BAD = {
    "truncated JPEG": ("photo.jpg", jpeg()[:-6000]),
    "truncated PNG": ("scan.png", builders.picture_bytes(900, 700)[:-60]),
    "header only": ("photo.jpg", jpeg()[:700]),
    "200-megapixel bomb": ("grand.png", bomb()),
    "30,000-pixel panorama": ("panorama.png", bomb(30_000, 800)),
    "SVG with a script": ("dessin.svg", SVG),
    "SVG called .jpg": ("dessin.jpg", SVG),
    "SVG of nested entities": ("dessin.svg", ENTITIES),
    "text called .jpg": ("notes.jpg", b"Ceci est un texte.\n" * 40),
    "empty file": ("vide.jpg", b""),
    "PNG called .jpg": ("scan.jpg", builders.picture_bytes()),
    "no suffix": ("photo", jpeg()),
    "HEIC of noise": ("photo.heic", b"\x00\x00\x00\x18ftypheic" + b"\x00" * 400),
}
#: What the sentences are made of, in the admin's three languages (letters that only that language uses here).
SCRIPTS = {"fr": "abcdefghijklmnopqrstuvwxyz", "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي", "en": "abcdefghijklmnopqrstuvwxyz"}


@pytest.fixture(params=["en", "fr", "ar"])
def language(request, client):
    client.force_login(builders.user(superuser=True, language=request.param))
    return request.param


@pytest.mark.parametrize("kind", BAD)
def test_chooser_refuses_and_keeps_what_was_typed(client, kind, language):
    name, content = BAD[kind]
    response = client.post(
        reverse("wagtailimages_chooser:create"),
        {
            "image-chooser-upload-title": "Mon titre",
            "image-chooser-upload-file": SimpleUploadedFile(name, content),
            "image-chooser-upload-alt_fr": "Ce que je vois",
            "image-chooser-upload-alt_ar": "ما أراه",
            "image-chooser-upload-tags": "",
        },
    )
    assert response.status_code == 200
    answer = response.json()
    assert answer["step"] == "reshow_creation_form"
    fragment = answer["htmlFragment"]
    assert "Mon titre" in fragment
    assert "Ce que je vois" in fragment
    assert "ما أراه" in fragment
    assert not MuseumImage.objects.exists()
    assert "error-message" in fragment


@pytest.mark.parametrize("kind", BAD)
def test_the_page_of_many_uploads_refuses(client, kind, language):
    name, content = BAD[kind]
    response = client.post(
        reverse("wagtailimages:add_multiple"),
        {"title": "Mon titre", "files[]": SimpleUploadedFile(name, content)},
    )
    answer = response.json()
    assert answer["success"] is False
    sentence = answer["error_message"]
    assert len(sentence) > 20
    if language == "ar" and kind not in OWN_SENTENCES:
        assert any(letter in sentence for letter in SCRIPTS["ar"]), sentence
    assert not MuseumImage.objects.exists()


#: Refused by the museum's own sentences, whose Arabic is in museum/locale.
OWN_SENTENCES = {
    "truncated JPEG",
    "truncated PNG",
    "200-megapixel bomb",
    "30,000-pixel panorama",
    "header only",
    "HEIC of noise",
}


def test_replacing_a_file_by_a_broken_one_keeps_the_old(client):
    client.force_login(builders.user(superuser=True, language="en"))
    image = builders.image()
    before = image.file.name
    response = client.post(
        reverse("wagtailimages:edit", args=[image.pk]),
        {"title": "Nouveau titre", "file": SimpleUploadedFile("x.jpg", jpeg()[:-6000]), "tags": "", "alt_fr": "Tapé"},
    )
    html = response.content.decode()
    assert "damaged or was cut short" in html
    assert "Nouveau titre" in html
    assert "Tapé" in html
    image.refresh_from_db()
    assert image.file.name == before
    assert image.file.storage.exists(before)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("photo.jpg", jpeg()),
        ("scan.png", builders.picture_bytes()),
        ("petit.webp", builders.picture_bytes(kind="WEBP")),
        ("anime.gif", builders.picture_bytes(kind="GIF")),
        ("carré.avif", builders.picture_bytes(kind="AVIF")),
    ],
)
def test_good_files_pass(client, name, content):
    client.force_login(builders.user(superuser=True, language="fr"))
    response = client.post(
        reverse("wagtailimages:add_multiple"), {"title": "Bon", "files[]": SimpleUploadedFile(name, content)}
    )
    assert response.json()["success"] is True
    assert MuseumImage.objects.get().title == "Bon"
