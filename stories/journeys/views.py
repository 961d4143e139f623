"""The page of a journey in each language, and its data in none.

Template ``stories/journeys/journey.html``: ``journey``, ``legs`` (:class:`stories.journeys.shown.ShownLeg`), ``stories``.
"""

from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from museum.collection.prefetch import as_cards
from museum.core.languages import current_language
from museum.core.translations import published
from stories.journeys import linked_data
from stories.journeys.geojson import feature_collection, in_languages
from stories.journeys.naming import name_of
from stories.journeys.shown import ShownLeg, shown_legs
from stories.models import Journey, StoryPage


def _told(slug: str) -> tuple[Journey, list[ShownLeg]]:
    """A published journey and its legs as they may be told; 404 where there is none or nothing of it may be told."""
    journey = get_object_or_404(Journey, slug=slug, live=True)
    legs = shown_legs([journey])[journey.pk]
    if not legs:
        raise Http404
    return journey, legs


@require_safe
def journey(request, slug):
    """The journey as a list, on the map, in time, and in the stories that tell it."""
    found, legs = _told(slug)
    stories = as_cards(StoryPage.objects.filter(journey=found), current_language()).order_by("earliest", "title")
    return render(request, "stories/journeys/journey.html", {"journey": found, "legs": legs, "stories": list(stories)})


def _data(document: dict, content_type: str) -> JsonResponse:
    answer = JsonResponse(document, content_type=content_type, json_dumps_params={"ensure_ascii": False})
    # Data are for everybody's pages and programs.
    answer["Access-Control-Allow-Origin"] = "*"
    return answer


@require_safe
@cache_control(public=True, no_cache=True)
def geojson(request, slug):
    """The journey as GeoJSON."""
    _found, legs = _told(slug)
    address = request.build_absolute_uri(request.path)
    return _data(feature_collection(legs, address, request.build_absolute_uri), "application/geo+json")


@require_safe
@cache_control(public=True, no_cache=True)
def jsonld(request, slug):
    """The journey as Linked Art."""
    found, legs = _told(slug)
    stories = published(StoryPage.objects.filter(journey=found)).order_by("path")
    names = in_languages(lambda: name_of(legs))
    address = request.build_absolute_uri(request.path)
    document = linked_data.activity(legs, names, stories, address, request.build_absolute_uri)
    return _data(document, linked_data.PROFILE)
