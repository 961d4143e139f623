"""Public pages of records. Every view answers in the reader's language and shows only what is published.

Templates and their context (beside ``museum.entrance.context.museum``):

- ``collection/collection_index.html``: ``listing`` (:class:`museum.collection.facets.CollectionListing`: ``page`` of artefacts,
  ``facets`` with ``values`` (label, language, count, url, chosen), ``chosen``, ``unknown``, ``sort``, ``page_query``).
- ``collection/artefact.html``: ``artefact``, ``text`` (its words), ``appearances`` (``storypage`` and ``exhibitpage`` lists),
  ``related`` (up to 4 artefacts of the same theme), ``permanent_url``.
- ``collection/guided_looks.html``: ``records``; ``collection/guided_look.html``: ``look`` (also ``record``), ``text``, ``artefacts``
  that have its image, ``appearances``, ``permanent_url``.
- ``collection/person.html``, ``place.html``, ``theme.html``, ``collection_set.html``: ``record`` (also under its own name),
  ``appearances``, ``artefacts`` (up to 8, with card data), ``artefact_count``, ``events``, ``permanent_url``; a place also
  ``persons`` and ``places_within``; a theme also ``narrower`` and ``broader``.
- ``collection/persons.html``, ``places.html``, ``themes.html``: ``records`` in alphabetical order of the reader's language;
  ``places.html`` also ``countries``: list of (country name or "", places).
"""

from itertools import chain, groupby

from django.db.models import Count, Prefetch, Q, QuerySet, Window
from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition, require_safe

from museum.collection.appearances import appearances, finding_appearances
from museum.collection.facets import CollectionListing
from museum.collection.gazetteer import stamp, suggestions
from museum.collection.models import Artefact, CollectionSet, Event, Person, Place, Theme
from museum.collection.prefetch import (
    fetch_names,
    fetch_renditions,
    fetching_page_data,
    published_looks,
    published_places,
    published_themes,
    with_card_data,
)
from museum.core.prepared import Prepared, ask, run_together
from museum.core.text import asked

ARTEFACTS_SHOWN = 8


@require_safe
def index(request):
    """The collection, narrowed by facets."""
    return render(request, "collection/collection_index.html", {"listing": CollectionListing(request.GET)})


@require_safe
def artefact(request, slug):
    """One artefact: label, tale, full record, where it is shown."""
    ours, related = ask(_ARTEFACT(slug), _RELATED(slug))
    if not ours:
        raise Http404
    found = ours[0]
    _nothing, shown = run_together(fetching_page_data(found, related), finding_appearances(found))
    fetch_renditions([found, *related, *chain(*shown.values())])
    return render(
        request,
        "collection/artefact.html",
        {
            "artefact": found,
            "record": found,
            "text": found.text_in(),
            "appearances": shown,
            "related": related,
            "permanent_url": request.build_absolute_uri(found.get_absolute_url()),
        },
    )


def _related(slug: str) -> QuerySet:
    """Four others of a published theme of this one."""
    links = Artefact.themes.through.objects
    themes = links.filter(artefact__slug=slug, theme__live=True).values("theme")
    others = Artefact.objects.filter(live=True, pk__in=links.filter(theme__in=themes).values("artefact"))
    return others.exclude(slug=slug).order_by("object_number")[:4]


_ARTEFACT = Prepared(lambda slug: Artefact.objects.filter(live=True, slug=slug).select_related("object_name"))
_RELATED = Prepared(_related)


@require_safe
def guided_looks(request):
    """Everything that can be looked at together, in alphabetical order."""
    return render(request, "collection/guided_looks.html", {"records": sorted(published_looks(), key=str)})


@require_safe
def guided_look(request, slug):
    """One image, region by region."""
    look = get_object_or_404(published_looks(), slug=slug)
    found = Artefact.objects.filter(live=True, media__image=look.image_id).distinct().order_by("object_number")
    artefacts = list(with_card_data(found, renditions=False)[:ARTEFACTS_SHOWN])
    shown = appearances(look)
    fetch_renditions([*artefacts, *chain(*shown.values())])
    return render(
        request,
        "collection/guided_look.html",
        {
            "look": look,
            "record": look,
            "text": look.text_in(),
            "appearances": shown,
            "artefacts": artefacts,
            "permanent_url": request.build_absolute_uri(look.get_absolute_url()),
        },
    )


def _record_page(request, model, slug, relations, artefact_filter, **extra):
    """Render the page of a record that gathers others. ``artefact_filter``: keywords that find its artefacts."""
    record = get_object_or_404(model.objects.filter(live=True).prefetch_related(*relations), slug=slug)
    name = model._meta.model_name
    keys = Artefact.objects.filter(**{artefact_filter: record}).values("pk")
    found = Artefact.objects.filter(live=True, pk__in=keys).annotate(of_all=Window(Count("pk")))
    artefacts = list(with_card_data(found, renditions=False)[:ARTEFACTS_SHOWN])
    shown = appearances(record)
    fetch_renditions([*artefacts, *chain(*shown.values())])
    context = {
        "record": record,
        "collection_set" if model is CollectionSet else name: record,
        "appearances": shown,
        "artefacts": artefacts,
        "artefact_count": artefacts[0].of_all if artefacts else 0,
        "events": _events_of(record, f"{name}s"),
        "permanent_url": request.build_absolute_uri(record.get_absolute_url()),
    }
    for key, found_by in extra.items():
        context[key] = found_by(record)
    return render(request, f"collection/{'collection_set' if model is CollectionSet else name}.html", context)


def _events_of(record, relation: str) -> list[Event]:
    """The published events of a record, with the words that a passage of the timeline shows of them."""
    if not hasattr(Event, relation):
        return []
    return list(Event.objects.filter(live=True, **{relation: record}).prefetch_related("texts"))


@require_safe
def person(request, slug):
    """One person, family or institution."""
    return _record_page(
        request,
        Person,
        slug,
        ("names", "texts", Prefetch("places", published_places()), Prefetch("themes", published_themes())),
        "associated_persons__person",
    )


@require_safe
def place(request, slug):
    """One place: its names, what the museum holds of it."""
    return _record_page(
        request,
        Place,
        slug,
        ("texts",),
        "associated_places__place",
        persons=lambda record: list(record.persons.filter(live=True).prefetch_related("names")),
        places_within=_places_within,
    )


def _places_within(record: Place) -> list[Place]:
    """The published places in a place, by name; what it lies in, if that is published, and the names of all come along."""
    near = list(Place.objects.filter(Q(within=record) | Q(pk=record.within_id), live=True))
    around = next((place for place in near if place.pk == record.within_id), None)
    Place._meta.get_field("within").set_cached_value(record, around)
    fetch_names([record, *near])
    return sorted((place for place in near if place.within_id == record.pk), key=str)


@require_safe
def theme(request, slug):
    """One theme: its pattern, what the museum holds of it."""
    return _record_page(
        request,
        Theme,
        slug,
        ("texts", Prefetch("broader", published_themes())),
        "themes",
        narrower=lambda record: list(record.narrower.filter(live=True).prefetch_related("texts")),
    )


@require_safe
def collection_set(request, slug):
    """One set of artefacts by origin."""
    return _record_page(request, CollectionSet, slug, ("texts",), "collection_sets")


def _all(model, words):
    return sorted(model.objects.filter(live=True).prefetch_related(words), key=str)


@require_safe
def persons(request):
    """All persons, families and institutions."""
    return render(request, "collection/persons.html", {"records": _all(Person, "names")})


@require_safe
def places(request):
    """All places, by country; those whose country is left blank stand together."""
    records = _all(Place, "names")
    by_country = sorted(records, key=lambda record: (not record.country, record.country != "MA", record.country_name))
    countries = [(name, list(group)) for name, group in groupby(by_country, key=lambda record: record.country_name)]
    return render(request, "collection/places.html", {"records": records, "countries": countries})


def _suggestions_etag(request) -> str:
    count, newest = stamp()
    return f'"{count}-{newest.timestamp() if newest else 0}"'


@require_safe
@cache_control(public=True, no_cache=True)
@condition(etag_func=_suggestions_etag)
def suggest_places(request):
    """Places while one is typed (``?q=``), each with the name that matched and why, as JSON; for components/suggest.js.

    Kept by caches, and asked for again by them: a place that was taken back is offered no longer.
    """
    return JsonResponse({"suggestions": suggestions(asked(request.GET, "q"))})


@require_safe
@cache_control(private=True, no_store=True)
def suggest_all_places(request):
    """The same for curators, who also choose places that are not published yet."""
    return JsonResponse({"suggestions": suggestions(asked(request.GET, "q"), drafts=True)})


@require_safe
def themes(request):
    """All themes with their stars."""
    return render(request, "collection/themes.html", {"records": _all(Theme, "texts")})
