"""What the browser sends for the forms of the admin."""

from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield


def story_form(**changes) -> dict:
    """What the browser sends for a story."""
    data = {
        "title": "La valise",
        "slug": "la-valise",
        "summary": "",
        "lead_image": "",
        "content_advisory": "",
        "subject": "Ce que j’ai tapé",
        "period": "",
        "road": inline_formset([]),
        "body": streamfield([("text", rich_text("<p>Un texte tapé.</p>"))]),
        "sources": streamfield([]),
        "themes": [],
        "places": [],
        "seo_title": "",
        "search_description": "",
        "go_live_at": "",
        "expire_at": "",
        "comments": inline_formset([]),
    }
    return nested_form_data({**data, **changes})


def artefact_form(text_id="", **changes) -> dict:
    """What the browser sends for an artefact; ``text_id`` is the row of its French words where it has one."""
    data = {
        "object_number": "TEST.2026.1",
        "slug": "test-2026-1",
        "object_name": "",
        "texts": inline_formset(
            [
                {
                    "id": text_id,
                    "language": "fr",
                    "title": "Une valise tapée",
                    "brief_description": "",
                    "story": rich_text(""),
                    "material": "",
                    "technique": "",
                    "credit_line": "",
                    "content_advisory": "",
                }
            ],
            initial=1 if text_id else 0,
        ),
        "media": inline_formset([]),
        "dimensions": inline_formset([]),
        "associated_places": inline_formset([]),
        "associated_persons": inline_formset([]),
        "production_date": "",
        "production_place": "",
        "themes": [],
        "collection_sets": [],
        "acquisition_method": "",
        "acquisition_date": "",
        "rights": "",
        "sources": streamfield([]),
        "go_live_at": "",
        "expire_at": "",
    }
    return nested_form_data({**data, **changes})
