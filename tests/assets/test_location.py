"""Where a picture was taken is erased at upload; its pixels and orientation are not touched."""

import io

import pillow_heif
import pytest
from django.core.files.base import ContentFile
from PIL import Image, PngImagePlugin

from museum.assets.metadata import GPS_POINTER, has_location, without_location
from museum.assets.models import MuseumImage
from tests import builders

pillow_heif.register_heif_opener()
ORIENTATION, CAMERA = 0x0112, 0x010F
XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    b'<rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="33,35.1N"'
    b' exif:GPSLongitude="7,36.2W"><exif:GPSAltitude>10</exif:GPSAltitude></rdf:Description></rdf:RDF></x:xmpmeta>'
)


def exif() -> bytes:
    """EXIF with an orientation, a camera and a position in the Atlantic."""
    made = Image.Exif()
    made[ORIENTATION] = 6
    made[CAMERA] = "Camera of the tests"
    made[GPS_POINTER] = {1: "N", 2: (33.0, 35.0, 6.5), 3: "W", 4: (7.0, 36.0, 12.5), 29: "2026:01:01"}
    return made.tobytes()


def picture(kind: str, **options) -> bytes:
    buffer = io.BytesIO()
    Image.effect_noise((64, 48), 60).convert("RGB").save(buffer, kind, exif=exif(), **options)
    return buffer.getvalue()


KINDS = {
    "JPEG": lambda: picture("JPEG", quality=90),
    "JPEG with XMP": lambda: picture("JPEG", quality=90, xmp=XMP),
    "PNG": lambda: picture("PNG"),
    "WebP": lambda: picture("WEBP", lossless=True),
    "WebP with XMP": lambda: picture("WEBP", lossless=True, xmp=XMP),
    "HEIC": lambda: picture("HEIF"),
    "AVIF": lambda: picture("AVIF"),
}


def decoded(data: bytes) -> tuple:
    with Image.open(io.BytesIO(data)) as opened:
        return opened.size, opened.getexif().get(ORIENTATION), opened.convert("RGB").tobytes()


@pytest.mark.parametrize("kind", KINDS)
def test_position_goes_and_pixels_and_orientation_stay(kind):
    data = KINDS[kind]()
    assert has_location(data), "the test's own file carries a position"
    cleaned = without_location(data)
    assert not has_location(cleaned)
    assert decoded(cleaned) == decoded(data)
    assert len(cleaned) == len(data)


@pytest.mark.parametrize("kind", KINDS)
def test_no_trace_of_the_numbers(kind):
    cleaned = without_location(KINDS[kind]())
    assert b"2026:01:01" not in cleaned
    assert b"33,35.1N" not in cleaned


def test_the_camera_stays():
    with Image.open(io.BytesIO(without_location(KINDS["JPEG"]()))) as opened:
        assert opened.getexif()[CAMERA] == "Camera of the tests"


def test_compressed_png_text_is_written_anew():
    text = PngImagePlugin.PngInfo()
    text.add_itxt("XML:com.adobe.xmp", XMP.decode(), zip=True)
    data = picture("PNG", pnginfo=text)
    cleaned = without_location(data)
    assert not has_location(cleaned)
    assert decoded(cleaned) == decoded(data)


def test_a_picture_without_position_is_not_touched():
    data = builders.picture_bytes()
    assert without_location(data) is data


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WebP", "HEIC"])
def test_the_stored_original_has_no_position(kind):
    suffix = {"JPEG": "jpg", "PNG": "png", "WebP": "webp", "HEIC": "heic"}[kind]
    uploaded = KINDS[kind]()
    image = builders.image(file=ContentFile(uploaded, name=f"photo.{suffix}"))
    stored = MuseumImage.objects.get(pk=image.pk)
    with stored.file.open("rb") as file:
        data = file.read()
    assert not has_location(data)
    assert decoded(data) == decoded(uploaded)
    assert stored.get_file_size() == len(data)
