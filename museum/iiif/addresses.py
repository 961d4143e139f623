"""The addresses of images for the International Image Interoperability Framework, in one place.

https://iiif.io/api/image/3.0/#2-uri-syntax
"""

from django.urls import reverse


def image_service(image) -> str:
    """The base address of an image's service; ``/info.json`` under it describes the image."""
    return reverse("iiif:image", args=[image.pk])


def picture(image, *, region: str = "full", size: str = "max", rotation: str = "0", kind: str = "webp") -> str:
    """The address of a picture cut out of an image; the parameters as the specification writes them."""
    return f"{image_service(image)}/{region}/{size}/{rotation}/default.{kind}"


def region_of(x: float, y: float, width: float, height: float) -> str:
    """A region in percent of the image, as the specification writes it; two digits are a tenth of a pixel of 1,000."""
    return "pct:" + ",".join(f"{value:.2f}".rstrip("0").rstrip(".") for value in (x, y, width, height))
