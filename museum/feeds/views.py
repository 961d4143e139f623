"""What crawlers ask for first."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from museum.core.low_data import PARAMETER


@require_safe
def robots(request):
    """``robots.txt`` (https://www.rfc-editor.org/rfc/rfc9309): the admin and endless facets are not for crawlers."""
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /documents/",
        "Disallow: /*?*&",
        f"Disallow: /*?{PARAMETER}=",
        "Disallow: /*/search/?",
        "Disallow: /*/search/suggest/",
        f"Sitemap: {request.build_absolute_uri('/sitemap.xml')}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
