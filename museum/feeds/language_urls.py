from django.urls import path

from museum.feeds import rss

app_name = "feeds"
urlpatterns = [
    path("feeds/stories.xml", rss.stories, name="stories"),
    path("feeds/exhibits.xml", rss.exhibits, name="exhibits"),
    path("feeds/artefacts.xml", rss.ArtefactFeed(), name="artefacts"),
    path("feeds/recordings.xml", rss.RecordingFeed(), name="recordings"),
]
