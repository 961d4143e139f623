"""Addresses of a journey's data, which are in no language."""

from django.urls import path

from stories.journeys import views

app_name = "journey_data"
urlpatterns = [
    path("journeys/<slug:slug>.geojson", views.geojson, name="geojson"),
    path("journeys/<slug:slug>.jsonld", views.jsonld, name="jsonld"),
]
