"""Journeys in templates: told as their tellers allow, as a list, on the map and in time."""

from django import template
from django.urls import reverse

from museum.collection.models import Artefact
from stories.journeys import passing
from stories.journeys.drawn import as_roads, is_drawn
from stories.journeys.naming import name_of
from stories.journeys.shape import Course, runs
from stories.journeys.shown import ShownLeg, drafted_legs
from stories.journeys.timeline import timeline
from stories.models import Journey

register = template.Library()


@register.simple_tag
def drafted(journey: Journey) -> list[ShownLeg]:
    """The legs of a journey that is being edited, told as readers would see them."""
    return drafted_legs(journey)


@register.simple_tag
def journey_name(legs) -> str:
    """What a journey is called for readers."""
    return name_of(legs)


@register.inclusion_tag("stories/journeys/legs.html", takes_context=True)
def journey_in_legs(context, journey: Journey | None, legs: list[ShownLeg], heading: str = "h2"):
    """The list of ``legs`` with their drawn road; ``journey`` gives the addresses of its page and data."""
    courses = {run.legs[0].number: run.course for run in runs(legs) if run.course != Course.ONWARD}
    back = {number for run in runs(legs) for number in run.returning}
    drawn = [leg for leg in legs if is_drawn(leg)]
    return {
        "rows": [(leg, courses.get(leg.number), leg.number in back, is_drawn(leg)) for leg in legs],
        "roads": as_roads(legs) if drawn else [],
        "journey": journey,
        "is_own_page": context.get("journey") is not None,
        "geojson": reverse("journey_data:geojson", args=[journey.slug]) if journey and journey.slug else "",
    }


@register.inclusion_tag("stories/journeys/timeline.html")
def journey_in_time(legs: list[ShownLeg]):
    """The dated legs along one axis; nothing where no leg has a date."""
    return {"timeline": timeline(legs)}


@register.inclusion_tag("stories/journeys/carried.html")
def journeys_of(artefact: Artefact):
    """The journeys on which an artefact travelled."""
    return {"journeys": passing.journeys_carrying(artefact) if artefact.pk else []}
