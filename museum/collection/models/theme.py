"""Themes: concepts with broader and narrower ones, a colour, and a star pattern of their own."""

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField

from museum.collection.models.base import Record, Words
from museum.core.blocks import RICH_TEXT_FEATURES
from museum.core.walls import WallColour


class Theme(Record):
    """A concept that gathers stories, artefacts and events."""

    class Fold(models.IntegerChoices):
        EIGHT = 8, _("8-fold")
        TEN = 10, _("10-fold")
        TWELVE = 12, _("12-fold")
        SIXTEEN = 16, _("16-fold")

    broader = models.ForeignKey(
        "self",
        verbose_name=_("broader theme"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="narrower",
    )
    colour = models.CharField(_("colour"), max_length=12, choices=WallColour, default=WallColour.INDIGO)
    fold = models.PositiveSmallIntegerField(
        _("star"), choices=Fold, default=Fold.EIGHT, help_text=_("How many points its star has.")
    )
    seed = models.PositiveIntegerField(
        _("pattern seed"),
        default=1,
        validators=[MaxValueValidator(9999)],
        help_text=_("Any number; another number draws another pattern."),
    )
    aat = models.URLField(_("AAT address"), blank=True, help_text=_("http://vocab.getty.edu/aat/…"))

    url_name = "collection:theme"

    panels = [
        InlinePanel("texts", heading=_("Labels and description"), label=_("Words in one language"), min_num=1),
        MultiFieldPanel(
            [FieldPanel("colour"), FieldPanel("fold"), FieldPanel("seed")], heading=_("Colour and pattern")
        ),
        MultiFieldPanel([FieldPanel("slug"), FieldPanel("broader"), FieldPanel("aat")], heading=_("Vocabulary")),
        FieldPanel("sources"),
        FieldPanel("is_demonstration"),
    ]

    class Meta:
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
        ordering = ["slug"]

    def all_words(self) -> list[str]:
        return super().all_words() + [text.alternative_labels for text in self.texts.all()]


class ThemeText(Words):
    """Label and description of a theme in one language."""

    theme = ParentalKey(Theme, on_delete=models.CASCADE, related_name="texts")
    label = models.CharField(_("label"), max_length=120)
    alternative_labels = models.CharField(
        _("other words"), max_length=300, blank=True, help_text=_("Parted by commas; the search knows them too.")
    )
    description = RichTextField(_("description"), blank=True, features=RICH_TEXT_FEATURES)

    class Meta:
        verbose_name = _("words")
        constraints = [models.UniqueConstraint(fields=["theme", "language"], name="theme_one_text_a_language")]

    @property
    def heading(self) -> str:
        return self.label
