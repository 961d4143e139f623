from django.urls import path

from museum.search import views

app_name = "search"
urlpatterns = [
    path("search/", views.search, name="search"),
    path("search/suggest/", views.suggest, name="suggest"),
    path("search/opensearch.xml", views.description, name="description"),
]
