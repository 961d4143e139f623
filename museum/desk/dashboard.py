"""The dashboard's first panel: what waits."""

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component

from museum.core.languages import direction
from museum.desk import background, waiting

LANGUAGE_NAMES = {"fr": "français", "ar": "العربية", "en": "English", "zgh": "ⵜⴰⵎⴰⵣⵉⵖⵜ"}


def _page_row(page, note: str = "") -> dict:
    language = page.locale.language_code
    return {
        "title": page.draft_title or page.title,
        "language": language,
        "direction": direction(language),
        "url": reverse("wagtailadmin_pages:edit", args=[page.pk]),
        "kind": page.content_type.name,
        "note": note or LANGUAGE_NAMES.get(language, language),
    }


def _record_row(model, pk, title: str, note: str = "") -> dict:
    url = reverse(model.snippet_viewset.get_url_name("edit"), args=[pk])
    return {"title": title, "url": url, "kind": model._meta.verbose_name, "note": note}


def _revision_row(revision, note: str = "") -> dict | None:
    model = revision.content_type.model_class()
    if hasattr(model, "snippet_viewset"):
        return _record_row(model, revision.object_id, revision.object_str, note)
    url = reverse("wagtailadmin_pages:edit", args=[revision.object_id])
    return {"title": revision.object_str, "url": url, "kind": model._meta.verbose_name, "note": note}


def _translation_row(page) -> dict:
    row = _page_row(page, "→ " + " · ".join(LANGUAGE_NAMES[code] for code in page.missing))
    return row | {"action": reverse("simple_translation:submit_page_translation", args=[page.pk])}


class WaitingPanel(Component):
    """Drafts, missed schedules, what is live without being ready, missing translations; at most ten queries."""

    name = "museum_waiting"
    template_name = "desk/admin/waiting_panel.html"
    order = 50

    def get_context_data(self, parent_context):
        """The lists, each with a heading and a sentence for when it is empty."""
        user = parent_context["request"].user
        drafts = [_page_row(page) for page in waiting.draft_pages(user)]
        drafts += [_revision_row(revision) for revision in waiting.draft_records(user)]
        unready = [_page_row(page) for page in waiting.unready_pages()]
        unready += [_record_row(type(found), found.pk, str(found)) for found in waiting.unready_artefacts()]
        missed = [_revision_row(revision) for revision in waiting.missed_schedules()]
        translations = [_translation_row(page) for page in waiting.missing_translations()]
        lists = [
            {"heading": _("Drafts"), "rows": drafts, "none": _("No draft waits.")},
            {
                "heading": _("Published, but something is missing"),
                "rows": unready,
                "none": _("Everything that is published is complete."),
            },
            {
                "heading": _("Not translated yet"),
                "rows": translations,
                "none": _("Every story and exhibit exists in French, Arabic and English."),
            },
        ]
        if missed:
            lists.insert(0, {"heading": _("Scheduled, but not published"), "rows": missed, "none": ""})
        return {
            "lists": lists,
            "images_without_words": waiting.images_without_words(),
            "images_url": reverse("wagtailimages:index"),
            "background": background.concerns() if user.has_perm(background.PERMISSION) else None,
            "background_url": reverse("museum_background"),
        }
