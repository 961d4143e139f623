from django.urls import path

from stories.routes import views

app_name = "routes"
urlpatterns = [
    path("", views.index, name="index"),
    path("roads.csv", views.as_csv, name="csv"),
    path("roads.geojson", views.as_geojson, name="geojson"),
]
