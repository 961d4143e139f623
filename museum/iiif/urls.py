"""Addresses of the Image API: ``/iiif/image/3/<number of the image>/…``; an image keeps its number for ever."""

from django.urls import path, re_path

from museum.iiif import views

app_name = "iiif"
urlpatterns = [
    path("<int:pk>", views.base, name="image"),
    path("<int:pk>/", views.base),
    path("<int:pk>/info.json", views.info, name="info"),
    path("<int:pk>/<str:region>/<str:size>/<str:rotation>/<str:last>", views.picture, name="picture"),
    re_path(r"^(?P<rest>.*)$", views.unknown),
]
