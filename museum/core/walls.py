"""The colours of the museum's walls; the style sheet knows each by ``wall--<value>``."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class WallColour(models.TextChoices):
    """Named after what the subject owns: pigments, tiles, spices, stone."""

    INDIGO = "indigo", _("Indigo")
    ZELLIGE = "zellige", _("Zellige green")
    MADDER = "madder", _("Madder")
    SAFFRON = "saffron", _("Saffron")
    SLATE = "slate", _("Slate")
    CLAY = "clay", _("Clay")
    SEA = "sea", _("Sea")
    PLUM = "plum", _("Plum")
