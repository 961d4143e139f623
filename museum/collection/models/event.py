"""Events: dated, for timelines."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.search import index

from museum.collection.models.base import Record, Words
from museum.core.blocks import RICH_TEXT_FEATURES
from museum.core.dates import EDTFField, phrase


class Event(Record):
    """Something that happened on a date, told in a few lines."""

    class Confidence(models.TextChoices):
        HIGH = "high", pgettext_lazy("confidence", "high")
        MEDIUM = "medium", pgettext_lazy("confidence", "medium")
        LOW = "low", pgettext_lazy("confidence", "low")

    date = EDTFField(_("date"), blank=False, earliest="earliest", latest="latest", decade="decade")
    earliest = models.DateField(null=True, editable=False, db_index=True)
    latest = models.DateField(null=True, editable=False)
    decade = models.SmallIntegerField(null=True, editable=False, db_index=True)
    confidence = models.CharField(_("confidence"), max_length=8, choices=Confidence, default=Confidence.HIGH)
    places = ParentalManyToManyField("collection.Place", verbose_name=_("places"), blank=True, related_name="events")
    themes = ParentalManyToManyField("collection.Theme", verbose_name=_("themes"), blank=True, related_name="events")

    preview_template = "collection/event_preview.html"

    search_fields = Record.search_fields + [index.FilterField("earliest")]
    panels = [
        FieldPanel("date"),
        InlinePanel("texts", heading=_("What happened"), label=_("Words in one language"), min_num=1),
        MultiFieldPanel(
            [FieldPanel("places"), FieldPanel("themes"), FieldPanel("confidence"), FieldPanel("slug")],
            heading=_("Belongs to"),
        ),
        FieldPanel("sources"),
        FieldPanel("is_demonstration"),
    ]

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["earliest", "latest", "slug"]

    @property
    def date_phrase(self) -> str:
        """The date in the reader's language."""
        return phrase(self.date)

    def get_preview_context(self, request, mode_name):
        """The event as a timeline of one."""
        return {**super().get_preview_context(request, mode_name), "events": [self]}

    def get_absolute_url(self) -> str:
        """Its place on the timeline, in the list of its decade."""
        decade = f"?decade={self.decade}" if self.decade and self.decade >= 1900 else "?decade=earlier"
        return f"{reverse('stories:timeline')}{decade if self.decade else ''}#event-{self.slug}"


class EventText(Words):
    """Title and text of an event in one language."""

    event = ParentalKey(Event, on_delete=models.CASCADE, related_name="texts")
    title = models.CharField(_("title"), max_length=200)
    text = RichTextField(_("text"), blank=True, features=RICH_TEXT_FEATURES)

    class Meta:
        verbose_name = _("words")
        constraints = [models.UniqueConstraint(fields=["event", "language"], name="event_one_text_a_language")]

    @property
    def heading(self) -> str:
        return self.title
