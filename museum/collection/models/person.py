"""Persons, families and institutions, as authorities: one record whatever the spelling."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField

from museum.collection.models.base import Name, NamedRecord, Words
from museum.core.blocks import RICH_TEXT_FEATURES
from museum.core.dates import EDTFField, phrase


class Person(NamedRecord):
    """A person, a family or group, or an institution."""

    class Kind(models.TextChoices):
        PERSON = "person", _("person")
        FAMILY = "family", _("family or group")
        INSTITUTION = "institution", _("institution")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.PERSON)
    born = EDTFField(_("born or founded"))
    died = EDTFField(_("died or dissolved"))
    places = ParentalManyToManyField("collection.Place", verbose_name=_("places"), blank=True, related_name="persons")
    themes = ParentalManyToManyField("collection.Theme", verbose_name=_("themes"), blank=True, related_name="persons")
    wikidata = models.CharField(_("Wikidata"), max_length=20, blank=True, help_text="Q…")

    url_name = "collection:person"

    panels = [
        InlinePanel("names", heading=_("Names"), label=_("Name"), min_num=1),
        InlinePanel("texts", heading=_("Biography"), label=_("Words in one language")),
        MultiFieldPanel(
            [FieldPanel("kind"), FieldRowPanel([FieldPanel("born"), FieldPanel("died")])], heading=_("Who")
        ),
        MultiFieldPanel([FieldPanel("places"), FieldPanel("themes")], heading=_("Belongs to")),
        MultiFieldPanel([FieldPanel("slug"), FieldPanel("wikidata")], heading=_("Identifiers")),
        FieldPanel("sources"),
        FieldPanel("is_demonstration"),
    ]

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("persons")
        ordering = ["slug"]

    @property
    def born_phrase(self) -> str:
        return phrase(self.born)

    @property
    def died_phrase(self) -> str:
        return phrase(self.died)


class PersonName(Name):
    """One name of a person, in one language, script, kind and period."""

    person = ParentalKey(Person, on_delete=models.CASCADE, related_name="names")

    class Meta:
        verbose_name = _("name")


class PersonText(Words):
    """What the museum says of a person, in one language."""

    person = ParentalKey(Person, on_delete=models.CASCADE, related_name="texts")
    biography = RichTextField(_("biography"), features=RICH_TEXT_FEATURES)

    class Meta:
        verbose_name = _("words")
        constraints = [models.UniqueConstraint(fields=["person", "language"], name="person_one_text_a_language")]
