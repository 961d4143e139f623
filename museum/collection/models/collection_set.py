"""Collection sets: artefacts that belong together by origin (a gift, a loan, a family's papers)."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.fields import RichTextField

from museum.collection.models.base import Record, Words
from museum.core.blocks import RICH_TEXT_FEATURES


class CollectionSet(Record):
    """A set of artefacts by origin. Never called a bare "collection": Wagtail and IIIF mean other things by it."""

    url_name = "collection:collection_set"
    preview_template = "collection/collection_set.html"

    panels = [
        InlinePanel("texts", heading=_("Title and description"), label=_("Words in one language"), min_num=1),
        FieldPanel("slug"),
        FieldPanel("sources"),
        FieldPanel("is_demonstration"),
    ]

    class Meta:
        verbose_name = _("collection set")
        verbose_name_plural = _("collection sets")
        ordering = ["slug"]


class CollectionSetText(Words):
    """Title and description of a set in one language."""

    collection_set = ParentalKey(CollectionSet, on_delete=models.CASCADE, related_name="texts")
    title = models.CharField(_("title"), max_length=200)
    description = RichTextField(_("description"), blank=True, features=RICH_TEXT_FEATURES)

    class Meta:
        verbose_name = _("words")
        constraints = [models.UniqueConstraint(fields=["collection_set", "language"], name="set_one_text_a_language")]

    @property
    def heading(self) -> str:
        return self.title
