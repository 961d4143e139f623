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
- ``collection/timeline.html``: ``decades`` (list of (first year, events)), ``all_decades``, ``theme``, ``themes``, ``decade``, ``unknown``.
"""

from itertools import groupby

from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from museum.collection.appearances import appearances
from museum.collection.facets import CollectionListing
from museum.collection.models import Artefact, CollectionSet, Event, Person, Place, Theme
from museum.collection.prefetch import (
    published_looks,
    published_places,
    published_themes,
    with_card_data,
    with_page_data,
)
from museum.core.text import asked

ARTEFACTS_SHOWN = 8


@require_safe
def index(request):
    """The collection, narrowed by facets."""
    return render(request, "collection/collection_index.html", {"listing": CollectionListing(request.GET)})


@require_safe
def artefact(request, slug):
    """One artefact: label, tale, full record, where it is shown."""
    found = get_object_or_404(with_page_data(Artefact.objects.filter(live=True)), slug=slug)
    return render(
        request,
        "collection/artefact.html",
        {
            "artefact": found,
            "record": found,
            "text": found.text_in(),
            "appearances": appearances(found),
            "related": _related(found),
            "permanent_url": request.build_absolute_uri(found.get_absolute_url()),
        },
    )


def _related(artefact: Artefact) -> list[Artefact]:
    others = Artefact.objects.filter(live=True).exclude(pk=artefact.pk)
    themes = [theme.pk for theme in artefact.themes.all()]
    links = Artefact.themes.through.objects.filter(theme__in=themes).values("artefact")
    return list(with_card_data(others.filter(pk__in=links)).order_by("object_number")[:4])


@require_safe
def guided_looks(request):
    """Everything that can be looked at together, in alphabetical order."""
    return render(request, "collection/guided_looks.html", {"records": sorted(published_looks(), key=str)})


@require_safe
def guided_look(request, slug):
    """One image, region by region."""
    look = get_object_or_404(published_looks(), slug=slug)
    artefacts = Artefact.objects.filter(live=True, media__image=look.image_id).distinct().order_by("object_number")
    return render(
        request,
        "collection/guided_look.html",
        {
            "look": look,
            "record": look,
            "text": look.text_in(),
            "appearances": appearances(look),
            "artefacts": list(with_card_data(artefacts)[:ARTEFACTS_SHOWN]),
            "permanent_url": request.build_absolute_uri(look.get_absolute_url()),
        },
    )


def _record_page(request, model, slug, relations, artefact_filter, **extra):
    """Render the page of a record that gathers others. ``artefact_filter``: keywords that find its artefacts."""
    record = get_object_or_404(model.objects.filter(live=True).prefetch_related(*relations), slug=slug)
    name = model._meta.model_name
    found = Artefact.objects.filter(live=True, **{artefact_filter: record}).distinct()
    context = {
        "record": record,
        "collection_set" if model is CollectionSet else name: record,
        "appearances": appearances(record),
        "artefacts": list(with_card_data(found)[:ARTEFACTS_SHOWN]),
        "artefact_count": found.count(),
        "events": list(_events().filter(**{f"{name}s": record})) if hasattr(Event, f"{name}s") else [],
        "permanent_url": request.build_absolute_uri(record.get_absolute_url()),
    }
    for key, found_by in extra.items():
        context[key] = found_by(record)
    return render(request, f"collection/{'collection_set' if model is CollectionSet else name}.html", context)


def _events():
    return Event.objects.filter(live=True).prefetch_related(
        "texts", Prefetch("places", published_places()), Prefetch("themes", published_themes())
    )


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
        ("names", "texts", Prefetch("within", published_places())),
        "associated_places__place",
        persons=lambda record: list(record.persons.filter(live=True).prefetch_related("names")),
        places_within=lambda record: sorted(record.places_within.filter(live=True).prefetch_related("names"), key=str),
    )


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


@require_safe
def themes(request):
    """All themes with their stars."""
    return render(request, "collection/themes.html", {"records": _all(Theme, "texts")})


@require_safe
def timeline(request):
    """Events by decade; ``?theme=`` and ``?decade=`` narrow."""
    theme_slug, year = asked(request.GET, "theme"), asked(request.GET, "decade")
    decade = int(year) if year.isascii() and year.isdigit() and len(year) == 4 else None
    all_themes = _all(Theme, "texts")
    chosen = next((theme for theme in all_themes if theme.slug == theme_slug), None)
    events = _events().exclude(decade=None).order_by("earliest", "latest", "slug")
    if chosen:
        events = events.filter(themes=chosen)
    all_decades = list(events.order_by("decade").values_list("decade", flat=True).distinct())
    if decade is not None:
        events = events.filter(decade=decade)
    decades = [(first, list(group)) for first, group in groupby(events, key=lambda event: event.decade)]
    return render(
        request,
        "collection/timeline.html",
        {
            "decades": decades,
            "all_decades": all_decades,
            "themes": all_themes,
            "theme": chosen,
            "decade": decade,
            "unknown": theme_slug if theme_slug and not chosen else "",
        },
    )
