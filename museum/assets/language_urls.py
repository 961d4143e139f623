from django.urls import path

from museum.assets.views import recordings as views

app_name = "recordings"
urlpatterns = [
    path("recordings/", views.recordings, name="index"),
    path("recordings/<slug:slug>/", views.recording, name="recording"),
]
