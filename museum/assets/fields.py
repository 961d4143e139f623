"""Moments of a recording in forms: typed as people write them, kept as seconds. The size of a file, kept beside it."""

import contextlib

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import FieldBlock

from museum.assets.timed_text import seconds, timecode


class MomentField(forms.CharField):
    """A form field for a moment: "12:31" or "1:02:03.5" is typed, seconds come out."""

    default_error_messages = {"moment": _("Write minutes and seconds, as in 12:31 or 12:31.5.")}

    def __init__(self, **kwargs):
        super().__init__(**{"max_length": 20, **kwargs})
        self.widget.attrs |= {"dir": "ltr", "inputmode": "decimal", "autocomplete": "off"}

    def prepare_value(self, value):
        """Seconds as people write them; what was typed stays as it was typed."""
        return timecode(value, tenths=value % 1 != 0) if isinstance(value, int | float) else value

    def clean(self, value):
        """Seconds, or ``None`` where the field may be blank and is."""
        text = super().clean(value)
        if not text:
            return None
        moment = seconds(text)
        if moment is None:
            raise ValidationError(self.error_messages["moment"], code="moment")
        return moment


class MomentBlock(FieldBlock):
    """A moment of a recording inside a stream of blocks; its value is seconds."""

    def __init__(self, required=True, help_text=None, **kwargs):
        self.field_options = {"required": required, "help_text": help_text}
        super().__init__(**kwargs)

    @cached_property
    def field(self):
        """The form field."""
        return MomentField(**self.field_options)

    def value_for_form(self, value):
        """What stands in the input."""
        return self.field.prepare_value(value)

    class Meta:
        icon = "time"


class FileSizeField(models.PositiveIntegerField):
    """How many bytes a file of the same row has, noted when the row is made, so that a page that says it asks no storage.

    ``None`` in rows that are older than the field.
    """

    def __init__(self, of: str = "", **kwargs):
        self.of = of
        super().__init__(**{"null": True, "blank": True, "editable": False, **kwargs})

    def deconstruct(self):
        """``of`` belongs to the code alone."""
        name, path, args, kwargs = super().deconstruct()
        return name, "django.db.models.PositiveIntegerField", args, kwargs

    def pre_save(self, instance, add):
        """The size of a file that is new or was never measured; one that cannot be read stays unmeasured."""
        file = getattr(instance, self.of)
        if file and getattr(instance, self.attname) is None:
            with contextlib.suppress(OSError):
                setattr(instance, self.attname, file.size)
        return super().pre_save(instance, add)
