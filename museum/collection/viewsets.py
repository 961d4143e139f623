"""The catalogue in the admin: one viewset a kind of record, gathered in one menu."""

import django_filters
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, UpdatedAtColumn
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from museum.assets.viewsets import Model3DViewSet, RecordingViewSet
from museum.collection.models import (
    Artefact,
    CollectionSet,
    Event,
    GuidedLook,
    ObjectName,
    Person,
    Place,
    Theme,
)
from museum.core.viewsets import PublishedColumn, RecordFilterSet, RecordViewSet, RightsFilter


def _with_names(model, relation):
    """A callable for a filter's choices, so that nothing is asked before a list is opened."""
    return lambda request: model.objects.prefetch_related(relation)


class ThumbnailColumn(Column):
    """The picture that stands for an artefact."""

    cell_template_name = "collection/admin/thumbnail_cell.html"


class ArtefactFilterSet(RecordFilterSet):
    """By theme, place, object name, rights."""

    themes = django_filters.ModelChoiceFilter(label=_("Theme"), queryset=_with_names(Theme, "texts"))
    place = django_filters.ModelChoiceFilter(
        label=_("Place"), field_name="associated_places__place", queryset=_with_names(Place, "names"), distinct=True
    )
    object_name = django_filters.ModelChoiceFilter(label=_("Object name"), queryset=_with_names(ObjectName, "texts"))
    collection_sets = django_filters.ModelChoiceFilter(
        label=_("Collection set"), queryset=_with_names(CollectionSet, "texts")
    )
    rights = RightsFilter()

    class Meta(RecordFilterSet.Meta):
        model = Artefact


class ArtefactViewSet(RecordViewSet):
    model = Artefact
    icon = "tag"
    help_text = _(
        "A thing in the collection, recorded once for all languages. Write its title and brief description in each language you know; the first image stands for it everywhere."
    )
    filterset_class = ArtefactFilterSet
    creation_form = "museum.collection.forms.NewArtefactForm"
    select = ("object_name",)
    prefetch = ("media__image__renditions", "object_name__texts", "themes__texts")
    ordering = "object_number"
    list_display = [
        "__str__",
        ThumbnailColumn("image", label=_("Image")),
        Column("object_number", label=_("Object number"), sort_key="object_number"),
        Column("object_name", label=_("Object name")),
        Column("date_phrase", label=_("Date"), sort_key="earliest"),
        PublishedColumn(),
        UpdatedAtColumn(),
    ]


class ObjectNameViewSet(RecordViewSet):
    model = ObjectName
    icon = "list-ul"
    help_text = _(
        "What kind of thing artefacts are: suitcase, letter, lamp. One term with its label in each language; visitors narrow the collection by it."
    )
    creation_form = "museum.collection.forms.NewObjectNameForm"
    ordering = "slug"


class PersonFilterSet(RecordFilterSet):
    kind = django_filters.ChoiceFilter(label=_("Kind"), choices=Person.Kind.choices)
    themes = django_filters.ModelChoiceFilter(label=_("Theme"), queryset=_with_names(Theme, "texts"))
    places = django_filters.ModelChoiceFilter(label=_("Place"), queryset=_with_names(Place, "names"))

    class Meta(RecordFilterSet.Meta):
        model = Person


class PersonViewSet(RecordViewSet):
    model = Person
    icon = "group"
    help_text = _(
        "A person, a family or an institution. Record every spelling as a name; ask before you record a living private person."
    )
    filterset_class = PersonFilterSet
    creation_form = "museum.collection.forms.NewPersonForm"
    ordering = "slug"
    list_display = [
        "__str__",
        Column("get_kind_display", label=_("Kind"), sort_key="kind"),
        PublishedColumn(),
        UpdatedAtColumn(),
    ]


class PlaceFilterSet(RecordFilterSet):
    kind = django_filters.ChoiceFilter(label=_("Kind"), choices=Place.Kind.choices)
    within = django_filters.ModelChoiceFilter(
        label=_("Lies in"),
        queryset=lambda request: Place.objects.filter(places_within__isnull=False).distinct().prefetch_related("names"),
    )

    class Meta(RecordFilterSet.Meta):
        model = Place


class PlaceViewSet(RecordViewSet):
    model = Place
    icon = "site"
    help_text = _(
        "A place on the roads of migration, with all the names it has or had. Coordinates need their precision; the country may stay blank."
    )
    filterset_class = PlaceFilterSet
    creation_form = "museum.collection.forms.NewPlaceForm"
    ordering = "slug"
    list_display = [
        "__str__",
        Column("get_kind_display", label=_("Kind"), sort_key="kind"),
        Column("country_name", label=_("Country"), sort_key="country"),
        PublishedColumn(),
        UpdatedAtColumn(),
    ]


class ThemeViewSet(RecordViewSet):
    model = Theme
    icon = "folder-open-inverse"
    help_text = _(
        "A concept that gathers stories, artefacts and events. Its colour and star are seen wherever it appears."
    )
    creation_form = "museum.collection.forms.NewThemeForm"
    ordering = "slug"
    list_display = [
        "__str__",
        Column("get_colour_display", label=_("Colour")),
        PublishedColumn(),
        UpdatedAtColumn(),
    ]


class CollectionSetViewSet(RecordViewSet):
    model = CollectionSet
    icon = "folder-inverse"
    help_text = _("Artefacts that belong together by origin: a gift, a loan, a family's papers.")
    creation_form = "museum.collection.forms.NewCollectionSetForm"
    ordering = "slug"


class EventFilterSet(RecordFilterSet):
    themes = django_filters.ModelChoiceFilter(label=_("Theme"), queryset=_with_names(Theme, "texts"))
    places = django_filters.ModelChoiceFilter(label=_("Place"), queryset=_with_names(Place, "names"))
    confidence = django_filters.ChoiceFilter(label=_("Confidence"), choices=Event.Confidence.choices)

    class Meta(RecordFilterSet.Meta):
        model = Event


class EventViewSet(RecordViewSet):
    model = Event
    icon = "history"
    help_text = _("Something that happened on a date, told in a few lines, for timelines. Name its sources.")
    filterset_class = EventFilterSet
    creation_form = "museum.collection.forms.NewEventForm"
    ordering = "earliest"
    list_display = [
        "__str__",
        Column("date_phrase", label=_("Date"), sort_key="earliest"),
        PublishedColumn(),
        UpdatedAtColumn(),
    ]


class GuidedLookViewSet(RecordViewSet):
    model = GuidedLook
    icon = "crosshairs"
    help_text = _(
        "One image looked at together: mark regions on it in an order, and write what is to be seen in each. Visitors step through them; teachers can link to it."
    )
    select = ("image",)
    prefetch = ("image__renditions",)
    ordering = "slug"
    list_display = ["__str__", ThumbnailColumn("shown_image", label=_("Image")), PublishedColumn(), UpdatedAtColumn()]


class CatalogueGroup(SnippetViewSetGroup):
    """Everything that is recorded once, whatever the language."""

    menu_label = _("Catalogue")
    menu_icon = "clipboard-list"
    menu_name = "catalogue"
    menu_order = 250
    items = (
        ArtefactViewSet,
        GuidedLookViewSet,
        ObjectNameViewSet,
        PersonViewSet,
        PlaceViewSet,
        ThemeViewSet,
        EventViewSet,
        CollectionSetViewSet,
        RecordingViewSet,
        Model3DViewSet,
    )
