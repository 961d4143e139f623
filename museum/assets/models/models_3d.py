"""Objects in three dimensions."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.search import index

from museum.assets import gltf
from museum.assets.models.rights import CreditMixin
from museum.assets.validators import validate_model
from museum.core.models import DemonstrationMixin

#: What the three-dimensional engine weighs on the way, compressed: the bar that tests/browser/test_engine.py holds.
ENGINE_BYTES = 150 * 1024


class Model3D(CreditMixin, DemonstrationMixin, index.Indexed, models.Model):
    """A three-dimensional model of an object, as glTF binary in metres.

    https://registry.khronos.org/glTF/specs/2.0/glTF-2.0.html
    """

    title = models.CharField(_("title"), max_length=200)
    file = models.FileField(
        _("file"),
        upload_to="models",
        validators=[validate_model],
        help_text=_("glTF 2.0 binary (.glb) in metres, at most 20 MB and 200,000 triangles."),
    )
    file_size = models.PositiveIntegerField(_("size of the file in bytes"), null=True, editable=False)
    triangles = models.PositiveIntegerField(_("triangles"), null=True, editable=False)

    search_fields = [index.SearchField("title"), index.AutocompleteField("title"), index.FilterField("rights")]
    panels = [
        FieldPanel("title"),
        FieldPanel("file"),
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
        if self.file and (not self.file._committed or self.file_size is None):
            self.file.open()
            self.file_size, self.triangles = self.file.size, gltf.read(self.file.read()).triangles
            self.file.seek(0)
        super().save(*args, **kwargs)

    @property
    def viewing_bytes(self) -> int:
        """What a visitor fetches to turn it: the engine and the file."""
        return ENGINE_BYTES + (self.file_size or 0)
