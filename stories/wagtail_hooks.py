"""The journeys' place in the admin."""

from wagtail.snippets.models import register_snippet

from stories.viewsets import JourneyViewSet

register_snippet(JourneyViewSet)
