"""Official statistics: series with definition, source and licence, and the flows that a curator loads into them.

They stand apart from journeys everywhere. A flow is never shown without its series; its number only where nobody in a
small group would be known by it (stories.routes.withholding).
"""

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel
from wagtail.models import DraftStateMixin, LockableMixin, RevisionMixin, WorkflowMixin
from wagtail.search import index

from museum.core.dates import EDTFField, phrase
from museum.core.models import DemonstrationMixin, LanguageFieldsMixin
from museum.core.readiness import Check, PublicationGate
from museum.core.rights import RIGHTS_CHOICES, STATEMENTS, RightsStatement
from stories.models.journey import Leg


class StatisticSeries(
    PublicationGate,
    LanguageFieldsMixin,
    DemonstrationMixin,
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    index.Indexed,
    ClusterableModel,
):
    """Numbers of one kind from one source: what is counted, by whom, when, and who may use them."""

    slug = models.SlugField(_("address"), max_length=120, unique=True)
    title_fr = models.CharField(_("title, French"), max_length=200, blank=True)
    title_ar = models.CharField(_("title, Arabic"), max_length=200, blank=True)
    title_en = models.CharField(_("title, English"), max_length=200, blank=True)
    title_zgh = models.CharField(_("title, Tamazight"), max_length=200, blank=True)
    definition_fr = models.TextField(_("definition, French"), max_length=600, blank=True)
    definition_ar = models.TextField(_("definition, Arabic"), max_length=600, blank=True)
    definition_en = models.TextField(_("definition, English"), max_length=600, blank=True)
    definition_zgh = models.TextField(_("definition, Tamazight"), max_length=600, blank=True)
    period = EDTFField(_("year or years"))
    source = models.CharField(
        _("source"),
        max_length=400,
        blank=True,
        help_text=_("Who counted and where it is published, as one would cite it."),
    )
    source_url = models.URLField(_("address of the source"), max_length=500, blank=True)
    rights = models.CharField(_("licence"), max_length=200, choices=RIGHTS_CHOICES, blank=True)
    updated_at = models.DateTimeField(auto_now=True)

    #: The rows that lists in the admin fetch along.
    words_relation = "batches"

    search_fields = [
        index.SearchField("title_fr"),
        index.SearchField("title_ar"),
        index.SearchField("title_en"),
        index.AutocompleteField("title_fr"),
        index.FilterField("live"),
        index.FilterField("is_demonstration"),
    ]
    panels = [
        HelpPanel(template="stories/admin/series_help.html", heading=_("The numbers")),
        MultiFieldPanel([FieldPanel(f"title_{code}") for code in ("fr", "ar", "en", "zgh")], heading=_("Title")),
        MultiFieldPanel(
            [FieldPanel(f"definition_{code}") for code in ("fr", "ar", "en", "zgh")], heading=_("What is counted")
        ),
        FieldPanel("period"),
        MultiFieldPanel(
            [FieldPanel("source"), FieldPanel("source_url"), FieldPanel("rights")], heading=_("Where it comes from")
        ),
        FieldPanel("slug"),
        FieldPanel("is_demonstration"),
    ]

    class Meta:
        verbose_name = _("statistical series")
        verbose_name_plural = _("statistical series")
        ordering = ["slug"]

    def __str__(self):
        return self.words("title")[0] or self.slug

    @property
    def title(self) -> str:
        """What it is called, for a form that makes an address of it."""
        return self.title_fr or self.title_en or self.title_ar

    @property
    def period_phrase(self) -> str:
        """When was counted, in the reader's language."""
        return phrase(self.period)

    @property
    def licence(self) -> RightsStatement | None:
        """What may be done with the numbers."""
        return STATEMENTS.get(self.rights)

    @cached_property
    def said_title(self) -> tuple[str, str]:
        """(title, language tag) for the reader."""
        return self.words("title")

    @cached_property
    def said_definition(self) -> tuple[str, str]:
        """(definition, language tag) for the reader."""
        return self.words("definition")

    def readiness(self) -> list[Check]:
        """A series needs a title, a definition, years, a source and a licence; no number stands without them."""
        found = super().readiness()
        wanted = (
            ("title_fr", self.words("title")[0], _("Write the title in at least one language.")),
            (
                "definition_fr",
                self.words("definition")[0],
                _("Say what is counted: by nationality, by birth, by origin."),
            ),
            ("period", self.period, _("Say for which year or years it was counted.")),
            ("source", self.source.strip(), _("Name the source.")),
            ("rights", self.rights, _("Choose the licence of the numbers.")),
        )
        return found + [Check(field, str(words), field) for field, value, words in wanted if not value]


class Flow(models.Model):
    """One number of a series: so many persons from a place to a place in a year or period."""

    series = models.ForeignKey(StatisticSeries, on_delete=models.CASCADE, related_name="flows")
    from_place = models.ForeignKey("collection.Place", on_delete=models.PROTECT, related_name="flows_from")
    to_place = models.ForeignKey("collection.Place", on_delete=models.PROTECT, related_name="flows_to")
    date = EDTFField(_("year or period"))
    motive = models.CharField(_("motive"), max_length=12, choices=Leg.Motive, blank=True)
    number = models.PositiveIntegerField(_("number"), validators=[MinValueValidator(1)])
    number_to = models.PositiveIntegerField(_("number, up to"), null=True, blank=True)
    is_estimate = models.BooleanField(_("estimate"), default=False)
    #: Follows from the numbers of the whole series; kept in step by ``withhold``.
    is_withheld = models.BooleanField(default=False, editable=False)

    class Meta:
        verbose_name = _("flow")
        ordering = ["series", "from_place", "to_place", "date", "motive"]
        constraints = [
            models.UniqueConstraint(
                fields=["series", "from_place", "to_place", "date", "motive"], name="flow_one_a_cell"
            )
        ]

    def __str__(self):
        return f"{self.from_place} – {self.to_place}, {self.date}"


class FlowBatch(models.Model):
    """One spreadsheet that was read: checked first, then applied, then perhaps undone. It remembers what it changed."""

    class State(models.TextChoices):
        CHECKED = "checked", _("checked, not loaded")
        APPLIED = "applied", _("loaded")
        UNDONE = "undone", _("undone")

    series = models.ForeignKey(StatisticSeries, on_delete=models.CASCADE, related_name="batches")
    file_name = models.CharField(max_length=200)
    state = models.CharField(max_length=8, choices=State, default=State.CHECKED)
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    #: The good rows, each as the values of a flow by field name.
    rows = models.JSONField(default=list)
    #: [line, what is in it, what is wrong with it] of the others.
    problems = models.JSONField(default=list)
    #: After loading: [key of the cell, values before or null, values after].
    changes = models.JSONField(default=list)

    class Meta:
        ordering = ["-pk"]

    def __str__(self):
        return self.file_name
