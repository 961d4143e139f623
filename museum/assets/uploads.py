"""What may be uploaded as an image: looked at whole, not only at its first bytes."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from PIL import Image
from wagtail.images.fields import WagtailImageField

#: Pixels of the longer side: beyond it a picture is no longer one, and no telephone's panorama needs it.
LONGEST_SIDE = 20_000


class MuseumImageField(WagtailImageField):
    """Wagtail's image field, which also refuses broken pictures and bombs with a sentence.

    Wagtail reads the header alone: a picture cut short would be saved and fail in every page that shows it, and
    Pillow's own refusal of a decompression bomb would be an error page.
    """

    def to_python(self, data):
        """The uploaded file, read to its end; ``ValidationError`` where that cannot be done."""
        try:
            file = super().to_python(data)
        except ValidationError:
            raise
        except Image.DecompressionBombError as error:
            raise _too_many_pixels() from error
        except Exception as error:  # a decoder may raise anything on a hostile file
            raise _damaged() from error
        if file is not None:
            if max(file.image.get_size()) > LONGEST_SIDE:
                raise _too_many_pixels()
            _read_whole(file)
        return file


def _too_many_pixels() -> ValidationError:
    return ValidationError(
        _("This picture has far too many pixels to be shown. Make it smaller (at most 20,000 by 6,000) and try again."),
        code="file_too_many_pixels",
    )


def _damaged() -> ValidationError:
    return ValidationError(
        _("This picture is damaged or was cut short. Export or copy it again and try once more."), code="damaged"
    )


def _read_whole(file) -> None:
    """Decode the picture once; a JPEG at an eighth of its size, which reads it to its end and takes little memory."""
    file.seek(0)
    try:
        with Image.open(file) as picture:
            picture.draft(None, (max(picture.width // 8, 1), max(picture.height // 8, 1)))
            picture.load()
    except Image.DecompressionBombError as error:
        raise _too_many_pixels() from error
    except Exception as error:  # a decoder may raise anything on a hostile file
        raise _damaged() from error
    finally:
        file.seek(0)
