"""Short forms that make a record inside a chooser; the rest is written later in the record's own form."""

from django import forms
from django.utils.translation import gettext_lazy as _

from museum.collection.models import (
    Artefact,
    ArtefactText,
    CollectionSet,
    CollectionSetText,
    Event,
    EventText,
    ObjectName,
    ObjectNameText,
    Person,
    PersonName,
    Place,
    PlaceName,
    Theme,
    ThemeText,
)
from museum.core.forms import free_slug, free_slug_for
from museum.core.languages import CONTENT_LANGUAGES, current_language


class NewRecordForm(forms.ModelForm):
    """A name in one language, and what a kind of record cannot be without. Saves a draft."""

    name = forms.CharField(label=_("Name"), max_length=200)
    language = forms.ChoiceField(label=_("Language of the name"), choices=CONTENT_LANGUAGES)

    #: The child model that holds the name, and its field for it.
    words_model = None
    words_field = "title"

    field_order = ["name", "language"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["language"].initial = current_language()

    def clean_name(self):
        """Not longer than the field it goes to."""
        name = self.cleaned_data["name"]
        self.words_model._meta.get_field(self.words_field).run_validators(name)
        return name

    def save(self, commit=True):
        """The draft record with its name and address."""
        record = super().save(commit=False)
        words = self.words_model(
            **{"language": self.cleaned_data["language"], self.words_field: self.cleaned_data["name"]}
        )
        getattr(record, record.words_relation).add(words)
        record.live = False
        if not record.slug:
            record.slug = free_slug_for(record)
        if commit:
            record.save()
        return record


class NewArtefactForm(NewRecordForm):
    words_model = ArtefactText

    class Meta:
        model = Artefact
        fields = ["object_number", "object_name", "rights"]

    def save(self, commit=True):
        """An artefact's address is made of its object number."""
        number = self.cleaned_data["object_number"].replace(".", "-").replace("/", "-")
        self.instance.slug = free_slug(Artefact, [("fr", number)])
        return super().save(commit)


class NewObjectNameForm(NewRecordForm):
    words_model, words_field = ObjectNameText, "label"

    class Meta:
        model = ObjectName
        fields: list[str] = []


class NewThemeForm(NewRecordForm):
    words_model, words_field = ThemeText, "label"

    class Meta:
        model = Theme
        fields = ["colour"]


class NewPlaceForm(NewRecordForm):
    words_model, words_field = PlaceName, "text"

    class Meta:
        model = Place
        fields = ["kind", "country"]


class NewPersonForm(NewRecordForm):
    words_model, words_field = PersonName, "text"

    class Meta:
        model = Person
        fields = ["kind"]


class NewEventForm(NewRecordForm):
    words_model = EventText

    class Meta:
        model = Event
        fields = ["date"]


class NewCollectionSetForm(NewRecordForm):
    words_model = CollectionSetText

    class Meta:
        model = CollectionSet
        fields: list[str] = []
