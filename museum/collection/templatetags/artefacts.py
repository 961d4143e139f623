"""Artefacts in templates."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import pgettext

from museum.core.templatetags.language import interface, lang_attributes, name_of

register = template.Library()


@register.simple_tag
def artefact_facts(artefact, text) -> str:
    """What it is, when it was made and of what, in a line; ``text`` are its words for the reader, if it has any. Walls and
    lists have dozens, so that no template is asked for each."""
    date, material = artefact.date_phrase, text.material if text else ""
    facts = name_of(artefact.object_name)
    if facts and (date or material):
        facts += pgettext("between two facts", ", ")
    if date:
        facts += interface(date)
    if date and material:
        facts += ". "
    if material:
        facts += format_html("<span{}>{}</span>", lang_attributes(text.language), material)
    return mark_safe(facts)  # noqa: S308 (each of them is escaped)
