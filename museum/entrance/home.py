"""What the home page shows beside its own words."""

from exhibits.models import ExhibitPage
from museum.collection.models import Artefact, Place
from museum.collection.prefetch import with_card_data
from museum.core.translations import nearest_translation
from stories.models import StoryIndexPage, StoryPage


def home_context(page) -> dict:
    """Exhibits that are on, a few stories, the featured object and recording, the ends of roads for the form."""
    exhibits = (
        nearest_translation(ExhibitPage.objects.all(), page.language)
        .select_related("lead_image")
        .prefetch_related("lead_image__renditions")
        .order_by("-first_published_at")[:3]
    )
    stories = (
        nearest_translation(StoryPage.objects.all(), page.language)
        .select_related("lead_image")
        .prefetch_related("lead_image__renditions")
        .order_by("-first_published_at")[:4]
    )
    artefact = with_card_data(Artefact.objects.filter(pk=page.featured_artefact_id, live=True)).first()
    recording = page.featured_recording if page.featured_recording and page.featured_recording.live else None
    story = page.featured_story if page.featured_story and page.featured_story.live else None
    index = StoryIndexPage.objects.live().filter(locale=page.locale).first()
    places = Place.objects.filter(live=True, story_stops__page__live=True).distinct().prefetch_related("names")
    return {
        "exhibits": exhibits,
        "stories": stories,
        "artefact": artefact,
        "recording": recording,
        "story": story,
        "places": sorted(places, key=str),
        "road_url": index.get_url() if index else "",
    }
