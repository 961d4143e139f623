"""Media: images, recordings and documents, with their words in each language and their rights."""

from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.documents.models import AbstractDocument, Document
from wagtail.fields import RichTextField
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    Image,
    WagtailImageField,
    get_upload_to,
)
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    Orderable,
    RevisionMixin,
    WorkflowMixin,
)
from wagtail.search import index

from museum.assets import gltf
from museum.assets.metadata import without_location
from museum.assets.validators import validate_model, validate_recording, validate_track
from museum.core.blocks import RICH_TEXT_FEATURES
from museum.core.folding import fold
from museum.core.languages import CONTENT_LANGUAGES, INTERFACE_LANGUAGES, best, current_language, fallbacks
from museum.core.models import DemonstrationMixin, PreviewInLanguagesMixin, SourcesMixin
from museum.core.readiness import Check, PublicationGate
from museum.core.rights import RightsField, RightsStatement, statement_for


def private_storage():
    """Where originals are kept; nothing in it has a public address."""
    return storages["private"]


class CreditMixin(models.Model):
    """Who made a medium, where it comes from, and what may be done with it."""

    creator = models.CharField(_("creator"), max_length=200, blank=True)
    credit = models.CharField(
        _("credit line"), max_length=200, blank=True, help_text=_("Printed beside it, exactly so.")
    )
    source = models.CharField(
        _("source"), max_length=300, blank=True, help_text=_("The archive, album or person it comes from.")
    )
    rights = RightsField()

    class Meta:
        abstract = True

    @property
    def rights_statement(self) -> RightsStatement | None:
        """The statement with its plain words, or ``None`` while rights are unknown."""
        return statement_for(self.rights)


class MuseumImage(CreditMixin, DemonstrationMixin, AbstractImage):
    """An image. The original is private; visitors see renditions."""

    file = WagtailImageField(
        verbose_name=_("file"),
        upload_to=get_upload_to,
        width_field="width",
        height_field="height",
        storage=private_storage,
    )
    alt_fr = models.CharField(_("alternative text, French"), max_length=400, blank=True)
    alt_ar = models.CharField(_("alternative text, Arabic"), max_length=400, blank=True)
    alt_en = models.CharField(_("alternative text, English"), max_length=400, blank=True)
    alt_zgh = models.CharField(_("alternative text, Tamazight"), max_length=400, blank=True)
    caption_fr = models.CharField(_("caption, French"), max_length=400, blank=True)
    caption_ar = models.CharField(_("caption, Arabic"), max_length=400, blank=True)
    caption_en = models.CharField(_("caption, English"), max_length=400, blank=True)
    caption_zgh = models.CharField(_("caption, Tamazight"), max_length=400, blank=True)
    width_cm = models.DecimalField(
        _("width shown, in cm"),
        max_digits=8,
        decimal_places=1,
        null=True,
        blank=True,
        help_text=_("The real width of what the picture shows, for the scale bar."),
    )

    admin_form_fields = (
        "title",
        "file",
        "collection",
        "alt_fr",
        "alt_ar",
        "alt_en",
        "alt_zgh",
        "caption_fr",
        "caption_ar",
        "caption_en",
        "caption_zgh",
        "creator",
        "credit",
        "source",
        "rights",
        "width_cm",
        "tags",
        "is_demonstration",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )
    search_fields = Image.search_fields + [
        index.SearchField("folded_words"),
        index.SearchField("credit"),
        index.FilterField("rights"),
        index.FilterField("is_demonstration"),
    ]

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")
        permissions = [("choose_image", "Can choose image")]

    def save(self, *args, **kwargs):
        """Save; a new file first loses the place where it was taken."""
        if self.file and not self.file._committed:
            self._erase_location()
        super().save(*args, **kwargs)

    def _erase_location(self) -> None:
        self.file.open()
        data = self.file.read()
        cleaned = without_location(data)
        if cleaned != data:
            self.file = ContentFile(cleaned, name=self.file.name)
            self._set_image_file_metadata()
        else:
            self.file.seek(0)

    def folded_words(self) -> str:
        """All its words in every language, as the search folds them."""
        words = [self.title, self.creator, self.source]
        for language in INTERFACE_LANGUAGES:
            words += [self.alt_in(language), self.caption_in(language)]
        return fold(" ".join(words))

    def alt_in(self, language: str) -> str:
        """The alternative text in exactly this language, or an empty string."""
        return getattr(self, f"alt_{language}", "")

    def caption_in(self, language: str) -> str:
        """The caption in exactly this language, or an empty string."""
        return getattr(self, f"caption_{language}", "")

    def words(self, kind: str, language: str | None = None) -> tuple[str, str]:
        """(text, language tag) of ``kind`` ("alt" or "caption") that serves the reader best; maybe empty."""
        for code in fallbacks(language or current_language()):
            if text := getattr(self, f"{kind}_{code}", ""):
                return text, code
        return "", current_language()

    @property
    def default_alt_text(self) -> str:
        """Wagtail's default for ``<img alt>``: the reader's language, or the nearest."""
        return self.words("alt")[0]


class MuseumRendition(AbstractRendition):
    """A size and format of an image that visitors may fetch."""

    image = models.ForeignKey(MuseumImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)


class MuseumDocument(CreditMixin, DemonstrationMixin, AbstractDocument):
    """A document to read or download: a scan, a lesson sheet, a transcript. Served by a view, never by address."""

    file = models.FileField(upload_to="documents", verbose_name=_("file"), storage=private_storage)
    language = models.CharField(_("language"), max_length=12, choices=CONTENT_LANGUAGES, blank=True)

    admin_form_fields = Document.admin_form_fields + (
        "language",
        "creator",
        "credit",
        "source",
        "rights",
        "is_demonstration",
    )

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        permissions = [("choose_document", "Can choose document")]


class Model3D(CreditMixin, DemonstrationMixin, index.Indexed, models.Model):
    """A three-dimensional model of an object, as glTF binary in metres.

    https://registry.khronos.org/glTF/specs/2.0/glTF-2.0.html
    """

    title = models.CharField(_("title"), max_length=200)
    file = models.FileField(
        _("file"),
        upload_to="models",
        validators=[validate_model],
        help_text=_("glTF 2.0 binary (.glb) in metres, at most 20 MB and 200,000 triangles."),
    )
    file_size = models.PositiveIntegerField(_("size of the file in bytes"), null=True, editable=False)
    triangles = models.PositiveIntegerField(_("triangles"), null=True, editable=False)

    search_fields = [index.SearchField("title"), index.AutocompleteField("title"), index.FilterField("rights")]
    panels = [
        FieldPanel("title"),
        FieldPanel("file"),
        MultiFieldPanel(
            [FieldPanel("creator"), FieldPanel("credit"), FieldPanel("source"), FieldPanel("rights")],
            heading=_("Rights"),
        ),
        FieldPanel("is_demonstration"),
    ]

    class Meta:
        verbose_name = _("3D model")
        verbose_name_plural = _("3D models")
        ordering = ["title"]

    def __str__(self):
        return self.title

    def save(self, *args, **kwargs):
        """Save; of a new file its size and triangles are noted."""
        if self.file and (not self.file._committed or self.file_size is None):
            self.file.open()
            self.file_size, self.triangles = self.file.size, gltf.read(self.file.read()).triangles
            self.file.seek(0)
        super().save(*args, **kwargs)


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
