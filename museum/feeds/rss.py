"""RSS: one feed a language and section (https://www.rssboard.org/rss-specification)."""

from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils.translation import gettext as _

from exhibits.models import ExhibitPage
from museum.assets.models import Recording
from museum.collection.models import Artefact
from museum.core.languages import current_language
from museum.core.translations import published
from stories.models import StoryPage

LENGTH = 30


class PageFeed(Feed):
    """The newest pages of one kind in the language of the address."""

    def __init__(self, model, heading):
        self.model, self.heading = model, heading

    def title(self):
        return f"Rihla · {self.heading}"

    def link(self):
        return f"/{current_language()}/"

    def description(self):
        return _("Rihla, the virtual museum of Moroccan migration")

    def items(self):
        pages = published(self.model.objects.filter(locale__language_code=current_language()))
        return pages.order_by("-first_published_at")[:LENGTH]

    def item_title(self, page):
        return page.title

    def item_description(self, page):
        return page.summary

    def item_link(self, page):
        return page.url

    def item_pubdate(self, page):
        return page.first_published_at


class ArtefactFeed(Feed):
    """The newest artefacts, in the words that serve the language of the address best."""

    def title(self):
        return f"Rihla · {_('Collection')}"

    def link(self):
        return reverse("collection:index")

    def description(self):
        return _("Rihla, the virtual museum of Moroccan migration")

    def items(self):
        return Artefact.objects.filter(live=True).prefetch_related("texts").order_by("-first_published_at")[:LENGTH]

    def item_title(self, artefact):
        return str(artefact)

    def item_description(self, artefact):
        text = artefact.text_in()
        return text.brief_description if text else ""

    def item_pubdate(self, artefact):
        return artefact.first_published_at


class RecordingFeed(Feed):
    """The newest recordings, in the words that serve the language of the address best."""

    def title(self):
        return f"Rihla · {_('Recordings')}"

    def link(self):
        return reverse("recordings:index")

    def description(self):
        return _("Rihla, the virtual museum of Moroccan migration")

    def items(self):
        return Recording.objects.filter(live=True).prefetch_related("texts").order_by("-first_published_at")[:LENGTH]

    def item_title(self, recording):
        return str(recording)

    def item_description(self, recording):
        text = recording.text_in()
        return text.description if text else ""

    def item_pubdate(self, recording):
        return recording.first_published_at


def stories(request):
    """New stories in the language of the address."""
    return PageFeed(StoryPage, _("Stories"))(request)


def exhibits(request):
    """New exhibits in the language of the address."""
    return PageFeed(ExhibitPage, _("Exhibits"))(request)
