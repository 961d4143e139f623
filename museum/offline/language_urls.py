from django.urls import path

from museum.offline import views

app_name = "offline"
urlpatterns = [
    path("museum.webmanifest", views.manifest, name="manifest"),
    path("offline/", views.offline, name="offline"),
    path("kept/", views.kept, name="kept"),
    path("packed/<uuid:key>.zip", views.package, name="package"),
]
