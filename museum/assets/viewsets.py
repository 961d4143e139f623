"""Recordings and 3D models in the admin. Images and documents have Wagtail's own views."""

import django_filters
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, UpdatedAtColumn
from wagtail.snippets.views.snippets import CreateView, SnippetViewSet

from museum.assets.forms import RecordingForm
from museum.assets.models import Model3D, Recording
from museum.core.languages import CONTENT_LANGUAGES
from museum.core.viewsets import PublishedColumn, RecordFilterSet, RecordViewSet, RightsFilter


class RecordingFilterSet(RecordFilterSet):
    language = django_filters.ChoiceFilter(label=_("Language spoken"), choices=CONTENT_LANGUAGES)
    rights = RightsFilter()

    class Meta(RecordFilterSet.Meta):
        model = Recording


class RecordingViewSet(RecordViewSet):
    model = Recording
    icon = "media"
    help_text = _(
        "A sound or film with what is heard written out. It needs a transcript in one language and a rights statement before it is published."
    )
    filterset_class = RecordingFilterSet
    creation_form = "museum.assets.forms.NewRecordingForm"
    base_form_class = RecordingForm
    ordering = "slug"
    list_display = [
        "__str__",
        Column("get_language_display", label=_("Language spoken"), sort_key="language"),
        Column("duration", label=_("Seconds"), sort_key="duration"),
        PublishedColumn(),
        UpdatedAtColumn(),
    ]


class Model3DCreateView(CreateView):
    """A new model is opened again once it is saved: its pictures are taken then."""

    def get_success_url(self):
        """Its form."""
        return self.get_edit_url()


class Model3DViewSet(SnippetViewSet):
    model = Model3D
    add_view_class = Model3DCreateView
    icon = "cogs"
    list_per_page = 40
    list_display = ["__str__", Column("triangles", label=_("Triangles"), sort_key="triangles"), UpdatedAtColumn()]
