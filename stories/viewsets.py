"""Journeys in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import UpdatedAtColumn

from museum.core.viewsets import PublishedColumn, RecordViewSet
from stories.models import Journey


class JourneyViewSet(RecordViewSet):
    model = Journey
    icon = "redirect"
    help_text = _(
        "Who went from where to where, leg by leg, with dates, papers and sources. Recorded once; every story that tells it shows it."
    )
    ordering = "title"
    add_to_admin_menu = True
    menu_label = _("Journeys")
    menu_name = "journeys"
    menu_order = 251
    list_display = ["__str__", PublishedColumn(), UpdatedAtColumn()]
