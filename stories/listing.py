"""Which stories to show: the index narrowed by what the reader asked, and what to read next."""

from collections.abc import Iterable
from functools import cache
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.utils.functional import cached_property

from museum.assets.renditions import SIZES, remember_sizes
from museum.collection.gazetteer import place_called
from museum.collection.models import Place, Theme
from museum.collection.prefetch import as_cards, images_of
from museum.core.paging import page_number
from museum.core.prepared import Errand, Prepared
from museum.core.text import asked
from museum.core.translations import nearest_translation
from stories.journeys.passing import finding_journeys_through, stories_on, stories_through

PAGE_SIZE = 12
#: Of so many stories that have something to do with one those nearest in time are found.
LOOKED_AT = 300
#: A key that nothing has.
NO_KEY = 0


class StoryListing:
    """The stories for a request: ``?theme=…&from=…&to=…&page=…``; values nobody knows narrow nothing and are told.

    ``parameters`` is any mapping of the query string, ``all_stories`` what there is to narrow, ``language`` the reader's.
    """

    def __init__(self, parameters, all_stories: QuerySet, language: str):
        self.language = language
        self.parameters = {key: asked(parameters, key) for key in ("theme", "from", "to")}
        self._all = all_stories
        self._page = parameters.get("page")

    @cached_property
    def theme(self) -> Theme | None:
        slug = self.parameters["theme"]
        return Theme.objects.filter(live=True, slug=slug).prefetch_related("texts").first() if slug else None

    @cached_property
    def origin(self) -> Place | None:
        """Where the road begins, if the reader said."""
        return place_called(self.parameters["from"])

    @cached_property
    def destination(self) -> Place | None:
        """Where the road leads, if the reader said."""
        return place_called(self.parameters["to"])

    @property
    def asked_origin(self) -> str:
        """What stands in the field "from": the place as the reader calls it, else what was typed."""
        return str(self.origin or self.parameters["from"])

    @property
    def asked_destination(self) -> str:
        """What stands in the field "to"."""
        return str(self.destination or self.parameters["to"])

    @property
    def unknown(self) -> list[str]:
        """The values that were asked for and that nobody knows, as typed."""
        chosen = {"theme": self.theme, "from": self.origin, "to": self.destination}
        return [text for key, text in self.parameters.items() if text and chosen[key] is None]

    @property
    def page_query(self) -> str:
        """The query string to put before ``page=…`` in the links of the pagination."""
        query = urlencode({key: text for key, text in self.parameters.items() if text})
        return f"?{query}&" if query else "?"

    @property
    def is_narrowed(self) -> bool:
        return bool(self.theme or self.origin or self.destination)

    @cached_property
    def stories(self):
        """The matching stories, newest history last, one a translation key."""
        pages = self._all
        if self.theme:
            pages = pages.filter(themes=self.theme)
        for place in filter(None, (self.origin, self.destination)):
            passing = stories_through([place], self._all).values("pk")
            pages = pages.filter(pk__in=self._all.filter(Q(pk__in=passing) | Q(places=place)).values("pk"))
        return as_cards(pages, self.language).order_by("earliest", "title")

    @cached_property
    def page(self):
        """The current page of results."""
        paginator = Paginator(self.stories, PAGE_SIZE)
        return paginator.get_page(page_number(self._page))

    @cached_property
    def themes(self):
        """The themes that have stories, for the links above the list."""
        return Theme.objects.filter(live=True, stories__live=True).distinct().prefetch_related("texts").order_by("slug")


def finding_read_next(story, beside: Iterable = (), limit: int = 3) -> Errand:
    """Up to ``limit`` other stories that share a theme or a place with ``story``, nearest in time first, as an errand; the
    sizes of their pictures are fetched with those of what stands ``beside`` them (as ``fetch_renditions`` takes it)."""
    places = [place.pk for place in story.places_passed]
    journeys = yield from finding_journeys_through(places)
    sharing, cards = _stories_to_read(type(story))
    themes = [theme.pk for theme in story.themes.all() if theme.live]
    asked_for = (keys or [NO_KEY] for keys in (themes, places, journeys))
    (rows,) = yield [sharing(*asked_for, language=story.language)]
    others = [row for row in rows if row.translation_key != story.translation_key]
    if story.earliest:
        others.sort(key=lambda row: abs(((row.earliest or story.earliest) - story.earliest).days))
    order = {row.pk: row.lead_image for row in others[:limit]}
    pictured = images_of(beside)
    found, sizes = yield [cards(order), SIZES({image.pk for image in pictured} | set(filter(None, order.values())))]
    remember_sizes([*pictured, *images_of(found)], sizes)
    return sorted(found, key=lambda card: list(order).index(card.pk))


@cache
def _stories_to_read(model) -> tuple[Prepared, Prepared]:
    """Questions for the first stories that share something, as rows of what decides on them, and for cards."""

    def sharing(themes, places, journeys, *, language):
        stories = model.objects.all()
        keys = stories.filter(Q(themes__in=themes) | Q(pk__in=stories_on(places, journeys, stories).values("pk")))
        others = nearest_translation(stories.filter(pk__in=keys.values("pk")), language).order_by("earliest")
        return others.values_list("pk", "translation_key", "earliest", "lead_image", named=True)[:LOOKED_AT]

    def cards(keys):
        return model.objects.filter(pk__in=keys).select_related("lead_image").defer("body", "sources")

    return Prepared(sharing), Prepared(cards)
