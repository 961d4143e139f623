from django.urls import path

from museum.assets.views.recordings import recording_track

urlpatterns = [
    path("recordings/<slug:slug>/<slug:kind>.<slug:language>.vtt", recording_track, name="recording_track"),
]
