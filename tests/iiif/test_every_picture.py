"""Pictures as cameras, scanners and printers make them: turned, in other colours, deep, transparent, from telephones."""

import io

import pytest
import pyvips
from django.core.files.base import ContentFile
from PIL import Image
from pillow_heif import register_heif_opener

from museum.collection.models import ArtefactMedium
from museum.iiif.addresses import image_service
from museum.iiif.pyramids import SMALL_SIDE
from tests import builders

pytestmark = pytest.mark.django_db

RED, BLUE = (200, 20, 20), (20, 20, 200)
#: Longer than what is cut from its original, and as short as tests like it.
LARGE = (SMALL_SIDE + 552, 1_300)
SIDEWAYS = 6


def halves(width: int, height: int, mode: str = "RGB") -> Image.Image:
    """The left half red, the right half blue."""
    canvas = Image.new("RGB", (width, height), RED)
    canvas.paste(BLUE, (width // 2, 0, width, height))
    return canvas.convert(mode)


def encoded(picture: Image.Image, kind: str, **options) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


def shown(data: bytes, name: str, commit):
    """An image of these bytes that a published artefact shows."""
    with commit(execute=True):
        image = builders.image(file=ContentFile(data, name=name))
        artefact = builders.artefact(with_image=False)
        ArtefactMedium.objects.create(artefact=artefact, image=image, sort_order=0)
        artefact.save()
    return image


def drawn(client, image, path: str) -> Image.Image:
    response = client.get(f"{image_service(image)}/{path}")
    assert response.status_code == 200, response.content
    return Image.open(io.BytesIO(response.content)).convert("RGB")


def is_red(colour) -> bool:
    return colour[0] > 150 and colour[0] > colour[2] + 40


def is_blue(colour) -> bool:
    """Also as ink on paper, which has no such blue as a screen."""
    return colour[2] > 110 and colour[2] > colour[0] + 40


@pytest.mark.parametrize("size", [(400, 200), LARGE])
def test_a_picture_taken_sideways_stands_upright(client, size, django_capture_on_commit_callbacks):
    exif = Image.Exif()
    exif[0x0112] = SIDEWAYS
    image = shown(
        encoded(halves(*size), "JPEG", exif=exif, quality=90), "sideways.jpg", django_capture_on_commit_callbacks
    )
    info = client.get(f"{image_service(image)}/info.json").json()
    assert (info["width"], info["height"]) == size[::-1]
    whole = drawn(client, image, "full/,200/0/default.jpg")
    assert whole.height > whole.width
    assert is_red(whole.getpixel((whole.width // 2, 20)))
    assert is_blue(whole.getpixel((whole.width // 2, 180)))
    foot = drawn(client, image, f"0,{size[0] - 50},{size[1]},50/max/0/default.jpg")
    assert foot.size == (size[1], 50)
    assert is_blue(foot.getpixel((10, 25)))


@pytest.mark.parametrize("size", [(400, 200), LARGE])
@pytest.mark.parametrize(
    ("kind", "mode", "name"),
    [
        ("JPEG", "CMYK", "print.jpg"),
        ("PNG", "P", "few-colours.png"),
        ("PNG", "RGBA", "transparent.png"),
        ("WEBP", "RGB", "halves.webp"),
        ("AVIF", "RGB", "halves.avif"),
        ("HEIF", "RGB", "telephone.heic"),
        ("GIF", "P", "old.gif"),
    ],
)
def test_every_kind_that_may_be_uploaded_is_served(client, kind, mode, name, size, django_capture_on_commit_callbacks):
    register_heif_opener()
    image = shown(encoded(halves(*size, mode), kind), name, django_capture_on_commit_callbacks)
    found = drawn(client, image, "full/200,/0/default.jpg")
    assert is_red(found.getpixel((20, 50)))
    assert is_blue(found.getpixel((180, 50)))
    assert drawn(client, image, "0,0,128,128/max/0/default.webp").size == (128, 128)


def test_a_deep_scan_keeps_its_lights(client, django_capture_on_commit_callbacks):
    deep = (pyvips.Image.black(300, 200, bands=3) + [60_000, 30_000, 3_000]).cast("ushort").copy(interpretation="rgb16")
    image = shown(deep.pngsave_buffer(), "deep.png", django_capture_on_commit_callbacks)
    red, green, blue = drawn(client, image, "full/max/0/default.png").getpixel((10, 10))
    assert (red, green, blue) == pytest.approx((234, 117, 12), abs=2)


def test_a_picture_in_a_wide_colour_space_is_sent_in_srgb(client, django_capture_on_commit_callbacks):
    """The profile is not sent along, so the numbers must already mean sRGB."""
    wide = pyvips.Image.black(300, 200, bands=3) + [0, 200, 0]
    wide = wide.cast("uchar").copy(interpretation="srgb").icc_transform("p3", input_profile="srgb", intent="relative")
    number = wide.getpoint(5, 5)
    assert number != [0, 200, 0]
    image = shown(wide.jpegsave_buffer(Q=95), "wide.jpg", django_capture_on_commit_callbacks)
    assert drawn(client, image, "full/max/0/default.png").getpixel((10, 10)) == pytest.approx((0, 200, 0), abs=12)


def test_a_number_beyond_any_database_is_not_there(client):
    for number in ("9" * 25, "9223372036854775808", "0", "٣"):
        assert client.get(f"/iiif/image/3/{number}/info.json").status_code == 404
        assert client.get(f"/iiif/image/3/{number}/full/max/0/default.jpg").status_code == 404


def test_a_lost_file_is_a_sentence_and_no_error_page(client, django_capture_on_commit_callbacks):
    image = shown(encoded(halves(300, 200), "PNG"), "lost.png", django_capture_on_commit_callbacks)
    image.file.storage.delete(image.file.name)
    response = client.get(f"{image_service(image)}/full/max/0/default.jpg")
    assert response.status_code == 404
    assert response.headers["Content-Type"].startswith("text/plain")


def test_the_description_is_sent_anew_when_its_rights_change(client, django_capture_on_commit_callbacks):
    image = shown(encoded(halves(300, 200), "PNG"), "rights.png", django_capture_on_commit_callbacks)
    address = f"{image_service(image)}/info.json"
    first = client.get(address)
    assert client.get(address, headers={"if-none-match": first.headers["ETag"]}).status_code == 304
    image.rights = "http://rightsstatements.org/vocab/InC/1.0/"
    image.save()
    again = client.get(address, headers={"if-none-match": first.headers["ETag"]})
    assert again.status_code == 200
    assert again.json()["rights"] == image.rights
