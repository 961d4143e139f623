"""A facet value as one number, so that filtering and counting compare integers and nothing else.

A number is ``facet * 10**12 + value``; the value of a theme or place is its primary key, of a period the first year of its
decade, of the others their place in a list below. The lists only ever grow at their end.
"""

from museum.core.dates import decade_of
from museum.core.languages import CONTENT_LANGUAGES
from museum.search.wording import Entry

_SHIFT = 10**12

FACETS = ("type", "theme", "place", "period", "language", "medium")
TYPES = (
    "story", "exhibit", "artefact", "person", "place", "theme", "event", "look", "recording", "panorama", "set", "page",
)  # fmt: skip
MEDIA = ("image", "recording", "film", "document", "model")
LANGUAGES = tuple(code for code, _name in CONTENT_LANGUAGES)
_LISTS = {"type": TYPES, "medium": MEDIA, "language": LANGUAGES}


def number_of(facet: str, value) -> int:
    """The number of a value: a key of one of the lists, a primary key, a year."""
    place = _LISTS[facet].index(value) + 1 if facet in _LISTS else int(value)
    return (FACETS.index(facet) + 1) * _SHIFT + place


def value_of(number: int) -> tuple[str, str | int]:
    """(facet, value) of a number."""
    facet, place = FACETS[number // _SHIFT - 1], number % _SHIFT
    return facet, _LISTS[facet][place - 1] if facet in _LISTS else place


def numbers_between(facet: str) -> tuple[int, int]:
    """The first and last number that a value of ``facet`` may have."""
    first = (FACETS.index(facet) + 1) * _SHIFT
    return first, first + _SHIFT - 1


def numbers_of(entry: Entry) -> set[int]:
    """All facet values of an entry."""
    found = {number_of("type", entry.kind)}
    found |= {number_of("theme", pk) for pk in entry.related.get("theme", ())}
    found |= {number_of("place", pk) for pk in entry.related.get("place", ())}
    found |= {number_of("language", code) for code in entry.languages if code in LANGUAGES}
    found |= {number_of("medium", medium) for medium in entry.media}
    if decade := decade_of(entry.earliest):
        found.add(number_of("period", decade))
    return found
