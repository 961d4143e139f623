"""Blocks of records: the steps of a guided look."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from museum.core.blocks import LanguagesValue, WordsBlock

_SMALLEST = 1.0


def _percent(label: str, smallest: float = 0.0) -> blocks.FloatBlock:
    return blocks.FloatBlock(label=label, min_value=smallest, max_value=100)


class LookStepValue(LanguagesValue):
    """A step as its template shows it."""

    @property
    def region(self) -> tuple[float, float, float, float]:
        """(x, y, width, height) in percent of the image."""
        return tuple(float(self[name]) for name in ("x", "y", "width", "height"))


class LookStepBlock(blocks.StructBlock):
    """A region of the image, in percent of its width and height, and what is to be seen there in each language."""

    x = _percent(_("From the left, %"))
    y = _percent(_("From the top, %"))
    width = _percent(_("Width, %"), _SMALLEST)
    height = _percent(_("Height, %"), _SMALLEST)
    text_fr = WordsBlock("fr", label=_("What is seen there, in French"))
    text_ar = WordsBlock("ar", label=_("What is seen there, in Arabic"))
    text_en = WordsBlock("en", label=_("What is seen there, in English"))
    text_zgh = WordsBlock("zgh", label=_("What is seen there, in Tamazight"))

    class Meta:
        icon = "crosshairs"
        label = _("Step")
        value_class = LookStepValue

    def clean(self, value):
        """A region lies within its image."""
        cleaned = super().clean(value)
        errors = {}
        for start, length in (("x", "width"), ("y", "height")):
            # A tenth of a percent forgives what drawing by hand rounds.
            if cleaned[start] + cleaned[length] > 100.1:
                errors[length] = ValidationError(_("The region reaches beyond the edge of the image."))
        if errors:
            raise StructBlockValidationError(block_errors=errors)
        return cleaned


class LookStepStreamBlock(blocks.StreamBlock):
    """The steps in their order."""

    step = LookStepBlock()

    class Meta:
        required = False
        max_num = 24
