"""Blocks of media: passages of a recording that are kept back."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from museum.assets.fields import MomentBlock


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
