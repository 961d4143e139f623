"""The journeys' and the statistics' place in the admin."""

from django.urls import path
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from stories.routes import loading
from stories.viewsets import JourneyViewSet, StatisticSeriesViewSet

register_snippet(JourneyViewSet)
register_snippet(StatisticSeriesViewSet)


@hooks.register("register_admin_urls")
def admin_urls():
    """Where numbers are loaded into a series, file by file."""
    return [
        path("statistics/<int:series_id>/load/", loading.load, name="load_flows"),
        path("statistics/files/<int:batch_id>/", loading.show, name="flow_batch"),
        path("statistics/files/<int:batch_id>/rows.csv", loading.report, name="flow_batch_report"),
        path("statistics/files/<int:batch_id>/confirm/", loading.confirm, name="flow_batch_confirm"),
        path("statistics/files/<int:batch_id>/undo/", loading.undo, name="flow_batch_undo"),
    ]
