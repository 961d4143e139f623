"""The page of the search, its suggestions, and the description by which browsers take it for one of theirs."""

from django.http import Http404, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from museum.core.languages import current_language
from museum.core.text import asked
from museum.search.asked import count
from museum.search.query import Search
from museum.search.suggestions import LONGEST, suggestions_for

#: Nobody reads so far with so many facets but a machine that follows every link.
DEEPEST_PAGE, DEEP_FACETS = 20, 3
#: Seconds for which a browser may keep suggestions: while somebody types, and no longer.
KEPT = 60


@require_safe
def search(request):
    """Everything that answers ``?q=``, narrowed by facets."""
    found = Search(request.GET, request)
    if len(found.narrowing.asked) >= DEEP_FACETS and found.number > DEEPEST_PAGE:
        raise Http404
    response = render(request, "search/search.html", {"search": found, "listing": found})
    # Asked for each time, here and everywhere: what is looked for is counted.
    response["Cache-Control"] = "no-cache"
    if request.method == "GET" and found.text and found.number == 1 and not found.narrowing.asked:
        count(found.text, found.plan.whole, current_language(), found.total)
    if not found.is_plain:
        response["X-Robots-Tag"] = "noindex, nofollow"
    return response


@require_safe
def suggest(request):
    """``{"suggestions": […]}`` for ``?q=``; no cookies, the same for everybody."""
    response = JsonResponse({"suggestions": suggestions_for(asked(request.GET, "q", LONGEST), request)})
    response["Cache-Control"] = f"public, max-age={KEPT}"
    response["X-Robots-Tag"] = "noindex"
    return response


@require_safe
def description(request):
    """The search as browsers take it in (https://github.com/dewitt/opensearch/blob/master/opensearch-1-1-draft-6.md)."""
    response = render(request, "search/opensearch.xml", content_type="application/opensearchdescription+xml")
    response["Cache-Control"] = "public, max-age=86400"
    return response
