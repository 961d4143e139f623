from django.urls import path

from museum.collection import views

app_name = "collection"
urlpatterns = [
    path("collection/", views.index, name="index"),
    path("collection/sets/<slug:slug>/", views.collection_set, name="collection_set"),
    path("artefacts/<slug:slug>/", views.artefact, name="artefact"),
    path("looks/", views.guided_looks, name="guided_looks"),
    path("looks/<slug:slug>/", views.guided_look, name="guided_look"),
    path("people/", views.persons, name="persons"),
    path("people/<slug:slug>/", views.person, name="person"),
    path("places/", views.places, name="places"),
    path("places/suggest/", views.suggest_places, name="suggest_places"),
    path("places/<slug:slug>/", views.place, name="place"),
    path("themes/", views.themes, name="themes"),
    path("themes/<slug:slug>/", views.theme, name="theme"),
]
