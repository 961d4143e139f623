"""Forms of media in the admin."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.images.forms import BaseImageForm

from museum.assets import sound
from museum.assets.models import Recording, RecordingText
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
    """Seconds that an uploaded recording lasts; ``ValidationError`` where nothing in it can be played."""
    try:
        seconds = sound.duration(upload, upload.name)
    except sound.Unplayable:
        raise forms.ValidationError(
            _("This file is damaged or was cut short: it cannot be played. Export it again from your recorder."),
            code="damaged",
        ) from None
    finally:
        upload.seek(0)
    return max(round(seconds), 1)


def is_new(upload) -> bool:
    """Whether a file of a form has just been sent."""
    return bool(upload) and not getattr(upload, "_committed", False)


class RecordingForm(RecordForm):
    """A recording's form: its length is read from the file, and its timed text is held against that length."""

    def clean_original(self):
        """The file, which can be played; its length is noted."""
        upload = self.cleaned_data["original"]
        if is_new(upload) and not self._refuses("original", upload):
            self.instance.duration = length_of(upload)
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
        """Timed text reads the length of the recording from the instance that is being edited."""
        cleaned = super().clean()
        for form in self.formsets["tracks"].forms if "tracks" in self.formsets else ():
            form.instance.recording = self.instance
        return cleaned


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
        return upload

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
