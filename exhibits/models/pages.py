"""Exhibits: an entrance wall, then rooms with works in order."""

from django.db import models
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from exhibits.blocks import RoomStreamBlock
from exhibits.catalogue import Busy, NoPrinter, catalogue_pdf
from exhibits.listing import ExhibitListing
from exhibits.models.panorama import PanoramaPage
from exhibits.rooms import Room, rooms_of
from exhibits.walking import WalkHall, halls
from museum.assets.models import MuseumImage
from museum.collection.prefetch import as_cards, fetch_shown, published_themes_of
from museum.core.blocks import RICH_TEXT_FEATURES
from museum.core.folding import fold
from museum.core.languages import direction
from museum.core.models import BasePage, images_in_stream
from museum.core.readiness import Check
from museum.core.walls import WallColour


class ExhibitIndexPage(BasePage):
    """What is on, and what was."""

    max_count_per_parent = 1
    parent_page_types = ["entrance.HomePage"]
    subpage_types = ["exhibits.ExhibitPage", "exhibits.PanoramaPage"]
    needs_summary = False
    schema_type = "CollectionPage"

    content_panels = [
        HelpPanel(
            _("The list of all exhibits. It fills itself: an exhibit stands here as soon as it is published below."),
            heading=_("What this page is"),
        ),
        *BasePage.content_panels,
    ]

    class Meta:
        verbose_name = _("exhibit index")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["listing"] = ExhibitListing(request.GET, ExhibitPage.objects.all(), self.language)
        context["panoramas"] = as_cards(PanoramaPage.objects.all(), self.language).order_by("title")
        return context


class ExhibitPage(RoutablePageMixin, BasePage):
    """A themed exhibit: one ordered list of works in rooms, the source of every way of showing it."""

    introduction = RichTextField(
        _("introduction"), blank=True, features=RICH_TEXT_FEATURES, help_text=_("80 to 140 words on the entrance wall.")
    )
    colour = models.CharField(
        _("colour of the entrance wall"), max_length=12, choices=WallColour, default=WallColour.INDIGO
    )
    themes = ParentalManyToManyField("collection.Theme", verbose_name=_("themes"), blank=True, related_name="exhibits")
    rooms = StreamField(RoomStreamBlock(), verbose_name=_("rooms"), use_json_field=True, blank=True)

    parent_page_types = ["exhibits.ExhibitIndexPage"]
    subpage_types: list[str] = []
    needs_lead_image = True
    schema_type = "ExhibitionEvent"

    content_panels = [
        HelpPanel(template="exhibits/admin/exhibit_help.html", heading=_("How to hang an exhibit")),
        *BasePage.content_panels,
        MultiFieldPanel([FieldPanel("introduction"), FieldPanel("colour")], heading=_("Entrance")),
        FieldPanel("rooms"),
        FieldPanel("themes"),
        *BasePage.source_panels,
    ]
    search_fields = BasePage.search_fields + [index.SearchField("introduction"), index.SearchField("rooms")]

    class Meta:
        verbose_name = _("exhibit")
        verbose_name_plural = _("exhibits")

    def folded_words(self) -> str:
        return f"{super().folded_words()} {fold(' '.join(room.value['title'] for room in self.rooms))}"

    @cached_property
    def walk(self) -> list[Room]:
        """The rooms in order, each with its works in order: the one list behind every rendering."""
        return rooms_of(self.rooms)

    @cached_property
    def shown_themes(self) -> list:
        """Its published themes."""
        return published_themes_of(self)

    @cached_property
    def halls(self) -> list[WalkHall]:
        """The halls of its walk, in order."""
        return halls(self.walk, right_to_left=direction(self.language) == "rtl")

    @path("room/")
    @path("room/<int:number>/")
    def room(self, request, number: int = 1):
        """A hall to walk through; as a page it is the list of its works and its floor plan."""
        request.museum_subpath = self.reverse_subpage("room", args=[number])
        context = self.get_context(request)
        if not self.halls:
            raise Http404
        if not 1 <= number <= len(self.halls):
            return redirect(self.hall_url(request, len(self.halls)))
        around = {"before": number - 1, "after": number + 1}
        doors = {
            name: {"hall": self.halls[n - 1], "url": self.hall_url(request, n)}
            for name, n in around.items()
            if 1 <= n <= len(self.halls)
        }
        context |= {"hall": self.halls[number - 1], "halls": self.halls, **doors}
        return TemplateResponse(request, "exhibits/room_page.html", context)

    @path("projector/")
    def projector(self, request):
        """The works one at a time, for a classroom or a lobby; ``?loop=1`` begins again at the end."""
        request.museum_subpath = self.reverse_subpage("projector")
        context = self.get_context(request)
        if not self.halls:
            raise Http404
        context |= {"halls": self.halls, "loop": request.GET.get("loop") == "1"}
        return TemplateResponse(request, "exhibits/projector.html", context)

    @path("catalogue/")
    def catalogue(self, request):
        """All works with their facts, made for paper."""
        request.museum_subpath = self.reverse_subpage("catalogue")
        return TemplateResponse(request, "exhibits/catalogue.html", self._catalogue_context(request))

    @path("catalogue/pdf/")
    def catalogue_pdf(self, request):
        """The same as a PDF; where this machine cannot make one, a page that says so and leads to the other."""
        html = render_to_string("exhibits/catalogue.html", self._catalogue_context(request), request)
        try:
            data = catalogue_pdf(self.pk, html)
        except (NoPrinter, Busy) as reason:
            context = self.get_context(request) | {"busy": isinstance(reason, Busy)}
            return TemplateResponse(request, "exhibits/no_pdf.html", context, status=503, headers={"Retry-After": "30"})
        name = f'inline; filename="{self.slug}-{self.language}.pdf"'
        return HttpResponse(data, content_type="application/pdf", headers={"Content-Disposition": name})

    def _catalogue_context(self, request) -> dict:
        context = self.get_context(request)
        if not self.halls:
            raise Http404
        rooms = [
            {"number": hall.room.number, "title": hall.room.title, "wall_text": hall.room.wall_text,
             "anchor": hall.room.anchor, "colour": hall.room.colour, "hung": [hung for other in self.halls if other.room is hall.room for hung in other.works]}
            for hall in self.halls if hall.part == 1
        ]  # fmt: skip
        return context | {"rooms": rooms}

    def hall_url(self, request, number: int) -> str:
        """The address of a hall's page."""
        return self.get_url(request) + self.reverse_subpage("room", args=[number])

    def get_context(self, request, *args, **kwargs):
        found = fetch_shown(self.rooms, [(MuseumImage, self.lead_image_id)], page=self)
        self.lead_image = found.get(MuseumImage, {}).get(self.lead_image_id)
        return super().get_context(request, *args, **kwargs)

    @property
    def work_count(self) -> int:
        return sum(len(room.works) for room in self.walk)

    def images_shown(self):
        return images_in_stream(self.rooms, "rooms")

    def readiness(self) -> list[Check]:
        """An exhibit needs an introduction and a room with works."""
        found = super().readiness()
        if not self.introduction.strip():
            found.append(Check("introduction", str(_("Write the introduction.")), "introduction"))
        if not any(len(room.value["works"]) for room in self.rooms):
            found.append(Check("rooms", str(_("Hang at least one work in a room.")), "rooms"))
        return found
