"""Artefacts: fields named after the Spectrum standard's units of information.

https://collectionstrust.org.uk/spectrum/information-requirements/
"""

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable
from wagtail.search import index

from museum.collection.models.base import Record, Words
from museum.core.blocks import RICH_TEXT_FEATURES
from museum.core.dates import EDTFField, phrase
from museum.core.languages import fallbacks
from museum.core.readiness import Check, image_checks
from museum.core.rights import RightsField, RightsStatement, statement_for


class ObjectName(Record):
    """What kind of thing an artefact is ("suitcase"): one term with its label in each language."""

    aat = models.URLField(_("AAT address"), blank=True, help_text=_("http://vocab.getty.edu/aat/…"))

    #: A word has no page of its own to be previewed.
    preview_modes: list = []

    panels = [
        InlinePanel("texts", heading=_("Labels"), label=_("Label in one language"), min_num=1),
        FieldPanel("slug"),
        FieldPanel("aat"),
        FieldPanel("is_demonstration"),
    ]

    class Meta:
        verbose_name = _("object name")
        verbose_name_plural = _("object names")
        ordering = ["slug"]

    def get_absolute_url(self) -> str:
        """The collection, narrowed to this kind of thing."""
        return f"{reverse('collection:index')}?object={self.slug}"


class ObjectNameText(Words):
    """The label of an object name in one language."""

    object_name = ParentalKey(ObjectName, on_delete=models.CASCADE, related_name="texts")
    label = models.CharField(_("label"), max_length=120)

    class Meta:
        verbose_name = _("label")
        constraints = [
            models.UniqueConstraint(fields=["object_name", "language"], name="object_name_one_label_a_language")
        ]

    @property
    def heading(self) -> str:
        return self.label


class Artefact(Record):
    """A thing in the collection."""

    class AcquisitionMethod(models.TextChoices):
        GIFT = "gift", _("gift")
        LOAN = "loan", _("loan")
        PURCHASE = "purchase", _("purchase")
        BEQUEST = "bequest", _("bequest")
        DIGITAL_COPY = "digital copy", _("digital copy only")
        DIGITAL_REPLICA = "digital replica", _("digital replica")

    object_number = models.CharField(
        _("object number"),
        max_length=60,
        unique=True,
        help_text=_("Unique, and for ever: its public address is made of it."),
    )
    object_name = models.ForeignKey(
        ObjectName,
        verbose_name=_("object name"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="artefacts",
    )
    production_date = EDTFField(_("production date"), earliest="earliest", latest="latest", decade="decade")
    earliest = models.DateField(null=True, editable=False, db_index=True)
    latest = models.DateField(null=True, editable=False)
    decade = models.SmallIntegerField(null=True, editable=False)
    production_place = models.ForeignKey(
        "collection.Place",
        verbose_name=_("production place"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="artefacts_produced",
    )
    themes = ParentalManyToManyField("collection.Theme", verbose_name=_("themes"), blank=True, related_name="artefacts")
    collection_sets = ParentalManyToManyField(
        "collection.CollectionSet", verbose_name=_("collection sets"), blank=True, related_name="artefacts"
    )
    acquisition_method = models.CharField(_("acquisition method"), max_length=20, choices=AcquisitionMethod, blank=True)
    acquisition_date = EDTFField(_("acquisition date"))
    rights = RightsField()

    url_name = "collection:artefact"

    search_fields = Record.search_fields + [
        index.SearchField("object_number", boost=4),
        index.AutocompleteField("object_number"),
        index.FilterField("object_name"),
        index.FilterField("earliest"),
    ]
    panels = [
        MultiFieldPanel([FieldPanel("object_number"), FieldPanel("object_name")], heading=_("Identification")),
        InlinePanel("texts", heading=_("Title and texts"), label=_("Words in one language"), min_num=1),
        InlinePanel(
            "media",
            heading=_("Images, recordings, documents, 3D models"),
            label=_("Medium"),
            help_text=_("The first image stands for the artefact everywhere."),
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("production_date"), FieldPanel("production_place")])], heading=_("Production")
        ),
        InlinePanel("dimensions", heading=_("Dimensions"), label=_("Dimension")),
        InlinePanel("associated_places", heading=_("Associated places"), label=_("Place")),
        InlinePanel("associated_persons", heading=_("Associated persons"), label=_("Person")),
        MultiFieldPanel([FieldPanel("themes"), FieldPanel("collection_sets")], heading=_("Belongs to")),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("acquisition_method"), FieldPanel("acquisition_date")]), FieldPanel("rights")],
            heading=_("Acquisition and rights"),
        ),
        FieldPanel("sources"),
        MultiFieldPanel([FieldPanel("slug"), FieldPanel("is_demonstration")], heading=_("Address and mark")),
    ]

    class Meta:
        verbose_name = _("artefact")
        verbose_name_plural = _("artefacts")
        ordering = ["object_number"]
        indexes = [
            models.Index(fields=["live", "object_number"], name="artefact_live_number"),
            models.Index(fields=["live", "object_name"], name="artefact_live_name"),
            models.Index(fields=["live", "earliest"], name="artefact_live_earliest"),
            models.Index(fields=["live", "decade"], name="artefact_live_decade"),
        ]

    def full_clean(self, *args, **kwargs):
        """A new record takes its address from its object number."""
        if not self.slug and self.object_number:
            self.slug = slugify(self.object_number.replace(".", "-").replace("/", "-"))
        super().full_clean(*args, **kwargs)

    def all_words(self) -> list[str]:
        words = [self.object_number]
        for text in self.texts.all():
            words += [text.title, text.brief_description, text.material, text.technique, text.credit_line]
        if self.object_name:
            words += [label.label for label in self.object_name.texts.all()]
        return words

    @property
    def date_phrase(self) -> str:
        """The production date in the reader's language."""
        return phrase(self.production_date)

    @property
    def rights_statement(self) -> RightsStatement | None:
        return statement_for(self.rights)

    @cached_property
    def images(self) -> list:
        """Its images in order, without those that were withdrawn."""
        return [m.image for m in self.media.all() if m.image_id and not m.image.withdrawn]

    @cached_property
    def recordings(self) -> list:
        """Its published recordings in order."""
        return [m.recording for m in self.media.all() if m.recording_id and m.recording.live]

    @cached_property
    def documents(self) -> list:
        """Its documents in order."""
        return [medium.document for medium in self.media.all() if medium.document_id]

    @cached_property
    def models_3d(self) -> list:
        """Its 3D models in order."""
        return [medium.model_3d for medium in self.media.all() if medium.model_3d_id]

    @property
    def image(self):
        """The image that stands for it, or ``None``."""
        return self.images[0] if self.images else None

    def readiness(self) -> list[Check]:
        """An artefact needs rights, and images with alternative text in each language it is written in."""
        found = super().readiness()
        if not self.rights:
            found.append(Check("rights", str(_("Choose a rights statement.")), "rights"))
        if not self.images:
            found.append(Check("image", str(_("Add an image.")), "media", blocking=False))
        languages = {text.language for text in self.texts.all()} & set(fallbacks())
        for image in self.images:
            for language in sorted(languages):
                found += image_checks(image, language, "media")
        return list(dict.fromkeys(found))


class ArtefactText(Words):
    """The words of an artefact in one language."""

    artefact = ParentalKey(Artefact, on_delete=models.CASCADE, related_name="texts")
    title = models.CharField(_("title"), max_length=200)
    brief_description = models.TextField(
        _("brief description"), blank=True, help_text=_("One or two sentences: what one sees.")
    )
    story = RichTextField(
        _("tale"), blank=True, features=RICH_TEXT_FEATURES, help_text=_("Why it matters; what it did, for whom.")
    )
    material = models.CharField(_("material"), max_length=200, blank=True)
    technique = models.CharField(_("technique"), max_length=200, blank=True)
    credit_line = models.CharField(_("credit line"), max_length=300, blank=True)
    content_advisory = models.CharField(_("content advisory"), max_length=300, blank=True)

    panels = [
        FieldPanel("language"),
        FieldPanel("title"),
        FieldPanel("brief_description"),
        FieldPanel("story"),
        FieldRowPanel([FieldPanel("material"), FieldPanel("technique")]),
        FieldPanel("credit_line"),
        FieldPanel("content_advisory"),
    ]

    class Meta:
        verbose_name = _("words")
        constraints = [models.UniqueConstraint(fields=["artefact", "language"], name="artefact_one_text_a_language")]

    @property
    def heading(self) -> str:
        return self.title


class ArtefactMedium(Orderable):
    """An image, a recording, a document or a 3D model of an artefact; exactly one of the four."""

    artefact = ParentalKey(Artefact, on_delete=models.CASCADE, related_name="media")
    image = models.ForeignKey(
        "assets.MuseumImage", verbose_name=_("image"), null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    recording = models.ForeignKey(
        "assets.Recording",
        verbose_name=_("recording"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
    )
    document = models.ForeignKey(
        "assets.MuseumDocument",
        verbose_name=_("document"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
    )
    model_3d = models.ForeignKey(
        "assets.Model3D",
        verbose_name=_("3D model"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
    )

    class Meta(Orderable.Meta):
        verbose_name = _("medium")

    def clean(self):
        """Exactly one of the four."""
        if sum(bool(pk) for pk in (self.image_id, self.recording_id, self.document_id, self.model_3d_id)) != 1:
            raise ValidationError(_("Choose an image, a recording, a document or a 3D model: exactly one of the four."))


class Dimension(Orderable):
    """A measured dimension with its unit, of the whole or of a named part."""

    class Kind(models.TextChoices):
        HEIGHT = "height", _("height")
        WIDTH = "width", _("width")
        DEPTH = "depth", _("depth")
        LENGTH = "length", _("length")
        DIAMETER = "diameter", _("diameter")
        WEIGHT = "weight", _("weight")
        DURATION = "duration", _("duration")

    class Unit(models.TextChoices):
        MM = "mm", _("mm")
        CM = "cm", _("cm")
        M = "m", _("m")
        G = "g", _("g")
        KG = "kg", _("kg")
        MIN = "min", _("min")

    artefact = ParentalKey(Artefact, on_delete=models.CASCADE, related_name="dimensions")
    dimension = models.CharField(_("dimension"), max_length=12, choices=Kind)
    value = models.DecimalField(_("value"), max_digits=9, decimal_places=2)
    unit = models.CharField(_("unit"), max_length=4, choices=Unit, default=Unit.CM)
    part = models.CharField(_("part"), max_length=80, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("dimension"), FieldPanel("value"), FieldPanel("unit"), FieldPanel("part")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("dimension")


class AssociatedPlace(Orderable):
    """A place of an artefact's life, and what happened there."""

    class Role(models.TextChoices):
        MADE = "made", _("made")
        USED = "used", _("used")
        ORIGIN = "origin", _("left from")
        CROSSING = "crossing", _("crossed")
        DESTINATION = "destination", _("arrived at")
        FOUND = "found", _("found")
        DEPICTED = "depicted", _("depicted")

    artefact = ParentalKey(Artefact, on_delete=models.CASCADE, related_name="associated_places")
    place = models.ForeignKey(
        "collection.Place", verbose_name=_("place"), on_delete=models.CASCADE, related_name="artefact_links"
    )
    role = models.CharField(_("role"), max_length=12, choices=Role, default=Role.USED)
    date = EDTFField(_("date"))

    class Meta(Orderable.Meta):
        verbose_name = _("associated place")


class AssociatedPerson(Orderable):
    """A person of an artefact's life, and their part in it."""

    class Role(models.TextChoices):
        MAKER = "maker", _("maker")
        OWNER = "owner", _("owner")
        USER = "user", _("user")
        GIVER = "giver", _("giver")
        DEPICTED = "depicted", _("depicted")
        SUBJECT = "subject", _("subject")

    artefact = ParentalKey(Artefact, on_delete=models.CASCADE, related_name="associated_persons")
    person = models.ForeignKey(
        "collection.Person", verbose_name=_("person"), on_delete=models.CASCADE, related_name="artefact_links"
    )
    role = models.CharField(_("role"), max_length=12, choices=Role, default=Role.SUBJECT)

    class Meta(Orderable.Meta):
        verbose_name = _("associated person")
