"""Journeys: who went from where to where, leg by leg, with what is known of each and how surely.

A journey is recorded once, for every language and every story that tells it.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.fields import StreamField
from wagtail.models import DraftStateMixin, LockableMixin, Orderable, RevisionMixin, WorkflowMixin
from wagtail.search import index

from museum.collection.models import Artefact, Place
from museum.core.chooser_blocks import SnippetChooserBlock
from museum.core.dates import EDTFField, phrase
from museum.core.languages import current_language, fallbacks
from museum.core.models import DemonstrationMixin
from museum.core.readiness import Check, PublicationGate


class Journey(
    PublicationGate,
    DemonstrationMixin,
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    index.Indexed,
    ClusterableModel,
):
    """A journey in legs."""

    title = models.CharField(_("title"), max_length=200, help_text=_("For the admin; readers do not see it."))
    slug = models.SlugField(_("address"), max_length=120, unique=True)

    #: The rows that lists in the admin fetch along.
    words_relation = "legs"

    search_fields = [
        index.SearchField("title"),
        index.AutocompleteField("title"),
        index.FilterField("live"),
        index.FilterField("is_demonstration"),
    ]
    panels = [
        FieldPanel("title"),
        InlinePanel(
            "legs",
            heading=_("Legs"),
            label=_("Leg"),
            min_num=1,
            help_text=_("In the order travelled, each as precisely as is known and no more."),
        ),
        FieldPanel("slug"),
        FieldPanel("is_demonstration"),
    ]

    class Meta:
        verbose_name = _("journey")
        verbose_name_plural = _("journeys")
        ordering = ["title"]

    def __str__(self):
        return self.title

    def readiness(self) -> list[Check]:
        """A journey needs a leg, and a source for each of its legs."""
        found = super().readiness()
        legs = list(self.legs.all())
        if not legs:
            found.append(Check("legs", str(_("Record at least one leg.")), "legs"))
        if any(not leg.source.strip() for leg in legs):
            found.append(Check("source", str(_("Name the source of each leg.")), "legs"))
        return found


class Leg(Orderable):
    """One leg: from a place to a place, when, how, why, with which papers, how surely, and who says so."""

    class Mode(models.TextChoices):
        FOOT = "foot", pgettext_lazy("way of travelling", "on foot")
        CART = "cart", pgettext_lazy("way of travelling", "by cart")
        TRAIN = "train", pgettext_lazy("way of travelling", "by train")
        LORRY = "lorry", pgettext_lazy("way of travelling", "by lorry")
        BUS = "bus", pgettext_lazy("way of travelling", "by bus")
        CAR = "car", pgettext_lazy("way of travelling", "by car")
        SHIP = "ship", pgettext_lazy("way of travelling", "by ship")
        FERRY = "ferry", pgettext_lazy("way of travelling", "by ferry")
        AEROPLANE = "aeroplane", pgettext_lazy("way of travelling", "by aeroplane")
        UNKNOWN = "unknown", pgettext_lazy("way of travelling", "way unknown")

    class Motive(models.TextChoices):
        RECRUITMENT = "recruitment", pgettext_lazy("why someone left", "recruitment")
        LABOUR = "labour", pgettext_lazy("why someone left", "work")
        WAR_SERVICE = "war-service", pgettext_lazy("why someone left", "war service")
        FAMILY = "family", pgettext_lazy("why someone left", "to join the family")
        STUDY = "study", pgettext_lazy("why someone left", "studies")
        SETTLEMENT = "settlement", pgettext_lazy("why someone left", "to settle")
        REFUGE = "refuge", pgettext_lazy("why someone left", "refuge")
        EXPULSION = "expulsion", pgettext_lazy("why someone left", "expulsion")
        RETURN = "return", pgettext_lazy("why someone left", "return")
        HOLIDAY = "holiday", pgettext_lazy("why someone left", "summer at home")
        SPORT = "sport", pgettext_lazy("why someone left", "sport")
        MUSIC = "music", pgettext_lazy("why someone left", "music")
        UNKNOWN = "unknown", pgettext_lazy("why someone left", "reason unknown")

    class Certainty(models.TextChoices):
        DOCUMENTED = "documented", _("documented")
        PROBABLE = "probable", _("probable")
        DISPUTED = "disputed", _("disputed")

    journey = ParentalKey(Journey, on_delete=models.CASCADE, related_name="legs")
    from_place = models.ForeignKey(
        "collection.Place", verbose_name=_("from"), on_delete=models.PROTECT, related_name="legs_from"
    )
    to_place = models.ForeignKey(
        "collection.Place", verbose_name=_("to"), on_delete=models.PROTECT, related_name="legs_to"
    )
    date = EDTFField(_("date"))
    mode = models.CharField(_("way of travelling"), max_length=12, choices=Mode, default=Mode.UNKNOWN)
    motive = models.CharField(_("motive"), max_length=12, choices=Motive, default=Motive.UNKNOWN)
    certainty = models.CharField(_("certainty"), max_length=12, choices=Certainty, default=Certainty.DOCUMENTED)
    companions = models.CharField(_("companions"), max_length=200, blank=True)
    documents = StreamField(
        [("artefact", SnippetChooserBlock("collection.Artefact", label=_("Artefact")))],
        verbose_name=_("papers carried"),
        blank=True,
        use_json_field=True,
    )
    source = models.CharField(_("source"), max_length=400, help_text=_("Who says so: book and page, archive, address."))
    note_fr = models.CharField(_("note, French"), max_length=400, blank=True)
    note_ar = models.CharField(_("note, Arabic"), max_length=400, blank=True)
    note_en = models.CharField(_("note, English"), max_length=400, blank=True)
    note_zgh = models.CharField(_("note, Tamazight"), max_length=400, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("from_place"), FieldPanel("to_place"), FieldPanel("date")]),
        FieldRowPanel([FieldPanel("mode"), FieldPanel("motive"), FieldPanel("certainty")]),
        FieldPanel("companions"),
        FieldPanel("documents"),
        FieldPanel("source"),
        FieldPanel("note_fr"),
        FieldPanel("note_ar"),
        FieldPanel("note_en"),
        FieldPanel("note_zgh"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("leg")

    def __str__(self):
        return f"{self.from_place} – {self.to_place}"

    @property
    def carried_ids(self) -> list[int]:
        """The primary keys of the artefacts that were carried."""
        return [block["value"] for block in self.documents.raw_data]

    @property
    def date_phrase(self) -> str:
        """The date in the reader's language."""
        return phrase(self.date)

    def note(self) -> tuple[str, str]:
        """(note, language tag) that serves the reader best; maybe empty."""
        for code in fallbacks(current_language()):
            if text := getattr(self, f"note_{code}", ""):
                return text, code
        return "", current_language()


def public_legs(journey_id: int | None) -> list[Leg]:
    """The legs of a published journey in order; none where there is no such journey."""
    return list(Leg.objects.filter(journey=journey_id, journey__live=True)) if journey_id else []


def chosen_by(legs: list[Leg]) -> list[tuple[type, int]]:
    """Pairs (model, primary key) of the places and artefacts that legs name, to be fetched together."""
    ends = [(Place, pk) for leg in legs for pk in (leg.from_place_id, leg.to_place_id)]
    return ends + [(Artefact, pk) for leg in legs for pk in leg.carried_ids]


def with_what_they_show(legs: list[Leg], found: dict[type, dict]) -> list[Leg]:
    """The legs with their ends and what was ``carried``, taken from what was fetched; those to or from a place that is
    not published are passed over."""
    places, artefacts = (
        {pk: thing for pk, thing in found.get(model, {}).items() if thing.live} for model in (Place, Artefact)
    )
    shown = [leg for leg in legs if leg.from_place_id in places and leg.to_place_id in places]
    for leg in shown:
        leg.from_place, leg.to_place = places[leg.from_place_id], places[leg.to_place_id]
        leg.carried = [artefacts[pk] for pk in leg.carried_ids if pk in artefacts]
    return shown
