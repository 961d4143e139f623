"""The catalogue's records, one module a subject."""

from museum.collection.models.artefact import (
    Artefact,
    ArtefactMedium,
    ArtefactText,
    AssociatedPerson,
    AssociatedPlace,
    Dimension,
    ObjectName,
    ObjectNameText,
)
from museum.collection.models.base import Name, NamedRecord, Record, Words
from museum.collection.models.collection_set import CollectionSet, CollectionSetText
from museum.collection.models.event import Event, EventText
from museum.collection.models.guided_look import GuidedLook, GuidedLookText
from museum.collection.models.person import Person, PersonName, PersonText
from museum.collection.models.place import Place, PlaceName, PlaceText
from museum.collection.models.theme import Theme, ThemeText

__all__ = [
    "Artefact",
    "ArtefactMedium",
    "ArtefactText",
    "AssociatedPerson",
    "AssociatedPlace",
    "CollectionSet",
    "CollectionSetText",
    "Dimension",
    "Event",
    "EventText",
    "GuidedLook",
    "GuidedLookText",
    "Name",
    "NamedRecord",
    "ObjectName",
    "ObjectNameText",
    "Person",
    "PersonName",
    "PersonText",
    "Place",
    "PlaceName",
    "PlaceText",
    "Record",
    "Theme",
    "ThemeText",
    "Words",
]
