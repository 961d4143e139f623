"""Stories: authored pages about people on the road, and the index that gathers them."""

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, HelpPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable
from wagtail.search import index

from museum.assets.models import MuseumImage
from museum.collection.models import Place
from museum.collection.prefetch import fetch_shown, published_themes_of
from museum.core.dates import EDTFField, phrase
from museum.core.models import BasePage, images_in_stream
from museum.core.prepared import Errand
from museum.core.readiness import Check
from stories.blocks import StoryStreamBlock
from stories.journeys.precision import End
from stories.journeys.shape import Road, Stop, roads
from stories.journeys.shown import ShownLeg, as_told, chosen_by, public_legs
from stories.listing import StoryListing, finding_read_next


class StoryIndexPage(BasePage):
    """The list of all stories, narrowed by theme and by the two ends of a road."""

    max_count_per_parent = 1
    parent_page_types = ["entrance.HomePage"]
    subpage_types = ["stories.StoryPage"]
    needs_summary = False
    schema_type = "CollectionPage"

    content_panels = [
        HelpPanel(
            _("The list of all stories. It fills itself: a story stands here as soon as it is published below."),
            heading=_("What this page is"),
        ),
        *BasePage.content_panels,
    ]

    class Meta:
        verbose_name = _("story index")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["listing"] = StoryListing(request.GET, StoryPage.objects.all(), self.language)
        return context


class StoryPage(BasePage):
    """One story: its text in blocks, its road, its places and themes."""

    subject = models.CharField(
        pgettext_lazy("of a story", "subject"),
        max_length=160,
        blank=True,
        help_text=_("Who or what the story is about, as it should stand under the title."),
    )
    period = EDTFField(_("period"), earliest="earliest", latest="latest")
    earliest = models.DateField(null=True, editable=False, db_index=True)
    latest = models.DateField(null=True, editable=False)
    themes = ParentalManyToManyField("collection.Theme", verbose_name=_("themes"), blank=True, related_name="stories")
    persons = ParentalManyToManyField(
        "collection.Person", verbose_name=_("persons"), blank=True, related_name="stories"
    )
    places = ParentalManyToManyField(
        "collection.Place",
        verbose_name=_("places"),
        blank=True,
        related_name="stories",
        help_text=_("Places of the story that are not on its road."),
    )
    journey = models.ForeignKey(
        "stories.Journey",
        verbose_name=_("journey"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="stories",
        help_text=_("The journey in legs, shared by the story's versions in other languages."),
    )
    body = StreamField(StoryStreamBlock(), verbose_name=_("text"), use_json_field=True, blank=True)

    parent_page_types = ["stories.StoryIndexPage"]
    subpage_types: list[str] = []
    needs_lead_image = True
    schema_type = "Article"

    content_panels = [
        HelpPanel(template="stories/admin/story_help.html", heading=_("How to write a story")),
        *BasePage.content_panels,
        MultiFieldPanel([FieldPanel("subject"), FieldPanel("period")], heading=_("Who and when")),
        InlinePanel(
            "road",
            heading=_("The road"),
            label=_("Stop"),
            help_text=_(
                "The places passed, in order. Only for a story without a journey: the legs of a journey are its road."
            ),
        ),
        FieldPanel("journey"),
        FieldPanel("body"),
        MultiFieldPanel([FieldPanel("themes"), FieldPanel("persons"), FieldPanel("places")], heading=_("Belongs to")),
        *BasePage.source_panels,
    ]
    search_fields = BasePage.search_fields + [index.SearchField("body"), index.FilterField("earliest")]

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")

    @property
    def period_phrase(self) -> str:
        """The period in the reader's language."""
        return phrase(self.period)

    @cached_property
    def _recorded(self) -> tuple[list, list]:
        """The stops and the legs as recorded. The stops of a story that tells a journey are not looked at: its legs say
        where it went, as precisely as their teller allows."""
        return ([] if self.journey_id else list(self.road.all())), public_legs(self.journey_id)

    @cached_property
    def _found(self) -> dict:
        """What its road and its text show, by model and key."""
        return self._fetch()

    def _fetch(self, **how) -> dict:
        """``_found``, in one query a model; ``how`` as ``fetch_shown`` takes it."""
        stops, legs = self._recorded
        also = [(MuseumImage, self.lead_image_id), *((Place, stop.place_id) for stop in stops), *chosen_by(legs)]
        return fetch_shown(self.body, also, page=self, **how)

    @cached_property
    def shown_legs(self) -> list[ShownLeg]:
        """The legs of its journey as they may be told, if that is published."""
        _stops, legs = self._recorded
        return as_told(legs, self._found)

    @property
    def shown_journey(self):
        """Its journey, if that is published and tells a leg."""
        _stops, legs = self._recorded
        return legs[0].journey if legs and self.shown_legs else None

    @cached_property
    def roads(self) -> list[Road]:
        """Its road in a few words: that of its journey, else the stops recorded here whose place is published."""
        if self.journey_id:
            return roads(self.shown_legs)
        stops, _legs = self._recorded
        places = self._found.get(Place, {})
        shown = [stop for stop in stops if stop.place_id in places and places[stop.place_id].live]
        return [Road(tuple(Stop((End(places[stop.place_id]),), stop.date) for stop in shown))] if shown else []

    @property
    def places_passed(self) -> list[Place]:
        """The places on its road, each once."""
        ends = [end for road in self.roads for stop in road.stops for end in stop.ends]
        return list({end.place.pk: end.place for end in ends if end.place}.values())

    @cached_property
    def shown_themes(self) -> list:
        """Its published themes."""
        return published_themes_of(self)

    def images_shown(self):
        return images_in_stream(self.body, "body")

    def readiness(self) -> list[Check]:
        """A story also needs a text, a theme and (as advice) a period and sources."""
        found = super().readiness()
        if not len(self.body):
            found.append(Check("body", str(_("Write the text of the story.")), "body"))
        if not self.period:
            found.append(Check("period", str(_("Say when it happened.")), "period", blocking=False))
        if not self.themes.all():
            found.append(Check("themes", str(_("Choose a theme.")), "themes", blocking=False))
        if not len(self.sources):
            found.append(Check("sources", str(_("Name the sources.")), "sources", blocking=False))
        return found

    def get_context(self, request, *args, **kwargs):
        read_next = []

        def meanwhile(found) -> Errand:
            self._found = found
            shown = (thing for things in found.values() for thing in things.values())
            read_next.extend((yield from finding_read_next(self, beside=shown)))

        found = self._fetch(renditions=False, meanwhile=meanwhile)
        self.lead_image = found.get(MuseumImage, {}).get(self.lead_image_id)
        return super().get_context(request, *args, **kwargs) | {"read_next": read_next}


class StoryStop(Orderable):
    """A place on the road of a story, and when it was passed."""

    page = ParentalKey(StoryPage, on_delete=models.CASCADE, related_name="road")
    place = models.ForeignKey(
        "collection.Place", verbose_name=_("place"), on_delete=models.PROTECT, related_name="story_stops"
    )
    date = EDTFField(_("date"))

    panels = [FieldPanel("place"), FieldPanel("date")]

    class Meta(Orderable.Meta):
        verbose_name = _("stop")
