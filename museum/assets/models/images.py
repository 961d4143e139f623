"""Images: private originals, public renditions, their words in each language."""

from django.core.files.base import ContentFile
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    Image,
    get_upload_to,
)
from wagtail.search import index

from museum.assets.fields import FileSizeField
from museum.assets.image_files import UprightImageField
from museum.assets.metadata import without_location
from museum.assets.models.rights import CreditMixin, private_storage
from museum.assets.names import unguessable
from museum.core.folding import fold
from museum.core.languages import INTERFACE_LANGUAGES
from museum.core.models import DemonstrationMixin, LanguageFieldsMixin


class MuseumImage(LanguageFieldsMixin, CreditMixin, DemonstrationMixin, AbstractImage):
    """An image. The original is private; visitors see renditions."""

    file = UprightImageField(
        verbose_name=_("file"),
        upload_to=get_upload_to,
        width_field="width",
        height_field="height",
        storage=private_storage,
    )
    alt_fr = models.CharField(_("alternative text, French"), max_length=400, blank=True)
    alt_ar = models.CharField(_("alternative text, Arabic"), max_length=400, blank=True)
    alt_en = models.CharField(_("alternative text, English"), max_length=400, blank=True)
    alt_zgh = models.CharField(_("alternative text, Tamazight"), max_length=400, blank=True)
    caption_fr = models.CharField(_("caption, French"), max_length=400, blank=True)
    caption_ar = models.CharField(_("caption, Arabic"), max_length=400, blank=True)
    caption_en = models.CharField(_("caption, English"), max_length=400, blank=True)
    caption_zgh = models.CharField(_("caption, Tamazight"), max_length=400, blank=True)
    width_cm = models.DecimalField(
        _("width shown, in cm"),
        max_digits=8,
        decimal_places=1,
        null=True,
        blank=True,
        help_text=_("The real width of what the picture shows, for the scale bar."),
    )
    withdrawn = models.BooleanField(
        _("withdrawn"),
        default=False,
        help_text=_("Taken back: it disappears from every page at once, and its addresses say that it is gone."),
    )

    admin_form_fields = (
        "title",
        "file",
        "collection",
        "alt_fr",
        "alt_ar",
        "alt_en",
        "alt_zgh",
        "caption_fr",
        "caption_ar",
        "caption_en",
        "caption_zgh",
        "creator",
        "credit",
        "source",
        "rights",
        "width_cm",
        "withdrawn",
        "tags",
        "is_demonstration",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )
    search_fields = Image.search_fields + [
        index.SearchField("folded_words"),
        index.SearchField("credit"),
        index.FilterField("rights"),
        index.FilterField("is_demonstration"),
        index.FilterField("withdrawn"),
    ]

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")
        permissions = [("choose_image", "Can choose image")]

    def get_upload_to(self, filename):
        """Where the original lies: by a name that nobody can guess, and its renditions with it."""
        return super().get_upload_to(unguessable(filename))

    def save(self, *args, **kwargs):
        """Save; a new file first loses the place where it was taken."""
        if self.file and not self.file._committed:
            self._erase_location()
        super().save(*args, **kwargs)

    def _erase_location(self) -> None:
        self.file.open()
        data = self.file.read()
        cleaned = without_location(data)
        if cleaned != data:
            self.file = ContentFile(cleaned, name=self.file.name)
        self.file.seek(0)
        self._set_image_file_metadata()

    def get_rendition(self, filter):
        """A public size of the image; of a withdrawn one none is made, for whatever page or list asks."""
        return self._no_rendition() if self.withdrawn else super().get_rendition(filter)

    def get_renditions(self, *filters):
        """Several public sizes by their specification; of a withdrawn image none is made."""
        if not self.withdrawn:
            return super().get_renditions(*filters)
        return {getattr(filter, "spec", filter): self._no_rendition() for filter in filters}

    def _no_rendition(self):
        """What Wagtail shows of an image whose file is lost: an address where nothing is."""
        rendition = self.get_rendition_model()(image=self, width=0, height=0)
        rendition.file.name = "not-found"
        return rendition

    def folded_words(self) -> str:
        """All its words in every language, as the search folds them."""
        words = [self.title, self.creator, self.source]
        for language in INTERFACE_LANGUAGES:
            words += [self.alt_in(language), self.caption_in(language)]
        return fold(" ".join(words))

    def alt_in(self, language: str) -> str:
        """The alternative text in exactly this language, or an empty string."""
        return getattr(self, f"alt_{language}", "")

    def caption_in(self, language: str) -> str:
        """The caption in exactly this language, or an empty string."""
        return getattr(self, f"caption_{language}", "")

    @property
    def default_alt_text(self) -> str:
        """Wagtail's default for ``<img alt>``: the reader's language, or the nearest."""
        return self.words("alt")[0]


class MuseumRendition(AbstractRendition):
    """A size and format of an image that visitors may fetch."""

    image = models.ForeignKey(MuseumImage, on_delete=models.CASCADE, related_name="renditions")
    byte_size = FileSizeField(of="file")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)
