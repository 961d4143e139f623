"""Blocks of records: the steps of a guided look."""

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from museum.core.languages import INTERFACE_LANGUAGES, current_language, direction, fallbacks

_SMALLEST = 1.0


def _percent(label: str, smallest: float = 0.0) -> blocks.FloatBlock:
    return blocks.FloatBlock(label=label, min_value=smallest, max_value=100)


class WordsBlock(blocks.TextBlock):
    """A short text in one language, written from the side on which that language begins."""

    def __init__(self, language: str, **kwargs):
        super().__init__(required=False, max_length=600, rows=2, **kwargs)
        self.language = language

    @cached_property
    def field(self):
        """A text field that tells the browser its language."""
        field = super().field
        field.widget.attrs |= {"lang": self.language, "dir": direction(self.language)}
        return field


class LookStepValue(blocks.StructValue):
    """A step as its template shows it."""

    @property
    def region(self) -> tuple[float, float, float, float]:
        """(x, y, width, height) in percent of the image."""
        return tuple(float(self[name]) for name in ("x", "y", "width", "height"))

    @property
    def words(self) -> tuple[str, str]:
        """(text, language tag) that serve the reader best; maybe empty."""
        for code in fallbacks():
            if text := self.text_in(code):
                return text, code
        return "", current_language()

    def text_in(self, language: str) -> str:
        """Its text in exactly this language, or an empty string."""
        return (self.get(f"text_{language}") or "").strip()

    def all_words(self) -> list[str]:
        """Its text in every language."""
        return [self.text_in(code) for code in INTERFACE_LANGUAGES]


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
