"""What renditions of an image may be asked for."""

from PIL import ImageOps
from wagtail.images.image_operations import TransformOperation
from willow.plugins.pillow import PillowImage
from willow.registry import registry

from museum.assets.metadata import drop_notes

#: The longest side of what the public may fetch, in pixels; originals stay private.
LARGEST_SIDE = 2560


def upright_without_notes(image: PillowImage) -> PillowImage:
    """The first step of every rendition, in place of Willow's own: upright, and without what the camera noted.

    Willow copies EXIF into what it writes: when, with which camera, by whom. None of it is for visitors.
    """
    upright = ImageOps.exif_transpose(image.image)
    drop_notes(upright)
    return PillowImage(upright)


def connect() -> None:
    """Called once, when the app is ready."""
    registry.register_operation(PillowImage, "auto_orient", upright_without_notes)


class LargestPublicOperation(TransformOperation):
    """In place of Wagtail's ``original``, which would put the private original in the public folder."""

    def construct(self):
        """No arguments: ``original``."""

    def run(self, transform, image):
        """Shrink to ``LARGEST_SIDE``; what is smaller stays as it is."""
        width, height = transform.size
        scale = min(1, LARGEST_SIDE / max(width, height))
        if scale == 1:
            return transform
        return transform.resize((max(1, int(width * scale)), max(1, int(height * scale))))
