from django.urls import path

from museum.offline import views

urlpatterns = [
    path("sw.js", views.worker, name="service_worker"),
    path("icons/<slug:purpose>-<int:size>.png", views.app_icon, name="app_icon"),
]
