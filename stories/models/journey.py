"""Journeys: who went from where to where, leg by leg, with what is known of each and how surely.

A journey is recorded once, for every language and every story that tells it.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import DraftStateMixin, LockableMixin, Orderable, RevisionMixin, WorkflowMixin
from wagtail.search import index

from museum.collection.fields import PlaceKey
from museum.core.addresses import address
from museum.core.chooser_blocks import SnippetChooserBlock
from museum.core.dates import EDTFField
from museum.core.languages import INTERFACE_LANGUAGES
from museum.core.models import DemonstrationMixin, LanguageFieldsMixin, PreviewInLanguagesMixin, RowsAtOnce
from museum.core.readiness import Check, PublicationGate
from stories.journeys.precision import Precision, named_in, names_kept_back

_PRECISION_HELP = _("As precisely as the teller allows; readers, maps and data are told no more.")
_LANGUAGE_PAIRS = (("fr", "ar"), ("en", "zgh"))


class Journey(
    RowsAtOnce,
    PublicationGate,
    DemonstrationMixin,
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    PreviewInLanguagesMixin,
    index.Indexed,
    ClusterableModel,
):
    """A journey in legs. Its page and its data have addresses; its title stays in the admin."""

    title = models.CharField(_("title"), max_length=200, help_text=_("For the admin; readers do not see it."))
    slug = models.SlugField(
        _("address"),
        max_length=120,
        unique=True,
        help_text=_("The last part of its public address: name no place in it that the teller keeps back."),
    )

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
        HelpPanel(template="stories/admin/journey_help.html", heading=_("Working quickly")),
        FieldPanel("slug"),
        FieldPanel("is_demonstration"),
    ]

    class Meta:
        verbose_name = _("journey")
        verbose_name_plural = _("journeys")
        ordering = ["title"]

    def __str__(self):
        return self.title

    def get_absolute_url(self) -> str:
        """Its public page in the reader's language."""
        return address("journeys:journey", self.slug)

    @property
    def full_url(self) -> str:
        """Lets the admin offer "view live"."""
        return self.get_absolute_url()

    def get_preview_template(self, request, mode_name):
        return "stories/journeys/journey.html"

    def get_preview_context(self, request, mode_name):
        return super().get_preview_context(request, mode_name) | {"journey": self}

    def readiness(self) -> list[Check]:
        """A journey needs a leg, a source for each of its legs, and no word that names a place its teller keeps back."""
        found = super().readiness()
        legs = list(self.legs.all())
        if not legs:
            found.append(Check("legs", str(_("Record at least one leg.")), "legs"))
        if any(not leg.source.strip() for leg in legs):
            found.append(Check("source", str(_("Name the source of each leg.")), "legs"))
        names = names_kept_back(legs)
        message = _("“%(name)s” is kept back by its teller, and the %(where)s names it.")
        if name := named_in(self.slug, names):
            found.append(Check("kept-back", message % {"name": name, "where": _("address")}, "slug"))
        for number, leg in enumerate(legs, 1):
            for text in leg.public_texts():
                if name := named_in(text, names):
                    where = _("text of leg %(number)s") % {"number": number}
                    found.append(Check("kept-back", message % {"name": name, "where": where}, "legs"))
        return found


class Leg(LanguageFieldsMixin, Orderable):
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
    from_place = PlaceKey(
        "collection.Place", verbose_name=_("from"), on_delete=models.PROTECT, related_name="legs_from"
    )
    to_place = PlaceKey("collection.Place", verbose_name=_("to"), on_delete=models.PROTECT, related_name="legs_to")
    from_precision = models.CharField(
        _("told of it"), max_length=10, choices=Precision, default=Precision.EXACT, help_text=_PRECISION_HELP
    )
    to_precision = models.CharField(
        _("told of it"), max_length=10, choices=Precision, default=Precision.EXACT, help_text=_PRECISION_HELP
    )
    date = EDTFField(_("date"))
    mode = models.CharField(_("way of travelling"), max_length=12, choices=Mode, default=Mode.UNKNOWN)
    motive = models.CharField(_("motive"), max_length=12, choices=Motive, default=Motive.UNKNOWN)
    certainty = models.CharField(_("certainty"), max_length=12, choices=Certainty, default=Certainty.DOCUMENTED)
    documents = StreamField(
        [("artefact", SnippetChooserBlock("collection.Artefact", label=_("Artefact")))],
        verbose_name=_("papers carried"),
        blank=True,
        use_json_field=True,
    )
    source = models.CharField(_("source"), max_length=400, help_text=_("Who says so: book and page, archive, address."))
    companions_fr = models.CharField(_("companions, French"), max_length=200, blank=True)
    companions_ar = models.CharField(_("companions, Arabic"), max_length=200, blank=True)
    companions_en = models.CharField(_("companions, English"), max_length=200, blank=True)
    companions_zgh = models.CharField(_("companions, Tamazight"), max_length=200, blank=True)
    note_fr = models.CharField(_("note, French"), max_length=400, blank=True)
    note_ar = models.CharField(_("note, Arabic"), max_length=400, blank=True)
    note_en = models.CharField(_("note, English"), max_length=400, blank=True)
    note_zgh = models.CharField(_("note, Tamazight"), max_length=400, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("from_place"), FieldPanel("to_place")]),
        FieldRowPanel([FieldPanel("from_precision"), FieldPanel("to_precision")]),
        FieldRowPanel([FieldPanel("date"), FieldPanel("mode")]),
        FieldRowPanel([FieldPanel("motive"), FieldPanel("certainty")]),
        FieldPanel("source"),
        FieldPanel("documents"),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel(f"companions_{code}") for code in pair]) for pair in _LANGUAGE_PAIRS],
            heading=_("Companions"),
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel(f"note_{code}") for code in pair]) for pair in _LANGUAGE_PAIRS],
            heading=_("Notes"),
        ),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("leg")

    def __str__(self):
        return f"{self.from_place} – {self.to_place}"

    @property
    def carried_ids(self) -> list[int]:
        """The primary keys of the artefacts that were carried."""
        return [block["value"] for block in self.documents.raw_data]

    def public_texts(self) -> list[str]:
        """What somebody wrote in it that readers see."""
        kinds = [getattr(self, f"{kind}_{code}") for kind in ("companions", "note") for code in INTERFACE_LANGUAGES]
        return [self.source, *filter(None, kinds)]
