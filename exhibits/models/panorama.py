"""Panoramas: a place to stand in, as one picture all round, with an ordered list of what is to be found there."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from exhibits.blocks import FindStreamBlock
from museum.assets.models import MuseumImage
from museum.assets.models.models_3d import ENGINE_BYTES
from museum.assets.renditions import Textures, textures_of
from museum.assets.sizes import PANORAMA_SPECS
from museum.collection.prefetch import fetch_shown, published_themes_of
from museum.core.blocks import RICH_TEXT_FEATURES
from museum.core.models import BasePage
from museum.core.readiness import Check, image_checks


class PanoramaPage(BasePage):
    """A place all round, in equirectangular projection: twice as wide as high, the horizon at half its height."""

    panorama = models.ForeignKey(
        "assets.MuseumImage",
        verbose_name=_("panorama"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The whole place in one picture, twice as wide as high, 4096 pixels wide or more."),
    )
    first_yaw = models.FloatField(
        _("looking first, degrees to the right"),
        default=0,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
        help_text=_("Where one looks on entering, from the middle of the picture: -180 to 180."),
    )
    text = RichTextField(_("text"), blank=True, features=RICH_TEXT_FEATURES, help_text=_("60 to 120 words."))
    finds = StreamField(FindStreamBlock(), verbose_name=_("what is to be found"), use_json_field=True, blank=True)
    themes = ParentalManyToManyField("collection.Theme", verbose_name=_("themes"), blank=True, related_name="panoramas")

    parent_page_types = ["exhibits.ExhibitIndexPage"]
    subpage_types: list[str] = []
    needs_lead_image = True
    schema_type = "CreativeWork"

    content_panels = [
        HelpPanel(template="exhibits/admin/panorama_help.html", heading=_("How to make a panorama")),
        *BasePage.content_panels,
        MultiFieldPanel([FieldPanel("panorama"), FieldPanel("first_yaw"), FieldPanel("text")], heading=_("The place")),
        FieldPanel("finds"),
        FieldPanel("themes"),
        *BasePage.source_panels,
    ]
    search_fields = BasePage.search_fields + [index.SearchField("text"), index.SearchField("finds")]

    class Meta:
        verbose_name = _("panorama")
        verbose_name_plural = _("panoramas")

    def clean(self):
        """A panorama is twice as wide as high."""
        super().clean()
        if self.panorama and abs(self.panorama.width - 2 * self.panorama.height) > 2:
            raise ValidationError(
                {
                    "panorama": _("A panorama is twice as wide as high; this picture is %(width)d × %(height)d.")
                    % {"width": self.panorama.width, "height": self.panorama.height}
                }
            )

    @cached_property
    def _fetched(self) -> dict:
        """The two pictures by their keys, in the same queries as everything that the finds open."""
        also = [(MuseumImage, pk) for pk in (self.lead_image_id, self.panorama_id)]
        return fetch_shown(self.finds, also, page=self).get(MuseumImage, {})

    @cached_property
    def textures(self) -> Textures | None:
        """The panorama in the two sizes in which it is stood in."""
        return textures_of(self.panorama, PANORAMA_SPECS) if self.panorama else None

    @property
    def picture_specs(self) -> dict[int, tuple[str, ...]]:
        """Sizes that are made besides those of every picture (museum.assets.renditions), by the image's key."""
        return {self.panorama_id: PANORAMA_SPECS} if self.panorama_id else {}

    @property
    def viewing_bytes(self) -> int:
        """What a visitor fetches to stand in it: the engine and the lighter picture."""
        return ENGINE_BYTES + (self.textures.bytes if self.textures else 0)

    @cached_property
    def shown_themes(self) -> list:
        """Its published themes."""
        return published_themes_of(self)

    def readiness(self) -> list[Check]:
        """A panorama needs its picture, a text and something to find."""
        found = super().readiness()
        if not self.panorama_id:
            found.append(Check("panorama", str(_("Choose the panorama.")), "panorama"))
        found += image_checks(self.panorama, self.language, "panorama")
        if not self.text.strip():
            found.append(Check("text", str(_("Write the text.")), "text"))
        if not len(self.finds):
            found.append(Check("finds", str(_("Name something to find.")), "finds"))
        return found

    def get_context(self, request, *args, **kwargs):
        self.lead_image = self._fetched.get(self.lead_image_id)
        self.panorama = self._fetched.get(self.panorama_id)
        return super().get_context(request, *args, **kwargs)
