"""Text timed to a recording: read at upload, kept as WebVTT, published once a person has read it."""

from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

from museum.assets.models.recordings import Recording
from museum.assets.models.rights import private_storage
from museum.assets.sound import Passage
from museum.assets.timed_text import Cue, Refused, parse, segments, write
from museum.core.languages import CONTENT_LANGUAGES


class RecordingTrack(Orderable):
    """Text timed to a recording: captions in its own language, translations, its chapters, an index of subjects.

    https://www.w3.org/TR/webvtt1/
    """

    class Kind(models.TextChoices):
        CAPTIONS = "captions", _("captions")
        SUBTITLES = "subtitles", _("translation")
        CHAPTERS = "chapters", _("chapters")
        INDEX = "index", _("index of subjects")

    class Status(models.TextChoices):
        DRAFT = "draft", _("draft")
        REVIEWED = "reviewed", _("reviewed")
        APPROVED = "approved", _("approved")

    class Origin(models.TextChoices):
        HUMAN = "human", _("by a person")
        MACHINE = "machine", _("by a machine")

    recording = ParentalKey(Recording, on_delete=models.CASCADE, related_name="tracks")
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.CAPTIONS)
    language = models.CharField(_("language"), max_length=12, choices=CONTENT_LANGUAGES)
    file = models.FileField(
        _("file"),
        upload_to="tracks",
        storage=private_storage,
        blank=True,
        help_text=_(
            "WebVTT (.vtt) or SRT (.srt), at most 1 MB. In an index of subjects each passage has a title in its first line, "
            "then a synopsis; a line that begins with # holds keywords."
        ),
    )
    text = models.TextField(blank=True, editable=False)
    status = models.CharField(
        _("status"),
        max_length=10,
        choices=Status,
        default=Status.DRAFT,
        help_text=_("Visitors see it once it is reviewed or approved."),
    )
    origin = models.CharField(
        _("made"),
        max_length=10,
        choices=Origin,
        default=Origin.HUMAN,
        help_text=_("What a machine wrote is shown only after a person has reviewed it, and it says so."),
    )

    panels = [
        FieldPanel("kind"),
        FieldPanel("language"),
        FieldPanel("file"),
        FieldPanel("status"),
        FieldPanel("origin"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("timed text")
        constraints = [
            models.UniqueConstraint(
                fields=["recording", "kind", "language"], name="assets_recording_one_track_a_kind_and_language"
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()}, {self.get_language_display()}"

    def clean(self):
        """Read an uploaded file, refuse it line by line, or keep it as WebVTT."""
        super().clean()
        if self.file and not self.file._committed:
            self._take(self.file)
        elif not self.text and not self.file:
            raise ValidationError({"file": _("Choose a file.")})

    def _take(self, upload) -> None:
        upload.seek(0)
        data = upload.read(1024 * 1024 + 1)
        try:
            cues = parse(data, upload.name, self._length())
        except Refused as error:
            raise ValidationError({"file": "\n".join(error.messages())}) from None
        self.text = write(cues)
        self.file = ContentFile(self.text.encode(), name=f"{PurePath(upload.name).stem[:60]}.vtt")

    def _length(self) -> int | None:
        has_recording = self.recording_id or "recording" in self._state.fields_cache
        return self.recording.duration if has_recording else None

    def replace(self, cues: list[Cue]) -> None:
        """Put other cues in the place of what it has; the uploaded file is no longer what it says."""
        self.text, self.file = write(cues), ""

    @property
    def cues(self) -> list[Cue]:
        """Everything in it; what cannot be read, of a file older than the checks, is nothing."""
        try:
            return parse(self.text) if self.text else []
        except Refused:
            return []

    def public_cues(self, passages: list[Passage]) -> list[Cue]:
        """What visitors may read: nothing that touches a passage kept back.

        A chapter or a segment of the index may be longer than such a passage: it stays, unless it lies in it whole.
        """
        if self.kind in (self.Kind.CHAPTERS, self.Kind.INDEX):
            return [c for c in self.cues if not any(p.start <= c.start and c.end <= p.end for p in passages)]
        return [c for c in self.cues if not any(c.start < p.end and p.start < c.end for p in passages)]

    def reaches_into(self, passages: list[Passage]) -> bool:
        """Whether a chapter or a segment that stays public shares a moment with a passage kept back."""
        if self.kind not in (self.Kind.CHAPTERS, self.Kind.INDEX):
            return False
        return any(c.start < p.end and p.start < c.end for c in self.public_cues(passages) for p in passages)

    def public_segments(self, passages: list[Passage]):
        """The index of subjects as visitors may read it."""
        return segments(self.public_cues(passages))

    @property
    def is_public(self) -> bool:
        """Whether a person has read it."""
        return self.status in (self.Status.REVIEWED, self.Status.APPROVED)

    @property
    def is_machine_made(self) -> bool:
        """Whether visitors are told that a machine wrote it."""
        return self.origin == self.Origin.MACHINE

    @property
    def player_kind(self) -> str:
        """The ``kind`` of its ``<track>``; a browser knows no index of subjects."""
        return "metadata" if self.kind == self.Kind.INDEX else self.kind

    def get_absolute_url(self) -> str:
        """Its public address, the same in every language."""
        return reverse("recording_track", args=[self.recording.slug, self.kind, self.language])
