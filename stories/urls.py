from django.urls import path

from stories.timeline import views as timeline_views

app_name = "stories"
urlpatterns = [
    path("timeline/", timeline_views.timeline, name="timeline"),
]
