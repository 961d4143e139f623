"""The doors: the one negotiation of language, the page that says in which languages a thing exists, errors that help."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.template import loader
from django.urls import get_script_prefix
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site
from wagtail.views import serve

from museum.core.languages import INTERFACE_LANGUAGES, current_language, fallbacks
from museum.core.translations import published, versions_of


@require_safe
def negotiate(request):
    """``/`` negotiates the language once, by ``Accept-Language``; every other address carries its own."""
    language = get_language_from_request(request)
    if language not in INTERFACE_LANGUAGES:
        language = "fr"
    response = redirect(f"{get_script_prefix()}{language}/")
    patch_vary_headers(response, ["Accept-Language"])
    return response


@require_safe
def availability(request, translation_key):
    """In which languages a page exists, in the reader's interface language; redirects where it exists in that."""
    page = published(Page.objects.filter(translation_key=translation_key)).first()
    if page is None:
        raise Http404
    versions = versions_of(page)
    if current_language() in versions:
        return redirect(versions[current_language()].get_url(request))
    return render(request, "entrance/availability.html", {"versions": _ordered(versions, request)})


def serve_page(request, path):
    """Show the page at an address.

    A published page that nobody has restricted is found by its whole address in two queries; Wagtail asks two for every
    level of the tree and two for restrictions. Everything else (drafts, private pages, redirects) goes Wagtail's way.
    """
    language = current_language()
    url_paths = [
        f"{root.root_path}{path}"
        for root in Site.get_site_root_paths()
        if root.language_code == language and request.method in ("GET", "HEAD")
    ]
    page = published(Page.objects.filter(url_path__in=url_paths)).specific().first() if url_paths else None
    return page.serve(request) if page is not None else serve(request, path)


def _ordered(versions: dict[str, Page], request) -> list[Page]:
    """The versions in the order that serves the reader, each with its ``address``."""
    ordered = [versions[code] for code in fallbacks() if code in versions]
    for version in ordered:
        version.address = version.get_url(request)
    return ordered


def page_not_found(request, exception, template_name="404.html"):
    """A 404 that helps: the same path in other languages where it exists, and the ways back in."""
    versions = []
    first, _slash, rest = request.path.lstrip("/").partition("/")
    if first in INTERFACE_LANGUAGES and rest and len(rest) < 300 and rest.isprintable():
        slug = rest.rstrip("/").split("/")[-1]
        page = published(Page.objects.filter(slug=slug, depth__gt=2)).first()
        if page is not None:
            versions = _ordered(versions_of(page), request)
    return HttpResponse(loader.render_to_string(template_name, {"versions": versions}, request), status=404)


def server_error(request, template_name="500.html"):
    """A 500 that needs neither database nor context."""
    return HttpResponse(loader.get_template("500.html").render({}), status=500)


def styleguide(request):
    """Every component in both directions; for development only."""
    return render(request, "core/styleguide.html")
