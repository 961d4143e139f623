"""What the head of a document tells machines, and the citation that a reader copies."""

import json

from django import template
from django.utils.html import strip_tags
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from wagtail.models import Page

from museum.core.languages import current_language
from museum.feeds.addresses import (
    alternates_of_page,
    alternates_of_path,
    alternates_of_record,
    default_of,
)
from museum.feeds.structured_data import describe, image_url

register = template.Library()

#: schema.org language tags with their Open Graph locales (https://ogp.me/#optional).
_OG_LOCALES = {"fr": "fr_MA", "ar": "ar_MA", "en": "en_GB", "zgh": "zgh_MA"}


@register.inclusion_tag("feeds/document_head.html", takes_context=True)
def document_head(context, title: str = "", description: str = ""):
    """Canonical and alternate addresses, Open Graph card and JSON-LD of ``page`` or ``record`` in the context.

    A view that shows a part of a record gives ``card_description``, what a shared link quotes, and ``card_query``, so
    that the link stays one to that part.
    """
    request = context.get("request")
    thing = context.get("page") or context.get("record")
    if request is None or getattr(request, "is_preview", False):
        return {}
    absolute = request.build_absolute_uri
    if isinstance(thing, Page):
        alternates, path = alternates_of_page(thing, request), thing.get_url(request) or request.path
        image, description = thing.shown_image, thing.search_description or thing.summary
        title = thing.seo_title or thing.title
    elif thing is not None:
        alternates, path = alternates_of_record(thing), thing.get_absolute_url()
        image, description, title = getattr(thing, "image", None), _description_of(thing) or description, str(thing)
    else:
        alternates, path, image = alternates_of_path(request.path), request.path, None
    description = context.get("card_description") or description
    graph = describe(thing, absolute, alternates) if thing is not None else {}
    return {
        "title": title,
        "description": description,
        "canonical": absolute(path),
        "shared": absolute(path) + (context.get("card_query") or ""),
        "alternates": [(code, absolute(url)) for code, url in alternates.items()],
        "default": absolute(default_of(alternates)) if alternates else "",
        "image": image_url(image, absolute),
        "image_alt": image.words("alt")[0] if image else "",
        "locale": _OG_LOCALES[current_language()],
        "other_locales": [_OG_LOCALES[code] for code in alternates if code != current_language()],
        "kind": "article" if getattr(thing, "schema_type", "") == "Article" else "website",
        "json_ld": mark_safe(_script_safe(graph)) if graph else "",  # noqa: S308 (escaped for a script element)
        "language": current_language(),
    }


def _script_safe(graph: dict) -> str:
    text = json.dumps(graph, ensure_ascii=False)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _description_of(record) -> str:
    text = record.text_in()
    for name in ("brief_description", "description"):
        if value := getattr(text, name, ""):
            return strip_tags(value)
    described = record.description_in() if hasattr(record, "description_in") else None
    return strip_tags(getattr(described, "description", "") or getattr(described, "biography", ""))


@register.simple_tag(takes_context=True)
def citation(context, thing) -> dict:
    """``{text, url}``: how to cite a page or record, with its permanent address."""
    request = context["request"]
    if isinstance(thing, Page):
        title, path = thing.title, thing.get_url(request) or "/"
        date = thing.last_published_at
    else:
        title, path, date = str(thing), thing.get_absolute_url(), thing.updated_at
    number = getattr(thing, "object_number", "")
    parts = [f"« {title} »" if current_language() in ("fr", "ar", "zgh") else f"“{title}”"]
    if number:
        parts.append(number)
    parts.append(_("Rihla, the virtual museum of Moroccan migration"))
    if date:
        parts.append(str(date.year))
    url = request.build_absolute_uri(path)
    return {"text": ", ".join(parts) + ".", "url": url}
