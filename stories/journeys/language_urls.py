"""Addresses of journeys in each language."""

from django.urls import path

from stories.journeys import views

app_name = "journeys"
urlpatterns = [
    path("journeys/<slug:slug>/", views.journey, name="journey"),
]
