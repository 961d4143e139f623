"""The doors: the one negotiation of language, the page that says in which languages a thing exists, errors that help."""

import contextlib
from functools import cache

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.template import loader
from django.urls import Resolver404, get_script_prefix
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request
from django.views.decorators.http import require_safe
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page, Site
from wagtail.views import serve

from museum.core import outage
from museum.core.languages import INTERFACE_LANGUAGES, current_language, fallbacks
from museum.core.prepared import Prepared
from museum.core.translations import published, remember_versions, versions_of
from museum.entrance.road import FoundRoad

#: How many parts of an address a rendering of a page may have: room/2.
DEEPEST_RENDERING = 2


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


@require_safe
def road(request):
    """Find your road: ``?from=``, ``?to=`` and ``?when=``, any of them empty.

    ``entrance/road/page.html`` gets ``found`` (:class:`museum.entrance.road.FoundRoad`), ``shared_url`` and what a shared link
    says (``card_description``).
    """
    found = FoundRoad(request.GET, current_language())
    found.fetch_pictures()
    context = {
        "found": found,
        "shared_url": request.build_absolute_uri(found.url()),
        "card_query": found.url().removeprefix(request.path),
        "card_description": found.query.said if found.rows else "",
    }
    return render(request, "entrance/road/page.html", context)


def serve_page(request, path):
    """Show the page at an address, or the rendering of a page (``RoutablePageMixin``) that the address names.

    A published page that nobody has restricted is found by its address in two queries; Wagtail asks two for every
    level of the tree and two for restrictions. Everything else (drafts, private pages, redirects) goes Wagtail's way.
    """
    if request.method in ("GET", "HEAD"):
        page, rest = _published_page(path)
        if page is not None and not rest:
            return page.serve(request)
        if page is not None and isinstance(page, RoutablePageMixin):
            with contextlib.suppress(Resolver404):
                view, args, kwargs = page.resolve_subpage(f"/{rest}")
                return page.serve(request, view, args, kwargs)
    return serve(request, path)


def _published_page(path: str) -> tuple[Page | None, str]:
    """The deepest published page on the way to ``path`` in the reader's language, and what of the path is left."""
    parts = [part for part in path.split("/") if part]
    found = {}
    for root in Site.get_site_root_paths():
        if root.language_code == current_language():
            for count in range(len(parts), max(len(parts) - DEEPEST_RENDERING, 0) - 1, -1):
                start = "".join(f"{part}/" for part in parts[:count])
                found[f"{root.root_path}{start}"] = "".join(f"{part}/" for part in parts[count:])
    versions = _AT_ADDRESSES(found.keys()).rows()
    here = next((version for version in versions if version.url_path in found), None)
    pages = _page_of(here.specific_class or Page)(here.pk).rows() if here else []
    if not pages:
        return None, ""
    (page,) = pages
    remember_versions(page, versions)
    return page, found[here.url_path]


def _versions_at(addresses) -> QuerySet:
    """The published versions, in all languages, of the deepest published page that is at one of ``addresses``."""
    deepest = published(Page.objects.filter(url_path__in=addresses)).order_by("-depth").values("translation_key")[:1]
    return published(Page.objects.filter(translation_key__in=deepest))


_AT_ADDRESSES = Prepared(_versions_at)


@cache
def _page_of(model: type[Page]) -> Prepared:
    return Prepared(lambda key: model.objects.filter(pk=key))


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
    """A 500 that needs neither database nor context; 503 where the database is what failed."""
    if outage.is_outage():
        return outage.unavailable()
    return HttpResponse(loader.get_template("500.html").render({}), status=500)


def styleguide(request):
    """Every component in both directions; for development only."""
    return render(request, "core/styleguide.html")
