"""schema.org descriptions of pages and records (https://schema.org), as JSON-LD graphs.

Small pure functions; each takes what it describes and ``absolute``, a function from path to absolute address.
"""

from collections.abc import Callable

from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from museum.assets.models import Recording
from museum.assets.renditions import public_sizes
from museum.collection.models import Artefact, CollectionSet, GuidedLook, Person, Place, Theme
from museum.core.languages import current_language

CONTEXT = "https://schema.org"
INSTITUTION = {
    "@type": "Museum",
    "name": "Rihla",
    "alternateName": "رحلة",
}

Absolute = Callable[[str], str]


def describe(thing, absolute: Absolute, alternates: dict[str, str]) -> dict:
    """The JSON-LD document of a page or record; an empty dictionary for anything else."""
    describers = {
        Artefact: artefact,
        Person: person,
        Place: place,
        Theme: theme,
        CollectionSet: collection_set,
        GuidedLook: guided_look,
        Recording: recording,
    }
    for model, describer in describers.items():
        if isinstance(thing, model):
            return {"@context": CONTEXT, **_without_blanks(describer(thing, absolute))}
    if hasattr(thing, "schema_type"):
        return {"@context": CONTEXT, **_without_blanks(page(thing, absolute, alternates))}
    return {}


def page(page, absolute: Absolute, alternates: dict[str, str]) -> dict:
    """A Wagtail page by its ``schema_type``."""
    image, address = image_url(page.shown_image, absolute), absolute(page.url or "/")
    graph = {
        "@type": page.schema_type,
        "@id": address,
        "url": address,
        "name": page.title,
        "description": page.summary,
        "inLanguage": page.language,
        "image": image,
        "isPartOf": INSTITUTION if page.schema_type != "WebSite" else None,
        "dateModified": page.last_published_at.isoformat() if page.last_published_at else None,
        "workTranslation": [
            {"@id": absolute(path), "inLanguage": code} for code, path in alternates.items() if code != page.language
        ],
    }
    if page.schema_type == "Article":
        graph |= {
            "headline": page.title,
            "datePublished": page.first_published_at.isoformat() if page.first_published_at else None,
            "author": INSTITUTION,
            "publisher": INSTITUTION,
            "temporalCoverage": page.period,
            "about": [{"@type": "Thing", "name": str(theme)} for theme in page.shown_themes],
            "spatialCoverage": [{"@type": "Place", "name": str(place)} for place in page.places_passed],
            "citation": [source.value["title"] for source in page.sources],
        }
    if page.schema_type == "ExhibitionEvent":
        graph |= {
            "eventAttendanceMode": f"{CONTEXT}/OnlineEventAttendanceMode",
            "eventStatus": f"{CONTEXT}/EventScheduled",
            "startDate": page.first_published_at.date().isoformat() if page.first_published_at else None,
            "location": {"@type": "VirtualLocation", "url": address},
            "organizer": INSTITUTION,
            "isAccessibleForFree": True,
        }
    return graph


def artefact(artefact: Artefact, absolute: Absolute) -> dict:
    """An artefact as a CreativeWork with its dimensions and material."""
    text = artefact.text_in()
    statement = artefact.rights_statement
    return {
        "@type": "CreativeWork",
        "@id": absolute(artefact.get_absolute_url()),
        "url": absolute(artefact.get_absolute_url()),
        "identifier": artefact.object_number,
        "name": text.title if text else artefact.object_number,
        "description": text.brief_description if text else None,
        "inLanguage": text.language if text else current_language(),
        "additionalType": artefact.object_name.aat if artefact.object_name else None,
        "genre": str(artefact.object_name) if artefact.object_name else None,
        "material": text.material if text else None,
        "temporalCoverage": artefact.production_date,
        "locationCreated": {"@type": "Place", "name": str(artefact.production_place)}
        if artefact.production_place
        else None,
        "image": image_url(artefact.image, absolute),
        "license": statement.uri if statement else None,
        "creditText": text.credit_line if text else None,
        "isAccessibleForFree": True,
        "isPartOf": {"@type": "Collection", "name": _("Collection"), "holdingArchive": INSTITUTION},
        "size": "; ".join(
            f"{dimension.get_dimension_display()} {dimension.value.normalize():f} {dimension.unit}"
            for dimension in artefact.dimensions.all()
        ),
    }


def person(person: Person, absolute: Absolute) -> dict:
    """A person or an organisation, with every name."""
    is_person = person.kind == Person.Kind.PERSON
    description = person.description_in()
    return {
        "@type": "Person" if is_person else "Organization",
        "@id": absolute(person.get_absolute_url()),
        "url": absolute(person.get_absolute_url()),
        "name": str(person),
        "alternateName": [name.text for name in person.other_names()],
        "description": strip_tags(description.biography) if description else None,
        ("birthDate" if is_person else "foundingDate"): person.born,
        ("deathDate" if is_person else "dissolutionDate"): person.died,
        "sameAs": wikidata(person.wikidata),
    }


def place(place: Place, absolute: Absolute) -> dict:
    """A place with its coordinates, names and authorities."""
    geo = None
    if place.latitude is not None and place.longitude is not None:
        geo = {"@type": "GeoCoordinates", "latitude": str(place.latitude), "longitude": str(place.longitude)}
    same = [wikidata(place.wikidata), f"https://sws.geonames.org/{place.geonames}/" if place.geonames else None]
    return {
        "@type": "Place",
        "@id": absolute(place.get_absolute_url()),
        "url": absolute(place.get_absolute_url()),
        "name": str(place),
        "alternateName": [name.text for name in place.other_names()],
        "geo": geo,
        "sameAs": [address for address in same if address],
    }


def theme(theme: Theme, absolute: Absolute) -> dict:
    """A theme as a defined term."""
    text = theme.text_in()
    return {
        "@type": "DefinedTerm",
        "@id": absolute(theme.get_absolute_url()),
        "url": absolute(theme.get_absolute_url()),
        "name": str(theme),
        "description": strip_tags(text.description) if text else None,
        "sameAs": theme.aat or None,
    }


def collection_set(record: CollectionSet, absolute: Absolute) -> dict:
    """A set of artefacts."""
    return {"@type": "Collection", "@id": absolute(record.get_absolute_url()), "name": str(record)}


def guided_look(look: GuidedLook, absolute: Absolute) -> dict:
    """An image looked at in steps, for learning from."""
    text = look.text_in()
    return {
        "@type": "LearningResource",
        "@id": absolute(look.get_absolute_url()),
        "url": absolute(look.get_absolute_url()),
        "name": str(look),
        "description": text.introduction if text else None,
        "inLanguage": look.title_languages,
        "image": image_url(look.shown_image, absolute),
        "isPartOf": INSTITUTION,
        "isAccessibleForFree": True,
    }


def recording(recording: Recording, absolute: Absolute) -> dict:
    """A sound or film, with the ways in which it can be followed without hearing or seeing."""
    text = recording.text_in()
    statement = recording.rights_statement
    has_text = bool(recording.public_tracks("captions", "subtitles")) or recording.untimed_transcript is not None
    features = {
        "captions": bool(recording.public_tracks("captions")),
        "transcript": has_text,
        "audioDescription": bool(recording.description_file),
    }
    streams = recording.streams
    return {
        "@type": "VideoObject" if recording.is_film else "AudioObject",
        "@id": absolute(recording.get_absolute_url()),
        "url": absolute(recording.get_absolute_url()),
        "name": str(recording),
        "description": text.description if text else None,
        "inLanguage": recording.language or None,
        "duration": recording.length_iso,
        "contentUrl": absolute(streams[0]["url"]) if streams else None,
        "encodingFormat": streams[0]["type"] if streams else None,
        "uploadDate": recording.first_published_at.date().isoformat() if recording.first_published_at else None,
        "dateCreated": recording.recorded,
        "license": statement.uri if statement else None,
        "creditText": recording.credit,
        "accessibilityFeature": [name for name, there in features.items() if there],
        "isAccessibleForFree": True,
    }


def wikidata(identifier: str) -> str | None:
    """The address of a Wikidata entity."""
    return f"http://www.wikidata.org/entity/{identifier}" if identifier else None


def image_url(image, absolute: Absolute, width: int = 1200) -> str | None:
    """The absolute address of a JPEG of ``image`` for shared links, or ``None``."""
    if image is None:
        return None
    spec = f"width-{width}|format-jpeg"
    return absolute(public_sizes(image, spec)[spec].url)


def _without_blanks(graph: dict) -> dict:
    return {key: value for key, value in graph.items() if value not in (None, "", [], {})}
