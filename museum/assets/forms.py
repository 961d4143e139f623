"""Forms of media in the admin."""

import tempfile
from pathlib import PurePath

from django import forms
from django.core.files import File
from django.utils.translation import gettext_lazy as _
from wagtail.images.forms import BaseImageForm

from museum.assets import sound
from museum.assets.models import Recording, RecordingText
from museum.assets.timed_text import timecode
from museum.assets.uploads import MuseumImageField
from museum.core.forms import RecordForm, free_slug
from museum.core.languages import CONTENT_LANGUAGES, current_language, direction


class MuseumImageForm(BaseImageForm):
    """Wagtail's image form, which looks at a picture to its end and writes Arabic from the right."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            field = self.fields["file"]
            self.fields["file"] = MuseumImageField(
                label=field.label, required=field.required, widget=field.widget, initial=field.initial
            )
        for name, field in self.fields.items():
            language = name.removeprefix("alt_").removeprefix("caption_")
            if language != name:
                field.widget.attrs |= {"lang": language, "dir": direction(language)}


def length_of(upload) -> int:
    """Seconds that an uploaded recording lasts; ``ValidationError`` where a browser could not play it."""
    try:
        seconds = sound.duration(upload, upload.name)
        unplayed = sound.unplayed_codecs(upload, upload.name)
    except sound.Unplayable:
        raise forms.ValidationError(
            _("This file is damaged or was cut short: it cannot be played. Export it again from your recorder."),
            code="damaged",
        ) from None
    finally:
        upload.seek(0)
    if unplayed:
        raise forms.ValidationError(
            _(
                "This file is compressed in a way (%(codecs)s) that many browsers cannot play. "
                "Export it again: sound as Opus or AAC, film as H.264 with AAC."
            ),
            params={"codecs": ", ".join(unplayed)},
            code="codec",
        )
    return max(round(seconds), 1)


def with_length(upload):
    """The upload, or its packets in a file that states its length: a curator who times it is led to the right moment."""
    if not sound.misleads(upload, upload.name):
        upload.seek(0)
        return upload
    made = tempfile.NamedTemporaryFile(suffix=PurePath(upload.name).suffix)  # noqa: SIM115 (kept until it is stored)
    sound.bare(upload, made, upload.name, with_notes=True)
    made.seek(0)
    return File(made, name=upload.name)


def is_new(upload) -> bool:
    """Whether a file of a form has just been sent."""
    return bool(upload) and not getattr(upload, "_committed", False)


#: Seconds by which two forms of one recording may differ: the same moment must be the same words in each.
SAME_LENGTH = 2
_OTHERS = ("original_alternative", "original_description")


class RecordingForm(RecordForm):
    """A recording's form: its length is read from the file, and its other forms and timed text are held against it."""

    def clean_original(self):
        """The file, which can be played; its length is noted."""
        upload = self.cleaned_data["original"]
        if is_new(upload) and not self._refuses("original", upload):
            self.instance.duration = length_of(upload)
            upload = with_length(upload)
        return upload

    def clean_original_alternative(self):
        """The other format, which can be played."""
        return self._playable("original_alternative")

    def clean_original_description(self):
        """The audio description, which can be played."""
        return self._playable("original_description")

    def _playable(self, name):
        upload = self.cleaned_data[name]
        if is_new(upload) and not self._refuses(name, upload):
            length_of(upload)
        return upload

    def _refuses(self, name, upload) -> bool:
        """Whether the model's own validators refuse the file; they say why when the model is cleaned."""
        try:
            self._meta.model._meta.get_field(name).run_validators(upload)
        except forms.ValidationError:
            return True
        return False

    def clean(self):
        """The forms of a recording run alike; timed text reads the length from the instance that is being edited."""
        cleaned = super().clean()
        if is_new(cleaned.get("original")):
            self._hold_lengths(cleaned, *_OTHERS)
        else:
            self._hold_lengths(cleaned, *(name for name in _OTHERS if is_new(cleaned.get(name))))
        for form in self.formsets["tracks"].forms if "tracks" in self.formsets else ():
            form.instance.recording = self.instance
        return cleaned

    def _hold_lengths(self, cleaned, *names) -> None:
        """A passage kept back is taken out of every file between the same two moments: they must run alike."""
        wanted = self.instance.duration
        for name in names if wanted else ():
            try:
                length = length_of(cleaned[name]) if cleaned.get(name) else wanted
            except (forms.ValidationError, FileNotFoundError):
                continue
            if abs(length - wanted) > SAME_LENGTH:
                message = _("This file lasts %(length)s, the recording %(wanted)s. They must run alike.")
                lengths = {"length": timecode(length), "wanted": timecode(wanted)}
                self.add_error(name, forms.ValidationError(message, params=lengths, code="length"))


class NewRecordingForm(forms.ModelForm):
    """A recording made inside a chooser: the file and its title; transcript and rights come before publication."""

    title = forms.CharField(label=_("Title"), max_length=200)
    title_language = forms.ChoiceField(label=_("Language of the title"), choices=CONTENT_LANGUAGES)

    field_order = ["title", "title_language"]

    class Meta:
        model = Recording
        fields = ["original", "language", "rights"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["title_language"].initial = current_language()
        self.fields["original"].required = True

    def clean_original(self):
        """The file, which can be played; its length is noted."""
        upload = self.cleaned_data["original"]
        Recording._meta.get_field("original").run_validators(upload)
        self.instance.duration = length_of(upload)
        return with_length(upload)

    def save(self, commit=True):
        """The draft recording with its title and address."""
        record = super().save(commit=False)
        title, language = self.cleaned_data["title"], self.cleaned_data["title_language"]
        record.texts.add(RecordingText(language=language, title=title))
        record.slug = free_slug(Recording, [(language, title)])
        record.live = False
        if commit:
            record.save()
        return record
