from django.urls import path, re_path
from wagtail.urls import serve_pattern

from museum.entrance import views

app_name = "entrance"
urlpatterns = [
    path("in-other-languages/<uuid:translation_key>/", views.availability, name="availability"),
    path("road/", views.road, name="road"),
    re_path(serve_pattern, views.serve_page, name="page"),
]
