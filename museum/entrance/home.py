"""What the home page shows beside its own words."""

from exhibits.models import ExhibitPage
from museum.collection.models import Artefact
from museum.collection.prefetch import as_cards, with_card_data
from stories.models import StoryPage


def home_context(page) -> dict:
    """Exhibits that are on, a few stories, the featured object and recording."""
    exhibits = as_cards(ExhibitPage.objects.all(), page.language).order_by("-first_published_at")[:3]
    stories = as_cards(StoryPage.objects.all(), page.language).order_by("-first_published_at")[:4]
    artefact = with_card_data(Artefact.objects.filter(pk=page.featured_artefact_id, live=True)).first()
    recording = page.featured_recording if page.featured_recording and page.featured_recording.live else None
    story = page.featured_story if page.featured_story and page.featured_story.live else None
    return {
        "exhibits": exhibits,
        "stories": stories,
        "artefact": artefact,
        "recording": recording,
        "story": story,
    }
