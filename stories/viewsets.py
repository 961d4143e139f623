"""Journeys and statistics in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import UpdatedAtColumn

from museum.core.viewsets import PublishedColumn, RecordViewSet
from stories.models import Journey, StatisticSeries


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


class StatisticSeriesViewSet(RecordViewSet):
    model = StatisticSeries
    icon = "table"
    help_text = _(
        "Numbers that an institution has counted: migrants by origin, destination and year. A series needs a definition, a source and a licence."
    )
    ordering = "slug"
    add_to_admin_menu = True
    menu_label = _("Statistics")
    menu_name = "statistics"
    menu_order = 252
    list_display = ["__str__", PublishedColumn(), UpdatedAtColumn()]
