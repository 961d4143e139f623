"""Forms of media in the admin."""

from django import forms
from django.utils.translation import gettext_lazy as _

from museum.assets.models import Recording, RecordingText
from museum.core.forms import free_slug
from museum.core.languages import CONTENT_LANGUAGES, current_language


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
