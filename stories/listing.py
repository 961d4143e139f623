"""Which stories to show: the index narrowed by what the reader asked, and what to read next."""

from django.core.paginator import Paginator
from django.db.models import Q
from django.utils.functional import cached_property

from museum.collection.models import Place, Theme
from museum.core.paging import page_number
from museum.core.translations import nearest_translation
from stories.models import StoryPage

PAGE_SIZE = 12


class StoryListing:
    """The stories for a request: ``?theme=…&from=…&to=…&page=…``; values nobody knows narrow nothing and are told.

    ``parameters`` is any mapping of the query string; ``index_page`` gives the reader's language.
    """

    def __init__(self, parameters, index_page):
        self.language = index_page.language
        self.parameters = {key: (parameters.get(key) or "")[:120] for key in ("theme", "from", "to")}
        self._page = parameters.get("page")

    @cached_property
    def theme(self) -> Theme | None:
        return self._chosen(Theme, "theme", "texts")

    @cached_property
    def origin(self) -> Place | None:
        """Where the road begins, if the reader said."""
        return self._chosen(Place, "from", "names")

    @cached_property
    def destination(self) -> Place | None:
        """Where the road leads, if the reader said."""
        return self._chosen(Place, "to", "names")

    def _chosen(self, model, key, words):
        slug = self.parameters[key]
        if not slug:
            return None
        return model.objects.filter(live=True, slug=slug).prefetch_related(words).first()

    @property
    def is_narrowed(self) -> bool:
        return bool(self.theme or self.origin or self.destination)

    @cached_property
    def stories(self):
        """The matching stories, newest history last, one a translation key."""
        pages = StoryPage.objects.all()
        if self.theme:
            pages = pages.filter(themes=self.theme)
        for place in filter(None, (self.origin, self.destination)):
            pages = pages.filter(pk__in=StoryPage.objects.filter(Q(road__place=place) | Q(places=place)).values("pk"))
        return (
            nearest_translation(pages, self.language)
            .select_related("lead_image")
            .prefetch_related("lead_image__renditions")
            .order_by("earliest", "title")
        )

    @cached_property
    def page(self):
        """The current page of results."""
        paginator = Paginator(self.stories, PAGE_SIZE)
        return paginator.get_page(page_number(self._page))

    @cached_property
    def themes(self):
        """The themes that have stories, for the links above the list."""
        return Theme.objects.filter(live=True, stories__live=True).distinct().prefetch_related("texts").order_by("slug")

    @cached_property
    def places(self):
        """Every place on a road, for the two ends of the form, by name."""
        places = Place.objects.filter(live=True, story_stops__page__live=True).distinct().prefetch_related("names")
        return sorted(places, key=str)


def read_next(story: StoryPage, limit: int = 3) -> list[StoryPage]:
    """Up to ``limit`` other stories that share a theme or a place with this one, nearest in time first."""
    themes = [theme.pk for theme in story.shown_themes]
    places = [stop.place_id for stop in story.stops]
    others = StoryPage.objects.exclude(translation_key=story.translation_key).filter(
        pk__in=StoryPage.objects.filter(Q(themes__in=themes) | Q(road__place__in=places)).values("pk")
    )
    nearest = list(
        nearest_translation(others, story.language)
        .select_related("lead_image")
        .prefetch_related("lead_image__renditions")
        .order_by("earliest")[:50]
    )
    if story.earliest:
        nearest.sort(key=lambda other: abs(((other.earliest or story.earliest) - story.earliest).days))
    return nearest[:limit]
