"""How records are listed, searched, narrowed and chosen in the admin."""

import django_filters
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import HelpPanel, ObjectList
from wagtail.admin.ui.tables import StatusTagColumn, UpdatedAtColumn
from wagtail.snippets.views.chooser import (
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
    SnippetCreateView,
)
from wagtail.snippets.views.snippets import SnippetViewSet

from museum.core.forms import RecordForm
from museum.core.panels import ReadinessPanel
from museum.core.readiness import blocking
from museum.core.rights import RIGHTS_CHOICES


class PublishedColumn(StatusTagColumn):
    """Published, published with changes, or a draft. (Wagtail's own column asks the database for every row.)"""

    def __init__(self):
        super().__init__("live", label=_("Status"), sort_key="live", primary=lambda record: record.live)

    def get_value(self, instance):
        """The state in a word or two."""
        if not instance.live:
            return _("draft")
        return _("published, with changes") if instance.has_unpublished_changes else _("published")


class RightsFilter(django_filters.ChoiceFilter):
    """By rights statement, or those for which nobody has chosen one."""

    def __init__(self, *args, **kwargs):
        kwargs |= {"label": _("Rights"), "choices": [("none", _("Not chosen yet")), *RIGHTS_CHOICES]}
        super().__init__(*args, **kwargs)

    def filter(self, queryset, value):
        """``none`` finds the blank ones."""
        return queryset.filter(rights="") if value == "none" else super().filter(queryset, value)


class RecordFilterSet(WagtailFilterSet):
    """Published or not, demonstration or not."""

    live = django_filters.BooleanFilter(label=_("Published"))
    is_demonstration = django_filters.BooleanFilter(label=_("Demonstration"))

    class Meta:
        fields = ["live", "is_demonstration"]


class _WithWords:
    """The names of the records listed come with them, not one query each."""

    def get_object_list(self):
        relation = getattr(self.model_class, "words_relation", "texts")
        return super().get_object_list().prefetch_related(relation)


class RecordChooseView(_WithWords, ChooseView):
    pass


class RecordChooseResultsView(_WithWords, ChooseResultsView):
    pass


class RecordCreateInPlaceView(SnippetCreateView):
    """A record made inside a chooser: published at once where it is ready and its maker may publish."""

    def save_form(self, form):
        """Save the record with its first revision, and publish it if it can be."""
        record = form.save()
        revision = record.save_revision(user=self.request.user, log_action=True)
        publish = f"{record._meta.app_label}.publish_{record._meta.model_name}"
        if self.request.user.has_perm(publish) and not blocking(record.readiness()):
            revision.publish(user=self.request.user)
        return record


class RecordChooserViewSet(SnippetChooserViewSet):
    """A chooser of records; with ``creation_form_class`` it can make one in place."""

    choose_view_class = RecordChooseView
    choose_results_view_class = RecordChooseResultsView
    create_view_class = RecordCreateInPlaceView

    @cached_property
    def widget_class(self):
        """Wagtail's widget; the words it makes for itself would stay in the language the server started in."""
        widget = super().widget_class
        widget.choose_one_text = _("Choose")
        widget.choose_another_text = _("Choose another")
        widget.link_to_chosen_text = _("Open the record")
        return widget


class RecordViewSet(SnippetViewSet):
    """A kind of record in the admin. Subclasses name the model, its icon, columns, filters and creation form."""

    chooser_viewset_class = RecordChooserViewSet
    inspect_view_enabled = True
    list_per_page = 40
    #: What the list needs beside the rows themselves.
    prefetch: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    #: Dotted path of the form that makes a record inside a chooser.
    creation_form = ""
    #: The form; a kind of record may have checks of its own.
    base_form_class = RecordForm
    #: One or two sentences in plain words over the form.
    help_text = ""
    list_display = ["__str__", PublishedColumn(), UpdatedAtColumn()]

    @cached_property
    def filterset_class(self):
        """Published or not, demonstration or not, where a kind of record names no filters of its own."""
        meta = type("Meta", (RecordFilterSet.Meta,), {"model": self.model})
        return type(f"{self.model.__name__}FilterSet", (RecordFilterSet,), {"Meta": meta})

    def get_queryset(self, request):
        """All records with their words."""
        relation = getattr(self.model, "words_relation", "texts")
        records = self.model._default_manager.prefetch_related(relation, *self.prefetch)
        return records.select_related(*self.select) if self.select else records

    def get_edit_handler(self):
        """Help, what is missing, then the model's panels, in a form that makes the address by itself."""
        help_panels = [HelpPanel(self.help_text, heading=_("What this is"))] if self.help_text else []
        panels = [*help_panels, ReadinessPanel(), *self.model.panels]
        return ObjectList(panels, base_form_class=self.base_form_class).bind_to_model(self.model)

    @property
    def chooser_viewset(self):
        """Wagtail's chooser of this model, able to make one in place."""
        chooser = super().chooser_viewset
        if self.creation_form:
            chooser.creation_form_class = self.creation_form
            chooser.create_action_label = _("Create")
            chooser.creation_tab_label = _("Create")
        return chooser
