"""Recordings, with what is said in them written out and timed."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    Orderable,
    RevisionMixin,
    WorkflowMixin,
)
from wagtail.search import index

from museum.assets.models.rights import CreditMixin
from museum.assets.validators import validate_recording, validate_track
from museum.core.blocks import RICH_TEXT_FEATURES
from museum.core.folding import fold
from museum.core.languages import CONTENT_LANGUAGES, best
from museum.core.models import DemonstrationMixin, PreviewInLanguagesMixin, SourcesMixin
from museum.core.readiness import Check, PublicationGate


class Recording(
    PublicationGate,
    CreditMixin,
    SourcesMixin,
    DemonstrationMixin,
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    PreviewInLanguagesMixin,
    index.Indexed,
    ClusterableModel,
):
    """A sound or film with what is said in it, written out."""

    slug = models.SlugField(_("address"), max_length=120, unique=True)
    file = models.FileField(
        _("file"),
        upload_to="recordings",
        validators=[validate_recording],
        help_text=_("Opus, M4A or MP3 for sound; MP4 or WebM for film; at most 200 MB."),
    )
    alternative_file = models.FileField(
        _("the same in another format"),
        upload_to="recordings",
        blank=True,
        validators=[validate_recording],
        help_text=_("For telephones that cannot play the first."),
    )
    language = models.CharField(
        _("language spoken"),
        max_length=12,
        choices=CONTENT_LANGUAGES,
        blank=True,
        help_text=_("Blank where nobody speaks."),
    )
    duration = models.PositiveIntegerField(_("duration in seconds"), null=True, blank=True)
    is_synthetic = models.BooleanField(
        _("synthetic"), default=False, help_text=_("Made by a machine. Readers see it said.")
    )

    search_fields = [
        index.SearchField("folded_words"),
        index.AutocompleteField("folded_words"),
        index.FilterField("language"),
        index.FilterField("live"),
    ]
    panels = [
        MultiFieldPanel(
            [
                FieldPanel("file"),
                FieldPanel("alternative_file"),
                FieldPanel("language"),
                FieldPanel("duration"),
                FieldPanel("is_synthetic"),
                FieldPanel("slug"),
            ],
            heading=_("Recording"),
        ),
        InlinePanel("texts", label=_("Words in one language"), heading=_("Title and transcript"), min_num=1),
        InlinePanel("tracks", label=_("Timed text"), heading=_("Captions, translations, chapters")),
        MultiFieldPanel(
            [FieldPanel("creator"), FieldPanel("credit"), FieldPanel("source"), FieldPanel("rights")],
            heading=_("Rights"),
        ),
        FieldPanel("sources"),
        FieldPanel("is_demonstration"),
    ]

    class Meta:
        verbose_name = _("recording")
        verbose_name_plural = _("recordings")

    def __str__(self):
        text = self.text_in()
        return text.title if text else self.slug

    def text_in(self, language: str | None = None):
        """The title and transcript that serve the reader best, or ``None``."""
        return best(self.texts.all(), language)

    def folded_words(self) -> str:
        """Titles and transcripts, as the search folds them."""
        return fold(" ".join(f"{text.title} {text.description} {text.transcript}" for text in self.texts.all()))

    @property
    def is_film(self) -> bool:
        """Whether it is played by ``<video>``."""
        return self.file.name.lower().endswith((".mp4", ".webm"))

    def readiness(self) -> list[Check]:
        """A recording needs rights and a transcript in at least one language."""
        found = super().readiness()
        if not self.rights:
            found.append(Check("rights", str(_("Choose a rights statement.")), "rights"))
        if not any(text.transcript.strip() for text in self.texts.all()):
            found.append(Check("transcript", str(_("Write out what is heard, in at least one language.")), "texts"))
        return found

    def get_preview_template(self, request, mode_name):
        return "assets/recording_preview.html"

    def get_preview_context(self, request, mode_name):
        return {**super().get_preview_context(request, mode_name), "recording": self}


class RecordingText(models.Model):
    """Title, description and transcript of a recording in one language."""

    recording = ParentalKey(Recording, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(_("language"), max_length=12, choices=CONTENT_LANGUAGES)
    title = models.CharField(_("title"), max_length=200)
    description = models.TextField(_("description"), blank=True)
    transcript = RichTextField(
        _("transcript"),
        blank=True,
        features=RICH_TEXT_FEATURES,
        help_text=_("What is said and heard, in order. It is printed under the player."),
    )

    class Meta:
        verbose_name = _("words")
        constraints = [
            models.UniqueConstraint(fields=["recording", "language"], name="assets_recording_one_text_a_language")
        ]

    def __str__(self):
        return self.title


class RecordingTrack(Orderable):
    """Text timed to a recording, as WebVTT: captions in its own language, translations of them, or its chapters.

    https://www.w3.org/TR/webvtt1/
    """

    class Kind(models.TextChoices):
        CAPTIONS = "captions", _("captions")
        SUBTITLES = "subtitles", _("translation")
        CHAPTERS = "chapters", _("chapters")

    recording = ParentalKey(Recording, on_delete=models.CASCADE, related_name="tracks")
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.CAPTIONS)
    language = models.CharField(_("language"), max_length=12, choices=CONTENT_LANGUAGES)
    file = models.FileField(
        _("file"), upload_to="tracks", validators=[validate_track], help_text=_("WebVTT (.vtt), at most 1 MB.")
    )

    panels = [FieldPanel("kind"), FieldPanel("language"), FieldPanel("file")]

    class Meta(Orderable.Meta):
        verbose_name = _("timed text")
        constraints = [
            models.UniqueConstraint(
                fields=["recording", "kind", "language"], name="assets_recording_one_track_a_kind_and_language"
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()}, {self.get_language_display()}"
