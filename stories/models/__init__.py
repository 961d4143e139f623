"""Stories and the journeys they tell; statistics beside them."""

from stories.models.journey import Journey, Leg
from stories.models.pages import StoryIndexPage, StoryPage, StoryStop
from stories.models.statistics import Flow, FlowBatch, StatisticSeries

__all__ = [
    "Flow",
    "FlowBatch",
    "Journey",
    "Leg",
    "StatisticSeries",
    "StoryIndexPage",
    "StoryPage",
    "StoryStop",
]
