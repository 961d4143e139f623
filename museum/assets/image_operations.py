"""What renditions of an image may be asked for."""

from wagtail.images.image_operations import TransformOperation

#: The longest side of what the public may fetch, in pixels; originals stay private.
LARGEST_SIDE = 2560


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
