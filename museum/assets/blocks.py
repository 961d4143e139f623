"""Blocks of media: passages of a recording that are kept back, views of an object."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from museum.assets.fields import MomentBlock
from museum.core.blocks import LanguagesValue, WordsBlock


class WithheldPassageBlock(blocks.StructBlock):
    """A passage that is heard and read nowhere, with a reason that stays inside the museum."""

    start = MomentBlock(label=_("From"), help_text=_("Minutes and seconds, as in 12:31 or 12:31.5."))
    end = MomentBlock(label=_("To"))
    sounds = blocks.ChoiceBlock(
        choices=[("silence", _("silence")), ("tone", _("a soft tone"))],
        default="silence",
        label=_("Heard in its place"),
    )
    reason = blocks.CharBlock(
        required=False,
        max_length=300,
        label=_("Reason"),
        help_text=_("Kept private: no visitor reads it."),
    )

    class Meta:
        label = _("Passage kept back")
        icon = "no-view"

    def clean(self, value):
        """A passage has a length."""
        cleaned = super().clean(value)
        start, end = cleaned["start"], cleaned["end"]
        if start is not None and end is not None and end <= start:
            error = ValidationError(_("The passage ends before it begins."))
            raise StructBlockValidationError(block_errors={"end": error})
        return cleaned


class WithheldStreamBlock(blocks.StreamBlock):
    """The passages of one recording that are kept back."""

    passage = WithheldPassageBlock()

    class Meta:
        max_num = 200


class ModelViewBlock(blocks.StructBlock):
    """Where one looks at an object from, and what is to be seen from there in each language."""

    turn = blocks.FloatBlock(
        label=_("Turn, degrees"),
        min_value=-360,
        max_value=360,
        default=0,
        help_text=_("0 is its front, 90 its right side, 180 its back."),
    )
    rise = blocks.FloatBlock(
        label=_("Height, degrees"), min_value=-60, max_value=89, default=10, help_text=_("89 is from above.")
    )
    near = blocks.FloatBlock(
        label=_("Nearness"), min_value=0.6, max_value=8, default=1, help_text=_("1 shows it whole, 2 is twice as near.")
    )
    title_fr = WordsBlock("fr", 80, 1, label=_("Name of the view, in French"))
    title_ar = WordsBlock("ar", 80, 1, label=_("Name of the view, in Arabic"))
    title_en = WordsBlock("en", 80, 1, label=_("Name of the view, in English"))
    title_zgh = WordsBlock("zgh", 80, 1, label=_("Name of the view, in Tamazight"))
    text_fr = WordsBlock("fr", label=_("What is seen there, in French"))
    text_ar = WordsBlock("ar", label=_("What is seen there, in Arabic"))
    text_en = WordsBlock("en", label=_("What is seen there, in English"))
    text_zgh = WordsBlock("zgh", label=_("What is seen there, in Tamazight"))

    class Meta:
        icon = "view"
        label = _("View")
        value_class = LanguagesValue

    def clean(self, value):
        """A view has a name."""
        cleaned = super().clean(value)
        if not any(cleaned.all_words("title")):
            error = ValidationError(_("Name the view in one language at least."))
            raise StructBlockValidationError(block_errors={"title_fr": error})
        return cleaned


class ModelViewStreamBlock(blocks.StreamBlock):
    """The views of an object, in the order in which one goes through them."""

    view = ModelViewBlock()

    class Meta:
        required = False
        max_num = 12
