"""Blocks that any page or record may use. Blocks never import models: choosers take names."""

from django.apps import apps
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from museum.core.dates import validate_edtf
from museum.core.languages import INTERFACE_LANGUAGES, best_text, direction

#: What an editor may do inside running text: no headings (they are blocks of their own), no pictures.
RICH_TEXT_FEATURES = ["bold", "italic", "link", "document-link", "ul", "ol", "superscript"]


class ExamplesMixin:
    """A block whose preview in the admin shows records that exist, so that it looks as it will look.

    ``examples`` maps a child block to the name of the model that it chooses from (or a list of names for a list of
    choices); ``Meta.preview_value`` gives the words. Where the museum is still empty the preview says so.
    """

    examples: dict[str, str | list[str]] = {}

    def get_preview_value(self):
        """The words of the preview, with the first records that are there."""
        value = dict(getattr(self.meta, "preview_value", {}))
        seen: dict[str, int] = {}
        for name, labels in self.examples.items():
            chosen = [_example(label, seen) for label in ([labels] if isinstance(labels, str) else labels)]
            value[name] = chosen[0] if isinstance(labels, str) else [found for found in chosen if found]
        return self.normalize(value)

    def get_preview_context(self, value, parent_context=None):
        """Whether there is something to show."""
        context = super().get_preview_context(value, parent_context) or {}
        return {**context, "nothing_to_show": not all(value[name] for name in self.examples)}


def _example(label: str, seen: dict[str, int]):
    """The next published record of a model (an image or document: any), or ``None``."""
    model = apps.get_model(label)
    records = model._default_manager.order_by("pk")
    if any(field.name == "live" for field in model._meta.get_fields()):
        records = records.filter(live=True)
    position = seen[label] = seen.get(label, -1) + 1
    return records[position : position + 1].first()


class WordsBlock(blocks.TextBlock):
    """A short text in one language, written from the side on which that language begins."""

    def __init__(self, language: str, max_length: int = 600, rows: int = 2, **kwargs):
        super().__init__(required=False, max_length=max_length, rows=rows, **kwargs)
        self.language = language

    @cached_property
    def field(self):
        """A text field that tells the browser its language."""
        field = super().field
        field.widget.attrs |= {"lang": self.language, "dir": direction(self.language)}
        return field


class LanguagesValue(blocks.StructValue):
    """The value of a block whose words stand in fields named by kind and language (``text_fr``, ``text_ar`` …)."""

    def words_in(self, kind: str, language: str) -> str:
        """The words of ``kind`` in exactly this language, or an empty string."""
        return (self.get(f"{kind}_{language}") or "").strip()

    def words(self, kind: str) -> tuple[str, str]:
        """(words of ``kind``, language tag) that serve the reader best; maybe empty."""
        return best_text(lambda code: self.words_in(kind, code))

    def all_words(self, *kinds: str) -> list[str]:
        """The words of ``kinds`` in every language."""
        return [self.words_in(kind, code) for kind in kinds for code in INTERFACE_LANGUAGES]


class SourceBlock(blocks.StructBlock):
    """One source as a historian would set it."""

    title = blocks.CharBlock(label=_("Title"), max_length=300)
    author = blocks.CharBlock(label=_("Author"), required=False, max_length=200)
    publisher = blocks.CharBlock(label=_("Publisher, journal or site"), required=False, max_length=200)
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
