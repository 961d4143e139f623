"""The sitemap with alternates in every language (https://www.sitemaps.org, hreflang annotations)."""

from collections import defaultdict

from django.contrib.sitemaps import Sitemap
from django.urls import reverse
from wagtail.models import Page

from museum.assets.models import Recording
from museum.collection.models import Artefact, GuidedLook, Person, Place, Theme
from museum.core.languages import INTERFACE_LANGUAGES
from museum.core.translations import published
from museum.feeds.addresses import default_of
from stories.models import Journey


class PageSitemap(Sitemap):
    """Live public pages; alternates are the live versions of the same page."""

    limit = 1000

    def items(self):
        """Every live public page below the home pages' parent."""
        return list(published(Page.objects.filter(depth__gt=1)).select_related("locale").order_by("path"))

    def location(self, page):
        return page.url or "/"

    def lastmod(self, page):
        return page.last_published_at

    def get_urls(self, page=1, site=None, protocol=None):
        """Django's entries with the alternates that exist."""
        by_key = defaultdict(dict)
        for item in self.items():
            if item.url:
                by_key[item.translation_key][item.locale.language_code] = item.url
        entries = super().get_urls(page, site, protocol)
        prefix = f"{self.get_protocol(protocol)}://{self.get_domain(site)}"
        for entry in entries:
            found = by_key[entry["item"].translation_key]
            entry["alternates"] = [
                {"location": _join(prefix, url), "lang_code": code} for code, url in found.items()
            ] + [{"location": _join(prefix, default_of(found)), "lang_code": "x-default"}]
        return entries


def _join(prefix: str, url: str) -> str:
    return url if url.startswith("http") else prefix + url


class RecordSitemap(Sitemap):
    """Published records of one model: a page in every language."""

    i18n = True
    alternates = True
    languages = list(INTERFACE_LANGUAGES)
    limit = 1000

    def __init__(self, model):
        self.model = model

    def items(self):
        return self.model.objects.filter(live=True).order_by("pk")

    def location(self, record):
        return record.get_absolute_url()

    def lastmod(self, record):
        return record.updated_at

    def get_latest_lastmod(self):
        """The newest change, in one query."""
        return self.model.objects.filter(live=True).order_by("-updated_at").values_list("updated_at", flat=True).first()


class JourneySitemap(RecordSitemap):
    """Published journeys that a published story tells."""

    def items(self):
        return self.model.objects.filter(live=True, stories__live=True).distinct().order_by("pk")

    def lastmod(self, journey):
        return journey.last_published_at

    def get_latest_lastmod(self):
        """The newest publication, in one query."""
        published = self.model.objects.filter(live=True).order_by("-last_published_at")
        return published.values_list("last_published_at", flat=True).first()


class ViewSitemap(Sitemap):
    """The pages that list records."""

    i18n = True
    alternates = True
    languages = list(INTERFACE_LANGUAGES)

    def items(self):
        return [
            "collection:index",
            "collection:places",
            "collection:persons",
            "collection:themes",
            "stories:timeline",
            "routes:index",
            "collection:guided_looks",
            "recordings:index",
        ]

    def location(self, name):
        return reverse(name)


SITEMAPS = {
    "pages": PageSitemap(),
    "lists": ViewSitemap(),
    "artefacts": RecordSitemap(Artefact),
    "persons": RecordSitemap(Person),
    "places": RecordSitemap(Place),
    "themes": RecordSitemap(Theme),
    "looks": RecordSitemap(GuidedLook),
    "journeys": JourneySitemap(Journey),
    "recordings": RecordSitemap(Recording),
}
