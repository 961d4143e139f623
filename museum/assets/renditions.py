"""The sizes and formats in which pages show pictures, made before anyone asks.

They are made in the background when what shows a picture is published. A page never waits for them: until they are
there it names the same sizes at the image service (museum.iiif), which cuts each when a browser asks for it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from wagtail.images import get_image_model
from wagtail.images.models import Filter
from wagtail.models import ReferenceIndex

from museum.assets.sizes import CARD_SPEC, PICTURE_SPEC, TEXTURE_SPECS, scaled, widths
from museum.core.prepared import Errand, Prepared, run_together


@cache
def picture_filters() -> tuple[str, ...]:
    """Every filter specification of a picture on a page: formats from best to plainest, widths rising."""
    return tuple(Filter.expand_spec(PICTURE_SPEC))


class Size(NamedTuple):
    """A size of a picture that a page shows; one not ``made`` yet is cut at its address when it is asked for."""

    url: str
    width: int
    height: int
    byte_size: int | None = None
    made: bool = True


def fetch_sizes(images: Iterable) -> None:
    """What was made of each of ``images``, in one query, or from its renditions where those were prefetched. Pages show
    much of it, so that no ``Rendition`` is built for each."""
    run_together(fetching_sizes(images))


def fetching_sizes(images: Iterable) -> Errand:
    """``fetch_sizes`` as an errand, to be run together with others."""
    waiting = [image for image in images if not hasattr(image, "_sizes")]
    known = [image for image in waiting if "renditions" in getattr(image, "_prefetched_objects_cache", ())]
    made = (each for image in known for each in image.renditions.all())
    columns = attrgetter("image_id", "filter_spec", "file.name", "width", "height", "byte_size")
    remember_sizes(known, map(columns, made))
    waiting = [image for image in waiting if not hasattr(image, "_sizes")]
    (rows,) = yield [SIZES({image.pk for image in waiting})]
    remember_sizes(waiting, rows)


#: Asks for a row for each size of images by their keys, as ``remember_sizes`` takes them. No size of a page is cut to what
#: stands in the middle of attention.
SIZES = Prepared(
    lambda images: (
        get_image_model()
        .get_rendition_model()
        .objects.filter(image__in=images, focal_point_key="")
        .values_list("image_id", "filter_spec", "file", "width", "height", "byte_size")
    )
)


def remember_sizes(images: Iterable, rows: Iterable[tuple]) -> None:
    """Keep for image objects what ``fetch_sizes`` would ask for; who fetches both fetches them in one turn."""
    address, by_image = _address(), defaultdict(dict)
    for pk, spec, name, *measures in rows:
        by_image[pk][spec] = Size(address(name), *measures)
    for image in images:
        image._sizes = by_image[image.pk]


def _address() -> Callable[[str], str]:
    return get_image_model().get_rendition_model()._meta.get_field("file").storage.url


def _forget_sizes(image) -> None:
    image.__dict__.pop("_sizes", None)


def public_sizes(image, *specs: str) -> dict:
    """What pages show of an image by specification, made or not yet. Nothing is made here."""
    if image.withdrawn:
        return image.get_renditions(*specs)
    if not hasattr(image, "_sizes"):
        fetch_sizes([image])
    return {spec: image._sizes.get(spec) or _awaited(image, spec) for spec in specs}


def _awaited(image, spec: str) -> Size:
    width, height = scaled(image.width, image.height, *widths(spec))
    # The service writes no AVIF.
    kind = "jpg" if "jpeg" in spec else "webp"
    address = reverse("iiif:picture", args=[image.pk, "full", f"{width},{height}", "0", f"default.{kind}"])
    return Size(address, width, height, made=False)


def delete_renditions(image) -> None:
    """Take every public size of an image away, file and row, now and not when a task comes to it."""
    _forget_sizes(image)
    for rendition in image.renditions.all():
        rendition.file.storage.delete(rendition.file.name)
        rendition.delete()


def make_renditions(image, *also: str) -> int:
    """Make what is missing of an image's renditions, of ``also`` too; how many that were. A withdrawn image has none."""
    if image.withdrawn:
        return 0
    filters = [*picture_filters(), CARD_SPEC, *also]
    existing = set(image.renditions.values_list("filter_spec", flat=True))
    missing = [spec for spec in filters if spec not in existing]
    if missing:
        image.get_renditions(*missing)
        _forget_sizes(image)
    for unmeasured in image.renditions.filter(byte_size=None):
        unmeasured.save(update_fields=["byte_size"])
    return len(missing)


def make_pictures_of(thing) -> int:
    """Make what is missing of the images that a page or record names (Wagtail's reference index knows them); how many files.

    ``thing.picture_specs`` may name further specifications by the image's key.
    """
    images = get_image_model()
    references = ReferenceIndex.get_references_for_object(thing).filter(
        to_content_type=ContentType.objects.get_for_model(images)
    )
    keys = {int(key) for key in references.values_list("to_object_id", flat=True)}
    also = getattr(thing, "picture_specs", {})
    return sum(make_renditions(image, *also.get(image.pk, ())) for image in images.objects.filter(pk__in=keys))


@dataclass(frozen=True)
class Textures:
    """Addresses of the two sizes of a picture for a three-dimensional view, and the bytes of the smaller."""

    small: str
    large: str
    bytes: int


def textures_of(image, specs: tuple[str, str] = TEXTURE_SPECS) -> Textures:
    """Two sizes of an image for a three-dimensional view; one that was never measured is estimated by its pixels."""
    found = public_sizes(image, *specs)
    small, large = (found[spec] for spec in specs)
    return Textures(small.url, large.url, small.byte_size or estimated_bytes(small.width, small.height))


#: Bytes a pixel of a picture whose size nobody has noted: measured on the demonstration collection's WebP files.
_BYTES_A_PIXEL = 0.12


def estimated_bytes(width: int, height: int) -> int:
    """About how much a WebP of this size weighs."""
    return round(width * height * _BYTES_A_PIXEL)
