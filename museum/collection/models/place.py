"""Places: with all their names, where they are, how precisely that is known, and no country required."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField

from museum.collection.models.base import Name, NamedRecord, Words
from museum.core.blocks import RICH_TEXT_FEATURES
from museum.core.countries import country_name


class Place(NamedRecord):
    """A town, region, port or street on the roads of migration."""

    class Kind(models.TextChoices):
        CITY = "city", _("city")
        TOWN = "town", _("town")
        VILLAGE = "village", _("village")
        REGION = "region", _("region")
        COUNTRY = "country", _("country")
        PORT = "port", _("port")
        STREET = "street", _("street or quarter")
        OTHER = "other", _("other")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.TOWN)
    within = models.ForeignKey(
        "self",
        verbose_name=_("lies in"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="places_within",
    )
    country = models.CharField(
        _("country"),
        max_length=2,
        blank=True,
        help_text=_("Two letters of ISO 3166. May stay blank, and does where it is disputed."),
    )
    latitude = models.DecimalField(
        _("latitude"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
    )
    longitude = models.DecimalField(
        _("longitude"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
    )
    precision_km = models.DecimalField(
        _("precision in km"),
        max_digits=6,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
        help_text=_("How far the true point may lie from these coordinates."),
    )
    wikidata = models.CharField(_("Wikidata"), max_length=20, blank=True, help_text="Q…")
    geonames = models.PositiveIntegerField(_("GeoNames"), null=True, blank=True)

    url_name = "collection:place"

    panels = [
        InlinePanel("names", heading=_("Names"), label=_("Name"), min_num=1),
        InlinePanel("texts", heading=_("Description"), label=_("Words in one language")),
        MultiFieldPanel(
            [
                FieldPanel("kind"),
                FieldPanel("within"),
                FieldPanel("country"),
                FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude"), FieldPanel("precision_km")]),
            ],
            heading=_("Where it is"),
        ),
        MultiFieldPanel([FieldPanel("slug"), FieldPanel("wikidata"), FieldPanel("geonames")], heading=_("Identifiers")),
        FieldPanel("sources"),
        FieldPanel("is_demonstration"),
    ]

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        ordering = ["slug"]

    @property
    def country_name(self) -> str:
        """The country's name in the reader's language; empty where none is recorded."""
        return country_name(self.country)


class PlaceName(Name):
    """One name of a place: Port-Lyautey until 1956, Kénitra since."""

    place = ParentalKey(Place, on_delete=models.CASCADE, related_name="names")

    class Meta:
        verbose_name = _("name")


class PlaceText(Words):
    """What the museum says of a place, in one language."""

    place = ParentalKey(Place, on_delete=models.CASCADE, related_name="texts")
    description = RichTextField(_("description"), features=RICH_TEXT_FEATURES)

    class Meta:
        verbose_name = _("words")
        constraints = [models.UniqueConstraint(fields=["place", "language"], name="place_one_text_a_language")]
