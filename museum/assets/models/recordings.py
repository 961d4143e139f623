"""Recordings: sound and film, their words in each language, and what is kept back of them."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, HelpPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    WorkflowMixin,
)
from wagtail.search import index

from museum.assets.blocks import WithheldStreamBlock
from museum.assets.models.rights import CreditMixin, private_storage
from museum.assets.names import Unguessable
from museum.assets.sound import Passage, merged
from museum.assets.timed_text import TOLERANCE, timecode
from museum.assets.validators import validate_recording
from museum.core.addresses import address
from museum.core.blocks import RICH_TEXT_FEATURES
from museum.core.dates import EDTFField, phrase
from museum.core.folding import fold
from museum.core.languages import CONTENT_LANGUAGES, best, current_language
from museum.core.models import DemonstrationMixin, PreviewInLanguagesMixin, RowsAtOnce, SourcesMixin
from museum.core.ranges import media_type
from museum.core.readiness import Check, PublicationGate

#: What a curator uploads, and what visitors are served instead: made at publication (museum.assets.preparation).
SERVED = {
    "original": "file",
    "original_alternative": "alternative_file",
    "original_description": "description_file",
}
#: Files whose size is said before a visitor takes them along, and where it is noted.
MEASURED = {"file": "file_bytes", "alternative_file": "alternative_file_bytes"}


class Recording(
    RowsAtOnce,
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
    """A sound or film with what is said in it, written out.

    The uploads are private. What visitors hear is a copy, made when the recording is published, without the passages
    that are kept back, and taken away when it is withdrawn.
    """

    slug = models.SlugField(_("address"), max_length=120, unique=True)
    original = models.FileField(
        _("file"),
        upload_to=Unguessable("recordings"),
        storage=private_storage,
        blank=True,
        validators=[validate_recording],
        help_text=_("Opus, M4A or MP3 for sound; MP4 or WebM for film; at most 200 MB. It stays private."),
    )
    original_alternative = models.FileField(
        _("the same in another format"),
        upload_to=Unguessable("recordings"),
        storage=private_storage,
        blank=True,
        validators=[validate_recording],
        help_text=_("For telephones that cannot play the first."),
    )
    original_description = models.FileField(
        _("audio description"),
        upload_to=Unguessable("recordings"),
        storage=private_storage,
        blank=True,
        validators=[validate_recording],
        help_text=_("For a film: its sound with a voice that says what is seen, as long as the film."),
    )
    file = models.FileField(_("file that visitors are served"), upload_to="recordings", blank=True, editable=False)
    alternative_file = models.FileField(upload_to="recordings", blank=True, editable=False)
    description_file = models.FileField(upload_to="recordings", blank=True, editable=False)
    file_bytes = models.PositiveIntegerField(null=True, blank=True, editable=False)
    alternative_file_bytes = models.PositiveIntegerField(null=True, blank=True, editable=False)
    language = models.CharField(
        _("language spoken"),
        max_length=12,
        choices=CONTENT_LANGUAGES,
        blank=True,
        help_text=_("Blank where nobody speaks."),
    )
    duration = models.PositiveIntegerField(_("duration in seconds"), null=True, blank=True)
    recorded = EDTFField(_("recorded"))
    waveform = models.TextField(blank=True, editable=False)
    withheld = StreamField(
        WithheldStreamBlock(),
        blank=True,
        use_json_field=True,
        verbose_name=_("passages kept back"),
        help_text=_(
            "Once the recording is published, these passages are absent from what is heard, read, searched and downloaded. "
            "The transcript without times is then not shown: the museum cannot know which of its words lie in them."
        ),
    )
    is_synthetic = models.BooleanField(
        _("synthetic"), default=False, help_text=_("Made by a machine. Readers see it said.")
    )
    updated_at = models.DateTimeField(auto_now=True)

    words_relation = "texts"

    search_fields = [
        index.SearchField("folded_words"),
        index.AutocompleteField("folded_words"),
        index.FilterField("language"),
        index.FilterField("live"),
    ]
    panels = [
        MultiFieldPanel(
            [
                FieldPanel("original"),
                FieldPanel("original_alternative"),
                FieldPanel("original_description"),
                FieldPanel("language"),
                FieldPanel("recorded"),
                FieldPanel("duration", read_only=True),
                FieldPanel("is_synthetic"),
                FieldPanel("slug"),
            ],
            heading=_("Recording"),
        ),
        InlinePanel("texts", label=_("Words in one language"), heading=_("Title and transcript"), min_num=1),
        HelpPanel(template="assets/admin/timing_help.html", heading=_("Time the transcript")),
        InlinePanel("tracks", label=_("Timed text"), heading=_("Captions, translations, chapters, index")),
        FieldPanel("withheld"),
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
        return self.heading()[0]

    def heading(self, language: str | None = None) -> tuple[str, str]:
        """(what it is called, language tag) for a reader of ``language`` (default: the current one)."""
        text = self.text_in(language)
        return (text.title, text.language) if text else (self.slug, current_language())

    def text_in(self, language: str | None = None):
        """The title and transcript that serve the reader best, or ``None``."""
        return best(self.texts.all(), language)

    def get_absolute_url(self) -> str:
        """Its public page in the reader's language."""
        return address("recordings:recording", self.slug)

    @property
    def full_url(self) -> str:
        """Lets the admin offer "view live"."""
        return self.get_absolute_url()

    def with_content_json(self, content):
        """A revision as an object; what is served belongs to the row, not to a revision."""
        found = super().with_content_json(content)
        for name in (*SERVED.values(), *MEASURED.values(), "waveform"):
            setattr(found, name, getattr(self, name))
        return found

    @property
    def passages(self) -> list[Passage]:
        """What is kept back, in order and joined; a passage of a draft that lacks a moment is not among them."""
        values = [child.value for child in self.withheld]
        whole = [value for value in values if value["start"] is not None and value["end"] is not None]
        return merged([Passage(value["start"], value["end"], value["sounds"] == "tone") for value in whole])

    def public_tracks(self, *kinds: str) -> list:
        """The timed text that visitors may read, of ``kinds`` (default: all), in order."""
        return [track for track in self.tracks.all() if track.is_public and (not kinds or track.kind in kinds)]

    @property
    def captions(self) -> list:
        """The timed text that the browser's own player is given."""
        return self.public_tracks("captions", "subtitles", "chapters")

    @property
    def shown_captions(self):
        """What stands on a film unasked: a reader who does not understand it gets a translation where there is one."""
        tracks = self.public_tracks("captions", "subtitles")
        own = [track for track in tracks if track.language == current_language()]
        return next(iter(own or tracks), None) if self.is_film else None

    @property
    def untimed_transcript(self):
        """The words with a transcript that serves the reader best; ``None`` where passages are kept back."""
        return None if self.passages else best([text for text in self.texts.all() if text.transcript.strip()])

    def folded_words(self) -> str:
        """Titles and transcripts, as the search folds them; what is kept back is not among them."""
        words = [f"{text.title} {text.description} {text.narrator}" for text in self.texts.all()]
        if not self.passages:
            words += [text.transcript for text in self.texts.all()]
        for track in self.public_tracks("captions", "subtitles", "index"):
            words += [cue.text for cue in track.public_cues(self.passages)]
        return fold(" ".join(words))

    @property
    def file_name(self) -> str:
        """The name of the file uploaded, or of the one served of a recording older than private uploads."""
        return (self.original or self.file).name or ""

    @property
    def is_film(self) -> bool:
        """Whether it is played by ``<video>``."""
        return self.file_name.lower().endswith((".mp4", ".webm"))

    @property
    def streams(self) -> list[dict]:
        """``url`` and ``type`` of each file that is served, best first; none while it is being prepared."""
        files = [file for file in (self.file, self.alternative_file) if file]
        return [{"url": file.url, "type": media_type(file.name)} for file in files]

    @property
    def file_to_keep(self):
        """The file that is taken along, which most telephones play, with its ``byte_size`` (``None``: not measured);
        ``None`` of a film and of what is being prepared."""
        served = "alternative_file" if self.alternative_file else "file"
        file = getattr(self, served)
        if not file or self.is_film:
            return None
        file.byte_size = getattr(self, MEASURED[served])
        return file

    @property
    def length(self) -> str:
        """How long it lasts, as people write it; blank where nobody knows."""
        return timecode(self.duration) if self.duration else ""

    @property
    def length_iso(self) -> str:
        """How long it lasts, as ISO 8601 has it."""
        return f"PT{self.duration}S" if self.duration else ""

    @property
    def recorded_phrase(self) -> str:
        """When it was recorded, in the reader's language."""
        return phrase(self.recorded)

    def readiness(self) -> list[Check]:
        """A recording needs a file, rights and a transcript in at least one language."""
        found = super().readiness()
        if not self.original and not self.file:
            found.append(Check("file", str(_("Choose the file.")), "original"))
        if not self.rights:
            found.append(Check("rights", str(_("Choose a rights statement.")), "rights"))
        timed = self.public_tracks("captions", "subtitles")
        if self.passages and self.language and not timed:
            message = _("Passages are kept back: time the transcript and review it. Without times it is not shown.")
            found.append(Check("timed", str(message), "tracks"))
        elif not timed and not any(text.transcript.strip() for text in self.texts.all()):
            found.append(Check("transcript", str(_("Write out what is heard, in at least one language.")), "texts"))
        if any(None in (child.value["start"], child.value["end"]) for child in self.withheld):
            message = _("A passage kept back lacks its beginning or its end.")
            found.append(Check("withheld", str(message), "withheld"))
        if self.duration and self.passages and self.passages[-1].end > self.duration + 1:
            found.append(Check("withheld", str(_("A passage kept back lies beyond the end.")), "withheld"))
        return [*found, *self._timed_text_checks()]

    def _timed_text_checks(self) -> list[Check]:
        """Timed text of a longer recording that stood here before; parts whose words reach into what is kept back."""
        found = []
        for track in self.tracks.all():
            if self.duration and any(cue.end > self.duration + TOLERANCE for cue in track.cues):
                message = _("%(track)s: it goes beyond the end of the recording.") % {"track": track}
                found.append(Check("beyond", message, "tracks"))
            if self.passages and track.reaches_into(self.passages):
                message = _("%(track)s: a part reaches into a passage kept back. Read its words: they stay public.")
                found.append(Check("reaching", message % {"track": track}, "tracks", blocking=False))
        return found

    def get_preview_template(self, request, mode_name):
        return "assets/recording.html"

    def get_preview_context(self, request, mode_name):
        from museum.assets.transcripts import page_context

        return {**super().get_preview_context(request, mode_name), **page_context(self, request)}


class RecordingText(models.Model):
    """Title, description and transcript of a recording in one language."""

    recording = ParentalKey(Recording, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(_("language"), max_length=12, choices=CONTENT_LANGUAGES)
    title = models.CharField(_("title"), max_length=200)
    narrator = models.CharField(
        _("narrator"),
        max_length=200,
        blank=True,
        help_text=_(
            "The name that the narrator chose, in this language’s script. It may be a first name or another name."
        ),
    )
    description = models.TextField(_("description"), blank=True)
    transcript = RichTextField(
        _("transcript"),
        blank=True,
        features=RICH_TEXT_FEATURES,
        help_text=_("What is said and heard, in order. It is printed under the player where there is none with times."),
    )

    class Meta:
        verbose_name = _("words")
        constraints = [
            models.UniqueConstraint(fields=["recording", "language"], name="assets_recording_one_text_a_language")
        ]

    def __str__(self):
        return self.title
