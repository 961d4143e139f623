"""The curators' side of the search: what visitors look for and do not find, and what stands first."""

import csv

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages
from wagtail.admin.auth import require_admin_access

from museum.core.languages import INTERFACE_LANGUAGES, direction
from museum.core.paging import page_number
from museum.core.text import asked as asked_in
from museum.search import asked, promotions
from museum.search.models import SearchDocument, SearchPromotion
from museum.search.query import Search
from museum.search.results import heading_among
from museum.search.wording import folded_words

PERMISSION = "museum_search.change_searchpromotion"
PAGE_SIZE = 50
LANGUAGE_NAMES = {"fr": "Français", "ar": "العربية", "en": "English", "zgh": "ⵜⴰⵎⴰⵣⵉⵖⵜ"}


@require_admin_access
@require_safe
def report(request):
    """What was looked for by five or more, most first; ``?missing=1`` what nothing answers, ``?export=csv``."""
    asked.write()
    asked.forget()
    missing = request.GET.get("missing") == "1"
    rows = asked.report(missing=missing)
    if request.GET.get("export") == "csv":
        return _csv(rows)
    page = Paginator(rows, PAGE_SIZE).get_page(page_number(request.GET.get("page")))
    for row in page:
        row["url"] = f"{reverse('museum_search_first')}?{urlencode({'q': row['query'], 'language': row['language']})}"
        row["language_name"] = LANGUAGE_NAMES.get(row["language"], row["language"])
    context = {"page": page, "missing": missing, "least": asked.SHOWN_FROM, "promoted": _promoted()}
    return render(request, "search/admin/report.html", context)


def _promoted() -> list[dict]:
    rows = list(SearchPromotion.objects.order_by("query", "language", "position"))
    names = dict(
        SearchDocument.objects.filter(reference__in=[row.reference for row in rows]).values_list("reference", "names")
    )
    return [
        {
            "row": row,
            "heading": (heading_among(names[row.reference]) or ("", ""))[0] if row.reference in names else "",
            "url": f"{reverse('museum_search_first')}?{urlencode({'q': row.query, 'language': row.language})}",
        }
        for row in rows
    ]


def _csv(rows) -> HttpResponse:
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="searches.csv"'
    writer = csv.writer(response)
    writer.writerow([_("Searched for"), _("Language"), _("Times"), _("Results"), _("Last asked")])
    for row in rows:
        # A cell that begins like a formula would be one in a spreadsheet.
        query = f"'{row['query']}" if row["query"][:1] in "=+-@" else row["query"]
        writer.writerow([query, row["language"], row["times"], row["results"], row["last"].isoformat()])
    return response


@require_admin_access
@require_safe
def first(request):
    """One query as visitors of a language see it, to put things first or to take them back."""
    text = " ".join(asked_in(request.GET, "q", 80).split())
    language = request.GET.get("language") or ""
    language = language if language in INTERFACE_LANGUAGES else "fr"
    whole = folded_words(text)
    with override(language):
        results = Search({"q": text}).results if text else []
        found = [
            (result.document, *(heading_among(result.document.names) or (result.document.slug, "")))
            for result in results
        ]
    held = set(SearchPromotion.objects.filter(query=whole, language=language).values_list("reference", flat=True))
    rows = [
        {
            "document": document,
            "heading": heading,
            "language": own,
            "direction": direction(own),
            "is_promoted": document.reference in held,
        }
        for document, heading, own in found
    ]
    context = {
        "text": text,
        "language": language,
        "languages": LANGUAGE_NAMES,
        "rows": rows,
        "may_change": request.user.has_perm(PERMISSION),
    }
    return render(request, "search/admin/first.html", context)


@require_admin_access
@require_POST
def change(request):
    """Put a thing first for a query, or take that back."""
    if not request.user.has_perm(PERMISSION):
        raise PermissionDenied
    text, reference = asked_in(request.POST, "q", 80), asked_in(request.POST, "reference", 60)
    language = request.POST.get("language") or ""
    whole = folded_words(text)
    if language in INTERFACE_LANGUAGES and whole and SearchDocument.objects.filter(reference=reference).exists():
        if request.POST.get("change") == "demote":
            promotions.demote(whole, language, reference)
            messages.success(request, _("It stands where its words put it again."))
        else:
            promotions.promote(whole, language, reference)
            messages.success(request, _("It now stands first for these words."))
    return redirect(f"{reverse('museum_search_first')}?{urlencode({'q': text, 'language': language})}")
