"""Stories and the journeys they tell."""

from stories.models.journey import Journey, Leg
from stories.models.pages import StoryIndexPage, StoryPage, StoryStop

__all__ = ["Journey", "Leg", "StoryIndexPage", "StoryPage", "StoryStop"]
