from django.urls import path

from museum.entrance import views

app_name = "entrance"
urlpatterns = [
    path("in-other-languages/<uuid:translation_key>/", views.availability, name="availability"),
]
