"""Blocks that any page or record may use. Blocks never import models: choosers take names."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from museum.core.dates import validate_edtf

#: What an editor may do inside running text: no headings (they are blocks of their own), no pictures.
RICH_TEXT_FEATURES = ["bold", "italic", "link", "document-link", "ul", "ol", "superscript"]


class SourceBlock(blocks.StructBlock):
    """One source as a historian would set it."""

    title = blocks.CharBlock(label=_("Title"), max_length=300)
    author = blocks.CharBlock(label=_("Author"), required=False, max_length=200)
    publisher = blocks.CharBlock(
        label=_("Publisher, journal or site"), required=False, max_length=200
    )
    date = blocks.CharBlock(
        label=_("Date"),
        required=False,
        max_length=60,
        help_text=_("As printed: 2010, 14 May 2019."),
    )
    url = blocks.URLBlock(label=_("Address"), required=False)
    note = blocks.CharBlock(
        label=_("Note"),
        required=False,
        max_length=300,
        help_text=_("Pages, an archive's reference, a doubt."),
    )

    class Meta:
        icon = "openquote"
        label = _("Source")
        template = "blocks/source.html"


class SourceStreamBlock(blocks.StreamBlock):
    """The ordered sources of a page or record."""

    source = SourceBlock()

    class Meta:
        required = False


class EDTFBlock(blocks.FieldBlock):
    """A date in EDTF inside a block; a wrong one is refused with a sentence."""

    def __init__(self, required=False, help_text=None, **kwargs):
        from django import forms

        self.field = forms.CharField(
            required=required,
            max_length=60,
            help_text=help_text or _("For example 1963, 1963-05-21, 1963~ (about), 1956/1977 (from, to)."),
            validators=[validate_edtf],
        )
        super().__init__(**kwargs)

    class Meta:
        icon = "date"
