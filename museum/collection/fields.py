"""A place in the forms of the admin: typed by any of its names, in any script, with suggestions."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.utils import flatatt
from django.template.loader import render_to_string
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from museum.collection.gazetteer import LONGEST, find_places, place_called
from museum.collection.models import Place


class PlaceInput(forms.Widget):
    """A text field for the name and a hidden one for the key of the place that was chosen from the suggestions
    (static/js/admin/places.js).

    What was typed counts where it is no name of that place: a browser without scripts sends the old key.
    """

    template_name = "collection/admin/place_input.html"

    def get_context(self, name, value, attrs):
        """``value`` is a place, its key, or what somebody typed that names none."""
        context = super().get_context(name, value, attrs)
        place = value if isinstance(value, Place) else None
        if place is None and str(value or "").isdigit():
            place = Place.objects.prefetch_related("names").filter(pk=value).first()
        context["widget"] |= {
            "key": place.pk if place else "",
            "text": str(place) if place else value or "",
            "attributes": flatatt(context["widget"]["attrs"]),
            "longest": LONGEST,
        }
        return context

    def render(self, name, value, attrs=None, renderer=None):
        """Wagtail's forms are rendered with templates of the project."""
        return render_to_string(self.template_name, self.get_context(name, value, attrs))

    def value_from_datadict(self, data, files, name):
        """The key of the chosen place, else what was typed."""
        text, key = (data.get(name) or "").strip(), data.get(f"{name}-key") or ""
        if text.isdigit() or (key.isdigit() and _is_called(key, text)):
            return key or text
        return text

    def value_omitted_from_data(self, data, files, name):
        return name not in data


def _is_called(key: str, text: str) -> bool:
    place = Place.objects.prefetch_related("names").filter(pk=key).first() if len(key) < 12 else None
    return place is not None and text in {place.slug, str(place), *(name.text for name in place.names.all())}


class PlaceField(forms.ModelChoiceField):
    """Any place of the catalogue, published or not, by its key or by a name that it bears."""

    widget = PlaceInput

    def to_python(self, value):
        """The place; a ``ValidationError`` that names the nearest ones where nothing is called so."""
        if value in self.empty_values or isinstance(value, Place) or str(value).isdigit():
            return super().to_python(value)
        if place := place_called(value, drafts=True):
            return place
        near = dict.fromkeys(match.name.text for match in find_places(value, limit=3, drafts=True))
        message = _("No place is called “%(text)s”.")
        if near:
            message = format_lazy("{} {}", message, _("Did you mean: %(near)s?"))
        comma = pgettext("between two facts", ", ")
        raise ValidationError(message, params={"text": value[:LONGEST], "near": comma.join(near)}, code="unknown_place")


class PlaceKey(models.ForeignKey):
    """A key to a place whose form field is typed. To migrations it is a plain foreign key."""

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.ForeignKey", args, kwargs

    def formfield(self, **kwargs):
        """Wagtail's chooser, which it hands in as the widget, gives way."""
        return super().formfield(**kwargs | {"form_class": PlaceField, "widget": PlaceInput})
