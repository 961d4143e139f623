"""The timeline's page. ``stories/timeline/page.html`` gets ``listing`` (:class:`stories.timeline.listing.TimelineListing`)."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from museum.core.languages import current_language
from stories.timeline.listing import TimelineListing


@require_safe
def timeline(request):
    """Events, stories and artefacts in the order of time; ``?decade=``, ``?theme=``, ``?place=`` and ``?kind=`` narrow."""
    listing = TimelineListing(request.GET, current_language())
    return render(request, "stories/timeline/page.html", {"listing": listing})
