"""Objects in three dimensions."""

from django.core.files.base import ContentFile
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from museum.assets import gltf
from museum.assets.blocks import ModelViewStreamBlock
from museum.assets.metadata import without_camera_notes
from museum.assets.models.rights import CreditMixin
from museum.assets.names import Unguessable
from museum.assets.validators import validate_model
from museum.core.models import DemonstrationMixin, LanguageFieldsMixin

#: What the three-dimensional engine weighs on the way, compressed: the bar that tests/browser/test_engine.py holds.
ENGINE_BYTES = 150 * 1024


class Model3D(LanguageFieldsMixin, CreditMixin, DemonstrationMixin, index.Indexed, models.Model):
    """A three-dimensional model of an object, as glTF binary in metres.

    https://registry.khronos.org/glTF/specs/2.0/glTF-2.0.html
    """

    title = models.CharField(_("title"), max_length=200)
    file = models.FileField(
        _("file"),
        upload_to=Unguessable("models"),
        validators=[validate_model],
        help_text=_("glTF 2.0 binary (.glb) in metres, at most 20 MB and 200,000 triangles."),
    )
    description_fr = models.TextField(_("description, French"), max_length=1000, blank=True)
    description_ar = models.TextField(_("description, Arabic"), max_length=1000, blank=True)
    description_en = models.TextField(_("description, English"), max_length=1000, blank=True)
    description_zgh = models.TextField(_("description, Tamazight"), max_length=1000, blank=True)
    views = StreamField(ModelViewStreamBlock(), verbose_name=_("views"), use_json_field=True, blank=True)
    file_size = models.PositiveIntegerField(_("size of the file in bytes"), null=True, editable=False)
    triangles = models.PositiveIntegerField(_("triangles"), null=True, editable=False)

    search_fields = [index.SearchField("title"), index.AutocompleteField("title"), index.FilterField("rights")]
    panels = [
        FieldPanel("title"),
        FieldPanel("file"),
        HelpPanel(template="assets/admin/views_help.html", heading=_("The object, its pictures and its views")),
        FieldPanel("views"),
        MultiFieldPanel(
            [
                FieldPanel("description_fr"),
                FieldPanel("description_ar"),
                FieldPanel("description_en"),
                FieldPanel("description_zgh"),
            ],
            heading=_("What one would see and feel, for who cannot see it"),
        ),
        MultiFieldPanel(
            [FieldPanel("creator"), FieldPanel("credit"), FieldPanel("source"), FieldPanel("rights")],
            heading=_("Rights"),
        ),
        FieldPanel("is_demonstration"),
    ]

    class Meta:
        verbose_name = _("3D model")
        verbose_name_plural = _("3D models")
        ordering = ["title"]

    def __str__(self):
        return self.title

    def save(self, *args, **kwargs):
        """Save; of a new file its size and triangles are noted."""
        is_new = bool(self.file) and not self.file._committed
        if is_new or (self.file and self.file_size is None):
            self.file.open()
            self.file_size, self.triangles = self.file.size, gltf.read(self.file.read()).triangles
            self.file.seek(0)
        if is_new:
            self._blank_notes()
        super().save(*args, **kwargs)
        if is_new:
            self.pictures.all().delete()

    def _blank_notes(self) -> None:
        """Take out what a camera noted in the pictures on the model, in place."""
        data = self.file.read()
        blanked = without_camera_notes(data)
        if blanked != data:
            self.file = ContentFile(blanked, name=self.file.name)
        self.file.seek(0)

    def picture(self, side: str):
        """Its picture from this side (``ModelPicture.Side``), or ``None``."""
        return next((picture for picture in self.pictures.all() if picture.side == side), None)

    @property
    def poster(self):
        """The picture that stands for it before it is turned, or ``None``."""
        return self.picture(ModelPicture.Side.POSTER)

    @property
    def sides(self) -> list:
        """Its four pictures, for who cannot or does not want to turn it; those that were taken."""
        return [picture for side, _label, picture in self.picture_places if picture and side != "poster"]

    @property
    def picture_places(self) -> list[tuple[str, str, object]]:
        """(side, what it is called, picture or ``None``) of every picture that it may have."""
        return [(side, label, self.picture(side)) for side, label in ModelPicture.Side.choices]

    @property
    def viewing_bytes(self) -> int:
        """What a visitor fetches to turn it: the engine and the file."""
        return ENGINE_BYTES + (self.file_size or 0)


class ModelPicture(models.Model):
    """A picture of a 3D model from one side, taken in a curator's browser: the object where nothing turns."""

    class Side(models.TextChoices):
        POSTER = "poster", _("seen at an angle")
        FRONT = "front", _("seen from the front")
        RIGHT = "right", _("seen from its right side")
        BACK = "back", _("seen from the back")
        LEFT = "left", _("seen from its left side")

    model = models.ForeignKey(Model3D, on_delete=models.CASCADE, related_name="pictures")
    side = models.CharField(max_length=8, choices=Side)
    file = models.ImageField(upload_to=Unguessable("models/pictures"), width_field="width", height_field="height")
    width = models.PositiveSmallIntegerField(editable=False)
    height = models.PositiveSmallIntegerField(editable=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["model", "side"], name="assets_model_one_picture_a_side")]

    def __str__(self):
        return f"{self.model}, {self.get_side_display()}"
