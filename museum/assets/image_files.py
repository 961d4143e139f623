"""The file of an image, whose width and height are those that a visitor sees."""

from PIL import Image
from wagtail.images.models import WagtailImageField, WagtailImageFieldFile

_ORIENTATION = 0x0112
#: EXIF orientations of a picture taken with the camera on its side (EXIF 2.32, tag 0x0112).
_SIDEWAYS = {5, 6, 7, 8}


class UprightFile(WagtailImageFieldFile):
    """Wagtail measures a picture as it is stored; renditions, rooms and the image service show it upright."""

    def get_image_dimensions(self):
        """(width, height) in pixels of the picture as it is seen."""
        width, height = super().get_image_dimensions()
        return (height, width) if self._lies_on_its_side() else (width, height)

    def _lies_on_its_side(self) -> bool:
        close = self.closed
        self.open()
        try:
            with Image.open(self.file) as picture:
                # Decoders of HEIC turn the picture themselves and say so by an orientation of 1.
                return picture.getexif().get(_ORIENTATION) in _SIDEWAYS
        except Exception:  # a decoder may raise anything; the upload form has its own sentence for a broken picture
            return False
        finally:
            if close:
                self.close()
            else:
                self.seek(0)


class UprightImageField(WagtailImageField):
    """Wagtail's field with the dimensions of the upright picture."""

    attr_class = UprightFile

    def deconstruct(self):
        """In migrations it is Wagtail's: the column is the same."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "wagtail.images.models.WagtailImageField", args, kwargs
