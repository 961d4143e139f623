"""Forms of media in the admin."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.images.forms import BaseImageForm

from museum.assets.models import Recording, RecordingText
from museum.assets.uploads import MuseumImageField
from museum.core.forms import free_slug
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


class NewRecordingForm(forms.ModelForm):
    """A recording made inside a chooser: the file and its title; transcript and rights come before publication."""

    title = forms.CharField(label=_("Title"), max_length=200)
    title_language = forms.ChoiceField(label=_("Language of the title"), choices=CONTENT_LANGUAGES)

    field_order = ["title", "title_language"]

    class Meta:
        model = Recording
        fields = ["file", "language", "rights"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["title_language"].initial = current_language()

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
