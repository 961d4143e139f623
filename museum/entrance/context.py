"""What every public page needs to know: the languages, the navigation, the museum's name."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import Page, Site

from museum.core.languages import INTERFACE_LANGUAGES, current_language, direction
from museum.core.low_data import switch_address, wants_low_data
from museum.core.stamped import STAMP, once_a_stamp
from museum.core.translations import language_of, nearest_translation, published, versions_of

LANGUAGE_NAMES = {"fr": "Français", "ar": "العربية", "en": "English", "zgh": "ⵜⴰⵎⴰⵣⵉⵖⵜ"}


def museum(request) -> dict:
    """The context of every template: ``language``, ``direction``, ``languages``, ``navigation``, ``footer_pages``,
    ``contact_page``, ``home_url``, ``low_data`` and ``mode_url`` (this page in the other mode).

    Everything that asks the database is lazy, so that the admin does not pay for it.
    """
    language = current_language()
    _recognise_site(request)
    return {
        "language": language,
        "direction": direction(language),
        "languages": SimpleLazyObject(lambda: language_links(request)),
        "navigation": SimpleLazyObject(lambda: navigation(request)),
        "footer_pages": SimpleLazyObject(lambda: footer_pages(request)),
        "contact_page": SimpleLazyObject(contact_page),
        "home_url": f"/{language}/",
        "low_data": wants_low_data(request),
        "mode_url": SimpleLazyObject(lambda: switch_address(request)),
    }


def _page_of(request) -> Page | None:
    """The page that is being served, if a Wagtail page is (``request.museum_page``, else the resolved route)."""
    return getattr(request, "museum_page", None)


def language_links(request) -> list[dict]:
    """One entry a language: ``code, name, direction, url, current, exists``.

    A page links to its version in the language (``request.museum_subpath`` is added), or to the page that says in which languages it exists; a
    record's page links to the same record under the other prefix.
    """
    current = current_language()
    page = _page_of(request)
    versions = versions_of(page) if page else {}
    # A rendering of a page (an exhibit's room, its projector view) leads to the same rendering of its version.
    within = getattr(request, "museum_subpath", "")
    links = []
    for code in INTERFACE_LANGUAGES:
        if page and code in versions:
            url, exists = _within(versions[code].get_url(request), within) or f"/{code}/", True
        elif page:
            with override(code):
                url, exists = reverse("entrance:availability", args=[page.translation_key]), False
        else:
            url, exists = _same_address(request, code), True
        links.append(
            {
                "code": code,
                "name": LANGUAGE_NAMES[code],
                "direction": direction(code),
                "url": url,
                "current": code == current,
                "exists": exists,
            }
        )
    return links


def _within(url: str | None, subpath: str) -> str:
    return f"{url}{subpath}" if url else ""


def _same_address(request, code: str) -> str:
    """The address of this request under another language's prefix, or that language's home."""
    first, _slash, rest = request.path.lstrip("/").partition("/")
    if first not in INTERFACE_LANGUAGES:
        return f"/{code}/"
    query = request.META.get("QUERY_STRING", "") if request.method == "GET" else ""
    return f"/{code}/{rest}{'?' + query if query else ''}"


@dataclass(frozen=True)
class Standing:
    """A page that stands round every page; ``language`` is the tag of its title."""

    title: str
    url: str
    language: str


def _standing_pages(request) -> dict[str, list[Standing]]:
    """The pages that stand round every page, by content type, in the reader's language or the nearest."""

    def found() -> dict[str, list[Standing]]:
        wanted = Page.objects.filter(
            Q(content_type__model__in=("storyindexpage", "exhibitindexpage")) | Q(plainpage__show_in_footer=True)
        )
        standing = defaultdict(list)
        for page in nearest_translation(wanted).select_related("content_type").order_by("path"):
            standing[page.content_type.model].append(Standing(page.title, page.get_url(request), language_of(page)))
        return standing

    return once_a_stamp(request, "standing pages", found)


def _recognise_site(request) -> None:
    """Tell Wagtail which site is asked, where it is known: each page would ask the database for it."""
    if STAMP in request.META and not hasattr(request, "_wagtail_site"):
        request._wagtail_site = once_a_stamp(request, "site", lambda: Site.find_for_request(request))


def navigation(request) -> list[dict]:
    """The main navigation: ``label, url, current``, in the reader's language."""
    standing = _standing_pages(request)
    items = [
        {"label": label, "url": standing[model][0].url}
        for model, label in (("storyindexpage", _("Stories")), ("exhibitindexpage", _("Exhibits")))
        if standing.get(model)
    ]
    items += [
        {"label": label, "url": reverse(name)}
        for name, label in (
            ("collection:index", _("Collection")),
            ("collection:places", _("Places")),
            ("routes:index", _("Roads")),
            ("stories:timeline", _("Timeline")),
        )
    ]
    for item in items:
        item["current"] = bool(item["url"]) and request.path.startswith(item["url"])
    return items


def footer_pages(request) -> list[Standing]:
    """Plain pages that stand in the footer, in the reader's language or the nearest."""
    return _standing_pages(request).get("plainpage", [])


def contact_page() -> Page | None:
    """The plain page that says how to reach the museum, in the reader's language or the nearest, if any is marked as such."""
    marked = published(Page.objects.filter(plainpage__is_contact=True)).values("translation_key")
    return nearest_translation(Page.objects.filter(translation_key__in=marked)).order_by("path").first()
